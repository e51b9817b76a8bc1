"""Responsibility clauses: where they stand, whom they name in which role, the limit they set, the rules they carry.

（责任单位：市林草局、市财政局；完成时限：长期坚持）
（税务总局、财政部、海关总署负责，排在第一位的部门为牵头部门，下同）
（市人社局牵头，市财政局、各县〔市、区〕人民政府配合）
牵头部门：省审改办、省司法厅 / 参与部门：省级有关部门 / 完成时限：2019年6月底前 on lines of their own
"""

import re
from collections.abc import Iterator, Sequence

from graph.model import Role, Span
from ingest.items import clause_lines, row_tails, several
from ingest.items.clause_lines import Unread
from ingest.numbering import number_of
from ingest.text.brackets import Bracket, outer
from ingest.text.flow import Flow
from ingest.units import assign, rules, units
from ingest.units.bare_names import limits
from ingest.units.labels import MOST, fields, labels_in
from ingest.units.roles import forms
from ingest.units.said import Assigned, Clause, Said

# what a label in a bracket stands after
_STOPPED = re.compile(r"[；，。 ](?=\w)")


def find(flow: Flow, taken: Sequence[Span] = (), *, sentences: bool = True) -> list[Clause]:
    """All clauses in order, but for what tables take up; clauses with nothing between them are one. Without
    `sentences` only those count that a label or a bracket shows."""
    text = flow.text
    found: list[Clause | Unread] = [
        *_bracketed(text),
        *clause_lines.labelled(flow),
        *(clause_lines.spoken(flow) if sentences else ()),
        *clause_lines.bare(flow),
        *clause_lines.alone(flow),
        *(row_tails.find(flow) if sentences else ()),
    ]
    found.sort(key=lambda one: (one.start, -one.end))
    merged: list[Clause] = []
    for one in found:
        if merged and one.start < merged[-1].end:
            continue
        if any(first <= one.start < last for first, last in taken):
            continue
        clause = one.read() if isinstance(one, Unread) else one
        if clause is None:
            continue
        if merged and not text[merged[-1].end : clause.start].strip(" \n。；，;"):
            last = merged[-1]
            # 主办：市政府办公室 below （责任单位：市教育局） tells who made the notice
            if clause.own and not last.own and "办" in text[clause.start : clause.start + 4]:
                continue
            if not (last.units and clause.units and _same_roles(last, clause)):
                merged[-1] = last.replace(
                    end=clause.end, said=last.said.then(clause.said), closed=last.closed and clause.closed
                )
                continue
        if counted := several.of(text, clause.start, clause.end):
            clause = clause.replace(above=counted[0])
        merged.append(clause)
    return _as_above([clause for clause in merged if clause.units or clause.said.limit])


# 责任单位：同上
_SAME = frozenset(("同上", "同前", "同上款", "同上条"))


def _as_above(clauses: list[Clause]) -> list[Clause]:
    """Clauses that name the units of the one before, with its units: those of the same role where it tells roles."""
    for at, clause in enumerate(clauses):
        if _SAME.isdisjoint([unit.part.name for unit in clause.units]):
            continue
        before = clauses[at - 1].units if at else ()
        meant: list[Assigned] = []
        for unit in clause.units:
            alike = [other for other in before if other.role is unit.role] or list(before)
            meant += alike if unit.part.name in _SAME else [unit]
        names: dict[str, Assigned] = {}
        for unit in meant:
            names.setdefault(unit.part.name, unit)
        clauses[at] = clause.replace(said=clause.said.replace(units=tuple(names.values())))
    return [clause for clause in clauses if clause.units or clause.said.limit]


def _same_roles(one: Clause, other: Clause) -> bool:
    """Two lists of the same role are two clauses: of two tasks, of which the second has no text."""
    roles = {unit.role for unit in one.units}
    return one.own and other.own and any(unit.role in roles and unit.role == Role.LEAD for unit in other.units)


def _bracketed(text: str) -> Iterator[Clause]:
    for bracket in outer(text):
        if bracket.end - bracket.start > MOST or bracket.end - bracket.start < 4:
            continue
        inside = (bracket.start + 1, bracket.end - 1 if bracket.closed else bracket.end)
        said = _read(text, *inside, bracket)
        if said:
            yield Clause(bracket.start, bracket.end, said, own=_own(text, bracket), closed=bracket.closed)


def _own(text: str, bracket: Bracket) -> bool:
    return bracket.start == 0 or text[bracket.start - 1] == "\n"


