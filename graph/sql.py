"""The embedded store's tables and statements. Values are always parameters; what is put together is put together from
constants here.

Keys are integers, ids stand once in `node`. Text is compared as UTF-8 bytes, which is the order of code points.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from graph.model import Kind, Relation, Role

APPLICATION = 0x6A756375  # "jucu": what `file` and we know our files by
SCHEMA = 4

# numbers stand in the file: add at the end, or raise SCHEMA
KINDS = {kind: number for number, kind in enumerate(Kind)}
RELATIONS = {kind: number for number, kind in enumerate(Relation)}
ROLES = {role: number for number, role in enumerate(Role)}
KIND_OF = tuple(KINDS)
RELATION_OF = tuple(RELATIONS)

CONTAINS, ASSIGNED_TO, INVOLVES, TOUCHES, ABOUT, PART_OF = (
    RELATIONS[each]
    for each in (
        Relation.CONTAINS, Relation.ASSIGNED_TO, Relation.INVOLVES, Relation.TOUCHES, Relation.ABOUT, Relation.PART_OF
    )
)  # fmt: skip
ALL = 0
"""The theme of pairs counted over all measures (no node has this key)."""


# of each notice what its measures hang on, in their order: key, kind of limit, year, then targets by kind of relation;
# `written` is the change of the file it was written with
_OUTLINE = """CREATE TABLE outline(
    notice INTEGER PRIMARY KEY REFERENCES node(key), written INTEGER NOT NULL, measures TEXT NOT NULL)"""
_HANGING = ", ".join(
    f"json((SELECT json_group_array(DISTINCT target) FROM edge WHERE source = m.key AND kind = {kind}))"
    for kind in (ASSIGNED_TO, INVOLVES, ABOUT, TOUCHES)
)
OUTLINED = f"""SELECT t.key notice, (SELECT coalesce(sum(n), 0) FROM tally WHERE what = 'written') written, (
    SELECT json_group_array(json(line)) FROM (
        SELECT json_array(m.key, m.deadline, CAST(substr(m.due, 1, 4) AS INTEGER), {_HANGING}) line
        FROM measure m WHERE m.notice = t.key ORDER BY m.ordinal)) measures FROM notice t"""

# words of measures: `shown` and `units`, `names` as they are told, the terms only so that the index can forget them
_INDEX = (
    """CREATE TABLE document(
        key INTEGER PRIMARY KEY REFERENCES measure(key), units TEXT NOT NULL, names TEXT NOT NULL)""",
    """CREATE TABLE indexed(
        notice INTEGER PRIMARY KEY REFERENCES node(key), shown TEXT NOT NULL, terms BLOB NOT NULL)""",
    "CREATE VIRTUAL TABLE found USING fts5(own, section, units, names, content='', tokenize='ascii')",
    "CREATE VIRTUAL TABLE found_notice USING fts5(notice, content='', tokenize='ascii')",
    # terms of so many bytes are put in order in memory before they are written: less is to be merged afterwards
    "INSERT INTO found(found, rank) VALUES ('hashsize', 8388608)",
)
_TERMS_KEPT_BY_MEASURE = (
    "DROP TABLE found",
    "ALTER TABLE document RENAME TO old_document",
    *_INDEX,
    """INSERT INTO document SELECT key, json_extract(shown, '$.units'), json_extract(shown, '$.names')
        FROM old_document""",
    """INSERT INTO indexed SELECT m.notice, json_extract(d.shown, '$.notice'), tight(json_array(d.notice, json(
        json_group_array(json_array(d.key, d.own, d.section, d.units, d.names)))))
        FROM old_document d JOIN measure m USING(key) GROUP BY m.notice""",
    """INSERT INTO found(rowid, own, section, units, names) SELECT key, own, section, units, names
        FROM old_document""",
    """INSERT INTO found_notice(rowid, notice) SELECT m.notice, min(d.notice)
        FROM old_document d JOIN measure m USING(key) GROUP BY m.notice""",
    "DROP TABLE old_document",
)

UPGRADES: Mapping[int, Sequence[str]] = {
    1: ("ALTER TABLE notice ADD COLUMN terms TEXT NOT NULL DEFAULT ''",),
    2: (_OUTLINE, f"INSERT INTO outline {OUTLINED}"),
    3: _TERMS_KEPT_BY_MEASURE,
}
"""What makes a file of an older schema one of the next; `tight` is that of `graph.blob`."""


class Rows(Protocol):
    """A connection, as far as statements need it."""

    def execute(self, sql: str, parameters: Any = ..., /) -> Any: ...
    def executemany(self, sql: str, parameters: Any, /) -> Any: ...


CREATE: Sequence[str] = (
    # what is in the graph now; `teller` is the notice whose description is shown, `measures` how many it has
    """CREATE TABLE node(
        key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL, name TEXT NOT NULL,
        props TEXT NOT NULL, teller INTEGER NOT NULL, measures INTEGER NOT NULL DEFAULT 0)""",
    "CREATE INDEX node_by_measures ON node(kind, measures DESC, id) WHERE kind <> 1",
    """CREATE TABLE edge(
        source INTEGER NOT NULL REFERENCES node(key), kind INTEGER NOT NULL,
        target INTEGER NOT NULL REFERENCES node(key), place INTEGER NOT NULL, notice INTEGER NOT NULL,
        role INTEGER, ordinal INTEGER, props TEXT NOT NULL,
        PRIMARY KEY(source, kind, target, place)) WITHOUT ROWID""",
    "CREATE INDEX edge_back ON edge(target, kind, source, role, ordinal)",
    # who says it; `terms` is the fingerprint of what made the search terms of its measures
    """CREATE TABLE notice(
        key INTEGER PRIMARY KEY REFERENCES node(key), id TEXT NOT NULL UNIQUE, dated TEXT NOT NULL,
        fingerprint TEXT NOT NULL, warnings INTEGER NOT NULL, text TEXT NOT NULL, graph BLOB NOT NULL,
        terms TEXT NOT NULL DEFAULT '')""",
    "CREATE INDEX notice_by_date ON notice(dated DESC, id)",
    """CREATE TABLE said(
        node INTEGER NOT NULL REFERENCES node(key), notice INTEGER NOT NULL,
        PRIMARY KEY(node, notice)) WITHOUT ROWID""",
    """CREATE TABLE stated(
        source INTEGER NOT NULL, kind INTEGER NOT NULL, target INTEGER NOT NULL,
        notice INTEGER NOT NULL,
        PRIMARY KEY(source, kind, target, notice)) WITHOUT ROWID""",
    # measures as lists need them; `dated` and `notice_id` are the notice's
    """CREATE TABLE measure(
        key INTEGER PRIMARY KEY REFERENCES node(key), notice INTEGER NOT NULL,
        dated TEXT NOT NULL, notice_id TEXT NOT NULL, ordinal INTEGER NOT NULL,
        deadline TEXT, due TEXT, due_order TEXT NOT NULL, starts INTEGER, ends INTEGER)""",
    "CREATE INDEX measure_in_notice ON measure(notice, ordinal)",
    "CREATE INDEX measure_by_notice ON measure(dated DESC, notice_id, ordinal)",
    "CREATE INDEX measure_by_due ON measure(due_order, dated DESC, notice_id, ordinal, deadline)",
    _OUTLINE,
    # words: names of nodes, terms of measures
    *_INDEX,
    """CREATE TABLE name(
        name TEXT NOT NULL, node INTEGER NOT NULL REFERENCES node(key), spelt INTEGER NOT NULL,
        PRIMARY KEY(name, node, spelt)) WITHOUT ROWID""",
    "CREATE INDEX name_of ON name(node)",
    # kept counts: measures of pairs of departments (`theme` 0: of all), and of departments within a theme
    """CREATE TABLE shares(
        theme INTEGER NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL, a_id TEXT NOT NULL, b_id TEXT NOT NULL,
        n INTEGER NOT NULL, PRIMARY KEY(theme, a, b)) WITHOUT ROWID""",
    "CREATE INDEX shares_back ON shares(theme, b, a)",
    "CREATE INDEX shares_by_count ON shares(theme, n DESC, a_id, b_id)",
    """CREATE TABLE load(
        theme INTEGER NOT NULL, department INTEGER NOT NULL, n INTEGER NOT NULL,
        PRIMARY KEY(theme, department)) WITHOUT ROWID""",
    "CREATE TABLE tally(what TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID",
)

# nodes and who says them
NODES_OF = """SELECT n.id, n.key, n.kind, n.name, n.props, n.teller, t.id
    FROM node n LEFT JOIN node t ON t.key = n.teller WHERE n.id IN (SELECT value FROM json_each(?))"""
NEXT_KEY = "SELECT coalesce(max(key), 0) + 1 FROM node"
ADD_NODE = "INSERT INTO node(key, id, kind, name, props, teller) VALUES (?, ?, ?, ?, ?, ?)"
TELL_NODE = "UPDATE node SET name = ?, props = ?, teller = ? WHERE key = ?"
DROP_NODE = "DELETE FROM node WHERE key = ?"
SAY = "INSERT OR IGNORE INTO said(node, notice) VALUES (?, ?)"
UNSAY = "DELETE FROM said WHERE node = ? AND notice = ?"
FIRST_SAYING = """SELECT s.notice, t.graph, t.text FROM said s JOIN notice t ON t.key = s.notice
    WHERE s.node = ? ORDER BY s.notice <> s.node, t.id LIMIT 1"""
MEASURE_COUNT = "UPDATE node SET measures = measures + ? WHERE key = ?"
SET_MEASURE_COUNT = "UPDATE node SET measures = ? WHERE key = ?"
ADD_NAME = "INSERT OR IGNORE INTO name(name, node, spelt) VALUES (?, ?, ?)"
DROP_NAMES = "DELETE FROM name WHERE node = ?"

# relations
ADD_EDGE = """INSERT INTO edge(source, kind, target, place, notice, role, ordinal, props)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
DROP_EDGES_FROM = "DELETE FROM edge WHERE source = ?"
EDGE_TOLD_BY = """SELECT e.notice, t.id FROM edge e JOIN notice t ON t.key = e.notice
    WHERE e.source = ? AND e.kind = ? AND e.target = ?"""
