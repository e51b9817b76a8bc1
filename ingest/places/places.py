"""The places that a text names: areas by code, city groups, rivers and mountains, ports, zones.

A name is a place where it has its 省, 市, 县 or stands in the lexicon; a county's short form (固阳, 资源) only where
the words around it say so. A fixed object that borrows a name (黄河大桥, 内蒙古大学) is no mention of the place.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise
from operator import attrgetter
from pathlib import Path

from graph.lexicon import departments, overrides, places, regions, table
from graph.lexicon.ambiguous import ordinary
from ingest.places import broken_names, place_company, place_signs, routes, unlisted_places, zones
from ingest.places.place_company import ADMIN, GEOGRAPHIC, GROUP, PORT, REACH, TITLE, ZONE, PlaceMention
from ingest.places.place_forms import Candidate, candidates
from ingest.places.scope import Scope

_ROAD = re.compile(
    r"(?:[东西南北中]?[一二三四五六]?路|[东西南北]?街|村|[镇乡](?!村)|社区|小区|桥)(?![一-龥]?(?:径|线|网|段|由|子|条|演))"
)
_GOVERNMENT = re.compile(r"(?:人民)?政府|市委|省委|县委|区委|党委|人大|政协")
# 甲乙山|地信实验室
_LABORATORY = re.compile(r"[一-龥]{0,3}?实验室")
# 川藏|铁路, 成渝|中线高铁
_RAIL = re.compile(
    r"(?:中线|客运|货运|城际|沿江)*(?:铁路|高铁|高速|公路|客专|专线|运河|复线|[东西南北]线)|省?交?界(?!面)"
)
# 郑州|国际陆港 ; 西安|国际港务区
_PORT = re.compile(r"(?:国际|公路|铁路|航空|水运|陆路)*口岸|(?:国际)?(?:陆港|铁路港|内陆港|无水港)区?|国际港务区")
# 岚山港 ; but 日照港口, 北海港区, 青岛港澳合作
_HARBOUR = re.compile(r"港(?![口区航行货运澳台湾城资股元式龙闸珠铁人商务产深联京大星独交府警姐仔币岛])")
# 格尔木|河、 ; 清河|河道 is the channel of 清河
_WATER = re.compile(
    r"(?:河|江|湖)(?=$|[、，。；）等和与及的、]|流域|干流|支流|水系|[上中下]游|治理|综合|生态|水质|美丽|两岸|沿线|沿岸|堤防|防洪)"
)
# 上海市场 ; 中山市民 ; 浙江省级: the last character belongs to what follows
_MARKET = re.compile(r"[场民级直容]")
# 青山区域 is no 青山区
_AREA = re.compile(r"[域块间位划]")
# 泾河|新城 ; 甲乙湾|示范区: zones of their own
_NEW_TOWN = re.compile(
    r"新[城区](?![市区镇域])|(?:旅游)?度假区|科学城|科技城|生态城|(?:生态|经济|先行|综合改革|改革创新|开放)?(?:示范区|试验区|合作区|实验区)|生态经济区"
)
_FOOT = re.compile(r"[东西南北]麓|[东西南北]坡|脉|区(?![域位间])|国家级自然保护区|自然保护区|国家公园")


def find(text: str, scope: Scope) -> list[PlaceMention]:
    """The places named, each name once, where it stands first; left to right, the longest name at each place."""
    whole, cut = broken_names.joined(text)
    found = _found(whole, scope)
    if cut:
        move = broken_names.where
        found = [one.replace(start=move(one.start, cut), end=move(one.end - 1, cut) + 1) for one in found]
    return found


def _found(text: str, scope: Scope) -> list[PlaceMention]:
    if "《" in text:
        text = TITLE.sub(lambda title: " " * len(title[0]), text)
    if "地理标志" in text or "老字号" in text or "证明商标" in text:
        text = place_company.BRANDS.sub(lambda names: " " * len(names[0]), text)
    text, bracketed = zones.bracketed(text, scope)
    known = candidates(text)
    areas = {one.end: one.form for one in known if one.form[-1] in "市县区旗"}
    unlisted = unlisted_places.find(text, areas, {one.end for one in known if not one.weak})
    tailed = _tailed(unlisted, known) if unlisted else []
    if "至" in text:
        tailed += routes.find(text, known)
    if not (known or tailed or bracketed or "口岸" in text):
        return []
    starts = {one.start: one for one in known} if tailed else {}
    # 中关村|森林公园, 运河|商务区: the place in front is part of the name (鲁西|新区 may be the issuer's own)
    whole = {
        one.start
        for one in tailed
        if (left := starts.get(one.start)) is not None
        and left.end + len(one.tail) == one.end
        and (left.named is None or left.named.kind == PORT or len(one.tail) > 2 or one.kind in (GEOGRAPHIC, ADMIN))
    }
    # 海口|江东新区: the city in front is part of the name of a zone, 杭州市|钱塘新区 tells where it lies
    whole |= {
        one.start
        for one in tailed
        if one.kind == ZONE
        and (left := starts.get(one.start)) is not None
        and left.named is None
        and (len(left.form) < 3 or left.form[-1] not in "省市区县州盟旗")
    }
    begun = {one.start for one in tailed}
    within = {at for one in tailed for at in range(one.start, one.end)}
    wide = [(one.start, one.end) for one in tailed if one.kind in (ZONE, GROUP)]
    found: list[PlaceMention] = []
    last: Candidate | None = None
    end = 0
    for chain in place_signs.chains(known, text):
        together = place_signs.together(chain, scope) or place_signs.routed(chain, text)
        for candidate in chain:
            if candidate.start < end or candidate.start in whole or (candidate.weak and candidate.start in within):
                continue
            # 南|太湖|新区
            if candidate.named is not None and any(a < candidate.start and candidate.end < b for a, b in wide):
                continue
            if (
                candidate.weak
                and not (candidate.end in begun and place_signs.near(candidate, scope))
                and not place_signs.said(candidate, together, text, scope, chain)
            ):
                continue
            mention = _mention(candidate, text, scope, last)
            if mention is not None:
                last, end = candidate, mention.end
                found.append(mention)
    if "口岸" in text:
        found = place_company.ports(found, text)
    if tailed:
        taken = {at for mention in found for at in range(mention.start, mention.end)}
        found += [
            _unlisted(one, areas.get(one.start), text, scope)
            for one in tailed
            if taken.isdisjoint(range(one.start, one.end))
            and not (
                one.tail
                and (_GOVERNMENT.match(text, one.end) or _object().match(text, one.end) or _ROAD.match(text, one.end))
            )
        ]
    found += bracketed
    named: dict[str, PlaceMention] = {}
    if len(found) > 1:
        found = place_company.havens(sorted(found, key=_START))
    for mention in place_company.rivers(found, text):
        named.setdefault(mention.name, mention)
    return list(named.values())


_START = attrgetter("start")


def _tailed(unlisted: Sequence[unlisted_places.Unlisted], known: Sequence[Candidate]) -> list[unlisted_places.Unlisted]:
    """Those of no table that no known name takes up, without areas in front that are places of their own."""
    # 平利至镇坪: 镇 begins a name
    starts, ends = {one.start: one for one in known}, {one.end: one for one in known}
    inside = {at for one in known for at in range(one.start + 1, one.end)}
    told = [_inner(found, starts.get(found.start)) for found in unlisted]
    behind = {one.end + 1 for one in told}
    # 梅州|梅江: a district of the city in front
    inner = {
        right.end for left, right in pairwise(known) if left.end == right.start and place_signs.contains(left, right)
    }
    return [
        one
        for one in told
        if one.end not in inside and one.end not in inner and _longer(one, ends.get(one.end), behind)
    ]


def _longer(found: unlisted_places.Unlisted, known: Candidate | None, behind: Collection[int]) -> bool:
    """Does no known name end where the place ends, but its tail (…镇), a word inside it (南|松溪), or a county whose
    name it is among waters (官山河、剑河)?"""
    if known is None or known.form == found.tail:
        return True
    return known.weak and (known.start > found.start or (found.kind == GEOGRAPHIC and found.start in behind))


def _inner(found: unlisted_places.Unlisted, area: Candidate | None) -> unlisted_places.Unlisted:
    """阳朔|遇龙河: an area in front is a place of its own, where two characters are left before the tail."""
    if area is None or area.named is not None or found.kind != GEOGRAPHIC or ordinary(area.form):
        return found
    if found.end - area.end - len(found.tail) < 2:
        return found
    return found.replace(name=found.name[area.end - area.start :], start=area.end)


def _unlisted(found: unlisted_places.Unlisted, area: str | None, text: str, scope: Scope) -> PlaceMention:
    """What is mentioned, of no table: 沩水河|流域 with its reach, but 柴米河 alone of its 支流."""
    river = found.tail in ("河", "江", "湖", "溪") and not text.startswith("支流", found.end)
    reach = REACH.match(text, found.end) if river else None
    end = reach.end() if reach else found.end
    return PlaceMention(text[found.start : end], _tail_id(found, area, scope), found.kind, (), found.start, end)


def _tail_id(found: unlisted_places.Unlisted, area: str | None, scope: Scope) -> str:
    """A town belongs to the area named before it, else to the issuer's (town/510311/仙市镇): many have one name."""
    if found.kind == ADMIN:
        outer = regions.nearest(area, scope.region) if area else None
        return f"town/{outer.code if outer else scope.region or regions.STATE}/{found.name}"
    if found.kind == ZONE:
        return zones.id_of(found.name, scope)
    return f"group/{found.name}" if found.kind == GROUP else f"geo/{found.name}"


