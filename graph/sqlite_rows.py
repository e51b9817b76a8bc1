"""What a notice says as rows of the tables, as far as its graph alone tells: any process can make them, so that the one
that writes only writes. Nodes are told by their place among those of the notice until their keys are known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph import answers, changes, jsons, naming, sql, sqlite_index
from graph.changes import HANGING, Counts
from graph.door import SHARED_RELATIONS, Admitted, Prepared, edge_props, node_props
from graph.model import Edge, Kind, Limit, Node, NoticeGraph, Relation, Role
from graph.search import indexing
from graph.sqlite_index import Findable

Keys = Sequence[int]
"""Of each place the key."""
Row = tuple[Any, ...]
Shared = tuple[str, Relation, str]


@dataclass(frozen=True, slots=True)
class Said(Prepared):
    """A notice ready to be written.

    nodes: id, number of the kind, name, properties
    measures: place, ordinal, kind of limit, last day, its order, start and end in the text; by their ordinals
    hanging: of each of them the places of what it hangs on, by kind of relation
    edges: of relations that no other notice can state start, kind, end, place among all, role, order, properties
    shared: properties of those that others may state, too
    """

    id: str
    dated: str
    mark: str
    kept: bytes
    text: str
    warnings: int
    nodes: list[tuple[str, int, str, str]]
    measures: list[Row]
    hanging: list[list[list[int]]]
    edges: list[Row]
    shared: dict[Shared, str]
    counts: Counts
    found: Findable | None
    terms: str
    """The fingerprint of what made the terms by which it is found."""


def said(given: Admitted) -> Said:
    graph = given.graph
    places = {node.id: place for place, node in enumerate(graph.nodes)}
    counts = changes.counts(graph)
    measures = [*_measures(graph, places)]
    shared = shared_edges(graph)
    return Said(
        id=graph.id,
        dated=str(graph.nodes[places[graph.id]].props.get("dated") or ""),
        mark=given.mark,
        kept=given.kept,
        text=graph.text,
        warnings=len(graph.warnings),
        nodes=[(n.id, sql.KINDS[n.kind], n.name, props(n)) for n in graph.nodes],
        measures=measures,
        hanging=[
            [[*map(places.__getitem__, counts.targets[kind].get(graph.nodes[row[0]].id, ()))] for kind in HANGING]
            for row in measures
        ],
        edges=[*_own_edges(graph, places)],
        shared=dict(zip(shared, jsons.told(map(edge_props, shared.values())), strict=True)),
        counts=counts,
        found=sqlite_index.findable(graph),
        terms=indexing.made_by(),
    )


def props(node: Node) -> str:
    return jsons.one(node_props(node))


def _own_edges(graph: NoticeGraph, places: Mapping[str, int]) -> Iterator[Row]:
    own = [(place, edge) for place, edge in enumerate(graph.edges) if edge.kind not in SHARED_RELATIONS]
    told = jsons.told(edge_props(edge) for _, edge in own)
    for (place, edge), said in zip(own, told, strict=True):
        kind, role, order = edge.kind, None, None
        if kind is Relation.ASSIGNED_TO:
            role, order = sql.ROLES[edge.props.get("role") or Role.RESPONSIBLE], edge.props.get("order")  # type: ignore[index]
        yield places[edge.source], sql.RELATIONS[kind], places[edge.target], place, role, order, said


def shared_edges(graph: NoticeGraph | None) -> dict[Shared, Edge]:
    found: dict[Shared, Edge] = {}
    for edge in graph.edges if graph else ():
        if edge.kind in SHARED_RELATIONS:
            found.setdefault((edge.source, edge.kind, edge.target), edge)
    return found


def _measures(graph: NoticeGraph, places: Mapping[str, int]) -> Iterator[Row]:
    ordinals = {e.target: e.props["ordinal"] for e in graph.edges if e.kind is Relation.CONTAINS}
    nodes = (node for node in graph.nodes if node.kind is Kind.MEASURE)
    for node in sorted(nodes, key=lambda node: ordinals[node.id]):  # type: ignore[arg-type, return-value]
        limit, due, span = (node.props.get(key) for key in ("deadline_kind", "due", "span"))
        starts, ends = span if isinstance(span, list | tuple) and len(span) == 2 else (None, None)
        order = answers.due_order(due, Limit(limit) if limit else None)  # type: ignore[arg-type]
        yield places[node.id], ordinals[node.id], limit, due, order, starts, ends


# once keys are known


def edge(row: Row, keys: Keys, notice: int) -> Row:
    """As `ADD_EDGE` takes it."""
    source, kind, target, place, role, order, told = row
    return keys[source], kind, keys[target], place, notice, role, order, told


def measure(row: Row, keys: Keys, notice: int, said: Said) -> Row:
    """As `ADD_MEASURE` takes it."""
    place, *rest = row
    return keys[place], notice, said.dated, said.id, *rest


def outline(said: Said, keys: Keys) -> str:
    """As `sql.OUTLINED` would tell it."""
    return jsons.one(
        [
            [keys[place], limit, due and int(due[:4]), *(sorted(map(keys.__getitem__, each)) for each in hanging)]
            for (place, _, limit, due, *_), hanging in zip(said.measures, said.hanging, strict=True)
        ]
    )


def names(nodes: Iterable[tuple[int, Node]]) -> Iterator[Row]:
    for key, node in nodes:
        yield from ((name, key, 0) for name in naming.names(node))
        yield from ((name, key, 1) for name in naming.initials(node))