# the whole key, so that SQLite knows it is one row and makes no table of rows first
TELL_EDGE = "UPDATE edge SET notice = ?, props = ? WHERE source = ? AND kind = ? AND target = ? AND place = 0"
DROP_EDGE = "DELETE FROM edge WHERE source = ? AND kind = ? AND target = ? AND place = 0"
STATE = "INSERT OR IGNORE INTO stated(source, kind, target, notice) VALUES (?, ?, ?, ?)"
UNSTATE = "DELETE FROM stated WHERE source = ? AND kind = ? AND target = ? AND notice = ?"
FIRST_STATING = """SELECT s.notice, t.graph, t.text FROM stated s JOIN notice t ON t.key = s.notice
    WHERE s.source = ? AND s.kind = ? AND s.target = ? ORDER BY t.id LIMIT 1"""

# notices and measures
NOTICE = """SELECT t.key, t.fingerprint, t.graph, t.text FROM notice t WHERE t.id = ?"""
PUT_NOTICE = """INSERT INTO notice(key, id, dated, fingerprint, warnings, text, graph, terms)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT(key) DO UPDATE SET dated = excluded.dated, fingerprint = excluded.fingerprint,
    warnings = excluded.warnings, text = excluded.text, graph = excluded.graph, terms = excluded.terms"""
