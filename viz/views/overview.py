"""The start page: what is in the base, what is due next, what one can ask."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from graph.asking import By, Filter, Order
from graph.model import Kind, Limit
from graph.store import Store
from viz.look import list_url
from viz.views.names import of_pairs
from viz.views.view import View, measure_table

KINDS = (Kind.NOTICE, Kind.MEASURE, Kind.DEPARTMENT, Kind.PROJECT, Kind.REGION, Kind.THEME)

RIVER = "黄河 生态"


def examples(store: Store) -> list[tuple[str, str, str]]:
    """What one can ask here: a key of words, the address, and the theme that the words name; where no measure is about
    the usual one, one is asked for that the base has most of."""
    usual = ("example.topic", RIVER)
    themes = (("example.about", one.node.name) for one in store.list(Kind.THEME, limit=5).items)
    key, text = next((one for one in (usual, *themes) if store.search(one[1], limit=1).total), usual)
    topic = (key, list_url("/search", q=text), text)
    return [topic, ("example.shared", "/shared", ""), ("example.due", "/deadlines", "")]


def overview(store: Store, as_of: str) -> View:
    """An empty base greets instead."""
    stats = store.stats()
    coming = Filter(due_after=as_of)
    pairs = store.pairs(By.COUNT, limit=6)
    values = {
        "stats": stats,
        "as_of": as_of,
        "limits": limits(stats.deadlines),
        "unlimited": stats.nodes.get(Kind.MEASURE, 0) - sum(stats.deadlines.values()),
        "notices": store.list(Kind.NOTICE, limit=5),
        "departments": store.list(Kind.DEPARTMENT, limit=8),
        "pairs": pairs,
        "next": store.measures(coming, Order.DUE, limit=8),
        "passed": passed(store, Filter(), as_of),
        "total": stats.nodes.get(Kind.MEASURE, 0),
    }
    table = measure_table("next", lambda cursor: store.measures(coming, Order.DUE, 1000, cursor))
    names = of_pairs(store, Filter(), pairs.items)
    return View("overview.html", values, {"kinds": KINDS, "examples": examples(store), "names": names}, table)


def limits(counts: Mapping[str, int]) -> dict[str, int]:
    """Kinds of limit that occur, in the order of `Limit`."""
    return {kind.value: counts[kind] for kind in Limit if counts.get(kind)}


def day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat() if day > "0001-01-01" else day


def passed(store: Store, filter: Filter, as_of: str) -> int:
    """How many of the measures meant have their last day behind them."""
    last = min(day_before(as_of), filter.due_before or "9999-12-31")
    return store.measures(replace(filter, due_before=last), limit=1).total
