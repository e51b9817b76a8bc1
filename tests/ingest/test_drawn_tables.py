"""Tables drawn in plain text whose merged cells were lost, or came through as rows with fewer cells."""

import pytest

from ingest.tables import short_rows
from ingest.tables.columns import Column, Head
from tests.ingest.reading import read, squeezed, units

HEAD = "××市2025年重点任务清单\n\n"

# lines of a table, cells parted by | | what its rows give: label, section, task, units, last day
SHORT = [
    # 领域 spans two rows
    ("序号|领域|具体任务|责任单位|完成时限\n1|交通|新建道路30公里。|市交通局|2025年6月底前\n"
     "2|改造桥梁5座。|市交通局、市住建局|2025年12月底前\n3|教育|新建幼儿园3所。|市教育局|2025年9月底前",
     [("1", "交通", "新建道路30公里。", "市交通局", "2025-06-30"),
      ("2", "交通", "改造桥梁5座。", "市交通局 市住建局", "2025-12-31"),
      ("3", "教育", "新建幼儿园3所。", "市教育局", "2025-09-30")]),
    # the unit, then unit and limit
    ("序号|具体任务|责任单位|完成时限\n1|新建道路30公里。|市交通局|2025年6月底前\n2|改造桥梁5座。|2025年12月底前\n"
     "3|新建幼儿园3所。|市教育局|2025年9月底前\n4|改造教室20间。",
     [("1", None, "新建道路30公里。", "市交通局", "2025-06-30"), ("2", None, "改造桥梁5座。", "市交通局", "2025-12-31"),
      ("3", None, "新建幼儿园3所。", "市教育局", "2025-09-30"), ("4", None, "改造教室20间。", "市教育局", "2025-09-30")]),
    # number and task
    ("序号|任务|具体措施|责任单位|完成时限\n1|提升交通服务|新建道路30公里。|市交通局|2025年6月底前\n"
     "改造桥梁5座。|市住建局|2025年12月底前\n2|提升教育服务|新建幼儿园3所。|市教育局|2025年9月底前",
     [("1", "提升交通服务", "新建道路30公里。", "市交通局", "2025-06-30"),
      ("1", "提升交通服务", "改造桥梁5座。", "市住建局", "2025-12-31"),
      ("2", "提升教育服务", "新建幼儿园3所。", "市教育局", "2025-09-30")]),
]  # fmt: skip


@pytest.mark.parametrize("mark", ["|", "\t"], ids=["pipes", "tabs"])
@pytest.mark.parametrize(("table", "rows"), SHORT)
def test_what_a_row_lacks_is_merged_with_the_row_above(
    table: str, rows: list[tuple[str, str | None, str, str, str]], mark: str
) -> None:
    lines = [
        f"| {line.replace('|', ' | ')} |" if mark == "|" else line.replace("|", mark) for line in table.split("\n")
    ]
    found = read(HEAD + "\n".join(lines) + "\n")
    assert [
        (m.label, m.section, m.text, " ".join(u.name for u in m.responsible), m.deadline and m.deadline.due)
        for m in found.measures
    ] == rows


def pipes(*rows: str) -> str:
    return HEAD + "\n".join(f"| {row} |" for row in (rows[0], "---|" * rows[0].count("|") + "---", *rows[1:])) + "\n"


def test_cells_left_empty_at_the_beginning_of_a_row_are_those_above() -> None:
    found = read(
        pipes("序号 | 领域 | 具体任务 | 责任单位 | 时限", "1 | 交通 | 新建道路30公里。 | 市交通局 | 2025年6月",
              " | | 改造桥梁5座。 | | ", "2 | 教育 | 新建幼儿园。 | 市教育局 | 2025年9月", " | | 改造教室。 | 市财政局 | ")
    )  # fmt: skip
    assert [(m.section, m.text, units(m), m.deadline and m.deadline.due) for m in found.measures] == [
        ("交通", "新建道路30公里。", ["市交通局 responsible"], "2025-06-30"),
        ("交通", "改造桥梁5座。", ["市交通局 responsible"], "2025-06-30"),
        ("教育", "新建幼儿园。", ["市教育局 responsible"], "2025-09-30"),
        ("教育", "改造教室。", ["市财政局 responsible"], None),
    ]


