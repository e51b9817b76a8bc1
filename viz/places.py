"""A small map from the coordinates that regions have: dots on a plain ground, no tiles."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from graph.model import Kind, Node

WIDTH, HEIGHT, EDGE = 640.0, 300.0, 46.0
NAMES = 40
"""More names than these would cover each other; the list beside the map has them all."""


@dataclass(frozen=True, slots=True)
class Spot:
    node: Node
    x: float
    y: float
    here: bool
    named: bool


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
    ordered = sorted(flat, key=lambda item: (item[0].id == here, item[0].id))
    return Map(
        WIDTH,
        HEIGHT,
        tuple(
            Spot(
                node,
                round(left + (x - west) * scale, 1),
                round(top + (north - y) * scale, 1),
                node.id == here,
                len(flat) <= NAMES or node.id == here,
            )
            for node, x, y in ordered
        ),
    )
