"""What a measure is about: the themes of `themes.tsv` whose words its section's heading or its own text holds."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.lexicon import overrides, table

SECTION, TEXT = "section", "text"


@dataclass(frozen=True, slots=True)
class _Theme:
    name: str
    words: re.Pattern[str]
    others: re.Pattern[str] | None


def find(section: str | None, text: str) -> list[tuple[str, tuple[str, ...]]]:
    """(theme, what says so: section, text or both), what both say first, then by the order of the table.

    One passing word of a long text says little: the text counts where it holds a theme's words twice, two of them, or
    one near its start."""
    found: list[tuple[int, str, tuple[str, ...]]] = []
    for theme in _themes(overrides()):
        basis = tuple(
            where for where, said in ((SECTION, _says(theme, section or "", 0)), (TEXT, _says(theme, text, 40))) if said
        )
        if basis:
            found.append((-len(basis), theme.name, basis))
    found.sort(key=lambda entry: entry[0])
    return [(name, basis) for _, name, basis in found]


def _says(theme: _Theme, text: str, near: int) -> bool:
    if theme.words.search(text) is None:
        return False
    if theme.others is not None:
        text = theme.others.sub("", text)
    hits = list(theme.words.finditer(text))
    return bool(hits) and (len(hits) > 1 or near == 0 or hits[0].start() < near or len(text) < 3 * near)


@cache
def _themes(_folder: Path | None) -> tuple[_Theme, ...]:
    return tuple(
        _Theme(row["name"], _any(row.list("words")), _any(row.list("not_words")) if row["not_words"] else None)
        for row in table("themes.tsv")
    )


def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))