@pytest.mark.parametrize("section", ["（二）教育", "（二）教育 | | ", "（二）教育 | （二）教育 | （二）教育"])
def test_a_cell_as_broad_as_the_table_is_what_the_rows_below_belong_to(section: str) -> None:
    found = read(pipes("序号 | 任务 | 责任单位", "1 | 修路。 | 市交通局", section, "2 | 建校。 | 市教育局"))
    assert [(m.label, m.section, units(m)) for m in found.measures] == [
        ("1", None, ["市交通局 responsible"]),
        ("2", "（二）教育", ["市教育局 responsible"]),
    ]
    found = read(
        HEAD + "序号\t任务\t责任单位\n1\t修路。\t市交通局\n（二）教育\n2\t建校。\t市教育局\n（三）说明\n另行通知。\n"
    )
    assert [(m.label, m.section) for m in found.measures] == [("1", None), ("2", "（二）教育")]


@pytest.mark.parametrize("heads", [
    ["序号 | 任务 | 责任分工 | | 时限", " | | 牵头单位 | 配合单位 | "],
    ["序号 | 任务 | 责任单位 | 时限", "牵头单位 | 配合单位"],
])  # fmt: skip
def test_a_second_row_of_the_head_says_which_units_lead(heads: list[str]) -> None:
    found = read(
        pipes(*heads, "1 | 修路。 | 市交通局 | 市住建局 | 2025年6月", "2 | 建校。 | 市教育局 | 市财政局 | 2025年9月")
    )
    assert [(m.label, units(m), m.deadline and m.deadline.due) for m in found.measures] == [
        ("1", ["市交通局 lead", "市住建局 support"], "2025-06-30"),
        ("2", ["市教育局 lead", "市财政局 support"], "2025-09-30"),
    ]


def test_marks_of_markdown_around_cells_are_none_of_them_and_a_cell_may_have_labels() -> None:
    found = read(
        pipes("**序号** | **任务** | **责任单位**", "**1** | **修路**<br>新建30公里。 | 牵头单位：市交通局<br>配合单位：市住建局、市财政局",
              "**2** | 建校。 | ^^")
    )  # fmt: skip
    assert [(m.label, squeezed(m.text), units(m)) for m in found.measures] == [
        ("1", "修路新建30公里。", ["市交通局 lead", "市住建局 support", "市财政局 support"]),
        ("2", "建校。", ["市交通局 lead", "市住建局 support", "市财政局 support"]),
    ]


# heads and cells, each a line of its own | what the rows give
FLAT = [
    ("序号 领域 具体任务 责任单位 完成时限 1 交通 新建道路30公里。 市交通局 2025年6月底前 2 改造桥梁5座。 市住建局 2025年12月底前 "
     "3 教育 新建幼儿园3所。 市教育局 2025年9月底前",
     ["1 交通 新建道路30公里。 市交通局 2025-06-30", "2 交通 改造桥梁5座。 市住建局 2025-12-31",
      "3 教育 新建幼儿园3所。 市教育局 2025-09-30"]),
    ("序号 具体任务 责任单位 完成时限 1 新建道路30公里。 市交通局 2025年6月底前 2 改造桥梁5座。 2025年12月底前 3 新建幼儿园。 市教育局 长期坚持",
     ["1 None 新建道路30公里。 市交通局 2025-06-30", "2 None 改造桥梁5座。 市交通局 2025-12-31", "3 None 新建幼儿园。 市教育局 None"]),
    ("序号 重点任务 具体措施 牵头单位 配合单位 完成时限 1 提升交通 新建道路30公里。 市交通局 市住建局 2025年6月底前 "
     "改造桥梁5座。 市住建局 市交通局 2025年12月底前 2 提升教育 新建幼儿园。 市教育局 市财政局 2025年9月底前",
     ["1 提升交通 新建道路30公里。 市交通局 市住建局 2025-06-30", "1 提升交通 改造桥梁5座。 市住建局 市交通局 2025-12-31",
      "2 提升教育 新建幼儿园。 市教育局 市财政局 2025-09-30"]),
    ("具体任务 责任单位 完成时限 新建道路30公里。 市交通局 2025年6月底前 改造桥梁5座。 市住建局 2025年12月底前 新建幼儿园3所 市教育局 2025年9月底前",
     ["None None 新建道路30公里。 市交通局 2025-06-30", "None None 改造桥梁5座。 市住建局 2025-12-31",
      "None None 新建幼儿园3所 市教育局 2025-09-30"]),
]  # fmt: skip
NOTICE = "××市人民政府关于印发任务分工方案的通知\n×政发〔2025〕3号\n\n"


