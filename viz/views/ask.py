"""What an address asks for: which measures are meant, said in words, and narrowed further."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.asking import LIMITS, Filter
from graph.errors import BadValue, among, between
from graph.model import Kind, Role
from graph.store import Store, resolve
from viz.look import Look

NODES: Mapping[str, Kind] = {
    "department": Kind.DEPARTMENT,
    "region": Kind.REGION,
    "theme": Kind.THEME,
    "project": Kind.PROJECT,
    "notice": Kind.NOTICE,
}
KEY_OF: Mapping[Kind, str] = {kind: key for key, kind in NODES.items()}
MANY: Mapping[str, str] = {
    **{key: f"{key}s" for key in NODES},
    "deadline": "deadlines",
    "year": "years",
    "kind": "kinds",
}
"""Parts of an address that may stand several times, with the condition of a filter that they make."""
KEYS = (*NODES, "any_department", "role", "first", "deadline", "year", "due_before", "due_after", "kind")
_DAY = re.compile(r"([0-9]{4})(?:年|[-./])([0-9]{1,2})(?:月|[-./])([0-9]{1,2})日?")
LIMIT = 50
MOST_VALUES = 20


@dataclass(frozen=True, slots=True)
class Chip:
    """One condition of a list; `said` is a name from the notices, else a key of words."""

    key: str
    name: str
    said: bool
    without: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The measures meant, and the names by which they were asked for."""

    filter: Filter
    names: Mapping[tuple[str, str], str]

    def chips(self, look: Look) -> list[Chip]:
        """The conditions, each with the address without it."""
        found: list[Chip] = []
        for key, value in conditions(self.filter):
            if key == "any_department":
                continue  # says how the departments are meant
            name = self.names.get((key, value), value)
            key_of_words = {"role": f"role.{value}", "deadline": f"limit.{value}", "first": "yes"}.get(key)
            found.append(Chip(key, key_of_words or name, key_of_words is None, self.without(look, key, value)))
        return found

    def without(self, look: Look, key: str, value: str) -> str:
        """The address without that value of a condition."""
        called = (value, self.names.get((key, value), value))
        rest = [other for other in look.all_asked(key) if other not in called]
        switch = {"any_department": None} if key == "department" and len(rest) < 2 else {}
        return look.url(**{key: rest, "cursor": None}, **switch)


def conditions(filter: Filter) -> Iterator[tuple[str, str]]:
    """A filter as the parts of an address."""
    for key in KEYS:
        value = getattr(filter, MANY.get(key, key))
        for one in value if isinstance(value, tuple) else (value,):
            if one is not None and one is not False:
                yield key, "1" if one is True else str(one)


def parts_of(filter: Filter) -> dict[str, list[str]]:
    """A filter as what `list_url` takes."""
    found: dict[str, list[str]] = {}
    for key, value in conditions(filter):
        found.setdefault(key, []).append(value)
    return found


def asked(store: Store, look: Look, *but: str) -> Asked:
    """The filter that an address means; nodes by id or by name."""
    names: dict[tuple[str, str], str] = {}
    given: dict[str, Any] = {}
    for key, kind in NODES.items():
        if key in but:
            continue
        nodes = [resolve(store, text, [kind]) for text in given_of(look, key)]
        for node in nodes:
            names[key, node.id] = node.name
        given[MANY[key]] = tuple(dict.fromkeys(node.id for node in nodes))
    if look.asked("role") and "role" not in but:
        given["role"] = one_of(Role, "role", look.asked("role"))
    for key in ("first", "any_department"):
        if look.asked(key) and key not in but:
            given[key] = one_of(("1",), key, look.asked(key)) == "1"
    if "any_department" in given and len(given.get("departments", ())) < 2:
        del given["any_department"]  # of one department it says nothing
    if "deadline" not in but:
        limits = [one_of(LIMITS, "deadline", text) for text in given_of(look, "deadline")]
        given["deadlines"] = tuple(dict.fromkeys(limits))
    if "year" not in but:
        years = [whole(text, "year", 1900, 2999) for text in given_of(look, "year")]
        given["years"] = tuple(dict.fromkeys(years))
    if "kind" not in but:
        given["kinds"] = tuple(dict.fromkeys(given_of(look, "kind")))
    for key in ("due_before", "due_after"):
        if look.asked(key) and key not in but:
            given[key] = day(look.asked(key), key)
    return Asked(Filter(**given), names)


def given_of(look: Look, key: str) -> list[str]:
    """The values of a part of an address that may stand several times."""
    return [text for text in look.all_asked(key) if text][:MOST_VALUES]


def narrowing(look: Look, **changes: Any) -> dict[str, Any]:
    """The conditions of an address, to be carried to another list."""
    return {key: look.all_asked(key) for key in KEYS if look.all_asked(key)} | changes


def one_of(kinds: Any, name: str, value: str) -> Any:
    """That member of an enumeration, or of a plain row of words."""
    if value not in list(kinds):
        raise BadValue(name=name, value=value, expected=among(kinds))
    return kinds(value) if isinstance(kinds, type) else value


def whole(text: str, name: str, least: int, most: int) -> int:
    """A whole number within bounds."""
    if text.isascii() and text.isdigit() and len(text) < 10 and least <= int(text) <= most:
        return int(text)
    raise BadValue(name=name, value=text, expected=between(least, most))


def day(text: str, name: str) -> str:
    """A day as ISO date, however one writes it: 2024-12-31, 2024年12月31日, 2024.12.31, 20241231."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    try:
        written = _DAY.fullmatch(plain)
        return (date(*map(int, written.groups())) if written else date.fromisoformat(plain)).isoformat()
    except ValueError as error:
        raise BadValue(name=name, value=text, expected="应为 2024-12-31 这样的日期") from error


def of_node(kind: Kind, id: str) -> Filter:
    """The measures that hang on a node."""
    given: dict[str, Any] = {MANY[KEY_OF[kind]]: (id,)}
    return Filter(**given)


def cursor_of(look: Look) -> str | None:
    return look.asked("cursor") or None
