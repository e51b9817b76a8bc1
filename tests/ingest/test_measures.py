"""Where measures begin and end, under every numbering; none of these notices exists."""

import pytest

from tests.ingest.reading import read, squeezed, units


def shape(text: str) -> list[tuple[str | None, str, list[str]]]:
    """Label, words, units of every measure."""
    return [(one.label, squeezed(one.text), units(one)) for one in read(text).measures]


def test_a_clause_closes_the_nearest_number() -> None:
    text = "一、重点任务\n（一）优化服务\n1.压减时限。（市税务局负责）\n2.推进联办。（市数据局负责）\n二、保障\n（一）加强领导。"
    assert shape(text) == [
        ("1.", "压减时限。", ["市税务局 responsible"]),
        ("2.", "推进联办。", ["市数据局 responsible"]),
    ]
    assert [one.section for one in read(text).measures] == ["（一）优化服务", "（一）优化服务"]


def test_a_clause_after_the_last_point_closes_the_item_above_where_no_point_has_its_own() -> None:
    text = "一、开拓市场。\n（一）组织参展。\n（二）给予补助。\n责任单位：市商务局\n二、优化通关。\n（一）压缩时间。\n（二）提前申报。\n责任单位：市口岸办"
    assert shape(text) == [
        ("一、", "开拓市场。（一）组织参展。（二）给予补助。", ["市商务局 responsible"]),
        ("二、", "优化通关。（一）压缩时间。（二）提前申报。", ["市口岸办 responsible"]),
    ]


def test_several_clauses_in_a_paragraph_close_a_measure_each() -> None:
    text = "三、鼓励就业。开发岗位（市人社局牵头，各县〔市、区〕人民政府配合）。发放补贴（市财政局牵头）。"
    assert shape(text) == [
        ("三、", "鼓励就业。开发岗位", ["市人社局 lead", "各县〔市、区〕人民政府 support"]),
        (None, "发放补贴", ["市财政局 lead"]),
    ]


def test_without_numbers_a_measure_is_its_paragraph() -> None:
    text = "××市工作方案\n为做好工作，制定本方案。\n加快项目建设，提升服务水平。（市发改委负责）\n优化营商环境，完善制度。（市司法局负责）"
    assert shape(text) == [
        (None, "加快项目建设，提升服务水平。", ["市发改委 responsible"]),
        (None, "优化营商环境，完善制度。", ["市司法局 responsible"]),
    ]


def test_lines_of_their_own_are_one_clause() -> None:
    text = "1．建立档案。依托平台建立档案。\n\n牵头单位：省发展改革委\n\n参与单位：省财政厅、省法院等有关部门\n\n完成时限：2019年7月底前，以后每年持续实施\n"
    (measure,) = read(text).measures
    assert units(measure) == ["省发展改革委 lead", "省财政厅 support", "省法院 support"]
    assert measure.deadline is not None
    assert (measure.deadline.text, measure.deadline.due) == ("2019年7月底前，以后每年持续实施", "2019-07-31")
    assert measure.text == "建立档案。依托平台建立档案。"


def test_a_clause_under_a_heading_owns_what_follows() -> None:
    text = (
        "（一）推进一件事（市数据局牵头）\n1.优化服务。\n2.推动共享。\n（二）提升便利度（市商务局牵头）。开展专项行动。"
    )
    assert shape(text) == [
        ("（一）", "推进一件事1.优化服务。2.推动共享。", ["市数据局 lead"]),
        ("（二）", "提升便利度开展专项行动。", ["市商务局 lead"]),
    ]


def test_a_heading_charged_above_items_with_clauses_of_their_own_is_no_measure() -> None:
    found = read(
        "（一）畅通物流（牵头单位：市商务局）\n1.建设枢纽。做好各项服务，加快建设物流枢纽，提\n升水平。（责任单位：市发改委）\n"
        "2.优化航线。（责任单位：市交通局、市商务局）\n（二）优化服务（牵头单位：市审批局）\n1.减少材料。\n2.缩短时间。（责任单位：市司法局）"
    ).measures
    assert [(one.label, units(one)) for one in found] == [
        ("1.", ["市发改委 responsible", "市商务局 lead"]),
        ("2.", ["市交通局 responsible", "市商务局 responsible"]),
        ("（二）", ["市审批局 lead"]),
        ("2.", ["市司法局 responsible"]),
    ]
    assert [unit.basis.value for unit in found[0].responsible] == ["stated", "default"]


