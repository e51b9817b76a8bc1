"""Which lines of plain text are one row of a table, where cells hold breaks: as a spreadsheet or a browser copies them.

1,开办企业,"县市场监管局⏎县税务局",6月底        1<tab>建路<tab>县交通局⏎县财政局<tab>6月⏎底前
"""

import re
from collections.abc import Sequence

from graph.model import Span
from ingest.units.bare_names import limits
from ingest.units.units import organ

_NEAR = 12  # lines that a row may run over
_NUMBER = re.compile(r"[ \u3000]*\d{1,3}[.、]?[ \u3000]*\t")
_FIRST = re.compile(r"[ \u3000]*序[ \u3000]?号[ \u3000]*\t")
_OPENS = {",": re.compile('(?:^|,)"'), "\t": re.compile('(?:^|\t)"')}


def quoted(text: str, lines: Sequence[Span], place: int, sign: str) -> int:
    """The last line of a row some cell of which is quoted, since it holds a break; `place` where none is."""
    if not _OPENS[sign].search(text[slice(*lines[place])]):
        return place
    marks = 0
    for last in range(place, min(place + _NEAR, len(lines))):
        marks += text.count('"', *lines[last])
        if marks % 2 == 0:
            return last
    return place


def head(text: str, lines: Sequence[Span], at: int) -> int:
    """The last line of the head that begins with a line 序号<tab>…: the one above the first numbered row."""
    if not _FIRST.match(text, lines[at][0]):
        return at
    for last in range(at + 1, min(at + _NEAR, len(lines))):
        if _NUMBER.match(text, lines[last][0], lines[last][1]):
            return last - 1
    return at


def tabbed(text: str, lines: Sequence[Span], place: int, size: int) -> int:
    """The last line of a numbered row of `size` cells that tabs part; `place` where no lines make it whole."""
    if not _NUMBER.match(text, *lines[place]):
        return place
    tabs, last = 0, place - 1
    while tabs < size - 1:
        last += 1
        if last >= min(place + _NEAR, len(lines)) or (last > place and _NUMBER.match(text, *lines[last])):
            return place
        tabs += text.count("\t", *lines[last])
    if tabs > size - 1:
        return place
    cell = text[text.rfind("\t", *lines[last]) + 1 : lines[last][1]].strip()
    for more in range(last + 1, min(last + 3, len(lines))):
        line = text[slice(*lines[more])].strip()
        if not cell or not line or "\t" in line:
            break
        followed = more + 1 < len(lines) and _NUMBER.match(text, *lines[more + 1])
        if not (limits(cell + line) or (followed and organ(cell + line))):
            break
        cell, last = cell + line, more
    return last
