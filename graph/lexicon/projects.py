"""How named projects read: what a name ends with (`project_heads.tsv`), what is done with it (`project_verbs.tsv`), and
words that make no name (`project_generic.tsv`)."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from graph.lexicon import Row, overrides, table
from graph.lexicon.spots import over


class Head(NamedTuple):
    """text[start:end] is `word`, which a name may end with."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns match the longest word first. `begins` tells where heads may begin, and which. `kinds` and `needs`
    are by head, `stages` by verb."""

    begins: Callable[[str], list[tuple[int, list[tuple[str, str]]]]]
    heads: re.Pattern[str]
    verbs: re.Pattern[str]
    generic: re.Pattern[str]
    kinds: Mapping[str, str]
    needs: Mapping[str, str]
    stages: Mapping[str, str | None]

    def heads_in(self, text: str) -> list[Head]:
        """What `heads` finds, left to right, none within another."""
        found: list[Head] = []
        last = 0
        for at, some in self.begins(text):
            for word, not_before in some if at >= last else ():
                end = at + len(word)
                if text.startswith(word, at) and (end == len(text) or text[end] not in not_before):
                    found.append(Head(at, end, word))
                    last = end
                    break
        return found


def grammar() -> Grammar:
    return _grammar(overrides())


@cache
def _grammar(_folder: Path | None) -> Grammar:
    heads, verbs = table("project_heads.tsv"), table("project_verbs.tsv")
    ends = {row["head"]: f"(?![{re.escape(row['not_before'])}])" if row["not_before"] else "" for row in heads}
    return Grammar(
        _begins(heads),
        _any_of(ends),
        _any_of(dict.fromkeys((row["verb"] for row in verbs), "")),
        _any_of(dict.fromkeys((row["word"] for row in table("project_generic.tsv")), "")),
        {row["head"]: row["kind"] for row in heads},
        {row["head"]: row["needs"] for row in heads},
        {row["verb"]: row["stage"] or None for row in verbs},
    )


def _begins(rows: Iterable[Row]) -> Callable[[str], list[tuple[int, list[tuple[str, str]]]]]:
    """Where heads may begin in a text: those that do, the longest first, each with what may not follow it."""
    heads = sorted(((row["head"], row["not_before"]) for row in rows), key=lambda head: -len(head[0]))
    if len(heads[-1][0]) < 2:  # 园 of a lexicon of one's own may begin anywhere
        return lambda text: [(at, heads) for at in range(len(text))]
    found: dict[str, list[tuple[str, str]]] = {}
    for head in heads:
        found.setdefault(head[0][:2], []).append(head)
    return over(found)


def _any_of(words: Mapping[str, str]) -> re.Pattern[str]:
    """Any of the words with the pattern that follows each, the longest first; those with one first character stand
    together, which is found faster."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rests.setdefault(word[0], []).append(re.escape(word[1:]) + words[word])
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(some)})" for first, some in rests.items()))
