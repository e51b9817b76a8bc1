"""What a store should hold, counted anew from what its notices said, to be held against what it holds."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from graph import changes
from graph.door import SHARED_RELATIONS
from graph.model import Kind, NoticeGraph, Relation

T = TypeVar("T")


@dataclass(slots=True)
class Held:
    """A store's nodes with their kind, relations by kind, measures a node, shares a pair, and measures with terms."""

    nodes: dict[str, Kind] = field(default_factory=dict)
    relations: Counter[Relation] = field(default_factory=Counter)
    measures: dict[str, int] = field(default_factory=dict)
    shares: dict[tuple[str, str], int] = field(default_factory=dict)
    indexed: set[str] = field(default_factory=set)


def expected(notices: Iterable[NoticeGraph]) -> Held:
    """What follows from all notices."""
    held = Held()
    shared: set[tuple[Relation, str, str]] = set()
    measures, shares = Counter[str](), Counter[tuple[str, str]]()
    touching: dict[str, set[str]] = {}
    for graph in notices:
        held.nodes.update({node.id: node.kind for node in graph.nodes})
        shared.update((e.kind, e.source, e.target) for e in graph.edges if e.kind in SHARED_RELATIONS)
        held.relations.update(e.kind for e in graph.edges if e.kind not in SHARED_RELATIONS)
        held.indexed.update(node.id for node in graph.nodes if node.kind is Kind.MEASURE)
        counts = changes.counts(graph)
        measures.update(counts.measures)
        shares.update(counts.shares)
        for measure, regions in counts.regions.items():
            for region in regions:
                touching.setdefault(region, set()).add(measure)
    held.relations.update(kind for kind, _, _ in shared)
    parents: dict[str, set[str]] = {}
    for kind, below, above in shared:
        if kind is Relation.PART_OF:
            parents.setdefault(below, set()).add(above)
    measures.update({region: len(found) for region, found in spread(touching, parents).items()})
    held.measures = {id: n for id, n in measures.items() if n}
    held.shares = dict(shares)
    return held


def spread(touching: Mapping[str, set[str]], parents: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """The measures of each region and of all that lies in it."""
    found: dict[str, set[str]] = {}
    for region, measures in touching.items():
        for above in reached(region, lambda id: parents.get(id, ())):
            found.setdefault(above, set()).update(measures)
    return found


def reached(start: T, onward: Callable[[T], Iterable[T]]) -> set[T]:
    """All that is reached from somewhere, itself too."""
    seen, edge = {start}, {start}
    while edge:
        edge = {to for id in edge for to in onward(id)} - seen
        seen |= edge
    return seen


def wrong(should: Held, does: Held) -> Iterator[str]:
    """What differs, a sentence each."""
    for id in sorted(should.nodes.keys() | does.nodes.keys()):
        if id not in does.nodes:
            yield f"缺少节点“{id}”。"
        elif id not in should.nodes:
            yield f"没有公文提到节点“{id}”，它却还在。"
        elif should.nodes[id] is not does.nodes[id]:
            yield f"节点“{id}”应为 {should.nodes[id]}，却是 {does.nodes[id]}。"
    for kind in Relation:
        if should.relations[kind] != does.relations[kind]:
            yield f"关系 {kind} 应有 {should.relations[kind]} 条，却有 {does.relations[kind]} 条。"
    for id in sorted(should.measures.keys() | does.measures.keys()):
        if should.measures.get(id, 0) != does.measures.get(id, 0):
            yield f"节点“{id}”应有 {should.measures.get(id, 0)} 项举措，记为 {does.measures.get(id, 0)} 项。"
    for a, b in sorted(should.shares.keys() | does.shares.keys()):
        n, m = should.shares.get((a, b), 0), does.shares.get((a, b), 0)
        if n != m:
            yield f"“{a}”与“{b}”应有 {n} 项共同举措，记为 {m} 项。"
    for id in sorted(should.indexed ^ does.indexed):
        yield f"举措“{id}”的检索词不对；请运行 jucuo reindex。"


def outdated(notices: int) -> Iterator[str]:
    """That the terms of so many notices were made by other concepts than there are now."""
    if notices:
        yield f"检索用的概念变了，{notices} 份公文的检索词还是按原来的做的；请运行 jucuo reindex。"
