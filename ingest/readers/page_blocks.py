"""The blocks of a page in reading order: paragraphs, and tables with merged cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from ingest.readers.furniture import NO_BODY, NO_TEXT
from ingest.readers.writing import Block, Box, Writing, clean, merged, write_blocks

_BLOCK = (
    "address article aside blockquote body center caption dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot "
    "th thead tr ul"
)
BLOCK = frozenset(_BLOCK.split())
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BLANK = re.compile(r"[ \t\r\n\f]+")
BETWEEN_HAN = re.compile(
    r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]) (?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])"
)
"""A line of the source that ends between two characters is no space of the text."""

SHORT, LOOKED_AT = 300, 400
"""Share buttons and the like hold at most so many characters; so many of them are looked at in a page."""


@dataclass(slots=True)
class _Table:
    """A table being read: rows of cells, each cell the blocks in it with the rows and columns it covers."""

    rows: list[list[tuple[list[Block], int, int]]] = field(default_factory=list)
    holds_table: bool = False

    def blocks(self) -> list[Block]:
        """The table as one block, or, where it only arranges the page, the blocks of its cells."""
        if self.holds_table or len(self.rows) < 2 or max(map(len, self.rows)) < 2:
            return [block for row in self.rows for blocks, _, _ in row for block in blocks]
        cells = [
            [(Box("\n".join(b for b in blocks if isinstance(b, str))), down, right) for blocks, down, right in row]
            for row in self.rows
        ]
        return [merged(cells)]


def write(found: Sequence[etree._Element], writing: Writing, heads: Sequence[str] = ()) -> None:
    """`heads`, then the blocks of the elements without what the site put around them."""
    for line in heads:
        writing.paragraph(line)
    write_blocks([block for element in found for block in blocks_of(element)], writing)


def blocks_of(element: etree._Element) -> list[Block]:
    """Paragraphs and tables, in one walk without recursion."""
    reading = _Reading()
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, at in walk:
        tag = at.tag
        if event == "start":
            if not isinstance(tag, str) or tag in NO_TEXT or (at is not element and reading.skips(at)):
                walk.skip_subtree()
                reading.skipped = True
                continue
            reading.enter(tag, at)
            if at.text:
                reading.text(at.text, tag == "pre")
        else:
            if reading.skipped:
                reading.skipped = False
            else:
                reading.leave(str(tag))
            if at.tail and at is not element:
                reading.text(at.tail)
    reading.flush()
    while reading.tables:  # of a page that was cut off
        reading.leave("table")
    return reading.sinks[0]


class _Reading:
    """Where the walk stands: the paragraph being read, the blocks it will go to, tables and lists that are open."""

    def __init__(self) -> None:
        self.inline: list[str] = []
        self.sinks: list[list[Block]] = [[]]
        self.tables: list[tuple[_Table, int]] = []
        self.lists: list[Iterator[str] | None] = []
        self.skipped = False
        self.looked = 0

    def skips(self, element: etree._Element) -> bool:
        """Hidden, or by its name no part of the notice and short enough to believe it."""
        attributes = element.attrib
        if not attributes:
            return False
        if HIDDEN.search(str(attributes.get("style", ""))[:500]):
            return True
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        if self.looked >= LOOKED_AT or not NO_BODY.search(names[:300]):
            return False
        self.looked += 1
        length = 0
        for seen, text in enumerate(element.itertext()):
            length += len(text.strip())
            if length > SHORT or seen > SHORT:
                return False
        return True

    def enter(self, tag: str, element: etree._Element) -> None:
        if tag == "br":
            self.flush()
        elif tag in BLOCK:
            self.flush()
            if tag == "table":
                if self.tables:
                    self.tables[-1][0].holds_table = True
                self.tables.append((_Table(), len(self.sinks)))
            elif tag == "tr" and self.tables:
                self.tables[-1][0].rows.append([])
            elif tag in ("td", "th") and self.tables:
                self._cell(element)
            elif tag in ("ol", "ul"):
                self.lists.append(_numbers(element) if tag == "ol" else None)
            elif tag == "li" and self.lists and (numbers := self.lists[-1]) is not None:
                self.inline.append(next(numbers))

    def _cell(self, element: etree._Element) -> None:
        rows = self.tables[-1][0].rows
        if not rows:
            rows.append([])
        sink: list[Block] = []
        rows[-1].append((sink, _count(element.get("rowspan")), _count(element.get("colspan")) or 1))
        self.sinks.append(sink)

    def leave(self, tag: str) -> None:
        if tag not in BLOCK:
            return
        self.flush()
        if tag == "table" and self.tables:
            table, depth = self.tables.pop()
            del self.sinks[depth:]
            self.sinks[-1].extend(table.blocks())
        elif tag in ("td", "th") and self.tables and len(self.sinks) > self.tables[-1][1]:
            self.sinks.pop()
        elif tag in ("ol", "ul") and self.lists:
            self.lists.pop()

    def text(self, text: str, kept: bool = False) -> None:
        self.inline.append(text.replace("\n", "\u2028") if kept else text)

    def flush(self) -> None:
        """The paragraph is over."""
        if self.inline:
            line = BETWEEN_HAN.sub("", BLANK.sub(" ", "".join(self.inline)))
            if clean(line).strip():
                self.sinks[-1].append(line)
            self.inline.clear()


def _numbers(element: etree._Element) -> Iterator[str]:
    """The numbers a browser puts before the items of a list."""
    at = _count(element.get("start")) or 1
    while True:
        yield f"{at}. "
        at += 1


def _count(value: str | None) -> int:
    """A small number of an attribute; 1 where it is none."""
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 5 else 1
