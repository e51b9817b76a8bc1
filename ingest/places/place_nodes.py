"""What the node of a place says of it, by its id alone: its name, kind and level, where it lies, and in what."""

from dataclasses import dataclass

from graph.lexicon import places, regions
from ingest.places.place_company import ADMIN, GEOGRAPHIC, GROUP, PORT, ZONE


@dataclass(frozen=True, slots=True)
class Described:
    """What the node of a place says of it; `parent` is the id of the area it lies in."""

    name: str
    kind: str
    level: str | None
    lon: float | None
    lat: float | None
    parent: str | None
    members: tuple[str, ...] = ()


def describe(id: str) -> Described:
    """The properties of a place's node, by its id alone."""
    region = regions.by_code(id)
    if region is not None:
        kind = ZONE if region.level == "zone" else ADMIN
        return Described(region.name, kind, region.level, region.lon, region.lat, region.parent)
    place = places.by_id(id)
    if place is not None:
        return Described(place.name, place.kind, None, None, None, None, place.members)
    space, _, name = id.partition("/")
    if space == "town":
        area, _, name = name.partition("/")
        return Described(name or id, ADMIN, "town", None, None, area if regions.by_code(area) else None)
    kind = {"geo": GEOGRAPHIC, "group": GROUP, "port": PORT, "zone": ZONE}.get(space, ADMIN)
    inside = [region for size in range(len(name), 1, -1) for region in regions.named(name[:size])]
    parent = inside[0].code if inside and kind in (ZONE, PORT) else None
    return Described(name or id, kind, None, None, None, parent)
