"""What the graph of notices is made of: kinds, relations, and the answers a store gives.

The names are those of contract.md section 2. A node or a relation carries its properties as plain values,
because every reader that is general (exports, neighbourhoods, Neo4j) treats all kinds alike; what a kind's
properties are stands in `PROPERTIES` and `RELATION_PROPERTIES`, once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Generic, TypeVar

Value = str | int | float | bool | None | list[str] | list[int]
Span = tuple[int, int]
T = TypeVar("T")


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


@dataclass(frozen=True, slots=True)
class Filter:
    """Which measures are meant; all given conditions hold together, of one condition any value will do. Nodes are named
    by id; an empty row says nothing.

    `departments` alone must all have the measure (two or more: what they share), unless `any_department` says that one
    of them is enough; `role` is the role they must have, or, without departments, one that some unit must have.
    `regions` include what lies within them.
    `due_before` and `due_after` include the day itself and leave out measures without a date.
    `years` are years of the last day.
    `first`: the departments must stand first (`order` 1) in the list of units; without departments it says nothing.
    """

    notices: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    any_department: bool = False
    role: Role | None = None
    regions: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    deadlines: tuple[Limit, ...] = ()
    due_before: str | None = None
    due_after: str | None = None
    years: tuple[int, ...] = ()
    first: bool = False


ANY = Filter()
"""All measures."""


class Order(StrEnum):
    """Order of a list of measures.

    NOTICE: newest notice first (`dated`, then id), in it by ordinal.
    DUE: by last day, earliest first; then those without one, by kind of limit in the order of `Limit`, then those with
    no limit at all; ties in NOTICE order.
    """

    NOTICE = "notice"
    DUE = "due"


class By(StrEnum):
    """Measure of how close two departments are; ties by the other two ids.

    COUNT: measures that both have. JACCARD: that number over the measures that either has.
    LIFT: how many times more often they meet than chance would have it, count × N / (a × b), N all measures meant.
    """

    COUNT = "count"
    JACCARD = "jaccard"
    LIFT = "lift"


@dataclass(frozen=True, slots=True)
class Unit:
    """A department as one measure has it; `name` is the full name, `printed` the words of the notice."""

    id: str
    name: str
    printed: str
    role: Role
    basis: Basis
    order: int


@dataclass(frozen=True, slots=True)
class MeasureItem:
    """A measure as lists show it; `departments` in the order of the notice."""

    id: str
    label: str | None
    title: str
    text: str
    section: str | None
    notice: str
    notice_title: str
    departments: tuple[Unit, ...]
    deadline_text: str | None
    deadline_kind: Limit | None
    due: str | None


@dataclass(frozen=True, slots=True)
class Counted:
    """A node with how many measures hang on it (for a notice: that it contains)."""

    node: Node
    measures: int


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of an ordered answer: `total` counts all of it, `next` gets the following page or is None."""

    items: tuple[T, ...]
    total: int
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two departments that share measures; without a partner asked for, `a` < `b` by id."""

    a: str
    b: str
    a_name: str
    b_name: str
    count: int
    jaccard: float
    lift: float


@dataclass(frozen=True, slots=True)
class Why:
    """Why a measure answers: the concept asked for, and the words that say so.

    `field` names where they stand: `own` (title and text), else section, notice, units, names; `span` points into the
    notice's text and is None where the words stand in no text of the measure.
    """

    concept: str
    words: str
    field: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """An answer to a search; the better match first, ties in `Order.NOTICE`."""

    measure: MeasureItem
    why: tuple[Why, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Near:
    """A measure that holds some of the words and is no answer; `why_not` says it in Chinese, `why_not_en` in
    English."""

    measure: MeasureItem
    why: tuple[Why, ...]
    why_not: str
    why_not_en: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a search. `concepts` is how the question was understood: (name, words it stands for)."""

    items: tuple[Hit, ...]
    total: int
    next: str | None
    near: tuple[Near, ...]
    concepts: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """A piece of the graph. Every edge has both ends among `nodes`; one edge a (kind, source, target).

    `total` counts the nodes that there would be without the limit (of a path: the paths); `truncated` says some are
    missing.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    truncated: bool = False
    total: int = 0


@dataclass(frozen=True, slots=True)
class Paths:
    """All shortest ways between two nodes, as sequences of node ids in order of those ids, and the graph they make."""

    paths: tuple[tuple[str, ...], ...]
    graph: Graph
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Facets:
    """How many of the measures meant hang on what: per node kind (most first, then by id), kind of limit, and year."""

    total: int
    nodes: Mapping[Kind, tuple[Counted, ...]]
    deadlines: Mapping[str, int]
    years: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Stats:
    """What is in a store. `nodes` counts loaded notices only; `cited` those that are only cited."""

    nodes: Mapping[Kind, int]
    relations: Mapping[Relation, int]
    deadlines: Mapping[str, int]
    pairs: int
    cited: int
    warnings: int
    store: str
    schema: int