def told(text: str) -> list[str]:
    return [
        " ".join(map(str, [m.label, m.section, squeezed(m.text), *(u.name for u in m.responsible), m.deadline and m.deadline.due]))
        for m in read(text).measures
    ]  # fmt: skip


@pytest.mark.parametrize(("cells", "rows"), FLAT)
def test_a_table_whose_tags_are_lost_may_have_merged_cells(cells: str, rows: list[str]) -> None:
    assert told(NOTICE + cells.replace(" ", "\n") + "\n\n分享到：\n") == rows


def test_a_table_may_stand_in_one_line_with_what_is_around_it() -> None:
    cells, rows = FLAT[0]
    assert told(NOTICE + cells + " 注：按月报送进展情况。\n") == rows


@pytest.mark.parametrize("head", ["序号 领域 ", ""])
def test_a_row_a_line_with_one_blank_between_cells_may_lack_merged_ones(head: str) -> None:
    number, area = ("1 交通 ", "2 ") if head else ("", "")
    table = f"{head}工作任务 责任单位 完成时限\n{number}新建道路。 市交通局 2025年6月底前\n{area}改造桥梁。 市住建局 2025年9月底前\n"
    label, section = ("1", "2"), "交通" if head else None
    assert told(NOTICE + table + "以上各项 按月 报送\n") == [
        f"{label[0] if head else None} {section} 新建道路。 市交通局 2025-06-30",
        f"{label[1] if head else None} {section} 改造桥梁。 市住建局 2025-09-30",
    ]


@pytest.mark.parametrize("rule", ["├──┼──────┼──────┤", "+--+------+------+", "|--|------|------|"])
def test_cells_of_a_table_with_lines_below_its_rows_may_run_over_lines(rule: str) -> None:
    mark = "│" if "─" in rule else "|"
    lines = [
        "序号/任务/责任单位",
        "",
        "1 /疏浚河道，/市水利局",
        "  /清淤20公里。/市财政局",
        "",
        "2 /建桥。/市交通局",
        "",
    ]
    text = "\n".join(mark + line.replace("/", mark) + mark if line else rule for line in lines)
    assert told(NOTICE + rule + "\n" + text + "\n") == [
        "1 None 疏浚河道，清淤20公里。 市水利局 市财政局 None",
        "2 None 建桥。 市交通局 None",
    ]


@pytest.mark.parametrize(
    "heads", ["部门 | 政策制定重点领域", "单位 | 主要职责", "成员单位 | 职责分工", "单位名称 | 工作任务"]
)
def test_a_column_called_no_more_than_department_answers_where_its_cells_name_bodies(heads: str) -> None:
    found = read(
        f"附件\n\n| {heads} | 备注 |\n| --- | --- | --- |\n| 宣传部（融媒体中心） | 把健康文化纳入文明创建规划。<br>加强宣传。 | |\n"
        "| 卫生健康局 | 加强健康教育，深化医药卫生体制改革。 | |\n| 工会、妇联等 | 动员职工和妇女参加健康场所创建活动。 | |\n"
    )
    assert [units(one) for one in found.measures] == [
        ["宣传部（融媒体中心） responsible"],
        ["卫生健康局 responsible"],
        ["工会 responsible", "妇联 responsible"],
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| 单位 | 任务数 | 完成数 |\n| --- | --- | --- |\n| 甲县 | 30 | 12 |\n| 乙县 | 40 | 22 |\n",
        "| 部门 | 联系人 | 电话 |\n| --- | --- | --- |\n| 市财政局 | 王五 | 12345678 |\n| 市教育局 | 赵六 | 12345678 |\n",
        "| 单位 | 存在事项 |\n| --- | --- |\n| 万元 | 财政支出的全部金额按年度列示 |\n| 公里 | 农村公路的里程按行政村列示 |\n",
    ],
)
def test_a_column_called_department_beside_no_deeds_gives_no_measure(table: str) -> None:
    assert read("附件\n\n" + table).measures == ()


