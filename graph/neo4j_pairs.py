"""Who works with whom, read from Neo4j: from relations that are kept counted, or counted over the measures meant."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

from graph import answers, cypher
from graph.asking import By, Pair
from graph.cypher import Run
from graph.neo4j_ask import Meant

_PAIR = "a.id, a.name, a.measures, b.id, b.name, b.measures, s.count"


_CLOSE = {
    By.COUNT: "s.count",
    By.JACCARD: "toFloat(s.count) / (a.measures + b.measures - s.count)",
    By.LIFT: "toFloat(s.count * $all) / (a.measures * b.measures)",
}


def kept_pairs(run: Run, by: By, limit: int, offset: int) -> tuple[list[Pair], int]:
    """All pairs from the kept relations."""
    total = run("MATCH ()-[s:SHARES]->() RETURN count(s)")[0][0]
    all = run("MATCH (m:Measure) RETURN count(m)")[0][0]
    rows = run(
        f"""MATCH (a:Department)-[s:SHARES]->(b:Department) WHERE s.count > 0 RETURN {_PAIR}
        ORDER BY {_CLOSE[by]} DESC, a.id, b.id SKIP $skip LIMIT $limit""",
        skip=offset,
        limit=limit,
        all=all,
    )
    return _pairs(rows, all), total


def kept_partners(run: Run, department: str, by: By) -> list[Pair]:
    rows = cypher.gathered(run, "MATCH (a:Department {id: $id})-[s:SHARES]-(b:Department)", _PAIR, id=department)
    all = run("MATCH (m:Measure) RETURN count(m)")[0][0]
    return answers.closest(_pairs(rows, all), by)


def _pairs(rows: Iterable[Sequence[Any]], all: int) -> list[Pair]:
    return [answers.pair((a, an), (b, bn), n, am, bm, all) for a, an, am, b, bn, bm, n in rows]


def live_pairs(run: Run, measures: Meant, only: str | None, by: By) -> list[Pair]:
    """Pairs over the measures meant; with `only`, its own, where it stands first."""
    loads, counts = Counter[str](), Counter[tuple[str, str]]()
    all = 0
    for together, n in cypher.gathered(
        run,
        f"""{measures.clause()} OPTIONAL MATCH (m)-[:ASSIGNED_TO]->(d:Department)
        WITH m, collect(DISTINCT d) AS units WITH units, count(*) AS many""",
        "[d IN units | d.id], many",
        **measures.values,
    ):
        all += n
        for id in together:
            loads[id] += n
        if only is None:
            for pair in combinations(sorted(together), 2):
                counts[pair] += n
        elif only in together:
            for id in together:
                if id != only:
                    counts[only, id] += n
    names = dict(run("MATCH (d:Department) WHERE d.id IN $ids RETURN d.id, d.name", ids=list(loads)))
    pairs = (answers.pair((a, names[a]), (b, names[b]), n, loads[a], loads[b], all) for (a, b), n in counts.items())
    return answers.closest(pairs, by)
