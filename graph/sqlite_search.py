"""Search in the embedded store: the terms of a plan as an FTS5 question, and the candidates it finds."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from graph import search, sqlite_ask
from graph.model import Answer, Hit, Order
from graph.search import RANKED, Candidate, Clause, Plan, Term
from graph.sql import Rows
from graph.sqlite_ask import Condition, matching

_ORDER = sqlite_ask.ORDERS[Order.NOTICE]
NOTHING = '"\x01"'
"""A term no document holds."""


@dataclass(frozen=True, slots=True)
class Found:
    """A question as it is asked after loosening, and what it finds within the condition."""

    plan: Plan
    match: str
    total: int


def asked(db: Rows, plan: Plan, condition: Condition) -> Found:
    """The strictest step of the plan that finds anything; the plan itself when none does."""
    for step in plan.steps():
        match = expression(step.clauses)
        source, values = matching(match, condition)
        total = db.execute(f"SELECT count(*) FROM {source}", values).fetchone()[0]
        if total:
            return Found(step, match, total)
    return Found(plan, expression(plan.clauses), 0)


def answer(db: Rows, found: Found, condition: Condition, limit: int, offset: int, following: str | None) -> Answer:
    """One page of hits, with why; what nearly answers goes with the first page."""
    best = _best(db, found, condition)
    ranked = search.rank(found.plan, candidates(db, best))
    page = ranked[offset : offset + limit]
    hits = [(each.candidate, each.score) for each in page]
    if len(hits) < limit and found.total > RANKED:
        source, values = matching(found.match, condition)
        rest = db.execute(
            f"""SELECT m.key FROM {source} AND m.key NOT IN (SELECT value FROM json_each(?))
            ORDER BY {_ORDER} LIMIT ? OFFSET ?""",
            (*values, json.dumps(best), limit - len(hits), max(0, offset - len(ranked))),
        )
        hits += [(each, 0.0) for each in candidates(db, [k for (k,) in rest])]
    sources = _sources(db, [each.measure.id for each, _ in hits])
    return Answer(
        items=tuple(
            Hit(each.measure, search.explain(found.plan, _with(each, sources[each.measure.id])), score)
            for each, score in hits
        ),
        total=found.total,
        next=following,
        near=tuple(search.nearly(found.plan, _near(db, found, condition))),
        concepts=found.plan.concepts,
    )


def candidates(db: Rows, keys: Sequence[int]) -> list[Candidate]:
    items = sqlite_ask.items(db, keys)
    rows = db.execute(
        """SELECT m.key, d.shown, m.starts, m.ends FROM json_each(?) k JOIN measure m ON m.key = k.value
        JOIN document d ON d.key = m.key ORDER BY k.key""",
        (json.dumps(list(keys)),),
    )
    return [Candidate(items[k], json.loads(shown), (starts or 0, ends or 0)) for k, shown, starts, ends in rows]


def expression(clauses: Sequence[Clause]) -> str:
    """All clauses, each by any of its terms, as FTS5 wants it. No word of a question is ever outside quotes."""
    return " AND ".join(f"({' OR '.join(_term(term) for term in clause.any_of) or NOTHING})" for clause in clauses)


def _term(term: Term) -> str:
    quoted = '"' + term.terms.replace('"', '""') + '"'
    return f"{term.field} : {quoted}{' *' if term.prefix else ''}"


def _best(db: Rows, found: Found, condition: Condition) -> list[int]:
    """The measures to be ranked, in `Order.NOTICE`; when there are too many, the sharp ones first."""
    keys = _first(db, found.match, condition, RANKED)
    if found.total <= RANKED or not found.plan.sharp:
        return keys
    sharp = _first(db, f"({found.match}) AND {expression(found.plan.sharp)}", condition, RANKED)
    if len(sharp) == RANKED:
        return sharp
    taken = set(sharp)
    taken.update([k for k in keys if k not in taken][: RANKED - len(sharp)])
    order = f"SELECT m.key FROM json_each(?) k JOIN measure m ON m.key = k.value ORDER BY {_ORDER}"
    return [k for (k,) in db.execute(order, (json.dumps(list(taken)),))]


def _near(db: Rows, found: Found, condition: Condition) -> list[Candidate]:
    for clauses in found.plan.near:
        match = f"({expression(clauses)}) NOT ({found.match})"
        keys = _first(db, match, condition, search.NEAR)
        if keys:
            near = candidates(db, keys)
            sources = _sources(db, [each.measure.id for each in near])
            return [_with(each, sources[each.measure.id]) for each in near]
    return []


def _first(db: Rows, match: str, condition: Condition, limit: int) -> list[int]:
    source, values = matching(match, condition)
    return [k for (k,) in db.execute(f"SELECT m.key FROM {source} ORDER BY {_ORDER} LIMIT ?", (*values, limit))]


def _sources(db: Rows, ids: Sequence[str]) -> dict[str, str]:
    """The words of measures as their notices print them."""
    rows = db.execute(
        """SELECT n.id, substr(t.text, m.starts + 1, m.ends - m.starts) FROM json_each(?) k
        JOIN node n ON n.id = k.value JOIN measure m ON m.key = n.key JOIN notice t ON t.key = m.notice""",
        (json.dumps(list(ids), ensure_ascii=False),),
    )
    return {id: text or "" for id, text in rows}


def _with(candidate: Candidate, source: str) -> Candidate:
    return Candidate(candidate.measure, candidate.shown, candidate.span, source)
