"""Heads of invented notices as pages, minutes, letters and orders print them."""

import pytest

from ingest.parsed import Notice
from tests.ingest.reading import read

BODY = "\n一、甲类任务\n（一）建设园区，年底前完成。（市财政局负责）\n（二）修路架桥。（市交通局负责）\n"
TITLE = "东江市人民政府办公室关于印发东江市节水方案的通知"
HANDED = "各县人民政府：\n现印发给你们。\n"
SIGNED = "东江市人民政府办公室\n2025年3月1日\n"


def notice(text: str) -> Notice:
    return read(text).notice


@pytest.mark.parametrize(
    "line",
    [
        "东政办发〔2025〕5", "东政办发\n〔2025〕5号", "东政办发〔2025〕第 5 号", "文号：东政办发〔2025〕5号", "东政办发【2025】5号",
        "东政办发 〔2025〕5号", "东政办发〔 2025 〕 5 号", "东政办发〈2025〉5号", "东政办发［2025]5号", "东政办发(2025)5号", "东政办发〔2025〕5号　　　　　签发人：张某", "000001\n机密★1年\n特急\n东江市人民政府办公室文件\n东政办发〔2025〕5号",
    ],
)  # fmt: skip
def test_a_number_as_pages_print_it(line: str) -> None:
    found = notice(f"{line}\n{TITLE}\n{HANDED}{SIGNED}{BODY}")
    assert (found.number, found.title) == ("东政办发〔2025〕5号", TITLE)


@pytest.mark.parametrize("headline", [f"{TITLE}(东政办发〔2025〕5号)", f"东政办发〔2025〕5号《{TITLE}》"])
def test_a_number_beside_the_title(headline: str) -> None:
    found = notice(
        f"{headline}\n来源:市政府 时间:2025-03-17 23:45:19\n{HANDED}{SIGNED}东江市节水方案\n"
        f"根据《江北省节水方案》（江北政发〔2024〕7号）制定。{BODY}"
    )
    assert (found.number, found.title, found.dated) == ("东政办发〔2025〕5号", TITLE, "2025-03-01")
    assert [cite.number for cite in found.cites] == ["江北政发〔2024〕7号"]


@pytest.mark.parametrize(
    ("day", "dated"),
    [
        ("二〇二五年三月一日", "2025-03-01"), ("二O二五年三月一日", "2025-03-01"), ("二0二五年十一月二十一日", "2025-11-21"),
        ("二○二五年十二月三十日", "2025-12-30"), ("一九九八年六月一日", "1998-06-01"), ("2025.3.1", "2025-03-01"), ("2025-03-01", "2025-03-01"),
    ],
)  # fmt: skip
def test_days_under_who_signs(day: str, dated: str) -> None:
    assert notice(f"{TITLE}\n{HANDED}东江市人民政府办公室\n{day}\n{BODY}").dated == dated


def test_a_day_of_figures_that_nobody_signs_is_none() -> None:
    assert notice(f"{TITLE}\n{HANDED}{BODY}2025-03-04\n").dated is None


@pytest.mark.parametrize(
    ("head", "title", "plan"),
    [
        ("东江市人民政府办公室\n关于2025年重点工作的\n通 知", "东江市人民政府办公室关于2025年重点工作的通知", None),
        (f"# {TITLE}-东江市人民政府门户网站", TITLE, "东江市节水方案"),
        (f"{TITLE}_政策文件_东江市人民政府", TITLE, "东江市节水方案"),
        (f"---\ntitle: {TITLE}\ndate: 2025-03-04\n---", TITLE, "东江市节水方案"),
        ("《东江市节水方案》印发", "东江市节水方案", None),
        ("# 《东江市节水方案》-东江市水利局", "东江市节水方案", None),
        ("东江市人民政府印发《东江市节水方案》", "东江市人民政府印发《东江市节水方案》", "东江市节水方案"),
        ("东江市节水行动计划\n（2025—2027年）", "东江市节水行动计划（2025—2027年）", None),
        ("东江市节水管理办法\n（试行）", "东江市节水管理办法（试行）", None),
        ("东江市水利局关于转发江北水〔2024〕5号文件的通知", "东江市水利局关于转发江北水〔2024〕5号文件的通知", None),
        ("关于市政协十三届四次会议第0123号提案的答复", "关于市政协十三届四次会议第0123号提案的答复", None),
    ],
)  # fmt: skip
def test_titles_as_pages_print_them(head: str, title: str, plan: str | None) -> None:
    found = notice(f"{head}\n\n各县人民政府：\n为加强节水，现通知如下。{BODY}")
    assert (found.title, found.plan_title, found.number) == (title, plan, None)


