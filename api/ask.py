"""The questions as they come from outside, in names and words; the answers as plain objects.

The command line and the service both ask through here: a name is resolved, a date is checked and a shape is made once.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from typing_extensions import TypedDict

from api import jsons
from api.shapes import (
    AnswerJson,
    FacetsJson,
    GraphJson,
    MeasureJson,
    NodeJson,
    PageJson,
    PairJson,
    PathsJson,
    StatsJson,
)
from graph import doubts, suggesting
from graph.asking import LIMITS, By, Filter, Order
from graph.errors import BadValue, Unknown, among
from graph.model import Edge, Kind, Relation, Role
from graph.store import Store, resolve

LAST_DAY = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which measures are meant, in the words of the asker: nodes by id or name, days as ISO dates."""

    notice: tuple[str, ...] = ()
    department: tuple[str, ...] = ()
    any_department: bool = False
    role: str | None = None
    region: tuple[str, ...] = ()
    project: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    deadline: tuple[str, ...] = ()
    due_before: str | None = None
    due_after: str | None = None
    year: tuple[int, ...] = ()
    kind: tuple[str, ...] = ()


ALL = Wanted()


class DueJson(TypedDict):
    as_of: str
    items: list["DueItemJson"]
    total: int
    next: str | None
    states: dict[str, int]
    deadlines: dict[str, int]


class DueItemJson(MeasureJson):
    """`state`: passed, coming, open (a limit without a day) or none; `days` from as_of to the last day."""

    state: str
    days: int | None


def meant(store: Store, wanted: Wanted) -> Filter:
    """The filter that those words stand for."""

    def ids(names: tuple[str, ...], kind: Kind) -> tuple[str, ...]:
        return tuple(dict.fromkeys(resolve(store, name, (kind,)).id for name in names if name))

    return Filter(
        notices=ids(wanted.notice, Kind.NOTICE),
        departments=ids(wanted.department, Kind.DEPARTMENT),
        any_department=wanted.any_department,
        role=Role(wanted.role) if wanted.role else None,
        regions=ids(wanted.region, Kind.REGION),
        projects=ids(wanted.project, Kind.PROJECT),
        themes=ids(wanted.theme, Kind.THEME),
        deadlines=tuple(dict.fromkeys(one for text in wanted.deadline for one in LIMITS if one == text)),
        due_before=day("due_before", wanted.due_before),
        due_after=day("due_after", wanted.due_after),
        years=tuple(dict.fromkeys(wanted.year)),
        kinds=tuple(dict.fromkeys(kind for kind in wanted.kind if kind)),
    )


def day(name: str, text: str | None) -> str | None:
    """A day as ISO date; empty is none."""
    if not text:
        return None
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError as error:
        raise BadValue(name=name, value=text, expected="应为 2024-12-31 这样的日期") from error


def kinds_of(names: Iterable[str]) -> tuple[Kind, ...] | None:
    """Kinds by name in any case, several parted by commas; none at all means every kind."""
    asked = [part.strip() for name in names for part in name.split(",") if part.strip()]
    known = {kind.lower(): kind for kind in Kind}
    for name in asked:
        if name.lower() not in known:
            raise BadValue(name="kinds", value=name, expected=among(Kind))
    return tuple(known[name.lower()] for name in asked) or None


def listed(store: Store, kind: Kind, text: str | None, limit: int, cursor: str | None) -> PageJson[NodeJson]:
    """Nodes of a kind with their number of measures."""
    return jsons.page(store.list(kind, text or None, limit, cursor), jsons.counted)


def suggested(store: Store, text: str, limit: int, kinds: Collection[Kind] | None) -> list[NodeJson]:
    return [jsons.counted(one) for one in suggesting.suggested(store, text, limit, kinds)]


def measures(
    store: Store, wanted: Wanted, order: Order, limit: int, cursor: str | None = None
) -> PageJson[MeasureJson]:
    return jsons.page(store.measures(meant(store, wanted), order, limit, cursor), jsons.measure)


def search(
    store: Store, text: str, wanted: Wanted, limit: int, cursor: str | None = None, lang: str = "zh"
) -> AnswerJson:
    return jsons.answer(store.search(text, meant(store, wanted), limit, cursor), lang)


def facets(store: Store, text: str | None, wanted: Wanted, most: int = 20) -> FacetsJson:
    return jsons.facets(store.facets(meant(store, wanted), text or None, most))


def shared(
    store: Store,
    a: str | None,
    b: str | None,
    by: By = By.COUNT,
    wanted: Wanted = ALL,
    limit: int = 50,
    cursor: str | None = None,
) -> PageJson[PairJson] | PageJson[MeasureJson]:
    """Without `a` pairs, with `a` its partners, with both the measures they share."""
    if b and not a:
        a, b = b, None
    filter = meant(store, wanted)
    if not a:
        return jsons.page(store.pairs(by, filter, limit, cursor), jsons.pair)
    one = resolve(store, a, (Kind.DEPARTMENT,)).id
    if not b:
        return jsons.page(store.partners(one, by, filter, limit, cursor), jsons.pair)
    other = resolve(store, b, (Kind.DEPARTMENT,)).id
    both = replace(filter, departments=(*filter.departments, one, other))
    return jsons.page(store.measures(both, Order.NOTICE, limit, cursor), jsons.measure)


