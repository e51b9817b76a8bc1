"""What lists call departments: as the notices print them, where that says which one is meant, else by the full name."""

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress

from graph.asking import Filter, Pair
from graph.errors import Unknown
from graph.store import Store
from viz.labels import called

LEVELS = ("国家", "自治区", "省", "市", "区", "县", "旗", "州", "盟")
"""What notices leave out behind the first of a list: 省卫生健康委、教育厅."""


def printed(store: Store, filter: Filter, names: Mapping[str, str]) -> dict[str, str]:
    """For departments by id, their full names given: 市林草局 while all that are of a city are of the same one.

    The ways of printing are those of the measures meant, as far as one page of them tells."""
    places = Counter(level for level, _ in {(_level(id), id.partition("/")[0]) for id in names})
    ours = {id: name for id, name in names.items() if _level(id) is None or places[_level(id)] == 1}
    told: dict[str, set[str]] = {}
    for item in store.measures(filter, limit=300).items:
        for unit in item.departments:
            told.setdefault(unit.id, set()).add(unit.printed)
    ways: list[tuple[str, str]] = []
    for id in sorted(ours):
        with suppress(Unknown):  # taken out meanwhile
            words = told.get(id) or _words(store, id)
            ways += [(id, _with_level(store, id, min(words, key=len)))] if words else []
    return {**names, **called(ours, ways)}


def of_pairs(store: Store, filter: Filter, pairs: Iterable[Pair]) -> dict[str, str]:
    """The same for both ends of pairs."""
    names: dict[str, str] = {}
    for pair in pairs:
        names |= {pair.a: pair.a_name, pair.b: pair.b_name}
    return printed(store, filter, names)


def _level(id: str) -> str | None:
    """Of whom the body is, by the code in its id; None for a group, which stands under its notice."""
    code = id.partition("/")[0]
    if not (len(code) == 6 and code.isdigit()):
        return None
    return (
        "state" if code == "000000" else "province" if code[2:] == "0000" else "city" if code[4:] == "00" else "county"
    )


def _words(store: Store, id: str) -> set[str]:
    """How its newest measure prints it."""
    newest = store.measures(Filter(departments=(id,)), limit=1).items
    return {unit.printed for item in newest for unit in item.departments if unit.id == id}


def _with_level(store: Store, id: str, name: str) -> str:
    """教育厅 as 省教育厅, when that is a name of it."""
    aliases = store.node(id).props.get("aliases")
    known = set(aliases) if isinstance(aliases, list | tuple) else set()
    return next((level + name for level in LEVELS if level + name in known), name)
