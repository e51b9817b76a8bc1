"""What is in a Neo4j store, and whether it is sound."""

from collections.abc import Iterator

from graph import cypher
from graph.cypher import Run
from graph.model import Kind, Limit, Relation, Stats


def stats(run: Run) -> Stats:
    counts = {kind: run(f"MATCH (n:{kind}) RETURN count(n)")[0][0] for kind in Kind}
    relations = {kind: run(f"MATCH ()-[r:{kind}]->() RETURN count(r)")[0][0] for kind in Relation}
    loaded, warnings = run("MATCH (t:JucuoNotice) RETURN count(t), coalesce(sum(t.warnings), 0)")[0]
    cited, counts[Kind.NOTICE] = counts[Kind.NOTICE] - loaded, loaded
    limits = dict(run("MATCH (m:Measure) RETURN m.deadline_kind, count(m)"))
    return Stats(
        nodes=counts,
        relations=relations,
        deadlines={str(limit): limits[limit] for limit in Limit if limit in limits},
        pairs=run("MATCH ()-[s:SHARES]->() RETURN count(s)")[0][0],
        cited=cited,
        warnings=warnings,
        store="Neo4j",
        schema=cypher.SCHEMA,
    )


def check(run: Run) -> Iterator[str]:
    yield from ()
