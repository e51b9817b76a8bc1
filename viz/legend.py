"""What each kind and relation looks like and is called: the one place for the colour of a region.

Colours are those of Okabe and Ito, each with a shape of its own, so that nothing rests on colour alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from graph.model import Basis, Kind, Limit, Relation, Role


@dataclass(frozen=True, slots=True)
class Sign:
    """`fill` is pale enough to write on; `shape` is a shape of vis-network; `plural` is the English plural."""

    colour: str
    fill: str
    shape: str
    zh: str
    en: str
    plural: str

    def name(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh


TEXT = "#1b2733"
QUIET = "#5c6b7a"
PALE = "#e3e7eb"
"""What is dimmed is drawn in this opaque colour: transparency shows what lies behind."""
FONT = '"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif'

SIGNS: Mapping[Kind, Sign] = MappingProxyType(
    {
        Kind.MEASURE: Sign("#E69F00", "#FCE8C0", "box", "举措", "Measure", "Measures"),
        Kind.DEPARTMENT: Sign("#0072B2", "#CFE5F5", "dot", "责任单位", "Department", "Departments"),
        Kind.PROJECT: Sign("#009E73", "#C9EBDF", "diamond", "项目", "Project", "Projects"),
        Kind.REGION: Sign("#CC79A7", "#F5DFEB", "triangle", "地区", "Region", "Regions"),
        Kind.THEME: Sign("#56B4E9", "#D9EEFA", "square", "主题", "Theme", "Themes"),
        Kind.NOTICE: Sign("#D55E00", "#F9DCC8", "star", "通知", "Notice", "Notices"),
    }
)
"""In the order legends show them."""

RELATIONS: Mapping[Relation, tuple[str, str]] = MappingProxyType(
    {
        Relation.CONTAINS: ("包含举措", "contains"),
        Relation.ISSUED_BY: ("发文", "issued by"),
        Relation.CITES: ("引用", "cites"),
        Relation.ASSIGNED_TO: ("责任", "assigned to"),
        Relation.INVOLVES: ("涉及项目", "involves"),
        Relation.TOUCHES: ("涉及地区", "touches"),
        Relation.ABOUT: ("主题", "about"),
        Relation.PART_OF: ("属于", "part of"),
        Relation.LOCATED_IN: ("所在地区", "located in"),
    }
)

ROLES: Mapping[Role, tuple[str, str]] = MappingProxyType(
    {
        Role.LEAD: ("牵头", "leads"),
        Role.RESPONSIBLE: ("责任", "responsible"),
        Role.SUPPORT: ("配合", "supports"),
        Role.GUIDE: ("指导", "guides"),
    }
)

CITES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "implements": ("贯彻", "implements"),
        "cites": ("引用", "cites"),
        "repeals": ("废止", "repeals"),
        "forwards": ("转发", "forwards"),
    }
)

LIMITS: Mapping[Limit, tuple[str, str]] = MappingProxyType(
    {
        Limit.DATE: ("有截止日", "by a date"),
        Limit.SPAN: ("有起止", "over a period"),
        Limit.RECURRING: ("定期", "recurring"),
        Limit.RELATIVE: ("相对时限", "relative"),
        Limit.ONGOING: ("持续推进", "ongoing"),
        Limit.LONG_TERM: ("长期坚持", "long-term"),
        Limit.IMMEDIATE: ("立即", "at once"),
        Limit.OTHER: ("其他", "other"),
    }
)

STATED, DERIVED, CORRECTED = "stated", "derived", "corrected"

SOURCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        STATED: ("原文", "stated"),
        DERIVED: ("规则推导", "derived"),
        CORRECTED: ("人工更正", "corrected"),
    }
)
"""Where a relation comes from: the words of a notice, a rule, a person."""


def word(table: Mapping[Any, tuple[str, str]], key: str, lang: str) -> str:
    """The word of a table for a key, the key itself when the table has none."""
    pair = table.get(key)
    return key if pair is None else pair[lang == "en"]


def source_of(relation: Relation, props: Mapping[str, object]) -> str:
    """Whether a relation is stated, derived or corrected."""
    basis = props.get("basis")
    if basis == Basis.CORRECTED:
        return CORRECTED
    if relation is Relation.ASSIGNED_TO:
        return STATED if basis == Basis.STATED else DERIVED
    if relation in (Relation.CONTAINS, Relation.ISSUED_BY, Relation.CITES):
        return STATED
    return STATED if props.get("span") else DERIVED
