"""Random notices for property-based tests, and every question one can ask of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from hypothesis import strategies as st

from graph.asking import By, Filter, Order, Stats
from graph.errors import JucuoError
from graph.model import Basis, Edge, Kind, Limit, Node, NoticeGraph, Relation, Role, Value
from graph.store import Store

# few names, so that notices share nodes; odd ones, so that order and quoting are tried
NAMES = ("林草", "发改", "𠮷局", "\uffff", "a\"b'c\\", "＊(x) OR -y", "é", "Ⅲ", "<script>", "财政")
TEXTS = (
    "治理黄河",
    "黄河大桥",
    "生态环保 ecology",
    "“十四五”规划 2025年",
    "",
    "黄\n河",
    "𠮷野 café",
    'x" OR own:*',
    "\u202e",
    "产业生态圈",
)
DAYS = ("2024-02-03", "2023-12-31", "2025-01-01", None)
REGIONS = ("15", "1502", "150203", "geo/黄河", "group/呼包鄂")

texts = st.sampled_from(TEXTS)


@st.composite
def notices(
    draw: st.DrawFn, ids: tuple[str, ...] = ("甲〔2024〕1号", "乙〔2023〕2号", "𠮷〔2024〕3号", "甲〔2024〕1号x")
) -> NoticeGraph:
    """A notice of up to four measures."""
    id = draw(st.sampled_from(ids))
    title = draw(texts)
    props: dict[str, Value] = {
        "title": title,
        "dated": draw(st.sampled_from(DAYS)),
        "kind": draw(st.sampled_from(("通知", "𠮷", "", None))),
        "issuers": draw(st.lists(texts, max_size=2)),
    }
    nodes = {id: Node(id, Kind.NOTICE, title, props)}
    edges: list[Edge] = []

    def relate(kind: Relation, source: str, node: Node, **said: Value) -> None:
        nodes.setdefault(node.id, node)
        edges.append(Edge(kind, source, nodes[node.id].id, id, said))

    for other in draw(st.sets(st.sampled_from([each for each in ids if each != id]), max_size=2)):
        relate(Relation.CITES, id, Node(other, Kind.NOTICE, draw(texts), {}), relation="cites")
    for name in draw(st.sets(st.sampled_from(NAMES), max_size=1)):
        relate(Relation.ISSUED_BY, id, draw(_departments(name)))
    ordinals = draw(st.lists(st.integers(1, 30), max_size=4, unique=True))
    for ordinal in ordinals:
        measure = draw(_measures(id, ordinal))
        relate(Relation.CONTAINS, id, measure, ordinal=ordinal)
        for name in draw(st.lists(st.sampled_from(NAMES), max_size=4)):
            relate(Relation.ASSIGNED_TO, measure.id, draw(_departments(name)), **draw(_roles()))
        for region in draw(st.lists(st.sampled_from(REGIONS), max_size=2)):
            relate(Relation.TOUCHES, measure.id, draw(_regions(region)), span=[0, 1], name=region)
        for project in draw(st.sets(st.sampled_from(("项目甲", "项目𠮷")), max_size=2)):
            relate(Relation.INVOLVES, measure.id, Node(project, Kind.PROJECT, project, {"kind": draw(texts)}))
        for theme in draw(st.sets(st.sampled_from(("生态环保", "产业")), max_size=2)):
            relate(Relation.ABOUT, measure.id, Node(theme, Kind.THEME, theme, {}), basis=["text"])
    for below, above in draw(st.lists(st.tuples(st.sampled_from(REGIONS), st.sampled_from(REGIONS)), max_size=3)):
        nodes.setdefault(below, draw(_regions(below)))
        relate(Relation.PART_OF, below, draw(_regions(above)))
    for name in draw(st.sets(st.sampled_from(NAMES), max_size=2)):
        unit = draw(_departments(name))
        nodes.setdefault(unit.id, unit)
        relate(Relation.LOCATED_IN, unit.id, draw(_regions(draw(st.sampled_from(REGIONS)))))
    warnings = tuple(
        {"code": "unknown-unit", "message": draw(texts), "span": [0, 1]} for _ in range(draw(st.integers(0, 2)))
    )
    return NoticeGraph(id, tuple(nodes.values()), tuple(edges), draw(texts) + "黄河𠮷治理" * 3, warnings)


@st.composite
def _measures(draw: st.DrawFn, notice: str, ordinal: int) -> Node:
    due = draw(st.sampled_from(("2024-12-31", "2026-06-30", None, None)))
    limit = draw(st.sampled_from((Limit.DATE, Limit.SPAN))) if due else draw(st.sampled_from((None, *list(Limit)[2:])))
    return Node(
        f"{notice}/{ordinal}",
        Kind.MEASURE,
        draw(texts),
        {
            "label": draw(st.sampled_from((None, "（一）"))), "title": draw(texts), "text": draw(texts),
            "section": draw(texts), "deadline_text": due, "deadline_kind": limit and str(limit), "due": due,
            "span": [draw(st.integers(0, 4)), draw(st.integers(4, 12))],
        },
    )  # fmt: skip


@st.composite
def _departments(draw: st.DrawFn, name: str) -> Node:
    aliases = draw(st.lists(st.sampled_from(NAMES), max_size=2))
    return Node(
        f"15/{name}", Kind.DEPARTMENT, f"市{name}局", {"level": draw(texts), "kind": "unit", "aliases": aliases}
    )


@st.composite
def _regions(draw: st.DrawFn, id: str) -> Node:
    return Node(
        id, Kind.REGION, draw(st.sampled_from(("地区" + id, "内蒙古"))), {"kind": "admin", "lon": 109.84, "lat": None}
    )


@st.composite
def _roles(draw: st.DrawFn) -> dict[str, Value]:
    return {
        "role": draw(st.sampled_from((*map(str, Role), None))),
        "basis": draw(st.sampled_from((*map(str, Basis), None))),
        "order": draw(st.sampled_from((1, 2, 3, None))), "span": draw(st.sampled_from(([0, 2], None))),
        "name": draw(st.sampled_from((*NAMES, None))),
    }  # fmt: skip


def filters(store: Store) -> Iterator[Filter]:
    """Filters over what is there."""
    at_hand = {kind: [c.node.id for c in store.list(kind).items] for kind in Kind if kind is not Kind.MEASURE}
    yield Filter()
    for id in at_hand[Kind.DEPARTMENT][:3]:
        yield Filter(departments=(id,))
        yield Filter(departments=(id,), role=Role.LEAD)
        yield Filter(departments=(id, id), first=True)
    yield Filter(departments=tuple(at_hand[Kind.DEPARTMENT][:2]))
    yield Filter(role=Role.SUPPORT)
    for id in at_hand[Kind.REGION]:
        yield Filter(regions=(id,))
    for id in at_hand[Kind.THEME]:
        yield Filter(themes=(id,))
        yield Filter(themes=(id,), due_before="2024-12-31")
    for id in at_hand[Kind.PROJECT][:1]:
        yield Filter(projects=(id,), due_after="2024-12-31")
    for id in at_hand[Kind.NOTICE][:2]:
        yield Filter(notices=(id,), deadlines=(Limit.DATE,))
    yield Filter(years=(2024,))
    yield Filter(kinds=("通知",))
    yield Filter(kinds=("𠮷", "", "x"), deadlines=(Limit.DATE,))
    yield Filter(deadlines=("none",))
    yield Filter(deadlines=(Limit.ONGOING, "none"))


@dataclass(frozen=True, slots=True)
class Question:
    """A verb with what it is asked."""

    verb: str
    args: tuple[Any, ...] = ()
    options: tuple[tuple[str, Any], ...] = ()

    def of(self, store: Store) -> Any:
        """The answer, or which error."""
        try:
            answer = getattr(store, self.verb)(*self.args, **dict(self.options))
        except JucuoError as error:
            return type(error), error.params.get("name")
        if isinstance(answer, Stats):
            return replace(answer, store="")
        return tuple(answer) if self.verb == "notices" else answer


def ask(verb: str, *args: Any, **options: Any) -> Question:
    return Question(verb, args, tuple(options.items()))


def questions(store: Store) -> Iterator[Question]:
    """Every verb with many arguments, about what is in the store."""
    yield from (ask("stats"), ask("check"), ask("notices"))
    ids: list[str] = []
    for kind in Kind:
        if kind is not Kind.MEASURE:
            ids += [c.node.id for c in store.list(kind, limit=1000).items]
            yield ask("list", kind)
            yield ask("list", kind, "局", limit=2)
    ids += [m.id for m in store.measures(limit=1000).items]
    for text in ("市", "林草", "*", '"', "\uffff", "𠮷", "ls", "15/林草", "地区15", "黄河", "x"):
        yield ask("suggest", text, limit=5)
        yield ask("named", text)
    yield from (
        ask("numbered", ("（1）", "（2）")),
        ask("numbered", ("（2）", "没有"), ids[::3], limit=2),
        ask("numbered", ()),
    )
    for id in ids:
        yield from (ask("node", id), ask("degrees", id), ask("measure", id), ask("notice", id))
        yield from (ask("around", id, 1, 4), ask("around", id, 3, 1000), ask("around", id, 2, 5, [Kind.MEASURE]))
    yield ask("edges_among", [*ids[::2], "nobody"])
    for a, b in islice(((a, b) for a in ids[::3] for b in ids[1::4]), 25):
        yield from (ask("paths", a, b), ask("paths", a, b, 4, 2), ask("paths", a, b, kinds=[Kind.MEASURE]))
    departments = [c.node.id for c in store.list(Kind.DEPARTMENT, limit=2).items]
    for filter in filters(store):
        yield from (ask("measures", filter, order) for order in Order)
        yield from (ask("facets", filter), ask("facets", filter, most=1))
        for by in By:
            yield from (ask("pairs", by, filter), ask("pairs", by, filter, limit=1))
            yield from (ask("partners", department, by, filter) for department in departments)
        for text in ("黄河", "生态", "治理 黄河", "ecology", "林草", "吉"):
            yield from (ask("search", text, filter), ask("facets", filter, text))
