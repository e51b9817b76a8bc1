"""Tables in plain text whose cells run over several lines, laid out anew: a line a row, tabs between the cells. Their
columns are set apart by blanks, or by lines, with a line below each row.

序号    任务                牵头单位        │序号│任务        │牵头单位    │
1       疏浚河道，          市水利局        ├──┼──────┼──────┤
        清淤20公里          市财政局        │1   │疏浚河道，  │市水利局    │
                                            │    │清淤20公里  │市财政局    │
                                            ├──┼──────┼──────┤
"""

import re
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain

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
            rows, after, wrapped = _grid(text, lines, at, head) if ruled else _blanks(text, lines, at, head, is_head)
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


Line = tuple[int, dict[int, str]]
"""A line by its place among the lines, and what stands in it under which column."""


def _blanks(
    text: str, lines: Sequence[Span], at: int, head: Sequence[Span], is_head: IsHead
) -> tuple[list[list[str]], int, bool]:
    """Rows as their cells, the line after the last, and whether any cell runs over a line, of columns set apart by
    blanks."""
    heads = [text[slice(*cell)].strip() for cell in head]
    found = _lines(text, lines, at, head)
    broken = False
    for place, cells in found:
        if 0 in cells:
            return _hanging(heads, chain([(place, cells)], found), at, wrapped=broken)
        both = [_joined(cell, cells.get(column, "")) for column, cell in enumerate(heads)]
        if not is_head(both):
            return _centred(heads, chain([(place, cells)], found), at)
        heads, broken = both, True  # the head goes on below
    return [heads], at + 1, False


def _lines(text: str, lines: Sequence[Span], at: int, head: Sequence[Span]) -> Iterator[Line]:
    """The lines below a head that hold cells of its table."""
    found: deque[Line] = deque(maxlen=_NEAR)  # the last of them
    where = _on_screen(text, lines, at)
    heads = [where(*lines[at], *cell) for cell in head]
    page = -1
    for place in range(at + 1, len(lines)):
        line = text[slice(*lines[place])]
        last = place + 1 == len(lines) or text.startswith("\f", lines[place + 1][0])
        if not line.strip() or RULE.fullmatch(line) or _PAGE.fullmatch(line) or (last and line.strip().isdecimal()):
            continue
        if text.startswith("\f", lines[place][0]):
            heads, page = _of_page(text, lines, place, heads, where), place
        parts = spaced(text, lines[place])
        under = [_under(heads, where(*lines[place], *part)) for part in parts]
        if len(parts) == 1 and (cell := _over_page(text, lines[place], page, found)) is not None:
            under = [cell]
        single = under == [0] and not (_NUMBER.fullmatch(text, *parts[0]) or _SECTION.fullmatch(text, *parts[0]))
        if single or under != sorted(set(under)):
            break
        found.append((place, {cell: text[slice(*part)].strip() for cell, part in zip(under, parts, strict=True)}))
        yield found[-1]


def _of_page(text: str, lines: Sequence[Span], at: int, heads: list[Span], where: "Where") -> list[Span]:
    """Where the columns stand on the page that begins with a line: as in its first line that fills them all."""
    for place in range(at, len(lines)):
        if place > at and text.startswith("\f", lines[place][0]):
            break
        parts = spaced(text, lines[place])
        if len(parts) == len(heads):
            return [where(*lines[place], *part) for part in parts]
    return heads


def _over_page(text: str, line: Span, page: int, found: Collection[Line]) -> int | None:
    """The column of the only cell that runs over to the page that begins with line `page`, where a line still is of
    it."""
    above = [cells for place, cells in found if place >= page] or [cells for _, cells in found][-1:]
    if page < 0 or not above or len(above) == _NEAR or any(len(cells) > 1 for cells in above):
        return None
    [cell] = above[-1]
    widest = max(len(cells.get(cell, "")) for _, cells in found)
    return cell if len(text[slice(*line)].strip()) <= widest else None


Where = Callable[[int, int, int, int], Span]
"""From where a line and a part of it begin and end, the columns between which the part is printed."""


def _on_screen(text: str, lines: Sequence[Span], at: int) -> Where:
    """How columns are counted: a Chinese character is as broad as two others on a screen, and as broad as any where a
    program lays a page out as text. The cells tell, which begin one below the other."""

    def broad(begin: int, _end: int, start: int, stop: int) -> Span:
        return column(text, begin, start), column(text, begin, stop)

    def even(begin: int, _end: int, start: int, stop: int) -> Span:
        begin += text.startswith("\f", begin)
        return start - begin, stop - begin

    near = lines[at + 1 : at + _NEAR]
    cells = [(line, part) for line in near if text[slice(*line)].strip() for part in spaced(text, line)]
    starts = [len({where(*line, *part)[0] for line, part in cells}) for where in (broad, even)]
    return even if starts[1] < starts[0] else broad


_NEAR = 60  # lines that tell how columns are counted
_NUMBER = re.compile(r"\d{1,3}[.、]?")
_SECTION = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）).{2,40}")
_PAGE = re.compile(r"\s*(?:[-—–] ?\d{1,4} ?[-—–]|第 ?\d{1,4} ?页.{0,10})\s*")


def _under(heads: Sequence[Span], part: Span) -> int:
    """The column whose head a part of a line stands under, or nearest to; of two, the one that begins nearest."""
    return min(
        range(len(heads)),
        key=lambda one: (max(heads[one][0] - part[1], part[0] - heads[one][1], 0), abs(heads[one][0] - part[0])),
    )


def _hanging(heads: list[str], found: Iterable[Line], at: int, *, wrapped: bool) -> tuple[list[list[str]], int, bool]:
    """A line that begins under the second column or later goes on with the row above."""
    rows, after = [heads], at + 1
    for place, cells in found:
        if 0 in cells:
            rows.append([""] * len(heads))
        wrapped = wrapped or 0 not in cells
        for cell, said in cells.items():
            rows[-1][cell] = _joined(rows[-1][cell], said)
        after = place + 1
    return rows, after, wrapped


def _centred(heads: list[str], found: Iterable[Line], at: int) -> tuple[list[list[str]], int, bool]:
    """Numbers stand in the middle of their rows: as many lines of a row stand above its number as below it.

           远洋渔业        新建渔船20艘，培育省级      市渔业局、
    1                                                               12月
                           龙头企业2家。               某区政府
    """
    rest: deque[Line] = deque()
    for place, cells in found:
        if 0 in cells and not _NUMBER.fullmatch(cells[0]):
            return [heads], place, False
        rest.append((place, cells))
    numbers = [place for place, cells in rest if 0 in cells]
    if len(numbers) < 2:
        return [heads], rest[-1][0] + 1, False
    rows, top, last = [heads], rest[0][0], at
    for number in numbers:
        bottom = max(2 * number - top, number)
        rows.append([""] * len(heads))
        while rest and rest[0][0] <= bottom:
            last, cells = rest.popleft()
            for cell, said in cells.items():
                rows[-1][cell] = _joined(rows[-1][cell], said)
        top = rest[0][0] if rest else bottom + 1
    return rows, last + 1, True


def _joined(above: str, below: str) -> str:
    """One cell of two lines; names of bodies below one another are two."""
    apart = above[-1:] in tuple("局委厅部办会院府") and below[:1] in tuple("省市区县旗州国各")
    return f"{above}、{below}" if apart else above + below
