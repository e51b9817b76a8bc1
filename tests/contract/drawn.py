"""Random notices for property-based tests, and every question one can ask of them."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from hypothesis import strategies as st

from graph.model import Basis, By, Edge, Filter, Kind, Limit, Node, NoticeGraph, Order, Relation, Role, Value
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
        "role": draw(st.sampled_from((*map(str, Role), None))), "basis": draw(st.sampled_from((*map(str, Basis), None))),
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
        yield Filter(region=id)
    for id in at_hand[Kind.THEME]:
        yield Filter(theme=id)
        yield Filter(theme=id, due_before="2024-12-31")
    for id in at_hand[Kind.PROJECT][:1]:
        yield Filter(project=id, due_after="2024-12-31")
    for id in at_hand[Kind.NOTICE][:2]:
        yield Filter(notice=id, deadline=Limit.DATE)
    yield Filter(year=2024)


def questions(store: Store) -> Iterator[tuple[str, Callable[[Store], Any]]]:
    """Every verb with many arguments, as (what is asked, how)."""
    yield "stats", lambda s: _without_store(s)
    yield "check", lambda s: s.check()
    yield "notices", lambda s: tuple(s.notices())
    ids: list[str] = []
    for kind in Kind:
        if kind is not Kind.MEASURE:
            ids += [c.node.id for c in store.list(kind, limit=1000).items]
            yield f"list {kind}", lambda s, k=kind: s.list(k)
            yield f"list {kind} 局", lambda s, k=kind: s.list(k, "局", limit=2)
    ids += [m.id for m in store.measures(limit=1000).items]
    for text in ("市", "林草", "*", '"', "\uffff", "𠮷", "ls", "15/林草", "地区15", "黄河", "x"):
        yield f"suggest {text}", lambda s, t=text: s.suggest(t, limit=5)
        yield f"named {text}", lambda s, t=text: s.named(t)
    for id in ids:
        yield f"node {id}", lambda s, i=id: s.node(i)
        yield f"degrees {id}", lambda s, i=id: s.degrees(i)
        yield (
            f"around {id}",
            lambda s, i=id: (s.around(i, 1, 4), s.around(i, 3, 1000), s.around(i, 2, 5, [Kind.MEASURE])),
        )
    yield "edges among", lambda s: s.edges_among([*ids[::2], "nobody"])
    for a, b in islice(((a, b) for a in ids[::3] for b in ids[1::4]), 25):
        yield (
            f"paths {a} {b}",
            lambda s, a=a, b=b: (s.paths(a, b), s.paths(a, b, 4, 2), s.paths(a, b, kinds=[Kind.MEASURE])),
        )
    for f in filters(store):
        for order in Order:
            yield f"measures {f} {order}", lambda s, f=f, o=order: s.measures(f, o)
        yield f"facets {f}", lambda s, f=f: (s.facets(f), s.facets(f, most=1))
        for by in By:
            yield f"pairs {f} {by}", lambda s, f=f, by=by: (s.pairs(by, f), s.pairs(by, f, limit=1))
        yield (
            f"partners {f}",
            lambda s, f=f: [s.partners(c.node.id, by, f) for c in s.list(Kind.DEPARTMENT).items[:2] for by in By],
        )
        for text in ("黄河", "生态", "治理 黄河", "ecology", "林草", "吉"):
            yield f"search {text} {f}", lambda s, f=f, t=text: (s.search(t, f), s.facets(f, t))


def _without_store(store: Store) -> tuple[object, ...]:
    stats = store.stats()
    return stats.nodes, stats.relations, stats.deadlines, stats.pairs, stats.cited, stats.warnings
