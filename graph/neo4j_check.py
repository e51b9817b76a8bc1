"""What is in a Neo4j store, and whether it is sound."""

from collections import Counter
from collections.abc import Iterable, Iterator

from graph import blob, cypher, recount
from graph.asking import Stats
from graph.cypher import Run
from graph.model import Kind, Limit, NoticeGraph, Relation
from graph.neo4j_ask import KIND
from graph.recount import Held
from graph.search import indexing


def stats(run: Run) -> Stats:
    counts = {kind: run(f"MATCH (n:{kind}) RETURN count(n)")[0][0] for kind in Kind}
    loaded, warnings = run("MATCH (t:JucuoNotice) RETURN count(t), coalesce(sum(t.warnings), 0)")[0]
    cited, counts[Kind.NOTICE] = counts[Kind.NOTICE] - loaded, loaded
    limits = dict(run("MATCH (m:Measure) RETURN m.deadline_kind, count(m)"))
    return Stats(
        nodes=counts,
        relations=dict(_relations(run)),
        deadlines={str(limit): limits[limit] for limit in Limit if limit in limits},
        pairs=run("MATCH ()-[s:SHARES]->() RETURN count(s)")[0][0],
        cited=cited,
        warnings=warnings,
        store="Neo4j",
        schema=cypher.SCHEMA,
    )


def check(run: Run, notices: Iterable[NoticeGraph]) -> Iterator[str]:
    """What is wrong with what it holds, against what its notices said."""
    marks = dict(run("MATCH (t:JucuoNotice) RETURN t.id, t.fingerprint"))
    damaged: list[str] = []

    def sound() -> Iterator[NoticeGraph]:
        for graph in notices:
            if blob.packed(graph)[1] != marks.get(graph.id):
                damaged.append(graph.id)
            yield graph

    should = recount.expected(sound())
    yield from (f"公文“{id}”的原样记录与指纹不符。" for id in damaged)
    yield from recount.wrong(should, _held(run))
    yield from recount.outdated(run(cypher.OUTDATED, made_by=indexing.made_by())[0][0])


def _held(run: Run) -> Held:
    held = Held()
    for kind, id, measures in run(f"MATCH (n:Entity) RETURN {KIND}, n.id, n.measures"):
        held.nodes[id] = Kind(kind)
        if measures:
            held.measures[id] = measures
    held.relations = Counter(dict(_relations(run)))
    held.shares = {(a, b): n for a, b, n in run("MATCH (a)-[s:SHARES]->(b) RETURN a.id, b.id, s.count")}
    held.indexed = {id for (id,) in run("MATCH (d:JucuoDocument) RETURN d.id")}
    return held


def _relations(run: Run) -> Iterator[tuple[Relation, int]]:
    # one statement a type: Neo4j answers each from its counts
    return ((kind, run(f"MATCH ()-[r:{kind}]->() RETURN count(r)")[0][0]) for kind in Relation)
