"""English words of questions: phrases that name a concept (concepts.tsv) or stand for Chinese words (asked.tsv), and
cities by their pinyin. The texts are Chinese; nothing English is sought in them but codes and names as they stand.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from graph import words
from graph.lexicon import overrides, regions, table
from graph.search import asked, concepts

_LONGEST = 5
"""The most words of a phrase."""
_SHORTEST = 3
"""So many letters begin a word."""


class Phrase(NamedTuple):
    """How many words a phrase has, and what it asks for: any of these concepts and Chinese words."""

    size: int
    means: tuple[str, ...]
    said: tuple[str, ...] = ()


def longest(texts: Sequence[str]) -> Phrase | None:
    """The longest phrase that a question's English words begin with, once it is known at all."""
    stems = tuple(words.stem(text) for text in texts[:_LONGEST])
    single = tuple(words.singular(text) for text in texts[:_LONGEST])
    named, said, exactly = concepts.english(), asked.english(), _exactly(overrides())
    for size in range(len(stems), 0, -1):
        # parks are not parking, trains not training, a fund is not funding
        if single[:size] in exactly:
            return Phrase(size, *exactly[single[:size]])
        key = stems[:size]
        if size == 2 and key not in named and key not in said:
            # waste water is wastewater
            key = (words.stem(texts[0] + texts[1]),)
        if key in said:
            return Phrase(size, *said[key])
        if key in named:
            return Phrase(size, named[key])
    return None


def city(text: str) -> str | None:
    """The short name of a city or province by its pinyin."""
    return _spelt(overrides()).get(text)


@cache
def _exactly(folder: Path | None) -> dict[tuple[str, ...], asked.Sought]:
    """What phrases ask for, whatever their number."""
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for concept in concepts.concepts().values():
        for phrase in concept.english:
            found.setdefault(tuple(concepts.singulars(phrase)), {})[concept.name] = None
    return {phrase: asked.Sought(tuple(names), ()) for phrase, names in found.items()} | asked.singular(folder)


@cache
def _bodies(_folder: Path | None) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {
        tuple(concepts.stems(phrase)): tuple(map(words.normalise, row.list("words")))
        for row in table("department_english.tsv")
        for phrase in row.list("english")
    }


@cache
def _spelt(_folder: Path | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for region in regions.everything():
        if region.level in ("province", "city") and len(region.short) > 1:
            found.setdefault(words.spelt(region.short), region.short)
    return found


@cache
def _phrases(_folder: Path | None) -> dict[str, tuple[str, ...]]:
    """Chinese words by phrase, stemmed, its words parted by blanks."""
    found: dict[str, dict[str, None]] = {}
    for stems, told in _bodies(_folder).items():
        found.setdefault(" ".join(_telling(stems)), {}).update(dict.fromkeys(told))
    for stems, means in concepts.english().items():
        for name in means:
            concept = concepts.concepts()[name]
            said = (words.normalise(name), *concept.words, *concept.ask)
            found.setdefault(" ".join(_telling(stems)), {}).update(dict.fromkeys(said))
    for stems, sought in asked.english().items():
        found.setdefault(" ".join(_telling(stems)), {}).update(dict.fromkeys(sought.said))
    return {phrase: tuple(word for word in said if _sought(word)) for phrase, said in found.items()}


def _sought(word: str) -> bool:
    """Whether a word can stand in a name."""
    return len(word) > 1 and all(map(words.is_chinese, word))


_BODIES = "bureau department ministry office commission administration authority of the and"


def _telling(texts: Iterable[str]) -> list[str]:
    """The words but those that all names of departments have."""
    return [text for text in texts if text not in _BODIES.split()]


def begun(text: str) -> tuple[tuple[str, ...], bool]:
    """The Chinese words that English words, the last perhaps not typed to its end, begin to say, and whether they are a
    phrase as they stand: forestr is 林业, 森林 and more. Those of the phrase go before those of longer ones."""
    typed = _telling(words.runs(words.normalise(text)))
    if not typed or any(map(words.is_chinese, typed)) or len("".join(typed)) < _SHORTEST:
        return (), False
    phrases = _phrases(overrides())
    whole = " ".join(map(words.stem, typed))
    start = " ".join([*map(words.stem, typed[:-1]), typed[-1]])
    found = dict.fromkeys(phrases.get(whole, ()))
    for phrase in sorted(phrases):
        if phrase.startswith((start, whole + " ")):
            found.update(dict.fromkeys(phrases[phrase]))
    return tuple(found), whole in phrases
