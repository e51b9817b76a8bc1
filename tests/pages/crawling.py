"""Walking from page to page by the links that stand on them."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from fastapi.testclient import TestClient
from lxml import html

ENDINGS = ("json", "csv", "xlsx", "ics")
CHANGING = ("lang", "colours")


@dataclass(frozen=True, slots=True)
class Link:
    """`count` is how long the list should be that it leads to, and `of` what says so."""

    page: str
    url: str
    count: int | None
    of: str = ""


def links(page: str, text: str) -> Iterator[Link]:
    """All links of a page, without those that change language or theme."""
    tree = html.fromstring(text)
    for element in tree.iter("a"):
        href = element.get("href")
        if href is None or any(f"{key}=" in urlsplit(href).query for key in CHANGING):
            continue
        of = next((key for key in ("data-count", "data-facet") if element.get(key)), "")
        count = element.get(of) if of else None
        if href.startswith("#"):
            found = tree.get_element_by_id(href[1:], None)
            assert found is not None, f"{page} has no {href}"
            continue
        yield Link(page, urljoin(page, href).partition("#")[0], int(count) if count else None, of)


def ending(url: str) -> str:
    path = urlsplit(url).path
    return path.rpartition(".")[2] if path.rpartition(".")[2] in ENDINGS else ""


def total(client: TestClient, url: str) -> int:
    """How long the list of a page is, as its .json twin says."""
    parts = urlsplit(url)
    path = "/index" if parts.path == "/" else parts.path
    answer = client.get(f"{path}.json?{parts.query}")
    assert answer.status_code == 200, (url, answer.text[:300])
    found: int = answer.json()["total"]
    return found