# （商务部和省级人民政府，以下统称审批机关） ; （或者会同监察机关） : which body is meant
_MEANT = re.compile("[^。]{0,200}以下[^（）]{0,2}称[^（）]{0,20}$")


def _read(text: str, start: int, end: int, bracket: Bracket) -> Said | None:
    if text.startswith("或", start) or (text.find("以下", start, end) >= 0 and _MEANT.match(text, start, end)):
        return None
    if counted := several.of(text, start, end):
        start = counted[1]
    elif subject := clause_lines.SUBJECT.match(text, start, end):  # （该条由市司法局牵头）
        start = subject.end()
    if _LABEL_MARK.search(text, start, min(end, start + 60)) and forms().opening.match(text, start, end):
        return fields(text, start, end)
    if not bracket.closed:  # …做好服务。（市人社局负责，2024年6月底前完成
        after = bracket.start > 0 and text[bracket.start - 1] in "。；！" and end - start < _UNCLOSED
        return assign.spoken(text, start, end, strict=True) if after else None
    if "：" in text[start:end]:
        if (damaged := forms().damaged.match(text, start, end)) and _closes(text, bracket):
            said = assign.named(text, damaged.end(), end)
            return said and said.as_role(Role.LEAD if "牵" in damaged.group() else Role.RESPONSIBLE)
        # 市发改委、市财政局。完成时限：2024年6月
        for label in labels_in(text, start, end, _STOPPED):
            if label.start() > start:
                said, more = _before(text, start, label.start(), bracket), fields(text, label.start(), end)
                return said.then(more) if said and more else None
    return _unlabelled(text, start, end, bracket)


def _before(text: str, start: int, end: int, bracket: Bracket) -> Said | None:
    """What stands before the first label: names, or by when. （6月底完成，牵头单位：市教育局）"""
    if limits(text[start:end]):
        return Said(limit=(start, end))
    return _unlabelled(text, start, end, bracket)


def _unlabelled(text: str, start: int, end: int, bracket: Bracket) -> Said | None:
    said = assign.spoken(text, start, end) if forms().bracket_hint.search(text, start, end) else None
    if said or not (_closes(text, bracket) or _opens(text, bracket)):
        return said
    closing = text[bracket.start - 1] in "。；！" and text[bracket.end : bracket.end + 1] in ("", "\n")
    return assign.named(text, start, end, closing=closing)


# 一是引进人才（市人社局）。|二是建设公寓（市住建局）。
_LISTED_NEXT = re.compile("[。；][二三四五六七八九十]是")
_UNCLOSED = 160
_LABEL_MARK = re.compile("：|】|为|单位|部门")  # words, no set: found by their first characters


def _opens(text: str, bracket: Bracket) -> bool:
    """Does a bracket of names alone begin a numbered item? （一）（市发展改革委）加快…"""
    line = text.rfind("\n", max(0, bracket.start - 12), bracket.start) + 1
    number = number_of(text[line : bracket.start + 1]) if 0 < bracket.start - line <= 10 else None
    return number is not None and line + number.end == bracket.start and text[bracket.end : bracket.end + 1].isalnum()


# （市发改委、市财政局）（以下均涉及各区政府，不再列出） : a bracket of its own for what holds for others too
_RULE = re.compile(r"[（〔](?:[^（）〔〕\n]|[（〔][^（）〔〕\n]{0,20}[）〕]){4,100}[）〕]")
# …。（市发改委）|修订…
_NEXT = re.compile(r"[\w“《]")
_TOKEN = re.compile(r"[^，。；：、\n（）]{1,40}$")


def _closes(text: str, bracket: Bracket) -> bool:
    """Does a bracket of names alone close an item, or a sentence of one? …。（市发改委、市财政局） does,
    市政府办公室（市大数据局） not."""
    end = bracket.end
    if text[end : end + 1] in ("（", "〔") and (rule := _RULE.match(text, end)) and rules.HINT.search(rule.group()):
        end = rule.end()
    if bracket.start and text[bracket.start - 1] in "。；！" and _NEXT.match(text, end):
        return True
    if text[end : end + 1] not in ("", "\n", "。", "；") or not bracket.start:
        return False
    if _LISTED_NEXT.match(text, end):
        return True
    if text[end : end + 2] not in ("", "\n", "。", "。\n") and text[end] != "\n":
        return False
    if text[bracket.start - 1] in "。；！\n":
        return True
    token = _TOKEN.search(text, max(0, bracket.start - 60), bracket.start)
    return token is not None and not units.organ(token.group()) and not token.group().endswith(_SORTS)


_SORTS = ("部门", "机关", "机构", "单位")  # 报送国有资产管理部门（集团公司）
