"""Clauses as careless hands print them: persons beside units, labels in odd brackets, marks mistaken, lines at the foot."""

import pytest

from tests.ingest.reading import read, squeezed, units

HEAD = (
    "××市人民政府关于印发××市2025年重点任务分工方案的通知\n×政发〔2025〕3号\n各县（市、区）人民政府：\n一、重点任务\n"
)


def told(text: str) -> list[str]:
    return [f"{m.label} {squeezed(m.text)} {' '.join(u.name + u.role.value[0] for u in m.responsible)}" for m in read(HEAD + text).measures]  # fmt: skip


# a clause with people in it | units with the first letters of their roles
PEOPLE = [
    ("（省劳动和社会保障厅秦玉德、省财政厅李文）", "省劳动和社会保障厅r 省财政厅r"),
    ("（责任领导：张三；责任单位：市水务局）", "市水务局r"),
    ("（责任单位：市水务局王建国，市财政局刘强）", "市水务局r 市财政局r"),
    ("（市水务局局长王建国负责）", "市水务局r"),
    ("（牵头领导：王建国副市长，责任单位：市水务局、市财政局）", "市水务局r 市财政局r"),
    ("（责任单位：市水务局（王建国）、市财政局（刘强、周平））", "市水务局r 市财政局r"),
    ("（王建国、刘强负责，市水务局落实）", "市水务局r"),
    ("（责任单位：市水务局 王建国 13800000000）", "市水务局r"),
    ("（责任单位：市教育局：赵刚；市水务局局长：吴用）", "市教育局r 市水务局r"),
    ("（责任单位：市委组织部、市政府办公室主任张立）", "市委组织部r 市政府办公室r"),
    # no person: a division, another name of the body, a firm, a place
    ("（责任单位：市财政局预算科、市市场监管局（市知识产权局）、江铜集团）", "市财政局预算科r 市市场监管局（市知识产权局）r 江铜集团r"),
    ("（省教育厅牵头，石家庄、唐山市人民政府配合）", "省教育厅l 石家庄s 唐山市人民政府s"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "who"), PEOPLE)
def test_people_beside_units_are_no_units(clause: str, who: str) -> None:
    assert told(f"1.加快推进项目建设，提升服务水平。{clause}\n") == [f"1. 加快推进项目建设，提升服务水平。 {who}"]


def test_people_in_cells_of_units_are_no_units() -> None:
    table = (
        "| 序号 | 任务 | 包联领导 | 责任单位及责任人 | 分管领导 |\n|---|---|---|---|---|\n| 1 | 新建道路。 | 张建国 | 市交通局 李明 | 王强 |\n"
        "| 2 | 改造桥梁。 | 刘强 | 市住建局：赵刚<br>市财政局：钱多 | 周平 |\n| 3 | 新建学校。 | 刘强 | 市教育局（吴用） | 周平 |\n"
    )
    assert told(table) == ["1 新建道路。 市交通局r", "2 改造桥梁。 市住建局r 市财政局r", "3 新建学校。 市教育局r"]


# an item as printed | its words and units
ITEMS = [
    ("（一）（市发展改革委）加快推进项目建设。", "（一） 加快推进项目建设。 市发展改革委r"),
    ("（一）（各县（市、区）政府）落实属地责任。", "（一） 落实属地责任。 各县（市、区）政府r"),
    ("1.（市教育局牵头，市财政局配合）新建幼儿园。", "1. 新建幼儿园。 市教育局l 市财政局s"),
    ("1.[责任单位]市发展改革委、市财政局\n加快推进项目建设。", "1. 加快推进项目建设。 市发展改革委r 市财政局r"),
    ("1.【牵头单位】市教育局【配合单位】市财政局\n新建幼儿园。", "1. 新建幼儿园。 市教育局l 市财政局s"),
    ("1.新建学校。【牵头单位】市教育局 【责任单位】市财政局、市住建局", "1. 新建学校。 市教育局l 市财政局r 市住建局r"),
    ("1.新建医院。[牵头单位]市卫生健康委 [配合单位]市财政局", "1. 新建医院。 市卫生健康委l 市财政局s"),
    ("1.新建道路。〖责任单位：市交通局〗", "1. 新建道路。 市交通局r"),
    ("1.新建道路。｛责任单位：市交通局｝", "1. 新建道路。 市交通局r"),
    ("（一）新建道路。责任单位（1）市交通局（2）市财政局（3）各区政府", "（一） 新建道路。 市交通局r 市财政局r 各区政府r"),
    ("（一）新建学校。责任单位：1.市教育局 2.市财政局 3.市住建局", "（一） 新建学校。 市教育局r 市财政局r 市住建局r"),
    ("（一）新建学校。牵头单位：①市教育局②市住建局 配合单位：①市财政局②市审计局",
     "（一） 新建学校。 市教育局l 市住建局l 市财政局s 市审计局s"),
    ("（一）责任单位：市交通局。新建道路，打通断头路。", "（一） 新建道路，打通断头路。 市交通局r"),
    ("一、（责任单位：市交通局）新建道路。", "一、 新建道路。 市交通局r"),
    ("★（一）新建道路。（责任单位：市交通局）", "（一） 新建道路。 市交通局r"),
    ("▲第一条 新建道路。（责任单位：市交通局）", "第一条 新建道路。 市交通局r"),
    # what is done, and who only watches or explains
    ("（一）新建学校，改造教室。市教育局负责指导监督。", "（一） 新建学校，改造教室。 市教育局g"),
    ("（一）新建学校。（责任单位：市教育局；督办单位：市委督查室）", "（一） 新建学校。 市教育局r 市委督查室g"),
    ("（一）新建学校。（责任单位：市教育局）本条由市财政局负责解释。", "（一） 新建学校。本条由市财政局负责解释。 市教育局r"),
]  # fmt: skip


