"""Sharing, walks and hostile text, on both stores."""

import pytest

from graph.asking import By, Filter
from graph.model import Edge, Kind, Node, NoticeGraph, Relation
from graph.store import Store
from tests.contract.notices import M, notice

HOSTILE = (
    "<script>alert(1)</script>", "'; DROP TABLE node; --", "`) DETACH DELETE (n", '"} ) //', '=HYPERLINK("x")',
    "\u202e反", "line\nbreak\ttab", "{x}%s${jndi:ldap://x}", "長" * 10_000, "\U0001f600\U00020bb7", "own:* OR NOT x",
    "é\u0301", "\x1b[31m",
)  # fmt: skip


@pytest.fixture
def shared(store: Store) -> Store:
    measures = (M("甲 乙 丙"), M("甲 乙"), M("甲 丁", themes="产业"), M("丙 丁", themes="产业"), M("戊"))
    list(store.replace([notice("n", *measures)]))
    return store


def test_pairs_by_count_jaccard_and_lift(shared: Store) -> None:
    by_count = [(p.a[3:], p.b[3:], p.count) for p in shared.pairs().items]
    assert by_count == [("乙", "甲", 2), ("丁", "丙", 1), ("丁", "甲", 1), ("丙", "乙", 1), ("丙", "甲", 1)]
    (pair, *_) = shared.pairs(By.JACCARD).items
    assert (pair.a, pair.b, pair.jaccard, pair.lift) == ("15/乙", "15/甲", 2 / 3, 2 * 5 / (2 * 3))
    assert [p.lift for p in shared.pairs(By.LIFT).items] == sorted((p.lift for p in shared.pairs().items), reverse=True)


def test_pairs_of_the_measures_meant_only(shared: Store) -> None:
    (first, second) = shared.pairs(filter=Filter(themes=("主题产业",))).items
    assert (first.a[3:], first.b[3:], first.count, first.jaccard, first.lift) == ("丁", "丙", 1, 0.5, 1.0)
    assert (second.a[3:], second.b[3:]) == ("丁", "甲")
    same = shared.pairs(By.JACCARD, Filter(themes=("主题产业",), notices=("n",)))
    assert same.items == shared.pairs(By.JACCARD, Filter(themes=("主题产业",))).items


def test_partners_stand_second(shared: Store) -> None:
    partners = shared.partners("15/甲")
    assert [(p.a[3:], p.b[3:], p.count) for p in partners.items] == [("甲", "乙", 2), ("甲", "丁", 1), ("甲", "丙", 1)]
    assert shared.partners("15/戊").total == 0
    page = shared.partners("15/甲", limit=2)
    assert (page.total, len(shared.partners("15/甲", limit=2, cursor=page.next).items)) == (3, 1)


def test_around_comes_nearest_first_and_says_what_is_left_out(shared: Store) -> None:
    graph = shared.around("15/戊", depth=4, limit=4)
    assert [n.id for n in graph.nodes] == ["15/戊", "n/5", "n", "n/1"]
    assert (graph.truncated, graph.total) == (True, 12)
    ends = {n.id for n in graph.nodes}
    assert all({e.source, e.target} <= ends for e in graph.edges)
    whole = shared.around("15/戊", depth=4)
    assert (whole.truncated, whole.total, len(whole.nodes)) == (False, 12, 12)
    assert [n.id for n in shared.around("15/戊", depth=4, kinds=[Kind.MEASURE]).nodes] == ["15/戊", "n/5"]
    assert [n.id for n in shared.around("15/戊", kinds=[]).nodes] == ["15/戊"]


def test_who_does_a_measure_in_two_roles_is_one_neighbour_of_it(store: Store) -> None:
    list(store.replace([notice("n", M("林草:lead 林草:support"), M("林草"), M("林草"))]))
    graph = store.around("15/林草", limit=3)
    assert [node.id for node in graph.nodes] == ["15/林草", "n/1", "n/2"]
    assert (graph.truncated, graph.total) == (True, 4)


def test_degrees_count_neighbours_by_kind(shared: Store) -> None:
    assert shared.degrees("15/甲") == {Kind.MEASURE: 3}
    assert shared.degrees("n/3") == {Kind.NOTICE: 1, Kind.DEPARTMENT: 2, Kind.THEME: 1}


