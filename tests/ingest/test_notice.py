"""Heads and feet of invented notices."""

import re
from hashlib import sha256

import pytest

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
    assert found.title == "××省规范中介服务专项行动方案"
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


BODY = "\n一、甲类任务\n（一）建设园区，年底前完成。（市财政局负责）\n"


@pytest.mark.parametrize(
    ("head", "title", "issuers", "dated"),
    [
        ("××市2025年重点任务分工表\n（××市城市管理局　2025年3月1日）", "××市2025年重点任务分工表", ["××市城市管理局"], "2025-03-01"),
        ("××市2025年重点任务台账\n××市城市管理局 2025年3月1日", "××市2025年重点任务台账", ["××市城市管理局"], "2025-03-01"),
        ("××市海绵城市建设年度任务安排\n××市水务局\n2025年3月1日", "××市海绵城市建设年度任务安排", ["××市水务局"], "2025-03-01"),
        ("××省2025年民生实事清单\n××省人民政府办公厅\n（2025年3月1日）", "××省2025年民生实事清单", ["××省人民政府办公厅"], "2025-03-01"),
        ("××省支持足球发展的若干措施\n（省体育局、省教育厅　2025年3月1日）", "××省支持足球发展的若干措施", ["省体育局", "省教育厅"], "2025-03-01"),
        ("关于做好保供工作的通知\n农市发〔2025〕3号\n农业农村部　商务部\n二〇二五年三月一日", "关于做好保供工作的通知", ["农业农村部", "商务部"], "2025-03-01"),
        ("××市支持消费政策要点\n（××市商务局等八部门 2025年3月1日）", "××市支持消费政策要点", ["××市商务局"], "2025-03-01"),
        ("中共××县委　××县人民政府关于抓好乡村振兴的意见\n（2025年3月1日）", "中共××县委 ××县人民政府关于抓好乡村振兴的意见", ["中共××县委", "××县人民政府"], "2025-03-01"),
        ("中共××县委办公室 ××县人民政府办公室\n关于印发《××县工作方案》的通知", "中共××县委办公室 ××县人民政府办公室关于印发《××县工作方案》的通知", ["中共××县委办公室", "××县人民政府办公室"], None),
        ("××省教育厅等七部门印发《关于加强劳动教育的实施意见》\n的通知", "××省教育厅等七部门印发《关于加强劳动教育的实施意见》的通知", ["××省教育厅"], None),
        ("江东市教育局\n江教发〔2025〕3号\n关于开展校园安全整治的通知", "关于开展校园安全整治的通知", ["江东市教育局"], None),
        ("海口市人民政府辦公室關於印發海口市會展業復甦任務清單的通知", "海口市人民政府辦公室關於印發海口市會展業復甦任務清單的通知", ["海口市人民政府辦公室"], None),
        ("江东省健康江东建设委员会\n（爱国卫生运动委员会）\n关于印发《江东省工作方案》的通知", "江东省健康江东建设委员会（爱国卫生运动委员会）关于印发《江东省工作方案》的通知", ["江东省健康江东建设委员会（爱国卫生运动委员会）"], None),
        ("××市重点任务清单\n序号\n市财政局\n市水务局", "××市重点任务清单", [], None),
    ],
)  # fmt: skip
def test_issuers_and_date_stand_under_the_title(head: str, title: str, issuers: list[str], dated: str | None) -> None:
    found = notice(head + BODY)
    assert (re.sub(" +", " ", found.title or ""), list(found.issuers), found.dated) == (title, issuers, dated)


def test_who_signs_in_short_is_named_in_full_by_the_title() -> None:
    found = notice(
        "江东市交通运输委员会 江东市公安局关于印发《工作方案》的通知\n各有关单位：\n现予印发。\n"
        "市交通委 市公安局\n2025年3月1日\n" + BODY
    )
    assert found.issuers == ("江东市交通运输委员会", "江东市公安局")


