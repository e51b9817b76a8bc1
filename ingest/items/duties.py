"""Duties listed under each department: the heading of an item, the words before its colon or its subject are the unit.

二、工作职责 （一）市工信局：落实…； （二）市委文明办（创城办）：根据…
一、由区规划局牵头，建立联席会议制度。 二、区农业局配合规划局对界线进行确认。 三、各乡镇负责辖区的协调。
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from graph.model import Role, Span
from ingest.items import below_names
from ingest.items.below_names import ACTS, DUTIES
from ingest.items.measures import FOOT, Found
from ingest.items.outline import NO_TASK, Item, Outline, printed
from ingest.numbering import ANNEX, number_of
from ingest.text.flow import Flow
from ingest.units import unit_lists, units
from ingest.units.said import Assigned, Clause, Said

# 设在市发改委 ; 主任由…担任 : what an office is, not what it does
_NO_DUTY = re.compile(r"(?:设在|主任|由.{1,20}(?:担任|兼任)|组长|联系人|电话|[\d—\-]{7,}|同上)")
_HEADED = re.compile(r"(?P<who>[^：。；，\n]{2,60}|[^：。；\n]{2,90})(?:：|。(?=.{8,}))")
# （一）市发展改革委负责统筹协调，会同有关部门制定政策。
_BEARS = re.compile(
    r"(?P<who>[^：。；，\n负]{3,30}?)(?:主要|具体|牵头|分别|各自|统一|共同|按职责(?:分工)?)*负责(?=[^。；：\n]{4,})"
)
# 发展改革部门作为主管部门，统筹推进规划编制 ; 财政部门要落实资金
_ACTS_AS = re.compile(
    r"(?P<who>[^：。；，\n]{3,40}?)(?:(?:作为|是)[^，。；：\n]{2,24}(?:部门|单位|主体|责任人)，|(?:要|应当?|须|需)(?!求|急|对))"
    r"(?=[^。；：\n]{4,})"
)
# 由区规划局牵头，建立联席会议制度
_LEADS = re.compile(r"由?(?P<who>[^：。；，\n]{3,40}?)(?:总)?牵头(?:负责)?，?(?=[^。；：\n]{6,})")
# 由市经信局牵头，|市财政局、某区政府配合，
_WITH = re.compile(r"(?P<who>[^：。；，\n]{3,80}?)(?:积极|密切|共同|协同)*(?:配合|协助|参与)，(?=[^。；：\n]{4,})")
# 区农业局、林场配合规划局对界线进行确认
_HELPS = re.compile(
    r"(?P<who>[^：。；，\n]{3,60}?)(?:积极|密切)?(?:配合|协助)(?P<whom>[^：。；，\n]{2,20}?)"
    r"(?=(?:[对做抓]|共同|开展|推进|落实|完成|实施|组织|加强|制定|编制|建立)[^。；：\n]{3,})"
)
# in a list of duties: 县公安局强化治安管理 ; 县环保局依法组织监测 (not 县委组织部, 县市场监督管理局)
DOES = re.compile(
    "(?:组织|加强|强化|做好|抓好|开展|制定|建立|提供|督促|落实|依法|依据|根据|按照|会同|独立|积极|及时|全面|统筹|承担|推进|推动|指导|"
    "查处|打击|完善|结合|参与|参加|安排|协调|履行|严格|严厉|充分|进一步|配合|协助|[将应]|要(?!求|急)|对(?![外口])|监督(?!管理))(?![部办局委组科处])"
)
# those outside the government, of whom conditions are told rather than duties
_OTHERS = re.compile("[^省市区县旗各]{0,4}(?:企业|机构|商会|协会|银行|公司|个人|团队|合作社|农户|家庭|学校|医院|组织)")
# 设立领导小组办公室: what is done, no unit
_DEED = re.compile("设立|成立|组建|建立|明确|按|加强|强化|完善|健全|调整|优化")


def find(flow: Flow, outline: Outline, clauses: Sequence[Clause], taken: Sequence[Span]) -> list[Found]:
    """The duties of a notice; none where items carry clauses of their own."""
    found: list[Found] = []
    ends = [clause.start for clause in clauses if clause.units]
    for family in outline.families:
        items = [outline.items[at] for at in family]
        if len(items) < 2 or bisect_left(ends, items[0].start) < bisect_left(ends, items[-1].end):
            continue
        section = outline.section(items[0])
        announced = DUTIES.search(section or flow.text[max(0, items[0].start - 400) : items[0].start]) is not None
        if not announced and (len(items) < 3 or NO_TASK.search(section or "") or not _headed(flow, outline, items[0])):
            continue
        headed = [
            one for item in items if (one := _headed(flow, outline, item) or _below(flow, outline, item, announced))
        ]
        if announced and 0 < len(headed) < len(items):
            headed = [
                one for item in items if (one := _headed(flow, outline, item) or _headed(flow, outline, item, True))
            ]
        if not announced and all(_OTHERS.fullmatch(unit.part.name) for one in headed for unit in one.clauses[0].units):
            continue  # 金融机构：提供营业执照 ; 企业：提供审计报告
        least, share = (2, 0.6) if announced else (3, 0.8)
        if len(headed) >= max(least, len(items) * share) and (announced or all(_acts(flow, one) for one in headed)):
            found += headed
            if announced:
                begun = {one.start for one in headed}
                found += below_names.points(flow, outline, [one for one in items if one.start not in begun])
    found += _unnumbered(flow, ends)
    found += below_names.find(flow, outline, ends)
    found += _in_one_line(flow, outline, ends)
    return [one for one in found if not any(start <= one.start < end for start, end in taken)]


def _unnumbered(flow: Flow, ends: Sequence[int]) -> list[Found]:
    """Duties without numbers, a paragraph for each body below a heading that announces them: 区公安局：负责…"""
    text = flow.text
    found: list[Found] = []
    at = 0
    while at < len(flow.paragraphs):
        start, end = flow.paragraphs[at]
        at += 1
        if not below_names.announces(text, start, end):
            continue
        first = at
        while at < len(flow.paragraphs) and not _ends(text, *flow.paragraphs[at]):
            at += 1
        lines = flow.paragraphs[first:at]
        if not lines or bisect_left(ends, lines[0][0]) < bisect_left(ends, lines[-1][1]):
            continue
        named = [place for place, line in enumerate(lines) if _names(text, *line)]
        if named == [len(lines) - 1] and below_names.alone(text, *lines[-1]):  # who signs
            lines, named = lines[:-1], []
        if not named:
            section = text[start:end].rstrip("：")
            said = [one.span() for line in lines for one in _SENTENCE.finditer(text, *line)]
            found += _all(flow, lines, section) or _all(flow, said, section)
            continue
        headed = [
            one
            for place, after in pairwise([*named, len(lines)])
            if (
                one := _duty(
                    flow, *lines[place], lines[place][0], lines[after - 1][1], None, text[start:end].rstrip("：")
                )
            )
        ]
        signed = named and named[-1] + 1 == len(lines) and below_names.alone(text, *lines[-1])
        acting = sum(_acts(flow, one, 8) for one in headed)
        if acting > 1 and acting >= 0.8 * len(headed) and len(headed) >= 0.8 * (len(named) - bool(signed)):
            found += headed
    return found


_SENTENCE = re.compile(r"[^；。\n]+[；。]?")


def _in_one_line(flow: Flow, outline: Outline, ends: Sequence[int]) -> list[Found]:
    """Duties in the paragraph of the heading that announces them: 任务分工。市财政局负责资金拨付；市水利局负责施工。"""
    found: list[Found] = []
    for item in outline.items:
        if len(item.heading) > 20 or not DUTIES.search(item.heading):
            continue
        start = item.start + item.number.end + len(item.heading) + 1
        if item.end - start < 20 or bisect_left(ends, start) < bisect_left(ends, item.end):
            continue
        said = [one.span() for one in _SENTENCE.finditer(flow.text, start, item.end)]
        found += _all(flow, said, printed(item))
    return found


def _all(flow: Flow, said: Sequence[Span], section: str) -> list[Found]:
    """The duties that stand in paragraphs or sentences of their own; none if too few of these tell one."""
    duties = [one for at, end in said if (one := _duty(flow, at, end, at, end, None, section))]
    if 0 < len(duties) < len(said):
        duties = [
            one
            for at, end in said
            if (
                one := _duty(flow, at, end, at, end, None, section)
                or _duty(flow, at, end, at, end, None, section, True)
            )
        ]
    acting = sum(_acts(flow, one, 6) for one in duties)
    return duties if acting > 1 and acting >= 0.8 * len(duties) and len(duties) >= 0.8 * len(said) else []


def _names(text: str, start: int, end: int) -> bool:
    """Does a paragraph begin a duty: 区公安局：负责… ; or a line 区公安局 with the duty below?"""
    return bool(_HEADED.match(text, start, min(end, start + 100)) or below_names.alone(text, start, end))


def _ends(text: str, start: int, end: int) -> bool:
    """Does a line belong to no list of duties without numbers?"""
    line = text[start : min(end, start + 60)]
    if below_names.announces(text, start, end):
        return True
    foot = FOOT.match(line) is not None and not below_names.alone(text, start, end)
    return foot or bool(ANNEX.match(line) or number_of(line[:20]))


def _headed(flow: Flow, outline: Outline, item: Item, acting: bool = False) -> Found | None:
    """An item that begins with a unit and goes on with what it does, in the paragraph or below."""
    body, end = item.start + item.number.end, outline.end(item, item.end)
    return _duty(flow, item.start, item.end, body, end, item.number.printed, outline.section(item), acting)


def _below(flow: Flow, outline: Outline, item: Item, announced: bool) -> Found | None:
    """An item that is a unit's name alone, in a list of duties, and below it what it does."""
    body = item.start + item.number.end
    if not announced or outline.within(item) or flow.text.startswith("机构", item.end - 2):
        return None
    if not below_names.alone(flow.text, body, item.end):
        return None
    end = below_names.last(flow, outline, item)
    return _duty(flow, item.start, item.end, body, end, item.number.printed, outline.section(item))


