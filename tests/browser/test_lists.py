"""Lists in a real browser, on both stores: facets that combine, pictures that are taken away, days that are passed."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import serving
from tests.pages.addresses import ECOLOGY, FORESTRY, PAGES

site = serving.site_in_both


def has_total(page: Page, n: int) -> None:
    """Waits for a page whose title says that number."""
    expect(page.locator("h1 .of")).to_have_text(f"{n:,}")


def facet(page: Page, name: str) -> tuple[int, str]:
    """The number beside a value, and its address."""
    row = page.locator(".facets a[data-facet]", has_text=re.compile(f"^\\s*{name}"))
    return int(row.locator(".n").inner_text()), str(row.get_attribute("href"))


def test_a_second_value_makes_the_list_as_long_as_it_says_and_is_taken_away_again(page: Page) -> None:
    page.goto("/measures")
    for name in ("持续推进", "长期坚持"):
        n, _ = facet(page, name)
        page.locator(".facets a[data-facet]", has_text=name).click()
        has_total(page, n)
    has_total(page, 12)
    assert "deadline=ongoing" in page.url and "deadline=long_term" in page.url
    n, _ = facet(page, "包头市林业和草原局")
    page.locator(".facets a[data-facet]", has_text="包头市林业和草原局").click()
    assert n == 3
    has_total(page, n)
    page.locator(".facets a.off[aria-label*=长期坚持]").click()
    has_total(page, 1)
    page.go_back()
    has_total(page, 3)


def test_two_departments_share_or_add_up(page: Page) -> None:
    page.goto(f"/deadlines?as_of=2025-06-01&department={FORESTRY}&department=150200/财政")
    has_total(page, 2)
    page.get_by_role("link", name="改为任一承担").click()
    has_total(page, 6)
    page.get_by_role("link", name="改为共同承担").click()
    has_total(page, 2)


def test_with_a_range_of_days_the_list_is_seen_at_once(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto("/deadlines?as_of=2025-06-01&due_after=2024-01-01&due_before=2024-12-31")
    row = page.locator("#table tbody tr").first.bounding_box()
    assert row and row["y"] + row["height"] < 900
    page.get_by_role("link", name="时间轴").click()
    expect(page.locator("#timeline .gantt")).to_be_in_viewport()


PICTURES = {
    f"/measures?department={FORESTRY}&department={ECOLOGY}&any_department=1": 3 + 6,
    "/deadlines?as_of=2025-06-01&deadline=long_term": 2 + 6,
    "/projects?q=黄河": None,
    "/matrix?deadline=ongoing": None,
    PAGES["agenda"]: 3 + 6,
    PAGES["compare-two"]: 22 + 28,
}


@pytest.mark.parametrize("url", PICTURES)
def test_the_picture_of_a_list_opens_from_disk_with_what_was_listed(page: Page, tmp_path: Path, url: str) -> None:
    page.goto(url)
    with page.expect_download() as download:
        page.get_by_role("link", name="PyVis").click()
    file = tmp_path / "taken.html"
    download.value.save_as(file)
    tab = page.context.new_page()
    wrong: list[str] = []
    tab.on("console", lambda message: wrong.append(message.text))
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.goto(file.as_uri())
    tab.wait_for_selector("html[data-ready]")
    drawn = tab.evaluate("jucuo.nodes.length")
    assert drawn == PICTURES[url] if PICTURES[url] else drawn > 1
    assert wrong == []
    tab.close()
