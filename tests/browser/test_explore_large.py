"""The explorer on a notice too large for one picture: it asks, it keeps to the limit, and it says so."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from graph.model import Edge, Kind, Node, NoticeGraph, Relation
from tests.browser.serving import STORES, serving_in
from tests.contract.notices import M, notice
from tests.viz.notices import assigned, measure, unit

MEASURES = 1200
THEME, DEPARTMENT = "大主题", "150200/综合"


def large() -> NoticeGraph:
    """One theme and one department with a thousand measures."""
    id = "大府发〔2025〕1号"
    nodes = [
        Node(id, Kind.NOTICE, "大通知", {"number": id, "title": "大通知", "dated": "2025-01-01"}),
        Node(THEME, Kind.THEME, THEME),
        Node(DEPARTMENT, Kind.DEPARTMENT, "包头市综合局", unit("市综合局")),
    ]
    edges = []
    for number in range(1, MEASURES + 1):
        one, title = f"{id}/{number}", f"推动第{number}项工作"
        nodes.append(Node(one, Kind.MEASURE, title, measure(f"（{number}）", title, title, "", "other", None, (0, 2))))
        edges.append(Edge(Relation.CONTAINS, id, one, id, {"ordinal": number}))
        edges.append(Edge(Relation.ABOUT, one, THEME, id, {"basis": ["text"]}))
        edges.append(assigned(id, one, DEPARTMENT, "市综合局", 1, (0, 2)))
    return NoticeGraph(id, tuple(nodes), tuple(edges), "推动工作")


@pytest.fixture(scope="module", params=STORES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    two_dozen = notice("甲", *(M("林草", title=f"推动第{number}项重点工作") for number in range(1, 25)))
    with serving_in(request.param, request, tmp_path_factory.mktemp("site"), [large(), two_dozen]) as address:
        yield address


@pytest.fixture
def explorer(page: Page) -> Page:
    page.goto(f"/explore?id={quote(THEME)}")
    page.wait_for_selector("html[data-explorer]")
    return page


def test_it_shows_fifty_and_asks_before_more(explorer: Page) -> None:
    expect(explorer.locator("html")).to_have_attribute("data-nodes", "51")
    explorer.locator("#canvas").focus()
    explorer.keyboard.press("Enter")
    expect(explorer.get_by_role("menu")).to_contain_text(f"相邻节点有 {MEASURES - 50:,} 个")
    expect(explorer.locator("html")).to_have_attribute("data-nodes", "51")


def test_it_never_shows_more_than_a_thousand_and_offers_the_aggregate(explorer: Page) -> None:
    explorer.locator("#pane").get_by_role("button", name=f"展开举措 {MEASURES - 50:,}").click()
    expect(explorer.locator("html")).to_have_attribute("data-nodes", "1000", timeout=20_000)
    expect(explorer.locator("#told")).to_contain_text(f"已显示 999 / {MEASURES:,}")
    expect(explorer.locator("#much")).to_be_visible()
    expect(explorer.locator("#much").get_by_role("link", name="协同矩阵")).to_be_visible()
    places: list[tuple[int, int]] = explorer.evaluate("[...jucuo.shown.values()].map(({ x, y }) => [x, y])")
    assert len({tuple(place) for place in places}) == 1000


def test_many_neighbours_stand_in_calm_rows(explorer: Page) -> None:
    middle, others = explorer.evaluate(
        """id => {
            const at = ({ x, y }) => [x, y];
            const others = [...jucuo.shown].filter(([one]) => one !== id);
            return [at(jucuo.shown.get(id)), others.map(([, place]) => at(place))];
        }""",
        THEME,
    )
    assert all(x != middle[0] and y != middle[1] for x, y in others)  # a line through several would look like a chain
    explorer.evaluate("id => jucuo.pick(id)", THEME)
    assert set(explorer.evaluate("jucuo.edges.get().map((edge) => edge.width)")) == {1.2}
    first = explorer.evaluate("jucuo.nodes.getIds().find((id) => id.includes('号/'))")
    explorer.evaluate("id => jucuo.pick(id)", first)
    assert max(explorer.evaluate("jucuo.edges.get().map((edge) => edge.width)")) > 1.2


@pytest.mark.parametrize("width, height, least", [(1366, 768, 0.75), (390, 844, 0.65)])
def test_the_words_of_two_dozen_neighbours_can_be_read(page: Page, width: int, height: int, least: float) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"/explore?id={quote('15/林草')}")
    page.wait_for_selector('html[data-explorer="ready"]')
    assert page.evaluate("jucuo.nodes.length") == 25
    assert page.evaluate("jucuo.network.getScale()") >= least
