"""The API under /api/v1, version 1. Routes translate, they do not decide: questions are in api.ask."""

from fastapi import APIRouter

from api.v1 import export, graph, lists, notices, questions

router = APIRouter(prefix="/api/v1")
for part in (questions, graph, notices, export, lists):
    router.include_router(part.router)
