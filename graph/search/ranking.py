"""How well a measure answers a question."""

from collections.abc import Sequence

from graph import words
from graph.search.evidence import Sought, holds, others, sought_of, stand_in
from graph.search.indexing import lead, own_text
from graph.search.mentions import Hit
from graph.search.plans import Candidate, Plan, Scored

_WORTH = {"own": 0.6, "section": 0.45, "units": 0.5, "names": 0.4, "notice": 0.2}
"""What a clause is worth that is found in a field; the lead of the measure's own words is worth 1."""


def rank(plan: Plan, candidates: Sequence[Candidate]) -> list[Scored]:
    """The candidates of a plan they match, best first."""
    clauses = sought_of(plan)
    owns = [candidate.own for candidate in candidates]
    if not all(owns):
        owns = words.each_normalised([own_text(candidate.title, candidate.text) for candidate in candidates])
    scored = [
        Scored(candidate, _score(clauses, plan.also, candidate, own, found))
        for candidate, own, found in zip(candidates, owns, stand_in(owns, clauses), strict=True)
    ]
    return sorted(scored, key=lambda each: -each.score)


def _score(
    clauses: Sequence[Sought],
    also: Sequence[Sequence[str]],
    candidate: Candidate,
    own: str,
    told: Sequence[Sequence[Hit]],
) -> float:
    """Between 0 and 1: how telling the place of each clause's words is, how often and how near each other they
    stand, and how much of what has little weight is there."""
    end = lead(own)
    total = 0.0
    places: list[list[int]] = []
    for sought, found in zip(clauses, told, strict=True):
        if found:
            starts = sorted({start for start, _, _ in found})
            again = len(starts) - 1
            worth = 1.0 + min(again, 4) * 0.03 if starts[0] < end else _WORTH["own"] + min(again, 3) * 0.08
            worth += 0.2 * (not sought.says.isdisjoint([own[start:end] for start, end, _ in found]))
            if not sought.clause.place:
                places.append(starts)
        else:
            held = (_WORTH[field] for field, text in others(candidate) if holds(field, text, sought))
            worth = max(held, default=0)
        total += worth
    close = 0.0
    if len(places) > 1:
        apart = min(abs(a - b) for a in places[0] for b in places[1])
        close = 0.5 if apart < 15 else 0.3 if apart < 40 else 0.0
    slight = 0.2 * sum(any(word in own for word in each) for each in also) / len(also) if also else 0.0
    return round((total + close + slight) / (len(clauses) * 1.32 + 0.7), 4)
