"""What the lexicons know in a text: words of themes, names of places, heads and names of projects, found in one passage
that all rules share which ask about the same text."""

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from graph.lexicon import named_projects, overrides, place_forms, projects, theme_words
from graph.lexicon.spots import Spot, over


class Sightings(NamedTuple):
    """Where words of each lexicon stand, and what it says of them."""

    themes: list[Spot]
    places: list[Spot]
    heads: list[Spot]
    projects: list[Spot]


def of(text: str) -> Sightings:
    """The sightings in a text; not to be changed, since others are given the same."""
    return _kept(text, overrides()) if len(text) < _LONG else _found(text, overrides())


_LONG = 10_000  # of longer texts nothing is kept


def _found(text: str, folder: Path | None) -> Sightings:
    return Sightings(*_all(folder)(text))


_kept = lru_cache(maxsize=256)(_found)  # more than the texts of measures that are read at once


@cache
def _all(_folder: Path | None) -> Callable[[str], tuple[list[Spot], ...]]:
    return over(theme_words.words(), place_forms.forms(), projects.grammar().not_before, named_projects.beginnings())
