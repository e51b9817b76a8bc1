"""What one looks at in the explorer is in its address: the part of the picture, and what is chosen in it."""

from typing import Any
from urllib.parse import quote

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import serving
from tests.browser.conftest import Watch
from tests.browser.test_explore import FORESTRY, NOTICE, RIVER, has, opened, places, spot

site = serving.site_in_both


SEEN = "[jucuo.network.getScale(), jucuo.network.getViewPosition().x, jucuo.network.getViewPosition().y]"


def seen(page: Page) -> list[float]:
    """The scale and the middle of what is on screen."""
    found: list[float] = page.evaluate(SEEN)
    return [round(found[0], 3), round(found[1]), round(found[2])]


def sent(page: Page, act: Any) -> str:
    """The address after something was done that changes it."""
    before = page.evaluate("location.hash")
    act()
    page.wait_for_function("before => location.hash !== before", arg=before)
    page.wait_for_timeout(250)  # the hand rests
    return page.url


def zoomed_and_dragged(page: Page) -> None:
    page.get_by_role("button", name="放大").click()
    page.get_by_role("button", name="放大").click()
    frame = page.locator("#canvas").bounding_box()
    assert frame is not None
    x, y = frame["x"] + 40, frame["y"] + 40
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 120, y + 60, steps=4)
    page.mouse.up()
    page.mouse.wheel(0, -200)


def test_a_colleague_sees_the_same_part_of_the_picture(page: Page, context: BrowserContext) -> None:
    opened(page, f"/explore?id={quote(RIVER)}")
    page.wait_for_function("() => location.hash.length > 40")
    first = seen(page)
    address = sent(page, lambda: zoomed_and_dragged(page))
    mine = seen(page)
    assert mine[0] > first[0] and mine[1:] != first[1:]
    other = context.new_page()
    watch = Watch(other, page.url)
    opened(other, address)
    assert seen(other) == mine
    assert places(other) == places(page)
    page.reload()
    page.wait_for_selector("html[data-explorer]")
    assert seen(page) == mine
    other.set_viewport_size({"width": 800, "height": 500})
    other.goto("about:blank")
    opened(other, address)
    assert seen(other)[0] < mine[0]  # as much of it on a smaller screen
    assert watch.found == []


def test_undoing_leaves_the_camera_and_the_whole_picture_is_whole_on_any_screen(
    page: Page, context: BrowserContext
) -> None:
    opened(page, f"/explore?id={quote(RIVER)}")
    page.mouse.dblclick(*spot(page, f"{NOTICE}/12"))
    page.wait_for_function("id => jucuo.shown.has(id)", arg=FORESTRY)
    sent(page, lambda: page.get_by_role("button", name="缩小").click())
    mine = seen(page)
    page.get_by_role("button", name="撤销").click()
    has(page, 3)
    assert seen(page) == mine
    page.wait_for_timeout(250)
    address = sent(page, lambda: page.get_by_role("button", name="全图").click())
    other = context.new_page()
    other.set_viewport_size({"width": 700, "height": 400})
    opened(other, address)
    shown = other.evaluate(
        """() => jucuo.nodes.getIds().every((id) => {
            const { x, y } = jucuo.network.canvasToDOM(jucuo.network.getPosition(id));
            const canvas = document.getElementById("canvas");
            return x > 0 && y > 0 && x < canvas.clientWidth && y < canvas.clientHeight;
        })"""
    )
    assert shown


def test_what_is_chosen_goes_with_the_address(page: Page, context: BrowserContext) -> None:
    opened(page, f"/explore?id={quote(FORESTRY)}")
    page.wait_for_function("() => location.hash.length > 40")
    address = sent(page, lambda: page.mouse.click(*spot(page, f"{NOTICE}/14")))
    other = context.new_page()
    opened(other, address)
    expect(other.locator("#pane h2")).to_contain_text("（十四）")
    a, b = spot(page, FORESTRY), spot(page, f"{NOTICE}/12")
    address = sent(page, lambda: page.mouse.click((a[0] + b[0]) / 2, (a[1] + b[1]) / 2))
    other.goto("about:blank")
    opened(other, address)
    expect(other.locator("#pane .kind-of")).to_have_text("关系")
    expect(other.locator("#pane mark")).to_have_text("市林草局")
    page.locator("#canvas").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#pane h2")).to_have_text("怎样使用")


def test_the_picture_stays_in_another_language_and_light(page: Page) -> None:
    opened(page, f"/explore?id={quote(RIVER)}")
    page.mouse.dblclick(*spot(page, f"{NOTICE}/12"))
    page.wait_for_function("id => jucuo.shown.has(id)", arg=FORESTRY)
    page.wait_for_timeout(250)
    mine = places(page)
    for name in ("English", "Dark"):
        page.get_by_role("link", name=name).click()
        page.wait_for_url("**/explore?*#s=*")
        page.wait_for_selector("html[data-explorer]")
        assert places(page) == mine
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
