"""A measure in the exact words of its notice, with everything read from them marked."""

from typing import Any

from graph.asking import Filter, MeasureItem
from graph.errors import Unknown
from graph.model import NoticeGraph
from graph.store import Store
from viz.legend import source_of
from viz.marks import breaks, readable, words
from viz.views.notice import NAMED, in_order, marks_of, span_of
from viz.views.view import Table, View

HEADS = ("kind", "words", "name", "role", "source", "span.start", "span.end")


def measure(store: Store, id: str) -> View:
    """The page of a measure."""
    item = store.measure(id)
    said = store.notice(item.notice)
    order = in_order(said)
    place = next((n for n, node in enumerate(order) if node.id == id), None)
    if place is None:
        raise Unknown(name=id)
    span = span_of(order[place].props) or (0, 0)
    read = what_is_read(said, item)
    values = {
        "measure": item,
        "notice": store.node(item.notice),
        "span": span,
        "source_text": said.text[slice(*span)],
        "read": read,
        "before": neighbour(order, place - 1),
        "after": neighbour(order, place + 1),
        "ordinal": place + 1,
        "of": len(order),
        "together": together(store, item),
    }
    marks = [*marks_of(said, id), *breaks(said.text, span, item.text)]
    drawn = {"segments": readable(said.text, marks, *span)}
    rows = [
        (row["kind"], row["words"], row["name"], row["role"], row["source"], *(row["span"] or (None, None)))
        for row in read
    ]
    return View("measure.html", values, drawn, Table(id, HEADS, lambda: iter(rows)))


def neighbour(order: list[Any], place: int) -> Any:
    return order[place] if 0 <= place < len(order) else None


def what_is_read(said: NoticeGraph, item: MeasureItem) -> list[dict[str, Any]]:
    """Everything that was read from the measure, in order of its words; what has no words comes last."""
    nodes = {node.id: node for node in said.nodes}
    found: list[dict[str, Any]] = []
    for edge in said.edges:
        if edge.source != item.id or edge.kind not in NAMED:
            continue
        node, span = nodes[edge.target], span_of(edge.props)
        found.append(
            {
                "kind": NAMED[edge.kind].value,
                "id": node.id,
                "words": words(said.text, *span) if span else edge.props.get("name"),
                "name": node.name,
                "role": edge.props.get("role"),
                "order": edge.props.get("order"),
                "stage": edge.props.get("stage"),
                "basis": edge.props.get("basis"),
                "source": source_of(edge.kind, edge.props),
                "span": span,
            }
        )
    if item.deadline_kind:
        span = span_of(nodes[item.id].props, "deadline_span")
        found.append(
            {
                "kind": "Limit",
                "id": None,
                "words": item.deadline_text,
                "name": item.due,
                "role": None,
                "order": None,
                "stage": None,
                "basis": item.deadline_kind,
                "source": "stated" if span else "derived",
                "span": span,
            }
        )
    kinds = list(NAMED.values())
    return sorted(found, key=lambda row: (row["span"] or (1 << 60, 0), row["kind"] in kinds, str(row["id"])))


def together(store: Store, item: MeasureItem) -> int | None:
    """How many measures the same departments carry together; None where it is one department or none."""
    if len(item.departments) < 2:
        return None
    return store.measures(Filter(departments=tuple(unit.id for unit in item.departments)), limit=1).total
