"""The places that a text names: areas by code, city groups, rivers and mountains, ports, zones.

A name is a place where it has its 省, 市, 县 or stands in the lexicon; a county's short form (固阳, 资源) only where
the words around it say so. A fixed object that borrows a name (黄河大桥, 内蒙古大学) is no mention of the place.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from graph.lexicon import departments, overrides, places, regions, table
from graph.lexicon.ambiguous import by_chance, ordinary
from graph.lexicon.spots import over
from ingest.scope import Scope

ADMIN, GROUP, GEOGRAPHIC, PORT, ZONE = "admin", "group", "geographic", "port", "zone"


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """`name` is `text[start:end]`; `members` are codes of areas, of groups only."""

    name: str
    id: str
    kind: str
    members: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A form found in the text, not yet known to be a place. `weak`: it needs a sign around it."""

    form: str
    start: int
    end: int
    named: places.Named | None
    weak: bool


_ROAD = re.compile(r"(?:[东西南北中]?路|[东西南北]?街|村|社区|小区|桥)(?![一-龥]?(?:径|线|网|段|由|子|条|演))")
_GOVERNMENT = re.compile(r"(?:人民)?政府|市委|省委|县委|区委|党委|人大|政协")
# 黄河流域 ; 长江干流 ; 黄河上中游
_REACH = re.compile(r"流域|干流|支流|[上中下]{1,2}游(?:地区)?|源头|“几字弯”|几字弯")
# 成都高新区 ; 上海自贸试验区 ; 青岛综合保税区
_ZONE = re.compile(
    r"(?:国家级|国家|市)?(?:高新区|经开区|高新技术产业(?:开发)?区|经济技术开发区|经济开发区|综合保税区|保税港区|保税区|"
    r"自贸试验区|自贸区|自由贸易试验区|跨境经济合作区|边境经济合作区|临空经济区|航空港|"
    r"(?:[东西南北中]部|临空|空港|滨江|滨海|滨湖)新区)"
)
_PORT = re.compile(r"(?:公路|铁路|航空|水运|陆路)?口岸")
# 上海市场 ; 中山市民 ; 浙江省级: the last character belongs to what follows
_MARKET = re.compile(r"[场民级直容]")
# 青山区域 is no 青山区
_AREA = re.compile(r"[域块间位划]")
_LINK = re.compile(r"(?:至|到|—+|－|–|-|、|和|与|及|以及|经|[（(])")
_TAIL = re.compile(
    r"境内|城区|县城|段|一带|方向|片区|等地|[两二三四五六七八九]地|[等]?[两二三四五六七八九十]+[省市县区旗州盟]"
)
_HEAD = re.compile(r"(?:位于|途[经径]|前往|驻|赴|连接|联通|经过?|[自从]|对口(?:支援|帮扶|协作))$")
_APART_BEFORE = re.compile(
    r"(?:^|[、，。；：（“和与及在由以]|支持|推动|推进|依托|加快|鼓励|发挥|推广|借鉴|建设|打造|联动|聚焦|围绕|引导|指导|协同|学习)$"
)
_APART_AFTER = re.compile(
    r"$|[、，。；）”和与及等的]|先行|开展|建设|打造|发展|国际|国家|综合|高新|经开|试点|创建|加快|争创|积极|经验|模式|做法|产业"
)
_TITLE = re.compile(r"《[^》]*》")


def find(text: str, scope: Scope) -> list[PlaceMention]:
    """The places named, each name once, where it stands first; left to right, the longest name at each place."""
    titles = [match.span() for match in _TITLE.finditer(text)] if "《" in text else []
    candidates = [c for c in _candidates(text) if not any(a <= c.start < b for a, b in titles)]
    found: list[PlaceMention] = []
    seen: set[str] = set()
    last: _Candidate | None = None
    end = 0
    accepted: set[int] = set()
    for index, candidate in enumerate(candidates):
        if candidate.start < end:
            continue
        if candidate.weak and not _said(candidate, index, candidates, accepted, text, scope):
            continue
        mention = _mention(candidate, text, scope, last)
        if mention is None:
            continue
        last, end = candidate, mention.end
        accepted.add(candidate.start)
        if mention.name not in seen:
            seen.add(mention.name)
            found.append(mention)
    return found


def spots(text: str, scope: Scope) -> list[tuple[int, int]]:
    """Where names of places stand that need no sign around them, also in the name of something else (胶州湾隧道); those
    that do need one count at home (固阳|工业园区 in a notice of 包头)."""
    return [(c.start, c.end) for c in _candidates(text) if not c.weak or (not ordinary(c.form) and _at_home(c, scope))]


