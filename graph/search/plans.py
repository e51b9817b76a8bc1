"""A question understood, and what it is asked of: the values between a store and the meaning of words."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from graph.asking import Why
from graph.model import Span

FIELDS = ("own", "section", "notice", "units", "names")
"""own: title and text of the measure; section: its headings; notice: title, issuers, place; units: its departments by
all their names; names: its projects, regions and themes."""

RANKED = 200
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
    """One thing asked for, found by any of its terms. `words` is what it stands for, as a person reads it. One without
    a name is a condition on the others and no thing asked for.

    `means` are the concepts and `says` the normalised words whose place in a text is its evidence; `place` says that
    being of a place is enough; `near` finds what looks like it and may be not it; `unknown` is a word of no lexicon,
    which texts may say otherwise.
    """

    concept: str
    words: tuple[str, ...]
    any_of: tuple[Term, ...]
    means: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    place: bool = False
    near: tuple[Term, ...] = ()
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A question understood: all `clauses` must be found. `sharp` is the same, found in a better place; `near` is
    what nearly answers, most telling first, each a set of clauses that must all be found; `looser` is asked when
    nothing answers, `whole` (subjects instead of parts of them) when hardly anything does. `also` are words of little
    weight: of two measures that answer the one that has them, too, is the better one. `sentence`: asked in a sentence
    rather than in words between blanks. `dropped`: words of the question that this plan does not ask for."""

    clauses: tuple[Clause, ...]
    sharp: tuple[Clause, ...] = ()
    near: tuple[tuple[Clause, ...], ...] = ()
    looser: "Plan | None" = None
    whole: "Plan | None" = None
    also: tuple[tuple[str, ...], ...] = ()
    sentence: bool = False
    dropped: tuple[str, ...] = ()

    def steps(self) -> Iterator["Plan"]:
        """This plan, then looser ones."""
        step: Plan | None = self
        while step is not None:
            yield step
            step = step.looser

    def without(self, names: Collection[str]) -> "Plan | None":
        """The plan that asks for less; None when no topic is left in it. Nothing nearly answers it."""
        named = [clause for clause in self.clauses if clause.concept]
        kept = [at for at, clause in enumerate(named) if clause.concept not in names]
        here = tuple(t for at in kept if not named[at].place for t in named[at].any_of if t.field != "notice")
        if not here:
            return None
        sharp = tuple(self.sharp[at] for at in kept) if self.sharp else ()
        also = tuple((*clause.says, *clause.words) for clause in named if clause.concept in names)
        return Plan((*(named[at] for at in kept), Clause("", (), here)), sharp, also=(*self.also, *also))

    @property
    def concepts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """As `Answer.concepts` says it."""
        return tuple((clause.concept, clause.words) for clause in self.clauses if clause.concept)


class Candidate(NamedTuple):
    """A measure to be judged by its words: `shown` as `documents` gave it, `span` its place in the notice's text,
    `source` that text within the span (only `explain` and `nearly` need it), `own` title and text as they are matched
    (made when it is needed, where a store does not keep it)."""

    id: str
    title: str
    text: str
    section: str | None
    shown: Mapping[str, str]
    span: Span
    source: str = ""
    own: str = ""


@dataclass(frozen=True, slots=True)
class Missed:
    """A candidate that nearly answers: what it has, and what it lacks in Chinese and in English."""

    candidate: Candidate
    why: tuple[Why, ...]
    why_not: str
    why_not_en: str


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score; equal scores keep the order they were given in."""

    candidate: Candidate
    score: float
