"""What is counted over the measures meant: from the columns in memory, or from what the tables keep counted."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import accumulate, chain, combinations

from graph import answers, sql
from graph.asking import By, Counted, Facets, Order, Pair
from graph.model import Kind, Limit
from graph.sql import ALL, Rows
from graph.sqlite_ask import NODE, node, nodes
from graph.sqlite_columns import Bits, Columns, Keys, When
from graph.sqlite_sets import packed

Counts = tuple[Mapping[Kind, Mapping[int, int]], Mapping[When, int]]
MANY = 4096
"""From so many measures on it is quicker to go through what they hang on than through them."""


def facets(db: Rows, columns: Columns, meant: Bits, most: int) -> Facets:
    """What those measures hang on."""
    counts, whens = (_few if meant.bit_count() < MANY else _many)(db, columns, meant, most)
    shown = {kind: _most(each, most) for kind, each in counts.items()}
    named = nodes(db, chain.from_iterable(shown.values()))
    limits, years = Counter[str | None](), Counter[int]()
    for (limit, year), n in whens.items():
        limits[limit] += n
        if year is not None:
            years[year] += n
    return Facets(
        total=meant.bit_count(),
        nodes={
            kind: tuple(
                sorted((Counted(named[k], counts[kind][k]) for k in keys), key=lambda c: (-c.measures, c.node.id))
            )[:most]
            for kind, keys in shown.items()
        },
        deadlines={str(limit): limits[limit] for limit in Limit if limit in limits},
        years=dict(sorted(years.items())),
        kinds=answers.most(_kinds(counts[Kind.NOTICE], columns.kinds(db))),
    )


def _few(db: Rows, columns: Columns, meant: Bits, _most: int) -> Counts:
    """One measure after the other."""
    return {
        Kind.NOTICE: Counter(columns.of(meant, columns.notices)),
        Kind.DEPARTMENT: Counter(chain.from_iterable(columns.of(meant, columns.units))),
        Kind.PROJECT: Counter(chain.from_iterable(columns.of(meant, columns.projects))),
        Kind.REGION: _spread(columns.of(meant, columns.regions), columns.above(db)),
        Kind.THEME: _each(columns.of(meant, columns.themes)),
    }, Counter(columns.of(meant, columns.whens))


def _many(db: Rows, columns: Columns, meant: Bits, most: int) -> Counts:
    """One thing after the other, as long as it can be among those with the most."""
    marks = columns.marks(meant)
    bits = packed(marks)
    ends = accumulate(len(part.keys) for part in columns.parts.values())
    notices = {
        notice: n
        for (notice, part), end in zip(columns.parts.items(), ends, strict=True)
        if (n := marks.count(1, end - len(part.keys), end))
    }
    above = columns.above(db)
    above_all = cache(lambda regions: frozenset[int]().union(*map(above.__getitem__, regions)))
    return {
        Kind.NOTICE: notices,
        Kind.DEPARTMENT: columns.sets(Kind.DEPARTMENT, lambda: columns.units).most(bits, most),
        Kind.PROJECT: columns.sets(Kind.PROJECT, lambda: columns.projects).most(bits, most),
        Kind.REGION: columns.sets(Kind.REGION, lambda: map(above_all, columns.regions)).most(bits, most),
        Kind.THEME: columns.sets(Kind.THEME, lambda: columns.themes).most(bits, most),
    }, columns.sets(Order.DUE, lambda: ((when,) for when in columns.whens)).most(bits, len(columns.whens))


def _kinds(notices: Mapping[int, int], kinds: Mapping[int, str]) -> Counter[str]:
    """Measures of each kind of notice."""
    found: Counter[str] = Counter()
    for notice, n in notices.items():
        if notice in kinds:
            found[kinds[notice]] += n
    return found


def _most(counts: Mapping[int, int], most: int) -> list[int]:
    """Those with the highest counts, and all that have as much as the last of them."""
    if len(counts) <= most:
        return [*counts]
    least = sorted(counts.values())[-most]
    return [key for key, n in counts.items() if n >= least]


def _each(targets: Iterable[Keys]) -> Counter[int]:
    """The same sets come often: each is counted first."""
    found: Counter[int] = Counter()
    for keys, n in Counter(targets).items():
        for key in keys:
            found[key] += n
    return found


def _spread(touched: Iterable[Keys], above: Mapping[int, frozenset[int]]) -> Counter[int]:
    """Measures of each region and of all that lies in it."""
    found: Counter[int] = Counter()
    for regions, n in Counter(touched).items():
        for key in frozenset[int]().union(*map(above.__getitem__, regions)):
            found[key] += n
    return found


def all_facets(db: Rows, kinds: Mapping[str, int], most: int) -> Facets:
    """The same over all measures, from what is kept; `kinds` are those of notices with how many measures they have."""
    shown: dict[Kind, tuple[Counted, ...]] = {
        kind: tuple(
            Counted(node(row), row[4])
            for row in db.execute(
                f"""SELECT {NODE}, n.measures FROM node n WHERE n.kind = ? AND n.kind <> 1 AND n.measures > 0
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
        kinds=dict(kinds),
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


def live_pairs(db: Rows, columns: Columns, meant: Bits, only: int | None, by: By) -> answers.Ranked[int]:
    """Pairs over those measures; with `only`, its own, where it stands first."""
    having = Counter(columns.of(meant, columns.units))
    loads: Counter[int] = Counter()
    for each, n in having.items():
        for department in each:
            loads[department] += n
    units = {
        k: (id, name)
        for k, id, name in db.execute(
            "SELECT n.key, n.id, n.name FROM json_each(?) k CROSS JOIN node n ON n.key = k.value",
            (json.dumps(list(loads)),),
        )
    }
    counts: Counter[tuple[int, int]] = Counter()
    for each, n in having.items():
        if only is None:
            for pair in combinations(sorted(each, key=lambda k: units[k][0]), 2):
                counts[pair] += n
        elif only in each:
            for other in each:
                if other != only:
                    counts[only, other] += n
    return answers.ranked(counts, loads, units, meant.bit_count(), by)
