"""What a notice says is put into the tables, and what it said before is taken out: within one transaction."""

import json
from collections.abc import Iterable, Mapping

from graph import answers, blob, changes, indexing, naming, search, sql
from graph.changes import Counts
from graph.door import SHARED_RELATIONS, Admitted, edge_props, node_props
from graph.errors import BadValue
from graph.model import Edge, Kind, Limit, Loaded, Node, NoticeGraph, Relation, Role
from graph.sql import Rows

Shared = tuple[str, Relation, str]


def replace(db: Rows, admitted: Admitted) -> Loaded:
    """Make the tables say of this notice exactly this."""
    graph, kept, mark = admitted.graph, admitted.kept, admitted.mark
    row = db.execute(sql.NOTICE, (graph.id,)).fetchone()
    if row is not None and row[1] == mark:
        return Loaded.UNCHANGED
    old = blob.unpacked(row[2], row[3]) if row is not None else None
    if old is not None and _renamed_kinds(old, graph):
        _Change(db, graph.id, old, None, None).run()
        old = None
    _Change(db, graph.id, old, graph, (mark, kept)).run()
    return Loaded.LOADED if row is None else Loaded.REPLACED


def remove(db: Rows, notice: str) -> bool:
    """Take back what that notice said; False when it is not loaded."""
    row = db.execute(sql.NOTICE, (notice,)).fetchone()
    if row is None:
        return False
    _Change(db, notice, blob.unpacked(row[2], row[3]), None, None).run()
    return True


def reindex(db: Rows, graph: NoticeGraph) -> int:
    """The terms and names of one notice anew, once the old index is emptied."""
    keys = {id: key for id, key, *_ in db.execute(sql.NODES_OF, (_ids(n.id for n in graph.nodes),))}
    return _index(db, graph, keys)


