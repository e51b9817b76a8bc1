"""Whose notice it is, by the bodies it gives work to, where neither issuers nor title nor number say so.

省税务局、财政厅 show the level, 人民银行郑州中心支行 and 河南银保监局 the place: together they say 河南省. So do
县财政局 and the plan that is handed out: 关于印发象州县…实施方案的通知.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path

from graph.lexicon import departments, overrides, regions

_PREFIXED = re.compile(r"(?<![\u4e00-\u9fff])(?P<word>自治区|省|市|县|区|旗|州|盟)(?P<body>[\u4e00-\u9fff]{2,14})")
_FULL = re.compile(r"(?:省|市|自治区|自治州|盟)")
_LEVELS = {"省": "province", "自治区": "province", "市": "city", "州": "city", "盟": "city"}
_COUNTY = ("县", "区", "旗")
"""Bodies of these are told by the plan's name alone."""
_MINISTRIES = 3
"""So many bodies that only the State has, and none of a lower level, make a notice of the State."""


def bodies(text: str, plan: str | None = None) -> tuple[str, str | None]:
    """(level, region) as `Scope` has them; other where the bodies do not agree. `plan` is the area that the name of
    what is handed out begins with."""
    words = Counter(
        match["word"] for match in _PREFIXED.finditer(text) if _called(text, match.start("body")) and match["word"]
    )
    if not words:
        return ("state", None) if len(_ministries(text)) >= _MINISTRIES else ("other", None)
    word = words.most_common(1)[0][0]
    homes = set()
    for code in ({plan} if plan else set()) | (set() if word in _COUNTY else _placed(text)):
        chain = [regions.by_code(one) for one in (code, *regions.above(code))]
        homes.add(next((area for area in chain if area is not None and _has(area, word)), None))
    homes.discard(None)
    (home,) = homes if len(homes) == 1 else (None,)
    return (home.level, home.code) if home else ("other", None)


def _has(area: regions.Region, word: str) -> bool:
    """Does an area have the bodies that begin with the word? 天津市 is a province, and has a 市财政局."""
    if word in _COUNTY:
        return area.level == "county"
    return area.level == _LEVELS[word] or (word == "市" and area.level == "province" and area.name[-1] == "市")


def _called(text: str, at: int) -> bool:
    sizes = range(14, 1, -1) if departments.begins(text[at : at + 2]) else ()
    return any(departments.called(text[at : at + size]) for size in sizes)


def _ministries(text: str) -> set[str]:
    return set(_national(overrides()).findall(text))


def _placed(text: str) -> set[str]:
    """Areas that stand in the names of bodies: 人民银行|郑州|中心支行, 浙江省|财政厅."""
    found: set[str] = set()
    for match in _afters(overrides()).finditer(text):
        before, size = text[max(0, match.start() - 24) : match.start()], 8
        while size > 1 and not regions.named(before[-size:]):
            size -= 1
        areas = regions.named(before[-size:]) if size > 1 else ()
        if len(areas) == 1 and any(
            after == match[0] and before[:-size].endswith(start) for start, _, after, _ in departments.around()
        ):
            found.add(areas[0].code)
    for match in _FULL.finditer(text):
        if not _called(text, match.end()):
            continue
        names = (text[start : match.end()] for start in range(max(0, match.start() - 9), match.start()))
        areas = next(filter(None, map(regions.named, names)), ())  # 天津市, which 津市 ends
        if len(areas) == 1:
            found.add(areas[0].code)
    return found


@cache
def _afters(_folder: Path | None) -> re.Pattern[str]:
    """What stands behind the place in the middle of a name."""
    ends = {after for _, _, after, _ in departments.around() if len(after) > 2}
    return re.compile("|".join(map(re.escape, sorted(ends, key=len, reverse=True))) or "(?!)")


@cache
def _national(_folder: Path | None) -> re.Pattern[str]:
    """Names that only bodies of the State have: 教育部, 水利部."""
    names = [name for body in departments.bodies() for name in departments.names(body.core)]
    forms = {form for name in names if name.levels == "国" for form in (name.full, *name.shorts) if form[-1] == "部"}
    return re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or "(?!)")
