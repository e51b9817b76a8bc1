"""Heads of tables printed one cell a line, whose words a line may break: 牵头 / 部门 is one column."""

import re
from collections.abc import Iterator, Sequence

from graph.model import Span

Columns = list[tuple[int, int]]
"""The lines of each head of a column, as the first and the one after the last: 牵头 / 单位 are two lines of one."""

# the second half of a head that a line breaks: 牵头|单位 ; 完成|时限
_HALF = re.compile("单位|部门|时间|时限|期限|内容|类别|任务|要求|措施|事项|目标|指标|名称|进度|领导|主体")


def joined(texts: Sequence[str], at: int, end: int) -> Iterator[Columns]:
    """The lines of a head as columns: as they are, and with halves of words put together."""
    plain = [(place, place + 1) for place in range(at, min(end, len(texts)))]
    yield plain
    both: Columns = []
    for first, last in plain:
        before = texts[both[-1][0]] if both and both[-1][1] - both[-1][0] == 1 else ""
        if _HALF.fullmatch(texts[first]) and 1 < len(before) <= 4 and not _HALF.search(before) and before != "序号":
            both[-1] = (both[-1][0], last)
        else:
            both.append((first, last))
    if both != plain:
        yield both


def texts_of(texts: Sequence[str], columns: Columns) -> list[str]:
    """What the heads of the columns say."""
    return ["".join(texts[first:last]) for first, last in columns]


def row_of(lines: Sequence[Span], columns: Columns) -> tuple[Span, ...]:
    """The heads of the columns as cells."""
    return tuple((lines[first][0], lines[last - 1][1]) for first, last in columns)
