"""Heads and feet of invented notices."""
# ruff: noqa: E501 (an example is a line)

from ingest.parsed import Notice
from tests.ingest.reading import read

COUNTY = """青山区人民政府办公室文件
青政办发〔2025〕12号

青山区人民政府办公室关于印发青山区2025年
大气污染防治行动计划的通知

各镇人民政府、街道办事处，区直各有关部门：
《青山区2025年大气污染防治行动计划》已经区政府同意，现印发给你们，请认真组织实施。
附件：1．任务清单
2．责任分工表
青山区人民政府办公室
2025年3月10日
（此件公开发布）
青山区2025年大气污染防治行动计划
一、重点任务
1．严格项目准入。（区发改委负责）
抄送：区委办公室，区人大常委会办公室、区政协办公室。
青山区人民政府办公室        2025年3月11日印发
"""


def notice(text: str) -> Notice:
    return read(text).notice


def test_a_notice_with_everything() -> None:
    found = notice(COUNTY)
    assert found.number == found.id == "青政办发〔2025〕12号"
    assert found.title == "青山区人民政府办公室关于印发青山区2025年大气污染防治行动计划的通知"
    assert found.plan_title == "青山区2025年大气污染防治行动计划"
    assert found.kind == "通知"
    assert found.issuers == ("青山区人民政府办公室",)
    assert (found.dated, found.released) == ("2025-03-10", "2025-03-11")
    assert found.recipients == ("各镇人民政府、街道办事处", "区直各有关部门")
    assert found.copied_to == ("区委办公室", "区人大常委会办公室", "区政协办公室")
    assert found.publicity == "此件公开发布"
    assert found.annexes == ("任务清单", "责任分工表")


def test_several_issuers_keep_their_order() -> None:
    found = notice(
        "市场监管总局 公安部 司法部关于开展专项执法行动的通知\n国市监稽发〔2024〕30号\n各省、自治区、直辖市市场监管局（厅、委）：\n"
        "一、重点任务\n（一）整治网络不正当竞争。（市场监管总局负责）\n市场监管总局 公安部\n司法部\n2024年4月15日\n"
    )
    assert found.issuers == ("市场监管总局", "公安部", "司法部")
    assert found.title == "市场监管总局 公安部 司法部关于开展专项执法行动的通知"
    assert found.recipients == ("各省、自治区、直辖市市场监管局（厅、委）",)


def test_the_issuer_stands_in_the_title_where_nobody_signs() -> None:
    assert notice("湘潭市人民政府关于支持中小企业发展的若干意见\n一、减税。（市税务局负责）").issuers == (
        "湘潭市人民政府",
    )


def test_a_plan_alone_has_no_number_no_issuer_and_no_date() -> None:
    found = notice("××省规范中介服务专项行动方案\n一、总体要求\n根据《××办法》（×政发〔2018〕3号）制定。")
    assert (found.number, found.issuers, found.dated) == (None, (), None)
    assert found.title == found.id == "××省规范中介服务专项行动方案"
    assert found.kind == "方案"


def test_the_menu_of_a_page_is_no_title() -> None:
    text = "星期四\n移动版 繁体\n机构职能 新闻动态 政务公开 办事服务\n政务公开 > 政策文件\n××市工作方案\n发布时间：2024-05-21\n一、目标\n提升。"
    assert notice(text).title == "××市工作方案"


def test_brackets_of_a_number_are_made_alike() -> None:
    assert notice("关于做好工作的通知\n京政发[2019]3号\n一、甲\n乙。").number == "京政发〔2019〕3号"


def test_a_year_at_odds_with_the_number_is_told() -> None:
    found = read(
        "铁政发〔2020〕3号\n铁岭市人民政府关于做好工作的通知\n一、甲。（市财政局负责）\n铁岭市人民政府\n2022年2月5日"
    )
    assert found.notice.dated == "2022-02-05"
    assert "odd-date" in [warning.code for warning in found.warnings]


def test_a_day_that_cannot_be_is_told_and_left_out() -> None:
    found = read("××市人民政府关于做好工作的通知\n一、甲。（市财政局负责）\n××市人民政府\n2022年2月31日")
    assert found.notice.dated is None
    assert "odd-date" in [warning.code for warning in found.warnings]