@pytest.mark.parametrize(("item", "one"), ITEMS)
def test_an_item_names_its_units_before_or_behind_its_words(item: str, one: str) -> None:
    assert told(item + "\n") == [one]


# a clause misprinted
TYPOS = [
    "（责任单位;市交通局、市财政局）", "（责任单位。市交通局、市财政局）", "（责任单位、市交通局、市财政局）", "（责任单位，市交通局、市财政局",
    "（责任 单位：市交通局、市财政局）", "（责任单位：：市交通局、、市财政局）", "（（责任单位：市交通局、市财政局））", "（责任单位：市交通局、市财政局、）",
    "责任单位;市交通局，市财政局。", "责任单位：市交通局、市财政局）", "(責任單位:市交通局、市財政局]", "[责任单位：市交通局、市财政局）",
]  # fmt: skip


@pytest.mark.parametrize("clause", TYPOS)
def test_a_mark_mistaken_or_lost_leaves_a_clause_one(clause: str) -> None:
    (one,) = read(f"{HEAD}1.新建道路30公里。{clause}\n2.加强组织领导。\n").measures
    assert [unit.name.replace("財", "财") for unit in one.responsible] == ["市交通局", "市财政局"]


@pytest.mark.parametrize("clause", ["（责任单位：市交通局；完成时限;2025年6月底前）", "（责任单位:市交通局完成时限:2025年6月底前）",
                                    "（责任单位：市交通局 完成时限：2025年6月底前）", "（责任单位：市交通局，完成时限2025年6月底前）"])  # fmt: skip
def test_a_limit_is_one_though_the_mark_before_or_behind_its_label_is_mistaken(clause: str) -> None:
    (one,) = read(f"{HEAD}1.新建道路30公里。{clause}\n").measures
    assert units(one) == ["市交通局 responsible"]
    assert one.deadline is not None and one.deadline.due == "2025-06-30"


@pytest.mark.parametrize(
    "text", ["各责任单位、各配合单位要密切协作。", "明确责任单位，落实工作责任。", "各牵头单位、各县区要按月报送。"]
)
def test_a_label_before_words_that_are_no_units_is_prose(text: str) -> None:
    assert told(f"1.新建道路30公里，{text}\n2.新建桥梁。{text}\n") == []


def test_points_of_one_sentence_have_clauses_of_their_own() -> None:
    assert told(
        "二、优化环境。一是压减审批时限，由市数据局牵头，市司法局配合；二是清理收费，由市发改委牵头。\n"
        "三、引进人才。一是引进博士50名（市人社局）。二是建设公寓（市住建局、市人社局）。\n"
    ) == [
        "二、 优化环境。一是压减审批时限， 市数据局l 市司法局s",
        "None 二是清理收费， 市发改委l",
        "三、 引进人才。一是引进博士50名 市人社局r",
        "None 二是建设公寓 市住建局r 市人社局r",
    ]


FEET = [
    "主办：市政府办公室 督办：市政府督查室\n联系人：张三 联系电话：12345678\n",
    "抄送：市委各部门，市人大常委会办公室。\n××市人民政府办公室 2025年2月3日印发\n承办单位：市发改委 联系人：李四\n",
    "××市人民政府\n2025年2月1日\n主办：市政府办公室综合科 督办：市政府督查室\n校对：王五 共印200份\n",
    "主办单位：市政府办公室 校对：王五 打印：赵六\n",
]


