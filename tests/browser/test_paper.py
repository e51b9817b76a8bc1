"""What one takes into a meeting on paper: tables that are tables, whole, and nothing that only a screen can use."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.pages.addresses import PAGES

SHEET: ViewportSize = {"width": 703, "height": 1032}  # of A4 between its margins
TABLES = ("measures", "deadlines", "search", "agenda", "department", "notices", "shared", "measure", "overview")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_on_paper_has_its_heads_and_fits(page: Page, name: str) -> None:
    page.set_viewport_size(SHEET)
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(PAGES[name])
    page.wait_for_selector("html[data-ready]")
    expect(page.locator("main table.list thead").first).to_be_visible()
    assert page.evaluate(
        "[...document.querySelectorAll('main table.list')].every((one) => getComputedStyle(one).display === 'table')"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= SHEET["width"]
    narrow = page.evaluate(
        """[...document.querySelectorAll("main .list .unit")].filter((unit) => {
            const row = parseFloat(getComputedStyle(unit).lineHeight);
            return unit.textContent.length < 8 && unit.getBoundingClientRect().height > row * 1.6;
        }).length"""
    )
    assert narrow == 0  # no short name is broken over two lines


def test_what_only_a_screen_can_use_is_not_printed(page: Page) -> None:
    page.emulate_media(media="print")
    page.goto(PAGES["department"])
    expect(page.get_by_text("在关系图中查看")).to_be_hidden()
    page.goto(PAGES["notice"])
    expect(page.get_by_text("移除这份通知…")).to_be_hidden()
    page.goto(PAGES["matrix"])
    expect(page.locator("#pane")).to_be_hidden()
    page.goto(PAGES["overview"])
    expect(page.get_by_text("可以这样问")).to_be_hidden()


def test_what_is_folded_is_unfolded_on_paper(page: Page) -> None:
    page.goto(PAGES["department"])
    page.wait_for_selector("html[data-ready]")
    folded = page.locator("main details").first
    assert folded.get_attribute("open") is None
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.get_attribute("open") is not None
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folded.get_attribute("open") is None
