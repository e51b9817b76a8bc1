"""What is meant while one types, beyond names as they are written: English words of Chinese names, a city before them,
and the numbers of measures."""

from collections.abc import Collection, Sequence
from itertools import chain

from graph import numbers, words
from graph.asking import Counted, MeasureItem
from graph.model import Kind
from graph.search import english
from graph.store import Store

WORDS = 12
"""So many Chinese words of an English one are looked for."""


def suggested(store: Store, text: str, limit: int = 10, kinds: Collection[Kind] | None = None) -> tuple[Counted, ...]:
    """What the store suggests, and nodes whose names hold Chinese words for the English ones: forestry is 林业, 林草.
    These come first when the text is a phrase as it stands, since letters stand in pinyin by chance (data in da tan).
    """
    names = store.suggest(text, limit, kinds)
    asked = words.runs(words.normalise(text))
    city = english.city(asked[0]) if len(asked) > 1 else None
    said, whole = english.begun(" ".join(asked[1:]) if city else text)
    if not said:
        return names
    called = _called(store, said[:WORDS], city, limit, kinds)
    found = {one.node.id: one for one in ((*called, *names) if whole else (*names, *called))}
    return tuple(found.values())[:limit]


def _called(
    store: Store, said: Sequence[str], city: str | None, limit: int, kinds: Collection[Kind] | None
) -> list[Counted]:
    """Nodes by Chinese words, half of the room at most for one word; `city` stands in their names too."""
    found = [
        [one for one in store.suggest(word, 1000 if city else limit, kinds) if not city or city in one.node.name]
        for word in said
    ]
    half = max(1, limit // 2)
    return [*chain.from_iterable(some[:half] for some in found), *chain.from_iterable(some[half:] for some in found)]


def numbered(store: Store, text: str, limit: int = 5, preferred: Sequence[str] = ()) -> tuple[MeasureItem, ...]:
    """Measures by the number printed before them: （十二）, 12, 5号（十二）; those of the preferred notices first."""
    number = numbers.typed(text)
    if number is None:
        return ()
    if number.notice:
        notices = [one.node.id for one in store.suggest(number.notice, 5, [Kind.NOTICE])]
        return store.numbered(number.labels, notices, limit) if notices else ()
    found = {one.id: one for one in store.numbered(number.labels, preferred, limit)} if preferred else {}
    if len(found) < limit:
        found |= {one.id: one for one in store.numbered(number.labels, (), limit) if one.id not in found}
    return tuple(found.values())[:limit]
