"""What is in the embedded store, and whether it is sound."""

from collections.abc import Iterator

from graph import sql
from graph.model import Kind, Limit, Relation, Stats
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
    for (line,) in db.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"数据库文件已损坏：{line}。"
