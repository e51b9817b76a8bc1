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
from ingest.places.place_company import GEOGRAPHIC

# 开展|洹河 ; 淮河干流及|颍河 ; 在|大河中路街道
# words that a name follows
_VERBS = (
    r"开展|推进|推动|加强|加快|实施|建设|建成|完成|治理|整治|修复|保护|强化|提升|打造|支持|"
    r"鼓励|依托|围绕|聚焦|位于|途经|涉及|启动|新建|改造|疏浚|巡查|完善|优化|统筹|做好|抓好|"
    r"其中|以及|包括|深化|实现|开通|整合|建立|落实|联动|谋划|规划|确保|引导|推广|借鉴|组织|"
    r"举办|发展|培育|选取|选择|实行|执行|利用|解决|保障|维护|管控|监测|监管|管理|经营|运营|"
    r"流入|汇入|注入|流经|穿越|横跨|跨越|毗邻|邻近|紧邻|靠近|环绕|源于|发源于|守护|巡护|清退|"
    r"腾退|搬迁|迁出|关停|关闭|取缔|调查|摸排|排查|抽检|检查|监督|督促|严控|严禁|禁止|禁养|"
    r"水源地|水源|源头|包含|涵盖|覆盖|辐射|带动|例如|譬如|比如|特别是|尤其是|重点是|确定|划定|"
    r"列入|纳入|创建|申报|争取|提质|扩建|续建|开发|开放|活化|复兴|传承|挖掘|宣传|推介|促进|"
    r"联合|配合|协调|支撑|服务|对接|连接|联通|打通|贯通|引进|试点|选定|指导|帮扶|援助|振兴|"
    r"建好|管好|用好|补齐|恢复|清理|清除|打击|绿化|美化|净化|拆除|征收|征迁|收储|盘活|塑造|托管|参观|游览|生成|细分|今后|申建|开工|畅通|坚持|中国"
)
_STARTS = re.compile(rf"(?:.*(?:[、，。；：（(和与及在对至向以由将把从赴的]|{_VERBS})|^)(?P<name>[一-龥]{{1,6}})$")
_VERB = re.compile(_VERBS)
# 最大程度减少|片区: no name ends with what is done
_ENDS = re.compile(
    rf"(?:{_VERBS}|减少|增加|扩大|结合|落户|入驻|全面|积极|按照|根据|负责|需要|可以|应当|属于|形成|具有)$"
)
# 三十六脚湖|库区, …湖|水质: no 湖库, 湖水
_WATERS = re.compile(r"流域|库区|水(?:源|质|体|环境|域|生态|污染)")
# 京哈|走廊, 京延|通道: between two places, each by the one character that stands for it
_SHORT = (
    "京津沪渝冀晋辽吉苏浙皖闽赣鲁豫鄂湘粤琼川蜀黔贵滇陕甘青藏桂蒙宁哈沈长太呼包银兰郑武杭甬温厦深广穗珠昌九成延张雄唐"
)
_WAYS = ("走廊", "通道", "绿廊")
_WAY_ENDS = tuple({way[-1] for way in _WAYS})  # one character is found far faster than two
_BETWEEN = re.compile(rf"[{_SHORT}][{_SHORT}大连新西石](?:{'|'.join(_WAYS)})")
_NO_NAME = re.compile(
    r"前后|期间|周边|附近|沿岸|[上下]游|两岸|范围|[不了是有可无已]|[的等各类至到个条所有其该为每两多几级型性跨入全本我某这]|以上|智慧|数字|绿色|低碳|零碳|游客|重点|主要|特色|示范|试点|建设|发展|涉农|亟需|急需|大学生"
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
        began = _STARTS.search(text[near : match.start()])
        if began is None or (began.start("name") == 0 and near > 0 and near == match.start() - _REACH):
            continue
        name = began["name"]
        if (
            not (1 if beside else tail.least) <= len(name) <= (4 if len(match[0]) == 1 else 6)
            or _VERB.fullmatch(name)
            or name[0] in "在对向至将把从"
            or name[-1] in "和与及由以在对向将把从为按"
            or _ENDS.search(name)
            or _NO_NAME.search(name)
            or f"={name}" in tail.ordinary
        ):
            continue
        start = near + began.start("name")
        beside = beside and last is not None and start == last.end + 1
        if not beside and (len(name) < tail.least or name.endswith(tail.ordinary)):
            continue
        if loose and start - 1 not in sure:
            continue
        found.append(Unlisted(text[start : match.end()], match[0], tail.kind, start, match.end()))
    ways = _BETWEEN.finditer(text) if any(map(text.__contains__, _WAY_ENDS)) else ()
    found += [Unlisted(one[0], one[0][2:], GEOGRAPHIC, one.start(), one.end()) for one in ways]
    return found


_WATERY = ("江", "河", "湖", "溪")
_TOWNS = ("镇", "乡", "街道", "苏木")


def _alike(one: str, other: str) -> bool:
    """Are two endings of one sort of place?"""
    return one == other or any(one in sort and other in sort for sort in (_WATERY, _TOWNS))


def after_verb(text: str, start: int, end: int) -> int:
    """Where a name may begin in text[start:end]: after the last verb or preposition, else at its start."""
    begins = [one.end() for one in re.finditer(rf"{_VERBS}|[和与及在对向以由将把从赴]", text[start:end])]
    return start + max((at for at in begins if at <= end - start - 2), default=0)


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
