"""Numbers before items: 第一章, 一、, （一）, 1., （1）, ①, 第一条, 附件1; what they are and what follows what."""

import re
from dataclasses import dataclass

HAN = "一二三四五六七八九十百零〇"
_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}

# 一、 but not 一、二产业 ; （一） ; 1. but not 1.5亿 ; 2.1 ; （1） ; ① ; 第一条 ; 举措1： ; 附件2
LABEL = re.compile(
    rf"(?:(?P<part>第[{HAN}\d]{{1,5}}[章节篇编部](?:分)?[ ：:、]*)"
    rf"|(?P<article>第[{HAN}\d]{{1,5}}条[ ：:、]*)"
    rf"|(?P<task>(?:任务|举措|措施|行动|工程|项目|政策|事项|专项)(?:[{HAN}]{{1,3}}|\d{{1,3}})[：:、. ．]+)"
    rf"|(?P<han>[{HAN}]{{1,4}}(?: ?、|[.．](?!\d))(?![{HAN}][、产级是类线次]) ?)"
    rf"|(?P<bracket>[（(] ?[{HAN}]{{1,4}} ?[)）]、?)"
    rf"|(?P<decimal>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}}[.、]?(?= ?[\u4e00-\u9fff“])(?! ?[万亿倍个%元米公里吨])) ?"
    rf"|(?P<arabic>\d{{1,3}}(?:[.．](?![\d.])|、|[.．]、?(?= ))[ ]?)"
    rf"|(?P<inner>[（(] ?\d{{1,2}} ?[)）]|\d{{1,2}}[)）])"
    rf"|(?P<circled>[①-⑳⑴-⒇]))"
)
# 附件 ; 附件1 ; 附件 2： ; 附表1
ANNEX = re.compile(rf"附[件表录] ?(?:[{HAN}]{{1,3}}|\d{{1,2}})?(?: ?[-—] ?\d{{1,2}})?[ ：:]*$")

# what a number can begin with
FIRST = frozenset("第（(任举措行工项政事专0123456789" + HAN + "".join(map(chr, range(0x2460, 0x249C))))

KINDS = ("part", "article", "task", "han", "bracket", "decimal", "decimals", "arabic", "inner", "circled")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed before an item, its kind, and its value."""

    printed: str
    kind: str
    value: int
    end: int


def number_of(text: str) -> Number | None:
    """The number that a paragraph begins with."""
    if not text or text[0] not in FIRST:
        return None
    found = LABEL.match(text)
    if not found:
        return None
    kind = found.lastgroup or ""
    if kind == "decimal" and len(re.findall(r"\d+", found.group())) > 2:  # 2.1.3 stands under 2.1
        kind = "decimals"
    return Number(found.group().strip(), kind, _value(found.group()), found.end())


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
