"""The lexicon of concepts, entry by entry."""

import pytest

from graph import words
from graph.lexicon import Row, table
from graph.search import concepts, mentions, search

ROWS = table("concepts.tsv") + table("concepts_places.tsv")
KINDS = {"topic", "place", "unit", "weak"}


def said(text: str) -> set[str]:
    return {hit.concept for hit in mentions.find(words.normalise(text))}


def listed(*columns: str) -> list[tuple[str, str]]:
    return [(row["concept"], word) for row in ROWS for column in columns for word in row.list(column)]


def test_the_field_is_covered() -> None:
    assert len(table("concepts.tsv")) >= 300
    assert len({row["concept"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["concept"])
def test_an_entry_is_found_in_its_example_and_asked_for_by_its_name(row: Row) -> None:
    assert row["kind"] in KINDS
    assert row["concept"] in said(row["example"])
    assert concepts.asked(words.normalise(row["concept"])) == row["concept"]


def test_words_are_long_enough_to_be_found() -> None:
    short = [pair for pair in listed("words", "narrower", "not", "chance") if len(pair[1].partition("~")[0]) < 2]
    assert not short


def test_no_word_is_listed_twice() -> None:
    pairs = listed("words", "narrower")
    assert len(pairs) == len(set(pairs)), sorted({pair for pair in pairs if pairs.count(pair) > 1})


def test_wider_concepts_are_there() -> None:
    known = concepts.concepts()
    assert not [pair for pair in listed("wider") if pair[1] not in known or pair[1] == pair[0]]


def test_what_is_named_as_unlike_is_not_it() -> None:
    wrong = [(name, word) for name, word in listed("not", "chance") if name in said(word.replace("~", ""))]
    assert not wrong


def test_english_is_understood() -> None:
    for name, phrase in listed("english"):
        names = concepts.english()[tuple(concepts.stems(phrase))]
        assert name in names


@pytest.mark.parametrize("row", table("namesakes.tsv"), ids=lambda row: row["ending"])
def test_what_bears_a_rivers_name_is_not_the_river(row: Row) -> None:
    normal = words.normalise(row["example"])
    assert not any(concepts.concepts()[name].kind == "place" for name in said(row["example"]))
    assert any(hit.end == len(normal) for hit in mentions.alike(normal))


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("黄河流域生态保护", "黄河", True),
        ("黄河沿线公路", "黄河", True),
        ("G210古城湾黄河大桥通道", "黄河", False),
        ("黄河公路特大桥", "黄河", False),
        ("营造诚实守信金融生态环境", "生态环境", False),
        ("打造产业生态", "生态环境", False),
        ("加强生态环境保护", "生态环境", True),
        ("减免房产税", "房租", False),
        ("落实国家政策", "家政", False),
        ("全国企业名录", "国有企业", False),
        ("提高校园管理水平", "高等教育", False),
        ("召开发展会议", "会展", False),
        ("坚持核心理念", "心理健康", False),
        ("引进一批高层次人才", "人才引进", True),
        ("引进设备。培养人才", "人才引进", False),
        ("EMAIL地址", "人工智能", False),
        ("创业团队可按同期商业贷款利息回购股权", "创业担保贷款", False),
        ("对创业团队发放贷款", "创业担保贷款", True),
        ("应用AI技术", "人工智能", True),
    ],
)
def test_words_mean_what_they_mean_where_they_stand(text: str, name: str, found: bool) -> None:
    assert (name in said(text)) is found


def test_a_case_of_something_is_that_thing() -> None:
    assert "生态环境" in concepts.concepts()["湿地"].wider


@pytest.mark.parametrize("row", table("question_words.tsv"), ids=lambda row: row["word"])
def test_words_of_questions_are_of_two_kinds(row: Row) -> None:
    assert row["kind"] in ("stop", "weak")


def test_a_question_says_what_it_was_taken_for() -> None:
    assert [name for name, _ in search.plan("黄河 ecology").concepts] == ["黄河", "生态环境"]
