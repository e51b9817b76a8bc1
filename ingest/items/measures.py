"""Which stretch of a notice is a measure: the smallest item that carries its own responsibility clause.

Clauses say where measures end. One begins at the nearest number before its clause, or where the clause before it ended.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from graph.model import Span
from graph.records import Record
from ingest.items.measure_title import title_of, without_entries
from ingest.items.outline import NO_TASK, Item, Outline, printed
from ingest.numbering import number_of
from ingest.text.flow import Flow
from ingest.units.said import Clause

_JOINT = " \n，。；、,;.！"
# a line that is a heading without a number
_HEADLIKE = re.compile(r"[^。；：！？，\n]{2,30}$")
# 南郑区2022年重点工作清单 : the title of them all
_TITLE = re.compile(r".*(?:清单|任务表|分解表|一览表)(?:（.{1,12}）)?$")
FOOT = re.compile(
    r"附件|抄送|(?:主办|承办|协办|督办|拟稿|核稿|校对|打印|签发|抄报|分送|发至|公开方式|联系人|联系电话)(?:单位|部门|人)?[：:]|"
    r".{2,24}(?:人民政府|委员会|办公室|局|厅|部|国务院)(?:办公[室厅])?$|.{0,20}\d{4}年\d{1,2}月\d{1,2}日|（此件|（本文|注："
)


class Found(Record, frozen=True):
    """A measure at flow[start:end], clause included; its own words are at `words` (one stretch or more),
    `projects` are names that the frame of a table announces, `above` clauses of the headings it stands under,
    `where` the cell of a table that says where."""

    start: int
    end: int
    words: tuple[Span, ...]
    label: str | None
    section: str | None
    title: str
    clauses: tuple[Clause, ...]
    projects: tuple[Span, ...] = ()
    above: tuple[Clause, ...] = ()
    where: Span | None = None


def find(flow: Flow, outline: Outline, clauses: Sequence[Clause], rows: Sequence[Found] = ()) -> list[Found]:
    """Measures in the order of the notice: those with clauses, task-like items beside them without one, and `rows`
    of tables."""
    who = [clause for clause in clauses if clause.units]
    times = [clause for clause in clauses if not clause.units]
    heads = _heads(outline, who)
    found: list[Found] = []
    others: list[Found] = []
    before = 0
    for at, (clause, head) in enumerate(zip(who, heads, strict=True)):
        until = _until(outline, who[at + 1], heads[at + 1], clause) if at + 1 < len(who) else len(flow.text)
        if head is not None and clause.above != 1:
            others += _above(flow, outline, clause, head, before)
        found.append(_measure(flow, outline, clause, head, before, until, times))
        before = max(clause.end, found[-1].end)
    found = _below_charged(outline, heads, found)
    found += others
    found += _unowned(flow, outline, [*found, *rows], heads)
    return sorted((one for one in [*found, *rows] if one.words), key=lambda one: one.start)


def _heads(outline: Outline, who: Sequence[Clause]) -> list[Item | None]:
    """The numbered item that each clause closes; None where no number stands between it and the clause before."""
    heads: list[Item | None] = []
    before = 0
    for clause in who:
        item = outline.at(clause.start)
        if item is not None and (item.start < before or _parted(outline, item, clause)):
            item = None
        heads.append(item)
        before = clause.end
    return _climbed(outline, who, heads)


def _parted(outline: Outline, item: Item, clause: Clause) -> bool:
    """Does an annex begin between the number and the clause?"""
    return bisect_left(outline.breaks, item.start) < bisect_left(outline.breaks, clause.start)


def _climbed(outline: Outline, who: Sequence[Clause], heads: list[Item | None]) -> list[Item | None]:
    """A clause after the last of several points closes the item above them, where notices of this one's habit do so.

    （三）….1.….2.….（责任单位：A）: if no point but a last one ever has a clause, it is the item's. A clause in
    the line of its point must show that habit twice, and nothing else below the item may have a clause.
    """
    for _ in range(3):
        inside = _inside(outline, heads)
        owned = {item.at for item in heads if item is not None}
        early: Counter[str] = Counter()
        late: Counter[str] = Counter()
        for item in heads:
            if item is not None:
                family = outline.siblings(item)
                last = len(family) > 1 and family[-1] == item.at
                early[item.number.kind] += not last
                late[item.number.kind] += last
        moved = list(heads)
        for place, (clause, item) in enumerate(zip(who, heads, strict=True)):
            if item is None or item.parent is None or item.parent in owned or early[item.number.kind]:
                continue
            family = outline.siblings(item)
            if (
                family[-1] == item.at
                and clause.above == 1
                and (clause.own or late[item.number.kind] > 1)
                and not _CHAPTER.search(outline.items[item.parent].heading)
                and not inside.intersection(family[:-1])
            ):
                moved[place] = outline.items[item.parent]
        if moved == heads:
            break
        heads = moved
    return heads


# what no unit is ever charged with as a whole
_CHAPTER = re.compile(
    r"^(?:重点|主要|工作|具体|目标|年度|基本)*(?:任务|措施|举措|内容|工作|事项|清单)(?:分工|清单|及分工)?$"
)


def _inside(outline: Outline, heads: Sequence[Item | None]) -> set[int]:
    """Items that a clause closes, and all that these stand under."""
    found: set[int] = set()
    for head in heads:
        at = head.at if head is not None else None
        while at is not None and at not in found:
            found.add(at)
            at = outline.items[at].parent
    return found


def _measure(
    flow: Flow, outline: Outline, clause: Clause, head: Item | None, before: int, until: int, times: Sequence[Clause]
) -> Found:
    """The measure that a clause closes; `before` is where the one before ends, `until` where the next clause begins."""
    text = flow.text
    if head is not None:
        start, body = head.start, head.start + head.number.end
        label, section = head.number.printed, outline.section(head)
    else:
        start = body = _start(flow, clause, before)
        above = outline.at(start)
        label, section = None, printed(above) if above else None
    own = [(body, clause.start)]
    end = clause.end
    if head is not None and clause.start - body <= 60 and "。" not in text[body : clause.start].rstrip("。\n "):
        after = _after(flow, outline.end(head, until), clause)
        if after > clause.end:
            own.append((clause.end, after))
            end = after
    if head is not None and clause.own and end == clause.end:
        end = _lines_below(flow, outline.end(head, until), end, times)
    limits = times[bisect_left(times, start, key=_begin) : bisect_left(times, end, key=_begin)]
    for one in limits:
        own = [part for stretch in own for part in _without(stretch, one)]
    own = [part for stretch in own for part in without_entries(text, *stretch)]
    words = tuple(trimmed for one in own if (trimmed := _trim(text, *one))[1] > trimmed[0])
    return Found(start, end, words, label, section, title_of(flow, words), (clause, *limits))


def _below_charged(outline: Outline, heads: Sequence[Item | None], found: list[Found]) -> list[Found]:
    """A heading charged with a unit, all of whose items have clauses of their own, is no measure; its clause is theirs,
    too: （一）畅通物流（牵头单位：A） 1.建枢纽。（责任单位：B） 2.…（责任单位：C）"""
    inside = _inside(outline, heads)
    below: dict[int, list[int]] = {}
    for item in outline.items:
        if item.parent is not None:
            below.setdefault(item.parent, []).append(item.at)
    charged = {
        at: (one.start, outline.end(head, outline.items[-1].end), one.clauses[:1])
        for at, (head, one) in enumerate(zip(heads, found, strict=True))
        if head is not None
        and one.clauses[0].start < head.end
        and len(one.words) == 1
        and _HEADLIKE.match(head.heading)
        and inside.issuperset(below.get(head.at, (-1,)))
    }
    kept = []
    for at, one in enumerate(found):
        if at not in charged:
            above = [
                clause for start, end, clauses in charged.values() if start < one.start < end for clause in clauses
            ]
            kept.append(one.replace(above=tuple(above)) if above else one)
    return kept


def _until(outline: Outline, following: Clause, its: Item | None, clause: Clause) -> int:
    """Where what follows a clause ends: where the item of the next clause begins, or the first one that this stands
    under, else that clause."""
    if its is None or its.start < clause.end:
        return following.start
    while its.parent is not None and outline.items[its.parent].start >= clause.end:
        its = outline.items[its.parent]
    return its.start


def _above(flow: Flow, outline: Outline, clause: Clause, head: Item, before: int) -> list[Found]:
    """The items before `head`, of its kind and under its heading, that a clause closes with it: 以上三项由…负责."""
    family = outline.siblings(head)
    at = family.index(head.at)
    found = []
    for place in family[at - clause.above + 1 if 0 < clause.above <= at else 0 : at]:
        item = outline.items[place]
        body, end = item.start + item.number.end, outline.end(item, head.start)
        words = _trim(flow.text, body, end)
        if item.start >= before and words[1] > words[0]:
            title = title_of(flow, (words,))
            said = (clause.replace(above=1),)
            found.append(Found(item.start, words[1], (words,), item.number.printed, outline.section(item), title, said))
    return found


def _begin(clause: Clause) -> int:
    return clause.start


def _without(stretch: Span, clause: Clause) -> list[Span]:
    """What is left of a stretch when a clause is taken out."""
    start, end = stretch
    if not start <= clause.start < end:
        return [stretch]
    return [(start, clause.start), (min(clause.end, end), end)]


def _start(flow: Flow, clause: Clause, before: int) -> int:
    """Where a measure without a number begins: after the clause before it in the paragraph, else with its paragraph;
    a clause in a paragraph of its own closes the one above."""
    text = flow.text
    paragraph = flow.paragraph(clause.start)
    start = flow.paragraphs[paragraph][0]
    while paragraph > 0 and start > before and not text[start : clause.start].strip(_JOINT):
        paragraph -= 1
        start = flow.paragraphs[paragraph][0]
    start = max(start, before)
    if paragraph > 0 and start == flow.paragraphs[paragraph][0]:
        above = flow.paragraphs[paragraph - 1]
        line = text[above[0] : above[1]]
        if (
            above[0] >= before
            and _HEADLIKE.match(line)
            and not (FOOT.match(line) or _TITLE.match(line) or number_of(line))
        ):
            start = above[0]
    while start < clause.start and text[start] in _JOINT:
        start += 1
    return start


def _after(flow: Flow, limit: int, clause: Clause) -> int:
    """Where the words end that follow a clause under a heading: （一）推进…（责任单位：A） and then what to do."""
    end = clause.end
    for at in range(flow.paragraph(clause.start), len(flow.paragraphs)):
        start, finish = flow.paragraphs[at]
        line = flow.text[start:finish]
        if finish > limit or (
            start >= clause.end and (FOOT.match(line) or (_HEADLIKE.match(line) and not number_of(line)))
        ):
            break
        end = max(end, finish)
    return end


# 整改目标：… between 责任单位：… and 整改时限：…
_FIELD = re.compile(r"[一-龥]{2,8}：")


def _lines_below(flow: Flow, limit: int, end: int, times: Sequence[Clause]) -> int:
    """Where a limit ends on a line of its own below a clause, each line between beginning with a label; else `end`."""
    place = bisect_left(times, end, key=_begin)
    if place == len(times) or times[place].end > limit:
        return end
    first, last = flow.paragraph(end), flow.paragraph(times[place].start)
    between = (flow.paragraphs[at][0] for at in range(first, last) if flow.paragraphs[at][0] >= end)
    return times[place].end if all(_FIELD.match(flow.text, start) for start in between) else end


def _unowned(flow: Flow, outline: Outline, found: Sequence[Found], heads: Sequence[Item | None]) -> list[Found]:
    """Items beside measures, of the same kind under the same heading, that name no unit and are tasks all the same."""
    inside = _inside(outline, heads)
    families = {outline.siblings(head) for head in heads if head is not None}
    taken = sorted((one.start, one.end) for one in found)
    extra = []
    for family in families:
        for place in family:
            item = outline.items[place]
            if place in inside or NO_TASK.search(item.heading) or (item.parent is None and len(found) < 3):
                continue
            last = place + 1 == len(outline.items)
            end = outline.end(item, item.end if last else len(flow.text))
            index = bisect_left(taken, (item.start, item.start))
            if (index < len(taken) and taken[index][0] < end) or (index and taken[index - 1][1] > item.start):
                continue
            words = _trim(flow.text, item.start + item.number.end, _body_end(flow, item, end))
            if words[1] - words[0] >= 15:
                title = title_of(flow, (words,))
                section = outline.section(item)
                extra.append(Found(item.start, words[1], (words,), item.number.printed, section, title, ()))
    return extra


def _body_end(flow: Flow, item: Item, end: int) -> int:
    """Where an item ends that no clause closes: before the foot of the notice."""
    for at in range(flow.paragraph(item.start) + 1, len(flow.paragraphs)):
        start, finish = flow.paragraphs[at]
        if start >= end:
            break
        if FOOT.match(flow.text[start:finish]):
            return start
    return end


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \n，；。、★☆▲△▼※◎":
        start += 1
    while start < end and text[end - 1] in " \n（【〔":
        end -= 1
    return start, end
