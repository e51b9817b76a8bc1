"""The text of a file as it is written down: one paragraph a line, with the places of its tables."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.document import Cell, Document, Table
from ingest.readers.furniture import is_line, is_way

BREAKS = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
GONE = dict.fromkeys(
    [
        *range(0x00, 0x09), *range(0x0E, 0x1C), 0x1F, *range(0x7F, 0x85), *range(0x86, 0xA0),  # controls
        0xAD, 0x034F, 0x061C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF,  # unseen
        *range(0xD800, 0xE000), *range(0xFFF9, 0xFFFD), 0xFFFE, 0xFFFF,  # half characters, marks of no text
    ]
)  # fmt: skip
"""Characters that a notice's author did not write: they hide inside words (soft hyphens, U+200D) and break them."""

CLEAN = {**BREAKS, **GONE, 0xA0: " ", 0x09: " "}
TIDY = re.compile(
    r"^[^\x00-\x1f\x7f-\xad\u034f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]*\Z"
)


def clean(text: str) -> str:
    """`text` without unseen characters, every break of it a line feed."""
    return text if TIDY.match(text) else text.translate(CLEAN)


def lines(text: str) -> list[str]:
    """The lines of a cleaned text that hold anything, without the space around them."""
    return [line for part in clean(text).split("\n") if (line := part.strip())]


@dataclass(slots=True, eq=False)
class Box:
    """A cell before it has a place: its paragraphs. The same box stands wherever a merged cell reaches."""

    text: str


Grid = Sequence[Sequence[Box | None]]


@dataclass(slots=True)
class Writing:
    """Paragraphs and tables in the order they are read."""

    parts: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    length: int = 0

    def paragraph(self, text: str) -> None:
        """A paragraph a line; breaks inside it make several."""
        for line in lines(text):
            self._line(line)

    def table(self, rows: Grid) -> None:
        """Every cell on lines of its own, row by row; a merged one where it first stands."""
        placed: dict[int, Cell] = {}
        kept = []
        for row in rows:
            for box in row:
                if box is not None and id(box) not in placed:
                    placed[id(box)] = self._cell(box)
            kept.append(tuple(placed[id(box)] if box is not None else None for box in row))
        if placed:
            self.tables.append(Table(tuple(kept)))

    def document(self, source: str, format: str, encoding: str | None = None) -> Document:
        return Document(source, "".join(self.parts), format, encoding, tuple(self.tables))

    def _cell(self, box: Box) -> Cell:
        start = self.length
        self.paragraph(box.text)
        return Cell((start, max(start, self.length - 1)))  # without its last line feed

    def _line(self, line: str) -> None:
        self.parts += (line, "\n")
        self.length += len(line) + 1


Block = str | list[list[Box | None]]
EDGE = 12
"""Blocks at either end of a text among which 打印本页 and the like are looked for."""


def write_blocks(blocks: Sequence[Block], writing: Writing) -> None:
    """Paragraphs and tables, without what a site put before and after the notice."""
    first = 1 + max((at for at, b in enumerate(blocks[:EDGE]) if isinstance(b, str) and is_way(b)), default=-1)
    for at, block in enumerate(blocks):
        if at < first:
            continue
        if not isinstance(block, str):
            writing.table(block)
        elif not ((at < EDGE or at >= len(blocks) - EDGE) and is_line(block)):
            writing.paragraph(block)


def merged(
    cells: Sequence[Sequence[tuple[Box, int, int]]], widest: int = 200, most: int = 100_000
) -> list[list[Box | None]]:
    """The grid that cells with (rows, columns) they cover make, filled as a browser fills it.

    What covers more than `widest` columns, or the rows there are, is cut; a grid never has more than `most` places.
    """
    grid: list[list[Box | None]] = [[] for _ in cells]
    places = 0
    for at, row in enumerate(cells):
        column = 0
        for box, down, right in row:
            while column < len(grid[at]) and grid[at][column] is not None:
                column += 1
            right = max(1, min(right, widest))
            reached = grid[at : at + (down if down > 0 else len(cells))]
            if places + right * len(reached) > most:
                reached, right = reached[:1], 1
            for line in reached:
                line.extend([None] * (column + right - len(line)))
                line[column : column + right] = [box] * right
            places += right * len(reached)
            column += right
    return grid
