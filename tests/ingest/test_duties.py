"""Duties told body by body: what each does stands behind its name, with a number before it or without."""

import pytest

from tests.ingest.reading import read, squeezed, units

HEAD = "××区商务局关于印发××区冷链市场整治方案的通知\n×商发〔2025〕3号\n各镇街，有关单位：\n"


def told(text: str) -> list[tuple[str, str]]:
    return [(" ".join(units(one)), squeezed(one.text)[:12]) for one in read(HEAD + text).measures]


@pytest.mark.parametrize("heading", ["三、责任分工", "（三）职责分工", "部门职责分工如下："])
def test_duties_without_numbers_stand_in_paragraphs_of_their_bodies(heading: str) -> None:
    text = (
        f"{heading}\n\n区商务局：负责整治专班的日常工作；汇总进度。\n\n区公安局、**区交通局**：负责查处非法运输，"
        "移送涉嫌犯罪的案件。\n\n区税务局：负责冷库经营企业的税收日常监管，开展冷链仓储、\n\n运输企业税收检查。\n\n"
        "各镇街、经开区管委会：负责辖区冷库的摸排。\n\n某某冷链有限公司及有关仓储企业：配合提供线索，负责自查自纠。\n\n"
        "四、工作要求\n\n区商务局：联系人王五。\n"
    )
    found = told(text)
    assert [who for who, _ in found] == [
        "区商务局 responsible",
        "区公安局 responsible 区交通局 responsible",
        "区税务局 responsible",
        "各镇街 responsible 经开区管委会 responsible",
        "某某冷链有限公司 responsible 有关仓储企业 responsible",
    ]
    assert "运输企业税收检查" in squeezed(read(HEAD + text).measures[2].text)


@pytest.mark.parametrize(
    "text",
    [
        "三、工作职责\n\n区商务局：12345678\n\n区公安局：87654321\n",  # telephones
        "三、成员单位\n\n区商务局、区公安局、区交通局。\n\n区税务局：李四\n",
        "三、职责分工\n\n问题导向：坚持从源头抓起，压实责任。\n\n结果导向：确保落实到位。\n",
    ],
)
def test_lists_of_bodies_that_do_nothing_are_no_duties(text: str) -> None:
    assert told(text) == []


def test_duties_may_tell_what_the_body_is_or_what_it_ought_to_do() -> None:
    found = told(
        "第九条 各级各部门按照职能分工推进冷链设施建设：\n"
        "（一）商务（粮食）部门作为冷链主管部门，统筹推进设施规划建设；\n"
        "（二）财政部门要落实配套资金，加强绩效管理；\n"
        "（三）交通运输部门负责冷藏车辆的通行保障；\n"
        "（四）其他有关部门分别负责各自行业内的冷链设施建设。\n"
    )
    assert [who for who, _ in found] == [
        "商务（粮食）部门 responsible",
        "财政部门 responsible",
        "交通运输部门 responsible",
        "其他有关部门 responsible",
    ]


@pytest.mark.parametrize(
    ("heading", "role"),
    [("{}", "responsible"), ("{}（3项）", "responsible"), ("{}牵头任务", "lead"), ("{}：", "responsible")],
)
@pytest.mark.parametrize("above", ["二、职责分工", "二、重点任务"])
def test_numbered_duties_stand_below_the_names_of_their_bodies(above: str, heading: str, role: str) -> None:
    text = f"{above}\n"
    for at, who in zip("一二三", ("市卫生健康委", "市教育局", "市体育局、团市委"), strict=True):
        text += f"（{at}）{heading.format(who)}\n1.牵头制定实施方案。\n2.组织全民健身活动。\n做好总结。\n"
    found = read(HEAD + text + "××市人民政府办公室\n2025年3月6日\n").measures
    assert [(one.label, squeezed(one.text)) for one in found] == [
        ("1.", "牵头制定实施方案。"),
        ("2.", "组织全民健身活动。做好总结。"),
    ] * 3
    assert units(found[1]) == [f"市卫生健康委 {role}"]
    assert units(found[5]) == [f"市体育局 {role}", f"团市委 {role}"]
    assert squeezed(found[5].section or "") == f"（三）{heading.format('市体育局、团市委')}".rstrip("：")


