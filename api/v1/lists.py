"""Lists of nodes by kind, and each node by its id or a name; ids hold slashes."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from api import ask
from api.shapes import MeasureJson, NodeJson, PageJson
from api.v1.asking import ACursor, ALang, ALimit, AStore, AWanted, answer
from graph.asking import Order
from graph.model import Kind

router = APIRouter(tags=["lists"])
AnOrder = Annotated[Order, Query(description="按通知或按时限排 / by notice or by time limit")]

LISTS = {
    "notices": (Kind.NOTICE, "通知"),
    "departments": (Kind.DEPARTMENT, "部门"),
    "projects": (Kind.PROJECT, "项目"),
    "regions": (Kind.REGION, "地区"),
    "themes": (Kind.THEME, "主题"),
}


@router.get("/measures", response_model=PageJson[MeasureJson], summary="举措的列表")
def measures(
    store: AStore, wanted: AWanted, order: AnOrder = Order.NOTICE, limit: ALimit = 50, cursor: ACursor = None
) -> Response:
    """The measures meant, in the order of the notices, or by time limit."""
    return answer(ask.measures(store, wanted, order, limit, cursor))


def _node_route(path: str, kind: Kind, called: str) -> None:
    @router.get(f"/{path}/{{id:path}}", response_model=dict[str, Any], name=f"{path}-one", summary=f"一个{called}")
    def one(store: AStore, lang: ALang, id: str, limit: ALimit = 100) -> Response:
        """The node, how many neighbours of each kind it has, and up to `limit` of its relations."""
        return answer(ask.shown(store, id, kind, limit, lang))


def _list_route(path: str, kind: Kind, called: str) -> None:
    @router.get(f"/{path}", response_model=PageJson[NodeJson], name=path, summary=f"{called}的列表")
    def some(
        store: AStore,
        q: Annotated[
            str | None, Query(description="名称中的字，或拼音首字母 / part of a name, or pinyin initials")
        ] = None,
        limit: ALimit = 50,
        cursor: ACursor = None,
    ) -> Response:
        """Most measures first; notices newest first."""
        return answer(ask.listed(store, kind, q, limit, cursor))


for _path, (_kind, _called) in LISTS.items():
    _list_route(_path, _kind, _called)
    _node_route(_path, _kind, _called)
_node_route("measures", Kind.MEASURE, "举措")
