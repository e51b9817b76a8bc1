"""Two versions of the sample, really changed: what moved is found, what only stands elsewhere is no other measure."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.model import Kind, Node, NoticeGraph
from graph.store import open_store
from ingest.build import build
from ingest.parse import parse
from ingest.readers import read
from tests.contract.notices import M, notice
from tests.pages.addresses import SAMPLE_ID
from tests.shared import SAMPLE
from viz.compare import worded
from viz.views.compare import most_alike

LATER = "包府发〔2024〕6号"
FIGURES = "一二三四五六七八九"
ITEM = re.compile(r"^[（(][一二三四五六七八九十]+[）)]", re.MULTILINE)
URL = f"/compare{{}}?a={SAMPLE_ID}&b={quote(LATER)}"


def later(text: str) -> str:
    """The sample with three measures reworded, one gone, one new, one in another section, and all numbered anew."""
    for old, new in (
        ("包府发〔2024〕5号", LATER),
        ("完善2小时公路经济圈", "完善90分钟公路经济圈"),
        ("发展低空经济。（责任单位：市工信局、市发改委", "发展低空经济和飞行培训。（责任单位：市发改委"),
        ("市通信管理办公室；完成时限：2024年12月", "市财政局；完成时限：2025年6月"),
    ):
        assert old in text
        text = text.replace(old, new)
    thirteenth, fourteenth, fifth = (text.index(f"（{label}）") for label in ("十三", "十四", "五"))
    moved, gone = text[thirteenth:fourteenth], text[fourteenth : text.index("#### 五")]
    text = text.replace(moved, "").replace(
        gone, "（九）建立跨省区用水联络站。（责任单位：市水务局；完成时限：2026年6月）\n\n"
    )
    text = text[:fifth] + moved + text[fifth:]
    numbers = iter(range(1, 100))
    return ITEM.sub(lambda _: f"（{figures(next(numbers))}）", text)


def figures(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else FIGURES[tens - 1]) + ("十" if tens else "") + (FIGURES[ones - 1] if ones else "")


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory, sample_graph: NoticeGraph) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("versions")
    (folder / "later.txt").write_text(later(SAMPLE.read_text(encoding="utf-8")), encoding="utf-8")
    (document,) = read(folder / "later.txt")
    other = notice("另〔2024〕1号", M("15/林草", "修建学校食堂"), M("15/教育", "培训乡村教师"))
    store = open_store(folder / "versions.db")
    list(store.replace([sample_graph, build(parse(document)), other]))
    with TestClient(create_app(store), follow_redirects=False) as client:
        yield client
    store.close()


def test_three_are_changed_one_is_new_one_is_gone_and_the_others_are_the_same(versions: TestClient) -> None:
    result: dict[str, Any] = versions.get(URL.format(".json")).json()["result"]
    assert [m["title"][:7] for m in result["added"]] == ["建立跨省区用水"]
    assert [m["label"] for m in result["dropped"]] == ["（十四）"]
    assert [(c["before"]["label"], c["after"]["label"]) for c in result["changed"]] == [
        ("（二）", "（二）"),
        ("（三）", "（三）"),
        ("（四）", "（四）"),
    ]
    assert len(result["same"]) == 18


def test_words_units_and_limits_that_moved_are_marked(versions: TestClient) -> None:
    roads, air, city = versions.get(URL.format(".json")).json()["result"]["changed"]
    assert [(p["what"], p["text"]) for p in roads["words"] if p["what"] != "same"] == [
        ("dropped", "2小时"),
        ("added", "90分钟"),
    ]
    assert [p["text"] for p in air["words"] if p["what"] == "added"] == ["和飞行培训"]
    assert [u["printed"] for u in air["left"]] == ["市工信局"]
    assert air["joined"] == [] and air["limit"] is None
    assert [u["printed"] for u in city["joined"]] == ["市财政局"]
    assert [u["printed"] for u in city["left"]] == ["市通信管理办公室"]
    assert city["limit"] == ["2024年12月", "2025年6月"]
    assert city["words"] == []


def test_what_stands_elsewhere_is_the_same_measure_and_says_where_it_stood(versions: TestClient) -> None:
    same = versions.get(URL.format(".json")).json()["result"]["same"]
    (water,) = (c for c in same if c["before"]["label"] == "（十三）")
    assert water["after"]["label"] == "（五）"
    assert [name[:2] for name in water["section"]] == ["四、", "二、"]
    (elder,) = (c for c in same if c["before"]["label"] == "（五）")
    assert elder["label"] == ["（五）", "（六）"] and elder["section"] is None
    page = versions.get(URL.format("")).text
    assert page.count('class="moved"') == sum(bool(c["label"] or c["section"]) for c in same) == 9


def test_the_table_has_a_row_for_each_measure(versions: TestClient) -> None:
    rows = list(csv.reader(io.StringIO(versions.get(URL.format(".csv")).content.decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == ["增加", "删去", *["改动"] * 3, *["相同"] * 18]
    assert "2024年12月 → 2025年6月" in rows[5]


def test_two_different_notices_have_nothing_in_common(versions: TestClient) -> None:
    url = f"/compare.json?a={quote('另〔2024〕1号')}&b={SAMPLE_ID}"
    result = versions.get(url).json()["result"]
    assert [len(result[key]) for key in ("added", "dropped", "changed", "same")] == [22, 2, 0, 0]


def test_marks_are_words_and_no_confetti() -> None:
    assert [(p.what, p.text) for p in worded("建设甲乙丙中心", "建设丁乙戊中心")] == [
        ("same", "建设"),
        ("dropped", "甲乙丙"),
        ("added", "丁乙戊"),
        ("same", "中心"),
    ]


def test_each_table_is_called_by_what_it_lists(versions: TestClient) -> None:
    page = versions.get(URL.format("")).text
    names = re.findall(r'role="region" aria-label="([^"]+)"', page)
    assert len(names) > 1 and len(set(names)) == len(names)


def test_two_versions_of_one_are_offered_and_not_the_newest(versions: TestClient) -> None:
    def offered(query: str = "") -> list[str]:
        return re.findall(r'<option value="([^"]+)" selected', versions.get(f"/compare{query}").text)

    sample = "包府发〔2024〕5号"
    assert offered() == [sample, LATER]
    assert offered(f"?a={quote(LATER)}") == [sample, LATER]
    other = offered(f"?a={quote('另〔2024〕1号')}")
    assert "另〔2024〕1号" in other and len(other) == 2


def test_years_make_no_difference_between_versions() -> None:
    titles = ("关于做好供热的通知", "2024年民生实事", "关于做好供水的意见", "2023年民生实事", "关于印发规划的通知")
    notices = [Node(title, Kind.NOTICE, title) for title in titles]
    assert [one and one.id for one in most_alike(notices)] == ["2023年民生实事", "2024年民生实事"]
    assert most_alike(notices[:1]) == (None, None)
    assert most_alike([]) == (None, None)
