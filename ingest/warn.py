"""What was not understood, where, in words for planners."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from graph.doubts import sentence
from graph.model import Span
from graph.records import Record
from ingest.bodies.resolve import Resolved
from ingest.head.notice import Head
from ingest.items.measures import Found
from ingest.parsed import Measure, Warning
from ingest.text.flow import Flow


class Read(Record, frozen=True):
    """A measure as read, with what was unsure on the way: units nobody knows, a date that cannot be."""

    measure: Measure
    unknown: tuple[tuple[str, Span], ...] = ()
    odd: Span | None = None


def doubt(code: str, span: Span | None = None, **values: str) -> Warning:
    """A warning with its sentence in Chinese, and what another language needs to say it."""
    return Warning(code, sentence(code, values), span, values)


def with_lines(text: str, *some: Iterable[Warning]) -> tuple[Warning, ...]:
    """All of them in order, each with its line of the text."""
    told = [one for each in some for one in each]
    if not told:
        return ()
    breaks = [found.start() for found in re.finditer("\n", text)]
    return tuple(one.replace(line=bisect_left(breaks, one.span[0]) + 1) if one.span else one for one in told)


def of_measure(flow: Flow, read: Read, found: Found) -> Iterator[Warning]:
    """Warnings of one measure: no unit, an impossible date, a bracket never closed."""
    measure = read.measure
    named = {"ordinal": str(measure.ordinal), "title": measure.title}
    if measure.label:
        named = {"measure": measure.label + measure.title}
    if not measure.responsible:
        yield doubt("no-unit", measure.span, **named)
    if read.odd:
        yield doubt("odd-date", read.odd, limit=_cut(flow, read.odd), **named)
    for clause in found.clauses:
        if not clause.closed:
            yield doubt("open-bracket", flow.span(clause.start, clause.end), **named)


def of_units(reads: Sequence[Read]) -> Iterator[Warning]:
    """Units that nobody knows, each once, where it stands first."""
    told: set[str] = set()
    for read in reads:
        for unit, span in read.unknown:
            if unit not in told:
                told.add(unit)
                yield doubt("unknown-unit", span, unit=unit)


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
            yield doubt("odd-date", span, dated=said)
        elif numbered and numbered[1] != head.dated[:4]:
            yield doubt("odd-date", span, dated=said, year=numbered[1])


# 加粗的为牵头单位 ; 标红单位为牵头单位
_STYLED = re.compile(
    r"[^，。；（）\n]{0,12}(?:加粗|加黑|粗体|黑体|下划线|标红|红色|蓝色|斜体)[^，。；（）\n]{0,10}(?:为|是)(?:牵头|主办|主责)(?:单位|部门)?"
)


# a cheap find before the pattern above is tried
_STYLE = re.compile("加粗|加黑|粗体|黑体|下划线|标红|红色|蓝色|斜体")


def of_style(flow: Flow) -> Iterator[Warning]:
    """A rule for who leads that only the printed page shows."""
    if _STYLE.search(flow.text) and (said := _STYLED.search(flow.text)):
        yield doubt("lead-unread", flow.span(*said.span()), rule=flow.printed[slice(*said.span())])


def unsure(names: Sequence[tuple[str, Span | None]], resolved: Sequence[Resolved]) -> tuple[tuple[str, Span], ...]:
    """Units that the resolver is not sure of."""
    return tuple((name, span) for (name, span), one in zip(names, resolved, strict=True) if not one.sure and span)