def _candidates(text: str) -> list[_Candidate]:
    """Every known form in the text, the longest at each place, none within another."""
    forms = _forms(overrides())
    found: list[_Candidate] = []
    at = 0
    for start in _starts(overrides())(text):
        if start < at:
            continue
        for form, named, weak in forms[text[start : start + 2]]:
            end = start + len(form)
            if text.startswith(form, start) and not by_chance(form, text[start - 1 : start], text[end : end + 1]):
                at = end
                found.append(_Candidate(form, start, end, named, weak))
                break
    return found


@cache
def _starts(folder: Path | None) -> Callable[[str], list[int]]:
    return over(_forms(folder))


@cache
def _forms(_folder: Path | None) -> dict[str, list[tuple[str, places.Named | None, bool]]]:
    """All forms by their first two characters, the longest first; weak ones need a sign around them."""
    weak: dict[str, bool] = {}
    full = {region.name for region in regions.everything()}
    for region in regions.everything():
        strong_short = region.level in ("province", "city", "zone")
        weak[region.name] = weak.get(region.name, True) and (len(region.name) < 3 or ordinary(region.name))
        for short in region.shorts:
            strong = (strong_short or (short[-1] in "市县区旗州盟" and len(short) > 2)) and not ordinary(short)
            weak[short] = weak.get(short, True) and not (strong or (len(short) > 2 and not ordinary(short)))
    found: dict[str, list[tuple[str, places.Named | None, bool]]] = {}
    for form, is_weak in weak.items():
        found.setdefault(form[:2], []).append((form, None, is_weak))
    for place in places.everything():
        for name in (place.name, *place.aliases):
            # 太湖 is the lake; 太湖县 has its 县
            if name in weak and place.kind == GEOGRAPHIC and name not in full:
                found[name[:2]] = [entry for entry in found[name[:2]] if entry[0] != name]
                weak.pop(name)
            if name not in weak:
                found.setdefault(name[:2], []).append((name, place, ordinary(name)))
    for longer in found.values():
        longer.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return found


def _said(
    candidate: _Candidate,
    index: int,
    candidates: list[_Candidate],
    accepted: set[int],
    text: str,
    scope: Scope,
) -> bool:
    """Do the words around say that 固阳, 资源 or 理县 is a place?

    Beside another place (白云鄂博至固阳至东河, 包头市固阳) or with 境内, 等地 …, 途经 …; an ordinary word only in
    a list of places, 城区 and 理县 by themselves only at home.
    """
    region = regions.nearest(candidate.form, scope.region)
    home = region is not None and any(regions.within(region.code, outer) for outer in _outer(scope))
    chain = _chain(index, candidates, text)
    firm = [c for c in chain if not c.weak or c.start in accepted]
    if region is not None and candidate.form == region.name and home:
        return not ordinary(candidate.form)
    if firm and len(chain) > 1:
        return True
    local = [c for c in chain if _at_home(c, scope)]
    if len(local) > 1 and len(local) == len(chain):
        return len(local) > 2 or not all(ordinary(c.form) for c in local)
    if ordinary(candidate.form):
        return False
    before, after = text[max(0, candidate.start - 6) : candidate.start], text[candidate.end : candidate.end + 4]
    near = region is not None and any(regions.within(region.code, outer) for outer in _around(scope))
    if _TAIL.match(after) or _HEAD.search(before):
        return near or len(regions.named(candidate.form)) == 1
    # 支持|义乌|国际贸易, 推广昆山经验: apart from other words, near the issuer or a city known by its short form
    apart = _APART_BEFORE.search(before) is not None and _APART_AFTER.match(after) is not None
    return apart and (near or (region is not None and region.name.endswith("市") and region.level == "county"))


def _around(scope: Scope) -> tuple[str, ...]:
    """The issuer's province, or the issuer's own area."""
    return (regions.above(scope.region) or (scope.region,))[-1:] if scope.region else ()


def _outer(scope: Scope) -> tuple[str, ...]:
    return (scope.region,) if scope.region else ()


def _at_home(candidate: _Candidate, scope: Scope) -> bool:
    return any(
        regions.within(region.code, outer) for region in regions.named(candidate.form) for outer in _outer(scope)
    )


def _chain(index: int, candidates: list[_Candidate], text: str) -> list[_Candidate]:
    """The candidates that are tied to this one by 至, 、, 和 … or stand right beside it (包头市固阳)."""

    def tied(left: _Candidate, right: _Candidate) -> bool:
        between = text[left.end : right.start]
        return (between == "" and _contains(left, right)) or _LINK.fullmatch(between) is not None

    first = last = index
    while first > 0 and tied(candidates[first - 1], candidates[first]):
        first -= 1
    while last + 1 < len(candidates) and tied(candidates[last], candidates[last + 1]):
        last += 1
    return candidates[first : last + 1]


