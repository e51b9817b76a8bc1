"""The statements for Neo4j. Values are always parameters; labels and types come from the enums alone.

The graph a person sees is that of contract.md: six labels and nine types of relation, beside them `SHARES` between
departments (kept counted) and the label `Entity`, which every node has so that any id is found at once. What we need
beside that stands in nodes of its own that no relation ties to the graph: `Jucuo` (the schema), `JucuoNotice` (what a
notice said), `JucuoSaid` (of what), `JucuoDocument` (terms of a measure), `JucuoName` (names of a node).
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from graph.model import Kind, Relation

SCHEMA = 4
"""The same number as of SQLite: what is kept means the same. Up to 4 nothing changed here but the number."""
TYPES = "|".join(Relation)
"""All relations that notices state; not the counted SHARES."""
PLACES = {kind: place for place, kind in enumerate(Relation)}


class Run(Protocol):
    """Runs a statement within a transaction and gives all rows."""

    def __call__(self, statement: str, /, **values: Any) -> list[list[Any]]: ...


def gathered(run: Run, source: str, columns: str, /, **values: Any) -> list[list[Any]]:
    """The same rows as `RETURN columns` gives, as one: the driver takes three times as long for each by itself."""
    rows: list[list[Any]] = run(f"{source} RETURN collect([{columns}])", **values)[0][0]
    return rows


CREATE: Sequence[str] = (
    "CREATE CONSTRAINT jucuo_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE",
    *(f"CREATE CONSTRAINT jucuo_{kind.lower()} IF NOT EXISTS FOR (n:{kind}) REQUIRE n.id IS UNIQUE" for kind in Kind),
    "CREATE CONSTRAINT jucuo_notice_said IF NOT EXISTS FOR (n:JucuoNotice) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT jucuo_said IF NOT EXISTS FOR (n:JucuoSaid) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT jucuo_document IF NOT EXISTS FOR (n:JucuoDocument) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT jucuo_schema IF NOT EXISTS FOR (n:Jucuo) REQUIRE n.name IS UNIQUE",
    "CREATE INDEX jucuo_by_notice IF NOT EXISTS FOR (n:Measure) ON (n.sort)",
    "CREATE INDEX jucuo_by_due IF NOT EXISTS FOR (n:Measure) ON (n.due_sort)",
    "CREATE INDEX jucuo_due IF NOT EXISTS FOR (n:Measure) ON (n.due)",
    *(
        f"CREATE INDEX jucuo_{kind.lower()}_measures IF NOT EXISTS FOR (n:{kind}) ON (n.measures)"
        for kind in Kind
        if kind is not Kind.MEASURE
    ),
    "CREATE INDEX jucuo_shares IF NOT EXISTS FOR ()-[r:SHARES]-() ON (r.count)",
    "CREATE INDEX jucuo_name_node IF NOT EXISTS FOR (n:JucuoName) ON (n.node)",
    "CREATE INDEX jucuo_name IF NOT EXISTS FOR (n:JucuoName) ON (n.name)",
    "CREATE TEXT INDEX jucuo_name_within IF NOT EXISTS FOR (n:JucuoName) ON (n.name)",
    """CREATE FULLTEXT INDEX jucuo_found IF NOT EXISTS FOR (n:JucuoDocument)
    ON EACH [n.own, n.section, n.notice, n.units, n.names]
    OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}""",
    "CALL db.awaitIndexes(300)",
)
FOUND_SCHEMA = "MATCH (j:Jucuo {name: 'schema'}) RETURN j.version"
ANYTHING = "MATCH (n) RETURN n LIMIT 1"
PUT_SCHEMA = "MERGE (j:Jucuo {name: 'schema'}) SET j.version = $version"
LOCK = "MATCH (j:Jucuo {name: 'schema'}) SET j.writes = coalesce(j.writes, 0) + 1 RETURN j.version"
"""One writer at a time: two that load notices of the same departments would otherwise deadlock or miscount."""

# what notices said

FINGERPRINTS = "MATCH (t:JucuoNotice) WHERE t.id IN $ids RETURN t.id, t.fingerprint"
SAID = "MATCH (t:JucuoNotice) WHERE t.id IN $ids RETURN t.id, t.graph, t.text"
PUT_NOTICES = "UNWIND $rows AS row MERGE (t:JucuoNotice {id: row.id}) SET t = row"
OUTDATED = "MATCH (t:JucuoNotice) WHERE coalesce(t.terms, '') <> $made_by RETURN count(t)"
MADE_ANEW = "MATCH (t:JucuoNotice) WHERE t.id IN $ids SET t.terms = $made_by"
DROP_NOTICES = "MATCH (t:JucuoNotice) WHERE t.id IN $ids DETACH DELETE t"
TELLERS = "MATCH (s:JucuoSaid) WHERE s.id IN $keys RETURN s.id, s.teller"
FIRST_SAYING = """UNWIND $keys AS key MATCH (s:JucuoSaid {id: key})<-[:JUCUO_SAYS]-(t:JucuoNotice)
    WHERE NOT t.id IN $apart RETURN s.id, min(t.id)"""
UNSAY = """UNWIND $rows AS row MATCH (t:JucuoNotice {id: row[0]})-[r:JUCUO_SAYS]->(s:JucuoSaid {id: row[1]})
    DELETE r"""
SAY = """UNWIND $rows AS row MATCH (t:JucuoNotice {id: row[0]}) MATCH (s:JucuoSaid {id: row[1]})
    CREATE (t)-[:JUCUO_SAYS]->(s)"""
PUT_TELLERS = "UNWIND $rows AS row MERGE (s:JucuoSaid {id: row[0]}) SET s.teller = row[1]"
DROP_SAID = "MATCH (s:JucuoSaid) WHERE s.id IN $keys DETACH DELETE s"

# the graph

KINDS_OF = "MATCH (n:Entity) WHERE n.id IN $ids RETURN n.id, [l IN labels(n) WHERE l <> 'Entity'][0]"
ADD_NODES: Mapping[Kind, str] = {kind: f"UNWIND $rows AS row CREATE (n:Entity:{kind}) SET n = row" for kind in Kind}
TELL_NODES: Mapping[Kind, str] = {
    kind: f"""UNWIND $rows AS row MATCH (n:{kind} {{id: row.id}}) WITH n, row, n.measures AS measures
    SET n = row SET n.measures = measures"""
    for kind in Kind
}
DROP_NODES = "MATCH (n:Entity) WHERE n.id IN $ids DETACH DELETE n"
DROP_OUTGOING = "MATCH (n:Notice)-[r:ISSUED_BY|CITES]->() WHERE n.id IN $ids DELETE r"
DROP_DOCUMENTS = "MATCH (d:JucuoDocument) WHERE d.id IN $ids DELETE d"
ADD_EDGES: Mapping[Relation, str] = {
    kind: f"""UNWIND $rows AS row MATCH (a:Entity {{id: row[0]}}) MATCH (b:Entity {{id: row[1]}})
    CREATE (a)-[r:{kind}]->(b) SET r = row[2]"""
    for kind in Relation
}
TELL_EDGES: Mapping[Relation, str] = {
    kind: f"""UNWIND $rows AS row MATCH (a:Entity {{id: row[0]}})-[r:{kind}]->(b:Entity {{id: row[1]}})
    SET r = row[2]"""
    for kind in Relation
}
DROP_EDGES: Mapping[Relation, str] = {
    kind: f"""UNWIND $rows AS row MATCH (a:Entity {{id: row[0]}})-[r:{kind}]->(b:Entity {{id: row[1]}})
    DELETE r"""
    for kind in Relation
}
ADD_DOCUMENTS = "UNWIND $rows AS row CREATE (d:JucuoDocument) SET d = row"
DROP_NAMES = "MATCH (w:JucuoName) WHERE w.node IN $ids DELETE w"
ADD_NAMES = "UNWIND $rows AS row CREATE (w:JucuoName {node: row[0], kind: row[1], name: row[2], spelt: row[3]})"

# kept counts

COUNT_MEASURES = """UNWIND $rows AS row MATCH (n:Entity {id: row[0]})
    SET n.measures = coalesce(n.measures, 0) + row[1]"""
SET_MEASURES = "UNWIND $rows AS row MATCH (n:Entity {id: row[0]}) SET n.measures = row[1]"
SHARE = """UNWIND $rows AS row MATCH (a:Department {id: row[0]}) MATCH (b:Department {id: row[1]})
    MERGE (a)-[s:SHARES]->(b) SET s.count = coalesce(s.count, 0) + row[2]"""
DROP_EMPTY_SHARES = """UNWIND $rows AS row
    MATCH (:Department {id: row[0]})-[s:SHARES {count: 0}]->(:Department {id: row[1]}) DELETE s"""
COUNTED_KINDS = "MATCH (n:Notice) WHERE n.measures > 0 AND n.kind <> '' RETURN n.kind, sum(n.measures)"
PARENTS = "UNWIND $ids AS id MATCH (:Region {id: id})-[:PART_OF]->(above:Region) RETURN id, above.id"
WITHIN = "UNWIND $ids AS id MATCH (:Region {id: id})<-[:PART_OF]-(below:Region) RETURN id, below.id"
TOUCHING = "MATCH (m:Measure)-[:TOUCHES]->(r:Region) WHERE r.id IN $ids RETURN count(DISTINCT m)"
