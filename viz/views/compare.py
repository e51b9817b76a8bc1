"""The page that compares two notices."""

from collections.abc import Iterator
from typing import Any

from graph.asking import Filter, MeasureItem
from graph.model import Kind, Node
from graph.store import Store, resolve
from viz.compare import Change, compare
from viz.legend import ROLES
from viz.look import Look
from viz.tables import Row
from viz.views.view import Table, View, every

HEADS = (
    "compare.what",
    "kind.Measure",
    "compare.label.was",
    "title",
    "words",
    "compare.was",
    "compare.units",
    "deadline",
    "section",
)


def comparison(store: Store, look: Look) -> View:
    """Without two notices: a choice of them, the two newest first."""
    notices = store.list(Kind.NOTICE, limit=200)
    a, b = look.asked("a"), look.asked("b")
    newest = [one.node for one in notices.items[1::-1]] if len(notices.items) > 1 else [None, None]
    choice: dict[str, Any] = {"notices": notices.items, "newest": newest}
    if not (a and b):
        return View("compare.html", {"a": None, "b": None, "result": None}, choice)
    one, other = resolve(store, a, [Kind.NOTICE]), resolve(store, b, [Kind.NOTICE])
    result = compare(measures_of(store, one), measures_of(store, other))
    values = {"a": one, "b": other, "result": result}
    choice["moved"] = sum(one.moved for one in result.same)

    def rows() -> Iterator[Row]:
        for m in result.added:
            yield ("增加", m.label, None, m.title, m.text, None, units(m), m.deadline_text, m.section)
        for m in result.dropped:
            yield ("删去", None, m.label, m.title, None, m.text, units(m), m.deadline_text, m.section)
        for change in (*result.changed, *result.same):
            yield row(change)

    return View("compare.html", values, choice, Table("compare", HEADS, rows))


def measures_of(store: Store, notice: Node) -> list[MeasureItem]:
    store.notice(notice.id)  # one that is only cited has nothing to compare
    return list(every(lambda cursor: store.measures(Filter(notices=(notice.id,)), limit=1000, cursor=cursor)))


def row(change: Change) -> Row:
    """What moved stands with what it was; of the rest only what is the same."""
    before, after = change.before, change.after
    moved = [f"＋{unit.name}" for unit in change.joined] + [f"－{unit.name}" for unit in change.left]
    moved += [f"{new.name}：{ROLES[old.role][0]} → {ROLES[new.role][0]}" for old, new in change.roles]
    return (
        "相同" if change.same else "改动",
        after.label,
        before.label,
        after.title,
        after.text,
        before.text if change.words else None,
        "、".join(moved) or units(after),
        arrow(change.limit) or after.deadline_text,
        arrow(change.section) or after.section,
    )


def arrow(pair: tuple[str | None, str | None] | None) -> str | None:
    return f"{pair[0] or '—'} → {pair[1] or '—'}" if pair else None


def units(m: MeasureItem) -> str:
    return "、".join(unit.name for unit in m.departments)
