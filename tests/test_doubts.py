"""What reading did not understand is said in both languages, also of bases that were loaded before it was."""

import re

import pytest

from graph.doubts import _sentences, sentence, told
from ingest.document import Document
from ingest.parse import parse
from ingest.parsed import Warning

HAN = re.compile("[\u4e00-\u9fff]")
NOTICE = (
    "某某市人民政府关于印发行动方案的通知\n某政发〔2024〕3号\n各县、区人民政府：\n一、建设图书馆\n"
    "（一）改造馆舍。完善设施，提升服务能力。\n"
    "（二）推进开放。延长时间。（责任单位：市读书促进社；完成时限：2004年2月30日）\n某某市人民政府\n2023年3月1日\n"
)
SAID = {
    8: "The date of signing “2023年3月1日” is not of 2024, the year of the notice's number",
    5: "“（一）改造馆舍” looks like a task, but names no responsible unit",
    6: "The time limit “2004年2月30日” of “（二）推进开放” has a year or day that cannot be; no day was inferred",
}


def kept(warning: Warning) -> dict[str, object]:
    return {"code": warning.code, "message": warning.message, "span": warning.span, "values": warning.values}


@pytest.fixture(scope="module")
def found() -> list[Warning]:
    return list(parse(Document("a.txt", NOTICE, "txt")).warnings)


def test_every_warning_has_its_line_and_an_english_sentence(found: list[Warning]) -> None:
    english = {one.line: told(kept(one), "en")["message"] for one in found if one.code != "unknown-unit"}
    assert english == SAID
    assert all(told(kept(one), "zh")["message"] == one.message for one in found)


def test_one_that_was_kept_without_its_values_is_said_in_english_too(found: list[Warning]) -> None:
    for one in found:
        old = {"code": one.code, "message": one.message, "span": one.span}
        assert told(old, "en")["message"] == told(kept(one), "en")["message"]
        assert told(old, "zh") == old


@pytest.mark.parametrize("odd", [
    {"code": "unknown-unit", "message": "别的话"},
    {"code": "nobody-knows", "message": "别的话", "values": {"unit": "甲"}},
    {"code": "unknown-unit", "message": None, "values": {"other": "甲"}},
    {"code": "unknown-unit", "message": "别的话", "values": ["unit"]},
    {"message": "别的话"},
])  # fmt: skip
def test_what_nobody_knows_stays_as_it_is(odd: dict[str, object]) -> None:
    assert told(odd, "en") == odd


def test_values_are_never_taken_for_a_form() -> None:
    assert "“{unit}{0}%s”" in sentence("unknown-unit", {"unit": "{unit}{0}%s"}, "en")
    assert told({"code": "unknown-unit", "message": "“" * 100_000}, "en")["message"] == "“" * 100_000


def test_both_languages_say_the_same_values_and_the_english_holds_no_chinese() -> None:
    for sentences in _sentences().values():
        assert len({one.values for one in sentences}) == len(sentences)
        for one in sentences:
            assert set(re.findall(r"\{(\w+)\}", one.en)) == one.values
            assert not HAN.search(one.en) and HAN.search(one.zh)
