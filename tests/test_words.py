"""How Chinese text is matched: alike what means the same, found what stands there."""

import subprocess
import sys

import pytest

from graph import words


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("（１２）ＡＢ", "(12)ab"),
        ("生態環境，養老機構", "生态环境,养老机构"),
        ("剩馀账款，批准後", "剩余账款,批准后"),
        ("⼈⺠政府⻓期", "人民政府长期"),
        ("黄\u200b河\ufeff", "黄河"),
        ("A\u3000B\n\nC", "a b c"),
        ("㈠", "(一)"),
    ],
)
def test_what_means_the_same_is_made_alike(text: str, normal: str) -> None:
    assert words.normalise(text) == normal


def test_each_character_knows_where_it_came_from() -> None:
    text = "卡\n\n脖㈠子"
    normal, places = words.aligned(text)
    assert normal == "卡脖(一)子"
    assert [text[place] for place in places] == ["卡", "脖", "㈠", "㈠", "㈠", "子"]


def test_terms_are_pairs_and_whole_words() -> None:
    assert words.terms("加快G210黄河大桥，AI") == "加快 快 g210 黄河 河大 大桥 桥 ai"


@pytest.mark.parametrize(
    ("part", "found"),
    [("河大", True), ("黄河大桥", True), ("桥", True), ("G210", True), ("G21", False), ("桥A", False)],
)
def test_every_piece_of_a_run_is_a_phrase(part: str, found: bool) -> None:
    terms = f" {words.terms('加快G210黄河大桥，AI')} "
    phrase = words.phrase(part)
    alone = len(part) == 1
    assert (f" {phrase}" in terms if alone else f" {phrase} " in terms) is found


@pytest.mark.parametrize(
    ("word", "like"),
    [("loans", "loan"), ("policies", "policy"), ("taxes", "tax"), ("recruiting", "recruit"), ("housing", "house")],
)
def test_english_words_lose_their_endings(word: str, like: str) -> None:
    assert words.stem(word) == words.stem(like)


@pytest.mark.parametrize(
    ("name", "initials", "spelt"),
    [
        ("林草局", "lcj", "lincaoju"),
        ("包头市林业和草原局", "btslyhcyj", "baotoushilinyehecaoyuanju"),
        ("重庆", "cq", "chongqing"),
        ("G210国道", "g210gd", "g210guodao"),
    ],
)
def test_names_are_spelt(name: str, initials: str, spelt: str) -> None:
    assert words.initials(name) == initials
    assert words.spelt(name) == spelt


def test_a_run_is_cut_into_words() -> None:
    assert words.segment("城市内涝治理", frozenset({"城市内涝"}))[:1] == ["城市内涝"]


def test_what_is_slow_is_not_loaded_before_it_is_needed() -> None:
    said = (
        "import sys; from graph.search import search; search.plan('黄河 ecology');"
        "print({'jieba', 'pypinyin'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
