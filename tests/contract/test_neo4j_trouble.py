"""A server that is down, refuses, is another's, newer, or lost in the middle: each said in one sentence."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from graph import cypher, neo4j_database
from graph.model import Loaded, NoticeGraph
from graph.neo4j_store import Neo4jStore
from graph.store_errors import NoDatabase, NotAStore, StoreDenied, StoreLost, StoreMissing, StoreNewer, StoreUnreachable
from tests.contract.notices import M, notice
from tests.neo4j_server import Server, emptied, running

SECRET = "very-secret-word"


def test_a_server_that_is_down_is_said_without_the_password() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(StoreUnreachable) as error:
        Neo4jStore(f"bolt://neo4j:{SECRET}@127.0.0.1:{port}/notices", "neo4j", SECRET)
    assert SECRET not in error.value.text("zh") + error.value.text("en") + repr(error.value)
    assert f"127.0.0.1:{port}/notices" in error.value.text("en")


@pytest.mark.parametrize(
    "address", ["neo4j://no-such-host.invalid", "bolt://", "bolt://127.0.0.1:99999", "neo4j://[::1"]
)
def test_an_address_that_leads_nowhere_is_said(address: str) -> None:
    with pytest.raises(StoreUnreachable):
        Neo4jStore(address, "neo4j", SECRET)


def test_a_wrong_password_is_denied_and_not_repeated(neo4j_server: Server) -> None:
    with pytest.raises(StoreDenied) as error:
        Neo4jStore(neo4j_server.address, neo4j_server.user, SECRET)
    assert SECRET not in repr(error.value) + str(error.value.__cause__)


def test_a_database_that_is_not_there_is_said(neo4j_server: Server) -> None:
    with pytest.raises(NoDatabase):
        Neo4jStore(f"{neo4j_server.address}/nosuch", neo4j_server.user, neo4j_server.password)


def test_the_store_shows_no_password(neo4j_server: Server) -> None:
    emptied(neo4j_server)
    host = neo4j_server.address.removeprefix("bolt://")
    store = Neo4jStore(f"bolt://{neo4j_server.user}:{neo4j_server.password}@{host}/neo4j", "", "")
    assert neo4j_server.password not in repr(store) + store.address + repr(neo4j_server)
    assert store.address == f"bolt://{host}/neo4j"
    store.close()


def test_an_empty_database_is_only_taken_when_wished(neo4j_server: Server) -> None:
    emptied(neo4j_server)
    with pytest.raises(StoreMissing):
        Neo4jStore(neo4j_server.address, neo4j_server.user, neo4j_server.password, create=False)


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ("CREATE (:Person {name: 'another program'})", NotAStore),
        (f"CREATE (:Jucuo {{name: 'schema', version: {cypher.SCHEMA + 1}}})", StoreNewer),
    ],
)
def test_what_is_not_ours_or_newer_is_left_as_it_is(
    neo4j_server: Server, statement: str, error: type[Exception]
) -> None:
    emptied(neo4j_server)
    with GraphDatabase.driver(neo4j_server.address, auth=(neo4j_server.user, neo4j_server.password)) as driver:
        driver.execute_query(statement)
        with pytest.raises(error):
            Neo4jStore(neo4j_server.address, neo4j_server.user, neo4j_server.password)
        assert driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"] == 1
    emptied(neo4j_server)


@pytest.mark.usefixtures("neo4j_server")  # where there is none, it skips
def test_a_server_lost_in_the_middle_keeps_what_was_said_and_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server of its own: it is stopped while notices come. (How long it is waited for: tests/api/test_neo4j.py.)"""
    monkeypatch.setattr(neo4j_database, "PATIENCE", 1.0)
    said: list[Loaded] = []
    with running(tmp_path / "home", brief=True) as server:
        store = Neo4jStore(server.address, server.user, server.password)
        stopping = until_killed(server)
        with pytest.raises(StoreLost):
            for outcome in store.replace(stopping):
                said.append(outcome)  # noqa: PERF402
        store.close()
    with running(tmp_path / "home", brief=True) as server:
        store = Neo4jStore(server.address, server.user, server.password)
        assert len(list(store.notices())) == len(said) > 0
        assert store.check() == ()
        store.close()


def until_killed(server: Server) -> Iterator[NoticeGraph]:
    """Notices, slowly; before the fifth the server is killed."""
    for i in range(8):
        if i == 5:
            server.kill()
        time.sleep(0.25)  # longer than a batch is collected
        yield notice(f"n{i}", *[M("林草 发改", regions="1502")] * 5)