DROP_NOTICE = "DELETE FROM notice WHERE key = ?"
ADD_MEASURE = """INSERT INTO measure(key, notice, dated, notice_id, ordinal, deadline, due, due_order, starts, ends)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
DROP_MEASURE = "DELETE FROM measure WHERE key = ?"

# what is read into memory
WRITE = "INSERT INTO tally(what, n) VALUES ('written', 1) ON CONFLICT(what) DO UPDATE SET n = n + 1"
WRITTEN = "SELECT n FROM tally WHERE what = 'written'"
OUTLINE = """INSERT INTO outline(notice, written, measures)
    VALUES (?, (SELECT n FROM tally WHERE what = 'written'), ?)"""
DROP_OUTLINE = "DELETE FROM outline WHERE notice = ?"
OUTLINES = "SELECT o.notice, o.written FROM notice t JOIN outline o ON o.notice = t.key ORDER BY t.dated DESC, t.id"
OUTLINES_OF = """SELECT o.notice, o.written, o.measures FROM json_each(?) k
    CROSS JOIN outline o ON o.notice = k.value"""
WRONG_OUTLINES = f"""SELECT t.id FROM notice t JOIN ({OUTLINED}) e ON e.notice = t.key
    LEFT JOIN outline o ON o.notice = t.key WHERE o.measures IS NOT e.measures ORDER BY t.id"""

# terms
OUTDATED = "SELECT count(*) FROM notice WHERE terms <> ?"
MADE_ANEW = "UPDATE notice SET terms = ?"
ADD_DOCUMENT = "INSERT INTO document(key, units, names) VALUES (?, ?, ?)"
DROP_DOCUMENT = "DELETE FROM document WHERE key = ?"
INDEXED = "SELECT terms FROM indexed WHERE notice = ?"
ADD_INDEXED = "INSERT INTO indexed(notice, shown, terms) VALUES (?, ?, ?)"
DROP_INDEXED = "DELETE FROM indexed WHERE notice = ?"
ADD_FOUND = "INSERT INTO found(rowid, own, section, units, names) VALUES (?, ?, ?, ?, ?)"
DROP_FOUND = "INSERT INTO found(found, rowid, own, section, units, names) VALUES ('delete', ?, ?, ?, ?, ?)"
ADD_FOUND_NOTICE = "INSERT INTO found_notice(rowid, notice) VALUES (?, ?)"
DROP_FOUND_NOTICE = "INSERT INTO found_notice(found_notice, rowid, notice) VALUES ('delete', ?, ?)"
DROP_ALL_FOUND = (
    "INSERT INTO found(found) VALUES ('delete-all')",
    "INSERT INTO found_notice(found_notice) VALUES ('delete-all')",
    "DELETE FROM document",
    "DELETE FROM indexed",
)

# kept counts
SHARE = """INSERT INTO shares(theme, a, b, a_id, b_id, n) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT(theme, a, b) DO UPDATE SET n = n + excluded.n"""
DROP_EMPTY_SHARE = "DELETE FROM shares WHERE theme = ? AND a = ? AND b = ? AND n = 0"
LOAD = """INSERT INTO load(theme, department, n) VALUES (?, ?, ?)
    ON CONFLICT(theme, department) DO UPDATE SET n = n + excluded.n"""
DROP_EMPTY_LOAD = "DELETE FROM load WHERE theme = ? AND department = ? AND n = 0"
TALLY = "INSERT INTO tally(what, n) VALUES (?, ?) ON CONFLICT(what) DO UPDATE SET n = n + excluded.n"

# steps from many nodes, along relations and against them
BESIDE = (
    "SELECT e.source, e.target FROM json_each(?) k CROSS JOIN edge e ON e.source = k.value",
    "SELECT e.target, e.source FROM json_each(?) k CROSS JOIN edge e ON e.target = k.value",
)

# kinds of notices
KIND_OF_NOTICE = "json_extract(n.props, '$.kind')"
NOTICES = f"FROM node n WHERE n.kind = {KINDS[Kind.NOTICE]} AND n.kind <> 1 AND n.measures > 0"
KINDS_OF_NOTICES = f"SELECT n.key, {KIND_OF_NOTICE} {NOTICES} AND {KIND_OF_NOTICE} <> ''"
COUNTED_KINDS = f"""SELECT {KIND_OF_NOTICE} of_kind, sum(n.measures) many {NOTICES} AND of_kind <> ''
    GROUP BY of_kind ORDER BY many DESC, of_kind"""
# the +: there are few kinds, so most measures are meant, and are better found in their order than notice by notice
OF_KIND = f"+m.notice IN (SELECT n.key {NOTICES} AND {KIND_OF_NOTICE} {{}})"

# regions within regions
WITHIN = f"""WITH RECURSIVE sub(key) AS (VALUES(?) UNION
    SELECT e.source FROM sub JOIN edge e ON e.target = sub.key AND e.kind = {PART_OF}) SELECT key FROM sub"""
ABOVE = f"""WITH RECURSIVE up(key) AS (VALUES(?) UNION
    SELECT e.target FROM up JOIN edge e ON e.source = up.key AND e.kind = {PART_OF}) SELECT key FROM up"""
TOUCHING = f"""WITH RECURSIVE sub(key) AS (VALUES(?) UNION
    SELECT e.source FROM sub JOIN edge e ON e.target = sub.key AND e.kind = {PART_OF})
    SELECT count(DISTINCT e.source) FROM sub JOIN edge e ON e.target = sub.key AND e.kind = {TOUCHES}"""
REGIONS = f"""SELECT n.key, e.target FROM node n LEFT JOIN edge e ON e.source = n.key AND e.kind = {PART_OF}
    WHERE n.kind = {KINDS[Kind.REGION]}"""
