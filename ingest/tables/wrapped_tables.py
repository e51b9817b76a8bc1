"""Tables in plain text whose cells run over several lines, laid out anew: a line a row, tabs between the cells. Their
columns are set apart by blanks, or by lines, with a line below each row.

序号    任务                牵头单位        │序号│任务        │牵头单位    │
1       疏浚河道，          市水利局        ├──┼──────┼──────┤
        清淤20公里          市财政局        │1   │疏浚河道，  │市水利局    │
                                            │    │清淤20公里  │市财政局    │
                                            ├──┼──────┼──────┤
"""

from collections.abc import Callable, Sequence

from graph.model import Span
from ingest.tables.text_tables import RULE, column, lines_of, piped, spaced

IsHead = Callable[[Sequence[str]], bool]


def unwrapped(text: str, is_head: IsHead) -> str:
    """The text with such tables laid out anew; as it is where there are none."""
    if "   " not in text and not any(map(text.__contains__, _UPRIGHT)):
        return text  # as most are
    lines = list(lines_of(text))
    kept: list[str] = []
    at, done = 0, 0
    while at < len(lines):
        line = text[slice(*lines[at])]
        ruled = at + 1 < len(lines) and line[:1] in _UPRIGHT and bool(RULE.fullmatch(text, *lines[at + 1]))
        head = piped(text, lines[at]) if ruled else spaced(text, lines[at]) if "   " in line else []
        if len(head) >= 3 - ruled and is_head([text[slice(*cell)].strip() for cell in head]):
            rows, after, wrapped = (_grid if ruled else _rows)(text, lines, at, head)
            if wrapped:
                kept += [text[done : lines[at][0]], "\n".join("\t".join(row) for row in rows)]
                done = lines[after - 1][1]
            at = after
        else:
            at += 1
    return "".join([*kept, text[done:]]) if kept else text


_UPRIGHT = tuple("|│┃")


def _grid(text: str, lines: Sequence[Span], at: int, head: Sequence[Span]) -> tuple[list[list[str]], int, bool]:
    """The same of a table with a line below each row; one with a line below its head only has a row a line."""
    rows = [[text[slice(*cell)].strip() for cell in head]]
    wrapped, ruled, count, after = False, True, 0, at + 1
    for place in range(at + 1, len(lines)):
        line = text[slice(*lines[place])].strip()
        if RULE.fullmatch(line):
            ruled, count = True, count + 1
        else:
            parts = piped(text, lines[place]) if line[:1] in _UPRIGHT else []
            if len(parts) != len(head):
                break
            if ruled:
                rows.append([""] * len(head))
            for cell, part in enumerate(parts):
                rows[-1][cell] = _joined(rows[-1][cell], text[slice(*part)].strip())
            wrapped, ruled = wrapped or not ruled, False
        after = place + 1
    return rows, after, wrapped and count > 2


def _rows(text: str, lines: Sequence[Span], at: int, head: Sequence[Span]) -> tuple[list[list[str]], int, bool]:
    """Rows as their cells, the line after the last, and whether any cell runs over a line. A line that begins under the
    second column or later goes on with the row above."""
    rows = [[text[slice(*cell)].strip() for cell in head]]
    begin = lines[at][0]
    places = [column(text, begin, cell[0]) for cell in head]
    wrapped = False
    after = at + 1
    for place in range(at + 1, len(lines)):
        line = text[slice(*lines[place])]
        if not line.strip() or RULE.fullmatch(line):
            continue
        parts = spaced(text, lines[place])
        under = [_nearest(places, column(text, lines[place][0], part[0])) for part in parts]
        goes_on = under[0] > 0 and len(rows) > 1
        if under != sorted(set(under)) or not (goes_on or (under[0] == 0 and len(parts) > 1)):
            break
        if not goes_on:
            rows.append([""] * len(head))
        for cell, part in zip(under, parts, strict=True):
            rows[-1][cell] = _joined(rows[-1][cell], text[slice(*part)].strip())
        wrapped = wrapped or goes_on
        after = place + 1
    return rows, after, wrapped


def _nearest(places: Sequence[int], at: int) -> int:
    return min(range(len(places)), key=lambda one: abs(places[one] - at))


def _joined(above: str, below: str) -> str:
    """One cell of two lines; names of bodies below one another are two."""
    apart = above[-1:] in tuple("局委厅部办会院府") and below[:1] in tuple("省市区县旗州国各")
    return f"{above}、{below}" if apart else above + below
