"""Administrative areas by GB/T 2260 code, and zones with a code of their own (`regions.tsv`)."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from graph.lexicon import overrides, table

STATE = "000000"
"""Stands for the whole country where an id needs a region: `000000/教育`."""


@dataclass(frozen=True, slots=True)
class Region:
    """An area; `level` is province, city, county or zone; `shorts` are what people call it (包头, 达茂旗)."""

    code: str
    name: str
    shorts: tuple[str, ...]
    level: str
    parent: str | None
    lon: float | None
    lat: float | None

    @property
    def short(self) -> str:
        """The usual short form; the name itself where there is none."""
        return self.shorts[0] if self.shorts else self.name

    @property
    def municipality(self) -> bool:
        """Is it 北京, 天津, 上海 or 重庆: a province that calls itself 市?"""
        return self.level == "province" and self.name.endswith("市")


def by_code(code: str | None) -> Region | None:
    return _codes(overrides()).get(code or "")


def named(name: str) -> tuple[Region, ...]:
    """All areas of this full name or short form, by code; a province before a county of the same name."""
    return _names(overrides()).get(name, ())


def begins(name: str) -> bool:
    """Does any area's name begin with the first two characters? A quick look; most words do not."""
    return name[:2] in _pairs(overrides())


def everything() -> Iterable[Region]:
    return _codes(overrides()).values()


def above(code: str) -> tuple[str, ...]:
    """The codes of the areas around this one, nearest first: 150204 → 150200, 150000."""
    return _above(overrides()).get(code, ())


def within(code: str, outer: str | None) -> bool:
    """Is the area `outer` itself or a part of it?"""
    return outer is not None and (code == outer or outer in above(code))


def nearest(name: str, home: str | None) -> Region | None:
    """The area of this name that a text of `home` means: inside home, beside it, in its province, or the only one."""
    return _nearest(name, home, overrides()) if named(name) else None


@lru_cache(maxsize=8192)  # a notice names its own places again and again
def _nearest(name: str, home: str | None, _folder: Path | None) -> Region | None:
    found = named(name)
    for outer in (home, *(above(home) if home else ())):
        inside = [region for region in found if within(region.code, outer)]
        if inside:
            return inside[0]
    ranked = sorted(found, key=lambda region: _RANK[region.level])
    if len(ranked) > 1 and _RANK[ranked[0].level] == _RANK[ranked[1].level]:
        return None
    return ranked[0] if ranked else None


_RANK = {"province": 0, "city": 1, "zone": 2, "county": 2}


@cache
def _codes(_folder: Path | None) -> dict[str, Region]:
    found: dict[str, Region] = {}
    for row in table("regions.tsv"):
        found[row["code"]] = Region(
            row["code"],
            row["name"],
            row.list("short"),
            row["level"],
            row["parent"] or None,
            float(row["lon"]) if row["lon"] else None,
            float(row["lat"]) if row["lat"] else None,
        )
    return dict(sorted(found.items()))


@cache
def _names(_folder: Path | None) -> dict[str, tuple[Region, ...]]:
    found: dict[str, tuple[Region, ...]] = {}
    for region in _codes(_folder).values():
        for name in (region.name, *region.shorts):
            found[name] = (*found.get(name, ()), region)
    return found


@cache
def _pairs(folder: Path | None) -> frozenset[str]:
    return frozenset(name[:2] for name in _names(folder))


@cache
def _above(folder: Path | None) -> dict[str, tuple[str, ...]]:
    areas = _codes(folder)
    found: dict[str, tuple[str, ...]] = {}
    for code, inner in areas.items():
        chain: list[str] = []
        area: Region | None = inner
        while area is not None and area.parent and area.parent not in chain:
            chain.append(area.parent)
            area = areas.get(area.parent)
        found[code] = tuple(chain)
    return found
