"""HEAD answers as GET does, without a body: link checkers and office proxies ask so first."""

import pytest
from fastapi.testclient import TestClient

from tests.pages.addresses import PAGES

ALSO = (
    "/matrix.csv",
    "/deadlines.ics",
    "/api/v1/stats",
    "/api/v1/measures?limit=3",
    "/healthz",
    "/static/app.css",
    "/docs",
)


@pytest.mark.parametrize("url", [*PAGES.values(), *ALSO])
def test_head_is_get_without_its_body(pages: TestClient, url: str) -> None:
    asked, got = pages.head(url), pages.get(url)
    assert asked.content == b""
    assert asked.status_code == got.status_code
    assert asked.headers["content-type"] == got.headers["content-type"]
    assert asked.headers.get("content-length") == got.headers.get("content-length")


def test_an_address_that_only_takes_something_refuses_head(pages: TestClient) -> None:
    assert pages.head("/remove").status_code == 405
