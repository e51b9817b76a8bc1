"""How the explorer looks: names off the lines, whole paths, paper, waiting, trouble; and what is undone."""

import json
import re
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser import serving
from tests.browser.test_explore import FINANCE, FORESTRY, NOTICE, RIVER, SCIENCE, has, ids, opened, places, spot
from tests.contract.notices import M, notice

site = serving.site_in_both


def boxes(page: Page) -> dict[str, dict[str, float]]:
    """Where the names of the nodes stand, as they are drawn."""
    return dict(
        page.evaluate(
            """() => Object.fromEntries(jucuo.nodes.getIds().map((id) => {
                const { left, top, width, height } = jucuo.network.body.nodes[id].labelModule.size;
                return [id, { left, top, right: left + width, bottom: top + height }];
            }))"""
        )
    )


def test_names_stand_beside_lines_and_not_on_each_other(page: Page) -> None:
    opened(page, f"/explore?id={quote(FORESTRY)}")
    page.mouse.dblclick(*spot(page, f"{NOTICE}/12"))
    page.wait_for_function("id => jucuo.shown.has(id)", arg=FINANCE)
    page.wait_for_timeout(100)
    named, stood = boxes(page), places(page)
    lines = page.evaluate("jucuo.edges.get().map(({ from, to }) => [from, to])")
    crossed = {
        id
        for id, box in named.items()
        if not id.startswith(f"{NOTICE}/")
        for a, b in lines
        if through(stood[a], stood[b], box)
    }
    assert crossed <= {FORESTRY}  # it stands between three measures
    over = [
        (a, b)
        for n, a in enumerate(named)
        for b in list(named)[n + 1 :]
        if named[a]["left"] < named[b]["right"]
        and named[b]["left"] < named[a]["right"]
        and named[a]["top"] < named[b]["bottom"]
        and named[b]["top"] < named[a]["bottom"]
    ]
    assert over == []


def through(a: list[float], b: list[float], box: dict[str, float]) -> bool:
    """Whether a line passes a box."""
    steps = [(a[0] + (b[0] - a[0]) * part / 200, a[1] + (b[1] - a[1]) * part / 200) for part in range(201)]
    return any(box["left"] < x < box["right"] and box["top"] < y < box["bottom"] for x, y in steps)


def test_paper_has_the_picture_with_title_legend_source_and_date(page: Page) -> None:
    opened(page, f"/explore?id={quote(FORESTRY)}&colours=dark")
    before = page.evaluate("[jucuo.network.getScale(), jucuo.network.getViewPosition()]")
    page.emulate_media(media="print")
    paper = page.locator("#paper svg")
    expect(paper).to_be_visible()
    for words in ("关系图 · 包头市林业和草原局", "（十二）", "列首或牵头", f"来源：{NOTICE}"):
        expect(paper).to_contain_text(words)
    assert re.search(r"\d{4}-\d\d-\d\d", paper.text_content() or "")
    assert paper.locator("rect").first.get_attribute("fill") == "#fff"  # also where the screen is dark
    expect(page.locator("#legend")).to_be_hidden()
    page.emulate_media(media="screen")
    expect(paper).to_have_count(0)
    page.wait_for_timeout(200)
    assert page.evaluate("[jucuo.network.getScale(), jucuo.network.getViewPosition()]") == before


def test_what_is_dragged_or_filtered_is_undone(page: Page) -> None:
    opened(page, f"/explore?id={quote(FORESTRY)}")
    first = places(page)
    x, y = spot(page, f"{NOTICE}/12")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 90, y - 20, steps=5)
    page.mouse.up()
    page.wait_for_function("([id, x]) => jucuo.shown.get(id).x > x", arg=[f"{NOTICE}/12", first[f"{NOTICE}/12"][0]])
    dragged = places(page)
    page.locator("#legend").get_by_label("责任单位").uncheck()
    has(page, 3)
    page.get_by_role("button", name="撤销").click()
    has(page, 4)
    assert places(page) == dragged
    page.get_by_role("button", name="撤销").click()
    page.wait_for_function("([id, x]) => jucuo.shown.get(id).x === x", arg=[f"{NOTICE}/12", first[f"{NOTICE}/12"][0]])
    drawn = page.evaluate("jucuo.network.getPositions()")
    assert {id: [at["x"], at["y"]] for id, at in drawn.items()} == first
    expect(page.get_by_role("button", name="撤销")).to_be_disabled()


