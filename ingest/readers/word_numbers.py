"""Automatic numbers of Word: they stand in numbering.xml, not in the text, and are counted here as Word counts them."""

import re
from dataclasses import dataclass, field

from lxml import etree

from ingest.readers.packed import child, local, number, value

LEVELS = 9
DIGITS = "〇一二三四五六七八九"
CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
LEGAL = str.maketrans("〇零一二三四五六七八九十百千", "零零壹贰叁肆伍陆柒捌玖拾佰仟")
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
COUNTING = {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "koreanCounting",
            "taiwaneseCountingThousand", "ideographEnclosedCircle"}  # fmt: skip


def counted(at: int, format: str) -> str:
    """A number as Word prints it: 3 as 三 (chineseCounting), ③, C, iii."""
    if format in COUNTING:
        return chinese(at)
    if format == "chineseLegalSimplified":
        return chinese(at).translate(LEGAL)
    if format in ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"):
        return "".join(DIGITS[int(d)] for d in str(at))
    if format in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 0 < at <= 20:
        return CIRCLES[at - 1]
    if format == "decimalEnclosedParen" and 0 < at <= 20:
        return chr(0x2473 + at)
    if format == "decimalEnclosedFullstop" and 0 < at <= 20:
        return chr(0x2487 + at)
    if format in ("decimalFullWidth", "decimalFullWidth2"):
        return "".join(chr(0xFF10 + int(d)) for d in str(at))
    if format == "decimalZero":
        return f"{at:02d}"
    if format in ("upperLetter", "lowerLetter") and at > 0:
        letter = chr(ord("a") + (at - 1) % 26) * ((at - 1) // 26 % 10 + 1)
        return letter.upper() if format == "upperLetter" else letter
    if format in ("upperRoman", "lowerRoman") and 0 < at < 4000:
        return roman(at).upper() if format == "upperRoman" else roman(at)
    if format == "ideographTraditional" and at > 0:
        return STEMS[(at - 1) % 10]
    if format == "ideographZodiac" and at > 0:
        return BRANCHES[(at - 1) % 12]
    return "" if format == "none" else str(at)


def chinese(at: int) -> str:
    """1 一, 10 十, 21 二十一, 105 一百零五; from ten thousand on in digits."""
    if at >= 10_000 or at < 0:
        return str(at)
    if at == 0:
        return "零"
    said, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = at // unit % 10
        if digit:
            said += (
                ("零" if gap and said else "")
                + ("" if digit == 1 and unit == 10 and not said else DIGITS[digit])
                + name
            )
            gap = False
        else:
            gap = True
    return said


def roman(at: int) -> str:
    said = ""
    for worth, letters in ROMAN:
        while at >= worth:
            said, at = said + letters, at - worth
    return said


@dataclass(slots=True)
class Level:
    """How one level is counted and printed: `text` is `（%1）`, `%1.%2`."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    style: str | None = None
    legal: bool = False


@dataclass(slots=True)
class Numbering:
    """The lists of a document. Lists (num) made after one pattern (abstractNum) count on from each other."""

    patterns: dict[str, list[Level]] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, int], dict[int, Level]]] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, list_id: str, level: int) -> str:
        """The number of the next paragraph of a list."""
        if list_id not in self.lists or not 0 <= level < LEVELS:
            return ""
        pattern, starts, own = self.lists[list_id]
        levels = [own.get(at, general) for at, general in enumerate(self.patterns.get(pattern, []))]
        if level >= len(levels):
            return ""
        counts = self.counts.setdefault(pattern, [None] * LEVELS)
        before = counts[level]
        if level in starts and (list_id, level) not in self.begun:
            counts[level] = starts[level]
        else:
            counts[level] = levels[level].start if before is None else before + 1
        self.begun.add((list_id, level))
        for deeper in range(level + 1, len(levels)):
            after = levels[deeper].restart
            if after is None or (after > 0 and level < after):
                counts[deeper] = None
        return _printed(levels, counts, level)

    def level_of_style(self, list_id: str, style: str) -> int | None:
        """The level that a pattern ties to a paragraph style."""
        levels = self.patterns.get(self.lists[list_id][0], []) if list_id in self.lists else []
        return next((at for at, level in enumerate(levels) if level.style == style), None)


def _printed(levels: list[Level], counts: list[int | None], level: int) -> str:
    """`text` with its places filled, and a space where a letter or digit would touch the words."""
    here = levels[level]
    if here.format == "bullet":
        return "".join(c for c in here.text if c in "—-·•●■◆○★")

    def fill(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        if at >= len(levels):
            return ""
        if counts[at] is None:
            counts[at] = levels[at].start
        return counted(counts[at] or 0, "decimal" if here.legal else levels[at].format)

    said = re.sub(r"%([1-9])", fill, here.text[:100])
    return said + " " if said and said[-1].isalnum() and said[-1].isascii() else said


def numbering(root: etree._Element | None) -> Numbering:
    """What numbering.xml says."""
    found = Numbering()
    if root is None:
        return found
    for element in root:
        kind = local(element)
        if kind == "abstractNum":
            name = value(element, "abstractNumId") or ""
            found.patterns[name] = _levels(element)
            link = value(child(element, "numStyleLink"))
            if link:
                found.links[name] = link
        elif kind == "num":
            starts, own = {}, {}
            for override in element:
                at = number(value(override, "ilvl"), LEVELS - 1) if local(override) == "lvlOverride" else None
                if at is None:
                    continue
                start = number(value(child(override, "startOverride")))
                if start is not None:
                    starts[at] = start
                level = child(override, "lvl")
                if level is not None:
                    own[at] = _level(level)
            pattern = value(child(element, "abstractNumId")) or ""
            found.lists[value(element, "numId") or ""] = (pattern, starts, own)
    return found


def _levels(pattern: etree._Element) -> list[Level]:
    levels = [Level() for _ in range(LEVELS)]
    for element in pattern:
        at = number(value(element, "ilvl"), LEVELS - 1) if local(element) == "lvl" else None
        if at is not None and at >= 0:
            levels[at] = _level(element)
    return levels


def _level(element: etree._Element) -> Level:
    start, restart = number(value(child(element, "start"))), number(value(child(element, "lvlRestart")))
    return Level(
        start=1 if start is None else start,
        format=value(child(element, "numFmt")) or "decimal",
        text=value(child(element, "lvlText")) or "",
        restart=restart,
        style=value(child(element, "pStyle")),
        legal=child(element, "isLgl") is not None,
    )
