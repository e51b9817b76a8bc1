"""What the routes have in common: the store, the language, the parameters of lists and filters, the answer.

A description says the same twice, `中文 / English`; a route's `summary` is Chinese, its docstring English.
"""

import json
from typing import Annotated, Any, Literal

from fastapi import Depends, Query, Request
from starlette.responses import Response

from api.ask import Wanted
from api.problems import asked_language
from api.settings import Lang
from graph.model import Limit, Role
from graph.paging import MOST
from graph.store import Store

Some = list[str] | None


def store_of(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


def wanted(
    notice: Annotated[
        Some, Query(description="通知的文号或编号，可重复：任一份 / a notice by number; repeatable: any of them")
    ] = None,
    department: Annotated[
        Some, Query(description="部门，可重复：都要承担 / a department; several must all have it")
    ] = None,
    any_department: Annotated[bool, Query(description="部门任一个承担即可 / any of the departments will do")] = False,
    role: Annotated[Role | None, Query(description="部门的责任 / its role")] = None,
    region: Annotated[
        Some,
        Query(description="地区，含其下各地，可重复：任一处 / a region and what lies in it; repeatable: any of them"),
    ] = None,
    project: Annotated[Some, Query(description="项目，可重复：任一个 / a project; repeatable: any of them")] = None,
    theme: Annotated[Some, Query(description="主题，可重复：任一个 / a theme; repeatable: any of them")] = None,
    deadline: Annotated[
        list[Limit | Literal["none"]] | None,
        Query(
            description="时限的种类，可重复；none 为未写时限 / kind of time limit, repeatable; none for those without"
        ),
    ] = None,
    due_before: Annotated[
        str | None, Query(description="最后一天不晚于，YYYY-MM-DD / last day at the latest, YYYY-MM-DD")
    ] = None,
    due_after: Annotated[
        str | None, Query(description="最后一天不早于，YYYY-MM-DD / last day at the earliest, YYYY-MM-DD")
    ] = None,
    year: Annotated[
        list[int] | None,
        Query(description="最后一天所在的年份，可重复：任一年 / year of the last day; repeatable: any of them"),
    ] = None,
    kind: Annotated[
        Some,
        Query(
            description="文种，如 通知、意见，可重复：任一种 / kind of notice, in its own word; repeatable: any of them"
        ),
    ] = None,
) -> Wanted:
    """Which measures are meant; all conditions hold together, of one condition any value will do."""
    return Wanted(
        notice=tuple(notice or ()),
        department=tuple(department or ()),
        any_department=any_department,
        role=role,
        region=tuple(region or ()),
        project=tuple(project or ()),
        theme=tuple(theme or ()),
        deadline=tuple(deadline or ()),
        due_before=due_before,
        due_after=due_after,
        year=tuple(year or ()),
        kind=tuple(kind or ()),
    )


AStore = Annotated[Store, Depends(store_of)]
AWanted = Annotated[Wanted, Depends(wanted)]
ALang = Annotated[Lang, Depends(asked_language)]
ALimit = Annotated[int, Query(ge=1, le=MOST, description="最多几项 / at most so many")]
ACursor = Annotated[str | None, Query(description="上一页的 next / `next` of the page before")]


def answer(value: Any, status: int = 200) -> Response:
    """Plain values as JSON. Routes name the shape in `response_model`, for /openapi.json; tests hold them to it."""
    return Response(json.dumps(value, ensure_ascii=False), status, media_type="application/json")
