"""Heads of tables printed one cell a line, whose words a line may break: 牵头 / 部门 is one column."""

import re
from collections.abc import Iterator, Sequence

from graph.model import Span
from ingest.tables.columns import two_rows

Columns = list[tuple[int, int]]
"""The lines of each head of a column, as the first and the one after the last: 牵头 / 单位 are two lines of one."""

# the second half of a head that a line breaks: 牵头|单位 ; 完成|时限
_HALF = re.compile("单位|部门|时间|时限|期限|内容|类别|任务|要求|措施|事项|目标|指标|名称|进度|领导|主体")


def joined(texts: Sequence[str], at: int, end: int) -> Iterator[Columns]:
    """The lines of a head as columns: with those below another in its place, as they are, and with halves of words put
    together."""
    plain = [(place, place + 1) for place in range(at, min(end, len(texts)))]
    for count in range(2, min(4, len(plain) - 2)):
        # 序号 / 任务 / 责任分工 / 完成时限 / 牵头单位 / 配合单位: the last stand below 责任分工
        if both := two_rows(texts[at : end - count], texts[end - count : end]):
            yield [plain[place if row == 0 else len(plain) - count + place] for row, place in both]
    yield plain
    halves: Columns = []
    for first, last in plain:
        before = texts[halves[-1][0]] if halves and halves[-1][1] - halves[-1][0] == 1 else ""
        if _HALF.fullmatch(texts[first]) and 1 < len(before) <= 4 and not _HALF.search(before) and before != "序号":
            halves[-1] = (halves[-1][0], last)
        else:
            halves.append((first, last))
    if halves != plain:
        yield halves


def end_of(columns: Columns) -> int:
    """The line after the last one of a head."""
    return max(last for _, last in columns)


def texts_of(texts: Sequence[str], columns: Columns) -> list[str]:
    """What the heads of the columns say."""
    return ["".join(texts[first:last]) for first, last in columns]


def row_of(lines: Sequence[Span], columns: Columns) -> tuple[Span, ...]:
    """The heads of the columns as cells."""
    return tuple((lines[first][0], lines[last - 1][1]) for first, last in columns)
