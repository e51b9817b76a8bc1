"""What is on screen as one offline file (PyVis), from every view by one link."""

from dataclasses import replace

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.pages.answer import look_of, store_of
from api.v1.export import as_file
from graph.asking import By, Filter, Order
from graph.model import Kind
from graph.store import Store
from viz.export import VIEWS, listed, page
from viz.look import Look
from viz.sharing import Ends
from viz.views.ask import asked, cursor_of, one_of, whole
from viz.views.blocks import group_of
from viz.views.matrix import everything

router = APIRouter()
LIST = "list"


@router.get("/export/graph.html")
def graph(request: Request) -> Response:
    """The view asked for, of the measures that the other parts of the address mean; `list` of nodes of a kind."""
    look, store = look_of(request), store_of(request)
    view: str = one_of((*VIEWS, LIST), "view", look.asked("view") or VIEWS[0])
    limit = whole(look.asked("limit") or "300", "limit", 1, 1000)
    if view == LIST:
        kind: Kind = one_of(Kind, "kind", look.asked("kind"))
        text = listed(store, kind, look.asked("q") or None, cursor_of(look), look.lang, limit)
    else:
        filter = asked(store, look).filter
        text = page(
            store,
            view,
            id=look.asked("id") or None,
            to=look.asked("to") or None,
            query=look.asked("q") or None,
            filter=filter,
            lang=look.lang,
            limit=limit,
            order=one_of(Order, "order", look.asked("order") or Order.NOTICE),
            cursor=cursor_of(look),
            ends=of_groups(store, look, filter),
            tied=look.asked("tied") == "1",
        )
    return Response(text, media_type="text/html; charset=utf-8", headers=as_file(f"举措图谱-{view}.html"))


def of_groups(store: Store, look: Look, filter: Filter) -> Ends | None:
    """The departments of the two groups asked for, of one twice; with departments, these and those of the group. None
    where no group is asked for."""
    names = [name for name in look.all_asked("group") if name]
    if not names:
        return None
    _, pairs = everything(store, By.COUNT, replace(filter, departments=()))
    if filter.departments:
        return frozenset(filter.departments), group_of(store, names[0], pairs)[1]
    return group_of(store, names[0], pairs)[1], group_of(store, names[-1], pairs)[1]
