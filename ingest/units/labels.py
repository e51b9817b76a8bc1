"""What labels say, one after another: 牵头单位：A；责任单位：B；完成时限：C."""

import re

from graph.model import Role
from ingest.units import assign, rules, units
from ingest.units.roles import Field, field_of, forms
from ingest.units.said import Said

MOST = 2500  # no clause is longer
# what a label of a list stands after
_LISTED = re.compile(r"[；，。、 \n（【〔）】;](?=\w)")
# 市交通局|完成时限：2025年6月 : nothing stands between
_GLUED = re.compile(
    r"[局委厅部办院府会司行署团队心社所站处室科股镇乡村道）〕](?=[^，。；：、\n]{2,8}[：:])|[一-龥](?=(?:完成|办结|整改|落实)(?:时限|时间|期限)[：:])"
)
_MARKS = " 【〔（●•◆■▪*—-"


def labels_in(text: str, start: int, end: int, after: re.Pattern[str]) -> list[re.Match[str]]:
    """The labels of a stretch that begin with it or right `after` a mark, none within another.

    Only there a label is tried, which costs a twentieth of a search. Where a mark may stand inside a longer label
    (责任、配合单位：) all are searched."""
    label = forms().label
    found: list[re.Match[str]] = []
    last = start
    for begin in [start, *[mark.end() for mark in after.finditer(text, start, end)]]:
        one = label.match(text, begin, end) if begin >= last else None
        if one:
            if begin > start and _may_be_inside(text, start, begin):
                marked = {mark.end() for mark in after.finditer(text, start, end)} | {start}
                return [one for one in label.finditer(text, start, end) if one.start() in marked]
            found.append(one)
            last = one.end()
    return found


def _may_be_inside(text: str, start: int, at: int) -> bool:
    """After 、 or a bracket, or within one, a label may be part of one that began earlier."""
    first = max(start, at - 31)
    return text[at - 1] in "、（）" or text.rfind("（", first, at) > text.rfind("）", first, at)


def fields(text: str, start: int, end: int) -> Said | None:
    """What labels say: 牵头单位：A；责任单位：B；完成时限：C. None where no label tells a unit or a limit."""
    end = min(end, start + MOST)
    marks = start
    while marks < end and text[marks] in _MARKS:
        marks += 1
    said = Said()
    told = False
    labels = _labels(text, marks, end)
    for at, label in enumerate(labels):
        till = labels[at + 1].start() if at + 1 < len(labels) else end
        field, role = field_of(label) if label.re is forms().label else (Field.WHO, Role.RESPONSIBLE)
        if field is Field.TIME:
            said = said.then(Said(limit=(label.end(), till)))
            told = True
        elif field is Field.WHO and role:
            listed = assign.listed(text, label.end(), till, role)
            if role is Role.LEAD and forms().beside.search(label.group()):
                listed = listed.replace(units=tuple(unit.replace(beside=True) for unit in listed.units))
            said = said.then(listed)
            if label.re is forms().label and label["remark"]:
                said = said.then(rules.of(label["remark"]))
            told = True
        elif field is Field.OTHER:
            told = told or at == 0
    return said if told else None


def _colons(text: str, start: int, end: int) -> int:
    return text.count("：", start, end) + text.count(":", start, end)


def _labels(text: str, marks: int, end: int) -> list[re.Match[str]]:
    """The labels of a clause in order; one without a colon or without 单位 counts only before names of bodies."""
    found = labels_in(text, marks, end, _LISTED)
    colons = _colons(text, marks, end) - sum([_colons(text, *label.span()) for label in found])
    for group in forms().group.finditer(text, marks + 1, end) if found and colons > 0 else ():
        if not any(
            label.start() <= group.start() < label.end() or group.start() <= label.start() < group.end()
            for label in found
        ):
            found.append(group)
    for glued in _GLUED.finditer(text, marks + 1, end) if colons > 0 else ():
        label = forms().label.match(text, glued.end(), end)
        if (
            label
            and label.group()[-1] in "：:"
            and not any(one.start() < label.end() and label.start() < one.end() for one in found)
        ):
            found.append(label)
    found.sort(key=lambda label: label.start())
    sure = []
    for at, label in enumerate(found):
        word = label.group().rstrip("：:】〕 ")
        units_of = label.re is forms().group or field_of(label)[0] is Field.WHO
        if units_of and (word == label.group().rstrip() or len(word) <= 2):
            till = found[at + 1].start() if at + 1 < len(found) else end
            list_ = assign.listed(text, label.end(), till, Role.RESPONSIBLE).units
            if not list_ or not all(units.organ(unit.part.name + unit.part.ending) for unit in list_):
                continue
        sure.append(label)
    return sure
