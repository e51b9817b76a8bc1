"""How wide a text was printed, found out from its lines; and lines of print that stand in bits, broken at marks, too:

（三）/ 落实各项部署，/ 帮助企业应对困难。
"""

from collections import Counter
from collections.abc import Sequence

from ingest.numbering import LABEL

_ENDS = frozenset("，、。；：！？）”》")


def of(lines: Sequence[str]) -> tuple[int | None, bool]:
    """The width at which lines are wrapped, None where every paragraph is one line; and whether they stand in bits."""
    bits = sum(line[-1] in "，、" for line in lines)
    in_bits = bits >= 4 and bits > len(lines) * 0.08
    # of lines in bits only those fill the width that a mark does not end
    return _wrapped([line for line in lines if not in_bits or line[-1] not in _ENDS]), in_bits


def width_of(text: str) -> int:
    """Columns that a line takes: two for a Chinese character, one for a Latin one."""
    return (len(text.encode("utf-8", "surrogatepass")) + len(text)) // 2


def filled(lines: Sequence[tuple[str, bool]], width: int) -> list[int]:
    """How much of a line of print each line fills together with the bits before it; each line with whether a gap stands
    before it."""
    found: list[int] = []
    for at, (text, gap) in enumerate(lines):
        own = width_of(text)
        above = lines[at - 1][0] if at else ""
        goes_on = at > 0 and not gap and (above[-1] in _ENDS or LABEL.fullmatch(above))
        found.append(found[-1] + own if goes_on and found[-1] + own <= width + 3 else own)
    return found


def _wrapped(lines: Sequence[str]) -> int | None:
    widths = Counter(w for w in [width_of(line) for line in lines if 12 <= len(line) <= 60] if w >= 30)
    total = sum(widths.values())
    if total < 6 or total < len(lines) * 0.3:
        return None
    near = {w: sum(widths[w - d] for d in range(5)) for w in widths}
    best = max(near, key=lambda w: (near[w], w))
    return (
        best if near[best] >= total * 0.4 and sum(n for w, n in widths.items() if w > best + 4) <= total * 0.1 else None
    )
