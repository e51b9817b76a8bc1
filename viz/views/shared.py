"""Who works with whom: pairs with a sentence that explains the number, groups, and the agenda of a meeting."""

from dataclasses import replace
from typing import Any

from graph.asking import By, Filter, Order, Pair
from graph.model import Kind, Node
from graph.store import Store, resolve
from viz.look import Look
from viz.views.ask import LIMIT, asked, cursor_of, one_of
from viz.views.blocks import between, group_of
from viz.views.matrix import everything
from viz.views.names import of_pairs
from viz.views.view import Table, View, every, measure_table

HEADS = ("kind.Department", "kind.Department", "by.count", "by.jaccard", "by.lift", "id", "id")
MOST = 6

Members = tuple[str, frozenset[str]]


def shared(store: Store, look: Look) -> View:
    """Without a department all pairs, with one its partners, with more what they share, by limit."""
    meant = asked(store, look, "department")
    chosen = departments(store, look)
    by: By = one_of(By, "by", look.asked("by") or By.COUNT)
    if len(chosen) > 1:
        return agenda(store, chosen, meant.filter, look)
    cursor = cursor_of(look)
    between_groups = groups_asked(store, look, by, meant.filter)
    partners = all_partners(store, chosen[0].id, by, meant.filter) if chosen and between_groups else []

    def ask(limit: int, cursor: str | None) -> Any:
        if between_groups:
            (_, one), (_, other), pairs = between_groups
            if chosen:  # its partners within that group
                one, pairs = frozenset([chosen[0].id]), partners
            return between(pairs, one, other, by, meant.filter, limit, cursor)
        if chosen:
            return store.partners(chosen[0].id, by, meant.filter, limit, cursor)
        return store.pairs(by, meant.filter, limit, cursor)

    page = ask(LIMIT, cursor)
    total = store.measures(meant.filter, limit=1).total
    values = {"by": by, "chosen": chosen, "page": page, "total": page.total, "measures": total}
    drawn = {
        "bys": tuple(By),
        "chips": meant.chips(look),
        "groups": group_names(*between_groups[:2]) if between_groups else [],
        "sentences": {(p.a, p.b): sentence(p, total) for p in page.items},
        "names": of_pairs(store, meant.filter, page.items),
    }

    def rows() -> Any:
        for p in every(lambda cursor: ask(1000, cursor)):
            yield (p.a_name, p.b_name, p.count, round(p.jaccard, 4), round(p.lift, 4), p.a, p.b)

    return View("shared.html", values, drawn, Table("shared", HEADS, rows))


def groups_asked(store: Store, look: Look, by: By, filter: Filter) -> tuple[Members, Members, list[Pair]] | None:
    """The two groups of departments between which the pairs are asked for (one alone: with itself), and all pairs."""
    named = [text for text in look.all_asked("group") if text.strip()]
    if not named:
        return None
    _, pairs = everything(store, by, filter)
    return group_of(store, named[0], pairs), group_of(store, named[-1], pairs), pairs


def all_partners(store: Store, id: str, by: By, filter: Filter) -> list[Pair]:
    return list(every(lambda cursor: store.partners(id, by, filter, 1000, cursor)))


def group_names(*groups: Members) -> list[tuple[str, int]]:
    """Each group once: its name, and how many departments it has."""
    return [(name, len(members)) for members, name in {members: name for name, members in groups}.items()]


def agenda(store: Store, chosen: list[Node], filter: Filter, look: Look) -> View:
    """If these were to meet: the measures they share, by time limit."""
    both = replace(filter, departments=tuple(dict.fromkeys([*filter.departments, *(one.id for one in chosen)])))
    page = store.measures(both, Order.DUE, LIMIT, cursor_of(look))
    pair = None
    if len(chosen) == 2:
        pair = pair_of(store, chosen[0].id, chosen[1].id, filter)
    total = store.measures(filter, limit=1).total
    values = {"chosen": chosen, "page": page, "total": page.total, "pair": pair, "measures": total}
    drawn = {"sentence": sentence(pair, total) if pair else None}
    table = measure_table("agenda", lambda cursor: store.measures(both, Order.DUE, 1000, cursor))
    return View("agenda.html", values, drawn, table)


def pair_of(store: Store, a: str, b: str, filter: Filter) -> Pair | None:
    return next((pair for pair in all_partners(store, a, By.COUNT, filter) if pair.b == b), None)


def departments(store: Store, look: Look) -> list[Node]:
    """Those asked for as a, b and with, each once."""
    names = [look.asked("a"), look.asked("b"), *look.all_asked("with")]
    found = {}
    for name in names[: MOST + 2]:
        if name.strip():
            node = resolve(store, name.strip(), [Kind.DEPARTMENT])
            found[node.id] = node
    return list(found.values())


def sentence(pair: Pair, total: int) -> dict[str, Any]:
    """The numbers behind a pair: what either has, and how many would be met by chance."""
    either = round(pair.count / pair.jaccard) if pair.jaccard else pair.count
    chance = pair.count / pair.lift if pair.lift else 0.0
    return {
        "a": pair.a_name,
        "b": pair.b_name,
        "count": pair.count,
        "either": either,
        "share": f"{pair.jaccard:.0%}",
        "chance": f"{chance:.2f}".rstrip("0").rstrip("."),
        "lift": f"{pair.lift:.1f}",
        "total": total,
    }
