"""A base full of hostile names in a real browser: nothing runs, nothing is asked for, nothing falls over the edge."""

from pathlib import Path

from playwright.sync_api import BrowserContext

from graph.store import open_store
from tests.browser.conftest import Watch
from tests.browser.serving import serving
from tests.pages.hostile import all_hostile
from tests.pages.test_hostile import every_address


def test_nothing_runs_on_any_page(context: BrowserContext, tmp_path: Path) -> None:
    store = open_store(tmp_path / "hostile.db")
    list(store.replace(all_hostile()))
    with serving(store) as address:
        page = context.new_page()
        watch = Watch(page, address)
        page.set_viewport_size({"width": 390, "height": 800})
        wide = []
        for url in every_address(store):
            page.goto(address + url)
            assert page.evaluate("window.hostile") is None, url
            if page.evaluate("document.documentElement.scrollWidth") > 390:
                wide.append(url)
        page.close()
        assert watch.found == []
        assert wide == []
    store.close()
