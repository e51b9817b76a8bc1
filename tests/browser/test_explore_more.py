"""The explorer by menu and by keyboard: questions, paths, places to filter by, the words of what is clicked."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser import serving
from tests.browser.test_explore import FINANCE, FORESTRY, NOTICE, RIVER, SCIENCE, has, ids, opened, places, spot

site = serving.site_in_both


@pytest.mark.parametrize(
    ("typed", "offered", "asked"),
    [
        ("哪些部门合作最多", "在 … 上合作最多的部门", "theme-pairs"),
        ("lcj", "与 包头市林业和草原局 共同承担举措最多的部门", "partners"),
        ("黄河", "涉及 黄河 的举措", "region"),
    ],
)
def test_one_box_offers_questions_too(page: Page, typed: str, offered: str, asked: str) -> None:
    opened(page)
    page.get_by_role("combobox", name="查找").press_sequentially(typed)
    option = page.get_by_role("option").filter(has_text=offered)
    expect(option).to_contain_text("问题")
    option.click()
    page.wait_for_url(re.compile(f"/questions/{asked}"))
    if "…" not in offered:
        expect(page.locator("h1")).to_contain_text(offered.split()[1])


def test_the_boxes_of_a_path_take_nodes_alone(page: Page) -> None:
    opened(page)
    page.locator("summary", has_text="路径").click()
    page.locator("#way-from").press_sequentially("林草局")
    options = page.locator("#way-from-list").get_by_role("option")
    expect(options.first).to_contain_text("包头市林业和草原局")
    assert not [text for text in options.all_inner_texts() if "问题" in text or "放入图中" in text]


def test_the_menu_finds_paths_from_one_node_to_another(page: Page) -> None:
    opened(page, f"/explore?id={quote(SCIENCE)}&id={quote(FORESTRY)}")
    page.mouse.click(*spot(page, SCIENCE), button="right")
    page.get_by_role("menuitem", name="从这里找路径").click()
    expect(page.locator("#told")).to_contain_text("路径起点：包头市科学技术局")
    page.mouse.click(*spot(page, FORESTRY), button="right")
    page.get_by_role("menuitem", name="到这里的路径（从包头市科学技术局）").click()
    page.wait_for_function("id => jucuo.shown.has(id)", arg=FINANCE)
    expect(page.locator("#pane .kind-of")).to_have_text("两者之间")
    # the paths are drawn: they are not offered again
    expect(page.locator("#pane").get_by_role("button", name="把路径放入图中")).to_have_count(0)


def test_the_keyboard_chooses_two(page: Page) -> None:
    opened(page, f"/explore?id={quote(FORESTRY)}")
    page.locator("#canvas").focus()
    page.keyboard.press("Shift+ArrowUp")
    expect(page.locator("#pane .kind-of")).to_have_text("两者之间")
    expect(page.locator("#pane h2")).to_contain_text("（十二）")


def test_escape_and_a_click_beside_close_what_the_bar_opened(page: Page) -> None:
    opened(page, f"/explore?id={quote(FORESTRY)}")
    filters = page.locator("summary", has_text="筛选")
    filters.click()
    page.locator("select[name=role]").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#narrow")).to_be_hidden()
    expect(filters).to_be_focused()
    filters.click()
    page.mouse.click(*spot(page, FORESTRY))
    expect(page.locator("#narrow")).to_be_hidden()


def test_measures_are_filtered_by_places_that_are_not_drawn(page: Page) -> None:
    opened(page, f"/explore?id={quote(FORESTRY)}")
    assert RIVER not in ids(page)
    page.locator("summary", has_text="筛选").click()
    page.locator("select[name=region]").select_option(RIVER)
    has(page, 3)
    assert ids(page) == {FORESTRY, f"{NOTICE}/12", f"{NOTICE}/13"}
    page.wait_for_function("() => location.hash.length > 60")
    opened(page, page.url)
    has(page, 3)


def test_a_measure_stands_in_the_words_of_its_notice_with_what_was_read_marked(page: Page) -> None:
    opened(page, f"/explore?id={quote(f'{NOTICE}/12')}")
    words = page.locator("#pane .text")
    expect(words.locator("mark.m-Department")).to_have_text(["市林草局", "市财政局", "市生态环境局", "市水务局"])
    expect(words).to_contain_text("（责任单位：市林草局、市财政局、市生态环境局、市水务局；完成时限：长期坚持）")
    expect(page.locator("#pane").get_by_role("link", name=NOTICE)).to_be_visible()


def test_new_nodes_keep_lines_off_nodes(page: Page) -> None:
    opened(page, f"/explore?id={quote(FORESTRY)}")
    page.mouse.dblclick(*spot(page, f"{NOTICE}/12"))
    page.wait_for_function("id => jucuo.shown.has(id)", arg=FINANCE)
    stood = places(page)
    lines = [[a, b] for a, b in page.evaluate("jucuo.edges.get().map(({ from, to }) => [from, to])")]
    assert f"{NOTICE}/13" in stood
    over = [
        (a, b, id) for a, b in lines for id, at in stood.items() if id not in (a, b) and near(stood[a], stood[b], at)
    ]
    assert over == []


def near(a: list[float], b: list[float], at: list[float]) -> bool:
    """Whether a place lies on a line."""
    way = (b[0] - a[0], b[1] - a[1])
    length = way[0] ** 2 + way[1] ** 2
    part = ((at[0] - a[0]) * way[0] + (at[1] - a[1]) * way[1]) / length
    if not 0 < part < 1:
        return False
    return bool(abs((at[0] - a[0]) * way[1] - (at[1] - a[1]) * way[0]) / length**0.5 < 14)
