"""Notices put in and taken out over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.store import open_store
from tests.shared import SAMPLE

N = "包府发〔2024〕5号"
NOTICES = "/api/v1/notices"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    store = open_store(tmp_path / "empty.db")
    with TestClient(create_app(store), raise_server_exceptions=False) as client:
        yield client
    store.close()


def test_one_file_in_twice_and_out_again(empty: TestClient) -> None:
    first = empty.post(NOTICES, files={"file": (SAMPLE.name, SAMPLE.read_bytes())})
    assert first.status_code == 200
    (item,) = first.json()["items"]
    assert (item["outcome"], item["notice"], item["counts"]["measures"], item["error"]) == ("loaded", N, 22, None)
    again = empty.post(NOTICES, files={"file": (SAMPLE.name, SAMPLE.read_bytes())})
    assert again.json()["items"][0]["outcome"] == "unchanged"
    assert empty.delete(f"{NOTICES}/{N}").status_code == 204
    assert empty.get(NOTICES).json()["total"] == 0
    assert empty.delete(f"{NOTICES}/{N}").json()["code"] == "unknown"


def test_of_many_files_each_has_its_own_result(empty: TestClient) -> None:
    files = [
        ("file", (SAMPLE.name, SAMPLE.read_bytes())),
        ("file", ("空.txt", b"")),
        ("file", ("a.bin", b"\x00\x01" * 50)),
    ]
    answer = empty.post(NOTICES, files=files)
    assert answer.status_code == 200
    body = answer.json()
    assert (body["total"], body["failed"]) == (3, 2)
    assert [item["outcome"] for item in body["items"]] == ["loaded", "failed", "failed"]
    assert [item["error"] and item["error"]["code"] for item in body["items"]] == [None, "file-empty", "file-binary"]
    assert empty.get(NOTICES).json()["total"] == 1


@pytest.mark.parametrize(
    ("name", "data", "status", "code"),
    [
        ("空.txt", b"", 422, "file-empty"),
        ("图.bin", bytes(range(256)) * 20, 415, "file-binary"),
        ("闲话.txt", "今天天气很好，适合散步。".encode(), 422, "not-a-notice"),
    ],
)
def test_a_file_that_is_no_notice_is_a_problem_that_says_so(
    empty: TestClient, name: str, data: bytes, status: int, code: str
) -> None:
    answer = empty.post(NOTICES, files={"file": (name, data)})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert name in answer.json()["detail"]
    assert empty.get(NOTICES).json()["total"] == 0


def test_a_file_name_is_no_path_and_no_markup(empty: TestClient) -> None:
    answer = empty.post(NOTICES, files={"file": ("../../<b>x\u202e\n.txt", SAMPLE.read_bytes())})
    item = answer.json()["items"][0]
    assert "/" not in item["source"] and "\n" not in item["source"]


def test_nothing_sent_is_a_problem(empty: TestClient) -> None:
    answer = empty.post(NOTICES)
    assert (answer.status_code, answer.json()["code"]) == (422, "bad-value")
    broken = empty.post(NOTICES, content=b"x", headers={"content-type": "multipart/form-data; boundary=a"})
    assert broken.status_code in (400, 422) and broken.json()["code"] == "bad-value"
