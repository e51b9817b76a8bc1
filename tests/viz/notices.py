"""Notices made by hand: a small one, and one whose every field tries to be something else than text."""

from graph.model import Edge, Kind, Node, NoticeGraph, Relation, Span, Value

TEXT = (
    "（一）治理黄河。（责任单位：市水务局、市林草局；完成时限：长期坚持）\n"
    "（二）种树。（责任单位：市林草局；完成时限：2024年12月）\n"
)

PAYLOADS = (
    "<script>window.hit = 1</script>",
    "</script><script>window.hit = 1</script>",
    '"><img src=x onerror="window.hit = 1">',
    "<a href=\"javascript:window.hit = 1\" onmouseover='window.hit = 1'>href</a>",
    "'];window.hit = 1;//",
    "${window.hit = 1}{{ 7 * 7 }}{% raw %}",
    "]]>&amp;<!-- --><b>粗</b>\u2028\u2029",
    "\u202e字反过来\u202c\u200f\u2066",
    '=HYPERLINK("http://example.invalid","点")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "＝1+1",
    "-2+3",
    "\x00\x01\x0b\ufffe控制",
    "\ud800孤",
    "长" * 10_000,
    "../../etc/passwd\\..\\CON",
    "行\r\n行\t列",
)

_NO_CONTROLS = dict.fromkeys([*range(32), *range(127, 160), 0x2028, 0x2029])

STORABLE = tuple(text for text in PAYLOADS if "\x00" not in text and "\ud800" not in text)
"""What a store lets in: it refuses NUL and halves of pairs."""


def small(id: str = "试府发〔2024〕1号") -> NoticeGraph:
    """Two measures, two departments, one river."""
    one, two = f"{id}/1", f"{id}/2"
    title = "关于治水种树的通知"
    river = measure("（一）", "治理黄河", "治理黄河。", "长期坚持", "long_term", None, (0, 34))
    trees = measure("（二）", "种树", "种树。", "2024年12月", "date", "2024-12-31", (35, 66))
    nodes = (
        Node(
            id, Kind.NOTICE, title, {"number": id, "title": title, "issuers": ["试市人民政府"], "dated": "2024-01-02"}
        ),
        Node(one, Kind.MEASURE, "治理黄河", river),
        Node(two, Kind.MEASURE, "种树", trees),
        Node("150200/水务", Kind.DEPARTMENT, "试市水务局", unit("市水务局")),
        Node("150200/林业草原", Kind.DEPARTMENT, "试市林业和草原局", unit("市林草局")),
        Node("geo/黄河", Kind.REGION, "黄河", {"kind": "geographic", "lon": 109.8, "lat": 40.6}),
        Node("生态环保", Kind.THEME, "生态环保"),
    )
    edges = (
        Edge(Relation.CONTAINS, id, one, id, {"ordinal": 1}),
        Edge(Relation.CONTAINS, id, two, id, {"ordinal": 2}),
        assigned(id, one, "150200/水务", "市水务局", 1, (14, 18)),
        assigned(id, one, "150200/林业草原", "市林草局", 2, (19, 23)),
        assigned(id, two, "150200/林业草原", "市林草局", 1, (47, 51)),
        Edge(Relation.TOUCHES, one, "geo/黄河", id, {"span": [5, 7], "name": "黄河"}),
        Edge(Relation.ABOUT, one, "生态环保", id, {"basis": ["text"]}),
    )
    return NoticeGraph(id, nodes, edges, TEXT)


def measure(
    label: str, title: str, text: str, limit: str, kind: str, due: str | None, span: Span, section: str = "一、生态"
) -> dict[str, Value]:
    return {
        "label": label, "title": title, "text": text, "section": section, "deadline_text": limit,
        "deadline_kind": kind, "due": due, "span": list(span),
    }  # fmt: skip


def unit(alias: str) -> dict[str, Value]:
    return {"level": "city", "kind": "unit", "aliases": [alias], "former_names": []}


def assigned(notice: str, measure: str, unit: str, name: str, order: int, span: Span) -> Edge:
    props: dict[str, Value] = {
        "role": "responsible",
        "basis": "stated",
        "order": order,
        "span": list(span),
        "name": name,
    }
    return Edge(Relation.ASSIGNED_TO, measure, unit, notice, props)


def hostile(payloads: tuple[str, ...] = PAYLOADS) -> NoticeGraph:
    """One notice with a measure, a department, a project, a region and a theme for each payload, it in every field."""
    id = "恶〔2024〕1号<script>window.hit = 1</script>"
    text = "".join(f"{payload}。\n" for payload in payloads)
    first = payloads[0]
    head: dict[str, Value] = {
        "number": first,
        "title": first,
        "issuers": list(payloads),
        "dated": "2024-01-02",
        "source": first,
    }
    nodes = [Node(id, Kind.NOTICE, first, head)]
    edges = []
    for number, payload in enumerate(payloads, start=1):
        at = text.index(payload)
        span = (at, at + len(payload))
        m, d, p, r, t = (
            f"{kind}{number}{payload[:60].translate(_NO_CONTROLS)}" for kind in (f"{id}/", "d/", "p/", "r/", "t/")
        )
        nodes += [
            Node(m, Kind.MEASURE, payload, measure(payload, payload, payload, payload, "other", None, span, payload)),
            Node(d, Kind.DEPARTMENT, payload + str(number), unit(payload)),
            Node(p, Kind.PROJECT, payload, {"kind": payload}),
            Node(r, Kind.REGION, payload, {"kind": payload}),
            Node(t, Kind.THEME, payload),
        ]  # fmt: skip
        edges += [
            Edge(Relation.CONTAINS, id, m, id, {"ordinal": number}),
            assigned(id, m, d, payload, 1, span),
            Edge(Relation.INVOLVES, m, p, id, {"stage": payload, "span": list(span), "name": payload}),
            Edge(Relation.TOUCHES, m, r, id, {"span": list(span), "name": payload}),
            Edge(Relation.ABOUT, m, t, id, {"basis": [payload]}),
        ]
        if number > 1:
            before = next(e.target for e in edges[-10:-5] if e.kind is Relation.ASSIGNED_TO)
            edges.append(assigned(id, m, before, payload, 2, span))
    return NoticeGraph(id, tuple(nodes), tuple(edges), text)
