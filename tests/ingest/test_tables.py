"""Task tables: of a document, and printed one cell a line."""

import pytest

from tests.ingest.reading import read, squeezed, units, with_tables


def test_the_unit_in_the_first_row_of_a_block_owns_the_block() -> None:
    found = with_tables(
        "××省行动方案任务清单\n",
        [
            ["序号", "领域", "具体任务", "责任单位"],
            ["1", "制造", "建设高质量\n数据集。", "省经信厅、省数\n据局"],
            ["2", "^", "开展标注。", "^"],
            ["3", "医疗", "建设医疗数据集。", "省卫生健康\n委"],
            ["4", "^", "推广应用。", None],
        ],
    )
    assert [(one.label, one.section, one.text, units(one)) for one in found.measures] == [
        ("1", "制造", "建设高质量数据集。", ["省经信厅 responsible", "省数据局 responsible"]),
        ("2", "制造", "开展标注。", ["省经信厅 responsible", "省数据局 responsible"]),
        ("3", "医疗", "建设医疗数据集。", ["省卫生健康委 responsible"]),
        ("4", "医疗", "推广应用。", ["省卫生健康委 responsible"]),
    ]
    for one in found.measures:
        for unit in one.responsible:
            assert unit.span is not None
            assert squeezed(found.text[slice(*unit.span)]) == unit.name


def test_the_head_of_a_column_gives_the_role_and_the_limit() -> None:
    found = with_tables(
        "××市任务分解表\n",
        [
            ["序号", "工作任务", "<", "牵头单位", "配合单位", "完成时限", "备注"],
            ["1", "一、强化创新", "支持企业研发。", "市科技局", "市工信局\n市财政局", "2024年12月", ""],
            ["2", "^", "建设平台。", "市科技局", "各县（市、区）政府", "持续推进", "无"],
            ["3", "二、优化服务", "压减事项。", "市数据局", "", "2024年6月底前", ""],
        ],
    )
    assert [(one.section, units(one), one.deadline and one.deadline.due) for one in found.measures] == [
        ("一、强化创新", ["市科技局 lead", "市工信局 support", "市财政局 support"], "2024-12-31"),
        ("一、强化创新", ["市科技局 lead", "各县（市、区）政府 support"], None),
        ("二、优化服务", ["市数据局 lead"], "2024-06-30"),
    ]


def test_a_unit_beside_the_area_leads_in_all_of_it() -> None:
    found = with_tables(
        "任务清单\n",
        [
            ["领域", "任务", "责任单位"],
            ["制造（牵头单位：省经信厅）", "建设数据集。", "省数据局"],
            ["^", "开展标注。", "省科技厅"],
        ],
    )
    assert [units(one) for one in found.measures] == [
        ["省经信厅 lead", "省数据局 responsible"],
        ["省经信厅 lead", "省科技厅 responsible"],
    ]
    assert {one.section for one in found.measures} == {"制造"}


def test_a_table_without_a_head_goes_on_with_the_one_before() -> None:
    found = with_tables(
        "任务清单\n", [["序号", "任务", "责任单位"], ["1", "建路。", "市交通局"]], [["2", "建校。", "市教育局"]]
    )
    assert [(one.label, units(one)) for one in found.measures] == [
        ("1", ["市交通局 responsible"]),
        ("2", ["市教育局 responsible"]),
    ]


def test_a_head_may_say_that_the_first_leads() -> None:
    found = with_tables("清单\n", [["任务", "责任单位（列第一位的为牵头单位）"], ["加强执法。", "市公安局、市司法局"]])
    assert units(found.measures[0]) == ["市公安局 lead", "市司法局 support"]


def test_a_table_of_other_things_gives_no_measure() -> None:
    assert not with_tables("名单\n", [["序号", "单位", "联系人"], ["1", "市发改委", "张三"]]).measures


