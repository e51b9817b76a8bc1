"""What a notice says once for all its measures: that the first listed leads, which units take part everywhere.

列第一位的为牵头单位，下同 holds from its clause on; said outside any clause (注：第一位为牵头单位) everywhere.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Basis, Role
from ingest import assign
from ingest.assign import Assigned
from ingest.clauses import Clause
from ingest.flow import Flow
from ingest.roles import FIRST_LEADS

_HINT = re.compile(r"第一|首位|均需|均由|均为|均须|为所有|为各项|为上述|为以[上下]|列首")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the rule begins that the first listed leads (None: never), default units with roles, the notice's year."""

    leads_from: int | None
    defaults: tuple[tuple[str, Role], ...]
    year: int | None


def of(flow: Flow, clauses: Sequence[Clause], year: int | None) -> Standing:
    """The standing rules of a notice."""
    carried = [clause.start for clause in clauses if clause.said.first_leads and clause.said.carries_on]
    defaults = [default for clause in clauses for default in clause.said.defaults]
    for sentence in _outside(flow, clauses):
        said = assign.rules(sentence)
        defaults += said.defaults
        if said.first_leads:
            carried.append(0)
    return Standing(min(carried) if carried else None, tuple(dict(reversed(defaults)).items())[::-1], year)


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
        if FIRST_LEADS.search(sentence) or "责任单位" in sentence or "不再" in sentence:
            found.append(sentence)
    return found


def roles(clause: Clause, rules: Standing) -> list[tuple[Assigned, Role, Basis]]:
    """Units of a clause with role and basis, the rule that the first leads applied where roles are not stated."""
    units = clause.units
    applies = clause.said.first_leads or (rules.leads_from is not None and clause.start >= rules.leads_from)
    stated = any(unit.role is not Role.RESPONSIBLE for unit in units)
    if not applies or stated:
        return [(unit, unit.role, Basis.STATED) for unit in units]
    return [(unit, Role.LEAD if at == 0 else Role.SUPPORT, Basis.FIRST_LISTED) for at, unit in enumerate(units)]
