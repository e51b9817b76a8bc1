"""Which stretch of a notice is a measure: the smallest item that carries its own responsibility clause.

Clauses say where measures end. One begins at the nearest number before its clause, or where the clause before it ended.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.clauses import Clause
from ingest.flow import Flow
from ingest.numbering import number_of
from ingest.outline import NO_TASK, Item, Outline, heading_of, printed

_JOINT = " \n，。；、,;.！"
# a line that begins another part of the notice
_HEADLIKE = re.compile(r"[^。；：！？，\n]{2,30}$")
_FOOT = re.compile(
    r"附件|抄送|.{2,24}(?:人民政府|委员会|办公室|局|厅|部|国务院)(?:办公[室厅])?$|\d{4}年\d{1,2}月\d{1,2}日|（此件|（本文"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A measure at flow[start:end], clause included; its own words are at `words` (one stretch or more)."""

    start: int
    end: int
    words: tuple[tuple[int, int], ...]
    label: str | None
    section: str | None
    title: str
    clauses: tuple[Clause, ...]


def find(flow: Flow, outline: Outline, clauses: Sequence[Clause], rows: Sequence[Found] = ()) -> list[Found]:
    """Measures in the order of the notice: those with clauses, task-like items beside them without one, and `rows`
    of tables."""
    who = [clause for clause in clauses if clause.units]
    times = [clause for clause in clauses if not clause.units]
    heads = _heads(outline, who)
    found: list[Found] = []
    before = 0
    for clause, head in zip(who, heads, strict=True):
        found.append(_measure(flow, outline, clause, head, before, who, times))
        before = max(clause.end, found[-1].end)
    found += _unowned(flow, outline, found, heads)
    return sorted(
        (one for one in [*found, *rows] if any(end > start for start, end in one.words)), key=lambda one: one.start
    )


def _heads(outline: Outline, who: Sequence[Clause]) -> list[Item | None]:
    """The numbered item that each clause closes; None where no number stands between it and the clause before."""
    heads: list[Item | None] = []
    before = 0
    for clause in who:
        at = bisect_right(outline.starts, clause.start) - 1
        item = outline.items[at] if at >= 0 and outline.starts[at] >= before else None
        if item is not None and any(item.start < place <= clause.start for place in outline.breaks):
            item = None
        heads.append(item)
        before = clause.end
    return _climbed(outline, heads)


def _climbed(outline: Outline, heads: list[Item | None]) -> list[Item | None]:
    """A clause after the last of several points closes the item above them, where notices of this one's habit do so.

    （三）….1.….2.….（责任单位：A）: if no point but a last one ever has a clause, it is the item's.
    """
    for _ in range(3):
        owned = {item.at for item in heads if item is not None}
        early: Counter[str] = Counter()
        for item in heads:
            if item is not None:
                family = outline.siblings(item)
                early[item.number.kind] += len(family) == 1 or family[-1] is not item
        moved = list(heads)
        for place, item in enumerate(heads):
            if item is None or item.parent is None or early[item.number.kind] or item.parent in owned:
                continue
            family = outline.siblings(item)
            parent = outline.items[item.parent]
            if len(family) > 1 and family[-1] is item and not any(one.at in owned for one in family[:-1]):
                moved[place] = parent
        if moved == heads:
            break
        heads = moved
    return heads


def _measure(
    flow: Flow,
    outline: Outline,
    clause: Clause,
    head: Item | None,
    before: int,
    who: Sequence[Clause],
    times: Sequence[Clause],
) -> Found:
    text = flow.text
    label = section = None
    if head is not None:
        start, body = head.start, head.start + head.number.end
        label, section = head.number.printed, outline.section(head)
    else:
        start = body = _start(flow, clause, before)
        at = bisect_right(outline.starts, start) - 1
        section = printed(outline.items[at]) if at >= 0 else None
    own = [(body, clause.start)]
    end = clause.end
    limits = [one for one in times if start <= one.start < clause.start]
    for one in limits:
        last = own.pop()
        own += [(last[0], one.start), (one.end, last[1])]
    if head is not None and clause.start - body <= 60 and "。" not in text[body : clause.start].rstrip("。\n "):
        after = _after(flow, outline, clause, head, who)
        if after > clause.end:
            own.append((clause.end, after))
            end = after
    limits += [one for one in times if clause.end <= one.start < end]
    words = tuple(trimmed for one in own if (trimmed := _trim(text, *one))[1] > trimmed[0])
    return Found(start, end, words, label, section, _title(flow, words), (clause, *limits))


