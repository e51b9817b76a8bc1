"""Places that no table has, known by what their names end with: 颍河, 仙市镇, 刘公岛, 徐圩新区 (`place_tails.tsv`).

A name begins where a phrase begins (after a verb, a preposition, 、 or 和) and is no word that any place may have:
中小河, 建制镇, 海岛.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.lexicon import overrides, table
from graph.records import Record
from ingest.places.place_company import GEOGRAPHIC, GROUP

# in front of a name, and no part of it: 淮河干流及|颍河 ; 在|大河中路街道
_JOINTS = frozenset("、，。；：（(和与及或在对至向以由将把从赴的\n")
_JOINTS_WITHIN = frozenset("和与及在对向以由将把从赴")
# 三十六脚湖|库区, …湖|水质: no 湖库, 湖水
_WATERS = re.compile(r"流域|库区|水(?:源|质|体|环境|域|生态|污染)")
# 京哈|走廊, 京延|通道: between two places, each by the one character that stands for it
_SHORT = (
    "京津沪渝冀晋辽吉苏浙皖闽赣鲁豫鄂湘粤琼川蜀黔贵滇陕甘青藏桂蒙宁哈沈长太呼包银兰郑武杭甬温厦深广穗珠昌九成延张雄唐"
)
_WAYS = ("走廊", "通道", "绿廊")
_WAY_ENDS = tuple({way[-1] for way in _WAYS})  # one character is found far faster than two
_BETWEEN = re.compile(rf"[{_SHORT}](?!(?<=成)长)[{_SHORT}大连新西石](?:{'|'.join(_WAYS)})")
# 甲乙|生态经济带, 甲乙丙|都市圈: a belt or a ring of cities, each by its one character
_CITIES = (
    _SHORT + "绍嘉台丽义舟合芜蚌六连淮盐扬镇泰通锡常莞惠佛肇汕潮揭湛茂"
    "株潭衡岳宜荆襄随黄德眉资绵遵咸榆洛开焦许石保廊秦抚鞍济烟威潍徐"
)
_BELTS = re.compile(
    rf"[{_CITIES}][{_CITIES}]{{1,3}}(?:生态|科技|科创|创新|产业|城市|沿江|沿海|发展)*(?:经济带|经济圈|都市[圈区]|城市群|城镇群|(?:经济|科创|创新|产业|生态)大?走廊)"
)
_BELT_ENDS = ("经济带", "经济圈", "都市", "市群", "镇群", "走廊")
_NO_NAME = re.compile(
    r"前后|期间|周边|附近|沿岸|[上下]游|两岸|范围|[不了是有可无已]|[的等各类至到个条所有其该为每两多几级型性跨入全本我某这你届]|以上|一批|一[江河湖]|中共|共产党|返乡|留乡|联[县乡村]|智慧|数字|绿色|低碳|零碳|游客|重点|主要|特色|示范|试点|建设|发展|涉农|亟需|急需|大学生"
    # what is done, how much, and sorts of places: 退田还湖, 千乡万村, 侵蚀沟
    r"|[退还挖禁]|符合|制定|消除|遏制|充分|尽快|同时|当地|一般|微污染|侵蚀|堰塞|[大中]小|[两三四五六七八九]大|千乡|整乡|农产品|新城新|重要|群体|进港|专用线|城带|^新城$|^沿$"
)
_REACH = 10


@dataclass(frozen=True, slots=True)
class Tail:
    """What a place ends with: its kind, the least length of the name before it, what must (not) follow, and last
    characters that make an ordinary word of it (中小|河)."""

    kind: str
    least: int
    after: re.Pattern[str] | None
    not_after: str
    ordinary: tuple[str, ...]


class Unlisted(Record, frozen=True):
    """`name` is `text[start:end]` and ends with `tail`."""

    name: str
    tail: str
    kind: str
    start: int
    end: int


def find(text: str, areas: Collection[int] = (), sure: Collection[int] = ()) -> list[Unlisted]:
    """The places, left to right, none within another. A name may also begin where the full name of an area ends
    (`areas`): 左权县|辽阳镇. Right beside a place that is sure (which ends at one of `sure`) nothing need follow:
    某县、甲乙山|机场."""
    pattern, tails = _tails(overrides())
    found: list[Unlisted] = []
    for match in pattern.finditer(text):
        tail = tails[match[0]]
        # 硇洲岛、东海岛、南三岛: no 海岛 among names
        last = found[-1] if found else None
        beside = last is not None and _alike(last.tail, match[0]) and text[last.end : match.start()][:1] == "、"
        after = text[match.end() : match.end() + 1]
        # 盘龙河|流域, though 河流 is a word
        if len(match[0]) == 1 and text.startswith(_TOWNS, match.end()):
            continue  # 甲溪|镇, 乙湖|街道
        watery = match[0] in "江河湖溪" and _WATERS.match(text, match.end())
        if not watery and after and after in tail.not_after and not (beside and after == "、"):
            continue
        loose = tail.after is not None and not tail.after.match(text, match.end())
        if loose and not (
            sure and any(text[at : at + 1] == "、" for at in range(match.start() - 6, match.start()) if at in sure)
        ):
            continue
        if found and found[-1].end == match.start() and len(match[0]) > 1:
            # 云台山|风景区, 碧云湖|片区
            left = found.pop()
            found.append(Unlisted(left.name + match[0], match[0], tail.kind, left.start, match.end()))
            continue
        inner = next((at for at in range(match.start() - 1, match.start() - 6, -1) if at in areas), 0) if areas else 0
        near = max(0, match.start() - _REACH, found[-1].end if found else 0, inner)
        start = _begin(text, near, match.start())
        if start is None or (start == near > 0 and near == match.start() - _REACH):
            continue
        name = text[start : match.start()]
        if (
            not (1 if beside else tail.least) <= len(name) <= (4 if len(match[0]) == 1 else 6)
            or name[0] in "在对向至将把从"
            or name[-1] in "和与及由以在对向将把从为按"
            or _NO_NAME.search(name)
            or f"={name}" in tail.ordinary
        ):
            continue
        beside = beside and last is not None and start == last.end + 1
        if not beside and (len(name) < tail.least or name.endswith(tail.ordinary)):
            continue
        if loose and start - 1 not in sure:
            continue
        found.append(Unlisted(text[start : match.end()], match[0], tail.kind, start, match.end()))
    ways = _BETWEEN.finditer(text) if any(map(text.__contains__, _WAY_ENDS)) else ()
    found += [Unlisted(one[0], one[0][2:], GEOGRAPHIC, one.start(), one.end()) for one in ways]
    belts = _BELTS.finditer(text) if any(map(text.__contains__, _BELT_ENDS)) else ()
    found += [Unlisted(one[0], one[0][2:], GROUP, one.start(), one.end()) for one in belts]
    return found


_WATERY = ("江", "河", "湖", "溪", "港", "浜")
_TOWNS = ("镇", "乡", "街道", "苏木")


def _alike(one: str, other: str) -> bool:
    """Are two endings of one sort of place?"""
    return one == other or any(one in sort and other in sort for sort in (_WATERY, _TOWNS))


def after_verb(text: str, start: int, end: int) -> int:
    """Where a name may begin in text[start:end]: after the last word that stands before names, else at its start."""
    words = _before(overrides())
    for at in range(end - 2, start, -1):
        if text[at - 1] in _JOINTS_WITHIN or text[max(start, at - 2) : at] in words:
            return at
    return start


def _begin(text: str, near: int, end: int) -> int | None:
    """Where the name begins that ends at `end`, not before `near`: behind a joint or a word of `place_before.tsv`."""
    words = _before(overrides())
    for at in range(end, near, -1):
        last = text[at - 1]
        if last in _JOINTS or text[max(near, at - 2) : at] in words or text[max(near, at - 3) : at] in words:
            return at
        if not "一" <= last <= "龥":
            return None
    return near


@cache
def _before(_folder: Path | None) -> frozenset[str]:
    return frozenset(row["word"] for row in table("place_before.tsv"))


def goes_on(name: str, after: str) -> bool:
    """Does the character behind a name make another word of its tail: …湖|泊?"""
    pattern, tails = _tails(overrides())
    tail = next((match[0] for match in pattern.finditer(name) if match.end() == len(name)), "")
    return bool(after) and tail in tails and after in tails[tail].not_after


@cache
def _tails(_folder: Path | None) -> tuple[re.Pattern[str], Mapping[str, Tail]]:
    tails = {
        row["tail"]: Tail(
            row["kind"],
            int(row["least"]),
            re.compile("|".join(map(re.escape, row.list("after")))) if row["after"] else None,
            row["not_after"],
            row.list("ordinary"),
        )
        for row in table("place_tails.tsv")
    }
    return re.compile("|".join(map(re.escape, sorted(tails, key=len, reverse=True)))), tails
