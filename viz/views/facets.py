"""What a list can be narrowed or widened by, each with how long the list would then be.

Several values of one facet mean any of them, several facets mean all; departments alone must all have the measure,
unless the address says `any_department`. So beside a theme, once another is chosen, stands the length of the list of
both. A value whose measures are all in the list already (a city, once its province is chosen) would add nothing: it
takes the place of what is chosen.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from graph.asking import UNLIMITED, Facets, Filter
from graph.model import Kind
from graph.store import Store
from viz.look import Look
from viz.views.ask import MANY, MOST_VALUES, NODES, Asked

KEYS = ("deadline", "year", "kind", *NODES)
MOST = 10
COUNTED = 20
"""So many nodes of a kind are counted at once; for others it is asked one by one."""


@dataclass(frozen=True, slots=True)
class Row:
    """One value; `said` is a name from the notices, else a key of words. `without` is the list without it, where it is
    chosen; `within`: it takes the place of what is chosen."""

    name: str
    said: bool
    n: int
    url: str
    value: str
    without: str | None = None
    within: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A facet, what is chosen of it first. `switch` is the list that means several departments the other way."""

    key: str
    kind: Kind | None
    rows: tuple[Row, ...]
    chosen: bool
    switch: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """The list at hand: the measures meant that answer `text`, and their counts."""

    store: Store
    look: Look
    meant: Asked
    text: str | None
    facets: Facets

    def length(self, key: str, *values: Any) -> int:
        """How long the list would be with these values of a facet."""
        filter = having(self.meant.filter, key, *values)
        if self.text is None:
            return self.store.measures(filter, limit=1).total
        return self.store.search(self.text, filter, 1).total


def having(filter: Filter, key: str, *values: Any) -> Filter:
    """The filter with these values of a facet instead of those it has."""
    given: dict[str, Any] = {MANY[key]: values}
    return replace(filter, **given)


def counted(store: Store, filter: Filter, text: str | None = None) -> Facets:
    """The counts that `groups` takes."""
    return store.facets(filter, text, COUNTED)


def groups(store: Store, look: Look, facets: Facets, meant: Asked, text: str | None = None) -> list[Group]:
    """All facets of the list in which there is something to choose."""
    listed = Listed(store, look, meant, text, facets)
    found = (group(listed, key) for key in KEYS)
    return [one for one in found if one.chosen or len(one.rows) > 1 or any(row.n < facets.total for row in one.rows)]


def group(listed: Listed, key: str) -> Group:
    """One facet of the list."""
    filter, look = listed.meant.filter, listed.look
    chosen: tuple[Any, ...] = getattr(filter, MANY[key])
    any_of = bool(chosen) and (key != "department" or filter.any_department)
    rest = listed.facets
    if any_of:
        rest = counted(listed.store, having(filter, key), listed.text)
    rows: list[Row] = []
    for value in chosen:
        alone = not any_of or len(chosen) == 1
        n = listed.facets.total if alone else listed.length(key, value)
        url = look.url(cursor=None) if alone else look.url(**{key: str(value), "cursor": None})
        name = f"limit.{value}" if key == "deadline" else listed.meant.names.get((key, str(value)), str(value))
        rows.append(Row(name, said(key), n, url, str(value), listed.meant.without(look, key, str(value))))
    if len(chosen) < MOST_VALUES:
        rows += islice(more(listed, key, chosen, any_of, rest), MOST)
    switch = None
    if key == "department" and len(chosen) > 1:
        switch = look.url(any_department=None if any_of else "1", cursor=None)
    return Group(key, NODES.get(key), tuple(rows), bool(chosen), switch)


def more(listed: Listed, key: str, chosen: tuple[Any, ...], any_of: bool, rest: Facets) -> Iterator[Row]:
    """What else can be chosen, where it changes the list; `rest` counts what there is without what is chosen here."""
    look, filter, total = listed.look, listed.meant.filter, listed.facets.total
    here = {value: n for value, _, n in values(listed.facets, key)}
    unknown = None if key in NODES and len(here) >= COUNTED else 0
    # a role is a condition on the departments chosen, which counts do not know
    one_by_one = key == "department" and (filter.role is not None or filter.first)
    for value, name, n in values(rest, key):
        if value in chosen:
            continue
        now = here.get(value, unknown)
        if any_of and now == n:
            if n < total:
                yield Row(name, said(key), n, look.url(**{key: str(value), "cursor": None}), str(value), within=True)
            continue
        length = total + n - now if any_of and now is not None else n
        if one_by_one or (any_of and now is None):
            length = listed.length(key, *chosen, value)
        if length and not (any_of and length == total):
            asked = [one for one in look.all_asked(key) if one]
            yield Row(name, said(key), length, look.url(**{key: [*asked, str(value)], "cursor": None}), str(value))


def values(facets: Facets, key: str) -> list[tuple[Any, str, int]]:
    """The values of one facet with name and count, most first; years in their order."""
    if key == "deadline":
        limits = [(kind, f"limit.{kind}", n) for kind, n in limited(facets).items()]
        return sorted(limits, key=lambda one: (one[0] == UNLIMITED, -one[2], one[1]))
    if key == "year":
        return [(year, str(year), n) for year, n in sorted(facets.years.items())]
    if key == "kind":
        return [(kind, kind, n) for kind, n in facets.kinds.items()]
    return [(one.node.id, one.node.name or one.node.id, one.measures) for one in facets.nodes.get(NODES[key], ())]


def limited(facets: Facets) -> dict[str, int]:
    """Measures by kind of limit, those without one last."""
    none = unlimited(facets)
    return {**facets.deadlines, **({UNLIMITED: none} if none else {})}


def unlimited(facets: Facets) -> int:
    """How many measures have no limit stated."""
    return facets.total - sum(facets.deadlines.values())


def said(key: str) -> bool:
    """Whether the values of a facet are called as the notices call them."""
    return key != "deadline"
