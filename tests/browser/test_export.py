"""Each exported picture opened from disk, as one would a file from a mail: offline, silent, whole."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from graph.model import Kind, NoticeGraph
from graph.store import Store, open_store
from tests.viz.notices import STORABLE, hostile
from viz.export import VIEWS, page
from viz.legend import SIGNS

NOTICE = "包府发〔2024〕5号"
ASKED: dict[str, dict[str, Any]] = {
    "departments": {},
    "bipartite": {},
    "around": {"id": "市林草局"},
    "path": {"id": "市科技局", "to": "市林草局"},
    "search": {"query": "黄河 生态"},
}

FILLS = "jucuo.nodes.get().map((node) => node.color.background)"

Open = Callable[[str], Page]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page from disk; at the end nothing may have been asked for, said on the console, or run."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    wrong: list[str] = []
    tabs: list[Page] = []

    def said(message: ConsoleMessage) -> None:
        wrong.append(f"console: {message.text}")

    def asked(request: Request) -> None:
        if not request.url.startswith((tmp_path.as_uri(), "blob:")):
            wrong.append(f"request: {request.url[:200]}")

    def open_(html: str) -> Page:
        file = tmp_path / "x.html"
        file.write_text(html, encoding="utf-8", newline="\n")
        tab = context.new_page()
        tab.on("console", said)
        tab.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        tab.on("request", asked)
        tab.goto(file.as_uri())
        tab.wait_for_selector("html[data-ready]")
        tabs.append(tab)
        return tab

    yield open_
    ran = [tab.evaluate("window.hit") for tab in tabs]
    context.close()
    assert not wrong
    assert ran == [None] * len(tabs)


@pytest.fixture
def hostile_store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "hostile.db")
    list(store.replace([hostile(STORABLE)]))
    yield store
    store.close()


def painted(tab: Page) -> None:
    """Waits until the canvas shows many colours: a blank one has one, as it is while the window takes its size."""
    tab.wait_for_function("""() => {
        const canvas = document.querySelector("#canvas canvas");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        const seen = new Set();
        for (let i = 0; i < data.length; i += 4) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
        return seen.size > 20;
    }""")


def click_node(tab: Page, id: str) -> None:
    """A click of the mouse where the node is drawn."""
    at: dict[str, float] = tab.evaluate(
        """id => {
            const { network } = window.jucuo;
            network.moveTo({ position: network.getPosition(id) });
            const spot = network.canvasToDOM(network.getPosition(id));
            const frame = document.getElementById("canvas").getBoundingClientRect();
            return { x: frame.left + spot.x, y: frame.top + spot.y };
        }""",
        id,
    )
    tab.mouse.click(at["x"], at["y"])


def panel(tab: Page) -> str:
    return tab.locator("#panel").inner_text()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_picture_opens_offline_and_is_painted(view: str, lang: str, sample_store: Store, opened: Open) -> None:
    tab = opened(page(sample_store, view, lang=lang, **ASKED[view]))
    painted(tab)
    assert tab.locator("html").get_attribute("lang") == ("zh-CN" if lang == "zh" else "en")
    assert tab.locator("#legend label").count() >= 2


@pytest.mark.parametrize("view", VIEWS)
def test_the_same_graph_gives_the_same_bytes(view: str, sample_store: Store) -> None:
    assert page(sample_store, view, **ASKED[view]) == page(sample_store, view, **ASKED[view])


def test_departments_show_every_pair_and_how_much_it_shares(sample_store: Store, opened: Open) -> None:
    tab = opened(page(sample_store))
    edges: list[dict[str, Any]] = tab.evaluate("jucuo.edges.get()")
    assert tab.evaluate("jucuo.nodes.length") == 28
    assert len(edges) == 43
    assert sorted({edge["width"] for edge in edges}) == [1.6, 3.2, 4.8]
    assert sum(edge["width"] == 4.8 for edge in edges) == 4


def test_a_click_on_a_line_lists_the_measures_that_the_two_share(sample_store: Store, opened: Open) -> None:
    tab = opened(page(sample_store))
    tab.evaluate("""() => {
        const { edges, nodes, showEdge } = jucuo;
        const of = (name) => nodes.get().find((node) => node.label.includes(name)).id;
        const [a, b] = [of("市林草局"), of("市生态环境局")];
        showEdge(edges.get().find((edge) => [edge.from, edge.to].includes(a) && [edge.from, edge.to].includes(b)).id);
    }""")
    said = panel(tab)
    assert "共同承担 3 项举措" in said
    assert [number in said for number in ("（十二）", "（十三）", "（十四）", "（十五）")] == [True, True, True, False]
    assert "长期坚持" in said
    assert "市自然资源局" in said


def test_a_click_on_a_department_names_its_partners_most_shared_first(sample_store: Store, opened: Open) -> None:
    tab = opened(page(sample_store))
    click_node(tab, "150200/林业草原")
    assert "包头市林业和草原局" in panel(tab)
    first = tab.locator("#panel li").first.inner_text()
    assert "包头市生态环境局" in first
    assert "3 项" in first


def test_a_click_on_a_measure_shows_the_clause_with_the_words_marked(sample_store: Store, opened: Open) -> None:
    tab = opened(page(sample_store, "bipartite"))
    click_node(tab, f"{NOTICE}/12")
    said = panel(tab)
    assert "合力打好黄河“几字弯”生态环境系统治理攻坚战" in said
    assert "责任单位：市林草局、市财政局、市生态环境局、市水务局" in said
    assert tab.locator("#panel mark").all_inner_texts() == ["市林草局", "市财政局", "市生态环境局", "市水务局"]
    assert "原文" in said
    assert NOTICE in said


def test_what_is_not_selected_is_dimmed_and_comes_back(sample_store: Store, opened: Open) -> None:
    tab = opened(page(sample_store, "bipartite"))
    before = tab.evaluate(FILLS)
    click_node(tab, f"{NOTICE}/12")
    dimmed = tab.evaluate("jucuo.nodes.get().filter((node) => node.color.background === '#f5f7f9').length")
    assert dimmed == 50 - 5
    places = tab.evaluate("jucuo.network.getPositions()")
    tab.keyboard.press("Escape")
    assert tab.evaluate(FILLS) == before
    assert tab.evaluate("jucuo.network.getPositions()") == places


def test_search_shows_what_answers_and_names_what_does_not(sample_store: Store, opened: Open) -> None:
    tab = opened(page(sample_store, "search", query="黄河 ecology"))
    assert "命中 2 项举措；另有 1 项" in tab.locator("#said").inner_text()
    click_node(tab, f"{NOTICE}/2")
    assert "为何不属于" in panel(tab)
    click_node(tab, f"{NOTICE}/13")
    assert "为何找到" in panel(tab)


def test_paths_go_through_measures_not_through_the_city(sample_store: Store, opened: Open) -> None:
    tab = opened(page(sample_store, "path", id="市科技局", to="市林草局"))
    kinds = {entry["kind"] for entry in tab.evaluate("JSON.parse(document.getElementById('data').textContent).kinds")}
    assert kinds == {Kind.MEASURE.value, Kind.DEPARTMENT.value}


def test_one_finds_a_node_by_typing_and_a_path_by_typing_twice(sample_store: Store, opened: Open) -> None:
    tab = opened(page(sample_store, "bipartite"))
    tab.get_by_label("查找").fill("财政局")
    tab.get_by_label("查找").press("Enter")
    assert "包头市财政局" in panel(tab)
    tab.get_by_label("路径到").fill("（十四）")
    tab.get_by_label("路径到").press("Enter")
    assert "最短路径" in panel(tab)


def test_the_legend_is_a_switch(sample_store: Store, opened: Open) -> None:
    tab = opened(page(sample_store, "bipartite"))
    tab.get_by_label("其他责任单位").uncheck()
    assert tab.evaluate("jucuo.edges.get().filter((edge) => edge.hidden).length") == 32
    tab.get_by_label("举措", exact=False).first.uncheck()
    assert tab.evaluate("jucuo.nodes.get().filter((node) => node.hidden).length") == 22


def test_the_table_says_what_the_picture_says(sample_store: Store, opened: Open) -> None:
    tab = opened(page(sample_store, "bipartite"))
    tab.get_by_role("button", name="表格").click()
    assert tab.locator("#table tbody tr").count() == 54
    assert "责任单位：" in tab.locator("#table tbody").inner_text()
    tab.get_by_role("button", name="图", exact=True).click()
    assert tab.locator("#canvas").is_visible()


def test_the_picture_is_saved_as_png(sample_store: Store, opened: Open, tmp_path: Path) -> None:
    tab = opened(page(sample_store))
    with tab.expect_download() as waited:
        tab.get_by_role("button", name="存为图片").click()
    saved = tmp_path / "saved.png"
    waited.value.save_as(saved)
    assert saved.read_bytes().startswith(b"\x89PNG")
    assert waited.value.suggested_filename == "责任单位共同承担的举措.png"


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_names_are_text_and_nothing_else(view: str, hostile_store: Store, opened: Open) -> None:
    evil = hostile(STORABLE)
    measure = next(node.id for node in evil.nodes if node.kind is Kind.MEASURE)
    department = next(node.id for node in evil.nodes if node.kind is Kind.DEPARTMENT)
    asked: dict[str, dict[str, Any]] = {
        "around": {"id": measure},
        "path": {"id": measure, "to": department},
        "search": {"query": STORABLE[1]},
    }
    tab = opened(page(hostile_store, view, **asked.get(view, {})))
    for id in tab.evaluate("jucuo.nodes.getIds()"):
        tab.evaluate("id => jucuo.showNode(id)", id)
    for id in tab.evaluate("jucuo.edges.getIds()"):
        tab.evaluate("id => jucuo.showEdge(id)", id)
    tab.get_by_role("button", name="表格").click()
    assert tab.locator("#panel script, #panel img, #panel a, #panel b, #table img, #table a, #table b").count() == 0
    assert tab.title().count("<") == tab.title().count(">")


def test_a_policy_in_the_file_allows_its_own_scripts_alone(sample_graph: NoticeGraph, sample_store: Store) -> None:
    html = page(sample_store)
    policy = html.split('http-equiv="Content-Security-Policy" content="')[1].split('">')[0]
    assert policy.startswith("default-src &#39;none&#39;; script-src &#39;sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert sample_graph.id in html


def test_a_colour_on_the_picture_is_the_colour_of_the_legend(sample_store: Store, opened: Open) -> None:
    tab = opened(page(sample_store, "around", id=f"{NOTICE}/12"))
    drawn = {node["color"]["border"].upper() for node in tab.evaluate("jucuo.nodes.get()")}
    assert drawn <= {sign.colour.upper() for sign in SIGNS.values()} | {"#1B2733"}
