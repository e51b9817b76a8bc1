"""Task tables: of a document, and printed one cell a line."""
# ruff: noqa: E501 (an example is a line)

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
