"""How named projects read: what a name ends with (`project_heads.tsv`), what is done with it (`project_verbs.tsv`), and
words that make no name (`project_generic.tsv`)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from graph.lexicon import overrides, table


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns match the longest word first. `not_before` (what may not follow), `kinds` and `needs` are by head,
    `stages` by verb."""

    not_before: Mapping[str, str]
    heads: re.Pattern[str]
    verbs: re.Pattern[str]
    generic: re.Pattern[str]
    kinds: Mapping[str, str]
    needs: Mapping[str, str]
    stages: Mapping[str, str | None]


def grammar() -> Grammar:
    return _grammar(overrides())


def rest_of(name: str) -> str:
    """What is left of a name without the words that make none."""
    return _rest_of(name, overrides())


@lru_cache(maxsize=2048)  # several rules ask it of each name
def _rest_of(name: str, folder: Path | None) -> str:
    return _grammar(folder).generic.sub("", name)


@cache
def _grammar(_folder: Path | None) -> Grammar:
    heads, verbs = table("project_heads.tsv"), table("project_verbs.tsv")
    ends = {row["head"]: f"(?![{re.escape(row['not_before'])}])" if row["not_before"] else "" for row in heads}
    return Grammar(
        {row["head"]: row["not_before"] for row in heads},
        _any_of(ends),
        _any_of(dict.fromkeys((row["verb"] for row in verbs), "")),
        _any_of(dict.fromkeys((row["word"] for row in table("project_generic.tsv")), "")),
        {row["head"]: row["kind"] for row in heads},
        {row["head"]: row["needs"] for row in heads},
        {row["verb"]: row["stage"] or None for row in verbs},
    )


def _any_of(words: Mapping[str, str]) -> re.Pattern[str]:
    """Any of the words with the pattern that follows each, the longest first; those with one first character stand
    together, which is found faster."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rests.setdefault(word[0], []).append(re.escape(word[1:]) + words[word])
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(some)})" for first, some in rests.items()))
