"""What is given away is read by others: through networkx, csv and zip, as a program elsewhere would."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator

import networkx as nx
import pytest

from graph.merge import Again
from graph.model import Edge, Kind, Node, NoticeGraph, Relation
from tests.viz.notices import PAYLOADS, hostile, small
from viz import files

SMALL, HOSTILE = small(), hostile()


def whole(writer: Callable[[Again], Iterator[bytes]], *notices: NoticeGraph) -> bytes:
    return b"".join(writer(lambda: notices))


def tables(made: bytes) -> dict[str, list[list[str]]]:
    with zipfile.ZipFile(io.BytesIO(made)) as held:
        assert held.testzip() is None
        return {
            name.removesuffix(".csv"): list(csv.reader(io.StringIO(held.read(name).decode("utf-8-sig"), newline="")))
            for name in held.namelist()
        }


@pytest.mark.parametrize("notice", [SMALL, HOSTILE], ids=["small", "hostile"])
def test_graphml_says_to_networkx_what_the_notice_says(notice: NoticeGraph) -> None:
    read = nx.read_graphml(io.BytesIO(whole(files.graphml, notice)), force_multigraph=True)
    assert read.is_directed()
    assert (read.number_of_nodes(), read.number_of_edges()) == (len(notice.nodes), len(notice.edges))


@pytest.mark.parametrize("notice", [SMALL, HOSTILE], ids=["small", "hostile"])
def test_gexf_says_to_networkx_what_the_notice_says(notice: NoticeGraph) -> None:
    read = nx.read_gexf(io.BytesIO(whole(files.gexf, notice)))
    assert read.is_directed()
    assert (read.number_of_nodes(), read.number_of_edges()) == (len(notice.nodes), len(notice.edges))


@pytest.mark.parametrize("notice", [SMALL, HOSTILE], ids=["small", "hostile"])
def test_node_link_json_says_to_networkx_what_the_notice_says(notice: NoticeGraph) -> None:
    read = nx.node_link_graph(json.loads(whole(files.node_link, notice)), edges="edges")
    assert set(read) == {node.id for node in notice.nodes}
    assert read.number_of_edges() == len(notice.edges)


def test_properties_arrive_with_their_types() -> None:
    read = nx.read_graphml(io.BytesIO(whole(files.graphml, SMALL)), force_multigraph=True)
    river, measure = read.nodes["geo/黄河"], read.nodes[f"{SMALL.id}/2"]
    assert (river["kind"], river["region_kind"], river["lon"]) == ("Region", "geographic", 109.8)
    assert (measure["label"], measure["due"], measure["span_start"]) == ("（二）", "2024-12-31", 35)
    assert "deadline_text" not in river
    edge = read.get_edge_data(f"{SMALL.id}/1", "150200/水务")
    assert next(iter(edge.values()))["order"] == 1


def test_json_keeps_hostile_names_as_they_are() -> None:
    read = json.loads(whole(files.node_link, HOSTILE))
    names = [node["name"] for node in read["nodes"] if node["kind"] == "Project"]
    assert names == list(PAYLOADS)


def test_a_node_that_two_notices_name_is_one_and_both_relations_stay() -> None:
    read = json.loads(whole(files.node_link, small("甲〔2024〕1号"), small("乙〔2024〕1号")))
    assert sum(node["kind"] == "Department" for node in read["nodes"]) == 2
    assert sum(edge["target"] == "150200/水务" for edge in read["edges"]) == 2


def test_of_a_loaded_notice_its_own_words_win_over_a_citation() -> None:
    cited = Node("乙〔2024〕1号", Kind.NOTICE, "听说的标题")
    cites = Edge(Relation.CITES, "甲〔2024〕1号", cited.id, "甲〔2024〕1号", {"relation": "cites"})
    first = NoticeGraph("甲〔2024〕1号", (Node("甲〔2024〕1号", Kind.NOTICE, "甲"), cited), (cites,), "")
    read = json.loads(whole(files.node_link, first, small("乙〔2024〕1号")))
    assert [n["name"] for n in read["nodes"] if n["id"] == "乙〔2024〕1号"] == ["关于治水种树的通知"]


@pytest.mark.parametrize("format", files.WRITERS)
def test_the_same_graph_gives_the_same_bytes(format: str) -> None:
    writer = files.WRITERS[format][0]
    assert whole(writer, SMALL, HOSTILE) == whole(writer, SMALL, HOSTILE)


def test_the_zip_holds_a_table_for_each_kind_of_node_and_relation() -> None:
    read = tables(whole(files.csv_zip, SMALL))
    assert list(read) == [
        "通知", "举措", "责任单位", "项目", "地区", "主题", "关系_包含举措", "关系_发文", "关系_引用", "关系_责任",
        "关系_涉及项目", "关系_涉及地区", "关系_主题", "关系_属于", "关系_所在地区",
    ]  # fmt: skip
    assert read["举措"][0][:4] == ["编号", "名称", "序号", "标题"]
    assert read["关系_责任"][1][:7] == [
        f"{SMALL.id}/1",
        "治理黄河",
        "150200/水务",
        "试市水务局",
        SMALL.id,
        "responsible",
        "stated",
    ]
    assert [len(rows) - 1 for rows in read.values()] == [1, 2, 2, 0, 1, 1, 2, 0, 0, 3, 0, 1, 1, 0, 0]


def test_the_tables_have_english_heads_on_demand() -> None:
    read = tables(b"".join(files.csv_zip(lambda: [SMALL], "en")))
    assert read["assigned_to"][0][:4] == ["source_id", "source_name", "target_id", "target_name"]


def test_tables_open_rightly_in_excel() -> None:
    with zipfile.ZipFile(io.BytesIO(whole(files.csv_zip, SMALL))) as held:
        raw = held.read("举措.csv")
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n") == 3


def test_no_cell_is_a_formula() -> None:
    for rows in tables(whole(files.csv_zip, HOSTILE)).values():
        for row in rows[1:]:
            for cell in row:
                assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")), cell[:40]
                assert len(cell) <= 32_767
