"""One database of a Neo4j server: transactions, the driver's errors in our words, what is taken for a store."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit, urlunsplit

import neo4j
from neo4j.exceptions import AuthError, ClientError, ConfigurationError, DriverError, Neo4jError

from graph import cypher
from graph.cypher import Run
from graph.store_errors import (
    NoDatabase,
    NotAStore,
    StoreDenied,
    StoreError,
    StoreLost,
    StoreMissing,
    StoreNewer,
    StoreUnreachable,
)

T = TypeVar("T")

PATIENCE = 10.0
"""Seconds in which a transaction is tried again: a cluster chooses a new leader, a server comes back."""

# the driver tells of every retry; unless someone listens to its log, what a person reads is our one error at the end
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Neo4jDatabase:
    """The database of a store; made ready when it is empty, unless `create` is false."""

    def __init__(self, address: str, user: str, password: str, *, create: bool = True) -> None:
        self.address = address.rpartition("@")[2]
        self._connected = False
        with self._translated():
            server, self._database, self.address, given = _parted(address)
            self._driver = neo4j.GraphDatabase.driver(
                server,
                auth=given if given and not password else (user, password),
                connection_timeout=5,
                connection_acquisition_timeout=15,
                max_transaction_retry_time=PATIENCE,
                notifications_min_severity="OFF",
                user_agent="jucuo",
            )
            try:
                self._driver.verify_connectivity()
                self._connected = True
                self._prepare(create)
            except BaseException:
                self._driver.close()
                raise

    def read(self, ask: Callable[[Run], T]) -> T:
        """What a question needs, in one transaction."""
        with self._translated(), self._session() as session:
            return session.execute_read(lambda transaction: ask(_run(transaction)))

    def write(self, change: Callable[[Run], T]) -> T:
        """All of it or nothing."""
        with self._translated(), self._session() as session:
            return session.execute_write(lambda transaction: change(_run(transaction)))

    def _session(self) -> neo4j.Session:
        # one bookmark manager: in a cluster, what was written is read, whichever member answers
        manager = self._driver.execute_query_bookmark_manager
        return self._driver.session(database=self._database, bookmark_manager=manager)

    def _prepare(self, create: bool) -> None:
        """Constraints and indexes in an empty database; let nothing else be taken for a store."""
        rows = self.read(lambda run: run(cypher.FOUND_SCHEMA))
        if not rows:
            if not create:
                raise StoreMissing(store=self.address)
            if self.read(lambda run: run(cypher.ANYTHING)):
                raise NotAStore(store=self.address)
            with self._session() as session:
                for statement in cypher.CREATE:
                    session.run(statement).consume()
            self.write(lambda run: run(cypher.PUT_SCHEMA, version=cypher.SCHEMA))
        elif rows[0][0] > cypher.SCHEMA:
            raise StoreNewer(store=self.address, found=rows[0][0], known=cypher.SCHEMA)
        elif rows[0][0] < cypher.SCHEMA:
            self.write(lambda run: run(cypher.PUT_SCHEMA, version=cypher.SCHEMA))

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """The driver's errors in the user's words; their own could tell an address with a password."""
        try:
            yield
        except (DriverError, Neo4jError, ConfigurationError) as error:
            raise self._said(error) from error
        except (OSError, ValueError) as error:
            if self._connected:
                raise
            raise StoreUnreachable(store=self.address) from error

    def _said(self, error: Exception) -> Exception:
        kind: type[StoreError] = StoreLost if self._connected else StoreUnreachable
        if isinstance(error, AuthError):
            kind = StoreDenied
        elif isinstance(error, ClientError):
            code = error.code or ""
            if "Security" in code:
                kind = StoreDenied
            elif "DatabaseNotFound" in code:
                kind = NoDatabase
            else:
                return error
        return kind(store=self.address)

    def close(self) -> None:
        self._driver.close()


def _run(transaction: neo4j.ManagedTransaction) -> Run:
    def run(statement: str, /, **values: Any) -> list[list[Any]]:
        return transaction.run(statement, values).values()

    return run


def _parted(address: str) -> tuple[str, str | None, str, tuple[str, str] | None]:
    """What the driver connects to, the database, what may be shown, and a user with password if the address has one."""
    parts = urlsplit(address)
    place = parts.netloc.rpartition("@")[2]
    database = unquote(parts.path.strip("/")) or None
    given = (unquote(parts.username or ""), unquote(parts.password)) if parts.password else None
    server = urlunsplit((parts.scheme, place, "", parts.query, ""))
    return server, database, urlunsplit((parts.scheme, place, parts.path, "", "")), given
