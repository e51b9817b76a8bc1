"""Where names of places stand in a text, not yet known to be places: every known form, the longest at each place."""

import re
from functools import cache, lru_cache
from pathlib import Path

from graph.lexicon import overrides, places, regions, sightings
from graph.lexicon.ambiguous import by_chance, ordinary
from graph.lexicon.place_forms import forms
from graph.records import Record
from ingest.places.scope import Scope

# 辽宁|沿海经济带 ; 洛阳|都市圈 ; 粤东|城镇群: the name of a belt of cities, which is more than the place in front
_BELT = re.compile(
    r"(?:沿海|沿江|沿边|沿黄|沿淮|沿线|沿湖|滨海|环湾|临港|临空|现代化|生态|海洋|高铁|大)*"
    r"(?:(?:经济|城市|城镇)(?:带|圈|群|走廊|密集区)|经济区(?!域)|都市[圈区]|(?:科技|科创|创新|产业)+大?走廊)"
    r"|(?:沿海|沿江|沿边|沿黄|沿淮|沿湖|环湾)(?:开放|开发|产业|城镇化?)?(?:走廊|[地]?带|发展轴)"
)


class Candidate(Record, frozen=True):
    """A form found in the text, not yet known to be a place. `weak`: it needs a sign around it."""

    form: str
    start: int
    end: int
    named: places.Named | None
    weak: bool


def spots(text: str, scope: Scope) -> list[tuple[int, int]]:
    """Where names of places stand that need no sign around them, also in the name of something else (胶州湾隧道); those
    that do need one count at home (固阳|工业园区 in a notice of 包头)."""
    return [(c.start, c.end) for c in candidates(text) if not c.weak or (not ordinary(c.form) and at_home(c, scope))]


def candidates(text: str) -> tuple[Candidate, ...]:
    """Every known form in the text, the longest at each place, none within another; a sure one may begin inside one
    that needs a sign (打|通江|门: 通江, 江门)."""
    return _of_name(text, overrides()) if len(text) < _LONG else _candidates(text)


_LONG = 100


@lru_cache(maxsize=1024)  # the names of projects are asked again and again which places they hold
def _of_name(text: str, _folder: Path | None) -> tuple[Candidate, ...]:
    return _candidates(text)


def _candidates(text: str) -> tuple[Candidate, ...]:
    found: list[Candidate] = []
    at = 0
    for start, end, (form, named, weak, chance) in sightings.of(text).places:
        # more forms at a place where one is known are shorter
        if start < at and (weak or end <= at or not found[-1].weak or found[-1].start == start):
            continue
        if form[-1] == "港" and text[end : end + 1] in ("口", "区", "澳"):
            continue  # 日照|港口, 青岛|港澳合作
        if chance is None or not by_chance(chance, text[start - 1 : start], text[end : end + 1]):
            belt = None if weak or (named and named.kind == "geographic") else _BELT.match(text, end)
            if belt is not None:
                form, named = text[start : belt.end()], _belt(form, text[start : belt.end()], named)
            at = start + len(form)
            found.append(Candidate(form, start, at, named, weak))
    return tuple(found)


def begins(text: str) -> bool:
    """Does any form begin with the first two characters? A quick look before `candidates`."""
    return text[:2] in _pairs(overrides())


@cache
def _pairs(_folder: Path | None) -> frozenset[str]:
    return frozenset(form[:2] for form in forms())


def _belt(place: str, name: str, named: places.Named | None) -> places.Named:
    """The belt of a place or of a group of places. It has no table of members: those of the group, or the area."""
    known = places.named(name)
    if known is not None:
        return known
    if named is not None and named.kind == "group":
        return named
    areas = regions.named(place)
    return places.Named(f"group/{name}", name, (), "group", (areas[0].code,) if len(areas) == 1 else ())


def at_home(candidate: Candidate, scope: Scope) -> bool:
    """Is there an area of this name within the issuer's own?"""
    return any(regions.within(region.code, scope.region) for region in regions.named(candidate.form))
