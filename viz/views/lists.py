"""Lists: of measures by what is asked, of nodes by name."""

from typing import Any

from graph.asking import Order
from graph.model import Kind
from graph.store import Store
from viz import places
from viz.look import PLURAL, Look
from viz.views.ask import KEY_OF, LIMIT, asked, cursor_of, one_of
from viz.views.facets import counted, groups
from viz.views.view import Table, View, every, measure_table

HEADS = ("name", "kinds.Measure", "id")
NOTICE_HEADS = ("number", "title", "dated", "issuers", "kinds.Measure", "id")


def measures(store: Store, look: Look) -> View:
    """The measures meant, with what they can be narrowed by."""
    meant = asked(store, look)
    order = one_of(Order, "order", look.asked("order") or Order.NOTICE)
    page = store.measures(meant.filter, order, LIMIT, cursor_of(look))
    facets = counted(store, meant.filter)
    values = {"page": page, "total": page.total, "order": order, "facets": facets}
    drawn = {"chips": meant.chips(look), "groups": groups(store, look, facets, meant)}
    table = measure_table("measures", lambda cursor: store.measures(meant.filter, order, 1000, cursor))
    return View("measures.html", values, drawn, table)


def nodes(store: Store, look: Look, kind: Kind) -> View:
    """Nodes of a kind, those with most measures first; regions also on a map."""
    text = look.asked("q") or None
    page = store.list(kind, text, LIMIT, cursor_of(look))
    values = {"kind": kind, "page": page, "total": page.total, "q": text}
    drawn: dict[str, Any] = {"key": KEY_OF[kind], "map": None}
    if kind is Kind.REGION:
        drawn["map"] = places.spots([one.node for one in page.items])

    def rows() -> Any:
        for one in every(lambda cursor: store.list(kind, text, 1000, cursor)):
            props = one.node.props
            if kind is Kind.NOTICE:
                issuers = props.get("issuers") or []
                names = "、".join(map(str, issuers)) if isinstance(issuers, list | tuple) else str(issuers)
                yield (props.get("number"), one.node.name, props.get("dated"), names, one.measures, one.node.id)
            else:
                yield (one.node.name, one.measures, one.node.id)

    table = Table(PLURAL[kind], NOTICE_HEADS if kind is Kind.NOTICE else HEADS, rows)
    return View("notices.html" if kind is Kind.NOTICE else "nodes.html", values, drawn, table)
