"""Names of zones by their grammar: 成都高新区, 中国（安徽）自由贸易试验区, 西部（重庆）科学城; and their ids."""

import re

from graph.lexicon import places, regions
from ingest.places.place_company import ZONE, PlaceMention
from ingest.places.scope import Scope

# 成都高新区 ; 上海自贸试验区 ; 青岛综合保税区
AFTER_AREA = re.compile(
    r"(?:国家级|国家|市)?(?:高新区|经开区|高新技术产业(?:开发)?区|经济技术开发区|经济开发区|综合保税区|保税港区|保税区|"
    r"(?:自贸试验区|自贸区|自由贸易试验区)(?:(?![推建各等和的])[一-龥]{2,4}?片区)?|综保区|(?:国际)?中央商务区|国际商务区|(?<![省区])开发区|跨境经济合作区|边境经济合作区|临空经济区|航空港|"
    r"(?:[东西南北中]部|临空|空港|滨江|滨海|滨湖)新区)"
)
# 中国（安徽）自由贸易试验区 ; 西部（重庆）科学城: an area in brackets within the name of a zone
_BRACKETED = re.compile(
    r"(?:中国|国家|[东中西]部|中[一-龥])[（(](?P<area>[一-龥]{2,8})[）)](?:自由贸易试验区|自贸试验区|自贸区|自由贸易港|科学城|科技城|国际合作示范区)"
    r"(?:(?![推建各等和的])[一-龥]{2,4}?片区)?"
)


def bracketed(text: str, scope: Scope) -> tuple[str, list[PlaceMention]]:
    """Zones with their area in brackets, which no table has, and the text with blanks for them."""
    found: list[PlaceMention] = []
    if not any(map(text.__contains__, _SIGNS)):
        return text, found

    def blank(one: "re.Match[str]") -> str:
        if not regions.named(one["area"]) or places.named(one[0]) is not None:
            return one[0]
        id = id_of(one[0].removeprefix("中国").translate(_NO_BRACKETS), scope)
        found.append(PlaceMention(one[0], id, ZONE, (), *one.span()))
        return " " * len(one[0])

    return _BRACKETED.sub(blank, text), found


_SIGNS = ("）自", ")自", "）科", ")科", "）国际", ")国际")
_NO_BRACKETS = str.maketrans("", "", "（）()")


def id_of(name: str, scope: Scope) -> str:
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
