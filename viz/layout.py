"""Where things stand in a picture, worked out once and here: the browser moves nothing.

Positions are whole numbers in the units of vis-network at zoom 1, y downward. The same graph gives the same picture.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # imported where it is called: it takes a third of a second, and most pages do without
    import networkx as nx

Position = tuple[int, int]
Size = tuple[float, float]
Pair = tuple[str, str]

MOST = 1000
"""Nodes in one picture: beyond it every library draws a hairball."""

ROW = 48
COLUMN = 500
GAP = 40


def columns(groups: Sequence[Sequence[str]], edges: Sequence[Pair]) -> dict[str, Position]:
    """Two columns: the groups at the left in their order, one below the other; at the right what their edges lead to,
    each as near to the mean height of its neighbours as there is room."""
    places: dict[str, Position] = {}
    y = 0
    for group in groups:
        for id in group:
            places[id] = (0, y)
            y += ROW
        y += GAP
    heights: dict[str, list[int]] = defaultdict(list)
    for left, right in edges:
        heights[right].append(places[left][1])
    wanted = {id: sum(ys) / len(ys) for id, ys in heights.items()}
    order = sorted(wanted, key=lambda id: (wanted[id], id))
    for id, at in zip(order, _stacked([wanted[id] for id in order]), strict=True):
        places[id] = (COLUMN, round(at))
    return places


def level(places: Mapping[str, Position]) -> dict[str, Position]:
    """Two columns as tall as the taller one, each in its order."""
    made: dict[str, Position] = {}
    tall = max(Counter(x for x, _ in places.values()).values(), default=0)
    for x in {x for x, _ in places.values()}:
        column = sorted((y, id) for id, (at, y) in places.items() if at == x)
        step = ROW * tall / len(column)
        made |= {id: (x, round((place + 0.5) * step)) for place, (_, id) in enumerate(column)}
    return {id: made[id] for id in places}


def _stacked(wanted: Sequence[float]) -> list[float]:
    """Heights as near to those wanted as rows allow: where they crowd, a block stands round its middle."""
    blocks: list[list[float]] = []  # how many rows, and the sum of what their first one wants
    for number in wanted:
        blocks.append([1, number])
        while len(blocks) > 1:
            (count, total), (more, added) = blocks[-2:]
            if added / more >= total / count + count * ROW:
                break
            blocks[-2:] = [[count + more, total + added - more * count * ROW]]
    return [total / count + row * ROW for count, total in blocks for row in range(int(count))]


def layers(ranks: Sequence[Sequence[str]], edges: Sequence[Pair], gap: int = 260) -> dict[str, Position]:
    """Ranks from left to right, as paths are read; in each, order by the mean height of the neighbours before."""
    near: dict[str, set[str]] = defaultdict(set)
    for a, b in edges:
        near[a].add(b)
        near[b].add(a)
    places: dict[str, Position] = {}
    for number, rank in enumerate(ranks):

        def mean(id: str) -> float:
            before = [places[other][1] for other in near[id] if other in places]
            return sum(before) / len(before) if before else 0.0

        order = sorted(rank, key=lambda id: (mean(id), id))
        for place, id in enumerate(order):
            places[id] = (number * gap, round((place - (len(order) - 1) / 2) * 84))
    return places


def ring(new: Sequence[str]) -> dict[str, Position]:
    """Nodes on an ellipse round (0, 0), in their order from the top; every second one further out where many stand."""
    crowded = len(new) >= 16
    reach = max(210.0, len(new) * 92 / (2 * math.pi) * (0.62 if crowded else 1))
    places: dict[str, Position] = {}
    for number, id in enumerate(new):
        angle = 2 * math.pi * number / len(new) - math.pi / 2
        out = reach + (120 if crowded and number % 2 else 0)
        while any(_covers(_on(angle, out), other) for other in places.values()):
            out += 40
        places[id] = _on(angle, out)
    return places


MANY = 100
"""Beyond so many neighbours of a node they stand in rows."""


def rows(centre: str, near: Sequence[str], size: Size = (230, 78)) -> dict[str, Position]:
    """A node and very many round it, in rows, in reading order; none right above, below or beside it, where a line
    through several would look like a chain."""
    wide, tall = size
    reach = math.ceil(math.sqrt(len(near))) + 3
    halves = [number + 0.5 for number in range(-reach, reach)]
    cells = [(round(x * wide), round(y * tall)) for y in halves for x in halves]
    out = {place: math.hypot(place[0] * 0.72, place[1]) for place in cells}
    taken = sorted((place for place in cells if out[place] > 120), key=lambda place: (out[place], place))[: len(near)]
    return {centre: (0, 0)} | dict(zip(near, sorted(taken, key=lambda place: (place[1], place[0])), strict=True))


WIDE = 1.35
"""Ellipses are wider than tall, as screens and boxes are."""


def _on(angle: float, out: float) -> Position:
    return (round(out * WIDE * math.cos(angle)), round(out * math.sin(angle)))


def _covers(a: Position, b: Position, size: Size = (165, 66)) -> bool:
    return abs(a[0] - b[0]) < size[0] and abs(a[1] - b[1]) < size[1]


def spread(ids: Sequence[str], weights: Mapping[Pair, float], sizes: Mapping[str, Size]) -> dict[str, Position]:
    """Nodes by how strongly they are tied (force-directed, fixed seed), moved apart until no label covers another.
    The parts of the graph stand beside each other, the largest first; those tied to nobody come last."""
    import networkx as nx

    ties: nx.Graph[int] = nx.Graph()
    order = sorted(ids)
    number = {id: place for place, id in enumerate(order)}
    ties.add_nodes_from(range(len(order)))
    for (a, b), weight in sorted(weights.items()):
        ties.add_edge(number[a], number[b], weight=math.sqrt(weight))
    parts = sorted((sorted(part) for part in nx.connected_components(ties)), key=lambda part: (-len(part), part[0]))
    blocks: list[tuple[list[int], list[tuple[float, float]]]] = []
    for part in parts:
        room = [sizes[order[node]] for node in part]
        found = _apart(_forces(ties, part), room)
        left = min(x - width / 2 for (x, _), (width, _) in zip(found, room, strict=True))
        top = min(y - height / 2 for (_, y), (_, height) in zip(found, room, strict=True))
        blocks.append((part, [(x - left, y - top) for x, y in found]))
    places: dict[str, Position] = {}
    corners = _packed([_extent(found, [sizes[order[node]] for node in part]) for part, found in blocks])
    for (part, found), (left, top) in zip(blocks, corners, strict=True):
        for node, (x, y) in zip(part, found, strict=True):
            places[order[node]] = (round(x + left), round(y + top))
    return places


def _extent(found: Sequence[tuple[float, float]], room: Sequence[Size]) -> Size:
    across = max(x + width / 2 for (x, _), (width, _) in zip(found, room, strict=True))
    down = max(y + height / 2 for (_, y), (_, height) in zip(found, room, strict=True))
    return across + 24, down + 16


def _packed(blocks: Sequence[Size]) -> list[tuple[float, float]]:
    """The corner of each block: in columns from left to right, as tall as the first block or a wide screen wants."""
    area = sum(width * height for width, height in blocks)
    tall = max(max((height for _, height in blocks), default=0.0), math.sqrt(area / 1.6))
    corners: list[tuple[float, float]] = []
    left = top = widest = 0.0
    for width, height in blocks:
        if top and top + height > tall:
            left, top, widest = left + widest, 0.0, 0.0
        corners.append((left, top))
        top, widest = top + height, max(widest, width)
    return corners


def _forces(ties: "nx.Graph[int]", part: Sequence[int]) -> list[tuple[float, float]]:
    """Positions of one part of the graph, its longer way across the screen."""
    if len(part) == 1:
        return [(0.0, 0.0)]
    if len(part) == 2:
        return [(0.0, 0.0), (190.0, 0.0)]
    import networkx as nx

    inside: nx.Graph[int] = nx.Graph()
    inside.add_nodes_from(part)
    inside.add_edges_from((a, b, values) for a, b, values in ties.edges(part, data=True))
    start = nx.circular_layout(inside)
    scale = 78 * math.sqrt(len(part))
    found = nx.spring_layout(inside, pos=start, k=2.6 / math.sqrt(len(part)), iterations=200, seed=7, scale=scale)
    points = [(float(found[node][0]), float(found[node][1])) for node in part]
    # turned so that its longer way lies across the screen, and no flatter than the screen is
    turn = 0.5 * math.atan2(2 * sum(x * y for x, y in points), sum(x * x - y * y for x, y in points))
    across, along = math.cos(turn), math.sin(turn)
    points = [(x * across + y * along, y * across - x * along) for x, y in points]
    flat = math.sqrt(sum(x * x for x, _ in points) / (sum(y * y for _, y in points) or 1.0))
    stretch = min(2.0, max(1.0, flat / WIDE))
    return [(x, y * stretch) for x, y in points]


def _apart(places: Sequence[tuple[float, float]], sizes: Sequence[Size]) -> list[tuple[float, float]]:
    """The same arrangement with nothing covering anything: overlapping pairs are pushed apart along the shorter way,
    sweeping from left to right so that only near ones are compared."""
    at = [list(place) for place in places]
    widest = max(width for width, _ in sizes)
    for _ in range(200):
        moved = False
        order = sorted(range(len(at)), key=lambda i: (at[i][0], i))
        for rank, i in enumerate(order):
            for j in order[rank + 1 :]:
                if at[j][0] - at[i][0] >= widest:
                    break
                over_x = (sizes[i][0] + sizes[j][0]) / 2 - abs(at[j][0] - at[i][0])
                over_y = (sizes[i][1] + sizes[j][1]) / 2 - abs(at[j][1] - at[i][1])
                if over_x <= 0 or over_y <= 0:
                    continue
                moved = True
                axis, over = (1, over_y) if over_y < over_x else (0, over_x)
                way = 1 if at[j][axis] >= at[i][axis] else -1
                at[i][axis] -= way * (over / 2 + 0.5)
                at[j][axis] += way * (over / 2 + 0.5)
        if not moved:
            break
    return [(x, y) for x, y in at]


def radial(centre: str, first: Sequence[str], second: Mapping[str, Sequence[str]]) -> dict[str, Position]:
    """A node, its neighbours on an ellipse round it, and further out what only their measures lead to: `second` names
    for each outer node the neighbours it hangs on."""
    places: dict[str, Position] = {centre: (0, 0)}
    places |= ring(first)
    if not second:
        return places

    def angle(id: str) -> float:
        x = sum(places[parent][0] / WIDE for parent in second[id])
        y = sum(places[parent][1] for parent in second[id])
        return math.atan2(y, x)

    reach = max(math.hypot(x / WIDE, y) for x, y in places.values())
    few = len(first) + len(second) <= FEW
    for id in sorted(second, key=lambda id: (angle(id), id)):
        ends = [places[parent] for parent in second[id]] if few else []
        places[id] = _outside(angle(id), reach + 150.0, ends, list(places.values()))
    return places


FEW = 80
"""Nodes up to which lines are kept off nodes; among more no place is free of them."""


def _outside(turn: float, near: float, ends: Sequence[Position], taken: Sequence[Position]) -> Position:
    """A free place that way and that far out, or a little aside or further: there its lines pass no other node."""
    best: tuple[float, Position] | None = None
    out = near
    while best is None or (ends and out < near + 200 and best[0] > (out - near) / 130):
        for number in range(17):
            bend = (number + 1) // 2 * 0.07 * (1 if number % 2 else -1)
            place = _on(turn + bend, out)
            if any(_covers(place, other) for other in taken):
                continue
            over = sum(_passes(place, end, other) for end in ends for other in taken if other != end)
            cost = 2 * over + (out - near) / 130 + abs(bend)
            if best is None or cost < best[0]:
                best = cost, place
            if not ends:
                return place
        out += 50
    return best[1]


def _passes(a: Position, b: Position, at: Position, size: Size = (124, 56)) -> bool:
    """Whether the line from a to b runs over what stands there, its label below it included."""
    start, end = 0.0, 1.0
    for axis in (0, 1):
        way, middle, half = b[axis] - a[axis], at[axis] + axis * 8, size[axis] / 2
        if way == 0:
            if abs(a[axis] - middle) >= half:
                return False
            continue
        ends = ((middle - half - a[axis]) / way, (middle + half - a[axis]) / way)
        start, end = max(start, min(ends)), min(end, max(ends))
    return start < end
