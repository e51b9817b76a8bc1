"""Whether the process lives, and whether its store answers."""

from fastapi import APIRouter
from starlette.responses import Response

from api.v1.asking import AStore, answer
from graph.model import Kind

router = APIRouter(tags=["health"])


@router.get("/healthz", response_model=dict[str, str], summary="服务是否在运行")
def healthz() -> Response:
    """The process lives."""
    return answer({"status": "ok"})


@router.get("/readyz", response_model=dict[str, str], summary="数据库是否可用")
def readyz(store: AStore) -> Response:
    """503 and the problem, when the store does not answer."""
    store.list(Kind.NOTICE, limit=1)
    return answer({"status": "ok"})
