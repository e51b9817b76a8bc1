"""Nodes found by name, and the graph around them, read from Neo4j."""

from collections.abc import Collection, Sequence
from typing import LiteralString

from graph import cypher, naming, walk
from graph.asking import Counted, Graph, Paths
from graph.cypher import TYPES, Run
from graph.errors import Unknown
from graph.model import Edge, Kind, Node
from graph.neo4j_ask import KIND, edge, node, nodes

_BY_KIND = {kind: place for place, kind in enumerate(Kind)}


def one(run: Run, id: str) -> Node:
    rows = run(f"MATCH (n:Entity {{id: $id}}) RETURN {KIND}, properties(n)", id=id)
    if not rows:
        raise Unknown(name=id)
    return node(*rows[0])


def named(run: Run, text: str, name: str) -> tuple[Node, ...]:
    """Nodes of that id, or of that name, which is normalised."""
    rows = run(
        f"""CALL () {{ MATCH (n:Entity {{id: $id}}) RETURN n
        UNION MATCH (w:JucuoName {{name: $name}}) WHERE NOT w.spelt MATCH (n:Entity {{id: w.node}}) RETURN n }}
        WITH DISTINCT n WHERE NOT n:Measure RETURN {KIND}, properties(n)""",
        id=text,
        name=name,
    )
    return tuple(sorted((node(*row) for row in rows), key=lambda n: (_BY_KIND[n.kind], n.id)))


def suggested(run: Run, text: str, kinds: Collection[Kind], limit: int) -> tuple[Counted, ...]:
    """Nodes with a name that begins with the text (normalised), then with one that contains it."""
    statement = """MATCH (w:JucuoName) WHERE {} AND w.kind IN $kinds WITH DISTINCT w.node AS id
        MATCH (n:Entity {{id: id}}) RETURN {}, properties(n) ORDER BY n.measures DESC, n.id LIMIT $limit"""
    among = [str(kind) for kind in kinds if kind is not Kind.MEASURE]
    found = run(statement.format("w.name STARTS WITH $text", KIND), text=text, kinds=among, limit=limit)
    if len(found) < limit:
        had = {props["id"] for _, props in found}
        more = run(statement.format(_holds(text), KIND), text=text, kinds=among, limit=limit + len(found))
        found = (found + [row for row in more if row[1]["id"] not in had])[:limit]
    return tuple(Counted(node(kind, props), props["measures"]) for kind, props in found)


def _holds(text: str) -> LiteralString:
    """What is written anywhere in a name; where it is short, what is spelt at its beginning alone."""
    if len(text) > naming.SHORT:
        return "w.name CONTAINS $text"
    return "w.name CONTAINS $text AND (NOT w.spelt OR w.name STARTS WITH $text)"


def listed(run: Run, kind: Kind, text: str | None, limit: int, offset: int) -> tuple[tuple[Counted, ...], int]:
    """One page of a kind, and how many there are; of notices those that are loaded."""
    if kind is Kind.NOTICE:
        # of loaded notices there is a JucuoNotice; without a day they come last
        source = "MATCH (t:JucuoNotice) MATCH (n:Notice {id: t.id})"
        order = "coalesce(n.dated, '') DESC, n.id"
    else:
        source, order = f"MATCH (n:{kind})", "n.measures DESC, n.id"
    if text:
        within = f"MATCH (w:JucuoName) WHERE {_holds(text)} AND w.kind = $kind WITH DISTINCT w.node AS id"
        source = f"{within} MATCH (n:{kind} {{id: id}})"
        source += " MATCH (:JucuoNotice {id: id})" if kind is Kind.NOTICE else ""
    values = {"text": text, "kind": str(kind)} if text else {}
    count = "MATCH (n:JucuoNotice)" if kind is Kind.NOTICE and not text else source
    total = run(f"{count} RETURN count(n)", **values)[0][0]
    rows = run(
        f"{source} RETURN properties(n) ORDER BY {order} SKIP $skip LIMIT $limit", **values, skip=offset, limit=limit
    )
    return tuple(Counted(node(kind, props), props["measures"]) for (props,) in rows), total


def numbered(run: Run, labels: Sequence[str], notices: Sequence[str], limit: int) -> list[str]:
    """Ids of the first measures that are labelled so."""
    within, condition = ("<-[:CONTAINS]-(t:Notice)", "AND t.id IN $notices") if notices else ("", "")
    rows = run(
        f"MATCH (m:Measure){within} WHERE m.label IN $labels {condition} RETURN m.id ORDER BY m.sort LIMIT $limit",
        labels=list(labels),
        notices=list(notices),
        limit=limit,
    )
    return [id for (id,) in rows]


# the graph around


