"""The real service in a thread of this process, on a free port."""

import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn

from api.app import create_app
from api.settings import Settings
from graph.model import NoticeGraph
from graph.neo4j_store import Neo4jStore
from graph.store import Store, open_store
from tests.neo4j_server import Server, emptied

STORES = ("sqlite", "neo4j")


@contextmanager
def serving(store: Store) -> Iterator[str]:
    """Serves an open store; gives the address without a slash at its end."""
    config = uvicorn.Config(create_app(store, Settings()), host="127.0.0.1", port=0, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        until = time.monotonic() + 20
        while not server.started:
            if time.monotonic() > until or not thread.is_alive():
                raise RuntimeError("the service did not start")
            time.sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(20)


@contextmanager
def serving_notices(folder: Path, notices: Iterable[NoticeGraph]) -> Iterator[str]:
    """Serves a new store with those notices in it."""
    store = open_store(folder / "pages.db")
    try:
        list(store.replace(notices))
        with serving(store) as address:
            yield address
    finally:
        store.close()


@contextmanager
def serving_in(
    kind: str, request: pytest.FixtureRequest, folder: Path, notices: Iterable[NoticeGraph]
) -> Iterator[str]:
    """The same in one of STORES; the Neo4j server of the tests is emptied first."""
    if kind == "sqlite":
        with serving_notices(folder, notices) as address:
            yield address
        return
    server: Server = request.getfixturevalue("neo4j_server")
    emptied(server)
    store = Neo4jStore(server.address, server.user, server.password)
    try:
        list(store.replace(notices))
        with serving(store) as address:
            yield address
    finally:
        store.close()


@pytest.fixture(scope="module", params=STORES)
def site_in_both(
    request: pytest.FixtureRequest, sample_graph: NoticeGraph, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The sample's service, for modules of which everything holds on both stores: `site = serving.site_in_both`."""
    with serving_in(request.param, request, tmp_path_factory.mktemp("site"), [sample_graph]) as address:
        yield address
