"""What a question in words means, which terms find its answers, and why each is one.

A store does three things: keep `documents` of each notice as five indexed fields a measure; give the measures that
match
all clauses of a `Plan` (for `near`: what `near_clauses` says); and hand them to `rank` and `explain`. All meaning
is here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import NoticeGraph

FIELDS = ("own", "section", "notice", "units", "names")
"""own: title and text of the measure; section: its headings; notice: title, issuers, place; units: its departments
by all
their names; names: its projects, regions and themes."""


@dataclass(frozen=True, slots=True)
class Term:
    """Something the index can find: terms next to each other in one field."""

    field: str
    terms: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing asked for, found by any of its terms."""

    concept: str
    words: tuple[str, ...]
    any_of: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A question understood: all clauses must be found."""

    clauses: tuple[Clause, ...]


def documents(graph: NoticeGraph) -> Mapping[str, Mapping[str, str]]:
    """The indexed fields of each measure of a notice, terms parted by blanks."""
    raise NotImplementedError


def plan(text: str) -> Plan:
    """How a question is understood."""
    raise NotImplementedError
