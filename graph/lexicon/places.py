"""Places that are no administrative area (`places.tsv`): city groups, rivers and mountains, ports, zones."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.lexicon import overrides, table


@dataclass(frozen=True, slots=True)
class Named:
    """`kind` is group, geographic, port or zone; `members` are codes of areas, of groups only."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    members: tuple[str, ...]


def by_id(id: str) -> Named | None:
    return _ids(overrides()).get(id)


def named(name: str) -> Named | None:
    """The place of this name or alias; quotation marks inside count (黄河“几字弯”)."""
    return _names(overrides()).get(name)


def everything() -> Iterable[Named]:
    return _ids(overrides()).values()


@cache
def _ids(_folder: Path | None) -> dict[str, Named]:
    return {
        row["id"]: Named(row["id"], row["name"], row.list("aliases"), row["kind"], row.list("members"))
        for row in table("places.tsv")
    }


@cache
def _names(folder: Path | None) -> dict[str, Named]:
    found: dict[str, Named] = {}
    for place in _ids(folder).values():
        for name in (place.name, *place.aliases):
            found.setdefault(name, place)
    return found
