"""What measures are about: concepts.tsv and concepts_places.tsv, and the words of questions that ask for each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph import words
from graph.lexicon import Row, overrides, table


@dataclass(frozen=True, slots=True)
class Concept:
    """A line of the lexicon, its words normalised. `wider` holds all concepts it is a case of, near and far."""

    name: str
    kind: str
    words: tuple[str, ...]
    narrower: tuple[str, ...]
    ask: tuple[str, ...]
    english: tuple[str, ...]
    wider: tuple[str, ...]
    unlike: tuple[str, ...]
    chance: tuple[str, ...]


def concepts() -> dict[str, Concept]:
    """All concepts by name."""
    return _concepts(overrides())


def asked(word: str) -> str | None:
    """The concept a normalised Chinese word asks for, and all of it; None for words of a part of one only."""
    return _asked(overrides()).get(word)


def part_of(word: str) -> str | None:
    """The concept that a word names a part of: 蔬菜 → 农产品."""
    return _parts(overrides()).get(word)


def vocabulary() -> frozenset[str]:
    """All Chinese words of questions."""
    return _vocabulary(overrides())


def english() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Concepts by stemmed English phrase."""
    return _english(overrides())


@cache
def _concepts(_folder: Path | None) -> dict[str, Concept]:
    rows = table("concepts.tsv") + table("concepts_places.tsv")
    there = {row["concept"] for row in rows}
    near = {row["concept"]: tuple(wider for wider in row.list("wider") if wider in there) for row in rows}
    return {row["concept"]: _concept(row, near) for row in rows}


def _concept(row: Row, near: dict[str, tuple[str, ...]]) -> Concept:
    wider: dict[str, None] = {}
    todo = list(near[row["concept"]])
    while todo:
        one = todo.pop()
        if one not in wider and one != row["concept"]:
            wider[one] = None
            todo += near[one]
    columns = ("words", "narrower", "ask", "english")
    said, narrower, ask, english = (tuple(words.normalise(word) for word in row.list(column)) for column in columns)
    unlike, chance = (tuple(words.normalise(word) for word in row.list(column)) for column in ("not", "chance"))
    return Concept(row["concept"], row["kind"], said, narrower, ask, english, tuple(wider), unlike, chance)


@cache
def _asked(folder: Path | None) -> dict[str, str]:
    """The name of a concept is it; then words of questions; then what is said of it first in a list, the shorter list
    being the closer concept."""
    best: dict[str, tuple[int, int, int, str]] = {}
    for order, concept in enumerate(_concepts(folder).values()):
        name = words.normalise(concept.name)
        ranks: list[tuple[Iterable[str], int]] = [((name,), 0), (concept.ask, 1), (concept.words, 2)]
        for listed, rank in ranks:
            for place, word in enumerate(listed):
                if "~" not in word:
                    key = (rank, place if rank == 2 else len(concept.words), order, concept.name)
                    best[word] = min(best.get(word, key), key)
    return {word: key[-1] for word, key in best.items()}


@cache
def _parts(folder: Path | None) -> dict[str, str]:
    return {word: c.name for c in reversed(_concepts(folder).values()) for word in c.narrower if "~" not in word}


@cache
def _vocabulary(folder: Path | None) -> frozenset[str]:
    return frozenset(_asked(folder)) | frozenset(_parts(folder))


@cache
def _english(folder: Path | None) -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for concept in _concepts(folder).values():
        for phrase in concept.english:
            names = found.setdefault(tuple(stems(phrase)), [])
            if concept.name not in names:
                names.append(concept.name)
    return {phrase: tuple(names) for phrase, names in found.items()}


def singulars(phrase: str) -> Iterator[str]:
    """The words of an English phrase in the singular."""
    return map(words.singular, words.runs(words.normalise(phrase)))


def stems(phrase: str) -> Iterator[str]:
    """The stems of an English phrase."""
    return map(words.stem, words.runs(words.normalise(phrase)))
