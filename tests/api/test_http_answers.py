"""The addresses of contract.md section 4 on the sample notice, held against the facts of its section 3."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from graph.model import Kind

N = "包府发〔2024〕5号"
API = "/api/v1"


def get(client: TestClient, path: str, **params: Any) -> Any:
    answer = client.get(API + path, params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


LISTS = {"notices": 1, "measures": 22, "departments": None, "projects": None, "regions": None, "themes": None}


@pytest.mark.parametrize(("path", "total"), LISTS.items())
def test_lists_have_items_total_and_next(client: TestClient, path: str, total: int | None) -> None:
    whole = get(client, f"/{path}", limit=1000)
    assert set(whole) == {"items", "total", "next"}
    assert len(whole["items"]) == whole["total"] and whole["next"] is None
    assert total in (None, whole["total"])


@pytest.mark.parametrize("path", LISTS)
def test_pages_of_a_list_follow_each_other(client: TestClient, path: str) -> None:
    whole = get(client, f"/{path}", limit=1000)
    items: list[Any] = []
    cursor: str | None = None
    while True:
        page = get(client, f"/{path}", limit=5, **({"cursor": cursor} if cursor else {}))
        items += page["items"]
        cursor = page["next"]
        if cursor is None:
            break
    assert items == whole["items"]


@pytest.mark.parametrize("path", LISTS)
def test_every_item_of_a_list_is_found_by_its_id(client: TestClient, path: str) -> None:
    for item in get(client, f"/{path}", limit=1000)["items"]:
        one = get(client, f"/{path}/{item['id']}")
        assert one["id"] == item["id"]
        if path != "measures":
            assert one["name"] == item["name"]
            assert get(client, "/measures", **{path[:-1]: item["id"]})["total"] == item["measures"]


def test_a_node_is_found_by_any_of_its_names(client: TestClient) -> None:
    found = {
        get(client, f"/departments/{name}")["id"] for name in ("市林草局", "包头市林业和草原局", "150200/林业草原")
    }
    assert found == {"150200/林业草原"}


def test_a_notice_comes_with_its_text_and_every_span_points_into_it(client: TestClient) -> None:
    notice = get(client, f"/notices/{N}")
    assert notice["loaded"] is True and notice["number"] == N and notice["dated"] == "2024-02-03"
    for number in range(1, 23):
        for relation in get(client, f"/measures/{N}/{number}")["relations"]:
            if relation["kind"] == "ASSIGNED_TO" and relation["span"]:
                start, end = relation["span"]
                assert "".join(notice["text"][start:end].split()) == relation["name"]


@pytest.mark.parametrize("q", ["黄河 ecology", "黄河 生态", "measures touching Yellow River ecology"])
def test_yellow_river_ecology_is_exactly_two_measures(client: TestClient, q: str) -> None:
    answer = get(client, "/search", q=q)
    assert [item["id"] for item in answer["items"]] == [f"{N}/12", f"{N}/13"]
    assert answer["total"] == 2
    assert f"{N}/2" in [item["id"] for item in answer["near"]]
    assert all(item["why"] for item in answer["items"])
    assert all(item["why_not"] for item in answer["near"])
    for item in answer["items"]:
        assert {"id", "label", "title", "notice", "departments", "why"} <= set(item)


def test_why_not_is_in_the_language_of_the_caller(client: TestClient) -> None:
    said = [
        client.get(f"{API}/search", params={"q": "黄河 生态"}, headers={"Accept-Language": lang}).json()["near"][0][
            "why_not"
        ]
        for lang in ("zh", "en")
    ]
    assert any("\u4e00" <= c <= "\u9fff" for c in said[0])
    assert said[0] != said[1]


def test_forty_three_pairs_share_and_four_of_them_three(client: TestClient) -> None:
    pairs = get(client, "/shared", limit=1000)
    assert pairs["total"] == 43
    assert [pair["count"] for pair in pairs["items"]].count(3) == 4
    assert {tuple(sorted((p["a_name"], p["b_name"]))) for p in pairs["items"] if p["count"] == 3} == {
        tuple(sorted(f"包头市{name}" for name in pair))
        for pair in (
            ("发展和改革委员会", "工业和信息化局"),
            ("工业和信息化局", "科学技术局"),
            ("科学技术局", "财政局"),
            ("林业和草原局", "生态环境局"),
        )
    }


def test_partners_and_shared_measures(client: TestClient) -> None:
    partners = get(client, "/shared", a="市林草局")
    assert partners["items"][0]["b_name"] == "包头市生态环境局" and partners["items"][0]["count"] == 3
    both = get(client, "/shared", a="市林草局", b="市生态环境局")
    assert [item["label"] for item in both["items"]] == ["（十二）", "（十三）", "（十四）"]
    assert get(client, "/shared", b="市林草局") == partners


@pytest.mark.parametrize("by", ["count", "jaccard", "lift"])
def test_pairs_are_ordered_by_what_was_asked(client: TestClient, by: str) -> None:
    values = [pair[by] for pair in get(client, "/shared", by=by, limit=1000)["items"]]
    assert values == sorted(values, reverse=True)


def test_due_counts_what_has_passed_and_what_has_no_day(client: TestClient) -> None:
    answer = get(client, "/due", as_of="2025-01-01", limit=1000)
    assert answer["states"] == {"passed": 9, "coming": 1, "without_day": 12}
    assert answer["deadlines"]["ongoing"] == 10 and answer["deadlines"]["long_term"] == 2
    assert [item["state"] for item in answer["items"]] == ["passed"] * 9 + ["coming"] + ["open"] * 12
    assert answer["items"][9]["deadline"]["due"] == "2026-12-31"
    on_the_day = get(client, "/due", as_of="2024-12-31", limit=1)
    assert on_the_day["items"][0]["state"] == "coming" and on_the_day["items"][0]["days"] == 0


def test_due_of_one_department(client: TestClient) -> None:
    answer = get(client, "/due", as_of="2024-01-01", department="市林草局")
    assert answer["total"] == 3


def test_filters_hold_together(client: TestClient) -> None:
    answer = client.get(f"{API}/measures", params={"department": ["市林草局", "市生态环境局"], "notice": N}).json()
    assert answer["total"] == 3


def test_around_is_a_graph_whose_edges_have_both_ends(client: TestClient) -> None:
    graph = get(client, "/around", id="市林草局", depth=2)
    ids = {node["id"] for node in graph["nodes"]}
    assert graph["nodes"][0]["id"] == "150200/林业草原"
    assert all(edge["source"] in ids and edge["target"] in ids for edge in graph["edges"])
    assert graph["truncated"] is False or len(ids) == 100
    few = get(client, "/around", id="市林草局", depth=2, limit=3)
    assert len(few["nodes"]) == 3 and few["truncated"] is True
    only = get(client, "/around", id="市林草局", depth=2, kinds="measure,Department")
    assert {node["kind"] for node in only["nodes"]} == {"Measure", "Department"}


def test_paths_between_two_departments_go_through_what_they_share(client: TestClient) -> None:
    answer = get(client, "/paths", **{"from": "市林草局", "to": "市生态环境局", "kinds": "Measure"})
    assert [way[1] for way in answer["paths"]] == [f"{N}/12", f"{N}/13", f"{N}/14"]
    assert get(client, "/paths", **{"from": "市林草局", "to": "市生态环境局", "longest": 1})["paths"] == []


def test_degrees_among_and_node(client: TestClient) -> None:
    assert get(client, "/degrees", id="市林草局")["Measure"] == 3
    graph = client.post(f"{API}/among", json={"ids": ["150200/林业草原", f"{N}/12", "no such"]}).json()
    assert [node["id"] for node in graph["nodes"]] == ["150200/林业草原", f"{N}/12"]
    assert [edge["kind"] for edge in graph["edges"]] == ["ASSIGNED_TO"]
    assert get(client, "/node", id="市林草局") == get(client, "/departments/市林草局")


def test_suggestions_know_short_names_and_pinyin_initials(client: TestClient) -> None:
    for q in ("市林草", "lcj", "林业和草原"):
        assert "150200/林业草原" in [one["id"] for one in get(client, "/suggest", q=q)], q


def test_facets_count_measures(client: TestClient) -> None:
    facets = get(client, "/facets")
    assert facets["total"] == 22
    assert facets["nodes"]["Department"][0]["measures"] == 6
    assert facets["years"] == {"2024": 9, "2026": 1}


def test_stats(client: TestClient) -> None:
    stats = get(client, "/stats")
    assert stats["nodes"]["Measure"] == 22 and stats["pairs"] == 43
    assert set(stats["nodes"]) == set(Kind)


def test_analysis_names_groups_and_bridges(client: TestClient) -> None:
    answer = get(client, "/analysis")
    assert len(answer["departments"]) == 28
    assert answer["groups"] and answer["bridges"]


@pytest.mark.parametrize(
    ("format", "media", "start"),
    [
        ("html", "text/html", b"<!doctype html>"),
        ("graphml", "application/graphml+xml", b"<?xml"),
        ("gexf", "application/gexf+xml", b"<?xml"),
        ("json", "application/json", b"{"),
        ("csv", "application/zip", b"PK"),
    ],
)
def test_exports_are_files(client: TestClient, format: str, media: str, start: bytes) -> None:
    answer = client.get(f"{API}/export", params={"format": format})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(media)
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.content[: len(start)].lower() == start.lower()


def test_empty_parameters_are_not_given(client: TestClient) -> None:
    """A form sends all its fields."""
    assert client.get(f"{API}/measures?department=&role=&year=&limit=").json()["total"] == 22


def test_health(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json()["status"] == "ok"
