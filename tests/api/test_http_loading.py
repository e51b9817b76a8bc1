"""Notices put in and taken out over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.store import open_store
from ingest.readers import opening
from tests.shared import DOUBT_EN, DOUBT_ZH, DOUBTFUL, SAMPLE

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


def test_a_file_that_is_too_large_is_told_so(empty: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST", 1 << 20)
    answer = empty.post(NOTICES, files={"file": ("大.txt", "通知\n".encode() * 200_000)})
    assert (answer.status_code, answer.json()["code"]) == (413, "file-too-large")
    assert answer.json()["detail"].startswith("文件“大.txt”有 2 MB，超过上限 1 MB。")


def test_a_file_name_is_no_path_and_no_markup(empty: TestClient) -> None:
    answer = empty.post(NOTICES, files={"file": ("../../<b>x\u202e\n.txt", SAMPLE.read_bytes())})
    item = answer.json()["items"][0]
    assert "/" not in item["source"] and "\n" not in item["source"]


def test_nothing_sent_is_a_problem(empty: TestClient) -> None:
    answer = empty.post(NOTICES)
    assert (answer.status_code, answer.json()["code"]) == (422, "bad-value")
    broken = empty.post(NOTICES, content=b"x", headers={"content-type": "multipart/form-data; boundary=a"})
    assert broken.status_code in (400, 422) and broken.json()["code"] == "bad-value"


def test_what_was_not_understood_is_said_in_the_readers_language_whenever_it_was_loaded(empty: TestClient) -> None:
    text = DOUBTFUL
    zh, en = DOUBT_ZH, DOUBT_EN
    english = {"accept-language": "en"}
    (item,) = empty.post(NOTICES, files={"file": ("甲.txt", text.encode())}).json()["items"]
    (doubt,) = item["warnings"]
    assert (item["format"], item["encoding"]) == ("txt", "utf-8")
    assert (doubt["code"], doubt["message"], doubt["line"]) == ("no-unit", zh, 4)
    (again,) = empty.post(NOTICES, files={"file": ("甲.txt", text.encode())}, headers=english).json()["items"]
    assert (again["outcome"], again["warnings"][0]["message"]) == ("unchanged", en)
    for url in (f"{NOTICES}/包府发〔2031〕9号", "/api/v1/node?id=包府发〔2031〕9号"):
        for headers, said in (({}, zh), (english, en)):
            (kept,) = empty.get(url, headers=headers).json()["warnings"]
            assert (kept["message"], kept["line"], kept["values"]) == (said, 4, {"measure": "（一）改造馆舍"})
    page = "/notices/包府发〔2031〕9号"
    assert en in empty.get(f"{page}?lang=en").text and zh not in empty.get(f"{page}?lang=en").text
    assert zh in empty.get(f"{page}?lang=zh").text and en not in empty.get(f"{page}?lang=zh").text
    assert [one["message"] for one in empty.get(f"{page}.json?lang=en").json()["warnings"]] == [en]
    loaded = empty.post("/load?lang=en", files={"file": ("甲.txt", text.encode())}).text
    old = empty.post("/load?lang=en", files={"file": ("甲.txt", text.encode("gb18030"))}).text
    assert "encoding GB18030" in old and "encoding" not in loaded.split('id="progress"')[1].split("</div>", 1)[1]
    assert en in loaded and "line 4" in loaded and zh not in loaded
