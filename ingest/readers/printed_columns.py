"""Tables without ruled lines: a head whose words stand apart, and lines below that leave the same places free.

序号   任务               责任单位         完成时限
 1     新建道路三十公里， 市交通局         2025年6月底前
       打通断头路。       市住建局
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.readers.printed import Glyph, Line
from ingest.readers.printed_lines import text_of
from ingest.readers.printed_tables import Ruled
from ingest.readers.printed_text import cell_text
from ingest.readers.writing import Box

APART = 1.0
"""So many ems part two cells of a line."""
FREE = 0.4
"""So many ems must be free between two columns, all the way down."""
ROW = 1.3
"""A distance of so many usual ones from line to line parts rows, where some do."""
_WHO = re.compile(r"(?:责任|牵头|配合|主办|协办|承办|落实|负责|参与|主责|实施)(?:单位|部门|主体)")
_WHAT = re.compile("任务|举措|措施|内容|事项|工作|项目|要求|目标")

Span = tuple[float, float]
Row = list[list[Line]]
"""The lines of each cell."""


def with_tables(lines: Sequence[Line], above: Ruled | None = None) -> Iterator[Line | Ruled]:
    """The lines of a page, those of such tables as tables. `above` is one that ended the page before, and may go on."""
    at = 0
    if above is not None and (more := _going_on(lines, above)):
        table, at = more
        yield table
    while at < len(lines):
        found = _table(lines, at) if _is_head(lines[at]) else None
        if found is None:
            yield lines[at]
            at += 1
        else:
            table, at = found
            yield table


def _going_on(lines: Sequence[Line], above: Ruled) -> tuple[Ruled, int] | None:
    """The rest of a table at the top of the next page, without its head."""
    places = above.columns[1:]
    free = [[(place, place)] for place in places]
    end = 0
    while end < len(lines) and all(_without(pieces, _parts(lines[end]), 0.0) for pieces in free):
        end += 1
    rows = _rows([_cells(line, places) for line in lines[:end]])
    if not rows or sum(map(bool, rows[0])) < 3:
        return None
    return _ruled(lines[:end], rows, above.columns), end


def _is_head(line: Line) -> bool:
    words = text_of(line).strip()
    if " " not in words or len(words) > 60 or not _WHO.search(words) or not _WHAT.search(words):
        return False
    parts = _parts(line)
    return len(parts) > 2 and all(len(part) <= 12 for part in parts)


def _parts(line: Line) -> list[list[Glyph]]:
    """The cells of a line."""
    parts: list[list[Glyph]] = []
    for glyph in line.glyphs:
        if glyph.text.isspace():
            continue
        if parts and glyph.x0 - parts[-1][-1].x1 <= APART * line.em:
            parts[-1].append(glyph)
        else:
            parts.append([glyph])
    return parts


def _table(lines: Sequence[Line], at: int) -> tuple[Ruled, int] | None:
    """The table below a head, and the line after it."""
    head = _parts(lines[at])
    free = [[(a[-1].x1, b[0].x0)] for a, b in pairwise(head)]
    end = at + 1
    while end < len(lines):
        line = lines[end]
        left = [_without(pieces, _parts(line), FREE * line.em) for pieces in free]
        if not all(left):
            break
        free, end = left, end + 1
    widest = [max(pieces, key=lambda piece: piece[1] - piece[0]) for pieces in free]
    places = [(a + b) / 2 for a, b in widest]
    below = [_cells(line, places) for line in lines[at + 1 : end]]
    rows = [_cells(lines[at], places), *_rows(below)]
    who = next(place for place, part in enumerate(rows[0]) if part and _WHO.search(text_of(part[0])))
    if sum(bool(row[who]) for row in rows) < 3:
        return None
    return _ruled(lines[at:end], rows, (min(line.x0 for line in lines[at:end]), *places)), end


def _ruled(lines: Sequence[Line], rows: Sequence[Row], columns: tuple[float, ...]) -> Ruled:
    boxes: list[list[Box | None]] = [[Box(cell_text(cell)) if cell else None for cell in row] for row in rows]
    right = max(line.x1 for line in lines)
    return Ruled((columns[0], lines[0].top, right, lines[-1].bottom), columns, boxes)


def _without(pieces: Sequence[Span], parts: Sequence[Sequence[Glyph]], least: float) -> list[Span]:
    """What is left free of the places between two columns."""
    for part in parts:
        x0, x1 = part[0].x0, part[-1].x1
        pieces = [
            piece
            for a, b in pieces
            for piece in ([(a, b)] if x1 <= a or x0 >= b else [(a, x0), (x1, b)])
            if piece[1] - piece[0] >= least
        ]
    return list(pieces)


def _cells(line: Line, places: Sequence[float]) -> Row:
    cells: list[list[Glyph]] = [[] for _ in range(len(places) + 1)]
    for glyph in line.glyphs:
        if not glyph.text.isspace():
            cells[sum(place < (glyph.x0 + glyph.x1) / 2 for place in places)].append(glyph)
    return [[Line(cell, line.page)] if cell else [] for cell in cells]


def _rows(lines: Sequence[Row]) -> list[Row]:
    """Lines put together to rows: parted by distance where some stand farther apart than others, else where the first
    column says something. None are sure where it says something in mid-height only."""
    tops = [min(cell[0].top for cell in line if cell) for line in lines]
    columns = (
        [[top for top, line in zip(tops, lines, strict=True) if line[at]] for at in range(len(lines[0]))]
        if lines
        else []
    )
    usual = min((b - a for column in columns for a, b in pairwise(column)), default=0.0)
    begins = [b - a > ROW * usual for a, b in pairwise(tops)]
    numbered = [bool(line[0]) for line in lines]
    if not any(begins) or sum(begins) + 1 < sum(numbered):
        begins = numbered[1:]
        if not all(numbered[:1]):
            return []
    rows = list(lines[:1])
    for line, new in zip(lines[1:], begins, strict=True):
        rows[-1:] = [rows[-1], line] if new else [[[*a, *b] for a, b in zip(rows[-1], line, strict=True)]]
    return rows
