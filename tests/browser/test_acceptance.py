"""What views.md promises of each view, read off the page in a real browser."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser import serving
from tests.pages.addresses import FORESTRY, PAGES

site = serving.site_in_both


def labels(page: Page, within: str) -> Locator:
    """The numbers of the measures listed there."""
    return page.locator(f"{within} a.measure .label")


def figure(page: Page, name: str) -> Locator:
    """The number that stands over that word."""
    item = page.locator(".figures li").filter(has=page.locator("span", has_text=re.compile(f"^{name}")))
    return item.locator(".count")


def test_the_overview_says_what_is_in_the_base_and_what_is_due(page: Page) -> None:
    page.goto("/?as_of=2024-06-01")
    expect(figure(page, "通知")).to_have_text("1")
    expect(figure(page, "举措")).to_have_text("22")
    expect(figure(page, "有共同举措的部门对")).to_have_text("43")
    expect(page.locator(".list tbody tr", has_text="2024-12-31")).to_have_count(8)
    page.get_by_role("link", name="哪些举措涉及黄河生态？").click()
    expect(labels(page, ".list")).to_have_text(["（十二）", "（十三）"])


def test_the_matrix_is_symmetric_and_a_cell_lists_its_measures(page: Page) -> None:
    page.goto("/matrix")
    rows = page.locator("#grid tbody tr")
    expect(rows).to_have_count(24)
    cells = [row.locator("td").all_inner_texts() for row in rows.all()]
    assert all(cells[i][j] == cells[j][i] for i in range(24) for j in range(24))
    above = [cells[i][j] for i in range(24) for j in range(i + 1, 24) if cells[i][j]]
    assert len(above) == 43
    assert above.count("3") == 4
    expect(page.locator(".lead")).to_contain_text("没有共同举措的单位 (3)")
    page.get_by_role("link", name=re.compile("林业和草原局 × .*生态环境局 3")).click()
    expect(page.locator("#pane h2")).to_contain_text("生态环境局")
    expect(labels(page, "#pane")).to_have_text(["（十三）", "（十二）", "（十四）"])
    assert "b=" in page.url


def test_the_matrix_is_walked_by_arrow_keys_and_opened_by_enter(page: Page) -> None:
    page.goto("/matrix")
    page.locator("#grid tbody td:not(.own) a").first.focus()
    before = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") != before
    page.locator("#grid tbody td:not(.own) a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#pane a.measure").first).to_be_visible()


def test_the_matrix_is_ordered_and_counted_as_one_likes(page: Page) -> None:
    page.goto("/matrix?order=number")
    expect(page.locator("#grid tbody th").first).to_have_text("市工信局")
    page.get_by_role("link", name="Jaccard").click()
    page.wait_for_url(re.compile("by=jaccard"))
    assert "order=number" in page.url
    expect(page.locator("#grid tbody td:not(.own) a").get_by_text("0.5", exact=True).first).to_be_visible()
    page.get_by_role("link", name="提升度").click()
    page.wait_for_url(re.compile("by=lift"))


def test_a_department_says_what_it_does_and_with_whom(page: Page) -> None:
    page.goto(f"/departments/{FORESTRY}")
    expect(figure(page, "举措")).to_have_text("3")
    expect(figure(page, "列首位")).to_have_text("2")
    expect(figure(page, "牵头")).to_have_text("0")
    expect(figure(page, "责任")).to_have_text("3")
    first = page.locator("table.bars").first.locator("tr").first
    expect(first).to_contain_text("生态环境局")
    expect(first.locator(".count")).to_have_text("3")
    expect(page.locator(".facts").first).to_contain_text("市林草局")
    expect(labels(page, ".list")).to_have_text(["（十三）", "（十二）", "（十四）"])


def test_a_measure_shows_its_exact_words_with_everything_marked(page: Page) -> None:
    page.goto(PAGES["measure"])
    words = page.locator(".words")
    expect(words).to_contain_text("合力打好黄河“几字弯”生态环境系统治理攻坚战")
    expect(words.locator(".m-Department")).to_have_text(["市林草局", "市财政局", "市生态环境局", "市水务局"])
    expect(words.locator(".m-Limit")).to_have_text(["长期坚持"])
    assert any("黄河" in text for text in words.locator(".m-Region").all_inner_texts())
    expect(page.locator("aside.pane")).to_contain_text("包府发〔2024〕5号")
    page.get_by_role("link", name=re.compile("（十三）.*→")).click()
    expect(page.locator("h1")).to_contain_text("（十三）")


def test_a_page_break_inside_a_word_is_shown_and_the_word_stays_whole(page: Page) -> None:
    page.goto(PAGES["measure"].replace("/12", "/11"))
    expect(page.locator(".words")).to_contain_text(re.compile("开展“卡⏎脖子”技术"))


def test_the_topic_page_gives_exactly_the_answers_and_names_the_near_miss(page: Page) -> None:
    for query in ("黄河 生态", "黄河 ecology", "measures touching Yellow River ecology"):
        page.goto(f"/search?q={query}")
        expect(labels(page, ".list")).to_have_text(["（十二）", "（十三）"])
        assert "黄河" in page.locator(".list mark.hit").all_inner_texts()
        near = page.locator("section[aria-labelledby=near]")
        expect(labels(page, "section[aria-labelledby=near]")).to_have_text(["（二）"])
        expect(near).to_contain_text("黄河")


def test_facets_combine_in_the_address(page: Page) -> None:
    page.goto(PAGES["search"])
    page.locator(".facets a", has_text="长期坚持").click()
    page.wait_for_url(re.compile("deadline=long_term"))
    expect(labels(page, ".list")).to_have_text(["（十二）"])
    page.locator(".chips a").first.click()
    expect(labels(page, ".list")).to_have_text(["（十二）", "（十三）"])


def test_a_question_without_an_answer_is_no_dead_end(page: Page) -> None:
    page.goto(PAGES["search-nothing"])
    expect(page.locator("main")).to_contain_text("没有完全符合的举措")
    assert page.locator("main a").count() >= 3


def test_deadlines_are_counted_by_kind_and_none_is_called_late(page: Page) -> None:
    page.goto("/deadlines?as_of=2025-06-01")
    shown = page.locator(".figures .count").all_inner_texts()
    assert shown[:4] == ["9", "1", "10", "2"]
    expect(figure(page, "时限已过")).to_have_text("9")
    text = page.locator("main").inner_text()
    assert "逾期" not in text and "时限已过" in text
    expect(page.locator(".gantt rect.fade")).to_have_count(12)
    expect(page.locator(".gantt rect.gone")).to_have_count(9)
    page.goto("/deadlines?as_of=2024-06-01")
    expect(page.locator(".gantt rect.gone")).to_have_count(0)


def test_the_notice_is_shown_as_it_was_read(page: Page) -> None:
    page.goto(PAGES["notice"])
    expect(page.locator(".outline li a")).to_have_count(22)
    expect(page.locator(".source")).to_contain_text("此件公开发布")
    expect(page.locator(".source .m-Department")).to_have_count(54)
    expect(page.locator(".source .m-Limit")).to_have_count(22)
    page.locator(".outline a", has_text="（十二）").click()
    expect(page.locator("h1")).to_contain_text("（十二）")


def test_those_who_meet_get_their_agenda_by_time_limit(page: Page) -> None:
    page.goto("/shared")
    page.get_by_label("部门", exact=True).fill("市林草局")
    page.get_by_label("另一部门").fill("市生态环境局")
    page.get_by_role("button", name="列出议题").click()
    expect(labels(page, ".list")).to_have_text(["（十三）", "（十二）", "（十四）"])


def test_a_named_question_is_filled_and_answered(page: Page) -> None:
    page.goto("/questions")
    expect(page.locator("form.sentence")).to_have_count(10)
    form = page.locator("form[action='/questions/partners']")
    form.get_by_role("combobox").fill("市林草局")
    form.get_by_role("button").click()
    expect(page.locator("h1")).to_contain_text("包头市林业和草原局")
    expect(page.locator(".list tbody tr").first).to_contain_text("生态环境局")
    expect(page.locator("pre", has_text="MATCH")).to_be_visible()
    expect(page.locator("pre", has_text="/api/v1/shared")).to_be_visible()


def test_every_question_gives_its_answer_by_the_call_it_shows(page: Page) -> None:
    page.goto("/questions")
    for action in [form.get_attribute("action") for form in page.locator("form.sentence").all()]:
        page.goto(str(action))
        call = page.locator("pre a").get_attribute("href")
        assert page.request.get(str(call)).status == 200


def test_a_field_offers_departments_by_pinyin_initials(page: Page) -> None:
    page.goto("/shared")
    with page.expect_response("**/api/v1/suggest?*"):
        page.get_by_label("部门", exact=True).press_sequentially("lcj")
    expect(page.locator("#suggest-0 option").first).to_have_attribute("value", "包头市林业和草原局")


def test_the_matrix_is_taken_away_as_a_picture(page: Page, tmp_path: Path) -> None:
    page.goto("/matrix")
    with page.expect_download() as download:
        page.get_by_role("button", name="PNG").click()
    path = tmp_path / "matrix.png"
    download.value.save_as(path)
    assert path.read_bytes().startswith(b"\x89PNG") and path.stat().st_size > 20_000
