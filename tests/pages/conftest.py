"""The pages as a client sees them, over a real store with the sample."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.model import NoticeGraph
from graph.store import open_store


@pytest.fixture(scope="module")
def pages(sample_path: Path) -> Iterator[TestClient]:
    store = open_store(sample_path)
    with TestClient(create_app(store), follow_redirects=False) as client:
        yield client
    store.close()


@contextmanager
def serve(folder: Path, notices: Iterable[NoticeGraph]) -> Iterator[TestClient]:
    """The same over a new store with those notices."""
    store = open_store(folder / "pages.db")
    list(store.replace(notices))
    with TestClient(create_app(store), follow_redirects=False) as client:
        yield client
    store.close()
