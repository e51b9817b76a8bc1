"""What is due when, as of any date: counts by kind, bars, months, a table, a calendar file."""

from calendar import monthrange
from dataclasses import replace
from datetime import date
from typing import Any

from graph.asking import Facets, Filter, Order
from graph.errors import AskError
from graph.model import Kind
from graph.store import Store, resolve
from viz import gantt, ics
from viz.look import Look
from viz.views.ask import Asked, asked, cursor_of, whole
from viz.views.facets import counted, groups, unlimited
from viz.views.overview import day_before, limits, passed
from viz.views.view import View, dated, every, measure_table

LIMIT = 60
SOON = 90
YEARS = 6
"""With more years than these, dated limits are counted as one number."""


def deadlines(store: Store, look: Look, as_of: str) -> View:
    """Passed days are passed, never late: nobody knows the state of the work."""
    meant = asked(store, look)
    filter = meant.filter
    facets = counted(store, filter)
    page = store.measures(filter, Order.DUE, LIMIT, cursor_of(look))
    soon = after(as_of, SOON)
    year = (
        whole(look.asked("month_year"), "month_year", 1, 9999) if look.asked("month_year") else nearest(facets, as_of)
    )
    years = sorted({*facets.years, year})
    values = {
        "as_of": as_of,
        "total": page.total,
        "page": page,
        "limits": limits(facets.deadlines),
        "stated": facets.total - unlimited(facets),
        "unlimited": unlimited(facets),
        "passed": passed(store, filter, as_of),
        "soon": {"until": soon, "n": between(store, filter, as_of, soon)},
        "years": facets.years,
        "year": year,
        "months": months(store, filter, year),
    }
    drawn = {
        "chips": meant.chips(look),
        "groups": groups(store, look, facets, meant),
        "gantt": gantt.chart(page.items, dated(store, page.items), as_of),
        "all_years": years,
        "department": written(store, meant, look.asked("department")),
        "due_after": filter.due_after or "",
        "due_before": filter.due_before or "",
        "ranged": bool(filter.due_before or filter.due_after or filter.years),
        "dated": tuple(sorted(facets.years.items())) if len(facets.years) <= YEARS else (),
        "last_passed": min(day_before(as_of), filter.due_before or "9999-12-31"),
    }
    table = measure_table("deadlines", lambda cursor: store.measures(filter, Order.DUE, 1000, cursor))
    return View("deadlines.html", values, drawn, table)


def written(store: Store, meant: Asked, asked_for: str) -> str:
    """The department asked for first as one would write it: by its name, unless another is called so too."""
    first = meant.filter.departments[:1]
    name = meant.names["department", first[0]] if first else ""
    try:
        return name if name and resolve(store, name, [Kind.DEPARTMENT]).id == first[0] else asked_for
    except AskError:
        return asked_for


def after(day: str, days: int) -> str:
    """So many days later, at most the last day there is."""
    return date.fromordinal(min(date.fromisoformat(day).toordinal() + days, date.max.toordinal())).isoformat()


def nearest(facets: Facets, as_of: str) -> int:
    """The year of the day if anything is due in it, else the next one with anything, else the last."""
    now = int(as_of[:4])
    return min((year for year in facets.years if year >= now), default=max(facets.years, default=now))


def between(store: Store, filter: Filter, first: str, last: str) -> int:
    """How many of the measures meant have their last day then; what the filter itself says holds too."""
    return store.measures(within(filter, first, last), limit=1).total


def within(filter: Filter, first: str, last: str) -> Filter:
    return replace(
        filter, due_after=max(first, filter.due_after or ""), due_before=min(last, filter.due_before or "9999-12-31")
    )


def months(store: Store, filter: Filter, year: int) -> list[dict[str, Any]]:
    """The twelve months of a year with how many last days are in each."""
    found = []
    for month in range(1, 13):
        first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
        meant = within(filter, first.isoformat(), last.isoformat())
        n = store.measures(meant, limit=1).total
        found.append({"month": month, "n": n, "after": meant.due_after, "before": meant.due_before})
    return found


def calendar(store: Store, look: Look, as_of: str) -> str:
    """All last days of the measures meant, for a calendar."""
    filter = asked(store, look).filter
    limited = replace(filter, due_after=filter.due_after or "0001-01-01")
    return ics.calendar(every(lambda cursor: store.measures(limited, Order.DUE, 1000, cursor)), as_of, look.lang)
