"""The page that compares two notices."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from graph.asking import Filter, MeasureItem
from graph.model import Kind, Node
from graph.store import Store, resolve
from viz.compare import Change, compare
from viz.labels import natural
from viz.legend import ROLES, word
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

CHOICES = 200
WHAT = {
    "zh": {"added": "增加", "dropped": "删去", "changed": "改动", "same": "相同"},
    "en": {"added": "added", "dropped": "dropped", "changed": "changed", "same": "unchanged"},
}


def comparison(store: Store, look: Look) -> View:
    """Without two notices: a choice of them, the two most alike first; of very many they are asked for by name."""
    notices = store.list(Kind.NOTICE, limit=CHOICES)
    a, b = look.asked("a"), look.asked("b")
    choice: dict[str, Any] = {"notices": notices.items, "many": notices.total > CHOICES}
    if not (a and b):
        asked = resolve(store, a or b, [Kind.NOTICE]) if a or b else None
        choice["alike"] = most_alike([one.node for one in notices.items], asked)
        return View(
            "compare.html", {"a": None, "b": None, "result": None}, choice, Table("compare", HEADS, lambda: iter(()))
        )
    one, other = resolve(store, a, [Kind.NOTICE]), resolve(store, b, [Kind.NOTICE])
    result = compare(measures_of(store, one), measures_of(store, other))
    values = {"a": one, "b": other, "result": result}
    choice["moved"] = sum(one.moved for one in result.same)

    what = WHAT[look.lang]

    def rows() -> Iterator[Row]:
        for m in result.added:
            yield (what["added"], m.label, None, m.title, m.text, None, units(m), m.deadline_text, m.section)
        for m in result.dropped:
            yield (what["dropped"], None, m.label, m.title, None, m.text, units(m), m.deadline_text, m.section)
        for change in (*result.changed, *result.same):
            yield row(change, look.lang)

    return View("compare.html", values, choice, Table("compare", HEADS, rows))


def most_alike(notices: Sequence[Node], given: Node | None = None) -> tuple[Node | None, Node | None]:
    """The two whose titles share most, the earlier one first, as two versions of one do; the newer ones where several
    do. `notices` come newest first; with `given` it is one of the two."""
    ours = [] if given is None else [(given, one) for one in notices if one.id != given.id]
    pairs: list[tuple[Node, Node]] = ours if given else list(combinations(notices, 2))
    if not pairs:
        return given, None
    words = {one.id: _pairs_of(one.name) for one in (*notices, *([given] if given else []))}

    def shared(pair: tuple[Node, Node]) -> float:
        a, b = words[pair[0].id], words[pair[1].id]
        return len(a & b) / (len(a | b) or 1)

    closest = max(pairs, key=shared)
    earlier, later = sorted(closest, key=lambda one: (str(one.props.get("dated") or ""), natural(one.id)))
    return earlier, later


def _pairs_of(title: str) -> set[str]:
    """Each two characters side by side, without numbers: 2018年 and 2024年 are two versions of one."""
    bare = re.sub(r"[\W\d_]", "", title)
    return {bare[place : place + 2] for place in range(len(bare) - 1)}


def measures_of(store: Store, notice: Node) -> list[MeasureItem]:
    store.notice(notice.id)  # one that is only cited has nothing to compare
    return list(every(lambda cursor: store.measures(Filter(notices=(notice.id,)), limit=1000, cursor=cursor)))


def row(change: Change, lang: str) -> Row:
    """What moved stands with what it was; of the rest only what is the same."""
    before, after = change.before, change.after
    moved = [f"＋{unit.name}" for unit in change.joined] + [f"－{unit.name}" for unit in change.left]
    moved += [f"{new.name}：{word(ROLES, old.role, lang)} → {word(ROLES, new.role, lang)}" for old, new in change.roles]
    return (
        WHAT[lang]["same" if change.same else "changed"],
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
