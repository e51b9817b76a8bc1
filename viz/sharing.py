"""The picture of who shares how many measures with whom."""

import math
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from graph.asking import Counted, Filter, MeasureItem, Pair
from graph.model import Kind
from graph.store import Store
from viz import labels, layout
from viz.layout import Position
from viz.panel import Panel
from viz.picture import Dot, Line, Picture

LINES = 400
"""So many pairs of departments are drawn, the strongest first: more is a hairball. A department keeps its two strongest
all the same."""

LISTED = 30
"""Measures listed for a pair."""
CARDS = 3000
"""Measures listed for all pairs together: the page goes by mail."""


WIDEST = 10
"""Pixels of the widest line; widths are in proportion to the measures shared."""


AT_ONCE = 1000


Ends = tuple[Collection[str], Collection[str]]
"""Two sets of departments, perhaps the same: pairs have an end in each."""


def departments(panel: Panel, filter: Filter, limit: int, ends: Ends | None = None, tied: bool = False) -> Picture:
    """Who shares how many measures with whom; with `ends`, only these departments and the pairs between the two sets.
    `tied` leaves out who shares nothing."""
    store, words = panel.store, panel.words
    wanted = _wanted(store, filter, ends)
    counted = wanted[:limit]
    full = {item.node.id: item.node.name for item in counted}
    pairs, total = _pairs(store, filter, full, ends)
    if tied:
        drawn = {id for pair in pairs for id in (pair.a, pair.b)}
        counted = [one for one in counted if one.node.id in drawn]
        full = {item.node.id: item.node.name for item in counted}
    cards: dict[str, dict[str, Any]] = {}
    place: dict[str, int] = {}
    printed: list[tuple[str, str]] = []
    lines = []
    listed = max(5, min(LISTED, CARDS // max(len(pairs), 1)))
    unit = min(1.6, WIDEST / max((pair.count for pair in pairs), default=1))
    for pair in pairs:
        items = _shared(store, filter, pair, listed)
        printed += [(unit.id, unit.printed) for item in items for unit in item.departments]
        for item in items:
            if item.id not in cards:
                place[item.id] = len(cards)
                cards[item.id] = panel.measure(item)
        info = {"count": pair.count, "measures": [place[item.id] for item in items]}
        lines.append(Line(pair.a, pair.b, "shared", info, width=round(pair.count * unit, 1), strong=True))
    for id in full.keys() - {id for id, _ in printed}:
        one = store.measures(_also(filter, id), limit=1).items
        printed += [(unit.id, unit.printed) for item in one for unit in item.departments]
    shown = {id: labels.lines(name, most=3) for id, name in labels.called(full, printed).items()}
    weights = {(pair.a, pair.b): float(pair.count) for pair in pairs}
    most = max((item.measures for item in counted), default=1) or 1
    sizes = {item.node.id: _size(item.measures, most) for item in counted}
    rooms = {id: _room(text, sizes[id]) for id, text in shown.items()}
    places = layout.spread(list(full), weights, rooms)
    dots = tuple(
        Dot(
            item.node.id,
            Kind.DEPARTMENT,
            shown[item.node.id],
            _dot(places[item.node.id], rooms[item.node.id], sizes[item.node.id]),
            panel.node(item.node, [(words["x.fact.measures"], str(item.measures))]),
            size=sizes[item.node.id],
            text=18,
        )
        for item in counted
    )
    said = words["x.said.departments"].format(n=len(dots), pairs=total)
    if len(dots) < len(wanted) and not tied:
        said += words["x.part"].format(shown=len(dots), total=len(wanted))
    if len(pairs) < total:
        said += words["x.part.pairs"].format(shown=len(pairs), total=total)
    sorts = (("shared", words["x.sort.shared"], True),)
    title = words["x.title.departments"]
    return Picture("departments", title, said, dots, tuple(lines), sorts, measures=tuple(cards.values()))


def _size(measures: int, most: int) -> int:
    """Dots grow with the root of what they bear, the largest to 28."""
    return round(7 + min(5 * math.sqrt(measures), 21 * math.sqrt(measures / most)))


def _room(label: str, size: int) -> layout.Size:
    """What a dot and the label below it take up."""
    rows = label.split("\n")
    return max(2.0 * size, 18.0 * max(map(len, rows))) + 26, 2.0 * size + 24 * len(rows) + 26


def _dot(place: Position, room: layout.Size, size: int) -> Position:
    """Where the dot stands in its room: at the top, the label below it."""
    return place[0], round(place[1] - room[1] / 2 + size + 6)


def _also(filter: Filter, *departments: str) -> Filter:
    """The same measures, of those that these departments have."""
    return replace(filter, departments=(*filter.departments, *departments), role=None, first=False)


def _shared(store: Store, filter: Filter, pair: Pair, most: int) -> list[MeasureItem]:
    """The first measures of a pair. A role in the filter is a condition on the measure, not on these two."""
    items = store.measures(_also(filter, pair.a, pair.b), limit=most).items
    if filter.role is None:
        return list(items)
    return [item for item in items if any(unit.role == filter.role for unit in item.departments)]


def _wanted(store: Store, filter: Filter, ends: Ends | None) -> list[Counted]:
    """The departments to be drawn, most measures first; those that are asked for also without any."""
    found = list(store.facets(filter, most=AT_ONCE).nodes.get(Kind.DEPARTMENT, ()))
    if ends is None:
        return found
    asked = {*ends[0], *ends[1]}
    wanted = [one for one in found if one.node.id in asked]
    others = sorted(asked - {one.node.id for one in wanted})[: AT_ONCE - len(wanted)]
    return [*wanted, *(Counted(node, 0) for node in store.edges_among(others).nodes)]


def _pairs(store: Store, filter: Filter, among: Collection[str], ends: Ends | None) -> tuple[list[Pair], int]:
    """The strongest pairs between those departments, and how many pairs there are in all."""
    found: list[Pair] = []
    lines: Counter[str] = Counter()
    crossing, cursor = 0, None
    while True:
        page = store.pairs(filter=filter, limit=1000, cursor=cursor)
        for pair in page.items:
            if ends and not any(pair.a in ends[i] and pair.b in ends[1 - i] for i in (0, 1)):
                continue
            crossing += 1
            if pair.a in among and pair.b in among and (len(found) < LINES or min(lines[pair.a], lines[pair.b]) < 2):
                found.append(pair)
                lines.update((pair.a, pair.b))
        cursor = page.next
        if cursor is None:
            return found, crossing
