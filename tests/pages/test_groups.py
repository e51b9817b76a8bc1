"""A group of departments is as large as the page says, and its matrix is one click away."""

import html
import re

from fastapi.testclient import TestClient

from tests.pages.test_pictures import drawn, picture


def test_the_size_of_a_group_leads_to_the_matrix_of_its_members(pages: TestClient) -> None:
    groups = pages.get("/groups.json").json()["analysis"]["groups"]
    links = re.findall(r'<a href="(/matrix\?group=[^"]+)"[^>]*>(\d+)</a>', pages.get("/groups").text)
    assert [int(n) for _, n in links] == [len(group["members"]) for group in groups]
    for url, n in links:
        said = pages.get(html.unescape(url).replace("/matrix?", "/matrix.json?")).json()
        assert said["of"] == int(n)


def test_who_ties_groups_has_so_many_partners_in_each(pages: TestClient) -> None:
    found = pages.get("/groups.json").json()["analysis"]
    members = {group["number"]: set(group["members"]) for group in found["groups"]}
    text = html.unescape(pages.get("/groups").text)
    links = re.findall(r'第 (\d+) 组 <a class="count" href="(/shared\?a=[^"]+)" data-count="(\d+)"', text)
    assert len(links) >= 2 * len(found["bridges"])
    for number, url, n in links:
        said = pages.get(url.replace("/shared?", "/shared.json?")).json()
        assert said["total"] == len(said["page"]["items"]) == int(n)
        assert {pair["b"] for pair in said["page"]["items"]} <= members[int(number)]
        assert {pair["a"] for pair in said["page"]["items"]} == {said["chosen"][0]["id"]}


def test_every_number_of_an_analysis_is_the_length_of_a_list(pages: TestClient) -> None:
    def listed(**asked: str | list[str]) -> int:
        return int(pages.get("/shared.json", params=asked).json()["total"])

    found = pages.get("/api/v1/analysis").json()
    first = {group["number"]: group["members"][0] for group in found["groups"]}
    assert found["pairs"] == listed()
    for group in found["groups"]:
        assert group["pairs"] == listed(group=first[group["number"]])
    for tie in found["ties"]:
        assert tie["pairs"] == listed(group=[first[tie["a"]], first[tie["b"]]])
    assert found["pairs"] == sum(one["pairs"] for one in found["groups"] + found["ties"])
    for one in found["bridges"]:
        for number, partners in one["ties"]:
            assert partners == listed(a=one["id"], group=first[number])


def test_the_picture_of_partners_in_a_group_has_those_alone(pages: TestClient) -> None:
    text = html.unescape(pages.get("/groups").text)
    url = re.findall(r'href="(/shared\?a=[^"]+)" data-count="3"', text)[0]
    taken = picture(pages, url)
    assert taken and drawn(pages, taken) == {"Department": 1 + 3}