def beside(run: Run, kinds: Collection[Kind] | None) -> walk.Beside[str]:
    """All nodes one step from some, of these kinds only."""
    enter = "" if kinds is None else f"WHERE {_among(kinds)}"
    statement = f"MATCH (a:Entity) WHERE a.id IN $ids MATCH (a)-[:{TYPES}]-(b) {enter} RETURN collect(DISTINCT b.id)"
    return lambda ids: run(statement, ids=list(ids))[0][0]


def neighbours(run: Run, kinds: Collection[Kind] | None, always: Collection[str]) -> walk.Neighbours[str]:
    """The steps from many nodes at once; to nodes of these kinds only, and those always allowed."""
    enter = "" if kinds is None else f"WHERE {_among(kinds)} OR b.id IN $always"
    source = f"""MATCH (a:Entity) WHERE a.id IN $ids MATCH (a)-[:{TYPES}]-(b:Entity) {enter}
        WITH a, collect(DISTINCT b.id) AS beside"""
    values = {} if kinds is None else {"always": list(always)}

    return lambda ids: dict(cypher.gathered(run, source, "a.id, beside", ids=list(ids), **values))


def around(run: Run, id: str, depth: int, limit: int, kinds: Collection[Kind] | None) -> Graph:
    one(run, id)
    rings = [{id}, *walk.rings(id, depth - 1, beside(run, kinds))]
    shown = [each for ring in rings for each in sorted(ring)][:limit]
    total = sum(map(len, rings))
    if len(rings) == depth:
        beyond, first = _outermost(run, rings, limit - len(shown), kinds)
        total += beyond
        shown += first
    return piece(run, shown, total)


def _outermost(
    run: Run, rings: Sequence[Collection[str]], limit: int, kinds: Collection[Kind] | None
) -> tuple[int, list[str]]:
    """How many nodes are one step from the last ring, and the first of them: mostly there are far more than are
    shown."""
    enter = "" if kinds is None else f"AND ({_among(kinds)})"
    rows = run(
        f"""MATCH (a:Entity) WHERE a.id IN $ids MATCH (a)-[:{TYPES}]-(b) WITH DISTINCT b
        WHERE NOT b.id IN $seen {enter} WITH collect(b.id) AS ring
        CALL (ring) {{ UNWIND ring AS id WITH id ORDER BY id LIMIT $limit RETURN collect(id) AS first }}
        RETURN size(ring), first""",
        ids=list(rings[-1]),
        seen=[id for ring in rings for id in ring],
        limit=limit,
    )
    total, first = rows[0]
    return total, first


def piece(run: Run, ids: Sequence[str], total: int) -> Graph:
    """Those nodes in that order, as far as there are such, and all between them."""
    found = nodes(run, ids)
    return Graph(
        tuple(found[id] for id in ids if id in found), _edges(run, ids), truncated=total > len(ids), total=total
    )


def among(run: Run, ids: Sequence[str]) -> Graph:
    wanted = list(dict.fromkeys(ids))
    found = nodes(run, wanted)
    shown = [id for id in wanted if id in found]
    return Graph(tuple(found[id] for id in shown), _edges(run, shown), total=len(shown))


def degrees(run: Run, id: str) -> dict[Kind, int]:
    one(run, id)
    rows = dict(
        run(f"MATCH (:Entity {{id: $id}})-[:{TYPES}]-(n) WITH DISTINCT n RETURN {KIND} AS kind, count(n)", id=id)
    )
    return {kind: rows[kind] for kind in Kind if kind in rows}


def paths(run: Run, a: str, b: str, longest: int, limit: int, kinds: Collection[Kind] | None) -> Paths:
    for id in (a, b):
        one(run, id)
    ways = walk.shortest(a, b, longest, neighbours(run, kinds, (a, b)))
    found = walk.in_order(a, b, ways, str, limit)
    truncated = ways.total > len(found)
    ids = list(dict.fromkeys(id for way in found for id in way))
    named_nodes = nodes(run, ids)
    edges = walk.along(found, _edges(run, ids))
    return Paths(tuple(found), Graph(tuple(named_nodes[id] for id in ids), edges, truncated, ways.total), truncated)


def _edges(run: Run, ids: Sequence[str]) -> tuple[Edge, ...]:
    """All relations between those nodes, one of a kind and its ends; by kind, then ends."""
    rows = cypher.gathered(
        run,
        f"MATCH (a:Entity) WHERE a.id IN $ids MATCH (a)-[r:{TYPES}]->(b:Entity) WHERE b.id IN $ids",
        "type(r), a.id, b.id, properties(r)",
        ids=list(ids),
    )
    first: dict[tuple[str, str, str], Edge] = {}
    for kind, source, target, props in sorted(rows, key=lambda row: row[3]["place"]):
        first.setdefault((kind, source, target), edge(kind, source, target, props))
    return tuple(sorted(first.values(), key=lambda e: (cypher.PLACES[e.kind], e.source, e.target)))


def _among(kinds: Collection[Kind]) -> str:
    return " OR ".join(f"b:{kind}" for kind in Kind if kind in kinds) or "false"
