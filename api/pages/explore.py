"""The explorer's page, and what it asks for while one works with it."""

import json
from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Request
from starlette.responses import Response

from api.pages.answer import look_of, respond, store_of
from graph.errors import BadValue, between
from graph.model import Kind, Relation
from viz.export import chosen
from viz.layout import MOST
from viz.panel import Panel
from viz.views import explore, said, suggest
from viz.views.ask import one_of

router = APIRouter()
Ids = Annotated[list[str], Body(embed=True, max_length=MOST)]
Text = Annotated[str, Body(embed=True)]
Limit = Annotated[int, Body(embed=True, ge=1, le=MOST)]


@router.get("/explore")
def shown(request: Request) -> Response:
    look = look_of(request)
    return respond(request, look, explore.page(store_of(request), look))


@router.get("/explore.{form}")
def twin(request: Request, form: str) -> Response:
    look = look_of(request, "/explore")
    return respond(request, look, explore.page(store_of(request), look), form)


@router.get("/explore/suggest")
def suggested(
    request: Request, q: str = "", notice: Annotated[list[str] | None, Query(max_length=20)] = None
) -> Response:
    """`notice`: those in the picture, whose measures go first where they are asked for by number."""
    return plain(suggest.suggest(panel_of(request), q, notice or ()))


@router.post("/explore/expand")
def expand(
    request: Request, id: Text, kinds: Ids, have: Ids, limit: Annotated[int, Body(embed=True, ge=1, le=MOST)]
) -> Response:
    """The neighbours of a node. A POST only because what is shown may be much; nothing is changed."""
    wanted = [one_of(Kind, "kinds", kind) for kind in kinds]
    return plain(explore.expand(panel_of(request), id, wanted, have, limit))


@router.post("/explore/among")
def among(request: Request, new: Ids, have: Ids) -> Response:
    """Nodes by their ids, as an address that was sent on names them."""
    return plain(explore.among(panel_of(request), new, have))


@router.post("/explore/search")
def search(request: Request, q: Text, have: Ids) -> Response:
    """All measures that answer, into the picture."""
    return plain(explore.search(panel_of(request), q, have))


@router.get("/explore/facets")
def facets(request: Request) -> Response:
    """What the measures that answer `q` hang on, with counts; each leads to the search page narrowed to it."""
    return plain(explore.facets(store_of(request), look_of(request, "/search")))


@router.post("/explore/paths")
def paths(request: Request, a: Text, b: Text, have: Ids) -> Response:
    panel = panel_of(request)
    found = explore.paths(panel, a, b, have)
    shared = explore.between(panel.store, *found["ends"])
    return plain(found | {"between": explore.among(panel, shared, have)["nodes"]})


@router.get("/explore/degrees")
def degrees(request: Request, id: str) -> Response:
    return plain(explore.degrees(store_of(request), id))


@router.get("/explore/words")
def words(request: Request, id: str) -> Response:
    """A measure in the words of its notice, with what was read from them."""
    return plain(explore.words(panel_of(request), id))


@router.post("/explore/regions")
def regions(request: Request, ids: Ids) -> Response:
    """The places that measures touch, to filter by."""
    return plain(explore.regions(store_of(request), ids))


@router.get("/explore/said")
def clause(request: Request, source: str, target: str, kind: str) -> Response:
    """The clause that says a relation."""
    relation = one_of(Relation, "kind", kind)
    return plain(said.said(panel_of(request), source, target, relation))


@router.post("/explore/graph.html")
def picture(request: Request, places: Annotated[dict[str, tuple[int, int]], Body(embed=True)], title: Text) -> Response:
    """What is on screen as one offline file (PyVis)."""
    if not 0 < len(places) <= MOST:
        raise BadValue(name="places", value=len(places), expected=between(1, MOST))
    text = chosen(store_of(request), places, title[:80], look_of(request).lang)
    return Response(text, media_type="text/plain; charset=utf-8")


def panel_of(request: Request) -> Panel:
    return Panel(store_of(request), look_of(request).lang)


def plain(value: Any) -> Response:
    body = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    return Response(body, media_type="application/json", headers={"Cache-Control": "private, no-store"})