def test_duties_stand_below_lines_that_are_names() -> None:
    found = told(
        "三、部门责任\n区商务局\n承担日常工作，牵头开展监管。\n区公安局\n打击犯罪，落实衔接机制。\n区商务局\n2025年3月6日\n"
    )
    assert found == [
        ("区商务局 responsible", "区商务局承担日常工作，牵"),
        ("区公安局 responsible", "区公安局打击犯罪，落实衔"),
    ]


def test_a_numbered_name_may_have_its_duty_in_the_paragraphs_below() -> None:
    found = told(
        "四、职责分工\n(一)区商务局\n\n牵头协调本区工作落实。\n负责日常检查。\n\n(二)区公安局\n\n指导各项目落实要求，打击犯罪。\n五、组织保障\n加强领导。\n"
    )
    assert found == [
        ("区商务局 lead", "区商务局牵头协调本区工作"),
        ("区公安局 responsible", "区公安局指导各项目落实要"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "一、区商务局\n1.地址：人民路1号\n2.电话：12345678\n二、区公安局\n1.地址：人民路2号\n2.电话：12345678\n三、区教育局\n1.地址：人民路3号\n2.电话：12345678\n",
        "三、成员单位\n区商务局\n区公安局\n区教育局\n",
    ],
)
def test_names_with_no_duties_below_give_no_measure(text: str) -> None:
    assert told(text) == []


def test_most_of_a_list_of_duties_has_verbs_of_office_and_its_signature_is_none() -> None:
    found = told(
        "关于调整指挥部成员单位职责的通知\n成员单位职责：\n区应急局：组织全区救援，承担日常工作。\n区气象局：负责天气监测预报。\n"
        "区民政局：协调救灾物资，做好救助。\n驻区部队：担负抗洪抢险、营救群众任务。\n区公安局：保障抢险秩序。\n××区指挥部\n2025年3月6日\n"
    )
    assert [who for who, _ in found] == [
        f"{who} responsible" for who in ("区应急局", "区气象局", "区民政局", "驻区部队", "区公安局")
    ]


def test_a_body_may_have_points_among_others_that_have_a_sentence() -> None:
    found = told(
        "二、责任划分\n（一）市应急局：负责工贸行业的监管执法。\n（二）市交通局：负责运输安全，督促企业。\n"
        "（三）市住建局：\n1.负责施工安全监管；\n2.开展燃气排查，2025年12月底前完成。\n（四）市教育局：负责校园安全。\n"
    )
    assert found[2:4] == [
        ("市住建局 responsible", "负责施工安全监管；"),
        ("市住建局 responsible", "开展燃气排查，2025年"),
    ]
    assert len(found) == 5


@pytest.mark.parametrize("heading", ["（三）任务分工。", "三、职责分工："])
def test_duties_may_stand_in_the_paragraph_that_announces_them(heading: str) -> None:
    found = told(
        f"{heading}市发改委负责项目审批和监督检查；市财政局负责资金拨付；各县（市、区）人民政府负责项目实施。\n（四）保障。加强宣传。\n"
    )
    assert found == [
        ("市发改委 responsible", "市发改委负责项目审批和监"),
        ("市财政局 responsible", "市财政局负责资金拨付；"),
        ("各县（市、区）人民政府 responsible", "各县（市、区）人民政府负"),
    ]


def test_a_paragraph_on_duties_that_names_nobody_is_none() -> None:
    assert told("（三）任务分工。各单位要高度重视，按照分工抓好落实；加强协调配合，形成合力。\n") == []


def test_conditions_told_of_sorts_of_applicants_are_no_duties() -> None:
    text = (
        "某市招商办法\n（二）招商条件\n1.金融机构：提供营业执照、批文等相关资料。\n2.企业：提供营业执照、审计报告等相关资料。\n"
        "3.商会、行业协会：提供登记注册、年检合格等相关资料。\n"
    )
    assert not read(text).measures


