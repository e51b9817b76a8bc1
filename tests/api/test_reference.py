"""/docs and /openapi.json: true, whole, and of no other host."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from api import ask, shapes

LISTS = ("/notices", "/measures", "/departments", "/projects", "/regions", "/themes")
CONTRACT = (*LISTS, "/search", "/shared", "/around", "/paths", "/due", "/stats", "/export")


def test_every_address_of_the_contract_is_described(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    for path in CONTRACT:
        assert "get" in paths[f"/api/v1{path}"], path
    for path in LISTS:
        assert "get" in paths[f"/api/v1{path}/{{id}}"], path
    assert "post" in paths["/api/v1/notices"] and "delete" in paths["/api/v1/notices/{id}"]
    assert "/healthz" in paths and "/readyz" in paths


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_docs_is_a_page_of_ours_alone(client: TestClient, lang: str) -> None:
    page = client.get("/docs", headers={"Accept-Language": lang})
    assert page.status_code == 200
    for address in re.findall(r'(?:src|href|action)="([^"]*)"', page.text):
        assert address.startswith(("/", "#")) and not address.startswith("//"), address
        if address.startswith("/") and "/api/" not in address:
            assert client.get(address).status_code == 200, address
    assert "<script" not in page.text and "style=" not in page.text
    for path in CONTRACT:
        assert f"/api/v1{path}" in page.text


def test_ids_of_the_page_are_its_own(client: TestClient) -> None:
    ids = re.findall(r'\sid="([^"]*)"', client.get("/docs").text)
    assert len(ids) == len(set(ids))


SHAPES: list[tuple[str, Any]] = [
    ("/search?q=黄河 生态", shapes.AnswerJson),
    ("/shared", shapes.PageJson[shapes.PairJson]),
    ("/shared?a=市林草局&b=市生态环境局", shapes.PageJson[shapes.MeasureJson]),
    ("/due?as_of=2024-06-01", ask.DueJson),
    ("/stats", shapes.StatsJson),
    ("/measures", shapes.PageJson[shapes.MeasureJson]),
]


@pytest.mark.parametrize(("path", "shape"), SHAPES)
def test_answers_have_exactly_the_shape_that_is_described(client: TestClient, path: str, shape: Any) -> None:
    """Answers are not passed through the shapes when they are made, so this holds one to the other."""
    answer = client.get(f"/api/v1{path}").json()
    shaped = TypeAdapter(shape).validate_python(answer)
    assert TypeAdapter(shape).dump_python(shaped, mode="json") == answer


def test_every_operation_and_parameter_is_said_in_both_languages(client: TestClient) -> None:
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        for operation in methods.values():
            assert chinese(operation["summary"]) and not chinese(operation["description"]), path
            for one in operation.get("parameters", ()):
                if one["in"] == "query":
                    zh, en = one["description"].split(" / ", 1)
                    assert chinese(zh) and not chinese(en), (path, one["name"])


def chinese(text: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in text)
