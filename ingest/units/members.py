"""Members of a list of units that are more than a name: who helps whom, and one word for all the listed."""

import re

from ingest.units import units
from ingest.units.units import Part, organ

# 省文化厅配合省委宣传部抓好落实
HELPS = re.compile(r"(?:配合|协助|协同)(?=[省市区县旗州国各])")


def helped(text: str, start: int, end: int) -> Part | None:
    """The body that helps another one named after it."""
    found = HELPS.search(text, start + 2, end)
    part = units.clean(text, start, found.start()) if found else None
    if not (found and part and part.end == found.start() and organ(part.name)):
        return None
    return part if organ(text[found.end() : end].strip(" 。\n")) else None


# 市交通委、市财政局；各责任单位按职责分工负责 : those listed before, no others
LISTED = re.compile("(?:以上|上述)?各?(?:责任|牵头|主办|承办)?(?:单位|部门)")


def the_listed(text: str, part: Part, first: Part) -> bool:
    """Does a sentence after the list say all of the listed by one word?"""
    at = part.start
    return at > first.start and text[at - 1] in "；;。" and LISTED.fullmatch(part.name) is not None
