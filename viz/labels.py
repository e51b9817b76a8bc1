"""Labels of a picture: the number on its own line, and so few words that one reads them at a glance.

Lines are broken here and not by the drawing library, which starts lines with ，. Everything that is not printed
(controls, marks of direction) is taken out: a label is drawn beside others and must not turn them round.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from graph.model import Edge, Kind, Node, Relation

MOST = 11
"""Characters of a line."""

NOT_FIRST = "，。、；：！？）〕】》」』”’…—～％%℃)]},.;:!?·"
NOT_LAST = "（〔【《「『“‘([{#￥$"
_PAIRS = dict(zip("（〔【《「『“‘([{", "）〕】》」』”’)]}", strict=True))
_CLAUSE_END = re.compile(r"[，。；：！？,;!?]")
_NUMBERS = re.compile(r"([0-9]{1,9})")
_RUN = re.compile(r"[A-Za-z0-9.%+-]+|.", re.DOTALL)

# 加快建设G210白云鄂博至固阳通道 → G210白云鄂博至固阳通道 ; only where the title is too long for its line
_HOW = "大力|加快|积极|深入|全面|持续|进一步|着力|切实|扎实|协同|合力|共同|联合|统筹|严格|全力|稳步|不断|认真|继续"
_DO = (
    "打造|完善|构建|构筑|建设|推动|推进|实施|开展|发展|强化|加强|提升|优化|落实|创建|促进|健全|打好|建立|支持|加大|做好|"
    "参与|参加|鼓励|引导|深化|扩大|规范|组织|探索|培育|夯实"
)
# 到2022年，城市钢铁产能全部退出: when is said beside, not what
_WHEN = re.compile(r"(?:到|至|在)?20\d\d年[^，。；]{0,10}，")
_OPENING = re.compile(rf"^(?:(?:{_HOW})*(?:{_DO})(?:好|和)?|(?:{_HOW})+)")


def clean(text: str) -> str:
    """The text on one line, without characters that are not printed."""
    shown = (" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c)[0] != "C")
    return " ".join("".join(shown).split())


def short(title: str, most: int = MOST) -> str:
    """The first clause of a title in at most `most` characters, without the verbs it opens with when it is longer:
    「合力打好黄河“几字弯”生态环境系统治理攻坚战，针对…」 is 「黄河“几字弯”生态…」."""
    text = clean(title)
    if len(text) > most and (when := _WHEN.match(text)):
        text = text[when.end() :]
    ends = _CLAUSE_END.search(text, 4)
    if ends and len(text) > most:
        text = text[: ends.start()]
    if len(text) > most:
        opening = _OPENING.match(text)
        if opening and len(text) - opening.end() >= 4:
            text = text[opening.end() :]
    return text if len(text) <= most else _cut(text, most - 1) + "…"


def _cut(text: str, most: int) -> str:
    """The start of a text that ends with no opening mark, no 的 or 、, and leaves no quotation or bracket open."""
    kept = text[:most]
    for opening, closing in _PAIRS.items():
        at = kept.rfind(opening)
        if at >= 0 and closing not in kept[at:]:
            kept = kept[:at] if at >= 4 else kept[:at] + kept[at + 1 :]
    return kept.rstrip(NOT_LAST + "的和与及、，·-") or text[:most]


def lines(text: str, width: int = MOST, most: int = 2) -> str:
    """The text in at most `most` lines of about `width` characters: no line starts with a mark that closes or ends
    with one that opens, Latin words and numbers stay whole; what does not fit ends in …."""
    made, line = [], ""
    text = clean(text)[: width * (most + 1) * 2]
    rows = math.ceil(_size(text) / width)
    if 1 < rows <= most:  # lines of like length, no single character on the last
        width = min(width, math.ceil(_size(text) / rows) + 1)
    for run in _RUN.findall(text):
        run = run if _size(run) <= width else run[: width * 2 - 1] + "…"
        if line and _size(line) + _size(run) > width and run[0] not in NOT_FIRST:
            moved = ""
            while line and line[-1] in NOT_LAST:
                line, moved = line[:-1], line[-1] + moved
            if line:
                made.append(line.strip())
            line = moved
        line += run
    made = [part for part in [*made, line.strip()] if part]
    made = [part if _size(part) <= width * 2 else _cut(part, width) + "…" for part in made]
    if len(made) <= most:
        return "\n".join(made)
    return "\n".join([*made[: most - 1], _cut(made[most - 1], width - 1) + "…"])


def _size(text: str) -> float:
    """Width in full-width characters."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.55 for c in text)


def numbered(label: str | None, title: str) -> str:
    """The number and the whole title on one line, with a blank where they would run together: 6 以事前激励."""
    number = clean(label or "")
    return f"{number} {clean(title)}" if number[-1:].isalnum() else number + clean(title)


def measure(label: str | None, title: str, parted: str = "\n") -> str:
    """The number, then the short title."""
    number = clean(label or "")[:8]
    return parted.join(part for part in (number, short(title)) if part)


def node(item: Node, called: str | None = None) -> str:
    """The label of a node; `called` is how the notices at hand print a department."""
    if item.kind is Kind.MEASURE:
        label = item.props.get("label")
        return measure(label if isinstance(label, str) else None, item.name) or clean(item.id)[-MOST:]
    if item.kind is Kind.NOTICE:
        number = item.props.get("number")
        return lines(number if isinstance(number, str) and number else item.name, most=3) or clean(item.id)[:MOST]
    return lines(called or item.name, most=3) or clean(item.id)[:MOST]


def natural(id: str) -> list[tuple[int, str]]:
    """A key that puts 9 before 10, for ids that end in an ordinal."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in _NUMBERS.split(id)]


def called(full: Mapping[str, str], printed: Iterable[tuple[str, str]]) -> dict[str, str]:
    """How departments (`full`: id → full name) are written in a picture, from how notices print them (id, words): the
    shortest way, if no other department there is printed so; else the full name."""
    found: dict[str, set[str]] = {}
    for id, name in printed:
        if clean(name):
            found.setdefault(id, set()).add(clean(name))
    shortest = {id: min(names, key=lambda name: (len(name), name)) for id, names in found.items() if id in full}
    times = Counter(shortest.values())
    return {id: shortest[id] if id in shortest and times[shortest[id]] == 1 else name for id, name in full.items()}


def printed(edges: Iterable[Edge]) -> Iterator[tuple[str, str]]:
    """Departments as relations print them."""
    for edge in edges:
        name = edge.props.get("name")
        if edge.kind is Relation.ASSIGNED_TO and isinstance(name, str):
            yield edge.target, name
