"""A notice graph as bytes, exactly, and its fingerprint: two graphs that are equal have the same.

The text is kept beside the bytes, because questions read pieces of it.
"""

import hashlib
import zlib
from itertools import chain

from graph import jsons
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
    nodes = [[n.id, n.kind, n.name, n.props] for n in graph.nodes]
    edges = [[e.kind, e.source, e.target, e.props] for e in graph.edges]
    given = chain((n.props for n in graph.nodes), (e.props for e in graph.edges))
    floats = [value for props in given for value in props.values() if type(value) is float]
    # warnings hold whatever reading made of them
    parts = b'{"edges":', b',"id":', b',"nodes":', b',"warnings":', b"}"
    told = (
        jsons.exact(edges, floats),
        jsons.exact(graph.id, ()),
        jsons.exact(nodes, floats),
        jsons.exact(graph.warnings),
    )
    return b"".join(chain.from_iterable(zip(parts, (*told, b""), strict=True)))


def unpacked(kept: bytes, text: str) -> NoticeGraph:
    """What was packed, with its text."""
    plain = jsons.read(zlib.decompress(kept))
    return NoticeGraph(
        id=plain["id"],
        nodes=tuple(Node(id, Kind(kind), name, props) for id, kind, name, props in plain["nodes"]),
        edges=tuple(Edge(Relation(kind), a, b, plain["id"], props) for kind, a, b, props in plain["edges"]),
        text=text,
        warnings=tuple(plain["warnings"]),
    )
