"""Numbers before items: 第一章, 一、, （一）, 1., （1）, ①, 第一条, 附件1; what they are and what follows what."""

import re
from collections.abc import Sequence
from functools import lru_cache

from graph.records import Record

HAN = "一二三四五六七八九十百零〇"
_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}

# 一、 but not 一、二产业 ; （一） ; 1. but not 1.5亿 ; 1*. ; 2.1 ; （1） ; ① ; 第一条 ; 举措1： ; 附件2
LABEL = re.compile(
    rf"(?:(?P<part>第[{HAN}\d]{{1,5}}[章节篇编部](?:分)?[ ：:、]*)"
    rf"|(?P<article>第[{HAN}\d]{{1,5}}条[ ：:、]*)"
    rf"|(?P<task>(?:改革|重点|主要|工作|专项|具体|整改)?"
    rf"(?:任务|举措|措施|行动|工程|项目|政策|事项|专项)(?:[{HAN}]{{1,3}}|\d{{1,3}})[：:、. ．]+)"
    rf"|(?P<han>[{HAN}]{{1,4}}(?: ?、|[.．](?!\d))(?![{HAN}][、产级是类线次]) ?)"
    rf"|(?P<bracket>[（(] ?[{HAN}]{{1,4}} ?[)）]、?)"
    rf"|(?P<decimal>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}}[.、]?(?= ?[\u4e00-\u9fff“])(?! ?[万亿倍个%元米公里吨])) ?"
    rf"|(?P<arabic>\d{{1,3}}(?: ?[*＊★☆△▲] ?| (?=[.．、]))?(?:[.．](?![\d.])|、|[.．]、?(?= ))[ ]?)"
    rf"|(?P<inner>[（(] ?\d{{1,2}} ?[)）]|\d{{1,2}}[)）])"
    rf"|(?P<circled>[①-⑳⑴-⒇]))"
)
# 附件 ; 附件1 ; 附件 2： ; 附表1
ANNEX = re.compile(rf"附[件表录] ?(?:[{HAN}]{{1,3}}|\d{{1,2}})?(?: ?[-—] ?\d{{1,2}})?[ ：:]*$")

# what a number can begin with
FIRST = frozenset("第（(任举措行工项政事专改重主具整0123456789" + HAN + "".join(map(chr, range(0x2460, 0x249C))))

KINDS = ("part", "article", "task", "han", "bracket", "decimal", "decimals", "arabic", "inner", "circled")


class Number(Record, frozen=True):
    """A number as printed before an item, its kind, and its value."""

    printed: str
    kind: str
    value: int
    end: int


# 1.2022年底前 ; 2.100% ; 3.5月底前 : a number before a figure looks like a decimal
_GLUED = re.compile(r"(\d{1,2})[.．](?=\d)(?!\d{1,2}[.．]\d)")
_DATED = re.compile(r"(?:19|20)\d\d(?!\d)|\d{1,2}月")
_ENDED = re.compile(r"[。！；：;:）)】\]〕]\s*$")
_GLUED_HINT = re.compile(r"\n[ *#>]{0,8}\d{1,2}[.．]\d")


def may_be_glued(text: str) -> bool:
    """Does any line begin like one that `glued` tells? A pattern that begins with one character is found fast."""
    return _GLUED_HINT.search(f"\n{text}") is not None


def glued(texts: Sequence[str]) -> frozenset[int]:
    """Which lines begin with a number that stands right before a figure: a date follows, or the number has its place in
    the order of numbers (1., 2., 3.) and the line before is a sentence that ends."""
    seen: list[tuple[int, int, bool]] = []
    for at, text in enumerate(texts):
        if text[:1].isdecimal():
            if found := _GLUED.match(text):
                seen.append((at, int(found[1]), True))
            elif (number := number_of(text)) and number.kind == "arabic":
                seen.append((at, number.value, False))
    found_at: set[int] = set()
    last = 0
    for place, (at, value, loose) in enumerate(seen):
        if loose and not _DATED.match(texts[at], _GLUED.match(texts[at]).end()):  # type: ignore[union-attr]
            following = seen[place + 1][1] if place + 1 < len(seen) else 0
            starts = value == 1 and following == 2 and last != 1 and (place == 0 or seen[place - 1][1] != 1)
            goes_on = 1 < value == last + 1 and at > 0 and bool(_ENDED.search(texts[at - 1][-4:]))
            if not (starts or goes_on):
                continue
        last = value
        if loose:
            found_at.add(at)
    return frozenset(found_at)


def number_of(text: str, *, before_figure: bool = False) -> Number | None:
    """The number that a paragraph begins with; `before_figure` says that a figure follows that is none of it."""
    if not text or text[0] not in FIRST:
        return None
    if before_figure and (plain := _GLUED.match(text)):
        return Number(plain.group(), "arabic", int(plain[1]), plain.end())
    found = LABEL.match(text)
    if not found:
        return None
    kind = found.lastgroup or ""
    if kind == "decimal" and len(re.findall(r"\d+", found.group())) > 2:  # 2.1.3 stands under 2.1
        kind = "decimals"
    return Number(found.group().strip(), kind, _value(found.group()), found.end())


@lru_cache(maxsize=1024)
def _value(printed: str) -> int:
    if printed[0] in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return ord(printed[0]) - ord("①") + 1
    if "⑴" <= printed[0] <= "⒇":
        return ord(printed[0]) - ord("⑴") + 1
    digits = re.findall(r"\d+", printed)
    if digits:
        return int(digits[-1])
    return han_value(re.sub(rf"[^{HAN}]", "", printed))


def han_value(text: str) -> int:
    """二十一 → 21; 一百零三 → 103; 二〇 → 20."""
    if not any(c in "十百" for c in text):
        return int("".join(str(_DIGIT[c]) for c in text) or 0)
    total = current = 0
    for c in text:
        if c == "百":
            total, current = total + (current or 1) * 100, 0
        elif c == "十":
            total, current = total + (current or 1) * 10, 0
        else:
            current = _DIGIT[c]
    return total + current
