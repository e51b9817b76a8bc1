"""A day is written as 2024-10-01 in every field, whatever the browser's own way is."""

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Watch
from tests.pages.addresses import FORESTRY


@pytest.mark.parametrize("locale", ["en-US", "de-DE", "zh-CN"])
def test_a_field_reads_alike_in_every_browser(
    new_context: Callable[..., BrowserContext], site: str, locale: str
) -> None:
    page = new_context(base_url=site, locale=locale).new_page()
    watch = Watch(page, site)
    page.goto("/deadlines?as_of=2025-06-01")
    field = page.get_by_label("截至", exact=True)
    expect(field).to_have_value("2025-06-01")
    expect(field).to_have_attribute("placeholder", "2024-12-31")
    assert watch.found == []


@pytest.mark.parametrize(
    "typed", ["2024-12-31", "2024年12月31日", "2024.12.31", "２０２４/12/31", "20241231", "2024 - 12 - 31"]
)
def test_a_day_may_be_typed_as_one_is_used_to(page: Page, typed: str) -> None:
    page.goto("/deadlines?as_of=2025-06-01")
    page.get_by_label("不晚于").fill(typed)
    page.get_by_label("不晚于").press("Enter")
    page.wait_for_url("**due_before=2024-12-31**")
    expect(page.get_by_label("不晚于")).to_have_value("2024-12-31")
    expect(page.locator("h1 .of")).to_have_text("9")


@pytest.mark.parametrize("typed", ["2024-02-30", "昨天", "2024", "31.12.2024"])
def test_what_is_no_day_is_not_sent_and_said_in_the_words_of_the_page(page: Page, typed: str) -> None:
    page.goto("/deadlines?as_of=2025-06-01&lang=en")
    field = page.get_by_label("Due by")
    field.fill(typed)
    field.press("Enter")
    assert field.evaluate("field => field.validationMessage") == "Write the day as 2024-12-31"
    assert "due_before" not in page.url
    field.fill("2024-12-31")
    field.press("Enter")
    page.wait_for_url("**due_before=2024-12-31**")


def test_the_calendar_of_the_browser_opens_beside_and_writes_in_that_way(page: Page) -> None:
    page.add_init_script(
        """HTMLInputElement.prototype.showPicker = function () {
             window.opened = this.value;
             this.value = "2024-10-01";
             this.dispatchEvent(new Event("input", { bubbles: true }));
           };"""
    )
    page.goto("/deadlines?as_of=2025-06-01")
    page.get_by_label("不早于").fill("2024年3月5日")
    page.get_by_role("button", name="选择日期").nth(1).click()
    assert page.evaluate("opened") == "2024-03-05"
    expect(page.get_by_label("不早于")).to_have_value("2024-10-01")
    page.get_by_role("button", name="筛选").click()
    page.wait_for_url("**due_after=2024-10-01**")


def test_a_question_takes_a_day_in_the_same_way(page: Page) -> None:
    page.goto("/questions")
    field = page.locator("form:has(input[name=due_before])").first
    field.get_by_label("不晚于").fill("2024年12月31日")
    field.get_by_role("button", name="提问").click()
    page.wait_for_url("**due_before=2024-12-31**")
    expect(page.locator("h1")).to_contain_text("2024-12-31")


def test_the_explorer_filters_by_a_day_once_it_is_whole(page: Page) -> None:
    page.goto(f"/explore?id={FORESTRY}")
    page.wait_for_selector('html[data-explorer="ready"]')
    page.locator("summary", has_text="筛选").click()
    day = page.get_by_label("不晚于", exact=True)
    day.press_sequentially("2024年12月")
    expect(page.locator("html")).to_have_attribute("data-nodes", "4")
    day.press_sequentially("31日")
    expect(page.locator("html")).to_have_attribute("data-nodes", "1")  # what is chosen; no measure states a day
    page.get_by_role("button", name="取消筛选").click()
    expect(page.locator("html")).to_have_attribute("data-nodes", "4")


def test_without_scripts_a_day_is_understood_too(new_context: Callable[..., BrowserContext], site: str) -> None:
    page = new_context(base_url=site, java_script_enabled=False).new_page()
    page.goto("/deadlines?as_of=2025-06-01")
    page.get_by_label("不晚于").fill("2024年12月31日")
    page.get_by_role("button", name="筛选").click()
    expect(page.locator("h1 .of")).to_have_text("9")
    assert "due_before=2024年12月31日" in unquote(page.url)
    expect(page.get_by_label("不晚于")).to_have_value("2024-12-31")


@pytest.mark.parametrize("width", [390, 768, 1024, 1366])
def test_names_and_limits_of_the_chart_are_as_large_as_other_words(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/deadlines?as_of=2025-06-01")
    sizes = page.locator(".gantt :is(th, td.says, text)").evaluate_all(
        "all => all.filter(one => one.textContent.trim()).map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert len(sizes) > 44 and min(sizes) >= 11
    cut = page.locator(".gantt tbody th").evaluate_all(
        "all => all.filter(one => one.scrollWidth > one.clientWidth).length"
    )
    assert cut == 0
    bars = page.locator(".gantt rect").evaluate_all("all => all.map(one => one.getBoundingClientRect().right)")
    assert max(bars) <= width
