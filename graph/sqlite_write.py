"""What a notice says is put into the tables, and what it said before is taken out: within one transaction."""

import json
from collections.abc import Iterable, Mapping

from graph import blob, changes, indexing, jsons, sql, sqlite_index, sqlite_rows
from graph.changes import Counts
from graph.door import Admitted, edge_props, node_props
from graph.errors import BadValue
from graph.model import Kind, Loaded, Node, NoticeGraph, Relation
from graph.sql import Rows
from graph.sqlite_batch import Batch, Known
from graph.sqlite_rows import Shared, shared_edges

_MEASURE = sql.KINDS[Kind.MEASURE]


def replace(db: Rows, batch: Iterable[Admitted]) -> list[Loaded]:
    """Make the tables say of these notices exactly this."""
    together = Batch(db)
    outcomes = [_replace(db, each, together) for each in batch]
    together.write()
    return outcomes


def _replace(db: Rows, admitted: Admitted, batch: Batch) -> Loaded:
    graph, kept, mark = admitted.graph, admitted.kept, admitted.mark
    row = db.execute(sql.NOTICE, (graph.id,)).fetchone()
    if row is not None and row[1] == mark:
        return Loaded.UNCHANGED
    old = blob.unpacked(row[2], row[3]) if row is not None else None
    if old is not None and _renamed_kinds(old, graph):
        _Change(db, batch, graph.id, old, None, None).run()
        old = None
    _Change(db, batch, graph.id, old, graph, (mark, kept)).run()
    return Loaded.LOADED if row is None else Loaded.REPLACED


def remove(db: Rows, notice: str) -> bool:
    """Take back what that notice said; False when it is not loaded."""
    row = db.execute(sql.NOTICE, (notice,)).fetchone()
    if row is None:
        return False
    _Change(db, Batch(db), notice, blob.unpacked(row[2], row[3]), None, None).run()
    return True


def reindex(db: Rows, graph: NoticeGraph) -> int:
    """The terms of one notice anew, once the old index is emptied."""
    keys = {id: key for id, key, *_ in db.execute(sql.NODES_OF, (_ids(n.id for n in graph.nodes),))}
    return sqlite_index.put(db, keys[graph.id], sqlite_index.NOTHING, graph, keys)


