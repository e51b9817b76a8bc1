"""The shapes of answers (contract.md section 4), for checking types and for /openapi.json; api.jsons makes them."""

from typing import Generic, NotRequired, TypeVar

from typing_extensions import TypedDict

from graph.model import Span

J = TypeVar("J")


class PageJson(TypedDict, Generic[J]):
    items: list[J]
    total: int
    next: str | None


class NodeJson(TypedDict):
    """And the properties of its kind (graph.model.PROPERTIES)."""

    id: str
    kind: str
    name: str
    measures: NotRequired[int]


class EdgeJson(TypedDict):
    """And the properties of its kind (graph.model.RELATION_PROPERTIES)."""

    source: str
    target: str
    kind: str
    notice: str


class UnitJson(TypedDict):
    id: str
    name: str
    printed: str
    role: str
    basis: str
    order: int


class DeadlineJson(TypedDict):
    text: str | None
    kind: str | None
    due: str | None


class MeasureJson(TypedDict):
    id: str
    label: str | None
    title: str
    text: str
    section: str | None
    notice: str
    notice_title: str
    departments: list[UnitJson]
    deadline: DeadlineJson | None


class WhyJson(TypedDict):
    concept: str
    words: str
    field: str
    span: Span | None


class HitJson(MeasureJson):
    why: list[WhyJson]
    score: float


class NearJson(MeasureJson):
    why: list[WhyJson]
    why_not: str


class ConceptJson(TypedDict):
    name: str
    words: list[str]


class AnswerJson(TypedDict):
    items: list[HitJson]
    total: int
    next: str | None
    near: list[NearJson]
    concepts: list[ConceptJson]
    aside: list[str]


class PairJson(TypedDict):
    a: str
    b: str
    a_name: str
    b_name: str
    count: int
    jaccard: float
    lift: float


class GraphJson(TypedDict):
    nodes: list[NodeJson]
    edges: list[EdgeJson]
    truncated: bool
    total: int


class PathsJson(GraphJson):
    paths: list[list[str]]


class FacetsJson(TypedDict):
    total: int
    nodes: dict[str, list[NodeJson]]
    deadlines: dict[str, int]
    years: dict[str, int]
    kinds: dict[str, int]


class StatsJson(TypedDict):
    store: str
    schema: int
    nodes: dict[str, int]
    relations: dict[str, int]
    deadlines: dict[str, int]
    pairs: int
    cited: int
    warnings: int


class WarningJson(TypedDict):
    code: str
    message: str
    span: Span | None
    line: int | None
    values: dict[str, str]


class ErrorJson(TypedDict):
    code: str
    message: str
    candidates: NotRequired[list[dict[str, str]]]


class LoadedJson(TypedDict):
    """What became of a file: loaded, unchanged, replaced or failed."""

    source: str
    outcome: str
    notice: str | None
    title: str | None
    format: str | None
    encoding: str | None
    counts: dict[str, int]
    warnings: list[WarningJson]
    error: ErrorJson | None


class LoadedAllJson(TypedDict):
    items: list[LoadedJson]
    total: int
    failed: int
