"""Walks over the graph, step by step, for any store that can tell the neighbours of many nodes at once.

Keys are whatever the store calls a node by; `neighbours(keys)` gives of each its neighbours, whichever way a relation
points, once or more often; a key without any may be left out.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import chain, pairwise
from typing import Any, Generic, NamedTuple, TypeVar

from graph.model import Edge

K = TypeVar("K")
Neighbours = Callable[[Collection[K]], Mapping[K, Collection[K]]]
Beside = Callable[[Collection[K]], Iterable[K]]


@dataclass(frozen=True, slots=True)
class Ways(Generic[K]):
    """All shortest ways as steps: from each node the nodes one may go on to. `total` counts the ways."""

    onward: Mapping[K, Set[K]]
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


def shortest(
    a: K, b: K, longest: int, neighbours: Neighbours[K], width: Callable[[Collection[K]], int] = len
) -> Ways[K]:
    """All shortest ways from `a` to `b` of at most `longest` steps. From both ends, always on from the nodes that have
    fewer neighbours, as `width` knows or guesses: ten measures lead to seventy nodes, one theme may lead to a third of
    all."""
    if a == b:
        return Ways({}, 1)
    sides: tuple[_Side[K], _Side[K]] = _Side([{a}], []), _Side([{b}], [])
    seen: tuple[set[K], set[K]] = {a}, {b}
    while sum(len(side.steps) for side in sides) < longest:
        nearer = 0 if width(sides[0].rings[-1]) <= width(sides[1].rings[-1]) else 1
        rings, steps = sides[nearer]
        # kept for the way back, so that no step is asked for twice
        forth = neighbours(rings[-1])
        ring = set(chain.from_iterable(forth.values())) - seen[nearer]
        if not ring:
            return Ways({}, 0)
        seen[nearer].update(ring)
        rings.append(ring)
        steps.append(forth)
        if not ring.isdisjoint(sides[1 - nearer].rings[-1]):
            return _ways(a, *sides)
    return Ways({}, 0)


def in_order(a: K, b: K, ways: Ways[K], rank: Callable[[K], Any], limit: int) -> list[tuple[K, ...]]:
    """The first `limit` ways in order, where `rank` tells the order of keys."""
    if ways.total == 0:
        return []
    # the smallest unfinished beginning is always worked on first, so ways come out in order and none beyond `limit`
    heap: list[tuple[tuple[Any, ...], tuple[K, ...]]] = [((rank(a),), (a,))]
    found: list[tuple[K, ...]] = []
    while heap and len(found) < limit:
        ranks, way = heappop(heap)
        if way[-1] == b:
            found.append(way)
            continue
        for step in ways.onward.get(way[-1], ()):
            heappush(heap, ((*ranks, rank(step)), (*way, step)))
    return found


def along(ways: Iterable[Sequence[str]], edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """The relations that the ways go along."""
    steps = {frozenset(step) for way in ways for step in pairwise(way)}
    return tuple(edge for edge in edges if frozenset((edge.source, edge.target)) in steps)


class _Side(NamedTuple, Generic[K]):
    """What is known from one end: the nodes at 0, 1, 2 … steps, and the neighbours of each of them but the last."""

    rings: list[set[K]]
    steps: list[Mapping[K, Iterable[K]]]


def _ways(a: K, of_a: _Side[K], of_b: _Side[K]) -> Ways[K]:
    """The steps between rings that lie on a shortest way, from where the two sides meet back to both ends."""
    meeting = of_a.rings[-1] & of_b.rings[-1]
    onward: dict[K, set[K]] = {}
    here = meeting
    for steps in reversed(of_a.steps):
        back = {x: on for x, ys in steps.items() if (on := here.intersection(ys))}
        onward.update(back)
        here = set(back)
    here = meeting
    for steps in reversed(of_b.steps):
        forth = {x: on for x, ys in steps.items() if (on := here.intersection(ys))}
        for x, ys in forth.items():
            for y in ys:
                onward.setdefault(y, set()).add(x)
        here = set(forth)
    total = _count(a, len(of_a.steps) + len(of_b.steps), onward)
    return Ways(onward, total)


def _count(a: K, long: int, onward: Mapping[K, set[K]]) -> int:
    """How many ways of so many steps there are, without walking each."""
    ways = {a: 1}
    for _ in range(long):
        following: dict[K, int] = {}
        for x, n in ways.items():
            for y in onward.get(x, ()):
                following[y] = following.get(y, 0) + n
        ways = following
    return sum(ways.values())
