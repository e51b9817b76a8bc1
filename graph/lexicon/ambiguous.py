"""Names of places that may be something else: ordinary words (`ambiguous.tsv`), and chance (`crossing.tsv`, and
`meeting.tsv` for words that must stand on both sides)."""

from functools import cache
from pathlib import Path

from graph.lexicon import overrides, table


def ordinary(name: str) -> bool:
    """Is it a word of its own as well: 资源, 石首, 合作, 城区?"""
    return name in _surfaces(overrides())


def by_chance(name: str, before: str, after: str) -> bool:
    """Do the characters around show that two words meet here: 推|广安|全, 形|成都市|农业, 投资|水平?"""
    folder = overrides()
    left, right = _meeting(folder).get(name, _NOTHING)
    if before and after and before in left and after in right:
        return True
    known = _crossing(folder).get(name[:2])
    return known is not None and any(
        name.startswith(surface) and ((before and before in left) or (name == surface and after and after in right))
        for surface, left, right in known
    )


_NOTHING = ("", "")


@cache
def _surfaces(_folder: Path | None) -> frozenset[str]:
    return frozenset(row["surface"] for row in table("ambiguous.tsv"))


@cache
def _crossing(_folder: Path | None) -> dict[str, tuple[tuple[str, str, str], ...]]:
    found: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for row in table("crossing.tsv"):
        entry = (row["surface"], row["before"], row["after"])
        found[row["surface"][:2]] = (*found.get(row["surface"][:2], ()), entry)
    return found


@cache
def _meeting(_folder: Path | None) -> dict[str, tuple[str, str]]:
    return {row["surface"]: (row["before"], row["after"]) for row in table("meeting.tsv")}