def _duty(
    flow: Flow,
    start: int,
    line_end: int,
    body: int,
    end: int,
    label: str | None,
    section: str | None,
    acting: bool = False,
) -> Found | None:
    """A duty whose first paragraph is flow[start:line_end], its own words flow[body:end]; after `acting`, any deed."""
    text = flow.text
    found = _subject(text, body, line_end) if acting else _who(text, body, line_end)
    stop = found[-1][1] if found else line_end
    if stop - body > 90 or text.count("，", body, stop) > 3 or _DEED.match(text, body):
        return None
    rest = text[stop:end].strip(" ：。\n")
    if len(rest) < 6 or _NO_DUTY.match(rest):
        return None
    parts = [(part, role) for at, till, role in found for part in unit_lists.split(text, at, till)]
    if not parts or not all(units.organ(part.name) for part, _ in parts) or parts[0][0].start > body + 1:
        return None
    if len(parts) == 1 and parts[0][1] is Role.RESPONSIBLE and rest.startswith("牵头"):
        parts = [(parts[0][0], Role.LEAD)]
    words = (body, end)
    while words[1] > words[0] and text[words[1] - 1] in " \n":
        words = (words[0], words[1] - 1)
    said = Said(units=tuple(Assigned(part, role, True) for part, role in parts))
    title = flow.printed[body:stop].strip()
    return Found(start, words[1], (words,), label, section, title, (Clause(body, stop, said),))


