"""What a page shows is what its picture holds: the PyVis page behind the button of each view, node by node."""

import json
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from lxml import html

from tests.pages.addresses import ECOLOGY, FORESTRY, PAGES, SAMPLE_ID
from tests.pages.crawling import links
from viz.questions import QUESTIONS

Said = dict[str, Any]

NARROW = f"theme={quote('生态环保')}&theme={quote('区域协作')}&deadline=ongoing"
MORE = {
    "measures-by-day": "/measures?order=due&deadline=date&deadline=long_term",
    "measures-page-two": "/measures?order=due",
    "search-narrowed": f"/search?q={quote('生态')}&department={FORESTRY}&deadline=ongoing",
    "deadlines-narrowed": f"/deadlines?as_of=2025-06-01&department={FORESTRY}&department={ECOLOGY}&any_department=1",
    "matrix-narrowed": "/matrix?role=responsible&deadline=ongoing&deadline=long_term",
    "matrix-group": f"/matrix?group={FORESTRY}",
    "shared-group": f"/shared?group={FORESTRY}",
    "agenda-narrowed": f"/shared?a={FORESTRY}&b={ECOLOGY}&deadline=ongoing",
    "departments-named": f"/departments?q={quote('林')}",
    "projects-named": f"/projects?q={quote('黄河')}",
    "regions-named": f"/regions?q={quote('达')}",
    "groups-narrowed": "/groups?deadline=ongoing",
    **{f"question-{one.id}": f"/questions/{one.id}" for one in QUESTIONS},
}
ALL = {**PAGES, **MORE}
WITHOUT = {"search-empty", "search-nothing", "questions", "compare", "load", "missing"}
BY_SCRIPT = {"explore", "explore-path", "explore-empty"}
"""Their button sends what is drawn at that moment (tests/browser/test_explore.py)."""


def measures(items: Iterable[Said]) -> set[str]:
    """Measures and the departments that have them."""
    found = list(items)
    return {item["id"] for item in found} | {unit["id"] for item in found for unit in item["departments"]}


def pairs(items: Iterable[Said]) -> set[str]:
    return {id for pair in items for id in (pair["a"], pair["b"])}


def whole(client: TestClient, path: str, url: str) -> list[Said]:
    """All of a list in the conditions of an address."""
    items: list[Said] = client.get(f"/api/v1/{path}?limit=1000&{url.partition('?')[2]}").json()["items"]
    return items


SHOWN: dict[str, Callable[[TestClient, str, Said], set[str]]] = {
    "/measures": lambda _, __, said: measures(said["page"]["items"]),
    "/deadlines": lambda _, __, said: measures(said["page"]["items"]),
    "/search": lambda _, __, said: measures(said["answer"]["items"]) | {one["id"] for one in said["answer"]["near"]},
    "/matrix": lambda _, __, said: {one["id"] for one in (*said["departments"], *said["alone"])},
    "/groups": lambda _, __, said: {one["id"] for one in said["analysis"]["departments"]},
    "/compare": lambda client, __, said: measures(
        item for end in ("a", "b") for item in whole(client, "measures", f"?notice={quote(said[end]['id'])}")
    ),
    "/": lambda client, _, __: {one["id"] for one in whole(client, "departments", "") if one["measures"]},
}


def shown(client: TestClient, url: str, said: Said) -> set[str]:
    """The nodes that a page is about, from its .json twin."""
    path = "/" + url.partition("?")[0].split("/")[1]
    if path == "/matrix" and "top=groups" in url:
        return SHOWN["/"](client, url, said)
    if path in SHOWN and path != "/measures":
        return SHOWN[path](client, url, said)
    if path == "/shared":
        page = said["page"]["items"]
        return measures(page) if len(said["chosen"]) > 1 else pairs(page)
    if path == "/questions":
        if "ways" in said:
            return {node["id"] for way in said["ways"] for node in way}
        if "departments" in said:
            return {one["id"] for one in said["departments"]}
        page = said["page"]["items"]
        return pairs(page) if page and "a" in page[0] else measures(page)
    if "measures" in said and path == "/notices":
        return measures(whole(client, "measures", f"?notice={quote(said['notice']['id'])}"))
    if "page" in said and "kind" in said:
        ids = {one["id"] for one in said["page"]["items"]}
        if said["kind"] == "Department":
            return ids
        hanging = (client.get(f"/api/v1/around?id={quote(id)}&kinds=Measure&limit=1000").json() for id in ids)
        return ids | {node["id"] for graph in hanging for node in graph["nodes"]}
    return SHOWN["/measures"](client, url, said)


def picture(client: TestClient, page: str, text: str) -> Said | None:
    """The data of the picture behind the button of a page."""
    found = [link.url for link in links(page, text) if link.url.startswith("/export/graph.html")]
    if not found:
        return None
    answer = client.get(found[0])
    assert answer.status_code == 200, (found[0], answer.text[:200])
    (data,) = html.fromstring(answer.text).xpath("//script[@id='data']/text()")
    made: Said = json.loads(data)
    return made


def twin(client: TestClient, url: str) -> Said:
    path, _, query = url.partition("?")
    said: Said = client.get(f"{'/index' if path == '/' else path}.json?{query}").json()
    return said


@pytest.mark.parametrize("name", sorted(ALL.keys() - WITHOUT - BY_SCRIPT))
def test_the_button_gives_what_is_on_the_page(pages: TestClient, name: str) -> None:
    url = ALL[name]
    said = twin(pages, url)
    made = picture(pages, url, pages.get(url).text)
    assert made is not None
    drawn = {node["id"] for node in made["nodes"]}
    path = url.partition("?")[0]
    if path.startswith(("/measures/", "/departments/", "/regions/", "/projects/", "/themes/")) or name == "cited":
        own = next(said[key]["id"] for key in ("node", "measure", "notice") if key in said)
        around = pages.get(f"/api/v1/around?id={quote(own)}&limit=300").json()["nodes"]
        assert drawn >= {node["id"] for node in around}
        return
    assert drawn == shown(pages, url, said)


@pytest.mark.parametrize("name", sorted(WITHOUT))
def test_where_there_is_nothing_to_draw_there_is_no_button(pages: TestClient, name: str) -> None:
    assert "/export/graph.html" not in pages.get(ALL[name], headers={"Accept": "text/html"}).text


def test_two_versions_are_drawn_side_by_side(pages: TestClient) -> None:
    url = f"/compare?a={SAMPLE_ID}&b={SAMPLE_ID}"
    made = picture(pages, url, pages.get(url).text)
    assert made is not None and len(made["nodes"]) == 22 + 28
