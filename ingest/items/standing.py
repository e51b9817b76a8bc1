"""What a notice says once for all its measures: who leads, which units take part everywhere, by when all is done.

列第一位的为牵头单位，下同 holds from its clause on; said outside any clause (注：第一位为牵头单位) everywhere.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from graph.model import Basis, Role, Span
from ingest.text.flow import Flow
from ingest.units import rules
from ingest.units.said import Assigned, Clause

# a set of first characters is found fast, and then the word they begin
_SIGNS = "|".join(rf"{re.escape(sign)}.{{0,12}}(?:牵头|主办|主责)" for sign in "★☆※*＊#△▲")
# 以上任务列第一位的为牵头单位 ; 列第一位的为牵头单位，以上同 ; 以下均需各区政府落实
_OF_ALL = re.compile(
    r"(?:以上|上述|上列)(?:均|皆)?同|(?:以上|上述|上列)[^，。；、（）]{0,8}，?[^，。；、（）]{0,8}(?:牵头|主办|主责)"
)
_OF_LATER = re.compile(r"以下(?!简称|统称|均?称)|下列|下述|后续|下同")
_HINT = re.compile(
    r"第一|首位|逗号|均(?:需|由|为|须|涉及|[包含])|为(?:所有|各项|上述|以[上下])|列首|无牵头|没有牵头|所列|只列|仅列|"
    rf"括[号弧][内里中]|{_SIGNS}"
)
_RULED = re.compile(r"责任单位|不再|下同")
# 以上任务均于2025年11月底前完成 ; 所列问题全部要在6月底前整改到位
_BY = r"(?:均|都|全部|一律)(?:务必|必须|须|应|要|需)?(?:于|在)?"
_WHEN = r"20\d\d年|今年|明年|年底|\d{1,2}月"
_BY_WHEN = re.compile(f"{_BY}(?:{_WHEN})")  # found faster
_ALL_BY = re.compile(
    r"(?:(?P<above>以上|上述)|本(?:方案|清单|通知)|表中|所列|各项|所有|全部)(?:各项|所有|全部|重点|整改|改革|主要|工作|所列|的)*"
    r"(?:任务|工作|事项|措施|举措|问题|项目)[^，。；\n]{0,4}?"
    rf"{_BY}(?P<limit>(?:{_WHEN})[^，。；\n]{{0,12}}?(?:前|底|内)|年底前)(?:全部|全面|基本)?(?:完成|落实|办结|整改|到位)"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the rule begins that the first listed leads (None: never), default units with roles, the notice's year.

    `leading_marks` tell who leads, wherever they stand; `all_lead_from` is where the rule begins that all lead who are
    listed, where none is said to (None: never).
    `beside` is the role of those who lead only beside others (主责单位).
    `front_leads_from` is where the rule begins that those lead who stand before the comma (None: never).
    `defaults` are (name, role, from).
    `limits` are those of all measures, or of those that end before the sentence (以上任务): (from, until, place).
    """

    leads_from: int | None
    defaults: tuple[tuple[str, Role, int], ...]
    year: int | None
    leading_marks: str = ""
    all_lead_from: int | None = None
    beside: Role = Role.LEAD
    limits: tuple[tuple[int, int, Span], ...] = ()
    front_leads_from: int | None = None

    def taking_part(self, at: int) -> dict[str, Role]:
        """The units that take part in a measure whose first clause stands at a place of the flow, by their name."""
        return {name: role for name, role, start in self.defaults if start <= at}

    def limit(self, at: int) -> Span | None:
        """The limit said once for all measures, that of one that begins at a place of the flow."""
        return next((place for start, end, place in self.limits if start <= at < end), None)


def of(flow: Flow, clauses: Sequence[Clause], year: int | None, measures: Sequence[Span] = ()) -> Standing:
    """The standing rules of a notice; `measures` are the words of all measures, which speak for themselves."""
    ruling = [clause for clause in clauses if clause.said.carries_on]
    carried = [clause.start for clause in ruling if clause.said.first_leads]
    carried += [
        0 for clause in clauses if clause.said.first_leads and _OF_ALL.search(flow.text, clause.start, clause.end)
    ]
    marks = [clause.said.leading_marks for clause in ruling]
    defaults = [(*default, _since(flow, clause)) for clause in clauses for default in clause.said.defaults]
    every = [clause.start for clause in ruling if clause.said.all_lead]
    front = [clause.start for clause in ruling if clause.said.front_leads]
    for sentence in _outside(flow, clauses):
        said = rules.of(sentence)
        defaults += [(*default, 0) for default in said.defaults]
        marks.append(said.leading_marks)
        if said.all_lead or rules.ALONE_LEADS.search(sentence):
            every.append(0)
        if said.first_leads:
            carried.append(0)
        if said.front_leads:
            front.append(0)
    return Standing(
        min(carried) if carried else None,
        _once(defaults),
        year,
        "".join(marks),
        min(every, default=None),
        _beside_others(clauses),
        tuple(_limits(flow, measures)),
        min(front, default=None),
    )