def test_a_table_printed_one_cell_a_line_is_a_table() -> None:
    lines = ["附件", "推广清单", "序号", "改革举措", "主 要 内 容", "指导部门", "推广范围", "一、知识产权方面（共2项）",
             "1", "案件“三合一”审判", "整合审判资源。", "最高人民法院、国家知识产权局", "全国",
             "2", "专利保险机制", "围绕专利应用，开发保险产品。", "另有要求的，从其规定。", "国家知识产权局", "8个区域",
             "二、金融方面（共1项）", "3", "设置专板", "提供挂牌服务。", "中国证监会", "全国"]  # fmt: skip
    found = read("\n\n".join(lines))
    assert [(one.label, one.section, squeezed(one.text), units(one)) for one in found.measures] == [
        ("1", "一、知识产权方面（共2项）", "案件“三合一”审判整合审判资源。", ["最高人民法院 guide", "国家知识产权局 guide"]),
        ("2", "一、知识产权方面（共2项）", "专利保险机制围绕专利应用，开发保险产品。另有要求的，从其规定。", ["国家知识产权局 guide"]),
        ("3", "二、金融方面（共1项）", "设置专板提供挂牌服务。", ["中国证监会 guide"]),
    ]  # fmt: skip


def test_a_line_of_its_own_below_such_a_head_is_what_the_rows_belong_to() -> None:
    lines = ["序号", "名称", "工作任务", "主要责任单位", "经济发展预期目标分解（15项）",
             "1", "投资", "固定资产投资增长18%", "市发改委、统计局", "2", "外贸", "进出口总额增长10%", "市商务局"]  # fmt: skip
    found = read("\n\n".join(lines))
    assert [(one.section, squeezed(one.text), units(one)) for one in found.measures] == [
        ("经济发展预期目标分解（15项）", "投资固定资产投资增长18%", ["市发改委 responsible", "统计局 responsible"]),
        ("经济发展预期目标分解（15项）", "外贸进出口总额增长10%", ["市商务局 responsible"]),
    ]


def test_who_builds_does_not_answer_where_another_column_says_who_does() -> None:
    found = with_tables(
        "任务清单\n",
        [
            ["序号", "项目名称", "建设主体", "责任单位", "拟投入运营时间"],
            ["1", "诊疗数据集", "省信息中心", "省卫生健康委", "2025年12月"],
            ["2", "路网数据集", "某某科技有限公司", "省交通运输厅", "2026 年 6 月"],
        ],
    )
    assert [(units(one), one.deadline and one.deadline.due) for one in found.measures] == [
        (["省卫生健康委 responsible"], "2025-12-31"),
        (["省交通运输厅 responsible"], "2026-06-30"),
    ]
    alone = with_tables("清单\n", [["序号", "任务", "建设单位"], ["1", "建路。", "市交通局"]])
    assert [units(one) for one in alone.measures] == [["市交通局 responsible"]]


def test_a_column_of_dates_is_that_of_the_limits() -> None:
    found = with_tables(
        "清单\n",
        [["任务", "要求", "责任单位"], ["建路。", "2024年6月底前", "市交通局"], ["建校。", "长期坚持", "市教育局"]],
    )
    assert [(one.text, one.deadline and one.deadline.text) for one in found.measures] == [
        ("建路。", "2024年6月底前"),
        ("建校。", "长期坚持"),
    ]


DRAWN = [
    "| 序号 | 重点任务 | 责任单位 | 完成时限 |\n|---|:---:|---|---|\n| 1 | 建设平台 | 市数据局、市工信局 | 2024年6月底前 |\n"
    "| 2 | 优化服务 | 市民政局<br>市残联 | 长期坚持 |\n\n注：以上任务。\n",
    "序号\t重点任务\t责任单位\t完成时限\n1\t建设平台\t市数据局、市工信局\t2024年6月底前\n2\t优化服务\t市民政局、市残联\t长期坚持\n",
    "序号   重点任务     责任单位              完成时限\n1      建设平台     市数据局、市工信局    2024年6月底前\n"
    "2      优化服务     市民政局、市残联      长期坚持\n\n注：以上任务。\n",
]


