"""Where heads of projects stand in a text: what a name may end with (`project_heads.tsv`)."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from graph.lexicon import sightings


class Head(NamedTuple):
    """text[start:end] is `word`, which a name may end with."""

    start: int
    end: int
    word: str


def find(text: str) -> list[Head]:
    """The heads, left to right, the longest at each place, none within another."""
    found: list[Head] = []
    last = 0
    for start, end, not_before in sightings.of(text).heads:
        if start >= last and (end == len(text) or text[end] not in not_before):
            found.append(Head(start, end, text[start:end]))
            last = end
    return found


def within(heads: Sequence[Head], start: int, end: int) -> list[Head]:
    """Those of a text that stand in text[start:end], as that stretch has them."""
    first, last = bisect_left(heads, (start,)), bisect_left(heads, (end,))
    return [Head(at - start, stop - start, word) for at, stop, word in heads[first:last]]
