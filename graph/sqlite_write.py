"""What a notice says is put into the tables, and what it said before is taken out: within one transaction."""

import json
from collections.abc import Iterable, Mapping

from graph import blob, changes, jsons, sql, sqlite_index, sqlite_rows
from graph.changes import Counts
from graph.door import Admitted, edge_props
from graph.errors import BadValue
from graph.model import Kind, Loaded, Node, NoticeGraph, Relation
from graph.sql import Rows
from graph.sqlite_batch import Batch, Known
from graph.sqlite_rows import Said, Shared, said, shared_edges

_MEASURE = sql.KINDS[Kind.MEASURE]


def replace(db: Rows, batch: Iterable[Said | Admitted]) -> list[Loaded]:
    """Make the tables say of these notices exactly this."""
    together = Batch(db)
    outcomes = [_replace(db, each, together) for each in batch]
    together.write()
    return outcomes


def _replace(db: Rows, given: Said | Admitted, batch: Batch) -> Loaded:
    row = db.execute(sql.NOTICE, (given.id,)).fetchone()
    if row is not None and row[1] == given.mark:
        return Loaded.UNCHANGED
    new = said(given) if isinstance(given, Admitted) else given
    old = blob.unpacked(row[2], row[3]) if row is not None else None
    if old is not None and _renamed_kinds(old, new):
        _Change(db, batch, new.id, old, None).run()
        old = None
    _Change(db, batch, new.id, old, new).run()
    return Loaded.LOADED if row is None else Loaded.REPLACED


def remove(db: Rows, notice: str) -> bool:
    """Take back what that notice said; False when it is not loaded."""
    row = db.execute(sql.NOTICE, (notice,)).fetchone()
    if row is None:
        return False
    _Change(db, Batch(db), notice, blob.unpacked(row[2], row[3]), None).run()
    return True


def reindex(db: Rows, graph: NoticeGraph) -> int:
    """The terms of one notice anew, once the old index is emptied; how many measures it has."""
    keys = {id: key for id, key, *_ in db.execute(sql.NODES_OF, (_ids(n.id for n in graph.nodes),))}
    found = sqlite_index.findable(graph)
    sqlite_index.put(db, keys[graph.id], sqlite_index.NOTHING, found, keys)
    return len(found.measures) if found else 0