@pytest.mark.parametrize(
    ("foot", "issuers", "dated"),
    [
        ("江东省教育厅江东省发展和改革委员会江东省财政厅2025年3月1日", ["江东省教育厅", "江东省发展和改革委员会", "江东省财政厅"], "2025-03-01"),
        ("江东省教育厅 江东省财政厅\n江东省水利厅\n2025年3月1日", ["江东省教育厅", "江东省财政厅", "江东省水利厅"], "2025-03-01"),
        ("江东省教育厅　江东省财政厅　　江东省水利厅\n2025年3月1日", ["江东省教育厅", "江东省财政厅", "江东省水利厅"], "2025-03-01"),
        ("江东省数字建设领导小组办公室\n（江东省数据局代章）\n2025年3月1日", ["江东省数字建设领导小组办公室"], "2025-03-01"),
        ("江东省数字建设领导小组办公室（代章）\n2025年3月1日", ["江东省数字建设领导小组办公室"], "2025-03-01"),
        ("江东省制造业高质量发展（数字江东建设）\n领导小组办公室（代章）\n2025年3月1日",
         ["江东省制造业高质量发展（数字江东建设）领导小组办公室"], "2025-03-01"),
        ("江东省制造业发展（数字建设）领导小组办公室\n2025年3月1日", ["江东省制造业发展（数字建设）领导小组办公室"], "2025-03-01"),
        ("江东省应对特大洪水灾害工作\n领导小组办公室\n2025年3月1日", ["江东省应对特大洪水灾害工作领导小组办公室"], "2025-03-01"),
        ("江东省教育厅 江东省财\n江东省水利厅 江东省市场监\n2025年3月1日", ["江东省教育厅", "江东省水利厅"], "2025-03-01"),
        ("江东省教育厅 江东省水利厅\n2025年3月", ["江东省教育厅", "江东省水利厅"], None),
    ],
)  # fmt: skip
def test_bodies_sign_in_lines_columns_and_run_together(foot: str, issuers: list[str], dated: str | None) -> None:
    found = notice(f"江东省教育厅关于加强劳动教育的通知\n各市人民政府：\n现就有关事项通知如下。{BODY}{foot}\n")
    assert (list(found.issuers), found.dated) == (issuers, dated)


@pytest.mark.parametrize(
    ("beside", "number", "issuers", "dated"),
    [
        ("[主题分类] 应急 [发文机构] ××市人民政府办公厅 [成文日期] 2025-03-01 [发文字号] 江政办发〔2025〕5号 [发布日期] 2025-03-04",
         "江政办发〔2025〕5号", ["××市人民政府办公厅"], "2025-03-01"),
        ("索 引 号：\n1133000/2025-10\n发布机构：\n××市水务局\n文 号：\n江水发〔2025〕13号\n公开日期：\n2025-07-11", "江水发〔2025〕13号", ["××市水务局"], None),
        ("索引号：1133000/2025-10 组配分类：其他文件\n发文机关：××市水务局 文号：江水发〔2025〕13号\n成文日期：2025年3月1日 有效性：有效",
         "江水发〔2025〕13号", ["××市水务局"], "2025-03-01"),
        ("索引号 0012/2025 主题分类 财政\n发文机关 ××市水务局 成文日期 2025年03月01日\n发文字号 江水发〔2025〕13号 发布日期 2025年03月05日",
         "江水发〔2025〕13号", ["××市水务局"], "2025-03-01"),
        ("索引号\n0012/2025\n发文机关\n××市水务局\n成文日期\n2025年03月01日\n发文字号\n江水发〔2025〕13号", "江水发〔2025〕13号", ["××市水务局"], "2025-03-01"),
        ("文件编号： 统一编号：\n发布机构： 生成日期：2025-07-03", None, [], None),
        ("江水发〔2025〕13号　发布日期：2025-06-09", "江水发〔2025〕13号", [], None),
        ("江水发〔2025〕13号 2025年3月1日", "江水发〔2025〕13号", [], None),
    ],
)  # fmt: skip
def test_a_portal_speaks_where_the_notice_is_silent(
    beside: str, number: str | None, issuers: list[str], dated: str | None
) -> None:
    found = notice(f"关于加强节水工作的通知\n{beside}\n各区人民政府：\n现通知如下。{BODY}")
    assert (found.title, found.number, list(found.issuers), found.recipients) == (
        "关于加强节水工作的通知", number, issuers, ("各区人民政府",),
    )  # fmt: skip
    assert dated is None or found.dated == dated
    signed = notice(f"关于加强节水工作的通知\n{beside}\n各区人民政府：\n现通知如下。{BODY}××省水利厅\n2025年2月2日")
    assert (list(signed.issuers), signed.dated) == (["××省水利厅"], "2025-02-02")


@pytest.mark.parametrize(
    ("head", "due"),
    [
        ("××区2025年重点工作清单", "2025-12-31"), ("××区2025年度十件民生实事责任分工表", "2025-12-31"),
        ("××区“十四五”时期任务清单", None), ("××区重点工作清单（2025—2027年）", None), ("××区2030年前达峰任务清单", None),
        ("××区重点工作清单\n（2025年3月1日）", "2025-12-31"), ("××区2025年重点工作清单\n江政发〔2024〕98号", "2025-12-31"),
        ("××区2023年行动总结整改清单\n江政发〔2024〕98号", "2024-12-31"), ("××区重点工作清单", None),
    ],
)  # fmt: skip
def test_the_year_of_a_limit_is_the_notices_own(head: str, due: str | None) -> None:
    limit = read(head + BODY).measures[0].deadline
    assert limit is not None
    assert limit.due == due


