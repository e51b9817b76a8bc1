"""The PyVis page: a picture of the graph in one file that opens offline, asks for nothing, and stays interactive.

PyVis keeps nodes, edges and options in the form of vis-network; its own page is not used, because it calls out to other
hosts and runs scripts from headings, ids and titles (views.md section 4). Ours holds the data as JSON that no script
is, the library and one script inline, and a Content-Security-Policy that allows exactly these two.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from graph.asking import ANY, Filter, Order
from graph.errors import BadValue, NoValue, among, between
from graph.model import Kind
from graph.store import Store
from viz import layout, pictures, sharing
from viz.layout import Position
from viz.legend import FONT, PALE, QUIET, SIGNS, TEXT
from viz.pages import STATIC, environment
from viz.panel import Panel
from viz.picture import Dot, Line, Picture
from viz.sharing import Ends

VIEWS = ("departments", "bipartite", "around", "path", "search")

LISTED = 50
"""So many nodes stand on a page of a list."""

PARTS = ("data", "draw", "panel", "find", "legend", "move")
"""The files of the page's own script, in order; inside one function they see each other and nobody else does."""

VIS = "vendor/vis-network-9.1.13.min.js"

STRONG, WEAK, SHARED = "#174a72", "#98a3ae", "#8fb2cc"

LINE_FONT = {"face": FONT, "size": 13, "color": TEXT, "strokeWidth": 4, "strokeColor": "#ffffff", "vadjust": 0}

OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hoverConnectedEdges": False, "selectConnectedEdges": False, "keyboard": False},
    "nodes": {"font": {"face": FONT, "size": 16, "color": TEXT}, "labelHighlightBold": False, "chosen": False},
    "edges": {"smooth": False, "selectionWidth": 0, "hoverWidth": 0.6, "chosen": False},
}


def page(
    store: Store,
    view: str = "departments",
    *,
    id: str | None = None,
    to: str | None = None,
    query: str | None = None,
    filter: Filter = ANY,
    lang: str = "zh",
    limit: int = 300,
    order: Order = Order.NOTICE,
    cursor: str | None = None,
    ends: Ends | None = None,
    tied: bool = False,
) -> str:
    """One HTML file. `around` wants `id`, `path` both `id` and `to` (ids or names), `search` wants `query`.

    `bipartite` and `search` begin at `cursor`, as the page of the list does; `ends` and `tied` are those of
    `sharing.departments`.
    """
    if not 1 <= limit <= layout.MOST:
        raise BadValue(name="limit", value=limit, expected=between(1, layout.MOST))
    panel = Panel(store, lang)
    if view == "departments":
        picture = sharing.departments(panel, filter, limit, ends, tied)
    elif view == "bipartite":
        picture = pictures.bipartite(panel, filter, limit, order, cursor)
    elif view == "around":
        picture = pictures.around(panel, _given("id", id), limit)
    elif view == "path":
        picture = pictures.path(panel, _given("id", id), _given("to", to), limit)
    elif view == "search":
        picture = pictures.search(panel, _given("query", query), filter, limit, cursor)
    else:
        raise BadValue(name="view", value=view, expected=among(VIEWS))
    return html(picture, panel)


def listed(
    store: Store, kind: Kind, text: str | None = None, cursor: str | None = None, lang: str = "zh", limit: int = 300
) -> str:
    """A page of the nodes that a list shows, with their measures; departments with what they share."""
    panel, some = Panel(store, lang), store.list(kind, text, LISTED, cursor)
    if kind is Kind.DEPARTMENT:
        ids = [one.node.id for one in some.items]
        return html(sharing.departments(panel, ANY, limit, (ids, ids)), panel)
    return html(pictures.listed(panel, kind, some, limit), panel)


def chosen(store: Store, places: Mapping[str, Position], title: str, lang: str = "zh") -> str:
    """A page of exactly these nodes where they stand, as they are on somebody's screen."""
    panel = Panel(store, lang)
    return html(pictures.chosen(panel, places, title), panel)


def _given(name: str, value: str | None) -> str:
    if not value:
        raise NoValue(name=name)
    return value


def html(picture: Picture, panel: Panel) -> str:
    """The page of a picture."""
    network = _network_class()()
    for dot in picture.dots:
        network.add_node(dot.id, **_dot(dot))
    for number, line in enumerate(picture.lines):
        network.add_edge(line.source, line.target, id=number, **_line(line, picture.curved))
    page: str = network.generate_html(picture=picture, panel=panel)
    return page


@lru_cache(maxsize=1)
def _network_class() -> Any:
    """A Network of PyVis with a page of its own. PyVis imports IPython: only who exports a picture waits for that."""
    from pyvis.network import Network

    class Page(Network):  # type: ignore[misc]
        """PyVis looks through all edges to add one and drops parallel ones; here both steps cost the same always."""

        def __init__(self) -> None:
            super().__init__(directed=True, cdn_resources="in_line")
            self.options = OPTIONS
            self.node_ids: dict[str, None] = {}  # a list in PyVis, searched from its start

        def add_node(self, n_id: str, label: str = "", **options: Any) -> None:
            if n_id not in self.node_ids:
                self.node_ids[n_id] = None
                self.nodes.append({"id": n_id, "label": label, **options})

        def add_edge(self, source: str, to: str, **options: Any) -> None:
            if source in self.node_ids and to in self.node_ids:
                self.edges.append({"from": source, "to": to, **options})

        def generate_html(self, *, picture: Picture, panel: Panel) -> str:
            vis, script, style = _inline(VIS), _script(), _inline("export/page.css")
            return environment().get_template("export.html").render(
                lang=panel.lang, t=panel.words, title=picture.title, said=picture.said,
                source=_source(picture, panel), csp=_policy([vis, script], [style]),
                vis=vis, script=script, style=style, data=_data(self, picture, panel),
            )  # fmt: skip

    return Page


