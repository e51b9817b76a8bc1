"""What the routes have in common: the store, the language, the parameters of lists and filters, the answer."""

import json
from typing import Annotated, Any

from fastapi import Depends, Query, Request
from starlette.responses import Response

from api.ask import Wanted
from api.problems import asked_language
from api.settings import Lang
from graph.model import Limit, Role
from graph.paging import MOST
from graph.store import Store


def store_of(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


def wanted(
    notice: Annotated[str | None, Query(description="文号，或通知的编号")] = None,
    department: Annotated[list[str] | None, Query(description="部门，可重复：都要承担")] = None,
    role: Role | None = None,
    region: Annotated[str | None, Query(description="地区，含其下各地")] = None,
    project: str | None = None,
    theme: str | None = None,
    deadline: Annotated[Limit | None, Query(description="时限的种类")] = None,
    due_before: Annotated[str | None, Query(description="最后一天不晚于 YYYY-MM-DD")] = None,
    due_after: Annotated[str | None, Query(description="最后一天不早于 YYYY-MM-DD")] = None,
    year: Annotated[int | None, Query(description="最后一天所在的年份")] = None,
) -> Wanted:
    """Which measures are meant; all conditions hold together."""
    departments = tuple(department or ())
    return Wanted(notice, departments, role, region, project, theme, deadline, due_before, due_after, year)


AStore = Annotated[Store, Depends(store_of)]
AWanted = Annotated[Wanted, Depends(wanted)]
ALang = Annotated[Lang, Depends(asked_language)]
ALimit = Annotated[int, Query(ge=1, le=MOST)]
ACursor = Annotated[str | None, Query(description="上一页的 next")]


def answer(value: Any, status: int = 200) -> Response:
    """Plain values as JSON. Routes name the shape in `response_model`, for /openapi.json; tests hold them to it."""
    return Response(json.dumps(value, ensure_ascii=False), status, media_type="application/json")
