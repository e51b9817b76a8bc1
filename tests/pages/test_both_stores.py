"""The pages are the same over SQLite and over a real Neo4j, and the Cypher that a question shows gives its answer."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from neo4j import GraphDatabase

from api.app import create_app
from graph.model import NoticeGraph
from graph.neo4j_store import Neo4jStore
from tests.neo4j_server import Server, emptied
from tests.pages.addresses import PAGES
from viz.questions import QUESTIONS, Question


@pytest.fixture(scope="module")
def server(neo4j_server: Server, sample_graph: NoticeGraph) -> Server:
    emptied(neo4j_server)
    store = Neo4jStore(neo4j_server.address, neo4j_server.user, neo4j_server.password)
    list(store.replace([sample_graph]))
    store.close()
    return neo4j_server


@pytest.fixture(scope="module")
def there(server: Server) -> Iterator[TestClient]:
    store = Neo4jStore(server.address, server.user, server.password)
    with TestClient(create_app(store), follow_redirects=False) as client:
        yield client
    store.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_the_same_from_both(pages: TestClient, there: TestClient, name: str) -> None:
    here, other = (client.get(PAGES[name], headers={"Accept": "text/html"}) for client in (pages, there))
    assert here.status_code == other.status_code
    assert here.text == other.text


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_the_cypher_of_a_question_gives_its_answer(there: TestClient, server: Server, question: Question) -> None:
    said = there.get(f"/questions/{question.id}.json").json()
    with (
        GraphDatabase.driver(server.address, auth=(server.user, server.password)) as driver,
        driver.session() as session,
    ):
        rows = session.run(question.cypher, said["given"]).values()
    assert len(rows) == said["total"]