@pytest.mark.parametrize(
    ("card", "dated"),
    [
        ("| 发文机关 | 东江市人民政府办公室 |\n| --- | --- |\n| 发文字号 | 东政办发〔2025〕5号 |\n| 成文日期 | 2025年3月1日 |\n", "2025-03-01"),
        ("发文机关：东江市人民政府办公室\n发文字号：东政办发〔2025〕5号\n发文日期：2025-03-04\n成文日期：2025-03-01\n", "2025-03-01"),
        ("  • 发文机构:\n\n    东江市人民政府办公室\n  • 发文字号:\n\n    东政办发〔2025〕5号\n  • 发文日期:\n\n    2025年03月06日 16:40\n", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("below", [False, True])
def test_the_card_of_a_page(card: str, dated: str | None, below: bool) -> None:
    body = f"{TITLE}\n\n各县人民政府：\n现印发给你们。{BODY}"
    found = notice(f"{body}\n{card}" if below else f"{card}\n{body}")
    assert (found.number, found.dated) == ("东政办发〔2025〕5号", dated)
    assert found.issuers == ("东江市人民政府办公室",)


def test_a_page_laid_out_in_a_table_of_one_cell_a_row() -> None:
    found = read(
        "| 索 引 号： | 116/2025 | 生成日期： | 2025-06-18 |\n| --- | --- | --- | --- |\n| 文 号： |  | 发布机构： |  |\n\n"
        "|     |\n| --- |\n| 关于开展节水检查 的通知 |\n| 信息来源：东江市人民政府<br>发布时间：2025-06-18 16:35<br>浏览次数： |\n"
        "| 各县水利局，各有关单位：<br>现通知如下：<br>一、检查内容<br>（一）查用水。检查用水台账。（责任单位：市水利局）<br>"
        "（二）查管网。检查供水管网。（责任单位：市住建局）<br>东江市水利局<br>2025年6月17日 |\n",
    )
    assert found.notice.title == "关于开展节水检查的通知"
    assert found.notice.recipients == ("各县水利局", "各有关单位")
    assert (found.notice.issuers, found.notice.dated) == (("东江市水利局",), "2025-06-17")
    assert [unit.name for measure in found.measures for unit in measure.responsible] == ["市水利局", "市住建局"]


@pytest.mark.parametrize(
    ("head", "foot", "issuers"),
    [
        ("东江市水利局和东江市财政局", "", ["东江市水利局", "东江市财政局"]),
        ("", "东江市水利局　中国人民银行东江支行\n东江市妇联　东江市城关街道办事处\n2025年3月1日",
         ["东江市水利局", "中国人民银行东江支行", "东江市妇联", "东江市城关街道办事处"]),
        ("", "中共东江市水利局党组\n2025年3月1日", ["中共东江市水利局党组"]),
    ],
)  # fmt: skip
def test_bodies_of_all_kinds_issue_notices(head: str, foot: str, issuers: list[str]) -> None:
    found = notice(f"{head}关于做好节水工作的通知\n各县水利局：\n现通知如下。{BODY}{foot}\n")
    assert list(found.issuers) == issuers


def test_a_joint_letterhead_names_all() -> None:
    found = notice(
        f"东江市水利局\n东江市财政局文件\n东江市发展和改革委员会\n东水发〔2025〕5号\n关于做好节水工作的通知\n各县水利局：\n现通知如下。{BODY}"
    )
    assert found.issuers == ("东江市水利局", "东江市财政局", "东江市发展和改革委员会")


def test_minutes_have_a_number_of_their_own_office() -> None:
    found = notice(
        "东江市人民政府专题会议纪要\n〔2025〕12号\n东江市人民政府办公室　　　　2025年3月1日\n研究节水工作\n"
        f"2025年2月27日，副市长主持召开会议，研究节水工作。现纪要如下：{BODY}"
    )
    assert (found.number, found.kind, found.dated) == ("〔2025〕12号", "纪要", "2025-03-01")
    assert found.id.startswith("sha256/")


def test_what_an_order_makes_public_is_its_plan() -> None:
    found = notice(
        "东江市人民政府令\n第90号\n《东江市节水办法》已经2025年2月1日市政府常务会议审议通过，现予公布，自2025年4月1日起施行。\n"
        "市长　张某\n2025年3月1日\n东江市节水办法\n第一条　为节约用水，制定本办法。\n"
    )
    assert (found.kind, found.plan_title, found.dated) == ("令", "东江市节水办法", "2025-03-01")


@pytest.mark.parametrize(
    ("annexes", "expected"),
    [
        ("附件：1. 节水任务清单\n      2. 责任分工表\n", ["节水任务清单", "责任分工表"]),
        ("附件：\n1.节水任务清单.docx\n2.责任分工表.xls\n", ["节水任务清单", "责任分工表"]),
        (f"附件：{TITLE}.pdf\n", []),
        ("附件：\n1.强化节水，完善制度，\n", []),
    ],
)  # fmt: skip
def test_annexes_and_files_of_a_page(annexes: str, expected: list[str]) -> None:
    assert list(notice(f"{TITLE}\n{HANDED}{annexes}{SIGNED}{BODY}").annexes) == expected


def test_no_plan_that_a_notice_hands_out_is_cited() -> None:
    found = notice(
        "东江市人民政府关于印发节水专项行动方案的通知\n各县人民政府：\n《东江市工业节水方案》《东江市农业节水方案》和《东江市城镇节水方案》"
        "等3个方案已经市政府同意，现印发给你们。\n东江市人民政府\n2025年3月1日\n东江市工业节水方案\n"
        "依据《江北省节水行动方案》（见江北政发〔2024〕7号）制定。对照《行动方案》，执行《用水标准》（GB 50013—2018），用好《节水监管平台》。"
        + BODY
    )
    assert [(cite.title, cite.number) for cite in found.cites] == [("江北省节水行动方案", "江北政发〔2024〕7号")]


@pytest.mark.parametrize(
    "head",
    [
        "欢迎来到东江市水利局!\n\n东江市河长制办公室\n关于印发《东江市推行河长制主要任务 分解方案》的通知\n\n东江市推行河长制主要任务分解表\n",
        "Page 22 - 东江市河长制办公室关于印发《东江市推行河长制主要任务分解方案》的通知\n",
    ],
)
def test_a_page_of_a_plan_names_the_notice_that_hands_it_out(head: str) -> None:
    found = read(head + "1.清理河道。（责任单位：市水利局）\n2.建设堤防。（责任单位：市水利局）\n").notice
    assert found.title == "东江市河长制办公室关于印发《东江市推行河长制主要任务分解方案》的通知"
    assert (found.plan_title, found.issuers) == ("东江市推行河长制主要任务分解方案", ("东江市河长制办公室",))
