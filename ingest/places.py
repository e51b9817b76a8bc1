"""The places that a text names: areas by code, city groups, rivers and mountains, ports, zones.

A name is a place where it has its 省, 市, 县 or stands in the lexicon; a county's short form (固阳, 资源) only where
the words around it say so. A fixed object that borrows a name (黄河大桥, 内蒙古大学) is no mention of the place.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from graph.lexicon import departments, overrides, places, regions, table
from graph.lexicon.ambiguous import ordinary
from ingest import place_company, unlisted_places
from ingest.place_company import ADMIN, GEOGRAPHIC, GROUP, PORT, REACH, ZONE, PlaceMention
from ingest.place_forms import Candidate, at_home, candidates
from ingest.scope import Scope

_ROAD = re.compile(
    r"(?:[东西南北中]?路|[东西南北]?街|村|[镇乡](?!村)|社区|小区|桥)(?![一-龥]?(?:径|线|网|段|由|子|条|演))"
)
_GOVERNMENT = re.compile(r"(?:人民)?政府|市委|省委|县委|区委|党委|人大|政协")
# 成都高新区 ; 上海自贸试验区 ; 青岛综合保税区
_ZONE = re.compile(
    r"(?:国家级|国家|市)?(?:高新区|经开区|高新技术产业(?:开发)?区|经济技术开发区|经济开发区|综合保税区|保税港区|保税区|"
    r"自贸试验区|自贸区|自由贸易试验区|综保区|跨境经济合作区|边境经济合作区|临空经济区|航空港|"
    r"(?:[东西南北中]部|临空|空港|滨江|滨海|滨湖)新区)"
)
_PORT = re.compile(r"(?:公路|铁路|航空|水运|陆路)?口岸")
# 岚山港 ; but 日照港口, 北海港区, 青岛港澳合作
_HARBOUR = re.compile(r"港(?![口区澳台湾城资股元式龙闸珠铁人商务产深联京大星独交府警姐仔币岛])")
# 格尔木|河、 ; 清河|河道 is the channel of 清河
_WATER = re.compile(r"(?:河|江|湖)(?=$|[、，。；）等和与及的、]|流域|干流|支流|水系|[上中下]游|治理|综合|生态|水质)")
# 上海市场 ; 中山市民 ; 浙江省级: the last character belongs to what follows
_MARKET = re.compile(r"[场民级直容]")
# 青山区域 is no 青山区
_AREA = re.compile(r"[域块间位划]")
_LINK = re.compile(r"(?:至|到|—+|－|–|-|、|和|与|及|以及|经|[（(])")
_TAIL = re.compile(
    r"境内|城区|县城|段|一带|方向|片区|等地|[两二三四五六七八九]地|[等]?[两二三四五六七八九十]+[省市县区旗州盟]"
)
# what a route is of: 至延川|等公路, 至三穗|国家高速公路, 至融安|（黔桂界）
_ROUTE_AFTER = re.compile(
    r"(?:（[^（）]{0,6}界）)?(?:等)?(?:国家|省级|沿[江河海黄]|[一二三四]级|城际|普速|货运|客运)?(?:高速|高铁|铁路|公路|国道|省道|快速|客专|客运专线|航道|输[气油电水]|"
    r"段|线|通道|扩容|改扩建|界）)|（[^（）]{0,6}界）"
)
_HEAD = re.compile(r"(?:位于|途[经径]|前往|驻|赴|连接|联通|经过?|[自从]|对口(?:支援|帮扶|协作))$")
_APART_BEFORE = re.compile(
    r"(?:^|[、，。；：（“和与及在由以]|支持|推动|推进|依托|加快|鼓励|发挥|推广|借鉴|建设|打造|联动|聚焦|围绕|引导|指导|协同|学习|"
    r"实施|开展|提升|完善|整合|盘活|摸排|排查|改造|扩建|新建|谋划|启动|培育|做[强优大]|结合|通过|利用|巩固|优化|推介)$"
)
_APART_AFTER = re.compile(
    r"$|[、，。；）”和与及等的]|先行|开展|建设|打造|发展|国际|国家|综合|综保|保税|高新|经开|试点|创建|加快|争创|积极|经验|模式|做法|产业"
)
# 依托柯桥|纺织印染产业 ; 建设秭归|翻坝物流产业园: what a place is known for, or what stands in it
_OF_PLACE = re.compile(
    r"[一-龥]{0,12}?(?:产业|集群|行业|市场|商圈|特色|品牌|工业园|科技园|产业园|物流园|园区|基地|小镇|港区|作业区|水库|灌区|机场|"
    r"电站|高速|铁路|公路|景区|古城|老城|新城|公司|项目|工程)"
)
_LISTED = re.compile(
    r"$|[、，。；）至到和与及等—－–-]|[两二三四五六七八九十]+[省市县区旗州盟地]|境内|[沿过]江|沿河|公路|铁路|高速|高铁|城际|[一二]级|通道|段"
)
_NEW_TOWN = re.compile(r"新[城区](?![市区镇域])")
_TITLE = re.compile(r"《[^《》]{0,200}》")


def find(text: str, scope: Scope) -> list[PlaceMention]:
    """The places named, each name once, where it stands first; left to right, the longest name at each place."""
    if "《" in text:
        text = _TITLE.sub(lambda title: " " * len(title[0]), text)
    found: list[PlaceMention] = []
    known = candidates(text)
    ends = {one.end: one.form for one in known}
    areas = {end: form for end, form in ends.items() if form[-1] in "市县区旗"}
    inside = {at for one in known for at in range(one.start + 1, one.end)}
    # 平利至镇坪: 镇 begins a name
    tailed = [
        one
        for one in unlisted_places.find(text, areas)
        if ends.get(one.end, one.tail) == one.tail and one.end not in inside
    ]
    starts = {one.start: one for one in known}
    tailed = [_inner(one, starts.get(one.start)) for one in tailed]
    begun = {one.start for one in tailed}
    within = {at for one in tailed for at in range(one.start, one.end)}
    last: Candidate | None = None
    end = 0
    for chain in _chains(known, text):
        together = _together(chain, scope) or _routed(chain, text)
        for candidate in chain:
            if candidate.start < end or (
                candidate.weak
                and not (candidate.end in begun and at_home(candidate, scope))
                and not _said(candidate, together, text, scope)
            ):
                continue
            if candidate.weak and candidate.start in within:
                continue
            mention = _mention(candidate, text, scope, last)
            if mention is not None:
                last, end = candidate, mention.end
                found.append(mention)
    found = place_company.ports(found, text)
    taken = {at for mention in found for at in range(mention.start, mention.end)}
    found += [
        PlaceMention(one.name, _tail_id(one, areas.get(one.start), scope), one.kind, (), one.start, one.end)
        for one in tailed
        if taken.isdisjoint(range(one.start, one.end))
        and not (_GOVERNMENT.match(text, one.end) or _object().match(text, one.end) or _ROAD.match(text, one.end))
    ]
    named: dict[str, PlaceMention] = {}
    for mention in place_company.rivers(sorted(found, key=lambda one: one.start), text):
        named.setdefault(mention.name, mention)
    return list(named.values())


def _inner(found: unlisted_places.Unlisted, area: Candidate | None) -> unlisted_places.Unlisted:
    """阳朔|遇龙河: an area in front is a place of its own, where two characters are left before the tail."""
    if area is None or area.named is not None or found.kind != GEOGRAPHIC or ordinary(area.form):
        return found
    if found.end - area.end - len(found.tail) < 2:
        return found
    return found._replace(name=found.name[area.end - area.start :], start=area.end)


def _tail_id(found: unlisted_places.Unlisted, area: str | None, scope: Scope) -> str:
    """A town belongs to the area named before it, else to the issuer's (town/510311/仙市镇): many have one name."""
    if found.kind == ADMIN:
        outer = regions.nearest(area, scope.region) if area else None
        return f"town/{outer.code if outer else scope.region or regions.STATE}/{found.name}"
    return _zone_id(found.name, scope) if found.kind == ZONE else f"geo/{found.name}"


