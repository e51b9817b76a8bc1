"""Answers made from what a store has read, the same for both."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from graph.asking import By, MeasureItem, Pair, Unit
from graph.model import Basis, Limit, Relation, Role

K = TypeVar("K", int, str)
Props = Mapping[str, Any]


def unit(id: str, name: str, props: Props, place: int) -> Unit:
    """A department as a measure has it; what the notice left open is what it means when nothing is said."""
    return Unit(
        id=id,
        name=name,
        printed=props.get("name") or name,
        role=Role(props.get("role") or Role.RESPONSIBLE),
        basis=Basis(props.get("basis") or Basis.STATED),
        order=place if props.get("order") is None else props["order"],
    )


def measure(id: str, name: str, props: Props, notice: str, notice_title: str, units: Iterable[Unit]) -> MeasureItem:
    """A measure as lists show it; units by their order, then as the notice gives them."""
    limit = props.get("deadline_kind")
    return MeasureItem(
        id=id,
        label=props.get("label"),
        title=props.get("title") or name,
        text=props.get("text") or "",
        section=props.get("section"),
        notice=notice,
        notice_title=notice_title,
        departments=tuple(sorted(units, key=lambda unit: unit.order)),
        deadline_text=props.get("deadline_text"),
        deadline_kind=None if limit is None else Limit(limit),
        due=props.get("due"),
    )


def pair(a: tuple[str, str], b: tuple[str, str], count: int, of_a: int, of_b: int, all: int) -> Pair:
    """Two departments, each (id, name), of whom `count` of `all` measures have both."""
    return Pair(a[0], b[0], a[1], b[1], count, count / (of_a + of_b - count), count * all / (of_a * of_b))


@dataclass(frozen=True, slots=True)
class Ranked(Generic[K]):
    """Pairs of departments, largest first, ties by ids; each is made when it is shown, as there are many thousands."""

    order: Sequence[tuple[K, K, int]]
    loads: Mapping[K, int]
    units: Mapping[K, tuple[str, str]]
    all: int

    def page(self, offset: int, limit: int) -> list[Pair]:
        shown = self.order[offset : offset + limit]
        units, loads = self.units, self.loads
        return [pair(units[a], units[b], n, loads[a], loads[b], self.all) for a, b, n in shown]


def ranked(
    counts: Mapping[tuple[K, K], int], loads: Mapping[K, int], units: Mapping[K, tuple[str, str]], all: int, by: By
) -> Ranked[K]:
    """Departments that share so many measures, each (id, name) with as many of its own."""
    close = _CLOSE[by]
    rows = sorted(
        (-close(n, loads[a], loads[b], all), units[a][0], units[b][0], a, b, n) for (a, b), n in counts.items()
    )
    return Ranked([(a, b, n) for *_, a, b, n in rows], loads, units, all)


# the numbers of `pair`
_CLOSE: Mapping[By, Callable[[int, int, int, int], float]] = {
    By.COUNT: lambda n, _a, _b, _all: n,
    By.JACCARD: lambda n, a, b, _all: n / (a + b - n),
    By.LIFT: lambda n, a, b, all: n * all / (a * b),
}


def most(counts: Mapping[str, int]) -> dict[str, int]:
    """Most first, ties by name."""
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


DATED = "9999-12-31"
"""The last of the days in `due_order`: what has none comes behind them."""


def due_order(due: str | None, limit: Limit | None) -> str:
    """What `Order.DUE` sorts by: days, then kinds of limit in their order, then nothing."""
    if due is not None:
        return due
    return f"~{list(Limit).index(limit)}" if limit is not None else "~~"


RELATIONS: Sequence[Relation] = tuple(Relation)
