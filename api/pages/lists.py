"""Lists of measures and of nodes by kind."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.pages.answer import look_of, respond, store_of
from graph.model import Kind
from graph.store import Store
from viz.look import PLURAL, Look
from viz.views import lists
from viz.views.view import View

router = APIRouter()


def _list(kind: Kind) -> None:
    path = f"/{PLURAL[kind]}"

    def ask(store: Store, look: Look) -> View:
        return lists.measures(store, look) if kind is Kind.MEASURE else lists.nodes(store, look, kind)

    @router.get(path, name=path)
    def shown(request: Request) -> Response:
        look = look_of(request)
        return respond(request, look, ask(store_of(request), look))

    @router.get(path + ".{form}", name=f"{path}.twin")
    def twin(request: Request, form: str) -> Response:
        look = look_of(request, path)
        return respond(request, look, ask(store_of(request), look), form)


for _kind in Kind:
    _list(_kind)
