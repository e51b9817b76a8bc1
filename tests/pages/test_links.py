"""Every link of every page leads somewhere, and every number leads to a list of that length."""

from collections import deque

from fastapi.testclient import TestClient

from tests.pages.addresses import PAGES
from tests.pages.crawling import Link, ending, links, total

MOST = 1500
NOT_PAGES = ("/docs", "/api/", "/static/")


def crawl(client: TestClient) -> tuple[list[Link], dict[str, int]]:
    """All links found, and the status of each address. Lists under several conditions are opened and not walked
    further: there are as many as there are sets of conditions."""
    waiting = deque([*PAGES.values()])
    seen: dict[str, int] = {}
    found: list[Link] = []
    while waiting and len(seen) < MOST:
        url = waiting.popleft()
        if url in seen:
            continue
        answer = client.get(url, headers={"Accept": "text/html"}, follow_redirects=True)
        seen[url] = answer.status_code
        if "text/html" not in answer.headers["content-type"] or url.startswith(NOT_PAGES) or "/export/" in url:
            continue
        if ending(url) or (url.count("=") > 1 and url not in PAGES.values()):
            continue
        for link in links(url, answer.text):
            found.append(link)
            if link.url not in seen:
                waiting.append(link.url)
    return found, seen


def test_every_link_resolves_and_every_number_is_the_length_of_its_list(pages: TestClient) -> None:
    found, seen = crawl(pages)
    broken = {url: status for url, status in seen.items() if status != 200 and url != PAGES["missing"]}
    assert broken == {}
    assert len(seen) > 300
    counted: dict[str, int] = {}
    wrong = []
    for link in found:
        if link.count is None:
            continue
        if link.url not in counted:
            counted[link.url] = total(pages, link.url)
        if counted[link.url] != link.count:
            wrong.append((link.page, link.url, link.count, counted[link.url]))
    assert wrong == []
    assert len(counted) > 100
