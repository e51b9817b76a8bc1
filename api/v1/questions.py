"""Search, facets, who shares what with whom, what is due, what is in the store."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api import ask
from api.ask import DueJson
from api.shapes import AnswerJson, FacetsJson, MeasureJson, PageJson, PairJson, StatsJson
from api.v1.asking import ACursor, ALang, ALimit, AStore, AWanted, answer
from graph.asking import By
from graph.findings import Analysis

router = APIRouter(tags=["questions"])
AText = Annotated[str | None, Query(description="查询 / a query")]
AMost = Annotated[int, Query(ge=1, le=200, description="每种最多几个 / at most so many of a kind")]
ADepartments = Annotated[int, Query(ge=2, le=2000, description="最多几个部门 / at most so many departments")]


@router.get("/search", response_model=AnswerJson, summary="按主题和词语查找举措")
def search(
    store: AStore,
    wanted: AWanted,
    lang: ALang,
    q: Annotated[
        str, Query(description="词语、主题或一句话，中文或英文 / words, a theme or a sentence, in Chinese or English")
    ],
    limit: ALimit = 50,
    cursor: ACursor = None,
) -> Response:
    """The measures that answer, best first, each with why; `near` holds those that hold the words and are no answer."""
    return answer(ask.search(store, q, wanted, limit, cursor, lang))


@router.get("/facets", response_model=FacetsJson, summary="按部门、地区、主题、时限计数")
def facets(store: AStore, wanted: AWanted, q: AText = None, most: AMost = 20) -> Response:
    """How many of the measures meant (and answering `q`) hang on what."""
    return answer(ask.facets(store, q, wanted, most))


@router.get("/shared", response_model=PageJson[PairJson] | PageJson[MeasureJson], summary="哪些部门共同承担举措")
def shared(
    store: AStore,
    wanted: AWanted,
    a: Annotated[str | None, Query(description="部门 / a department")] = None,
    b: Annotated[str | None, Query(description="另一个部门 / another one")] = None,
    by: Annotated[By, Query(description="按什么排 / order by")] = By.COUNT,
    limit: ALimit = 50,
    cursor: ACursor = None,
) -> Response:
    """Without `a` all pairs, with `a` its partners, with `a` and `b` the measures they share."""
    return answer(ask.shared(store, a, b, by, wanted, limit, cursor))


@router.get("/due", response_model=DueJson, summary="按时限排列的举措")
def due(
    store: AStore,
    wanted: AWanted,
    as_of: Annotated[
        str | None, Query(description="从哪一天看，YYYY-MM-DD，默认今天 / as seen on that day; today unless told")
    ] = None,
    limit: ALimit = 50,
    cursor: ACursor = None,
) -> Response:
    """Earliest last day first, then those without a day. A day that is over is `passed`: nobody knows whether the work
    is done."""
    return answer(ask.due(store, as_of, wanted, limit, cursor))


@router.get("/stats", response_model=StatsJson, summary="库里有什么")
def stats(store: AStore) -> Response:
    """Nodes and relations by kind, time limits by kind, pairs that share measures."""
    return answer(ask.stats(store))


@router.get("/analysis", response_model=Analysis, summary="部门之间的中心、群组与桥梁")
def analysis(store: AStore, wanted: AWanted, most: ADepartments = 500) -> Response:
    """Centrality, communities and bridges of the departments, tied by the measures they share."""
    return answer(ask.analysis(store, wanted, most))
