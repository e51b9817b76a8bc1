"""How a store answers a search, step by step as `graph.search.search` says it; the same for both stores.

A store gives an `Index`: which measures hold which terms, within the filter it was made for.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol, TypeVar

from graph.asking import Answer, Hit, MeasureItem, Near
from graph.search import search
from graph.search.search import NEAR, RANKED, Candidate, Clause, Plan

K = TypeVar("K")
FEW = 3
"""Fewer answers than this are hardly any."""
SENTENCE = 4
"""A sentence of so many things says some of them by the way."""


class Index(Protocol[K]):
    """The measures of a filter, by the terms they hold; always in `Order.NOTICE`. Keys are the store's own."""

    def count(self, holding: Sequence[Clause]) -> int:
        """How many hold all clauses."""

    def first(
        self,
        holding: Sequence[Clause],
        limit: int,
        *,
        but: Sequence[Clause] = (),
        skip: int = 0,
        apart: Collection[K] = (),
    ) -> list[K]:
        """The first that hold all clauses and not all of `but`, apart from some."""

    def in_order(self, keys: Collection[K]) -> list[K]:
        """The same measures in order."""

    def candidates(self, keys: Sequence[K]) -> list[Candidate]:
        """The measures as they are judged, in the order given."""

    def sources(self, ids: Sequence[str]) -> Mapping[str, str]:
        """The words of measures as their notices print them, by id."""

    def items(self, ids: Sequence[str]) -> Mapping[str, MeasureItem]:
        """The measures as lists show them, by id."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is asked once it is loosened, and how many answer it; `aside` names what no answer says."""

    plan: Plan
    total: int
    aside: tuple[str, ...] = ()


def asked(index: Index[K], plan: Plan) -> Asked:
    """The strictest step of the plan that finds anything, or what finds more where it finds few; when none does what
    is left of it once something is set aside, if that finds anything; else the plan itself."""
    for step in plan.steps():
        total = index.count(step.clauses)
        if total:
            more = [(index.count(each.clauses), each) for each in _more(step)] if total < FEW else []
            most, wider = max(more, key=lambda each: each[0], default=(0, step))
            return Asked(wider, most) if most > total else Asked(step, total, step.dropped)
    for names in _left_out(index, plan):
        less = plan.without(names)
        total = index.count(less.clauses) if less else 0
        if less and total:
            return Asked(less, total, names)
    return Asked(plan, 0)


def _more(plan: Plan) -> list[Plan]:
    """What is asked where hardly anything answers: whole subjects; else of a sentence, which says some things by the
    way, all but one."""
    if plan.whole:
        return [plan.whole]
    things = [clause for clause in plan.clauses if clause.concept]
    if not plan.sentence or len(things) < SENTENCE:
        return []
    less = [plan.without([clause.concept]) for clause in things if not clause.place]
    return [each for each in less if each]


def _left_out(index: Index[K], plan: Plan) -> list[tuple[str, ...]]:
    """What may be set aside: the things that no measure says, of a sentence with others beside them; when each is said
    but all nowhere together one of them, what most measures say before what few do, of a sentence two of them; of two
    only where one is a word that no lexicon has as a subject, which may be called otherwise."""
    named = [clause for clause in plan.clauses if clause.concept]
    said = {clause.concept: index.count([clause]) for clause in named}
    nowhere = tuple(name for name, count in said.items() if not count)
    left = [clause for clause in named if clause.concept not in nowhere]
    if nowhere and not (plan.sentence and len(named) >= SENTENCE):
        return [nowhere]
    unknown = {clause.concept for clause in left if clause.unknown}
    loose = [clause.concept for clause in left if len(left) > 2 or (unknown and not clause.place)]
    loose.sort(key=lambda name: (-said[name], name not in unknown))
    two = combinations(loose, 2) if plan.sentence and len(left) >= SENTENCE else ()
    some = [*((name,) for name in loose), *two]
    return [nowhere, *((*nowhere, *names) for names in some)] if nowhere else some


def answer(index: Index[K], found: Asked, limit: int, offset: int, following: str | None) -> Answer:
    """One page of hits with why, and what nearly answers."""
    plan = found.plan
    best = _best(index, found)
    ranked = search.rank(plan, index.candidates(best))
    page = [(each.candidate, each.score) for each in ranked[offset : offset + limit]]
    if len(page) < limit and found.total > len(best):
        skip = max(0, offset - len(ranked))
        rest = index.first(plan.clauses, limit - len(page), skip=skip, apart=best)
        page += [(each, 0.0) for each in index.candidates(rest)]
    near = _near(index, plan)
    sources = index.sources([each.id for each in (*(c for c, _ in page), *near)])

    def sourced(some: Iterable[Candidate]) -> list[Candidate]:
        return [each._replace(source=sources.get(each.id, "")) for each in some]

    whys = search.explain(plan, sourced(each for each, _ in page))
    missed = search.nearly(plan, sourced(near))
    items = index.items([*(each.id for each, _ in page), *(each.candidate.id for each in missed)])
    return Answer(
        items=tuple(
            Hit(items[each.id], why, score) for (each, score), why in zip(page, whys, strict=True) if each.id in items
        ),
        total=found.total,
        next=following,
        near=tuple(
            Near(items[each.candidate.id], each.why, each.why_not, each.why_not_en)
            for each in missed
            if each.candidate.id in items
        ),
        concepts=plan.concepts,
        aside=found.aside,
    )


def _best(index: Index[K], found: Asked) -> list[K]:
    """The measures to be ranked; when there are too many, the sharp ones first."""
    plan = found.plan
    if found.total <= RANKED or not plan.sharp:
        return index.first(plan.clauses, RANKED)
    sharp = index.first((*plan.clauses, *plan.sharp), RANKED)
    if len(sharp) == RANKED:
        return sharp
    return index.in_order([*sharp, *index.first(plan.clauses, RANKED - len(sharp), apart=sharp)])


def _near(index: Index[K], plan: Plan) -> list[Candidate]:
    """Candidates of the most telling way to miss that any measure does."""
    for clauses in plan.near:
        keys = index.first(clauses, NEAR, but=plan.clauses)
        if keys:
            return index.candidates(keys)
    return []
