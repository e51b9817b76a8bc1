"""Notices put in and taken out."""

from typing import Annotated

from fastapi import APIRouter, File, UploadFile
from starlette.responses import Response

from api import jsons
from api.problems import problem_response
from api.shapes import LoadedAllJson
from api.v1.asking import ALang, AStore, answer
from graph.model import Kind
from graph.store import resolve
from ingest import pipeline
from ingest.sources import Upload

router = APIRouter(tags=["notices"])


@router.post("/notices", response_model=LoadedAllJson, summary="载入公文")
def load(
    store: AStore,
    lang: ALang,
    file: Annotated[list[UploadFile], File(description="一份或多份公文 / one notice or many")],
) -> Response:
    """What became of each file. When none could be used the answer is the problem of the first, with all of them."""
    uploads = [Upload(one.filename or "", one.file.read()) for one in file]
    files = list(pipeline.load(uploads, store))
    made = jsons.loaded_all(files, lang)
    if files and files[0].error is not None and made["failed"] == made["total"]:
        return problem_response(files[0].error, lang, **made)
    return answer(made)


@router.delete("/notices/{id:path}", status_code=204, summary="撤回一份公文")
def remove(store: AStore, id: str) -> Response:
    """Takes back exactly what that notice said."""
    store.remove(resolve(store, id, (Kind.NOTICE,)).id)
    return Response(status_code=204)
