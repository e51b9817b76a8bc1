"""Walks over the graph, step by step, for any store that can tell the neighbours of many nodes at once.

Keys are whatever the store calls a node by; `neighbours(keys)` gives (key, neighbour) pairs, whichever way a relation
points, once or more often.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from typing import Generic, TypeVar

from graph.model import Edge

K = TypeVar("K")
Neighbours = Callable[[Collection[K]], Iterable[tuple[K, K]]]
Beside = Callable[[Collection[K]], Iterable[K]]


@dataclass(frozen=True, slots=True)
class Ways(Generic[K]):
    """All shortest ways as steps: from each node the nodes one may go on to. `total` counts the ways."""

    onward: Mapping[K, frozenset[K]]
    total: int


def rings(start: K, depth: int, beside: Beside[K]) -> Iterable[set[K]]:
    """The nodes at 1, 2 … `depth` steps, where `beside` gives all that are one step from some; stops when there are
    none."""
    seen = {start}
    edge = {start}
    for _ in range(depth):
        edge = set(beside(edge)) - seen
        if not edge:
            return
        seen |= edge
        yield edge


def shortest(a: K, b: K, longest: int, neighbours: Neighbours[K]) -> Ways[K]:
    """All shortest ways from `a` to `b` of at most `longest` steps."""
    if a == b:
        return Ways({}, 1)
    rings_a, rings_b = [{a}], [{b}]
    seen_a, seen_b = {a}, {b}
    while len(rings_a) + len(rings_b) - 2 < longest:
        from_a = len(rings_a[-1]) <= len(rings_b[-1])
        rings, seen, other = (rings_a, seen_a, rings_b) if from_a else (rings_b, seen_b, rings_a)
        ring = {y for _, y in neighbours(rings[-1])} - seen
        if not ring:
            return Ways({}, 0)
        seen |= ring
        rings.append(ring)
        if ring & other[-1]:
            return _steps(rings_a, rings_b, neighbours)
    return Ways({}, 0)


def in_order(a: K, b: K, ways: Ways[K], id_of: Callable[[K], str], limit: int) -> list[tuple[K, ...]]:
    """The first `limit` ways in the order of their ids."""
    if ways.total == 0:
        return []
    # the smallest unfinished beginning is always worked on first, so ways come out in order and none beyond `limit`
    heap: list[tuple[tuple[str, ...], tuple[K, ...]]] = [((id_of(a),), (a,))]
    found: list[tuple[K, ...]] = []
    while heap and len(found) < limit:
        ids, way = heappop(heap)
        if way[-1] == b:
            found.append(way)
            continue
        for step in ways.onward.get(way[-1], ()):
            heappush(heap, ((*ids, id_of(step)), (*way, step)))
    return found


def along(ways: Iterable[Sequence[str]], edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """The relations that the ways go along."""
    steps = {frozenset(step) for way in ways for step in pairwise(way)}
    return tuple(edge for edge in edges if frozenset((edge.source, edge.target)) in steps)


def _steps(rings_a: list[set[K]], rings_b: list[set[K]], neighbours: Neighbours[K]) -> Ways[K]:
    """The steps between rings that lie on a shortest way; rings from `a` outward, those of `b` turned round."""
    meeting = rings_a[-1] & rings_b[-1]
    rings = [*rings_a[:-1], meeting, *reversed(rings_b[:-1])]
    middle = len(rings_a) - 1
    onward: dict[K, set[K]] = {}
    here = meeting
    for ring in reversed(rings[:middle]):
        back = [(x, y) for x, y in neighbours(here) if y in ring]
        for x, y in back:
            onward.setdefault(y, set()).add(x)
        here = {y for _, y in back}
    here = meeting
    for ring in rings[middle + 1 :]:
        forth = [(x, y) for x, y in neighbours(here) if y in ring]
        for x, y in forth:
            onward.setdefault(x, set()).add(y)
        here = {y for _, y in forth}
    return Ways({x: frozenset(ys) for x, ys in onward.items()}, _count(rings, onward))


def _count(rings: list[set[K]], onward: Mapping[K, set[K]]) -> int:
    """How many ways there are, without walking each."""
    (a,) = rings[0]
    ways = {a: 1}
    for _ in rings[1:]:
        following: dict[K, int] = {}
        for x, n in ways.items():
            for y in onward.get(x, ()):
                following[y] = following.get(y, 0) + n
        ways = following
    return sum(ways.values())