def _start(flow: Flow, clause: Clause, before: int) -> int:
    """Where a measure without a number begins: after the clause before it in the paragraph, else with its paragraph;
    a clause in a paragraph of its own closes the one above."""
    text = flow.text
    paragraph = bisect_right([start for start, _ in flow.paragraphs], clause.start) - 1
    start = flow.paragraphs[paragraph][0]
    if not text[max(start, before) : clause.start].strip(_JOINT):
        while paragraph > 0 and not text[max(start, before) : clause.start].strip(_JOINT):
            paragraph -= 1
            start = flow.paragraphs[paragraph][0]
            if start < before:
                break
    start = max(start, before)
    if paragraph > 0 and start == flow.paragraphs[paragraph][0]:
        above = flow.paragraphs[paragraph - 1]
        line = text[above[0] : above[1]]
        if above[0] >= before and _HEADLIKE.match(line) and not _FOOT.match(line) and not number_of(line):
            start = above[0]
    while start < clause.start and text[start] in _JOINT:
        start += 1
    return start


def _after(flow: Flow, outline: Outline, clause: Clause, head: Item, who: Sequence[Clause]) -> int:
    """Where the words end that follow a clause under a heading: （一）推进…（责任单位：A） and then what to do."""
    limit = min(
        outline.end(head, len(flow.text)), *(one.start for one in who if one.start > clause.start), len(flow.text)
    )
    end = clause.end
    for start, finish in flow.paragraphs:
        if start < clause.end:
            continue
        line = flow.text[start:finish]
        if finish > limit or _FOOT.match(line) or (_HEADLIKE.match(line) and not number_of(line)):
            break
        end = finish
    return end


def _unowned(flow: Flow, outline: Outline, found: Sequence[Found], heads: Sequence[Item | None]) -> list[Found]:
    """Items beside measures, of the same kind under the same heading, that name no unit and are tasks all the same."""
    owned = {item.at for item in heads if item is not None}
    inside = set(owned)
    for at in owned:
        parent = outline.items[at].parent
        while parent is not None:
            inside.add(parent)
            parent = outline.items[parent].parent
    families = {(item.parent, item.number.kind) for item in heads if item is not None}
    extra = []
    for item in outline.items:
        if item.at in inside or (item.parent, item.number.kind) not in families or NO_TASK.search(item.heading):
            continue
        if item.parent is None and len(found) < 3:
            continue
        end = outline.end(item, item.end if item is outline.items[-1] else len(flow.text))
        starts = [one.start for one in found if one.start >= item.start] + [end]
        end = min(end, *starts)
        if any(one.start < end and one.end > item.start for one in found):
            continue
        words = _trim(flow.text, item.start + item.number.end, end)
        if words[1] - words[0] < 15:
            continue
        extra.append(
            Found(
                item.start, words[1], (words,), item.number.printed, outline.section(item), _title(flow, (words,)), ()
            )
        )
    return extra


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \n，；。、":
        start += 1
    while start < end and text[end - 1] in " \n（【〔":
        end -= 1
    return start, end


_CUT = re.compile(r"[，。；：、！？\n（]")


def _title(flow: Flow, words: Sequence[tuple[int, int]]) -> str:
    """The heading if there is one, else the leading clause, cut at a mark near thirty characters."""
    if not words:
        return ""
    start, end = words[0]
    shown, text = flow.printed[start : min(end, start + 120)], flow.text[start : min(end, start + 120)]
    heading = heading_of(shown, text.split("\n")[0])
    if heading and len(heading) <= 30:
        return heading
    cut = 0
    for found in _CUT.finditer(text):
        if found.start() > 30 and cut:
            break
        cut = found.start()
        if cut >= 6 and found.group() in "，。；：\n":
            break
    return (shown[:cut] if 0 < cut <= 30 else shown[:30]).strip()
