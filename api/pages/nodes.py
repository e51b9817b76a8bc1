"""The page of each node, by its id or by a name of it."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.pages.answer import FORMS, as_of, look_of, respond, see, store_of
from graph.errors import NoRoute, Unknown
from graph.model import Kind, Node
from graph.store import Store, resolve
from viz.look import PLURAL, Look, address, node_url
from viz.views import measure, nodes, notice
from viz.views.view import View

router = APIRouter()


def view_of(store: Store, look: Look, node: Node) -> View:
    """What the page of a node says."""
    if node.kind is Kind.NOTICE:
        return notice.notice(store, node.id, look.lang)
    if node.kind is Kind.MEASURE:
        return measure.measure(store, node.id)
    if node.kind is Kind.DEPARTMENT:
        return nodes.department(store, look, node.id, as_of(look))
    return nodes.node(store, look, node.id, node.kind, as_of(look))


def found(store: Store, text: str, kind: Kind) -> tuple[Node, str | None]:
    """The node, and the ending of the twin; an id may itself end like one."""
    try:
        return resolve(store, text, [kind]), None
    except Unknown:
        stem, dot, form = text.rpartition(".")
        if not dot or form not in FORMS:
            raise
        return resolve(store, stem, [kind]), form


def _node(kind: Kind) -> None:
    @router.get(f"/{PLURAL[kind]}/{{id:path}}", name=f"{kind}.page")
    def shown(request: Request, id: str) -> Response:
        store = store_of(request)
        node, form = found(store, id, kind)
        address_of = node_url(kind, node.id)
        if form is None and node.id != id:
            return see(address(address_of, request.query_params.multi_items()))
        look = look_of(request, address_of)
        return respond(request, look, view_of(store, look, node), form)


for _kind in Kind:
    _node(_kind)


@router.get("/node")
def any_node(request: Request, id: str, form: str | None = None) -> Response:
    """A node of any kind by id or name; the page itself where no path can hold the id."""
    store = store_of(request)
    node = resolve(store, id)
    url = node_url(node.kind, node.id)
    if not url.startswith("/node?"):
        return see(url)
    if form is not None and form not in FORMS:
        raise NoRoute(path=request.url.path)
    look = look_of(request, "/node")
    return respond(request, look, view_of(store, look, node), form)
