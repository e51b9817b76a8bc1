"""Loading, loading again, replacing and taking back, on both stores."""

import pickle
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.asking import Filter
from graph.errors import BadValue, Unknown
from graph.lexicon import using
from graph.model import Edge, Kind, Loaded, Node, NoticeGraph, Relation
from graph.store import Store
from tests.contract.notices import M, department, notice


def load(store: Store, *graphs: NoticeGraph) -> list[Loaded]:
    return list(store.replace(graphs))


def test_the_same_notice_again_is_unchanged_and_writes_nothing(store: Store) -> None:
    graph = notice("甲", M("林草 发改", regions="1502"))
    assert load(store, graph, graph) == [Loaded.LOADED, Loaded.UNCHANGED]
    before = store.stats()
    assert load(store, graph) == [Loaded.UNCHANGED]
    assert store.stats() == before


def test_a_notice_prepared_by_another_process_is_as_good_as_the_notice(store: Store) -> None:
    before = notice("甲", M("林草 发改", "治理黄河", regions="1502", projects="项目甲", themes="生态"), cites=["乙"])
    after = notice("甲", M("林草 财政", "治理黄河", regions="150203"), M("工信", themes="产业"), issuer="发改")
    pickled = [pickle.dumps(type(store).prepare(graph)) for graph in (before, before, after)]
    assert list(store.replace(map(pickle.loads, pickled))) == [Loaded.LOADED, Loaded.UNCHANGED, Loaded.REPLACED]
    assert store.notice("甲") == after
    assert [hit.measure.id for hit in store.search("黄河").items] == ["甲/1"]
    assert store.check() == ()
    with pytest.raises(BadValue):
        type(store).prepare(NoticeGraph("甲", (), (), ""))


def test_a_changed_notice_leaves_exactly_what_it_says_now(store: Store) -> None:
    load(store, notice("甲", M("林草 发改", projects="项目甲"), M("财政")), notice("乙", M("林草 财政")))
    assert load(store, notice("甲", M("林草 工信", themes="产业"))) == [Loaded.REPLACED]
    assert [c.node.id for c in store.list(Kind.DEPARTMENT).items] == ["15/林草", "15/工信", "15/财政"]
    assert store.list(Kind.PROJECT).total == 0
    assert [(p.a, p.b, p.count) for p in store.pairs().items] == [("15/工信", "15/林草", 1), ("15/林草", "15/财政", 1)]
    assert store.stats().nodes[Kind.MEASURE] == 2
    assert store.check() == ()


def test_a_notice_comes_back_exactly_as_it_was_given(store: Store) -> None:
    graph = notice(
        "甲", M("林草:lead", "治理\r\n黄河\t“几字弯” 𠮷", regions="150203"), issuer="发改", cites=["乙"], issuers=[]
    )
    graph = NoticeGraph(
        graph.id, graph.nodes, graph.edges, graph.text, ({"code": "x", "span": [1, 2], "message": None},)
    )
    load(store, graph)
    assert store.notice("甲") == graph
    assert list(store.notices()) == [graph]


def test_notices_come_by_id_and_without_those_only_cited(store: Store) -> None:
    load(store, notice("𠮷", M()), notice("\uffff", M()), notice("a", M(), cites=["b"]))
    assert [graph.id for graph in store.notices()] == ["a", "\uffff", "𠮷"]
    with pytest.raises(Unknown):
        store.notice("b")


def test_the_smallest_notice_id_describes_a_shared_node_and_the_next_takes_over(store: Store) -> None:
    def telling(id: str, level: str) -> NoticeGraph:
        unit = Node("15/林草", Kind.DEPARTMENT, f"林草局，据{id}", {"level": level})
        nodes = (Node(id, Kind.NOTICE, id, {}), unit)
        return NoticeGraph(id, nodes, (Edge(Relation.ISSUED_BY, id, unit.id, id, {}),), "文")

    load(store, telling("乙", "2"), telling("甲", "1"), telling("丙", "3"))
    assert store.node("15/林草").name == "林草局，据丙"  # 丙 U+4E19 < 乙 U+4E59 < 甲 U+7532
    assert [n.id for n in store.named("林草局，据丙")] == ["15/林草"]
    store.remove("丙")
    assert store.node("15/林草").props["level"] == "2"
    assert store.named("林草局，据丙") == ()
    load(store, telling("乙", "9"))
    assert store.node("15/林草").props["level"] == "9"
    store.remove("乙")
    store.remove("甲")
    with pytest.raises(Unknown):
        store.node("15/林草")


