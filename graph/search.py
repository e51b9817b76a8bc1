"""What a question in words means, which terms find its answers, and why each is one.

All meaning is here; a store only finds terms. It keeps the `Document` of each measure and answers a question so:

1. `plan(text)` understands the question.
2. `plan.steps()` gives it strict first; the first step that any measure `matches` is the question asked from then on.
3. Of the measures that match, up to `RANKED` are handed to `rank` as candidates in `Order.NOTICE`: those that match
   `sharp` as well come first when there are more. What is beyond follows in `Order.NOTICE` with score 0.
4. `explain` says why, for the page shown; its candidates carry their `source`.
5. The first of `step.near` that finds any measure which does not match gives up to `NEAR` candidates (in
   `Order.NOTICE`, with their `source`) for `nearly`.

Terms are parted by blanks and hold neither blanks nor ASCII punctuation, so SQLite's `ascii` tokenizer and Lucene's
`whitespace` analyser cut them alike. Clauses are quoted phrases: terms next to each other in one field, the last one a
prefix where the term says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.model import MeasureItem, Near, NoticeGraph, Span, Why

FIELDS = ("own", "section", "notice", "units", "names")
"""own: title and text of the measure; section: its headings; notice: title, issuers, place; units: its departments by
all their names; names: its projects, regions and themes."""

RANKED = 300
NEAR = 60


@dataclass(frozen=True, slots=True)
class Document:
    """What a store keeps of a measure: `terms` per field of FIELDS to be indexed, and `shown`, the plain words of the
    fields notice, units and names, given back in a `Candidate`."""

    terms: Mapping[str, str]
    shown: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Term:
    """Something the index can find: terms next to each other in one field, of the last only its beginning if `prefix`
    (then `terms` is one term)."""

    field: str
    terms: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing asked for, found by any of its terms. `words` is what it stands for, as a person reads it."""

    concept: str
    words: tuple[str, ...]
    any_of: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A question understood: all `clauses` must be found. `sharp` is the same, found in a better place; `near` is
    what nearly answers, most telling first, each a set of clauses that must all be found; `looser` is asked when
    nothing answers."""

    clauses: tuple[Clause, ...]
    sharp: tuple[Clause, ...] = ()
    near: tuple[tuple[Clause, ...], ...] = ()
    looser: "Plan | None" = None

    def steps(self) -> Iterator["Plan"]:
        """This plan, then looser ones."""
        step: Plan | None = self
        while step is not None:
            yield step
            step = step.looser

    @property
    def concepts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """As `Answer.concepts` says it."""
        return tuple((clause.concept, clause.words) for clause in self.clauses)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A measure to be judged: `shown` as `documents` gave it, `span` its place in the notice's text, `source` that text
    within the span (only `explain` and `nearly` need it)."""

    measure: MeasureItem
    shown: Mapping[str, str]
    span: Span
    source: str = ""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score; equal scores keep the order they were given in."""

    candidate: Candidate
    score: float


def documents(graph: NoticeGraph) -> Mapping[str, Document]:
    """The document of each measure of a notice, by measure id."""
    raise NotImplementedError


def plan(text: str) -> Plan:
    """How a question is understood. `QueryTooLong` beyond 500 characters; `BadValue` when nothing is asked: an empty
    text, or one of punctuation or stop words alone."""
    raise NotImplementedError


def matches(clauses: Sequence[Clause], document: Document) -> bool:
    """Whether all clauses are found: the meaning of what a store's index answers."""
    return all(any(_found(term, document) for term in clause.any_of) for clause in clauses)


def _found(term: Term, document: Document) -> bool:
    text = f" {document.terms[term.field]} "
    return f" {term.terms}" in text if term.prefix else f" {term.terms} " in text


def rank(plan: Plan, candidates: Sequence[Candidate]) -> list[Scored]:
    """The candidates of a plan they match, best first."""
    raise NotImplementedError


def explain(plan: Plan, candidate: Candidate) -> tuple[Why, ...]:
    """Which words answer each clause, where; in the order of the clauses, then of the text."""
    raise NotImplementedError


def nearly(plan: Plan, candidates: Sequence[Candidate]) -> list[Near]:
    """Up to 20 of the candidates, nearest first, each with what it lacks."""
    raise NotImplementedError
