"""Responsibility clauses in the wordings of many offices; none of these notices exists."""
# ruff: noqa: E501 (an example is a line)

import pytest

from graph.model import Role
from ingest import clauses
from ingest.flow import mend

# what stands after the task, its units with their roles (L lead, R responsible, S support, G guide), its limit
CLAUSES = [
    ("（责任单位：市发改委、市财政局；完成时限：2024年底）", "市发改委R 市财政局R", "2024年底"),
    ("(责任单位:市发改委,市财政局;完成时限:持续推进)", "市发改委R 市财政局R", "持续推进"),
    ("[责任单位：市发改委、各县（市、区）政府]", "市发改委R 各县（市、区）政府R", None),
    ("（责任主体：各县（市、区）政府]", "各县（市、区）政府R", None),
    ("【责任部门：市教育局】", "市教育局R", None),
    ("〔省科技厅、省经信厅按职责分工负责〕", "省科技厅R 省经信厅R", None),
    ("（市场监管总局负责）", "市场监管总局R", None),
    ("（市人社局牵头，市财政局、卫健委、各县〔市、区〕人民政府配合）", "市人社局L 市财政局S 卫健委S 各县〔市、区〕人民政府S", None),
    ("（生态环境部牵头，国家发展改革委、国家统计局参与）", "生态环境部L 国家发展改革委S 国家统计局S", None),
    ("（由市发改委牵头，会同市财政局、市商务局负责）", "市发改委L 市财政局S 市商务局S", None),
    ("（国家发展改革委、财政部会同有关部门负责）", "国家发展改革委R 财政部R 有关部门S", None),
    ("（市科技局会同市财政局、各区人民政府组织实施）", "市科技局R 市财政局S 各区人民政府S", None),
    ("（生态环境部指导，试点城市政府负责落实）", "生态环境部G 试点城市政府R", None),
    ("（市发改委、市工信局牵头，市财政局配合，市统计局参与，各县区落实）",
     "市发改委L 市工信局L 市财政局S 市统计局S 各县区R", None),
    ("（牵头单位：市国资委；责任单位：产业集团，6月底完成）", "市国资委L 产业集团R", "6月底完成"),
    ("（市工信局、发改委分别负责，年内持续推进）", "市工信局R 发改委R", "年内持续推进"),
    ("（牵头领导：张三；牵头单位：市委组织部；配合单位：市人大常委会办公室）", "市委组织部L 市人大常委会办公室S", None),
    ("（主责单位：市发改委，协办单位：市财政局，时间节点：2024年第三季度）", "市发改委L 市财政局S", "2024年第三季度"),
    ("（主办单位：市商务局；承办单位：市会展中心；协办单位：市贸促会）", "市商务局L 市会展中心R 市贸促会S", None),
    ("（实施单位：市水务集团；落实单位：各街道办事处；办结时限：立行立改）", "市水务集团R 各街道办事处R", "立行立改"),
    ("（市级牵头单位：市农业农村局，县级责任单位：各旗县区政府）", "市农业农村局L 各旗县区政府R", None),
    ("（市发改委（牵头）、市财政局（配合）、各区县政府）", "市发改委L 市财政局S 各区县政府R", None),
    ("（责任单位：市发改委牵头，市财政局、市审计局配合）", "市发改委L 市财政局S 市审计局S", None),
    ("（责任单位：市司法局、市公安局等）", "市司法局R 市公安局R", None),
    ("（财政部、民政部等有关部门和单位按职责分工负责）", "财政部R 民政部R", None),
    ("（公安部、税务总局等国务院相关部门及各地区按职责分工负责）", "公安部R 税务总局R 各地区R", None),
    ("（各有关部门和单位，各省级人民政府按职责分工负责）", "各有关部门和单位R 各省级人民政府R", None),
    ("（责任单位：市直各部门按职责落实）", "市直各部门R", None),
    ("（市发改委负责项目审批，市财政局负责资金保障）", "市发改委R 市财政局R", None),
    ("（责任单位：省发展改革委、省经信厅及相关省级部门。）", "省发展改革委R 省经信厅R 相关省级部门R", None),
    ("（市发展改革委、市财政局、各区县政府）", "市发展改革委R 市财政局R 各区县政府R", None),
    ("\n责任单位：市发改委\n配合单位：市财政局\n完成时间：2025年6月30日前", "市发改委R 市财政局S", "2025年6月30日前"),
    ("\n责任部门（单位）：区投促局、区发改委\n责任人：王五\n完成时限：12月底", "区投促局R 区发改委R", "12月底"),
    ("\n（责任单位：区人社局；完成时间：全年）", "区人社局R", "全年"),
    ("\n牵头单位：\n市发改委、市财政局", "市发改委L 市财政局L", None),
    ("责任单位:市金融监管局、人行、银保监分局，各银行机构", "市金融监管局R 人行R 银保监分局R 各银行机构R", None),
    ("责任单位为市司法局、市政府办公室。", "市司法局R 市政府办公室R", None),
    ("由市发展改革委牵头，市财政局、市商务局等部门配合。", "市发展改革委L 市财政局S 市商务局S", None),
    ("市商务局负责落实。", "市商务局R", None),
    ("（責任單位：市財政局、市發展改革委）", "市财政局R 市发展改革委R", None),
    ("（责任单位：市发⼯委、市⺠政局）", "市发工委R 市民政局R", None),
]  # fmt: skip

