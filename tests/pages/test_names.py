"""Lists call departments as the notices print them, where that says which is meant."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from graph.asking import Filter
from graph.model import Edge, Kind, Node, NoticeGraph, Relation, Value
from graph.store import Store, open_store
from viz.views.names import of_pairs, printed

FINANCE = {"330000/财政": "浙江省财政厅", "610000/财政": "陕西省财政厅", "000000/财政": "财政部"}


def said(notice: str, *units: tuple[str, str, str, list[str]]) -> NoticeGraph:
    """A notice of one measure, with units as (id, name, as printed, aliases)."""
    measure = Node(f"{notice}/1", Kind.MEASURE, "治理", {"title": "治理", "text": "治理", "span": [0, 2]})
    nodes = [Node(notice, Kind.NOTICE, notice, {"title": notice}), measure]
    edges = [Edge(Relation.CONTAINS, notice, measure.id, notice, {"ordinal": 1})]
    for order, (id, name, words, aliases) in enumerate(units, 1):
        props: dict[str, Value] = {"kind": "unit", "aliases": aliases}
        nodes.append(Node(id, Kind.DEPARTMENT, name, props))
        how: dict[str, Value] = {"role": "responsible", "basis": "stated", "order": order, "name": words}
        edges.append(Edge(Relation.ASSIGNED_TO, measure.id, id, notice, how))
    return NoticeGraph(notice, tuple(nodes), tuple(edges), "治理")


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(tmp_path_factory.mktemp("names") / "names.db")
    list(
        store.replace(
            [
                said(
                    "甲",
                    ("330000/卫生健康", "浙江省卫生健康委员会", "省卫生健康委", ["省卫生健康委"]),
                    ("330000/财政", "浙江省财政厅", "财政厅", ["省财政厅", "财政厅"]),
                    ("甲/group/各部门", "各有关部门", "各有关部门", []),
                ),
                said("乙", ("610000/财政", "陕西省财政厅", "省财政厅", ["省财政厅", "财政厅"])),
                said("丙", ("000000/财政", "财政部", "财政部", [])),
            ]
        )
    )
    yield store
    store.close()


def test_of_one_place_all_are_printed_shortly_with_the_level_that_was_left_out(store: Store) -> None:
    names = {"330000/卫生健康": "浙江省卫生健康委员会", "330000/财政": "浙江省财政厅", "甲/group/各部门": "各有关部门"}
    assert printed(store, Filter(), names) == {
        "330000/卫生健康": "省卫生健康委", "330000/财政": "省财政厅", "甲/group/各部门": "各有关部门",
    }  # fmt: skip
    assert [*of_pairs(store, Filter(), store.pairs().items).values()] == ["省卫生健康委", "省财政厅", "各有关部门"]


def test_of_several_places_of_a_level_each_is_called_in_full(store: Store) -> None:
    assert printed(store, Filter(), FINANCE) == FINANCE


def test_a_department_is_named_though_the_measures_meant_do_not_name_it(store: Store) -> None:
    other = {"610000/财政": "陕西省财政厅"}
    assert printed(store, Filter(notices=("甲",)), other) == {"610000/财政": "省财政厅"}
    assert printed(store, replace(Filter(), notices=("甲",)), {"640000/财政": "宁夏财政厅"}) == {
        "640000/财政": "宁夏财政厅"
    }
