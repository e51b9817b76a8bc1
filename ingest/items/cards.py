"""Tables that are forms, a line for each thing said of a task: 任务名称 | 新建幼儿园 / 责任单位 | 市教育局.

The task stands in a line of its own, in a row as broad as the table, or in the paragraph above the table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.model import Span
from ingest.items.measure_title import title_of
from ingest.items.measures import Found
from ingest.numbering import number_of
from ingest.tables import project_rows
from ingest.tables.columns import heads
from ingest.text.flow import Flow
from ingest.units import assign
from ingest.units.roles import Field, field_of, forms
from ingest.units.said import Clause, Said

Row = tuple[Span | None, ...]


@dataclass
class _Card:
    """What was read of one card so far."""

    words: list[Span] = field(default_factory=list)
    said: Said = field(default_factory=Said)
    cells: list[Span] = field(default_factory=list)
    label: str | None = None
    project: Span | None = None
    keys: set[str] = field(default_factory=set)


def find(flow: Flow, rows: Sequence[Row], taken: Sequence[Span] = ()) -> list[Found]:
    """The cards of a table; none where its rows are no pairs of a label and what it announces. `taken` is what other
    tables take up."""
    cards: list[_Card] = []
    for key, value in _pairs(flow, rows):
        if not cards or key in cards[-1].keys or (not key and cards[-1].said.units):
            cards.append(_Card())
        _put(flow, cards[-1], key, value)
    if not any(card.said.units for card in cards):
        return []
    if len(cards) == 1 and not cards[0].words and (above := _above(flow, rows, taken)):
        cards[0].words.append(above)
    return [_found(flow, card) for card in cards if card.words and card.said.units]


def _pairs(flow: Flow, rows: Sequence[Row]) -> Iterator[tuple[str, Span]]:
    """Labels with what stands beside them; a cell as broad as the table has none."""
    for row in rows:
        cells = list(dict.fromkeys(cell for cell in row if cell))
        if len(cells) == 1 and len(row) > 1 and all(cell == cells[0] for cell in row):
            yield "", cells[0]
        elif len(cells) % 2 == 0:
            for key, value in zip(cells[::2], cells[1::2], strict=True):
                yield re.sub(r"\s", "", flow.text[slice(*key)]), value


def _put(flow: Flow, card: _Card, key: str, value: Span) -> None:
    card.keys.add(key)
    if project_rows.column([key]) == 0:
        card.project = project_rows.name(flow.text, *value)
    found = forms().header.match(key) if len(key) <= 16 else None
    kind, role = field_of(found) if found else (None, None)
    if kind is Field.WHO and role:
        card.said = card.said.then(assign.listed(flow.text, *value, role))
        card.cells.append(value)
    elif kind is Field.TIME or (key and heads().time.match(key)):
        card.said = card.said.then(Said(limit=value))
        card.cells.append(value)
    elif heads().number.match(key):
        card.label = flow.printed[slice(*value)].strip()
    elif not key or (kind is not Field.OTHER and not heads().other.match(key) and heads().task.match(key)):
        card.words.append(value)


def _above(flow: Flow, rows: Sequence[Row], taken: Sequence[Span]) -> Span | None:
    """The paragraph above the table."""
    at = flow.paragraph(min(cell[0] for row in rows for cell in row if cell)) - 1
    while at >= 0 and flow.paragraphs[at][0] == flow.paragraphs[at][1]:
        at -= 1
    if at < 0 or any(start <= flow.paragraphs[at][0] < end for start, end in taken):
        return None
    return flow.paragraphs[at]


def _found(flow: Flow, card: _Card) -> Found:
    label = card.label
    first = card.words[0]
    if label is None and (number := number_of(flow.text[slice(*first)])):
        label, card.words[0] = number.printed, (first[0] + number.end, first[1])
    places = [first, *card.words, *card.cells]
    start, end = min(place[0] for place in places), max(place[1] for place in places)
    at, till = min(card.cells)[0], max(cell[1] for cell in card.cells)
    clause = Clause(at, till, card.said, own=True)
    projects = (card.project,) if card.project else ()
    return Found(start, end, tuple(card.words), label, None, title_of(flow, card.words), (clause,), projects)
