"""A page and its twins: what a view answers as a page, and as .json, .csv and .xlsx beside it."""

from collections.abc import Callable

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.pages.answer import look_of, respond, store_of
from graph.store import Store
from viz.look import Look
from viz.views.view import View

Ask = Callable[[Store, Look], View]


def add(router: APIRouter, path: str, ask: Ask) -> None:
    """Answers at `path`, and at `path` with the ending of a twin."""

    @router.get(path, name=path)
    def shown(request: Request) -> Response:
        look = look_of(request)
        return respond(request, look, ask(store_of(request), look))

    @router.get(path + ".{form}", name=f"{path}.twin")
    def twin(request: Request, form: str) -> Response:
        look = look_of(request, path)
        return respond(request, look, ask(store_of(request), look), form)
