"""Names of places that may be something else: ordinary words (`ambiguous.tsv`), and chance (`crossing.tsv`, and
`meeting.tsv` for words that must stand on both sides)."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from graph.lexicon import Row, overrides, table


def ordinary(name: str) -> bool:
    """Is it a word of its own as well: 资源, 石首, 合作, 城区?"""
    return name in _surfaces(overrides())


class Chance(NamedTuple):
    """Characters that show that a name is there by chance: one of `before` in front of it, one of `after` behind it, or
    one of both pairs at once."""

    before: str
    after: str
    both: tuple[str, str]


def chance(name: str) -> Chance | None:
    """What shows that two words meet here: 推|广安|全, 形|成都市|农业, 投资|水平. None where nothing does."""
    crossing = [row for row in _crossing(overrides()).get(name[:2], ()) if name.startswith(row["surface"])]
    both = _meeting(overrides()).get(name)
    if not crossing and both is None:
        return None
    after = "".join(row["after"] for row in crossing if row["surface"] == name)
    return Chance("".join(row["before"] for row in crossing), after, both or ("", ""))


def by_chance(name: Chance, before: str, after: str) -> bool:
    """Do the characters around show it? They are empty at the ends of a text."""
    if before and after and before in name.both[0] and after in name.both[1]:
        return True
    return (before != "" and before in name.before) or (after != "" and after in name.after)


@cache
def _surfaces(_folder: Path | None) -> frozenset[str]:
    return frozenset(row["surface"] for row in table("ambiguous.tsv"))


@cache
def _crossing(_folder: Path | None) -> dict[str, list[Row]]:
    """The rows by the first two characters of what they are about."""
    found: dict[str, list[Row]] = {}
    for row in table("crossing.tsv"):
        found.setdefault(row["surface"][:2], []).append(row)
    return found


@cache
def _meeting(_folder: Path | None) -> dict[str, tuple[str, str]]:
    return {row["surface"]: (row["before"], row["after"]) for row in table("meeting.tsv")}
