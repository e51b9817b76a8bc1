"""The same program over a real Neo4j: the answers of SQLite, and one sentence when the server is not there."""

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.model import NoticeGraph
from graph.neo4j_store import Neo4jStore
from graph.store import Store
from tests.api.running import Run, jucuo
from tests.neo4j_server import Server, emptied
from tests.shared import SAMPLE

N = "包府发〔2024〕5号"
ADDRESSES = (
    "/notices",
    "/measures?limit=1000",
    "/measures?department=市林草局&department=市生态环境局",
    "/measures?order=due&region=包头市",
    "/departments?limit=1000",
    "/departments?q=lcj",
    "/projects",
    "/regions",
    "/themes",
    "/search?q=黄河 ecology",
    "/search?q=工业&limit=2&department=市工信局",
    "/facets?q=工业",
    "/shared?limit=1000",
    "/shared?by=lift&limit=7",
    "/shared?a=市林草局&by=jaccard",
    "/shared?a=市林草局&b=市生态环境局",
    "/around?id=市林草局&depth=2&limit=20",
    "/around?id=黄河&depth=3&kinds=Measure,Department",
    "/paths?from=市科技局&to=市林草局",
    "/due?as_of=2024-06-01&limit=1000",
    "/suggest?q=市林",
    "/degrees?id=市林草局",
    "/analysis",
    f"/notices/{N}",
    f"/measures/{N}/13",
    "/departments/市林草局",
    "/departments/没有",
    "/measures?cursor=xyz",
)


@pytest.fixture(scope="module")
def neo4j(neo4j_server: Server, sample_graph: NoticeGraph) -> Iterator[Store]:
    emptied(neo4j_server)
    store = Neo4jStore(neo4j_server.address, neo4j_server.user, neo4j_server.password)
    list(store.replace([sample_graph]))
    yield store
    store.close()


def over(server: Server, *args: str | Path, **env: str) -> Run:
    """`jucuo` with that server as its store."""
    login: dict[str, Any] = {"JUCUO_NEO4J_USER": server.user, "JUCUO_NEO4J_PASSWORD": server.password}
    return jucuo(*args, **({"JUCUO_STORE": server.address} | login | env))


@pytest.mark.parametrize("address", ADDRESSES)
def test_both_stores_give_the_same_answer(client: TestClient, neo4j: Store, address: str) -> None:
    there = TestClient(create_app(neo4j)).get(f"/api/v1{address}")
    here = client.get(f"/api/v1{address}")
    assert (there.status_code, there.json()) == (here.status_code, here.json())


def test_the_command_line_loads_asks_copies_and_removes(
    neo4j: Store, neo4j_server: Server, sample_path: Path, tmp_path: Path
) -> None:
    assert neo4j.stats().nodes
    assert over(neo4j_server, "load", SAMPLE, "--json").json()["outcome"] == "unchanged"
    found: Any = over(neo4j_server, "search", "黄河 ecology", "--json").json()
    assert [item["id"] for item in found["items"]] == [f"{N}/12", f"{N}/13"]
    out = over(neo4j_server, "copy", neo4j_server.address, tmp_path / "出.db", "--json").json()
    assert (out["notices"], out["loaded"]) == (1, 1)
    assert over(neo4j_server, "remove", N).status == 0
    back = over(neo4j_server, "copy", sample_path, neo4j_server.address, "--json").json()
    assert (back["notices"], back["loaded"]) == (1, 1)
    assert over(neo4j_server, "check").status == 0


def test_a_wrong_password_is_said_and_not_shown(neo4j_server: Server) -> None:
    run = over(neo4j_server, "stats", JUCUO_NEO4J_PASSWORD="wrong secret")
    assert (run.status, run.out, run.err.count("\n")) == (1, "", 1)
    assert run.err.startswith("Neo4j（") and "拒绝了用户名或密码" in run.err
    assert "wrong secret" not in run.err


class Line:
    """A line to the server that can be cut."""

    def __init__(self, address: str) -> None:
        host, port = address.removeprefix("bolt://").split(":")
        self.to = host, int(port)
        self.ends: list[socket.socket] = []
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"bolt://127.0.0.1:{self.listening.getsockname()[1]}"
        self.passed = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                one, _ = self.listening.accept()
                other = socket.create_connection(self.to)
                self.ends += [one, other]
                for source, target in ((one, other), (other, one)):
                    threading.Thread(target=self._pass, args=(source, target), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(1 << 14):
                self.passed += len(data)
                target.sendall(data)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def cut(self) -> None:
        for end in (self.listening, *self.ends):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


def test_a_server_lost_in_the_middle_of_a_load_leaves_whole_notices(neo4j_server: Server, tmp_path: Path) -> None:
    emptied(neo4j_server)
    text = SAMPLE.read_text(encoding="utf-8")
    for number in range(100, 160):
        path = tmp_path / f"{number}.txt"
        path.write_text(text.replace("〔2024〕5号", f"〔2024〕{number}号"), encoding="utf-8")
    line = Line(neo4j_server.address)

    def cutting() -> None:
        while line.passed < 3_000_000 and not done.wait(0.01):
            pass
        line.cut()

    done = threading.Event()
    threading.Thread(target=cutting, daemon=True).start()
    run = over(neo4j_server, "load", tmp_path, "--json", JUCUO_STORE=line.address)
    done.set()
    assert run.status == 1, run.err
    assert len(run.err.splitlines()) == 1 and "Neo4j" in run.err
    lines = run.out.splitlines()
    stats = over(neo4j_server, "stats", "--json").json()
    assert stats["nodes"]["Measure"] == 22 * stats["nodes"]["Notice"]
    assert len(lines) - 1 <= stats["nodes"]["Notice"] < 60
    assert over(neo4j_server, "check").status == 0
    emptied(neo4j_server)
