"""What the notices of one transaction have in common: counts to be written, and what was read of shared relations.

Notices of a batch mostly name the same departments and places: a pair that all of them have is one row to write.
"""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from graph import changes, sql
from graph.changes import Counts
from graph.door import SHARED_RELATIONS
from graph.sql import Rows

Pair = tuple[int, int, int, str, str]
"""Theme, two departments, and their ids."""


class Known(NamedTuple):
    """A node as the tables show it: key, number of its kind, name, properties, and the notice that tells them."""

    key: int
    kind: int
    name: str
    props: str
    teller: int
    teller_id: str | None


class Batch:
    """What is to be added within a transaction; `write` must come before any of the nodes goes.

    `nodes` are those named already, without measures; `told` is the notice (key, id) whose words a shared relation
    shows; `above` what regions lie in, themselves too.
    """

    def __init__(self, db: Rows) -> None:
        self.db = db
        self.measures: Counter[int] = Counter()
        self.shares: Counter[Pair] = Counter()
        self.loads: Counter[tuple[int, int]] = Counter()
        self.tallies: Counter[str] = Counter()
        self.nodes: dict[str, Known] = {}
        self.told: dict[tuple[int, int, int], tuple[int, str]] = {}
        self.above: dict[int, frozenset[int]] = {}

    def add(self, old: Counts, new: Counts, keys: Mapping[str, int]) -> None:
        """What a notice counts now instead of what it counted, but for regions."""
        for id, n in changes.difference(new.measures, old.measures).items():
            self.measures[keys[id]] += n
        for (a, b), n in changes.difference(new.shares, old.shares).items():
            self.shares[sql.ALL, keys[a], keys[b], a, b] += n
        for (theme, a, b), n in changes.difference(new.themed_shares, old.themed_shares).items():
            self.shares[keys[theme], keys[a], keys[b], a, b] += n
        for (theme, id), n in changes.difference(new.themed, old.themed).items():
            self.loads[keys[theme], keys[id]] += n
        for kind, n in changes.difference(new.relations, old.relations).items():
            if kind not in SHARED_RELATIONS:
                self.tallies[kind] += n
        for limit, n in changes.difference(new.limits, old.limits).items():
            self.tallies[limit] += n
        for year, n in changes.difference(new.years, old.years).items():
            self.tallies[str(year)] += n

    def write(self) -> None:
        db = self.db
        db.executemany(sql.MEASURE_COUNT, ((n, key) for key, n in self.measures.items() if n))
        db.executemany(sql.SHARE, ((*pair, n) for pair, n in sorted(self.shares.items()) if n))
        db.executemany(sql.DROP_EMPTY_SHARE, (pair[:3] for pair, n in self.shares.items() if n < 0))
        db.executemany(sql.LOAD, ((*load, n) for load, n in self.loads.items() if n))
        db.executemany(sql.DROP_EMPTY_LOAD, (load for load, n in self.loads.items() if n < 0))
        db.executemany(sql.TALLY, ((str(what), n) for what, n in self.tallies.items() if n))
        for each in (self.measures, self.shares, self.loads, self.tallies):
            each.clear()
