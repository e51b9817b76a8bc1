"""A notice that is out to harm: every field holds what runs, breaks, misleads or fills."""

from graph.model import Edge, Kind, Node, NoticeGraph, Relation, Value

PAYLOADS = (
    "<script>window.hostile=1</script>",
    "\"><img src=x onerror='window.hostile=2'>",
    "' onmouseover='window.hostile=3",
    "</title></textarea></svg><svg onload=window.hostile=4>",
    "javascript:window.hostile=5",
    "{{ 7 * 7 }}{% for x in y %}{n}{0}%s",
    '=HYPERLINK("http://evil.example";"x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "\u202e反过来的字\u202d\u2067\u200f",
    "很长" * 5000,
    "a\nb\r\nEND:VCALENDAR\r\nc",
    "tab\tand \x0b control \x7f",
    "../../etc/passwd?x=1#y%2e%2e//z",
    "&lt;b&gt;&amp;&#x3c;",
)
STRANGE_IDS = ("..", "a//b", "a/", "x.json", "a?b=c&d", "a#b", "100%", "a+b c", "<i>", "中/文.csv", "'", "{n}")


def plain(text: str) -> str:
    """For an id, which holds no control characters and is not long."""
    return "".join(c for c in text if c.isprintable())[:60]


def hostile(number: int, payload: str) -> NoticeGraph:
    """A notice with the payload in every field, and an id that no path was made for."""
    strange = STRANGE_IDS[number % len(STRANGE_IDS)]
    id = f"坏〔2024〕{number}号{plain(payload)}"
    text = f"{payload}\n（一）{payload}（责任单位：{payload}；完成时限：{payload}）\n"
    end = len(text)
    many: dict[str, list[str]] = {"issuers": [payload], "recipients": [payload, payload], "copied_to": [payload]}
    notice = Node(
        id,
        Kind.NOTICE,
        payload,
        {
            "number": payload,
            "title": payload,
            "plan_title": payload,
            "kind": payload,
            "region": "150200",
            "dated": "2024-02-03",
            "released": payload,
            "publicity": payload,
            "source": payload,
            **many,
        },
    )
    measures = [
        Node(
            f"{id}/{ordinal}",
            Kind.MEASURE,
            payload,
            {
                "label": payload,
                "title": payload,
                "text": payload,
                "section": payload,
                "deadline_text": payload,
                "deadline_kind": "date" if ordinal == 1 else "other",
                "due": "2024-12-31" if ordinal == 1 else None,
                "span": [0, end],
                "deadline_span": [1, 3],
            },
        )
        for ordinal in (1, 2)
    ]
    names: dict[str, Value] = {"kind": payload, "level": payload, "aliases": [payload] * 12, "former_names": [payload]}
    project = strange if number < len(STRANGE_IDS) else f"p{number}"
    others = [
        Node(f"d/{strange}/{number}", Kind.DEPARTMENT, payload, names),
        Node(f"e/{number}", Kind.DEPARTMENT, f"另一{payload}", {"kind": "unit", "aliases": [], "former_names": []}),
        Node(project, Kind.PROJECT, payload, {"kind": payload}),
        Node(f"geo/{strange}/{number}", Kind.REGION, payload, {"kind": payload, "lon": 109.8 + number, "lat": 40.6}),
        Node(f"theme {number} {plain(payload)}", Kind.THEME, payload, {}),
        Node(f"被引{number}{plain(payload)}", Kind.NOTICE, payload, {"number": None, "title": payload}),
    ]
    relations = (Relation.ASSIGNED_TO, Relation.ASSIGNED_TO, Relation.INVOLVES, Relation.TOUCHES, Relation.ABOUT)
    edges = [Edge(Relation.CITES, id, others[5].id, id, {"relation": payload})]
    for ordinal, measure in enumerate(measures, 1):
        edges.append(Edge(Relation.CONTAINS, id, measure.id, id, {"ordinal": ordinal}))
        for place, (relation, other) in enumerate(zip(relations, others[:5], strict=True), 1):
            edges.append(Edge(relation, measure.id, other.id, id, props(relation, payload, place)))
    warnings = ({"code": payload, "message": payload, "span": [0, 2]}, {"code": "x", "message": payload, "span": None})
    return NoticeGraph(id, (notice, *measures, *others), tuple(edges), text, warnings)


def props(relation: Relation, payload: str, place: int) -> dict[str, Value]:
    if relation is Relation.ASSIGNED_TO:
        role = ("lead", "support")[place % 2]
        return {"role": role, "basis": "stated", "order": place, "span": [place, place + 4], "name": payload}
    if relation is Relation.INVOLVES:
        return {"stage": payload, "span": [2, 9], "name": payload}
    if relation is Relation.TOUCHES:
        return {"span": [3, 5], "name": payload}
    return {"basis": [payload]}


def all_hostile() -> list[NoticeGraph]:
    return [hostile(number, payload) for number, payload in enumerate(PAYLOADS)]
