"""The tasks of the tour: each from the start page, with its answer, in the clicks that the tour says."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from graph.model import NoticeGraph
from tests import tour
from tests.browser.conftest import Watch
from tests.browser.serving import serving_notices
from tests.shared import ROOT
from tests.tour import Planner

Begin = Callable[[str], Planner]


@pytest.fixture(params=tour.LANGS)
def begin(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[Begin]:
    """Opens the start page of a service; in the end nothing may have gone wrong on any page."""
    watched: list[Watch] = []
    opened: list[Page] = []

    def at(address: str) -> Planner:
        planner = tour.begin(browser, address, request.param, tmp_path)
        watched.append(Watch(planner.page, address))
        opened.append(planner.page)
        planner.page.goto(address)
        return planner

    yield at
    for page in opened:
        page.context.close()
    assert [found for watch in watched for found in watch.found] == []


@pytest.fixture
def planner(begin: Begin, site: str) -> Planner:
    """On the start page of the sample's service."""
    return begin(site)


def done(planner: Planner, task: Callable[[Planner], Path | None]) -> Path:
    """Does it, and counts. What was saved, if something was."""
    taken = task(planner)
    assert planner.clicks == tour.stated(planner.lang)[tour.TASKS.index(task)]
    return taken or planner.folder


def has_labels(planner: Planner, labels: list[str], within: str = ".list") -> None:
    expect(planner.page.locator(f"{within} a.measure .label")).to_have_text(labels)


def test_whom_forestry_must_meet_most(planner: Planner) -> None:
    done(planner, tour.partners)
    rows = planner.page.locator("table.bars").first.locator("tr")
    expect(rows.first).to_contain_text("包头市生态环境局")
    expect(rows.locator(".count")).to_have_text(["3", "2", "2", "1", "1"])


def test_measures_touching_the_ecology_of_the_yellow_river_and_their_owners(planner: Planner) -> None:
    done(planner, tour.river)
    expect(planner.page.locator(".list tbody tr")).to_have_count(2)
    has_labels(planner, ["（十二）", "（十三）"])
    owners = planner.page.locator(".list tbody tr").first.locator(".unit")
    expect(owners).to_have_text(["市林草局", "市财政局", "市生态环境局", "市水务局"])


def test_what_industry_must_finish_by_the_end_of_2024(planner: Planner) -> None:
    done(planner, tour.due)
    expect(planner.page.locator(".list tbody tr")).to_have_count(2)
    has_labels(planner, ["（九）", "（十一）"])
    assert "due_before=2024-12-31" in planner.page.url


def test_what_ties_science_to_finance(planner: Planner) -> None:
    done(planner, tour.path)
    expect(planner.page.locator("details", has=planner.page.locator("#way-from"))).not_to_have_attribute("open", "")
    shown = planner.page.evaluate("jucuo.nodes.getIds()")
    assert {id.rpartition("/")[2] for id in shown} == {"科学技术", "财政", "9", "10", "11"}


def test_everything_in_one_county(planner: Planner) -> None:
    done(planner, tour.place)
    expect(planner.page.locator("h1")).to_contain_text("达拉特旗")
    has_labels(planner, ["（二）"])
    expect(planner.page.locator("main")).to_contain_text("G210古城湾黄河大桥通道")


def test_the_agenda_of_three_departments(planner: Planner) -> None:
    done(planner, tour.agenda)
    expect(planner.page.locator("h1")).to_contain_text("包头市水务局")
    has_labels(planner, ["（十三）", "（十二）"])


def test_who_ties_the_groups_together(planner: Planner) -> None:
    done(planner, tour.bridges)
    groups, ties = planner.page.locator("main table").all()
    expect(groups.locator("tbody tr")).to_have_count(5)
    first = ties.locator("tbody tr").first
    expect(first.get_by_title("包头市财政局")).to_have_text("市财政局")
    expect(first.locator("td").nth(1)).to_have_text("2")
    expect(first.locator("td").nth(2)).to_contain_text(re.compile("第 3 组 3|group 3 3"))


def test_the_matrix_for_a_spreadsheet(planner: Planner) -> None:
    sheet = openpyxl.load_workbook(done(planner, tour.matrix)).active
    assert sheet is not None
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    names = rows[0]
    (forestry,) = (row for row in rows if row[0] == "包头市林业和草原局")
    assert forestry[names.index("包头市生态环境局")] == 3


def test_a_picture_for_a_meeting_without_a_network(planner: Planner, browser: Browser) -> None:
    page = browser.new_context(offline=True).new_page()
    watch = Watch(page, "file:///")
    page.goto(done(planner, tour.meeting).as_uri())
    page.wait_for_selector("html[data-ready]")
    expect(page.locator("h1")).to_contain_text("包头市林业和草原局")
    assert page.evaluate("jucuo.nodes.length") == 16
    page.context.close()
    assert watch.found == []


def test_a_revised_notice_is_loaded_and_compared(begin: Begin, sample_graph: NoticeGraph, tmp_path: Path) -> None:
    with serving_notices(tmp_path, [sample_graph]) as address:
        planner = begin(address)
        done(planner, tour.load)
        row = planner.page.locator("#progress > .note")
        expect(row).to_contain_text("22")
        warnings = row.locator(".warnings li")
        expect(warnings).to_have_count(2)
        expect(warnings.first).to_contain_text("2024年13月")
        expect(warnings.nth(1)).to_contain_text("（十四）")

        planner = begin(address)
        done(planner, tour.compare)
        expect(planner.page.locator("#changed tbody tr")).to_have_count(4)
        assert re.search("a=包府发〔2024〕5号&b=包府发〔2024〕21号", unquote(planner.page.url))
        has_labels(planner, ["（六）", "（八）", "（十二）", "（十四）"], "#changed")
        assert planner.page.locator("#changed ins").all_inner_texts()[:3] == ["2025年6月", "2024年13月", "、岸线整治"]


@pytest.mark.parametrize("lang", tour.LANGS)
def test_the_tour_shows_a_picture_of_each_task(lang: tour.Lang) -> None:
    shown = re.findall(r"\]\(\.\./pictures/(tour-\S+\.png)\)", tour.tour(lang))
    assert shown == [f"tour-{lang}-{task.__name__}.png" for task in tour.TASKS]
    assert all(0 < (ROOT / "docs" / "pictures" / name).stat().st_size < 150_000 for name in shown)
