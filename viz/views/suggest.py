"""What one may mean while typing in the explorer: a node, a measure by its words, all that answer, a named question."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from graph.asking import Counted, MeasureItem
from graph.errors import BadValue
from graph.model import Kind, Node
from graph.suggesting import numbered, suggested
from viz import labels
from viz.look import list_url
from viz.panel import Panel
from viz.questions import QUESTIONS, Question, parts
from viz.views.ask import KEY_OF

LONGEST = 100
ASKED = 3
"""Questions that are offered at most."""
ALIKE = 0.4
"""How much of what is typed stands in a question that is meant."""


def suggest(panel: Panel, text: str, preferred: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Measures by their number (those of the preferred notices first), nodes by name, short name, pinyin initials or
    English words, measures by their words, all of these at once, then questions."""
    store, text = panel.store, text.strip()[:LONGEST]
    if not text:
        return []
    labelled = numbered(store, text, preferred=preferred)
    nodes = suggested(store, text, limit=8)
    found = [measure(panel, item) for item in labelled]
    found += [node(one) for one in nodes]
    asked = [offered(one, nodes, panel.lang) for one in meant(text, nodes)]
    if labelled:
        return found + asked
    try:
        answer = store.search(text, limit=5)
    except BadValue:  # nothing but stop words so far
        return found + asked
    found += [measure(panel, hit.measure) for hit in answer.items]
    words = panel.words
    if answer.total:
        found.append({"query": text, "name": words["e.all"].format(n=answer.total), "count": answer.total})
    if answer.total > 1:
        url = list_url("/search", q=text)
        found.append({"url": url, "narrow": True, "name": words["e.narrow.all"].format(n=answer.total)})
    return found + asked


def node(one: Counted) -> dict[str, Any]:
    """A node as it is offered."""
    name = labels.clean(one.node.name or one.node.id)
    return {"id": one.node.id, "kind": one.node.kind.value, "name": name, "count": one.measures}


def measure(panel: Panel, item: MeasureItem) -> dict[str, Any]:
    """A measure as it is offered, with the notice it stands in: many have a （十二）."""
    name = labels.numbered(item.label, item.title)
    return {"id": item.id, "kind": Kind.MEASURE.value, "name": name, "of": labels.clean(panel.called(item.notice))}


def meant(text: str, nodes: tuple[Counted, ...]) -> list[Question]:
    """The questions worded like the text (哪些部门合作最多), or those one may ask of the node that it names first."""
    alike = sorted(QUESTIONS, key=lambda one: -likeness(text, one))
    found = [one for one in alike if likeness(text, one) >= ALIKE]
    if not found and nodes:
        key = KEY_OF.get(nodes[0].node.kind)
        found = [one for one in QUESTIONS if key in one.blanks[:1]]
    return found[:ASKED]


def likeness(text: str, question: Question) -> float:
    """The part of the text, two characters or one English word at a time, that stands in the question in either
    language."""
    typed = set(pieces(text))
    if not typed:
        return 0.0
    words = {
        piece
        for one in (question.zh, question.en)
        for part in parts(one)
        if not part.blank
        for piece in pieces(part.text)
    }
    return len(typed & words) / len(typed)


def pieces(text: str) -> Iterator[str]:
    """到期的举措 is 到期 期的 的举 举措; what ties is what ties."""
    for word in text.lower().split():
        if word.isascii():
            yield word
        else:
            yield from ("".join(pair) for pair in pairwise(word))


def called(node: Node) -> str:
    """A notice by its number, as its question asks for it."""
    return str(node.props.get("number") or node.name) if node.kind is Kind.NOTICE else node.name


def offered(question: Question, nodes: tuple[Counted, ...], lang: str) -> dict[str, Any]:
    """A question with the node in its first blank where that is of its kind; `said` are the words of a notice."""
    blank = question.blanks[0]
    node = nodes[0].node if nodes and KEY_OF.get(nodes[0].node.kind) == blank else None
    shown = []
    for part in parts(question.en if lang == "en" else question.zh):
        here = node is not None and part.blank and part.text == blank
        shown.append((called(node) if here and node else "…" if part.blank else part.text, here))
    url = list_url(f"/questions/{question.id}", **({blank: node.id} if node else {}))
    return {"url": url, "name": " ".join(text for text, _ in shown), "parts": shown}
