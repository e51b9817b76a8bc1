"""The statements a Neo4j store sends, sent again by hand over the driver, to see what the store adds to them."""

import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import neo4j

from graph import neo4j_database
from graph.cypher import Run
from graph.store import Store

Sent = list[tuple[str, dict[str, Any]]]


@contextmanager
def recorded() -> Iterator[Sent]:
    """What any store sends within the block."""
    sent: Sent = []
    plain = neo4j_database._run

    def listening(transaction: neo4j.ManagedTransaction) -> Run:
        run = plain(transaction)

        def noted(statement: str, /, **values: Any) -> list[list[Any]]:
            sent.append((statement, values))
            return run(statement, **values)

        return noted

    neo4j_database._run = listening
    try:
        yield sent
    finally:
        neo4j_database._run = plain


def compare(store: Store, driver: neo4j.Driver, asks: Sequence[Callable[[Store], Any]]) -> tuple[float, float]:
    """Median milliseconds of ours and of the same statements by hand, one after the other so that both meet the same
    machine."""
    ours, hand = [], []
    for ask in asks:
        with recorded() as sent:
            ask(store)
        began = time.perf_counter()
        ask(store)
        middle = time.perf_counter()
        with driver.session() as session:
            session.execute_read(_all, sent)
        ours.append((middle - began) * 1000)
        hand.append((time.perf_counter() - middle) * 1000)
    return statistics.median(ours), statistics.median(hand)


def driver(address: str) -> neo4j.Driver:
    auth = (os.environ.get("JUCUO_NEO4J_USER", "neo4j"), os.environ.get("JUCUO_NEO4J_PASSWORD", ""))
    return neo4j.GraphDatabase.driver(address, auth=auth, notifications_min_severity="OFF")


def _all(transaction: neo4j.ManagedTransaction, sent: Sent) -> None:
    for statement, values in sent:
        transaction.run(statement, values).values()
