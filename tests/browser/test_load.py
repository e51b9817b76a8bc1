"""An empty base, files dropped in, a notice taken out."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Watch
from tests.browser.serving import serving_notices
from tests.shared import SAMPLE


@pytest.fixture
def empty(context: BrowserContext, tmp_path: Path) -> Iterator[tuple[Page, str]]:
    """A page of a service of the test's own, with nothing in it."""
    with serving_notices(tmp_path, []) as address:
        page = context.new_page()
        watch = Watch(page, address)
        yield page, address
        page.close()
        assert [found for found in watch.found if "status of 4" not in found] == []


def test_an_empty_base_greets_with_the_sample_and_takes_it_out_again(empty: tuple[Page, str]) -> None:
    page, address = empty
    page.goto(address)
    expect(page.locator("main li")).to_have_count(3)
    page.get_by_role("button", name="载入示例公文").click()
    expect(page.locator(".figures .count").nth(1)).to_have_text("22")
    page.goto(f"{address}/notices")
    page.locator(".list tbody a").first.click()
    page.get_by_text("移除这份通知…").click()
    page.get_by_role("button", name="确认移除").click()
    expect(page.get_by_role("status")).to_contain_text("包府发〔2024〕5号")
    page.goto(address)
    expect(page.get_by_role("button", name="载入示例公文")).to_be_visible()


def test_files_are_sent_one_by_one_with_what_became_of_each(empty: tuple[Page, str], tmp_path: Path) -> None:
    page, address = empty
    nothing = tmp_path / "空.txt"
    nothing.write_text("", encoding="utf-8")
    page.goto(f"{address}/load")
    page.locator("#file").set_input_files([SAMPLE, nothing])
    page.get_by_role("button", name="载入", exact=True).click()
    rows = page.locator("#progress > .note")
    expect(page.locator("#progress")).to_have_attribute("data-done", "2")
    expect(rows.first).to_contain_text("已载入")
    expect(rows.first).to_contain_text("举措 22")
    expect(rows.nth(1)).to_contain_text("是空的")
    rows.first.get_by_role("link", name="包头市人民政府关于印发").click()
    expect(page.locator("h1")).to_contain_text("包头市人民政府关于印发")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_figures_of_a_load_lead_to_lists_of_that_length(
    new_context: Callable[..., BrowserContext], tmp_path: Path, scripts: bool
) -> None:
    doubtful = tmp_path / "修订稿.txt"
    text = SAMPLE.read_text(encoding="utf-8").replace(
        "市卫健委；完成时限：2024年12月", "市卫健委；完成时限：2024年13月"
    )
    doubtful.write_text(text, encoding="utf-8")
    with serving_notices(tmp_path, []) as address:
        page = new_context(base_url=address, java_script_enabled=scripts).new_page()
        page.goto("/load")
        page.locator("#file").set_input_files(doubtful)
        page.get_by_role("button", name="载入", exact=True).click()
        figures = page.locator(".count[data-count]")
        expect(figures).to_have_text(["22", "1"])
        links = [str(one.get_attribute("href")) for one in figures.all()]
        page.goto(links[0])
        expect(page.locator(".list tbody tr")).to_have_count(22)
        page.goto(links[1])
        assert page.url.endswith("#warnings")
        expect(page.locator("#warnings + .warnings li")).to_have_count(1)


def test_files_can_be_dropped(empty: tuple[Page, str]) -> None:
    page, address = empty
    page.goto(f"{address}/load")
    text = SAMPLE.read_text(encoding="utf-8")
    data = page.evaluate_handle(
        """([name, text]) => {
          const data = new DataTransfer();
          data.items.add(new File([text], name, { type: "text/plain" }));
          return data;
        }""",
        [SAMPLE.name, text],
    )
    page.dispatch_event("#drop", "drop", {"dataTransfer": data})
    expect(page.locator("#progress > .note").first).to_contain_text("举措 22")


def test_the_field_for_files_speaks_the_language_of_the_page(empty: tuple[Page, str]) -> None:
    page, address = empty
    for lang, choose, load, first in (
        ("zh", "选择文件", "载入", "请先选择文件"),
        ("en", "Choose files", "Load", "Choose files first"),
    ):
        page.goto(f"{address}/load?lang={lang}")
        page.get_by_role("button", name=load, exact=True).click()
        expect(page.locator("#picked")).to_contain_text(first)
        with page.expect_file_chooser() as asked:
            page.locator("#drop").get_by_text(choose, exact=True).click()
        asked.value.set_files([SAMPLE])
        expect(page.locator("#picked")).to_contain_text(SAMPLE.name)
        page.get_by_label(choose, exact=True).focus()
        ring = page.evaluate("getComputedStyle(document.querySelector('#file + label')).outlineStyle")
        assert ring == "solid" or page.evaluate("!document.querySelector('#file').matches(':focus-visible')")
        assert page.evaluate("getComputedStyle(document.getElementById('file')).opacity") == "0"


def test_a_file_that_misses_the_frame_is_loaded_too(empty: tuple[Page, str]) -> None:
    page, address = empty
    page.goto(f"{address}/load")
    data = page.evaluate_handle(
        """([name, text]) => {
          const data = new DataTransfer();
          data.items.add(new File([text], name, { type: "text/plain" }));
          return data;
        }""",
        [SAMPLE.name, SAMPLE.read_text(encoding="utf-8")],
    )
    page.dispatch_event("h1", "drop", {"dataTransfer": data})
    expect(page.locator("#progress > .note").first).to_contain_text("举措 22")


def test_a_file_is_loaded_without_scripts_too(new_context, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with serving_notices(tmp_path, []) as address:
        page = new_context(java_script_enabled=False).new_page()
        page.goto(f"{address}/load")
        page.locator("#file").set_input_files(SAMPLE)
        page.get_by_role("button", name="载入", exact=True).click()
        expect(page.locator("ul.loaded")).to_contain_text("举措 22")
