"""Ends of roads and railways that no table has: 甲山 and 乙河 in 甲山至乙河高速公路 and in 某市甲山至某县乙河铁路."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.places.place_company import GEOGRAPHIC
from ingest.places.place_forms import Candidate
from ingest.places.place_signs import contains
from ingest.places.unlisted_places import Unlisted, after_verb

_ROADS = ("高速", "高铁", "铁路", "公路", "快速路", "国道", "省道", "轨道交通", "航道")
_ROAD = "|".join(_ROADS)
_KIND = rf"(?:等|段|的)*(?:国家|省级|沿[江河海黄]|[一二三四]级|城际|普速|货运|客运)*(?:{_ROAD})"
# 甲山至乙河、丙镇（丁立交）至戊湖|等高速公路
_END = rf"(?:(?!{_ROAD})[一-龥]){{2,16}}?(?:（[^（）]{{1,12}}）)?"
_ROUTES = re.compile(rf"(?P<ends>(?:{_END}至{_END}、){{0,8}}{_END}至(?![少多今]){_END}){_KIND}")
_NAME = re.compile(r"(?P<name>[一-龥]{2,16})(?:（[^（）]{1,12}）)?$")
# what is no name, but the sort of place: 县城至乡镇公路, 机场至景区铁路
_SORT = re.compile(
    r"各|每|等|以|的|已|未|第|起点|终点|县城|城区|市区|城镇|乡镇|市县|园区|景区|机场|车站|口岸|枢纽|港$|互通|立交|出口|省界|交界|国道|省道|"
    r"级$|学校|小学|中学|高中|医院|农村|村组|自然村|行政村|建制村|重点|主要|周边|相邻|全[国省市县区]|年|月|日|段$|公路|铁路|高速|城市|地区|中心|规划|工程"
)


def find(text: str, known: Sequence[Candidate]) -> list[Unlisted]:
    """The ends that are no known names (`known`), left to right."""
    found: list[Unlisted] = []
    if "至" not in text or not any(map(text.__contains__, _ROADS)):
        return found
    sure = {one.end for one in known if not one.weak}
    taken = {at for one in known if not one.weak for at in range(one.start, one.end)}
    # 绥德至延川公路 is told by its company, 昆明|清水 is no county of 昆明
    alone = {one.start for one in known if one.weak and one.start not in sure}
    # 都市圈环线|黄陂
    ended = {one.end: one.start for one in known}
    inner = {right.start for left, right in pairwise(known) if left.end == right.start and contains(left, right)}
    for routes in _ROUTES.finditer(text):
        for end in re.finditer(r"[^至、]+", routes["ends"]):
            name = _NAME.match(end[0])
            if name is None:
                continue
            start, stop = routes.start() + end.start(), routes.start() + end.start() + name.end("name")
            begin = max((at for at in sure if start < at < stop), default=None) or after_verb(text, start, stop)
            if (
                2 <= stop - begin <= 4
                and taken.isdisjoint(range(begin, stop))
                and begin not in alone
                and begin not in inner
                and ended.get(stop, begin) <= begin
                and not _SORT.search(text, begin, stop)
            ):
                found.append(Unlisted(text[begin:stop], "", GEOGRAPHIC, begin, stop))
    return found
