"""Who works with whom, read from Neo4j: from relations that are kept counted, or counted over the measures meant."""

from collections import Counter
from itertools import combinations

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
    return [answers.pair((a, an), (b, bn), n, am, bm, all) for a, an, am, b, bn, bm, n in rows], total


def kept_partners(run: Run, department: str, by: By) -> answers.Ranked[str]:
    rows = cypher.gathered(run, "MATCH (a:Department {id: $id})-[s:SHARES]-(b:Department)", _PAIR, id=department)
    all = run("MATCH (m:Measure) RETURN count(m)")[0][0]
    loads, units, counts = dict[str, int](), dict[str, tuple[str, str]](), dict[tuple[str, str], int]()
    for a, a_name, of_a, b, b_name, of_b, n in rows:
        loads |= {a: of_a, b: of_b}
        units |= {a: (a, a_name), b: (b, b_name)}
        counts[a, b] = n
    return answers.ranked(counts, loads, units, all, by)


def live_pairs(run: Run, measures: Meant, only: str | None, by: By) -> answers.Ranked[str]:
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
    named = cypher.gathered(run, "MATCH (d:Department) WHERE d.id IN $ids", "d.id, d.name", ids=list(loads))
    return answers.ranked(counts, loads, {id: (id, name) for id, name in named}, all, by)
