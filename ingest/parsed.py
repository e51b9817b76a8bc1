"""What reading a notice gives, in the form of contract.md section 1. All spans are code points of `Parsed.text`."""

from collections.abc import Mapping
from typing import Any

from graph.model import Basis, Limit, Role, Span
from graph.records import Record


class Cite(Record, frozen=True):
    """A document this one names; `relation` is implements, cites, repeals or forwards."""

    title: str
    number: str | None
    relation: str
    span: Span | None = None


class Notice(Record, frozen=True):
    """The head and the foot of a notice. What the text does not state is None or empty."""

    id: str
    number: str | None = None
    title: str | None = None
    plan_title: str | None = None
    kind: str | None = None
    issuers: tuple[str, ...] = ()
    region: str | None = None
    dated: str | None = None
    released: str | None = None
    recipients: tuple[str, ...] = ()
    copied_to: tuple[str, ...] = ()
    publicity: str | None = None
    annexes: tuple[str, ...] = ()
    cites: tuple[Cite, ...] = ()


class Responsible(Record, frozen=True):
    """A unit as one measure names it; `kind` is unit, group or enterprise; `order` counts from 1."""

    name: str
    resolved: str
    id: str
    order: int
    role: Role
    basis: Basis
    kind: str
    span: Span | None


class Deadline(Record, frozen=True):
    """A time limit; `due` is its last day as ISO date, None where no day follows from the words."""

    text: str
    kind: Limit
    due: str | None
    span: Span | None


class Place(Record, frozen=True):
    """A place; `kind` is admin, group, geographic, port or zone; `members` are ids, of groups only."""

    name: str
    id: str
    kind: str
    span: Span | None
    members: tuple[str, ...] = ()


class Project(Record, frozen=True):
    """A named project, base, platform or campaign; `stage` is prepare, start, implement, complete or None."""

    name: str
    id: str
    kind: str
    stage: str | None
    span: Span | None


class Theme(Record, frozen=True):
    """What a measure is about, and whether section, text or both say so."""

    name: str
    basis: tuple[str, ...]


class Measure(Record, frozen=True):
    """One task with its owners. `ordinal` counts from 1 over the notice; `text` is mended and ends before the
    clause. `stand_ins` are words that stand for places the notice defines (我市, 四市), one entry a place meant."""

    id: str
    ordinal: int
    label: str | None
    section: str | None
    title: str
    text: str
    span: Span
    responsible: tuple[Responsible, ...] = ()
    deadline: Deadline | None = None
    regions: tuple[Place, ...] = ()
    stand_ins: tuple[Place, ...] = ()
    projects: tuple[Project, ...] = ()
    themes: tuple[Theme, ...] = ()


class Warning(Record, frozen=True):
    """What was not understood, where; `line` counts from 1. `code` is for programs, `message` for planners (Chinese);
    of `values` graph.doubts makes the same sentence in another language."""

    code: str
    message: str
    span: Span | None = None
    values: Mapping[str, str] = {}
    line: int | None = None


class Parsed(Record, frozen=True):
    """A notice as it was read."""

    source: str
    notice: Notice
    text: str
    measures: tuple[Measure, ...] = ()
    warnings: tuple[Warning, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain values with the keys of the contract."""
        return self.plain()
