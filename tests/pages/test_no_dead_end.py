"""Where there is nothing, a page says so, offers what to do instead, and nothing that would be empty too."""

from dataclasses import replace
from html import unescape
from urllib.parse import quote, unquote

import pytest
from fastapi.testclient import TestClient

from graph.model import Kind
from tests.contract.notices import M, notice
from tests.pages.addresses import FORESTRY
from tests.pages.conftest import serve


def test_a_mark_alone_among_the_words_asks_for_nothing(pages: TestClient) -> None:
    for query in ("火星 ' --", "火星 的 OR 1=1"):
        assert pages.get(f"/search?q={quote(query)}").status_code == 200, query


@pytest.mark.parametrize("url", ["/measures?year=abc", "/matrix?by=none", "/deadlines?as_of=never"])
def test_a_wrong_value_is_not_offered_to_be_searched_for(pages: TestClient, url: str) -> None:
    page = pages.get(url, headers={"Accept": "text/html"})
    assert page.status_code == 422
    assert 'href="/search?q=' not in page.text.partition("<main")[2]
    unknown = pages.get("/departments/nowhere", headers={"Accept": "text/html"})
    assert 'href="/search?q=nowhere"' in unknown.text


@pytest.mark.parametrize(
    "url", [f"/measures?department={FORESTRY}&deadline=immediate", "/measures?kind=none", "/groups?year=2099"]
)
def test_of_nothing_there_is_no_picture(pages: TestClient, url: str) -> None:
    page = pages.get(url)
    assert page.status_code == 200
    assert "/export/graph.html" not in page.text


def test_groups_that_nobody_ties_say_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    graphs = [notice("甲", M("林草 水利"), M("教育 科技"))]
    with serve(tmp_path_factory.mktemp("apart"), graphs) as client:
        page = client.get("/groups").text
        assert "没有部门与两个组有共同举措" in page
        assert "No department shares" in client.get("/groups?lang=en").text


def test_of_very_many_notices_those_to_compare_are_asked_for_by_name(tmp_path_factory: pytest.TempPathFactory) -> None:
    graphs = [notice(f"甲〔2024〕{n}号", M("林草"), number=f"甲〔2024〕{n}号") for n in range(1, 202)]
    with serve(tmp_path_factory.mktemp("many"), graphs) as client:
        page = client.get(f"/compare?a={quote('甲〔2024〕1号')}&b={quote('甲〔2024〕201号')}").text
        assert page.count('data-suggest="Notice"') == 2
        assert 'value="甲〔2024〕1号"' in page and "<select" not in page.partition("<main")[2]


def test_the_table_of_a_comparison_speaks_the_language_of_the_page(tmp_path_factory: pytest.TempPathFactory) -> None:
    graphs = [notice("甲", M("林草:lead"), M(title="旧")), notice("乙", M("林草:support"), M(title="新"))]
    with serve(tmp_path_factory.mktemp("two"), graphs) as client:
        chinese = client.get(f"/compare.csv?a={quote('甲')}&b={quote('乙')}&lang=zh").text
        english = client.get(f"/compare.csv?a={quote('甲')}&b={quote('乙')}&lang=en").text
    assert "改动" in chinese and "牵头" in chinese
    assert "changed" in english and "leads" in english
    assert not any(word in english for word in ("改动", "增加", "删去", "相同", "牵头", "配合"))


ROOMS = ("/measures", "/deadlines", "/matrix", "/matrix?top=groups", "/shared", "/groups", "/questions", "/compare")


def test_an_empty_base_asks_for_notices_on_every_page(tmp_path_factory: pytest.TempPathFactory) -> None:
    with serve(tmp_path_factory.mktemp("empty"), []) as client:
        for url in (*ROOMS, "/", "/departments", "/notices", f"/search?q={quote('生态')}"):
            main = client.get(url).text.partition("<main")[2]
            assert "/load" in main and "/export/graph.html" not in main, url
        assert "点击一个格子" not in client.get("/matrix").text


def main_of(client: TestClient, url: str) -> str:
    text = client.get(url, headers={"Accept": "text/html"}).text
    return unescape(unquote(text.partition("<main")[2]))


@pytest.mark.parametrize(
    "url, back",
    [
        ("/deadlines?as_of=never&deadline=ongoing", "/deadlines?deadline=ongoing"),
        ("/measures?department=火星局&year=2024", "/measures?year=2024"),
        ("/shared?a=火星局&by=lift", "/shared?by=lift"),
        ("/explore?id=火星局", "/explore"),
    ],
)
def test_a_page_asked_for_wrongly_is_one_step_away_without_what_was_wrong(
    pages: TestClient, url: str, back: str
) -> None:
    assert f'href="{back}">去掉这个条件' in main_of(pages, url)
    assert pages.get(back).status_code == 200


def test_a_wrong_value_is_called_as_the_page_calls_it(pages: TestClient) -> None:
    assert "“截至”的值“never”不对：应为 2024-12-31 这样的日期。" in main_of(pages, "/deadlines?as_of=never")
    assert "“never” of “" in main_of(pages, "/measures?due_before=never&lang=en")
    assert "“Due by”" in main_of(pages, "/measures?due_before=never&lang=en").replace('<bdi lang="zh-CN">', "")


def test_of_several_that_are_called_so_each_leads_to_the_page_that_was_meant(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    graph = notice("甲", M("林草 水利"))
    alike = [replace(one, name="市某局") if one.kind is Kind.DEPARTMENT else one for one in graph.nodes]
    with serve(tmp_path_factory.mktemp("alike"), [replace(graph, nodes=tuple(alike))]) as client:
        answer = client.get("/measures?department=市某局&order=due", headers={"Accept": "text/html"})
        assert answer.status_code == 409
        page = main_of(client, "/measures?department=市某局&order=due")
        for id in ("15/林草", "15/水利"):
            assert f'href="/measures?department={id}&order=due"' in page
        assert "有 2 个都叫" in page
