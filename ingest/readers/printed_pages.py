"""What is printed on every page and belongs to none: page numbers, running heads, a browser's address line."""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.readers.printed import Line, Sheet
from ingest.readers.printed_lines import text_of

# — 1 — ; - 2 - ; ·3· ; 12 ; 第 3 页 共 10 页 ; 3/10 ; Page 3 of 10
NUMBER = re.compile(
    r"[—–\-－─━·•.~～\s]{0,6}\d{1,4}[—–\-－─━·•.~～\s]{0,6}|第?\s*[\d一二三四五六七八九十]{1,4}\s*页[\s,，/]*(?:共\s*[\d一二三四五六七八九十]{1,4}\s*页)?|"
    r"\d{1,4}\s?[/／]\s?\d{1,4}|[Pp]age\s?\d{1,4}(?:\s?of\s?\d{1,4})?"
)
# https://www.gov.cn/zhengce/content.htm 3/6 ; 2026/7/24 15:30 标题_中国政府网
BROWSER = re.compile(r"(?:https?|file)://\S+(?:\s+\d+\s?/\s?\d+)?|\d{4}/\d{1,2}/\d{1,2}[ ,]+\d{1,2}:\d{2}.*")

# — 1 — ; ends a page wherever it stands, for a page of much white
DASHED = re.compile(r"[—–\-－─━]+\s?\d{1,4}\s?[—–\-－─━]+")

TOP, BOTTOM = 0.12, 0.88
"""Parts of a page's height beyond which furniture stands."""
EDGE = 3
"""So many lines at either end are looked at."""


def without_furniture(sheets: Sequence[Sheet], pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without its furniture."""
    places = [_places(sheet, lines) for sheet, lines in zip(sheets, pages, strict=True)]
    again = Counter(key for page in places for key in set(page.values()))
    often = max(2, len(pages) // 2)
    kept = []
    for lines, page in zip(pages, places, strict=True):
        gone = {
            at
            for at, key in page.items()
            if NUMBER.fullmatch(text := text_of(lines[at]).strip())
            or BROWSER.fullmatch(text)
            or (len(pages) > 1 and again[key] >= often)
        }
        kept.append([line for at, line in enumerate(lines) if at not in gone])
    return kept


def _places(sheet: Sheet, lines: Sequence[Line]) -> dict[int, tuple[str, int]]:
    """Lines near the edges: what they say, digits apart, and how far from the edge."""
    ends = {*range(min(EDGE, len(lines))), *range(max(0, len(lines) - EDGE), len(lines))}
    found = {}
    for at in ends:
        line = lines[at]
        numbered = at == len(lines) - 1 and DASHED.fullmatch(text_of(line).strip())
        if numbered or line.bottom < TOP * sheet.height or line.top > BOTTOM * sheet.height:
            said = re.sub(r"\d+", "#", text_of(line))
            found[at] = (re.sub(r"\s", "", said), round(line.top / (0.02 * max(sheet.height, 1.0))) if said else 0)
    return found