def _mention(candidate: Candidate, text: str, scope: Scope, last: Candidate | None) -> PlaceMention | None:
    """What is mentioned, with what follows and belongs to the name; None where an object has the name."""
    form, start, end, named = candidate.form, candidate.start, candidate.end, candidate.named
    if named is not None:
        # 珠三角|地区, 东盟|国家: what is meant is 珠三角, with or without 地区
        if form.endswith(("地区", "国家", "区域")) and places.named(form[:-2]) == named:
            end -= 2
        if named.kind == GEOGRAPHIC and (town := _NEW_TOWN.match(text, end)):
            # 泾河|新城 is a zone of its own
            name = text[start : town.end()]
            return PlaceMention(name, zones.id_of(name, scope), ZONE, (), start, town.end())
        if named.kind == GEOGRAPHIC:
            reach = REACH.match(text, end) or (_FOOT.match(text, end) if form[-1] in "山岭" else None)
            if reach is not None:
                end = reach.end()
            elif _object().match(text, end) or _ROAD.match(text, end) or _LABORATORY.match(text, end):
                return None
        elif named.kind == PORT and not form.endswith("口岸") and (port := _PORT.match(text, end)):
            # 磨憨|国际口岸
            end = port.end()
        elif named.kind == GROUP and (
            _object().match(text, end) or _bodied(text, start, end) or (len(form) == 2 and _RAIL.match(text, end))
        ):
            return None
        return PlaceMention(text[start:end], named.id, named.kind, named.members, start, end)
    if form[-1] in "市省县区" and len(form) > 2 and _MARKET.match(text, end) and regions.named(form[:-1]):
        form, end = form[:-1], end - 1
    region = _region(form, start, scope, last)
    if form.endswith("区") and _AREA.match(text, end):
        return None
    # 医疗资源|县域统筹
    if form[-1] in "县市" and ordinary(form[:-1]) and text[end : end + 1] in ("域", "级", "场"):
        return None
    if (water := _WATER.match(text, end)) and form[-1] not in "省市县区旗州盟":
        # 格尔木|河 is the river
        name = text[start : end + 1]
        known = places.named(name)
        reach = REACH.match(text, water.end())
        stop = reach.end() if reach else water.end()
        return PlaceMention(text[start:stop], known.id if known else f"geo/{name}", GEOGRAPHIC, (), start, stop)
    zone = zones.AFTER_AREA.match(text, end)
    if zone is not None:
        return PlaceMention(
            text[start : zone.end()], zones.id_of(text[start : zone.end()], scope), ZONE, (), start, zone.end()
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


def _object() -> re.Pattern[str]:
    """What has the name and is not the place: 古城湾黄河大桥, 内蒙古科技大学, 长江证券 (`namesakes.tsv`)."""
    return _objects(overrides())


@cache
def _objects(_folder: Path | None) -> re.Pattern[str]:
    endings = [row["ending"] for row in table("namesakes.tsv") if len(row["ending"]) > 1]
    # 甲片区|博物馆群 is in the place
    # 韩国|行业协会 are any of that place
    not_in = (
        "举办|承办|申办|筹办|主办|办好|建设|打造|设立|成立|参加|组建|引进|"
        "行业|知名|一流|著名|有关|相关|优质|[等和与及由]"
    )
    inner = rf"(?:(?!{not_in})[\u4e00-\u9fff]){{0,4}}?"
    firm = (
        r"(?:(?!引进|支持|推动|建设|设立|成立|组建|联合|依托)[\u4e00-\u9fffA-Za-z0-9（）()](?<![与和及等的在])){2,24}?"
        r"(?:有限(?:责任)?公司|股份公司|集团公司)"
    )
    return re.compile(rf"{inner}(?:{'|'.join(map(re.escape, endings))})(?!群)|{firm}")


def _body(text: str, at: int) -> bool:
    """Is it the place in the name of a body (浙江省教育厅, 包头市发改委)?"""
    sizes = range(2, min(9, len(text) - at + 1)) if departments.begins(text[at : at + 2]) else ()
    return any(departments.called(text[at : at + size]) for size in sizes)


def _bodied(text: str, start: int, end: int) -> bool:
    """Does what is named go on to the name of a body (港澳|办)?"""
    return any(departments.called(text[start : end + size]) for size in range(1, 5))


def _region(form: str, start: int, scope: Scope, last: Candidate | None) -> regions.Region | None:
    """The area meant: inside the area named right before it, else the nearest to the issuer, else the only one."""
    if last is not None and last.end == start:
        for outer in regions.named(last.form):
            inside = [region for region in regions.named(form) if regions.within(region.code, outer.code)]
            if inside:
                return inside[0]
    return regions.nearest(form, scope.region)
