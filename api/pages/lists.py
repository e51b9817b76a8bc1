"""Lists of measures and of nodes by kind."""

from functools import partial

from fastapi import APIRouter

from api.pages import twins
from graph.model import Kind
from viz.look import PLURAL
from viz.views import lists

router = APIRouter()

for _kind in Kind:
    twins.add(
        router,
        f"/{PLURAL[_kind]}",
        lists.measures if _kind is Kind.MEASURE else partial(lists.nodes, kind=_kind),
    )
