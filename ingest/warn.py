"""What was not understood, where, in words for planners."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.model import Span
from ingest.flow import Flow
from ingest.measures import Found
from ingest.notice import Head
from ingest.parsed import Measure, Warning
from ingest.resolve import Resolved


class Read(NamedTuple):
    """A measure as read, with what was unsure on the way: units nobody knows, a date that cannot be."""

    measure: Measure
    unknown: tuple[tuple[str, Span], ...] = ()
    odd: Span | None = None


def of_measure(flow: Flow, read: Read, found: Found) -> Iterator[Warning]:
    """Warnings of one measure: no unit, an impossible date, a bracket never closed."""
    measure = read.measure
    name = measure.label or f"第{measure.ordinal}条"
    if not measure.responsible:
        yield Warning("no-unit", f"“{name}{measure.title}”像是一项任务，但没有写明责任单位", measure.span)
    if read.odd:
        yield Warning(
            "odd-date", f"“{name}{measure.title}”的时限“{_cut(flow, read.odd)}”年份或日期不合理，未推算日期", read.odd
        )
    for clause in found.clauses:
        if not clause.closed:
            yield Warning(
                "open-bracket", f"“{name}{measure.title}”的责任条款括号不成对", flow.span(clause.start, clause.end)
            )


def of_units(reads: Sequence[Read]) -> Iterator[Warning]:
    """Units that nobody knows, each once, where it stands first."""
    told: set[str] = set()
    for read in reads:
        for unit, span in read.unknown:
            if unit not in told:
                told.add(unit)
                yield Warning("unknown-unit", f"不能确定“{unit}”是哪个单位，按原文保留", span)


def _cut(flow: Flow, span: Span) -> str:
    start, end = flow.at(span[0]), flow.at(span[1])
    return flow.printed[start:end][:30]


def of_notice(head: Head, flow: Flow) -> Iterator[Warning]:
    """Warnings of the whole: a year that cannot be, or one at odds with the number's."""
    if head.dated_at:
        span = flow.span(*head.dated_at)
        said = flow.printed[slice(*head.dated_at)]
        numbered = re.search(r"〔(\d{4})〕", head.number or "")
        if head.dated is None:
            yield Warning("odd-date", f"成文日期“{said}”不是一个日期", span)
        elif numbered and numbered[1] != head.dated[:4]:
            yield Warning("odd-date", f"成文日期“{said}”与发文字号的年份{numbered[1]}不符", span)


def unsure(names: Sequence[tuple[str, Span | None]], resolved: Sequence[Resolved]) -> tuple[tuple[str, Span], ...]:
    """Units that the resolver is not sure of."""
    return tuple((name, span) for (name, span), one in zip(names, resolved, strict=True) if not one.sure and span)
