"""Duties listed under each department: the heading of an item, or the words before its colon, are the unit.

二、工作职责 （一）市工信局：落实…； （二）市委文明办（创城办）：根据…
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.model import Role, Span
from ingest import unit_lists, units
from ingest.flow import Flow
from ingest.measures import Found
from ingest.outline import Item, Outline
from ingest.said import Assigned, Clause, Said

# 工作职责 ; 责任分工 ; 任务分工 ; 部门职责分工 ; 职责任务
_DUTIES = re.compile(r"职责|分工|责任(?:清单|落实|划分)|任务(?:清单|划分)|成员单位")
# 设在市发改委 ; 主任由…担任 : what an office is, not what it does
_NO_DUTY = re.compile(r"(?:设在|主任|由.{1,20}(?:担任|兼任)|组长|联系人|电话|[\d—\-]{7,}|同上)")
_HEADED = re.compile(r"(?P<who>[^：。；，\n]{2,60}|[^：。；\n]{2,90})(?:：|。(?=.{8,}))")
# （一）市发展改革委负责统筹协调，会同有关部门制定政策。
_BEARS = re.compile(r"(?P<who>[^：。；，\n负]{3,30}?)(?:主要|具体|牵头)?负责(?=[^。；：\n]{4,})")


def find(flow: Flow, outline: Outline, clauses: Sequence[Clause], taken: Sequence[Span]) -> list[Found]:
    """The duties of a notice; none where items carry clauses of their own."""
    found: list[Found] = []
    ends = [clause.start for clause in clauses if clause.units]
    for family in outline.families:
        items = [outline.items[at] for at in family]
        if len(items) < 2 or bisect_left(ends, items[0].start) < bisect_left(ends, items[-1].end):
            continue
        above = outline.section(items[0]) or flow.text[max(0, items[0].start - 400) : items[0].start]
        if not _DUTIES.search(above):
            continue
        headed = [one for item in items if (one := _headed(flow, outline, item))]
        if len(headed) >= 2 and len(headed) >= len(items) * 0.6:
            found += headed
    return [one for one in found if not any(start <= one.start < end for start, end in taken)]


def _headed(flow: Flow, outline: Outline, item: Item) -> Found | None:
    """An item that begins with a unit and goes on with what it does, in the paragraph or below."""
    text = flow.text
    body = item.start + item.number.end
    end = outline.end(item, item.end)
    head = _HEADED.match(text, body, item.end)
    if head is None or not units.organ(text[slice(*head.span("who"))]):
        head = _BEARS.match(text, body, item.end) or head
    stop = head.end("who") if head else item.end
    parts = unit_lists.split(text, body, stop)
    if not parts or not all(units.organ(part.name) for part in parts) or stop - body > 90:
        return None
    if parts[0].start > body + 1 or "".join(text[body:stop].split()).count("，") > 3:
        return None
    words = (body, end)
    rest = text[stop:end].strip(" ：。\n")
    if len(rest) < 6 or _NO_DUTY.match(rest):
        return None
    while words[1] > words[0] and text[words[1] - 1] in " \n":
        words = (words[0], words[1] - 1)
    said = Said(units=tuple(Assigned(part, Role.RESPONSIBLE, True) for part in parts))
    title = flow.printed[body:stop].strip()
    section = outline.section(item)
    return Found(item.start, words[1], (words,), item.number.printed, section, title, (Clause(body, stop, said),))
