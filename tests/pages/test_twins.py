"""Every page has a .json twin, and every page with a table a .csv and an .xlsx one."""

import csv
import io
import zipfile
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from tests.pages.addresses import FORESTRY, PAGES, SAMPLE_ID
from tests.pages.test_taken_away import MORE

TABLES = [name for name in PAGES if name not in ("load", "missing")]


def twin(url: str, form: str) -> str:
    parts = urlsplit(url)
    path = "/index" if parts.path == "/" else parts.path
    return f"{path}.{form}" + (f"?{parts.query}" if parts.query else "")


@pytest.mark.parametrize("name", [name for name in PAGES if name != "missing"])
def test_a_page_has_a_json_twin(pages: TestClient, name: str) -> None:
    answer = pages.get(twin(PAGES[name], "json"))
    assert answer.status_code == 200
    assert isinstance(answer.json(), dict)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_taken_away_as_csv_and_xlsx(pages: TestClient, name: str) -> None:
    answer = pages.get(twin(PAGES[name], "csv"))
    assert answer.status_code == 200
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows and all(len(row) == len(rows[0]) for row in rows)
    book = pages.get(twin(PAGES[name], "xlsx"))
    assert book.status_code == 200
    assert zipfile.ZipFile(io.BytesIO(book.content)).testzip() is None


def test_the_table_of_a_list_has_all_of_it(pages: TestClient) -> None:
    assert len(pages.get("/measures.csv").text.split("\r\n")) == 22 + 2


NO_LIST = ("overview", "measure", "cited", "search-nothing", "matrix", "compare", "explore")
LISTS = {name: url for name, url in {**PAGES, **MORE}.items() if name in TABLES or name in MORE}
LISTS = {name: url for name, url in LISTS.items() if not name.startswith(NO_LIST)}


@pytest.mark.parametrize("name", LISTS)
def test_the_twins_of_a_list_have_as_many_rows_as_the_page_says_under_its_filters(pages: TestClient, name: str) -> None:
    total = pages.get(twin(LISTS[name], "json")).json()["total"]
    answer = pages.get(twin(LISTS[name], "csv"))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) - 1 == total
    book = zipfile.ZipFile(io.BytesIO(pages.get(twin(LISTS[name], "xlsx")).content))
    assert book.read("xl/worksheets/sheet1.xml").count(b"<row") == len(rows)


@pytest.mark.parametrize("url", ["/matrix", "/matrix?role=responsible&deadline=ongoing", f"/matrix?group={FORESTRY}"])
def test_the_table_of_a_matrix_has_a_row_for_each_department(pages: TestClient, url: str) -> None:
    said = pages.get(twin(url, "json")).json()
    rows = list(csv.reader(io.StringIO(pages.get(twin(url, "csv")).content.decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == [one["name"] for one in said["departments"]]


def test_a_twin_that_is_not_there_is_not_found(pages: TestClient) -> None:
    assert pages.get("/measures.pdf").status_code == 404
    assert pages.get("/load.csv").status_code == 404


def test_a_name_leads_to_the_page_of_the_node(pages: TestClient) -> None:
    answer = pages.get("/departments/市林草局")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/departments/{FORESTRY}"


def test_the_calendar_has_every_last_day_and_no_other(pages: TestClient) -> None:
    text = pages.get("/deadlines.ics?as_of=2025-06-01").text
    assert text.count("BEGIN:VEVENT") == 10
    assert text.count("DTSTART;VALUE=DATE:20241231") == 9
    assert text.count("DTSTART;VALUE=DATE:20261231") == 1
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_the_notice_is_there_whole(pages: TestClient) -> None:
    said = pages.get(f"/notices/{SAMPLE_ID}.json").json()
    assert said["total"] == 22
    assert "## 一、增强一体化基础设施体系" in said["text"]
    page = pages.get(f"/notices/{SAMPLE_ID}").text
    assert "一、增强一体化基础设施体系" in page
    assert "## 一、" not in page and "**" not in page  # signs of Markdown


@pytest.mark.parametrize(
    "lang, said", [("zh", {"有截止日", "持续推进", "长期坚持"}), ("en", {"by a date", "ongoing", "long-term"})]
)
def test_a_table_says_kinds_of_limit_as_the_page_does(pages: TestClient, lang: str, said: set[str]) -> None:
    lines = list(csv.reader(io.StringIO(pages.get(f"/deadlines.csv?lang={lang}").text.lstrip("\ufeff"), newline="")))
    assert {line[7] for line in lines[1:]} == said
    assert not any(
        head.endswith(("：", ":"))
        for head in csv.reader([pages.get("/search.csv?q=黄河").text.split("\r\n")[0]]).__next__()
    )
