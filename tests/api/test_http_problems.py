"""What the service says when it is asked wrongly, and whom it does not answer."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.guard import POLICY, Guard
from api.problems import outside
from api.settings import Settings
from graph.store import Store
from graph.store_errors import StoreLocked, StoreNewer, StoreUnreachable

API = "/api/v1"

PROBLEMS: list[tuple[str, int, str, str]] = [
    ("/departments/没有这个局", 404, "unknown", "没有这个局"),
    ("/measures/包府发〔2024〕5号/99", 404, "unknown", "99"),
    ("/shared?a=没有", 404, "unknown", "没有"),
    ("/around?id=没有", 404, "unknown", "没有"),
    ("/paths?from=没有&to=市林草局", 404, "unknown", "没有"),
    ("/measures?region=没有", 404, "unknown", "没有"),
    ("/departments/包府发〔2024〕5号", 404, "unknown", "包府发"),
    ("/measures?cursor=xyz", 400, "bad-cursor", "xyz"),
    ("/measures?limit=0", 422, "bad-value", "limit"),
    ("/measures?limit=1001", 422, "bad-value", "limit"),
    ("/measures?limit=x", 422, "bad-value", "limit"),
    ("/measures?due_before=2024-13-01", 422, "bad-value", "due_before"),
    ("/due?as_of=tomorrow", 422, "bad-value", "as_of"),
    ("/measures?role=boss", 422, "bad-value", "role"),
    ("/shared?by=luck", 422, "bad-value", "by"),
    ("/around?id=市林草局&depth=9", 422, "bad-value", "depth"),
    ("/around?id=市林草局&kinds=Planet", 422, "bad-value", "kinds"),
    ("/paths?from=市林草局", 422, "bad-value", "to"),
    ("/search", 422, "bad-value", "q"),
    ("/export?format=exe", 422, "bad-value", "format"),
    ("/nothing", 404, "no-route", "/nothing"),
]


@pytest.mark.parametrize(("path", "status", "code", "named"), PROBLEMS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_wrong_question_is_a_problem_that_names_what_is_wrong(
    client: TestClient, path: str, status: int, code: str, named: str, lang: str
) -> None:
    answer = client.get(API + path, headers={"Accept-Language": lang})
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(problem) >= {"type", "title", "status", "detail", "code"}
    assert problem["status"] == status and named in problem["detail"]
    chinese = any("\u4e00" <= c <= "\u9fff" for c in problem["title"])
    assert chinese is (lang == "zh") and answer.headers["content-language"] == lang


def test_a_cursor_of_another_question_is_refused(client: TestClient) -> None:
    cursor = client.get(f"{API}/measures?limit=5").json()["next"]
    for path in (
        "/departments?limit=5",
        "/measures?limit=5&department=市林草局",
        "/shared?limit=5",
        "/search?q=工业&limit=5",
    ):
        answer = client.get(f"{API}{path}&cursor={cursor}")
        assert (answer.status_code, answer.json()["code"]) == (400, "bad-cursor"), path


def test_an_ambiguous_name_lists_the_candidates(client: TestClient, two_named_alike: tuple[str, str]) -> None:
    answer = client.get(f"{API}/departments/市林草局")
    assert (answer.status_code, answer.json()["code"]) == (409, "ambiguous")
    assert {one["id"] for one in answer.json()["candidates"]} == set(two_named_alike)


@pytest.fixture
def two_named_alike(sample_store: Store) -> tuple[str, str]:
    """Another city's 林草局, which its notice calls 市林草局 too."""
    from graph.model import Edge, Kind, Node, NoticeGraph, Relation

    other = Node("150600/林业草原", Kind.DEPARTMENT, "鄂尔多斯市林业和草原局", {"aliases": ["市林草局"]})
    notice, measure = Node("另一号", Kind.NOTICE, "另一份"), Node("另一号/1", Kind.MEASURE, "种树", {"text": "种树"})
    edges = (
        Edge(Relation.CONTAINS, notice.id, measure.id, notice.id, {"ordinal": 1}),
        Edge(
            Relation.ASSIGNED_TO,
            measure.id,
            other.id,
            notice.id,
            {"role": "responsible", "basis": "stated", "order": 1},
        ),
    )
    list(sample_store.replace([NoticeGraph(notice.id, (notice, measure, other), edges, "种树")]))
    return "150200/林业草原", other.id


@pytest.mark.parametrize(
    "text", ["%00", "\ufffe", "%ff%fe", "a" * 60_000, "'; DROP TABLE nodes; --", "{{7*7}}", "../../etc/passwd"]
)
def test_odd_text_is_answered_like_any_other(client: TestClient, text: str) -> None:
    for path in ("/departments/", "/node?id=", "/suggest?q=", "/shared?a=", "/departments?q="):
        answer = client.get(f"{API}{path}{text}")
        assert answer.status_code in (200, 400, 404, 413, 422), (path, answer.text[:200])
        assert len(answer.content) < 2000


