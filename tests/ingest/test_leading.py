"""Sentences that tell who first, and then the deed."""

import pytest

from tests.ingest.reading import read, squeezed, units

HEAD = "××市人民政府关于分解2025年重点项目责任的通知\n×政发〔2025〕3号\n各县（市、区）人民政府：\n"

# an item | its words | its units
ITEMS = [
    ("1、在新区设立改革试验区事宜\n由王建国副市长负责,市发改委牵头,相关部门配合,尽快完成实施方案。",
     "在新区设立改革试验区事宜尽快完成实施方案。", ["市发改委 lead", "相关部门 support"]),
    ("1、地铁二号线项目由李强副市长负责，市住建局牵头，市发改委配合，按照要求修改方案。",
     "地铁二号线项目按照要求修改方案。", ["市住建局 lead", "市发改委 support"]),
    ("1.县城管局牵头，各乡镇配合，新建公厕5座，改造12座。", "新建公厕5座，改造12座。", ["县城管局 lead", "各乡镇 support"]),
    ("1.新建公厕。县城管局牵头，各乡镇配合，新建公厕5座。", "新建公厕。新建公厕5座。", ["县城管局 lead", "各乡镇 support"]),
    ("1.县交通局牵头，县财政局、县公安局配合，8月底前新修道路20公里。", "8月底前新修道路20公里。",
     ["县交通局 lead", "县财政局 support", "县公安局 support"]),
    ("1.污水处理厂项目由市住建局牵头，市发改委配合。", "污水处理厂项目", ["市住建局 lead", "市发改委 support"]),
    ("1.由县教育局牵头负责，县财政局、县发改局按职责分工负责，新建幼儿园2所。", "新建幼儿园2所。",
     ["县教育局 lead", "县财政局 responsible", "县发改局 responsible"]),
    ("1.县卫健局负责，县财政局配合，改造卫生院3所。", "改造卫生院3所。", ["县卫健局 responsible", "县财政局 support"]),
    ("1.农贸市场改造。县商务局牵头，各乡镇（街道）配合。改造市场4个，完善设施。",
     "农贸市场改造。改造市场4个，完善设施。", ["县商务局 lead", "各乡镇（街道） support"]),
    ("1.建设停车位500个，由县住建局牵头组织实施，县公安局、县城管局积极配合做好管理工作。", "建设停车位500个，",
     ["县住建局 lead", "县公安局 support", "县城管局 support"]),
    ("一、关于扩建。由市生态环境局牵头，会同市发改委、市财政局，于6月15日前完成评审。", "关于扩建。于6月15日前完成评审。",
     ["市生态环境局 lead", "市发改委 support", "市财政局 support"]),
    ("1.办好苹果展销会。此项工作市农业农村局为牵头单位，市商务局为配合单位，年底前完成。", "办好苹果展销会。",
     ["市农业农村局 lead", "市商务局 support"]),
    ("1.新建气调库10座。由市商务局为牵头单位，市供销社、各区县政府为责任单位。", "新建气调库10座。",
     ["市商务局 lead", "市供销社 responsible", "各区县政府 responsible"]),
    # another clause charges the item
    ("1.建立联席会议。由市发改委牵头，市财政局参加，定期研究问题。（责任单位：市发改委、市审计局）",
     "建立联席会议。由市发改委牵头，市财政局参加，定期研究问题。", ["市发改委 responsible", "市审计局 responsible"]),
]  # fmt: skip


@pytest.mark.parametrize(("item", "words", "who"), ITEMS)
def test_who_may_be_told_before_the_deed(item: str, words: str, who: list[str]) -> None:
    [one] = read(HEAD + item + "\n").measures
    assert (squeezed(one.text), units(one)) == (words, who)


# what tells how bodies work together, not who is to do something
PROSE = [
    "1.市发改委牵头，各县配合。",
    "由市发改委牵头，相关部门配合，研究提出了三项建议，取得明显成效。",
    "第一条 为了加强管理，由城管部门牵头，有关部门配合，建立执法机制。",
    "1.县水务局牵头，新建水厂1座。",
    "（一）加强组织领导。市发改委牵头，相关部门配合。各县要高度重视，细化措施。",
    "1.申报名单。由市发改委、市工信局统一申请列入全国性名单。\n2.审核。由市审计局会同市财政局审核名单。",
    "1.企业牵头，高校和科研院所参与，共同建设创新联合体。",
]


@pytest.mark.parametrize("prose", PROSE)
def test_prose_of_who_works_with_whom_charges_nobody(prose: str) -> None:
    assert read(HEAD + prose + "\n").measures == ()


def test_where_others_name_who_helps_one_may_be_told_alone() -> None:
    found = read(
        HEAD
        + "1.县城管局牵头，各乡镇配合，新建公厕5座。\n2.县水务局牵头，新建水厂1座。\n3.县卫健局负责，县财政局配合，改造卫生院3所。\n"
    )
    assert [(one.label, units(one)) for one in found.measures] == [
        ("1.", ["县城管局 lead", "各乡镇 support"]),
        ("2.", ["县水务局 lead"]),
        ("3.", ["县卫健局 responsible", "县财政局 support"]),
    ]


def test_beside_others_who_is_to_do_a_thing_may_be_told_by_whom_alone() -> None:
    found = read(
        HEAD
        + "一、关于扩建。由市生态环境局牵头，会同市财政局，完成评审。\n二、关于接驳。由高新区管委会牵头，市水务集团配合，"
        "完成管网接驳。\n三、关于排污权。由市生态环境局会同市公共资源交易中心研究提出方案，7月底前报市政府。\n"
        "四、关于道路。由市住建局抓紧完善手续。\n"
    )
    assert [(squeezed(one.text), units(one)) for one in found.measures][2:] == [
        ("关于排污权。研究提出方案，7月底前报市政府。", ["市生态环境局 responsible", "市公共资源交易中心 support"]),
        ("关于道路。抓紧完善手续。", ["市住建局 responsible"]),
    ]


def test_rows_of_a_table_that_lost_its_lines_end_with_who_and_by_when() -> None:
    found = read(
        HEAD + "1.治理河道。县水务局县住建局县治水指挥部12月底前\n2.新建2座人行天桥。县住建局9月投入使用\n"
        "3.新建图书馆。县文旅局 县代建中心 2025年底\n4.整治市场。县商务局、各乡镇\n"
    )
    said = [(squeezed(one.text), units(one), one.deadline and one.deadline.text) for one in found.measures]
    assert said == [
        ("治理河道。", ["县水务局 responsible", "县住建局 responsible", "县治水指挥部 responsible"], "12月底前"),
        ("新建2座人行天桥。", ["县住建局 responsible"], "9月投入使用"),
        ("新建图书馆。", ["县文旅局 responsible", "县代建中心 responsible"], "2025年底"),
        ("整治市场。", ["县商务局 responsible", "各乡镇 responsible"], None),
    ]
    assert read(HEAD + "1.治理河道。县水务局12月底前\n2.新建天桥。\n").measures == ()
    assert read(HEAD + "1.治理河道。\n2.新建天桥。县水务局 县住建局2025年3月1日\n").measures == ()
