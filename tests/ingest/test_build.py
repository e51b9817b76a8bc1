"""What a notice says in the graph: nodes by id, relations by their ends, whole in itself."""

from collections import Counter
from itertools import combinations

import pytest

from graph.door import admitted
from graph.model import Edge, Kind, NoticeGraph, Relation
from ingest import readers
from ingest.build import build
from ingest.parse import parse
from ingest.parsed import Parsed, Project
from tests.shared import SAMPLE

NOTICE = "包府发〔2024〕5号"


@pytest.fixture(scope="module")
def parsed() -> Parsed:
    return parse(readers.read(SAMPLE)[0])


@pytest.fixture(scope="module")
def graph(parsed: Parsed) -> NoticeGraph:
    return build(parsed)


def of(graph: NoticeGraph, kind: Relation) -> list[Edge]:
    return [edge for edge in graph.edges if edge.kind is kind]


def test_the_same_notice_is_the_same_graph_and_a_store_takes_it(parsed: Parsed, graph: NoticeGraph) -> None:
    assert build(parsed) == graph
    admitted(graph)  # raises what a store would not take


def test_the_sample_says_what_was_counted_by_hand(graph: NoticeGraph) -> None:
    kinds = Counter(node.kind for node in graph.nodes)
    assert kinds[Kind.MEASURE] == 22
    assigned = of(graph, Relation.ASSIGNED_TO)
    assert len(assigned) == 54
    assert len({edge.target for edge in assigned}) == 28
    pairs = Counter(
        pair
        for measure in {edge.source for edge in assigned}
        for pair in combinations(sorted(edge.target for edge in assigned if edge.source == measure), 2)
    )
    assert len(pairs) == 43
    assert {frozenset(name.split("/")[1] for name in pair) for pair, count in pairs.items() if count == 3} == {
        frozenset({"发展改革", "工业和信息化"}),
        frozenset({"工业和信息化", "科学技术"}),
        frozenset({"科学技术", "财政"}),
        frozenset({"林业草原", "生态环境"}),
    }


def test_every_node_comes_with_all_it_lies_in(graph: NoticeGraph) -> None:
    located = {edge.source: edge.target for edge in of(graph, Relation.LOCATED_IN)}
    assert located["150200/林业草原"] == "150200"
    part = {(edge.source, edge.target) for edge in of(graph, Relation.PART_OF)}
    assert ("150200", "150000") in part
    assert ("150200", "group/呼包鄂乌") in part


def test_the_clause_of_a_relation_is_where_its_span_says(parsed: Parsed, graph: NoticeGraph) -> None:
    for edge in of(graph, Relation.ASSIGNED_TO):
        span, name = edge.props["span"], edge.props["name"]
        assert isinstance(span, list)
        assert "".join(parsed.text[int(span[0]) : int(span[1])].split()) == name


def test_a_cited_notice_is_named_by_its_number_or_its_title(graph: NoticeGraph) -> None:
    cited = {edge.target: edge.props["relation"] for edge in of(graph, Relation.CITES)}
    assert cited["内政发〔2023〕23号"] == "implements"
    assert all(edge.source == NOTICE for edge in of(graph, Relation.CITES))
    assert any(id.startswith("title/") for id in cited)


def test_a_project_called_like_a_theme_is_the_theme(parsed: Parsed) -> None:
    named = parsed.measures[0].replace(projects=(Project("生态环保", "生态环保", "campaign", None, None),))
    graph = build(parsed.replace(measures=(named, *parsed.measures[1:])))
    admitted(graph)  # raises what a store would not take
    assert all(node.kind is not Kind.PROJECT for node in graph.nodes if node.id == "生态环保")
