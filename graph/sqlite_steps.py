"""The steps that walks over the embedded store's graph take, in memory for as long as the file stays as it is.

What a measure is tied to stands in the columns; the neighbours of other nodes are read when they are first asked for.
"""

import json
from array import array
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain, islice

from graph import sql, walk
from graph.model import Kind
from graph.sql import Rows
from graph.sqlite_columns import Columns

_MEASURE = sql.KINDS[Kind.MEASURE]
_A_MEASURE = (_MEASURE, 7)
"""So many neighbours a measure has, more or less."""


class Steps:
    """The neighbours of nodes at one moment of the file."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self._read: dict[int, array[int]] = {}
        self._kinds: dict[int, tuple[int, int]] | None = None
        self._ranks: tuple[array[int], array[int]] | None = None

    def ranks(self, db: Rows) -> Sequence[int]:
        """The place of each key in the order of ids."""
        return self._order(db)[0]

    def first(self, db: Rows, ring: set[int], beside: Iterable[Collection[int]], most: int) -> list[int]:
        """The first nodes of a ring in the order of ids; `beside` are the neighbours that it was made of."""
        ranks, ranked = self._order(db)
        # what was read of a node is in order: no more of it than is wanted can be among the first
        near = (
            islice(filter(ring.__contains__, each), most)
            if isinstance(each, array)
            else filter(ring.__contains__, each)
            for each in beside
        )
        return [ranked[rank] for rank in sorted({ranks[key] for key in chain.from_iterable(near)})[:most]]

    def _order(self, db: Rows) -> tuple[Sequence[int], Sequence[int]]:
        """The place of each key, and the key at each place."""
        if self._ranks is None:
            keys = array("q", (key for (key,) in db.execute("SELECT key FROM node ORDER BY id")))
            ranks = array("q", bytes(8 * (max(keys, default=0) + 1)))
            for rank, key in enumerate(keys):
                ranks[key] = rank
            self._ranks = ranks, keys
        return self._ranks

    def neighbours(
        self, db: Rows, kinds: Collection[Kind] | None = None, always: Collection[int] = ()
    ) -> walk.Neighbours[int]:
        """The steps from many nodes at once; to nodes of these kinds only, and those always allowed."""
        if kinds is None:
            return lambda keys: dict(self._all(db, keys))
        others, numbers = self._others(db), {sql.KINDS[kind] for kind in kinds}

        def entered(key: int) -> bool:
            return others.get(key, (_MEASURE, 0))[0] in numbers or key in always

        return lambda keys: {key: [*filter(entered, beside)] for key, beside in self._all(db, keys)}

    def _all(self, db: Rows, keys: Collection[int]) -> Iterable[tuple[int, Collection[int]]]:
        columns = self.columns
        placed = [(key, columns.place(key)) for key in keys]
        unread = [key for key, place in placed if place < 0 and key not in self._read]
        if unread:
            self._know(db, unread)
        for key, place in placed:
            if place < 0:
                yield key, self._read[key]
            else:
                yield (
                    key,
                    (
                        columns.notices[place],
                        *columns.units[place],
                        *columns.projects[place],
                        *columns.themes[place],
                        *columns.regions[place],
                    ),
                )

    def _know(self, db: Rows, keys: Sequence[int]) -> None:
        read: dict[int, list[int]] = {key: [] for key in keys}
        for statement in sql.BESIDE:
            for key, beside in db.execute(statement, (json.dumps(keys),)):
                read[key].append(beside)
        rank = self.ranks(db).__getitem__
        self._read.update((key, array("q", sorted(set(beside), key=rank))) for key, beside in read.items())

    def width(self, db: Rows) -> Callable[[Collection[int]], int]:
        """About how many neighbours some nodes have together."""
        others = self._others(db)
        return lambda keys: sum(others.get(key, _A_MEASURE)[1] for key in keys)

    def _others(self, db: Rows) -> Mapping[int, tuple[int, int]]:
        """The kinds of all nodes but measures, and how many measures they have."""
        if self._kinds is None:
            rows = db.execute(f"SELECT key, kind, measures FROM node WHERE kind <> {_MEASURE}")
            self._kinds = {key: (kind, measures) for key, kind, measures in rows}
        return self._kinds