class _Change:
    """From what a notice said to what it says now; None for nothing."""

    def __init__(
        self,
        db: Rows,
        batch: Batch,
        id: str,
        old: NoticeGraph | None,
        new: NoticeGraph | None,
        kept: tuple[str, bytes] | None,
    ) -> None:
        self.db, self.batch, self.id, self.old, self.new, self.kept = db, batch, id, old, new, kept
        self.before, self.after = changes.counts(old), changes.counts(new)
        self.keys: dict[str, int] = {}
        self.recounted: set[int] = set()
        self.found = sqlite_index.NOTHING

    def run(self) -> None:
        self.db.execute(sql.WRITE)
        self._know_nodes()
        before = self._regions(self.before)
        self._take_back_measures()
        if self.new is not None:
            self._say_nodes(self.new)
            self._put_notice(self.new)
        self._change_shared_edges()
        after = self._regions(self.after)
        if self.new is not None:
            self._put_measures(self.new)
        sqlite_index.put(self.db, self.keys[self.id], self.found, self.new, self.keys)
        self._count(before, after)
        self._unsay_nodes()

    # nodes

    def _know_nodes(self) -> None:
        """All nodes named before or now that are there, and whose description they show."""
        named = {n.id: n.kind for graph in (self.old, self.new) if graph for n in graph.nodes}
        known = self.batch.nodes
        self.nodes = {id: known[id] for id in named if id in known}
        unread = _ids(id for id in named if id not in known)
        self.nodes.update((id, Known(*row)) for id, *row in self.db.execute(sql.NODES_OF, (unread,)))
        for id, node in self.nodes.items():
            if sql.KIND_OF[node.kind] is not named[id]:
                raise BadValue(name="id", value=id, expected=f"这个编号已是 {sql.KIND_OF[node.kind]}")
            self.keys[id] = node.key
            self._remember(id, node)

    def _remember(self, id: str, node: Known) -> None:
        """Others of this transaction name it, too; a measure no other notice can name."""
        if node.kind != _MEASURE:
            self.batch.nodes[id] = node

    def _say_nodes(self, new: NoticeGraph) -> None:
        """Nodes not there yet are made; of the others this notice says its own, which may be what is shown."""
        free = self.db.execute(sql.NEXT_KEY).fetchone()[0]
        unknown = [n for n in new.nodes if n.id not in self.keys]
        self.keys.update({node.id: free + i for i, node in enumerate(unknown)})
        me = self.keys[new.id]
        rows = [*sqlite_rows.nodes(unknown, self.keys, me)]
        self.db.executemany(sql.ADD_NODE, rows)
        for key, id, kind, name, props, _ in rows:
            self._remember(id, Known(key, kind, name, props, me, self.id))
        self._name(n for n in unknown if n.kind is not Kind.MEASURE)
        for node in new.nodes:
            if node.id in self.nodes and self._decides(self.nodes[node.id], node, me):
                self._tell(node, me, self.id)

    def _decides(self, known: Known, node: Node, me: int) -> bool:
        if node.id == self.id or known.teller == me or known.teller_id is None:
            return True
        # a loaded notice describes itself, others by the smallest id
        return known.teller != known.key and self.id < known.teller_id

    def _tell(self, node: Node, teller: int, teller_id: str) -> None:
        known = self.nodes[node.id]
        now = known._replace(name=node.name, props=jsons.one(node_props(node)), teller=teller, teller_id=teller_id)
        if now == known:
            return
        self.db.execute(sql.TELL_NODE, (now.name, now.props, teller, now.key))
        if (now.name, now.props) != (known.name, known.props) and node.kind is not Kind.MEASURE:
            self.db.execute(sql.DROP_NAMES, (now.key,))
            self._name([node])
        self._remember(node.id, now)

    def _name(self, nodes: Iterable[Node]) -> None:
        self.db.executemany(sql.ADD_NAME, sqlite_rows.names(nodes, self.keys))

    def _unsay_nodes(self) -> None:
        """Nodes this notice names no more are shown as another notice describes them, or gone."""
        now = {n.id for n in self.new.nodes} if self.new else set()
        gone = [n for n in self.old.nodes if n.id not in now] if self.old else []
        me = self.keys[self.id]
        shared = [n for n in gone if n.kind is not Kind.MEASURE]
        self.db.executemany(sql.UNSAY, ((self.keys[n.id], me) for n in shared))
        if self.new is None:
            self.db.execute(sql.DROP_NOTICE, (me,))
        for node in shared:
            key = self.keys[node.id]
            row = self.db.execute(sql.FIRST_SAYING, (key,)).fetchone()
            if row is None:
                self.db.execute(sql.DROP_NAMES, (key,))
                self.db.execute(sql.DROP_NODE, (key,))
                self.batch.nodes.pop(node.id, None)
            elif self.nodes[node.id].teller == me:
                told = blob.unpacked(row[1], row[2])
                self._tell(next(n for n in told.nodes if n.id == node.id), row[0], told.id)
        self.db.executemany(sql.DROP_NODE, ((self.keys[n.id],) for n in gone if n.kind is Kind.MEASURE))

    # the notice and its measures

    def _put_notice(self, new: NoticeGraph) -> None:
        me = self.keys[new.id]
        mark, kept = self.kept or ("", b"")
        dated = str(next(n for n in new.nodes if n.id == new.id).props.get("dated") or "")
        self.db.execute(
            sql.PUT_NOTICE, (me, new.id, dated, mark, len(new.warnings), new.text, kept, indexing.made_by())
        )
        self.db.executemany(sql.SAY, ((self.keys[n.id], me) for n in new.nodes if n.kind is not Kind.MEASURE))
        self.dated = dated

    def _take_back_measures(self) -> None:
        if self.old is None:
            return
        me = self.keys[self.id]
        keys = [(self.keys[n.id],) for n in self.old.nodes if n.kind is Kind.MEASURE]
        self.found = sqlite_index.taken(self.db, me)
        self.db.executemany(sql.DROP_MEASURE, keys)
        self.db.executemany(sql.DROP_EDGES_FROM, [*keys, (me,)])
        self.db.execute(sql.DROP_OUTLINE, (me,))

    def _put_measures(self, new: NoticeGraph) -> None:
        me, keys = self.keys[new.id], self.keys
        rows = [*sqlite_rows.measures(new, keys, self.dated)]
        self.db.executemany(sql.ADD_MEASURE, rows)
        self.db.executemany(sql.ADD_EDGE, sqlite_rows.edges(sqlite_rows.own_edges(new), keys, me))
        ids = {keys[node.id]: node.id for node in new.nodes}
        self.db.execute(sql.OUTLINE, (me, sqlite_rows.outline(rows, ids, keys, self.after)))

    # relations that several notices may state

    def _change_shared_edges(self) -> None:
        me, before, now = self.keys[self.id], shared_edges(self.old), shared_edges(self.new)
        moved: list[tuple[str, str]] = []
        for each in before.keys() - now.keys():
            ends = self._ends(each)
            self.db.execute(sql.UNSTATE, (*ends, me))
            row = self.db.execute(sql.FIRST_STATING, ends).fetchone()
            if row is None:
                moved += [(each[0], each[2])] if each[1] is Relation.PART_OF else []
                self._before_move(each)
                self.db.execute(sql.DROP_EDGE, ends)
                self.batch.tallies[each[1]] -= 1
            elif self.db.execute(sql.EDGE_TOLD_BY, ends).fetchone()[0] == me:
                told = shared_edges(blob.unpacked(row[1], row[2]))[each]
                self.db.execute(sql.TELL_EDGE, (row[0], jsons.one(edge_props(told)), *ends))
        told_by = self.batch.told
        if self.old is not None:
            told_by.clear()
        for each, edge in now.items():
            ends = self._ends(each)
            row = told_by.get(ends) or self.db.execute(sql.EDGE_TOLD_BY, ends).fetchone()
            if row is None:
                moved += [(each[0], each[2])] if each[1] is Relation.PART_OF else []
                self._before_move(each)
                self.db.executemany(sql.ADD_EDGE, sqlite_rows.edges([(0, edge)], self.keys, me))
                self.batch.tallies[each[1]] += 1
            elif row[0] == me or self.id < row[1]:
                self.db.execute(sql.TELL_EDGE, (me, jsons.one(edge_props(edge)), *ends))
            told_by[ends] = (me, self.id) if row is None or self.id < row[1] else row
        self.db.executemany(sql.STATE, ((*self._ends(each), me) for each in now))
        if moved:
            self.batch.above.clear()
            for child, parent in moved:
                if self._touching(self.keys[child]):
                    self.recounted |= self._above(self.keys[parent])

    def _before_move(self, each: Shared) -> None:
        """A region moves: what measures of other notices touch in it counts no more, or also, for all above."""
        if each[1] is Relation.PART_OF and self._touching(self.keys[each[0]]):
            self.recounted |= self._above(self.keys[each[2]])
            self.batch.above.clear()

    def _ends(self, each: Shared) -> tuple[int, int, int]:
        return self.keys[each[0]], sql.RELATIONS[each[1]], self.keys[each[2]]

    def _touching(self, region: int) -> int:
        count: int = self.db.execute(sql.TOUCHING, (region,)).fetchone()[0]
        return count

    def _above(self, region: int) -> frozenset[int]:
        if region not in self.batch.above:
            self.batch.above[region] = frozenset(key for (key,) in self.db.execute(sql.ABOVE, (region,)))
        return self.batch.above[region]

    def _regions(self, counts: Counts) -> dict[int, int]:
        """How many measures of the notice touch each region or what lies in it, as regions lie now."""
        found: dict[int, int] = {}
        for regions in counts.regions.values():
            for key in frozenset[int]().union(*(self._above(self.keys[r]) for r in regions)):
                found[key] = found.get(key, 0) + 1
        return found

    # kept counts

    def _count(self, before: Mapping[int, int], after: Mapping[int, int]) -> None:
        self.batch.add(self.before, self.after, self.keys)
        for key, n in changes.difference(after, before).items():
            self.batch.measures[key] += n
        for key in self.recounted:
            self.batch.measures.pop(key, None)
        self.db.executemany(sql.SET_MEASURE_COUNT, ((self._touching(key), key) for key in self.recounted))
        if self.old is not None:
            # nodes may go now, and their keys be given to others
            self.batch.write()


def _renamed_kinds(old: NoticeGraph, new: NoticeGraph) -> bool:
    """Whether something is now of another kind: the lexicon has learnt that a project is a theme."""
    kinds = {n.id: n.kind for n in old.nodes}
    return any(kinds.get(n.id, n.kind) is not n.kind for n in new.nodes)


def _ids(ids: Iterable[str]) -> str:
    return json.dumps(list(ids), ensure_ascii=False)
