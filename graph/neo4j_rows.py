"""What one notice says, as the rows that statements for Neo4j take: nodes, measures, edges, names, documents."""

import json
from collections.abc import Iterable
from typing import Any

from graph import answers, naming
from graph.door import edge_props, node_props
from graph.model import Edge, Kind, Limit, Node, NoticeGraph, Relation
from graph.search import search
from graph.search.search import FIELDS

_NINES = str.maketrans("0123456789", "9876543210")


def dated(graph: NoticeGraph) -> str | None:
    """The day of the notice."""
    day = next(n for n in graph.nodes if n.id == graph.id).props.get("dated")
    return day if isinstance(day, str) else None


def node(one: Node) -> dict[str, Any]:
    return {**node_props(one), "id": one.id, "name": one.name, "measures": 0}


def measures(graph: NoticeGraph) -> Iterable[dict[str, Any]]:
    sorts = _sort_keys(graph)
    for one in graph.nodes:
        if one.kind is Kind.MEASURE:
            limit, due = one.props.get("deadline_kind"), one.props.get("due")
            order = answers.due_order(due, Limit(limit) if limit else None)  # type: ignore[arg-type]
            sort = sorts[one.id]
            yield {**node_props(one), "id": one.id, "name": one.name, "sort": sort, "due_sort": f"{order}\t{sort}"}


def edge(one: Edge, place: int) -> list[Any]:
    return [one.source, one.target, {**edge_props(one), "notice": one.notice, "place": place}]


def names(one: Node) -> Iterable[list[Any]]:
    yield from ([one.id, one.kind, name, False] for name in naming.names(one))
    yield from ([one.id, one.kind, name, True] for name in naming.initials(one))


def documents(graph: NoticeGraph) -> Iterable[dict[str, Any]]:
    """What search reads of the measures."""
    sorts, nodes = _sort_keys(graph), {n.id: n for n in graph.nodes}
    for id, document in search.documents(graph).items():
        span = nodes[id].props.get("span")
        start, end = (int(span[0]), int(span[1])) if isinstance(span, list | tuple) and len(span) == 2 else (0, 0)
        yield {
            **{field: document.terms[field] for field in FIELDS},
            "id": id,
            "shown": json.dumps(dict(document.shown), ensure_ascii=False),
            "source": graph.text[start:end],
            "starts": start,
            "ends": end,
            "sort": sorts[id],
        }


def _sort_keys(graph: NoticeGraph) -> dict[str, str]:
    """What `Order.NOTICE` sorts measures by: newest first, so the digits of the day are turned round. No id holds a
    tab."""
    day = dated(graph)
    front = f"{day.translate(_NINES) if day else '~'}\t{graph.id}\t"
    contained = (e for e in graph.edges if e.kind is Relation.CONTAINS)
    return {e.target: f"{front}{int(str(e.props['ordinal'])):020d}" for e in contained}