@pytest.mark.parametrize("foot", FEET)
@pytest.mark.parametrize("clause", ["（责任单位：市教育局）", "由市教育局负责。"])
def test_who_made_or_printed_a_notice_has_no_task(clause: str, foot: str) -> None:
    (one,) = read(f"{HEAD}（一）新建幼儿园，改造教室。{clause}\n{foot}").measures
    assert (squeezed(one.text), units(one)) == ("新建幼儿园，改造教室。", ["市教育局 responsible"])


def test_lines_that_say_who_handles_an_item_are_clauses() -> None:
    assert told(
        "1.新建道路。\n主办：市交通局\n协办：市住建局\n2.新建桥梁。\n主办单位：市住建局 督办单位：市政府督查室\n"
    ) == [
        "1. 新建道路。 市交通局l 市住建局s",
        "2. 新建桥梁。 市住建局l 市政府督查室g",
    ]


def test_an_article_that_says_from_when_it_holds_is_no_task() -> None:
    assert told(
        "第一条 支持企业研发。（责任单位：市科技局）\n第二条 本措施自2025年3月1日起施行，有效期3年，由市财政局负责解释。\n"
    ) == ["第一条 支持企业研发。 市科技局r"]


def test_a_short_notice_may_stand_in_one_line() -> None:
    found = read(
        "包头市人民政府关于印发重点任务分工方案的通知 包府发〔2025〕3号 各县（市、区）人民政府： 一、加快项目建设。新建道路30公里。（责任单位：市交通局） "
        "二、优化营商环境。压减审批时限。（责任单位：市数据局；完成时限：2025年6月底前） 三、加强人才引进。引进博士50名。责任单位：市人社局 "
        "四、加强组织领导。各部门要高度重视。 包头市人民政府 2025年2月1日\n"
    )
    assert (found.notice.number, found.notice.dated) == ("包府发〔2025〕3号", "2025-02-01")
    assert [(m.label, squeezed(m.text), units(m)) for m in found.measures] == [
        ("一、", "加快项目建设。新建道路30公里。", ["市交通局 responsible"]),
        ("二、", "优化营商环境。压减审批时限。", ["市数据局 responsible"]),
        ("三、", "加强人才引进。引进博士50名。", ["市人社局 responsible"]),
    ]


def test_the_listed_called_by_one_word_are_no_body_beside_them() -> None:
    clause = "（责任单位：市交通委、市财政局；各责任单位按职责分工负责，下同）"
    assert told(f"1.更新车辆。{clause}\n") == ["1. 更新车辆。 市交通委r 市财政局r"]
    assert told("1.更新车辆。（市交通委牵头，各责任单位配合）\n") == ["1. 更新车辆。 市交通委l 各责任单位s"]


def test_a_bracket_of_what_holds_for_others_may_follow_that_of_the_names() -> None:
    found = read(
        HEAD
        + "（一）建设通道。加快建设铁路。〔省交通厅，有关州（市）人民政府〕〔以下分工均涉及有关州（市）人民政府，不再列出〕\n"
        "（二）完善路网。打通断头路。（省交通厅）\n"
    ).measures
    assert [units(one) for one in found] == [
        ["省交通厅 responsible", "有关州（市）人民政府 responsible"],
        ["省交通厅 responsible", "有关州（市）人民政府 responsible"],
    ]
    assert [unit.basis.value for unit in found[1].responsible] == ["stated", "default"]


@pytest.mark.parametrize(
    ("clause", "who"),
    [
        ("（市教育局牵头，分管副市长：王刚）", "市教育局l"),
        ("（市教育局；王刚副市长）", "市教育局r"),
        ("（5月底前，信息科牵头，基金监管科配合）", "信息科l 基金监管科s"),
        ("。责任警种：治安支队；配合警种：交警支队。", "治安支队r 交警支队s"),
        ("，具体由市教育局负责实施。", "市教育局r"),
        ("。本条由市教育局牵头，市财政局配合。", "市教育局l 市财政局s"),
        ("。（该条由市教育局牵头，市财政局配合）", "市教育局l 市财政局s"),
        ("。由市委宣传部统筹，市教育局、市财政局分别抓好落实。", "市委宣传部r 市教育局r 市财政局r"),
        ("（市教育局，各市、县〈区〉政府负责）", "市教育局r 各市、县〈区〉政府r"),
        ("\n责任科室/单位：市教育局", "市教育局r"),
        ("\n责任单位：市教育局\n市财政局\n市体育局、团市委\n时限：6月", "市教育局r 市财政局r 市体育局r 团市委r"),
        ("\n责任单位：市教育局\n市政府办公室\n2025年3月6日", "市教育局r"),
    ],
)
def test_more_ways_to_say_who(clause: str, who: str) -> None:
    assert told(f"1.改善办学条件{clause}\n") == [f"1. 改善办学条件{clause[0] if clause[0] in '，。' else ''} {who}"]
