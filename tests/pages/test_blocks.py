"""The matrix by groups: what its cells count is what they lead to, and nothing is counted twice."""

from urllib.parse import quote

from fastapi.testclient import TestClient
from pytest import MonkeyPatch


def test_groups_hold_every_pair_once(pages: TestClient) -> None:
    found = pages.get("/matrix.json?top=groups").json()
    cells = found["pairs_between"]
    assert found["total"] == 43 == sum(sum(line[place:]) for place, line in enumerate(cells))
    assert cells == [list(column) for column in zip(*cells, strict=True)]
    assert (found["of"], found["alone"]) == (28, 4)
    assert sum(group["departments"] for group in found["groups"]) == 24


def test_a_cell_leads_to_its_pairs(pages: TestClient) -> None:
    found = pages.get("/matrix.json?top=groups").json()
    groups, cells = found["groups"], found["pairs_between"]
    for a, one in enumerate(groups):
        within = pages.get(f"/matrix.json?group={quote(one['id'])}").json()
        assert (within["total"], within["of"]) == (cells[a][a], one["departments"])
        for b, other in enumerate(groups):
            url = f"/shared.json?group={quote(one['id'])}&group={quote(other['id'])}"
            assert pages.get(url).json()["total"] == cells[a][b]


def test_any_department_of_a_group_stands_for_it(pages: TestClient) -> None:
    for name in ("市林草局", "包头市水务局"):
        assert len(pages.get(f"/matrix.json?group={quote(name)}").json()["departments"]) == 5
    page = pages.get(f"/shared?group={quote('市林草局')}&group={quote('市财政局')}", headers={"Accept": "text/html"})
    assert "只看两组之间" in page.text
    assert pages.get("/matrix?group=nobody").status_code == 404


def test_a_base_with_more_departments_than_are_looked_at_says_so(pages: TestClient, monkeypatch: MonkeyPatch) -> None:
    html = {"Accept": "text/html"}
    assert "只看举措最多的" not in pages.get("/matrix?top=groups", headers=html).text
    monkeypatch.setattr("viz.views.matrix.AT_ONCE", 20)
    assert "只看举措最多的 20 个单位" in pages.get("/matrix?top=groups", headers=html).text