def around(store: Store, name: str, depth: int, limit: int, kinds: Collection[Kind] | None) -> GraphJson:
    return jsons.graph(store.around(resolve(store, name).id, depth, limit, kinds))


def paths(
    store: Store, a: str, b: str, longest: int = 6, limit: int = 50, kinds: Collection[Kind] | None = None
) -> PathsJson:
    return jsons.paths(store.paths(resolve(store, a).id, resolve(store, b).id, longest, limit, kinds))


def due(store: Store, as_of: str | None, wanted: Wanted = ALL, limit: int = 50, cursor: str | None = None) -> DueJson:
    """Measures by time limit as seen on a day (today, unless told): passed, to come, or without a day."""
    today = date.fromisoformat(day("as_of", as_of) or date.today().isoformat())
    filter = meant(store, wanted)
    page = store.measures(filter, Order.DUE, limit, cursor)
    return {
        "as_of": today.isoformat(),
        "items": [_due(jsons.measure(item), today) for item in page.items],
        "total": page.total,
        "next": page.next,
        "states": _states(store, filter, today, page.total),
        "deadlines": dict(store.facets(filter, None, 1).deadlines),
    }


def _due(item: MeasureJson, today: date) -> DueItemJson:
    limit = item["deadline"]
    if limit is None or limit["due"] is None:
        return {**item, "state": "none" if limit is None else "open", "days": None}
    days = (date.fromisoformat(limit["due"]) - today).days
    return {**item, "state": "passed" if days < 0 else "coming", "days": days}


def _states(store: Store, filter: Filter, today: date, total: int) -> dict[str, int]:
    def until(last: str) -> int:
        last = min(last, filter.due_before or LAST_DAY)
        return store.measures(replace(filter, due_before=last), Order.DUE, 1).total

    yesterday = date.fromordinal(max(today.toordinal() - 1, 1)).isoformat()
    dated, passed = until(LAST_DAY), until(yesterday)
    return {"passed": passed, "coming": dated - passed, "without_day": total - dated}


def stats(store: Store) -> StatsJson:
    """Where the store lies is for those to know who named it: no part of what a service answers."""
    return jsons.stats(store.stats())


def analysis(store: Store, wanted: Wanted = ALL, most: int = 500) -> dict[str, Any]:
    """Centrality, groups and bridges of the departments with the most measures (graph.analysis)."""
    from graph.analysis import analyse

    return asdict(analyse(store, meant(store, wanted), most))


def shown(store: Store, name: str, kind: Kind | None = None, limit: int = 100, lang: str = "zh") -> dict[str, Any]:
    """A node, how many neighbours of each kind it has, and its relations, each with the node at its other end."""
    node = resolve(store, name, None if kind is None else (kind,))
    near = store.around(node.id, 1, limit)
    others = {one.id: jsons.node(one) for one in near.nodes}
    made: dict[str, Any] = {
        **jsons.node(node),
        "neighbours": {str(of): number for of, number in store.degrees(node.id).items()},
        "relations": [
            {**jsons.edge(edge), "node": others[edge.target if edge.source == node.id else edge.source]}
            for edge in sorted(near.edges, key=lambda edge: _place(edge, node.id))
            if node.id in (edge.source, edge.target)
        ],
        "truncated": near.truncated,
    }
    if node.kind is Kind.MEASURE:
        made |= jsons.measure(store.measure(node.id))
    if node.kind is Kind.NOTICE:
        made |= _document(store, node.id, lang)
    return made


def _place(edge: Edge, id: str) -> tuple[int, int]:
    """By kind; the measures of a notice and the units of a measure in the order of the notice."""
    place = edge.props.get("ordinal") or (edge.source == id and edge.props.get("order")) or 0
    return list(Relation).index(edge.kind), place if isinstance(place, int) else 0


def _document(store: Store, id: str, lang: str) -> dict[str, Any]:
    """The text that all spans point into, and what was not understood; of a notice only cited there is neither."""
    try:
        said = store.notice(id)
    except Unknown:
        return {"loaded": False, "text": None, "warnings": []}
    return {"loaded": True, "text": said.text, "warnings": [_doubt(one, said.text, lang) for one in said.warnings]}


def _doubt(warning: Mapping[str, Any], text: str, lang: str) -> dict[str, Any]:
    span = warning.get("span")
    return {**doubts.told(warning, lang), "line": text.count("\n", 0, span[0]) + 1 if span else None}
