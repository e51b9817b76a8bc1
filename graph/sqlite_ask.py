"""Which measures are meant, and how lists show them, read from the tables."""

import json
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from graph import answers, jsons, sql
from graph.asking import UNLIMITED, Filter, MeasureItem, Order
from graph.errors import Unknown
from graph.model import Kind, Node
from graph.sql import ABOUT, ASSIGNED_TO, INVOLVES, TOUCHES, Rows
from graph.sqlite_columns import Bits, Columns

Condition = tuple[str, tuple[object, ...]]
EVERY: Condition = ("1", ())

ORDERS = {
    Order.NOTICE: "m.dated DESC, m.notice_id, m.ordinal",
    Order.DUE: "m.due_order, m.dated DESC, m.notice_id, m.ordinal",
}
NODE = "n.id, n.kind, n.name, n.props"
_HAS = "m.key IN (SELECT source FROM edge WHERE kind = {} AND target {}{})"


def key(db: Rows, id: str, kind: Kind | None = None) -> int:
    row = db.execute("SELECT key, kind FROM node WHERE id = ?", (id,)).fetchone()
    if row is None or (kind is not None and sql.KIND_OF[row[1]] is not kind):
        raise Unknown(name=id)
    found: int = row[0]
    return found


def node(row: Sequence[Any]) -> Node:
    """From `NODE`."""
    return Node(row[0], sql.KIND_OF[row[1]], row[2], jsons.read(row[3]))


def nodes(db: Rows, keys: Iterable[int]) -> dict[int, Node]:
    statement = f"SELECT n.key, {NODE} FROM node n WHERE n.key IN (SELECT value FROM json_each(?))"
    return {row[0]: node(row[1:]) for row in db.execute(statement, (json.dumps(list(keys)),))}


# which measures


def where(db: Rows, filter: Filter) -> Condition:
    """The filter as a condition on `m`, a row of measure; EVERY when all are meant."""
    found: list[Condition] = []
    keys = partial(_keys, db)
    if filter.notices:
        one_of, values = _one_of(keys(filter.notices, Kind.NOTICE))
        found.append((f"m.notice {one_of}", values))
    if filter.kinds:
        one_of, values = _one_of(filter.kinds)
        found.append((sql.OF_KIND.format(one_of), values))
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
        found.append(_limited(filter))
    if filter.due_before is not None:
        found.append(("m.due_order <= ?", (filter.due_before,)))
    if filter.due_after is not None:
        found.append((f"m.due_order BETWEEN ? AND '{answers.DATED}'", (filter.due_after,)))
    if filter.years:
        within_one = " OR ".join(["m.due_order BETWEEN ? AND ?"] * len(filter.years))
        days = [f"{year:04d}-{day}" for year in filter.years for day in ("01-01", "12-31")]
        found.append((f"({within_one})", tuple(days)))
    return " AND ".join(text for text, _ in found) or EVERY[0], tuple(v for _, values in found for v in values)


def meant(db: Rows, columns: Columns, condition: Condition) -> Bits:
    """The same measures in the columns."""
    if condition == EVERY:
        return columns.every
    text, values = condition
    return columns.found(
        condition,
        lambda: jsons.numbers(
            db.execute(f"SELECT group_concat(m.key) FROM measure m WHERE {text}", values).fetchone()[0]
        ),
    )


def _keys(db: Rows, ids: Sequence[str], kind: Kind) -> list[int]:
    return [key(db, id, kind) for id in dict.fromkeys(ids)]


def _one_of(values: Sequence[object]) -> Condition:
    """That a column holds one of them; of one alone the index knows most."""
    return ("= ?", (values[0],)) if len(values) == 1 else ("IN (SELECT value FROM json_each(?))", (json.dumps(values),))


def _limited(filter: Filter) -> Condition:
    """That a measure has such a limit, or none."""
    one_of, values = _one_of([str(limit) for limit in filter.deadlines])
    having = f"m.deadline {one_of}"
    return (f"({having} OR m.deadline IS NULL)" if UNLIMITED in filter.deadlines else having), values


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
    assigned = db.execute(
        f"""SELECT e.source, e.place, d.id, d.name, e.props FROM json_each(?) k
        CROSS JOIN edge e ON e.source = k.value AND e.kind = {ASSIGNED_TO} JOIN node d ON d.key = e.target""",
        (wanted,),
    )
    for measure, _, id, name, props in sorted(assigned):
        had = units.setdefault(measure, [])
        had.append(answers.unit(id, name, jsons.read(props), len(had) + 1))
    rows = db.execute(
        """SELECT m.key, n.id, n.name, n.props, t.id, t.name FROM json_each(?) k CROSS JOIN measure m ON m.key = k.value
        JOIN node n ON n.key = m.key JOIN node t ON t.key = m.notice""",
        (wanted,),
    )
    return {
        k: answers.measure(id, name, jsons.read(props), notice, title, units.get(k, ()))
        for k, id, name, props, notice, title in rows
    }
