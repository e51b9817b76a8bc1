"""The matrix: which departments share measures."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from graph.asking import By, Counted, Facets, Filter, Order, Pair
from graph.model import Kind, Node
from graph.store import Store, resolve
from viz.look import Look, list_url
from viz.matrix import clustered, step
from viz.tables import Row
from viz.views.ask import Asked, asked, one_of, parts_of
from viz.views.blocks import blocks, group_of
from viz.views.facets import COUNTED, counted, groups
from viz.views.names import printed
from viz.views.view import Table, View, every

TOPS = (30, 60, 120)
GROUPS = "groups"
"""Instead of so many departments: all of them, by groups."""
ORDERS = ("cluster", "name", "number")
AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Cell:
    """`step` 0 is empty; the diagonal has the unit's own total."""

    id: str
    shown: str
    step: int
    url: str
    name: str
    own: bool = False


def matrix(store: Store, look: Look) -> View:
    """Symmetric; never more than `top` departments, and it says so."""
    meant = asked(store, look, "department")
    by: By = one_of(By, "by", look.asked("by") or By.COUNT)
    order: str = one_of(ORDERS, "order", look.asked("order") or "cluster")
    chosen_top: str = one_of([*map(str, TOPS), GROUPS], "top", look.asked("top") or str(TOPS[0]))
    if chosen_top == GROUPS:
        return blocks(look, meant, *everything(store, by, meant.filter), AT_ONCE)
    top, group = int(chosen_top), None
    if look.asked("group"):
        units, pairs = everything(store, by, meant.filter)
        group, members = group_of(store, look.asked("group"), pairs)
        of_group = [one for one in units if one.node.id in members]
        units, total = of_group[:top], len(of_group)
        sharing = sum(p.a in members and p.b in members for p in pairs)
        here = {one.node.id for one in units}
        pairs = [p for p in pairs if p.a in here and p.b in here]
    else:
        units, total = departments(store, meant.filter, top)
        pairs, sharing = pairs_among(store, by, meant.filter, [one.node.id for one in units])
    values_of = {(p.a, p.b): value(p, by) for p in pairs} | {(p.b, p.a): value(p, by) for p in pairs}
    tied = {id for pair in values_of for id in pair}
    alone = [one for one in units if one.node.id not in tied]
    shown = arranged([one for one in units if one.node.id in tied], values_of, order)
    names = {one.node.id: one.node.name for one in units}
    facets = counted(store, meant.filter)
    a, b = chosen(store, look)
    pane = None
    if a and b:
        both = replace(meant.filter, departments=(a.id,) if a.id == b.id else (a.id, b.id))
        pane = {"a": a, "b": b, "measures": store.measures(both, Order.DUE, 50)}
    values = {
        "by": by,
        "order": order,
        "top": top,
        "departments": shown,
        "alone": alone,
        "of": total,
        "pairs": pairs,
        "total": sharing,
        "chosen": pane,
    }
    drawn = {
        "chips": meant.chips(look),
        "groups": {one.key: one for one in groups(store, look, facets, meant)},
        "sources": [called(one.node) for one in sources(store, meant.filter, facets)],
        "rows": cells(look, shown, values_of, meant, names),
        "names": printed(store, meant.filter, names),
        "orders": ORDERS,
        "bys": tuple(By),
        "tops": [n for before, n in zip((0, *TOPS), TOPS, strict=False) if before < total or n == top] or [TOPS[0]],
        "roles": True,
        "group": group,
        "by_groups": total > TOPS[-1] or group is not None,
    }

    def rows() -> Iterator[Row]:
        for one in shown:
            line = [values_of.get((one.node.id, other.node.id), 0) for other in shown]
            yield (one.node.name, *(one.measures if o is one else v for o, v in zip(shown, line, strict=True)))

    heads = ("units", *(f"={one.node.name}" for one in shown))
    return View("matrix.html", values, drawn, Table("matrix", heads, rows))


def sources(store: Store, filter: Filter, facets: Facets) -> tuple[Counted, ...]:
    """The notices whose measures are counted."""
    found = facets.nodes.get(Kind.NOTICE, ())
    return found if len(found) < COUNTED else store.facets(filter, most=AT_ONCE).nodes.get(Kind.NOTICE, ())


def called(notice: Node) -> str:
    """A notice by its number, else by its title."""
    return str(notice.props.get("number") or notice.name or notice.id)


def departments(store: Store, filter: Filter, top: int) -> tuple[list[Counted], int]:
    """The departments with most of the measures meant, and how many there are."""
    found = store.facets(filter, most=AT_ONCE).nodes.get(Kind.DEPARTMENT, ())
    return list(found[:top]), len(found)


def everything(store: Store, by: By, filter: Filter) -> tuple[list[Counted], list[Pair]]:
    """All departments, as many as can be asked for at once, and all pairs among them."""
    units, _ = departments(store, filter, AT_ONCE)
    return units, pairs_among(store, by, filter, [one.node.id for one in units])[0]


def pairs_among(store: Store, by: By, filter: Filter, ids: list[str]) -> tuple[list[Pair], int]:
    """All pairs among those departments, and how many pairs there are at all."""
    page = store.pairs(by, filter, AT_ONCE)
    here = set(ids)
    if page.next is None:
        return [p for p in page.items if p.a in here and p.b in here], page.total
    if page.total <= AT_ONCE * len(ids):
        among = every(lambda cursor: store.pairs(by, filter, AT_ONCE, cursor))
        return [p for p in among if p.a in here and p.b in here], page.total
    found: list[Pair] = []
    for id in ids:
        partners = every(lambda cursor, id=id: store.partners(id, by, filter, AT_ONCE, cursor))  # type: ignore[misc]
        found += [p for p in partners if p.b in here and p.a < p.b]
    return found, page.total


def value(pair: Pair, by: By) -> float:
    return pair.count if by is By.COUNT else round(pair.jaccard if by is By.JACCARD else pair.lift, 2)


def arranged(units: list[Counted], values: dict[tuple[str, str], float], order: str) -> list[Counted]:
    if order == "name":
        return sorted(units, key=lambda one: (one.node.name, one.node.id))
    if order == "number":
        return units
    by_id = {one.node.id: one for one in units}
    return [by_id[id] for id in clustered([one.node.id for one in units], values)]


def cells(
    look: Look, shown: list[Counted], values: dict[tuple[str, str], float], meant: Asked, names: dict[str, str]
) -> list[tuple[Counted, list[Cell]]]:
    most = max(values.values(), default=0.0)
    asked_for = parts_of(meant.filter)
    rows = []
    for one in shown:
        line = []
        for other in shown:
            a, b = one.node.id, other.node.id
            url = look.url(a=a, b=b)
            if a == b:
                line.append(
                    Cell(
                        b,
                        f"{one.measures}",
                        0,
                        list_url("/measures", department=a, **asked_for),
                        names[a],
                        True,
                    )
                )
            elif (a, b) in values:
                n = values[a, b]
                line.append(Cell(b, f"{n:g}", step(n, most), url, f"{names[a]} × {names[b]}"))
            else:
                line.append(Cell(b, "", 0, "", ""))
        rows.append((one, line))
    return rows


def chosen(store: Store, look: Look) -> tuple[Any, Any]:
    a, b = look.asked("a"), look.asked("b")
    if not a or not b:
        return None, None
    return resolve(store, a, [Kind.DEPARTMENT]), resolve(store, b, [Kind.DEPARTMENT])
