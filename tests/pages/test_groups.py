"""A group of departments is as large as the page says, and its matrix is one click away."""

import html
import re

from fastapi.testclient import TestClient


def test_the_size_of_a_group_leads_to_the_matrix_of_its_members(pages: TestClient) -> None:
    groups = pages.get("/groups.json").json()["analysis"]["groups"]
    links = re.findall(r'<a href="(/matrix\?group=[^"]+)"[^>]*>(\d+)</a>', pages.get("/groups").text)
    assert [int(n) for _, n in links] == [len(group["members"]) for group in groups]
    for url, n in links:
        said = pages.get(html.unescape(url).replace("/matrix?", "/matrix.json?")).json()
        assert said["of"] == int(n)
