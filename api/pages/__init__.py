"""The pages over HTTP: addresses to views and back; what a page says is in viz.views, how it looks in viz.pages.

Every page has a `.json` twin, and a `.csv` and an `.xlsx` one where it holds a table: its address with that ending.
"""

from fastapi import APIRouter

from api.pages import changes, explore, export, lists, nodes, questions
from api.pages.answer import error_page
from api.settings import Settings
from graph.store import Store

__all__ = ["error_page", "router"]


def router(store: Store, settings: Settings) -> APIRouter:  # noqa: ARG001 (both stand in app.state)
    """All pages."""
    made = APIRouter(include_in_schema=False)
    for part in (questions, lists, nodes, changes, explore, export):
        made.include_router(part.router)
    return made
