"""What a measure is about: the themes of `themes.tsv` whose words its section's heading or its own text holds."""

from bisect import bisect_left
from functools import cache, lru_cache
from itertools import chain
from operator import itemgetter
from pathlib import Path

from graph.lexicon import overrides, sightings, table
from ingest.parsed import Theme

SECTION, TEXT = "section", "text"
_SECTION, _TEXT, _BOTH = (SECTION,), (TEXT,), (SECTION, TEXT)
_NEAR = 40
"""A word that stands so near the start of a text tells what it is about, even alone."""


def find(section: str | None, text: str) -> list[Theme]:
    """The themes: what section and text both say first, then in the order of the table.

    One passing word of a long text says little: the text counts where it is short, or holds a theme's words twice, or
    one near its start."""
    headed, told = _headed(section or "", overrides()), _told(text)
    called = _names(overrides())
    found = [_theme(called[theme], _BOTH) for theme in sorted(headed & told)]
    found += [_theme(called[theme], _SECTION if theme in headed else _TEXT) for theme in sorted(headed ^ told)]
    return found


_theme = lru_cache(maxsize=512)(Theme)  # there are few, and many measures have them


def names() -> tuple[str, ...]:
    """All themes that there are, in the order of the lexicon."""
    return _names(overrides())


@lru_cache(maxsize=256)
def _headed(section: str, _folder: Path | None) -> frozenset[int]:
    """The themes of a heading, which many measures share."""
    return frozenset(_hits(section))


def _told(text: str) -> set[int]:
    """The themes that a text tells of."""
    spots, short = sightings.of(text).themes, len(text) < 3 * _NEAR
    said = [*chain.from_iterable(map(_SAYS, spots))]
    themes = set(said)
    if themes and min(themes) < 0:  # one word says that another is not meant
        return {theme for theme, at in _hits(text).items() if short or len(at) > 1 or at[0] < _NEAR}
    near = themes if short else set(chain.from_iterable(map(_SAYS, spots[: bisect_left(spots, (_NEAR,))])))
    return {theme for theme in themes if theme in near or said.count(theme) > 1}


_SAYS = itemgetter(2)


def _hits(text: str) -> dict[int, list[int]]:
    """Where the words of each theme stand, without those inside a word that is not meant (生态 in 产业生态)."""
    hits: dict[int, list[int]] = {}
    masks: dict[int, list[tuple[int, int]]] = {}
    for at, end, told in sightings.of(text).themes:
        for theme in told:
            if theme >= 0:
                hits.setdefault(theme, []).append(at)
            else:
                masks.setdefault(~theme, []).append((at, end))
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
