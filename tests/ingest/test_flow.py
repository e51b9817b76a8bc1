"""Texts mended, and the way back from every character of the flow."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.text.flow import Flow, mend

LONG = "统筹推进重点领域改革，持续完善工作机制，不断提升服务水平，加快推动高质量发展取得新成效，协同建设"

MENDED = [
    (f"{LONG}“卡\n\n脖子”攻关。", f"{LONG}“卡脖子”攻关。"),
    (f"{LONG}省级行业\n— 1 —\n\n主管部门、企业。", f"{LONG}省级行业主管部门、企业。"),
    ("新型化工、稀土新材料、\n\n绿色农畜产品加工。", "新型化工、稀土新材料、绿色农畜产品加工。"),
    ("领导小组（以下\n\n简称领导小组）", "领导小组（以下简称领导小组）"),
    ("一、总体目标\n以人民为中心。", "一、总体目标\n以人民为中心。"),
    ("加快推进，\n（一）建设平台。", "加快推进，\n（一）建设平台。"),
    ("## 一、**总体**要求", "一、总体要求"),
    ("- 3 -\n第 3 页 共 10 页\n正文。", "正文。"),
    ("市商商务务部部局负责", "市商务部局负责"),
    ("⼯业和信息化局、⺠政局", "工业和信息化局、民政局"),
    ("市\u200b发\u200d改委\ufeff", "市发改委"),
    ("到 2027 年，补助 30%的资金", "到2027年，补助30%的资金"),
    ("浙 江 省 数 据 局 文 件", "浙江省数据局文件"),
    ("(责任单位:市发改委;时限:长期)", "（责任单位：市发改委；时限：长期）"),
    ("責任單位：市財政局", "责任单位：市财政局"),
    ("第一段。\r\n第二段。\r\n", "第一段。\n第二段。"),
    ("全省政务数据—3—主管部门", "全省政务数据主管部门"),
    ("2025—2027年", "2025—2027年"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "flow"), MENDED)
def test_damage_is_mended(text: str, flow: str) -> None:
    assert mend(text).text == flow


def test_lines_of_one_width_are_paragraphs_again() -> None:
    lines = ["一、统筹算力资源保障。支持省数据集团加强算力资源统", "筹整合，打造算力服务统一支撑体系，为基地提供普惠算",
             "力保障。对符合条件的按实际结算额给予补助，单家企业", "每年最高补贴不超过八百万元。（责任单位：省发展改革",
             "委、省财政厅，杭州市人民政府）", "二、构建高质量数据集供给体系。各行业主管部门建立行",
             "业数据归集机制，支持基地依托省科学数据平台开展汇聚", "与共享。"]  # fmt: skip
    assert mend("\n".join(lines)).text == "".join(lines[:5]) + "\n" + "".join(lines[5:])


PRINTED = [
    "为落实中央决策部署，进一步帮助企业应对困难，着力调整结构、稳定增长预期，现制定以下措施。",
    "一、推动稳定增长",
    "（一）加大金融支持。用好各类货币政策工具，持续引导金融机构增加贷款投放，推动银行增加首贷、信用贷和中长期贷款，推广随借随还模式，"
    "推动贷款增量扩面。举办产业对接会，开展促销活动。鼓励大型企业面向中小企业发布采购清单，创造更多商机。（财政局、税务局、市场监管局等部门按职责分工负责）",
    "（二）提升质量水平。实施质量提升行动，开展可靠性提升工作，推动企业提高品牌建设能力，落实首席质量官制度，支持企业参与标准制定，"
    "建立质量追溯体系，完善检验检测服务。（市场监管局、科技局按职责分工负责）",
]


def in_bits(paragraph: str) -> str:
    """Printed in lines of 30 characters, each broken at its marks, too."""
    lines = [paragraph[at : at + 30] for at in range(0, len(paragraph), 30)]
    return "\n".join(re.sub(r"(?<=[，、。）])(?=..)", "\n", line) if at % 2 else line for at, line in enumerate(lines))


def test_lines_of_print_that_stand_in_bits_are_paragraphs_again() -> None:
    text = [*PRINTED, *(f"（{label}）{line[3:]}" for label, line in zip("三四五六", PRINTED[2:] * 2, strict=True))]
    assert mend("\n".join(map(in_bits, text))).text.split("\n") == text


@pytest.mark.parametrize(("text", "flow"), [
    ("[责任单位：\n市发改委、市财政局，经开区管委会]", "［责任单位：市发改委、市财政局，经开区管委会］"),
    ("（责任单位：\n河港合作区管委会，市商务局、\n市金融办）", "（责任单位：河港合作区管委会，市商务局、市金融办）"),
    ("（牵头单位：\n市审批局；\n责任单位：\n各旗县市区、开发区）", "（牵头单位：市审批局；责任单位：各旗县市区、开发区）"),
    ("（责任单位：各产业园\n区管委会、市人力资源社会\n保障局、市发改委）", "（责任单位：各产业园区管委会、市人力资源社会保障局、市发改委）"),
    ("建成投用。（市商务局\n持续推进各项工作。", "建成投用。（市商务局\n持续推进各项工作。"),
])  # fmt: skip
def test_a_clause_broken_after_its_label_is_one(text: str, flow: str) -> None:
    assert mend(text).text.translate(str.maketrans("〔〕【】", "［］［］")) == flow


def test_a_text_that_lost_its_breaks_has_its_items_again() -> None:
    task = "加快推进项目建设，提升服务水平，完善工作机制，优化营商环境，强化要素保障，提高审批效率，持续深化改革。" * 3
    text = f"一、加强协调{task}责任单位：市发改委、各银行机构二、优化服务{task}责任单位：市财政局三、督促检查{task}"
    assert [line[:6] for line in mend(text).text.split("\n")] == ["一、加强协调", "二、优化服务", "三、督促检查"]


def test_numbers_go_on_right_behind_the_heading_of_a_chapter() -> None:
    task = "加快推进项目建设，提升服务水平，完善工作机制，优化营商环境，强化要素保障。" * 3
    text = (
        f"一、把政策和改革结合起来，提高政策的精准性（一）{task}（市发改委负责）1.{task}（市财政局负责）2.{task}（市商务局负责）"
        f"二、推动基础设施升级（二）{task}（市住建局负责）三、推进建造方式转型（三）{task}（市教育局负责）"
    )
    begun = [line[:5] for line in mend(text).text.split("\n")]
    assert begun == [
        "一、把政策",
        "（一）加快",
        "1.加快推",
        "2.加快推",
        "二、推动基",
        "（二）加快",
        "三、推进建",
        "（三）加快",
    ]


PIECES = ["，", "。", "\n", "\r\n", " ", "（", "）", "市发改委", "责任单位：", "一、", "（一）", "1.", "2024年", "— 3 —", "**",
          "\u200b", "⼯", "單", "“", "”", "《", "|", "负责", "牵头", "序号\n", "商商务务部部局局", "#", "a b", "\u3000"]  # fmt: skip
ODD = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=60).map("".join)


def same(flow: Flow, text: str, at: int) -> bool:
    shown, stands = flow.printed[at], text[flow.offset(at)]
    return shown == stands or shown in " \n" or "\u2e80" <= stands <= "\u2fdf"


@given(ODD)
@example("责任单位：（一）责任单位：）一、市发改委")
def test_every_character_of_a_flow_stands_in_the_text(text: str) -> None:
    flow = mend(text)
    assert len(flow.text) == len(flow.printed)
    assert all(same(flow, text, at) for at in range(len(flow.text)))
    offsets = [flow.offset(at) for at in range(len(flow.text))]
    assert offsets == sorted(offsets)
    assert all(flow.at(flow.offset(at)) <= at for at in range(len(flow.text)))


def test_a_quotation_mark_that_lost_its_form_closes_or_opens_as_the_other_says() -> None:
    flow = mend('完善“鹿城悦动"平台，上线"一键游”项目，拓展"好差评"渠道。')
    assert flow.text == '完善“鹿城悦动”平台，上线“一键游”项目，拓展"好差评"渠道。'
    assert flow.printed.count('"') == 4


SHORT = (
    "关于支持企业引才的意见。为落实市委部署，完善“青蓝计划”，结合实际，提出以下意见。1.对引进的创新团队，经认定，再给予50万元用于科学研究；"
    "对顶尖人才，通过“一事一议”方式报市政府研究同意。责任单位：市委组织部、市科技局。2.对当年投资到位1亿元的项目，给予人才指标1名。"
    "责任单位：市发改委、市财政局。"
)


def test_two_items_of_a_short_text_in_one_line_are_two_where_each_is_charged() -> None:
    assert [line[:4] for line in mend("\n" + SHORT + "\n").text.strip().split("\n")] == ["关于支持", "1.对引", "2.对当"]


# a line in a text that has its other breaks | its paragraphs
HEADINGS = [
    ("（三）供水保障工程 1.农村饮水工程。加强管网建设。", ["（三）供水保障工程", "1.农村饮水工程。加强管网建设。"]),
    ("二、主要任务（一）新建道路。打通断头路。", ["二、主要任务", "（一）新建道路。打通断头路。"]),
    ("3.示范园。新建3处。（责任单位：市水务局） （三）供水保障工程1.农村饮水工程。",
     ["3.示范园。新建3处。（责任单位：市水务局）", "（三）供水保障工程", "1.农村饮水工程。"]),
    ("[接上页] 3.水土保持工程。新建3处。", ["3.水土保持工程。新建3处。"]),
    ("（续上表）（四）防洪工程。加固堤防。", ["（四）防洪工程。加固堤防。"]),
    ("（一）新建管网1.5公里。", ["（一）新建管网1.5公里。"]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "paragraphs"), HEADINGS)
def test_a_heading_is_parted_from_the_first_item_that_it_runs_into(line: str, paragraphs: list[str]) -> None:
    assert mend(f"水务任务\n\n{line}\n").text.strip().split("\n")[1:] == paragraphs
