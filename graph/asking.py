"""What a store is asked, and what it answers: which measures are meant, in which order, the shapes of answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Literal, TypeVar

from graph.model import Basis, Edge, Kind, Limit, Node, Relation, Role, Span

T = TypeVar("T")

UNLIMITED: Literal["none"] = "none"
"""Asked for beside the kinds of limit: measures of which the notice states no limit."""
LIMITS: tuple[Limit | Literal["none"], ...] = (*Limit, UNLIMITED)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which measures are meant; all given conditions hold together, of one condition any value will do. Nodes are named
    by id; an empty row says nothing.

    `departments` alone must all have the measure (two or more: what they share), unless `any_department` says that one
    of them is enough; `role` is the role they must have, or, without departments, one that some unit must have.
    `regions` include what lies within them.
    `due_before` and `due_after` include the day itself and leave out measures without a date.
    `years` are years of the last day.
    `kinds` are kinds of the notice (通知, 意见, 方案) as its title ends; one that no notice is of means no measure.
    `first`: the departments must stand first (`order` 1) in the list of units; without departments it says nothing.
    """

    notices: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    any_department: bool = False
    role: Role | None = None
    regions: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    deadlines: tuple[Limit | Literal["none"], ...] = ()
    due_before: str | None = None
    due_after: str | None = None
    years: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
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
    """The answer to a search. `concepts` is how the question was understood: (name, words it stands for); `aside` names
    what was asked for, too, and no answer says."""

    items: tuple[Hit, ...]
    total: int
    next: str | None
    near: tuple[Near, ...]
    concepts: tuple[tuple[str, tuple[str, ...]], ...]
    aside: tuple[str, ...] = ()


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
    """How many of the measures meant hang on what: per node kind (most first, then by id), kind of limit (the rest of
    `total` has none), year, and kind of notice (most first, then by its name; notices that name none are left out)."""

    total: int
    nodes: Mapping[Kind, tuple[Counted, ...]]
    deadlines: Mapping[str, int]
    years: Mapping[int, int]
    kinds: Mapping[str, int]


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
