"""The page that compares two notices."""

from collections.abc import Iterator
from typing import Any

from graph.model import Filter, Kind, MeasureItem, Node
from graph.store import Store, resolve
from viz.compare import Change, compare
from viz.look import Look
from viz.tables import Row
from viz.views.view import Table, View, every

HEADS = ("compare.what", "kind.Measure", "title", "words", "compare.was", "compare.units", "deadline")


def comparison(store: Store, look: Look) -> View:
    """Without two notices: a choice of them, the two newest first."""
    notices = store.list(Kind.NOTICE, limit=200)
    a, b = look.asked("a"), look.asked("b")
    newest = [one.node for one in notices.items[1::-1]] if len(notices.items) > 1 else [None, None]
    choice = {"notices": notices.items, "newest": newest}
    if not (a and b):
        return View("compare.html", {"a": None, "b": None, "result": None}, choice)
    one, other = resolve(store, a, [Kind.NOTICE]), resolve(store, b, [Kind.NOTICE])
    result = compare(measures_of(store, one), measures_of(store, other))
    values = {"a": one, "b": other, "result": result}

    def rows() -> Iterator[Row]:
        for m in result.added:
            yield ("+", m.label, m.title, m.text, None, units(m), m.deadline_text)
        for m in result.dropped:
            yield ("−", m.label, m.title, None, m.text, units(m), m.deadline_text)
        for change in result.changed:
            yield row(change)

    return View("compare.html", values, choice, Table("compare", HEADS, rows))


def measures_of(store: Store, notice: Node) -> list[MeasureItem]:
    store.notice(notice.id)  # one that is only cited has nothing to compare
    return list(every(lambda cursor: store.measures(Filter(notices=(notice.id,)), limit=1000, cursor=cursor)))


def row(change: Change) -> Row:
    moved = [f"＋{unit.name}" for unit in change.joined] + [f"－{unit.name}" for unit in change.left]
    limit: Any = f"{change.limit[0]} → {change.limit[1]}" if change.limit else None
    after = change.after
    return ("≠", after.label, after.title, after.text, change.before.text, "、".join(moved), limit)


def units(m: MeasureItem) -> str:
    return "、".join(unit.name for unit in m.departments)
