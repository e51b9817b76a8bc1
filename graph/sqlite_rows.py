"""What a notice says, as rows of the tables; keys are those of its nodes by id."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph import answers, jsons, naming, sql
from graph.changes import HANGING, Counts
from graph.door import SHARED_RELATIONS, edge_props, node_props
from graph.model import Edge, Kind, Limit, Node, NoticeGraph, Relation, Role

Keys = Mapping[str, int]
Row = tuple[Any, ...]
Shared = tuple[str, Relation, str]


def nodes(new: Sequence[Node], keys: Keys, teller: int) -> Iterator[Row]:
    props = jsons.told(map(node_props, new))
    for node, told in zip(new, props, strict=True):
        yield keys[node.id], node.id, sql.KINDS[node.kind], node.name, told, teller


def names(new: Iterable[Node], keys: Keys) -> Iterator[Row]:
    for node in new:
        key = keys[node.id]
        yield from ((name, key, 0) for name in naming.names(node))
        yield from ((name, key, 1) for name in naming.initials(node))


def edges(placed: Sequence[tuple[int, Edge]], keys: Keys, notice: int) -> Iterator[Row]:
    props = jsons.told(edge_props(edge) for _, edge in placed)
    for (place, edge), told in zip(placed, props, strict=True):
        kind, role, order = edge.kind, None, None
        if kind is Relation.ASSIGNED_TO:
            role, order = sql.ROLES[edge.props.get("role") or Role.RESPONSIBLE], edge.props.get("order")  # type: ignore[index]
        yield keys[edge.source], sql.RELATIONS[kind], keys[edge.target], place, notice, role, order, told


def own_edges(graph: NoticeGraph) -> list[tuple[int, Edge]]:
    """The relations that no other notice can state, with their place."""
    return [(place, edge) for place, edge in enumerate(graph.edges) if edge.kind not in SHARED_RELATIONS]


def shared_edges(graph: NoticeGraph | None) -> dict[Shared, Edge]:
    found: dict[Shared, Edge] = {}
    for edge in graph.edges if graph else ():
        if edge.kind in SHARED_RELATIONS:
            found.setdefault((edge.source, edge.kind, edge.target), edge)
    return found


def measures(graph: NoticeGraph, keys: Keys, dated: str) -> Iterator[Row]:
    """In the order of their ordinals."""
    nodes = {node.id: node for node in graph.nodes if node.kind is Kind.MEASURE}
    ordinals = {e.target: e.props["ordinal"] for e in graph.edges if e.kind is Relation.CONTAINS}
    for id in sorted(nodes, key=ordinals.__getitem__):  # type: ignore[arg-type]
        limit, due, span = (nodes[id].props.get(key) for key in ("deadline_kind", "due", "span"))
        starts, ends = span if isinstance(span, list | tuple) and len(span) == 2 else (None, None)
        order = answers.due_order(due, Limit(limit) if limit else None)  # type: ignore[arg-type]
        yield keys[id], keys[graph.id], dated, graph.id, ordinals[id], limit, due, order, starts, ends


def outline(measures: Iterable[Row], ids: Mapping[int, str], keys: Keys, counts: Counts) -> str:
    """As `sql.OUTLINED` would tell it."""
    lines = []
    for key, *_, limit, due, _order, _starts, _ends in measures:
        hanging = (counts.targets[kind].get(ids[key], ()) for kind in HANGING)
        lines.append([key, limit, due and int(due[:4]), *(sorted(map(keys.__getitem__, each)) for each in hanging)])
    return jsons.one(lines)
