"""The explorer, worked with as a planner would: typed, clicked, sent on, taken away."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import serving
from tests.browser.conftest import Watch
from tests.browser.serving import serving_notices
from tests.viz.notices import STORABLE, hostile

site = serving.site_in_both


NOTICE = "包府发〔2024〕5号"
FORESTRY, FINANCE, SCIENCE = "150200/林业草原", "150200/财政", "150200/科学技术"
RIVER = "geo/黄河"


def opened(page: Page, address: str = "/explore") -> Page:
    page.goto(address)
    page.wait_for_selector("html[data-explorer]")
    return page


def ids(page: Page) -> set[str]:
    return set(page.evaluate("jucuo.nodes.getIds()"))


def places(page: Page) -> dict[str, Any]:
    return dict(page.evaluate("Object.fromEntries([...jucuo.shown].map(([id, { x, y }]) => [id, [x, y]]))"))


def spot(page: Page, id: str) -> tuple[float, float]:
    at: dict[str, float] = page.evaluate(
        """id => {
            const spot = jucuo.network.canvasToDOM(jucuo.network.getPosition(id));
            const frame = document.getElementById("canvas").getBoundingClientRect();
            return { x: frame.left + spot.x, y: frame.top + spot.y };
        }""",
        id,
    )
    return at["x"], at["y"]


def has(page: Page, number: int) -> None:
    """Waits until that many nodes are drawn."""
    page.wait_for_selector(f'html[data-nodes="{number}"]')


def test_the_yellow_river_leads_to_its_two_measures(page: Page) -> None:
    opened(page)
    page.get_by_role("combobox", name="查找").fill("黄河")
    page.get_by_role("option", name=re.compile("^黄河.*地区")).click()
    has(page, 3)
    assert ids(page) == {RIVER, f"{NOTICE}/12", f"{NOTICE}/13"}
    expect(page.locator("#pane h2")).to_have_text("黄河")


@pytest.mark.parametrize(
    ("typed", "first"),
    [("林草局", "包头市林业和草原局"), ("lcj", "包头市林业和草原局"), ("达拉特", "达拉特旗"), ("生态环保", "生态环保")],
)
def test_one_finds_by_name_short_name_and_pinyin_with_the_keyboard_alone(page: Page, typed: str, first: str) -> None:
    opened(page)
    page.get_by_role("combobox", name="查找").press_sequentially(typed)
    expect(page.get_by_role("option").first).to_contain_text(first)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#pane h2")).to_have_text(first)


def test_one_finds_measures_by_the_words_of_their_text(page: Page) -> None:
    opened(page)
    page.get_by_role("combobox", name="查找").fill("湿地保护")
    expect(page.get_by_role("option").filter(has_text="（十二）")).to_be_visible()
    page.get_by_role("option", name=re.compile("放入图中")).click()
    page.wait_for_function("id => jucuo.shown.has(id)", arg=f"{NOTICE}/12")


def test_a_double_click_expands_and_nothing_moves(page: Page) -> None:
    opened(page, f"/explore?id={quote(RIVER)}")
    before = places(page)
    page.mouse.dblclick(*spot(page, f"{NOTICE}/12"))
    page.wait_for_function("id => jucuo.shown.has(id)", arg=FORESTRY)
    after = places(page)
    assert {id: after[id] for id in before} == before
    assert {FORESTRY, FINANCE} <= ids(page)


def test_no_two_nodes_cover_each_other(page: Page) -> None:
    opened(page, f"/explore?id={quote(NOTICE)}")
    stood = list(places(page).values())
    near = [
        (a, b) for n, a in enumerate(stood) for b in stood[n + 1 :] if abs(a[0] - b[0]) < 100 and abs(a[1] - b[1]) < 40
    ]
    assert near == []


def test_the_menu_counts_by_kind_and_expands_one(page: Page) -> None:
    opened(page, f"/explore?id={quote(RIVER)}")
    page.mouse.click(*spot(page, f"{NOTICE}/12"), button="right")
    menu = page.get_by_role("menu")
    expect(menu.get_by_role("menuitem", name="展开责任单位 4")).to_be_visible()
    menu.get_by_role("menuitem", name="展开责任单位 4").click()
    has(page, 7)
    expect(menu).to_be_hidden()


def test_all_in_the_menu_is_the_sum_of_what_stands_above_it(page: Page) -> None:
    opened(page, f"/explore?id={quote(RIVER)}")
    page.mouse.click(*spot(page, f"{NOTICE}/12"), button="right")
    items = page.get_by_role("menu").get_by_role("menuitem")
    expect(items.filter(has_text="展开全部")).to_have_count(1)
    counts = [int(text.rsplit(" ", 1)[1]) for text in items.filter(has_text="展开").all_inner_texts()]
    assert counts[-1] == sum(counts[:-1])
    items.filter(has_text="展开全部").click()
    has(page, 3 + counts[-1])


def test_what_was_done_is_undone_and_done_again_also_by_the_browser(page: Page) -> None:
    opened(page, f"/explore?id={quote(RIVER)}")
    page.evaluate("id => jucuo.open(id)", f"{NOTICE}/12")
    page.wait_for_function("id => jucuo.shown.has(id)", arg=FORESTRY)
    full = places(page)
    page.get_by_role("button", name="撤销").click()
    has(page, 3)
    page.get_by_role("button", name="重做").click()
    has(page, len(full))
    assert places(page) == full
    page.go_back()
    has(page, 3)
    page.go_forward()
    has(page, len(full))
    page.locator("#canvas").focus()
    page.keyboard.press("Control+z")
    has(page, 3)


def test_one_removes_collapses_pins_and_clears(page: Page) -> None:
    opened(page, f"/explore?id={quote(FORESTRY)}")
    pane = page.locator("#pane")
    page.evaluate("id => jucuo.pick(id)", f"{NOTICE}/14")
    pane.get_by_role("button", name="固定").click()
    page.evaluate("id => jucuo.pick(id)", FORESTRY)
    pane.get_by_role("button", name="收起").click()
    has(page, 2)
    assert ids(page) == {FORESTRY, f"{NOTICE}/14"}
    pane.get_by_role("button", name="移除").click()
    has(page, 1)
    page.get_by_role("button", name="清空").click()
    has(page, 0)
    expect(page.locator("#told")).to_contain_text("图是空的")


def test_two_nodes_show_all_shortest_paths_and_what_lies_between(page: Page) -> None:
    opened(page, f"/explore?id={quote(SCIENCE)}")
    page.goto(f"/explore?id={quote(SCIENCE)}&id={quote(FINANCE)}")
    page.wait_for_selector("html[data-explorer]")
    page.mouse.click(*spot(page, SCIENCE))
    page.keyboard.down("Control")
    page.mouse.click(*spot(page, FINANCE))
    page.keyboard.up("Control")
    expect(page.locator("#pane")).to_contain_text("共同的举措（3）")
    expect(page.locator("#pane")).to_contain_text("最短路径 3 条，各 2 步")


def test_a_path_between_two_boxes_comes_into_the_picture(page: Page) -> None:
    opened(page)
    page.locator("summary", has_text="路径").click()
    for label, name in (("从", "科技局"), ("到", "林草局")):
        page.get_by_role("combobox", name=label, exact=True).fill(name)
        expect(page.get_by_role("option").first).to_be_visible()
        page.keyboard.press("Enter")
    has(page, 8)
    xs = {id: place[0] for id, place in places(page).items()}
    assert xs[SCIENCE] < xs[FINANCE] < xs[FORESTRY]


def test_the_clause_of_a_relation_is_shown_with_its_words_marked(page: Page) -> None:
    opened(page, f"/explore?id={quote(FORESTRY)}")
    first = page.locator("#pane .near li").first
    expect(first.locator("mark")).to_have_text("市林草局")
    expect(first).to_contain_text("责任单位：市林草局、市财政局、市生态环境局、市水务局")
    a, b = spot(page, FORESTRY), spot(page, f"{NOTICE}/12")
    page.mouse.click(a[0] + (b[0] - a[0]) * 0.5, a[1] + (b[1] - a[1]) * 0.5)
    expect(page.locator("#pane .kind-of")).to_have_text("关系")
    expect(page.locator("#pane mark")).to_have_text("市林草局")


def test_the_legend_and_the_filters_hide_what_does_not_fit(page: Page) -> None:
    opened(page, f"/explore?id={quote(FORESTRY)}")
    page.evaluate("id => jucuo.open(id)", f"{NOTICE}/12")
    page.wait_for_function("id => jucuo.shown.has(id)", arg=FINANCE)
    all_nodes = ids(page)
    page.locator("#legend").get_by_label("主题").uncheck()
    assert {kind.split("/")[0] for kind in all_nodes - ids(page)} == {"生态环保", "区域合作"}
    page.locator("summary", has_text="筛选").click()
    page.locator("select[name=limit]").select_option("ongoing")
    assert {id for id in ids(page) if id.startswith(NOTICE)} == {f"{NOTICE}/13"}
    page.locator("select[name=limit]").select_option("")
    page.locator("select[name=role]").select_option("first")
    assigned = page.evaluate("jucuo.edges.getIds().filter((id) => id.includes('ASSIGNED_TO')).length")
    assert assigned == 3  # of each of the three measures, its first
    page.get_by_role("button", name="取消筛选").click()
    page.locator("#legend").get_by_label("主题").check()
    assert ids(page) == all_nodes


def test_the_address_holds_the_picture_for_a_colleague(page: Page, context: BrowserContext) -> None:
    opened(page, f"/explore?id={quote(RIVER)}")
    page.evaluate("id => jucuo.open(id)", f"{NOTICE}/13")
    page.wait_for_function("id => jucuo.shown.has(id)", arg=FORESTRY)
    page.wait_for_function("() => location.hash.length > 60")
    mine = places(page)
    other = context.new_page()
    watch = Watch(other, page.url)
    opened(other, page.url)
    assert places(other) == mine
    assert set(other.evaluate("jucuo.edges.getIds()")) == set(page.evaluate("jucuo.edges.getIds()"))
    assert watch.found == []


@pytest.mark.parametrize("broken", ["#s=", "#s=znonsense", "#s=j" + "e30", "#other"])
def test_a_broken_address_gives_an_empty_picture(page: Page, broken: str) -> None:
    opened(page, f"/explore{broken}")
    has(page, 0)


def test_the_picture_is_saved_as_png_svg_and_as_a_page_that_opens_offline(page: Page, tmp_path: Path) -> None:
    opened(page, f"/explore?id={quote(RIVER)}")
    saved: dict[str, bytes] = {}
    for name, ending in (("PNG 图片", "png"), ("SVG 图片", "svg"), ("PyVis", "html")):
        page.locator("summary", has_text="保存").click()
        with page.expect_download() as waited:
            page.locator("#explore").get_by_role("button", name=name).click()
        file = tmp_path / waited.value.suggested_filename
        assert file.suffix == f".{ending}"
        waited.value.save_as(file)
        saved[ending] = file.read_bytes()
    assert saved["png"].startswith(b"\x89PNG")
    svg = saved["svg"].decode()
    assert all(words in svg for words in ("黄河", "（十二）", "举措", NOTICE, "显示 3 个节点"))
    assert "列首或牵头" not in svg  # no line of a department is drawn
    assert re.search(r"\d{4}-\d\d-\d\d", svg)
    data = json.loads(saved["html"].decode().split('id="data">')[1].split("</script>")[0])
    assert {node["id"]: [node["x"], node["y"]] for node in data["nodes"]} == places(page)


def test_the_table_says_what_the_canvas_shows(page: Page) -> None:
    opened(page, f"/explore?id={quote(FORESTRY)}")
    page.get_by_text("表格：图中的全部关系").click()
    expect(page.locator("#rows tbody tr")).to_have_count(3)
    page.locator("#rows").get_by_role("button", name=re.compile("（十四）")).click()
    expect(page.locator("#pane h2")).to_contain_text("（十四）")


def test_the_keyboard_walks_expands_and_removes(page: Page) -> None:
    opened(page, f"/explore?id={quote(FORESTRY)}")
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#pane h2")).to_contain_text("（十二）")
    page.keyboard.press("Enter")
    page.wait_for_function("id => jucuo.shown.has(id)", arg=FINANCE)
    number = len(ids(page))
    page.keyboard.press("Delete")
    has(page, number - 1)
    page.keyboard.press("Home")
    page.keyboard.press("m")
    expect(page.get_by_role("menu")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("menu")).to_be_hidden()


def test_english_is_complete(page: Page) -> None:
    opened(page, f"/explore?lang=en&id={quote(FORESTRY)}")
    text = page.locator("#explore").inner_text()
    ours = re.sub(r"[^\n]*(包头|市|局|（|〔)[^\n]*", "", text)
    assert "Undo" in text
    assert not re.search("[撤重图路筛]", ours)


def test_hostile_names_stay_text_whatever_one_does(context: BrowserContext, tmp_path: Path) -> None:
    evil = hostile(STORABLE)
    with serving_notices(tmp_path, [evil]) as address:
        page = context.new_page()
        watch = Watch(page, address)
        opened(page, f"{address}/explore?id={quote(evil.id)}")
        for node in evil.nodes[1:40]:
            page.evaluate("id => jucuo.shown.has(id) && jucuo.open(id)", node.id)
        page.wait_for_timeout(500)
        for id in page.evaluate("jucuo.nodes.getIds()"):
            page.evaluate("id => jucuo.pick(id)", id)
        page.get_by_text("表格：图中的全部关系").click()
        page.get_by_role("combobox", name="查找").fill("script")
        expect(page.get_by_role("option").first).to_be_visible()
        page.locator("summary", has_text="保存").click()
        with page.expect_download() as waited:
            page.get_by_role("button", name="SVG 图片").click()
        waited.value.save_as(tmp_path / "x.svg")
        assert page.evaluate("window.hit") is None
        assert page.locator("#explore :is(img, b:not(#narrowed), script:not([type]))").count() == 0
        assert "<script" not in (tmp_path / "x.svg").read_text(encoding="utf-8")
        taken = context.new_page()
        taken.goto((tmp_path / "x.svg").as_uri())
        assert taken.evaluate("window.hit ?? window.hostile ?? null") is None
        assert watch.found == []