def test_items_in_one_line_end_with_their_clauses() -> None:
    text = (
        "（一）抓好普查，按照（一）（二）类分别登记（市统计局牵头）。 （二）分类推进，建设示范点（含续建）、2处基地（市农业农村局负责）。\n"
        "1.建路（见附件1）。（责任单位：市交通局）2.建桥。（市水利局、市交通局）3.建坝。（责任单位：市水利局）"
    )
    assert shape(text) == [
        ("（一）", "抓好普查，按照（一）（二）类分别登记", ["市统计局 lead"]),
        ("（二）", "分类推进，建设示范点（含续建）、2处基地", ["市农业农村局 responsible"]),
        ("1.", "建路（见附件1）。", ["市交通局 responsible"]),
        ("2.", "建桥。", ["市水利局 responsible", "市交通局 responsible"]),
        ("3.", "建坝。", ["市水利局 responsible"]),
    ]


def test_a_sign_in_a_number_is_part_of_it() -> None:
    text = "（一）准入\n1*.推行一址多照。（市审批局负责）\n2.推行代办。（市数据局负责）"
    assert [(label, words) for label, words, _ in shape(text)] == [("1*.", "推行一址多照。"), ("2.", "推行代办。")]


def test_duties_stand_under_their_units() -> None:
    text = "二、工作职责\n（一）市工信局：落实企业创建要求。\n（二）市委文明办（创城办）：统筹协调全市工作。\n三、要求\n（一）加强领导。各部门要重视。"
    assert [(label, names) for label, _, names in shape(text)] == [
        ("（一）", ["市工信局 responsible"]),
        ("（二）", ["市委文明办（创城办） responsible"]),
    ]


def test_duties_may_be_sentences_that_begin_with_their_units() -> None:
    text = (
        "三、职责分工\n（一）市粮储局负责统筹协调，会同有关部门制定办法。\n（二）市财政局负责落实资金，加强监管。\n"
        "（三）各区人民政府负责本辖区内收储工作的组织实施。"
    )
    assert [(label, names) for label, _, names in shape(text)] == [
        ("（一）", ["市粮储局 responsible"]),
        ("（二）", ["市财政局 responsible"]),
        ("（三）", ["各区人民政府 responsible"]),
    ]


def test_items_that_all_begin_with_their_units_are_duties_under_any_heading() -> None:
    text = (
        "三、抽查事项\n（一）商务部门。检查企业是否取得营业执照，经营许可是否有效。\n（二）市场监督管理部门：现场抽检油品质量，检查计量器具。\n"
        "（三）气象部门：是否建立防雷制度，是否将防雷纳入应急预案。"
    )
    assert [(label, names) for label, _, names in shape(text)] == [
        ("（一）", ["商务部门 responsible"]),
        ("（二）", ["市场监督管理部门 responsible"]),
        ("（三）", ["气象部门 responsible"]),
    ]


def test_duties_may_say_who_leads_and_who_helps_whom() -> None:
    text = (
        "现将分工通知如下：\n一、由区规划局牵头，建立跨部门联席会议制度，协调解决问题。\n"
        "二、区农业局、林场配合区规划局对划定的保护区界线进行确认。\n三、各镇人民政府负责辖区相关工作的协调统筹，核对成果。"
    )
    assert [(label, names) for label, _, names in shape(text)] == [
        ("一、", ["区规划局 lead"]),
        ("二、", ["区农业局 support", "林场 support", "区规划局 responsible"]),
        ("三、", ["各镇人民政府 responsible"]),
    ]


