"""Notices put in and taken out by forms. api.guard refuses what other origins send."""

from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import Response

from api import jsons
from api.pages.answer import look_of, respond, see, store_of
from api.settings import samples
from graph.errors import Unknown
from graph.model import Kind
from graph.store import Store, resolve
from ingest import pipeline
from ingest.sources import Upload
from viz.look import address
from viz.views.view import View

router = APIRouter()


def load_view(store: Store, result: Any = None) -> View:
    """The form, and what became of the files sent with it. The sample is offered until it is there."""
    total = result["total"] if result else 0
    return View("load.html", {"result": result, "total": total}, {"sampled": sampled(store)})


def sampled(store: Store) -> bool:
    """Whether the notices that come with the program are loaded; their files are called by their numbers."""
    try:
        return all(store.notice(path.stem) for path in samples().glob("*.txt"))
    except Unknown:
        return False


@router.get("/load")
def form(request: Request) -> Response:
    look = look_of(request)
    return respond(request, look, load_view(store_of(request)))


@router.get("/load.json")
def form_twin(request: Request) -> Response:
    look = look_of(request, "/load")
    return respond(request, look, load_view(store_of(request)), "json")


@router.post("/load")
def load(request: Request, file: Annotated[list[UploadFile], File()]) -> Response:
    look = look_of(request)
    uploads = [Upload(one.filename or "", one.file.read()) for one in file if one.filename]
    store = store_of(request)
    files = list(pipeline.load(uploads, store))
    return respond(request, look, load_view(store, jsons.loaded_all(files, "en" if look.lang == "en" else "zh")))


@router.post("/sample")
def sample(request: Request) -> Response:
    """The notice that comes with the program."""
    list(pipeline.load([samples()], store_of(request)))
    return see("/")


@router.post("/remove")
def remove(request: Request, id: Annotated[str, Form()]) -> Response:
    """Takes back exactly what that notice said."""
    store = store_of(request)
    store.remove(resolve(store, id, (Kind.NOTICE,)).id)
    return see(address("/notices", [("removed", id)]))
