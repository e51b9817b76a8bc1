"""A notice graph as bytes, exactly, and its fingerprint: two graphs that are equal have the same.

The text is kept beside the bytes, because questions read pieces of it.
"""

import hashlib
import json
import zlib
from collections.abc import Mapping
from typing import Any

from graph.model import Edge, Kind, Node, NoticeGraph, Relation


def packed(graph: NoticeGraph) -> tuple[bytes, str]:
    """The bytes to keep (without the text) and the fingerprint."""
    return pack(written(graph), graph.text)


def pack(told: bytes, text: str) -> tuple[bytes, str]:
    """The same of a graph that is written already."""
    return zlib.compress(told, 1), hashlib.sha256(told + b"\0" + text.encode()).hexdigest()


def tight(text: str) -> bytes:
    """A long text in less room."""
    return zlib.compress(text.encode(), 1)


def loose(packed: bytes) -> str:
    """The text again."""
    return zlib.decompress(packed).decode()


def written(graph: NoticeGraph) -> bytes:
    """All of it but its text, in one line of JSON."""
    return _json(
        {
            "id": graph.id,
            "nodes": [[n.id, n.kind, n.name, n.props] for n in graph.nodes],
            "edges": [[e.kind, e.source, e.target, e.props] for e in graph.edges],
            "warnings": graph.warnings,
        }
    ).encode()


def unpacked(kept: bytes, text: str) -> NoticeGraph:
    """What was packed, with its text."""
    plain = json.loads(zlib.decompress(kept))
    return NoticeGraph(
        id=plain["id"],
        nodes=tuple(Node(id, Kind(kind), name, props) for id, kind, name, props in plain["nodes"]),
        edges=tuple(Edge(Relation(kind), a, b, plain["id"], props) for kind, a, b, props in plain["edges"]),
        text=text,
        warnings=tuple(plain["warnings"]),
    )


def _mapping(value: object) -> dict[Any, Any]:
    if isinstance(value, Mapping):
        return dict(value)
    raise ValueError(f"{type(value).__name__} cannot be kept")


_json = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, default=_mapping
).encode
