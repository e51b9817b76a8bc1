"""Which measures of the embedded store hold which terms: a plan's clauses as FTS5 questions."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from graph import sqlite_ask
from graph.model import Order
from graph.search import Candidate, Clause, Term
from graph.sql import Rows
from graph.sqlite_ask import Condition

_ORDER = sqlite_ask.ORDERS[Order.NOTICE]
_NOTHING = '"\x01"'
"""A term that no document holds."""

MANY = 3_000
"""From so many measures on, the first are found faster by going through all in order than by sorting those that match
(of 14,000 among 100,000 in half the time)."""
_IN_ORDER = """measure m INDEXED BY measure_by_notice
    WHERE m.key IN (SELECT f.rowid FROM found f WHERE f.found MATCH ?)"""


@dataclass(frozen=True, slots=True)
class Fts5:
    """See `graph.searching.Index`."""

    db: Rows
    condition: Condition
    counted: dict[Sequence[object], int] = field(default_factory=dict)

    def count(self, holding: Sequence[Clause]) -> int:
        source, values = self.matching(holding)
        if self.condition == sqlite_ask.EVERY:
            source = "found f WHERE f.found MATCH ?"  # the index alone knows how many
        count: int = self.db.execute(f"SELECT count(*) FROM {source}", values).fetchone()[0]
        self.counted[values] = count
        return count

    def first(
        self,
        holding: Sequence[Clause],
        limit: int,
        *,
        but: Sequence[Clause] = (),
        skip: int = 0,
        apart: Collection[int] = (),
    ) -> list[int]:
        source, values = self.matching(holding, but)
        if self.condition == sqlite_ask.EVERY and self._many(values):
            source = _IN_ORDER
        if apart:
            source, values = f"{source} AND m.key NOT IN (SELECT value FROM json_each(?))", (*values, _json(apart))
        page = f"SELECT m.key FROM {source} ORDER BY {_ORDER} LIMIT ? OFFSET ?"
        return [key for (key,) in self.db.execute(page, (*values, limit, skip))]

    def _many(self, values: Sequence[object]) -> bool:
        if values in self.counted:
            return self.counted[values] >= MANY
        some = "SELECT count(*) FROM (SELECT 1 FROM found f WHERE f.found MATCH ? LIMIT ?)"
        return bool(self.db.execute(some, (*values, MANY)).fetchone()[0] == MANY)

    def in_order(self, keys: Collection[int]) -> list[int]:
        order = f"SELECT m.key FROM json_each(?) k CROSS JOIN measure m ON m.key = k.value ORDER BY {_ORDER}"
        return [key for (key,) in self.db.execute(order, (_json(keys),))]

    def candidates(self, keys: Sequence[int]) -> list[Candidate]:
        items = sqlite_ask.items(self.db, keys)
        rows = self.db.execute(
            """SELECT m.key, d.shown, m.starts, m.ends FROM json_each(?) k CROSS JOIN measure m ON m.key = k.value
            JOIN document d ON d.key = m.key ORDER BY k.key""",
            (_json(keys),),
        )
        return [Candidate(items[key], json.loads(shown), (starts or 0, ends or 0)) for key, shown, starts, ends in rows]

    def sources(self, ids: Sequence[str]) -> Mapping[str, str]:
        rows = self.db.execute(
            """SELECT n.id, substr(t.text, m.starts + 1, m.ends - m.starts) FROM json_each(?) k
            CROSS JOIN node n ON n.id = k.value JOIN measure m ON m.key = n.key JOIN notice t ON t.key = m.notice""",
            (json.dumps(list(ids), ensure_ascii=False),),
        )
        return {id: text or "" for id, text in rows}

    def matching(self, holding: Sequence[Clause], but: Sequence[Clause] = ()) -> Condition:
        """FROM and WHERE for the measures that hold the terms."""
        match = f"({expression(holding)}) NOT ({expression(but)})" if but else expression(holding)
        text, values = self.condition
        if text == sqlite_ask.EVERY[0]:
            return "found f JOIN measure m ON m.key = f.rowid WHERE f.found MATCH ?", (match,)
        return f"found f JOIN measure m ON m.key = f.rowid WHERE f.found MATCH ? AND {text}", (match, *values)


def expression(clauses: Sequence[Clause]) -> str:
    """All clauses, each by any of its terms. No word of a question is ever outside quotes."""
    return " AND ".join(f"({' OR '.join(map(_term, clause.any_of)) or _NOTHING})" for clause in clauses) or _NOTHING


def _term(term: Term) -> str:
    quoted = '"' + term.terms.replace('"', '""') + '"'
    return f"{term.field} : {quoted}{' *' if term.prefix else ''}"


def _json(keys: Collection[int]) -> str:
    return json.dumps(list(keys))
