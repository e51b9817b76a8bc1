"""Measures meant, and what is counted over them, read from the tables."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import combinations
from typing import Any

from graph import answers, sql
from graph.errors import Unknown
from graph.model import (
    By,
    Counted,
    Facets,
    Filter,
    Kind,
    Limit,
    MeasureItem,
    Node,
    Order,
    Pair,
)
from graph.sql import ABOUT, ALL, ASSIGNED_TO, INVOLVES, PART_OF, TOUCHES, Rows

Condition = tuple[str, tuple[object, ...]]
EVERY: Condition = ("1", ())

ORDERS = {
    Order.NOTICE: "m.dated DESC, m.notice_id, m.ordinal",
    Order.DUE: "m.due_order, m.dated DESC, m.notice_id, m.ordinal",
}
_NODE = "n.id, n.kind, n.name, n.props"
_HAS = "m.key IN (SELECT source FROM edge WHERE kind = {} AND target {}{})"


def key(db: Rows, id: str, kind: Kind | None = None) -> int:
    row = db.execute("SELECT key, kind FROM node WHERE id = ?", (id,)).fetchone()
    if row is None or (kind is not None and sql.KIND_OF[row[1]] is not kind):
        raise Unknown(name=id)
    found: int = row[0]
    return found


def node(row: Sequence[Any]) -> Node:
    """From `_NODE`."""
    return Node(row[0], sql.KIND_OF[row[1]], row[2], json.loads(row[3]))


def nodes(db: Rows, keys: Iterable[int]) -> dict[int, Node]:
    statement = f"SELECT n.key, {_NODE} FROM node n WHERE n.key IN (SELECT value FROM json_each(?))"
    return {row[0]: node(row[1:]) for row in db.execute(statement, (json.dumps(list(keys)),))}


# which measures


def where(db: Rows, filter: Filter) -> Condition:
    """The filter as a condition on `m`, a row of measure; EVERY when all are meant."""
    found: list[Condition] = []
    keys = partial(_keys, db)
    if filter.notices:
        one_of, values = _one_of(keys(filter.notices, Kind.NOTICE))
        found.append((f"m.notice {one_of}", values))
    more = _role(filter)
    departments = keys(filter.departments, Kind.DEPARTMENT)
    together = [departments] if departments and filter.any_department else [[one] for one in departments]
    found += [_has(ASSIGNED_TO, some, more) for some in together]
    if filter.role is not None and not departments:
        found.append((f"EXISTS (SELECT 1 FROM edge WHERE source = m.key AND kind = {ASSIGNED_TO}{more})", ()))
    if filter.regions:
        within = {k for region in keys(filter.regions, Kind.REGION) for (k,) in db.execute(sql.WITHIN, (region,))}
        found.append(_has(TOUCHES, sorted(within)))
    if filter.projects:
        found.append(_has(INVOLVES, keys(filter.projects, Kind.PROJECT)))
    if filter.themes:
        found.append(_has(ABOUT, keys(filter.themes, Kind.THEME)))
    if filter.deadlines:
        one_of, values = _one_of([str(limit) for limit in filter.deadlines])
        found.append((f"m.deadline {one_of}", values))
    if filter.due_before is not None:
        found.append(("m.due <= ?", (filter.due_before,)))
    if filter.due_after is not None:
        found.append(("m.due >= ?", (filter.due_after,)))
    if filter.years:
        within_one = " OR ".join(["m.due BETWEEN ? AND ?"] * len(filter.years))
        days = [f"{year:04d}-{day}" for year in filter.years for day in ("01-01", "12-31")]
        found.append((f"({within_one})", tuple(days)))
    return " AND ".join(text for text, _ in found) or EVERY[0], tuple(v for _, values in found for v in values)


def _keys(db: Rows, ids: Sequence[str], kind: Kind) -> list[int]:
    return [key(db, id, kind) for id in dict.fromkeys(ids)]


def _one_of(values: Sequence[object]) -> Condition:
    """That a column holds one of them; of one alone the index knows most."""
    return ("= ?", (values[0],)) if len(values) == 1 else ("IN (SELECT value FROM json_each(?))", (json.dumps(values),))


def _has(relation: int, targets: Sequence[int], more: str = "") -> Condition:
    """That a measure has such a relation to one of those nodes."""
    one_of, values = _one_of(targets)
    return _HAS.format(relation, one_of, more), values


def _role(filter: Filter) -> str:
    role = f" AND role = {sql.ROLES[filter.role]}" if filter.role is not None else ""
    return role + (" AND ordinal = 1" if filter.first and filter.departments else "")


def listed(db: Rows, condition: Condition, order: Order, limit: int, offset: int) -> tuple[list[int], int]:
    """Keys of one page, and how many there are."""
    text, values = condition
    total = db.execute(f"SELECT count(*) FROM measure m WHERE {text}", values).fetchone()[0]
    rows = db.execute(
        f"SELECT m.key FROM measure m WHERE {text} ORDER BY {ORDERS[order]} LIMIT ? OFFSET ?", (*values, limit, offset)
    )
    return [k for (k,) in rows], total


def items(db: Rows, keys: Sequence[int]) -> dict[int, MeasureItem]:
    """Measures as lists show them."""
    wanted = json.dumps(list(keys))
    units: dict[int, list[Any]] = {}
    for measure, _, id, name, props in db.execute(
        f"""SELECT e.source, e.place, d.id, d.name, e.props FROM edge e JOIN node d ON d.key = e.target
        WHERE e.source IN (SELECT value FROM json_each(?)) AND e.kind = {ASSIGNED_TO} ORDER BY e.source, e.place""",
        (wanted,),
    ):
        had = units.setdefault(measure, [])
        had.append(answers.unit(id, name, json.loads(props), len(had) + 1))
    rows = db.execute(
        """SELECT m.key, n.id, n.name, n.props, t.id, t.name FROM json_each(?) k CROSS JOIN measure m ON m.key = k.value
        JOIN node n ON n.key = m.key JOIN node t ON t.key = m.notice""",
        (wanted,),
    )
    return {
        k: answers.measure(id, name, json.loads(props), notice, title, units.get(k, ()))
        for k, id, name, props, notice, title in rows
    }


# counted over the measures meant, which `mean` puts aside for a while


def mean(db: Rows, source: str, values: Sequence[object]) -> int:
    """Put aside the measures meant; how many."""
    db.execute("CREATE TEMP TABLE IF NOT EXISTS meant(key INTEGER PRIMARY KEY)")
    db.execute("DELETE FROM meant")
    db.execute(f"INSERT INTO meant SELECT m.key FROM {source}", values)
    total: int = db.execute("SELECT count(*) FROM meant").fetchone()[0]
    return total


MANY = 30_000
"""From so many measures on, reading the index of edges through is faster than looking each measure up in it (at 75,000
of 100,000 a third of the time)."""


def facets(db: Rows, most: int) -> Facets:
    """What the measures put aside hang on."""
    many = db.execute("SELECT count(*) FROM meant").fetchone()[0] > MANY
    source = "edge e INDEXED BY edge_back CROSS JOIN meant" if many else "meant CROSS JOIN edge e"
    counts: dict[int, int] = dict(
        db.execute(
            f"""SELECT e.target, count(DISTINCT e.source) FROM {source} ON e.source = meant.key
            AND e.kind IN ({ASSIGNED_TO}, {INVOLVES}, {ABOUT}) GROUP BY e.target"""
        )
    )
    counts.update(db.execute("SELECT m.notice, count(*) FROM meant CROSS JOIN measure m USING(key) GROUP BY m.notice"))
    counts.update(
        db.execute(
            f"""WITH RECURSIVE up(region, above) AS (
                SELECT DISTINCT e.target, e.target FROM meant CROSS JOIN edge e
                ON e.source = meant.key AND e.kind = {TOUCHES}
                UNION SELECT up.region, e.target FROM up JOIN edge e ON e.source = up.above AND e.kind = {PART_OF})
            SELECT up.above, count(DISTINCT e.source) FROM meant CROSS JOIN edge e ON e.source = meant.key
            AND e.kind = {TOUCHES} JOIN up ON up.region = e.target GROUP BY up.above"""
        )
    )
    kinds: dict[Kind, list[tuple[int, str, int]]] = {kind: [] for kind in Kind if kind is not Kind.MEASURE}
    for k, id, kind in db.execute(
        "SELECT n.key, n.id, n.kind FROM json_each(?) k CROSS JOIN node n ON n.key = k.value",
        (json.dumps(list(counts)),),
    ):
        kinds[sql.KIND_OF[kind]].append((-counts[k], id, k))
    shown = {kind: sorted(each)[:most] for kind, each in kinds.items()}
    named = nodes(db, (k for each in shown.values() for _, _, k in each))
    deadlines = dict(
        db.execute("SELECT m.deadline, count(*) FROM meant CROSS JOIN measure m USING(key) GROUP BY m.deadline")
    )
    years = db.execute(
        """SELECT CAST(substr(m.due, 1, 4) AS INTEGER) year, count(*) FROM meant CROSS JOIN measure m USING(key)
        WHERE m.due IS NOT NULL GROUP BY year ORDER BY year"""
    )
    return Facets(
        total=sum(deadlines.values()),
        nodes={kind: tuple(Counted(named[k], -n) for n, _, k in each) for kind, each in shown.items()},
        deadlines={str(limit): deadlines[limit] for limit in Limit if limit in deadlines},
        years=dict(years.fetchall()),
    )


def all_facets(db: Rows, most: int) -> Facets:
    """The same over all measures, from what is kept."""
    shown: dict[Kind, tuple[Counted, ...]] = {
        kind: tuple(
            Counted(node(row), row[4])
            for row in db.execute(
                f"""SELECT {_NODE}, n.measures FROM node n WHERE n.kind = ? AND n.kind <> 1 AND n.measures > 0
                ORDER BY n.measures DESC, n.id LIMIT ?""",
                (sql.KINDS[kind], most),
            )
        )
        for kind in Kind
        if kind is not Kind.MEASURE
    }
    kept = dict(db.execute("SELECT what, n FROM tally"))
    return Facets(
        total=db.execute("SELECT count(*) FROM measure").fetchone()[0],
        nodes=shown,
        deadlines={str(limit): kept[limit] for limit in Limit if kept.get(limit)},
        years={int(what): n for what, n in sorted(kept.items()) if what.isdigit() and n},
    )


_CLOSE = {
    By.COUNT: "s.n",
    By.JACCARD: "CAST(s.n AS REAL) / (of_a + of_b - s.n)",
    By.LIFT: "CAST(s.n * total AS REAL) / (of_a * of_b)",
}
_KEPT = """SELECT a.id, a.name, {of_a} of_a, b.id, b.name, {of_b} of_b, s.n, total FROM {pairs} s
    JOIN (SELECT {total} total) JOIN node a ON a.key = s.a JOIN node b ON b.key = s.b {loads}
    ORDER BY {close} DESC, s.a_id, s.b_id LIMIT ? OFFSET ?"""
_OVER_ALL = {"of_a": "a.measures", "of_b": "b.measures", "total": "(SELECT count(*) FROM measure)", "loads": ""}
_OVER_THEME = {
    "of_a": "la.n",
    "of_b": "lb.n",
    "total": "(SELECT measures FROM node WHERE key = ?1)",
    "loads": """JOIN load la ON la.theme = ?1 AND la.department = s.a
        JOIN load lb ON lb.theme = ?1 AND lb.department = s.b""",
}
_ALL_PAIRS = "(SELECT a, b, a_id, b_id, n FROM shares WHERE theme = ?1)"
_ITS_PAIRS = """(SELECT a, b, a_id, b_id, n FROM shares WHERE theme = ?1 AND a = ?2
    UNION ALL SELECT b, a, b_id, a_id, n FROM shares WHERE theme = ?1 AND b = ?2)"""


def kept_pairs(
    db: Rows, theme: int, by: By, limit: int, offset: int, only: int | None = None
) -> tuple[list[Pair], int]:
    """Pairs from the kept table, over all measures or a theme's; with `only`, its own, where it stands first."""
    pairs, ends = (_ALL_PAIRS, (theme,)) if only is None else (_ITS_PAIRS, (theme, only))
    over = _OVER_ALL if theme == ALL else _OVER_THEME
    total = db.execute(f"SELECT count(*) FROM {pairs}", ends).fetchone()[0]
    rows = db.execute(_KEPT.format(pairs=pairs, close=_CLOSE[by], **over), (*ends, limit, offset))
    return [answers.pair((a, an), (b, bn), n, of_a, of_b, all) for a, an, of_a, b, bn, of_b, n, all in rows], total


def live_pairs(db: Rows, all: int, only: int | None, by: By) -> list[Pair]:
    """Pairs over the measures put aside; with `only`, its own, where it stands first."""
    rows = db.execute(
        f"""SELECT DISTINCT e.source, e.target FROM meant CROSS JOIN edge e ON e.source = meant.key
        AND e.kind = {ASSIGNED_TO} ORDER BY e.source"""
    )
    having: dict[int, list[int]] = {}
    for measure, department in rows:
        having.setdefault(measure, []).append(department)
    loads = Counter(d for each in having.values() for d in each)
    units = {
        k: (id, name)
        for k, id, name in db.execute(
            "SELECT n.key, n.id, n.name FROM json_each(?) k CROSS JOIN node n ON n.key = k.value",
            (json.dumps(list(loads)),),
        )
    }
    counts: Counter[tuple[int, int]] = Counter()
    for each in having.values():
        if only is None:
            counts.update(combinations(sorted(each, key=lambda k: units[k][0]), 2))
        elif only in each:
            counts.update((only, other) for other in each if other != only)
    pairs = (answers.pair(units[a], units[b], n, loads[a], loads[b], all) for (a, b), n in counts.items())
    return answers.closest(pairs, by)
