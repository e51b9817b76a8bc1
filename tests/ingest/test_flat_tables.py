"""Task tables that lost their lines: one cell a line, or all in one line; none of these notices exists."""

import pytest

from tests.ingest.reading import read, squeezed, units

NOTICE = "××市人民政府关于印发考核方案的通知\n×政发〔2025〕3号\n\n附件 考核指标表\n"
SIGNED = "\n××市人民政府办公室\n2025年5月6日\n"
HEADS = ["序号", "考核指标", "考核内容", "分值", "牵头考核单位", "责任单位", "完成时限"]
ROWS = [
    ["1", "组织领导", "建立协调机制，明确分管领导。", "5", "市审批局", "各区人民政府、市直各部门", "2025年6月底前"],
    [
        "2",
        "数据共享",
        "编制资源目录，更新率达到95%以上。",
        "10",
        "市数据局",
        "各区人民政府、市公安局",
        "2025年12月底前",
    ],
    ["3", "一网通办", "网上可办率达到100%。", "15", "市审批局、市人社局", "市直各部门", "持续推进"],
    ["4", "安全保障", "落实网络安全责任制。", "5", "市委网信办", "各区人民政府", "2025年9月底前"],
]
TOLD = [
    "1 组织领导建立协调机制，明确分管领导。 市审批局 lead 各区人民政府 responsible 市直各部门 responsible 2025-06-30",
    "2 数据共享编制资源目录，更新率达到95%以上。 市数据局 lead 各区人民政府 responsible 市公安局 responsible 2025-12-31",
    "3 一网通办网上可办率达到100%。 市审批局 lead 市人社局 lead 市直各部门 responsible None",
    "4 安全保障落实网络安全责任制。 市委网信办 lead 各区人民政府 responsible 2025-09-30",
]


def told(text: str) -> list[str]:
    return [
        " ".join([str(m.label), squeezed(m.text), *units(m), str(m.deadline and m.deadline.due)])
        for m in read(text).measures
    ]


def cells(rows: list[list[str]]) -> list[str]:
    return [cell for row in rows for cell in row]


@pytest.mark.parametrize("between", ["\n", " "])
@pytest.mark.parametrize("pages", [[HEADS, *ROWS], [HEADS, *ROWS[:2], HEADS, *ROWS[2:]]])
def test_a_score_begins_no_row_and_heads_may_be_printed_on_each_page(pages: list[list[str]], between: str) -> None:
    assert told(NOTICE + between.join(cells(pages)) + SIGNED) == TOLD


@pytest.mark.parametrize("between", ["\n", " "])
def test_rows_without_numbers_are_told_by_what_their_cells_hold(between: str) -> None:
    rows = [row[1:] for row in [HEADS, *ROWS]]
    assert told(NOTICE + between.join(cells(rows)) + SIGNED) == ["None" + row[1:] for row in TOLD]


def test_cells_and_units_may_run_over_lines() -> None:
    rows = [[*row[:2], row[2][:6], row[2][6:], row[3], row[4], *row[5].split("、"), row[6]] for row in ROWS]
    assert told(NOTICE + "\n".join(cells([HEADS, *rows])) + SIGNED) == TOLD


def test_what_spans_rows_without_numbers_is_printed_once() -> None:
    heads = ["一级指标", "二级指标", "考核要点", "分值", "牵头单位", "责任单位"]
    rows = [heads, ["政务服务", *ROWS[0][1:6]], ROWS[1][1:6], ["数据管理", *ROWS[2][1:6]], ROWS[3][1:6]]
    found = read(NOTICE + "\n".join(cells(rows)) + SIGNED).measures
    assert [(m.section, squeezed(m.text)[:4], len(units(m))) for m in found] == [
        ("政务服务", "组织领导", 3), ("政务服务", "数据共享", 3), ("数据管理", "一网通办", 3), ("数据管理", "安全保障", 2),
    ]  # fmt: skip


