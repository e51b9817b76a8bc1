"""Whose notice it is: by its issuers, its title, its number, or the head of its text."""

import pytest

from ingest.places import scope

CASES = [
    (["包头市人民政府"], None, None, "city", "150200"),
    (["国务院办公厅"], "国办发〔2018〕117号", None, "state", None),
    (["财政部", "税务总局"], None, None, "state", None),
    (["中共中央办公厅"], None, None, "state", None),
    (["内蒙古自治区包头市青山区人民政府办公室"], None, None, "county", "150204"),
    (["达茂旗人民政府"], None, None, "county", "150223"),
    (["北京市朝阳区人民政府"], None, None, "county", "110105"),
    (["朝阳市人民政府"], None, None, "city", "211300"),
    (["上海市发展和改革委员会"], None, None, "province", "310000"),
    (["中共包头市委办公室"], None, None, "city", "150200"),
    (["昆山市张浦镇人民政府"], None, None, "town", "320583"),
    (["海南州人民政府"], None, None, "city", "632500"),
    (["兴安盟行政公署"], None, None, "city", "152200"),
    ([], None, "陕西省规范中介服务专项行动方案", "province", "610000"),
    ([], "粤府办〔2020〕4号", None, "province", "440000"),
    ([], "包府发〔2024〕5号", None, "city", "150200"),
    ([], "内政办发[2023]7号", None, "province", "150000"),
    ([], "国函〔2018〕145号", None, "state", None),
    ([], None, "关于促进智算云创新发展的实施意见", "other", None),
    ([], "某某发〔2020〕4号", None, "other", None),
]


@pytest.mark.parametrize(("issuers", "number", "title", "level", "region"), CASES)
def test_a_notice_is_of_its_issuers_level_and_place(
    issuers: list[str], number: str | None, title: str | None, level: str, region: str | None
) -> None:
    found = scope.of(issuers, number, title)
    assert (found.level, found.region) == (level, region)


def test_of_two_districts_of_one_name_the_text_tells_which() -> None:
    assert scope.of(["青山区人民政府"], None, None, "根据武汉市有关部署，结合我区实际。").region == "420107"
    assert scope.of(["青山区人民政府"], None, None, "根据包头市有关部署，结合我区实际。").region == "150204"
    assert scope.of(["青山区人民政府"], None, None, "结合我区实际。").region is None


def test_short_forms_are_kept_with_what_they_stand_for() -> None:
    text = "呼和浩特市、包头市、鄂尔多斯市、乌兰察布市（以下简称四市）；市城市更新工作领导小组（以下简称“领导\n小组”）"
    found = scope.of(["包头市人民政府"], None, None, text)
    assert found.places == (("四市", "呼和浩特市、包头市、鄂尔多斯市、乌兰察布市"),)
    assert found.bodies == (("领导小组", "市城市更新工作领导小组"),)


@pytest.mark.parametrize(
    ("text", "level", "region"),
    [
        ("降低税费。（省税务局、财政厅，人民银行昆明中心支行、云南银保监局负责）", "province", "530000"),
        ("（市发改委牵头，市财政局、人行宜昌中心支行负责）", "city", "420500"),
        ("（省财政厅、云南银保监局、贵州证监局负责）", "other", None),
        ("（教育局、住建局、民政局负责）", "other", None),
        ("（教育部、财政部、水利部、医保局负责）", "state", None),
        ("争取教育部支持。（市教育局负责）", "other", None),
        ("天津市人社局网上办事大厅。（市人社局、市财政局负责）", "province", "120000"),
    ],
)
def test_without_issuers_the_bodies_say_whose_notice_it_is(text: str, level: str, region: str | None) -> None:
    found = scope.of([], None, "实施方案", text)
    assert (found.level, found.region) == (level, region)


def test_what_is_handed_out_says_whose_notice_it_is_if_its_bodies_are_of_that_level() -> None:
    title = "关于印发象州县农村公路建设实施方案的通知"
    assert scope.of([], None, title, "县交通运输局、县财政局负责。").region == "451322"
    assert scope.of([], None, title, "市交通运输局、市财政局负责。").region == "451300"
    assert scope.of([], None, title, "教育局负责。").region is None
