"""Paragraphs and tables set on pages as an office sets them: 28 characters a line, 22 lines a page, — 1 — below.

The one setting serves the PDF and the OFD that tests read; all measures are points from the top left corner.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP, EM, STEP = 73.0, 100.0, 16.0, 28.0
ACROSS, DOWN = 28, 22

Table = list[list[str | None]]
"""Rows of cells; None goes on from the cell above."""
Block = str | Table


@dataclass(slots=True)
class Page:
    """Characters (text, x, baseline, size) and ruled lines (x0, y0, x1, y1)."""

    chars: list[tuple[str, float, float, float]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)


def half(char: str) -> bool:
    """True of letters and digits, which take half an em."""
    return char.isascii()


def wrapped(text: str, ems: float, indent: float = 0.0) -> list[str]:
    """Lines of at most so many ems, the first shorter by the indent; no closing mark begins a line."""
    lines, line, used = [], "", indent
    for char in text:
        wide = 0.5 if half(char) else 1.0
        if used + wide > ems and char not in "，。；：、）》”":
            lines.append(line)
            line, used = "", 0.0
        line, used = line + char, used + wide
    return [*lines, line]


def width(text: str, size: float = EM) -> float:
    return sum(size * (0.5 if half(char) else 1.0) for char in text)


def put(page: Page, text: str, x: float, y: float, size: float = EM) -> None:
    for char in text:
        page.chars.append((char, x, y, size))
        x += width(char, size)


def pages(blocks: Sequence[Block], centred: int = 0, head: str | None = None, numbered: bool = True) -> list[Page]:
    """The blocks on pages; the first `centred` paragraphs are titles. `head` is printed at the top of every page."""
    made = [Page()]
    row = 0

    def line_at() -> float:
        nonlocal row
        if row == DOWN:
            made.append(Page())
            row = 0
        row += 1
        return TOP + row * STEP

    for at, block in enumerate(blocks):
        if isinstance(block, str):
            indent = 0.0 if at < centred or block.endswith("：") else 2.0
            for number, line in enumerate(wrapped(block, ACROSS, indent)):
                y = line_at()
                x = LEFT + (indent * EM if not number else 0.0)
                put(made[-1], line, LEFT + (ACROSS * EM - width(line)) / 2 if at < centred else x, y)
        else:
            row = _table(made, block, row)
    for number, page in enumerate(made, 1):
        if numbered:
            put(page, f"— {number} —", WIDTH / 2 - 24, HEIGHT - 60, 14.0)
        if head:
            put(page, head, LEFT, 50.0, 10.5)
    return made


def _table(made: list[Page], table: Table, row: int) -> int:
    """The table in columns of equal width, cut where a page ends; the line above a merged cell is not drawn."""
    columns = len(table[0])
    wide = ACROSS * EM / columns
    size = 10.5
    for number, cells in enumerate(table):
        texts = [wrapped(cell, wide / size - 2) if cell else [] for cell in cells]
        high = max(1, -(-max(len(lines) for lines in texts) * 14 // int(STEP)) + 1)
        if row + high > DOWN:
            made.append(Page())
            row = 0
        top, bottom = TOP + row * STEP + 8, TOP + (row + high) * STEP + 8
        page = made[-1]
        for column, lines in enumerate(texts):
            x = LEFT + column * wide
            if cells[column] is not None or row == 0:
                page.rules.append((x, top, x + wide, top))
            if number + 1 == len(table) or table[number + 1][column] is not None:
                page.rules.append((x, bottom, x + wide, bottom))
            for at, line in enumerate(lines):
                put(page, line, x + 4, top + 14 + 14 * at, size)
        for column in range(columns + 1):
            page.rules.append((LEFT + column * wide, top, LEFT + column * wide, bottom))
        row += high
        following = table[number + 1] if number + 1 < len(table) else None
        if following is not None and None in following:
            after = [wrapped(cell, wide / size - 2) if cell else [] for cell in following]
            if row + max(1, -(-max(map(len, after)) * 14 // int(STEP)) + 1) > DOWN:
                page.rules += [(LEFT, bottom, LEFT + ACROSS * EM, bottom)]
    return row