def test_words_of_a_head_may_be_broken_and_numbers_go_on_from_another_page() -> None:
    heads = ["序号", "项目", "类别", "具 体 内 容", "牵头", "部门", "相关责任部门", "完成", "时间"]
    rows = [
        ["108", "推进素质教育", "教育局", "13个街道、镇", "2026年"],
        ["110", "入学率达到100%", "教育局", "民政局等相关部门", "2027年"],
    ]
    assert told(NOTICE + "\n\n".join([*heads, *cells(rows)])) == [
        "108 推进素质教育 教育局 lead 13个街道、镇 responsible 2026-12-31",
        "110 入学率达到100% 教育局 lead 民政局 responsible 2027-12-31",
    ]


def test_the_last_heads_may_stand_below_another() -> None:
    heads = ["序号", "重点任务", "责任分工", "完成时限", "牵头单位", "配合单位"]
    rows = [
        ["1", "建立协调机制。", "市审批局", "市财政局、市司法局", "6月底前"],
        ["2", "编制资源目录。", "市数据局", "市公安局", "12月底前"],
    ]
    assert told(NOTICE + "\n".join([*heads, *cells(rows)]) + SIGNED) == [
        "1 建立协调机制。 市审批局 lead 市财政局 support 市司法局 support 2025-06-30",
        "2 编制资源目录。 市数据局 lead 市公安局 support 2025-12-31",
    ]


def test_rows_that_run_over_lines_with_single_blanks_are_not_half_read() -> None:
    table = (
        "序号 考核指标 考核内容 分值 牵头单位 责任单位 完成时限\n1 组织领导 建立协调机制，明确分管 5 市行政审批 各区人民政府、 2025年6月\n"
        "领导。 政务服务局 市直各部门 底前\n2 数据共享 编制资源目录。 10 市数据局 市公安局 2025年12月底前\n"
    )
    assert not told(NOTICE + table + SIGNED)


def test_how_far_a_task_is_sets_no_limit() -> None:
    rows = [["序号", "项目内容", "当前进度", "牵头单位", "备注"],
            ["1", "新建幼儿园5所。", "80%（城东园滞后）", "县教育局", "民生实事"],
            ["2", "改造公路55公里。", "95%", "县交通局", "民生实事"]]  # fmt: skip
    assert told(NOTICE + "\n".join(cells(rows))) == [
        "1 新建幼儿园5所。 县教育局 lead None", "2 改造公路55公里。 县交通局 lead None",
    ]  # fmt: skip


def test_numbers_below_a_bracket_left_open_are_of_rows() -> None:
    rows = [["序号", "项目内容", "当前进度", "牵头单位", "备注"],
            ["1", "新建幼儿园5所。", "50%（城东园滞后", "县教育局", "民生实事"],
            ["2", "改造公路（二期）55公里。", "95%", "县交通局", "民生实事"],
            ["3", "新增8个“城市书房”。", "90%", "县文旅局", "民生实事"]]  # fmt: skip
    assert told(NOTICE + "\n\n".join(cells(rows))) == [
        "1 新建幼儿园5所。 县教育局 lead None", "2 改造公路（二期）55公里。 县交通局 lead None",
        "3 新增8个“城市书房”。 县文旅局 lead None",
    ]  # fmt: skip


def test_a_heading_above_a_table_is_no_head_of_another() -> None:
    table = "| 序号 | 任务 | 包联领导 | 责任单位 |\n|---|---|---|---|\n| 1 | 新建道路。 | 张建国 | 市交通局 |\n| 2 | 新建学校。 | 王强 | 市教育局 |\n"
    assert told(NOTICE + "一、重点任务\n" + table) == [
        "1 新建道路。 市交通局 responsible None",
        "2 新建学校。 市教育局 responsible None",
    ]


NO_TABLE = [
    "序号 考评指标 权重 数据来源 1 生产总值 10 省统计局 2 财政收入 12 省财政厅",
    "序号\n考评指标\n权重\n数据来源\n1\n生产总值\n10\n省统计局\n2\n财政收入\n12\n省财政厅",
    "请各责任单位 按照重点任务 责任单位 要求 抓好落实。 各责任单位 要加强协调。",
    "重点任务\n责任单位\n完成时限\n各单位要按照上述要求抓好落实。",
]


@pytest.mark.parametrize("text", NO_TABLE)
def test_figures_with_their_sources_and_words_of_heads_alone_are_no_task_table(text: str) -> None:
    assert not told(NOTICE.replace("附件 考核指标表\n", "") + text + SIGNED)
