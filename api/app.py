"""The service: the API, the pages, and what stands around both."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import viz
from api import health, pages, problems, reference, v1
from api.guard import Guard
from api.settings import Settings
from graph.store import Store

STATIC = Path(viz.__file__).parent / "static"


def create_app(store: Store, settings: Settings | None = None) -> FastAPI:
    """The app over an open store; who made the store closes it."""
    settings = settings or Settings()
    app = FastAPI(
        title="举措图谱 jucuo",
        version="1",
        summary="Who does what, by when, where, and together with whom, as government notices say it.",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        separate_input_output_schemas=False,
    )
    app.state.store, app.state.settings = store, settings
    problems.install(app)
    app.include_router(v1.router)
    app.include_router(health.router)
    app.include_router(reference.router)
    app.include_router(pages.router(store, settings))
    app.state.error_page = pages.error_page
    app.mount("/static", StaticFiles(directory=STATIC, check_dir=False), name="static")
    app.add_middleware(Head)
    app.add_middleware(Guard, settings=settings)
    return app


class Head:
    """Every address that answers GET answers HEAD the same, without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def send_head(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app({**scope, "method": "GET"}, receive, send_head)
