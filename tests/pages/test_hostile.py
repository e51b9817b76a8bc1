"""A base full of hostile names: every page opens, every id has a page, nothing is markup, no cell is a formula."""

import csv
import io
from collections.abc import Iterator
from itertools import pairwise

import openpyxl
import pytest
from fastapi.testclient import TestClient
from lxml import html

from api.app import create_app
from graph.model import Kind
from graph.store import Store, open_store
from tests.pages.hostile import PAYLOADS, all_hostile
from viz.look import PLURAL, list_url, node_url
from viz.questions import QUESTIONS
from viz.views.ask import NODES
from viz.views.view import every

LISTS = ("/", "/matrix", "/matrix?top=groups", "/shared", "/groups", "/deadlines", "/questions", "/compare", "/load")
SEARCHES = ("很长", "<script>", "'", "{{ 7 * 7 }}", "=HYPERLINK")
TABLES = (
    "/measures",
    "/departments",
    "/notices",
    "/deadlines",
    "/shared",
    "/matrix",
    "/groups",
    "/projects",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(tmp_path_factory.mktemp("hostile") / "hostile.db")
    list(store.replace(all_hostile()))
    yield store
    store.close()


@pytest.fixture(scope="module")
def client(store: Store) -> Iterator[TestClient]:
    with TestClient(create_app(store), follow_redirects=False) as client:
        yield client


def every_address(store: Store) -> Iterator[str]:
    """All lists, and the page of every node there is."""
    yield from LISTS
    for kind in Kind:
        yield f"/{PLURAL[kind]}"
        if kind is Kind.MEASURE:
            for measure in every(lambda cursor: store.measures(limit=1000, cursor=cursor)):
                yield node_url(kind, measure.id)
        else:
            for one in every(lambda cursor, kind=kind: store.list(kind, limit=1000, cursor=cursor)):  # type: ignore[misc]
                yield node_url(kind, one.node.id)
    yield from answers(store)


def answers(store: Store) -> Iterator[str]:
    """What one asks of hostile nodes: every search, question, comparison, agenda and cell."""
    yield from (list_url("/search", q=text) for text in SEARCHES)
    kinds = (Kind.NOTICE, Kind.DEPARTMENT, Kind.PROJECT, Kind.REGION, Kind.THEME)
    first: dict[Kind, list[str]] = {kind: [one.node.id for one in store.list(kind, limit=16).items] for kind in kinds}
    for a, b in pairwise(first[Kind.NOTICE]):
        yield list_url("/compare", a=a, b=b)
    for place, question in enumerate(QUESTIONS):
        named = {key: first[kind][place] for key, kind in NODES.items() if key in question.blanks}
        yield list_url(f"/questions/{question.id}", **named)
    for pair in store.pairs(limit=16).items:
        yield list_url("/shared", a=pair.a, b=pair.b)
        yield list_url("/matrix", a=pair.a, b=pair.b)
        yield list_url("/shared", a=pair.a, by="lift")


def test_every_page_opens_and_nothing_in_it_is_markup(client: TestClient, store: Store) -> None:
    pages = list(every_address(store))
    assert len(pages) > 100
    for url in pages:
        answer = client.get(url, headers={"Accept": "text/html"})
        assert answer.status_code == 200, (url, answer.text[:200])
        tree = html.fromstring(answer.text)
        assert {script.get("src", "inline").partition("?")[0] for script in tree.iter("script")} <= {
            "/static/app.js",
            "/static/load.js",
            "/static/matrix.js",
            "/static/matrix_png.js",
        }
        for element in tree.iter():
            assert not [name for name in element.attrib if name.startswith("on") or name == "style"], url
            assert not str(element.get("href", "")).lower().startswith("javascript"), url
        assert tree.find(".//img") is None


def test_no_cell_of_any_table_is_a_formula(client: TestClient) -> None:
    notices = [one.id for one in all_hostile()[6:8]]
    compared = list_url("/compare.csv", a=notices[0], b=notices[1])
    for url in (*(f"{table}.csv" for table in TABLES), "/search.csv?q=%3DHYPERLINK", "/search.csv?q=1", compared):
        answer = client.get(url)
        assert answer.status_code == 200, url
        for row in csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))):
            for cell in row:
                number = cell.lstrip("-").replace(".", "", 1).isdigit()
                assert number or not cell.startswith(("=", "+", "-", "@", "\t", "\r")), (url, cell[:40])
        sheet = openpyxl.load_workbook(io.BytesIO(client.get(url.replace(".csv", ".xlsx")).content)).active
        assert sheet is not None
        assert not [cell.value for line in sheet.iter_rows() for cell in line if cell.data_type == "f"], url


def test_what_became_of_a_hostile_file_is_text(client: TestClient) -> None:
    # a quotation mark or a line end in a name would end the header that carries it: browsers escape those
    names = [p for p in PAYLOADS if len(p) < 100 and not set(p) & set('"\r\n\x0b\x7f')]
    assert len(names) > 5
    for name in names:
        answer = client.post("/load", files={"file": (f"{name}.pdf", name.encode())}, headers={"Accept": "text/html"})
        assert answer.status_code == 200
        tree = html.fromstring(answer.text)
        assert tree.find(".//img") is None
        assert not [one for one in tree.iter("script") if not one.get("src")]


def test_a_calendar_is_not_ended_from_inside(client: TestClient) -> None:
    text = client.get("/deadlines.ics").text
    assert text.count("\r\nEND:VCALENDAR") == 1
    assert text.count("BEGIN:VEVENT") == text.count("\r\nEND:VEVENT") == len(all_hostile())


def test_hostile_addresses_get_a_page_of_an_error(client: TestClient) -> None:
    for path, status in {
        "/departments/<script>window.hostile=9</script>": 404,
        "/departments?cursor=%00": 400,
        "/measures?department=" + "x" * 5000: 404,
        "/measures?year=99999999999": 422,
        "/measures?due_before=%3Cscript%3E": 422,
        "/deadlines?as_of=2025-02-30": 422,
        "/deadlines?as_of=0001-01-01": 200,
        "/deadlines?as_of=9999-12-31": 200,
        "/deadlines?month_year=9999": 200,
        "/matrix?top=1000000": 422,
        "/search?q=" + "黄" * 1000: 413,
        "/questions/nothing": 404,
        "/questions/partners?department=%7Bdepartment%7D": 404,
        "/nowhere": 404,
    }.items():
        answer = client.get(path, headers={"Accept": "text/html"})
        assert answer.status_code == status, (path[:80], answer.status_code)
        assert answer.headers["content-type"].startswith("text/html")
        assert "<script>window" not in answer.text
