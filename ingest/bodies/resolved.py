"""A unit as resolved, and what its node in the graph says of it."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.lexicon import departments, overrides, places, regions, table
from graph.lexicon.departments import Name

UNIT, GROUP, ENTERPRISE = "unit", "group", "enterprise"

COMMITTEE = "管委会"
"""The core of a zone's own committee: `150271/管委会`."""

_ENTERPRISE = re.compile(
    r"(?:公司|集团|企业|银行|分行|支行|分公司|农信社|信用社|联合社|电网|油田|钢铁|厂|交易所|供电局|合作社|农商行)"
    r"(?:[（(〔][^）)〕]*[）)〕])?$"
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """`resolved` is the full name as far as the rules are sure, else the printed one; `sure` says that the body is one
    the lexicon knows, at a place that is known, or one that is printed in full. `region` is None of national bodies."""

    resolved: str
    id: str
    kind: str
    sure: bool
    region: str | None = None
    core: str | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """`level` is state, province, city, county or zone; None of what belongs to a notice only."""

    name: str
    level: str | None
    kind: str
    aliases: tuple[str, ...]
    former_names: tuple[str, ...]
    region: str | None


def kind_of(name: str) -> str:
    """What a name says by its end (有限公司), or by the enterprise it begins with (国网 …, `enterprises.tsv`)."""
    return ENTERPRISE if _ENTERPRISE.search(name) or name.startswith(_known(overrides())) else UNIT


def national(name: str) -> bool:
    """Is it an enterprise of the whole country, by its own name and nothing more (中石油, 三峡集团)?"""
    return name in _known(overrides())


def enterprises() -> tuple[str, ...]:
    """The names of enterprises of the whole country."""
    return _known(overrides())


@cache
def _known(_folder: Path | None) -> tuple[str, ...]:
    return tuple(row["name"] for row in table("enterprises.tsv"))


def known(row: Name, code: str | None, printed: str | None = None) -> Resolved:
    """The answer for a name of the lexicon. An enterprise keeps the place as printed: 包头机场公司."""
    body = departments.body(row.core)
    kind = body.kind if body else UNIT
    region = None if code == regions.STATE else code
    full = printed if printed and kind == ENTERPRISE else row.at(region)
    return Resolved(full, f"{region or regions.STATE}/{row.core}", kind, True, region, row.core)


def describe(unit: Resolved | str) -> Description:
    """The properties of a unit's node; of an id alone the name is the usual full one at that place."""
    if isinstance(unit, str):
        unit = _from_id(unit)
    region = regions.by_code(unit.region)
    zone = _zone(unit.region)
    if unit.kind == GROUP or (region is None and not zone and not unit.id.startswith(f"{regions.STATE}/")):
        return Description(unit.resolved, None, unit.kind, (), (), None)
    level = region.level if region else "zone" if zone else "state"
    core = unit.core or unit.resolved
    if departments.body(core) is not None:
        aliases, former = departments.aliases(core, unit.region, unit.resolved), departments.former(core, unit.region)
    else:
        aliases, former = _usual(unit.resolved, core, region, zone), ()
    aliases = tuple(alias for alias in aliases if alias != unit.resolved)
    return Description(unit.resolved, level, unit.kind, aliases, former, unit.region)


def _usual(name: str, core: str, region: regions.Region | None, zone: tuple[str, ...]) -> tuple[str, ...]:
    """Forms of a name that stands in no table: 稀土高新区管委会 ; 市减负办, 包头市减负办."""
    if core == COMMITTEE:
        owners = (region.name, *region.shorts) if region else zone
        return tuple(f"{owner}{end}" for owner in owners for end in ("管委会", "管理委员会", ""))
    if region is None or core == name or core.startswith(region.short):
        return ()
    word = departments.word_of(region)
    return tuple(dict.fromkeys((word + core, core, region.name + core, region.short + core)))


def _zone(id: str | None) -> tuple[str, ...]:
    """Name and aliases of a zone, also of one that no table has (zone/成都高新区); empty if it is none."""
    known = places.by_id(id or "")
    if known is not None:
        return known.name, *known.aliases
    return (id[len("zone/") :],) if id is not None and id.startswith("zone/") else ()


def _from_id(id: str) -> Resolved:
    place, _, core = id.rpartition("/")
    if place.endswith("/group"):
        return Resolved(core, id, GROUP, True)
    area, zone = regions.by_code(place), _zone(place)
    region = place if area or zone else None
    if core == COMMITTEE:
        name = area.name if area else zone[0] if zone else place
        return Resolved(f"{name}管理委员会", id, UNIT, True, region, core)
    rows = [row for row in departments.names(core) if row.until is None]
    fitting = [row for row in rows if row.fits(departments.level(region), region)]
    if fitting:
        return known(fitting[0], region)
    named = core if area is None or core.startswith((area.name, area.short)) else area.name + core
    return Resolved(named, id, kind_of(core), False, region, core)
