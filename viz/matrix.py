"""A symmetric table of who shares how much with whom: its order, and how deep each cell is coloured."""

from collections.abc import Mapping, Sequence

Weights = Mapping[tuple[str, str], float]
REACH = 4
"""So many of the units placed last draw the next one to them, each half as much as the one after it."""
STEPS = 5


def clustered(ids: Sequence[str], weights: Weights) -> list[str]:
    """Those that share much beside each other, so that blocks show; ties in the order given.

    A chain is grown: it starts at the unit with the fewest ties of its group, and the unit drawn most by the last ones
    placed comes next. Units without ties come last.

    >>> clustered(["a", "b", "c", "d"], {("a", "c"): 3.0, ("b", "d"): 2.0})
    ['a', 'c', 'b', 'd']
    """
    near: dict[str, dict[str, float]] = {id: {} for id in ids}
    for (a, b), weight in weights.items():
        if a in near and b in near and weight > 0:
            near[a][b] = near[b][a] = weight
    rank = {id: place for place, id in enumerate(ids)}
    order: list[str] = []
    for group in groups(ids, near):
        left = set(group)
        chain = [min(group, key=lambda id: (sum(near[id].values()), rank[id]))]
        left.discard(chain[0])
        while left:
            last = chain[: -REACH - 1 : -1]
            pull = {id: sum(near[one].get(id, 0.0) / 2**back for back, one in enumerate(last)) for id in left}
            total = {id: sum(near[one].get(id, 0.0) for one in chain) for id in left}
            chosen = min(left, key=lambda id: (-pull[id], -total[id], rank[id]))
            chain.append(chosen)
            left.discard(chosen)
        order += chain
    return order


def groups(ids: Sequence[str], near: Mapping[str, Mapping[str, float]]) -> list[list[str]]:
    """What hangs together at all, largest first."""
    seen: set[str] = set()
    found: list[list[str]] = []
    for id in ids:
        if id in seen:
            continue
        group, waiting = [], [id]
        seen.add(id)
        while waiting:
            one = waiting.pop()
            group.append(one)
            for other in near[one]:
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        found.append(group)
    return sorted(found, key=lambda group: -len(group))


def step(value: float, most: float) -> int:
    """How deep a cell is coloured, 1 to 5.

    >>> [step(n, 3) for n in (1, 2, 3)], step(1, 1)
    ([2, 3, 5], 3)
    """
    if value == most == 1:
        return 3
    return 1 + int((STEPS - 1) * value / most) if most > 0 else 1