def _dot(dot: Dot) -> dict[str, Any]:
    sign = SIGNS[dot.kind]
    x, y = dot.place
    made: dict[str, Any] = {"label": dot.label, "kind": dot.kind.value, "x": x, "y": y}
    if dot.box is not None or sign.shape == "box":
        width = {"minimum": dot.box, "maximum": dot.box} if dot.box else {"maximum": 200}
        made |= {"shape": "box", "margin": 7 if dot.box else 6, "widthConstraint": width}
        made["font"] = {"align": "left"} if dot.box else {}
        made["shapeProperties"] = {"borderRadius": 6}
        made["color"] = {"background": "#ffffff" if dot.dim else sign.fill, "border": PALE if dot.dim else sign.colour}
        if dot.dim:
            made["font"] |= {"color": QUIET}
    else:
        made |= {"shape": sign.shape, "size": dot.size}
        made["font"] = {"size": dot.text, "strokeWidth": 5, "strokeColor": "#ffffff"}
        made["color"] = {"background": sign.colour, "border": sign.colour}
    made["borderWidth"] = 1.5
    if dot.centre:
        made["borderWidth"], made["centre"] = 3, True
        made["color"] |= {"border": TEXT}
    return made


def _line(line: Line, curved: bool) -> dict[str, Any]:
    colour = SHARED if line.sort == "shared" else STRONG if line.strong else WEAK
    made: dict[str, Any] = {"sort": line.sort, "width": line.width, "color": {"color": colour, "hover": STRONG}}
    if line.info.get("count", 1) > 1:
        made |= {"label": str(line.info["count"]), "font": LINE_FONT}
    if not line.strong and line.sort != "relation":
        made["dashes"] = [6, 4]
    if curved:
        made["smooth"] = {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.5}
    return made


def _data(network: Any, picture: Picture, panel: Panel) -> dict[str, Any]:
    kinds = Counter(dot.kind for dot in picture.dots)
    sorts = Counter(line.sort for line in picture.lines)
    return {
        "view": picture.view,
        "title": picture.title,
        "said": picture.said,
        "source": _source(picture, panel),
        "nodes": network.nodes,
        "edges": network.edges,
        "options": network.options,
        "about": {"nodes": [dot.info for dot in picture.dots], "edges": [line.info for line in picture.lines]},
        "measures": picture.measures,
        "kinds": [
            {"kind": kind.value, "name": sign.name(panel.lang), "colour": sign.colour, "shape": sign.shape,
             "count": kinds[kind]}
            for kind, sign in SIGNS.items() if kinds[kind]
        ],
        "sorts": [
            {"sort": sort, "name": name, "strong": strong, "count": sorts[sort],
             "colour": SHARED if sort == "shared" else STRONG if strong else WEAK}
            for sort, name, strong in picture.sorts
        ],
        "heads": picture.heads,
        "curved": picture.curved,
        "font": FONT,
        "words": {key[2:]: text for key, text in panel.words.items() if key.startswith("x.")},
    }  # fmt: skip


def _source(picture: Picture, panel: Panel) -> str:
    """The notices that the picture rests on, by number or title; those with a number first."""
    ids = sorted({str(info["notice"]) for line in picture.lines for info in [line.info] if "notice" in info}
                 | {str(card["number"]) for card in picture.measures},
                 key=lambda id: (id.startswith("sha256/"), id))  # fmt: skip
    notices = [panel.called(id) for id in ids[:3]] + ids[3:]
    if not notices:
        return panel.words["x.made"]
    if len(notices) <= 3:
        return panel.words["x.source"].format(notices="、".join(notices))
    return panel.words["x.source.many"].format(first=notices[0], n=len(notices))


@lru_cache(maxsize=16)
def _inline(name: str) -> str:
    """A file of ours to stand inside a page, without the note where its map would be fetched from."""
    text = (STATIC / name).read_text(encoding="utf-8")
    return "\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMappingURL"))


def _script() -> str:
    return "\n".join(['(() => {\n"use strict";', *(_inline(f"export/{part}.js") for part in PARTS), "})();"])


def _policy(scripts: list[str], styles: list[str]) -> str:
    """Nothing from anywhere, and of scripts and styles only these."""

    def hashes(texts: list[str]) -> str:
        sums = (hashlib.sha256(text.encode("utf-8")).digest() for text in texts)
        return " ".join(f"'sha256-{base64.b64encode(one).decode()}'" for one in sums)

    allowed = f"script-src {hashes(scripts)}; style-src {hashes(styles)}"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
