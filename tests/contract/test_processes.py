"""A loading process that is killed leaves whole notices; two that load at once do not disturb each other."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from graph.model import Kind
from graph.store import Store
from tests.contract.loading import numbered
from tests.neo4j_server import Server
from tests.shared import ROOT


def loading(store: Store, first: int, last: int, server: Server | None) -> subprocess.Popen[str]:
    env = dict(os.environ, PYTHONUTF8="1")
    if server is not None:
        env |= {"JUCUO_NEO4J_USER": server.user, "JUCUO_NEO4J_PASSWORD": server.password}
    command = [sys.executable, "-m", "tests.contract.loading", store.address, str(first), str(last)]
    return subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, encoding="utf-8")


@pytest.mark.parametrize("after", [1, 70, 150])
def test_a_killed_load_leaves_whole_notices_and_all_that_was_said_to_be_loaded(
    fresh: Callable[[], Store], server_of: Server | None, after: int
) -> None:
    store = fresh()
    process = loading(store, 0, 5000, server_of)
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(after)]
    process.kill()
    said += process.stdout.read().splitlines()
    process.wait()
    process.stdout.close()
    loaded = {graph.id: graph for graph in store.notices()}
    assert len(loaded) >= len(said) - 1  # the last line may be cut
    for number, graph in enumerate(loaded.values()):
        assert graph in (numbered(number), numbered(number, "，新"))
    assert store.check() == ()
    list(store.replace([numbered(0)]))
    assert store.check() == ()


def test_two_processes_load_at_once(fresh: Callable[[], Store], server_of: Server | None) -> None:
    store = fresh()
    both = [loading(store, 0, 60, server_of), loading(store, 30, 90, server_of)]
    reading = 0
    while any(process.poll() is None for process in both):
        page = store.measures(limit=20)
        assert all(item.departments for item in page.items)
        reading += 1
    for process in both:
        assert process.stdout is not None
        process.stdout.close()
    assert [process.returncode for process in both] == [0, 0]
    assert reading > 0
    assert store.stats().nodes[Kind.NOTICE] == 90
    assert store.check() == ()