def test_items_in_one_line_end_with_lists_that_nothing_closes() -> None:
    found = read(
        "关于印发若干措施的通知 各有关单位：现印发给你们，请认真组织实施。一、激发文旅市场活力（一）加大优惠力度。推出免票、半票等优惠政策。"
        "责任单位：区旅游文体局，区文旅集团（二）缓交保证金。旅行社可申请暂缓交纳保证金。责任单位：区旅游文体局、平潭银保监组（三）"
        "落实奖励政策。用好地接扶持政策。责任单位：区旅游文体局，区总工会、各合作社（四）推广公共品牌。打造区域品牌。责任单位：区文旅集团"
    )
    assert [(one.label, units(one)[-1]) for one in found.measures] == [
        ("（一）", "区文旅集团 responsible"),
        ("（二）", "平潭银保监组 responsible"),
        ("（三）", "各合作社 responsible"),
        ("（四）", "区文旅集团 responsible"),
    ]


def test_items_in_one_line_go_on_after_a_number_that_is_misprinted() -> None:
    text = (
        "为落实上级部署，制定本方案。一、强化保障1.强化财政支持。每年安排专项资金。(市财政局牵头)2.强化用地保障。优先安排指标。"
        "(市自然资源局牵头)3。强化生态帮扶。支持生态修复。(市林业局牵头)4.强化就业帮扶。开发公益岗位。(市人社局牵头)"
        "5.强化组织领导。建立工作专班。(市委组织部牵头)"
    )
    labels = [(one.label, [unit.name for unit in one.responsible]) for one in read(text).measures]
    assert labels[:2] == [("1.", ["市财政局"]), ("2.", ["市自然资源局"])]
    assert labels[-2:] == [("4.", ["市人社局"]), ("5.", ["市委组织部"])]


