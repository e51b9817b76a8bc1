"""A page before it is drawn."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from graph.asking import MeasureItem
from graph.store import Store
from viz.tables import Row

T = TypeVar("T", covariant=True)


class Paged(Protocol[T]):
    """A page of an answer, as `Page` and `Answer` are."""

    @property
    def items(self) -> Sequence[T]: ...
    @property
    def next(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Table:
    """The table of a page, whole: `heads` are keys of words; `rows` begins anew each time."""

    name: str
    heads: tuple[str, ...]
    rows: Callable[[], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class View:
    """`values` go to the page and to its .json twin, `drawn` to the page alone, `table` to .csv and .xlsx."""

    template: str
    values: Mapping[str, Any]
    drawn: Mapping[str, Any] = field(default_factory=dict)
    table: Table | None = None


def every(ask: Callable[[str | None], Paged[T]]) -> Iterator[T]:
    """All items of an answer, page after page."""
    cursor: str | None = None
    while True:
        page = ask(cursor)
        yield from page.items
        cursor = page.next
        if cursor is None:
            return


def dated(store: Store, items: Sequence[MeasureItem]) -> dict[str, str | None]:
    """The date of each notice that these measures stand in, in one question."""
    notices = store.edges_among(list(dict.fromkeys(item.notice for item in items))).nodes
    return {one.id: str(day) if (day := one.props.get("dated")) else None for one in notices}


MEASURE_HEADS = (
    "kind.Measure",
    "title",
    "words",
    "section",
    "units",
    "deadline",
    "due",
    "limit.kind",
    "kind.Notice",
    "id",
)


def measure_row(m: MeasureItem) -> Row:
    units = "、".join(unit.printed or unit.name for unit in m.departments)
    return (m.label, m.title, m.text, m.section, units, m.deadline_text, m.due, m.deadline_kind, m.notice_title, m.id)


def measure_table(name: str, ask: Callable[[str | None], Paged[MeasureItem]]) -> Table:
    return Table(name, MEASURE_HEADS, lambda: (measure_row(m) for m in every(ask)))
