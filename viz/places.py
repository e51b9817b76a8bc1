"""A small map from the coordinates that regions have: dots on a plain ground, no tiles."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from graph.model import Kind, Node

WIDTH, HEIGHT, EDGE = 640.0, 300.0, 46.0
SIZE = 11.5
"""How wide and high a character is."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A dot, and where its name begins or ends beside it; `anchor` is empty where names would cover each other."""

    node: Node
    x: float
    y: float
    here: bool
    anchor: str
    text_x: float
    text_y: float


@dataclass(frozen=True, slots=True)
class Map:
    width: float
    height: float
    spots: tuple[Spot, ...]


def spots(nodes: Iterable[Node], here: str | None = None) -> Map | None:
    """The regions that have coordinates, north up; None when there are none."""
    placed = []
    for node in nodes:
        lon, lat = node.props.get("lon"), node.props.get("lat")
        if node.kind is Kind.REGION and isinstance(lon, int | float) and isinstance(lat, int | float):
            placed.append((node, float(lon), float(lat)))
    if not placed:
        return None
    middle = sum(lat for _, _, lat in placed) / len(placed)
    flat = [(node, lon * cos(radians(middle)), lat) for node, lon, lat in placed]
    west, east = min(x for _, x, _ in flat), max(x for _, x, _ in flat)
    south, north = min(y for _, _, y in flat), max(y for _, _, y in flat)
    scale = min((WIDTH - 2 * EDGE - 60) / max(east - west, 0.05), (HEIGHT - 2 * EDGE) / max(north - south, 0.05))
    left = (WIDTH - 60 - (east - west) * scale) / 2
    top = (HEIGHT - (north - south) * scale) / 2
    ordered = sorted(flat, key=lambda item: (item[0].id != here, item[0].id))
    at_of = {node.id: (left + (x - west) * scale, top + (north - y) * scale) for node, x, y in ordered}
    taken: list[Box] = [(x - 6, y - 6, x + 6, y + 6) for x, y in at_of.values()]
    made = []
    for node, _, _ in ordered:
        at = at_of[node.id]
        anchor, text_x, text_y = beside(node.name, at, taken)
        made.append(Spot(node, round(at[0], 1), round(at[1], 1), node.id == here, anchor, text_x, text_y))
    return Map(WIDTH, HEIGHT, tuple(reversed(made)))


def beside(name: str, at: tuple[float, float], taken: list[Box]) -> tuple[str, float, float]:
    """A free place for a name: right of its dot, left, below, above; none when all are taken."""
    wide, (x, y) = min(len(name), 12) * SIZE, at
    for anchor, text_x, text_y in (
        ("start", x + 9, y + 4),
        ("end", x - 9, y + 4),
        ("middle", x, y + 18),
        ("middle", x, y - 10),
    ):
        left = text_x - {"start": 0.0, "end": wide, "middle": wide / 2}[anchor]
        box = (left, text_y - SIZE, left + wide, text_y + 2)
        inside = box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= HEIGHT
        if inside and not any(
            box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
        ):
            taken.append(box)
            return anchor, round(text_x, 1), round(text_y, 1)
    return "", 0.0, 0.0
