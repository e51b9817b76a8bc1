"""The questions of docs/neo4j.md, run as they stand there on a real server that holds the sample notice."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from neo4j import GraphDatabase

from graph.model import Kind, NoticeGraph, Relation
from graph.neo4j_store import Neo4jStore
from tests.neo4j_server import Server, emptied
from tests.shared import ROOT

QUESTIONS = re.findall(
    r"^```cypher\n(.*?)^```$", (ROOT / "docs" / "neo4j.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
)
Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def asked(neo4j_server: Server, sample_graph: NoticeGraph) -> Iterator[list[Rows]]:
    """The rows of each question."""
    emptied(neo4j_server)
    store = Neo4jStore(neo4j_server.address, neo4j_server.user, neo4j_server.password)
    list(store.replace([sample_graph]))
    store.close()
    with GraphDatabase.driver(neo4j_server.address, auth=(neo4j_server.user, neo4j_server.password)) as driver:
        yield [[record.data() for record in driver.execute_query(question).records] for question in QUESTIONS]


def test_there_are_five() -> None:
    assert len(QUESTIONS) == 5


def test_four_pairs_share_three_measures(asked: list[Rows]) -> None:
    assert [row["共同举措"] for row in asked[0]][:5] == [3, 3, 3, 3, 2]


def test_what_touches_the_yellow_river_has_its_owners(asked: list[Rows]) -> None:
    assert {"（十二）", "（十三）"} <= {row["序号"] for row in asked[1]}
    assert all(row["责任单位"] for row in asked[1])


def test_nine_are_due_by_the_end_of_2024(asked: list[Rows]) -> None:
    assert [row["期限"] for row in asked[2]] == ["2024-12-31"] * 9


def test_the_most_loaded_come_first(asked: list[Rows]) -> None:
    assert [row["举措"] for row in asked[3]][:4] == [6, 5, 5, 4]


def test_two_that_share_three_measures_are_tied_by_three(asked: list[Rows]) -> None:
    assert len(asked[4]) == 3
    assert all(len(row["路径"]) == 3 for row in asked[4])


def test_the_documentation_names_every_label_and_type() -> None:
    text = (ROOT / "docs" / "neo4j.md").read_text("utf-8")
    assert all(f"{name}" in text for name in (*Kind, *Relation))