def test_a_loaded_notice_describes_itself_and_stays_as_cited_when_it_goes(store: Store) -> None:
    load(store, notice("a", M(), cites=["b"]))
    assert (store.node("b").name, store.stats().cited) == ("b", 1)
    load(store, notice("b", M(), title="自己的标题"))
    assert (store.node("b").name, store.stats().cited) == ("自己的标题", 0)
    store.remove("b")
    assert (store.node("b").name, store.stats().cited) == ("b", 1)
    assert store.stats().nodes[Kind.NOTICE] == 1
    store.remove("a")
    assert store.stats().cited == 0


def test_removing_what_is_not_there_is_unknown(store: Store) -> None:
    load(store, notice("a", M(), cites=["b"]))
    for id in ("b", "c", "\ud800", "a/1"):
        with pytest.raises(Unknown):
            store.remove(id)


def test_a_relation_that_two_notices_state_goes_with_the_last(store: Store) -> None:
    load(store, notice("a", M(regions="1502")), notice("b", M(regions="1502")))
    assert store.stats().relations[Relation.PART_OF] == 1
    (edge,) = store.edges_among(["1502", "15"]).edges
    assert edge.notice == "a"
    store.remove("a")
    (edge,) = store.edges_among(["1502", "15"]).edges
    assert edge.notice == "b"
    store.remove("b")
    assert store.stats().relations[Relation.PART_OF] == 0


def test_what_lies_in_a_region_counts_for_it_also_when_regions_move(store: Store) -> None:
    load(store, notice("a", M(regions="150203"), M(regions="1502")), notice("b", M(regions="1503")))
    assert {c.node.id: c.measures for c in store.list(Kind.REGION).items} == {
        "15": 3, "1502": 2, "1503": 1, "150203": 1,
    }  # fmt: skip
    assert store.measures(Filter(regions=("15",))).total == 3
    graph = notice("c", M(regions="99"))
    edge = Edge(Relation.PART_OF, "15", "99", "c", {})
    load(store, NoticeGraph("c", (*graph.nodes, Node("15", Kind.REGION, "十五", {})), (*graph.edges, edge), graph.text))
    assert next(c for c in store.list(Kind.REGION).items if c.node.id == "99").measures == 4
    assert store.check() == ()
    store.remove("c")
    assert store.check() == ()


def test_outcomes_come_in_order_and_what_was_before_an_error_is_kept(store: Store) -> None:
    def source() -> Iterator[NoticeGraph]:
        yield notice("a", M("林草"))
        yield notice("b", M("林草"))
        raise KeyError("reading failed")

    outcomes: list[Loaded] = []
    with pytest.raises(KeyError):
        outcomes.extend(store.replace(source()))
    assert store.stats().nodes[Kind.NOTICE] == 2


def test_a_notice_that_does_not_fit_is_refused_and_those_before_it_kept(store: Store) -> None:
    clash = NoticeGraph(
        "c", (Node("c", Kind.NOTICE, "c", {}), Node("15/林草", Kind.PROJECT, "其实是项目", {})), (), "文"
    )
    outcomes: list[Loaded] = []
    with pytest.raises(BadValue):
        for outcome in store.replace([notice("a", M("林草")), clash, notice("d", M())]):
            outcomes.append(outcome)  # noqa: PERF402
    assert outcomes == [Loaded.LOADED]
    assert [graph.id for graph in store.notices()] == ["a"]
    assert store.check() == ()


def test_a_notice_may_learn_that_a_project_is_a_theme(store: Store) -> None:
    def naming(kind: Kind) -> NoticeGraph:
        return NoticeGraph("a", (Node("a", Kind.NOTICE, "a", {}), Node("x", kind, "某事", {})), (), "文")

    load(store, naming(Kind.PROJECT))
    assert load(store, naming(Kind.THEME)) == [Loaded.REPLACED]
    assert store.node("x").kind is Kind.THEME
    assert store.check() == ()


A = Node("a", Kind.NOTICE, "a", {})
M1 = Node("a/1", Kind.MEASURE, "一", {})
HAS = Edge(Relation.CONTAINS, "a", "a/1", "a", {"ordinal": 1})


