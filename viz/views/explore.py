"""The explorer's questions: what one may look for, what hangs on a node, what lies between two, where it is said.

Answers are plain values, ready to be drawn; the browser keeps the picture and places what is new.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any

from graph.asking import ANY, Filter
from graph.errors import BadValue
from graph.model import Edge, Kind, Node, Relation
from graph.store import Store, resolve
from viz import labels
from viz.layout import MOST
from viz.legend import SOURCES, source_of, word
from viz.look import Look, node_url
from viz.marks import breaks, readable
from viz.pages import texts
from viz.panel import Panel
from viz.pictures import TIES
from viz.tables import Row
from viz.views import suggest
from viz.views.ask import asked
from viz.views.facets import counted, groups
from viz.views.notice import marks_of, span_of
from viz.views.view import Table, View

OPENS: Mapping[Kind, tuple[Kind, ...]] = {
    Kind.MEASURE: (Kind.DEPARTMENT, Kind.PROJECT, Kind.REGION, Kind.THEME),
    Kind.DEPARTMENT: (Kind.MEASURE,),
    Kind.PROJECT: (Kind.MEASURE,),
    Kind.REGION: (Kind.MEASURE,),
    Kind.THEME: (Kind.MEASURE,),
    Kind.NOTICE: (Kind.MEASURE, Kind.DEPARTMENT, Kind.NOTICE),
}
"""What a double click brings: what the measures say. That a unit lies in its city, or a measure in its notice, is said
by the menu and comes when asked for; drawn for all it would tie everything to everything."""

PATHS = 200
"""So many ways between two nodes are told; how many there are is always said."""
COUNTED = 200
"""Nodes whose neighbours are counted at once; beyond it they are counted when one looks at them."""


def page(store: Store, look: Look) -> View:
    """The page with what its address asks for: a node (`id`, several), a search (`q`), or two ends (`from`, `to`)."""
    panel = Panel(store, look.lang)
    ids: list[str] = []
    opened: list[str] = []
    between: dict[str, Any] | None = None
    total = left = 0
    if look.asked("from") and look.asked("to"):
        between = paths(panel, look.asked("from"), look.asked("to"), ())
    elif look.asked("q"):
        meant = asked(store, look).filter
        with suppress(BadValue):  # punctuation alone, or words that say nothing
            found = store.search(look.asked("q"), meant, 50)
            ids, total = [hit.measure.id for hit in found.items], found.total
    else:
        opened = [resolve(store, id).id for id in look.all_asked("id")[:20]]
    for id in opened:
        near, number = _near(store, id, (), 50)
        ids += [id, *near]
        left += number - len(near)
    shown = among(panel, list(dict.fromkeys(ids))[:MOST], ()) if between is None else between
    values = {"nodes": shown["nodes"], "edges": shown["edges"], "opened": opened, "paths": shown.get("paths", [])}
    values |= {"ends": shown.get("ends", []), "total": shown.get("total", total), "left": left}
    values["q"] = look.asked("q")
    words = {key[2:]: text for key, text in panel.words.items() if key.startswith(("e.", "k."))}
    drawn = {"start": values | {"begin": _begin(store)}, "words": words | _names(panel.words), "most": MOST}
    heads = ("e.col.a", "e.relation", "e.col.b", "e.col.from", "kind.Notice")
    return View("explore.html", values, drawn, Table(panel.words["nav.explore"], heads, lambda: _rows(panel, shown)))


def _begin(store: Store) -> list[dict[str, Any]]:
    """What one may begin with in an empty picture: who has most, what there is most of, and the newest notices."""
    most = {Kind.DEPARTMENT: 4, Kind.THEME: 3, Kind.REGION: 2, Kind.NOTICE: 2}
    found: list[dict[str, Any]] = []
    for kind, n in most.items():
        some = (one for one in store.list(kind, limit=n * 10).items if one.measures)  # many a notice has no measures
        found += [suggest.node(one) for one in islice(some, n)]
    return found


def _rows(panel: Panel, shown: Mapping[str, Any]) -> Iterator[Row]:
    """The relations of a picture as a table says them."""
    names = {node["id"]: f"{node.get('number', '')}{node['name']}" for node in shown["nodes"]}
    for edge in shown["edges"]:
        basis = word(SOURCES, edge["from"], panel.lang)
        yield names[edge["source"]], edge["says"], names[edge["target"]], basis, edge["notice"]


def _names(words: Mapping[str, str]) -> dict[str, str]:
    """What kinds, roles and limits are called."""
    heads = ("kind.", "kinds.", "role.", "limit.", "from.")
    return {key: text for key, text in words.items() if key.startswith(heads)}


def expand(panel: Panel, id: str, kinds: Collection[Kind], have: Sequence[str], limit: int) -> dict[str, Any]:
    """The neighbours of a node of the kinds wanted (none: those that `OPENS` names), and how they hang together with
    what is shown."""
    new, total = _near(panel.store, id, kinds, limit)
    return among(panel, new, have) | {"total": total}


def _near(store: Store, id: str, kinds: Collection[Kind], limit: int) -> tuple[list[str], int]:
    """Ids of neighbours, measures in the order of their notice, and how many there are."""
    node = store.node(id)
    found = store.around(node.id, 1, min(limit + 1, MOST), kinds or OPENS[node.kind])
    rank = {kind: number for number, kind in enumerate(Kind)}
    nodes = sorted((n for n in found.nodes if n.id != node.id), key=lambda n: (rank[n.kind], labels.natural(n.id)))
    return [n.id for n in nodes], found.total - 1


def among(panel: Panel, new: Sequence[str], have: Sequence[str]) -> dict[str, Any]:
    """The new nodes as they are drawn, and all relations among them and those shown already."""
    fresh = set(new)
    graph = panel.store.edges_among(list(dict.fromkeys([*have, *new]))[:MOST])
    nodes = {node.id: node for node in graph.nodes}
    edges = [edge for edge in graph.edges if edge.source in fresh or edge.target in fresh]
    few = len(fresh) <= COUNTED
    panel.learn({notice_of(id) for id in fresh if id in nodes and nodes[id].kind is Kind.MEASURE})
    return {
        "nodes": [drawn(panel, nodes[id], few) for id in dict.fromkeys(new) if id in nodes],
        "edges": [line(panel, edge) for edge in edges],
    }


def drawn(panel: Panel, node: Node, few: bool = True) -> dict[str, Any]:
    """A node: what is written on it, what the pane says of it, and how many neighbours it has of each kind."""
    made: dict[str, Any] = {
        "id": node.id,
        "kind": node.kind.value,
        "name": node.name or node.id,
        "label": labels.node(node),
        "url": node_url(node.kind, node.id),
        "about": panel.node(node),
        "opens": [kind.value for kind in OPENS[node.kind]],
    }
    if few:
        made["degrees"] = degrees(panel.store, node.id)
    if node.kind is Kind.MEASURE:
        made |= {"limit": node.props.get("deadline_kind"), "due": node.props.get("due")}
        notice = notice_of(node.id)
        made |= {
            "notice": notice,
            "of": panel.called(notice),
            "number": labels.clean(str(node.props.get("label") or "")),
        }
    return made


def notice_of(measure: str) -> str:
    """The notice that a measure's id names."""
    return measure.rsplit("/", 1)[0]