def _chains(found: list[Candidate], text: str) -> list[list[Candidate]]:
    """Candidates that are tied by 至, 、, 和 … or stand right beside each other (包头市固阳) are one chain."""
    chains: list[list[Candidate]] = []
    for candidate in found:
        left = chains[-1][-1] if chains else None
        between = text[left.end : candidate.start] if left and candidate.start - left.end < 4 else None
        if left and between is not None and ((not between and _contains(left, candidate)) or _LINK.fullmatch(between)):
            chains[-1].append(candidate)
        else:
            chains.append([candidate])
    return chains


def _together(chain: list[Candidate], scope: Scope) -> bool:
    """Does the company in a chain say that all are places? One that needs no sign does; so do two at home, three where
    all of them are ordinary words."""
    if len(chain) < 2:
        return False
    if not all(candidate.weak for candidate in chain):
        return True
    return all(at_home(candidate, scope) for candidate in chain) and (
        len(chain) > 2 or not all(ordinary(candidate.form) for candidate in chain)
    )


def _routed(chain: list[Candidate], text: str) -> bool:
    """绥德至延川公路, 洞口至三穗国家高速公路: a road, railway or stretch from one to the other, wherever they lie."""
    return any("至" in text[left.end : right.start] for left, right in pairwise(chain)) and (
        _ROUTE_AFTER.match(text, chain[-1].end) is not None
    )