def test_duties_run_on_below_a_heading_in_one_line() -> None:
    rest = "，指导各学校开展交通安全宣传，签订文明交通责任状，在上下学时间播放交通安全注意事项，组织学生家长观看宣传片，督促门卫履行职责，确保学生上下学途中的交通安全，营造浓厚的整治氛围"
    text = (
        "一、工作目标全面改善学校周边交通秩序" + rest + "。二、工作内容1.区交通局负责打击非法营运行为" + rest
        + "；2.区教育局负责督促落实校园周边设施" + rest + "；3.各乡镇负责组织辖区内的整治工作" + rest + "。三、工作要求1.各单位要加大宣传力度" + rest + "。"
    )  # fmt: skip
    assert [(label, names) for label, _, names in shape(text) if names] == [
        ("1.", ["区交通局 responsible"]),
        ("2.", ["区教育局 responsible"]),
        ("3.", ["各乡镇 responsible"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "三、工作机构\n（一）设立领导小组办公室。办公室设在市水利局，负责日常工作。\n（二）成立工作专班。负责项目推进的协调工作。\n（三）组建专家委员会。负责提供咨询意见。",
        "五、组织领导\n（一）市水利局负责统筹协调工作，定期调度进展。\n（二）市财政局负责落实资金，加强监管。\n（三）各区人民政府负责本辖区的组织实施。",
        "一、基本情况\n（一）市水利局：张三、李四、王五、赵六、孙七、周八。\n（二）市财政局：吴九、郑十、冯一、陈二、褚三。\n（三）市交通局：卫四、蒋五、沈六、韩七。",
    ],
)  # fmt: skip
def test_lists_of_bodies_that_say_no_duty_are_no_measures(text: str) -> None:
    assert shape(text) == []


def test_sentences_about_units_outside_a_list_of_duties_are_no_measures() -> None:
    text = "一、工作要求\n（一）市粮储局负责统筹协调，会同有关部门制定办法。\n（二）市财政局负责落实资金，加强监管。"
    assert shape(text) == []


def test_plans_in_one_file_number_anew() -> None:
    text = "附件1\n甲方案\n1.建路。（市交通局负责）\n附件2\n乙方案\n1.建校。（市教育局负责）"
    assert [(label, words) for label, words, _ in shape(text)] == [("1.", "建路。"), ("1.", "建校。")]


def test_the_first_of_a_list_leads_from_where_it_is_said() -> None:
    text = (
        "（一）甲任务。（责任单位：市司法局、市公安局）\n（二）乙任务。（责任单位：市工信局、市数据局。列第一位的为牵头单位，下同）\n"
        "（三）丙任务。（责任单位：市教育局）\n（四）丁任务。（市医保局牵头，市卫健委按职责分工负责）"
    )
    assert [names for _, _, names in shape(text)] == [
        ["市司法局 responsible", "市公安局 responsible"],
        ["市工信局 lead", "市数据局 support"],
        ["市教育局 lead"],
        ["市医保局 lead", "市卫健委 responsible"],
    ]
    assert [one.responsible[0].basis.value for one in read(text).measures][1:] == [
        "first-listed",
        "first-listed",
        "stated",
    ]


def test_the_first_leads_everywhere_where_a_note_says_so() -> None:
    text = "（一）甲任务。（责任单位：市司法局、市公安局）\n注：责任单位中列第一位的为牵头单位。"
    assert [names for _, _, names in shape(text)] == [["市司法局 lead", "市公安局 support"]]


def test_units_said_once_for_all_take_part_in_all() -> None:
    text = "（一）甲任务。（市工信局负责。以下均需各区政府落实，不再列出）\n（二）乙任务。（市数据局负责）"
    last = read(text).measures[1].responsible[-1]
    assert (last.name, last.basis.value, last.span, last.order) == ("各区政府", "default", None, 2)


def test_a_task_without_a_unit_among_others_is_kept_and_told() -> None:
    text = "一、重点任务\n1.抓好粮食生产，稳定播种面积。（县农业农村局负责）\n2.推进后续扶持，加强产业就业帮扶。\n3.强化资产管理。（县财政局负责）"
    found = read(text)
    assert [(one.label, bool(one.responsible)) for one in found.measures] == [("1.", True), ("2.", False), ("3.", True)]
    assert ("no-unit", found.measures[1].span) in [(warning.code, warning.span) for warning in found.warnings]


def test_headings_without_a_task_are_no_measures() -> None:
    text = "一、总体要求\n坚持稳中求进工作总基调，全面贯彻新发展理念。\n二、加强稳岗支持，稳定就业形势。（市人社局负责）\n三、促进就业创业。（市人社局负责）\n四、优化服务。（市数据局负责）\n五、组织保障\n各部门要高度重视，切实加强领导。"
    assert [one.label for one in read(text).measures] == ["二、", "三、", "四、"]


def test_a_bracket_that_is_never_closed_is_told() -> None:
    found = read("一、加强稳岗支持。（责任单位：市人社局、市财政局\n二、促进创业。（责任单位：市人社局）")
    assert units(found.measures[0]) == ["市人社局 responsible", "市财政局 responsible"]
    assert "open-bracket" in [warning.code for warning in found.warnings]


def test_what_is_unsure_stays_as_printed_and_is_told_once() -> None:
    found = read("包头市人民政府关于做好工作的通知\n一、甲任务。（市某某局负责）\n二、乙任务。（市某某局负责）")
    assert found.measures[0].responsible[0].resolved == "市某某局"
    assert [warning.code for warning in found.warnings].count("unknown-unit") == 1


def test_titles_are_headings_or_leading_clauses() -> None:
    text = "（一）打造1小时铁路经济圈，公交化、常态化运营四市城际动车组，提升既有线路开行效率。（市发改委负责）\n（二）优化服务。提升水平。（市数据局负责）"
    assert [one.title for one in read(text).measures] == ["打造1小时铁路经济圈", "优化服务"]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("参加自治区推动一体化发展各专项工作组牵头单位每年度召开的专项工作组会议,配合制定要点。", "参加自治区推动一体化发展各专项工作组牵头单位每年度召开的专项工作组会议"),
        ("发展大数据装备制造、云计算、数据应用、软件设计研发、芯片制造等产业。", "发展大数据装备制造、云计算、数据应用、软件设计研发、芯片制造等产业"),
        ("推进供水、供热、燃气、排水、照明、桥梁、综合管廊、垃圾处理、停车、充电、通信、消防等设施改造提升工程建设。", "推进供水、供热、燃气、排水、照明、桥梁、综合管廊、垃圾处理…"),
        ("全面推进城市建成区内建成年代较早且失养失修失管的住宅小区配套设施以及公共服务设施改造提升工程。", "全面推进城市建成区内建成年代较早且失养失修失管的…"),
    ],
)  # fmt: skip
def test_a_title_ends_with_a_phrase_or_says_that_more_follows(words: str, title: str) -> None:
    assert read(f"一、任务\n（一）{words}（责任单位：市工信局）").measures[0].title == title


