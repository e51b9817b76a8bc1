"""What is meant while one types: English words of Chinese names, numbers of measures."""

from collections.abc import Iterator

import pytest

from graph import numbers
from graph.model import Kind, NoticeGraph
from graph.search import english
from graph.store import Store, open_store
from graph.suggesting import numbered, suggested

NOTICE = "包府发〔2024〕5号"


@pytest.fixture(scope="module")
def store(sample_graph: NoticeGraph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_store(tmp_path_factory.mktemp("suggesting") / "sample.db")
    list(opened.replace([sample_graph]))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("forestry", "包头市林业和草原局"),
        ("forestr", "包头市林业和草原局"),
        ("Forestry Bureau", "包头市林业和草原局"),
        ("Bureau of Finance", "包头市财政局"),
        ("baotou finance", "包头市财政局"),
        ("development and reform", "包头市发展和改革委员会"),
        ("culture and tourism", "包头市文化旅游广电局"),
        ("water", "包头市水务局"),
        ("yellow river", "黄河"),
        ("lcj", "包头市林业和草原局"),
        ("林草", "包头市林业和草原局"),
    ],
)
def test_names_are_found_by_english_words_as_one_types(store: Store, typed: str, first: str) -> None:
    assert suggested(store, typed)[0].node.name == first


def test_english_words_keep_to_the_kinds_and_the_limit(store: Store) -> None:
    assert {one.node.kind for one in suggested(store, "ecology", 20, [Kind.THEME])} == {Kind.THEME}
    assert len(suggested(store, "ecology", 2)) == 2
    assert suggested(store, "xyzzy") == suggested(store, "") == suggested(store, "the") == ()


def test_a_word_of_two_letters_is_no_english_word_yet() -> None:
    assert english.begun("fo") == ((), False)
    assert english.begun("林业") == ((), False)
    assert english.begun("forest")[1]


@pytest.mark.parametrize(
    "typed", ["（十二）", "(十二)", "十二", "12", "（12）", "5号（十二）", "5号 十二", f"{NOTICE}（十二）"]
)
def test_a_measure_is_found_by_its_number(store: Store, typed: str) -> None:
    assert [item.id for item in numbered(store, typed)] == [f"{NOTICE}/12"]


@pytest.mark.parametrize("typed", ["十二、", "第十二条", "9号（十二）", "2024", "8月12", "黄河", "", "三百"])
def test_what_is_no_number_of_a_measure_here_finds_none(store: Store, typed: str) -> None:
    assert numbered(store, typed) == ()


@pytest.mark.parametrize(
    ("value", "said"),
    [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (101, "一百零一"), (110, "一百一十"), (299, "二百九十九")],
)
def test_numbers_are_said_in_chinese(value: int, said: str) -> None:
    assert numbers.han(value) == said