SAID = (
    "区水务局负责河道日常巡查",
    "区城管局负责清理沿岸垃圾",
    "区公安分局加强涉水治安管理",
    "区农业农村局依据渔业法组织增殖放流",
    "海潭海事处对过往船舶开展航道检查",
    "供电部门要停止违建供电",
)
BODIES = ["区水务局", "区城管局", "区公安分局", "区农业农村局", "海潭海事处", "供电部门"]


@pytest.mark.parametrize(
    "text",
    [
        "二、成员单位工作职责\n" + "".join(f"（{n}）{said}。\n" for n, said in zip("一二三四五六", SAID, strict=True)),
        "各成员单位职责：\n" + "".join(f"{said}。\n" for said in SAID),
        "（三）部门职责。" + "；".join(SAID) + "。\n",
    ],
)
def test_beside_duties_told_outright_a_body_may_stand_before_any_deed(text: str) -> None:
    assert [who for who, _ in told(text + "三、工作要求\n各单位要加强配合。\n")] == [
        f"{who} responsible" for who in BODIES
    ]


@pytest.mark.parametrize(
    "text",
    [
        "二、明确职责\n（一）区水务局负责河道巡查。\n（二）提高认识，加强组织领导。\n（三）水务工作要统筹推进。\n",
        "二、成员单位职责\n区水务局负责河道巡查。\n河道沿岸强化巡查。\n清理垃圾，做好保洁。\n",
        "二、职责分工\n（一）区委组织部部长王某某。\n（二）区市场监督管理局局长李某某。\n",
    ],
)
def test_deeds_without_a_body_are_no_duties(text: str) -> None:
    assert told(text) == []


def test_duties_in_one_paragraph_below_their_heading_are_told_sentence_by_sentence() -> None:
    found = read(
        "××市人民政府关于加强烟花爆竹安全管理的意见\n各镇人民政府：\n一、提高认识\n安全事关群众。\n二、明确职责\n"
        "市应急局负责经营（批发、零售）许可；市公安局负责运输许可，查处非法运输行为；市供销社负责规范流通渠道。"
        "各镇人民政府负责日常巡查。\n××市人民政府\n2021年12月30日\n"
    )
    assert [(one.section, units(one)) for one in found.measures] == [
        ("二、明确职责", ["市应急局 responsible"]),
        ("二、明确职责", ["市公安局 responsible"]),
        ("二、明确职责", ["市供销社 responsible"]),
        ("二、明确职责", ["各镇人民政府 responsible"]),
    ]


def test_members_of_a_group_stand_below_who_leads_it() -> None:
    found = read(
        "××区关于成立筹备专班的通知\n各镇：\n（一）综合协调组\n牵头单位：区府办\n成员单位：区文旅局、区财政局\n"
        "主要职责：负责总体方案制定。\n（二）安全保障组\n牵头单位：区公安分局\n成员单位：萧王庙街道\n主要职责：负责现场秩序。\n"
    )
    assert [(squeezed(one.text), units(one)) for one in found.measures] == [
        ("综合协调组主要职责：负责总体方案制定。", ["区府办 lead", "区文旅局 responsible", "区财政局 responsible"]),
        ("安全保障组主要职责：负责现场秩序。", ["区公安分局 lead", "萧王庙街道 responsible"]),
    ]


def test_who_helps_stands_between_who_leads_and_the_deed() -> None:
    found = read(
        "专题会议纪要\n1.由市经信局牵头，市财政局、甲区政府配合，7月底前组织拟定企业搬迁补偿方案。\n"
        "2.市自然资源局要加快办理土地手续，8月底前完成供地。\n3.市生态环境局负责做好搬迁地块土壤污染调查。\n"
    )
    assert [units(one) for one in found.measures] == [
        ["市经信局 lead", "市财政局 support", "甲区政府 support"],
        ["市自然资源局 responsible"],
        ["市生态环境局 responsible"],
    ]