SHAPES = [
    # an item beside a heading with items under it owns its clause, and the heading owns none
    (
        "一、重点任务\n（一）优化布局\n1．建设园区。（市发改委负责）\n（二）加强保障。培养工人。（市人社局负责）",
        [("1.", "建设园区。"), ("（二）", "加强保障。培养工人。")],
    ),
    (
        "一、重点任务\n1.加快建设园区，完善配套设施和服务。\n2.培养工人。（市人社局负责）",
        [("1.", "加快建设园区，完善配套设施和服务。"), ("2.", "培养工人。")],
    ),
    (
        "二、推进联治\n3.治理河湖水环境，消除黑臭水体，改善水质。\n4.治土。（省农业农村厅负责）",
        [("3.", "治理河湖水环境，消除黑臭水体，改善水质。"), ("4.", "治土。")],
    ),
    # numbers before figures
    (
        "一、任务\n1.2022年底前，修订条例。（市司法局负责）\n2.2023年6月底前建成平台。（市数据局负责）\n3.5月底前完成验收。（市住建局负责）",
        [("1.", "2022年底前，修订条例。"), ("2.", "2023年6月底前建成平台。"), ("3.", "5月底前完成验收。")],
    ),
    (
        "一、任务\n1．新建基站。（市工信局负责）\n2．100%整改到位。（市城管局负责）\n3．5G基站全覆盖。（市工信局负责）\n4．12345热线提质。（市数据局负责）",
        [("1.", "新建基站。"), ("2.", "100%整改到位。"), ("3.", "5G基站全覆盖。"), ("4.", "12345热线提质。")],
    ),
    (
        "一、任务\n（一）投入资金\n3.5亿元用于建设，其余自筹。（市财政局负责）\n（二）压减用地\n1.2万亩。（市自然资源局负责）",
        [("（一）", "投入资金3.5亿元用于建设，其余自筹。"), ("（二）", "压减用地1.2万亩。")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shapes"), SHAPES)
def test_items_end_where_the_next_begins(text: str, shapes: list[tuple[str | None, str]]) -> None:
    assert [(label, words) for label, words, _ in shape(text)] == shapes


def test_a_year_after_a_number_is_the_year_of_the_limit() -> None:
    text = "一、任务\n1.2022年底前，修订条例。（市司法局负责）\n2.2025年6月底前建成平台。（市数据局负责）"
    assert [one.deadline and one.deadline.due for one in read(text).measures] == ["2022-12-31", "2025-06-30"]


PAGES = [
    "（一）加快建设数据平台，推动政务数据资源共享开放，完善治理体系，提升数据服务保障能力和\n3\n水平。（牵头单位：市住建局；配合单位：各市（地）人民政府、市财政局）\n（二）甲。（市民政局负责）",
    "（一）推进供暖，持续推进。（牵头单位：市住建局；配合单位：各市（地）人\n1\n民政府、市财政局）\n（二）甲。（市民政局负责）",
    "（一）推进供暖，持续推进。（牵头单位：市住建局；配合单位：各市（地）人\f2\n\n民政府、市财政局）\n（二）甲。（市民政局负责）",
]  # fmt: skip


@pytest.mark.parametrize("text", PAGES)
def test_a_page_number_within_a_clause_is_no_part_of_it(text: str) -> None:
    first = read(text).measures[0]
    assert units(first) == ["市住建局 lead", "各市（地）人民政府 support", "市财政局 support"]


TITLES = [
    ("（一）问题：办证难\n整改任务：全面摸排厂房。（市住建局负责）", "办证难"),
    ("（一）工作目标。巩固清零成果，完成腾退地块土壤状况调查，消除各类环境风险隐患，建立长效管理机制。（市住建局负责）", "巩固清零成果"),
    ("1.2022年底前，修订出台新版市场准入负面清单，健全市场准入负面清单管理及动态调整机制，完善审批机制。（市司法局负责）", "2022年底前，修订出台新版市场准入负面清单"),
    ("1.\n＋\n一是构建文化遗产数字化保护体系。整合数据资源。（市文旅局负责）", "一是构建文化遗产数字化保护体系"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_title_says_what_is_done_not_what_the_line_is_called(text: str, title: str) -> None:
    assert [one.title for one in read(text).measures] == [title]


def test_persons_and_announcing_lines_are_no_text_of_the_measure() -> None:
    text = (
        "一、深化改革。\n具体举措：\n支持新区先行开展试点。（市审改办负责）\n"
        "二、办证难\n整改任务：全面摸排厂房。\n牵头领导：王某某\n分管领导：李某（副市长）\n牵头单位：市住建局\n完成时限：12月底前"
    )
    assert shape(text) == [
        ("一、", "深化改革。支持新区先行开展试点。", ["市审改办 responsible"]),
        ("二、", "办证难整改任务：全面摸排厂房。", ["市住建局 lead"]),
    ]


def test_a_limit_below_other_lines_with_labels_is_that_of_the_clause_above() -> None:
    text = (
        "一、对生态保护长期性认识不足，治理用力不够，问题反复出现，群众反映强烈，有关单位没有形成工作合力。有的地方敷衍应对，虚报进展。\n"
        "责任单位：市发改委\n验收单位：市政府督查室\n整改目标：提高认识，推动转型。形成长效机制。\n整改时限：长期坚持\n"
        "二、排污。有的地方对群众投诉重视不够，办理不及时，整改不彻底，治理设施长期闲置，监管责任没有落实到位。\n责任单位：市住建局\n有关情况另行报告。\n整改时限：2024年底\n"
    )
    found = read(text).measures
    assert [(units(one), one.deadline and one.deadline.text) for one in found] == [
        (["市发改委 responsible"], "长期坚持"),
        (["市住建局 responsible"], None),
    ]


def test_names_in_short_lines_or_set_apart_by_blanks_are_units() -> None:
    text = "一、开展创建，达标率90%以上。区信访局 区委政法委 各镇（街道）\n二、推进联办。（区发改委\n区工信局）"
    assert [names for _, _, names in shape(text)] == [
        ["区信访局 responsible", "区委政法委 responsible", "各镇（街道） responsible"],
        ["区发改委 responsible", "区工信局 responsible"],
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "以上两项由市农业农村局牵头，市水利局配合。",
        "（以上2项工作由市农业农村局牵头，市水利局配合）",
        "以上两项牵头单位：市农业农村局；配合单位：市水利局",
        "（上述各项牵头单位：市农业农村局；配合单位：市水利局）",
        "（第（二）至（三）项由市农业农村局牵头，市水利局配合）",
        "（2—3项由市农业农村局牵头，市水利局配合）",
    ],
)
def test_a_clause_may_close_several_items(clause: str) -> None:
    text = (
        "二、措施\n（一）稳定面积。落实耕地保护责任。（市自然资源局负责）\n（二）提高单产。建设高产示范片，6月底前完成。\n"
        f"（三）防灾减灾。健全监测预警体系。\n{clause}\n（四）强化收储。落实储备规模。\n此项工作由市粮储局负责。\n"
    )
    found = read(text).measures
    assert [(one.label, " ".join(units(one))) for one in found] == [
        ("（一）", "市自然资源局 responsible"),
        ("（二）", "市农业农村局 lead 市水利局 support"),
        ("（三）", "市农业农村局 lead 市水利局 support"),
        ("（四）", "市粮储局 responsible"),
    ]
    assert [squeezed(one.text) for one in found][1:3] == [
        "提高单产。建设高产示范片，6月底前完成。",
        "防灾减灾。健全监测预警体系。",
    ]
    assert [one.deadline is not None for one in found] == [False, True, False, False]


def test_points_that_a_clause_counts_are_measures_and_not_what_they_stand_under() -> None:
    text = "二、措施\n（一）规范价格\n1.开展价格巡查。\n2.公示收费目录。\n（以上两项由市市场监管局牵头）\n（二）整治广告\n1.清理广告。\n2.开展监测。\n（市委网信办牵头）\n"
    found = read(text).measures
    assert [(one.label, squeezed(one.title)) for one in found][:2] == [("1.", "开展价格巡查"), ("2.", "公示收费目录")]


def test_a_task_may_be_numbered_by_a_word_for_its_kind() -> None:
    text = "改革任务1：推行“拿地即开工”\n改革举措：优化审批。\n牵头单位：市住建局\n完成时间：2023年12月\n\n改革任务2：推行联合报装\n改革举措：设立窗口。\n牵头单位：市审批局\n"
    assert [(one.label, units(one)) for one in read(text).measures] == [
        ("改革任务1：", ["市住建局 lead"]),
        ("改革任务2：", ["市审批局 lead"]),
    ]


def test_how_a_form_is_filled_in_and_where_one_goes_name_nobody() -> None:
    text = (
        "填写说明\n1.承担单位：应使用全称，各处的名称应一致。\n2.现场办理（到户籍所在地公共服务机构办理）登记手续。\n"
        "3.鼓励社会资本按市场化原则设立产业投资基金，推进实施。\n"
    )
    assert not [unit.name for one in read(text).measures for unit in one.responsible]


def test_a_bracket_that_tells_which_body_is_meant_is_no_clause() -> None:
    text = (
        "某省管理办法\n一、设立企业，报商务部备案（商务部和省级人民政府，以下统称审批机关）。\n"
        "二、材料逐级报送主管部门（集团公司、有关部门）。\n三、主管机关（或者会同监察机关）可以提请审计。\n"
    )
    assert not read(text).measures


# items whose points run together | their labels, sections, words and units
POINTS = [
    ("（四）强化保障（1）加大投入。市财政局统筹安排资金。（责任单位：市财政局）（2）加强队伍。（责任单位：市人社局）",
     [("（1）", "（四）强化保障", "加大投入。市财政局统筹安排资金。", ["市财政局 responsible"]),
      ("（2）", "（四）强化保障", "加强队伍。", ["市人社局 responsible"])]),
    ("（四）强化保障。（1）加大投入。（市财政局负责）（2）加强队伍。（市人社局牵头，市财政局配合）",
     [("（1）", "（四）强化保障", "加大投入。", ["市财政局 responsible"]),
      ("（2）", "（四）强化保障", "加强队伍。", ["市人社局 lead", "市财政局 support"])]),
    ("（四）优化环境。①推进一网通办。责任单位：市数据局②压减审批时限。责任单位：市审批局",
     [("①", "（四）优化环境", "推进一网通办。", ["市数据局 responsible"]),
      ("②", "（四）优化环境", "压减审批时限。", ["市审批局 responsible"])]),
]  # fmt: skip


@pytest.mark.parametrize(("item", "points"), POINTS)
def test_points_that_run_together_behind_their_clauses_are_measures(item: str, points: list[object]) -> None:
    found = read(f"××市关于重点工作分工的通知\n各县人民政府：\n{item}\n").measures
    assert [(one.label, one.section, squeezed(one.text), units(one)) for one in found] == points


def test_a_heading_charged_with_a_unit_ends_where_the_first_heading_below_it_begins() -> None:
    found = read(
        "××市关于重点工作分工的通知\n各县人民政府：\n一、重点任务（市发改委牵头）\n（一）加快建设。\n1.新建道路。（市交通局负责）\n2.新建学校。（市教育局负责）\n"
    ).measures
    assert [(one.label, squeezed(one.text), units(one)) for one in found] == [
        ("1.", "新建道路。", ["市交通局 responsible", "市发改委 lead"]),
        ("2.", "新建学校。", ["市教育局 responsible", "市发改委 lead"]),
    ]
