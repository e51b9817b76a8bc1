"""What a store takes: a notice graph that is whole in itself and holds nothing that one of the stores could not give
back. Everything else is `BadValue` before anything is written."""

import math
import re
from collections.abc import Mapping
from datetime import date

from graph.errors import BadValue, Unknown
from graph.model import (
    ENDS,
    PROPERTIES,
    RELATION_PROPERTIES,
    Basis,
    Edge,
    Filter,
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
_CONTROL = re.compile("[\x00-\x1f]")
_KEY = re.compile("[a-z_]+")
_LONGEST = 1000
_LARGEST = 2**63


def admitted(graph: NoticeGraph) -> NoticeGraph:
    """The graph, when a store can take it."""
    _text("id", graph.id)
    _text("text", graph.text)
    nodes: dict[str, Node] = {}
    for node in graph.nodes:
        _require(node.id not in nodes, "id", node.id, "每个节点只列一次")
        nodes[node.id] = node
        _node(graph, node)
    own = nodes.get(graph.id)
    _require(own is not None and own.kind is Kind.NOTICE, "id", graph.id, "公文自身须列为 Notice 节点")
    contained: set[str] = set()
    ordinals: set[int] = set()
    for edge in graph.edges:
        _edge(graph, edge, nodes)
        if edge.kind is Relation.CONTAINS:
            ordinal = edge.props.get("ordinal")
            _require(isinstance(ordinal, int) and ordinal not in ordinals, "ordinal", ordinal, "每项举措一个序号")
            _require(edge.target not in contained, "CONTAINS", edge.target, "每项举措只属于一份公文")
            contained.add(edge.target)
            ordinals.add(int(str(ordinal)))
    for node in graph.nodes:
        _require(node.kind is not Kind.MEASURE or node.id in contained, "CONTAINS", node.id, "每项举措须属于公文")
    for warning in graph.warnings:
        _storable("warnings", warning)
    return graph


def storable(text: str) -> bool:
    """Whether a text can be in a store at all: no NUL, no half of a surrogate pair."""
    return _UNSTORABLE.search(text) is None


def wanted(id: str) -> str:
    """An id as it can be asked for; one that no store can hold is of no node."""
    if not storable(id):
        raise Unknown(name=id)
    return id


def checked_filter(filter: Filter) -> Filter:
    """The filter, when its days are days."""
    for name, value in (("due_before", filter.due_before), ("due_after", filter.due_after)):
        _require(value is None or _is_day(value), name, value, "应为 2024-12-31 这样的日期")
    for id in (filter.notice, *filter.departments, filter.region, filter.project, filter.theme):
        if id is not None:
            wanted(id)
    return filter


def whole(names: tuple[str, ...], props: Mapping[str, Value]) -> dict[str, Value]:
    """Properties as both stores give them back: all that the kind has, None where not said, then any others said."""
    given: dict[str, Value] = dict.fromkeys(names)
    given.update({key: _plain(value) for key, value in props.items() if value is not None})
    return given


def node_props(node: Node) -> dict[str, Value]:
    return whole(PROPERTIES[node.kind], node.props)


def edge_props(edge: Edge) -> dict[str, Value]:
    return whole(RELATION_PROPERTIES[edge.kind], edge.props)


def _node(graph: NoticeGraph, node: Node) -> None:
    _text("id", node.id)
    _require(0 < len(node.id) <= _LONGEST, "id", node.id, f"编号有 1 到 {_LONGEST} 个字")
    _require(_CONTROL.search(node.id) is None, "id", node.id, "编号里不能有控制字符")
    _text("name", node.name)
    _props(node.props)
    _require(not RESERVED & node.props.keys(), "props", node.id, f"{'、'.join(sorted(RESERVED))} 不属于 props")
    if node.kind is Kind.MEASURE:
        _require(node.id.startswith(graph.id + "/"), "id", node.id, "举措的编号以公文编号加“/”开头")
        limit, due = node.props.get("deadline_kind"), node.props.get("due")
        _require(limit is None or limit in list(Limit), "deadline_kind", limit, "、".join(Limit))
        _require(due is None or _is_day(due), "due", due, "应为 2024-12-31 这样的日期")
        for name in ("label", "title", "text", "section", "deadline_text"):
            _require(isinstance(node.props.get(name), str | None), name, node.props.get(name), "应为文字")
    if node.kind is Kind.NOTICE:
        dated = node.props.get("dated")
        _require(dated is None or _is_day(dated), "dated", dated, "应为 2024-12-31 这样的日期")


def _edge(graph: NoticeGraph, edge: Edge, nodes: Mapping[str, Node]) -> None:
    _require(edge.notice == graph.id, "notice", edge.notice, "关系须由本公文说出")
    for end, kind in zip((edge.source, edge.target), ENDS[edge.kind], strict=True):
        _require(end in nodes and nodes[end].kind is kind, str(edge.kind), end, f"一端须是列出的 {kind}")
    if edge.kind not in SHARED_RELATIONS and ENDS[edge.kind][0] is Kind.NOTICE:
        _require(edge.source == graph.id, str(edge.kind), edge.source, "须从本公文出发")
    _props(edge.props)
    _require(not {"notice", "place"} & edge.props.keys(), "props", edge.kind, "notice 和 place 不属于 props")
    if edge.kind is Relation.ASSIGNED_TO:
        role, basis, order = edge.props.get("role"), edge.props.get("basis"), edge.props.get("order")
        _require(role is None or role in list(Role), "role", role, "、".join(Role))
        _require(basis is None or basis in list(Basis), "basis", basis, "、".join(Basis))
        _require(isinstance(order, int | None), "order", order, "应为整数")
        _require(isinstance(edge.props.get("name"), str | None), "name", edge.props.get("name"), "应为文字")


def _props(props: Mapping[str, Value]) -> None:
    for key, value in props.items():
        _require(_KEY.fullmatch(key) is not None, "property", key, "属性名由小写字母和下划线组成")
        _storable(key, value)


def _storable(name: str, value: object) -> None:
    """All the way down, a value that JSON and Bolt both carry unchanged."""
    if isinstance(value, str):
        _text(name, value)
    elif isinstance(value, bool) or value is None:
        return
    elif isinstance(value, int):
        _require(-_LARGEST <= value < _LARGEST, name, value, "应为 64 位整数")
    elif isinstance(value, float):
        _require(math.isfinite(value), name, value, "应为有限的数")
    elif isinstance(value, list | tuple):
        kinds = {type(item) for item in value}
        _require(len(kinds) < 2 and kinds <= {str, int}, name, value, "应为文字或整数的列表")
        for item in value:
            _storable(name, item)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            _text(name, key)
            _storable(name, item)
    else:
        _require(False, name, value, "应为文字、数、真假、空或它们的列表")


def _plain(value: Value) -> Value:
    return value if isinstance(value, str | int | float | bool | None) else [*value]


def _text(name: str, value: object) -> None:
    _require(isinstance(value, str) and storable(value), name, value, "文字中不能有 NUL 或半个代理对")


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _require(holds: bool, name: str, value: object, expected: str) -> None:
    if not holds:
        raise BadValue(name=name, value=value, expected=expected)
