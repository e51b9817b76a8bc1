"""Lines to paragraphs: which lines the author wrote as one, told by where they end and where the next begins."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from ingest.readers.printed import Line
from ingest.readers.printed_lines import is_han, text_of

INDENT = 1.0
"""A line that begins so many ems right of the margin begins a paragraph."""
LOOSE = 0.4
"""Justified lines end so many ems short of the margin without being the last."""
PARTED = 1.75
"""A distance of so many usual ones from line to line parts paragraphs."""
CLOSING = frozenset("，。、；：）》”’！？,.;:)]〕〉%")
ITEM = re.compile(
    r"[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d)|[①-⑳]|[●•■◆▪➢]"
)
# 附件2 ; 附件： ; stands alone on its line and begins what follows
ANNEX = re.compile(r"附\s?件\s?[\d一二三四五六七八九十]{0,3}\s?[:：]?")
ENDED = re.compile(r"[。；：！？][”’）)]?$")


def set_margins(blocks: Sequence[Sequence[Line]]) -> None:
    """Give every line the margins of its column; a block too short to show its own takes those of the widest."""
    known = [(_margins(block), block) for block in blocks if block]
    if not known:
        return
    widest = max((margins for margins, _ in known), key=lambda m: m[1] - m[0])
    for (left, right), block in known:
        em = block[0].em
        if len(block) < 4 and right <= widest[1] + em and left >= widest[0] - em:
            left, right = widest
        elif widest[0] - 2 * em < left and 0 < widest[1] - right < 0.25 * (widest[1] - widest[0]):
            right = widest[1]
        for line in block:
            line.left, line.right = left, right


def _margins(block: Sequence[Line]) -> tuple[float, float]:
    """The left margin is the leftmost place where several lines begin, the right one where several end."""
    em = median(line.em for line in block)
    lefts = _company(sorted(line.x0 for line in block), 0.5 * em)
    rights = _company(sorted(-_end(line) for line in block), 0.8 * em)
    return lefts, -rights


def _end(line: Line) -> float:
    """Where the last character ends that is no closing mark: marks may hang out over the margin."""
    return next((g.x1 for g in reversed(line.glyphs[-3:]) if g.text not in CLOSING), line.x1)


def _company(values: Sequence[float], near: float) -> float:
    """The first of sorted values that enough others are near to; the first of all where none has company."""
    enough = max(2, len(values) // 7)
    for at, value in enumerate(values):
        if bisect_right(values, value + near) - at >= enough:
            return value
    return values[0]


def paragraphs(lines: Sequence[Line]) -> list[str]:
    """The paragraphs of lines that follow each other, over the ends of pages and columns."""
    usual = _usual_distance(lines)
    ends = _ends(lines)
    found: list[str] = []
    before: Line | None = None
    for line in lines:
        text = text_of(line).strip()
        if (
            before is not None
            and found
            and _goes_on(before, line, text, usual)
            and not (line.page != before.page and before.bottom < ends - 3 * usual)
        ):
            found[-1] = joined(found[-1], text)
        else:
            found.append(text)
        before = line
    return found


def _goes_on(before: Line, line: Line, text: str, usual: float) -> bool:
    em = before.em
    if abs(line.em - em) > 0.16 * max(em, line.em):
        return False
    if line.x0 - line.left > INDENT * em or ANNEX.fullmatch(text):
        return False
    if line.page == before.page and abs(line.top - before.top) < 0.6 * em and line.x0 > before.x1 - em:
        return False  # stands beside it: 文件 of a letterhead
    if line.page == before.page and line.top > before.top and line.top - before.top > PARTED * max(usual, em):
        return False
    return before.right - before.x1 < _first_word(line, text) + LOOSE * em


def _first_word(line: Line, text: str) -> float:
    """The width of what cannot be parted at the beginning of a line, and so may have been moved to it whole."""
    end = 0
    while end < len(text) and not is_han(text[end]) and text[end] != " ":
        end += 1
    end = max(end, 1)
    while end < len(text) and text[end] in CLOSING:
        end += 1
    glyphs = line.glyphs[: min(end, len(line.glyphs))]
    return max(glyphs[-1].x1 - line.x0, line.em)


def joined(a: str, b: str) -> str:
    """Two parts of a sentence as one; a space only between words of letters."""
    if not a or not b or is_han(a[-1]) or is_han(b[0]):
        return a + b
    return f"{a} {b}" if a[-1].isalnum() and b[0].isalnum() and (a[-1].isalpha() or b[0].isalpha()) else a + b


def _usual_distance(lines: Sequence[Line]) -> float:
    """From one line to the next, mostly."""
    steps = [b.top - a.top for a, b in pairwise(lines) if a.page == b.page and b.top > a.top]
    return median(steps) if steps else 0.0


def _ends(lines: Sequence[Line]) -> float:
    """Where the last lines of pages stand, mostly; a page that ends higher was ended by its author."""
    last = {line.page: line.bottom for line in lines}
    return median(last.values()) if len(last) > 2 else 0.0


def cell_text(lines: Sequence[Line]) -> str:
    """The text of a table's cell: columns are narrow and often centred, so only a mark of a new item or the end of a
    sentence on a short line parts paragraphs."""
    text = ""
    right = max((line.x1 for line in lines), default=0.0)
    short = False
    for line in lines:
        words = text_of(line).strip()
        parted = ITEM.match(words) and (short or ENDED.search(text))
        text = f"{text}\n{words}" if text and (parted or (short and ENDED.search(text))) else joined(text, words)
        short = right - line.x1 > 1.5 * line.em
    return text
