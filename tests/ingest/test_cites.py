"""The documents a notice names in 《》: title, number, relation; its own plan is not among them."""

import pytest

from ingest.head import cites

# text | (title, number, relation)
FOUND = [
    ("认真落实《内蒙古自治区人民政府关于推动呼包鄂乌一体化发展若干举措的通知》（内政发〔2023〕23号），制定本方案。",
     [("内蒙古自治区人民政府关于推动呼包鄂乌一体化发展若干举措的通知", "内政发〔2023〕23号", "implements")]),
    ("根据《国务院关于印发“十四五”数字经济发展规划的通知》(国发[2021]29号,以下简称《规划》)要求，落实《规划》任务。",
     [("国务院关于印发“十四五”数字经济发展规划的通知", "国发[2021]29号", "implements")]),
    ("依据《中华人民共和国网络安全法》《中华人民共和国数据安全法》和《关键信息基础设施安全保护条例》等规定",
     [("中华人民共和国网络安全法", None, "implements"), ("中华人民共和国数据安全法", None, "implements"),
      ("关键信息基础设施安全保护条例", None, "implements")]),
    ("《洛阳市节水条例》（洛政〔2015〕3号）同时废止。", [("洛阳市节水条例", "洛政〔2015〕3号", "repeals")]),
    ("自本通知印发之日起，《关于调整电价的通知》停止执行。", [("关于调整电价的通知", None, "repeals")]),
    ("《关于做好一线医务人员保障工作的若干措施》已经省人民政府同意，现转发给你们。",
     [("关于做好一线医务人员保障工作的若干措施", None, "forwards")]),
    ("现将省发展改革委《关于促进消费的若干意见》转发给你们", [("关于促进消费的若干意见", None, "forwards")]),
    ("研究制定《呼包鄂乌一体化发展工作机制运行规则》并印发实施。",
     [("呼包鄂乌一体化发展工作机制运行规则", None, "cites")]),
    ("参见《中共广东省委办公厅印发〈关于激励担当作为的若干措施〉的通知》（粤委办〔2020〕2号）。",
     [("中共广东省委办公厅印发〈关于激励担当作为的若干措施〉的通知", "粤委办〔2020〕2号", "cites")]),
    ("按照《中小企业划型标准规定》（工信部联企〔2011〕300号）执行。修订《中小企业划型标准规定》。",
     [("中小企业划型标准规定", "工信部联企〔2011〕300号", "implements")]),
    ("《优化营商环境条例》（国务院令第722号）", [("优化营商环境条例", "国务院令第722号", "cites")]),
    ("贯彻《关于\n加强科研诚信建设的意见》精神", [("关于加强科研诚信建设的意见", None, "implements")]),
]  # fmt: skip

OWN = [
    "现将《包头市推动一体化发展工作方案》印发给你们，请结合实际认真贯彻落实。",
    "《浙江省运力提升行动方案》已经省政府同意，现印发给你们，请认真组织实施。",
    "洛阳市人民政府关于印发《洛阳市城市更新办法》的通知\n各县区人民政府：",
    "《专利代理条例》已经国务院第23次常务会议修订通过，现将修订后的《专利代理条例》公布",
    "# 《某市人工智能产业发展实施意见》\n一、总体要求",
    "办理《营业执照》《食品经营许可证》，填写《诉讼要素表》，在《人民日报》刊登",
]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_a_text_cites_these_documents(text: str, found: list[tuple[str, str | None, str]]) -> None:
    mentions = cites.find(text)
    assert [(m.title, m.number, m.relation) for m in mentions] == found
    assert all(text[m.start] == "《" and text[m.end - 1] == "》" for m in mentions)


@pytest.mark.parametrize("text", OWN)
def test_its_own_plan_and_papers_of_a_case_are_not_cited(text: str) -> None:
    assert cites.find(text) == []


def test_a_title_known_to_be_the_notices_own_is_left_out() -> None:
    text = "按照《某市行动计划》和《某省行动计划》推进"
    assert [m.title for m in cites.find(text, own=["某市行动计划"])] == ["某省行动计划"]


def test_a_million_brackets_take_no_longer_than_their_number() -> None:
    assert cites.find("《" * 500_000 + "》" * 500_000) == []
