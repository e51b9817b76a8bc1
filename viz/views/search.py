"""The topic page: exactly the answers with why, near misses by name, facets, and never a dead end."""

from collections.abc import Iterator, Sequence
from typing import Any

from graph.asking import Filter, Hit, MeasureItem, Why
from graph.errors import BadValue
from graph.model import Kind
from graph.store import Store
from viz.look import PLURAL, Look, list_url
from viz.marks import Segment, excerpt, found, segments
from viz.tables import Row
from viz.views.ask import KEY_OF, LIMIT, asked, cursor_of
from viz.views.facets import counted, groups
from viz.views.overview import examples
from viz.views.view import MEASURE_HEADS, Table, View, every, measure_row

HEADS = ("why", *MEASURE_HEADS)
WORDS = 5
"""So many words of a question without an answer are tried one by one."""


def search(store: Store, look: Look) -> View:
    """Without a question: what one can ask."""
    text = look.asked("q").strip()
    if not text:
        return unasked(store)
    meant = asked(store, look)
    try:
        answer = store.search(text, meant.filter, LIMIT, cursor_of(look))
    except BadValue:  # punctuation alone, or words that say nothing
        return unasked(store)
    facets = counted(store, meant.filter, text)
    values = {"q": text, "total": answer.total, "answer": answer, "facets": facets}
    drawn: dict[str, Any] = {
        "chips": meant.chips(look),
        "groups": groups(store, look, facets, meant, text),
        "hits": [(hit, excerpt(marked(hit.measure, hit.why), 320, 90), grouped(hit.why)) for hit in answer.items],
        "near": [(near, excerpt(marked(near.measure, near.why), 140, 30)) for near in answer.near],
        "instead": instead(store, text, meant.filter) if not answer.total else [],
        "suggested": store.suggest(text[:100], 5),
        "kinds": by_kind(store, text[:100]),
        "examples": examples(store),
        "empty": not answer.total and not store.list(Kind.NOTICE, limit=1).total,
    }

    def rows() -> Iterator[Row]:
        hits: Iterator[Hit] = every(lambda cursor: store.search(text, meant.filter, 1000, cursor))
        for hit in hits:
            yield ("；".join(f"{why.concept}：{why.words}" for why in hit.why), *measure_row(hit.measure))

    return View("search.html", values, drawn, Table(f"search {text[:20]}", HEADS, rows))


def unasked(store: Store) -> View:
    return View(
        "search.html", {"q": "", "total": 0}, {"examples": examples(store)}, Table("search", HEADS, lambda: iter(()))
    )


def by_kind(store: Store, text: str) -> list[tuple[str, str, int]]:
    """How many nodes of each kind have those words in their names, and the list of them."""
    counts = ((kind, store.list(kind, text, 1).total) for kind in KEY_OF)
    return [(f"kinds.{kind}", list_url(f"/{PLURAL[kind]}", q=text), n) for kind, n in counts if n]


def marked(measure: MeasureItem, why: Sequence[Why]) -> list[Segment]:
    """The measure's text with the words that answer."""
    return segments(measure.text, found(measure.text, [one.words for one in why]))


def grouped(why: Sequence[Why]) -> list[tuple[str, list[Why]]]:
    """Why, a concept at a time, each word once."""
    made: dict[str, dict[tuple[str, str], Why]] = {}
    for one in why:
        made.setdefault(one.concept, {}).setdefault((one.field, one.words), one)
    return [(concept, list(words.values())) for concept, words in made.items()]


def instead(store: Store, text: str, filter: Filter) -> list[tuple[str, str, int]]:
    """Questions that have answers where this one has none: without its conditions, or a word at a time."""
    tried: list[tuple[str, str, int]] = []
    if filter != Filter():
        n = store.search(text, limit=1).total
        tried.append((text, list_url("/search", q=text), n))
    words = list(dict.fromkeys(text.split()))
    if len(words) > 1:
        tried += [(word, list_url("/search", q=word), answers(store, word)) for word in words[:WORDS]]
    return [one for one in tried if one[2]]


def answers(store: Store, word: str) -> int:
    """How many measures answer; a mark alone, or a word that says nothing, asks for none."""
    try:
        return store.search(word, limit=1).total
    except BadValue:
        return 0
