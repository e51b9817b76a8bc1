"""A place mentioned, and what the company that it stands in says of it: 黑河 among rivers is the river."""

import re

from graph.lexicon import places, regions
from graph.records import Record

ADMIN, GROUP, GEOGRAPHIC, PORT, ZONE = "admin", "group", "geographic", "port", "zone"


class PlaceMention(Record, frozen=True):
    """`name` is `text[start:end]` without line breaks; `members` are codes of areas, of groups only."""

    name: str
    id: str
    kind: str
    members: tuple[str, ...]
    start: int
    end: int


TITLE = re.compile(r"《[^《》]{0,200}》")
# “某某滩羊”“某某山葡萄酒”国家地理标志产品: goods that have the name of a place
BRANDS = re.compile(r"(?:[“\"][^“”\"]{2,16}[”\"][、和及]?)+(?=等?[^，。；“”\"]{0,6}(?:地理标志|证明商标|老字号))")
# 黄河流域 ; 长江干流 ; 黄河上中游
REACH = re.compile(r"流域|干流|支流|[上中下]{1,2}游(?:地区)?|源头|入海口|口(?![岸径味感述头])|“几字弯”|几字弯")
_KINDS = "(?:边境|公路|铁路|陆路|水运|航空|国家|一类|[、和])*口岸"
_PORTS = re.compile(rf"(?P<names>(?:[一-龥]{{2,12}}、)+[一-龥]{{2,8}}?)(?:等|等?[\d一二两三四五六七八九十]+个){_KINDS}")
_MAYBE_PORTS = re.compile(f"等{_KINDS}|个{_KINDS}")  # found faster


def ports(found: list[PlaceMention], text: str) -> list[PlaceMention]:
    """阿拉山口、巴克图、吐尔尕特3个公路口岸: each that has a port of its name is the port."""
    for listed in _PORTS.finditer(text) if _MAYBE_PORTS.search(text) else ():
        for one in re.finditer(r"[^、]+", listed["names"]):
            start, end = listed.start() + one.start(), listed.start() + one.end()
            name = next((one[0][at:] for at in range(len(one[0]) - 1) if places.named(one[0][at:] + "口岸")), None)
            port = places.named(f"{name}口岸") if name else None
            if name and port and port.kind == PORT:
                found = [mention for mention in found if mention.end <= end - len(name) or mention.start >= end]
                found.append(PlaceMention(name, port.id, PORT, (), max(start, end - len(name)), end))
    return found


def havens(found: list[PlaceMention]) -> list[PlaceMention]:
    """上海|洋山港, 广州|南沙新区: a city right before a port or a zone of its own is part of its name; a province, and
    杭州市 with its 市, only tell where that lies."""
    told: list[PlaceMention] = []
    for one in found:
        left = told[-1] if told else None
        if (
            left
            and left.kind == ADMIN
            and left.end == one.start
            and one.kind in (PORT, ZONE)
            and (len(left.name) < 3 or left.name[-1] not in "省市区县州盟旗")
            and not _province(left.id)
        ):
            told[-1] = one.replace(name=left.name + one.name, start=left.start)
        else:
            told.append(one)
    return told


def _province(code: str) -> bool:
    area = regions.by_code(code)
    return area is not None and area.level == "province" and not area.municipality


def rivers(found: list[PlaceMention], text: str) -> list[PlaceMention]:
    """大通河、黑河、澜沧江: a city or county whose short name says river is the river among waters; so is 黑河流域."""
    if not any(one.kind == ADMIN and one.name[-1] in "江河湖" for one in found):
        return found
    waters = {one.start: one for one in found if one.kind == GEOGRAPHIC and one.name[-1] in "江河湖海水"}
    ends = {one.end for one in waters.values()}
    told: list[PlaceMention] = []
    for one in found:
        if one.kind == ADMIN and len(one.name) > 1 and one.name[-1] in "江河湖":
            reach = REACH.match(text, one.end)
            beside = text[one.start - 1 : one.start] == "、" and one.start - 1 in ends
            before = text[one.end : one.end + 1] == "、" and one.end + 1 in waters
            if reach is not None or (beside and (before or text[one.end : one.end + 1] in "、，。；等")) or before:
                stop = reach.end() if reach else one.end
                one = one.replace(name=text[one.start : stop], id=f"geo/{one.name}", kind=GEOGRAPHIC, end=stop)
                ends.add(stop)
        told.append(one)
    return told