def test_half_characters_in_a_body_find_nothing(client: TestClient) -> None:
    answer = client.post(f"{API}/among", content=b'{"ids": ["\\ud800"]}', headers={"content-type": "application/json"})
    assert answer.status_code in (200, 422) and answer.json().get("nodes", []) == []


def test_a_question_that_is_too_long_is_refused(client: TestClient) -> None:
    """One of 100,000 characters is tested on the real server: this client takes none."""
    answer = client.get(f"{API}/search", params={"q": "a" * 60_000})
    assert (answer.status_code, answer.json()["code"]) == (413, "query-too-long")
    assert len(answer.text) < 1000


def test_other_methods_are_refused(client: TestClient) -> None:
    answer = client.put(f"{API}/stats")
    assert (answer.status_code, answer.json()["code"]) == (405, "no-method")


def test_every_response_carries_the_headers(client: TestClient) -> None:
    for path in (f"{API}/stats", f"{API}/nothing", "/healthz", "/docs", "/openapi.json", "/", "/static/nothing.js"):
        headers = client.get(path).headers
        assert headers["content-security-policy"] == POLICY, path
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "same-origin", path
    assert "unsafe" not in POLICY


FOREIGN: list[tuple[dict[str, str], bool]] = [
    ({}, False),
    ({"Origin": "http://testserver"}, False),
    ({"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}, False),
    ({"Sec-Fetch-Site": "none"}, False),
    ({"Origin": "http://evil.example"}, True),
    ({"Origin": "null"}, True),
    ({"Origin": "http://testserver:81"}, True),
    ({"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"}, True),
    ({"Sec-Fetch-Site": "same-site"}, True),
]


@pytest.mark.parametrize(("headers", "refused"), FOREIGN)
def test_changes_from_other_origins_are_refused(client: TestClient, headers: dict[str, str], refused: bool) -> None:
    for answer in (
        client.delete(f"{API}/notices/没有", headers=headers),
        client.post(f"{API}/among", json={"ids": []}, headers=headers),
    ):
        assert (answer.status_code == 403) is refused
        assert not refused or answer.json()["code"] == "foreign-origin"
    assert client.get(f"{API}/stats", headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("localhost", 200),
        ("[::1]:80", 200),
        ("LOCALHOST:1", 200),
        ("evil.example", 421),
        ("", 421),
    ],
)
def test_on_loopback_only_loopback_names_are_answered(sample_store: Store, host: str, status: int) -> None:
    """A page whose own name was made to point here (DNS rebinding) comes with that name."""
    app = create_app(sample_store, Settings(hosts=("localhost", "127.0.0.1", "[::1]")))
    answer = TestClient(app).get(f"{API}/stats", headers={"Host": host})
    assert answer.status_code == status
    assert status == 200 or answer.json()["code"] == "wrong-host"


@pytest.mark.parametrize("said", [True, False])
def test_a_body_beyond_the_limit_is_refused(sample_store: Store, said: bool) -> None:
    """Whether the caller says its size beforehand or sends it in pieces."""
    app = create_app(sample_store)
    client = TestClient(Guard(app, app.state.settings, most=1 << 20), raise_server_exceptions=False)
    form = (
        b'--a\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        + b"x" * (2 << 20)
        + b"\r\n--a--\r\n"
    )

    def pieces() -> Any:
        for start in range(0, len(form), 1 << 16):
            yield form[start : start + (1 << 16)]

    answer = client.post(
        f"{API}/notices",
        content=form if said else pieces(),
        headers={"content-type": "multipart/form-data; boundary=a"},
    )
    assert (answer.status_code, answer.json()["code"]) == (413, "body-too-large")


def test_a_fault_of_ours_is_a_problem_without_its_inside(sample_store: Store) -> None:
    app = create_app(sample_store)

    @app.get("/fault", name="fault")
    def fault() -> None:
        raise RuntimeError("secret")

    # what is mounted last would be found last
    app.router.routes.insert(0, app.router.routes.pop())
    answer = TestClient(app, raise_server_exceptions=False).get("/fault")
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    assert "secret" not in answer.text


@pytest.mark.parametrize(("store", "said"), [
    ("/srv/机密/office.db", "office.db"), (r"C:\data\office.db", "office.db"), ("neo4j://10.1.2.3:7687/plans", "neo4j"),
])  # fmt: skip
def test_an_error_of_the_store_does_not_say_where_it_lies(store: str, said: str) -> None:
    for error in (StoreLocked(store=store), StoreUnreachable(store=store), StoreNewer(store=store, found=9, known=1)):
        shown = outside(error)
        assert type(shown) is type(error) and store in error.text()
        for lang in ("zh", "en"):
            assert said in shown.text(lang) and "10.1" not in shown.text(lang) and "机密" not in shown.text(lang)
            assert "data" not in shown.text(lang)
