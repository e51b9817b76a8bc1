"""What a measure is about: the themes of `themes.tsv` whose words its section's heading or its own text holds."""

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from graph.lexicon import overrides, sightings, table

SECTION, TEXT = "section", "text"
_SECTION, _TEXT, _BOTH = (SECTION,), (TEXT,), (SECTION, TEXT)
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
    found = [_mention(called[theme], _BOTH) for theme in sorted(headed & told)]
    found += [_mention(called[theme], _SECTION if theme in headed else _TEXT) for theme in sorted(headed ^ told)]
    return found


_mention = lru_cache(maxsize=512)(ThemeMention)


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
    for at, end, told in sightings.of(text).themes:
        for theme, meant in told:
            if meant:
                hits.setdefault(theme, []).append(at)
            else:
                masks.setdefault(theme, []).append((at, end))
    for theme, spans in masks.items():
        left = [at for at in hits.get(theme, ()) if not any(a <= at < b for a, b in spans)]
        if left:
            hits[theme] = left
        else:
            hits.pop(theme, None)
    return hits


@cache
def _names(_folder: Path | None) -> tuple[str, ...]:
    return tuple(row["name"] for row in table("themes.tsv"))
