"""Who and by when as the last words of numbered lines, with nothing that says so: rows of a table that lost its lines.

2.新建2座人行天桥。县住建局县代建中心9月投入使用
"""

import re
from collections.abc import Iterator

from graph.model import Role
from ingest.numbering import FIRST, number_of
from ingest.text.flow import Flow
from ingest.units import unit_lists
from ingest.units.bare_names import limits
from ingest.units.said import Assigned, Clause, Said
from ingest.units.units import Part, organ

_LIMIT = re.compile(r"(?:20\d\d年|\d{1,2}月|年底|年内|[上下]半年|长期|持续|常年|全年)[^，。；：]*$")
_DAY = re.compile(r"\d ?日$")  # of a sign-off
_NAME = re.compile("[省市县区旗州镇乡各][^，。；：]{2,}")
_BEGINS = re.compile("[ 、，]*.?[省市县区旗州镇乡各]")  # a quick look: most sentences begin otherwise
_MOST, _FEWEST = 120, 2


def find(flow: Flow) -> list[Clause]:
    """Such clauses; none where only one line ends so."""
    found = list(_all(flow))
    return found if len(found) >= _FEWEST else []


def _all(flow: Flow) -> Iterator[Clause]:
    text = flow.text
    for start, end in flow.paragraphs:
        cut = text.rfind("。", start, end - 1)
        if cut < 0 or end - cut > _MOST or text[start] not in FIRST or not number_of(text[start : start + 20]):
            continue
        if not _BEGINS.match(text, cut + 1, end):
            continue
        while text[end - 1] in " 。":
            end -= 1
        limit = _LIMIT.search(text, cut + 1, end)
        till = limit.start() if limit else end
        said = text[slice(*limit.span())] if limit else ""
        if limit and (not limits(said) or _DAY.search(said)):
            continue
        parts = _names(text, cut + 1, till)
        if parts:
            units = tuple(Assigned(part, Role.RESPONSIBLE, False) for part in parts)
            yield Clause(cut + 1, end, Said(units=units, limit=limit.span() if limit else None))


def _names(text: str, start: int, end: int) -> list[Part]:
    """The bodies that a stretch names and nothing else, run together or not; none where one may be no body."""
    parts: list[Part] = []
    for part in unit_lists.split(text, start, end):
        level = part.name[0]
        begins = [0, *(at.start() for at in re.finditer(f"(?<=[局委厅部办院心联会处站])(?={level})", part.name))]
        for at, till in zip(begins, [*begins[1:], len(part.name)], strict=True):
            parts.append(Part(part.name[at:till], part.start + at, part.start + till))
    named = "".join(part.name for part in parts)
    bare = re.sub("[ 、，和及与等]", "", text[start:end])
    sound = all(_NAME.fullmatch(part.name) and organ(part.name) for part in parts) and len(named) >= len(bare) - 1
    return parts if sound else []
