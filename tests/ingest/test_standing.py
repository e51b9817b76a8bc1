"""What a notice says once for many tasks; none of these notices exists."""

import pytest

from tests.ingest.reading import read, units, with_tables

MARKED = "（一）建校。新建学校两所。（责任单位：★市教育局、市财政局）\n（二）建院。新建医院一所。（责任单位：市财政局、{}）\n"


@pytest.mark.parametrize(
    ("said", "second"),
    [
        ("注：标★的为牵头单位。", "★市卫健委"),
        ("注：责任单位中标注“★”的为牵头单位。", "市卫健委★"),
        ("说明：★为牵头部门。", "★ 市卫健委"),
    ],
)
def test_a_sign_beside_the_name_tells_who_leads(said: str, second: str) -> None:
    found = read(MARKED.format(second) + said)
    assert [units(one) for one in found.measures] == [
        ["市教育局 lead", "市财政局 support"],
        ["市财政局 support", "市卫健委 lead"],
    ]
    for one in found.measures:
        for unit in one.responsible:
            assert unit.span is not None and found.text[slice(*unit.span)] == unit.name


def test_a_sign_that_the_notice_does_not_explain_tells_nothing() -> None:
    found = read(MARKED.format("★市卫健委"))
    assert [units(one) for one in found.measures] == [
        ["市教育局 responsible", "市财政局 responsible"],
        ["市财政局 responsible", "市卫健委 responsible"],
    ]


def test_a_sign_explained_within_a_clause_holds_from_there_on() -> None:
    text = "（一）建校。（责任单位：▲市教育局、市财政局；标▲的为牵头单位，下同）\n（二）建院。（责任单位：市财政局、▲市卫健委）"
    assert [units(one) for one in read(text).measures] == [
        ["市教育局 lead", "市财政局 support"],
        ["市财政局 support", "市卫健委 lead"],
    ]


def test_where_none_leads_the_responsible_does_if_the_notice_says_so() -> None:
    text = (
        "各牵头单位（无牵头单位的，责任单位即为牵头单位）要制定办法。\n1.增长百分之六。\n责任单位：市发改委\n"
        "2.投资一百亿元。\n牵头单位：市住建局\n责任单位：市财政局\n"
    )
    assert [units(one) for one in read(text).measures] == [
        ["市发改委 lead"],
        ["市住建局 lead", "市财政局 responsible"],
    ]


@pytest.mark.parametrize(
    ("first", "second", "roles"),
    [
        ("主责单位：市教育局，市财政局", "主责单位：市卫健委", ["RR", "R"]),
        ("（主责部门：市教育局、市财政局）", "（主责部门：市卫健委）", ["RR", "R"]),
        ("主责单位：市教育局", "主责单位：市卫健委；协办单位：市财政局", ["L", "LS"]),
        ("主责单位：市教育局\n责任单位：市财政局", "主责单位：市卫健委", ["LR", "L"]),
        ("牵头单位：市教育局；主责单位：市财政局", "主责单位：市卫健委", ["LR", "R"]),
        ("主办单位：市教育局、市财政局", "主办单位：市卫健委", ["RR", "R"]),
        ("主办单位：市教育局", "主办单位：市卫健委；协办单位：市财政局", ["L", "LS"]),
    ],
)
def test_who_has_the_main_duty_leads_only_where_the_notice_knows_others(
    first: str, second: str, roles: list[str]
) -> None:
    found = read(f"（一）建校。新建学校两所。\n{first}\n（二）建院。新建医院一所。\n{second}\n")
    assert ["".join(unit.role.value[0].upper() for unit in one.responsible) for one in found.measures] == roles


@pytest.mark.parametrize(
    ("heads", "cells", "expected"),
    [
        (["任务", "主责单位"], ["建校。", "市教育局、市财政局"], ["市教育局 responsible", "市财政局 responsible"]),
        (
            ["任务", "主责单位", "配合单位"],
            ["建校。", "市教育局", "市财政局"],
            ["市教育局 lead", "市财政局 support"],
        ),
    ],
)
def test_a_column_of_main_duties_leads_beside_another(
    heads: list[str | None], cells: list[str | None], expected: list[str]
) -> None:
    (one,) = with_tables("任务清单\n", [heads, cells]).measures
    assert units(one) == expected


