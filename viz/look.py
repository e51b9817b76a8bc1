"""How one reader sees a page: language, theme, and the address that restores it."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from graph.model import Kind

LANGS = ("zh", "en")
THEMES = ("auto", "light", "dark")
SWITCHES = ("lang", "colours")
"""How a page looks, in any address. `theme` is a condition: the measures on a theme."""

PLURAL = {
    Kind.NOTICE: "notices",
    Kind.MEASURE: "measures",
    Kind.DEPARTMENT: "departments",
    Kind.PROJECT: "projects",
    Kind.REGION: "regions",
    Kind.THEME: "themes",
}


@dataclass(frozen=True, slots=True)
class Look:
    """`path` is the page's own, without the ending of a twin; `query` holds what the address asks for."""

    lang: str = "zh"
    theme: str = "auto"
    path: str = "/"
    query: tuple[tuple[str, str], ...] = ()

    def url(self, **changes: object) -> str:
        """This page with some of what it asks for changed; None takes a part away, a list gives it several times."""
        kept = [(key, value) for key, value in self.query if key not in changes]
        return address(self.path, kept + pairs_of(changes))

    def twin(self, ending: str, **changes: object) -> str:
        """The same page as `json`, `csv`, `xlsx` or `ics`; language and theme are no part of it."""
        kept = [(key, value) for key, value in self.query if key not in changes and key not in SWITCHES]
        path = "/index" if self.path == "/" else self.path
        if path == "/node":  # the page of an id that no path can hold
            return address(path, [*kept, ("form", ending), *pairs_of(changes)])
        return address(f"{path}.{ending}", kept + pairs_of(changes))

    def hidden(self, *but: str) -> list[tuple[str, str]]:
        """What a form must carry on besides its own fields."""
        return [(key, value) for key, value in self.query if value and key not in (*but, "cursor", *SWITCHES, "a", "b")]

    def asked(self, key: str) -> str:
        """The first value of a part of the address, or nothing."""
        return next((value for name, value in self.query if name == key), "")

    def all_asked(self, key: str) -> list[str]:
        return [value for name, value in self.query if name == key]


def pairs_of(changes: dict[str, object]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in changes.items():
        if value is None or value == "":
            continue
        many: Sequence[object] = value if isinstance(value, list | tuple) else [value]
        found += [(key, str(one)) for one in many]
    return found


def address(path: str, query: Sequence[tuple[str, str]] = ()) -> str:
    asked = urlencode([(key, value.encode("utf-8", "replace")) for key, value in query])
    return f"{path}?{asked}" if asked else path


def node_url(kind: Kind | str, id: str) -> str:
    """The page of a node. A browser folds `.`, `..` and empty parts of a path away, so such ids go into the query."""
    if any(part in ("", ".", "..") for part in id.split("/")):
        return address("/node", [("id", id)])
    return f"/{PLURAL[Kind(kind)]}/{quote(id.encode('utf-8', 'replace'), safe='/')}"


def list_url(path: str, **asked: object) -> str:
    """A list by what it is asked for, as `list_url('/measures', department=id)`."""
    return address(path, pairs_of(asked))
