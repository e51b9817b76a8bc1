"""Notice graphs made by hand, for tests: short to write, whole enough for a store."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Edge, Kind, Node, NoticeGraph, Relation, Value


@dataclass(frozen=True, slots=True)
class M:
    """A measure; departments as `林草`, or `林草:lead`; a region `1502` lies in `15`."""

    departments: str = ""
    text: str = "推进工作"
    regions: str = ""
    projects: str = ""
    themes: str = ""
    due: str | None = None
    limit: str | None = None
    title: str = ""


def notice(
    id: str,
    *measures: M,
    dated: str | None = "2024-02-03",
    title: str = "关于做好工作的通知",
    cites: Sequence[str] = (),
    issuer: str | None = None,
    **props: Value,
) -> NoticeGraph:
    """A notice with those measures."""
    nodes: dict[str, Node] = {id: Node(id, Kind.NOTICE, title, {"title": title, "dated": dated, **props})}
    edges: list[Edge] = []
    text = title

    def relate(kind: Relation, source: str, node: Node, **props: Value) -> None:
        nodes.setdefault(node.id, node)
        edges.append(Edge(kind, source, node.id, id, props))

    if issuer:
        relate(Relation.ISSUED_BY, id, department(issuer))
    for cited in cites:
        relate(Relation.CITES, id, Node(cited, Kind.NOTICE, cited, {}), relation="cites")
    for ordinal, m in enumerate(measures, 1):
        mid = f"{id}/{ordinal}"
        start = len(text)
        text += f"{m.text}。"
        said: dict[str, Value] = {
            "label": f"（{ordinal}）", "title": m.title or f"第{ordinal}项", "text": m.text, "section": None,
            "deadline_text": m.due, "deadline_kind": m.limit or ("date" if m.due else None), "due": m.due,
            "span": [start, len(text)],
        }  # fmt: skip
        relate(Relation.CONTAINS, id, Node(mid, Kind.MEASURE, m.title or f"第{ordinal}项", said), ordinal=ordinal)
        for order, written in enumerate(m.departments.split(), 1):
            name, _, role = written.partition(":")
            role = role or "responsible"
            relate(
                Relation.ASSIGNED_TO,
                mid,
                department(name),
                role=role,
                basis="stated",
                order=order,
                name=name,
                span=None,
            )
        for region in m.regions.split():
            relate(Relation.TOUCHES, mid, place(region), name=region)
            while len(region) > 2:
                relate_once(edges, nodes, id, region)
                region = region[:-2]
        for project in m.projects.split():
            relate(Relation.INVOLVES, mid, Node(project, Kind.PROJECT, project, {"kind": "campaign"}), stage="start")
        for theme in m.themes.split():
            relate(Relation.ABOUT, mid, Node(f"主题{theme}", Kind.THEME, theme, {}), basis=["text"])
    return NoticeGraph(id, tuple(nodes.values()), tuple(edges), text)


def relate_once(edges: list[Edge], nodes: dict[str, Node], notice: str, region: str) -> None:
    """The region lies in the one whose code is two digits shorter."""
    above = place(region[:-2])
    nodes.setdefault(above.id, above)
    edge = Edge(Relation.PART_OF, region, above.id, notice, {})
    if edge not in edges:
        edges.append(edge)


def department(name: str) -> Node:
    return Node(
        f"15/{name}", Kind.DEPARTMENT, f"市{name}局", {"level": "市", "kind": "unit", "aliases": [name, f"{name}局"]}
    )


def place(code: str) -> Node:
    return Node(code, Kind.REGION, f"地区{code}", {"kind": "admin", "lon": 109.84, "lat": 40.65})
