"""From the printed name of a unit to the body that is meant: one body, one node.

An id is `region/core`: 市发改委 in a notice of 包头 is `150200/发展改革`, 教育部 is `000000/教育`. A group
(各旗县区人民政府) belongs to its notice. What the lexicon does not know keeps its words, under the place that is known.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.lexicon import departments, places, regions
from graph.lexicon.departments import PLACE, Name
from ingest import areas
from ingest.scope import Scope, leading

UNIT, GROUP, ENTERPRISE = "unit", "group", "enterprise"

# 各旗县区人民政府 ; 省直有关部门 ; 相关市、县（市、区）政府 ; 拖欠民营企业账款的所有部门和单位
_GROUP = re.compile(
    r"^.{0,3}各|[两三]级|^(?:有关|相关|所有|全体|其他|试点|属地|当地|设区|地级|县级|乡镇|镇街|街道|乡级|基层|本级)"
    r"|^(?:省|市|区|县|旗|州|盟|自治区|国家|中央|全[省市区县旗州国])?(?:[省市区县旗州盟]?(?:直|级))(?:属)?(?:各|有关|相关|部门|单位|机关|行业|主管|企)"
    r"|^(?:省|市|区|县|旗|州|盟|自治区|全[省市区县旗州国]|国务院|.{0,8}政府)(?:各|有关|相关)"
    r"|[各的](?:成员|有关|相关|责任|牵头)?(?:单位|部门)$|成员单位|(?:有关|相关|主管|职能|监管|执法|工作|行业|所有|涉及)的?(?:部门|单位|方面|企业|地区|地方)"
    r"|^(?:县|市|区|旗|乡|镇)[、（(〔\[／/].*(?:政府|管委会|部门)$|^(?:园区|开发区|示范区|功能区)(?:和|、|及|管委会|管理委员会)"
    r"|^(?:县|乡|镇|旗|市|区)?(?:县|乡|镇|旗|市|区)(?:人民)?政府$|^等|(?:部门|单位|机构|政府|企业)等$"
    r"|^(?:银行业?|金融|保险|科研|医疗|教育|监管|培训)+(?:业|类)?(?:金融)?机构$|^(?:承办|承担|责任|牵头|配合|运营|建设|项目|用人)(?:主体|单位)$|^(?:企业|高校|院校|科研院所|高等院校|街道|社区|部门|单位)$"
)
_OWN_LEVEL = re.compile(r"^(?:我|本|全)?(?P<word>自治区|地区|省|市|区|县|旗|州|盟)(?=.)")
_STATE = re.compile(r"^(?:国家|国务院|中央|全国|中国)(?=.)")
_ENTERPRISE = re.compile(
    r"(?:公司|集团|企业|银行|支行|农信社|信用社|联合社|电网|油田|钢铁|中石油|中石化|中海油|厂|交易所|担保|证券|基金|供电局|合作社)"
    r"(?:[（(〔][^）)〕]*[）)〕])?$|^(?:国网|中国移动|中国联通|中国电信|中国铁塔|中国石油|中国石化|包钢|国家能源集团)"
)
# 之江实验室 ; 浙江大学 ; 中国信息通信研究院: called by a name of their own, the same everywhere
_PROPER = re.compile(
    r".{2,}(?:实验室|大学|学院|学校|研究院|研究所|科学院|设计院|协会|学会|商会|联盟|联合会|基金会|博物馆|图书馆|医院|交易所|中心|基地)$"
)
# 领导小组办公室 ; 推进…工作专班 ; 减负办
_OFFICE = re.compile(
    r"(?:领导小组|工作组|指挥部|委员会|联席会议|专班|协调小组|协调机制|促进会|专项组|推进组)(?:办公室|办|各?成员单位)?$"
)
_ORGAN = re.compile(
    r"(?:局|委|办|厅|部|署|院|所|站|队|处|室|馆|社|会|中心|管委会|办公室|管理委员会|工委|法院|公署|台|校|园|总队|支队)$"
)
_BRANCH = re.compile(r"^(?P<main>.+?(?:局|委))(?P<place>[^局委]{2,12})分局$")
_ALSO = re.compile(r"[（(〔\[][^（）()〔〕\[\]]*[）)〕\]]$")
_ZONE = re.compile(r"^(?P<zone>.{2,}?)(?:党工委)?[、和]?(?:管委会|管理委员会)$")
_ZONE_ENDS = ("区", "城", "园", "岛", "港", "基地")
_GOVERNMENT = re.compile(r"^(?:人民)?政府$|^$|^行署$|^行政公署$|^人民委员会$")


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


def resolve(names: Sequence[str], scope: Scope, notice_id: str) -> list[Resolved]:
    """One answer a name, in order. A level prefix that a list drops after its first name carries on:
    省卫生健康委、教育厅 → 广东省教育厅."""
    found: list[Resolved] = []
    carried: str | None = None
    for name in names:
        one, said = _one(_plain(name), name, scope, carried, notice_id)
        carried = said or carried
        found.append(one)
    return found


def _plain(name: str) -> str:
    """White space gone, one kind of bracket, `〔筹〕` left out."""
    name = re.sub(r"\s+", "", name).translate(str.maketrans("〔〕[]()", "（）（）（）"))
    return name.replace("（筹）", "").strip("，。；、:：")


def _one(name: str, printed: str, scope: Scope, carried: str | None, notice: str) -> tuple[Resolved, str | None]:
    """The answer, and the place that a level prefix named (what later names of the list may leave out)."""
    full = _spelled_out(name, scope)
    if _GROUP.search(full) or _GROUP.search(name):
        return Resolved(printed, f"{notice}/group/{printed}", GROUP, True), None
    known = _middle(full, scope) or _zone(full, scope) or _prefixed(full, scope, carried) or _branch(full, scope)
    if known is not None:
        return known
    return _unlisted(full, printed, scope, carried)


def _spelled_out(name: str, scope: Scope) -> str:
    """领导小组办公室 → 包头市推动呼包鄂乌一体化发展领导小组办公室, where the notice says 以下简称领导小组."""
    for short, long in scope.bodies:
        if name.startswith(short) and len(long) > len(short):
            starts = [long.find(own) for own in scope.names if own in long]
            return long[min(starts) :] + name[len(short) :] if starts else long + name[len(short) :]
    return name


def _middle(name: str, scope: Scope) -> tuple[Resolved, None] | None:
    """人行九江中心支行 ; 国家税务总局包头市税务局 ; 浙江银保监局 ; 团省委: the place stands inside the name."""
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
        return _known(row, code, name), None
    return None


def _zone(name: str, scope: Scope) -> tuple[Resolved, None] | None:
    """稀土高新区管委会 ; 西咸新区管委会 ; 杨凌示范区: a zone's own committee, by the zone's id."""
    match = _ZONE.match(name)
    zone = areas.zone(match["zone"] if match else name, scope)
    if zone is None:
        if match is None or not match["zone"].endswith(_ZONE_ENDS):
            return None
        own = match["zone"]
        code = leading(own, scope.region)[0] or scope.region
        return Resolved(name, f"{code or regions.STATE}/{own}管委会", UNIT, True, code, f"{own}管委会"), None
    full, code = zone
    return Resolved(f"{full}管理委员会", f"{code}/管委会", UNIT, True, code, "管委会"), None


def _prefixed(name: str, scope: Scope, carried: str | None) -> tuple[Resolved, str | None] | None:
    """市林草局 ; 包头市林草局 ; 省市场监管局（省知识产权局） ; 教育厅 after 省卫生健康委 ; 国家发展改革委 ; 杭州市."""
    bare = _ALSO.sub("", name)
    for core in dict.fromkeys((name, bare)):
        rows = departments.called(core)
        if rows:
            code, row = _without_prefix(rows, scope, carried)
            if row is not None:
                return _known(row, code), None
    for code, rest in _prefixes(bare, scope):
        if _GOVERNMENT.match(rest) and code != regions.STATE:
            if rest == "" and not areas.full_name(bare, scope):
                continue
            return _known(departments.called("人民政府")[0], code), None
        rows = departments.called(rest) or (departments.called(rest[1:]) if rest.startswith("党委") else ())
        if rows:
            level = departments.level(None if code == regions.STATE else code)
            local = [row for row in rows if row.local(code)]
            fitting = [row for row in local if row.fits(level, code)]
            if fitting or (local and code != regions.STATE):
                said = None if _OWN_LEVEL.match(bare) else bare
                return _known((fitting or local)[0], code, said), code
    return None


def _prefixes(name: str, scope: Scope) -> list[tuple[str, str]]:
    """Ways to take a name apart into the code of a place and the rest."""
    ways: list[tuple[str, str]] = []
    match = _OWN_LEVEL.match(name)
    if match is not None:
        code = areas.own(match["word"], scope)
        if code is not None:
            ways.append((code, name[match.end() :]))
    match = _STATE.match(name)
    if match is not None:
        ways.append((regions.STATE, name[match.end() :]))
    code, end = leading(name, scope.region)
    if code is not None:
        ways.append((code, name[end:]))
    return ways


def _without_prefix(rows: tuple[Name, ...], scope: Scope, carried: str | None) -> tuple[str | None, Name | None]:
    """Whose body is meant where no place is said: that of the list so far, the issuer's own, one above it, the State's.

    教育厅 is a province's and 教育部 the State's whoever says it: the name's own levels decide."""
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
    if main[0].core == "大青山管理局":
        full = name
    return Resolved(full, f"{region.code}/{core}", main[0].kind, True, region.code, core), None


