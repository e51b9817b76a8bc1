"""A real headless Chromium that fails a test on any console error, page error, failed request or foreign origin."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

from graph.model import NoticeGraph
from tests.browser.serving import serving_notices

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    if not CHROMIUM.exists():
        why = f"there is no Chromium at {CHROMIUM}: install chromium and fonts-noto-cjk, or name it in CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(why)
        pytest.skip(why)
    return {**browser_type_launch_args, "executable_path": str(CHROMIUM), "args": ["--no-sandbox", "--disable-gpu"]}


@pytest.fixture(scope="session")
def base_url() -> None:
    """No address for all tests: stands before the plugin's own fixture, of which pytest warns (a method of a class)."""


@pytest.fixture(scope="session")
def site(sample_graph: NoticeGraph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a service with the sample."""
    with serving_notices(tmp_path_factory.mktemp("site"), [sample_graph]) as address:
        yield address


class Watch:
    """Everything that went wrong in a page; `ours` are the origins it may ask."""

    def __init__(self, page: Page, *ours: str) -> None:
        self.ours = {urlsplit(address).netloc for address in ours}
        self.found: list[str] = []
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.found.append(f"error: {error}"))
        page.on("requestfailed", self.failed)
        page.on("request", self.asked)

    def console(self, message: ConsoleMessage) -> None:
        # a page of an error is an answer with an error's status, which Chromium says on the console
        if message.type in ("error", "warning") and "the server responded with a status of 4" not in message.text:
            self.found.append(f"console: {message.text}")

    def failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # a download, or a page left before it was whole
            self.found.append(f"failed: {request.url} {request.failure}")

    def asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob", "about") and parts.netloc not in self.ours:
            self.found.append(f"foreign: {request.url}")


@pytest.fixture
def page(new_context: Callable[..., BrowserContext], site: str) -> Iterator[Page]:
    """A page of the sample's service that must stay clean; `page.goto("/matrix")` goes there."""
    page = new_context(base_url=site).new_page()
    watch = Watch(page, site)
    yield page
    assert watch.found == []
