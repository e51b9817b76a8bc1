"""Which area a word of a notice means: 市 in a notice of 青山区 is 包头, 高新区 its own one."""

import re
from functools import cache
from pathlib import Path

from graph.lexicon import departments, overrides, places, regions, table
from ingest.places.places import find
from ingest.places.scope import Scope, leading

OWN_LEVEL = re.compile(r"^[我本全]?(?P<word>自治区|城区(?=[^人])|地区|省|市|区|县|旗|州|盟)(?=.)")
_STATE = re.compile(r"^(?:国家|国务院|中央|全国|中国)(?=.)")
# 市委市政府督查室, 省委、省政府督查室: both at once
_BARE_ZONE = re.compile(
    r"^市?(?:国家级?)?(?P<zone>高新区|经开区|高新技术产业开发区|经济技术开发区|经济开发区|综合保税区|保税区)$"
)
_BOTH = re.compile(r"^(?P<word>自治区|省|市|区|县|旗|州|盟)(?:党)?委[、和]?(?P=word)(?:人民)?政府(?=.)")


def own(word: str, scope: Scope) -> str | None:
    """The code of the area that a level word means to the issuer; None where it is not one area (市 to a province)."""
    if word in ("", "我", "本"):
        return scope.region
    if word == "城区":
        word = "区"
    chain = [regions.by_code(code) for code in (scope.region, *(regions.above(scope.region) if scope.region else ()))]
    for region in chain:
        if region is None:
            continue
        if departments.word_of(region) == word:
            return region.code
        if word in ("省", "自治区") and region.level == "province":
            return region.code
        if word == "区" and region.name.endswith("自治区") and region.code == scope.region:
            return region.code
    return None


def prefixes(name: str, scope: Scope) -> list[tuple[str, str]]:
    """Ways to take the name of a unit apart into the code of a place and the rest: 市|林草局, 包头市|林草局."""
    ways: list[tuple[str, str]] = []
    for pattern in (_BOTH, OWN_LEVEL):
        match = pattern.match(name)
        code = own(match["word"], scope) if match else None
        if match is not None and code is not None:
            ways.append((code, name[match.end() :]))
    match = _STATE.match(name)
    if match is not None:
        ways.append((regions.STATE, name[match.end() :]))
    code, end = leading(name, scope.region)
    if code is not None:
        ways.append((code, name[end:]))
    return ways


def full_name(name: str, scope: Scope) -> bool:
    """Is it the whole name of an area, with its 省, 市, 县 … (杭州市, not 杭州)?"""
    region = regions.nearest(name, scope.region)
    return region is not None and name == region.name


@cache
def _zone_ends(_folder: Path | None) -> frozenset[str]:
    """The last characters of zones: most names of units end otherwise."""
    known = {name[-1] for area in regions.everything() if area.level == "zone" for name in (area.name, *area.shorts)}
    return frozenset(known | {row["tail"][-1] for row in table("place_tails.tsv") if row["kind"] == "zone"} | {*"区港"})


def zone(name: str, scope: Scope) -> tuple[str, str] | None:
    """Full name and id of a zone: 稀土高新区 is 包头稀土高新技术产业开发区 and 150271, 西咸新区 zone/西咸新区."""
    region = regions.nearest(name, scope.region)
    if region is not None and region.level == "zone":
        return region.name, region.code
    place = places.named(name)
    if place is not None:
        return (place.name, place.id) if place.kind == "zone" else None
    # 高新区, 市经济技术开发区: the issuer's own
    bare = _BARE_ZONE.match(name)
    home = regions.by_code(scope.region)
    if bare is not None and home is not None and home.level in ("city", "county"):
        name = home.short + bare["zone"]
    if name[-1:] not in _zone_ends(overrides()):
        return None
    found = find(name, scope)
    whole = [mention for mention in found if mention.kind == "zone" and mention.name == name]
    return (name, whole[0].id) if whole else None