class _Change:
    """From what a notice said to what it says now; None for nothing."""

    def __init__(self, db: Rows, batch: Batch, id: str, old: NoticeGraph | None, new: Said | None) -> None:
        self.db, self.batch, self.id, self.old, self.new = db, batch, id, old, new
        self.before, self.after = changes.counts(old), new.counts if new else Counts()
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
        found = self.new.found if self.new else None
        sqlite_index.put(self.db, self.keys[self.id], self.found, found, self.keys)
        self._count(before, after)
        self._unsay_nodes()

    # nodes

    def _know_nodes(self) -> None:
        """All nodes named before or now that are there, and whose description they show."""
        named = {n.id: sql.KINDS[n.kind] for n in self.old.nodes} if self.old else {}
        named |= {id: kind for id, kind, _, _ in self.new.nodes} if self.new else {}
        known = self.batch.nodes
        self.nodes = {id: known[id] for id in named if id in known}
        unread = _ids(id for id in named if id not in known)
        self.nodes.update((id, Known(*row)) for id, *row in self.db.execute(sql.NODES_OF, (unread,)))
        for id, node in self.nodes.items():
            if node.kind != named[id]:
                raise BadValue(name="id", value=id, expected=f"这个编号已是 {sql.KIND_OF[node.kind]}")
            self.keys[id] = node.key
            self._remember(id, node)

    def _remember(self, id: str, node: Known) -> None:
        """Others of this transaction name it, too; a measure no other notice can name."""
        if node.kind != _MEASURE:
            self.batch.nodes[id] = node

    def _say_nodes(self, new: Said) -> None:
        """Nodes not there yet are made; of the others this notice says its own, which may be what is shown."""
        free = self.db.execute(sql.NEXT_KEY).fetchone()[0]
        unknown = [node for node in new.nodes if node[0] not in self.keys]
        self.keys.update({id: free + i for i, (id, *_) in enumerate(unknown)})
        me = self.keys[new.id]
        made = [(id, Known(self.keys[id], kind, name, props, me, self.id)) for id, kind, name, props in unknown]
        self.db.executemany(sql.ADD_NODE, [(n.key, id, n.kind, n.name, n.props, me) for id, n in made])
        for id, node in made:
            self._remember(id, node)
        self._name(made)
        for id, _, name, props in new.nodes:
            if id in self.nodes and self._decides(id, self.nodes[id], me):
                self._tell(id, name, props, me, self.id)
        self.places = [self.keys[id] for id, *_ in new.nodes]

    def _decides(self, id: str, known: Known, me: int) -> bool:
        if id == self.id or known.teller == me or known.teller_id is None:
            return True
        # a loaded notice describes itself, others by the smallest id
        return known.teller != known.key and self.id < known.teller_id

    def _tell(self, id: str, name: str, props: str, teller: int, teller_id: str) -> None:
        known = self.nodes[id]
        now = known._replace(name=name, props=props, teller=teller, teller_id=teller_id)
        if now == known:
            return
        self.db.execute(sql.TELL_NODE, (name, props, teller, now.key))
        if (name, props) != (known.name, known.props):
            if now.kind != _MEASURE:
                self.db.execute(sql.DROP_NAMES, (now.key,))
            self._name([(id, now)])
        self._remember(id, now)

    def _name(self, nodes: Iterable[tuple[str, Known]]) -> None:
        """By what nodes are called, they are found; measures by what they say."""
        named = [
            (node.key, Node(id, sql.KIND_OF[node.kind], node.name, jsons.read(node.props)))
            for id, node in nodes
            if node.kind != _MEASURE
        ]
        self.db.executemany(sql.ADD_NAME, sqlite_rows.names(named))

    def _unsay_nodes(self) -> None:
        """Nodes this notice names no more are shown as another notice describes them, or gone."""
        now = {id for id, *_ in self.new.nodes} if self.new else set()
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
                said = next(n for n in told.nodes if n.id == node.id)
                self._tell(node.id, said.name, sqlite_rows.props(said), row[0], told.id)
        self.db.executemany(sql.DROP_NODE, ((self.keys[n.id],) for n in gone if n.kind is Kind.MEASURE))

    # the notice and its measures

    def _put_notice(self, new: Said) -> None:
        me = self.keys[new.id]
        self.db.execute(sql.PUT_NOTICE, (me, new.id, new.dated, new.mark, new.warnings, new.text, new.kept, new.terms))
        said = ((self.keys[id], me) for id, kind, _, _ in new.nodes if kind != _MEASURE)
        self.db.executemany(sql.SAY, said)

    def _take_back_measures(self) -> None:
        if self.old is None:
            return
        me = self.keys[self.id]
        keys = [(self.keys[n.id],) for n in self.old.nodes if n.kind is Kind.MEASURE]
        self.found = sqlite_index.taken(self.db, me)
        self.db.executemany(sql.DROP_MEASURE, keys)
        self.db.executemany(sql.DROP_EDGES_FROM, [*keys, (me,)])
        self.db.execute(sql.DROP_OUTLINE, (me,))

    def _put_measures(self, new: Said) -> None:
        me, places = self.keys[new.id], self.places
        self.db.executemany(sql.ADD_MEASURE, [sqlite_rows.measure(row, places, me, new) for row in new.measures])
        self.db.executemany(sql.ADD_EDGE, [sqlite_rows.edge(row, places, me) for row in new.edges])
        self.db.execute(sql.OUTLINE, (me, sqlite_rows.outline(new, places)))

    # relations that several notices may state

    def _change_shared_edges(self) -> None:
        me, before, now = self.keys[self.id], shared_edges(self.old), self.new.shared if self.new else {}
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
        for each, props in now.items():
            ends = self._ends(each)
            row = told_by.get(ends) or self.db.execute(sql.EDGE_TOLD_BY, ends).fetchone()
            if row is None:
                moved += [(each[0], each[2])] if each[1] is Relation.PART_OF else []
                self._before_move(each)
                self.db.execute(sql.ADD_EDGE, (*ends, 0, me, None, None, props))
                self.batch.tallies[each[1]] += 1
            elif row[0] == me or self.id < row[1]:
                self.db.execute(sql.TELL_EDGE, (me, props, *ends))
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


def _renamed_kinds(old: NoticeGraph, new: Said) -> bool:
    """Whether something is now of another kind: the lexicon has learnt that a project is a theme."""
    kinds = {n.id: sql.KINDS[n.kind] for n in old.nodes}
    return any(kinds.get(id, kind) != kind for id, kind, _, _ in new.nodes)


def _ids(ids: Iterable[str]) -> str:
    return json.dumps(list(ids), ensure_ascii=False)
