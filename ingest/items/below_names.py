"""Duties below the name of a body that stands alone as a heading, with numbers or without.

（一）市卫生健康委 / 1.牵头制定实施方案。 / 2.指导医疗机构开展健康科普。
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.model import Role
from ingest.items.measure_title import title_of
from ingest.items.measures import FOOT, Found
from ingest.items.outline import NO_TASK, Item, Outline, printed
from ingest.text.flow import Flow
from ingest.units import unit_lists, units
from ingest.units.said import Assigned, Clause, Said

# 工作职责 ; 责任分工 ; 任务分工 ; 部门职责分工 ; 职责任务
DUTIES = re.compile(r"职责|分工|部门责任|单位责任|各方责任|责任(?:清单|落实|划分)|任务(?:清单|划分|分解)|成员单位")
# a title names duties too
_TITLE = re.compile("(?:通知|方案|意见|办法|规定|函|决定|制度|要点)(?:（.{1,8}）)?$")


def announces(text: str, start: int, end: int) -> bool:
    """Is a paragraph the heading of a list of duties?"""
    return (
        end - start <= 40
        and DUTIES.search(text, start, end) is not None
        and text[end - 1] not in "。；，"
        and not _TITLE.search(text, start, end)
    )


# what tells duties that no heading announces from other lists of bodies
ACTS = re.compile(
    "负责|检查|开展|做好|加强|组织|落实|指导|推进|监督|监管|查处|配合|协调|建立|提供|保障|是否|抽查|打击|督促|牵头|强化|确认|制定|"
    "完成|实施|推动|编制|健全|完善|承担"
)
# 市发展改革委 ; 市发展改革委（12项） ; 市发展改革委牵头任务： ; 由市发展改革委牵头的事项
_NAMES = re.compile(
    r"由?(?P<who>[^：。；，\n]{2,50}?)(?:(?P<lead>总?牵头)|负责|承担|(?P<help>配合))?(?:落实|办理|完成|推进)?的?(?:重点|主要|具体)?"
    r"(?:任务|事项|工作|职责)?(?P<count>（[^（）]{0,6}\d{1,3}[^（）]{0,2}[项条个]）)?：?$"
)


def alone(text: str, start: int, end: int) -> Clause | None:
    """The bodies that the paragraph text[start:end] names, if it is nothing else."""
    found = _NAMES.match(text, start, end) if end - start <= 60 else None
    if not found:
        return None
    place = found.span("who")
    parts = unit_lists.split(text, *place)
    if not parts or not all(units.organ(part.name) for part in parts) or parts[0].start > place[0]:
        return None
    role = Role.LEAD if found["lead"] else Role.SUPPORT if found["help"] else Role.RESPONSIBLE
    return Clause(*place, Said(units=tuple(Assigned(part, role, True) for part in parts)), own=True)


def find(flow: Flow, outline: Outline, ends: Sequence[int]) -> list[Found]:
    """The numbered points below numbered names; none where items carry clauses (which begin at `ends`)."""
    found: list[Found] = []
    for family in outline.families:
        items = [outline.items[at] for at in family]
        named = sum(_head(flow, outline, item) is not None for item in items)
        if named < max(2, 0.8 * len(items)):
            continue
        section = outline.section(items[0])
        announced = DUTIES.search(section or flow.text[max(0, items[0].start - 400) : items[0].start])
        if not announced and (named < 3 or NO_TASK.search(section or "")):
            continue
        below = points(flow, outline, items)
        if bisect_left(ends, below[0].start) < bisect_left(ends, below[-1].end):
            continue
        if sum(bool(ACTS.search(flow.text, *point.words[0])) for point in below) >= 0.8 * len(below):
            found += below
    return found


def points(flow: Flow, outline: Outline, items: Sequence[Item]) -> list[Found]:
    """The points below those items that are names and no more."""
    found = []
    for item in items:
        if clause := _head(flow, outline, item):
            for at in range(item.at + 1, len(outline.items)):
                point = outline.items[at]
                if point.parent == item.at:
                    found.append(_point(flow, outline, point, item, clause))
                elif point.parent is None or point.parent < item.at:
                    break
    return found


def _head(flow: Flow, outline: Outline, item: Item) -> Clause | None:
    """The bodies that an item names, if it is nothing else and points stand below it."""
    return alone(flow.text, item.start + item.number.end, item.end) if outline.within(item) else None


def last(flow: Flow, outline: Outline, item: Item) -> int:
    """Where the last paragraph of an item ends, before the next one and the foot."""
    end = item.start + item.number.end
    for place in range(flow.paragraph(item.start), len(flow.paragraphs)):
        begin, stop = flow.paragraphs[place]
        if begin >= outline.end(item, len(flow.text)) or (begin > item.start and FOOT.match(flow.text[begin:stop])):
            break
        end = stop if stop > begin else end
    return end


def _point(flow: Flow, outline: Outline, item: Item, head: Item, clause: Clause) -> Found:
    start, end = item.start + item.number.end, last(flow, outline, item)
    words = ((start, end),)
    return Found(item.start, end, words, item.number.printed, printed(head), title_of(flow, words), (clause,))
