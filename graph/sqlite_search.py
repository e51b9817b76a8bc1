"""Which measures of the embedded store hold which terms: FTS5 finds each term, the columns put them together."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph import jsons, sqlite_ask, words
from graph.asking import MeasureItem
from graph.search.indexing import own_text
from graph.search.search import Candidate, Clause, Term
from graph.sql import Rows
from graph.sqlite_columns import Bits, Columns
from graph.sqlite_index import OF_NOTICE
from graph.sqlite_memory import Moment


@dataclass(frozen=True, slots=True)
class Fts5:
    """See `graph.search.searching.Index`."""

    db: Rows
    moment: Moment
    meant: Bits

    @property
    def columns(self) -> Columns:
        return self.moment.columns

    def holding(self, clauses: Sequence[Clause]) -> Bits:
        """The measures meant that hold all clauses, each by any of its terms; without a clause none."""
        found = self.meant if clauses else 0
        for clause in clauses:
            any_of = 0
            for term in clause.any_of:
                any_of |= self._found(term)
            found &= any_of
        return found

    def _found(self, term: Term) -> Bits:
        return self.columns.found(term, lambda: self._read(term))

    def _read(self, term: Term) -> Collection[int]:
        table = "found_notice" if term.field == OF_NOTICE else "found"
        statement = f"SELECT group_concat(rowid) FROM {table} WHERE {table} MATCH ?"
        keys = jsons.numbers(self.db.execute(statement, (expression(term),)).fetchone()[0])
        return self.columns.of_notices(keys) if term.field == OF_NOTICE else keys

    def count(self, holding: Sequence[Clause]) -> int:
        return self.holding(holding).bit_count()

    def first(
        self,
        holding: Sequence[Clause],
        limit: int,
        *,
        but: Sequence[Clause] = (),
        skip: int = 0,
        apart: Collection[int] = (),
    ) -> list[int]:
        found = self.holding(holding)
        if but:
            found &= ~self.holding(but)
        if apart:
            found &= ~self.columns.bits(apart)
        return self.columns.first(found, limit, skip)

    def in_order(self, keys: Collection[int]) -> list[int]:
        return sorted(keys, key=self.columns.places.__getitem__)

    def candidates(self, keys: Sequence[int]) -> list[Candidate]:
        return [*self.moment.candidates.each(keys, self._candidates).values()]

    def _candidates(self, keys: Sequence[int]) -> dict[int, Candidate]:
        # put in order here: SQLite would copy all the words first to sort them
        rows = self.db.execute(
            """SELECT m.key, n.id, n.name, n.props, x.shown, d.units, d.names, m.starts, m.ends FROM json_each(?) k
            CROSS JOIN measure m ON m.key = k.value JOIN node n ON n.key = m.key JOIN document d ON d.key = m.key
            JOIN indexed x ON x.notice = m.notice""",
            (json.dumps(keys),),
        )
        found = {key: _candidate(id, name, jsons.read(props), *rest) for key, id, name, props, *rest in rows}
        owns = words.each_normalised([own_text(one.title, one.text) for one in found.values()])
        return {key: one._replace(own=own) for (key, one), own in zip(found.items(), owns, strict=True)}

    def sources(self, ids: Sequence[str]) -> Mapping[str, str]:
        rows = self.db.execute(
            """SELECT n.id, substr(t.text, m.starts + 1, m.ends - m.starts) FROM json_each(?) k
            CROSS JOIN node n ON n.id = k.value JOIN measure m ON m.key = n.key JOIN notice t ON t.key = m.notice""",
            (_json(ids),),
        )
        return {id: text or "" for id, text in rows}

    def items(self, ids: Sequence[str]) -> Mapping[str, MeasureItem]:
        rows = self.db.execute("SELECT key FROM node WHERE id IN (SELECT value FROM json_each(?))", (_json(ids),))
        return {item.id: item for item in sqlite_ask.items(self.db, [key for (key,) in rows]).values()}


def _candidate(
    id: str,
    name: str,
    props: Mapping[str, Any],
    notice: str,
    units: str,
    names: str,
    starts: int | None,
    ends: int | None,
) -> Candidate:
    return Candidate(
        id=id,
        title=props.get("title") or name,
        text=props.get("text") or "",
        section=props.get("section"),
        shown={"notice": notice, "units": units, "names": names},
        span=(starts or 0, ends or 0),
    )


def expression(term: Term) -> str:
    """No word of a question is ever outside quotes."""
    quoted = '"' + term.terms.replace('"', '""') + '"'
    return f"{term.field} : {quoted}{' *' if term.prefix else ''}"


def _json(ids: Sequence[str]) -> str:
    return json.dumps(list(ids), ensure_ascii=False)
