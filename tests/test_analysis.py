"""What follows from the graph as a whole, on graphs small enough to see it, and on one as large as it may be."""

import random
from itertools import combinations
from typing import Any

import networkx as nx
import pytest

import graph
from graph.analysis import (
    analyse,
    analysis,
    betweenness_of,
    department_graph,
    eigenvector_of,
    groups_of,
    names_of,
    participation,
    to_networkx,
)
from graph.asking import Filter, Pair
from graph.model import NoticeGraph
from graph.store import Store
from tests.viz.notices import small


def pair(a: str, b: str, count: int = 1) -> Pair:
    return Pair(a, b, f"{a}局", f"{b}局", count, 0.0, 0.0)


WATER = [pair("水务", "林草", 3), pair("林草", "生态", 3), pair("水务", "生态", 2)]
SCIENCE = [pair("科技", "工信", 3), pair("教育", "科技", 2), pair("工信", "教育", 2)]
TWO_GROUPS = [*WATER, *SCIENCE, pair("林草", "财政"), pair("科技", "财政")]
"""Two triangles, and 财政 between them."""

ASSIGNED: Any = ("ASSIGNED_TO", "甲〔2024〕1号")

NAMES = {id: f"{id}局" for id in ("水务", "林草", "生态", "科技", "工信", "教育", "财政", "公安")}
LOADS = {"工信": 6, "科技": 4, "财政": 5, "林草": 3, "生态": 3, "水务": 2, "教育": 1, "公安": 1}
THEMES = {"生态环保": {"水务": 2, "林草": 3, "生态": 3}, "科技创新": {"科技": 4, "工信": 3, "教育": 1, "财政": 1}}


def test_departments_that_share_with_each_other_are_a_group() -> None:
    ties = department_graph(TWO_GROUPS)
    assert [
        set(part) >= {"林草", "水务", "生态"} or set(part) >= {"工信", "教育", "科技"} for part in groups_of(ties)
    ] == [True, True]
    assert sum(len(part) for part in groups_of(ties)) == 7


def test_who_ties_the_groups_stands_between() -> None:
    values, exact = betweenness_of(department_graph(TWO_GROUPS))
    assert exact
    assert max(values, key=lambda id: values[id]) in {"财政", "林草", "科技"}
    assert values["水务"] == values["教育"] == 0


def test_the_well_tied_of_the_well_tied_stand_highest() -> None:
    values = eigenvector_of(department_graph(WATER, ["公安"]))
    assert values["林草"] == 1.0
    assert values["公安"] == 0.0


def test_being_well_tied_is_what_networkx_says() -> None:
    for pairs in (WATER, TWO_GROUPS):
        ties = department_graph(pairs, ["公安"])
        values = nx.eigenvector_centrality(ties, max_iter=1000, tol=1e-7, weight="weight")
        most = max(values.values())
        assert eigenvector_of(ties) == pytest.approx({id: value / most for id, value in values.items()}, abs=1e-5)


def test_participation_is_nothing_in_one_group_and_half_when_spread_over_two() -> None:
    assert participation({1: 7}) == 0
    assert participation({1: 2, 2: 2}) == 0.5
    assert participation({}) == 0


def test_groups_are_named_after_the_themes_that_are_their_own() -> None:
    assert names_of([["水务", "林草"], ["工信", "科技"], ["公安"]], THEMES) == ["生态环保", "科技创新", None]


def test_an_analysis_says_it_all_in_a_fixed_order() -> None:
    found = analysis(NAMES, LOADS, TWO_GROUPS, THEMES)
    assert [standing.id for standing in found.departments][:4] == ["工信", "财政", "科技", "林草"]
    assert {group.name for group in found.groups} == {"生态环保", "科技创新"}
    assert found.bridges[0].id in {"财政", "林草", "科技"}
    assert [(tie.pairs, len(tie.strongest)) for tie in found.ties] == [(1, 1)]
    assert (found.pairs, found.exact) == (8, True)
    assert found.modularity > 0.3
    alone = next(standing for standing in found.departments if standing.id == "公安")
    assert (alone.group, alone.partners) == (None, 0)
    shuffled = random.Random(5).sample(TWO_GROUPS, len(TWO_GROUPS))
    assert analysis(dict(reversed(NAMES.items())), LOADS, shuffled, THEMES) == found


def test_nothing_to_analyse_is_no_error() -> None:
    found = analysis({}, {}, [], {})
    assert (found.departments, found.groups, found.bridges, found.modularity) == ((), (), (), 0.0)
    assert analysis({"甲": "甲局"}, {"甲": 1}, [], {}).departments[0].group is None


def test_five_hundred_departments_are_estimated_where_exact_would_take_too_long() -> None:
    chance = random.Random(1)
    ids = [f"{number:03}" for number in range(500)]
    near = [(a, b) for a, b in combinations(ids, 2) if a[0] == b[0] and chance.random() < 0.65]
    far = {tuple(sorted(chance.sample(ids, 2))) for _ in range(3000)}
    pairs = [pair(a, b, chance.randint(1, 5)) for a, b in sorted({*near, *far})]
    found = analysis({id: id for id in ids}, {}, pairs, {})
    assert len(pairs) > 18_000
    assert not found.exact
    assert [len(group.members) for group in found.groups] == [100] * 5


def test_a_store_is_analysed_by_its_pairs(sample_store: Store) -> None:
    found = analyse(sample_store)
    assert (len(found.departments), found.pairs) == (28, 43)
    assert found.departments[0].name == "包头市工业和信息化局"
    alone = {standing.name for standing in found.departments if standing.group is None}
    assert alone >= {"包头市公安局", "包头市交通运输局", "包头市卫生健康委员会"}
    assert analyse(sample_store) == found


def test_an_analysis_keeps_to_its_filter(sample_store: Store) -> None:
    theme = analyse(sample_store, Filter(departments=("150200/林业草原",)))
    assert "包头市工业和信息化局" not in {standing.name for standing in theme.departments}


def test_the_graph_goes_to_networkx_with_all_it_says() -> None:
    one, two = small("甲〔2024〕1号"), small("乙〔2024〕1号")
    made = to_networkx([two, one])
    assert made.number_of_nodes() == 2 * 3 + 4
    assert made.number_of_edges() == 14
    assert made.nodes["geo/黄河"] == {
        "props_kind": "geographic",
        "lon": 109.8,
        "lat": 40.6,
        "kind": "Region",
        "name": "黄河",
    }
    assert made["甲〔2024〕1号/1"]["150200/水务"][ASSIGNED]["role"] == "responsible"


def test_notebooks_find_it_in_the_room_itself(sample_graph: NoticeGraph) -> None:
    made = graph.to_networkx([sample_graph])
    assert made.number_of_nodes() == len(sample_graph.nodes)
