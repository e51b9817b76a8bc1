"""How a list of units is cut, as clauses print them: where one name ends and the next begins.

市发改委、市财政局，各县（市、区）政府 → three units; 各旗、县、区人民政府 → one; 杭州市、宁波市人民政府 → two.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.lexicon.departments import called, joint
from ingest.units.units import OPEN, ORGAN, SHUT, Part, balanced, clean, etc, organ, tight

# 各旗 、 县 、 区人民政府 : a word of level alone goes with what follows
_BEFORE_LEVEL = (
    r"(?:各|全|相关|有关|所在|所属|所辖|涉及|试点|属地|沿线|沿黄|其他|各相关|各有关|地方各级|各级|涉及的|省以下|\d{1,3}个)*"
    "(?:设区|地级以上|地级|县级)?"
)
_LEVEL = (
    "(?:省级|市级|县级|区级|旗县市区|县市区|市县区|旗县区|省|市|县|区|旗|州|盟|师|乡|镇|街道|街|地|自治区|直辖市|自治州|自治县|市州|市辖区|乡镇|县市|市县|区县|"
    "开发区|园区|功能区|新区|高新区|经开区)"
)
_LEVEL_ALONE = re.compile(
    rf"(?:{_BEFORE_LEVEL}{_LEVEL}(?:（[^（）]{{1,12}}）)?|(?:中央|中|省|区|市|县|旗|驻.{{1,3}})[直属])$"
)
# 各市、县（区）|市场监管局 : the second stands below the first, whatever body of it is meant
_LEVELS = "省|市州盟|区县旗|乡镇街"
_BELOW = re.compile(
    r"(?P<level>[市州盟县区旗乡镇])(?:（[市州盟县区旗乡镇、]{1,6}）)?[\u4e00-\u9fff]{2,12}(?:局|委|厅|办|部门)(?:（[委局办]）)?$"
)
_GOVERNED_LEVEL = re.compile(
    rf"{_LEVEL}?(?:（[^（）]{{1,12}}）)?(?:党委|人民|政府|管委|办事处|直|属|各|有关|相关|级|企事业)"
)
# 市直有关部门 goes with 省 , not with 各街道
_DIRECT = re.compile(rf"{_LEVEL}[直属]")
_BARE_LEVEL = re.compile(rf"(?:(?:中央|中|省|市|区|县|旗|{_LEVEL}|驻.{{1,3}})[直属]?[、和]?)+")
# 高新区 、 经开区管委会 are two
_ZONE = re.compile("(?:高新|经开|开发|高新技术产业开发|经济技术开发)区")
_AREAS = re.compile("(?:县市区|市县区|旗县区|县区|区县)$")
_ZONES = re.compile("(?:开发|园|功能|新|高新|经开|示范|度假)区")
# 有关部门 、 单位 : a bare kind goes with what stands before it
_KIND_ALONE = re.compile(
    r"(?:单位|部门|机构|企业|街道|乡镇|镇街|园区|团体|组织|学校|社区|人民团体|高校|科研院所|企事业单位|直属机构|地区|企业和单位|委办局|政府)$"
)
_GROUP_BEFORE = re.compile(r"^(?:各|有关|相关|其他|所有|全|中央|[中省市区县旗](?:直|属|级)|直属|驻)")
# 杭州市、宁波市、湖州市人民政府 : names that share the ending of the last
_SHARING = re.compile(r"(?!各|有关|相关|其他|全)[^（）]{2,12}(?:省|市|县|区|旗|州|盟|城|园|岛)$")
_GOVERNED = re.compile(
    r"(?!各|有关|相关|其他|全)[^（）]{2,12}(?:省|市|县|区|旗|州|盟)(?P<ending>人民政府|政府|党工委管委会|管委会|管理委员会)$"
)
_MARKS = "、，；,;／/。\n"
_AND = re.compile(r"以及|及其(?!他)|及|和|与|暨| +")


def may_be_joined(name: str) -> bool:
    """May a name be cut, or put together with another beside it, or do others share its ending?"""
    return (
        len(stretches(name, 0, len(name))) > 1
        or _is_level(name[max(name.rfind("、"), name.rfind("/")) + 1 :])
        or _ZONE.fullmatch(name) is not None
        or _KIND_ALONE.fullmatch(name) is not None
        or _GOVERNING.fullmatch(name) is not None
        or _GOVERNED.fullmatch(name) is not None
        or name.endswith(joint()[0])
    )


def split(text: str, start: int = 0, end: int | None = None) -> list[Part]:
    """The units of a list, in order. Brackets are never split."""
    found = stretches(text, start, len(text) if end is None else end)
    return sharing(text, [part for at, till, _ in found if (part := clean(text, at, till))])


def stretches(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """What stands between marks and between words for and, each with the mark before it; groups put together again."""
    pieces: list[tuple[int, int, str]] = []
    at, before = start, ""
    several, blanks = _AND.search(text, start, end), _BLANK.search(text, start, end)
    for place, after, mark in [*_marks(text, start, end), (end, end, "")]:
        for first, last, sign in _by_and(text, at, place, before) if several else ((at, place, before),):
            pieces += _by_blank(text, first, last, sign) if blanks else _by_name(text, first, last, sign)
        at, before = after, mark
    return _merged(text, pieces)


# not in 县 (市) 政府 (行署)
_BLANK = re.compile(r"(?<![（(])[ ·•|.．]+(?![（()）]|(?:人民)?政府)")
# no body by itself: 市人民政府 办公室, 中国人民银行 包头市中心支行
_PART_OF = re.compile(
    r"(?:办公[室厅]|委员会|管理|有限|股份|集团|(?:[^省市区县旗国]{0,8})(?:分公司|支行|分行|分局|支队|中心支行|处|科)$)"
)
_BODY_END = re.compile(
    r"[委局厅部办院署会室处队站行司团股科所馆镇乡]$|(?:中心|公司|集团|大学|海关|公安|政府|街道|医院|科协|妇联|残联|工商联)$|[）〕]$|"
    r"^各.{0,4}[镇乡村区县市旗]$"
)


def _by_blank(text: str, start: int, end: int, before: str) -> Iterator[tuple[int, int, str]]:
    """市财政局 市商务局 are two, if each is a name by itself; 市人民政府 办公室 is one."""
    at = start
    for found in _BLANK.finditer(text, start, end):
        left, right = text[at : min(found.start(), at + 80)].strip(), text[found.end() : min(end, found.end() + 80)]
        if parted(left, _BLANK.split(right.strip())[0]):
            yield at, found.start(), before
            at, before = found.end(), "、"
    yield at, end, before


# 市经信局|市发改委 : names one a line in a narrow cell, with nothing between them
_NEXT = re.compile("(?<=[局委厅办部院])(?=(?P<level>自治区|[省市县区旗州]|各(?=[市县区旗乡镇街]))[\u4e00-\u9fff]{2,})")


def _by_name(text: str, start: int, end: int, before: str) -> Iterator[tuple[int, int, str]]:
    """Names of one level that the lexicon has, run together."""
    at = start
    for found in _NEXT.finditer(text, start + 3, end):
        left, right = text[at : found.start()], re.split("（|" + _ROLE.pattern, text[found.start() : end])[0]
        more = _NEXT.search(right, 3)
        named = right[: more.start()] if more else right
        alike = organ(named) if found["level"] == "各" else left.startswith(found["level"]) and _one_body(named)
        if alike and _one_body(left) and not _one_body(left + named):
            yield at, found.start(), before
            at, before = found.start(), "、"
    yield at, end, before


# 各产业园区 管委会
_REST_OF_NAME = re.compile(r"(?:管委会|管理委员会|人民政府|政府|党工委|办公室|领导小组)(?:$|[^一-龥])")
_OWN_LEVEL = re.compile("^(?:自治区|自治州|[省市区县旗州])")
_ROLE = re.compile(r"(?:共同|分别|具体)*(?:牵头|负责|配合|参与|参加|协助|落实|按职责)")


def _one_body(name: str) -> bool:
    """省人力资源社会 保障厅 is a name that the lexicon has."""
    return bool(called(_OWN_LEVEL.sub("", name)))


def parted(left: str, right: str) -> bool:
    """Are two stretches with nothing but a blank or a break between them two names?"""
    left, named = _ROLE.split(left)[0], _ROLE.split(right)[0]
    return (
        len(named) >= 3
        and bool(_BODY_END.search(left))
        and not _LEVEL_ALONE.fullmatch(left)
        and not _REST_OF_NAME.match(named)
        and not _one_body(left + named)
        and balanced(left)
        and organ(left)
        and (organ(named) or named.endswith(")"))
        and not _PART_OF.match(named)
    )


# and （1）市发改委（2）市财政局 ; 1.市发改委2.市财政局
_PARTING = re.compile(
    rf"[{re.escape(_MARKS + OPEN + SHUT)}①-⑳⑴-⒇\d]"
    r"(?:(?<=（)\d{1,2}）(?! ?[、，；。\n])|(?<=\d)(?<!\d\d)\d?[.．、](?=[省市区县旗州国各]))?"
)
_CIRCLED = frozenset(map(chr, range(0x2460, 0x2488)))


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    depth = 0
    for found in _PARTING.finditer(text, start, end):
        at, c = found.start(), found.group()
        if c in OPEN:
            depth += 1
        elif c in SHUT:
            depth = max(depth - 1, 0)
        elif c == "\n" or (depth == 0 and c in _MARKS):
            yield at, at + 1, c
        elif depth == 0 and (len(c) > 1 or c in _CIRCLED):
            yield at, found.end(), "，"


def _by_and(text: str, start: int, end: int, before: str) -> Iterator[tuple[int, int, str]]:
    """市科技局和市财政局 are two; 市发展和改革委员会, 有关部门和单位, 党委和政府 are one."""
    at = start
    for found in _AND.finditer(text, start, end):
        if found.start() > at and _two(text[at : found.start()].strip(), text[found.end() : end].strip()):
            yield at, found.start(), before
            at, before = found.end(), "和"
    yield at, end, before


_OWN = (
    r"(?:国家|国务院|中央|自治区|省|市|区|县|旗|各|有关|相关|属地|地方(?=各级|人民|政府)|中国|团|总|其[他它]|"
    r"乡镇街道|镇街|街道乡镇|街镇)"
)


# of one place the party's committee and what governs it, which bears no name of its own
_PARTY_SIDE = re.compile("(?:党委|工委|党组)(?:（[^（）]{1,8}）)?$")
_GOVERNING = re.compile("(?:管委会|管理委员会|(?:人民)?政府|办事处|行政)(?![一-龥]{0,6}[局办厅室科])")
_OFFICES = "委局厅部办院署会室行关"


def _two(left: str, right: str) -> bool:
    left = left.removesuffix("等")  # 甲局等和各设区市有关部门
    if not (len(left) >= 2 and len(right) >= 2) or _KIND_ALONE.match(right) or not balanced(left):
        return False
    if len(right) < 3 and right[0] != "各" and not etc().search(left):
        return False
    if etc().search(left) and not left.endswith("等") and not re.match("单位|部门|地区|机构|企业|直属", right):
        return not re.match("单位|部门|地区|机构", right)  # 司法部等国务院相关部门及上海市
    if _PARTY_SIDE.search(left) and _GOVERNING.match(right):
        return False  # 高新区党工委和管委会
    if not ORGAN.match(left) or _LEVEL_ALONE.fullmatch(left) or _SHARING.fullmatch(left):
        return False
    if re.match(_OWN, right) or (left[-1] in _OFFICES + "府" and _SHARING.fullmatch(right)):
        return not left.endswith(("相关", "有关"))
    first = re.split(r"[、，； ]|和|及", right)[0]
    if _one_body(left + first):
        return False
    return bool(ORGAN.match(first)) and not left.endswith("党委") and left[-1] in _OFFICES and len(first) >= 3


@lru_cache(maxsize=8192)
def _is_level(name: str) -> bool:
    return _LEVEL_ALONE.fullmatch(name) is not None


def _below(last: str, name: str) -> bool:
    """Is a name that of a body one level below a bare level: 县（区）市场监管局 after 各市?"""
    found = _BELOW.match(name)
    if not found or last[0] not in "各全" or not (level := re.search(r"[省市州盟区县旗](?=（|$)", last)):
        return False
    ranks = _LEVELS.split("|")
    rank = [next(at for at, of in enumerate(ranks) if one in of) for one in (level[0], found["level"])]
    return rank[0] < rank[1]


# 各市（区）党委（党工委） 、 政府（管委会）
_PARTY = re.compile("各[^、，；]{1,24}?(?:党委|委)(?:（[^（）]{1,8}）)?")
_ITS_GOVERNMENT = re.compile("(?:人民)?政府(?:（[^（）]{1,8}）)?")
# 各市、县〔区〕人民政府
_ROUND = str.maketrans("〔〕[]", "（）（）")


def _merged(text: str, pieces: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """各旗、县、区人民政府 and 有关部门、单位 put together again."""
    merged: list[tuple[int, int, str]] = []
    for start, end, mark in pieces:
        name = tight(text[start:end].strip()).translate(_ROUND)
        if merged and mark in "、和/":
            last = tight(text[merged[-1][0] : merged[-1][1]].strip()).translate(_ROUND)
            ends = last[max(last.rfind("、"), last.rfind("/")) + 1 :]
            level: object = (
                len(ends) < 40
                and _is_level(ends)
                and (_LEVEL_ALONE.fullmatch(name) or _GOVERNED_LEVEL.match(name) or _below(ends, name))
            )
            zones = _ZONE.fullmatch(last) and name.endswith("管委会")
            beside = _AREAS.search(last) and _ZONES.fullmatch(name)  # 各旗县市区、开发区
            if last == "各地" or zones or beside or (level and _DIRECT.match(name) and not _BARE_LEVEL.fullmatch(last)):
                level = None
            shared = len(ends) == 1 and ends in "省市县区旗" and name[:1] in "省市县区旗" and name[0] != ends
            lefts, rights = joint()
            one = mark == "、" and name.startswith(rights) and last.endswith(lefts)
            bare = _ROLE.split(name)[0]
            governs = (_ITS_GOVERNMENT.fullmatch(bare) and _PARTY.fullmatch(last)) or (
                _PARTY_SIDE.search(last) and _GOVERNING.fullmatch(bare)
            )
            if (
                one
                or level
                or shared
                or governs
                or (_KIND_ALONE.fullmatch(_ROLE.split(name)[0]) and _GROUP_BEFORE.match(last) and mark != "和")
            ):
                merged[-1] = (merged[-1][0], end, merged[-1][2])
                continue
        merged.append((start, end, mark))
    return merged


_AND_MORE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,4})等(?:[\d一二三四五六七八九十]{1,2}(?:个)?)?(?P<ending>[市县区旗州](?:人民政府|政府|管委会))"
)
# 苏州 ; 昌邑 : a place without its level
_BARE = re.compile(r"[\u4e00-\u9fff]{2,3}")


def _level_of(part: Part) -> str:
    """市 of 常州市政府, and of 无锡 that shares it."""
    found = re.search(r"([省市县区旗州盟])(?:人民政府|政府|党工委管委会|管委会|管理委员会)$", part.name + part.ending)
    return found[1] if found else ""


def sharing(text: str, parts: list[Part]) -> list[Part]:
    """杨凌示范区、西咸新区管委会: the first shares the ending of the second."""
    ended: list[Part] = []
    ending = ""
    for at in range(len(parts) - 1, -1, -1):
        part = parts[at]
        if found := _AND_MORE.fullmatch(part.name):  # 广州、深圳、东莞等市人民政府
            part = part.replace(
                name=found["name"], end=part.start + len(found["name"]), ending=found["ending"], open=True
            )
            ending = found["ending"]
            ended.append(part)
            continue
        if part.name[-1] in "府会" and (found := _GOVERNED.fullmatch(part.name)):
            ending = found["ending"]
        elif ending and _SHARING.fullmatch(part.name):
            part = part.replace(ending=ending)
        elif ending and (level := _level_of(ended[-1])) and _BARE.fullmatch(part.name) and not organ(part.name):
            part = part.replace(ending=level + ending.removeprefix(level))  # 苏州、无锡、常州市政府
        else:
            ending = ""
        ended.append(part)
        if at and text[parts[at - 1].end : part.start].strip() not in ("、", "和"):
            ending = ""
    return ended[::-1]
