"""The whole graph, or a picture of it, as a file."""

from enum import StrEnum
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query
from starlette.responses import Response, StreamingResponse

from api import ask
from api.v1.asking import ALang, AStore, AWanted
from viz import files
from viz.export import VIEWS, page

router = APIRouter(tags=["export"])
View = StrEnum("View", [(name.upper(), name) for name in VIEWS])  # type: ignore[misc]
DEPARTMENTS = View("departments")


class Format(StrEnum):
    HTML = "html"
    GRAPHML = "graphml"
    GEXF = "gexf"
    JSON = "json"
    CSV = "csv"


@router.get("/export", response_class=Response, summary="导出")
def export(
    store: AStore,
    wanted: AWanted,
    lang: ALang,
    format: Annotated[Format, Query(description="格式 / format")] = Format.HTML,
    view: Annotated[View, Query(description="html：哪种图 / html: which picture")] = DEPARTMENTS,
    id: Annotated[
        str | None, Query(description="html：图的中心，或路径的起点 / html: its centre, or where a path begins")
    ] = None,
    to: Annotated[str | None, Query(description="html：路径的终点 / html: where a path ends")] = None,
    q: Annotated[str | None, Query(description="html：查询 / html: a query")] = None,
    limit: Annotated[int, Query(ge=1, le=1000, description="html：最多几个节点 / html: at most so many nodes")] = 300,
) -> Response:
    """html is a picture (PyVis) of one view in one file that opens offline; the others hold the whole graph. csv is a
    zip of tables."""
    if format is Format.HTML:
        text = page(store, view, id=id, to=to, query=q, filter=ask.meant(store, wanted), lang=lang, limit=limit)
        return Response(text, media_type="text/html", headers=as_file(f"举措图谱-{view}.html"))
    _, ending, media = files.WRITERS[format]
    return StreamingResponse(files.chunks(format, store, lang), media_type=media, headers=as_file(f"举措图谱.{ending}"))


def as_file(name: str) -> dict[str, str]:
    """To be saved, not opened: an opened file would be a page of this service."""
    return {"Content-Disposition": f"attachment; filename=\"jucuo\"; filename*=UTF-8''{quote(name)}"}
