"""What a measure is about: the themes of `themes.tsv` whose words its section's heading or its own text holds."""

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from graph.lexicon import overrides, table
from graph.lexicon.spots import over

SECTION, TEXT = "section", "text"
_NEAR = 40
"""A word that stands so near the start of a text tells what it is about, even alone."""


class ThemeMention(NamedTuple):
    """`basis` is what says so: section, text or both."""

    name: str
    basis: tuple[str, ...]


def find(section: str | None, text: str) -> list[ThemeMention]:
    """The themes: what section and text both say first, then in the order of the table.

    One passing word of a long text says little: the text counts where it is short, or holds a theme's words twice, or
    one near its start."""
    headed = _headed(section or "", overrides()).keys()
    short = len(text) < 3 * _NEAR
    told = {theme for theme, at in _hits(text).items() if short or len(at) > 1 or at[0] < _NEAR}
    called = _names(overrides())
    return [
        *(ThemeMention(called[theme], (SECTION, TEXT)) for theme in sorted(headed & told)),
        *(ThemeMention(called[theme], (SECTION if theme in headed else TEXT,)) for theme in sorted(headed ^ told)),
    ]


def names() -> tuple[str, ...]:
    """All themes that there are, in the order of the lexicon."""
    return _names(overrides())


@lru_cache(maxsize=256)
def _headed(section: str, _folder: Path | None) -> dict[int, list[int]]:
    """The hits of a heading, which many measures share."""
    return _hits(section)


def _hits(text: str) -> dict[int, list[int]]:
    """Where the words of each theme stand, without those inside a word that is not meant (生态 in 产业生态)."""
    hits: dict[int, list[int]] = {}
    masks: dict[int, list[tuple[int, int]]] = {}
    for at, words in _starts(overrides())(text):
        for word, theme, meant in words:
            if text.startswith(word, at):
                if meant:
                    hits.setdefault(theme, []).append(at)
                else:
                    masks.setdefault(theme, []).append((at, at + len(word)))
    for theme, spans in masks.items():
        left = [at for at in hits.get(theme, ()) if not any(a <= at < b for a, b in spans)]
        if left:
            hits[theme] = left
        else:
            hits.pop(theme, None)
    return hits


@cache
def _starts(folder: Path | None) -> Callable[[str], list[tuple[int, list[tuple[str, int, bool]]]]]:
    return over(_words(folder))


@cache
def _names(_folder: Path | None) -> tuple[str, ...]:
    return tuple(row["name"] for row in table("themes.tsv"))


@cache
def _words(_folder: Path | None) -> dict[str, list[tuple[str, int, bool]]]:
    """By their first two characters: (word, number of its theme, whether it speaks for the theme)."""
    found: dict[str, list[tuple[str, int, bool]]] = {}
    for number, row in enumerate(table("themes.tsv")):
        for column, meant in (("words", True), ("not_words", False)):
            for word in row.list(column):
                found.setdefault(word[:2], []).append((word, number, meant))
    return found
