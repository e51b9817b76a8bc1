"""Tables that stand in plain text as the tags of a page: <table><tr><td rowspan="2">1</td><td>修路</td>…

Converters write merged cells so into Markdown, and people paste the source of a page. The tags themselves are taken
out where lines are read (`breaks`, `noise`); here stands only which stretch is which cell.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.model import Span
from ingest.document import Cell, Document, Table

_TABLE = re.compile(r"<table\b[^<>]*>(?P<rows>.*?)(?:</table\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_ROW = re.compile(r"<tr\b[^<>]*>", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b(?P<said>[^<>]*)>", re.IGNORECASE)
_END = re.compile(r"</t[dhr]\s*>", re.IGNORECASE)
_COVERS = re.compile(r"\b(?P<way>row|col)span\s*=\s*[\"']?(?P<count>\d{1,3})", re.IGNORECASE)
_EDGE = re.compile(r"(?:\s|&nbsp;|<[^<>]*>)+")
_WIDEST, _MOST = 60, 100_000  # columns, places of a table


def drawn(document: Document) -> Document:
    """The document with such tables."""
    text = document.text
    if "<t" not in text and "<T" not in text:
        return document
    tables = [table for found in _TABLE.finditer(text) if (table := _table(text, *found.span("rows")))]
    return replace(document, tables=tuple(tables)) if tables else document


def _table(text: str, start: int, end: int) -> Table | None:
    rows: list[list[Cell | None]] = []
    begins = [found.end() for found in _ROW.finditer(text, start, end)]
    below: dict[tuple[int, int], Cell | None] = {}  # what merged cells cover
    places = 0
    for at, begin in enumerate(begins):
        row: list[Cell | None] = []
        for cell, down, right in _cells(text, begin, begins[at + 1] if at + 1 < len(begins) else end):
            while (at, len(row)) in below:
                row.append(below.pop((at, len(row))))
            places += down * right
            if places > _MOST:
                return None
            for column in range(len(row), len(row) + right):
                below |= {(line, column): cell for line in range(at + 1, at + down)}
            row += [cell] * right
        while (at, len(row)) in below:
            row.append(below.pop((at, len(row))))
        rows.append(row)
    return Table(tuple(map(tuple, rows))) if len(rows) > 1 else None


def _cells(text: str, start: int, end: int) -> Iterator[tuple[Cell | None, int, int]]:
    """The cells of a row, each with how many rows and columns it covers."""
    found = list(_CELL.finditer(text, start, end))
    for at, cell in enumerate(found):
        stop = found[at + 1].start() if at + 1 < len(found) else end
        closing = _END.search(text, cell.end(), stop)
        span = _trimmed(text, cell.end(), closing.start() if closing else stop)
        covers = {one["way"].lower(): int(one["count"]) for one in _COVERS.finditer(cell["said"])}
        yield (
            Cell(span) if span[1] > span[0] else None,
            min(max(covers.get("row", 1), 1), 1000),
            min(max(covers.get("col", 1), 1), _WIDEST),
        )


def _trimmed(text: str, start: int, end: int) -> Span:
    """A cell without the tags and blanks around its words."""
    first = _EDGE.match(text, start, end)
    start = first.end() if first else start
    while start < end:
        end = start + len(text[start:end].rstrip())
        if text[start:end].endswith("&nbsp;"):
            end -= len("&nbsp;")
        elif end > start and text[end - 1] == ">" and (tag := text.rfind("<", start, end)) >= 0:
            end = tag
        else:
            break
    return start, end
