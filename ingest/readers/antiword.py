"""What antiword prints: paragraphs, and tables drawn with bars whose cells are broken into lines of one width.

|1     |新建道路三十|市交通局    |
|      |公里。      |市住建局    |
"""

import re
from collections.abc import Iterator

from ingest.readers.writing import Block, Box

_ROW = re.compile(r"\|.*\|\s*$")
# a limit in a column that has one already begins another row, though what is merged with the row above is not repeated
_LIMIT = re.compile(r"20\d\d|\d{1,2}月|长期|持续|常态|立即|每年|全年|年底")


def blocks(text: str) -> list[Block]:
    """Paragraphs and tables, in order."""
    found: list[Block] = []
    drawn: list[list[str]] = []
    for line in [*text.split("\n"), ""]:
        cells = line.rstrip()[1:-1].split("|") if _ROW.match(line) else []
        if drawn and len(cells) != len(drawn[0]):
            found.append(list(_rows(drawn)))
            drawn = []
        if len(cells) > 1:
            drawn.append(cells)
        else:
            found.append(line)
    return found


def _rows(lines: list[list[str]]) -> Iterator[list[Box | None]]:
    """A line goes on with the row above where its first cell is empty, or full above."""
    wide = [_width(cell) for cell in lines[0]]
    row: list[Box | None] = []
    full = [False] * len(wide)
    for line in lines:
        said = [cell.strip() for cell in line]
        known = [box.text if box else "" for box in row]
        limited = any(_LIMIT.match(cell) and over and not on for cell, over, on in zip(said, known, full, strict=False))
        goes_on = full[0] and not said[0].isdecimal() if said[0] else not limited
        if row and goes_on:
            for at, cell in enumerate(said):
                over = row[at]
                if cell and over is None:
                    row[at] = Box(cell)
                elif cell and over is not None:
                    over.text += cell if full[at] else "\n" + cell
        else:
            if row:
                yield row
            own = next((at for at, cell in enumerate(said) if cell), 0)
            row = [row[at] if row and at < own else Box(cell) if cell else None for at, cell in enumerate(said)]
        full = [_width(cell.rstrip()) >= wide[at] - 2 if cell.strip() else False for at, cell in enumerate(line)]
    if row:
        yield row


def _width(text: str) -> int:
    """Columns of the screen."""
    return sum(2 if ord(char) > 0x2E7F else 1 for char in text)
