"""The graph in one SQLite file: many readers beside one writer, safe against a process that is killed."""

import builtins
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from graph import answers, blob, naming, paging, sql, sqlite_ask, sqlite_check, sqlite_count, sqlite_find, sqlite_write
from graph.asking import ANY, Answer, By, Counted, Facets, Filter, Graph, MeasureItem, Order, Page, Pair, Paths, Stats
from graph.batches import batches
from graph.door import Admitted, Prepared, admitted, checked_filter, storable, wanted
from graph.errors import BadValue, Unknown
from graph.garbage import uncollected
from graph.model import Kind, Loaded, Node, NoticeGraph
from graph.search import indexing, search, searching
from graph.sqlite_file import SqliteFile
from graph.sqlite_memory import Memory
from graph.sqlite_rows import Said, said
from graph.sqlite_search import Fts5

BATCH = 256
"""Notices a transaction at most; their terms are merged into the index at once."""
SECONDS = 2.0
"""Or as many as come in that time."""


class SqliteStore:
    """See `graph.store.Store` for what each verb means."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self.path, self.address = path, str(path)
        self._memory = Memory()
        self._file = SqliteFile(path, create=create)

    # what is in it

    @staticmethod
    def prepare(notice: NoticeGraph) -> Said:
        with uncollected():
            return said(admitted(notice))

    def replace(self, notices: Iterable[NoticeGraph | Prepared]) -> Iterator[Loaded]:
        for batch in batches(map(_ready, notices), BATCH, SECONDS):
            try:
                yield from self._written(batch)
            except BadValue:
                # one of them does not fit what is here: those before it are written, and it is named
                for each in batch:
                    yield from self._written([each])

    def _written(self, batch: Iterable[Said | Admitted]) -> builtins.list[Loaded]:
        with self._file.writing() as db, uncollected():
            return sqlite_write.replace(db, batch)

    def remove(self, notice: str) -> None:
        with self._file.writing() as db:
            if not sqlite_write.remove(db, wanted(notice)):
                raise Unknown(name=notice)

    def notice(self, notice: str) -> NoticeGraph:
        with self._file.reading() as db:
            row = db.execute(sql.NOTICE, (wanted(notice),)).fetchone()
        if row is None:
            raise Unknown(name=notice)
        return blob.unpacked(row[2], row[3])

    def notices(self) -> Iterator[NoticeGraph]:
        with self._file.reading() as db:
            ids = [id for (id,) in db.execute("SELECT id FROM notice ORDER BY id")]
        for id in ids:
            try:
                yield self.notice(id)
            except Unknown:
                continue  # removed meanwhile

    # finding nodes

    def node(self, id: str) -> Node:
        with self._file.reading() as db:
            return sqlite_find.one(db, wanted(id))

    def named(self, text: str) -> tuple[Node, ...]:
        if not storable(text):
            return ()
        with self._file.reading() as db:
            return sqlite_find.named(db, text, naming.asked(text))

    def suggest(self, text: str, limit: int = 10, kinds: Collection[Kind] | None = None) -> tuple[Counted, ...]:
        paging.checked(limit)
        name = naming.asked(text) if storable(text) else ""
        if not name:
            return ()
        with self._file.reading() as db:
            return sqlite_find.suggested(db, name, tuple(Kind) if kinds is None else kinds, limit)

    def list(self, kind: Kind, text: str | None = None, limit: int = 50, cursor: str | None = None) -> Page[Counted]:
        if kind is Kind.MEASURE:
            raise BadValue(name="kind", value=kind, expected="举措请用 measures 列出")
        question = "list", kind, text
        offset = paging.start(question, cursor)
        paging.checked(limit)
        if text is not None and not storable(text):
            return Page((), 0)
        with self._file.reading() as db:
            items, total = sqlite_find.listed(db, kind, text and naming.asked(text), limit, offset)
        return Page(items, total, paging.following(question, offset + limit, total))

    # measures

    def measure(self, id: str) -> MeasureItem:
        with self._file.reading() as db:
            key = sqlite_ask.key(db, wanted(id), Kind.MEASURE)
            return sqlite_ask.items(db, [key])[key]

    def measures(
        self, filter: Filter = ANY, order: Order = Order.NOTICE, limit: int = 50, cursor: str | None = None
    ) -> Page[MeasureItem]:
        question = "measures", checked_filter(filter), order
        offset = paging.start(question, cursor)
        paging.checked(limit)
        with self._file.reading() as db:
            keys, total = sqlite_ask.listed(db, sqlite_ask.where(db, filter), order, limit, offset)
            items = sqlite_ask.items(db, keys)
        return Page(tuple(items[key] for key in keys), total, paging.following(question, offset + limit, total))

    def numbered(self, labels: Sequence[str], notices: Sequence[str] = (), limit: int = 10) -> tuple[MeasureItem, ...]:
        paging.checked(limit)
        with self._file.reading() as db:
            keys = sqlite_find.numbered(db, labels, notices, limit)
            items = sqlite_ask.items(db, keys)
        return tuple(items[key] for key in keys)

    def search(self, text: str, filter: Filter = ANY, limit: int = 50, cursor: str | None = None) -> Answer:
        question = "search", text, checked_filter(filter)
        offset = paging.start(question, cursor)
        paging.checked(limit)
        plan = search.plan(text)
        with self._file.reading() as db:
            index = self._index(db, filter)
            found = searching.asked(index, plan)
            following = paging.following(question, offset + limit, found.total)
            return searching.answer(index, found, limit, offset, following)

    def facets(self, filter: Filter = ANY, text: str | None = None, most: int = 20) -> Facets:
        checked_filter(filter)
        paging.checked(most)
        plan = search.plan(text) if text is not None else None
        with self._file.reading() as db:
            if plan is None and filter == ANY:
                return sqlite_count.all_facets(db, self._memory.kinds(db), most)
            index = self._index(db, filter)
            found = index.meant if plan is None else index.holding(searching.asked(index, plan).plan.clauses)
            return sqlite_count.facets(db, index.columns, found, most)

    def _index(self, db: sql.Rows, filter: Filter) -> Fts5:
        moment = self._memory.at(db)
        return Fts5(db, moment, sqlite_ask.meant(db, moment.columns, sqlite_ask.where(db, filter)))

    # who works with whom

    def pairs(self, by: By = By.COUNT, filter: Filter = ANY, limit: int = 50, cursor: str | None = None) -> Page[Pair]:
        question = "pairs", by, checked_filter(filter)
        offset = paging.start(question, cursor)
        paging.checked(limit)
        with self._file.reading() as db:
            theme = _kept_theme(db, filter)
            if theme is not None:
                page, total = sqlite_count.kept_pairs(db, theme, by, limit, offset)
            else:
                found = self._live_pairs(db, filter, None, by)
                page, total = found.page(offset, limit), len(found.order)
        return Page(tuple(page), total, paging.following(question, offset + limit, total))

    def partners(
        self, department: str, by: By = By.COUNT, filter: Filter = ANY, limit: int = 50, cursor: str | None = None
    ) -> Page[Pair]:
        question = "partners", department, by, checked_filter(filter)
        offset = paging.start(question, cursor)
        paging.checked(limit)
        with self._file.reading() as db:
            key, theme = sqlite_ask.key(db, wanted(department), Kind.DEPARTMENT), _kept_theme(db, filter)
            if theme is not None:
                page, total = sqlite_count.kept_pairs(db, theme, by, limit, offset, key)
            else:
                found = self._live_pairs(db, filter, key, by)
                page, total = found.page(offset, limit), len(found.order)
        return Page(tuple(page), total, paging.following(question, offset + limit, total))

    def _live_pairs(self, db: sql.Rows, filter: Filter, only: int | None, by: By) -> answers.Ranked[int]:
        index = self._index(db, filter)
        return index.columns.last(
            ("pairs", filter, only, by),
            lambda: sqlite_count.live_pairs(db, index.columns, index.meant, only, by),
        )

    # the graph around

    def around(self, id: str, depth: int = 1, limit: int = 100, kinds: Collection[Kind] | None = None) -> Graph:
        paging.checked(limit)
        paging.checked(depth, 4, "depth")
        with self._file.reading() as db:
            return sqlite_find.around(db, self._memory.at(db).steps, wanted(id), depth, limit, kinds)

    def degrees(self, id: str) -> Mapping[Kind, int]:
        with self._file.reading() as db:
            return sqlite_find.degrees(db, wanted(id))

    def edges_among(self, ids: Sequence[str]) -> Graph:
        if len(ids) > paging.MOST:
            raise BadValue(name="ids", value=len(ids), expected=f"最多 {paging.MOST} 个")
        with self._file.reading() as db:
            return sqlite_find.among(db, [id for id in ids if storable(id)])

    def paths(self, a: str, b: str, longest: int = 6, limit: int = 50, kinds: Collection[Kind] | None = None) -> Paths:
        paging.checked(limit)
        paging.checked(longest, 10, "longest")
        with self._file.reading() as db:
            return sqlite_find.paths(db, self._memory.at(db).steps, wanted(a), wanted(b), longest, limit, kinds)

    # the store itself

    def stats(self) -> Stats:
        with self._file.reading() as db:
            return sqlite_check.stats(db)

    def check(self) -> tuple[str, ...]:
        with self._file.reading() as db:
            return tuple(sqlite_check.check(db))

    def reindex(self) -> int:
        with self._file.writing() as db:
            db.execute(sql.WRITE)
            for statement in sql.DROP_ALL_FOUND:
                db.execute(statement)
            db.execute(sql.MADE_ANEW, (indexing.made_by(),))
            ids = [id for (id,) in db.execute("SELECT id FROM notice")]
            return sum(
                sqlite_write.reindex(db, blob.unpacked(*db.execute(sql.NOTICE, (id,)).fetchone()[2:])) for id in ids
            )

    def close(self) -> None:
        self._file.close()


def _kept_theme(db: sql.Rows, filter: Filter) -> int | None:
    """The theme whose pairs are kept counted, if the filter says no more than that."""
    if filter == ANY:
        return sql.ALL
    if len(filter.themes) == 1 and filter == Filter(themes=filter.themes):
        return sqlite_ask.key(db, filter.themes[0], Kind.THEME)
    return None


def _ready(notice: NoticeGraph | Prepared) -> Said | Admitted:
    """What is prepared as it is; of the rest the rows are made once it is known to be new, one after the other."""
    if isinstance(notice, NoticeGraph):
        return admitted(notice)
    assert isinstance(notice, Said | Admitted), "another store has prepared it"
    return notice