LETTER = {Role.LEAD: "L", Role.RESPONSIBLE: "R", Role.SUPPORT: "S", Role.GUIDE: "G"}


@pytest.mark.parametrize(("clause", "units", "limit"), CLAUSES)
def test_a_clause_names_its_units_with_roles_and_its_limit(clause: str, units: str, limit: str | None) -> None:
    flow = mend(f"一、加快推进项目建设，提升服务水平。{clause}")
    (found,) = clauses.find(flow)
    assert " ".join(unit.part.name + LETTER[unit.role] for unit in found.units) == units
    assert (flow.text[slice(*found.said.limit)].strip() if found.said.limit else None) == limit


# words that look like clauses and are none
NONE = [
    "（以下简称责任单位）", "（负责人：张三，电话：12345678）", "（政府引导、企业参与）", "（企业自主负责）",
    "龙头企业牵头组建创新联合体，企业参与。", "本办法由市财政局负责解释。", "明确责任单位和责任人。",
    "给予牵头单位补助。", "各责任单位要按照职责分工抓好落实。", "自然科学论文监管由科技部负责，社会科学论文监管由社科院负责。",
    "建立市场监管部门牵头的联席会议制度。", "省市场监管局（省知识产权局）", "（由专人负责）", "（含下属单位）",
    "各责任单位：", "（2025—2027年）", "（责任单位）", "主办单位：省通信管理局 承办单位：信息中心 版权所有 ICP备12345号",
]  # fmt: skip


@pytest.mark.parametrize("words", NONE)
def test_words_that_assign_nothing_are_no_clause(words: str) -> None:
    assert clauses.find(mend(f"一、加快推进项目建设。{words}")) == []
    assert clauses.find(mend(f"一、加快推进项目建设。\n{words}")) == []


# rules that a clause carries: does the first lead, does it go on, who takes part everywhere
RULES = [
    ("（责任单位：省科技厅、省经信厅。列第一位的为牵头单位，下同。）", True, True, []),
    ("（税务总局、财政部负责，排在第一位的部门为牵头部门，下同）", True, True, []),
    ("（人社部、财政部负责。列第一位者为牵头单位，下同）", True, True, []),
    ("（责任单位：省数据局、杭州市人民政府，第一位为牵头单位）", True, False, []),
    ("（责任单位：市工信局（列首位的为牵头单位，下同）、市数据局）", True, True, []),
    ("（责任单位：市工信局、市数据局，排名首位的是牵头单位，以下均同）", True, True, []),
    ("（生态环境部指导，试点城市政府负责。以下均需试点城市政府落实，不再列出）", False, False, ["试点城市政府"]),
    ("〔责任单位：省数据局。列首位的为牵头单位，下同；各县（市、区）政府均为责任单位，不再列出〕",
     True, True, ["各县（市、区）政府"]),
    ("（责任单位：市工信局）", False, False, []),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "first", "on", "defaults"), RULES)
def test_a_clause_may_carry_a_rule_for_others(clause: str, first: bool, on: bool, defaults: list[str]) -> None:
    (found,) = clauses.find(mend(f"一、加快推进。{clause}"))
    assert (found.said.first_leads, found.said.carries_on) == (first, on)
    assert [name for name, _ in found.said.defaults] == defaults
