"""Nodes and relations as flat rows for files that know no nesting: one list of columns, whatever the format.

`kind` is always the kind of node or relation; a property that would hide it is named after its node (`notice_kind`).
A span becomes `span_start` and `span_end`; other lists are joined by ；.
"""

from collections.abc import Mapping
from types import MappingProxyType

from graph.model import PROPERTIES, RELATION_PROPERTIES, Edge, Kind, Node, Relation, Value

Flat = str | int | float | bool | None

TYPES: Mapping[str, str] = MappingProxyType(
    {"ordinal": "int", "order": "int", "lon": "double", "lat": "double", "span_start": "int", "span_end": "int"}
    | {"deadline_span_start": "int", "deadline_span_end": "int"}
)
"""What is no string."""


def _columns(owner: str, props: tuple[str, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for prop in props:
        if prop == "span" or prop.endswith("_span"):
            found += [f"{prop}_start", f"{prop}_end"]
        else:
            found.append(f"{owner}_kind" if prop == "kind" else prop)
    return tuple(found)


NODE_COLUMNS: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {kind: _columns(kind.value.lower(), PROPERTIES[kind]) for kind in Kind}
)
EDGE_COLUMNS: Mapping[Relation, tuple[str, ...]] = MappingProxyType(
    {kind: ("notice", *_columns("relation", RELATION_PROPERTIES[kind])) for kind in Relation}
)
ALL_NODE_COLUMNS = ("kind", "name", *dict.fromkeys(c for columns in NODE_COLUMNS.values() for c in columns))
ALL_EDGE_COLUMNS = ("kind", *dict.fromkeys(c for columns in EDGE_COLUMNS.values() for c in columns))


def node_row(node: Node) -> dict[str, Flat]:
    """All columns of a node but its id; what is absent is left out."""
    return {"kind": node.kind.value, "name": node.name} | _flat(
        node.kind.value.lower(), PROPERTIES[node.kind], node.props
    )


def edge_row(edge: Edge) -> dict[str, Flat]:
    """All columns of a relation but its ends; what is absent is left out."""
    row: dict[str, Flat] = {"kind": edge.kind.value, "notice": edge.notice}
    return row | _flat("relation", RELATION_PROPERTIES[edge.kind], edge.props)


def _flat(owner: str, props: tuple[str, ...], values: Mapping[str, Value]) -> dict[str, Flat]:
    row: dict[str, Flat] = {}
    for prop in props:
        value = values.get(prop)
        if value is None or value == []:
            continue
        if prop == "span" or prop.endswith("_span"):
            if isinstance(value, list | tuple) and len(value) == 2:
                row[f"{prop}_start"], row[f"{prop}_end"] = int(value[0]), int(value[1])
            continue
        column = f"{owner}_kind" if prop == "kind" else prop
        if isinstance(value, list | tuple):
            row[column] = "；".join(str(part) for part in value)
        else:
            row[column] = _typed(column, value)
    return row


def _typed(column: str, value: str | int | float | bool) -> Flat:
    wanted = TYPES.get(column)
    if wanted is None:
        return str(value)
    return int(value) if wanted == "int" else float(value)
