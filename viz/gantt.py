"""Time limits as bars: from the notice's date to the last day, or fading where there is none. Values only; how wide a
hundredth is, the page decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.asking import MeasureItem
from viz import labels

EDGE = 4.0
"""So near to an edge, in hundredths, the name of a tick would be cut."""


@dataclass(frozen=True, slots=True)
class Bar:
    """`x` and `width` in hundredths of the chart; `fading` has no last day; `gone` has it behind `as_of`."""

    measure: MeasureItem
    title: str
    x: float
    width: float
    fading: bool
    gone: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """`ticks` and `now` in hundredths of the chart; a tick with no name stands too near to the edge for one; `undated`
    where the notice of a bar has no date."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    now: float
    as_of: str
    start: str
    undated: bool


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
        return round(100 * (day.toordinal() + more - first.toordinal()) / days, 2)

    def bar(item: MeasureItem) -> Bar:
        begun = dated.get(item.notice)
        left = at(date.fromisoformat(begun)) if begun else 0.0
        due = date.fromisoformat(item.due) if item.due else None
        width = max(round((at(due, 1) if due else 100.0) - left, 2), 0.4)
        title = labels.measure(item.label, item.title, "")
        return Bar(item, title, left, width, due is None, bool(due and due < today))

    ticks = tuple((at(day), f"{day:%Y-%m}" if day.month > 1 else f"{day.year}") for day in quarters(first, last, days))
    named = tuple((x, name if EDGE <= x <= 100 - EDGE else "") for x, name in ticks)
    undated = any(not dated.get(item.notice) for item in shown)
    return Chart(tuple(bar(item) for item in shown), named, at(today), as_of, first.isoformat(), undated)


def quarters(first: date, last: date, days: int) -> list[date]:
    """First days of months to be written under the bars: every month, quarter, half year, or year, at most eight."""
    step = next((months for months in (1, 3, 6, 12, 24, 60, 120, 600) if days / 30.4 / months <= 8), 1200)
    found, year, month = [], first.year, 1
    while (day := date(year, month, 1)) < last:
        if day > first:
            found.append(day)
        year, month = year + (month - 1 + step) // 12, (month - 1 + step) % 12 + 1
        if year > 9999:
            break
    return found
