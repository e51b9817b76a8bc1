"""Which lines are one paragraph: hard breaks inside sentences, page furniture, marks and doubled glyphs found out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.model import Span
from graph.records import Record
from ingest.numbering import FIRST, LABEL, glued, may_be_glued
from ingest.tables import one_line_tables
from ingest.tables.text_tables import RULE
from ingest.text import breaks, line_ends, noise, print_width
from ingest.text.print_width import width_of
from ingest.units import persons
from ingest.units.unit_lists import parted

# — 1 — ; - 3 - ; ·12· ; 第 3 页 共 10 页 ; 3/10 ; Page 3 of 10
FURNITURE = re.compile(
    r"(?:[—–\-－─━·•~～]{1,3} *\d{1,4} *[—–\-－─━·•~～]{1,3}|[—–\-－] +[—–\-－]|"
    r"第 ?\d{1,4} ?页(?:[ ,，/]*共 ?\d{1,4} ?页)?|"
    r"\d{1,4} ?/ ?\d{1,4}|[Pp]age ?\d{1,4}(?: ?of ?\d{1,4})?|[-=*_—]{3,}|```\w*)"
)
FURNITURE_FIRST = frozenset("—–-－─━·•~～第Pp=*_`")  # what it begins with, beside digits
# what browsers print above and below a page: 2026/7/24 15:32 … ; https://… 3/10
PRINTED = re.compile(r"20\d\d/\d{1,2}/\d{1,2},? \d{1,2}:\d\d .{4,}|(?:https?|file)://\S+(?: +\d{1,3}/\d{1,3})?$")
# ## heading ; > quotation ; ● item ; [接上页] 3.… ; ★（一）…
MARK = re.compile(
    r"(?:#{1,6} +|> ?|[*•●○■□◆◇▪▶➢➤] ?|[-+] +)+|"
    r"[\[【（(](?:上?接上?[页表]|续上?[页表]|上接第?\d{1,3}[页版])[\]】）)] ?|"
    r"[★☆▲△▼※◎] ?(?=[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|第[一二三四五六七八九十\d]{1,3}条)"
)


class Line(Record, frozen=True):
    """A line without blanks around it. `gap` says that a blank line or a page break stands before it."""

    start: int
    end: int
    text: str
    gap: bool
    page: bool


def pieces(seen: str, cells: Sequence[Span] = (), *, printed: bool = True) -> Iterator[tuple[int, int, str]]:
    """Stretches to keep, each with what follows it: nothing, a blank, or the end of a paragraph.

    `cells` are the cells of tables in the order of the text: no paragraph runs out of one, and within one a line goes
    on until something new begins. Breaks in them that are not `printed` are their author's: names end there.
    """
    seen = one_line_tables.parted(breaks.tags(seen, boxes=not cells))
    broken = breaks.lost(seen)
    lines = list(_lines(breaks.restored(seen) if broken else seen))
    starts = [place for cell in cells for place in cell]
    if cells:
        lines = [part for line in lines for part in _cells_of(line, starts)]
    outside = [line for line in lines if _cell(starts, line.start) < 0] if cells else lines
    width, bits = print_width.of([line.text for line in outside])
    lines = _unpaged(lines, width, starts)
    filled = print_width.filled([(line.text, line.gap) for line in lines], width) if bits and width else None
    figures = glued([line.text for line in lines]) if may_be_glued(seen) else frozenset()
    broad = _broadest(lines, starts, printed)
    finders = noise.finders(seen)
    balance = 0
    for at, line in enumerate(lines):
        after = ""
        if at + 1 < len(lines):
            after = "\n"
            below = lines[at + 1]
            balance = max(balance + line_ends.balance(line.text), 0)
            cell = _cell(starts, line.start) if cells else -1
            if (
                at + 1 not in figures
                and (not cells or cell == _cell(starts, below.start))
                and (
                    _joined(
                        line,
                        below,
                        width,
                        balance,
                        (filled[at], filled[at + 1]) if filled else None,
                        balance > 0 and _closes_soon(lines, at + 1),
                    )
                    if cell < 0
                    else _joined_in_cell(line, below, broad[cell])
                )
            ):
                after = " " if _spaced(line.text, below.text, width if balance > 0 and cell < 0 else 0) else ""
            else:
                balance = 0
        begun = breaks.within(line.text, line.start, broken)
        if not begun and not (finders and noise.found(line.text, finders)):  # as most lines are
            yield line.start, line.end, after
            continue
        for part, last in _cut(line, begun):
            begin = part.start
            for start, end in noise.found(part.text, finders):
                if start > begin - part.start:
                    yield begin, part.start + start, ""
                begin = max(begin, part.start + end)
            yield begin, part.end, after if last else "\n"


def _cut(line: Line, begin: Sequence[int]) -> Iterator[tuple[Line, bool]]:
    """A line cut before the items that it runs together, each with whether it is the last."""
    places = [0, *begin, len(line.text)]
    for start, end in pairwise(places):
        text = line.text[start:end].rstrip()
        yield line.replace(start=line.start + start, end=line.start + start + len(text), text=text), end == places[-1]


def _lines(seen: str) -> Iterator[Line]:
    start, gap, page, furniture = 0, False, False, False
    for raw in seen.split("\n"):
        text = raw.strip()
        if not text or (text[0] in "|│┃" and not text.strip("|│┃ ")):
            gap = True  # of a table only its lines may be left between the cells
        elif (text[0] in "2hf" and PRINTED.match(text)) or (text[0] in "|┌├└+" and RULE.fullmatch(text)):
            page = True
        elif (
            len(text) <= 24
            and (text[0] in FURNITURE_FIRST or text[0].isdecimal())
            and (FURNITURE.fullmatch(text) or (furniture and text.isdecimal()))
        ):
            page, furniture = True, not text.isdecimal()
        else:
            begin = start if text[0] == raw[0] else start + len(raw) - len(raw.lstrip())
            if text[0] == "|" or text[-1] == "|":  # a cell as broad as the page
                begin, text = _unframed(begin, text)
            mark = MARK.match(text) if text[0] in "#>*•●○■□◆◇▪▶➢➤-+★☆▲△▼※◎[【（(" else None
            if mark and mark.end() < len(text):
                begin, text = begin + mark.end(), text[mark.end() :]
            yield Line(begin, begin + len(text), text, gap, page)
            gap = page = furniture = False
        start += len(raw) + 1


def _unframed(begin: int, text: str) -> tuple[int, str]:
    """A line without the marks of the only cell that it holds, or holds a part of: | 各有关单位： ; 抓好落实。 |"""
    inner = text.removeprefix("|").removesuffix("|")
    if "|" in inner or not inner.strip():
        return begin, text
    return begin + text.index(inner.strip(), 0), inner.strip()


def _cells_of(line: Line, places: Sequence[int]) -> Iterator[Line]:
    """A line that holds cells of a table, with what stands between them left out: | 1 | 建路 |."""
    first, last = bisect_right(places, line.start), bisect_left(places, line.end)
    if first >= last:
        yield line
        return
    at = line.start
    for place in [*places[first:last], line.end]:
        text = line.text[at - line.start : place - line.start].strip()
        if _cell(places, at) >= 0 and text:
            start = line.text.index(text, at - line.start) + line.start
            yield line.replace(start=start, end=start + len(text), text=text)
        at = place


# 民政府）） : closes what a line above opened
_SHUTS = re.compile(f"[^{re.escape(line_ends.OPENERS + line_ends.CLOSERS)}]*[{re.escape(line_ends.CLOSERS)}]")


def _unpaged(lines: list[Line], width: int | None, cells: Sequence[int]) -> list[Line]:
    """Lines but for bare numbers of pages: 各市（地）人 / 1 / 民政府））. They stand where a sentence runs on."""
    if not any(len(line.text) <= 3 and line.text.isdecimal() for line in lines):
        return lines
    kept: list[Line] = []
    balance, above, page = 0, "", False
    for at, line in enumerate(lines):
        text = line.text
        if above and len(text) <= 3 and text.isdecimal() and at + 1 < len(lines) and _cell(cells, line.start) < 0:
            full = width is not None and width_of(above) >= width * 0.9
            full = full or (len(above) >= 38 and "，" in above and line_ends.ends(lines[at + 1].text))
            if not line_ends.ends(above) and (
                full or (balance > 0 and any(_SHUTS.match(one.text) for one in lines[at + 1 : at + 4]))
            ):
                page = True
                continue
        numbered = text[0] in FIRST and LABEL.match(text)
        balance = max((0 if numbered else balance) + line_ends.balance(text), 0)
        kept.append(line.replace(page=True) if page else line)
        above, page = text, False
    return kept


def _closes_soon(lines: Sequence[Line], at: int) -> bool:
    """Does a line close a bracket, or one of the next two, with nothing between but members of a list?"""
    for line in lines[at : at + 3]:
        text = line.text
        if any(c in text[:150] for c in line_ends.CLOSERS):
            return True
        if line.gap or "。" in text or (text[0] in FIRST and LABEL.match(text)):
            return False
    return False


def _joined(
    line: Line, below: Line, width: int | None, balance: int, filled: tuple[int, int] | None, closing: bool
) -> bool:
    """Is the line below the same paragraph? The label of an item always begins a new one. `filled`: how much of their
    lines of print both fill, where these stand in bits; `closing`: that a bracket is open and soon closed."""
    a, b = line.text, below.text
    if line_ends.labelled(b):
        return balance > 0 and (not line_ends.ends(a) or a[-1] in "；;")
    if b[0] in FIRST and LABEL.match(b):
        return False
    if a[-1] in line_ends.JOINS or b[0] in line_ends.CLOSES:
        return True
    if (a[0] in FIRST or a[0].isdecimal()) and LABEL.fullmatch(a) and not below.gap:
        return True  # a number by itself: （三）
    if filled and filled[1] > filled[0] and not (line_ends.alone(a) or (len(b) < 40 and line_ends.alone(b))):
        return True  # bits of one line
    if closing and a[-1] in "：:":
        return True  # （责任单位：
    breadth = filled[0] if filled else width_of(a)
    full = width is not None and breadth >= width * 0.82  # the first line of a paragraph is indented
    if balance <= 0 and line_ends.ends(a):
        ends = line_ends.ends(b) or (width is not None and width_of(b) >= width - 6)
        return full and not below.gap and ends and width is not None and breadth >= width - 3
    if closing:
        return True
    if line_ends.alone(a) or (len(b) < 40 and line_ends.alone(b)):
        return False
    if width is not None:
        return full and (not below.gap or below.page)
    return len(a) >= 45 and any(c in a for c in "，。；") and line_ends.ends(b)


def _cell(places: Sequence[int], at: int) -> int:
    """Which cell a place is in, -1 for none: `places` are starts and ends in turn."""
    index = bisect_right(places, at) - 1
    return index if index % 2 == 0 else -1


# a unit begins: 市财政局 below 市发展改革委 in a cell
_UNIT_BEGINS = re.compile(r"(?:省|市|区|县|旗|州|盟|国家|国务院|各|自治区|有关|相关|中国|人民银行|团)[^，。；]{2,24}$")
_UNIT_ENDS = re.compile(r"[委局厅部办院署会司团心室行府位门]）?$")


def _broadest(lines: Sequence[Line], cells: Sequence[int], printed: bool) -> dict[int, int]:
    """The width of the broadest line of every cell, and no width where its author broke it: a cell of names, or any
    that no printer broke."""
    within: dict[int, list[str]] = {}
    for line in lines if cells else ():
        within.setdefault(_cell(cells, line.start), []).append(line.text)
    return {
        cell: _NO_WIDTH
        if _of_names(said) or not (printed or any(map(_NATIONAL.match, said)))
        else max(map(width_of, said))
        for cell, said in within.items()
    }


_NO_WIDTH = 1 << 20
_NATIONAL = re.compile("国家|中国|人民银行")  # 国家能源局|华中监管局 : its branches bear its name first


def _of_names(said: Sequence[str]) -> bool:
    """Is every line of a cell a name by itself, though no line is full, or too many to be one name broken?"""
    if len(said) < 2 or any("、" in line or len(line) > 24 for line in said):
        return False
    if not all(parted(a, b) for a, b in pairwise(said)):
        return False
    broad = max(map(width_of, said)) - 2
    return len(said) > 2 or any(width_of(line) < broad for line in said[:-1]) or said[0][-2:] == said[1][-2:]


def _spaced(a: str, b: str, width: int | None) -> bool:
    """Does a blank belong between joined lines? Between Latin words, and between names in lines that are not full."""
    if a[-1].isascii() and b[0].isascii() and a[-1].isalnum():
        return True
    if width == 0 or (width is not None and width_of(a) >= width * 0.82):
        return False
    return parted(_MARK.split(a[-40:])[-1], _MARK.split(b[:40])[0])


_MARK = re.compile("[、，；：。（）]")


def _joined_in_cell(line: Line, below: Line, broad: int) -> bool:
    """Cells are narrow, so every line breaks: only a number, a new sentence or a new unit begins a paragraph. `broad`
    is how wide the cell's lines are: a shorter one was not broken for lack of room."""
    a, b = line.text, below.text
    if (b[0] in FIRST and LABEL.match(b)) or line_ends.labelled(b):
        return False
    if line_ends.ends(a):
        return b[0] in line_ends.CLOSES
    if broad == _NO_WIDTH and parted(_MARK.split(a[-40:])[-1], _MARK.split(b[:40])[0]):
        return False
    if width_of(a) < broad - 2 and "、" not in a + b and parted(a, b):
        return False
    person = persons.beside(a, 0, len(a))  # 市住建局：李立, below it 市财政局：王强
    return not (_UNIT_BEGINS.match(b) and _UNIT_ENDS.search(a[:person]) and "、" not in a + b)
