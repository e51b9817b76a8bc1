"""Lists of units as clauses print them: where one ends and the next begins, and what is no unit.

市发改委、市财政局，各县（市、区）政府 → three units; 各旗、县、区人民政府 → one; 市公安局等部门 → one.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from graph.lexicon import overrides
from graph.lexicon.clause_forms import either

# what names of organisations end with
_ENDINGS = (
    "人民政府|政府|委员会|委|局|厅|部|司|中支|办公室|办公厅|办|院|署|室|公司|集团|中心|大学|学院|"
    "学校|协会|学会|联合会|工会|会|银行|行|社|所|站|馆|台|处|队|组|专班|部门|单位|机构|"
    "企业|海关|团委|团省委|团市委|团区委|团县委|管委会|开发区|高新区|经开区|示范区|园区|新区|"
    "街道|乡镇|镇街|镇|乡|村|社区|地区|方面|实验室|基地|联盟|公安|政协|人大|妇联|残联|"
    "工商联|科协|侨联|文联|社科联|供销社|军分区|省军区|警备区|监委|纪委|基金|油田|电网|电力|"
    "铁路|联通|移动|电信|邮政|铁塔|厂|矿|港|场|校|工委|党委|史志|高校|院校|院所|旗|县|"
    "市|区|州|盟|省|自治区|直辖市|师|团|兵团|各地|属地|地方|运营商|企事业单位|金融机构|团体|"
    "组织|法院|检察院|业主|主体|指挥部|总局|支队|大队|总队|网信|信访|医院|气象|烟草|石油|"
    "石化|能源|国资|城投|交投|水投|文旅|城建|农商行|信用社|事业部|督查|机关"
)
ORGAN = re.compile(rf".*(?:{_ENDINGS})(?:（[^（）]{{1,24}}）|〔[^〔〕]{{1,12}}〕)?$", re.DOTALL)
# prose that is no name, whatever it ends with: 监管由科技部 ; 符合条件的企业
PROSE = re.compile(r".*(?:由|将|(?<!目)的|能够|应当|并对|进行|开展|按照|根据|依据|通过|结合|支持|鼓励|积极|加强|推动)")
# 立即执行 ends like 银行 and is none
_DEED = re.compile(r"(?:(?<![农工商建])[执推进施实运可试先]行|投[产运]|到位|开[馆工园])$")
# 各旗 、 县 、 区人民政府 : a word of level alone goes with what follows
_BEFORE_LEVEL = (
    "(?:各|全|相关|有关|所在|所属|所辖|涉及|试点|属地|沿线|沿黄|其他|各相关|各有关|地方各级|各级|涉及的|省以下)*"
    "(?:设区|地级以上|地级|县级)?"
)
_LEVEL = (
    "(?:省级|市级|县级|区级|省|市|县|区|旗|州|盟|师|乡|镇|街道|街|地|自治区|直辖市|自治州|自治县|市州|市辖区|乡镇|县市|市县|区县|"
    "开发区|园区|功能区|新区|高新区|经开区)"
)
LEVEL_ALONE = re.compile(
    rf"(?:{_BEFORE_LEVEL}{_LEVEL}(?:（[^（）]{{1,12}}）)?|(?:中央|中|省|区|市|县|旗|驻.{{1,3}})[直属])$"
)
GOVERNED_LEVEL = re.compile(
    rf"{_LEVEL}?(?:（[^（）]{{1,12}}）)?(?:党委|人民|政府|管委|办事处|直|属|各|有关|相关|级|企事业)"
)
# 市直有关部门 goes with 省 , not with 各街道
DIRECT = re.compile(rf"{_LEVEL}[直属]")
BARE_LEVEL = re.compile(rf"(?:(?:中央|中|省|市|区|县|旗|{_LEVEL}|驻.{{1,3}})[直属]?[、和]?)+")
# 高新区 、 经开区管委会 are two
_ZONE = re.compile("(?:高新|经开|开发|高新技术产业开发|经济技术开发)区")
# 有关部门 、 单位 : a bare kind goes with what stands before it
KIND_ALONE = re.compile(
    r"(?:单位|部门|机构|企业|街道|乡镇|镇街|园区|团体|组织|学校|社区|人民团体|高校|科研院所|企事业单位|直属机构|地区|企业和单位|委办局|政府)$"
)
GROUP_BEFORE = re.compile(r"^(?:各|有关|相关|其他|所有|全|中央|[中省市区县旗](?:直|属|级)|直属|驻)")
# 杭州市、宁波市、湖州市人民政府 : names that share the ending of the last
SHARING = re.compile(r"(?!各|有关|相关|其他|全)[^（）]{2,12}(?:省|市|县|区|旗|州|盟|城|园|岛)$")
GOVERNED = re.compile(
    r"(?!各|有关|相关|其他|全)[^（）]{2,12}(?:省|市|县|区|旗|州|盟)(?P<ending>人民政府|政府|党工委管委会|管委会|管理委员会)$"
)
MARKS = "、，；,;／/。\n"
AND = re.compile(r"以及|及其(?!他)|及|和|与|暨| +")
OPEN, SHUT = "（〔【《“", "）〕】》”"

# what stands between marks and is a sentence, no unit
NO_UNIT = re.compile(
    r"不再|下同|以下|列出|按照|第一(?:位|名|个|顺位|者|的|责任|牵头|列)|首位|负责人|依法|要求|确保|应当|不得|(?<!地级)以上|上述|详见|见附件|按职责|按分工|分工负责|完成$|推进$|落实$|实施$|年底|月底|"
    r"\d年|\d月|每年|长期坚持|持续|立行立改|为牵头|为责任"
)
# 由市财政局 ; 会同市发改委
BEFORE = re.compile(
    r"(?:[\s：:·•—\-★☆※*＊#△▲]|[一-十]是|并?由|请(?=[省市区县国各])|以及|及(?=[省市区县国各相有])|和|与|会同|会商|另由|其中|"
    r"(?:\d{1,2}[.．、]|[①-⑳])(?=[省市区县旗州国各]))+"
)
# a remark of the list on one unit: 市发改委（牵头） ; 市财政局（配合） ; 省科技厅（列第一位的为牵头单位，下同）
REMARK = re.compile(
    r"[（〔](?P<said>[^（）〔〕]*(?:牵头|配合|参与|主责|负责|协办|主办|指导|第一|首位|简称|按职责|下同)[^（）〔〕]*)[）〕]$"
)


# 县住建局 李某 : who answers for the unit
_OFFICE = (
    "(?:党组|党委|副|常务)*(?:书记|主任|局长|厅长|部长|市长|县长|区长|镇长|乡长|处长|科长|站长|所长|行长|院长|校长|"
    "主席|会长|秘书长|理事长|总经理|经理|董事长)"
)
PERSON = re.compile(
    rf"[ \n]+(?:{_OFFICE}[ \n]*[\u4e00-\u9fff]{{2,4}}|[\u4e00-\u9fff]{{2,4}}[ \n]*{_OFFICE}|"
    r"(?!.*[局委厅部办院会所站处室科队]$)[\u4e00-\u9fff]{2,4})$"
)


class Part(NamedTuple):
    """A unit in a list: text[start:end]. `ending` is what it shares with a later one (杭州市、宁波市人民政府).

    `mark` is a sign printed beside the name (★). `open` says that the list goes on without names (等部门); `remark` is
    what a bracket says of its role.
    """

    name: str
    start: int
    end: int
    ending: str = ""
    open: bool = False
    remark: str = ""
    mark: str = ""


def etc() -> re.Pattern[str]:
    """等 ; 等部门 ; 等有关部门和单位 ; 等3个部门"""
    return _etc(overrides())


@cache
def _etc(_folder: Path | None) -> re.Pattern[str]:
    count = r"(?:\d+|[一二三四五六七八九十]+)?个?"
    return re.compile(f"等{count}(?:[^，、；等]{{0,12}}(?:{either('rest')})(?:和单位|和地区)?)?$")


def organ(name: str) -> bool:
    """Does it read like the name of an organisation or of a group of them?"""
    return 2 <= len(name) <= 40 and _organ(_tight(name))


def _tight(name: str) -> str:
    """县 （市） 政府 without the blanks that pages print beside brackets."""
    return name.replace(" （", "（").replace("） ", "）") if " " in name else name


@lru_cache(maxsize=8192)  # the same bodies are named again and again
def _organ(name: str) -> bool:
    return bool(ORGAN.match(name)) and not PROSE.match(name) and not _DEED.search(name)


def namelike(name: str) -> bool:
    """Could it be a name, though no ending says so?"""
    return 2 <= len(name) <= 16 and not PROSE.match(name) and not re.search(r"[的了和并为把应须需等\d，。：]", name)


def split(text: str, start: int = 0, end: int | None = None) -> list[Part]:
    """The units of a list, in order. Brackets are never split."""
    found = stretches(text, start, len(text) if end is None else end)
    return sharing(text, [part for at, till, _ in found if (part := clean(text, at, till))])


def stretches(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """What stands between marks and between words for and, each with the mark before it; groups put together again."""
    pieces: list[tuple[int, int, str]] = []
    at, before = start, ""
    several, blanks = AND.search(text, start, end), _BLANK.search(text, start, end)
    for place, mark in [*_marks(text, start, end), (end, "")]:
        for first, last, sign in _by_and(text, at, place, before) if several else ((at, place, before),):
            if blanks:
                pieces += _by_blank(text, first, last, sign)
            else:
                pieces.append((first, last, sign))
        at, before = place + 1, mark
    return _merged(text, pieces)


# not in 县 (市) 政府 (行署)
_BLANK = re.compile(r"(?<![（(])[ ·•|.．]+(?![（()）]|(?:人民)?政府)")
# no body by itself: 市人民政府 办公室, 中国人民银行 包头市中心支行
_PART_OF = re.compile(
    r"(?:办公[室厅]|委员会|管理|有限|股份|集团|(?:[^省市区县旗国]{0,8})(?:分公司|支行|分行|分局|支队|中心支行|处|科)$)"
)
_BODY_END = re.compile(
    r"[委局厅部办院署会室处队站行司团]$|(?:中心|公司|集团|大学|海关|公安|政府|街道|医院|科协|妇联|残联|工商联)$|[）〕]$"
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


_ROLE = re.compile(r"(?:共同|分别|具体)*(?:牵头|负责|配合|参与|参加|协助|落实|按职责)")


def parted(left: str, right: str) -> bool:
    """Are two stretches with nothing but a blank or a break between them two names?"""
    left, named = _ROLE.split(left)[0], _ROLE.split(right)[0]
    return (
        len(named) >= 3
        and bool(_BODY_END.search(left))
        and _balanced(left)
        and organ(left)
        and (organ(named) or named.endswith(")"))
        and not _PART_OF.match(named)
    )


_PARTING = re.compile(f"[{re.escape(MARKS + OPEN + SHUT)}]")


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    depth = 0
    for found in _PARTING.finditer(text, start, end):
        at, c = found.start(), found.group()
        if c in OPEN:
            depth += 1
        elif c in SHUT:
            depth = max(depth - 1, 0)
        elif (depth == 0 and c in MARKS) or c == "\n":
            yield at, c


def _by_and(text: str, start: int, end: int, before: str) -> Iterator[tuple[int, int, str]]:
    """市科技局和市财政局 are two; 市发展和改革委员会, 有关部门和单位, 党委和政府 are one."""
    at = start
    for found in AND.finditer(text, start, end):
        if found.start() > at and _two(text[at : found.start()].strip(), text[found.end() : end].strip()):
            yield at, found.start(), before
            at, before = found.end(), "和"
    yield at, end, before


_OWN = r"(?:国家|国务院|中央|自治区|省|市|区|县|旗|各|有关|相关|属地|中国|团|总)"


def _two(left: str, right: str) -> bool:
    if not (len(left) >= 2 and len(right) >= 2) or KIND_ALONE.match(right) or not _balanced(left):
        return False
    if len(right) < 3 and not etc().search(left):
        return False
    if etc().search(left) and not left.endswith("等") and not re.match("单位|部门|地区|机构|企业|直属", right):
        return not re.match("单位|部门|地区|机构", right)  # 司法部等国务院相关部门及上海市
    if not ORGAN.match(left) or LEVEL_ALONE.fullmatch(left) or SHARING.fullmatch(left):
        return False
    if re.match(_OWN, right):
        return not left.endswith(("相关", "有关"))
    first = re.split(r"[、，； ]|和|及", right)[0]
    return (
        bool(ORGAN.match(first))
        and not left.endswith("党委")
        and left[-1] in "委局厅部办院署会室行"
        and len(first) >= 3
    )


def _balanced(text: str) -> bool:
    return all(text.count(a) == text.count(b) for a, b in zip(OPEN, SHUT, strict=True))


@lru_cache(maxsize=8192)
def _is_level(name: str) -> bool:
    return LEVEL_ALONE.fullmatch(name) is not None


def _merged(text: str, pieces: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """各旗、县、区人民政府 and 有关部门、单位 put together again."""
    merged: list[tuple[int, int, str]] = []
    for start, end, mark in pieces:
        name = _tight(text[start:end].strip())
        if merged and mark in "、和/":
            last = _tight(text[merged[-1][0] : merged[-1][1]].strip())
            ends = last[max(last.rfind("、"), last.rfind("/")) + 1 :]
            level = len(ends) < 40 and _is_level(ends) and (LEVEL_ALONE.fullmatch(name) or GOVERNED_LEVEL.match(name))
            zones = _ZONE.fullmatch(last) and name.endswith("管委会")
            if last == "各地" or zones or (level and DIRECT.match(name) and not BARE_LEVEL.fullmatch(last)):
                level = None
            shared = len(ends) == 1 and ends in "省市县区旗" and name[:1] in "省市县区旗" and name[0] != ends
            if level or shared or (KIND_ALONE.fullmatch(name) and GROUP_BEFORE.match(last) and mark != "和"):
                merged[-1] = (merged[-1][0], end, merged[-1][2])
                continue
        merged.append((start, end, mark))
    return merged


def clean(text: str, start: int, end: int) -> Part | None:
    """A stretch without blanks, leading words, remarks and 等部门 around the name; None where no name is left."""
    mark = ""
    before = BEFORE.match(text, start, end)
    if before and before.end() < end:
        mark = "".join(_SIGN.findall(before.group()))[-1:]
        start = before.end()
    open_list, remark = False, ""
    while True:
        while end > start and text[end - 1] in " \n。.，、；：;:|":
            end -= 1
        if text[end - 1 : end] in SHUT and (found := REMARK.search(text, start, end)):
            remark, end = found["said"], found.start()
        elif text.find("等", start, end) > 0 and (found := etc().search(text, start, end)):
            open_list, end = True, found.start()
        elif end - start > 2 and _SIGN.match(text[end - 1]):
            mark, end = text[end - 1], end - 1
        else:
            break
    while start < end and text[start] in " \n" + OPEN + SHUT and not _balanced(text[start:end]):
        start += 1
    while start < end and text[end - 1] in OPEN + SHUT and not _balanced(text[start:end]):
        end -= 1
    while start < end and text[start] in " \n":
        start += 1
    if (
        text.find(" ", start, end) > 0
        and (person := PERSON.search(text, start, end))
        and organ(text[start : person.start()].strip())
    ):
        end = person.start()
    name = text[start:end]
    if len(name) < 2 or len(name) > 60 or _no_unit(name):
        return None
    return Part(name, start, end, "", open_list, remark, mark)


@lru_cache(maxsize=8192)
def _no_unit(name: str) -> bool:
    return NO_UNIT.search(name) is not None or _LABEL.fullmatch(name) is not None


# （责任单位；市教育局） : a colon lost
_LABEL = re.compile("(?:责任|牵头|配合|主办|协办|承办|参与|落实)(?:单位|部门)")
_SIGN = re.compile("[★☆※*＊#△▲]")


# 苏州 ; 昌邑 : a place without its level
BARE = re.compile(r"[\u4e00-\u9fff]{2,3}")


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
        if part.name[-1] in "府会" and (found := GOVERNED.fullmatch(part.name)):
            ending = found["ending"]
        elif ending and SHARING.fullmatch(part.name):
            part = part._replace(ending=ending)
        elif ending and (level := _level_of(parts[at + 1])) and BARE.fullmatch(part.name) and not organ(part.name):
            part = part._replace(ending=level + ending)  # 苏州、无锡、常州市政府
        else:
            ending = ""
        ended.append(part)
        if at and text[parts[at - 1].end : part.start].strip() not in ("、", "和"):
            ending = ""
    return ended[::-1]
