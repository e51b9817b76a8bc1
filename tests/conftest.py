"""What many tests stand on: the sample notice as a graph, and stores that hold it."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from graph.model import NoticeGraph
from graph.store import Store, open_store
from tests.neo4j_server import neo4j_server
from tests.shared import SAMPLE

__all__ = ["neo4j_server"]


def pytest_configure() -> None:
    """What the machine is busy with decides no test; and a run in the background of a shell ignores Ctrl-C, and so
    would every program that the tests start."""
    settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("busy")
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def sample_graph() -> NoticeGraph:
    """包府发〔2024〕5号 as it is read."""
    from ingest.build import build
    from ingest.parse import parse
    from ingest.readers import read

    (document,) = read(SAMPLE)
    return build(parse(document))


@pytest.fixture
def sample_store(tmp_path: Path, sample_graph: NoticeGraph) -> Iterator[Store]:
    """A store of the test's own with the sample in it."""
    store = open_store(tmp_path / "sample.db")
    list(store.replace([sample_graph]))
    yield store
    store.close()


@pytest.fixture(scope="session")
def sample_path(tmp_path_factory: pytest.TempPathFactory, sample_graph: NoticeGraph) -> Path:
    """The file of a store with the sample in it, for tests that only ask."""
    path = tmp_path_factory.mktemp("store") / "sample.db"
    store = open_store(path)
    list(store.replace([sample_graph]))
    store.close()
    return path
