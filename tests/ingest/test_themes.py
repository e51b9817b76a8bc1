"""What a measure is about, by its section's heading and its own words."""

import pytest

from ingest import themes
from ingest.parsed import Theme


@pytest.mark.parametrize(
    ("section", "text", "theme", "basis"),
    [
        ("四、夯实一体化生态环保体系", "加强湿地保护、水污染治理", "生态环保", ("section", "text")),
        ("四、夯实一体化生态环保体系", "强化联防联控", "生态环保", ("section",)),
        (None, "加大政府性融资担保力度，降低贷款利率", "金融服务", ("text",)),
        ("三、优化科技创新体系", "开展关键核心技术攻关", "科技创新", ("section", "text")),
        (None, "建设互联共享的养老服务信息平台", "养老", ("text",)),
        (None, "推进农村公路建设", "交通运输", ("text",)),
    ],
)
def test_a_measure_is_about_what_its_words_say(
    section: str | None, text: str, theme: str, basis: tuple[str, ...]
) -> None:
    assert Theme(theme, basis) in themes.find(section, text)


@pytest.mark.parametrize(
    ("text", "theme"),
    [("构建产业生态和开源生态", "生态环保"), ("推动高质量发展", "质量标准"), ("完善质量担保机制", "金融服务")],
)
def test_a_word_inside_another_says_nothing(text: str, theme: str) -> None:
    assert theme not in [mention.name for mention in themes.find(None, text)]


def test_a_passing_word_in_a_long_text_is_not_what_it_is_about() -> None:
    text = "加强统筹协调，" * 30 + "用好就业资金。"
    assert "就业" not in [mention.name for mention in themes.find(None, text)]


def test_what_heading_and_text_both_say_comes_first() -> None:
    found = themes.find("二、稳定就业", "支持企业稳岗，加大贷款贴息")
    assert found[0] == Theme("就业", ("section", "text"))
