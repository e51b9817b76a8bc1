"""Where words of a lexicon may begin in a text, fast: a word is looked for only where two of its characters stand."""

import re
from collections.abc import Callable, Collection


def over(pairs: Collection[str]) -> Callable[[str], list[int]]:
    """A function that gives the places of a text, in order, where one of the pairs of characters stands.

    One pattern over the first and the second characters passes most of a text by; what is left is compared.
    """
    if not pairs:
        return lambda _text: []
    first, second = ("".join(sorted({re.escape(pair[at]) for pair in pairs})) for at in (0, 1))
    likely = re.compile(f"[{first}](?=[{second}])")
    known = frozenset(pairs)

    def starts(text: str) -> list[int]:
        return [at for match in likely.finditer(text) if text[(at := match.start()) : at + 2] in known]

    return starts
