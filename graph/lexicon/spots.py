"""Where words of lexicons stand in a text: all of them are found in one passage (Aho and Corasick's automaton)."""

import re
from collections.abc import Callable, Mapping
from operator import itemgetter
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation

Spot = tuple[int, int, Any]
"""text[start:end] is a word; what its lexicon says of it."""

_START = itemgetter(1)
_HALVES = re.compile("[\ud800-\udfff]")


def over(*lexicons: Mapping[str, Any]) -> Callable[[str], tuple[list[Spot], ...]]:
    """A function that gives for each lexicon where its words stand in a text, also within one another, from left to
    right, the longest first of those that begin at one place."""
    words = [word for lexicon in lexicons for word in lexicon]
    said = [told for lexicon in lexicons for told in lexicon.values()]
    whose = [at for at, lexicon in enumerate(lexicons) for _ in lexicon]
    automaton = AhoCorasick(words, store_patterns=False, implementation=Implementation.ContiguousNFA)

    def found(text: str) -> tuple[list[Spot], ...]:
        try:
            matches = automaton.find_matches_as_indexes(text, True)
        except UnicodeEncodeError:  # half a pair of UTF-16, which no word holds
            matches = automaton.find_matches_as_indexes(_HALVES.sub(" ", text), True)
        matches.reverse()  # they come by their ends
        matches.sort(key=_START)
        if len(lexicons) == 1:
            return ([(start, end, said[word]) for word, start, end in matches],)
        spots: list[list[Spot]] = [[] for _ in lexicons]
        for word, start, end in matches:
            spots[whose[word]].append((start, end, said[word]))
        return tuple(spots)

    return found
