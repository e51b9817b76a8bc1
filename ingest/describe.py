"""A measure with all that it says: units, limit, places, projects, themes, each with its place in the text."""

import re
from collections.abc import Collection, Iterator, Sequence

from graph.model import Basis, Span
from ingest import themes
from ingest.bodies import resolve
from ingest.deadlines import deadlines, stated
from ingest.deadlines.deadlines import Limited
from ingest.glyphs import ruled
from ingest.head import cites
from ingest.items import standing
from ingest.items.measures import Found
from ingest.items.standing import Standing
from ingest.parsed import Cite, Deadline, Measure, Place, Project, Responsible
from ingest.places import places, stand_ins
from ingest.places.scope import Scope
from ingest.projects import projects
from ingest.tables import project_rows
from ingest.text.flow import Flow
from ingest.warn import Read, unsure

_AT_ONCE = 60
"""So many measures are read rule by rule, not measure by measure: what a rule works with stays at hand in the
processor's cache, which saves a fifth of the time."""


def described(flow: Flow, found: Sequence[Found], notice: str, scope: Scope, rules: Standing) -> list[Read]:
    """The measures as the contract has them."""
    read: list[Read] = []
    for first in range(0, len(found), _AT_ONCE):
        read += _some(flow, found[first : first + _AT_ONCE], first + 1, notice, scope, rules)
    return read


def _some(flow: Flow, found: Sequence[Found], first: int, notice: str, scope: Scope, rules: Standing) -> Iterator[Read]:
    """A run of measures, of which the first has the ordinal `first`."""
    words = [[(start, flow.text[start:end]) for start, end in one.words] for one in found]
    about = [
        tuple(themes.find(one.section, "\n".join([text for _, text in said])))
        for one, said in zip(found, words, strict=True)
    ]
    regions = [_places(flow, [*said, *_where(flow, one)], scope) for one, said in zip(found, words, strict=True)]
    meant = [_stand_ins(flow, said, scope) for said in words]
    built = _projects(flow, found, words, scope)
    charged = [_units(flow, one, notice, scope, rules) for one in found]
    limits = [_limit(flow, one, rules) for one in found]
    for at, one in enumerate(found):
        limit, (units, unknown) = limits[at], charged[at]
        span = None if limit is None else flow.span(limit.start, limit.end)
        measure = Measure(
            id=f"{notice}/{first + at}",
            ordinal=first + at,
            label=one.label,
            section=one.section,
            title=one.title,
            text="\n".join([flow.printed[start:end] for start, end in one.words]),
            span=flow.span(one.start, one.end),
            responsible=units,
            deadline=None
            if limit is None
            else Deadline(flow.printed[limit.start : limit.end], limit.kind, limit.due, span),
            regions=regions[at],
            stand_ins=meant[at],
            projects=built[at],
            themes=about[at],
        )
        yield Read(measure, unknown, span if limit is not None and limit.odd else None)


def _units(
    flow: Flow, found: Found, notice: str, scope: Scope, rules: Standing
) -> tuple[tuple[Responsible, ...], tuple[tuple[str, Span], ...]]:
    """Units in order; a dropped level prefix is restored along the list; default units come last."""
    told = [one for clause in found.clauses for one in standing.roles(clause, rules)]
    names = [unit.part.name + unit.part.ending for unit, _, _ in told]
    spans: list[Span | None] = [flow.span(unit.part.start, unit.part.end) for unit, _, _ in told]
    known = resolve.resolve(names, scope, notice)
    units = [
        Responsible(
            flow.printed[unit.part.start : unit.part.end].replace(" ", ""),
            body.resolved,
            body.id,
            at,
            role,
            basis,
            body.kind,
            span,
        )
        for at, ((unit, role, basis), body, span) in enumerate(zip(told, known, spans, strict=True), 1)
    ]
    above = [
        (unit.part.name + unit.part.ending, role) for one in found.above for unit, role, _ in standing.roles(one, rules)
    ]
    at = found.clauses[0].start if found.clauses else found.start
    extra = [(name, role) for name, role in (rules.taking_part(at) | dict(above)).items() if name not in names]
    others = resolve.resolve([name for name, _ in extra], scope, notice) if extra else []
    for (name, role), body in zip(extra, others, strict=True):
        units.append(Responsible(name, body.resolved, body.id, len(units) + 1, role, Basis.DEFAULT, body.kind, None))
    return tuple(units), unsure(list(zip(names, spans, strict=True)), known)


