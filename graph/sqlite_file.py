"""One SQLite file: a connection a thread, transactions, and what a file must be to be taken for a store."""

import os
import sqlite3
import stat
import threading
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from graph import blob, sql
from graph.store_errors import (
    DiskFull,
    NotAStore,
    StoreError,
    StoreLocked,
    StoreMissing,
    StoreNewer,
    StoreReadOnly,
    StoreUnreadable,
)

WAIT = 10.0
"""Seconds to wait for another writer."""
PRAGMAS = (
    "foreign_keys = ON",
    "synchronous = FULL",  # what was said to be loaded is loaded, also when the power fails
    "temp_store = MEMORY",
    "cache_size = -65536",
    "mmap_size = 1073741824",
    "wal_autocheckpoint = 8000",
)


class _Held:
    """A connection as a thread has it, closed with the thread: a service that runs for weeks has many."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        weakref.finalize(self, connection.close)


class SqliteFile:
    """The file of a store; made when it is not there, unless `create` is false."""

    def __init__(self, path: Path, *, create: bool) -> None:
        self.path = path
        self._local = threading.local()
        self._open: weakref.WeakSet[_Held] = weakref.WeakSet()
        self._lock = threading.Lock()
        if not _stands(path) and not create:
            raise StoreMissing(store=path)
        with self._translated():
            self._prepare()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One moment of the store, however many statements a question takes."""
        with self._translated():
            db = self.connection()
            db.execute("BEGIN")
            try:
                yield db
            finally:
                db.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing."""
        with self._translated():
            db = self.connection()
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise

    def connection(self) -> sqlite3.Connection:
        """This thread's own."""
        held: _Held | None = getattr(self._local, "held", None)
        sealed: tuple[int, int] | None = getattr(self._local, "sealed", None)
        if held is None or (sealed is not None and sealed != self._mark()):
            self._local.sealed = self._mark() if self._sealed() else None
            held = self._local.held = self._connect(sealed=self._local.sealed is not None)
        return held.connection

    def _sealed(self) -> bool:
        """A file that we may only read, with nothing of it still in a log beside it: SQLite would have to make files
        there to share it with writers, so it is taken as one that does not change, until it has."""
        if not self.path.exists() or (os.access(self.path, os.W_OK) and os.access(self.path.parent, os.W_OK)):
            return False
        log = self.path.with_name(f"{self.path.name}-wal")
        return not log.exists() or log.stat().st_size == 0

    def _mark(self) -> tuple[int, int]:
        found = self.path.stat()
        return found.st_mtime_ns, found.st_size

    def _connect(self, *, sealed: bool) -> _Held:
        # autocommit: transactions begin and end where we say so; closed by whichever thread closes the store
        address = f"{self.path.absolute().as_uri()}?immutable=1" if sealed else str(self.path)
        db = sqlite3.connect(address, timeout=WAIT, isolation_level=None, check_same_thread=False, uri=sealed)
        held = _Held(db)
        with self._lock:
            self._open.add(held)
        for statement in PRAGMAS:
            db.execute(f"PRAGMA {statement}")
        return held

    def _prepare(self) -> None:
        """Make the tables in a new file; let nothing else be taken for a store."""
        if not self.path.exists():
            self.path.parent.mkdir(parents=True, exist_ok=True)
        db = self.connection()
        if self._found(db):
            return
        db.execute("PRAGMA journal_mode = WAL")
        with self.writing():
            if not self._found(db):  # another process may have been faster
                for statement in sql.CREATE:
                    db.execute(statement)
                db.execute(f"PRAGMA application_id = {sql.APPLICATION}")
                db.execute(f"PRAGMA user_version = {sql.SCHEMA}")

    def _found(self, db: sqlite3.Connection) -> bool:
        """Whether the file holds our tables; False when it holds nothing."""
        application = db.execute("PRAGMA application_id").fetchone()[0]
        version = db.execute("PRAGMA user_version").fetchone()[0]
        tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if application == sql.APPLICATION and version > sql.SCHEMA:
            raise StoreNewer(store=self.path, found=version, known=sql.SCHEMA)
        if application == sql.APPLICATION and version:
            if version < sql.SCHEMA:
                self._upgrade(db)
            return True
        if application or version or tables:
            raise NotAStore(store=self.path)
        return False

    def _upgrade(self, db: sqlite3.Connection) -> None:
        """An older file is made one of ours, unless another process was faster."""
        db.create_function("tight", 1, blob.tight, deterministic=True)
        with self.writing():
            version = db.execute("PRAGMA user_version").fetchone()[0]
            for each in range(version, sql.SCHEMA):
                for statement in sql.UPGRADES[each]:
                    db.execute(statement)
            db.execute(f"PRAGMA user_version = {sql.SCHEMA}")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """SQLite's errors in the user's words."""
        try:
            yield
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", None)
            kind = ERRORS.get(code & 0xFF) if isinstance(code, int) else None
            if kind is None:
                raise
            raise kind(store=self.path) from error
        except OSError as error:
            raise StoreReadOnly(store=self.path) from error

    def close(self) -> None:
        with self._lock:
            every, self._open = list(self._open), weakref.WeakSet()
            self._local = threading.local()
        for held in every:
            held.connection.close()


def _stands(path: Path) -> bool:
    """Whether there is a file, as far as one can say before opening it."""
    try:
        mode = path.stat().st_mode  # exists() may say no where we may not look
    except (FileNotFoundError, NotADirectoryError):
        return False
    except PermissionError as error:
        raise StoreUnreadable(store=path) from error
    except OSError as error:  # no name of a file here, such as one of 1,000 letters
        raise NotAStore(store=path) from error
    if stat.S_ISDIR(mode):
        raise NotAStore(store=path)
    if not os.access(path, os.R_OK):
        raise StoreUnreadable(store=path)
    return True


ERRORS: Mapping[int, type[StoreError]] = {
    sqlite3.SQLITE_BUSY: StoreLocked,
    sqlite3.SQLITE_LOCKED: StoreLocked,
    sqlite3.SQLITE_READONLY: StoreReadOnly,
    sqlite3.SQLITE_CANTOPEN: StoreReadOnly,
    sqlite3.SQLITE_PERM: StoreReadOnly,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_NOTADB: NotAStore,
    sqlite3.SQLITE_CORRUPT: NotAStore,
}
