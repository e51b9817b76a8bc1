"""What of the embedded store is kept in memory, made anew once the file has changed."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from graph import sql
from graph.search.search import RANKED, Candidate
from graph.sql import Rows
from graph.sqlite_columns import Columns
from graph.sqlite_steps import Steps


class Candidates:
    """The candidates read last, by key: those that one question finds are mostly those of the next, its second
    page, or the same within a department. Long ones are read each time."""

    MOST = 20 * RANKED
    LONG = 2000

    def __init__(self) -> None:
        self._kept: dict[int, Candidate] = {}

    def each(
        self, keys: Sequence[int], read: Callable[[Sequence[int]], Mapping[int, Candidate]]
    ) -> dict[int, Candidate]:
        """What is kept or read of each, in the order of the keys; `read` may leave some out."""
        kept = self._kept
        found = {key: kept[key] for key in keys if key in kept}
        if len(found) < len(keys):
            fresh = read([key for key in keys if key not in found])
            if len(kept) > self.MOST:
                self._kept = kept = {}
            kept.update((key, one) for key, one in fresh.items() if len(one.text) < self.LONG)
            found = {key: one for key in keys if (one := found.get(key) or fresh.get(key)) is not None}
        return found


@dataclass(frozen=True, slots=True)
class Moment:
    """The file after so many changes."""

    written: int
    columns: Columns
    steps: Steps
    candidates: Candidates = field(default_factory=Candidates)


class Memory:
    """One moment, shared by all threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last: Moment | None = None
        self._kinds: tuple[int, Mapping[str, int]] = -1, {}

    def at(self, db: Rows) -> Moment:
        """The moment that this transaction sees."""
        written = _written(db)
        with self._lock:
            last = self._last
            if last is None or last.written != written:
                columns = Columns(db, last.columns if last else None)
                last = self._last = Moment(written, columns, Steps(columns))
            return last

    def kinds(self, db: Rows) -> Mapping[str, int]:
        """How many measures notices of each kind have, most first: counted once for all who ask."""
        when, counted = self._kinds
        written = _written(db)
        if when != written:
            counted = dict(db.execute(sql.COUNTED_KINDS))
            self._kinds = written, counted
        return counted


def _written(db: Rows) -> int:
    row = db.execute(sql.WRITTEN).fetchone()
    return row[0] if row else 0
