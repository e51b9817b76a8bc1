"""Pieces of the graph: around a node, between two nodes, among some; suggestions while one types."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Query
from starlette.responses import Response

from api import ask, jsons
from api.shapes import GraphJson, NodeJson, PathsJson
from api.v1.asking import ALang, ALimit, AStore, answer
from graph.store import resolve

router = APIRouter(tags=["graph"])
AName = Annotated[str, Query(description="编号或名称 / an id or a name")]
AFew = Annotated[int, Query(ge=1, le=100, description="最多几个 / at most so many")]
AKinds = Annotated[
    list[str] | None,
    Query(description="只要这些种类 / only these kinds: Notice, Measure, Department, Project, Region, Theme"),
]


@router.get("/around", response_model=GraphJson, summary="一个节点的周围")
def around(
    store: AStore,
    id: AName,
    depth: Annotated[int, Query(ge=1, le=4, description="几步 / steps")] = 1,
    limit: ALimit = 100,
    kinds: AKinds = None,
) -> Response:
    """The nearest `limit` nodes within `depth` steps; with `kinds` only such nodes are entered."""
    return answer(ask.around(store, id, depth, limit, ask.kinds_of(kinds or ())))


@router.get("/paths", response_model=PathsJson, summary="两个节点之间的最短路径")
def paths(
    store: AStore,
    a: Annotated[str, Query(alias="from", description="编号或名称 / an id or a name")],
    b: Annotated[str, Query(alias="to", description="编号或名称 / an id or a name")],
    longest: Annotated[int, Query(ge=1, le=12, description="最多几步 / at most so many steps")] = 6,
    limit: ALimit = 50,
    kinds: AKinds = None,
) -> Response:
    """All shortest ways of at most `longest` steps, whichever way relations point; none is an empty answer."""
    return answer(ask.paths(store, a, b, longest, limit, ask.kinds_of(kinds or ())))


@router.get("/degrees", response_model=dict[str, int], summary="一个节点有多少相邻节点")
def degrees(store: AStore, id: AName) -> Response:
    """How many neighbours a node has of each kind."""
    return answer({str(kind): number for kind, number in store.degrees(resolve(store, id).id).items()})


@router.post("/among", response_model=GraphJson, summary="一些节点之间的关系")
def among(store: AStore, ids: Annotated[list[str], Body(embed=True, max_length=1000)]) -> Response:
    """Those nodes and all relations between them. A POST only because ids may be many; nothing is changed."""
    return answer(jsons.graph(store.edges_among(ids)))


@router.get("/suggest", response_model=list[NodeJson], summary="输入时的提示")
def suggest(
    store: AStore,
    q: Annotated[
        str,
        Query(
            description="名称的开头、拼音首字母或英文词 / the beginning of a name, pinyin initials, or English words"
        ),
    ],
    limit: AFew = 10,
    kinds: AKinds = None,
) -> Response:
    """Nodes by the beginning of a name, a former name or pinyin initials, then those whose name contains it; also by
    English words for Chinese ones (forestry)."""
    return answer(ask.suggested(store, q, limit, ask.kinds_of(kinds or ())))


@router.get("/node", response_model=dict[str, Any], summary="任一节点")
def node(store: AStore, lang: ALang, id: AName, limit: ALimit = 100) -> Response:
    """A node of any kind, as its list gives it. Also for ids that no path can hold (`..` between slashes)."""
    return answer(ask.shown(store, id, None, limit, lang))
