"""A request as a reader's look, a view as the response that was asked for."""

import dataclasses
import json
import mimetypes
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from fastapi import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse

from api import jsons
from api.settings import Lang
from graph.asking import Answer, Counted, Facets, Graph, MeasureItem, Page, Pair, Stats, Unit
from graph.errors import Ambiguous, BadValue, JucuoError, NoRoute, Unknown
from graph.model import Edge, Limit, Node
from graph.store import Store
from viz.look import LANGS, SWITCHES, THEMES, Look, address, list_url
from viz.pages import Words, page, texts
from viz.tables import BOM, Row, csv_line, xlsx_bytes
from viz.views.ask import day
from viz.views.view import View

FORMS = ("json", "csv", "xlsx", "ics")
MEDIA = {"csv": "text/csv; charset=utf-8", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
YEAR = 365 * 24 * 3600

# the registry of Windows may say text/plain, and then no module runs
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("image/svg+xml", ".svg")


def store_of(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


def look_of(request: Request, path: str | None = None) -> Look:
    """Language and theme of the address, else of the cookie, else of the service; `path` without a twin's ending."""
    asked = tuple((key, value) for key, value in request.query_params.multi_items() if len(key) < 40)[:60]
    named = dict(asked)
    lang = next((one for one in (named.get("lang"), request.cookies.get("lang")) if one in LANGS), None)
    theme = next((one for one in (named.get("colours"), request.cookies.get("colours")) if one in THEMES), "auto")
    query = tuple(pair for pair in asked if pair[0] not in SWITCHES)
    shown = request.url.path if path is None else path
    return Look(str(lang or request.app.state.settings.lang), str(theme), shown or "/", query)


def as_of(look: Look) -> str:
    """The day from which one looks: today, unless the address says another."""
    asked = look.asked("as_of")
    return day(asked, "as_of") if asked else date.today().isoformat()


def respond(request: Request, look: Look, view: View, form: str | None = None, status: int = 200) -> Response:
    """The page, or the twin that was asked for."""
    if form == "json":
        plain_values = plain(dict(view.values), "en" if look.lang == "en" else "zh")
        return Response(json.dumps(plain_values, ensure_ascii=False), status, media_type="application/json")
    if form in MEDIA:
        return table(look, view, form, request)
    if form is not None:
        raise NoRoute(path=request.url.path)
    return html(request, look, page(view.template, look, **{**view.values, **view.drawn}), status)


def html(request: Request, look: Look, text: str, status: int = 200) -> Response:
    """A page; a language or theme asked for by the address is remembered."""
    headers = {"Cache-Control": "private, no-cache", "Vary": "Cookie", "Content-Language": look.lang}
    response = HTMLResponse(text.encode("utf-8", "replace"), status, headers)
    for key, known in zip(SWITCHES, (LANGS, THEMES), strict=True):
        value = request.query_params.get(key)
        if value in known:
            response.set_cookie(key, str(value), max_age=YEAR, samesite="lax", httponly=True, path="/")
    return response


def table(look: Look, view: View, form: str, request: Request) -> Response:
    """The whole table of a page as a file."""
    if view.table is None:
        raise NoRoute(path=request.url.path)
    words = Words(texts()[look.lang])
    heads = [head[1:] if head.startswith("=") else words(head).rstrip("：:") for head in view.table.heads]
    name = "".join(c if c.isprintable() and c not in '/\\:*?"<>|' else "_" for c in view.table.name)[:80]
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(f'{name}.{form}'.encode('utf-8', 'replace'))}"
    }
    if form == "csv":
        body = (part for part in _lines(heads, said(view.table.rows(), words)))
        return StreamingResponse(body, media_type=MEDIA[form], headers=headers)
    return Response(xlsx_bytes(heads, said(view.table.rows(), words), name), media_type=MEDIA[form], headers=headers)


def said(rows: Iterable[Row], words: Words) -> Iterator[Row]:
    """Rows in the language of their heads: a kind of limit is said as the pages say it."""
    return (tuple(words(f"limit.{cell}") if isinstance(cell, Limit) else cell for cell in row) for row in rows)


def _lines(heads: list[str], rows: Any) -> Any:
    yield BOM + csv_line(heads)
    for row in rows:
        yield csv_line(row)


def error_page(request: Request, error: JucuoError) -> Response:
    """An error in its own sentence, in the look of all pages, with the page that was meant one step away."""
    look = look_of(request)
    found: Any = error.params.get("candidates", [])
    wrong = str(error.params.get("name" if isinstance(error, Unknown | Ambiguous) else "value", "")).strip()
    if isinstance(error, BadValue):
        error = type(error)(**error.params | {"name": called(str(error.params["name"]), look.lang)})
    text = page(
        "error.html",
        look,
        title=error.title(look.lang),
        detail=error.text(look.lang),
        code=error.code,
        status=error.http,
        candidates=[(id, name, instead(look, wrong, id) or list_url("/node", id=id)) for id, name in found],
        given=wrong[:100] if isinstance(error, Unknown | Ambiguous) else "",
        without=instead(look, wrong) if request.method == "GET" else None,
    )
    return html(request, look, text, error.http)


def called(key: str, lang: str) -> str:
    """A part of an address as the pages call it."""
    words = texts()[lang]
    return words.get(f"by.{key}", words.get(key, key))


def instead(look: Look, wrong: str, right: str | None = None) -> str | None:
    """The same address with what was wrong left out or put right; None where it was not asked for there."""
    if not wrong or all(value.strip() != wrong for _, value in look.query):
        return None
    made = [(key, right if value.strip() == wrong else value) for key, value in look.query]
    return address(look.path, [(key, value) for key, value in made if value is not None])


def see(url: str) -> Response:
    """Look there instead."""
    return RedirectResponse(url, 303)


@lru_cache(maxsize=1)
def _shapes() -> Mapping[type, Any]:
    return {
        MeasureItem: jsons.measure,
        Counted: jsons.counted,
        Node: jsons.node,
        Edge: jsons.edge,
        Unit: jsons.unit,
        Pair: jsons.pair,
        Facets: jsons.facets,
        Stats: jsons.stats,
        Graph: jsons.graph,
    }


def plain(value: Any, lang: Lang) -> Any:
    """Values of views in the shapes of the API."""
    if isinstance(value, Answer):
        return jsons.answer(value, lang)
    if isinstance(value, Page):
        return {"items": [plain(item, lang) for item in value.items], "total": value.total, "next": value.next}
    shape = _shapes().get(type(value))
    if shape is not None:
        return shape(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name), lang) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(one, lang) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one, lang) for one in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)