def _unlisted(name: str, printed: str, scope: Scope, carried: str | None) -> tuple[Resolved, str | None]:
    """What no table knows: an office of its own name, an enterprise, an institution; else the words as printed."""
    ways = _prefixes(name, scope)
    # a level word is a prefix only where an organ's name follows: 市场主体 is none
    code, rest = ways[0] if ways else (None, name)
    if len(rest) < 2:
        code, rest = None, name
    place = regions.by_code(code)
    kind = ENTERPRISE if _ENTERPRISE.search(name) else UNIT
    if _OFFICE.search(name) and place is not None:
        return _own(f"{place.name}{rest}", code, rest, kind, True), code
    if place is not None and code is not None:
        level = _OWN_LEVEL.match(name) is not None
        sure = kind == ENTERPRISE or (not level and _ORGAN.search(name) is not None) or _PROPER.match(rest) is not None
        if level and not _ORGAN.search(name) and kind == UNIT:
            return Resolved(printed, f"{code}/{rest}", kind, False, code, rest), None
        return _own(f"{place.name}{rest}" if level else name, code, rest, kind, sure), code if level else None
    if code == regions.STATE or (_PROPER.match(name) and not _OFFICE.search(name)):
        return Resolved(name, f"{regions.STATE}/{name}", kind, True, None, name), None
    near = carried or scope.region
    if near is not None:
        return Resolved(printed, f"{near}/{name}", kind, False, near, name), None
    return Resolved(printed, f"{regions.STATE}/{name}", kind, False, None, name), None