def test_a_notice_without_a_number_is_known_by_its_text() -> None:
    text = "××区重点工作清单\n一、甲\n（一）建设园区。（各有关部门负责）\n"
    found = read(text)
    assert found.notice.id == "sha256/" + sha256(text.encode()).hexdigest()
    assert found.measures[0].id == found.notice.id + "/1"
    assert found.measures[0].responsible[0].id.startswith(found.notice.id)
    assert read(text + "\n").notice.id != found.notice.id
    assert notice("国家××局令\n第15号\n一、甲\n乙。").id.startswith("sha256/")


def test_a_page_prints_the_title_twice_and_its_own_line_above() -> None:
    title = "转发市发展改革委等部门\n关于做好冬季保供工作的意见的通知\n"
    found = notice(
        f"东江市人民政府办公室\n{title}{title}东政办发〔2019〕21号\n各县人民政府：\n"
        "市发展改革委、市商务局《关于做好冬季保供工作的意见》已经市政府同意，现转发给你们。\n"
    )
    assert found.title == "东江市人民政府办公室转发市发展改革委等部门关于做好冬季保供工作的意见的通知"
    assert found.plan_title == "关于做好冬季保供工作的意见"
    found = notice(
        "江北省东江市水利局\n\n\n东江市水利局关于开展河道巡查的通知\n东水〔2019〕7号\n各县水务局：\n请认真执行。\n"
    )
    assert (found.title, found.issuers) == ("东江市水利局关于开展河道巡查的通知", ("东江市水利局",))


def test_a_title_in_marks_is_the_title() -> None:
    found = notice(
        "《东江市人民政府关于印发〈东江市供水管理办法〉的通知》\n东政发〔2014〕7号\n各县人民政府：\n现印发给你们。\n"
    )
    assert found.title == "东江市人民政府关于印发《东江市供水管理办法》的通知"
    assert found.plan_title == "东江市供水管理办法"


def test_without_its_title_a_notice_is_known_by_what_it_hands_out() -> None:
    found = notice(
        "各县人民政府，市政府各部门：\n《东江市稳产保供实施方案》《东江市奖补办法》已经市政府同意，现印发给你们，"
        "请认真贯彻落实。\n2020年11月17日\n东江市稳产保供实施方案\n一、总体要求\n（一）指导思想。坚持稳中求进。\n"
    )
    assert (found.title, found.plan_title) == ("东江市稳产保供实施方案", "东江市稳产保供实施方案")
    assert (found.dated, len(found.recipients)) == ("2020-11-17", 2)


def test_a_document_cited_before_is_no_plan() -> None:
    found = notice(
        "东江市水利局转发河道巡查操作规范的通知\n各县水务局：\n根据《国务院关于加强河湖管理的意见》（国发〔2010〕33号）、"
        "《省水利厅关于印发工作要点的通知》（水办〔2011〕7号）要求，请认真执行。\n"
    )
    assert found.plan_title == "河道巡查操作规范"
    assert len(read("\n根据《国务院关于加强河湖管理的意见》（国发〔2010〕33号）开展工作。").notice.cites) == 1


def test_recipients_whose_colon_was_forgotten() -> None:
    found = notice(
        "自治区水利厅关于征求河湖管理办法意见的函\n\n五市人民政府、自治区有关部门（单位）\n\n为加强河湖管理，现征求意见。\n"
    )
    assert found.recipients == ("五市人民政府、自治区有关部门（单位）",)


def test_a_title_below_a_numbered_menu() -> None:
    found = notice(
        "信息公开\n1. 目录\n2. 市政府\n1. 市政府部门\n东江市水利局关于印发《河道巡查实施细则》的通知\n发布日期：2025-10-27 字体：\n"
        "各县水务局：\n现印发给你们。\n东江市水利局\n2025年7月24日\n第一章　总则\n第一条　加强管理。\n"
    )
    assert found.title == "东江市水利局关于印发《河道巡查实施细则》的通知"
    assert (found.recipients, found.dated) == (("各县水务局",), "2025-07-24")


@pytest.mark.parametrize(
    "text",
    [
        "东江市人民政府关于供水管理的通知\n【法规类别】水利\n【发文字号】东政发[2017]348号\n【发布部门】东江市人民政府\n"
        "【发布日期】2017.06.14\n【时效性】现行有效\n一、加强供水管理。\n",
        "东江市人民政府关于供水管理的通知文章属性•【制定机关】东江市人民政府•【公布日期】2017.06.14•【字号】东政发[2017]348号"
        "•【效力等级】地方规范性文件•【时效性】现行有效正文加强供水管理。\n",
    ],
)
def test_a_collection_of_laws_gives_a_notices_own_day(text: str) -> None:
    found = notice(text)
    assert (found.number, found.issuers, found.dated) == ("东政发〔2017〕348号", ("东江市人民政府",), "2017-06-14")
    assert found.title == "东江市人民政府关于供水管理的通知"


