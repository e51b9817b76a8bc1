"""A notice as it was read: head, outline, text with everything marked, what was not understood, who cites whom."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph import doubts
from graph.asking import Filter
from graph.errors import Unknown
from graph.model import Kind, Node, NoticeGraph, Relation
from graph.store import Store
from viz.legend import CITES
from viz.look import node_url
from viz.marks import Mark, breaks, readable, words
from viz.tables import Row
from viz.views.view import Table, View, measure_table

MOST = 300_000
"""Characters of source text shown on the page; the .json twin has all of it."""

Citations = Sequence[tuple[Node, str]]

NAMED = {
    Relation.ASSIGNED_TO: Kind.DEPARTMENT,
    Relation.TOUCHES: Kind.REGION,
    Relation.INVOLVES: Kind.PROJECT,
    Relation.ABOUT: Kind.THEME,
}


def notice(store: Store, id: str, lang: str = "zh") -> View:
    """The page of a notice; of one that is only cited, what those who cite it say of it."""
    node = store.node(id)
    cites, cited_by = citations(store, id)
    try:
        said = store.notice(id)
    except Unknown:
        values = {"notice": node, "loaded": False, "cites": cites, "cited_by": cited_by}
        table = Table(id, ("cites.how", "name", "id"), lambda: cite_rows(cites, cited_by))
        return View("cited.html", values, table=table)
    measures = in_order(said)
    counts = counted(said)
    within = store.facets(Filter(notices=(id,)), most=1000).nodes.get(Kind.REGION, ())  # with the places they hold
    touched = {one.node.id: one.measures for one in within}
    counts[Kind.REGION.value] = [(node, touched.get(node.id, n)) for node, n in counts[Kind.REGION.value]]
    values = {
        "notice": node,
        "loaded": True,
        "total": len(measures),
        "cites": cites,
        "cited_by": cited_by,
        "measures": measures,
        "warnings": [warning_at(said.text, doubts.told(warning, lang)) for warning in said.warnings],
        "named": counts,
        "text": said.text,
    }
    start, end = len(said.text) - len(said.text.lstrip()), min(len(said.text), MOST)
    marks = list(marks_of(said, lang=lang))
    for node_of in measures:
        span = span_of(node_of.props)
        if span:
            marks += breaks(said.text, span, str(node_of.props.get("text") or ""))
    drawn = {"outline": outline(measures), "segments": readable(said.text, marks, start, end), "shown": end}
    table = measure_table(id, lambda cursor: store.measures(Filter(notices=(id,)), limit=1000, cursor=cursor))
    return View("notice.html", values, drawn, table)


def cite_rows(cites: Citations, cited_by: Citations) -> Iterator[Row]:
    """What it cites, then what cites it."""
    for sign, some in (("→", cites), ("←", cited_by)):
        yield from ((f"{sign} {CITES[how][0] if how in CITES else how}", node.name, node.id) for node, how in some)


def in_order(said: NoticeGraph) -> list[Node]:
    """The measures of a notice by ordinal."""
    ordinals = {edge.target: edge.props.get("ordinal") for edge in said.edges if edge.kind is Relation.CONTAINS}
    found = [node for node in said.nodes if node.kind is Kind.MEASURE]
    return sorted(found, key=lambda node: (int(str(ordinals.get(node.id) or 0)), node.id))


@dataclass
class Heading:
    """A line of an outline with what stands below it; `id` where it is a measure."""

    title: str
    id: str | None = None
    below: list["Heading"] = field(default_factory=list)


def outline(measures: Sequence[Node]) -> list[Heading]:
    """Sections with their measures, in order. A measure that is itself the section of others has them below it."""
    found: dict[str, Heading] = {}
    top: list[Heading] = []
    for node in measures:
        name = str(node.props.get("section") or "")
        if name not in found:
            found[name] = Heading(name)
            top.append(found[name])
        one = Heading(f"{node.props.get('label') or ''}{node.name}", node.id)
        found[name].below.append(one)
        found[one.title] = one
    return top


def counted(said: NoticeGraph) -> dict[str, list[tuple[Node, int]]]:
    """What the measures name, per kind, with in how many of them; most first, then in order of the notice."""
    nodes = {node.id: node for node in said.nodes}
    found: dict[str, list[tuple[Node, int]]] = {}
    for relation, kind in NAMED.items():
        times = Counter(edge.target for edge in said.edges if edge.kind is relation)
        found[kind.value] = [(nodes[id], n) for id, n in sorted(times.items(), key=lambda item: (-item[1], item[0]))]
    return found


def marks_of(said: NoticeGraph, measure: str | None = None, lang: str = "zh") -> Iterator[Mark]:
    """All marks of a notice's text, or those of one measure."""
    nodes = {node.id: node for node in said.nodes}
    for edge in said.edges:
        span = span_of(edge.props)
        if edge.kind in NAMED and span and measure in (None, edge.source):
            node = nodes[edge.target]
            yield Mark(*span, str(node.kind), node_url(node.kind, node.id), node.name, node.name)
    for node in said.nodes:
        if node.kind is not Kind.MEASURE or measure not in (None, node.id):
            continue
        limit = span_of(node.props, "deadline_span")
        if limit:
            yield Mark(*limit, "Limit", None, str(node.props.get("due") or ""), str(node.props.get("due") or ""))
        whole = span_of(node.props)
        if whole and measure is None:
            yield Mark(*whole, "Measure", node_url(Kind.MEASURE, node.id), node.id)
    if measure is None:
        for warning in said.warnings:
            span = span_of(warning)
            if span:
                yield Mark(*span, "warning", None, "", str(doubts.told(warning, lang).get("message") or ""))


def span_of(props: Mapping[str, Any], key: str = "span") -> tuple[int, int] | None:
    span = props.get(key)
    return (int(span[0]), int(span[1])) if isinstance(span, list | tuple) and len(span) == 2 else None


def warning_at(text: str, warning: Mapping[str, Any]) -> dict[str, Any]:
    """A warning with its line and the words it is about."""
    span = span_of(warning)
    line = text.count("\n", 0, span[0]) + 1 if span else None
    about = words(text, span[0], min(span[1], span[0] + 60)) if span else ""
    return {"code": warning.get("code"), "message": warning.get("message"), "line": line, "words": about, "span": span}


def citations(store: Store, id: str) -> tuple[list[tuple[Node, str]], list[tuple[Node, str]]]:
    """What a notice cites, and what cites it, each with how."""
    near = store.around(id, 1, 1000, [Kind.NOTICE])
    nodes = {node.id: node for node in near.nodes}
    cites: list[tuple[Node, str]] = []
    cited_by: list[tuple[Node, str]] = []
    for edge in near.edges:
        if edge.kind is Relation.CITES and id in (edge.source, edge.target):
            other = nodes[edge.target if edge.source == id else edge.source]
            (cites if edge.source == id else cited_by).append((other, str(edge.props.get("relation") or "cites")))
    return cites, cited_by