@pytest.mark.parametrize("table", DRAWN, ids=["pipes", "tabs", "blanks"])
@pytest.mark.parametrize(
    "head", ["××市2024年重点任务清单\n\n", "××市人民政府关于印发任务清单的通知\n×政发〔2024〕1号\n\n## 一、清单\n\n"]
)
def test_a_table_drawn_in_plain_text_is_a_table(head: str, table: str) -> None:
    found = read(head + table)
    assert [(one.label, one.title, squeezed(one.text), units(one)) for one in found.measures] == [
        ("1", "建设平台", "建设平台", ["市数据局 responsible", "市工信局 responsible"]),
        ("2", "优化服务", "优化服务", ["市民政局 responsible", "市残联 responsible"]),
    ]
    assert [one.deadline and one.deadline.text for one in found.measures] == ["2024年6月底前", "长期坚持"]
    for one in found.measures:
        for unit in one.responsible:
            assert unit.span is not None
            assert found.text[slice(*unit.span)] == unit.name


def test_a_table_with_one_blank_between_cells_is_told_by_its_numbered_rows() -> None:
    found = read("量化指标分工\n\n序号 工 作 任 务 牵头负责部门 完成时限\n1 新增就业1000万人 人力资源社会保障部 年底前\n"
                 "2 安排 4000亿元债券 财政部、国家发展改革委 6月底前\n以上各项按季度报送。\n")  # fmt: skip
    assert [(one.label, one.text, units(one)) for one in found.measures] == [
        ("1", "新增就业1000万人", ["人力资源社会保障部 lead"]),
        ("2", "安排4000亿元债券", ["财政部 lead", "国家发展改革委 lead"]),
    ]


def test_tabs_and_pipes_without_a_column_of_units_are_text() -> None:
    found = read("××市方案\n一、任务\n名称\t数量\n甲\t1\n（一）建路|建桥。（市交通局负责）\n")
    assert [(one.label, squeezed(one.text)) for one in found.measures] == [("（一）", "建路|建桥。")]


def test_names_in_lines_of_a_cell_are_units_and_a_name_broken_for_lack_of_room_is_one() -> None:
    found = with_tables(
        "清单\n",
        [
            ["任务", "责任单位"],
            ["开行专列。", "市商务局\n市发展改革委\n中铁某某局集团公司"],
            ["联网。", "国家能源局\n华中监管局"],
        ],
    )
    assert [units(one) for one in found.measures] == [
        ["市商务局 responsible", "市发展改革委 responsible", "中铁某某局集团公司 responsible"],
        ["国家能源局华中监管局 responsible"],
    ]


def test_lines_of_a_cell_that_are_names_are_as_many_units_whatever_their_width() -> None:
    cells: list[list[str | None]] = [
        ["整治市场。", said]
        for said in [
            "县住建局\n凤鸣镇",
            "文物股\n博物馆",
            "安全股、县校车公司\n教研室",
            "县公安局\n交警大队",
            "县农业农村\n局",
        ]
    ]
    found = with_tables("清单\n", [["任务", "责任单位"], *cells])
    assert [[unit.name for unit in one.responsible] for one in found.measures] == [
        ["县住建局", "凤鸣镇"],
        ["文物股", "博物馆"],
        ["安全股", "县校车公司", "教研室"],
        ["县公安局交警大队"],
        ["县农业农村局"],
    ]


def test_of_a_table_printed_one_cell_a_line_a_row_has_as_many_units_as_lines_name_some() -> None:
    found = read(
        "××县人民政府办公室关于印发民生实事分解表的通知\n×府办〔2024〕8号\n\n序号\n\n民生实事\n\n责任单位\n\n完成时限\n\n"
        "1\n\n修缮文庙和古街。\n\n县文旅局\n\n县住建局\n\n县古城指挥部\n\n11月底前\n\n"
        "2\n\n新建车站一座。\n\n县交通局\n\n8月投入使用\n\n开通公交线路两条。\n\n10月底前\n\n"
        "3\n\n迁建档案馆。\n\n县档案馆\n\n县代建中心\n\n12月底前\n\n分享到：\n"
    )
    assert [(one.label, one.text, units(one), one.deadline and one.deadline.text) for one in found.measures] == [
        (
            "1",
            "修缮文庙和古街。",
            ["县文旅局 responsible", "县住建局 responsible", "县古城指挥部 responsible"],
            "11月底前",
        ),
        ("2", "新建车站一座。", ["县交通局 responsible"], "8月投入使用"),
        (None, "开通公交线路两条。", ["县交通局 responsible"], "10月底前"),
        ("3", "迁建档案馆。", ["县档案馆 responsible", "县代建中心 responsible"], "12月底前"),
    ]