def test_all_shortest_ways_in_the_order_of_ids(shared: Store) -> None:
    ways = shared.paths("15/甲", "15/乙")
    assert ways.paths == (("15/甲", "n/1", "15/乙"), ("15/甲", "n/2", "15/乙"))
    assert (ways.truncated, ways.graph.total, len(ways.graph.edges)) == (False, 2, 4)
    first = shared.paths("15/甲", "15/乙", limit=1)
    assert (first.paths, first.truncated, first.graph.total) == (ways.paths[:1], True, 2)
    assert shared.paths("15/甲", "15/甲").paths == (("15/甲",),)
    assert shared.paths("15/甲", "15/戊").paths[0] == ("15/甲", "n/1", "n", "n/5", "15/戊")
    assert shared.paths("15/甲", "15/戊", longest=3).paths == ()
    assert shared.paths("15/甲", "15/戊", kinds=[Kind.MEASURE]).paths == ()


def test_ways_are_counted_not_walked_when_there_are_very_many(store: Store) -> None:
    list(store.replace([notice(f"n{i}", *[M("甲 乙")] * 30) for i in range(10)]))
    ways = store.paths("15/甲", "15/乙", limit=3)
    assert (len(ways.paths), ways.graph.total, ways.truncated) == (3, 300, True)
    assert ways.paths[0] == ("15/甲", "n0/1", "15/乙")


def test_edges_among_keeps_the_order_and_leaves_out_the_unknown(shared: Store) -> None:
    graph = shared.edges_among(["15/甲", "nobody", "n/1", "\ud800", "15/甲", "15/乙"])
    assert [n.id for n in graph.nodes] == ["15/甲", "n/1", "15/乙"]
    assert [(e.kind, e.source, e.target) for e in graph.edges] == [
        (Relation.ASSIGNED_TO, "n/1", "15/乙"), (Relation.ASSIGNED_TO, "n/1", "15/甲"),
    ]  # fmt: skip


def test_a_unit_named_twice_is_one_relation_in_a_picture_and_one_measure_in_counts(store: Store) -> None:
    list(store.replace([notice("n", M("林草:lead 发改 林草:support"))]))
    assert len(store.measure("n/1").departments) == 3
    edge = next(e for e in store.edges_among(["n/1", "15/林草"]).edges)
    assert edge.props["role"] == "lead"
    assert [(p.count) for p in store.pairs().items] == [1]
    assert store.stats().relations[Relation.ASSIGNED_TO] == 3
    assert store.list(Kind.DEPARTMENT).items[0].measures == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_comes_back_as_it_was(store: Store, text: str) -> None:
    id = text.replace("\n", " ").replace("\t", " ").replace("\x1b", "")[:400]
    notice_id = f"号{id}"
    measure = f"{notice_id}/1"
    strings = {"label": text, "title": text, "text": text, "section": text, "deadline_text": text}
    graph = NoticeGraph(
        notice_id,
        (
            Node(
                notice_id, Kind.NOTICE, text, {"title": text, "issuers": [text, text], "number": text, "source": text}
            ),
            Node(measure, Kind.MEASURE, text, {**strings, "span": [0, 5]}),
            Node(f"15/{id}", Kind.DEPARTMENT, text, {"aliases": [text], "level": text}),
            Node(f"p{id}", Kind.PROJECT, text, {"kind": text}),
            Node(f"r{id}", Kind.REGION, text, {"kind": text}),
            Node(f"t{id}", Kind.THEME, text, {}),
        ),
        (
            Edge(Relation.CONTAINS, notice_id, measure, notice_id, {"ordinal": 1}),
            Edge(Relation.ASSIGNED_TO, measure, f"15/{id}", notice_id, {"name": text, "role": "lead"}),
            Edge(Relation.INVOLVES, measure, f"p{id}", notice_id, {"stage": text, "name": text}),
            Edge(Relation.TOUCHES, measure, f"r{id}", notice_id, {"name": text}),
            Edge(Relation.ABOUT, measure, f"t{id}", notice_id, {"basis": [text]}),
        ),
        text * 3,
        ({"code": text, "message": text},),
    )
    list(store.replace([graph]))
    assert store.notice(notice_id) == graph
    item = store.measure(measure)
    assert (item.label, item.title, item.text, item.departments[0].printed) == (text, text, text, text)
    assert {n.id for n in store.around(notice_id, depth=2).nodes} == {n.id for n in graph.nodes}
    assert [n.name for n in store.around(measure).nodes] == [text] * 6
    filter = Filter(
        departments=(f"15/{id}",),
        projects=(f"p{id}",),
        regions=(f"r{id}",),
        themes=(f"t{id}",),
        notices=(notice_id,),
    )
    assert store.measures(filter).total == 1
    assert store.facets(filter).nodes[Kind.THEME][0].node.name == text
    assert {n.id for n in store.named(text)} >= {f"p{id}"}
    assert store.suggest(text[:50], limit=10) == store.suggest(text[:50], limit=10)
    assert store.check() == ()
    store.remove(notice_id)
    assert sum(store.stats().nodes.values()) == 0
