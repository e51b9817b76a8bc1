"""What the columns of a task table hold, as the row of their heads says it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.model import Role
from ingest.roles import FIRST_LEADS, HEADER, Field, field_of


class Column(StrEnum):
    """What a column holds. `TASK` is what is to be done; `AREA` what several rows belong to."""

    NUMBER = "number"
    AREA = "area"
    TASK = "task"
    WHO = "who"
    TIME = "time"
    OTHER = "other"


NUMBER = re.compile(r"(?:序号|编号|项目?号|No\.?|序)$")
_AREA = re.compile(r"(?:重点)?(?:领域|类别|分类|类型|板块|方向|方面|模块|专项|所属.{0,4}|一级.{0,4})$")
_OTHER = re.compile(
    r".*(?:备注|范围|形式|电话|联系|责任人|负责人|领导|依据|来源|说明|进展|情况|签字|投资|资金|规模|地点|金额|单位：)"
)
_TASK = re.compile(
    r".*(?:任务|内容|举措|措施|事项|项目|工作|要点|名称|目标|要求|标准|指标|条款|主题|问题|做法|分工|行动|工程|政策|建议|清单)"
)
# 建设主体 beside 责任单位: who builds, not who answers
_BUILDER = re.compile(r"(?:建设|实施|承建|运营|申报|项目|施工|投资|代建|参建)(?:主体|单位|企业|方|机构|业主)")
_ANSWERS = re.compile(r".*(?:责任|牵头|主管|负责|落实|主办|承办)")
_TIME = re.compile(
    r"(?!.*(?:开工|启动|开始|起始|发布|印发|成立|进展)).*(?:时间|时限|期限|进度|节点|日期)(?:（.{1,12}）)?$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the columns hold, the role of each column of units, and whether the first listed leads."""

    columns: tuple[Column, ...]
    roles: tuple[Role | None, ...]
    first_leads: bool


def head_of(texts: Sequence[str]) -> Head | None:
    """What a row says of its columns; None where it is no head of a task table."""
    columns: list[Column] = []
    roles: list[Role | None] = []
    first = False
    for text in texts:
        text = re.sub(r"\s", "", text)
        found = HEADER.match(text)
        field, role = field_of(found) if found else (None, None)
        roles.append(role)
        if field is Field.WHO:
            columns.append(Column.WHO)
            first = first or bool(FIRST_LEADS.search(text))
        elif field is Field.TIME or _TIME.match(text):
            columns.append(Column.TIME)
        elif NUMBER.match(text):
            columns.append(Column.NUMBER)
        elif _AREA.match(text):
            columns.append(Column.AREA)
        elif field is Field.OTHER or _OTHER.match(text) or len(text) > 16:
            columns.append(Column.OTHER)
        else:
            columns.append(Column.TASK if _TASK.match(text) or text else Column.OTHER)
    if any(column is Column.WHO and _ANSWERS.match(text) for column, text in zip(columns, texts, strict=True)):
        columns = [
            Column.OTHER if column is Column.WHO and _BUILDER.match(re.sub(r"\s", "", text)) else column
            for column, text in zip(columns, texts, strict=True)
        ]
    if Column.WHO not in columns or not ({Column.TASK, Column.AREA} & set(columns)):
        return None
    if Column.TASK not in columns:
        columns = [Column.TASK if column is Column.AREA else column for column in columns]
    return Head(tuple(columns), tuple(roles), first)


def is_head(texts: Sequence[str]) -> bool:
    """Is it the head of a task table?"""
    return sum(map(len, texts)) < 120 and head_of(texts) is not None
