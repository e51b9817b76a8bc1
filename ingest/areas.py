"""Which area a word of a notice means: 市 in a notice of 青山区 is 包头, 高新区 its own one."""

from graph.lexicon import departments, places, regions
from ingest.scope import Scope


def own(word: str, scope: Scope) -> str | None:
    """The code of the area that a level word means to the issuer; None where it is not one area (市 to a province)."""
    if word in ("", "我", "本"):
        return scope.region
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


def full_name(name: str, scope: Scope) -> bool:
    """Is it the whole name of an area, with its 省, 市, 县 … (杭州市, not 杭州)?"""
    region = regions.nearest(name, scope.region)
    return region is not None and name == region.name


def zone(name: str, scope: Scope) -> tuple[str, str] | None:
    """Full name and id of a zone: 稀土高新区 → (包头稀土高新技术产业开发区, 150271), 西咸新区 → (西咸新区, zone/西咸新区)."""
    region = regions.nearest(name, scope.region)
    if region is not None and region.level == "zone":
        return region.name, region.code
    place = places.named(name)
    return (place.name, place.id) if place is not None and place.kind == "zone" else None