class _Change:
    """From what a notice said to what it says now; None for nothing."""

    def __init__(
        self, db: Rows, id: str, old: NoticeGraph | None, new: NoticeGraph | None, kept: tuple[str, bytes] | None
    ) -> None:
        self.db, self.id, self.old, self.new, self.kept = db, id, old, new, kept
        self.before, self.after = changes.counts(old), changes.counts(new)
        self.keys: dict[str, int] = {}
        self.above: dict[int, frozenset[int]] = {}
        self.recounted: set[int] = set()

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
        self._count(before, after)
        self._unsay_nodes()

    # nodes

    def _know_nodes(self) -> None:
        """Keys of all nodes named before or now that are there, and whose description they show."""
        named = {n.id: n.kind for graph in (self.old, self.new) if graph for n in graph.nodes}
        self.tellers: dict[str, tuple[int, str | None]] = {}
        self.shown: dict[str, tuple[str, str]] = {}
        for id, key, kind, name, props, teller, teller_id in self.db.execute(sql.NODES_OF, (_ids(named),)):
            if sql.KIND_OF[kind] is not named[id]:
                raise BadValue(name="id", value=id, expected=f"这个编号已是 {sql.KIND_OF[kind]}")
            self.keys[id] = key
            self.tellers[id] = teller, teller_id
            self.shown[id] = name, props

    def _say_nodes(self, new: NoticeGraph) -> None:
        """Nodes not there yet are made; of the others this notice says its own, which may be what is shown."""
        free = self.db.execute(sql.NEXT_KEY).fetchone()[0]
        unknown = [n for n in new.nodes if n.id not in self.keys]
        self.keys.update({node.id: free + i for i, node in enumerate(unknown)})
        me = self.keys[new.id]
        self.db.executemany(sql.ADD_NODE, (_node_row(self.keys[n.id], n, me) for n in unknown))
        self._name(n for n in unknown if n.kind is not Kind.MEASURE)
        for node in new.nodes:
            if node.id in self.tellers and self._decides(node, me):
                self._tell(node, me)

    def _decides(self, node: Node, me: int) -> bool:
        teller, teller_id = self.tellers[node.id]
        if node.id == self.id or teller == me or teller_id is None:
            return True
        # a loaded notice describes itself, others by the smallest id
        return teller != self.keys[node.id] and self.id < teller_id

    def _tell(self, node: Node, teller: int) -> None:
        key, words = self.keys[node.id], (node.name, _json(node_props(node)))
        if words != self.shown[node.id] or teller != self.tellers[node.id][0]:
            self.db.execute(sql.TELL_NODE, (*words, teller, key))
        if words != self.shown[node.id] and node.kind is not Kind.MEASURE:
            self.db.execute(sql.DROP_NAMES, (key,))
            self._name([node])

    def _name(self, nodes: Iterable[Node]) -> None:
        self.db.executemany(sql.ADD_NAME, (row for node in nodes for row in _name_rows(self.keys[node.id], node)))

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
            elif self.tellers[node.id][0] == me:
                told = blob.unpacked(row[1], row[2])
                self._tell(next(n for n in told.nodes if n.id == node.id), row[0])
        self.db.executemany(sql.DROP_NODE, ((self.keys[n.id],) for n in gone if n.kind is Kind.MEASURE))

    # the notice and its measures

    def _put_notice(self, new: NoticeGraph) -> None:
        me = self.keys[new.id]
        mark, kept = self.kept or ("", b"")
        dated = next(n for n in new.nodes if n.id == new.id).props.get("dated") or ""
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
        for statement in (sql.DROP_FOUND, sql.DROP_DOCUMENT, sql.DROP_MEASURE):
            self.db.executemany(statement, keys)
        self.db.executemany(sql.DROP_EDGES_FROM, [*keys, (me,)])
        self.db.execute(sql.DROP_OUTLINE, (me,))

    def _put_measures(self, new: NoticeGraph) -> None:
        me, keys = self.keys[new.id], self.keys
        ordinals = {e.target: e.props["ordinal"] for e in new.edges if e.kind is Relation.CONTAINS}
        rows = []
        for node in new.nodes:
            if node.kind is Kind.MEASURE:
                limit, due, span = (node.props.get(key) for key in ("deadline_kind", "due", "span"))
                starts, ends = span if isinstance(span, list | tuple) and len(span) == 2 else (None, None)
                order = answers.due_order(due, Limit(limit) if limit else None)  # type: ignore[arg-type]
                row = keys[node.id], me, self.dated, new.id, ordinals[node.id], limit, due, order, starts, ends
                rows.append(row)
        self.db.executemany(sql.ADD_MEASURE, rows)
        own = ((place, e) for place, e in enumerate(new.edges) if e.kind not in SHARED_RELATIONS)
        self.db.executemany(sql.ADD_EDGE, (_edge_row(keys, e, place, me) for place, e in own))
        self.db.execute(sql.OUTLINE, (me,))
        _index(self.db, new, keys)

    # relations that several notices may state

    def _change_shared_edges(self) -> None:
        me, before, now = self.keys[self.id], _shared(self.old), _shared(self.new)
        moved: list[tuple[str, str]] = []
        for each in before.keys() - now.keys():
            ends = self._ends(each)
            self.db.execute(sql.UNSTATE, (*ends, me))
            row = self.db.execute(sql.FIRST_STATING, ends).fetchone()
            if row is None:
                moved += [(each[0], each[2])] if each[1] is Relation.PART_OF else []
                self._before_move(each)
                self.db.execute(sql.DROP_EDGE, ends)
                self._tally({each[1]: -1})
            elif self.db.execute(sql.EDGE_TOLD_BY, ends).fetchone()[0] == me:
                told = _shared(blob.unpacked(row[1], row[2]))[each]
                self.db.execute(sql.TELL_EDGE, (row[0], _json(edge_props(told)), *ends))
        for each, edge in now.items():
            ends = self._ends(each)
            row = self.db.execute(sql.EDGE_TOLD_BY, ends).fetchone()
            if row is None:
                moved += [(each[0], each[2])] if each[1] is Relation.PART_OF else []
                self._before_move(each)
                self.db.execute(sql.ADD_EDGE, _edge_row(self.keys, edge, 0, me))
                self._tally({each[1]: 1})
            elif row[0] == me or self.id < row[1]:
                self.db.execute(sql.TELL_EDGE, (me, _json(edge_props(edge)), *ends))
        self.db.executemany(sql.STATE, ((*self._ends(each), me) for each in now))
        if moved:
            self.above.clear()
            for child, parent in moved:
                if self._touching(self.keys[child]):
                    self.recounted |= self._above(self.keys[parent])

    def _before_move(self, each: Shared) -> None:
        """A region moves: what measures of other notices touch in it counts no more, or also, for all above."""
        if each[1] is Relation.PART_OF and self._touching(self.keys[each[0]]):
            self.recounted |= self._above(self.keys[each[2]])
            self.above.clear()

    def _ends(self, each: Shared) -> tuple[int, int, int]:
        return self.keys[each[0]], sql.RELATIONS[each[1]], self.keys[each[2]]

    def _touching(self, region: int) -> int:
        count: int = self.db.execute(sql.TOUCHING, (region,)).fetchone()[0]
        return count

    def _above(self, region: int) -> frozenset[int]:
        if region not in self.above:
            self.above[region] = frozenset(key for (key,) in self.db.execute(sql.ABOVE, (region,)))
        return self.above[region]

    def _regions(self, counts: Counts) -> dict[int, int]:
        """How many measures of the notice touch each region or what lies in it, as regions lie now."""
        found: dict[int, int] = {}
        for regions in counts.regions.values():
            for key in frozenset[int]().union(*(self._above(self.keys[r]) for r in regions)):
                found[key] = found.get(key, 0) + 1
        return found

    # kept counts

    def _count(self, before: Mapping[int, int], after: Mapping[int, int]) -> None:
        old, new = self.before, self.after
        moved = {self.keys[id]: n for id, n in changes.difference(new.measures, old.measures).items()}
        moved.update(changes.difference(after, before))
        for key in self.recounted:
            moved.pop(key, None)
        self.db.executemany(sql.MEASURE_COUNT, ((n, key) for key, n in moved.items()))
        self.db.executemany(sql.SET_MEASURE_COUNT, ((self._touching(key), key) for key in self.recounted))
        rows = [(sql.ALL, a, b, n) for (a, b), n in changes.difference(new.shares, old.shares).items()]
        themed = changes.difference(new.themed_shares, old.themed_shares)
        rows += [(self.keys[theme], a, b, n) for (theme, a, b), n in themed.items()]
        self.db.executemany(sql.SHARE, ((t, self.keys[a], self.keys[b], a, b, n) for t, a, b, n in rows))
        self.db.executemany(sql.DROP_EMPTY_SHARE, ((t, self.keys[a], self.keys[b]) for t, a, b, n in rows if n < 0))
        loads = changes.difference(new.themed, old.themed)
        self.db.executemany(sql.LOAD, ((self.keys[theme], self.keys[id], n) for (theme, id), n in loads.items()))
        empty = ((self.keys[theme], self.keys[id]) for (theme, id), n in loads.items() if n < 0)
        self.db.executemany(sql.DROP_EMPTY_LOAD, empty)
        own = changes.difference(new.relations, old.relations)
        self._tally({kind: n for kind, n in own.items() if kind not in SHARED_RELATIONS})
        self._tally(changes.difference(new.limits, old.limits))
        self._tally(changes.difference(new.years, old.years))

    def _tally(self, moved: Mapping[Relation, int] | Mapping[Limit, int] | Mapping[int, int]) -> None:
        self.db.executemany(sql.TALLY, ((str(what), n) for what, n in moved.items()))