def test_the_words_are_marked_also_of_relations_without_a_span(page: Page) -> None:
    opened(page, f"/explore?id={quote(NOTICE)}")
    pane = page.locator("#pane .near li").first
    expect(pane.locator("mark")).to_contain_text("（一）打造1小时铁路经济圈")
    opened(page, f"/explore?id={quote(f'{NOTICE}/12')}")
    theme = page.locator("#pane .near li", has_text="生态环保")
    theme.get_by_role("button", name="规则推导").click()
    expect(theme.locator("mark")).to_have_text("生态")


def test_all_shortest_paths_are_counted(page: Page) -> None:
    opened(page, f"/explore?from={quote(SCIENCE)}&to={quote(FORESTRY)}")
    expect(page.locator("#told")).to_contain_text("最短路径 6 条，各 4 步")


def test_waiting_is_shown_and_trouble_is_told(page: Page) -> None:
    opened(page, f"/explore?id={quote(RIVER)}")
    held: list[Route] = []
    page.route("**/explore/expand", lambda route: held.append(route))
    page.mouse.dblclick(*spot(page, f"{NOTICE}/12"))
    expect(page.locator("#stage")).to_have_attribute("aria-busy", "true")
    held[0].fulfill(status=409, content_type="application/json", body=json.dumps({"detail": "磁盘满了"}))
    expect(page.locator("#told")).to_have_text("磁盘满了")
    expect(page.locator("#told")).to_have_class("alarm")
    assert page.locator("#stage").get_attribute("aria-busy") is None
    has(page, 3)


def test_the_keys_pass_from_the_legend_to_the_canvas_to_the_pane(page: Page) -> None:
    opened(page, f"/explore?id={quote(RIVER)}")
    page.locator("#canvas").focus()
    page.keyboard.press("m")
    expect(page.get_by_role("menu")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("menu")).to_be_hidden()
    expect(page.locator("#pane")).to_be_focused()


def test_escape_closes_one_thing_at_a_time(page: Page) -> None:
    opened(page, f"/explore?id={quote(RIVER)}")
    page.locator("summary", has_text="保存").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="PNG 图片")).to_be_hidden()
    expect(page.locator("#pane h2")).to_have_text("黄河")
    page.keyboard.press("Escape")
    expect(page.locator("#pane h2")).to_have_text("怎样使用")


def test_only_what_is_seen_is_counted(page: Page) -> None:
    opened(page, f"/explore?id={quote(FORESTRY)}")
    page.locator("#legend").get_by_label("责任单位").uncheck()
    expect(page.locator("#told")).to_have_text("显示 3 个节点，0 条关系（另有 1 个节点被筛去）")
    assert len(ids(page)) == 3


def test_what_acts_on_a_node_stays_where_it_is(page: Page) -> None:
    opened(page, f"/explore?id={quote(FORESTRY)}")
    pane = page.locator("#pane")
    acts = pane.locator(".acts :is(button, a)")
    before = [(one.inner_text().split()[0], one.bounding_box()) for one in acts.all()]
    pane.get_by_role("button", name="展开地区 1").click()
    has(page, 5)
    expect(pane.get_by_role("button", name="展开地区 0")).to_be_disabled()
    assert [(one.inner_text().split()[0], one.bounding_box()) for one in acts.all()] == before
    pane.get_by_role("button", name="固定").click()
    expect(pane.get_by_role("button", name="取消固定")).to_be_focused()
    assert [(name, box) for name, box in before if name != "固定"] == [
        (one.inner_text().split()[0], one.bounding_box()) for one in acts.all() if "固定" not in one.inner_text()
    ]


def test_the_keyboard_stays_in_the_pane(page: Page) -> None:
    opened(page, f"/explore?id={quote(FORESTRY)}")
    pane = page.locator("#pane")
    pane.get_by_role("button", name="展开地区 1").focus()
    page.keyboard.press("Enter")
    has(page, 5)
    expect(pane).to_be_focused()
    pane.locator(".near .go").first.focus()
    page.keyboard.press("Enter")
    expect(pane.locator("h2")).to_contain_text("（十二）")
    expect(pane).to_be_focused()