def test_the_title_of_a_row_is_cut_between_phrases_and_not_within_quotation_marks() -> None:
    found = with_tables(
        "清单\n",
        [
            ["任务", "责任单位"],
            ["推行“一口受理、限时办结”，凡进大厅事项均由窗口收件、后台分送、统一出件。", "市审批局"],
        ],
    )
    assert [one.title for one in found.measures] == ["推行“一口受理、限时办结”"]


FORMS = [
    [
        [
            ["项目名称", "新建幼儿园三所"],
            ["建设内容", "新增学位九百个。"],
            ["责任单位", "市教育局"],
            ["责任人", "赵某某"],
            ["完成时限", "2025年8月底"],
        ],
    ],
    [
        [
            ["项目名称", "新建幼儿园三所", "建设内容", "新增学位九百个。"],
            ["责任单位", "市教育局", "完成时限", "2025年8月底"],
        ],
    ],
    [
        [
            ["新建幼儿园三所", "<"],
            ["工作内容", "新增学位九百个。"],
            ["责任单位", "市教育局"],
            ["时间节点", "2025年8月底"],
        ]
    ],
]


@pytest.mark.parametrize("grids", FORMS)
def test_a_table_that_is_a_form_holds_one_task(grids: list[list[list[str | None]]]) -> None:
    (one,) = with_tables("××市2025年方案\n", *grids).measures
    assert (one.title, one.text) == ("新建幼儿园三所", "新建幼儿园三所\n新增学位九百个。")
    assert units(one) == ["市教育局 responsible"]
    assert one.deadline is not None and one.deadline.due == "2025-08-31"


def test_forms_below_one_another_hold_a_task_each() -> None:
    grid: list[list[str | None]] = [
        ["任务一 新建幼儿园三所", "<"], ["牵头单位", "市教育局"], ["任务二 新建敬老院一所", "<"], ["牵头单位", "市民政局"],
    ]  # fmt: skip
    assert [(one.title, units(one)) for one in with_tables("××市方案\n", grid).measures] == [
        ("新建幼儿园三所", ["市教育局 lead"]),
        ("新建敬老院一所", ["市民政局 lead"]),
    ]


def test_the_task_of_a_form_may_stand_above_the_table() -> None:
    (one,) = with_tables(
        "××市2025年方案\n任务一：新建幼儿园三所\n", [["责任单位", "市教育局"], ["完成时限", "2025年8月"]]
    ).measures
    assert (one.label, one.text, units(one)) == ("任务一：", "新建幼儿园三所", ["市教育局 responsible"])


@pytest.mark.parametrize("mark", [" | ", "\t", "："])
def test_a_form_in_plain_text_is_one(mark: str) -> None:
    form = "任务{}：新建{}\n责任单位#{}\n配合单位#市财政局、市住建局\n完成时限#2025年8月底\n".replace("#", mark)
    found = read(
        "××市2025年方案\n" + form.format("一", "幼儿园三所", "市教育局") + form.format("二", "敬老院", "市民政局")
    )
    assert [(one.text, units(one), one.deadline and one.deadline.due) for one in found.measures] == [
        ("新建幼儿园三所", ["市教育局 responsible", "市财政局 support", "市住建局 support"], "2025-08-31"),
        ("新建敬老院", ["市民政局 responsible", "市财政局 support", "市住建局 support"], "2025-08-31"),
    ]


def test_cells_in_columns_of_blanks_may_run_over_lines() -> None:
    found = read(
        "××市2025年重点任务清单\n\n序号    重点任务              牵头单位        责任单位          完成时限\n"
        "1       疏浚河道，清除        市水利局        市财政局          6月底前招标，\n"
        "        淤泥20公里                            市生态环境局      12月底前完工\n"
        "2       扩建污水处理厂        市住建局        市发展改革委      2025年10月\n\n注：按月报送。\n"
    )
    assert [(one.label, one.text, units(one), one.deadline and one.deadline.due) for one in found.measures] == [
        (
            "1",
            "疏浚河道，清除淤泥20公里",
            ["市水利局 lead", "市财政局 responsible", "市生态环境局 responsible"],
            "2025-12-31",
        ),
        ("2", "扩建污水处理厂", ["市住建局 lead", "市发展改革委 responsible"], "2025-10-31"),
    ]
    for one in found.measures:
        for unit in one.responsible:
            assert unit.span is not None and found.text[slice(*unit.span)] == unit.name


