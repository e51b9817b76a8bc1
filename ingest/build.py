"""From a notice as it was read to what it says in the graph: nodes and relations.

Every node comes with all it lies in: a department with its place, a place with the places around it, so that each
notice says the whole chain and none of it is lost when another notice is taken back.
"""

import hashlib
from dataclasses import dataclass, field

from graph.lexicon import regions
from graph.model import Edge, Kind, Node, NoticeGraph, Relation, Value
from ingest import themes
from ingest.bodies import resolve
from ingest.glyphs import ruled
from ingest.parsed import Cite, Measure, Parsed, Place, Project, Responsible, Theme
from ingest.places import place_nodes, scope


def build(parsed: Parsed) -> NoticeGraph:
    """All that the notice says; of two relations of one kind between the same ends the first stands."""
    notice = parsed.notice
    said = _Said(notice.id)
    said.node(_notice(parsed))
    for measure in parsed.measures:
        said.node(_measure(measure))
        said.relation(Relation.CONTAINS, notice.id, measure.id, ordinal=measure.ordinal)
        for unit in measure.responsible:
            _assign(said, measure, unit)
        for place in measure.regions:
            _touch(said, measure, place)
        # 四市 and 其他三市 touch the places they mean; 我市 is whose notice it is and says nothing of a measure
        for place in measure.stand_ins:
            if place.id != notice.region:
                _touch(said, measure, place)
        for project in measure.projects:
            _involve(said, measure, project)
        for theme in measure.themes:
            _concern(said, measure, theme)
    issuers = [ruled(name) for name in notice.issuers]
    for issuer in resolve.resolve(issuers, scope.of(notice.issuers, notice.number, notice.title), notice.id):
        said.relation(Relation.ISSUED_BY, notice.id, _department(said, issuer))
    for cite in notice.cites:
        _cite(said, cite)
    warnings = tuple(
        {"code": w.code, "message": w.message, "span": _span(w.span), "values": dict(w.values)} for w in parsed.warnings
    )
    return NoticeGraph(notice.id, tuple(said.nodes.values()), tuple(said.edges.values()), parsed.text, warnings)


@dataclass(slots=True)
class _Said:
    """What the notice has said so far; a node named again, or as another kind, is the one it was first."""

    notice: str
    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[tuple[Relation, str, str], Edge] = field(default_factory=dict)

    def node(self, node: Node) -> bool:
        """Whether the id is this kind of node now."""
        return self.nodes.setdefault(node.id, node).kind is node.kind

    def relation(self, kind: Relation, source: str, target: str, **props: Value) -> None:
        self.edges.setdefault((kind, source, target), Edge(kind, source, target, self.notice, props))


def _notice(parsed: Parsed) -> Node:
    notice = parsed.notice
    props: dict[str, Value] = {
        "number": notice.number,
        "title": notice.title,
        "plan_title": notice.plan_title,
        "kind": notice.kind,
        "issuers": list(notice.issuers),
        "region": notice.region,
        "dated": notice.dated,
        "released": notice.released,
        "recipients": list(notice.recipients),
        "copied_to": list(notice.copied_to),
        "publicity": notice.publicity,
        "source": parsed.source,
    }
    return Node(notice.id, Kind.NOTICE, notice.title or notice.plan_title or notice.number or parsed.source, props)


def _measure(measure: Measure) -> Node:
    deadline = measure.deadline
    props: dict[str, Value] = {
        "label": measure.label,
        "title": measure.title,
        "text": measure.text,
        "section": measure.section,
        "deadline_text": deadline.text if deadline else None,
        "deadline_kind": deadline.kind.value if deadline else None,
        "due": deadline.due if deadline else None,
        "span": _span(measure.span),
        "deadline_span": _span(deadline.span) if deadline else None,
    }
    return Node(measure.id, Kind.MEASURE, measure.title, props)


def _assign(said: _Said, measure: Measure, unit: Responsible) -> None:
    home, _, core = unit.id.rpartition("/")
    region = None if home == regions.STATE else home
    resolved = resolve.Resolved(unit.resolved, unit.id, unit.kind, True, region, core)
    said.relation(
        Relation.ASSIGNED_TO, measure.id, _department(said, resolved),
        role=unit.role.value, basis=unit.basis.value, order=unit.order, span=_span(unit.span), name=unit.name,
    )  # fmt: skip


def _department(said: _Said, unit: resolve.Resolved) -> str:
    described = resolve.describe(unit)
    props: dict[str, Value] = {
        "level": described.level,
        "kind": described.kind,
        "aliases": list(described.aliases),
        "former_names": list(described.former_names),
    }
    said.node(Node(unit.id, Kind.DEPARTMENT, described.name, props))
    if described.region and _region(said, described.region):
        said.relation(Relation.LOCATED_IN, unit.id, described.region)
    return unit.id


def _region(said: _Said, id: str) -> bool:
    """Name a region and all it lies in."""
    described = place_nodes.describe(id)
    props: dict[str, Value] = {
        "kind": described.kind,
        "level": described.level,
        "lon": described.lon,
        "lat": described.lat,
    }
    seen = id in said.nodes
    fits = said.node(Node(id, Kind.REGION, described.name, props))
    if not seen and described.parent and _region(said, described.parent):
        said.relation(Relation.PART_OF, id, described.parent)
    return fits


def _touch(said: _Said, measure: Measure, place: Place) -> None:
    """A group of places holds its members: 呼包鄂乌 is touched, and 包头 lies in it."""
    if not _region(said, place.id):
        return
    said.relation(Relation.TOUCHES, measure.id, place.id, span=_span(place.span), name=place.name)
    for member in place.members:
        if member != place.id and _region(said, member):
            said.relation(Relation.PART_OF, member, place.id)


def _involve(said: _Said, measure: Measure, project: Project) -> None:
    """Projects and themes go by their bare names: one that is called like a theme is the theme, in every notice."""
    node = Node(project.id, Kind.PROJECT, project.name, {"kind": project.kind})
    if node.id not in themes.names() and said.node(node):
        said.relation(
            Relation.INVOLVES, measure.id, project.id, stage=project.stage, span=_span(project.span), name=project.name
        )


def _concern(said: _Said, measure: Measure, theme: Theme) -> None:
    if said.node(Node(theme.name, Kind.THEME, theme.name)):
        said.relation(Relation.ABOUT, measure.id, theme.name, basis=list(theme.basis))


def _cite(said: _Said, cite: Cite) -> None:
    """A document without a number is known by its title; the text's own title is not a citation."""
    id = cite.number or f"title/{hashlib.sha256(cite.title.encode()).hexdigest()[:16]}"
    if id != said.notice and said.node(Node(id, Kind.NOTICE, cite.title, {"number": cite.number, "title": cite.title})):
        said.relation(Relation.CITES, said.notice, id, relation=cite.relation)


def _span(span: tuple[int, int] | None) -> list[int] | None:
    return list(span) if span else None
