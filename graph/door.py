"""What a store takes: a notice graph that is whole in itself and holds nothing that one of the stores could not give
back. Everything else is `BadValue` before anything is written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain
from typing import Any

from graph import blob
from graph.asking import Filter
from graph.errors import BadValue, Unknown, Words
from graph.model import (
    ENDS,
    PROPERTIES,
    RELATION_PROPERTIES,
    Basis,
    Edge,
    Kind,
    Limit,
    Node,
    NoticeGraph,
    Relation,
    Role,
    Value,
)

SHARED_RELATIONS = (Relation.PART_OF, Relation.LOCATED_IN)
"""Relations between nodes of no one notice, so that several notices may state the same; all others start at the notice
or at one of its measures."""
RESERVED = frozenset({"id", "name", "measures", "sort", "due_sort"})
"""Names of what a store keeps beside the properties of a node."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_DIGITS = bytes(ord("0") if byte in b"0123456789" else 1 for byte in range(256))
"""All ASCII digits as one, for `bytes.translate`: many of them side by side are found at once."""
_CONTROL = re.compile("[\x00-\x1f]")
_KEY = re.compile("[a-z_]+")
_LONGEST = 500
_LARGEST = 2**63
_PLAIN = frozenset({str, int, float, bool, type(None)})
_TEXTS = ("label", "title", "text", "section", "deadline_text")
_SAID = {kinds: Words("、".join(kinds), ", ".join(kinds)) for kinds in (Limit, Role, Basis)}
_OF_ANY_NODE, _OF_ANY_EDGE = (frozenset(chain(*each.values())) for each in (PROPERTIES, RELATION_PROPERTIES))
_ROWS = frozenset({frozenset[type](), frozenset({str}), frozenset({int})})
_TOLD_BESIDE = frozenset({"notice", "place"})
_OF_NODES: Mapping[Kind, Mapping[str, None]] = {kind: dict.fromkeys(names) for kind, names in PROPERTIES.items()}
_OF_EDGES: Mapping[Relation, Mapping[str, None]] = {
    kind: dict.fromkeys(names) for kind, names in RELATION_PROPERTIES.items()
}
_LIMITS, _ROLES, _BASES = (frozenset((None, *map(str, each))) for each in (Limit, Role, Basis))