def _who(text: str, start: int, end: int) -> list[tuple[int, int, Role]]:
    """Who an item names at its beginning, as places with roles."""
    head = _HEADED.match(text, start, end)
    if head and units.organ(text[slice(*head.span("who"))]):
        return [(*head.span("who"), Role.RESPONSIBLE)]
    if (found := _HELPS.match(text, start, end)) and units.organ(found["whom"]):
        return [(*found.span("who"), Role.SUPPORT), (*found.span("whom"), Role.RESPONSIBLE)]
    if (found := _LEADS.match(text, start, end)) and units.organ(found["who"]):
        helps = _WITH.match(text, found.end(), end)
        others = [(*helps.span("who"), Role.SUPPORT)] if helps and units.organ(helps["who"]) else []
        return [(*found.span("who"), Role.LEAD), *others]
    head = _BEARS.match(text, start, end) or head or _ACTS_AS.match(text, start, end)
    return [(*head.span("who"), Role.RESPONSIBLE)] if head else [(start, end, Role.RESPONSIBLE)]


def _subject(text: str, start: int, end: int) -> list[tuple[int, int, Role]]:
    """The body at the beginning of an item before whatever it does."""
    for deed in DOES.finditer(text, start + 3, min(end, start + 60)):
        who = text[start : deed.start()]
        if re.search("[，；：。\\n]", who):
            break
        if all(units.organ(part.name) for part in unit_lists.split(text, start, deed.start())):
            return [(start, deed.start(), Role.RESPONSIBLE)]
    return []


def _acts(flow: Flow, one: Found, least: int = 12) -> bool:
    """Does an item say what its unit does?"""
    said = flow.text[one.clauses[0].end : one.end]
    return len(said) >= least and ACTS.search(said) is not None