def _once(defaults: Sequence[tuple[str, Role, int]]) -> tuple[tuple[str, Role, int], ...]:
    """Each unit in a role from where it is first said to have it."""
    since: dict[tuple[str, Role], int] = {}
    for name, role, start in defaults:
        since[name, role] = min(start, since.get((name, role), start))
    return tuple((name, role, start) for (name, role), start in since.items())


def _since(flow: Flow, clause: Clause) -> int:
    """Where a rule said in a clause begins to hold: 下同 from there on, 以下均需各区落实 after it, else everywhere."""
    said = _OF_LATER.search(flow.text, clause.start, clause.end)
    return 0 if said is None else clause.start if said[0] == "下同" else clause.end


def _beside_others(clauses: Sequence[Clause]) -> Role:
    """主责单位 leads in a notice that knows 配合单位 too; where all are 主责单位, or beside 牵头单位, none does."""
    for clause in clauses:
        if any(unit.beside for unit in clause.units):
            others = {unit.role for unit in clause.units if not unit.beside}
            if others:
                return Role.RESPONSIBLE if Role.LEAD in others else Role.LEAD
    return Role.RESPONSIBLE


_MOST_LIMITS = 20


def _limits(flow: Flow, measures: Sequence[Span]) -> list[tuple[int, int, Span]]:
    found: list[tuple[int, int, Span]] = []
    if not _BY_WHEN.search(flow.text):
        return found
    own = sorted(measures)
    starts = [start for start, _ in own]
    for said in islice(_ALL_BY.finditer(flow.text), _MOST_LIMITS):
        at = bisect_right(starts, said.start()) - 1
        if at < 0 or said.start() >= own[at][1]:
            found.append((0, said.start() if said["above"] else len(flow.text), said.span("limit")))
    return found


def _outside(flow: Flow, clauses: Sequence[Clause]) -> list[str]:
    """Sentences that may carry a rule and stand in no clause."""
    starts = [clause.start for clause in clauses]
    found = []
    text = flow.text
    done = -1
    for hint in _HINT.finditer(text):
        if hint.start() < done:
            continue
        before = bisect_right(starts, hint.start()) - 1
        if before >= 0 and hint.start() < clauses[before].end:
            done = clauses[before].end
            continue
        start = max(text.rfind(mark, max(0, hint.start() - 120), hint.start()) for mark in "。\n；") + 1
        ends = [at for mark in "。\n；" if (at := text.find(mark, hint.start(), hint.start() + 120)) > 0]
        done = min(ends, default=hint.start() + 60)
        sentence = text[max(start, hint.start() - 120) : done]
        if any(one.search(sentence) for one in (*rules.WHO_LEADS, rules.ALONE_LEADS, _RULED)):
            found.append(sentence)
    return found


def roles(clause: Clause, standing: Standing) -> list[tuple[Assigned, Role, Basis]]:
    """Units of a clause with role and basis, the rules of the notice applied where roles are not stated."""
    units = [unit.replace(role=standing.beside) if unit.beside else unit for unit in clause.units]
    if marks := clause.said.leading_marks + standing.leading_marks:
        leading = [unit for unit in units if unit.part.mark and unit.part.mark in marks]
        if leading:
            return [(unit, _beside(unit, leading), Basis.STATED) for unit in units]
    stated = any(unit.role is not Role.RESPONSIBLE for unit in units)
    if not stated and (clause.said.first_leads or _from(standing.leads_from, clause)):
        return [(unit, Role.LEAD if at == 0 else Role.SUPPORT, Basis.FIRST_LISTED) for at, unit in enumerate(units)]
    front = clause.said.front if clause.said.front_leads or _from(standing.front_leads_from, clause) else 0
    if not stated and front:
        return [(unit, Role.LEAD if at < front else Role.SUPPORT, Basis.STATED) for at, unit in enumerate(units)]
    if not stated and (clause.said.all_lead or _from(standing.all_lead_from, clause)):
        return [(unit, Role.LEAD, Basis.STATED) for unit in units]
    return [(unit, unit.role, Basis.STATED) for unit in units]


def _from(start: int | None, clause: Clause) -> bool:
    return start is not None and clause.start >= start


def _beside(unit: Assigned, leading: Sequence[Assigned]) -> Role:
    if unit in leading:
        return Role.LEAD
    return Role.SUPPORT if unit.role is Role.RESPONSIBLE else unit.role