@pytest.mark.parametrize(
    "graph",
    [
        NoticeGraph("a", (), (), "文"),
        NoticeGraph("a", (A, A), (), "文"),
        NoticeGraph("a", (A,), (), "NUL \0"),
        NoticeGraph("a", (A,), (), "half \ud800"),
        NoticeGraph("a", (A, Node("p\n", Kind.PROJECT, "p", {})), (), "文"),
        NoticeGraph("a", (A, Node("", Kind.PROJECT, "p", {})), (), "文"),
        NoticeGraph("a", (A, Node("p" * 501, Kind.PROJECT, "p", {})), (), "文"),
        NoticeGraph("a", (A, Node("p", Kind.PROJECT, "p\0", {})), (), "文"),
        NoticeGraph("a", (A, Node("p", Kind.PROJECT, "p", {"lon": float("nan")})), (), "文"),
        NoticeGraph("a", (A, Node("p", Kind.PROJECT, "p", {"lon": 2**63})), (), "文"),
        NoticeGraph("a", (A, Node("p", Kind.PROJECT, "p", {"kind": ["x", 1]})), (), "文"),  # type: ignore[dict-item]
        NoticeGraph("a", (A, Node("p", Kind.PROJECT, "p", {"kind": {"x": 1}})), (), "文"),  # type: ignore[dict-item]
        NoticeGraph("a", (A, Node("p", Kind.PROJECT, "p", {"id": "q"})), (), "文"),
        NoticeGraph("a", (A, Node("p", Kind.PROJECT, "p", {"a`) DETACH DELETE n //": "q"})), (), "文"),
        NoticeGraph("a", (A, M1), (), "文"),
        NoticeGraph("a", (A, Node("b/1", Kind.MEASURE, "一", {})), (), "文"),
        NoticeGraph("a", (A, M1), (HAS, HAS), "文"),
        NoticeGraph("a", (A, Node("a/1", Kind.MEASURE, "一", {"due": "2024-02-30"})), (HAS,), "文"),
        NoticeGraph("a", (A, Node("a/1", Kind.MEASURE, "一", {"deadline_kind": "soon"})), (HAS,), "文"),
        NoticeGraph("a", (A,), (HAS,), "文"),
        NoticeGraph("a", (A, M1), (Edge(Relation.CONTAINS, "a", "a/1", "b", {"ordinal": 1}),), "文"),
        NoticeGraph(
            "a",
            (A, M1, department("林草")),
            (HAS, Edge(Relation.ASSIGNED_TO, "a/1", "15/林草", "a", {"role": "boss"})),
            "文",
        ),
        NoticeGraph("a", (Node("a", Kind.NOTICE, "a", {"dated": "二〇二四年"}),), (), "文"),
        NoticeGraph("a", (A,), (), "文", ({"message": "NUL \0"},)),
    ],
)
def test_what_is_not_whole_or_cannot_be_kept_is_refused_before_anything_is_written(
    store: Store, graph: NoticeGraph
) -> None:
    with pytest.raises(BadValue):
        list(store.replace([graph]))
    assert list(store.notices()) == []


def test_terms_are_made_anew(store: Store) -> None:
    load(store, notice("a", M("林草", "治理黄河"), M("林草", "治理黄河")), notice("b", M("财政", "治理黄河")))
    before = store.search("黄河")
    assert before.total == 3
    assert store.reindex() == 3
    assert store.search("黄河") == before
    assert store.check() == ()


def test_a_change_of_the_concepts_is_said_until_the_terms_are_made_anew(store: Store, tmp_path: Path) -> None:
    load(store, notice("a", M("林草", "治理黄河")), notice("b", M("财政", "治理黄河")))
    (tmp_path / "concepts.tsv").write_text("concept\tkind\twords\n治理\tfield\t治理\n", encoding="utf-8")
    with using(tmp_path):
        (due,) = store.check()
        assert due == "检索用的概念变了，2 份公文的检索词还是按原来的做的；请运行 jucuo reindex。"
        load(store, notice("b", M("财政", "治理黄河", themes="产业")))
        (due,) = store.check()
        assert "1 份公文" in due
        store.reindex()
        assert store.check() == ()
    assert len(store.check()) == 1


def test_a_store_opened_again_holds_the_same(fresh: Callable[[], Store]) -> None:
    first = fresh()
    load(first, notice("a", M("林草 发改")))
    said = first.stats()
    first.close()
    first.close()
    assert fresh().stats() == said
