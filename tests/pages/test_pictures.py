"""Every page with something to draw has one link to its picture, and the picture shows what the page is about."""

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import html

from tests.pages.addresses import PAGES

WITHOUT = ("search-nothing", "search-empty", "questions", "compare", "load", "missing")
"""Nothing found, and forms to be filled in."""
OWN = ("explore", "explore-path", "explore-empty")
"""The explorer makes its picture of what is on screen by itself."""

SHOWN = {
    "notice": ("bipartite", 22, 28),
    "notices": ("list", 22, None),
    "compare-two": ("bipartite", 22, 28),
    "cited": ("around", 0, 0),
    "measures": ("bipartite", 22, 28),
    "measures-narrowed": ("bipartite", 2, None),
    "departments": ("list", 0, 29),
    "search": ("search", 3, None),
    "agenda": ("bipartite", 3, None),
    "question": ("departments", 0, None),
    "question-path": ("path", None, None),
}
"""The view, and how many measures (near misses are drawn pale) and departments are in it."""


def picture(client: TestClient, url: str) -> str | None:
    """The address of the picture of a page."""
    page = html.fromstring(client.get(url, headers={"Accept": "text/html"}).text)
    found = [a.get("href") for a in page.iter("a") if (a.get("href") or "").startswith("/export/graph.html")]
    assert len(found) < 2, found
    return found[0] if found else None


def drawn(client: TestClient, url: str) -> dict[str, int]:
    """How many nodes of each kind a picture has."""
    answer = client.get(url)
    assert answer.status_code == 200, (url, answer.text[:300])
    data = re.search(r'<script type="application/json"[^>]*>(.*?)</script>', answer.text, re.DOTALL)
    assert data
    kinds: dict[str, int] = {one["kind"]: one["count"] for one in json.loads(data[1])["kinds"]}
    return kinds


@pytest.mark.parametrize("name", [name for name in PAGES if name not in (*WITHOUT, *OWN)])
def test_a_page_leads_to_its_picture(pages: TestClient, name: str) -> None:
    url = picture(pages, PAGES[name])
    assert url is not None
    kinds = drawn(pages, url)
    assert sum(kinds.values()) > 0
    view, measures, departments = SHOWN.get(name, (None, None, None))
    assert view in (None, parse_qs(urlsplit(url).query)["view"][0])
    assert measures in (None, kinds.get("Measure", 0))
    assert departments in (None, kinds.get("Department", 0))


@pytest.mark.parametrize("name", WITHOUT)
def test_nothing_to_draw_has_no_link(pages: TestClient, name: str) -> None:
    assert picture(pages, PAGES[name]) is None


def test_the_picture_of_a_question_is_that_of_its_answer(pages: TestClient) -> None:
    for question in pages.get("/questions.json").json()["questions"]:
        url = picture(pages, f"/questions/{question['id']}")
        assert url is not None
        kinds = drawn(pages, url)
        if question["gives"] == "measures":
            assert kinds.get("Measure", 0) == pages.get(f"/questions/{question['id']}.json").json()["total"]