def degrees(store: Store, id: str) -> dict[str, int]:
    """How many neighbours of each kind."""
    return {kind.value: number for kind, number in store.degrees(id).items() if number}


def line(panel: Panel, edge: Edge) -> dict[str, Any]:
    """A relation: what it is called, where it comes from; its clause is asked for when one looks at it."""
    props = edge.props
    made: dict[str, Any] = {
        "source": edge.source,
        "target": edge.target,
        "kind": edge.kind.value,
        "says": panel.relation(edge),
        "from": source_of(edge.kind, props),
        "notice": edge.notice,
    }
    if edge.kind is Relation.ASSIGNED_TO:
        made |= {"role": props.get("role"), "first": props.get("order") == 1, "order": props.get("order")}
        made["name"] = labels.clean(str(props.get("name") or ""))
    return made


def search(panel: Panel, text: str, have: Sequence[str], filter: Filter = ANY) -> dict[str, Any]:
    """The first measures that answer, as they are drawn, and how many answer."""
    found = panel.store.search(text, filter, 50)
    return among(panel, [hit.measure.id for hit in found.items], have) | {"total": found.total}


def facets(store: Store, look: Look) -> dict[str, Any]:
    """How a search can be narrowed, as the page of `look` does it: by facet, each value with how many are left."""
    text, meant = look.asked("q"), asked(store, look)
    words = texts()[look.lang]
    found = groups(store, look, counted(store, meant.filter, text), meant, text)
    first = [group for key in ("department", "theme", "region") for group in found if group.key == key]
    return {
        "url": look.url(),
        "groups": [
            {
                "name": words[f"by.{group.key}"],
                "rows": [
                    {"name": row.name if row.said else words[row.name], "said": row.said, "n": row.n, "url": row.url}
                    for row in group.rows[:5]
                ],
            }
            for group in (*first, *(group for group in found if group not in first))
        ],
    }


