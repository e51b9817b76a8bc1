"""Words that stand for places the notice defines: 我市, 四市, 四地, 其他三市."""

import re
from dataclasses import replace

from graph.lexicon import departments, regions
from ingest.places import places
from ingest.places.place_company import ADMIN, GROUP, ZONE, PlaceMention
from ingest.places.scope import Scope

# 我市 ; 本区 ; 我国 is no area of a notice
_OWN = re.compile(r"[我本](?P<word>省|市|区|县|旗|州|盟|自治区)(?!场|政|委)")
# 呼包鄂乌四市 is named already ; 四市 ; 四地 ; 其他三市 ; 三省一市 ; 市内三区 is none
_COUNTED = re.compile(
    r"(?P<other>其他|其它|其余|另外|周边)?(?P<count>[两二三四五六七八九])(?P<word>省|市|区|县|旗|盟市|地)(?![区级类方产面])"
)
_NUMBERS = {digit: number for number, digit in enumerate("一二三四五六七八九十", 1)} | {"两": 2}


def find(text: str, scope: Scope) -> list[PlaceMention]:
    """Words that stand for places the notice defines: 我市, 四市, 四地, 其他三市. One mention an area they mean;
    四市 of a known group is that group. Empty where the notice does not say what they mean."""
    found: list[PlaceMention] = []
    for match in _OWN.finditer(text) if "我" in text or "本" in text else ():
        region = regions.by_code(scope.region)
        if region is not None and departments.word_of(region) == match["word"]:
            found.append(PlaceMention(match[0], region.code, ADMIN, (), match.start(), match.end()))
    for match in _COUNTED.finditer(text) if scope.places else ():
        meant = _meant(_NUMBERS[match["count"]], match["other"] is not None, scope)
        if meant is None:
            continue
        id, members = meant
        if id is not None:
            found.append(PlaceMention(match[0], id, GROUP, members, match.start(), match.end()))
        else:
            found += [PlaceMention(match[0], code, ADMIN, (), match.start(), match.end()) for code in members]
    return sorted(found, key=lambda mention: (mention.start, mention.id)) if found else found


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
    named = places.find(long, replace(scope, places=()))
    for mention in reversed(named):
        if mention.kind == GROUP:
            return mention.id, mention.members
    return None, tuple(mention.id for mention in named if mention.kind in (ADMIN, ZONE))
