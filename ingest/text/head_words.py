"""Words that heads and feet are made of: kinds of documents, bodies that issue them, who is addressed, days."""

import re
from datetime import date
from itertools import pairwise

from ingest.deadlines.deadlines import number as han_number
from ingest.units import units

KINDS = (
    "通知|通告|公告|通报|意见|决定|决议|答复|方案|办法|措施|规划|计划|规定|细则|纲要|要点|条例|报告|请示|批复|函|命令|令|公报|议案|纪要|指南|指引|"
    "清单|政策|举措|准则|规则|规范|制度|预案|标准|分工|目录|复函|任务|若干条|[一二三四五六七八九十\\d]{1,4}条|任务书|路线图|工作法|倡议书|"
    "台账|安排|(?:分工|分解|任务|安排|计划|责任|进度|一览|明细|台账|清单|推进|落实)表"
)
KIND = re.compile(rf"(?P<kind>{KINDS})(?:（[^（）]{{1,20}}）)*》?(?:（[^（）]{{1,20}}）)*(?:印发|发布|出台)?$")
ORGAN = re.compile(
    r"[^，。；：、！？（）《》〔〕\d]{1,40}(?:（[\u4e00-\u9fff]{2,14}）[\u4e00-\u9fff]{0,12})?(?:人民政府|政府|委员会|委|办公厅|办公室|国务院|局|厅|部|院|署|会|办|银行|总社|公司|指挥部|领导小组|分行|管委会|中心|"
    r"支行|中支|妇联|残联|工商联|文联|科协|侨联|供销社|联社|办事处|管理处|党组|海关|支队|大队|管理所|集团|军区|总队|税务局|小组|机制|专班|综合组|工作组|中共中央)"
    r"(?:（[\u4e00-\u9fff]{3,24}(?:委员会|领导小组|指挥部|办公室|局)）)?$|中共中央$"
)
# 浙江省经济和信息化厅等七部门
_AND_OTHERS = re.compile(r"等(?:[一二三四五六七八九十\d]+个?)?(?:部门|单位|部委|厅局)$")
_HOME = re.compile(
    r"(?:中国共产党|中共|共青团)?(?P<place>[\u4e00-\u9fff×]{1,7}?(?:自治区|自治州|地区|省|市|区|县|州|盟|旗))"
)
# 区直各单位、各镇人民政府
_NEXT = re.compile(
    "(?<=[府位门局会构业司校处])、(?=(?:国务院|[省市区县州盟旗](?:人民)?政府)?各|[省市区县州盟旗]直|有关|驻)"
)
_DIGITS = "一二三四五六七八九"
_ZEROS = "〇○零0oO０ｏＯοΟоО"
# 2024年2月3日 ; 二〇二四年二月三日 ; 二O二四年, 二0二四年
DATE = re.compile(
    rf"(?P<y>(?:19|20)\d\d|[一二][{_DIGITS}{_ZEROS}]{{3}}) ?年 ?(?P<m>\d{{1,2}}|[一二三四五六七八九十]{{1,2}}) ?月 ?"
    r"(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3}) ?日"
)


def organs(said: str) -> tuple[str, ...]:
    """The bodies that a line names and nothing else; () where it names something else. 等七部门 names nobody."""
    parts = [
        one
        for part in re.split(r"[ \u3000、，；]+", said.strip())
        if part
        for one in _parted(_AND_OTHERS.sub("", part))
    ]
    return tuple(parts) if all(ORGAN.fullmatch(part) for part in parts) else ()


def _parted(said: str) -> list[str]:
    """浙江省教育厅浙江省财政厅 → two: one ends where their place is named again."""
    home = _HOME.match(said)
    if not home:
        return [said]
    again = (one.start() for one in re.finditer(rf"(?:中共)?{home['place']}", said) if one.start() > home.end())
    starts = [0, *(at for at in again if said[:at].rstrip("和与及")[-1] in "厅局委会室府部院办行署")]
    return [said[start:end].rstrip("和与及") for start, end in pairwise([*starts, len(said)])]


def home(organ: str) -> str | None:
    """The place that a body's name begins with."""
    found = _HOME.match(organ)
    return found["place"] if found else None


def groups(said: str) -> list[str]:
    """Groups between commas outside brackets: 各旗、县、区人民政府 is one. Without commas 、 before 各 parts them."""
    if not re.search("[，；,;]", said):
        said = _NEXT.sub("，", said)
    return [part.strip() for part in re.split(r"[，；,;](?![^（(]*[）)])", said) if part.strip()]


def addressed(group: str) -> bool:
    """各区人民政府 ; 市直各单位 ; 科技部、新疆维吾尔自治区人民政府 ; 各人民团体."""
    return bool(re.match("各|有关|相关", group)) or all(
        units.ORGAN.match(part.strip()) or part.strip().endswith(("机关", "公司", "室"))
        for part in group.split("、")[-1:]
    )


def day_of(found: "re.Match[str]") -> str | None:
    """A printed date as ISO date, None where there is no such day."""
    digits = "".join(c if c.isdigit() else str(_DIGITS.find(c) + 1) for c in found["y"])
    try:
        return date(int(digits), han_number(found["m"]), han_number(found["d"])).isoformat()
    except (ValueError, KeyError):
        return None


def day_in(said: str) -> str | None:
    """The day that a label gives: 2020-02-03 ; 2020年2月3日."""
    if found := DATE.match(said):
        return day_of(found)
    found = re.match(r"((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", said)
    try:
        return date(*map(int, found.groups())).isoformat() if found else None
    except ValueError:
        return None
