"""Groups of departments that work together, and who stands between them (graph.analysis finds them)."""

from collections.abc import Iterator

from graph.store import Store
from viz.look import Look
from viz.tables import Row
from viz.views.ask import asked
from viz.views.view import Table, View

HEADS = ("name", "groups.group", "kinds.Measure", "partners", "groups.between", "groups.participation", "id")


def groups(store: Store, look: Look) -> View:
    """All of the analysis, of the measures meant."""
    from graph.analysis import analyse

    meant = asked(store, look, "department")
    found = analyse(store, meant.filter)
    values = {"analysis": found, "total": len(found.departments)}
    drawn = {"chips": meant.chips(look), "standing": {one.id: one for one in found.departments}}

    def rows() -> Iterator[Row]:
        for one in found.departments:
            yield (one.name, one.group, one.measures, one.partners, one.betweenness, one.participation, one.id)

    return View("groups.html", values, drawn, Table("groups", HEADS, rows))
