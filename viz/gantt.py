"""Time limits as bars: from the notice's date to the last day, or fading where there is none. Values only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.asking import MeasureItem
from viz import labels

LABEL, PLOT, END, ROW = 220, 700, 130, 24
"""Widths of the three columns and the height of a row, in the picture's own units."""


@dataclass(frozen=True, slots=True)
class Bar:
    """`x` and `width` in the picture's units; `fading` has no last day; `gone` has it behind `as_of`."""

    measure: MeasureItem
    title: str
    y: int
    x: float
    width: float
    fading: bool
    gone: bool


@dataclass(frozen=True, slots=True)
class Chart:
    width: int
    height: int
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    now: float | None
    as_of: str
    start: str


def chart(items: Sequence[MeasureItem], dated: Mapping[str, str | None], as_of: str) -> Chart | None:
    """The bars of the measures that state a limit; None when there are none. No date is made up: a bar begins with the
    date of its notice, or at the left edge where that has none."""
    shown = [item for item in items if item.deadline_kind]
    if not shown:
        return None
    today = date.fromisoformat(as_of)
    starts = [date.fromisoformat(day) for item in shown if (day := dated.get(item.notice))]
    dues = [date.fromisoformat(item.due) for item in shown if item.due]
    first = min([*starts, *dues, today])
    until = max([*dues, today]).toordinal() + 1
    days = until - first.toordinal() + max(60, (until - first.toordinal()) // 10)
    last = date.fromordinal(min(first.toordinal() + days, date.max.toordinal()))

    def at(day: date, more: int = 0) -> float:
        return round(LABEL + PLOT * (day.toordinal() + more - first.toordinal()) / days, 1)

    bars = []
    for row, item in enumerate(shown):
        begun = dated.get(item.notice)
        left = at(date.fromisoformat(begun)) if begun else float(LABEL)
        due = date.fromisoformat(item.due) if item.due else None
        right = at(due, 1) if due else float(LABEL + PLOT)
        bars.append(
            Bar(
                item,
                labels.measure(item.label, item.title, ""),
                28 + row * ROW,
                left,
                max(round(right - left, 1), 2.0),
                due is None,
                bool(due and due < today),
            )
        )
    height = 28 + len(shown) * ROW + 6
    ticks = tuple((at(day), f"{day:%Y-%m}" if day.month > 1 else f"{day.year}") for day in quarters(first, last, days))
    return Chart(LABEL + PLOT + END, height, tuple(bars), ticks, at(today), as_of, first.isoformat())


def quarters(first: date, last: date, days: int) -> list[date]:
    """First days of months to be written under the bars: every month, quarter, half year, or year, at most a dozen."""
    step = next((months for months in (1, 3, 6, 12, 24, 60, 120, 600) if days / 30.4 / months <= 12), 1200)
    found, year, month = [], first.year, 1
    while (day := date(year, month, 1)) < last:
        if day > first:
            found.append(day)
        year, month = year + (month - 1 + step) // 12, (month - 1 + step) % 12 + 1
        if year > 9999:
            break
    return found
