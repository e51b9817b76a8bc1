"""Places that no table has, known by what their names end with: 颍河, 仙市镇, 刘公岛, 徐圩新区 (`place_tails.tsv`).

A name begins where a phrase begins (after a verb, a preposition, 、 or 和) and is no word that any place may have:
中小河, 建制镇, 海岛.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from graph.lexicon import overrides, table

# 开展|洹河 ; 淮河干流及|颍河 ; 在|大河中路街道
_STARTS = re.compile(
    r"(?:.*(?:[、，。；：（和与及在对至向以由]|开展|推进|推动|加强|加快|实施|建设|建成|完成|治理|整治|修复|保护|强化|提升|打造|支持|鼓励|依托|围绕|聚焦|"
    r"位于|途经|涉及|启动|新建|改造|疏浚|巡查|完善|优化|统筹|做好|抓好|其中|以及|包括|深化|实现|开通|整合|建立|落实|联动|谋划|规划|确保|引导|推广|借鉴|组织|举办|发展|培育|选取|选择)|^)"
    r"(?P<name>[一-龥]{1,6})$"
)
_NO_NAME = re.compile(
    r"[的等各类至到个条所有其该为每两多几级型性跨入全本我某这]|以上|重点|主要|特色|示范|试点|建设|发展"
)
_REACH = 10


@dataclass(frozen=True, slots=True)
class Tail:
    """What a place ends with: its kind, the least length of the name before it, what must (not) follow, and last
    characters that make an ordinary word of it (中小|河)."""

    kind: str
    least: int
    after: re.Pattern[str] | None
    not_after: str
    ordinary: tuple[str, ...]


class Unlisted(NamedTuple):
    """`name` is `text[start:end]` and ends with `tail`."""

    name: str
    tail: str
    kind: str
    start: int
    end: int


def find(text: str, areas: Collection[int] = ()) -> list[Unlisted]:
    """The places, left to right, none within another. A name may also begin where the full name of an area ends
    (`areas`): 左权县|辽阳镇."""
    pattern, tails = _tails(overrides())
    found: list[Unlisted] = []
    for match in pattern.finditer(text):
        tail = tails[match[0]]
        if text[match.end() : match.end() + 1] in tail.not_after and match.end() < len(text):
            continue
        if tail.after is not None and not tail.after.match(text, match.end()):
            continue
        inner = next((at for at in range(match.start() - 1, match.start() - 6, -1) if at in areas), 0)
        near = max(0, match.start() - _REACH, found[-1].end if found else 0, inner)
        began = _STARTS.search(text[near : match.start()])
        if began is None or (began.start("name") == 0 and near > 0 and near == match.start() - _REACH):
            continue
        name = began["name"]
        if (
            len(name) < tail.least
            or _NO_NAME.search(name)
            or f"={name}" in tail.ordinary
            or name.endswith(tail.ordinary)
        ):
            continue
        start = near + began.start("name")
        found.append(Unlisted(text[start : match.end()], match[0], tail.kind, start, match.end()))
    return found


@cache
def _tails(_folder: Path | None) -> tuple[re.Pattern[str], Mapping[str, Tail]]:
    tails = {
        row["tail"]: Tail(
            row["kind"],
            int(row["least"]),
            re.compile("|".join(map(re.escape, row.list("after")))) if row["after"] else None,
            row["not_after"],
            row.list("ordinary"),
        )
        for row in table("place_tails.tsv")
    }
    return re.compile("|".join(map(re.escape, sorted(tails, key=len, reverse=True)))), tails