def test_a_page_in_one_cell_is_text() -> None:
    found = read(
        "|     |\n| --- |\n| 关于开展市场整治的通知 |\n| 各有关部门：<br>为规范市场秩序，现通知如下：<br>一、整治重点<br>"
        "（一）非法运输整治。查处违法运输的行为。（责任单位：区交通运输局、市公安局东城分局）<br>"
        "（二）违规仓储整治。查处无证仓储的行为。（责任单位：区商务局）<br>二、时间安排<br>2025年6月至7月。 |\n"
    )
    assert found.notice.title == "关于开展市场整治的通知"
    assert [(one.label, units(one)) for one in found.measures] == [
        ("（一）", ["区交通运输局 responsible", "市公安局东城分局 responsible"]),
        ("（二）", ["区商务局 responsible"]),
    ]


def drawn(*rows: str) -> str:
    return HEAD + "".join(
        f"| {row} |\n" for row in (rows[0], " | ".join(["---"] * (rows[0].count("|") + 1)), *rows[1:])
    )


def test_rows_that_end_early_name_the_first_bodies() -> None:
    """Cells merged to the right are lost too: nothing of the row above goes on there."""
    found = read(
        drawn(
            "序号 | 重点任务 | 工作措施 | 完成时限 | 牵头部门 | 主责单位 | 协办单位",
            "一、建设美丽河湖",
            "1 | 连通水系 | 向河湖补水。 | 11月底前 | 区水务局 | 市排水集团",
            "保障河道流量。 | 11月底前 | 区水务局 | ——",
            "2 | 排查隐患 | 建立问题清单。 | 10月底前 | 区环保局 | 区水务局 | 各街镇",
            "开展水质监测。 | 10月底前 | 区水务局 | 各街镇<br>区城市管理委<br>环科集团",
            "3 | 巡查河道 | 清理河道垃圾。 | 10月底前 | 区环保局 | ——",
        )
    ).measures
    assert [units(one) for one in found] == [
        ["区水务局 lead", "市排水集团 responsible"],
        ["区水务局 lead"],
        ["区环保局 lead", "区水务局 responsible", "各街镇 support"],
        ["区水务局 lead", "各街镇 responsible", "区城市管理委 responsible", "环科集团 responsible"],
        ["区环保局 lead"],
    ]
    assert [one.label for one in found] == ["1", "1", "2", "2", "3"]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("长辛店街道<br>大红门街道<br>石榴庄街道", ["长辛店街道", "大红门街道", "石榴庄街道"]),
        ("各街镇<br>市排水集团第四分公司", ["各街镇", "市排水集团第四分公司"]),
        ("大红门街道<br>石榴庄街道", ["大红门街道", "石榴庄街道"]),
        ("市住房和城乡<br>建设局", ["市住房和城乡建设局"]),
        ("市农业农村和水<br>务局", ["市农业农村和水务局"]),
        ("高新区<br>管委会", ["高新区管委会"]),
    ],
)
def test_names_one_below_another_in_a_cell(cell: str, names: list[str]) -> None:
    found = read(drawn("任务 | 责任单位", f"新建道路30公里。 | {cell}", "新建学校3所。 | 市教育局")).measures
    assert [one.name for one in found[0].responsible] == names


@pytest.mark.parametrize("head", ["主要建设内容及规模", "建设规模和内容", "建设规模及主要建设内容", "工作任务及依据"])
def test_what_is_built_and_how_large_is_the_task(head: str) -> None:
    found = read(
        drawn(
            f"序号 | 项目名称 | {head} | 项目类别 | 牵头单位 | 项目业主",
            "1 | 东湖科研中心项目 | 总建筑面积约3万平方米，建设实验室 | 创新平台 | 市科技局 | 市城投集团",
            "2 | 西湖物流园项目 | 建设冷库及配套道路 | 商贸 | 各街镇 | 西湖物流公司",
        )
    ).measures
    assert [(one.section, one.title) for one in found] == [("创新平台", "东湖科研中心项目"), ("商贸", "西湖物流园项目")]
    assert squeezed(found[0].text) == "东湖科研中心项目总建筑面积约3万平方米，建设实验室"


