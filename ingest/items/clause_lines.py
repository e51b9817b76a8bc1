"""Clauses without a bracket: labels on lines of their own or after a sentence, sentences of who, names alone.

牵头部门：省审改办、省司法厅 / 参与部门：省级有关部门 / 完成时限：2019年6月底前
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from graph.model import Role, Span
from graph.records import Record
from ingest.items import several
from ingest.numbering import ANNEX, FIRST, number_of
from ingest.text.flow import Flow
from ingest.units import assign, rules, unit_lists
from ingest.units.bare_names import limits
from ingest.units.labels import MOST, fields, labels_in
from ingest.units.roles import Field, field_of, forms
from ingest.units.said import Assigned, Clause, Said
from ingest.units.units import organ

# what a label in the middle of a paragraph stands after
_SENTENCE = re.compile(r"[。；！？”）】〕 ，—][【〔]?(?=\w)")


_AFTER = frozenset("。；！？”）】〕 ，—").__contains__


class Unread(Record, frozen=True):
    """Where a clause stands; most of these lie in another clause and are never read."""

    start: int
    end: int
    read: Callable[[], "Clause | None"]


def labelled(flow: Flow) -> Iterator[Clause | Unread]:
    """Labels without a bracket: on lines of their own, or after the last sentence of a paragraph."""
    text = flow.text
    seen = start = end = -1
    opening = first = None
    for hint in forms().label_hint.finditer(text):
        if hint.start() < seen:
            continue
        if hint.start() >= end:
            at = flow.paragraph(hint.start())
            start, end = flow.paragraphs[at]
            counted = several.of(text, start, end)
            opening = forms().opening.match(text, counted[1] if counted else start, end)
            number = None if opening or text[start] not in FIRST else number_of(text[start : min(end, start + 20)])
            first = forms().opening.match(text, start + number.end, end) if number else None
        if first and (
            text[first.start()] not in "（〔【" or first.group()[-1] in "】〕]"
        ):  # （一）责任单位：市交通局。新建道路… ; 1.【责任单位】市交通局
            begin, till = first.start(), _till(text, first.end(), end)
            seen = till
            if "分工" in first.group() and len(_BEARS.findall(text, begin, end)) > 1:
                seen, first = end, None  # who bears what, each for itself: `duties`
                continue
            first = None
            yield Unread(begin, till, partial(_in_line, text, begin, till))
            continue
        if opening and (text[start] not in "（〔【" or opening.group()[-1] in "】〕]"):
            seen = end
            clause = None if _of_site(text, start, end) else _own_line(flow, at, opening)
            if clause:
                seen = clause.end
                yield clause
            continue
        for label in labels_in(text, max(start, hint.start() - 16), min(end, hint.end() + 4), _SENTENCE):
            bracketed = text[label.start() - 1] in "【〔"
            if label.start() > start and (
                label.group()[-1] in "】〕" if bracketed else _AFTER(text[label.start() - 1])
            ):
                seen = till = _till(text, label.end(), end)
                begin = label.start() - bracketed
                yield Unread(begin, till, partial(_in_line, text, begin, till))
                break


_BEARS = re.compile(r"负责[^；。，、\n]{2,}[；。]")


def _in_line(text: str, start: int, end: int) -> Clause | None:
    """A label in the middle of a paragraph, with what it says."""
    said = None if _of_site(text, start, end) else fields(text, start, end)
    return Clause(start, end, said) if said and (said.units or said.limit) else None


def _own_line(flow: Flow, at: int, opening: "re.Match[str]") -> Clause | None:
    """A line that begins with a label; 责任单位： alone has its units on the lines below."""
    start, end = flow.paragraphs[at]
    said = fields(flow.text, opening.start(), end)
    if said and end - opening.end() < 2:
        said, end = _below(flow, at, *field_of(opening))
    elif said and said.units and flow.text[end - 1] not in "。；;":
        said, end = _goes_on(flow, at, said)
    if said and said.units:
        said, end = _others(flow, end, said)
    return Clause(start, end, said, own=True) if said else None


def _others(flow: Flow, end: int, said: Said) -> tuple[Said, int]:
    """Others by any short word for them, right below those of a label: 牵头单位：区府办 / 成员单位：区财政局"""
    at = flow.paragraph(end) + 1
    while at < len(flow.paragraphs):
        start, finish = flow.paragraphs[at]
        label = forms().group.match(flow.text, start, finish)
        if not label or forms().opening.match(flow.text, start, finish):
            break
        more = assign.listed(flow.text, label.end(), finish, Role.RESPONSIBLE)
        if not more.units or not all(organ(unit.part.name) for unit in more.units):
            break
        said, end, at = said.then(more), finish, at + 1
    return said, end


_DAY = re.compile(r".{0,20}\d ?日(?:印发)?$")


def _goes_on(flow: Flow, at: int, said: Said) -> tuple[Said, int]:
    """A list of a label that goes on below, a name a line; the last name above a date signs the notice."""
    text, end = flow.text, flow.paragraphs[at][1]
    names: list[tuple[Said, int]] = []
    for start, finish in flow.paragraphs[at + 1 : at + 1 + _MOST_BELOW]:
        plain = 4 <= finish - start <= 40 and "。" not in text[start:finish] and not number_of(text[start:finish])
        more = assign.named(text, start, finish) if plain else None
        if more is None or more.limit or forms().opening.match(text, start, finish):
            if names and _DAY.match(text, start, finish):
                names.pop()
            break
        names.append((more, finish))
    for more, _ in names:
        said = said.then(more.as_role(said.units[-1].role))
    return said, names[-1][1] if names else end


_MOST_BELOW = 40  # lines of units below a label


def _below(flow: Flow, at: int, field: Field, role: Role | None) -> tuple[Said, int]:
    """What stands on the lines below a label that stands alone: units as long as lines name some, or a limit."""
    said, end = Said(), flow.paragraphs[at][1]
    for below in range(at + 1, min(at + 1 + _MOST_BELOW, len(flow.paragraphs))):
        start, finish = flow.paragraphs[below]
        if finish == start:
            continue
        if field is Field.TIME:
            if limits(flow.text[start:finish]):
                return Said(limit=(start, finish)), finish
            break
        more = assign.named(flow.text, start, finish)
        if more is None or role is None:
            break
        said, end = said.then(more.as_role(role)), finish
    return said, end


_LAST = frozenset("位门体限间点求排度期）")


def alone(flow: Flow) -> Iterator[Clause]:
    """Labels without a colon on lines of their own, what they announce below: 责任单位 / 市发改委 / 时限 / 6月底."""
    for at, (start, end) in enumerate(flow.paragraphs):
        if not 4 <= end - start <= 14 or flow.text[end - 1] not in _LAST:
            continue
        label = forms().header.fullmatch(flow.text, start, end)
        if label and field_of(label)[0] in (Field.WHO, Field.TIME):
            said, till = _below(flow, at, *field_of(label))
            if said.units or said.limit:
                yield Clause(start, till, said, own=True)


# the foot of a web page: 主办单位：… 版权所有 ICP备案
_SITE = re.compile(
    r"版权所有|ICP备|网安备|网站标识码|技术支持|邮编|地址：|网站地图|联系我们|浏览器|主办单位：.*承办单位："
)


# 主办：市政府办公室 校对：王五 ; below 抄送：… or 2025年2月3日印发
_PRINTING = re.compile("校对|核稿|拟稿|签发|打印|共印|责任编辑|制版")
_END = re.compile(r"(?:抄送|抄报|分送|发至|公开方式|联系人)[：: ]|.{0,30}\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日(?:印发)?$")
_NEAR = 6


def _of_site(text: str, start: int, end: int) -> bool:
    """Does a line speak of a web site, or of how the notice was printed, not of a task?"""
    if "办" not in text[start : start + 4]:
        return False
    if _SITE.search(text[max(0, start - 60) : end + 160]) or _PRINTING.search(text, start, end):
        return True
    above = [line for line in text[max(0, start - 300) : start].split("\n") if line][-_NEAR:]
    for line in reversed(above):
        if number_of(line[:20]) or ANNEX.match(line[:20]):
            return False
        if _END.match(line):
            return True
    return False


def _till(text: str, start: int, end: int) -> int:
    """Where fields end that begin in the middle of a paragraph: at its end, or before a sentence that tells more."""
    end = min(end, start + MOST)
    for stop in _STOP.finditer(text, start, end):
        rest = text[stop.end() : min(end, stop.end() + 120)].strip()
        if rest and not forms().label.match(rest) and not rules.HINT.search(rest[:60]):
            return stop.end()
    return end


_STOP = re.compile("。")


def spoken(flow: Flow) -> Iterator[Clause]:
    """A sentence of who: 由市发展改革委牵头，市财政局配合。 at the end of a paragraph, perhaps a limit after it."""
    text = flow.text
    for hint in forms().spoken.finditer(text):
        start, end = flow.paragraphs[flow.paragraph(hint.start())]
        if point := _POINT.search(text, hint.end(), min(end, hint.end() + 60)):
            end = point.end()
        if end - hint.end() > 60:
            continue
        limit: Span | None = None
        helping = list(_helping(text, hint.end(), end))
        rest = [
            member
            for member in _MEMBER.finditer(text, hint.end(), end)
            if not any(first <= member.start() < last for first, last, _ in helping)
        ]
        if not all(limits(member.group()) for member in rest):
            continue
        for member in rest:
            limit = assign.extended(text, limit, member.span())
        for begin, first in _beginnings(text, max(start, hint.end() - 400), hint.start(), start):
            said = assign.spoken(text, first, hint.end(), strict=True)
            if said and begin <= _body(text, start) and any(_DEED.search(member.group()) for member in rest):
                break  # who first, then the deed: `leading`
            if said:
                yield Clause(begin, end, said.then(_helpers(helping)).then(Said(limit=limit)), own=begin == start)
                break


def bare(flow: Flow) -> Iterator[Clause]:
    """Names alone as the last words of a numbered item, set apart by blanks: …达标率90%以上。区信访局 区委政法委"""
    text = flow.text
    for start, end in flow.paragraphs:
        cut = text.rfind("。", start, end)
        if cut < 0 or not 6 <= end - cut <= 200 or text[start] not in FIRST or " " not in text[cut + 2 : end].strip():
            continue
        said = assign.named(text, cut + 1, end)
        whole = said and not any(re.search(r"\s|单位|领导", unit.part.name) for unit in said.units)
        if said and whole and len(said.units) > 1 and number_of(text[start : start + 20]):
            yield Clause(cut + 1, end, said)


_MEMBER = re.compile(r"[^，；。、\s]+")
# 8月底前|新修道路20公里
_DEED = re.compile(
    "[前底内末](?!.{0,6}(?:完成|落实|到位|办结|见效|结束|启动|开工|建成|竣工|投用|使用)$)[^前底内末]{6,}$"
)
# …牵头组织实施，|县公安局配合做好管理工作
_HELPS = re.compile(
    r"(?<=，)(?P<who>[^，；。\s]{3,60}?)(?:积极|密切|共同|协同)*(?:配合|协助|参与)"
    r"(?:做好|抓好|开展|推进|落实|实施|完成)[^，；。\s]{0,20}(?=[，；。]|$)"
)


def _helping(text: str, start: int, end: int) -> Iterator[tuple[int, int, Said]]:
    """Sentences of who helps with what, behind the verb of who leads."""
    for found in _HELPS.finditer(text, start, end):
        parts = unit_lists.split(text, *found.span("who"))
        if parts and all(organ(part.name) for part in parts):
            yield *found.span(), Said(units=tuple(Assigned(part, Role.SUPPORT, True) for part in parts))


def _helpers(helping: Iterable[tuple[int, int, Said]]) -> Said:
    said = Said()
    for _, _, one in helping:
        said = said.then(one)
    return said


# …，由市数据局牵头；|二是…
_POINT = re.compile("[；。](?=[二三四五六七八九十]是)")
# 此项工作由市民政局牵头负责 ; 该项工作市民政局为牵头单位
SUBJECT = re.compile(
    r"(?:(?:此|该|本|这|上述|以上|具体)[项类条款点节章]?(?:工作|任务|措施|政策|事项)?(?:具体|统一|主要)?|统一|主要|原则上)由|"
    "(?:此|该|本|这)项(?:工作|任务|措施|政策|事项)(?=[^由])"
)


# 在新区设立试验区事宜|由市发改委牵头
TASK = re.compile("[^，。；：\n]{4,40}?(?:事宜|项目|工作|任务|事项|工程)，?(?=由)")
# …，由市数据局牵头 ; …，具体由市应急局负责
_BY = re.compile("，(?:具体|统一|主要|原则上)?由")


def _beginnings(text: str, first: int, last: int, start: int) -> Iterator[Span]:
    """Where the sentence may begin, and its units: after a full stop, after a semicolon, at 由, after 此项工作由."""
    own = _BY.search(text, max(text.rfind("。", first, last), text.rfind("；", first, last), first), last)
    by = own.start() if own else -1
    for mark in ("，由",) if by >= 0 else ("。", "；", "，由"):
        cut = by if by >= 0 else text.rfind(mark, first, last)
        begin = cut + 1 if cut >= 0 else first
        if not ((begin > start and cut < 0) or text.startswith(("（", "〔", "【"), begin)):
            if counted := several.of(text, begin, last):
                yield begin, counted[1]
            subject = SUBJECT.match(text, begin, last)
            if subject:
                yield begin, subject.end()
            yield begin, begin
            if not subject and begin == first and (task := TASK.match(text, _body(text, start), last)):
                yield task.end(), task.end()


def _body(text: str, start: int) -> int:
    """Where a paragraph begins behind its number."""
    number = number_of(text[start : start + 20]) if text[start] in FIRST else None
    return start + number.end if number else start
