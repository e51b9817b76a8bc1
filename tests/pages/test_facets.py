"""Facets combine: the number beside each value is the length of the list that its link leads to, however many are
chosen."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.store import open_store
from tests.contract.notices import M, notice
from tests.pages.addresses import ECOLOGY, FORESTRY
from tests.pages.crawling import Link, links, total

STARTS = (
    "/measures?",
    "/measures?order=due&due_before=2026-12-31",
    "/measures?role=lead",
    "/deadlines?as_of=2024-06-01",
    f"/search?q={quote('治理')}",
)


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Three notices whose themes, places, projects, units and limits overlap."""
    store = open_store(tmp_path_factory.mktemp("facets") / "several.db")
    list(
        store.replace(
            [
                notice(
                    "甲",
                    M("水利:lead 林草:support", "治理河道", "1502", "清河", "水利 生态", "2024-12-31"),
                    M("林草:lead 水利", "治理沙地", "1506", "固沙", "生态", limit="ongoing"),
                    M("教育", "治理校园", "1502", "", "教育", limit="long_term"),
                    kind="通知",
                ),
                notice(
                    "乙",
                    M("水利 财政", "治理河道", "150203", "清河 固沙", "水利", "2025-06-30"),
                    M("财政:lead", "治理财务", "", "", "财政 教育", "2026-12-31"),
                    M("", "治理工地", "15", "", "", limit="ongoing"),
                    kind="意见",
                ),
                notice("丙", M("林草 教育 财政", "治理绿地", "1506 1502", "固沙", "生态 教育", "2024-05-01")),
            ]
        )
    )
    with TestClient(create_app(store), follow_redirects=False) as client:
        yield client
    store.close()


def facets(client: TestClient, url: str) -> list[Link]:
    page = client.get(url)
    assert page.status_code == 200, url
    return [link for link in links(url, page.text) if link.count is not None and "facet" in link.of]


@pytest.mark.parametrize("start", STARTS)
def test_the_number_beside_a_value_is_the_length_of_its_list_twice_chosen(several: TestClient, start: str) -> None:
    seen: dict[str, int] = {}
    waiting = [(start, 0)]
    wrong = []
    while waiting:
        url, depth = waiting.pop()
        for link in facets(several, url):
            if link.url not in seen:
                seen[link.url] = total(several, link.url)
                if depth < 2 and len(seen) < 60:
                    waiting.append((link.url, depth + 1))
            if seen[link.url] != link.count:
                wrong.append((url, link.url, link.count, seen[link.url]))
    assert wrong == []
    assert len(seen) > 40
    assert any(len(values) > 1 for url in seen for values in parse_qs(urlsplit(url).query).values())


def test_what_is_chosen_is_taken_away_one_by_one(several: TestClient) -> None:
    url = f"/measures?theme={quote('主题生态')}&theme={quote('主题教育')}&year=2024"
    assert total(several, url) == 2
    found = re.findall(r'class="off" href="([^"]+)"', several.get(url).text)
    assert [total(several, one.replace("&amp;", "&")) for one in found] == [5, 1, 2]


def test_what_is_chosen_of_an_empty_list_can_be_taken_away(several: TestClient) -> None:
    page = several.get(f"/measures?deadline=immediate&year=2024&theme={quote('主题财政')}&project={quote('清河')}")
    assert page.status_code == 200
    assert page.text.count('class="off"') == 4


def test_a_city_takes_the_place_of_its_province(several: TestClient) -> None:
    page = several.get("/measures?region=15").text
    assert 'class="within"><a href="/measures?region=1502"' in page
    assert total(several, "/measures?region=15") == 6
    assert total(several, "/measures?region=1502") == 4


def test_departments_share_a_list_or_make_it_longer(several: TestClient) -> None:
    both = f"/measures?department={quote('15/水利')}&department={quote('15/财政')}"
    assert total(several, both) == 1
    assert total(several, both + "&any_department=1") == 5
    assert "any_department=1" in several.get(both).text


def test_the_matrix_takes_one_theme_after_another(several: TestClient) -> None:
    url = f"/matrix?theme={quote('主题水利')}"
    page = several.get(url).text
    assert f'<option value="{"主题财政"}">财政 (3)</option>' in page
    assert '<input type="hidden" name="theme" value="主题水利">' in page
    both = several.get(f"/matrix.json?theme={quote('主题水利')}&theme={quote('主题生态')}").json()
    assert both["total"] == total(several, f"/shared?theme={quote('主题水利')}&theme={quote('主题生态')}") == 5


def test_the_sample_counts_two_departments(pages: TestClient) -> None:
    page = facets(pages, f"/measures?department={FORESTRY}&department={ECOLOGY}&any_department=1")
    assert page
    for link in page:
        assert total(pages, link.url) == link.count


def test_kinds_of_notices_are_a_facet_of_every_list(several: TestClient) -> None:
    for start in ("/measures", "/deadlines", f"/search?q={quote('治理')}"):
        page = several.get(start)
        assert "文种" in page.text, start
        counts = {link.url: link.count for link in facets(several, start) if "kind=" in link.url}
        assert sorted(counts.values()) == [3, 3], start  # type: ignore[type-var]
    both = several.get(f"/measures?kind={quote('通知')}&kind={quote('意见')}&theme={quote('主题教育')}")
    assert total(several, f"/measures?kind={quote('通知')}&kind={quote('意见')}&theme={quote('主题教育')}") == 2
    assert f'<span>文种</span> <bdi lang="zh-CN">{"意见"}</bdi>' in both.text


def test_what_has_no_limit_can_be_asked_for(several: TestClient) -> None:
    store = several.app.state.store  # type: ignore[attr-defined]
    list(store.replace([notice("丁", M("林草", "治理湿地"), M("水利", "治理湿地", limit="ongoing"), kind="函")]))
    for start in ("/measures?kind=函", "/deadlines?kind=函", "/search?q=湿地"):
        counts = {link.url: link.count for link in facets(several, start) if "deadline=none" in link.url}
        assert list(counts.values()) == [1], start
        assert [total(several, url) for url in counts] == [1]
    page = several.get("/deadlines?deadline=none&kind=函").text
    assert "未写时限" in page and total(several, "/deadlines?deadline=none&kind=函") == 1
    assert several.get("/api/v1/measures?deadline=none&kind=函").json()["total"] == 1
    assert several.get("/api/v1/measures?deadline=none&deadline=ongoing&kind=函").json()["total"] == 2
    assert several.get("/api/v1/measures?deadline=never").status_code == 422
    store.remove("丁")
