"""What of the embedded store is kept in memory, made anew once the file has changed."""

import threading
from dataclasses import dataclass

from graph import sql
from graph.sql import Rows
from graph.sqlite_columns import Columns
from graph.sqlite_steps import Steps


@dataclass(frozen=True, slots=True)
class Moment:
    """The file after so many changes."""

    written: int
    columns: Columns
    steps: Steps


class Memory:
    """One moment, shared by all threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last: Moment | None = None

    def at(self, db: Rows) -> Moment:
        """The moment that this transaction sees."""
        row = db.execute(sql.WRITTEN).fetchone()
        written = row[0] if row else 0
        with self._lock:
            last = self._last
            if last is None or last.written != written:
                columns = Columns(db, last.columns if last else None)
                last = self._last = Moment(written, columns, Steps(columns))
            return last