def test_of_a_drawn_table_only_its_lines_may_be_left_between_the_cells() -> None:
    cells = [
        "序号",
        "工作任务",
        "负责部门",
        "时间进度",
        "1",
        "健全巡查制度",
        "市水利局、市林草局",
        "方案出台后3个月完成",
    ]
    cells += ["2", "整治河道", "市水利局,各县(区)政府、市直园区管委会", "2016—2018年底前"]
    found = read("××市任务分工表\n|\n" + "\n|\n".join(cells) + "\n|\n")
    assert [(one.label, one.text, [unit.name for unit in one.responsible]) for one in found.measures] == [
        ("1", "健全巡查制度", ["市水利局", "市林草局"]),
        ("2", "整治河道", ["市水利局", "各县(区)政府", "市直园区管委会"]),
    ]
    assert [one.deadline and (one.deadline.text, one.deadline.kind.value) for one in found.measures] == [
        ("方案出台后3个月完成", "relative"),
        ("2016—2018年底前", "span"),
    ]


def test_a_table_with_heads_of_its_own_does_not_go_on_with_those_above() -> None:
    found = with_tables(
        "××市工作方案\n",
        [["序号", "工作任务", "责任单位", "完成时限"], ["1", "建设数据集。", "市数据局", "2026年底"]],
        [["2", "设立基金。", "市财政局", "2027年底"]],
        [["序号", "企业名称", "总投资（亿元）", "区县"], ["1", "××机器人有限公司", "12.25", "城东区"]],
    )
    assert [(one.label, units(one)) for one in found.measures] == [
        ("1", ["市数据局 responsible"]),
        ("2", ["市财政局 responsible"]),
    ]


def test_a_cell_as_broad_as_the_row_is_a_heading_beside_a_number_too() -> None:
    found = with_tables(
        "××市任务清单\n",
        [
            ["序号", "任务", "内容", "责任单位"],
            ["一", "强化算力与数据基础", "<", "<"],
            ["1", "统筹算力", "建设算力中心。", "市发改委"],
            ["二", "优化生态", "<", "<"],
            ["1", "统计监测", "建立监测体系。", "市统计局"],
        ],
    )
    assert [(one.section, units(one)) for one in found.measures] == [
        ("强化算力与数据基础", ["市发改委 responsible"]),
        ("优化生态", ["市统计局 responsible"]),
    ]


def test_rows_numbered_as_chapters_that_name_nobody_head_those_with_digits() -> None:
    found = with_tables(
        "××县考核细则\n",
        [
            ["序号", "考核内容", "分值", "考核单位"],
            ["一、", "巩固成果", "31", None],
            ["1", "完善制度。", "5", "县河长办"],
            ["2", "督查督办。", "5", None],
            ["二、", "水岸联动", "20", None],
            ["3", "治理污水。", "5", "县城建局"],
        ],
    )
    assert [(one.section, one.label, [unit.name for unit in one.responsible]) for one in found.measures] == [
        ("巩固成果", "1", ["县河长办"]),
        ("巩固成果", "2", ["县河长办"]),
        ("水岸联动", "3", ["县城建局"]),
    ]


def test_a_column_of_numbers_that_point_to_items_is_no_task() -> None:
    found = with_tables(
        "细则清单\n",
        [
            ["章节", "对应任务", "细则名称", "牵头部门"],
            ["推动共享", "（一）", "授权方案", "省数据局"],
            ["^", "（二）", "归集方案", "省经信厅"],
        ],
    )
    assert [(one.label, one.section, one.text) for one in found.measures] == [
        ("（一）", "推动共享", "授权方案"),
        ("（二）", "推动共享", "归集方案"),
    ]