def test_a_picture_saved_closes_what_offered_it(page: Page) -> None:
    opened(page, f"/explore?id={quote(FORESTRY)}")
    page.locator("summary", has_text="保存").click()
    with page.expect_download():
        page.get_by_role("button", name="SVG 图片").click()
    expect(page.get_by_role("button", name="SVG 图片")).to_be_hidden()


def test_measures_called_alike_are_told_apart_by_their_notices(context: BrowserContext, tmp_path: Path) -> None:
    two = [notice(id, M("林草 水利", title="治沙"), number=id) for id in ("甲〔2024〕1号", "乙〔2024〕2号")]
    with serving.serving_notices(tmp_path, two) as address:
        page = opened(context.new_page(), f"{address}/explore?id={quote('15/林草')}")
        near = page.locator("#pane .near > li")
        expect(near).to_have_count(2)
        assert {one.locator("small").inner_text() for one in near.all()} == {"甲〔2024〕1号", "乙〔2024〕2号"}
        page.locator("summary", has_text="表格").click()
        last = page.locator("#rows tbody td:last-child")
        expect(last).not_to_have_count(0)
        assert set(last.all_inner_texts()) == {"甲〔2024〕1号", "乙〔2024〕2号"}
        last.locator("a").first.click()
        expect(page.locator("h1")).to_contain_text("关于做好工作的通知")
        page.close()


def test_on_a_phone_the_way_between_two_goes_downwards(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, f"/explore?from={quote(FORESTRY)}&to={quote(SCIENCE)}")
    found = places(page)
    assert found[FORESTRY][0] == found[SCIENCE][0]
    assert found[FORESTRY][1] < found[FINANCE][1] < found[SCIENCE][1]
    assert page.evaluate("jucuo.network.getScale()") > 0.65


def test_on_another_size_of_window_everything_is_still_seen(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, f"/explore?id={quote(FORESTRY)}")
    for size in ((390, 1600), (900, 700), (390, 600)):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.wait_for_timeout(300)
        frame = page.locator("#canvas").bounding_box()
        assert frame
        for id, box in boxes(page).items():
            left, top = page.evaluate(
                "([x, y]) => Object.values(jucuo.network.canvasToDOM({ x, y }))", list(box.values())[:2]
            )
            assert 0 <= left <= frame["width"] and 0 <= top <= frame["height"], (size, id)


def test_what_no_measure_says_is_said_with_what_to_look_at_instead(page: Page) -> None:
    for query, told in (("不存在的词", "没有举措符合。"), ("的", "“q”的值“的”不对")):
        opened(page, f"/explore?q={quote(query)}")
        expect(page.locator("#told")).to_contain_text(told)
        expect(page.locator("#pane h2")).to_have_text(query)
        expect(page.locator("#pane .near button").first).to_be_visible()
    page.locator("#seek").fill("火星移民")
    page.locator("#seek").press("Enter")
    expect(page.locator("#pane h2")).to_have_text("火星移民")
    page.locator("#pane").get_by_role("link").first.click()
    expect(page.locator("main")).to_contain_text("也可以试试")


def test_on_a_phone_what_an_expansion_brings_can_be_read(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, f"/explore?id={quote('geo/黄河')}")
    page.mouse.dblclick(*spot(page, f"{NOTICE}/12"))
    page.wait_for_function("id => jucuo.shown.has(id)", arg=FINANCE)
    page.wait_for_function("jucuo.network.getScale() < 1")
    assert page.evaluate("jucuo.network.getScale()") >= 0.65
    frame = page.locator("#canvas").bounding_box()
    assert frame
    for id in (f"{NOTICE}/12", FORESTRY, FINANCE):
        x, y = spot(page, id)
        assert frame["x"] < x < frame["x"] + frame["width"] and frame["y"] < y < frame["y"] + frame["height"], id
    page.get_by_role("button", name="全图").click()
    page.wait_for_function("jucuo.network.getScale() < 0.65")


def test_a_measure_counts_what_is_not_here_beside_its_number(page: Page) -> None:
    opened(page, f"/explore?id={quote('geo/黄河')}")
    label = page.evaluate("id => jucuo.nodes.get(id).label", f"{NOTICE}/12")
    assert label.split("\n")[0] == "（十二） +7"