def _own(full: str, code: str | None, core: str, kind: str, sure: bool) -> Resolved:
    return Resolved(full, f"{code}/{core}", kind, sure, code, core)


def _known(row: Name, code: str | None, printed: str | None = None) -> Resolved:
    """The answer for a name of the lexicon. An enterprise keeps the place as printed: 包头机场公司."""
    body = departments.body(row.core)
    kind = body.kind if body else UNIT
    region = None if code == regions.STATE else code
    full = printed if printed and kind == ENTERPRISE else row.at(region)
    return Resolved(full, f"{region or regions.STATE}/{row.core}", kind, True, region, row.core)


@dataclass(frozen=True, slots=True)
class Description:
    """What the node of a department says of it. `level` is state, province, city, county, zone, or None of a group."""

    name: str
    level: str | None
    kind: str
    aliases: tuple[str, ...]
    former_names: tuple[str, ...]
    region: str | None


def describe(unit: Resolved | str) -> Description:
    """The properties of a unit's node; of an id alone the name is the usual full one at that place."""
    if isinstance(unit, str):
        unit = _from_id(unit)
    if unit.kind == GROUP:
        return Description(unit.resolved, None, GROUP, (), (), None)
    region = regions.by_code(unit.region)
    level = region.level if region else ("state" if unit.id.startswith(regions.STATE) else "zone")
    known = unit.core is not None and departments.body(unit.core) is not None
    aliases = departments.aliases(unit.core, unit.region) if known and unit.core else _usual(unit, region)
    former = departments.former(unit.core, unit.region) if known and unit.core else ()
    return Description(
        unit.resolved, level, unit.kind, tuple(a for a in aliases if a != unit.resolved), former, unit.region
    )


def _usual(unit: Resolved, region: regions.Region | None) -> tuple[str, ...]:
    """Forms of a name that stands in no table: 稀土高新区管委会, 市减负办, 包头市减负办."""
    core = unit.core or unit.resolved
    if core == "管委会":
        zone = places.by_id(unit.region or "")
        names = (region.name, *region.shorts) if region else (zone.name, *zone.aliases) if zone else ()
        return tuple(f"{name}{end}" for name in names for end in ("管委会", "管理委员会", ""))
    if region is None or core == unit.resolved:
        return ()
    return tuple(dict.fromkeys((departments.word_of(region) + core, core, region.name + core, region.short + core)))


def _from_id(id: str) -> Resolved:
    if "/group/" in id:
        name = id.rpartition("/group/")[2]
        return Resolved(name, id, GROUP, True)
    place, _, core = id.rpartition("/")
    region = None if place == regions.STATE else place
    if core == "管委会":
        zone, area = places.by_id(place), regions.by_code(place)
        name = area.name if area else zone.name if zone else place
        return Resolved(f"{name}管理委员会", id, UNIT, True, region, core)
    rows = [row for row in departments.names(core) if row.until is None]
    fitting = [row for row in rows if row.fits(departments.level(region), region)]
    if fitting:
        return _known(fitting[0], region)
    area = regions.by_code(region)
    kind = ENTERPRISE if _ENTERPRISE.search(core) else UNIT
    starts = area is None or core.startswith((area.name, area.short))
    return Resolved(core if starts or area is None else area.name + core, id, kind, False, region, core)
