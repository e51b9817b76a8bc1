"""The pictures one can take away, each from questions to a store: who stands where, and what a click tells."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from graph.asking import Counted, Filter, MeasureItem, Near, Order, Page, Why
from graph.model import Edge, Kind, Node, Relation, Role
from graph.store import resolve
from viz import labels, layout
from viz.layout import Position
from viz.panel import Panel
from viz.picture import Dot, Line, Picture

BOX = {Kind.MEASURE: 280, Kind.DEPARTMENT: 240}


def bipartite(
    panel: Panel, filter: Filter, limit: int, order: Order = Order.NOTICE, cursor: str | None = None
) -> Picture:
    """Measures at the left by notice and section, or by last day; who has them at the right."""
    store, words = panel.store, panel.words
    page = store.measures(filter, order, limit, cursor)
    items = _fitting(page.items, limit)
    several = len({item.notice for item in items}) > 1
    groups: list[tuple[str, list[str]]] = []
    before: object = None
    for item in items:
        head: tuple[str | None, ...] = (item.notice if several else None, item.section)
        if order is Order.DUE:
            head = (item.due or words[f"limit.{item.deadline_kind or 'none'}"],)
        if head != before:
            before = head
            groups.append((" · ".join(part for part in head if part), []))
        groups[-1][1].append(item.id)
    said = words["x.said.bipartite"].format(n=len(items), units=len(_units(items)))
    if len(items) < page.total:
        said += words["x.part"].format(shown=len(items), total=page.total)
    return _columns(panel, "bipartite", words["x.title.bipartite"], said, items, groups)


def search(panel: Panel, query: str, filter: Filter, limit: int, cursor: str | None = None) -> Picture:
    """An answer: the measures found, best first, with who has them; below, those that only hold the words."""
    store, words = panel.store, panel.words
    answer = store.search(query, filter, limit, cursor)
    items = _fitting([hit.measure for hit in answer.items], limit)
    said = words["x.said.search"].format(n=answer.total) if answer.total else words["x.said.nothing"]
    said += words["x.said.near"].format(n=len(answer.near)) if answer.near else ""
    said += words["x.end"]
    said += words["x.part"].format(shown=len(items), total=answer.total) if len(items) < answer.total else ""
    more = {
        hit.measure.id: [(words["x.fact.why"], "；".join(dict.fromkeys(_reason(why) for why in hit.why)))]
        for hit in answer.items
    }
    title = words["x.title.search"].format(query=labels.clean(query)[:60])
    groups = [("", [item.id for item in items])]
    return _columns(panel, "search", title, said, items, groups, answer.near, more)


def _reason(why: Why) -> str:
    return why.words if why.words == why.concept else f"{why.concept}（{why.words}）"


def _fitting(items: Iterable[MeasureItem], limit: int) -> list[MeasureItem]:
    """The first measures that fit in a picture together with their departments."""
    kept: list[MeasureItem] = []
    units: set[str] = set()
    for item in items:
        units |= {unit.id for unit in item.departments}
        if len(kept) + 1 + len(units) > limit and kept:
            break
        kept.append(item)
    return kept


def _units(items: Iterable[MeasureItem]) -> set[str]:
    return {unit.id for item in items for unit in item.departments}


def _columns(
    panel: Panel,
    view: str,
    title: str,
    said: str,
    items: Sequence[MeasureItem],
    groups: Sequence[tuple[str, Sequence[str]]],
    near: Sequence[Near] = (),
    more: Mapping[str, Sequence[tuple[str, str]]] = MappingProxyType({}),
) -> Picture:
    """Measures in groups with a head each, and their departments opposite."""
    store, words = panel.store, panel.words
    ids = [item.id for item in items]
    graph = store.edges_among([*ids, *sorted(_units(items))][: layout.MOST])
    nodes = {node.id: node for node in graph.nodes}
    kept = set(ids)
    edges = _in_order(e for e in graph.edges if e.kind is Relation.ASSIGNED_TO and e.source in kept)
    left = [*groups, *([(words["x.head.near"], [one.measure.id for one in near])] if near else [])]
    places = layout.columns([group for _, group in left], [(edge.source, edge.target) for edge in edges])
    heads = tuple(
        (-BOX[Kind.MEASURE] // 2, places[group[0]][1] - 30, labels.clean(head))
        for head, group in left
        if head and group
    )
    full = {id: nodes[id].name for id in _units(items) if id in nodes}
    called = labels.called(full, labels.printed(edges))
    bears = Counter(edge.target for edge in edges)
    dots = []
    for id in (id for _, group in groups for id in group):
        node = nodes[id]
        label = labels.measure(_label(node), node.name, " ") or id[-labels.MOST :]
        dots.append(Dot(id, Kind.MEASURE, label, places[id], panel.node(node, more.get(id, ())), BOX[Kind.MEASURE]))
    for one in near:
        info = panel.near(one)
        label = labels.measure(one.measure.label, one.measure.title, " ")
        place = places[one.measure.id]
        dots.append(Dot(one.measure.id, Kind.MEASURE, label, place, info, BOX[Kind.MEASURE], dim=True))
    for id in sorted(full, key=lambda id: (places[id][1], id) if id in places else (0, id)):
        if id in places:
            label = f"{labels.lines(called[id], width=12, most=1)} {bears[id]}"
            info = panel.node(nodes[id], [(words["x.fact.measures"], str(bears[id]))])
            dots.append(Dot(id, Kind.DEPARTMENT, label, places[id], info, BOX[Kind.DEPARTMENT]))
    lines = tuple(_line(panel, edge) for edge in edges)
    return Picture(view, title, said, tuple(dots), lines, _sorts(panel, lines), heads, curved=True)


def around(panel: Panel, id: str, limit: int) -> Picture:
    """A node and its neighbours; of one that is no measure or notice what its few measures lead to, too."""
    store, words = panel.store, panel.words
    centre = resolve(store, id)
    first = store.around(centre.id, 1, limit)
    nodes = {node.id: node for node in first.nodes}
    second: dict[str, list[str]] = defaultdict(list)
    left_out = first.total - len(nodes)
    many = len(nodes) > layout.MANY
    if centre.kind not in (Kind.MEASURE, Kind.NOTICE) and not many:
        for measure in [node.id for node in first.nodes if node.kind is Kind.MEASURE]:
            for node in store.around(measure, 1, 100, _LEADS).nodes:
                if node.id in second or (node.id not in nodes and len(nodes) < limit):
                    nodes[node.id] = node
                    second[node.id].append(measure)
    edges = [
        edge
        for edge in store.edges_among(list(nodes)).edges
        if not (edge.kind in _GROUND and centre.id not in (edge.source, edge.target))
    ]
    rank = {kind: number for number, kind in enumerate(_ROUND)}
    inner = [
        node.id
        for node in sorted(first.nodes, key=lambda n: (rank[n.kind], labels.natural(n.id)))
        if node.id != centre.id
    ]
    places = layout.rows(centre.id, inner) if many else layout.radial(centre.id, inner, second)
    title = words["x.title.around"].format(name=labels.clean(centre.name)[:60])
    said = words["x.said.around"].format(n=len(nodes), lines=len(edges))
    if left_out > 0:
        said += words["x.part"].format(shown=len(first.nodes), total=first.total)
    return _free(panel, "around", title, said, list(nodes.values()), edges, places, centre.id)


_LEADS = (Kind.DEPARTMENT, Kind.PROJECT, Kind.REGION, Kind.THEME)
_ROUND = (Kind.MEASURE, Kind.DEPARTMENT, Kind.PROJECT, Kind.REGION, Kind.THEME, Kind.NOTICE)
"""The order of kinds on a ring."""
_GROUND = (Relation.LOCATED_IN, Relation.PART_OF)
"""Relations of the ground that things stand on; drawn only where they are what was asked for."""


TIES = (Kind.MEASURE, Kind.DEPARTMENT, Kind.PROJECT)
"""What ties two nodes: that both are of one city, one theme or one notice says little, and is a way only if no other
is."""


def path(panel: Panel, a: str, b: str, limit: int) -> Picture:
    """All shortest paths between two nodes, from left to right."""
    store, words = panel.store, panel.words
    start, end = resolve(store, a), resolve(store, b)
    found = store.paths(start.id, end.id, limit=min(limit, 200), kinds=TIES)
    if not found.paths:
        found = store.paths(start.id, end.id, limit=min(limit, 200))
    title = words["x.title.path"].format(a=labels.clean(start.name)[:40], b=labels.clean(end.name)[:40])
    if not found.paths:
        places: dict[str, Position] = {start.id: (0, 0), end.id: (400, 0)}
        said = words["x.said.nopath"].format(steps=6)
        return _free(panel, "path", title, said, [*{n.id: n for n in (start, end)}.values()], [], places, start.id)
    ranks: dict[str, int] = {}
    for way in found.paths:
        for step, id in enumerate(way):
            ranks.setdefault(id, step)
    levels = [[id for id, rank in ranks.items() if rank == step] for step in range(max(ranks.values()) + 1)]
    edges = [edge for edge in found.graph.edges if edge.source in ranks and edge.target in ranks]
    places = layout.layers(levels, [(edge.source, edge.target) for edge in edges])
    said = words["x.said.path"].format(paths=len(found.paths), steps=len(found.paths[0]) - 1)
    if found.truncated:
        said += words["x.part"].format(shown=len(found.paths), total=found.graph.total)
    nodes = [node for node in found.graph.nodes if node.id in ranks]
    return _free(panel, "path", title, said, nodes, edges, places, start.id)


FIELDS = {Kind.NOTICE: "notices", Kind.REGION: "regions", Kind.PROJECT: "projects", Kind.THEME: "themes"}
"""Which condition the nodes of a list make, of each kind that is no department."""


SPREAD = 2.3
"""Names of two lines below a sign want so many rows of a column of boxes."""


def listed(panel: Panel, kind: Kind, some: Page[Counted], limit: int) -> Picture:
    """Nodes of a list at the left, at the right the measures that hang on them."""
    store, words = panel.store, panel.words
    ids = [one.node.id for one in some.items]
    given: dict[str, Any] = {FIELDS[kind]: tuple(ids)}
    measures = store.measures(Filter(**given), limit=max(limit - len(ids), 1)) if ids else Page((), 0)
    graph = store.edges_among([*ids, *(item.id for item in measures.items)])
    left = set(ids)
    ties = [(a, b) for e in graph.edges for a, b in ((e.source, e.target), (e.target, e.source)) if a in left]
    rows = layout.level(layout.columns([ids], [(a, b) for a, b in ties if b not in left]))
    places = {id: (x, round(y * SPREAD)) for id, (x, y) in rows.items()}
    picture = chosen(panel, places, words[f"kinds.{kind}"])
    said = words["x.said.listed"].format(n=len(ids), measures=len(places) - len(ids))
    for shown, total in ((len(ids), some.total), (len(measures.items), measures.total)):
        said += words["x.part"].format(shown=shown, total=total) if shown < total else ""
    return replace(picture, said=said, view="list")


def chosen(panel: Panel, places: Mapping[str, Position], title: str) -> Picture:
    """These nodes where they stand; ids that are not there any more are left out."""
    graph = panel.store.edges_among(list(places))
    edges = [edge for edge in graph.edges if edge.kind not in _GROUND]
    said = panel.words["x.said.around"].format(n=len(graph.nodes), lines=len(edges))
    return _free(panel, "chosen", labels.clean(title), said, graph.nodes, edges, places, "")


def _free(
    panel: Panel,
    view: str,
    title: str,
    said: str,
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    places: Mapping[str, Position],
    centre: str,
) -> Picture:
    """Nodes of all kinds, each in its shape."""
    full = {node.id: node.name for node in nodes if node.kind is Kind.DEPARTMENT}
    called = labels.called(full, labels.printed(edges))
    degree = Counter(id for edge in edges for id in (edge.source, edge.target))
    dots = tuple(
        Dot(
            node.id,
            node.kind,
            labels.node(node, called.get(node.id)),
            places[node.id],
            panel.node(node),
            size=min(30, round(10 + 3 * math.sqrt(degree[node.id]))),
            centre=node.id == centre,
        )
        for node in nodes
    )
    lines = tuple(_line(panel, edge) for edge in _in_order(edges))
    return Picture(view, title, said, dots, lines, _sorts(panel, lines))


def _in_order(edges: Iterable[Edge]) -> list[Edge]:
    """Relations by what they come from, 9 before 10, in it as the notice lists them."""

    def place(edge: Edge) -> tuple[object, ...]:
        order = edge.props.get("order")
        return labels.natural(edge.source), order if isinstance(order, int) else 0, edge.kind, edge.target

    return sorted(edges, key=place)


def _line(panel: Panel, edge: Edge) -> Line:
    strong = edge.kind is Relation.ASSIGNED_TO and (edge.props.get("role") == Role.LEAD or edge.props.get("order") == 1)
    sort = ("first" if strong else "other") if edge.kind is Relation.ASSIGNED_TO else "relation"
    return Line(edge.source, edge.target, sort, panel.edge(edge), width=2.2 if strong else 1.2, strong=strong)


def _sorts(panel: Panel, lines: Sequence[Line]) -> tuple[tuple[str, str, bool], ...]:
    there = {line.sort for line in lines}
    return tuple(
        (sort, panel.words[f"x.sort.{sort}"], sort == "first")
        for sort in ("first", "other", "relation")
        if sort in there
    )


def _label(node: Node) -> str | None:
    label = node.props.get("label")
    return label if isinstance(label, str) else None
