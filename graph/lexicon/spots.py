"""Where words of a lexicon may begin in a text, fast: a word is looked for only where two of its characters stand."""

import re
from collections.abc import Callable, Mapping
from typing import TypeVar

Words = TypeVar("Words")


def over(words: Mapping[str, Words]) -> Callable[[str], list[tuple[int, Words]]]:
    """A function that gives the places of a text, in order, where one of the pairs of characters stands, each with
    the words that begin with the pair.

    One pattern over the first and the second characters passes most of a text by; what is left is looked up.
    """
    if not words:
        return lambda _text: []
    first, second = ("".join(sorted({re.escape(pair[at]) for pair in words})) for at in (0, 1))
    likely = re.compile(f"[{first}](?=[{second}])")
    known = words.get

    def found(text: str) -> list[tuple[int, Words]]:
        places, at = [], -1
        for passed in likely.split(text):  # which costs less than a match for each place
            at += len(passed) + 1
            if (some := known(text[at : at + 2])) is not None:
                places.append((at, some))
        return places

    return found