def _contains(left: _Candidate, right: _Candidate) -> bool:
    return any(
        regions.within(inner.code, outer.code)
        for outer in regions.named(left.form)
        for inner in regions.named(right.form)
        if inner.code != outer.code
    )


def _mention(candidate: _Candidate, text: str, scope: Scope, last: _Candidate | None) -> PlaceMention | None:
    """What is mentioned, with what follows and belongs to the name; None where an object has the name."""
    form, start, end, named = candidate.form, candidate.start, candidate.end, candidate.named
    if named is not None:
        if named.kind == GEOGRAPHIC:
            reach = _REACH.match(text, end)
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
    zone = _ZONE.match(text, end)
    if zone is not None:
        return PlaceMention(
            text[start : zone.end()], _zone_id(text[start : zone.end()], scope), ZONE, (), start, zone.end()
        )
    port = _PORT.match(text, end)
    if port is not None and region is not None and region.level != "province":
        name = text[start : port.end()]
        return PlaceMention(name, f"port/{name}", PORT, (), start, port.end())
    if _GOVERNMENT.match(text, end) or _object().match(text, end) or _body(text, end):
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
    return any(departments.called(text[at : at + size]) for size in range(2, 9) if at + size <= len(text))


def _region(form: str, start: int, scope: Scope, last: _Candidate | None) -> regions.Region | None:
    """The area meant: inside the area named right before it, else the nearest to the issuer, else the only one."""
    if last is not None and last.end == start:
        for outer in regions.named(last.form):
            inside = [region for region in regions.named(form) if regions.within(region.code, outer.code)]
            if inside:
                return inside[0]
    return regions.nearest(form, scope.region)


# 我市 ; 本区 ; 我国 is no area of a notice
_OWN = re.compile(r"[我本](?P<word>省|市|区|县|旗|州|盟|自治区)(?!场|政|委)")
# 呼包鄂乌四市 is named already ; 四市 ; 四地 ; 其他三市 ; 三省一市 ; 市内三区 is none
_COUNTED = re.compile(
    r"(?P<other>其他|其它|其余|另外|周边)?(?P<count>[两二三四五六七八九])(?P<word>省|市|区|县|旗|盟市|地)(?![区级类方产面])"
)
_NUMBERS = {digit: number for number, digit in enumerate("一二三四五六七八九十", 1)} | {"两": 2}


def stand_ins(text: str, scope: Scope) -> list[PlaceMention]:
    """Words that stand for places the notice defines: 我市, 四市, 四地, 其他三市. One mention an area they mean;
    四市 of a known group is that group. Empty where the notice does not say what they mean."""
    found: list[PlaceMention] = []
    for match in _OWN.finditer(text):
        region = regions.by_code(scope.region)
        if region is not None and departments.word_of(region) == match["word"]:
            found.append(PlaceMention(match[0], region.code, ADMIN, (), match.start(), match.end()))
    for match in _COUNTED.finditer(text):
        meant = _meant(_NUMBERS[match["count"]], match["other"] is not None, scope)
        if meant is None:
            continue
        id, members = meant
        if id is not None:
            found.append(PlaceMention(match[0], id, GROUP, members, match.start(), match.end()))
        else:
            found += [PlaceMention(match[0], code, ADMIN, (), match.start(), match.end()) for code in members]
    return sorted(found, key=lambda mention: (mention.start, mention.id))


def _meant(count: int, other: bool, scope: Scope) -> tuple[str | None, tuple[str, ...]] | None:
    """The group (or areas) of so many members that the notice defines; without its own area where others are meant."""
    for _, long in scope.places:
        group, members = defined(long, scope)
        if not other and len(members) == count:
            return group, members
        others = tuple(code for code in members if code != scope.region)
        if other and len(others) == count:
            return None, others
    return None


def defined(long: str, scope: Scope) -> tuple[str | None, tuple[str, ...]]:
    """What the words before （以下简称四市） name: a known group and its members, or the areas one by one."""
    named = find(long, replace(scope, places=()))
    for mention in reversed(named):
        if mention.kind == GROUP:
            return mention.id, mention.members
    return None, tuple(mention.id for mention in named if mention.kind in (ADMIN, ZONE))


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
    kind = {"geo": GEOGRAPHIC, "group": GROUP, "port": PORT, "zone": ZONE}.get(space, ADMIN)
    inside = [region for size in range(len(name), 1, -1) for region in regions.named(name[:size])]
    parent = inside[0].code if inside and kind in (ZONE, PORT) else None
    return Described(name or id, kind, None, None, None, parent)
