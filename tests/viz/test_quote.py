import pytest

from tests.viz.notices import TEXT
from viz.quote import Quote, clause


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("市林草局", Quote("责任单位：市水务局、", "市林草局", "")),
        ("黄河", Quote("治理", "黄河", "")),
        ("2024年12月", Quote("完成时限：", "2024年12月", "")),
    ],
)
def test_a_clause_ends_at_its_brackets_or_its_sentence(words: str, quote: Quote) -> None:
    at = TEXT.index(words)
    assert clause(TEXT, [at, at + len(words)]) == quote


def test_a_long_clause_is_cut_and_says_so() -> None:
    found = clause("甲" * 300 + "黄河" + "乙" * 300, (300, 302))
    assert found == Quote("…" + "甲" * 90, "黄河", "乙" * 90 + "…")


def test_line_breaks_inside_a_clause_are_not_shown() -> None:
    assert clause("突发事件，卡\n脖子技术。", (0, 9)) is not None


@pytest.mark.parametrize("span", [None, [], [3], [5, 2], [-1, 2], [0, 999], "ab", ["a", "b"], [0, 0]])
def test_a_span_that_is_none_gives_no_quote(span: object) -> None:
    assert clause("短文", span) is None
