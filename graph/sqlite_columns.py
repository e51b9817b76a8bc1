"""What very many measures are found and counted by, in memory for as long as the file stays as it is.

The table `outline` tells of each measure of a notice what it hangs on; here all measures stand side by side in
`Order.NOTICE`, a column a kind. Some of them are `Bits`: a byte each in one large number, 1 for those meant, so that
`&`, `|` and counting take microseconds however many there are.
"""

import json
import threading
from array import array
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress, islice
from typing import Any, NamedTuple, TypeVar

from graph import recount, sql
from graph.garbage import uncollected
from graph.sql import Rows
from graph.sqlite_sets import Sets

T = TypeVar("T")
Bits = int
Keys = tuple[int, ...]
When = tuple[str | None, int | None]
"""Kind of limit, and year of the last day."""

ROOM = 32_000_000
"""Bytes that remembered `Bits` may take together."""
LEAST = 16
"""So many are remembered in any case."""


class Part(NamedTuple):
    """The measures of one notice in their order, as of one change of the file."""

    written: int
    keys: Keys
    whens: tuple[When, ...]
    units: tuple[Keys, ...]
    projects: tuple[Keys, ...]
    themes: tuple[Keys, ...]
    regions: tuple[Keys, ...]


class Columns:
    """All measures at one moment of the file."""

    def __init__(self, db: Rows, before: "Columns | None") -> None:
        self.parts: dict[int, Part] = _parts(db, before.parts if before else {})
        parts = self.parts.values()
        self.keys = _joined(part.keys for part in parts)
        self.notices = _joined([notice] * len(part.keys) for notice, part in self.parts.items())
        self.whens = _joined(part.whens for part in parts)
        self.units = _joined(part.units for part in parts)
        self.projects = _joined(part.projects for part in parts)
        self.themes = _joined(part.themes for part in parts)
        self.regions = _joined(part.regions for part in parts)
        self.places = array("q", [-1]) * (max(self.keys, default=-1) + 1)
        for place, key in enumerate(self.keys):
            self.places[key] = place
        self.every: Bits = int.from_bytes(b"\1" * len(self.keys), "little")
        self._above: dict[int, frozenset[int]] | None = None
        self._kinds: dict[int, str] | None = None
        self._found: OrderedDict[object, Bits] = OrderedDict()
        self._sets: dict[object, Sets[Any]] = {}
        self._lock = threading.Lock()
        self._last: tuple[object, object] = None, None

    def bits(self, keys: Collection[int]) -> Bits:
        """The measures of those keys."""
        if not keys:
            return 0
        found = bytearray(len(self.keys))
        for place in map(self.places.__getitem__, keys):
            found[place] = 1
        return int.from_bytes(found, "little")

    def found(self, what: object, keys: Callable[[], Collection[int]]) -> Bits:
        """The measures that `keys` gives, remembered as `what` while there is room."""
        with self._lock:
            if what in self._found:
                self._found.move_to_end(what)
                return self._found[what]
        bits = self.bits(keys())
        with self._lock:
            self._found[what] = bits
            while len(self._found) > max(LEAST, ROOM // (len(self.keys) + 1)):
                self._found.popitem(last=False)
        return bits

    def last(self, what: object, make: Callable[[], T]) -> T:
        """What `make` gives, kept until something else is asked for: the pages of one long answer are one work."""
        asked, answer = self._last
        if asked != what:
            answer = make()
            self._last = what, answer
        return answer  # type: ignore[return-value]  # what was made for the same question

    def first(self, bits: Bits, limit: int, skip: int = 0) -> list[int]:
        """The keys of the first of those measures, in order, but for the `skip` very first."""
        marks, at, found = self.marks(bits), -1, list[int]()
        if skip:
            return [*islice(compress(self.keys, marks), skip, skip + limit)]
        # from one to the next: where there are few, this goes over the rest at once
        while len(found) < limit and (at := marks.find(1, at + 1)) >= 0:
            found.append(self.keys[at])
        return found

    def of_notices(self, notices: Iterable[int]) -> Collection[int]:
        """The measures of those notices."""
        return _joined(self.parts[notice].keys for notice in notices)

    def place(self, key: int) -> int:
        """Where a measure stands, -1 of what is none."""
        return self.places[key] if key < len(self.places) else -1

    def marks(self, bits: Bits) -> bytes:
        """A byte for each measure in order, 1 for those meant."""
        return bits.to_bytes(len(self.keys), "little")

    def sets(self, what: object, column: Callable[[], Iterable[Iterable[Any]]]) -> Sets[Any]:
        """The sets of a column, made once."""
        with self._lock:
            if what not in self._sets:
                self._sets[what] = Sets(column(), len(self.keys))
            return self._sets[what]

    def of(self, bits: Bits, column: Sequence[T]) -> Iterator[T]:
        """What stands in a column for those measures, in order."""
        return compress(column, self.marks(bits))

    def above(self, db: Rows) -> Mapping[int, frozenset[int]]:
        """Of each region what it lies in, itself too."""
        if self._above is None:
            parents: dict[int, set[int]] = {}
            for below, above in db.execute(sql.REGIONS):
                parents.setdefault(below, set()).update(() if above is None else (above,))
            self._above = {key: frozenset(recount.reached(key, parents.__getitem__)) for key in parents}
        return self._above

    def kinds(self, db: Rows) -> Mapping[int, str]:
        """Of each notice that names its kind, which it is."""
        if self._kinds is None:
            self._kinds = dict(db.execute(sql.KINDS_OF_NOTICES))
        return self._kinds


def _joined(columns: Iterable[Iterable[T]]) -> tuple[T, ...]:
    # a tuple of numbers, or of tuples of them, is no work for the collector of garbage; a list would be, each time
    return (*chain.from_iterable(columns),)


def _parts(db: Rows, before: Mapping[int, Part]) -> dict[int, Part]:
    """The measures of each notice, newest first; those read before are read again only where the file has changed."""
    written = dict(db.execute(sql.OUTLINES))
    wanted = [notice for notice, when in written.items() if notice not in before or before[notice].written != when]
    rows = db.execute(sql.OUTLINES_OF, (json.dumps(wanted),))
    with uncollected():
        reader = _Reader()
        fresh = {notice: reader.part(when, lines) for notice, when, lines in rows}
    return {notice: fresh.get(notice) or before[notice] for notice in written}


class _Reader:
    """Reads outlines so that what is equal is one object: numbers and tuples are few, measures are many."""

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._decoded = json.JSONDecoder(parse_int=self._numbers.__getitem__).decode
        self._whens: dict[When, When] = {}
        self._keys: dict[Keys, Keys] = {}

    def part(self, written: int, lines: str) -> Part:
        measures = self._decoded(lines)
        if not measures:
            return Part(written, (), (), (), (), (), ())
        keys, limits, years, *targets = zip(*measures, strict=True)
        whens = tuple(self._whens.setdefault(when, when) for when in zip(limits, years, strict=True))
        units, projects, themes, regions = (
            tuple(self._keys.setdefault(each, each) for each in map(tuple, column)) for column in targets
        )
        return Part(written, keys, whens, units, projects, themes, regions)


class _Numbers(dict[str, int]):
    def __missing__(self, digits: str) -> int:
        number = self[digits] = int(digits)
        return number
