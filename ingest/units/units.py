"""What is a unit: which words may be its name, and what clauses print around one.

县住建局 李某, 由市财政局 and 市公安局等部门 each name one unit; 确保完成 and 责任单位 name none. How lists of them
are cut stands in `unit_lists`.
"""

import re
from functools import cache, lru_cache
from pathlib import Path

from graph.lexicon import overrides
from graph.lexicon.clause_forms import either
from graph.records import Record
from ingest.units import persons

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
    "石化|(?<![学本专百全理文工医内外儿眼牙骨农])科|(?<![控参入持炒个募])股|能源|国资|城投|交投|水投|文旅|城建|农商行|信用社|事业部|督查|机关"
)
ORGAN = re.compile(rf".*(?:{_ENDINGS})(?:（[^（）]{{1,24}}）|〔[^〔〕]{{1,12}}〕)?$", re.DOTALL)
# prose that is no name, whatever it ends with: 监管由科技部 ; 符合条件的企业
_PROSE = re.compile(
    r"到|.*(?:由|将|按(?!摩|揭)|(?<!目)的|能够|应当|并对|进行|开展|按照|根据|依据|通过|结合|支持|鼓励|积极|加强|推动)"
)
# 立即执行 ends like 银行 and is none
_DEED = re.compile(r"(?:(?<![农工商建])[执推进施实运可试先]行|投[产运]|到位|开[馆工园])$")
OPEN, SHUT = "（〔【《“", "）〕】》”"
_BRACKETS = OPEN + SHUT

# what stands between marks and is a sentence, no unit
_NO_UNIT = re.compile(
    r"不再|下同|以下|列出|按照|第一(?:位|名|个|顺位|者|的|责任|牵头|列)|首位|负责人|依法|要求|确保|应当|不得|(?<!地级)以上|上述|详见|见附件|按职责|按分工|分工负责|完成$|推进$|落实$|实施$|年底|月底|"
    r"\d年|\d月|每年|长期坚持|持续|立行立改|为牵头|为责任|发挥|交办|填写|全称|(?<![供响适效对反])应(?![急用])"
)
# 由市财政局 ; 会同市发改委
_BEFORE = re.compile(
    r"(?:[\s：:·•—\-★☆※*＊#△▲]|[一-十]是|并?由|请(?=[省市区县国各])|以及|及(?=[省市区县国各相有])|和|与|会同|会商|另由|其中|"
    r"(?:\d{1,2}[.．、]|[①-⑳])(?=[省市区县旗州国各]))+"
)
# a remark of the list on one unit: 市发改委（牵头） ; 市财政局（配合） ; 省科技厅（列第一位的为牵头单位，下同）
REMARK = re.compile(
    r"[（〔](?P<said>[^（）〔〕]*(?:牵头|配合|参与|主责|负责|协办|主办|指导|第一|首位|简称|按职责|下同)[^（）〔〕]*)[）〕]$"
)
# （责任单位；市教育局） : a colon lost
_LABEL = re.compile("(?:责任|牵头|配合|主办|协办|承办|参与|落实)(?:单位|部门)")
# 各区县（自治县，以下简称区县）政府
_CALLED = re.compile("(?<=.)（[^（）]*简称[^（）]{1,12}）(?=.)")
_SIGN = re.compile("[★☆※*＊#△▲]")


class Part(Record, frozen=True):
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
    return 2 <= len(name) <= 40 and _organ(tight(name))


def tight(name: str) -> str:
    """县 （市） 政府 without the blanks that pages print beside brackets."""
    return name.replace(" （", "（").replace("） ", "）") if " " in name else name


@lru_cache(maxsize=8192)  # the same bodies are named again and again
def _organ(name: str) -> bool:
    return bool(ORGAN.match(name)) and not _PROSE.match(name) and not _DEED.search(name)


def namelike(name: str) -> bool:
    """Could it be a name, though no ending says so?"""
    return 2 <= len(name) <= 16 and not _PROSE.match(name) and not re.search(r"[的了和并为把应须需等\d，。：]", name)


def balanced(text: str) -> bool:
    """Is every bracket closed that opens?"""
    return all(text.count(a) == text.count(b) for a, b in zip(OPEN, SHUT, strict=True))


def clean(text: str, start: int, end: int) -> Part | None:
    """A stretch without blanks, leading words, remarks and 等部门 around the name; None where no name is left."""
    mark = ""
    before = _BEFORE.match(text, start, end)
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
    while start < end and text[start] in " \n" + OPEN + SHUT and not balanced(text[start:end]):
        start += 1
    while start < end and text[end - 1] in _BRACKETS and not balanced(text[start:end]):
        end -= 1
        while text[end - 1] in " \n":
            end -= 1
    while start < end and text[start] in " \n":
        start += 1
    if text[end - 1 : end] not in persons.BODY_ENDS:
        person = persons.beside(text, start, end)
        if person is not None and organ(text[start:person].strip()):
            end = person
    name = text[start:end]
    if len(name) < 2 or len(name) > 60 or _no_unit(name):
        return None
    return Part(name, start, end, "", open_list, remark, mark)


_HAN = re.compile("[一-龥]+")


def whole(text: str) -> bool:
    """Is all of it one name that ends like a body's, whatever stands around it?"""
    if text[-1:] not in persons.BODY_ENDS or "等" in text or not _HAN.fullmatch(text):
        return False
    return clean(text, 0, len(text)) == Part(text, 0, len(text))


@lru_cache(maxsize=8192)
def _no_unit(name: str) -> bool:
    if not any(map(str.isalnum, name)):  # —— in a cell: nobody
        return True
    return _NO_UNIT.search(_CALLED.sub("", name)) is not None or _LABEL.fullmatch(name) is not None