@pytest.mark.parametrize(
    ("first", "second", "roles"),
    [
        ("市教育局。所列部门为主要牵头单位，参加单位不一一列出，下同", "市卫健委、市财政局", ["L", "LL"]),
        ("市教育局。按职能分工负责。所列单位均为牵头单位，下同", "市卫健委、市财政局", ["L", "LL"]),
        ("责任单位：市教育局；括号内单位均为牵头单位，以下同", "责任单位：市卫健委", ["L", "L"]),
        ("责任单位：市教育局；仅列牵头部门，下同", "责任单位：市卫健委、市财政局", ["L", "LL"]),
        ("责任单位：市教育局。所列部门为牵头部门", "责任单位：市卫健委", ["L", "R"]),
        ("市教育局。所列单位为牵头单位，下同", "市卫健委牵头，市财政局配合", ["L", "LS"]),
    ],
)
def test_all_that_are_listed_lead_where_the_notice_lists_no_others(first: str, second: str, roles: list[str]) -> None:
    found = read(f"（一）建校。新建学校两所。（{first}）\n（二）建院。新建医院一所。（{second}）\n")
    assert ["".join(unit.role.value[0].upper() for unit in one.responsible) for one in found.measures] == roles


@pytest.mark.parametrize(
    "said", ["注：括号内所列部门均为牵头单位。", "说明：本清单只列牵头单位，配合单位由牵头单位商定。"]
)
def test_a_note_says_that_all_that_are_listed_lead(said: str) -> None:
    found = read(f"（一）建校。新建学校两所。（市教育局）\n（二）建院。新建医院一所。（市卫健委、市财政局）\n{said}")
    assert [units(one) for one in found.measures] == [["市教育局 lead"], ["市卫健委 lead", "市财政局 lead"]]


def test_the_first_in_order_may_lead_its_item() -> None:
    found = read(
        "（一）建校。新建学校。（市教育局、市财政局）\n各项举措中排序第一的责任单位为该项牵头单位，负责组织有关单位推进落实。"
    )
    assert [units(one) for one in found.measures] == [["市教育局 lead", "市财政局 support"]]


def test_those_before_the_comma_lead_where_the_notice_says_so() -> None:
    found = read(
        "（一）建校。新建学校。（责任单位：市教育局、市财政局（逗号前为牵头单位，未明确牵头单位的按职责分工负责，下同））\n"
        "（二）建院。新建医院。（责任单位：市卫健委、市住建局，市财政局、市审批局）\n（三）建路。新建道路。（市交通局牵头，市财政局负责）"
    )
    assert [units(one) for one in found.measures] == [
        ["市教育局 responsible", "市财政局 responsible"],
        ["市卫健委 lead", "市住建局 lead", "市财政局 support", "市审批局 support"],
        ["市交通局 lead", "市财政局 responsible"],
    ]


def test_who_stands_before_no_comma_leads_where_the_others_help() -> None:
    found = read(
        "（一）建校。新建学校。（市教育局，市财政局。列逗号之前的为牵头单位，其他有关单位按职责分工配合，下同）\n"
        "（二）建院。新建医院。（市卫健委、市住建局）\n（三）建路。新建道路。（市交通局）"
    )
    assert [units(one) for one in found.measures] == [
        ["市教育局 lead", "市财政局 support"], ["市卫健委 lead", "市住建局 lead"], ["市交通局 lead"],
    ]  # fmt: skip


def test_as_above_means_the_units_of_the_clause_before() -> None:
    found = read(
        "（一）排查。全面摸清底数。责任单位：市住建局、市城管局。\n（二）整治。依法查处违建。责任单位：同上。\n"
        "（三）巩固。建立机制。（牵头单位：市应急局；责任单位：同上）"
    )
    assert [units(one) for one in found.measures] == [
        ["市住建局 responsible", "市城管局 responsible"],
        ["市住建局 responsible", "市城管局 responsible"],
        ["市应急局 lead", "市住建局 responsible", "市城管局 responsible"],
    ]
    assert found.text[slice(*(found.measures[1].responsible[0].span or (0, 0)))] == "市住建局"


@pytest.mark.parametrize("same", ["同上", "〃"])
def test_as_above_in_a_cell_means_the_cell_above(same: str) -> None:
    found = with_tables(
        "任务清单\n",
        [["任务", "责任单位", "完成时限"], ["修桥。", "市交通局", "2024年6月"], ["铺路。", same, same]],
    )
    assert [(units(one), one.deadline and one.deadline.due) for one in found.measures] == [
        (["市交通局 responsible"], "2024-06-30"),
        (["市交通局 responsible"], "2024-06-30"),
    ]


