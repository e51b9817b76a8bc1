"""Many texts at once are read as each by itself."""

from hypothesis import given
from hypothesis import strategies as st

from graph import words
from graph.search import mentions

# words of concepts, what only looks like them, what comes in two parts, and what is written otherwise
PIECES = (
    "黄河",
    "黄河大桥",
    "生态",
    "产业生态圈",
    "创业",
    "担保贷款",
    "ＡＩ",
    "mail",
    "。",
    "，",
    "；",
    "養老",
    "\n",
    "\0",
    "⺟",
    "馀",
    "İ",
)
TEXTS = st.lists(st.lists(st.sampled_from(PIECES)).map("".join))


@given(TEXTS)
def test_many_texts_are_normalised_as_each_by_itself(texts: list[str]) -> None:
    assert words.each_normalised(texts) == [words.normalise(text) for text in texts]


@given(TEXTS)
def test_many_texts_are_aligned_as_each_by_itself(texts: list[str]) -> None:
    assert [(n, [*p]) for n, p in words.each_aligned(texts)] == [(n, [*p]) for n, p in map(words.aligned, texts)]


@given(TEXTS)
def test_concepts_are_found_in_many_texts_as_in_each(texts: list[str]) -> None:
    normal = [words.normalise(text) for text in texts]
    for only in (None, frozenset({"黄河"}), frozenset({"创业贷款", "生态环境"})):
        assert mentions.find_each(normal, only) == [mentions.find(text, only) for text in normal]


@given(st.text())
def test_every_character_is_folded_by_itself(text: str) -> None:
    assert words.folded(text) == "".join(map(words.folded, text))
