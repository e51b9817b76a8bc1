"""Sentences that tell who first, and then the deed: 市发改委牵头，相关部门配合，尽快完成方案。

They stand at the beginning of what a number or a heading names, and charge it where no other clause does.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from graph.model import Role, Span
from ingest.items import clause_lines
from ingest.items.duties import DOES
from ingest.items.outline import NO_TASK
from ingest.numbering import FIRST, number_of
from ingest.text.flow import Flow
from ingest.units import assign
from ingest.units.bare_names import limits
from ingest.units.roles import forms
from ingest.units.said import Clause, Said
from ingest.units.units import organ

_HINT = re.compile("(?:牵头|负责|主办)[^，。；：\n]{0,8}，|由(?<=[。\n、.．]由)(?=[省市区县旗州国各])")
_HEADING = 45
_LONGEST = 240
_DOES = re.compile(f"(?!会同|联合){DOES.pattern}|(?:研究|提出|起草|编制|办理|完成|加快|抓紧|尽快|负责)(?=.{{4}})")
_PART = re.compile("[^，。；：\n]+(?=[，。；])")
_DEED = 6


def joined(flow: Flow, clauses: Sequence[Clause], taken: Sequence[Span]) -> list[Clause]:
    """The clauses, with such sentences in their places of items that none of them charges and that do not lie in what
    is `taken`."""
    more = _find(flow, clauses, taken)
    return sorted([*clauses, *more], key=lambda one: one.start) if more else list(clauses)


def _find(flow: Flow, clauses: Sequence[Clause], taken: Sequence[Span]) -> list[Clause]:
    starts = [clause.start for clause in clauses if clause.units]
    found: list[Clause] = []
    done = -1
    for hint in _HINT.finditer(flow.text):
        at = flow.paragraph(hint.start())
        if at <= done:
            continue
        done = at
        head = _head(flow, at)
        clause = _read(flow.text, *flow.paragraphs[at], numbered=head == at) if head is not None else None
        if clause is None or head is None or any(start <= clause.start < end for start, end in taken):
            continue
        end = _item_end(flow, at)
        begin = flow.paragraphs[head][0]
        if bisect_left(starts, end) == bisect_right(starts, begin) and not _no_task(flow.text, begin, end):
            found.append(clause)
    together = [clause for clause in found if len(clause.units) > 1 and _tells(clause.said, by=False)]
    return found if len(together) > 1 else together


def _no_task(text: str, start: int, end: int) -> bool:
    """Is the heading of an item that of what is no task? （一）加强组织领导。"""
    stop = text.find("。", start, min(end, start + _HEADING))
    line = text.find("\n", start, end)
    head = min(at for at in (stop, line, end) if at > 0)
    return head - start <= _HEADING and NO_TASK.search(text, start, head) is not None


def _head(flow: Flow, at: int) -> int | None:
    """The paragraph whose number a paragraph belongs to: itself, or a heading right above it."""
    for place in (at, at - 1):
        if place < 0:
            break
        start, end = flow.paragraphs[place]
        if _numbered(flow, place) and (place == at or end - start <= _HEADING + 6):
            return place
    return None


def _numbered(flow: Flow, at: int) -> bool:
    start, end = flow.paragraphs[at]
    return flow.text[start : start + 1] in FIRST and number_of(flow.text[start : min(end, start + 20)]) is not None


def _item_end(flow: Flow, at: int) -> int:
    """Where the next number begins below a paragraph."""
    for below in range(at + 1, len(flow.paragraphs)):
        if _numbered(flow, below):
            return flow.paragraphs[below][0]
    return len(flow.text)


def _read(text: str, start: int, end: int, *, numbered: bool) -> Clause | None:
    for begin, first in _beginnings(text, start, end, numbered=numbered):
        stop = min((at for mark in "。；\n" if (at := text.find(mark, first, end)) > 0), default=end)
        best: tuple[int, Said] | None = None
        for part in _PART.finditer(text, first, min(stop + 1, end, first + _LONGEST)):
            if limits(part.group()):
                continue
            if forms().spoken.search(text, part.start(), part.end() + 1) is None:
                if best:
                    best = _joined(text, part.start(), part.end(), best[1]) or best
                    break
                continue
            said = assign.spoken(text, first, part.end(), strict=True)
            if said and not (best and len(said.units) == len(best[1].units)):
                best = part.end() + 1, said
            elif best:
                break
        best = best or _by(text, first, stop)
        if best and end - best[0] >= _DEED and _tells(best[1], by=text.startswith("由", first)):
            return Clause(begin, best[0], best[1], own=begin == start)
    return None


def _joined(text: str, start: int, end: int, said: Said) -> tuple[int, Said] | None:
    """Who helps, behind who leads: 由市生态环境局牵头，|会同市发展改革委、市财政局，"""
    joined = forms().joined.match(text, start, end)
    helpers = assign.listed(text, joined.end(), end, Role.SUPPORT) if joined else None
    if not helpers or not all(organ(unit.part.name) for unit in helpers.units):
        return None
    return end + 1, said.then(helpers)


def _by(text: str, start: int, end: int) -> tuple[int, Said] | None:
    """Who is to do what, with no verb between: 由市生态环境局会同市水务局|研究提出方案"""
    if not text.startswith("由", start):
        return None
    for deed in _DOES.finditer(text, start + 3, min(end, start + 80)):
        if re.search("[，；：]", text[start : deed.start()]):
            break
        said = assign.listed(text, start, deed.start(), Role.RESPONSIBLE)
        if said.units and all(organ(unit.part.name) for unit in said.units):
            return deed.start(), said
    return None


def _tells(said: Said, *, by: bool) -> bool:
    """Does a body lead, or bear what another helps with, as charges have it, or `by` it be done?"""
    named = {unit.role for unit in said.units if not assign.ANYBODY.match(unit.part.name)}
    helped = any(unit.role is Role.SUPPORT for unit in said.units)
    return Role.LEAD in named or (Role.RESPONSIBLE in named and (helped or by))


def _beginnings(text: str, start: int, end: int, *, numbered: bool) -> Iterator[Span]:
    """Where the sentence may begin, and its units: with the paragraph, behind its number, its heading or its task."""
    number = number_of(text[start : min(end, start + 20)]) if numbered else None
    body = start + number.end if number else start
    yield body, body
    if task := clause_lines.TASK.match(text, body, end):
        yield task.end(), task.end()
    stop = text.find("。", body, body + _HEADING) if numbered else -1
    if stop > 0:
        yield stop + 1, stop + 1
