"""What is in the embedded store, and whether it is sound."""

from collections import Counter
from collections.abc import Iterator

from graph import blob, recount, sql
from graph.asking import Stats
from graph.model import Kind, Limit, NoticeGraph, Relation
from graph.recount import Held
from graph.search import indexing
from graph.sql import Rows


def stats(db: Rows) -> Stats:
    kinds = dict(db.execute("SELECT kind, count(*) FROM node WHERE kind <> 1 GROUP BY kind"))
    counts = {kind: kinds.get(number, 0) for kind, number in sql.KINDS.items()}
    loaded, warnings = db.execute("SELECT count(*), coalesce(sum(warnings), 0) FROM notice").fetchone()
    counts[Kind.MEASURE] = db.execute("SELECT count(*) FROM measure").fetchone()[0]
    cited, counts[Kind.NOTICE] = counts[Kind.NOTICE] - loaded, loaded
    kept = dict(db.execute("SELECT what, n FROM tally"))
    return Stats(
        nodes=counts,
        relations={kind: kept.get(str(kind), 0) for kind in Relation},
        deadlines={str(limit): kept[str(limit)] for limit in Limit if kept.get(str(limit))},
        pairs=db.execute("SELECT count(*) FROM shares WHERE theme = 0").fetchone()[0],
        cited=cited,
        warnings=warnings,
        store="SQLite",
        schema=sql.SCHEMA,
    )


def check(db: Rows) -> Iterator[str]:
    """What is wrong with the file, then with what it holds."""
    damage = [line for (line,) in db.execute("PRAGMA integrity_check") if line != "ok"]
    if damage:
        yield from (f"数据库文件已损坏：{line}。" for line in damage)
        return
    for table, _, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield f"表 {table} 里有指向 {parent} 的空引用。"
    yield from _blobs(db)
    yield from recount.wrong(recount.expected(graph for graph, _, _ in _notices(db)), _held(db))
    yield from recount.outdated(db.execute(sql.OUTDATED, (indexing.made_by(),)).fetchone()[0])
    yield from (f"公文“{id}”的举措概要不对。" for (id,) in db.execute(sql.WRONG_OUTLINES))
    kept = dict(db.execute("SELECT what, n FROM tally WHERE n <> 0 AND what <> 'written'"))
    counted: dict[str, int] = {
        str(sql.RELATION_OF[kind]): n for kind, n in db.execute("SELECT kind, count(*) FROM edge GROUP BY kind")
    }
    counted.update(
        db.execute("SELECT deadline, count(*) FROM measure WHERE deadline IS NOT NULL GROUP BY deadline").fetchall()
    )
    years = "SELECT substr(due, 1, 4), count(*) FROM measure WHERE due IS NOT NULL GROUP BY 1"
    counted.update((str(int(year)), n) for year, n in db.execute(years))
    for what in sorted(kept.keys() | counted.keys()):
        if kept.get(what) != counted.get(what):
            yield f"{what} 应有 {counted.get(what, 0)}，记为 {kept.get(what, 0)}。"


def _notices(db: Rows) -> Iterator[tuple[NoticeGraph, str, str]]:
    for id, kept, text, mark in db.execute("SELECT id, graph, text, fingerprint FROM notice ORDER BY id"):
        yield blob.unpacked(kept, text), id, mark


def _blobs(db: Rows) -> Iterator[str]:
    for graph, id, mark in _notices(db):
        if graph.id != id or blob.packed(graph)[1] != mark:
            yield f"公文“{id}”的原样记录与指纹不符。"


def _held(db: Rows) -> Held:
    held = Held()
    for id, kind, measures in db.execute("SELECT id, kind, measures FROM node"):
        held.nodes[id] = sql.KIND_OF[kind]
        if measures:
            held.measures[id] = measures
    held.relations = Counter(
        {sql.RELATION_OF[kind]: n for kind, n in db.execute("SELECT kind, count(*) FROM edge GROUP BY kind")}
    )
    held.shares = {(a, b): n for a, b, n in db.execute("SELECT a_id, b_id, n FROM shares WHERE theme = 0")}
    held.indexed = {
        id
        for (id,) in db.execute(
            """SELECT n.id FROM found_docsize f JOIN node n ON n.key = f.id JOIN document d USING(key)
            JOIN measure m USING(key) JOIN indexed x ON x.notice = m.notice JOIN found_notice_docsize t
            ON t.id = m.notice"""
        )
    }
    return held
