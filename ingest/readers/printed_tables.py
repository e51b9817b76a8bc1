"""Ruled tables: cells found by the lines around them, merged cells, tables that go on over pages."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.readers.printed import Glyph, Rule, Sheet
from ingest.readers.printed_lines import lines_of
from ingest.readers.printed_text import cell_text, joined
from ingest.readers.writing import Box

TOO_MANY = 800
"""So many ruled lines on a page are a drawing."""
TOO_MANY_CROSSINGS = 20_000
SNAP = 3.0

Bounds = tuple[float, float, float, float]
Rows = list[list[Box | None]]


@dataclass(slots=True)
class Ruled:
    """A table on its page."""

    bounds: Bounds
    columns: tuple[float, ...]
    rows: Rows

    def holds(self, glyph: Glyph) -> bool:
        x0, top, x1, bottom = self.bounds
        return x0 <= (glyph.x0 + glyph.x1) / 2 <= x1 and top <= glyph.middle <= bottom


def tables_of(sheet: Sheet) -> list[Ruled]:
    """The ruled tables of a page, from top to bottom: at least two rows and two columns, and text in most of it."""
    found = []
    for cells in _cells(sheet.rules):
        if len(cells) < 4:
            continue
        table = _table(cells, sheet.glyphs)
        if table is not None:
            found.append(table)
    return sorted(found, key=lambda table: table.bounds[1])


def _cells(rules: Iterable[Rule]) -> list[list[Bounds]]:
    """The cells of each table, as rectangles."""
    from pdfplumber import table as ruled

    level = [r for r in rules if r.bottom - r.top <= SNAP < r.x1 - r.x0]
    upright = [r for r in rules if r.x1 - r.x0 <= SNAP < r.bottom - r.top]
    if len(level) < 3 or len(upright) < 3 or len(level) + len(upright) > 10 * TOO_MANY:
        return []
    edges = [_edge(r, "h") for r in level] + [_edge(r, "v") for r in upright]
    edges = ruled.merge_edges(edges, SNAP, SNAP, SNAP, SNAP)
    if len(edges) > TOO_MANY:
        return []
    crossings = ruled.edges_to_intersections(edges, SNAP, SNAP)
    if len(crossings) > TOO_MANY_CROSSINGS:
        return []
    found: list[list[Bounds]] = ruled.cells_to_tables(ruled.intersections_to_cells(crossings))
    return found


def _edge(rule: Rule, orientation: str) -> dict[str, object]:
    x0, x1, top, bottom = rule
    if orientation == "h":
        top = bottom = (top + bottom) / 2
    else:
        x0 = x1 = (x0 + x1) / 2
    return {
        "x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top,
        "orientation": orientation, "object_type": "line",
    }  # fmt: skip


def _table(cells: Sequence[Bounds], glyphs: Sequence[Glyph]) -> Ruled | None:
    lefts, tops = _steps(c[0] for c in cells), _steps(c[1] for c in cells)
    rights, bottoms = [*lefts[1:], max(c[2] for c in cells)], [*tops[1:], max(c[3] for c in cells)]
    if len(lefts) < 2 or len(tops) < 2:
        return None
    bounds = (lefts[0], tops[0], rights[-1], bottoms[-1])
    frame = Ruled(bounds, (), [])
    inside = [glyph for glyph in glyphs if frame.holds(glyph)]
    rows: Rows = [[None] * len(lefts) for _ in tops]
    where: dict[tuple[int, int], Box] = {}
    held: dict[int, list[Glyph]] = {}
    for x0, top, x1, bottom in cells:
        box = Box("")
        held[id(box)] = []
        for r, (upper, lower) in enumerate(zip(tops, bottoms, strict=True)):
            if not top - SNAP <= (upper + lower) / 2 <= bottom + SNAP:
                continue
            for c, (left, right) in enumerate(zip(lefts, rights, strict=True)):
                if x0 - SNAP <= (left + right) / 2 <= x1 + SNAP:
                    rows[r][c] = box
                    where[r, c] = box
    for glyph in inside:
        row = _at(tops, glyph.middle)
        column = _at(lefts, (glyph.x0 + glyph.x1) / 2)
        if (row, column) in where:
            held[id(where[row, column])].append(glyph)
    for box in {id(box): box for box in where.values()}.values():
        box.text = cell_text(lines_of(held[id(box)]))
    filled = {id(box) for box in where.values() if box.text}
    if len(filled) < 3:
        return None
    return Ruled(bounds, tuple(lefts), rows)


def _steps(values: Iterable[float]) -> list[float]:
    """Different values, those nearer than `SNAP` taken as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > SNAP:
            found.append(value)
    return found


def _at(starts: Sequence[float], value: float) -> int:
    """In which of the stretches that begin at `starts` a value lies."""
    at = 0
    while at + 1 < len(starts) and starts[at + 1] <= value:
        at += 1
    return at


def goes_on(above: Ruled, below: Ruled) -> bool:
    """True when the second is the first on the next page: the same columns."""
    return len(above.columns) == len(below.columns) and all(
        abs(a - b) < 3 * SNAP for a, b in zip(above.columns, below.columns, strict=True)
    )


def join(above: Ruled, below: Ruled) -> None:
    """Put the rows of the next page under those above: a head that is printed again goes, a row that the page's end
    cut is one row again, an empty cell of a merged one is that one."""
    rows = below.rows
    if rows and [_said(box) for box in rows[0]] == [_said(box) for box in above.rows[0]]:
        rows = rows[1:]
    if rows and above.rows and _is_rest(rows[0], above.rows[-1]):
        seen: set[int] = set()
        for upper, lower in zip(above.rows[-1], rows[0], strict=True):
            if upper is not None and lower is not None and id(lower) not in seen:
                seen.add(id(lower))
                upper.text = joined(upper.text, lower.text)
        taken = {id(lower): upper for upper, lower in zip(above.rows[-1], rows[0], strict=True) if lower is not None}
        rows = [[taken.get(id(box), box) if box is not None else None for box in row] for row in rows[1:]]
    elif rows and above.rows:
        for column, box in enumerate(rows[0]):
            if box is not None and not box.text and any(_said(other) for other in rows[0]):
                rows = [
                    [above.rows[-1][at] if other is box and at == column else other for at, other in enumerate(row)]
                    for row in rows
                ]
    above.rows.extend(rows)


# 省市场监管（知识产|权）局 ; 省司法厅、省公安|厅、省法院
_MIDDLE = re.compile("[、，；。）〕】》”]|[局厅委部办院署](?:[、，；。]|$)")


def _is_rest(row: Sequence[Box | None], last: Sequence[Box | None]) -> bool:
    """A row without a number of its own, whose text begins in the middle of a sentence, or of a name."""
    number, before = _said(row[0]), _said(last[0])
    if number or not any(_said(box) for box in row[1:]):
        return False
    if before.rstrip("．.、").isdigit():
        return True
    return any(_torn(_said(upper), _said(lower)) for upper, lower in zip(last[1:], row[1:], strict=False))


def _torn(above: str, below: str) -> bool:
    opened = above.count("（") > above.count("）") and "）" in below.partition("（")[0]
    return bool(above and below) and (opened or bool(_MIDDLE.match(below)))


def _said(box: Box | None) -> str:
    return "".join(box.text.split()) if box is not None else ""
