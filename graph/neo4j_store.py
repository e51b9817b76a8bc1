"""The graph in a Neo4j server or cluster, with the same answers as the embedded store."""

import builtins
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from graph import answers, blob, cypher, naming, neo4j_ask, neo4j_check, neo4j_find, neo4j_pairs, neo4j_write, paging
from graph.asking import ANY, Answer, By, Counted, Facets, Filter, Graph, MeasureItem, Order, Page, Pair, Paths, Stats
from graph.batches import batches
from graph.cypher import Run
from graph.door import Admitted, Prepared, admitted, checked_filter, storable, wanted
from graph.errors import BadValue, Unknown
from graph.model import Kind, Loaded, Node, NoticeGraph
from graph.neo4j_database import Neo4jDatabase
from graph.neo4j_search import Lucene
from graph.search import search, searching  # fmt: skip

T = TypeVar("T")


class Neo4jStore:
    """See `graph.store.Store` for what each verb means."""

    def __init__(self, address: str, user: str, password: str, *, create: bool = True) -> None:
        self._database = Neo4jDatabase(address, user, password, create=create)
        self.address = self._database.address

    def __repr__(self) -> str:
        return f"Neo4jStore({self.address!r})"

    # what is in it

    @staticmethod
    def prepare(notice: NoticeGraph) -> Admitted:
        return admitted(notice)

    def replace(self, notices: Iterable[NoticeGraph | Prepared]) -> Iterator[Loaded]:
        for batch in batches(map(_ready, notices)):
            for distinct in _each_once(batch):
                try:
                    yield from self._database.write(_replacing(distinct))
                except BadValue:
                    # one of them does not fit what is here: those before it are written, and it is named
                    for graph in distinct:
                        yield from self._database.write(_replacing([graph]))

    def remove(self, notice: str) -> None:
        if not self._database.write(lambda run: neo4j_write.remove(run, wanted(notice))):
            raise Unknown(name=notice)

    def notice(self, notice: str) -> NoticeGraph:
        rows = self._database.read(lambda run: run(cypher.SAID, ids=[wanted(notice)]))
        if not rows:
            raise Unknown(name=notice)
        return blob.unpacked(rows[0][1], rows[0][2])

    def notices(self) -> Iterator[NoticeGraph]:
        for (id,) in self._database.read(lambda run: run("MATCH (t:JucuoNotice) RETURN t.id ORDER BY t.id")):
            try:
                yield self.notice(id)
            except Unknown:
                continue  # removed meanwhile

    # finding nodes

    def node(self, id: str) -> Node:
        return self._database.read(lambda run: neo4j_find.one(run, wanted(id)))

    def named(self, text: str) -> tuple[Node, ...]:
        if not storable(text):
            return ()
        return self._database.read(lambda run: neo4j_find.named(run, text, naming.asked(text)))

    def suggest(self, text: str, limit: int = 10, kinds: Collection[Kind] | None = None) -> tuple[Counted, ...]:
        paging.checked(limit)
        name = naming.asked(text) if storable(text) else ""
        if not name:
            return ()
        among = tuple(Kind) if kinds is None else kinds
        return self._database.read(lambda run: neo4j_find.suggested(run, name, among, limit))

    def list(self, kind: Kind, text: str | None = None, limit: int = 50, cursor: str | None = None) -> Page[Counted]:
        if kind is Kind.MEASURE:
            raise BadValue(name="kind", value=kind, expected="举措请用 measures 列出")
        question = "list", kind, text
        offset = paging.start(question, cursor)
        paging.checked(limit)
        if text is not None and not storable(text):
            return Page((), 0)
        name = text and naming.asked(text)
        items, total = self._database.read(lambda run: neo4j_find.listed(run, kind, name, limit, offset))
        return Page(items, total, paging.following(question, offset + limit, total))

    # measures

    def measure(self, id: str) -> MeasureItem:
        found = self._database.read(lambda run: neo4j_ask.items(run, [wanted(id)]))
        if not found:
            raise Unknown(name=id)
        return found[id]

    def measures(
        self, filter: Filter = ANY, order: Order = Order.NOTICE, limit: int = 50, cursor: str | None = None
    ) -> Page[MeasureItem]:
        question = "measures", checked_filter(filter), order
        offset = paging.start(question, cursor)
        paging.checked(limit)

        def ask(run: Run) -> tuple[builtins.list[MeasureItem], int]:
            ids, total = neo4j_ask.listed(run, neo4j_ask.meant(run, filter), order, limit, offset)
            items = neo4j_ask.items(run, ids)
            return [items[id] for id in ids if id in items], total

        found, total = self._database.read(ask)
        return Page(tuple(found), total, paging.following(question, offset + limit, total))

    def numbered(self, labels: Sequence[str], notices: Sequence[str] = (), limit: int = 10) -> tuple[MeasureItem, ...]:
        paging.checked(limit)

        def found(run: Run) -> tuple[MeasureItem, ...]:
            ids = neo4j_find.numbered(run, labels, notices, limit)
            items = neo4j_ask.items(run, ids)
            return tuple(items[id] for id in ids)

        return self._database.read(found)

    def search(self, text: str, filter: Filter = ANY, limit: int = 50, cursor: str | None = None) -> Answer:
        question = "search", text, checked_filter(filter)
        offset = paging.start(question, cursor)
        paging.checked(limit)
        plan = search.plan(text)

        def ask(run: Run) -> Answer:
            index = Lucene(run, neo4j_ask.meant(run, filter))
            found = searching.asked(index, plan)
            following = paging.following(question, offset + limit, found.total)
            return searching.answer(index, found, limit, offset, following)

        return self._database.read(ask)

    def facets(self, filter: Filter = ANY, text: str | None = None, most: int = 20) -> Facets:
        checked_filter(filter)
        paging.checked(most)
        plan = search.plan(text) if text is not None else None

        def ask(run: Run) -> Facets:
            if plan is None and filter == ANY:
                return neo4j_ask.all_facets(run, most)
            meant = neo4j_ask.meant(run, filter)
            if plan is None:
                return neo4j_ask.facets(run, meant.clause(), meant.values, most)
            index = Lucene(run, meant)
            source, values = index.matching(searching.asked(index, plan).plan.clauses)
            return neo4j_ask.facets(run, f"{source} MATCH (m:Measure {{id: d.id}}) WITH m", values, most)

        return self._database.read(ask)

    # who works with whom

    def pairs(self, by: By = By.COUNT, filter: Filter = ANY, limit: int = 50, cursor: str | None = None) -> Page[Pair]:
        question = "pairs", by, checked_filter(filter)
        offset = paging.start(question, cursor)
        paging.checked(limit)

        def ask(run: Run) -> tuple[builtins.list[Pair], int]:
            if filter == ANY:
                return neo4j_pairs.kept_pairs(run, by, limit, offset)
            found = neo4j_pairs.live_pairs(run, neo4j_ask.meant(run, filter), None, by)
            return found.page(offset, limit), len(found.order)

        page, total = self._database.read(ask)
        return Page(tuple(page), total, paging.following(question, offset + limit, total))

    def partners(
        self, department: str, by: By = By.COUNT, filter: Filter = ANY, limit: int = 50, cursor: str | None = None
    ) -> Page[Pair]:
        question = "partners", department, by, checked_filter(filter)
        offset = paging.start(question, cursor)
        paging.checked(limit)

        def ask(run: Run) -> answers.Ranked[str]:
            neo4j_ask.known(run, [(wanted(department), Kind.DEPARTMENT)])
            if filter == ANY:
                return neo4j_pairs.kept_partners(run, department, by)
            return neo4j_pairs.live_pairs(run, neo4j_ask.meant(run, filter), department, by)

        found = self._database.read(ask)
        total = len(found.order)
        return Page(tuple(found.page(offset, limit)), total, paging.following(question, offset + limit, total))

    # the graph around

    def around(self, id: str, depth: int = 1, limit: int = 100, kinds: Collection[Kind] | None = None) -> Graph:
        paging.checked(limit)
        paging.checked(depth, 4, "depth")
        return self._database.read(lambda run: neo4j_find.around(run, wanted(id), depth, limit, kinds))

    def degrees(self, id: str) -> Mapping[Kind, int]:
        return self._database.read(lambda run: neo4j_find.degrees(run, wanted(id)))

    def edges_among(self, ids: Sequence[str]) -> Graph:
        if len(ids) > paging.MOST:
            raise BadValue(name="ids", value=len(ids), expected=f"最多 {paging.MOST} 个")
        return self._database.read(lambda run: neo4j_find.among(run, [id for id in ids if storable(id)]))

    def paths(self, a: str, b: str, longest: int = 6, limit: int = 50, kinds: Collection[Kind] | None = None) -> Paths:
        paging.checked(limit)
        paging.checked(longest, 10, "longest")
        return self._database.read(lambda run: neo4j_find.paths(run, wanted(a), wanted(b), longest, limit, kinds))

    # the store itself

    def stats(self) -> Stats:
        return self._database.read(neo4j_check.stats)

    def check(self) -> tuple[str, ...]:
        return self._database.read(lambda run: tuple(neo4j_check.check(run, self.notices())))

    def reindex(self) -> int:
        return sum(
            self._database.write(lambda run, batch=batch: neo4j_write.reindex(run, batch))  # type: ignore[misc]
            for batch in batches(self.notices())
        )

    def close(self) -> None:
        self._database.close()


def _ready(notice: NoticeGraph | Prepared) -> Admitted:
    if isinstance(notice, NoticeGraph):
        return admitted(notice)
    assert isinstance(notice, Admitted), "another store has prepared it"
    return notice


def _replacing(graphs: Sequence[Admitted]) -> Callable[[Run], builtins.list[Loaded]]:
    return lambda run: neo4j_write.replace(run, graphs)


def _each_once(batch: Sequence[Admitted]) -> Iterator[builtins.list[Admitted]]:
    """Parts of a batch in which no notice stands twice."""
    part: dict[str, Admitted] = {}
    for each in batch:
        if each.graph.id in part:
            yield [*part.values()]
            part = {}
        part[each.graph.id] = each
    yield [*part.values()]