def test_an_order_in_the_bracket_under_a_regulation() -> None:
    found = notice(
        "（2017年10月27日江北省人民政府令第119号公布　自2017年12月1日起施行）\n第一条　为加强供水管理，制定本办法。\n"
    )
    assert (found.number, found.issuers, found.dated) == ("江北省人民政府令第119号", ("江北省人民政府",), "2017-10-27")


def test_names_stay_as_the_notice_prints_them() -> None:
    found = notice(
        "貴州省水利廳關(guān)于印發(fā)《河道管理辦法》的通知\n各市水務局：\n根據《國務院關于加強河湖管理的意見》，請認真執行。\n"
        "貴州省水利廳\n2012年7月21日\n"
    )
    assert found.issuers == ("貴州省水利廳",)
    assert found.region == "520000"
    assert found.title == "貴州省水利廳關于印發《河道管理辦法》的通知"
    assert [cite.title for cite in found.cites] == ["國務院關于加強河湖管理的意見"]


def test_a_joint_order_has_a_body_a_line() -> None:
    found = notice(
        "江北省发展和改革委员会\n江北省教育厅\n江北省工业和信息化厅\n江北省广播电视局\n令\n第15号\n"
        "《校园网络管理办法》已经省教育厅2023年第12次厅务会议审议通过，现予公布，自2023年8月15日起施行。\n"
        "省教育厅厅长　王某\n2023年7月10日\n"
    )
    assert found.issuers == (
        "江北省发展和改革委员会",
        "江北省教育厅",
        "江北省工业和信息化厅",
        "江北省广播电视局",
    )
    assert (found.number, found.kind, found.dated) == ("第15号", "令", "2023-07-10")


def test_a_number_after_the_name_of_who_announces() -> None:
    found = notice(
        "财政部 水利部\n关于减免水资源税的公告\n财政部 水利部公告2023年第7号\n为支持节水，现公告如下：\n一、减免水资源税。\n"
        "财政部\n水利部\n2023年3月26日\n"
    )
    assert (found.number, found.id) == ("财政部 水利部公告2023年第7号", "财政部 水利部公告2023年第7号")
    assert found.issuers == ("财政部", "水利部")


def test_the_party_centre_and_groups_of_a_mechanism_issue_notices() -> None:
    assert notice("中共中央 国务院印发《水网建设规划》\n一、总体要求\n（一）坚持节水。\n").issuers == (
        "中共中央",
        "国务院",
    )
    found = notice(
        "关于印发防汛指南的通知\n各市水务局：\n请认真执行。\n国务院应对汛情联防联控机制综合组\n2020年2月15日\n"
    )
    assert found.issuers == ("国务院应对汛情联防联控机制综合组",)


def test_a_title_that_lost_its_beginning_still_names_the_plan() -> None:
    found = notice(
        "《东江市供水三年行动计划（2023—2025年）》的通知\n各县人民政府：\n请认真执行。\n东江市人民政府\n2023年10月24日\n"
    )
    assert found.plan_title == "东江市供水三年行动计划（2023—2025年）"


def test_who_signs_a_notice_to_nobody_is_read_after_its_first_sentence() -> None:
    found = notice(
        "发文机关：青山区发展和改革局\n成文日期：2025-04-15\n标 题：关于印发青山区若干措施的通知\n"
        "结合我区实际提出以下措施，请认真抓好落实。\n包头市青山区发展和改革局\n2025年4月15日\n（此件主动公开）\n"
        "青山区若干措施\n一、完善监测。建立监测机制。（区数字办负责）\n"
    )
    assert found.issuers == ("包头市青山区发展和改革局",)


def test_a_word_of_a_menu_is_no_title() -> None:
    menu = "首页\n政务公开\n政务服务\n互动交流\n政策发布\n魅力东江\n"
    found = notice(menu + "东江市残疾人补贴2026年发放标准\n一、发放标准\n补贴每人每月209元。\n")
    assert found.title == "东江市残疾人补贴2026年发放标准"
    assert notice(menu + "上“东江好办”快速办理！\n一、办理流程\n登录后点击备案。\n").title is None


def test_orders_of_a_year_are_numbered_within_it() -> None:
    assert notice("江北省农业厅令\n2010 年 第 4 号\n《植物检疫办法》已经审议通过，现予发布。\n").number == "2010年第4号"


def test_one_who_asked_is_answered_in_the_line_that_goes_on() -> None:
    found = notice(
        "关于同意行政村规模调整的批复\n双庙乡人民政府：你乡《关于调整行政村规模的请示》收悉。现批复如下：\n一、同意。\n"
    )
    assert list(found.recipients) == ["双庙乡人民政府"]
