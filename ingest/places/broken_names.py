"""Names of places that a line break parts, where lines could not be joined: 推进甲乙|丙丁…建设."""

import re

from ingest.places.place_forms import candidates

_BREAK = re.compile(r"(?<=[一-龥])\n(?=[一-龥])")
_REACH = 10
# a line that goes on is a long one; a heading is not
_LONG = 15


def joined(text: str) -> tuple[str, list[int]]:
    """The text without the breaks that part a known name, and where they were."""
    cut: list[int] = []
    for found in _BREAK.finditer(text) if "\n" in text else ():
        at = found.start()
        line = text[text.rfind("\n", 0, at) + 1 : at]
        before, after = line[-_REACH:], text[at + 1 : at + 1 + _REACH].split("\n")[0]
        if len(line) >= _LONG and any(one.start < len(before) < one.end for one in candidates(before + after)):
            cut.append(at)
    if not cut:
        return text, cut
    return "".join(text[a + 1 : b] for a, b in zip((-1, *cut), (*cut, len(text)), strict=True)), cut


def where(at: int, cut: list[int]) -> int:
    """The place in the text as it was of a place in the joined one."""
    for one in cut:
        at += one <= at
    return at
