"""Noise inside lines: invisible characters, marks of Markdown, page numbers, doubled glyphs, blanks of typesetting."""

import re
from collections.abc import Callable, Sequence

from graph.model import Span
from ingest.glyphs import INVISIBLE

Finder = Callable[[str], list[Span]]

# **bold** ; *emphasis* ; 1\. of Markdown
_STARS = re.compile(r"\*\*|__|^\*(?=\S)|(?<=[\u4e00-\u9fff。）\d])\*(?=$| )|\\(?=[.#*_\[\]()（）\-+!])")
# 省级行业—1—主管部门 : a page number inside a sentence that lost its breaks
_PAGE = re.compile(r"(?<! ) {0,4}[—－]{1,2} ?\d{1,3} ?[—－]{1,2} {0,4}(?=[\u4e00-\u9fff，、。；）])")
_PAGE_LIKE = re.compile(r"[—－] ?\d{1,3} ?[—－]")  # found faster than the blanks around it
# 印發(fā)给 : how a converted page reads a character
_READING = re.compile(
    r"(?<=[\u4e00-\u9fff])[（(](?=[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}[)）]"
)
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_TONE = re.compile(f"[{_TONES}]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_ODD = re.compile(f"[{_TONES}{INVISIBLE}]")  # one passage for both
# 商商务务部部
_DOUBLED = re.compile(r"(?:([\u4e00-\u9fff（）、，])\1){3,}")
_THREE_TWINS = re.compile(r"(.)\1(.)\2(.)\3")  # found faster, without asking which characters
# 市<b>财政</b>局 ; <span style="…"> ; &nbsp; : left of a page's source
_TAGS = re.compile(
    r"</?(?:span|b|strong|em|i|u|font|a|sup|sub|small|big|o:p|label)(?:\s[^<>]{0,2000})?/?>|&nbsp;", re.IGNORECASE
)
# 最高 30% ; 2027 年 : nobody reads these blanks
_FIGURE = re.compile(
    r" (?:(?<=[\u4e00-\u9fff，。、；：（）“”] ) *(?=[\dA-Za-z])|"
    r"(?<=[\dA-Za-z%+] ) *(?=[\u4e00-\u9fff，。、；：（）“”]))"
)
# 浙 江 省 数 据 局 文 件
_SPACED = re.compile(r"(?:[\u4e00-\u9fff〔〕（）] +){3,}[\u4e00-\u9fff〔〕（）]")


def finders(seen: str) -> list[Finder]:
    """What can be found in a text at all: most texts hold none or two of these."""
    found: list[Finder] = []
    if " " in seen:
        found.append(_blanks)
    if "</" in seen or "&nbsp;" in seen:
        found.append(_spans(_TAGS))
    if "*" in seen or "__" in seen or "\\" in seen:
        found.append(_spans(_STARS))
    odd = _ODD.search(seen) is not None
    if odd and _INVISIBLE.search(seen):
        found.append(_spans(_INVISIBLE))
    if ("—" in seen or "－" in seen) and _PAGE_LIKE.search(seen) and _PAGE.search(seen):
        found.append(_spans(_PAGE))
    if odd and _TONE.search(seen):
        found.append(_spans(_READING))
    if _THREE_TWINS.search(seen) and _DOUBLED.search(seen):
        found.append(_twins)
    return found


def found(text: str, finders: Sequence[Finder]) -> list[Span]:
    """What is noise in a line, in order."""
    spans: list[Span] = []
    for find in finders:
        spans += find(text)
    if spans:
        spans.sort()
    return spans


def _spans(pattern: "re.Pattern[str]") -> Finder:
    return lambda text: [found.span() for found in pattern.finditer(text)]


def _blanks(text: str) -> list[Span]:
    if " " not in text:
        return []
    found = [figure.span() for figure in _FIGURE.finditer(text)]
    for spaced in _SPACED.finditer(text):
        found += [
            (spaced.start() + blank.start(), spaced.start() + blank.end()) for blank in _RUN.finditer(spaced.group())
        ]
    return found


_RUN = re.compile(" +")


def _twins(text: str) -> list[Span]:
    return [(at, at + 1) for found in _DOUBLED.finditer(text) for at in range(found.start() + 1, found.end(), 2)]
