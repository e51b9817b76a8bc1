"""The service: the API, the pages, and what stands around both."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

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
    app.add_middleware(Guard, settings=settings)
    return app
