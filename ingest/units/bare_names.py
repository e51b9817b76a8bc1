"""What stands between two marks of a list: a name and nothing else, or a limit."""

import re
from functools import lru_cache
from pathlib import Path

from ingest.units import members, units
from ingest.units.roles import forms
from ingest.units.units import organ

# 市发改委负责项目审批 : a unit, a verb, what it does
DOES = re.compile(
    r"(?P<who>.{2,30}?)(?:具体)?(?P<verb>牵头负责|牵头|负责|配合|协助|指导)(?P<what>[^负]{2,})$", re.DOTALL
)


@lru_cache(maxsize=8192)  # the same bodies are named again and again
def whole_name(told: str, _lexicon: Path | None) -> bool:
    """Is what stands between two marks a name and nothing else? 市财政局 is, 市财政局牵头 and 由市财政局 are not."""
    if not units.whole(told) or limits(told):
        return False
    more = (
        forms().verb_hint.search(told)
        or forms().joined.search(told)
        or members.HELPS.search(told, 2)
        or DOES.match(told)
    )
    return not more


_LIMIT = re.compile(
    r"(?:20\d\d(?:年|[—~～至-])|\d{1,2}月|年底|年内|年末|[一二三四1-4]?季度|长期|持续|立行立改|立即|即日|即知即改|常年|全年|每年|每季度|每月|每半年|当年|"
    r"常态|“?十[四五六]五”?|[上下]半年|即时|即行|第[一二三四]季度).{0,24}$|.{0,12}(?:日|月|周|年)内(?:完成)?$"
)


_LIMIT_FIRST = frozenset("年一二三四季长持立即常全每当“十上下第") | frozenset(map(str, range(10)))


def limits(said: str) -> bool:
    """6月底完成 ; 年内持续推进 ; 2024年12月底前 ; 立即实施."""
    said = said.strip(" 。，；、于在并\n")
    return (said[:1] in _LIMIT_FIRST or "内" in said[-3:]) and bool(_LIMIT.match(said)) and not organ(said)
