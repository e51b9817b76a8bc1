"""Whose notice it is: level and place of the issuer, and the words the notice defines for places and bodies.

Short names mean the issuer's own level and place: 市发改委 in a notice of 包头 is 包头市发展和改革委员会.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from graph.lexicon import regions, table
from graph.lexicon.ambiguous import ordinary
from ingest.glyphs import ruled, squeezed
from ingest.places import home_of

# 中共包头市委办公室 ; 内蒙古自治区人民政府办公厅 ; 达茂旗人民政府
_PARTY = re.compile(r"^(?:中国共产党|中共)")
_CENTRE = re.compile(
    r"^(?:中共中央|中央|国务院|国家|全国|中华人民共和国|最高人民)|(?<![委党])部(?:办公厅)?$|总局(?:办公厅)?$"
)
# 国办发〔2018〕117号, 包府发〔2024〕5号, 内政办发[2023]7号
_NUMBER = re.compile(r"^(?P<code>[^〔\[（(\d]+)[〔\[（(]?\s*(?P<year>(?:19|20)\d\d)")
# 呼包鄂乌四市（以下简称四市） ; 呼和浩特市、包头市、鄂尔多斯市（以下统称“三地”）
_SHORT = re.compile(
    r"[（(]以下(?:合并|统一|均)?(?:简称|统称|合称|并称|称)(?:为)?[:：]?[“\"「]?(?P<short>[^”\"」）)，。；]{1,20})[”\"」]?[）)，,；]"
)
_PHRASE = re.compile(r"[^，。；：（）()\n]{2,80}$")
_COUNTED = re.compile(r"[两二三四五六七八九十]+[市省地区县州盟旗]")
_FULL = re.compile(r"省|市|自治区|自治州|盟")
_TOWN = re.compile(r"(?:镇|乡|街道|苏木)(?:人民政府|办事处)?$")


@dataclass(frozen=True, slots=True)
class Scope:
    """The issuer's `level` (state, province, city, county, town, other) and `region`; None of the State and where
    nothing says it.

    `names` are what its own place is called. `places` are the stand-ins that the notice defines, as pairs (四市, what
    it stands for as written), `bodies` likewise (领导小组, 包头市推动…领导小组). `year` is the number's.
    """

    level: str = "other"
    region: str | None = None
    names: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    bodies: tuple[tuple[str, str], ...] = ()
    year: int | None = None
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        said = (self.level, self.region, self.names, self.places, self.bodies, self.year)
        object.__setattr__(self, "_hash", hash(said))

    def __hash__(self) -> int:
        """Made once: every name of a notice is looked up by its scope."""
        return self._hash


def of(issuers: Sequence[str], number: str | None, title: str | None, text_head: str = "") -> Scope:
    """The scope of a notice, by its issuers, else its title, else its number, else the head of its text.

    `text_head` may be the whole text: definitions (以下简称四市) are looked for all over it.
    """
    level, region = "other", None
    for said in (*issuers, title or ""):
        level, region = _whose(said, None)
        if level != "other":
            break
    else:
        level, region = _by_number(number)
        homes = _mentioned(text_head)
        for said, home in ((said, home) for said in (*issuers, title or "", text_head[:200]) for home in homes):
            if level != "other":
                break
            level, region = _whose(said, home)
        if level == "other":
            level, region = home_of.bodies(text_head, _plan(title or ""))
    found = regions.by_code(region)
    defined = _defined(text_head)
    match = _NUMBER.match(number or "")
    return _scope(
        level,
        region,
        (found.name, *found.shorts) if found else (),
        tuple(pair for pair in defined if _COUNTED.fullmatch(pair[0])),
        tuple(pair for pair in defined if not _COUNTED.fullmatch(pair[0])),
        int(match["year"]) if match else None,
    )


_scope = lru_cache(maxsize=256)(Scope)  # of equal ones the same: what is remembered of it is found faster


def _mentioned(text: str) -> tuple[str | None, ...]:
    """Cities and provinces that the text names in full, the first first: they tell which 青山区 issued it."""
    found: dict[str, None] = {}
    for match in _FULL.finditer(text, 0, 5000):
        names = (text[start : match.end()] for start in range(max(0, match.start() - 9), match.start()))
        areas = next(filter(None, map(regions.named, names)), ())
        if areas:
            found[areas[0].code] = None
    return (None, *found)


def _plan(title: str) -> str | None:
    """The area that the name of what is handed out begins with: 关于印发|象州县|农村公路实施方案的通知."""
    found = re.search(r"关于(?:印发|下发|公布|发布)", title)
    return leading(re.sub(r"[\s《“]", "", title[found.end() :]))[0] if found else None


def _whose(said: str, home: str | None) -> tuple[str, str | None]:
    """包头市青山区人民政府办公室 → county, 150204; 国务院办公厅 → state; 关于…的通知 → other."""
    said = _PARTY.sub("", re.sub(r"[\s#*《]", "", ruled(said)))
    code, end = leading(said, home)
    if code is None:
        return ("state", None) if _CENTRE.search(said.split("关于")[0]) else ("other", None)
    region = regions.by_code(code)
    assert region is not None
    rest = said[end:].split("关于")[0]
    if (region.level in ("county", "zone") and _TOWN.search(rest)) or _TOWN.match(rest):
        return "town", code
    return ("county" if region.level == "zone" else region.level), code


def leading(said: str, home: str | None = None) -> tuple[str | None, int]:
    """The area that the words begin with, the innermost of 内蒙古自治区包头市青山区…: code and end of its name.

    Of several areas of one name the nearest to `home` is meant.
    """
    code: str | None = None
    at = 0
    while True:
        longest = min(16, len(said) - at) if regions.begins(said[at : at + 2]) else 0
        for size in range(longest, 1, -1):
            name = said[at : at + size]
            region = regions.nearest(name, code or home)
            if region is None or region.code == code or not _names(region, name, code or home):
                continue
            if code is not None and not regions.within(region.code, code):
                continue
            code, at = region.code, at + size
            break
        else:
            return code, at


def _names(region: regions.Region, name: str, home: str | None) -> bool:
    """Does the form name the area by itself? 包头, 达茂旗 do; 平原 only near the issuer, 合作 never."""
    if name == region.name or region.level in ("province", "city") or name[-1] in "市县区旗州盟":
        return True
    around = regions.above(home)[-1:] if home else ()
    return any(regions.within(region.code, outer) for outer in (*around, home)) and not ordinary(name)


def _by_number(number: str | None) -> tuple[str, str | None]:
    """The longest code of `number_codes.tsv` that the number begins with."""
    match = _NUMBER.match(number or "")
    if match is None:
        return "other", None
    fitting = [row for row in table("number_codes.tsv") if match["code"].startswith(row["code"])]
    if not fitting:
        return "other", None
    code = max(fitting, key=lambda row: len(row["code"]))["region"]
    region = regions.by_code(code)
    return (region.level, code) if region else ("state", None)


def _defined(text: str) -> tuple[tuple[str, str], ...]:
    """Pairs of a short form and the phrase in front of its definition; a line break may stand inside either."""
    found: dict[tuple[str, str], None] = {}
    for said in re.finditer(r"以\s*下", text):
        near = squeezed(text[max(0, said.start() - 120) : said.start() + 50])
        at = len(squeezed(text[max(0, said.start() - 120) : said.start()])) - 1
        match = _SHORT.match(near, at) if at >= 0 else None
        phrase = _PHRASE.search(near, max(0, at - 80), at) if match else None
        if match is not None and phrase is not None:
            found[match["short"], phrase[0]] = None
    return tuple(found)