def _said(candidate: Candidate, together: bool, text: str, scope: Scope) -> bool:
    """Do the words around say that 固阳, 资源 or 理县 is a place?

    Beside another place (白云鄂博至固阳至东河, 包头市固阳) or with 境内, 等地 …, 途经 …; an ordinary word only in
    a list of places, 城区 and 理县 by themselves only at home.
    """
    region = regions.nearest(candidate.form, scope.region)
    if region is not None and candidate.form == region.name and regions.within(region.code, scope.region):
        return not ordinary(candidate.form)
    if ordinary(candidate.form):
        # 监利至石首至公安沿江公路, but 北京和|平安中国
        return together and _LISTED.match(text, candidate.end) is not None
    if together:
        return True
    before, after = text[max(0, candidate.start - 6) : candidate.start], text[candidate.end : candidate.end + 4]
    near = region is not None and any(regions.within(region.code, outer) for outer in _around(scope))
    if _TAIL.match(after) or _HEAD.search(before):
        return near or len(regions.named(candidate.form)) == 1
    # 支持|义乌|国际贸易, 推广昆山经验, 依托柯桥纺织印染产业: apart from other words, near the issuer or a county-level
    # city
    if _APART_BEFORE.search(before) is None:
        return False
    if region is not None and near and _OF_PLACE.match(text, candidate.end) is not None:
        return True
    known = region is not None and region.name.endswith("市") and region.level == "county"
    return _APART_AFTER.match(after) is not None and (near or known)


def _around(scope: Scope) -> tuple[str, ...]:
    """The issuer's province, or the issuer's own area."""
    return (regions.above(scope.region) or (scope.region,))[-1:] if scope.region else ()


def _contains(left: Candidate, right: Candidate) -> bool:
    return any(
        regions.within(inner.code, outer.code)
        for outer in regions.named(left.form)
        for inner in regions.named(right.form)
        if inner.code != outer.code
    )


def _mention(candidate: Candidate, text: str, scope: Scope, last: Candidate | None) -> PlaceMention | None:
    """What is mentioned, with what follows and belongs to the name; None where an object has the name."""
    form, start, end, named = candidate.form, candidate.start, candidate.end, candidate.named
    if named is not None:
        # 珠三角|地区: what is meant is 珠三角, with or without 地区
        if form.endswith("地区") and places.named(form[:-2]) == named:
            end -= 2
        if named.kind == GEOGRAPHIC and (town := _NEW_TOWN.match(text, end)):
            # 泾河|新城 is a zone of its own
            name = text[start : town.end()]
            return PlaceMention(name, _zone_id(name, scope), ZONE, (), start, town.end())
        if named.kind == GEOGRAPHIC:
            reach = REACH.match(text, end)
            if reach is not None:
                end = reach.end()
            elif _object().match(text, end) or _ROAD.match(text, end):
                return None
        elif named.kind == GROUP and _object().match(text, end):
            return None
        return PlaceMention(text[start:end], named.id, named.kind, named.members, start, end)
    if form[-1] in "市省县区" and len(form) > 2 and _MARKET.match(text, end) and regions.named(form[:-1]):
        form, end = form[:-1], end - 1
    region = _region(form, start, scope, last)
    if form.endswith("区") and _AREA.match(text, end):
        return None
    if (water := _WATER.match(text, end)) and form[-1] not in "省市县区旗州盟":
        # 格尔木|河 is the river
        name = text[start : end + 1]
        known = places.named(name)
        reach = REACH.match(text, water.end())
        stop = reach.end() if reach else water.end()
        return PlaceMention(text[start:stop], known.id if known else f"geo/{name}", GEOGRAPHIC, (), start, stop)
    zone = _ZONE.match(text, end)
    if zone is not None:
        return PlaceMention(
            text[start : zone.end()], _zone_id(text[start : zone.end()], scope), ZONE, (), start, zone.end()
        )
    port = _PORT.match(text, end) or _HARBOUR.match(text, end)
    if port is not None and region is not None and (region.level != "province" or region.name.endswith("市")):
        name = text[start : port.end()]
        return PlaceMention(name, f"port/{name}", PORT, (), start, port.end())
    # 赣州|段隧道: the stretch at 赣州
    stretch = text.startswith("段", end)
    if not stretch and (_GOVERNMENT.match(text, end) or _object().match(text, end) or _body(text, end)):
        return None
    if form != (region.name if region else "") and _ROAD.match(text, end):
        return None
    if region is None:
        return PlaceMention(form, f"geo/{form}", ADMIN, (), start, end)
    return PlaceMention(form, region.code, ZONE if region.level == "zone" else ADMIN, (), start, end)


