"""Nodes found by name, and the graph around them, read from the tables."""

import json
from collections.abc import Collection, Iterable, Sequence
from itertools import chain

from graph import jsons, naming, sql, walk
from graph.asking import Counted, Graph, Paths
from graph.errors import Unknown
from graph.model import Edge, Kind, Node
from graph.sql import Rows
from graph.sqlite_ask import NODE, key, node, nodes
from graph.sqlite_steps import Steps

_TOP = "\U0010ffff"
# what is written anywhere in a name; what is spelt at its beginning alone, if the second value is true
_HOLDS = "instr(name, ?) BETWEEN 1 AND CASE WHEN spelt AND ? THEN 1 ELSE length(name) END"


def one(db: Rows, id: str) -> Node:
    row = db.execute(f"SELECT {NODE} FROM node n WHERE n.id = ?", (id,)).fetchone()
    if row is None:
        raise Unknown(name=id)
    return node(row)


def named(db: Rows, text: str, name: str) -> tuple[Node, ...]:
    """Nodes of that id, or of that name, which is normalised."""
    rows = db.execute(
        f"""SELECT {NODE} FROM node n WHERE n.kind <> 1 AND n.key IN (
            SELECT key FROM node WHERE id = ? UNION SELECT node FROM name WHERE name = ? AND spelt = 0)
        ORDER BY n.kind, n.id""",
        (text, name),
    )
    return tuple(node(row) for row in rows)


def suggested(db: Rows, text: str, kinds: Collection[Kind], limit: int) -> tuple[Counted, ...]:
    """Nodes with a name that begins with the text (normalised), then with one that contains it."""
    among = json.dumps([sql.KINDS[kind] for kind in kinds if kind is not Kind.MEASURE])
    statement = """SELECT n.key FROM node n WHERE n.kind IN (SELECT value FROM json_each(?)) AND n.key IN (
        SELECT node FROM name WHERE {}) ORDER BY n.measures DESC, n.id LIMIT ?"""
    found = [k for (k,) in db.execute(statement.format("name >= ? AND name < ?"), (among, text, text + _TOP, limit))]
    if len(found) < limit:
        rows = db.execute(statement.format(_HOLDS), (among, text, len(text) <= naming.SHORT, limit + len(found)))
        found += [k for (k,) in rows if k not in set(found)]
    return counted(db, found[:limit])


def counted(db: Rows, keys: Sequence[int]) -> tuple[Counted, ...]:
    rows = db.execute(
        f"SELECT {NODE}, n.measures FROM json_each(?) k CROSS JOIN node n ON n.key = k.value ORDER BY k.key",
        (json.dumps(list(keys)),),
    )
    return tuple(Counted(node(row), row[4]) for row in rows)


def listed(db: Rows, kind: Kind, text: str | None, limit: int, offset: int) -> tuple[tuple[Counted, ...], int]:
    """One page of a kind, and how many there are; of notices those that are loaded."""
    table = "notice t JOIN node n ON n.key = t.key" if kind is Kind.NOTICE else "node n"
    order = "t.dated DESC, t.id" if kind is Kind.NOTICE else "n.measures DESC, n.id"
    condition = "n.kind = ? AND n.kind <> 1"
    values: list[int | str] = [sql.KINDS[kind]]
    if text:
        condition += f" AND n.key IN (SELECT node FROM name WHERE {_HOLDS})"
        values += [text, len(text) <= naming.SHORT]
    total = db.execute(f"SELECT count(*) FROM {table} WHERE {condition}", values).fetchone()[0]
    page = f"SELECT n.key FROM {table} WHERE {condition} ORDER BY {order} LIMIT ? OFFSET ?"
    return counted(db, [k for (k,) in db.execute(page, (*values, limit, offset))]), total


