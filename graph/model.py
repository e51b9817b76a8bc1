"""What the graph of notices is made of: kinds, relations, and what one notice says (`asking`: what stores answer).

The names are those of contract.md section 2. A node or a relation carries its properties as plain values,
because every reader that is general (exports, neighbourhoods, Neo4j) treats all kinds alike; what a kind's
properties are stands in `PROPERTIES` and `RELATION_PROPERTIES`, once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

Value = str | int | float | bool | None | list[str] | list[int]
Span = tuple[int, int]


class Kind(StrEnum):
    """Kinds of node; the value is also the label in Neo4j."""

    NOTICE = "Notice"
    MEASURE = "Measure"
    DEPARTMENT = "Department"
    PROJECT = "Project"
    REGION = "Region"
    THEME = "Theme"


class Relation(StrEnum):
    """Kinds of relation; the value is also the relation type in Neo4j."""

    CONTAINS = "CONTAINS"
    ISSUED_BY = "ISSUED_BY"
    CITES = "CITES"
    ASSIGNED_TO = "ASSIGNED_TO"
    INVOLVES = "INVOLVES"
    TOUCHES = "TOUCHES"
    ABOUT = "ABOUT"
    PART_OF = "PART_OF"
    LOCATED_IN = "LOCATED_IN"


ENDS: Mapping[Relation, tuple[Kind, Kind]] = MappingProxyType(
    {
        Relation.CONTAINS: (Kind.NOTICE, Kind.MEASURE),
        Relation.ISSUED_BY: (Kind.NOTICE, Kind.DEPARTMENT),
        Relation.CITES: (Kind.NOTICE, Kind.NOTICE),
        Relation.ASSIGNED_TO: (Kind.MEASURE, Kind.DEPARTMENT),
        Relation.INVOLVES: (Kind.MEASURE, Kind.PROJECT),
        Relation.TOUCHES: (Kind.MEASURE, Kind.REGION),
        Relation.ABOUT: (Kind.MEASURE, Kind.THEME),
        Relation.PART_OF: (Kind.REGION, Kind.REGION),
        Relation.LOCATED_IN: (Kind.DEPARTMENT, Kind.REGION),
    }
)

PROPERTIES: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {
        Kind.NOTICE: (
            "number", "title", "plan_title", "kind", "issuers", "region", "dated", "released",
            "recipients", "copied_to", "publicity", "source",
        ),
        Kind.MEASURE: (
            "label", "title", "text", "section", "deadline_text", "deadline_kind", "due", "span", "deadline_span",
        ),
        Kind.DEPARTMENT: ("level", "kind", "aliases", "former_names"),
        Kind.PROJECT: ("kind",),
        Kind.REGION: ("kind", "level", "lon", "lat"),
        Kind.THEME: (),
    }
)  # fmt: skip

RELATION_PROPERTIES: Mapping[Relation, tuple[str, ...]] = MappingProxyType(
    {
        Relation.CONTAINS: ("ordinal",),
        Relation.ISSUED_BY: (),
        Relation.CITES: ("relation",),
        Relation.ASSIGNED_TO: ("role", "basis", "order", "span", "name"),
        Relation.INVOLVES: ("stage", "span", "name"),
        Relation.TOUCHES: ("span", "name"),
        Relation.ABOUT: ("basis",),
        Relation.PART_OF: (),
        Relation.LOCATED_IN: (),
    }
)


class Role(StrEnum):
    """牵头, 责任, 配合, 指导: only as the notice states them."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    GUIDE = "guide"


class Basis(StrEnum):
    """How it is known that a unit has a role."""

    STATED = "stated"
    FIRST_LISTED = "first-listed"
    DEFAULT = "default"
    CORRECTED = "corrected"


class Limit(StrEnum):
    """Kinds of time limit. Only `date` and `span` carry a last day."""

    DATE = "date"
    SPAN = "span"
    RECURRING = "recurring"
    RELATIVE = "relative"
    ONGOING = "ongoing"
    LONG_TERM = "long_term"
    IMMEDIATE = "immediate"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Node:
    """A node; `name` is what a person calls it (a notice's title, a measure's title, a unit's full name)."""

    id: str
    kind: Kind
    name: str
    props: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation that one notice states. `notice` is the id of that notice; two notices may state the same relation."""

    kind: Relation
    source: str
    target: str
    notice: str
    props: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NoticeGraph:
    """All that one notice says. `nodes` holds the notice itself, its measures, and every node it names, each once.

    `text` is what every span points into; `warnings` are what reading it did not understand, as in contract.md
    section 1.
    A cited notice is named as a node of kind Notice with what is known of it; when it is loaded itself, its own
    words win.
    """

    id: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    text: str
    warnings: tuple[Mapping[str, Any], ...] = ()


class Loaded(StrEnum):
    """What became of a notice that was given to the store."""

    LOADED = "loaded"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
