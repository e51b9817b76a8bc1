"""Line breaks that were lost: blanks that stand for them, and numbers in mid-line that begin items.

…续保续贷措施。 责任单位:市金融监管局、各银行机构 2.纾解企业资金流动性困难。
"""

import re
from itertools import pairwise

from ingest.numbering import han_value
from ingest.text import run_on

# a head stands within so many characters of a text; a line so long was broken by nobody
_HEAD, _LONG = 4000, 100

# a blank between characters, or before a number or a date
_BLANK = re.compile(
    r" (?:(?<=[^\x00-\x7f:;!?)] )(?= *[^\x00-\x7f])"
    r"|(?<!  )(?= *(?:\d{1,2}[.．、](?:(?!\d)|(?=20\d\d年|\d{1,2}月))|\d{4}年\d{1,2}月|"
    r"[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)))"
)
# 一、 （一） 1. where a sentence, a bracket or the name of a body ends
_NUMBER = re.compile(
    r"(?:(?P<han>[一二三四五六七八九十]{1,3})、(?![一二三四五六七八九十])|[（(](?P<bracket>[一二三四五六七八九十]{1,3})[)）]|"
    r"(?<!\d)(?P<arabic>\d{1,2})[.．](?:(?!\d)|(?=20\d\d年|\d{1,2}月)))"
)
_BEFORE_FIRST = "。；：:;！？）)]〕】"
_SENTENCE_ENDS = "。！）)]〕】"
_BEFORE_NEXT = _BEFORE_FIRST + "局委厅部府院会办行司团心构位门区室社县市 "
# 责任单位：市文旅局、银保监组（四）: a list of bodies that nothing closes
_OPEN_CLAUSE = re.compile(r"(?:责任|牵头|配合|主办|协办|实施|参与|负责)(?:单位|部门)[:：][^。；]{2,140}$")


_TAG = re.compile(r"<br ?/?>", re.IGNORECASE)
# <p style="…"> ; </td> : where the source of a page is pasted, a paragraph or a cell begins or ends
_BLOCK = re.compile(
    r"</?(?:html|body|p|div|section|article|center|h[1-6]|li|ul|ol|table|tbody|thead|tfoot|tr|td|th|caption|colgroup|col)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
# | 各镇人民政府：<br>… | : a page laid out in a table of one cell a row
_BOX = re.compile(r"(?m)^ *\|[^|\n]*\| *$")


def tags(seen: str, *, boxes: bool) -> str:
    """The text with the tags that stand for breaks made breaks, and with `boxes` the lines around one cell a row made
    blanks; as long as before."""
    if "</" in seen:
        seen = _BLOCK.sub(_broken, seen)
    if "<br" not in seen and "<BR" not in seen:
        return seen
    if boxes:
        seen = _BOX.sub(lambda box: box.group().replace("|", " "), seen)
    return _TAG.sub(_broken, seen)


def _broken(tag: "re.Match[str]") -> str:
    return "\n" * len(tag.group())


# 五、工作内容 right before 1. ; 一、把政策和改革结合起来，提高政策的精准性 right before （一）
_HEADING = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）、][^，。；：！？\n\d]{2,28}")
_CHAPTER = re.compile(r"[一二三四五六七八九十]{1,3}、[^。；：！？\n\d]{2,60}")


def lost(seen: str) -> bool:
    """Have nearly all breaks of a text been lost? Of a short one, all."""
    seen = seen.strip()
    if "\n" not in seen:
        return len(seen) >= 120
    return len(seen) >= 400 and len(seen) / (seen.count("\n") + 1) >= 300


def restored(seen: str) -> str:
    """The text with blanks that stand for breaks made breaks; as long as before."""
    return _BLANK.sub("\n", seen)


def within(line: str, start: int, broken: bool) -> list[int]:
    """Where something new begins within a line that stands at `start`: an item, a part of the head or the foot;
    `broken` says that nearly all breaks of its text have been lost."""
    found = items(line) if broken else below_headings(line, after_clauses(line))
    head = start < _HEAD
    if not head and not ("日" in line and (broken or len(line) >= _LONG)):
        return found
    parts = run_on.parts(line, head=head)
    return sorted({*found, *parts}) if parts else found


