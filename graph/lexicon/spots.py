"""Where words of a lexicon may begin in a text, fast: a word is looked for only where two of its characters stand."""

from collections.abc import Container
from operator import add


def starts(text: str, pairs: Container[str]) -> list[int]:
    """The places, in order, where one of the pairs of characters stands."""
    return [at for at, pair in enumerate(map(add, text, text[1:])) if pair in pairs]
