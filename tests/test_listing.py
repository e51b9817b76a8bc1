"""Which words of a question are a list of things of one kind, and which bodies are asked for as bodies."""

import pytest

from graph import words
from graph.search import question, search
from graph.search.listing import listed


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("古迹和非遗靠什么保护", "古迹 非遗"),
        ("文物、非遗、古镇怎么保护", "文物 非遗 古镇"),
        ("口罩防护服 扩产", "口罩 防护服"),
        ("铁路或养老", "铁路 养老"),
        ("养老和铁路", ""),
        ("财政局和科技局", ""),
        ("财政局或科技局", ""),
        ("知识产权 商标", ""),
        ("商标 侵权", ""),
    ],
)
def test_things_of_one_kind_are_a_list(text: str, lists: str) -> None:
    found = listed(question.cut(words.normalise(text)))
    assert " ".join(word.text for word in found if word.among) == lists
    assert len({word.among for word in found if word.among}) <= 1


def test_a_list_is_one_thing_asked_for() -> None:
    plan = search.plan("古迹和非遗靠什么保护")
    assert [name for name, _ in plan.concepts] == ["古迹/非遗"]


def test_of_two_kinds_one_is_enough_only_when_something_else_is_asked_and_nothing_says_all() -> None:
    steps = [[name for name, _ in step.concepts] for step in search.plan("养老和铁路的补贴").steps()]
    assert steps[0] == ["养老", "铁路", "补贴"]
    assert steps[1] == ["养老/铁路", "补贴"]
    assert all(len(step.concepts) == 2 for step in search.plan("养老和铁路").steps())


@pytest.mark.parametrize("body", ["法院", "检察院", "工会", "妇联", "残联", "共青团"])
def test_a_body_is_asked_for_as_one_that_does_something(body: str) -> None:
    (clause,) = search.plan(body).clauses
    assert not clause.means
    assert any(term.field == "units" for term in clause.any_of)


def test_a_body_is_found_by_its_full_name_too() -> None:
    (clause,) = search.plan("残联").clauses
    assert search.Term("own", words.phrase("残疾人联合会")) in clause.any_of


def test_what_is_a_case_in_one_meaning_only_does_not_swallow_the_rest() -> None:
    assert [name for name, _ in search.plan("五险一金 缓交").concepts] == ["五险一金", "缓交"]


@pytest.mark.parametrize("text", ["停车费", "快递费"])
def test_a_word_with_an_ending_is_first_of_all_itself(text: str) -> None:
    (word,) = question.cut(text)
    assert word.kind in ("part", "words", "concept")
    assert word.text == text


def test_what_the_segmenter_takes_for_one_word_is_cut_into_known_ones() -> None:
    found = question.cut("银行利息太高怎么降")
    assert [word.text for word in found if word.kind not in ("stop", "weak")] == ["银行", "利息"]
