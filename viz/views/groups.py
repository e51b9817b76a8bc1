"""Groups of departments that work together, and who stands between them (graph.analysis finds them)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from graph.asking import By, Filter
from graph.findings import Analysis
from graph.model import Kind
from graph.store import Store
from viz.look import Look
from viz.tables import Row
from viz.views.ask import asked
from viz.views.matrix import departments, pairs_among
from viz.views.names import printed
from viz.views.view import Table, View

SMALL = 3000
"""Pairs up to which everything is analysed."""
LARGEST, THEMES = 100, 20
BRIDGES = 20

HEADS = ("name", "groups.group", "kinds.Measure", "partners", "groups.between", "groups.participation", "id")


def groups(store: Store, look: Look) -> View:
    """All of the analysis, of the measures meant."""
    meant = asked(store, look, "department")
    found, of = analysed(store, meant.filter)
    values = {"analysis": found, "total": len(found.departments), "of": of}
    full = {one.id: one.name for one in found.departments}
    drawn = {
        "chips": meant.chips(look),
        "full": full,
        "names": printed(store, meant.filter, full),
        "bridges": found.bridges[:BRIDGES],
    }

    def rows() -> Iterator[Row]:
        for one in found.departments:
            yield (one.name, one.group, one.measures, one.partners, one.betweenness, one.participation, one.id)

    return View("groups.html", values, drawn, Table("groups", HEADS, rows))


def analysed(store: Store, filter: Filter) -> tuple[Analysis, int]:
    """All departments of a small base; of a large one those with most measures, because the exact answer takes minutes.
    Their groups are named by the themes on which most pairs meet. And how many departments there are."""
    from graph.analysis import analyse, analysis

    if store.pairs(By.COUNT, filter, 1).total <= SMALL:
        found = analyse(store, filter)
        return found, len(found.departments)
    units, of = departments(store, filter, LARGEST)
    names = {one.node.id: one.node.name for one in units}
    pairs, _ = pairs_among(store, By.COUNT, filter, list(names))
    themes = {} if filter.themes else weights(store, filter)
    return analysis(names, {one.node.id: one.measures for one in units}, pairs, themes), of


def weights(store: Store, filter: Filter) -> dict[str, Mapping[str, int]]:
    """For each frequent theme, how much each department shares on it with the partners it meets most."""
    found: dict[str, Mapping[str, int]] = {}
    for theme in store.list(Kind.THEME, limit=THEMES).items:
        shared: Counter[str] = Counter()
        for pair in store.pairs(By.COUNT, replace(filter, themes=(theme.node.id,)), 1000).items:
            shared.update({pair.a: pair.count, pair.b: pair.count})
        found[theme.node.name] = shared
    return found
