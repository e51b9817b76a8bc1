"""The words of clauses that say who does what by when (`clause_forms.tsv`): labels, verbs, heads of columns."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from graph.lexicon import Row, overrides, table


def words(*parts: str, role: str | None = None, where: str | None = None) -> tuple[str, ...]:
    """The words that are one of these parts, for a role and of a place where these are given; the longest first."""
    return _words(parts, role, where, overrides())


def either(*parts: str, role: str | None = None, where: str | None = None) -> str:
    """A pattern for any of the words that `words` gives; one that matches nothing where there are none."""
    return any_of(words(*parts, role=role, where=where))


def any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words)) or "(?!)"


@cache
def _words(parts: tuple[str, ...], role: str | None, where: str | None, _folder: Path | None) -> tuple[str, ...]:
    found = dict.fromkeys(row["word"] for row in _rows(parts) if _has(row, "role", role) and _has(row, "where", where))
    return tuple(sorted(found, key=len, reverse=True))


def _rows(parts: tuple[str, ...]) -> Iterator[Row]:
    return (row for row in table("clause_forms.tsv") if row["part"] in parts)


def _has(row: Row, column: str, wanted: str | None) -> bool:
    """`wanted` "" is for rows that say nothing there."""
    return wanted is None or wanted in (row.list(column) or ("",))
