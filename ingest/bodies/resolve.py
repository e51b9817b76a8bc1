"""From the printed name of a unit to the body that is meant: one body, one node.

An id is `region/core`: 市发改委 in a notice of 包头 is `150200/发展改革`, 教育部 is `000000/教育`. A group
(各旗县区人民政府) belongs to its notice. What the lexicon does not know keeps its words, under the place that is known.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from graph.lexicon import departments, overrides, regions
from graph.lexicon.departments import PLACE, Name
from ingest.bodies import unlisted
from ingest.bodies.resolved import COMMITTEE, GROUP, UNIT, Description, Resolved, describe, known
from ingest.glyphs import squeezed
from ingest.places import areas
from ingest.places.scope import Scope, leading

__all__ = ["Description", "Resolved", "describe", "resolve"]

_BRANCH = re.compile(r"^(?P<main>.+?[局委])(?P<place>[^局委]{2,12})分局$")
_ALSO = re.compile(r"（[^（）]*）$")
_ZONE = re.compile(r"^(?P<zone>.{2,}?)(?:党工委)?[、和]?(?:管委会|管理委员会)$")
# 鲁西新区, 杨凌示范区 as units: their committees
_ZONE_ALONE = re.compile(r"^(?P<zone>.{2,6}(?:新区|示范区|开发区|高新区|经开区|园区|度假区|管理区|合作区|保税区))$")
_ZONE_ENDS = ("区", "城", "园", "岛", "港", "基地", "口岸")
_GOVERNMENT = re.compile(r"^(?:(?:人民)?政府|行署|行政公署|)$")
_OF_AREA = re.compile(r"[省市县区旗州盟](?:人民)?政府$")
_SHAPES = str.maketrans("〔〕[]()", "（）（）（）")


def resolve(names: Sequence[str], scope: Scope, notice_id: str) -> list[Resolved]:
    """One answer a name, in order. A level prefix that a list drops after its first name carries on:
    省卫生健康委、教育厅 → 广东省教育厅."""
    found: list[Resolved] = []
    carried: str | None = None
    word: str | None = None
    for name in _governments(names, scope):
        one, said = _one(name, scope, carried, notice_id, overrides())
        carried = said or carried
        if one.region is None and one.id.startswith(f"{notice_id}/unit/"):
            prefix = areas.OWN_LEVEL.match(name)
            # 省税务局、财政厅 where nothing says which province: 财政厅 is the same body as 省财政厅
            if prefix is None and word is not None and departments.called(_plain(name)):
                one = replace(one, resolved=word + one.resolved, id=f"{notice_id}/unit/{word}{_plain(name)}")
            word = prefix["word"] if prefix is not None else word
        found.append(one)
    return found


def _governments(names: Sequence[str], scope: Scope) -> list[str]:
    """崇左、百色、防城港市人民政府: the last says what all are, a place by its short name is its government."""
    told = list(names)
    if "府" not in "".join(names):
        return told
    shared = False
    for at in range(len(told) - 1, -1, -1):
        name = _plain(told[at])
        region = regions.nearest(name, scope.region) if shared else None
        if region is not None and name in region.shorts and region.level in ("city", "county"):
            told[at] = region.name
        else:
            shared = name.endswith("政府") and _OF_AREA.search(name) is not None
    return told


@lru_cache(maxsize=4096)
def _one(
    printed: str, scope: Scope, carried: str | None, notice: str, _lexicon: Path | None
) -> tuple[Resolved, str | None]:
    """The answer, and the place that a level prefix named (what later names of the list may leave out)."""
    name = _plain(printed)
    full = _spelled_out(name, scope)
    if unlisted.group(name) or unlisted.group(full):
        return Resolved(printed, f"{notice}/group/{printed}", GROUP, True), None
    found = (
        _middle(_ALSO.sub("", full), scope)
        or _zone(full, scope)
        or _prefixed(full, scope, carried)
        or _branch(full, scope)
    )
    return found or unlisted.named(full, printed, scope, carried, notice)


@lru_cache(maxsize=8192)  # the same bodies are named again and again
def _plain(name: str) -> str:
    """White space gone, one kind of bracket, `〔筹〕` left out."""
    name = squeezed(name).translate(_SHAPES)
    return name.replace("（筹）", "").strip("，。；、:：")


def _spelled_out(name: str, scope: Scope) -> str:
    """领导小组办公室 → 包头市推动呼包鄂乌一体化发展领导小组办公室, where the notice says 以下简称领导小组."""
    for short, long in scope.bodies:
        if name.startswith(short) and len(long) > len(short):
            starts = [long.find(own) for own in scope.names if own in long]
            return long[min(starts) :] + name[len(short) :] if starts else long + name[len(short) :]
    return name


def _middle(name: str, scope: Scope) -> tuple[Resolved, None] | None:
    """人行九江中心支行 ; 国家税务总局包头市税务局 ; 浙江银保监局 ; 团省委: the place stands inside the name."""
    if not departments.may_stand_around(name):
        return None
    for before, mark, after, row in departments.around():
        if not (name.startswith(before) and name.endswith(after) and len(name) > len(before) + len(after)):
            continue
        middle = name[len(before) : len(name) - len(after)]
        code = areas.own(middle, scope) if mark == PLACE else None
        if code is None:
            region = regions.nearest(middle, scope.region)
            if region is None or (mark != PLACE and middle == region.name != region.short):
                continue
            code = region.code
        if not row.local(code):
            continue
        return known(row, code, name), None
    return None


def _zone(name: str, scope: Scope) -> tuple[Resolved, None] | None:
    """稀土高新区管委会 ; 西咸新区管委会 ; 杨凌示范区: a zone's own committee, by the zone's id."""
    match = _ZONE.match(name) or (None if areas.full_name(name, scope) else _ZONE_ALONE.match(name))
    zone = areas.zone(match["zone"] if match else name, scope)
    if zone is None:
        if match is None or not match["zone"].endswith(_ZONE_ENDS):
            return None
        own = match["zone"]
        code = scope.region or leading(own)[0]
        core = f"{own}管委会"
        return Resolved(core, f"{code or regions.STATE}/{core}", UNIT, True, code, core), None
    full, code = zone
    return Resolved(f"{full}管理委员会", f"{code}/{COMMITTEE}", UNIT, True, code, COMMITTEE), None


def _prefixed(name: str, scope: Scope, carried: str | None) -> tuple[Resolved, str | None] | None:
    """市林草局 ; 包头市林草局 ; 省市场监管局（省知识产权局） ; 教育厅 after 省卫生健康委 ; 国家发展改革委 ; 杭州市."""
    bare = _ALSO.sub("", name)
    for core in dict.fromkeys((name, bare)):
        rows = departments.called(core)
        if rows:
            code, row = _without_prefix(rows, scope, carried)
            if row is not None:
                return known(row, code), None
    for code, rest in areas.prefixes(bare, scope):
        if _GOVERNMENT.match(rest) and code != regions.STATE:
            if rest == "" and not areas.full_name(bare, scope):
                continue
            return known(_government(code), code), None
        rows = _called(rest)
        if rows:
            level = departments.level(None if code == regions.STATE else code)
            local = [row for row in rows if row.local(code)]
            fitting = [row for row in local if row.fits(level, code)]
            if not fitting and code != regions.STATE:
                # 区发改委: no name of that level; the State's (国家邮政局) is not the place's, its usual one is
                usual = (name for row in local for name in departments.names(row.core) if name.until is None)
                fitting = [row for row in local if set(row.levels) - {"国"}] or [
                    name for name in usual if name.fits(level, code)
                ]
            if fitting:
                said = None if areas.OWN_LEVEL.match(bare) else bare
                return known(fitting[0], code, said), code
    return None


def _government(code: str) -> Name:
    """包头市人民政府, 锡林郭勒盟行政公署."""
    rows = departments.names("人民政府")
    level = departments.level(code)
    return next(row for row in sorted(rows, key=lambda row: not row.where) if row.fits(level, code))


def _called(rest: str) -> tuple[Name, ...]:
    """The names behind a prefix: 林草局 ; 党委组织部 is 委组织部, 政府外办 外办, 公安分局 公安局."""
    rows = departments.called(rest)
    if not rows and rest.startswith("党委"):
        rows = departments.called(rest[1:])
    if not rows and rest.startswith("政府"):
        rows = departments.called(rest[2:])
    if not rows and rest.endswith("分局"):
        rows = departments.called(f"{rest[:-2]}局")
    return rows


def _without_prefix(rows: tuple[Name, ...], scope: Scope, carried: str | None) -> tuple[str | None, Name | None]:
    """Whose body is meant where no place is said: that of the list so far, the issuer's own, one above, the State's.

    教育厅 is a province's and 教育部 the State's whoever says it: the name's own levels decide. Where nothing says
    whose the notice is, 卫健委 may be anybody's, and 教育部 the State's alone."""
    if scope.region is None and carried is None and scope.level != "state":
        national = [row for row in rows if set(row.levels) <= {"国", "专"}]
        return (regions.STATE, national[0]) if len(national) == len(rows) else (None, None)
    tried = [code for code in (carried, scope.region, *(regions.above(scope.region) if scope.region else ())) if code]
    if scope.level == "state":
        tried = [regions.STATE, *tried]
    for code in [*tried, regions.STATE]:
        level = departments.level(None if code == regions.STATE else code)
        for row in rows:
            if row.fits(level, code):
                return code, row
    return None, None


def _branch(name: str, scope: Scope) -> tuple[Resolved, None] | None:
    """市公安局青山区分局 ; 市生态环境局九原分局: the body of that place, called a branch of the larger one's."""
    match = _BRANCH.match(name)
    if match is None:
        return None
    region = regions.nearest(match["place"], scope.region) or regions.by_code(
        (areas.zone(match["place"], scope) or ("", ""))[1]
    )
    main = _prefixed(match["main"], scope, None)
    if main is None or main[0].core is None or region is None:
        return None
    core = main[0].core
    full = f"{main[0].resolved}{match['place']}分局"
    return Resolved(full, f"{region.code}/{core}", main[0].kind, True, region.code, core), None
