"""Measures meant, and what is counted over them, read from Neo4j."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph import answers, cypher
from graph.asking import UNLIMITED, Counted, Facets, Filter, MeasureItem, Order
from graph.cypher import Run
from graph.door import RESERVED, whole
from graph.errors import Unknown
from graph.model import PROPERTIES, RELATION_PROPERTIES, Edge, Kind, Limit, Node, Relation
from graph.neo4j_write import closure

ORDERS = {Order.NOTICE: "m.sort", Order.DUE: "m.due_sort"}
KIND = "[l IN labels(n) WHERE l <> 'Entity'][0]"
COUNTED_KINDS = tuple(kind for kind in Kind if kind is not Kind.MEASURE)


@dataclass(frozen=True, slots=True)
class Meant:
    """The measures of a filter: MATCH and WHERE that give `m`, with their values."""

    match: str
    where: tuple[str, ...]
    values: Mapping[str, Any] = field(default_factory=dict)

    def clause(self, more: str = "") -> str:
        """The whole, with another condition; each measure once."""
        conditions = [*self.where, *([more] if more else [])]
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        return f"{self.match}{where} WITH {'m' if self.everything else 'DISTINCT m'}"

    @property
    def everything(self) -> bool:
        return not self.values and not self.where


def node(kind: str, props: Mapping[str, Any]) -> Node:
    """From a label and all properties."""
    given = {key: value for key, value in props.items() if key not in RESERVED}
    return Node(props["id"], Kind(kind), props["name"], whole(PROPERTIES[Kind(kind)], given))


def edge(kind: str, source: str, target: str, props: Mapping[str, Any]) -> Edge:
    given = {key: value for key, value in props.items() if key not in ("notice", "place")}
    return Edge(Relation(kind), source, target, props["notice"], whole(RELATION_PROPERTIES[Relation(kind)], given))


def known(run: Run, wanted: Iterable[tuple[str | None, Kind]]) -> None:
    """`Unknown` for the first that is not there as that kind."""
    asked = [(id, kind) for id, kind in wanted if id is not None]
    found = dict(run(cypher.KINDS_OF, ids=[id for id, _ in asked])) if asked else {}
    for id, kind in asked:
        if found.get(id) != kind:
            raise Unknown(name=id)


def meant(run: Run, filter: Filter) -> Meant:
    """The filter as a pattern. Every part is a constant; ids and days are values."""
    patterns, where = ["(m:Measure)"], list[str]()
    values: dict[str, object] = {}
    known(
        run,
        [
            *((id, Kind.NOTICE) for id in filter.notices),
            *((id, Kind.DEPARTMENT) for id in filter.departments),
            *((id, Kind.REGION) for id in filter.regions),
            *((id, Kind.PROJECT) for id in filter.projects),
            *((id, Kind.THEME) for id in filter.themes),
        ],
    )
    for pattern, name, ids in (
        ("(n:Notice)-[:CONTAINS]->(m)", "notices", filter.notices),
        ("(m)-[:INVOLVES]->(p:Project)", "projects", filter.projects),
        ("(m)-[:ABOUT]->(t:Theme)", "themes", filter.themes),
    ):
        if ids:
            patterns.append(pattern)
            where.append(f"{name[0]}.id IN ${name}")
            values[name] = list(ids)
    if filter.kinds:
        # one relation cannot stand for two in a pattern
        patterns += [] if filter.notices else ["(n:Notice)-[:CONTAINS]->(m)"]
        where.append("n.kind IN $kinds")
        values["kinds"] = list(filter.kinds)
    each = [[id] for id in dict.fromkeys(filter.departments)]
    for i, some in enumerate([list(filter.departments)] if each and filter.any_department else each):
        patterns.append(f"(m)-[a{i}:ASSIGNED_TO]->(d{i}:Department)")
        where.append(f"d{i}.id IN $departments{i}")
        values[f"departments{i}"] = some
        where += [f"coalesce(a{i}.role, 'responsible') = $role"] if filter.role is not None else []
        where += [f"a{i}.order = 1"] if filter.first else []
    if filter.role is not None:
        values["role"] = str(filter.role)
        if not filter.departments:
            where.append("EXISTS { (m)-[a:ASSIGNED_TO]->() WHERE coalesce(a.role, 'responsible') = $role }")
    if filter.regions:
        patterns.append("(m)-[:TOUCHES]->(region:Region)")
        where.append("region.id IN $within")
        values["within"] = sorted(closure(lambda ids: run(cypher.WITHIN, ids=ids), filter.regions))
    for condition, name, value in (
        (_limited(filter), "deadlines", [str(limit) for limit in filter.deadlines] or None),
        ("m.due <= $due_before", "due_before", filter.due_before),
        ("m.due >= $due_after", "due_after", filter.due_after),
    ):
        if value is not None:
            where.append(condition)
            values[name] = value
    if filter.years:
        spans = [f"(m.due >= $begins{i} AND m.due <= $ends{i})" for i in range(len(filter.years))]
        where.append(f"({' OR '.join(spans)})")
        for i, year in enumerate(filter.years):
            values[f"begins{i}"], values[f"ends{i}"] = f"{year:04d}-01-01", f"{year:04d}-12-31"
    return Meant(f"MATCH {', '.join(patterns)}", tuple(where), values)


def _limited(filter: Filter) -> str:
    """That a measure has such a limit, or none."""
    having = "m.deadline_kind IN $deadlines"
    return f"({having} OR m.deadline_kind IS NULL)" if UNLIMITED in filter.deadlines else having


def listed(run: Run, measures: Meant, order: Order, limit: int, offset: int) -> tuple[list[str], int]:
    """Ids of one page, and how many there are."""
    total = run(f"{measures.clause()} RETURN count(m)", **measures.values)[0][0]
    sort = ORDERS[order]
    # the condition lets the index give the order
    page = f"{measures.clause(f'{sort} > ' + chr(39) * 2)} RETURN m.id ORDER BY {sort} SKIP $skip LIMIT $limit"
    return [id for (id,) in run(page, **measures.values, skip=offset, limit=limit)], total


def items(run: Run, ids: Sequence[str]) -> dict[str, MeasureItem]:
    """Measures as lists show them."""
    rows = cypher.gathered(
        run,
        """UNWIND $ids AS id MATCH (m:Measure {id: id})<-[:CONTAINS]-(t:Notice)
        WITH m, t, COLLECT { MATCH (m)-[a:ASSIGNED_TO]->(d) RETURN [a.place, d.id, d.name, properties(a)] } AS units""",
        "properties(m), t.id, t.name, units",
        ids=list(ids),
    )
    found = {}
    for props, notice, title, having in rows:
        ordered = sorted(having, key=lambda row: row[0])
        units = [answers.unit(id, name, props, i) for i, (_, id, name, props) in enumerate(ordered, 1)]
        found[props["id"]] = answers.measure(props["id"], props["name"], props, notice, title, units)
    return found


# counted over the measures meant


_HANGING = f"""WITH collect(m) AS measures CALL (measures) {{
    UNWIND measures AS m MATCH (m)-[:ASSIGNED_TO|INVOLVES|ABOUT|CONTAINS]-(n) WITH n, count(DISTINCT m) AS many
    WITH {KIND} AS one, n.id AS other, many ORDER BY many DESC, other
    WITH one, collect([other, many])[..$most] AS first UNWIND first AS each
    RETURN 'node' AS what, one, each[0] AS other, each[1] AS many
    UNION ALL UNWIND measures AS m MATCH (m)-[:TOUCHES]->(r:Region) WITH m, collect(DISTINCT r.id) AS regions
    RETURN 'regions' AS what, null AS one, regions AS other, count(*) AS many
    UNION ALL UNWIND measures AS m
    RETURN 'limit' AS what, m.deadline_kind AS one, left(m.due, 4) AS other, count(*) AS many
    UNION ALL UNWIND measures AS m MATCH (m)<-[:CONTAINS]-(n:Notice) WHERE n.kind <> ''
    RETURN 'kind' AS what, n.kind AS one, null AS other, count(DISTINCT m) AS many
}}"""
"""All that measures `m` are counted by, in one question: to find them is most of the work."""


def facets(run: Run, source: str, values: Mapping[str, Any], most: int) -> Facets:
    """What the measures hang on that `source` gives as `m`."""
    counts: dict[Kind, dict[str, int]] = {kind: {} for kind in COUNTED_KINDS}
    touched: dict[frozenset[str], int] = {}
    deadlines, years, kinds = Counter[str](), Counter[int](), Counter[str]()
    total = 0
    for what, one, other, n in cypher.gathered(
        run, f"{source} {_HANGING}", "what, one, other, many", **values, most=most
    ):
        if what == "node":
            counts[Kind(one)][other] = n
        elif what == "regions":
            touched[frozenset(other)] = touched.get(frozenset(other), 0) + n
        elif what == "kind":
            kinds[one] = n
        else:
            total += n
            deadlines[one] += n
            if other is not None:
                years[int(other)] += n
    counts[Kind.REGION] = _regions(run, touched)
    shown: dict[Kind, list[tuple[int, str]]] = {
        kind: sorted((-n, id) for id, n in each.items())[:most] for kind, each in counts.items()
    }
    named = nodes(run, [id for each in shown.values() for _, id in each])
    return Facets(
        total=total,
        nodes={kind: tuple(Counted(named[id], -n) for n, id in each) for kind, each in shown.items()},
        deadlines={str(limit): deadlines[limit] for limit in Limit if limit in deadlines},
        years=dict(sorted(years.items())),
        kinds=answers.most(kinds),
    )


def _regions(run: Run, touched: Mapping[frozenset[str], int]) -> dict[str, int]:
    """Measures of each region and of all that lies in it; `touched` counts those that touch the same."""
    parents: dict[str, set[str]] = {}

    def step(ids: list[str]) -> list[list[str]]:
        rows = run(cypher.PARENTS, ids=ids)
        for below, above in rows:
            parents.setdefault(below, set()).add(above)
        return rows

    closure(step, sorted(frozenset[str]().union(*touched)))
    measures = Counter[str]()
    for regions, n in touched.items():
        for region in closure(lambda edge: [(b, a) for b in edge for a in parents.get(b, ())], regions):
            measures[region] += n
    return measures


def all_facets(run: Run, most: int) -> Facets:
    """The same over all measures, from what is kept."""
    shown: dict[Kind, tuple[Counted, ...]] = {kind: tuple(top(run, kind, most)) for kind in COUNTED_KINDS}
    limits = dict(run("MATCH (m:Measure) RETURN m.deadline_kind, count(m)"))
    years = run("MATCH (m:Measure) WHERE m.due > '' RETURN left(m.due, 4) AS year, count(m) ORDER BY year")
    return Facets(
        total=sum(limits.values()),
        nodes=shown,
        deadlines={str(limit): limits[limit] for limit in Limit if limit in limits},
        years={int(year): n for year, n in years},
        kinds=answers.most(dict(run(cypher.COUNTED_KINDS))),
    )


def top(run: Run, kind: Kind, most: int) -> Iterable[Counted]:
    rows = run(
        f"MATCH (n:{kind}) WHERE n.measures > 0 RETURN properties(n) ORDER BY n.measures DESC, n.id LIMIT $most",
        most=most,
    )
    return (Counted(node(kind, props), props["measures"]) for (props,) in rows)


def nodes(run: Run, ids: Sequence[str]) -> dict[str, Node]:
    rows = cypher.gathered(run, "MATCH (n:Entity) WHERE n.id IN $ids", f"{KIND}, properties(n)", ids=list(ids))
    return {props["id"]: node(kind, props) for kind, props in rows}
