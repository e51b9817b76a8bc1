"""A client of the real app over a real store that holds the sample."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.store import Store


@pytest.fixture
def client(sample_store: Store) -> Iterator[TestClient]:
    with TestClient(create_app(sample_store), raise_server_exceptions=False) as client:
        yield client
