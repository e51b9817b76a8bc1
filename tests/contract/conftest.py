"""Every test of this folder that asks for `store` runs on both stores, each time on an empty one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.neo4j_store import Neo4jStore
from graph.store import Store, open_store
from tests.neo4j_server import Server, emptied

STORES = ("sqlite", "neo4j")


@pytest.fixture(params=STORES)
def server_of(request: pytest.FixtureRequest) -> Server | None:
    """The server, emptied, that this test is run on; None for the embedded store."""
    if request.param == "sqlite":
        return None
    server: Server = request.getfixturevalue("neo4j_server")
    emptied(server)
    return server


@pytest.fixture
def fresh(server_of: Server | None, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Opens the store of this test, again and again if wanted; at first it is empty."""
    opened: list[Store] = []

    def opening() -> Store:
        if server_of is None:
            opened.append(open_store(tmp_path / "store.db"))
        else:
            opened.append(Neo4jStore(server_of.address, server_of.user, server_of.password))
        return opened[-1]

    yield opening
    for store in opened:
        store.close()


@pytest.fixture
def store(fresh: Callable[[], Store]) -> Store:
    return fresh()


@pytest.fixture
def both(tmp_path: Path, neo4j_server: Server) -> Iterator[tuple[Store, Store]]:
    """The embedded store and Neo4j, both empty."""
    emptied(neo4j_server)
    stores = (
        open_store(tmp_path / "both.db"),
        Neo4jStore(neo4j_server.address, neo4j_server.user, neo4j_server.password),
    )
    yield stores
    for each in stores:
        each.close()
