"""What holds for every page: nothing on the console, nothing from elsewhere, nothing wider than the window, one
language at a time."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.pages.addresses import PAGES

HAN = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_a_phone_and_a_wall(page: Page, name: str) -> None:
    for width in (360, 1440, 3840):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(PAGES[name])
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", PAGES)
def test_an_english_page_has_no_chinese_but_the_words_of_the_notices(page: Page, name: str) -> None:
    url = PAGES[name]
    page.goto(f"{url}{'&' if '?' in url else '?'}lang=en")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    rest = page.evaluate(
        """() => {
          const copy = document.body.cloneNode(true);
          const theirs = "[lang], .why-not, option, input, datalist, pre, svg, code";
          for (const said of copy.querySelectorAll(theirs)) said.remove();
          return copy.textContent;
        }"""
    )
    found = sorted({line.strip() for line in rest.splitlines() if HAN.search(line)})
    assert found in ([], ["、"])


def test_language_and_theme_are_remembered(page: Page) -> None:
    page.goto("/measures")
    page.get_by_role("link", name="English").click()
    page.get_by_role("link", name="Dark").click()
    page.goto("/themes")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 26, 32)"


def test_the_policy_forbids_whatever_is_not_ours(page: Page) -> None:
    answer = page.goto("/")
    assert answer is not None
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy


def test_the_keyboard_reaches_the_content_and_the_search(page: Page) -> None:
    page.goto("/measures")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()
    page.keyboard.type("黄河 生态")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/search"))
    expect(page.locator(".list a.measure")).to_have_count(2)


def test_going_back_undoes_a_cell(page: Page) -> None:
    page.goto("/matrix")
    page.locator("#grid td:not(.own) a").first.click()
    expect(page.locator("#pane a.measure").first).to_be_visible()
    page.go_back()
    expect(page.locator("#pane a.measure")).to_have_count(0)


def test_a_page_without_scripts_says_the_same(new_context, site: str) -> None:  # type: ignore[no-untyped-def]
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}{PAGES['matrix']}")
    page.locator("#grid td:not(.own) a").first.click()
    expect(page.locator("#pane a.measure").first).to_be_visible()


def test_a_printed_page_has_no_menus(page: Page) -> None:
    page.goto(PAGES["deadlines"])
    page.emulate_media(media="print")
    expect(page.locator(".top")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()


def test_paper_is_light_and_holds_everything(page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    for theme in ("auto", "dark"):
        page.goto(f"{PAGES['matrix-cell']}&colours={theme}")
        ink = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--ink').trim()")
        assert ink == "#1b2733"
        assert page.evaluate("(e => e.scrollHeight <= e.clientHeight)(document.getElementById('pane'))")
    page.goto(PAGES["questions"])
    expect(page.locator("form.sentence").first).to_be_visible()
    expect(page.locator("form.sentence button").first).to_be_hidden()


def test_on_a_phone_a_cell_shows_its_measures_at_once(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/matrix")
    page.locator("#grid td:not(.own) a").first.click()
    expect(page.locator("#pane h2")).to_be_in_viewport()
    expect(page.locator("#pane a.measure").first).to_be_in_viewport()


def test_on_a_phone_the_list_of_notices_has_dates_and_numbers(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/notices")
    for part in ("time", ".count"):
        box = page.locator(f".list tbody {part}").first.bounding_box()
        assert box and box["x"] + box["width"] <= 390


def test_on_a_projector_no_column_is_cut(page: Page) -> None:
    page.set_viewport_size({"width": 1024, "height": 768})
    for lang in ("zh", "en"):
        for name in ("department", "region", "measure", "measures", "deadlines", "agenda"):
            url = PAGES[name]
            page.goto(f"{url}{'&' if '?' in url else '?'}lang={lang}")
            cut = page.locator("main .scroll").evaluate_all(
                "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).length"
            )
            assert cut == 0, (name, lang)
            assert page.locator("main .list a[href^='/notices/']").first.is_visible() or name == "measure"


def test_what_comes_near_takes_the_width_that_nothing_else_needs(page: Page) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto("/search?q=黄河 火星")
    box = page.locator("section[aria-labelledby=near] li").first.bounding_box()
    assert box and box["width"] > 900
    page.goto("/themes")
    name, number = page.locator(".list tbody tr").first.locator("td").all()
    ends = [one.bounding_box() for one in (name, number)]
    assert ends[0] and ends[1] and ends[1]["x"] + ends[1]["width"] - ends[0]["x"] < 800


def test_a_narrow_window_shows_a_whole_matrix_and_at_its_foot_what_a_cell_holds(page: Page) -> None:
    page.set_viewport_size({"width": 1024, "height": 768})
    page.goto(PAGES["matrix-cell"])
    assert page.evaluate("(e => e.scrollWidth <= e.clientWidth)(document.querySelector('.pairs > .scroll'))")
    expect(page.locator("#pane a.measure").first).to_be_in_viewport()
    page.goto("/matrix")
    page.locator("#grid .s5 a").last.click()
    expect(page.locator("#pane a.measure").first).to_be_in_viewport()
    above = "(a, b) => a.getBoundingClientRect().bottom <= b.getBoundingClientRect().top"
    ends = "document.querySelector('#grid td.chosen'), document.getElementById('pane')"
    page.wait_for_function(f"() => ({above})({ends})")  # the page moves softly
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(PAGES["matrix-cell"])
    assert page.evaluate("document.getElementById('pane').offsetLeft > document.getElementById('grid').offsetWidth")


def test_no_table_of_the_overview_is_cut_and_no_column_is_left_blank(page: Page) -> None:
    for width in (1024, 1280, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("/")
        cut = "[...document.querySelectorAll('.scroll')].filter((e) => e.scrollWidth > e.clientWidth).length"
        assert page.evaluate(cut) == 0
    ends = """() => {
        const boxes = [...document.querySelectorAll(".flow > section")].map((one) => one.getBoundingClientRect());
        const lefts = [...new Set(boxes.map((box) => box.left))];
        return lefts.map((left) => Math.max(...boxes.filter((box) => box.left === left).map((box) => box.bottom)));
    }"""
    first, second = page.evaluate(ends)
    assert abs(first - second) < 150


def test_on_a_phone_the_conditions_of_a_long_list_are_one_tap_away(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/measures")
    to_them = page.locator("main").get_by_role("link", name="筛选条件")
    expect(to_them).to_be_in_viewport()
    to_them.click()
    expect(page.get_by_role("heading", name="筛选条件")).to_be_in_viewport()
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(to_them).to_be_hidden()