def _limit(flow: Flow, found: Found, rules: Standing) -> Limited | None:
    """What a label announces or a clause ends with, else what the sentences state, else what holds for all measures."""
    year = rules.year
    for clause in found.clauses:
        if clause.said.limit and (limit := deadlines.read(flow.text, *clause.said.limit, year)):
            return limit
    stated_in = [limit for start, end in found.words if (limit := stated.find(flow.text, start, end, year))]
    if stated_in:
        return max(stated_in, key=lambda one: one.due or "")
    shared = rules.limit(found.start)
    return deadlines.read(flow.text, *shared, rules.year) if shared else None


_Words = Sequence[tuple[int, str]]
"""The words of a measure, each stretch with where it begins in the flow."""


def _places(flow: Flow, words: _Words, scope: Scope) -> tuple[Place, ...]:
    named: dict[str, Place] = {}
    for start, text in words:
        for one in places.find(text, scope):
            name = flow.printed[start + one.start : start + one.end].replace("\n", "")
            if name not in named:
                span = flow.span(start + one.start, start + one.end)
                named[name] = Place(name, one.id, one.kind, span, tuple(one.members))
    return tuple(named.values())


def _where(flow: Flow, found: Found) -> _Words:
    """What a table says of where, in a column of its own."""
    return [(found.where[0], flow.text[slice(*found.where)])] if found.where else []


def _stand_ins(flow: Flow, words: _Words, scope: Scope) -> tuple[Place, ...]:
    meant: dict[tuple[str, str], Place] = {}
    for start, text in words:
        for one in stand_ins.find(text, scope):
            span = flow.span(start + one.start, start + one.end)
            meant.setdefault((one.name, one.id), Place(one.name, one.id, one.kind, span, one.members))
    return tuple(meant.values())


def _projects(flow: Flow, found: Sequence[Found], words: Sequence[_Words], scope: Scope) -> list[tuple[Project, ...]]:
    """A row of a table of projects is that project, and tells in its other cells what it consists of."""
    framed = [_framed(flow, one) for one in found]
    free = [said if not names else () for said, names in zip(words, framed, strict=True)]
    mentions = iter(projects.each([text for said in free for _, text in said], scope))
    built: list[tuple[Project, ...]] = []
    for names, said in zip(framed, free, strict=True):
        named: dict[str, Project] = {}
        for start, end in names:
            name = flow.printed[start:end].replace("\n", "")
            kind, id = project_rows.kind(flow.text[start:end]), projects.identify(name)
            named.setdefault(id, Project(name, id, kind, None, flow.span(start, end)))
        for start, _ in said:
            for one in next(mentions):
                span = flow.span(start + one.start, start + one.end)
                name = flow.printed[start + one.start : start + one.end].replace("\n", "")
                named.setdefault(one.id, Project(name, one.id, one.kind, one.stage, span))
        built.append(tuple(named.values()))
    return built


def _framed(flow: Flow, found: Found) -> list[Span]:
    """The names of projects that the frame of a table or a list announces."""
    framed = [*found.projects, *(one for words in found.words for one in project_rows.labelled(flow.text, *words))]
    if not framed and found.words and project_rows.listed(found.section):
        framed = [one for one in [project_rows.heading(flow.text, *found.words[0])] if one]
    return framed


def cited(flow: Flow, own: Collection[str]) -> tuple[Cite, ...]:
    """Documents that the notice names, with their places; `own` are its titles."""
    return tuple(
        Cite(
            _named_as_printed(flow, one.start + 1, one.end - 1, one.title),
            one.number,
            one.relation,
            flow.span(one.start, one.end),
        )
        for one in cites.find(flow.text, [ruled(title) for title in own])
    )


def _named_as_printed(flow: Flow, start: int, end: int, title: str) -> str:
    """The title in the notice's own characters; 《国务院关于⏎…的意见》 is one line."""
    if flow.text[start:end] == flow.printed[start:end]:
        return title
    return re.sub(r" +", " ", re.sub(r"\s*\n\s*", "", flow.printed[start:end])).strip()
