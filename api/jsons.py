"""The shapes of contract.md section 4, made in one place: the command line and the service give the same objects.

A node is flat: its own properties stand beside `id`, `kind` and `name`. A property that is itself called `kind`
is given as `department_kind`, `notice_kind` and so on, because `kind` says what sort of node it is.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from api.shapes import (
    AnswerJson,
    DeadlineJson,
    EdgeJson,
    ErrorJson,
    FacetsJson,
    GraphJson,
    HitJson,
    LoadedAllJson,
    LoadedJson,
    MeasureJson,
    NearJson,
    NodeJson,
    PageJson,
    PairJson,
    PathsJson,
    StatsJson,
    UnitJson,
    WarningJson,
    WhyJson,
)
from graph import doubts
from graph.asking import Answer, Counted, Facets, Graph, Hit, MeasureItem, Near, Page, Pair, Paths, Stats, Unit, Why
from graph.errors import Ambiguous, JucuoError
from graph.model import Edge, Node

if TYPE_CHECKING:  # questions are asked without the modules that read notices
    from ingest.parsed import Warning
    from ingest.pipeline import LoadedFile, ParsedFile

T = TypeVar("T")
J = TypeVar("J")


def page(page: Page[T], each: Callable[[T], J]) -> PageJson[J]:
    return {"items": [each(item) for item in page.items], "total": page.total, "next": page.next}


def node(node: Node) -> NodeJson:
    given: Any = {"id": node.id, "kind": str(node.kind), "name": node.name}
    for key, value in node.props.items():
        given[f"{node.kind.lower()}_kind" if key == "kind" else key] = value
    made: NodeJson = given
    return made


def counted(counted: Counted) -> NodeJson:
    return {**node(counted.node), "measures": counted.measures}


def edge(edge: Edge) -> EdgeJson:
    given: Any = {"source": edge.source, "target": edge.target, "kind": str(edge.kind), "notice": edge.notice}
    made: EdgeJson = given | dict(edge.props)
    return made


def unit(unit: Unit) -> UnitJson:
    return {
        "id": unit.id,
        "name": unit.name,
        "printed": unit.printed,
        "role": str(unit.role),
        "basis": str(unit.basis),
        "order": unit.order,
    }


def measure(item: MeasureItem) -> MeasureJson:
    return {
        "id": item.id,
        "label": item.label,
        "title": item.title,
        "text": item.text,
        "section": item.section,
        "notice": item.notice,
        "notice_title": item.notice_title,
        "departments": [unit(one) for one in item.departments],
        "deadline": deadline(item),
    }


def deadline(item: MeasureItem) -> DeadlineJson | None:
    if item.deadline_kind is None:
        return None
    return {"text": item.deadline_text, "kind": str(item.deadline_kind), "due": item.due}


def why(reasons: Iterable[Why]) -> list[WhyJson]:
    return [{"concept": one.concept, "words": one.words, "field": one.field, "span": one.span} for one in reasons]


def hit(hit: Hit) -> HitJson:
    return {**measure(hit.measure), "why": why(hit.why), "score": hit.score}


def near(near: Near, lang: str) -> NearJson:
    said = near.why_not_en if lang == "en" else near.why_not
    return {**measure(near.measure), "why": why(near.why), "why_not": said}


def answer(answer: Answer, lang: str) -> AnswerJson:
    return {
        "items": [hit(one) for one in answer.items],
        "total": answer.total,
        "next": answer.next,
        "near": [near(one, lang) for one in answer.near],
        "concepts": [{"name": name, "words": list(words)} for name, words in answer.concepts],
        "aside": list(answer.aside),
    }


def pair(pair: Pair) -> PairJson:
    return {
        "a": pair.a,
        "b": pair.b,
        "a_name": pair.a_name,
        "b_name": pair.b_name,
        "count": pair.count,
        "jaccard": round(pair.jaccard, 4),
        "lift": round(pair.lift, 4),
    }


def graph(graph: Graph) -> GraphJson:
    return {
        "nodes": [node(one) for one in graph.nodes],
        "edges": [edge(one) for one in graph.edges],
        "truncated": graph.truncated,
        "total": graph.total,
    }


def paths(paths: Paths) -> PathsJson:
    return {**graph(paths.graph), "paths": [list(one) for one in paths.paths], "truncated": paths.truncated}


def facets(facets: Facets) -> FacetsJson:
    return {
        "total": facets.total,
        "nodes": {str(kind): [counted(one) for one in some] for kind, some in facets.nodes.items()},
        "deadlines": dict(facets.deadlines),
        "years": {str(year): number for year, number in facets.years.items()},
        "kinds": dict(facets.kinds),
    }


def stats(stats: Stats) -> StatsJson:
    return {
        "store": stats.store,
        "schema": stats.schema,
        "nodes": _plain(stats.nodes),
        "relations": _plain(stats.relations),
        "deadlines": _plain(stats.deadlines),
        "pairs": stats.pairs,
        "cited": stats.cited,
        "warnings": stats.warnings,
    }


def _plain(counts: Mapping[Any, int]) -> dict[str, int]:
    return {str(key): number for key, number in counts.items()}


def warning(warning: "Warning", lang: str) -> WarningJson:
    said = doubts.told({"code": warning.code, "message": warning.message, "values": warning.values}, lang)["message"]
    return {
        "code": warning.code,
        "message": said,
        "span": warning.span,
        "line": warning.line,
        "values": dict(warning.values),
    }


def error(error: JucuoError, lang: str) -> ErrorJson:
    made: ErrorJson = {"code": error.code, "message": error.text(lang)}
    if isinstance(error, Ambiguous):
        made["candidates"] = [{"id": id, "name": name} for id, name in error.candidates]
    return made


def parsed(file: "ParsedFile", lang: str) -> dict[str, Any]:
    """Section 1 of the contract, or the error that stands in its place."""
    if file.parsed is not None:
        said = {"warnings": [warning(one, lang) for one in file.parsed.warnings]}
        return file.parsed.as_json() | said | {"format": file.format, "encoding": file.encoding}
    return {"source": file.source, "error": None if file.error is None else error(file.error, lang)}


def loaded(file: "LoadedFile", lang: str) -> LoadedJson:
    return {
        "source": file.source,
        "outcome": str(file.outcome),
        "notice": file.notice,
        "title": file.title,
        "format": file.format,
        "encoding": file.encoding,
        "counts": {"measures": file.measures, "departments": file.departments, "deadlines": file.deadlines},
        "warnings": [warning(one, lang) for one in file.warnings],
        "error": None if file.error is None else error(file.error, lang),
    }


def loaded_all(files: "list[LoadedFile]", lang: str) -> LoadedAllJson:
    items = [loaded(file, lang) for file in files]
    return {"items": items, "total": len(items), "failed": sum(one["error"] is not None for one in items)}
