"""English words of questions: phrases that name a concept (concepts.tsv) or stand for Chinese words (english.tsv), and
cities by their pinyin. The texts are Chinese; nothing English is sought in them but codes and names as they stand.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from graph import concepts, words
from graph.lexicon import overrides, regions, table

_LONGEST = 5
"""The most words of a phrase."""


class Phrase(NamedTuple):
    """How many words a phrase has, and what it asks for: any of these concepts, or any of these Chinese words."""

    size: int
    means: tuple[str, ...]
    said: tuple[str, ...] = ()


def longest(texts: Sequence[str]) -> Phrase | None:
    """The longest phrase that a question's English words begin with, once it is known at all."""
    stems = tuple(words.stem(text) for text in texts[:_LONGEST])
    named, said = concepts.english(), _said(overrides())
    for size in range(len(stems), 0, -1):
        key = stems[:size]
        if size == 2 and key not in named and key not in said:
            # waste water is wastewater
            key = (words.stem(texts[0] + texts[1]),)
        if key in said:
            return Phrase(size, (), said[key])
        if key in named:
            return Phrase(size, named[key])
    return None


def city(text: str) -> str | None:
    """The short name of a city or province by its pinyin."""
    return _spelt(overrides()).get(text)


@cache
def _said(_folder: Path | None) -> dict[tuple[str, ...], tuple[str, ...]]:
    rows = table("english.tsv")
    return {
        tuple(concepts.stems(phrase)): tuple(map(words.normalise, row.list("words")))
        for row in rows
        for phrase in row.list("english")
    }


@cache
def _spelt(_folder: Path | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for region in regions.everything():
        if region.level in ("province", "city") and len(region.short) > 1:
            found.setdefault(words.spelt(region.short), region.short)
    return found
