"""What the columns of a task table hold, as the row of their heads says it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from graph.lexicon import overrides
from graph.lexicon.clause_forms import either
from graph.model import Role
from ingest.glyphs import squeezed
from ingest.tables import project_rows
from ingest.units import unit_lists, units
from ingest.units.roles import FIRST_LEADS, Field, field_of, forms


class Column(StrEnum):
    """What a column holds. `TASK` is what is to be done; `AREA` what several rows belong to."""

    NUMBER = "number"
    AREA = "area"
    TASK = "task"
    WHO = "who"
    TIME = "time"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Heads:
    """The patterns that the words of the table make.

    `builder` is who builds and does not answer, where another column says who does: 建设主体 beside 责任单位."""

    number: re.Pattern[str]
    area: re.Pattern[str]
    other: re.Pattern[str]
    task: re.Pattern[str]
    time: re.Pattern[str]
    builder: re.Pattern[str]
    answers: re.Pattern[str]


def heads() -> Heads:
    return _heads(overrides())


@cache
def _heads(_folder: Path | None) -> Heads:
    area = f"{either('column', role='area', where='')}|(?:{either('column', role='area', where='start')}).{{0,4}}"
    time = f"{either('label', role='time')}|{either('column', role='time')}"
    return Heads(
        number=re.compile(f"(?:{either('column', role='number')})$"),
        area=re.compile(f"(?:重点|项目|任务|工作|产业|措施)?(?:{area})$"),
        other=re.compile(f".*(?:{either('column', role='other')}|{either('person', where='any')})"),
        task=re.compile(f".*(?:{either('column', role='task')})"),
        # 完成时限 ; 办结日期（年月）, not 开工时间
        time=re.compile(rf"(?!.*(?:{either('column_no_time')})).*(?:{time})(?:（.{{1,12}}）)?$"),
        builder=re.compile(f"(?:{either('column_builder')})(?:{either('body')})"),
        answers=re.compile(f".*(?:{either('column_answers')})"),
    )


# 2025年12月 ; 2024-06-30 ; 长期坚持 : cells of a column of limits
DATE = re.compile(r"(?:20\d\d(?:年|[-./—~～至])|\d{1,2}月|长期|持续|年底|全年|每年|每季|立即|常态).{0,16}$")


@dataclass(frozen=True, slots=True)
class Head:
    """What the columns hold, the role of each column of units, whether the first listed leads, which column names
    projects, and which says where."""

    columns: tuple[Column, ...]
    roles: tuple[Role | None, ...]
    first_leads: bool
    project: int | None = None
    place: int | None = None


# 主要建设内容及规模 ; 建设规模和内容 : one of two says what is to be done
_JOINED = re.compile(r"(?:内容|任务|举措|措施)(?:$|(?:[及和与、]|以及).{2,6}$)")
# 部门 | 重点领域 ; 成员单位 | 工作职责 : who answers, if its cells name bodies
_BARE = re.compile(
    r"(?:各|成员|有关|相关|[省市区县旗州]直|职能|行业|参与)?(?:部门|单位|机构|部门（单位）|单位（部门）|部门和单位|部门、单位)(?:名称)?"
)
_DUTY = re.compile(r".*(?:任务|职责|分工|内容|举措|措施|领域|事项|要求)")


# 责任单位或牵头单位
_OR_LEADS = re.compile("(?<=^责任(?:单位|部门))[或、/（](?:牵头|主办)(?:单位|部门)）?$")


def bare(texts: Sequence[str]) -> tuple[str, ...] | None:
    """The heads with the only one that is no more than 部门 or 单位 as that of who answers, beside one of duties."""
    texts = [squeezed(text) for text in texts]
    who = [at for at, text in enumerate(texts) if _BARE.fullmatch(text)]
    if len(who) != 1 or not any(_DUTY.match(text) for text in texts):
        return None
    # 成员单位 | 职责分工: there it is what they do
    texts = [text if not text.endswith("分工") else "工作任务" for text in texts]
    named = (*texts[: who[0]], "责任单位", *texts[who[0] + 1 :])
    return named if not head_of(texts) and head_of(named) else None


def head_of(texts: Sequence[str]) -> Head | None:
    """What a row says of its columns; None where it is no head of a task table."""
    columns: list[Column] = []
    roles: list[Role | None] = []
    first = False
    texts = [_OR_LEADS.sub("", squeezed(text)) for text in texts]
    for text in texts:
        found = forms().header.match(text)
        field, role = field_of(found) if found else (None, None)
        roles.append(role)
        if field is Field.WHO:
            columns.append(Column.WHO)
            first = first or bool(FIRST_LEADS.search(text))
        elif field is Field.TIME or heads().time.match(text):
            columns.append(Column.TIME)
        elif heads().number.match(text):
            columns.append(Column.NUMBER)
        elif heads().area.match(text):
            columns.append(Column.AREA)
        elif field is None and _JOINED.search(text):
            columns.append(Column.TASK)
        elif field is Field.OTHER or heads().other.match(text) or len(text) > 16:
            columns.append(Column.OTHER)
        else:
            columns.append(Column.TASK if heads().task.match(text) or text else Column.OTHER)
    if any(column is Column.WHO and heads().answers.match(text) for column, text in zip(columns, texts, strict=True)):
        columns = [
            Column.OTHER if column is Column.WHO and heads().builder.match(text) else column
            for column, text in zip(columns, texts, strict=True)
        ]
    if Column.WHO not in columns or not ({Column.TASK, Column.AREA} & set(columns)):
        return None
    if not any(heads().task.match(text) or heads().area.match(text) for text in texts) and any(map(_value, texts)):
        return None  # 责任单位 | 市教育局
    beside = [bool(role and forms().beside.search(text)) for role, text in zip(roles, texts, strict=True)]
    leads = any(role is Role.LEAD and not one for role, one in zip(roles, beside, strict=True))
    if leads or not any(role in (Role.SUPPORT, Role.RESPONSIBLE) for role in roles):  # 牵头部门 | 主责单位 | 协办单位
        roles = [Role.RESPONSIBLE if one else role for role, one in zip(roles, beside, strict=True)]
    if Column.TASK not in columns:
        columns = [Column.TASK if column is Column.AREA else column for column in columns]
    return Head(tuple(columns), tuple(roles), first, project_rows.column(texts), _place(texts, columns))


# 建设地点 ; 项目所在地 ; 地理位置
_PLACE = re.compile(r".*(?:地点|所在地|位置)(?:（.{1,8}）)?$")


def _place(texts: Sequence[str], columns: Sequence[Column]) -> int | None:
    """Which column says where, beside those that say what and who."""
    told = zip(texts, columns, strict=True)
    return next((at for at, (text, column) in enumerate(told) if column is Column.OTHER and _PLACE.match(text)), None)


def numbered(texts: Sequence[str]) -> bool:
    """Does a row begin as the heads of a table do: 序号 | 企业名称 | 总投资?"""
    return len(texts) > 1 and bool(heads().number.match(squeezed(texts[0])))


def two_rows(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]] | None:
    """Where the head of each column stands, as row and place, if the second row says of columns of units in the first
    who is in which role: 序号 | 任务 | 责任分工, below it 牵头单位 | 配合单位. None where it does not."""
    said = [at for at, text in enumerate(second) if text]
    if len(said) < 2 or not all(_who(second[at]) for at in said):
        return None
    if len(second) == len(first):
        found = [(1, at) if at in said else (0, at) for at in range(len(first))]
    else:
        broad = [at for at, text in enumerate(first) if _who(text)]
        if len(broad) != 1 or len(said) < len(second):
            return None
        own = [(1, at) for at in said]
        found = [*((0, at) for at in range(broad[0])), *own, *((0, at) for at in range(broad[0] + 1, len(first)))]
    return found if head_of([(first, second)[row][at] for row, at in found]) else None


def _who(text: str) -> bool:
    label = forms().header.match(squeezed(text))
    return label is not None and field_of(label)[0] is Field.WHO


def _value(text: str) -> bool:
    """Does a cell name units or a day, not what a column holds?"""
    parts = unit_lists.split(text)
    return bool(DATE.match(text)) or (bool(parts) and all(units.organ(part.name) for part in parts) and len(text) > 3)


def is_head(texts: Sequence[str]) -> bool:
    """Is it the head of a task table, or may it be one?"""
    return sum(map(len, texts)) < 120 and (head_of(texts) is not None or bare(texts) is not None)
