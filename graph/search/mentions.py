"""Concepts found in a text by their words, and what only looks like them.

One pass over a text finds all words of all concepts; what a look-alike covers is not found (产业生态 is no ecology,
黄河大桥 no river).
"""

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate, chain, groupby
from pathlib import Path
from typing import NamedTuple

from graph import words
from graph.lexicon import overrides, table
from graph.lexicon.spots import Spot, over
from graph.search.concepts import concepts

REACH = 14
"""How far the second part of A~B may be from the first."""
_STOP = re.compile("[。;!?:]")
_BEFORE_NAME = re.compile("建设|新建|改建|推进|加快|实施|通过|以及|[和与及至的在跨]")
_JOINING = "和与及至在的沿流"
_BESIDE = 4
"""How many characters may stand between a place and the ending that makes it a name of something else."""


class Hit(NamedTuple):
    """Text[start:end] says the concept; `end` is that of the second part of A~B."""

    start: int
    end: int
    concept: str


class Namesake(NamedTuple):
    """What a name with this ending is: 大桥 makes 黄河大桥 a bridge."""

    ending: str
    zh: str
    en: str


class _Special(NamedTuple):
    """A word that is found by more than its characters: its second part if it has one, the concepts it is for, those it
    is a look-alike of, and those whose characters it holds by chance; `whole` when it is not to be a part of a longer
    one of its script."""

    second: str
    concepts: tuple[str, ...]
    unlike: tuple[str, ...]
    chance: tuple[str, ...]
    place: bool
    whole: bool


class _Word(NamedTuple):
    """What is found where these characters stand: the concepts that they say by themselves, those that they say with
    another part after them, and what is to be looked at."""

    plain: tuple[str, ...]
    parted: tuple[tuple[str, tuple[str, ...]], ...]
    special: tuple[_Special, ...]


_new = tuple.__new__
"""Makes a `Hit` in half the time; a text has very many."""

_Listed = tuple[list[str], list[tuple[str, tuple[str, ...]]], list[_Special]]


def find(text: str, only: frozenset[str] | None = None) -> list[Hit]:
    """All that a normalised text says, in its order; a concept may be found by several words at one place. `only`
    these concepts and what is a case of them."""
    return scan(text, only)[0]


def alike(text: str, only: frozenset[str] | None = None) -> list[Hit]:
    """The look-alikes in a normalised text: each with the concept that it is not."""
    return scan(text, only)[1]


def find_each(texts: Sequence[str], only: frozenset[str] | None = None) -> list[list[Hit]]:
    """The same in many texts, passed through at once."""
    return [found for found, _ in scan_each(texts, only)]


def scan_each(texts: Sequence[str], only: frozenset[str] | None = None) -> list[tuple[list[Hit], list[Hit]]]:
    """What is found in each text, and what looks like it."""
    (spots,) = _words(overrides(), only)("\0".join(texts))
    told: list[tuple[list[Hit], list[Hit]]] = [([], []) for _ in texts]
    ends = [*accumulate(len(text) + 1 for text in texts)]
    for which, of_one in groupby(spots, key=lambda spot: bisect(ends, spot[0])):
        before = ends[which - 1] if which else 0
        told[which] = _looked_at(texts[which], [(a - before, b - before, word) for a, b, word in of_one])
    return told


def scan(text: str, only: frozenset[str] | None = None) -> tuple[list[Hit], list[Hit]]:
    """What is found, and what looks like it."""
    (spots,) = _words(overrides(), only)(text)
    return _looked_at(text, spots)


def _looked_at(text: str, spots: Iterable[Spot]) -> tuple[list[Hit], list[Hit]]:
    found: list[Hit] = []
    alike: list[Hit] = []
    chance: list[Hit] = []
    for start, end, (plain, parted, specials) in spots:
        for concept in plain:
            found.append(_new(Hit, (start, end, concept)))  # noqa: PERF401  it is one mostly
        for second, names in parted:
            if last := _second(text, end, second):
                found += [Hit(start, last, concept) for concept in names]
        for special in specials:
            _look(special, text, start, end, found, alike, chance)
    if not (alike or chance):
        return found, alike
    covered: dict[str, list[Hit]] = {}
    for hit in chain(alike, chance):
        covered.setdefault(hit.concept, []).append(hit)
    doubtful = _cases(overrides())
    doubted = frozenset[str]().union(*(doubtful[name] for name in covered))
    found = [hit for hit in found if hit.concept not in doubted or not _covered(hit, covered)]
    return found, alike


