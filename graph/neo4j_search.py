"""Which measures in Neo4j hold which terms: a plan's clauses as questions to Lucene."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph import jsons, neo4j_ask
from graph.asking import MeasureItem
from graph.cypher import Run, gathered
from graph.neo4j_ask import Meant
from graph.search.search import Candidate, Clause, Term

_NOTHING = "own:\x01"
"""A term that no document holds."""


@dataclass(frozen=True, slots=True)
class Lucene:
    """See `graph.search.searching.Index`."""

    run: Run
    meant: Meant

    def count(self, holding: Sequence[Clause]) -> int:
        source, values = self.matching(holding)
        count: int = self.run(f"{source} RETURN count(d)", **values)[0][0]
        return count

    def first(
        self,
        holding: Sequence[Clause],
        limit: int,
        *,
        but: Sequence[Clause] = (),
        skip: int = 0,
        apart: Collection[str] = (),
    ) -> list[str]:
        source, values = self.matching(holding, but)
        if apart:
            source, values = f"{source} WHERE NOT d.id IN $apart WITH d", {**values, "apart": list(apart)}
        page = f"{source} ORDER BY d.sort SKIP $skip LIMIT $limit RETURN collect(d.id)"
        found: list[str] = self.run(page, **values, skip=skip, limit=limit)[0][0]
        return found

    def in_order(self, keys: Collection[str]) -> list[str]:
        rows = self.run("MATCH (d:JucuoDocument) WHERE d.id IN $ids RETURN d.id ORDER BY d.sort", ids=list(keys))
        return [id for (id,) in rows]

    def candidates(self, keys: Sequence[str]) -> list[Candidate]:
        rows = gathered(
            self.run,
            "UNWIND $ids AS id MATCH (d:JucuoDocument {id: id}) MATCH (m:Measure {id: id})",
            "id, m.title, m.name, m.text, m.section, d.shown, d.starts, d.ends",
            ids=list(keys),
        )
        return [
            Candidate(id, title or name, text or "", section, jsons.read(shown), (starts, ends))
            for id, title, name, text, section, shown, starts, ends in rows
        ]

    def items(self, ids: Sequence[str]) -> Mapping[str, MeasureItem]:
        return neo4j_ask.items(self.run, ids)

    def sources(self, ids: Sequence[str]) -> Mapping[str, str]:
        return dict(self.run("MATCH (d:JucuoDocument) WHERE d.id IN $ids RETURN d.id, d.source", ids=list(ids)))

    def matching(self, holding: Sequence[Clause], but: Sequence[Clause] = ()) -> tuple[str, dict[str, Any]]:
        """What gives `d`, the documents of the measures that hold the terms, and its values."""
        query = f"+({expression(holding)}) -({expression(but)})" if but else expression(holding)
        found = "CALL db.index.fulltext.queryNodes('jucuo_found', $terms) YIELD node AS d"
        if self.meant.everything:
            return f"{found} WITH d", {"terms": query}
        # the ids that are meant are collected once: to find the measure of each document would be a search for each
        return (
            f"{self.meant.clause()} WITH collect(m.id) AS meant {found} WHERE d.id IN meant WITH d",
            {**self.meant.values, "terms": query},
        )


def expression(clauses: Sequence[Clause]) -> str:
    """All clauses, each by any of its terms. No word of a question is ever outside quotes but a beginning, which is
    escaped throughout."""
    return " ".join(f"+({' '.join(map(_term, clause.any_of)) or _NOTHING})" for clause in clauses) or _NOTHING


def _term(term: Term) -> str:
    if term.prefix:
        return f"{term.field}:{''.join(c if c.isalnum() else chr(92) + c for c in term.terms)}*"
    quoted = term.terms.replace("\\", "\\\\").replace('"', '\\"')
    return f'{term.field}:"{quoted}"'
