"""Tables of pipes that a page's converter broke at its cells, laid out anew: a line a row, tabs between the cells.

|              | 序号
序号 |         | 任务
任务 |         | 责任单位 |
责任单位 |

Every row begins with a pipe, ends with one, and has as many as the head.
"""

import re
from collections.abc import Callable, Sequence

from graph.model import Span
from ingest.tables.text_tables import RULE, lines_of

IsHead = Callable[[Sequence[str]], bool]
_LONGEST = 60  # lines that a row may run over
_BEGIN = re.compile(r"(?m)^[ \t\u3000]*\|[^|\n]*\n")


def mended(text: str, is_head: IsHead) -> str:
    """The text with such tables laid out anew; as it is where there are none."""
    if not _BEGIN.search(text):
        return text
    lines = list(lines_of(text))
    kept: list[str] = []
    at = done = 0
    while at < len(lines):
        head, after = _row(text, lines, at, None) if _BEGIN.match(text, lines[at][0]) else ([], at)
        if len(head) < 2 or not is_head(head):
            at += 1
            continue
        rows = [head]
        at, begin = after, lines[at][0]
        for place in range(after, len(lines)):
            if place < at or not (line := text[slice(*lines[place])].strip()) or (RULE.fullmatch(line) and line != "|"):
                continue
            row, after = _row(text, lines, place, len(head))
            if not row:
                break
            rows.append(row)
            at = after
        if len(rows) > 1:
            kept += [text[done:begin], "\n".join("\t".join(row) for row in rows)]
            done = lines[at - 1][1]
    return "".join([*kept, text[done:]]) if kept else text


def _row(text: str, lines: Sequence[Span], at: int, size: int | None) -> tuple[list[str], int]:
    """The cells of the row that begins with a line, and the line after it; no cells where none does. A head, whose size
    is not known, ends before the pipe that begins the next row."""
    said = ""
    for place in range(at, min(at + _LONGEST, len(lines))):
        line = text[slice(*lines[place])].strip()
        if not said and line[:1] != "|":
            break
        said += f"\n{line}"
        pipes = said.count("|")
        following = text[slice(*lines[place + 1])].strip()[:1] if place + 1 < len(lines) else ""
        closed = pipes > 2 and line.endswith("|")
        if size is not None and pipes > size + 1:
            break
        if closed and (pipes == size + 1 if size is not None else following == "|"):
            return ["".join(cell.split("\n")).strip() for cell in said.strip().split("|")[1:-1]], place + 1
    return [], at