def test_a_limit_said_for_all_tasks_is_that_of_each_that_has_none() -> None:
    found = read(
        "××市2025年工作方案\n（一）排查。全面摸清底数。（市住建局负责）\n（二）整治。2025年6月底前完成首批整治。（市城管局负责）\n"
        "以上任务均于2025年11月底前完成。\n（三）总结。（市应急局负责）"
    )
    assert [(one.label, one.deadline and one.deadline.due) for one in found.measures] == [
        ("（一）", "2025-11-30"),
        ("（二）", "2025-06-30"),
        ("（三）", None),
    ]
    assert found.measures[0].deadline is not None and found.measures[0].deadline.text == "2025年11月底前"


@pytest.mark.parametrize(
    "said",
    [
        "以上项目2025年11月底前完成申报的，给予补助。",
        "各项任务要压茬推进，2025年11月底前完成总结。",
        "上述企业均于2025年11月底前缴纳税款。",
    ],
)
def test_a_date_that_is_not_for_all_tasks_is_none(said: str) -> None:
    found = read(f"××市2025年工作方案\n（一）排查。全面摸清底数。（市住建局负责）\n{said}\n")
    assert found.measures[0].deadline is None


def test_a_group_that_every_task_concerns_takes_part_in_all() -> None:
    text = "（一）建场。（责任单位：省商务厅、省粮食局。具体任务均涉及相关市州政府，不再作分工，下同）\n（二）减税。（责任单位：省税务局）"
    assert [units(one) for one in read(text).measures] == [
        ["省商务厅 responsible", "省粮食局 responsible", "相关市州政府 responsible"],
        ["省税务局 responsible", "相关市州政府 responsible"],
    ]


@pytest.mark.parametrize("style", ["加粗的", "加粗单位", "标红的部门", "字体加黑的"])
def test_a_rule_that_only_the_printed_page_shows_is_told(style: str) -> None:
    found = read(f"（一）建校。（责任单位：市教育局、市财政局）\n注：{style}为牵头单位。")
    (told,) = [one for one in found.warnings if one.code == "lead-unread"]
    assert told.span is not None and style in found.text[slice(*told.span)]
    assert units(found.measures[0]) == ["市教育局 responsible", "市财政局 responsible"]


def test_a_stage_has_the_time_that_its_heading_says() -> None:
    found = read(
        "××市工作方案\n（一）摸底阶段（2024年3月1日至31日）。逐户摸底。（市住建局负责）\n"
        "（二）整治阶段（2024年4月—10月）。逐栋整治。（市住建局负责）\n"
        "（三）试点建设（2024年国家批复）。开展试点。（市住建局负责）"
    )
    assert [one.deadline and one.deadline.due for one in found.measures] == ["2024-03-31", "2024-10-31", None]


@pytest.mark.parametrize(
    ("clause", "after", "first"),
    [
        ("。以上任务，列第一位的为牵头单位", "", "lead"),
        ("，列第一位的为牵头单位，以上同", "", "lead"),
        ("", "以上任务列第一位的为牵头单位。", "lead"),
        ("。列第一位的为牵头单位，下同", "", "responsible"),
    ],
)
def test_a_rule_at_the_end_holds_for_what_stands_above_if_it_says_so(clause: str, after: str, first: str) -> None:
    text = (
        "（一）建校。新建学校两所。（责任单位：市教育局、市财政局）\n"
        f"（二）建院。新建医院一所。（责任单位：市卫健委、市财政局{clause}）\n{after}"
    )
    assert [units(one)[0] for one in read(text).measures] == [f"市教育局 {first}", "市卫健委 lead"]


def test_who_takes_part_from_here_on_takes_no_part_before() -> None:
    text = (
        "（一）建校。新建学校两所。（责任单位：市教育局）\n"
        "（二）建院。新建医院一所。（责任单位：市卫健委。以下均需各区政府落实，不再列出）\n"
        "（三）建路。新建道路三条。（责任单位：市交通局）"
    )
    assert [units(one)[1:] for one in read(text).measures] == [[], [], ["各区政府 responsible"]]
