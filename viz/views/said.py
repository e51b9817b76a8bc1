"""Where a relation is said: the clause with its words, the notice, and what it rests on."""

import re
from collections.abc import Iterator
from typing import Any

from graph.errors import Unknown
from graph.lexicon import table
from graph.model import Edge, Kind, Node, Relation
from viz.legend import SOURCES, source_of, word
from viz.look import node_url
from viz.marks import words
from viz.panel import Panel
from viz.quote import Quote, as_span, clause


def said(panel: Panel, source: str, target: str, kind: Relation) -> dict[str, Any]:
    """Of a relation between two nodes that are there."""
    graph = panel.store.edges_among([source, target])
    nodes = {node.id: node for node in graph.nodes}
    for edge in graph.edges:
        if (edge.source, edge.target, edge.kind) == (source, target, kind):
            found = clause(panel.text_of(edge.notice), edge.props.get("span")) or _words(panel, edge, nodes[target])
            return {
                "says": panel.relation(edge),
                "from": word(SOURCES, source_of(edge.kind, edge.props), panel.lang),
                "notice": panel.called(edge.notice),
                "url": node_url(Kind.NOTICE, edge.notice),
                "quote": [found.before, found.words, found.after] if found else None,
            }
    raise Unknown(name=f"{source} {kind} {target}")


def _words(panel: Panel, edge: Edge, target: Node) -> Quote | None:
    """The words of relations that keep no span: how a measure begins, what it says of its theme, how a notice calls its
    issuer or what it cites."""
    text = panel.text_of(edge.notice)
    if edge.kind is Relation.CONTAINS:
        return _opening(text, as_span(target.props.get("span")))
    if edge.kind is Relation.ABOUT:
        span = as_span(panel.store.node(edge.source).props.get("span"))
        return _about(text, span, target.name) if span else None
    if edge.kind in (Relation.ISSUED_BY, Relation.CITES):
        at = next(((text.find(name), name) for name in _names(target) if name in text), None)
        return clause(text, [at[0], at[0] + len(at[1])]) if at else None
    return None


def _opening(text: str, span: tuple[int, int] | None) -> Quote | None:
    """The first sentence of a measure."""
    if span is None or not 0 <= span[0] < span[1] <= len(text):
        return None
    ends = re.compile("[。\n]").search(text, span[0] + 1, span[1])
    end = min(ends.start() if ends else span[1], span[0] + 80)
    return Quote("", words(text, span[0], end), "…" if end < span[1] else "")


def _about(text: str, span: tuple[int, int], theme: str) -> Quote | None:
    """The first word of a theme in a measure; its look-alikes do not count."""
    said = text[slice(*span)]
    for row in table("themes.tsv"):
        if row["name"] != theme:
            continue
        for alike in row.list("not_words"):
            said = said.replace(alike, "\0" * len(alike))
        found = re.search("|".join(map(re.escape, row.list("words"))), said)
        return clause(text, [span[0] + found.start(), span[0] + found.end()]) if found else None
    return None


def _names(node: Node) -> Iterator[str]:
    """What a notice or a department may be called, longest names first."""
    names = [node.name, str(node.props.get("number") or ""), str(node.props.get("title") or "")]
    more = node.props.get("aliases")
    names += [str(one) for one in more] if isinstance(more, list | tuple) else []
    yield from sorted({name for name in names if len(name) > 2}, key=lambda name: (-len(name), name))
