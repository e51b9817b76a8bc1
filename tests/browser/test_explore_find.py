"""The explorer's search box and filters: English words, numbers of measures, what a search found, counts, fingers."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import serving
from tests.browser.conftest import Watch
from tests.browser.test_explore import FINANCE, FORESTRY, NOTICE, RIVER, SCIENCE, has, ids, opened, places, spot

site = serving.site_in_both


@pytest.mark.parametrize(
    ("typed", "first", "id"),
    [
        ("forestry", "包头市林业和草原局", FORESTRY),
        ("Bureau of Finance", "包头市财政局", FINANCE),
        ("（十二）", "（十二）合力打好黄河", f"{NOTICE}/12"),
        ("(12)", "（十二）合力打好黄河", f"{NOTICE}/12"),
        ("十二", "（十二）合力打好黄河", f"{NOTICE}/12"),
        ("5号 12", "（十二）合力打好黄河", f"{NOTICE}/12"),
    ],
)
def test_one_finds_by_english_words_and_by_number(page: Page, typed: str, first: str, id: str) -> None:
    opened(page)
    page.get_by_role("combobox", name="查找").press_sequentially(typed)
    option = page.get_by_role("option").first
    expect(option).to_contain_text(first)
    if "十二" in first:
        expect(option).to_contain_text(NOTICE)  # many notices have a （十二）
    page.keyboard.press("Enter")
    page.wait_for_function("id => jucuo.shown.has(id)", arg=id)


def test_suggestions_say_how_many_measures_a_node_has(page: Page) -> None:
    opened(page)
    page.get_by_role("combobox", name="查找").fill("林草局")
    expect(page.get_by_role("option").first).to_contain_text("责任单位 · 3 项")


def test_what_a_search_found_is_listed_with_counts_that_lead_to_the_search_page(page: Page) -> None:
    opened(page)
    page.get_by_role("combobox", name="查找").fill("生态")
    all_of = page.get_by_role("option", name=re.compile("放入图中"))
    number = int(re.findall(r"\d+", all_of.inner_text())[0])
    all_of.click()
    has(page, number)
    pane = page.locator("#pane")
    expect(pane).to_contain_text(f"相符的举措共 {number} 项，都在图中")
    row = pane.locator("details li").first
    name, count = row.locator("a").inner_text(), int(row.locator(".soft").inner_text())
    row.locator("a").click()
    page.wait_for_url(re.compile("/search"))
    expect(page.locator("main")).to_contain_text(name)
    assert (
        page.evaluate(
            "fetch(location.href.replace('/search', '/search.json')).then((a) => a.json()).then((a) => a.total)"
        )
        == count
    )


def test_the_filters_count_what_each_choice_leaves(page: Page) -> None:
    opened(page, f"/explore?id={quote(FORESTRY)}")
    page.locator("summary", has_text="筛选").click()
    regions = page.locator("select[name=region]")
    expect(regions.locator("option", has_text="黄河")).to_have_text("黄河（2）")
    expect(page.locator("select[name=role] option")).to_have_text(["不限", "列首（2）", "责任（3）"])
    for name in ("role", "region", "limit", "notice"):
        select = page.locator(f"select[name={name}]")
        for option in select.locator("option").all()[1:]:
            number = int(re.findall(r"（(\d+)）$", option.inner_text())[0])
            select.select_option(option.get_attribute("value"))
            assert len([id for id in ids(page) if id.startswith(f"{NOTICE}/")]) == number
            select.select_option("")


def test_a_place_stands_for_what_lies_in_it(page: Page) -> None:
    opened(page, f"/explore?id={quote(f'{NOTICE}/6')}&id={quote(f'{NOTICE}/12')}")
    page.locator("summary", has_text="筛选").click()
    page.locator("select[name=region]").select_option("150000")  # it touches 呼和浩特市
    assert {id for id in ids(page) if id.startswith(f"{NOTICE}/")} == {f"{NOTICE}/6"}


def test_an_empty_picture_offers_what_to_begin_with(page: Page) -> None:
    opened(page)
    expect(page.locator("#pane h2").first).to_have_text("从这些看起")
    page.locator("#pane .near button").first.click()
    page.wait_for_function("() => jucuo.shown.size > 1")


def test_there_is_one_box_to_search_in(page: Page) -> None:
    opened(page)
    expect(page.get_by_role("searchbox")).to_have_count(0)  # the box of the other pages
    page.locator("#canvas").focus()
    page.keyboard.press("/")
    expect(page.get_by_role("combobox", name="查找")).to_be_focused()


def test_what_was_found_stands_in_columns(page: Page) -> None:
    opened(page, f"/explore?q={quote('发展')}")
    stood = list(places(page).values())
    assert len(stood) > 12
    columns = {x for x, _ in stood}
    assert len(columns) * len({y for _, y in stood}) < 2 * len(stood)
    across, down = (max(one) - min(one) for one in zip(*stood, strict=True))
    assert across > down


def test_messages_move_nothing(page: Page) -> None:
    opened(page, f"/explore?lang=en&id={quote(SCIENCE)}&id={quote(FORESTRY)}")
    before = page.locator("#canvas").bounding_box()
    page.locator("#pane").get_by_role("button", name="Choose a second").click()
    expect(page.locator("#told")).to_contain_text("is chosen: tap another node to see")
    assert page.locator("#canvas").bounding_box() == before


@pytest.fixture
def phone(new_context: Callable[..., BrowserContext], site: str) -> Iterator[Page]:
    page = new_context(base_url=site, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True).new_page()
    watch = Watch(page, site)
    yield page
    assert watch.found == []


def tap(page: Page, id: str) -> None:
    page.locator("#canvas").scroll_into_view_if_needed()
    page.touchscreen.tap(*spot(page, id))


def test_fingers_choose_a_second_node_by_the_switch(phone: Page) -> None:
    opened(phone, f"/explore?id={quote(SCIENCE)}&id={quote(FORESTRY)}")
    expect(phone.locator("#pane h2")).to_contain_text("包头市科学技术局")
    phone.locator("#pane").get_by_role("button", name="再选一个").tap()
    expect(phone.locator("#told")).to_contain_text("再点一个节点")
    tap(phone, FORESTRY)
    expect(phone.locator("#pane .kind-of")).to_have_text("两者之间")
    expect(phone.locator("#pane")).to_contain_text("最短路径")
    tap(phone, SCIENCE)  # the switch is off again
    expect(phone.locator("#pane .kind-of")).to_have_text("责任单位")


def test_a_long_press_opens_the_menu(phone: Page) -> None:
    opened(phone, f"/explore?id={quote(RIVER)}")
    phone.locator("#canvas").scroll_into_view_if_needed()
    x, y = spot(phone, f"{NOTICE}/12")
    client = phone.context.new_cdp_session(phone)
    client.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    expect(phone.get_by_role("menu")).to_be_visible()
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(phone.get_by_role("menu")).to_be_visible()
    phone.get_by_role("menuitem", name="再选一个").tap()
    tap(phone, f"{NOTICE}/13")
    expect(phone.locator("#pane .kind-of")).to_have_text("两者之间")