class Prepared:
    """What a store makes of a notice before it is written, maybe in another process; only that store looks into it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Admitted(Prepared):
    """A graph that a store can take, with what is kept of it exactly."""

    graph: NoticeGraph
    kept: bytes
    mark: str

    @property
    def id(self) -> str:
        return self.graph.id


def admitted(graph: NoticeGraph) -> Admitted:
    """The graph, when a store can take it."""
    _props(graph)
    kinds = {node.id: node.kind for node in graph.nodes}
    for node in graph.nodes:
        _node(graph, node)
    _require(len(kinds) == len(graph.nodes), "nodes", graph.id, "每个节点只列一次")
    _require(kinds.get(graph.id) is Kind.NOTICE, "id", graph.id, "公文自身须列为 Notice 节点")
    contained: dict[str, int] = {}
    for edge in graph.edges:
        _edge(graph, edge, kinds)
        if edge.kind is Relation.CONTAINS:
            ordinal = edge.props.get("ordinal")
            if type(ordinal) is not int or edge.target in contained:
                raise BadValue(name="CONTAINS", value=edge.target, expected="每项举措属于公文一次，有一个序号")
            contained[edge.target] = ordinal
    measures = [node.id for node in graph.nodes if node.kind is Kind.MEASURE]
    _require(contained.keys() == set(measures), "CONTAINS", graph.id, "每项举措须属于公文")
    _require(len(set(contained.values())) == len(measures), "ordinal", graph.id, "每项举措一个序号")
    return Admitted(graph, *_packed(graph))


def storable(text: str) -> bool:
    """Whether a text can be in a store at all: no NUL, no half of a surrogate pair."""
    return _UNSTORABLE.search(text) is None


def wanted(id: str) -> str:
    """An id as it can be asked for; one that no store can hold is of no node."""
    if not storable(id):
        raise Unknown(name=id)
    return id


def checked_filter(filter: Filter) -> Filter:
    """The filter, when its days are days and its words could be in a store."""
    _day("due_before", filter.due_before)
    _day("due_after", filter.due_after)
    for id in (*filter.notices, *filter.departments, *filter.regions, *filter.projects, *filter.themes, *filter.kinds):
        wanted(id)
    return filter


def whole(names: tuple[str, ...], props: Mapping[str, Value]) -> dict[str, Value]:
    """Properties as both stores give them back: all that the kind has, None where not said, then any others said."""
    given = dict.fromkeys(names) | dict(props)
    if len(given) > len(names):
        given = {key: value for key, value in given.items() if value is not None or key in names}
    return given


def node_props(node: Node) -> dict[str, Value]:
    return _filled(_OF_NODES[node.kind], node.props)


def edge_props(edge: Edge) -> dict[str, Value]:
    return _filled(_OF_EDGES[edge.kind], edge.props)


def _filled(blank: Mapping[str, None], props: Mapping[str, Value]) -> dict[str, Value]:
    """The same as `whole`, from a form that is there already."""
    given = {**blank, **props}
    return given if len(given) == len(blank) else whole((*blank,), props)


def _node(graph: NoticeGraph, node: Node) -> None:
    id, props = node.id, node.props
    if not 0 < len(id) <= _LONGEST:
        raise BadValue(name="id", value=id, expected=f"编号有 1 到 {_LONGEST} 个字")
    if _CONTROL.search(id):
        raise BadValue(name="id", value=id, expected="编号里不能有控制字符")
    if not isinstance(node.name, str):
        raise BadValue(name="name", value=node.name, expected="应为文字")
    if node.kind is Kind.MEASURE:
        _require(id.startswith(graph.id + "/"), "id", id, "举措的编号以公文编号加“/”开头")
        _require(props.get("deadline_kind") in _LIMITS, "deadline_kind", props.get("deadline_kind"), _SAID[Limit])
        _day("due", props.get("due"))
        for name in _TEXTS:
            _optional(str, name, props.get(name), "应为文字")
    elif node.kind is Kind.NOTICE:
        _day("dated", props.get("dated"))
        _optional(str, "kind", props.get("kind"), "应为文字")


def _edge(graph: NoticeGraph, edge: Edge, kinds: Mapping[str, Kind]) -> None:
    kind, props = edge.kind, edge.props
    if edge.notice != graph.id:
        raise BadValue(name="notice", value=edge.notice, expected="关系须由本公文说出")
    source, target = ENDS[kind]
    for end, wanted_kind in ((edge.source, source), (edge.target, target)):
        if kinds.get(end) is not wanted_kind:
            raise BadValue(name=kind, value=end, expected=f"一端须是列出的 {wanted_kind}")
    if source is Kind.NOTICE and edge.source != graph.id:
        raise BadValue(name=kind, value=edge.source, expected="须从本公文出发")
    if kind is Relation.ASSIGNED_TO:
        _require(props.get("role") in _ROLES, "role", props.get("role"), _SAID[Role])
        _require(props.get("basis") in _BASES, "basis", props.get("basis"), _SAID[Basis])
        _optional(int, "order", props.get("order"), "应为整数")
        _optional(str, "name", props.get("name"), "应为文字")


def _props(graph: NoticeGraph) -> None:
    """Names that are names, values of the kinds both stores have, of all at once; what is in them, `_packed` sees."""
    of_nodes, of_edges = [node.props for node in graph.nodes], [edge.props for edge in graph.edges]
    given = [*of_nodes, *of_edges]
    if not (_OF_ANY_NODE.issuperset(chain(*of_nodes)) and _OF_ANY_EDGE.issuperset(chain(*of_edges))):
        for key in chain(*given):
            if not _KEY.fullmatch(key):
                raise BadValue(name="property", value=key, expected="属性名由小写字母和下划线组成")
        if not RESERVED.isdisjoint(chain(*of_nodes)):
            id = next(node.id for node in graph.nodes if not RESERVED.isdisjoint(node.props))
            raise BadValue(name="props", value=id, expected=f"{'、'.join(sorted(RESERVED))} 不属于 props")
        if not _TOLD_BESIDE.isdisjoint(chain(*of_edges)):
            kind = next(edge.kind for edge in graph.edges if not _TOLD_BESIDE.isdisjoint(edge.props))
            raise BadValue(name="props", value=kind, expected="notice 和 place 不属于 props")
    rows = [value for props in given for value in props.values() if type(value) not in _PLAIN]
    if not all(map(_is_row, rows)):
        bad = ((k, v) for props in given for k, v in props.items() if type(v) not in _PLAIN and not _is_row(v))
        key, value = next(bad)
        raise BadValue(name=key, value=value, expected="应为文字、数、真假、空或文字、整数的列表")


def _is_row(value: object) -> bool:
    return isinstance(value, list | tuple) and frozenset(map(type, value)) in _ROWS


def _packed(graph: NoticeGraph) -> tuple[bytes, str]:
    """What is kept; a text or number that a store could not hold shows itself here."""
    try:
        plain = blob.written(graph)
        packed = blob.pack(plain, graph.text)
    except (UnicodeEncodeError, ValueError) as error:
        found = getattr(error, "object", error)
        raise BadValue(name="text", value=found, expected="文字中不能有半个代理对，数应为有限的数") from error
    if "\0" not in graph.text and not _doubtful(plain):
        return packed
    for value in _values(graph):
        if isinstance(value, str):
            _require("\0" not in value, "text", value, "文字中不能有 NUL")
        elif isinstance(value, int):
            _require(-_LARGEST <= value < _LARGEST, "number", value, "应为 64 位整数")
    return packed


def _doubtful(plain: bytes) -> bool:
    """Whether there is what a NUL or a number beyond 64 bits looks like in JSON; other things may look so too."""
    return b"\\u0000" in plain or b"0" * 19 in plain.translate(_DIGITS)


def _values(graph: NoticeGraph) -> list[Any]:
    """Every value in it, lists taken apart."""
    values: list[Any] = [graph.id, graph.text]
    for node in graph.nodes:
        values += (node.id, node.name, *node.props.values())
    for edge in graph.edges:
        values += edge.props.values()
    for warning in graph.warnings:
        values += (*warning, *warning.values())
        values += [each for value in warning.values() if isinstance(value, Mapping) for each in value.items()]
    nested = [item for value in values if type(value) in (list, tuple) for item in value]
    return [*values, *nested]


@cache
def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _optional(kind: type, name: str, value: object, expected: str) -> None:
    if value is not None and not isinstance(value, kind):
        raise BadValue(name=name, value=value, expected=expected)


def _day(name: str, value: object) -> None:
    if value is not None and not (isinstance(value, str) and _is_day(value)):
        raise BadValue(name=name, value=value, expected="应为 2024-12-31 这样的日期")


def _require(holds: bool, name: str, value: object, expected: str | Words) -> None:
    if not holds:
        raise BadValue(name=name, value=value, expected=expected)