def _zone_id(name: str, scope: Scope) -> str:
    """The id of a zone: its long and its short name are one (石河子高新技术产业开发区, 石河子高新区)."""
    region = regions.nearest(name, scope.region)
    known = places.named(name)
    if region is not None or known is not None:
        return region.code if region else known.id if known else ""
    for long, short in _ZONE_SHORTS:
        name = name.replace(long, short)
    return f"zone/{name}"


_ZONE_SHORTS = (
    ("高新技术产业开发区", "高新区"),
    ("高新技术产业区", "高新区"),
    ("经济技术开发区", "经开区"),
    ("经济开发区", "经开区"),
    ("自由贸易试验区", "自贸试验区"),
    ("自贸区", "自贸试验区"),
    ("综合保税区", "综保区"),
    ("国家级", ""),
    ("国家", ""),
    ("市", ""),
)


def _object() -> re.Pattern[str]:
    """What has the name and is not the place: 古城湾黄河大桥, 内蒙古科技大学, 长江证券 (`namesakes.tsv`)."""
    return _objects(overrides())


@cache
def _objects(_folder: Path | None) -> re.Pattern[str]:
    endings = [row["ending"] for row in table("namesakes.tsv") if len(row["ending"]) > 1]
    return re.compile(rf"[\u4e00-\u9fff]{{0,4}}?(?:{'|'.join(map(re.escape, endings))})")


def _body(text: str, at: int) -> bool:
    """Is it the place in the name of a body (浙江省教育厅, 包头市发改委)?"""
    sizes = range(2, min(9, len(text) - at + 1)) if departments.begins(text[at : at + 2]) else ()
    return any(departments.called(text[at : at + size]) for size in sizes)


def _region(form: str, start: int, scope: Scope, last: Candidate | None) -> regions.Region | None:
    """The area meant: inside the area named right before it, else the nearest to the issuer, else the only one."""
    if last is not None and last.end == start:
        for outer in regions.named(last.form):
            inside = [region for region in regions.named(form) if regions.within(region.code, outer.code)]
            if inside:
                return inside[0]
    return regions.nearest(form, scope.region)


@dataclass(frozen=True, slots=True)
class Described:
    """What the node of a place says of it; `parent` is the id of the area it lies in."""

    name: str
    kind: str
    level: str | None
    lon: float | None
    lat: float | None
    parent: str | None
    members: tuple[str, ...] = ()


def describe(id: str) -> Described:
    """The properties of a place's node, by its id alone."""
    region = regions.by_code(id)
    if region is not None:
        kind = ZONE if region.level == "zone" else ADMIN
        return Described(region.name, kind, region.level, region.lon, region.lat, region.parent)
    place = places.by_id(id)
    if place is not None:
        return Described(place.name, place.kind, None, None, None, None, place.members)
    space, _, name = id.partition("/")
    if space == "town":
        area, _, name = name.partition("/")
        return Described(name or id, ADMIN, "town", None, None, area if regions.by_code(area) else None)
    kind = {"geo": GEOGRAPHIC, "group": GROUP, "port": PORT, "zone": ZONE}.get(space, ADMIN)
    inside = [region for size in range(len(name), 1, -1) for region in regions.named(name[:size])]
    parent = inside[0].code if inside and kind in (ZONE, PORT) else None
    return Described(name or id, kind, None, None, None, parent)