def _index(db: Rows, graph: NoticeGraph, keys: Mapping[str, int]) -> int:
    """The terms of the measures of a notice."""
    documents = search.documents(graph)
    rows = [(keys[id], *(d.terms[f] for f in search.FIELDS), _json(dict(d.shown))) for id, d in documents.items()]
    db.executemany(sql.ADD_DOCUMENT, rows)
    db.executemany(sql.ADD_FOUND, (row[:-1] for row in rows))
    return len(rows)


def _renamed_kinds(old: NoticeGraph, new: NoticeGraph) -> bool:
    """Whether something is now of another kind: the lexicon has learnt that a project is a theme."""
    kinds = {n.id: n.kind for n in old.nodes}
    return any(kinds.get(n.id, n.kind) is not n.kind for n in new.nodes)


def _shared(graph: NoticeGraph | None) -> dict[Shared, Edge]:
    found: dict[Shared, Edge] = {}
    for edge in graph.edges if graph else ():
        if edge.kind in SHARED_RELATIONS:
            found.setdefault((edge.source, edge.kind, edge.target), edge)
    return found


def _node_row(key: int, node: Node, teller: int) -> tuple[object, ...]:
    return key, node.id, sql.KINDS[node.kind], node.name, _json(node_props(node)), teller


def _name_rows(key: int, node: Node) -> Iterable[tuple[str, int, int]]:
    yield from ((name, key, 0) for name in naming.names(node))
    yield from ((name, key, 1) for name in naming.initials(node))


def _edge_row(keys: Mapping[str, int], edge: Edge, place: int, notice: int) -> tuple[object, ...]:
    role = order = None
    if edge.kind is Relation.ASSIGNED_TO:
        role, order = sql.ROLES[Role(str(edge.props.get("role") or Role.RESPONSIBLE))], edge.props.get("order")
    source, target, props = keys[edge.source], keys[edge.target], _json(edge_props(edge))
    return source, sql.RELATIONS[edge.kind], target, place, notice, role, order, props


def _ids(ids: Iterable[str]) -> str:
    return json.dumps(list(ids), ensure_ascii=False)


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
