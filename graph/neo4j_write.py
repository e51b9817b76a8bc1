"""What several notices say is put into Neo4j, and what they said before taken out: within one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph import blob, changes, cypher, neo4j_rows, telling
from graph.changes import Counts
from graph.cypher import Run
from graph.door import SHARED_RELATIONS, Admitted
from graph.errors import BadValue
from graph.model import Edge, Kind, Loaded, Node, NoticeGraph, Relation
from graph.search import indexing


def replace(run: Run, batch: Sequence[Admitted]) -> list[Loaded]:
    """Make the graph say of these notices, each given once, exactly this."""
    run(cypher.LOCK)
    packed = {each.graph.id: (each.kept, each.mark) for each in batch}
    marks = dict(run(cypher.FINGERPRINTS, ids=[*packed]))
    changed = {each.graph.id: each.graph for each in batch if marks.get(each.graph.id) != each.mark}
    if changed:
        old = _said(run, [id for id in changed if id in marks])
        renamed = [id for id in old if _renamed_kinds(old[id], changed[id])]
        if renamed:
            _Change(run, {id: old.pop(id) for id in renamed}, {}, {}).run_all()
        _Change(run, old, changed, packed).run_all()
    outcomes = {id: Loaded.REPLACED if id in marks else Loaded.LOADED for id in changed}
    return [outcomes.get(each.graph.id, Loaded.UNCHANGED) for each in batch]


def remove(run: Run, notice: str) -> bool:
    """Take back what that notice said; False when it is not loaded."""
    run(cypher.LOCK)
    old = _said(run, [notice])
    if old:
        _Change(run, old, {}, {}).run_all()
    return bool(old)


def reindex(run: Run, graphs: Iterable[NoticeGraph]) -> int:
    """The terms of these notices anew."""
    graphs = list(graphs)
    rows = [row for graph in graphs for row in neo4j_rows.documents(graph)]
    run(cypher.DROP_DOCUMENTS, ids=[row["id"] for row in rows])
    run(cypher.ADD_DOCUMENTS, rows=rows)
    run(cypher.MADE_ANEW, ids=[graph.id for graph in graphs], made_by=indexing.made_by())
    return len(rows)


class _Change:
    """From what some notices said to what they say now; a notice that is in only one of the two comes or goes."""

    def __init__(
        self,
        run: Run,
        old: Mapping[str, NoticeGraph],
        new: Mapping[str, NoticeGraph],
        packed: Mapping[str, tuple[bytes, str]],
    ) -> None:
        self.old, self.new, self.packed = old, new, packed
        self.before = [changes.counts(graph) for graph in old.values()]
        self.after = [changes.counts(graph) for graph in new.values()]
        # nothing to do is no round trip
        self.run: Run = lambda statement, /, **values: run(statement, **values) if all(values.values()) else []
        self.ids = sorted(old.keys() | new.keys())
        self.parents: dict[str, list[str]] = {}

    def run_all(self) -> None:
        self._refuse_other_kinds()
        before = self._regions(self.before)
        self._take_back()
        self._tell()
        self._put_measures()
        after = self._regions(self.after)
        self._count(before, after)

    def _refuse_other_kinds(self) -> None:
        named = {n.id: n.kind for graph in self.new.values() for n in graph.nodes}
        for id, kind in self.run(cypher.KINDS_OF, ids=[*named]):
            if named[id] != kind:
                raise BadValue(name="id", value=id, expected=f"这个编号已是 {kind}")
        for graph in self.new.values():
            for node in graph.nodes:
                if named[node.id] is not node.kind:
                    raise BadValue(name="id", value=node.id, expected=f"这个编号已是 {named[node.id]}")

    def _take_back(self) -> None:
        measures = [n.id for graph in self.old.values() for n in graph.nodes if n.kind is Kind.MEASURE]
        self.run(cypher.DROP_NODES, ids=measures)
        self.run(cypher.DROP_DOCUMENTS, ids=measures)
        self.run(cypher.DROP_OUTGOING, ids=[*self.old])

    # what several notices may say

    def _tell(self) -> None:
        old = {id: telling.things(self.old.get(id)) for id in self.ids}
        new = {id: telling.things(self.new.get(id)) for id in self.ids}
        keys = sorted({key for said in (old, new) for each in said.values() for key in each})
        tellers = dict(self.run(cypher.TELLERS, keys=keys))
        told = telling.told(
            old, new, tellers, lambda lost: dict(self.run(cypher.FIRST_SAYING, keys=lost, apart=self.ids))
        )
        self._before_moves(told)
        words = self._words(told, new)
        self._drop(told.gone)
        self._put(words, told)
        self._put_sayings(old, new, told)
        self._after_moves(told)

    def _words(self, told: telling.Told, new: Mapping[str, Mapping[str, telling.Thing]]) -> dict[str, telling.Thing]:
        """How each thing is described, by whoever tells it; other notices are read for it."""
        tellers = told.new | told.told
        away = sorted({teller for teller in tellers.values() if teller not in new})
        read = {id: telling.things(graph) for id, graph in _said(self.run, away).items()}
        return {key: (new.get(teller) or read[teller])[key] for key, teller in tellers.items()}

    def _drop(self, gone: Sequence[str]) -> None:
        for kind in SHARED_RELATIONS:
            rows = [key.split("\t")[1:] for key in gone if key.startswith(f"{kind}\t")]
            self.run(cypher.DROP_EDGES[kind], rows=rows)
        nodes = [key for key in gone if "\t" not in key]
        self.run(cypher.DROP_NAMES, ids=nodes)
        self.run(cypher.DROP_NODES, ids=nodes)
        self.run(cypher.DROP_SAID, keys=gone)

    def _put(self, words: Mapping[str, telling.Thing], told: telling.Told) -> None:
        for statements, tellers in ((cypher.ADD_NODES, told.new), (cypher.TELL_NODES, told.told)):
            nodes = [word for key in tellers if isinstance(word := words[key], Node)]
            for kind in Kind:
                self.run(statements[kind], rows=[neo4j_rows.node(node) for node in nodes if node.kind is kind])
            if tellers is told.told:
                self.run(cypher.DROP_NAMES, ids=[node.id for node in nodes])
            self.run(cypher.ADD_NAMES, rows=[row for node in nodes for row in neo4j_rows.names(node)])
        for edge_statements, tellers in ((cypher.ADD_EDGES, told.new), (cypher.TELL_EDGES, told.told)):
            edges = [word for key in tellers if isinstance(word := words[key], Edge)]
            for relation in SHARED_RELATIONS:
                rows = [neo4j_rows.edge(edge, 0) for edge in edges if edge.kind is relation]
                self.run(edge_statements[relation], rows=rows)

    def _put_sayings(
        self, old: Mapping[str, Mapping[str, Any]], new: Mapping[str, Mapping[str, Any]], told: telling.Told
    ) -> None:
        self.run(cypher.UNSAY, rows=[[id, key] for id in self.ids for key in old[id] if key not in new[id]])
        self.run(cypher.PUT_TELLERS, rows=[[key, teller] for key, teller in (told.new | told.told).items()])
        self.run(cypher.PUT_NOTICES, rows=[self._notice(graph) for graph in self.new.values()])
        self.run(cypher.SAY, rows=[[id, key] for id in self.ids for key in new[id] if key not in old[id]])
        self.run(cypher.DROP_NOTICES, ids=[id for id in self.ids if id not in self.new])

    def _notice(self, graph: NoticeGraph) -> dict[str, Any]:
        kept, mark = self.packed[graph.id]
        row = {"id": graph.id, "fingerprint": mark, "graph": kept, "text": graph.text}
        return row | {"warnings": len(graph.warnings), "dated": neo4j_rows.dated(graph), "terms": indexing.made_by()}

    # regions within regions

    def _before_moves(self, told: telling.Told) -> None:
        """What lies above regions that move: its counts hold measures of other notices too, and are taken anew."""
        moved = [key.split("\t")[1:] for key in (*told.gone, *told.new) if key.startswith(f"{Relation.PART_OF}\t")]
        self.moved = [(child, parent) for child, parent in moved if self._touching(child)]
        self.recounted: set[str] = set(self._above({parent for _, parent in self.moved}))

    def _after_moves(self, told: telling.Told) -> None:
        moved = [key.split("\t")[1:] for key in told.new if key.startswith(f"{Relation.PART_OF}\t")]
        self.parents.clear()
        self.recounted |= self._above({parent for child, parent in moved if self._touching(child)})
        self.recounted |= self._above({parent for _, parent in self.moved})

    def _touching(self, region: str) -> int:
        within = closure(lambda ids: self.run(cypher.WITHIN, ids=ids), [region])
        count: int = self.run(cypher.TOUCHING, ids=sorted(within))[0][0]
        return count

    def _regions(self, counts: Sequence[Counts]) -> list[set[str]]:
        """Of each measure the regions it touches, and all they lie in as they lie now."""
        self._above({region for each in counts for regions in each.regions.values() for region in regions})
        return [self._above(regions) for each in counts for regions in each.regions.values()]

    def _above(self, regions: Iterable[str]) -> set[str]:
        """The regions and all they lie in."""
        wanted = set(regions)
        unknown = wanted - self.parents.keys()
        if unknown:
            found: dict[str, list[str]] = {}
            reached = closure(lambda ids: _collected(self.run(cypher.PARENTS, ids=ids), found), unknown)
            self.parents.update({id: found.get(id, []) for id in reached})
        seen, edge = set(wanted), wanted
        while edge:
            edge = {above for id in edge for above in self.parents.get(id, ())} - seen
            seen |= edge
        return seen

    # measures and counts

    def _put_measures(self) -> None:
        graphs = self.new.values()
        rows = [row for graph in graphs for row in neo4j_rows.measures(graph)]
        self.run(cypher.ADD_NODES[Kind.MEASURE], rows=rows)
        by_kind: dict[Relation, list[list[Any]]] = {}
        for graph in graphs:
            for place, edge in enumerate(graph.edges):
                if edge.kind not in SHARED_RELATIONS:
                    by_kind.setdefault(edge.kind, []).append(neo4j_rows.edge(edge, place))
        for kind, edges in by_kind.items():
            self.run(cypher.ADD_EDGES[kind], rows=edges)
        self.run(cypher.ADD_DOCUMENTS, rows=[row for graph in graphs for row in neo4j_rows.documents(graph)])

    def _count(self, before: Iterable[set[str]], after: Iterable[set[str]]) -> None:
        moved: dict[str, int] = {}
        for regions, n in [(each, -1) for each in before] + [(each, 1) for each in after]:
            for region in regions - self.recounted:
                moved[region] = moved.get(region, 0) + n
        shared: dict[tuple[str, str], int] = {}
        for notices, n in ((self.before, -1), (self.after, 1)):
            for counts in notices:
                for id, count in counts.measures.items():
                    moved[id] = moved.get(id, 0) + n * count
                for pair, count in counts.shares.items():
                    shared[pair] = shared.get(pair, 0) + n * count
        self.run(cypher.COUNT_MEASURES, rows=[[id, n] for id, n in moved.items() if n])
        self.run(cypher.SET_MEASURES, rows=[[id, self._touching(id)] for id in sorted(self.recounted)])
        self.run(cypher.SHARE, rows=[[a, b, n] for (a, b), n in shared.items() if n])
        self.run(cypher.DROP_EMPTY_SHARES, rows=[[a, b] for (a, b), n in shared.items() if n < 0])


def closure(step: Any, start: Iterable[str]) -> set[str]:
    """All that is reached from some regions, where `step` gives (from, to)."""
    seen = set(start)
    edge = sorted(seen)
    while edge:
        edge = sorted({to for _, to in step(edge)} - seen)
        seen.update(edge)
    return seen


def _said(run: Run, ids: Sequence[str]) -> dict[str, NoticeGraph]:
    return {id: blob.unpacked(kept, text) for id, kept, text in run(cypher.SAID, ids=ids)} if ids else {}


def _collected(rows: list[list[Any]], found: dict[str, list[str]]) -> list[list[Any]]:
    for id, above in rows:
        found.setdefault(id, []).append(above)
    return rows


def _renamed_kinds(old: NoticeGraph, new: NoticeGraph) -> bool:
    """Whether something is now of another kind: the lexicon has learnt that a project is a theme."""
    kinds = {n.id: n.kind for n in old.nodes}
    return any(kinds.get(n.id, n.kind) is not n.kind for n in new.nodes)
