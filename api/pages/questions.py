"""Overview, search, matrix, who shares what, groups, deadlines, questions, comparison."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.pages import twins
from api.pages.answer import FORMS, as_of, look_of, respond, store_of
from graph.errors import NoRoute
from viz.views import compare, deadlines, groups, matrix, overview, questions, search, shared

router = APIRouter()

PAGES: dict[str, twins.Ask] = {
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


for _path, _ask in PAGES.items():
    twins.add(router, _path, _ask)


@router.get("/questions/{id}")
def one_question(request: Request, id: str) -> Response:
    name, dot, form = id.partition(".")
    if dot and form not in FORMS:
        raise NoRoute(path=request.url.path)
    look = look_of(request, f"/questions/{name}")
    return respond(request, look, questions.question(store_of(request), look, name, as_of(look)), form or None)
