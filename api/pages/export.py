"""What is on screen as one offline file (PyVis), from every view by one link."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.pages.answer import look_of, store_of
from api.v1.export import as_file
from viz.export import VIEWS, page
from viz.views.ask import asked, one_of, whole

router = APIRouter()


@router.get("/export/graph.html")
def graph(request: Request) -> Response:
    """The view asked for, of the measures that the other parts of the address mean."""
    look, store = look_of(request), store_of(request)
    view: str = one_of(VIEWS, "view", look.asked("view") or VIEWS[0])
    limit = whole(look.asked("limit") or "300", "limit", 1, 1000)
    text = page(
        store,
        view,
        id=look.asked("id") or None,
        to=look.asked("to") or None,
        query=look.asked("q") or None,
        filter=asked(store, look).filter,
        lang=look.lang,
        limit=limit,
    )
    return Response(text, media_type="text/html; charset=utf-8", headers=as_file(f"举措图谱-{view}.html"))