def paths(panel: Panel, a: str, b: str, have: Sequence[str]) -> dict[str, Any]:
    """All shortest ways between two nodes, through measures, departments and projects where there is one."""
    start, end = resolve(panel.store, a), resolve(panel.store, b)
    found = panel.store.paths(start.id, end.id, limit=PATHS, kinds=TIES)
    if not found.paths:
        found = panel.store.paths(start.id, end.id, limit=PATHS)
    ids = list(dict.fromkeys([start.id, end.id, *(id for way in found.paths for id in way)]))
    ways = sorted((list(way) for way in found.paths), key=lambda way: [labels.natural(id) for id in way])
    return among(panel, ids, have) | {"paths": ways, "ends": [start.id, end.id], "total": found.graph.total}


def between(store: Store, a: str, b: str) -> list[str]:
    """The measures that two departments share; of any two nodes, the measures that touch both."""
    one, other = store.node(a), store.node(b)
    if one.kind is Kind.DEPARTMENT and other.kind is Kind.DEPARTMENT:
        return [item.id for item in store.measures(Filter(departments=(a, b)), limit=50).items]
    near = [{n.id for n in store.around(id, 1, 1000, [Kind.MEASURE]).nodes} for id in (a, b)]
    return sorted((near[0] & near[1]) - {a, b}, key=labels.natural)


def words(panel: Panel, id: str) -> dict[str, Any]:
    """A measure as it stands in its notice, in pieces: words, and what they were read as."""
    item = panel.store.measure(id)
    told = panel.store.notice(item.notice)
    span = next((span_of(node.props) for node in told.nodes if node.id == id), None) or (0, 0)
    marks = [*marks_of(told, id), *breaks(told.text, span, item.text)]
    pieces = [(one.text, one.kinds) for one in readable(told.text, marks, *span) if "m-break" not in one.kinds]
    return {"words": pieces, "notice": panel.called(item.notice), "url": node_url(Kind.NOTICE, item.notice)}


def regions(store: Store, ids: Sequence[str]) -> dict[str, Any]:
    """The places that measures touch, with what these lie in: by measure, and what they are called."""
    touched: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    above: dict[str, list[str]] = {}
    for id in ids:
        near = [node for node in store.around(id, 1, 50, [Kind.REGION]).nodes if node.kind is Kind.REGION]
        names |= {node.id: node.name for node in near}
        for node in near:
            if node.id not in above:
                above[node.id] = [one.id for one in _above(store, node.id, names)]
        touched[id] = list(dict.fromkeys(id for node in near for id in (node.id, *above[node.id])))
    return {"touched": touched, "names": names}


def _above(store: Store, id: str, names: dict[str, str]) -> list[Node]:
    """What a place lies in, step by step."""
    found: dict[str, Node] = {}
    todo = [id]
    while todo:
        inner = todo.pop()
        near = store.around(inner, 1, 1000, [Kind.REGION])
        nodes = {node.id: node for node in near.nodes}
        for edge in near.edges:
            if edge.kind is Relation.PART_OF and edge.source == inner and edge.target not in found:
                found[edge.target] = nodes[edge.target]
                names[edge.target] = nodes[edge.target].name
                todo.append(edge.target)
    return list(found.values())