def items(text: str) -> list[int]:
    """Where items begin within a long line: each number follows the one before it, or starts again after a sentence.
    After one, a number may be left out: it was misprinted (11。), or stood behind a table."""
    if len(text) < 60:
        return []
    found: list[int] = []
    count, last = 0, -1  # how many begin, and where the last one does
    expected = {"han": 1, "bracket": 1, "arabic": 1}
    for number in _NUMBER.finditer(text):
        kind = number.lastgroup or ""
        said = number[kind]
        value = int(said) if kind == "arabic" else han_value(said)
        before = text[number.start() - 1] if number.start() else "。"
        follows = value == expected[kind] and (
            before in _BEFORE_NEXT or bool(_OPEN_CLAUSE.search(text, max(0, number.start() - 160), number.start()))
        )
        # 五、工作内容1.… ; 二、推动绿色升级4.… : the first below a heading
        heading = _CHAPTER if kind == "bracket" else _HEADING
        headed = value in (1, expected[kind]) and last >= 0 and heading.fullmatch(text, last, number.start())
        skips = kind != "bracket" and value == expected[kind] + 1 > 2 and before in _SENTENCE_ENDS
        if follows or headed or skips or (value == 1 and before in _BEFORE_FIRST):
            expected[kind] = value + 1
            count += 1
            last = number.start()
            if number.start():
                found.append(number.start())
    return found if count > 2 or (count == 2 and len(_CHARGED.findall(text)) > 1) else []


_CHARGED = re.compile("(?:责任|牵头)(?:单位|部门)[:：]")


# （三）供水安全保障工程 |1.农村饮水工程。 ; 二、主要任务|（一）新建道路。
_FIRST_BELOW = re.compile(
    rf"(?:{_HEADING.pattern}|{_CHAPTER.pattern}) ?(?P<first>(?:1[.．、](?!\d)|[（(]一[)）])[^，。；、\d ])"
)


def below_headings(line: str, starts: list[int]) -> list[int]:
    """Where items begin within a line, `starts` and the first items that a heading at one of them, or at the beginning
    of the line, runs into."""
    more = [
        found.start("first")
        for at in (0, *starts)
        if line[at : at + 1] in _HAN_FIRST and (found := _FIRST_BELOW.match(line, at))
    ]
    return sorted({*starts, *more}) if more else starts


_HAN_FIRST = frozenset("（(一二三四五六七八九十")

# …加强监管（市发改委牵头）。 （二十）分类推进… ; （责任单位：市教育局）4.实行… : an item ends with its clause
_AFTER = re.compile(
    r"[)）\]】〕局委厅部办院会府心](?:(?<=[)）\]】〕])[。；;]? {0,3}"  # a set first: it is found fast
    r"(?=[（(][一二三四五六七八九十]{1,3}[)）][^（(，。；、]|[一二三四五六七八九十]{1,3}、[^一二三四五六七八九十]|"
    r"\d{1,2}[.．、](?!\d)[^，。；、 ]|[（(]\d{1,2}[)）][^（(，。；、 ]|[②-⑳][^，。；、])"
    r"|(?<=[局委厅部办院会府心])(?=[②-⑳][^，。；、]))"
)
_CLAUSE = re.compile(
    r"[（(\[【〔](?=[^。]{0,200}$)[^（(\[【〔]{0,12}(?:责任|牵头|负责|主办|配合)|(?:负责|牵头|配合|落实|实施|参与)$"
    r"|[。；][（(][^。；（）()]{3,80}[局厅委部办院会府司行署]$"  # 。（省人社厅）2.
    r"|(?:责任|牵头|配合)(?:单位|部门)[:：](?! ?①)[^。；①]{1,100}$"  # 责任单位：市数据局|②
)
_SECOND = re.compile(r"[（(]2[)）]|②")
_FIRST = re.compile(r"[（(]1[)）]|①")


def after_clauses(text: str) -> list[int]:
    """Where items begin right after the clause that closes the one before, though no line does."""
    if len(text) < 20:
        return []
    found = [
        one.end() for one in _AFTER.finditer(text, 10) if _CLAUSE.search(text, max(0, one.start() - 160), one.start())
    ]
    firsts = [at for last, place in pairwise([0, *found]) if (at := _first(text, last, place))]
    return sorted({*found, *firsts}) if firsts else found


def _first(text: str, start: int, end: int) -> int:
    """Where the point （1） begins whose next one is （2） at `end`: behind a sentence or the heading at `start`.
    0 where none does."""
    if not _SECOND.match(text, end):
        return 0
    at = max((one.start() for one in _FIRST.finditer(text, start, end)), default=0)
    begins = at and (text[at - 1] in _BEFORE_FIRST or _HEADING.fullmatch(text, start, at))
    return at if begins else 0
