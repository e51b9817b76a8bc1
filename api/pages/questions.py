"""Overview, search, matrix, who shares what, groups, deadlines, questions, comparison."""

from collections.abc import Callable

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.pages.answer import FORMS, as_of, look_of, respond, store_of
from graph.errors import NoRoute
from graph.store import Store
from viz.look import Look
from viz.views import compare, deadlines, groups, matrix, overview, questions, search, shared
from viz.views.view import View

router = APIRouter()
Ask = Callable[[Store, Look], View]

PAGES: dict[str, Ask] = {
    "/search": search.search,
    "/matrix": matrix.matrix,
    "/shared": shared.shared,
    "/groups": groups.groups,
    "/compare": compare.comparison,
    "/questions": lambda store, look: questions.questions(store, as_of(look)),
    "/deadlines": lambda store, look: deadlines.deadlines(store, look, as_of(look)),
}


@router.get("/")
def start(request: Request) -> Response:
    look = look_of(request)
    return respond(request, look, overview.overview(store_of(request), as_of(look)))


@router.get("/index.{form}")
def start_twin(request: Request, form: str) -> Response:
    look = look_of(request, "/")
    return respond(request, look, overview.overview(store_of(request), as_of(look)), form)


@router.get("/deadlines.ics")
def calendar(request: Request) -> Response:
    look = look_of(request, "/deadlines")
    text = deadlines.calendar(store_of(request), look, as_of(look))
    headers = {"Content-Disposition": 'attachment; filename="deadlines.ics"'}
    return Response(text.encode(), media_type="text/calendar; charset=utf-8", headers=headers)


def _page(path: str, ask: Ask) -> None:
    @router.get(path, name=path)
    def shown(request: Request) -> Response:
        look = look_of(request)
        return respond(request, look, ask(store_of(request), look))

    @router.get(path + ".{form}", name=f"{path}.twin")
    def twin(request: Request, form: str) -> Response:
        look = look_of(request, path)
        return respond(request, look, ask(store_of(request), look), form)


for _path, _ask in PAGES.items():
    _page(_path, _ask)


@router.get("/questions/{id}")
def one_question(request: Request, id: str) -> Response:
    name, dot, form = id.partition(".")
    if dot and form not in FORMS:
        raise NoRoute(path=request.url.path)
    look = look_of(request, f"/questions/{name}")
    return respond(request, look, questions.question(store_of(request), look, name, as_of(look)), form or None)