def _look(
    word: _Special, text: str, start: int, end: int, found: list[Hit], alike: list[Hit], chance: list[Hit]
) -> None:
    """Is the word there, what is it?"""
    if word.whole and not _whole(text, start, end):
        return
    if word.second and not (end := _second(text, end, word.second)):
        return
    found += [Hit(start, end, concept) for concept in word.concepts]
    alike += [Hit(start, end, concept) for concept in word.unlike]
    chance += [Hit(start, end, concept) for concept in word.chance]
    if word.place and (name := _namesake(text, start, end, word.concepts[0])):
        alike.append(name)


def _whole(text: str, start: int, end: int) -> bool:
    """An ASCII word is found as a whole only: AI is not in MAIL."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isascii() and before.isalnum()) and not (
        text[end - 1].isascii() and after.isascii() and after.isalnum()
    )


def _second(text: str, start: int, second: str) -> int:
    """Where the second part ends, 0 when it is not near or a sentence ends before it."""
    at = text.find(second, start, start + REACH + len(second))
    if at < 0 or _STOP.search(text, start, at):
        return 0
    return at + len(second)


def _namesake(text: str, start: int, end: int, concept: str) -> Hit | None:
    """The name that a place's name is part of: 黄河大桥, 黄河公路特大桥, 黄河路."""
    named = _after_a_name(overrides()).match(text, end)
    return Hit(start, named.end(), concept) if named else None


def name_begins(text: str, start: int) -> int:
    """Where a name begins that goes on at `start`: 古城湾|黄河大桥, 建设|古城湾|黄河大桥."""
    first = start
    while first > 0 and start - first < 6 and words.is_chinese(text[first - 1]):
        first -= 1
    return max([first, *(joint.end() for joint in _BEFORE_NAME.finditer(text, first, start))])


def _covered(hit: Hit, covered: dict[str, list[Hit]]) -> bool:
    """Does what only looks like it stand there? What ends in 同期商业贷款, no loan, is no 创业~贷款 either."""
    if any(c.start < hit.end and hit.start < c.end for c in covered.get(hit.concept, ())):
        return True
    wider = concepts()[hit.concept].wider
    return any(c.start < hit.end <= c.end for name in wider for c in covered.get(name, ()))


def namesakes() -> dict[str, Namesake]:
    """The endings by themselves."""
    return _namesakes(overrides())


@cache
def _cases(_folder: Path | None) -> dict[str, frozenset[str]]:
    """Of each concept what is a case of it, itself too."""
    known = concepts()
    return {name: frozenset({name, *(each.name for each in known.values() if name in each.wider)}) for name in known}


@cache
def _after_a_name(folder: Path | None) -> re.Pattern[str]:
    """A long ending is sure, with some characters between; 路 and 街 only right after the name: 黄河路, but not
    黄河沿线公路."""
    endings = sorted(map(re.escape, _namesakes(folder)), key=len, reverse=True)
    long, short = ("|".join(e for e in endings if (len(e) > 1) is many) for many in (True, False))
    return re.compile(f"[^{_JOINING}\\W\\da-z]{{0,{_BESIDE}}}?(?:{long})|(?:{short})")


@cache
def _namesakes(_folder: Path | None) -> dict[str, Namesake]:
    return {row["ending"]: Namesake(row["ending"], row["zh"], row["en"]) for row in table("namesakes.tsv")}


@lru_cache(maxsize=256)
def _words(_folder: Path | None, only: frozenset[str] | None) -> Callable[[str], tuple[list[Spot], ...]]:
    """What finds all words of concepts in a text, each with what is to be done there."""
    sides: dict[str, tuple[list[str], list[str], list[str]]] = {}
    for concept in concepts().values():
        if only is None or concept.name in only or not only.isdisjoint(concept.wider):
            for side, listed in enumerate((concept.words + concept.narrower, concept.unlike, concept.chance)):
                for word in dict.fromkeys(listed):
                    sides.setdefault(word, ([], [], []))[side].append(concept.name)
    found: dict[str, _Listed] = {}
    for text, (said, unlike, chance) in sides.items():
        first, _, second = text.partition("~")
        if len(first) < 2:
            continue  # one character says too little
        plain, parted, special = found.setdefault(first, ([], [], []))
        place = bool(said) and concepts()[said[0]].kind == "place"
        whole = first[:1] < "\x80"
        if second and not (place or whole or unlike or chance):
            parted.append((second, tuple(said)))
        elif second or place or whole or unlike or chance:
            special.append(_Special(second, tuple(said), tuple(unlike), tuple(chance), place, whole))
        else:
            plain += said
    return over({first: _Word(tuple(a), tuple(b), tuple(c)) for first, (a, b, c) in found.items()})
