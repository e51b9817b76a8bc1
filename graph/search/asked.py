"""Words of questions that texts say otherwise (asked.tsv): 堵车 is 拥堵 there, a traffic jam too."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from graph import words
from graph.lexicon import overrides, table
from graph.search import concepts


class Sought(NamedTuple):
    """What is sought for a word: any of these concepts and words."""

    means: tuple[str, ...]
    said: tuple[str, ...]


def chinese(word: str) -> Sought | None:
    """For a normalised Chinese word."""
    return _chinese(overrides()).get(word)


def english() -> dict[tuple[str, ...], Sought]:
    """By stemmed English phrase."""
    return _english(overrides())


@cache
def singular(_folder: Path | None) -> dict[tuple[str, ...], Sought]:
    """By English phrase in the singular."""
    return {tuple(concepts.singulars(phrase)): sought for phrase, sought in _rows() if not words.is_chinese(phrase)}


@cache
def _chinese(_folder: Path | None) -> dict[str, Sought]:
    return {phrase: sought for phrase, sought in _rows() if words.is_chinese(phrase)}


@cache
def _english(_folder: Path | None) -> dict[tuple[str, ...], Sought]:
    return {tuple(concepts.stems(phrase)): sought for phrase, sought in _rows() if not words.is_chinese(phrase)}


def _rows() -> list[tuple[str, Sought]]:
    there = concepts.concepts()
    found = []
    for row in table("asked.tsv"):
        listed = row.list("words")
        means = tuple(name for name in (word[1:] for word in listed if word[0] == "=") if name in there)
        said = tuple(words.normalise(word) for word in listed if word[0] != "=")
        found += [(words.normalise(phrase), Sought(means, said)) for phrase in row.list("asked")]
    return found