def test_a_row_that_no_pipe_closes_goes_on_below() -> None:
    found = read(
        "任务 内容 | 标准或要求 | 工作要求 | 责任单位 或牵头单位 | 协助 单位 | 完成 期限 |\n"
        "生 态 环 境 | 1、绿化扎实开展。 | 禁止开采山体。 | 市规划局 | 市国土资源局\n市林业局 | 2010年9月20日前 |\n"
        "2、建设防护绿地。 | 加强绿化带管护。 | 市规划局 市建设局 | 有关部门 | 2010年9月20日前 |\n"
    )
    assert [(one.label, one.section, squeezed(one.text), units(one), one.deadline and one.deadline.due) for one in found.measures] == [
        ("1、", "生态环境", "绿化扎实开展。禁止开采山体。",
         ["市规划局 responsible", "市国土资源局 support", "市林业局 support"], "2010-09-20"),
        ("2、", "生态环境", "建设防护绿地。加强绿化带管护。",
         ["市规划局 responsible", "市建设局 responsible", "有关部门 support"], "2010-09-20"),
    ]  # fmt: skip


def test_a_table_all_in_one_line_may_begin_behind_its_title() -> None:
    found = read(
        "2025年民生实事任务分解表 序号 民生实事 责任单位 完成时限 1 治理河道。 县水务局 县住建局 12月底前 "
        "2 新建2座人行天桥。 县住建局 9月投入使用 3 新建图书馆。 县文旅局 12月底前\n"
    )
    assert [(one.label, units(one)) for one in found.measures] == [
        ("1", ["县水务局 responsible", "县住建局 responsible"]),
        ("2", ["县住建局 responsible"]),
        ("3", ["县文旅局 responsible"]),
    ]


@pytest.mark.parametrize("mark", [" | ", "\t"])
def test_rows_of_a_page_that_goes_on_from_another_tell_what_they_hold(mark: str) -> None:
    rows = [
        ["12", "新建学校2所。", "市教育局", "市财政局、市住建局", "2025年12月"],
        ["13", "新建医院1所。", "市卫健委", "市财政局", "2025年10月"],
        ["14", "推广数字门牌，方便群众办事。", "市公安局", "各区政府", "长期坚持"],
    ]
    found = read("\n".join(mark.join(row) for row in rows) + "\n").measures
    assert [(one.label, units(one), one.deadline and one.deadline.text) for one in found] == [
        ("12", ["市教育局 responsible", "市财政局 responsible", "市住建局 responsible"], "2025年12月"),
        ("13", ["市卫健委 responsible", "市财政局 responsible"], "2025年10月"),
        ("14", ["市公安局 responsible", "各区政府 responsible"], "长期坚持"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ["1 | 关于推进节水的论文 | 市水利局 | 张三", "2 | 关于治理河道的论文 | 市水利局 | 李四"],
        ["1 | 城区河道治理先进单位 | 市水利局 | 2025年12月", "4 | 城区河道治理先进单位 | 市住建局 | 2025年12月"],
        ["2025 | 新建学校两所并投入使用 | 12 | 2025年12月", "2026 | 新建医院一所并投入使用 | 13 | 2025年12月"],
    ],
)
def test_rows_without_a_head_that_tell_no_task_are_none(rows: list[str]) -> None:
    assert all(not one.responsible for one in read("名单\n" + "\n".join(rows) + "\n").measures)


def test_how_long_a_project_is_built_is_its_limit() -> None:
    found = with_tables(
        "2024年重点项目清单\n",
        [
            ["序号", "项目名称", "建设内容", "建设年限", "总投资", "责任单位"],
            ["一、新开工项目", "<", "<", "<", "<", "<"],
            ["1", "××水库工程", "新建水库一座。", "2024-2025", "8500", "市水利局"],
            ["二、续建项目", "<", "<", "<", "<", "<"],
            ["2", "××大道改造工程", "改造道路5公里。", "2022.3—2024.10", "6000", "市住建局"],
        ],
    )
    assert [(one.section, one.deadline and one.deadline.due) for one in found.measures] == [
        ("一、新开工项目", "2025-12-31"),
        ("二、续建项目", "2024-10-31"),
    ]