def test_cells_that_repeat_the_one_above_are_what_rows_belong_to() -> None:
    found = read(
        drawn(
            "任务 | 举措 | 责任科室/单位",
            "减轻负担 | 健全作业管理机制 | 基教科",
            "减轻负担 | 明确作业总量 | 基教科",
            "规范培训 | 严格机构审批 | 市教育局",
        )
    ).measures
    assert [(one.section, one.title) for one in found] == [
        ("减轻负担", "健全作业管理机制"),
        ("减轻负担", "明确作业总量"),
        ("规范培训", "严格机构审批"),
    ]


def test_cells_that_fit_no_column_have_no_place() -> None:
    head = Head((Column.TIME, Column.AREA), (None, None), False)
    assert short_rows.columns_of(["建校"], head) is None
    assert short_rows.columns_of(["建校", "2024年6月"], head) is None


def test_a_column_of_places_says_where() -> None:
    table = (
        "| 序号 | 项目名称 | 建设地点 | 建设内容 | 责任单位 |\n|---|---|---|---|---|\n"
        "| 1 | 滨河公园建设项目 | 望江镇 | 新建步道3公里。 | 县住建局 |\n"
        "| 2 | 农村公路提升工程 | 相关镇（街道） | 建成投用石桥镇等2条道路。 | 县交通局 |\n"
    )
    first, second = read("洋县人民政府关于印发民生实事项目清单的通知\n洋政发〔2025〕8号\n\n" + table).measures
    assert [one.name for one in first.regions] == ["望江镇"]
    assert [one.name for one in second.regions] == ["石桥镇"]


# as programs lay a page out as text: a Chinese character is as broad as any
LAID_OUT = """××市重点项目清单

序号        项目名称   建设地点   主要建设     建设起止    责任单位
                        内容       年限
1         甲区生物   甲区     建设厂房     2022—   甲区政府、市
          热电项目          及附属设     2024    发展改革委
                        施。
2         乙区污水   乙区     改造设备     2022—   乙区政府
          处理厂改          及管网，     2025
- 1 -
\f    造工程         新建泵站
                3座。
3   丙区粮食   丙区   建设仓库。    2023      市粮食局
    物流园项
    目

抄送：市委各部门。
"""


def test_a_page_laid_out_as_text_keeps_its_columns_over_pages() -> None:
    found = read(LAID_OUT)
    assert [
        (one.label, squeezed(one.text), units(one), one.deadline and one.deadline.due) for one in found.measures
    ] == [
        (
            "1",
            "甲区生物热电项目建设厂房及附属设施。",
            ["甲区政府 responsible", "市发展改革委 responsible"],
            "2024-12-31",
        ),
        ("2", "乙区污水处理厂改造工程改造设备及管网，新建泵站3座。", ["乙区政府 responsible"], "2025-12-31"),
        ("3", "丙区粮食物流园项目建设仓库。", ["市粮食局 responsible"], "2023-12-31"),
    ]


def test_numbers_in_the_middle_of_their_rows_tell_which_lines_are_one_row() -> None:
    found = read(
        "××市2024年重点任务\n\n序号        任务名称                    工作内容                   责任单位         完成时限\n\n"
        "          远洋渔业提质        新建更新远洋渔船20艘，培育省级远      市海洋局、\n"
        "  1                                                                              2024年12月\n"
        "                             洋渔业龙头企业2家。                甲区政府\n"
        "          港口能级提升        开工建设泊位4个，集装箱吞吐量达      市港航局、\n"
        "  2                                                                              2024年11月\n"
        "                             到280万标箱。                    市发改委、乙区政府\n"
        "  3       海岛旅游            完成海上游线4条开发。              市文旅局        2024年9月\n\n××市人民政府\n"
    )
    assert [(squeezed(one.text), units(one), one.deadline and one.deadline.due) for one in found.measures] == [
        ("远洋渔业提质新建更新远洋渔船20艘，培育省级远洋渔业龙头企业2家。",
         ["市海洋局 responsible", "甲区政府 responsible"], "2024-12-31"),
        ("港口能级提升开工建设泊位4个，集装箱吞吐量达到280万标箱。",
         ["市港航局 responsible", "市发改委 responsible", "乙区政府 responsible"], "2024-11-30"),
        ("海岛旅游完成海上游线4条开发。", ["市文旅局 responsible"], "2024-09-30"),
    ]  # fmt: skip