def numbered(db: Rows, labels: Sequence[str], notices: Sequence[str], limit: int) -> list[int]:
    """Keys of the first measures that are labelled so."""
    condition, values = "", [json.dumps(list(labels), ensure_ascii=False)]
    if notices:
        condition = "AND m.notice_id IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(list(notices), ensure_ascii=False))
    rows = db.execute(
        f"""SELECT m.key FROM measure m CROSS JOIN node n ON n.key = m.key
        WHERE json_extract(n.props, '$.label') IN (SELECT value FROM json_each(?)) {condition}
        ORDER BY m.dated DESC, m.notice_id, m.ordinal LIMIT ?""",
        (*values, limit),
    )
    return [k for (k,) in rows]


# the graph around


def around(db: Rows, steps: Steps, id: str, depth: int, limit: int, kinds: Collection[Kind] | None) -> Graph:
    start = key(db, id)
    shown, total = [start], 1
    neighbours = steps.neighbours(db, kinds)
    beside: list[Collection[int]] = []

    def beyond(keys: Collection[int]) -> Iterable[int]:
        beside[:] = neighbours(keys).values()
        return chain.from_iterable(beside)

    for ring in walk.rings(start, depth, beyond):
        total += len(ring)
        if len(shown) < limit:
            shown += steps.first(db, ring, beside, limit - len(shown))
    return piece(db, shown, total)


def piece(db: Rows, keys: Sequence[int], total: int) -> Graph:
    """Those nodes in that order, and all between them."""
    found = nodes(db, keys)
    return Graph(tuple(found[k] for k in keys), _edges(db, keys), truncated=total > len(keys), total=total)


def among(db: Rows, ids: Sequence[str]) -> Graph:
    statement = "SELECT n.key FROM json_each(?) k CROSS JOIN node n ON n.id = k.value ORDER BY k.key"
    keys = [k for (k,) in db.execute(statement, (json.dumps(list(dict.fromkeys(ids)), ensure_ascii=False),))]
    return piece(db, keys, len(keys))


def degrees(db: Rows, id: str) -> dict[Kind, int]:
    rows = db.execute(
        """SELECT n.kind, count(*) FROM (SELECT target b FROM edge WHERE source = ?1
        UNION SELECT source FROM edge WHERE target = ?1) JOIN node n ON n.key = b GROUP BY n.kind ORDER BY n.kind""",
        (key(db, id),),
    )
    return {sql.KIND_OF[kind]: n for kind, n in rows}


def paths(db: Rows, steps: Steps, a: str, b: str, longest: int, limit: int, kinds: Collection[Kind] | None) -> Paths:
    start, end = key(db, a), key(db, b)
    ways = walk.shortest(start, end, longest, steps.neighbours(db, kinds, (start, end)), steps.width(db))
    found = walk.in_order(start, end, ways, steps.ranks(db).__getitem__, limit)
    truncated = ways.total > len(found)
    keys = list(dict.fromkeys(k for way in found for k in way))
    named_nodes = nodes(db, keys)
    routes = tuple(tuple(named_nodes[k].id for k in way) for way in found)
    edges = walk.along(routes, _edges(db, keys))
    return Paths(routes, Graph(tuple(named_nodes[k] for k in keys), edges, truncated, ways.total), truncated)


def _edges(db: Rows, keys: Sequence[int]) -> tuple[Edge, ...]:
    """All relations between those nodes, one of a kind and its ends; by kind, then ends."""
    rows = db.execute(
        """SELECT e.kind, a.id, b.id, t.id, e.props, min(e.place)
        FROM json_each(?1) k CROSS JOIN edge e ON e.source = k.value
        JOIN node a ON a.key = e.source JOIN node b ON b.key = e.target JOIN node t ON t.key = e.notice
        WHERE e.target IN (SELECT value FROM json_each(?1))
        GROUP BY e.source, e.kind, e.target ORDER BY e.kind, a.id, b.id""",
        (json.dumps(list(keys)),),
    )
    return tuple(Edge(sql.RELATION_OF[kind], a, b, notice, jsons.read(props)) for kind, a, b, notice, props, _ in rows)
