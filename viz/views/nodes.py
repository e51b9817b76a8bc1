"""The reference pages: a department, a project, a region, a theme; what it is, with whom, by when, where it is said."""

from dataclasses import replace
from typing import Any

from graph.asking import By, Facets, Filter, Order
from graph.model import Kind, Node, Relation, Role
from graph.store import Store
from viz import gantt, places
from viz.look import Look, list_url, node_url
from viz.views.ask import KEY_OF, NODES, cursor_of, of_node
from viz.views.facets import unlimited
from viz.views.overview import limits, passed
from viz.views.view import View, dated, measure_table


def department(store: Store, look: Look, id: str, as_of: str) -> View:
    """What must it do, with whom, by when."""
    filter = Filter(departments=(id,))
    view = node(store, look, id, Kind.DEPARTMENT, as_of)
    roles = {role.value: store.measures(replace(filter, role=role), limit=1).total for role in Role}
    partners = store.partners(id, By.COUNT, limit=12)
    values = {**view.values, "roles": roles, "first": first_listed(store, filter), "partners": partners}
    most = max((pair.count for pair in partners.items), default=1)
    units = (unit for item in view.values["measures"].items for unit in item.departments if unit.id == id)
    drawn = {
        **view.drawn,
        "printed": sorted({unit.printed for unit in units if unit.printed}),
        "partner_rows": [
            bar(p.b_name, p.count, list_url("/measures", department=[p.a, p.b]), most, node_url(Kind.DEPARTMENT, p.b))
            for p in partners.items
        ],
    }
    return replace(view, template="department.html", values=values, drawn=drawn)


def node(store: Store, look: Look, id: str, kind: Kind, as_of: str) -> View:
    """What every such page has."""
    key = KEY_OF[kind]
    filter = of_node(kind, id)
    facets = store.facets(filter, most=12)
    page = store.measures(filter, Order.DUE, limit=50, cursor=cursor_of(look))
    near = store.around(id, 1, 200, [Kind.REGION]) if kind in (Kind.DEPARTMENT, Kind.REGION) else None
    values: dict[str, Any] = {
        "node": store.node(id),
        "as_of": as_of,
        "total": facets.total,
        "limits": limits(facets.deadlines),
        "unlimited": unlimited(facets),
        "passed": passed(store, filter, as_of),
        "years": dict(sorted(facets.years.items())),
        "facets": facets,
        "measures": page,
        "near": near,
    }
    placed = {one.node.id: one.node for one in facets.nodes.get(Kind.REGION, ())}
    if kind is Kind.REGION and near:
        placed |= {one.id: one for one in near.nodes}
    drawn = {
        "key": key,
        "rows": {kind.value: bars(key, id, facets, kind) for kind in NODES.values()},
        "gantt": gantt.chart(page.items, dated(store, page.items), as_of),
        "map": places.spots(placed.values(), id),
        "beside": [one.node for one in facets.nodes.get(kind, ()) if one.node.id != id],
        "within": within(near, id) if near else [],
    }
    table = measure_table(id, lambda cursor: store.measures(filter, Order.DUE, 1000, cursor))
    return View("node.html", values, drawn, table)


def first_listed(store: Store, filter: Filter) -> int | None:
    """How often the department stands first in the clause."""
    return store.measures(replace(filter, first=True), limit=1).total


def bar(name: str, n: int, url: str, most: int, page: str) -> dict[str, Any]:
    """`page` is what is known of it, `url` the measures counted."""
    return {"name": name, "said": True, "n": n, "url": url, "share": round(100 * n / max(most, 1), 1), "page": page}


def bars(key: str, id: str, facets: Facets, kind: Kind) -> list[dict[str, Any]]:
    """What the measures of this node hang on besides it, each a link to those of both. Of its own kind there are none:
    a list can be asked for one region, project or theme, and departments have their partners."""
    other = KEY_OF[kind]
    rows = [one for one in facets.nodes.get(kind, ()) if other != key]
    most = max((one.measures for one in rows), default=1)
    return [
        bar(
            one.node.name,
            one.measures,
            list_url("/measures", **{key: id, other: one.node.id}),
            most,
            node_url(kind, one.node.id),
        )
        for one in rows
    ]


def within(near: Any, id: str) -> list[tuple[str, Node]]:
    """Regions tied to it, with how."""
    nodes = {one.id: one for one in near.nodes}
    found = []
    for edge in near.edges:
        if edge.kind is Relation.PART_OF and id in (edge.source, edge.target):
            up = edge.source == id
            found.append(("part.of" if up else "holds", nodes[edge.target if up else edge.source]))
        elif edge.kind is Relation.LOCATED_IN and edge.source == id:
            found.append(("located.in", nodes[edge.target]))
    return sorted(found, key=lambda item: (item[0] == "holds", item[1].id))
