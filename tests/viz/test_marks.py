"""Marks on a text: overlapping, at the edges, none."""

from hypothesis import example, given
from hypothesis import strategies as st

from viz.marks import Mark, breaks, excerpt, found, readable, segments, words


def shown(text: str, *marks: Mark) -> list[tuple[str, list[str]]]:
    return [(s.text, [mark.kind for mark in s.marks]) for s in segments(text, marks)]


def test_overlapping_marks_are_cut_where_they_begin_and_end() -> None:
    text = "呼包鄂乌一体化"
    assert shown(text, Mark(0, 4, "Region"), Mark(1, 7, "Project")) == [
        ("呼", ["Region"]),
        ("包鄂乌", ["Project", "Region"]),
        ("一体化", ["Project"]),
    ]


def test_the_narrowest_mark_that_leads_anywhere_is_the_link() -> None:
    outer, inner = Mark(0, 6, "Measure", "/m"), Mark(2, 4, "Department", "/d")
    assert [s.href for s in segments("abcdef", [outer, inner])] == ["/m", "/d", "/m"]


@example("第一页\f第二页", [(0, 3)])
@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=12))
def test_nothing_of_the_text_is_lost(text: str, spans: list[tuple[int, int]]) -> None:
    pieces = segments(text, [Mark(a, b, "x") for a, b in spans])
    assert "".join(piece.text for piece in pieces) == text.replace("\f", "\n")  # the end of a page is shown as one
    at = 0
    for piece in pieces:
        covering = {(a, b) for a, b in spans if a <= at and b >= at + len(piece.text) and b > a}
        assert {(mark.start, mark.end) for mark in piece.marks} == (covering if piece.text else set())
        at += len(piece.text)


def test_signs_of_markdown_are_not_shown_and_stars_for_names_are() -> None:
    text = "## 一、总体要求\n**责任单位**：**市林草局**、市水务局\n1\\. 李**、王**；**加强**领导，# 3 号"
    pieces = readable(text, [Mark(text.index("市林草局") - 2, text.index("、市水务局"), "Department")])
    assert (
        "".join(one.text for one in pieces)
        == "一、总体要求\n责任单位：市林草局、市水务局\n1. 李**、王**；加强领导，# 3 号"
    )
    assert [one.text for one in pieces if one.kinds == "m-Department"] == ["市林草局"]
    assert words(text, text.index("*"), len(text)) == "责任单位：市林草局、市水务局 1. 李**、王**；加强领导，# 3 号"


def test_a_break_that_was_mended_is_marked_and_one_between_sentences_is_not() -> None:
    text = "标题\n突发\n\n事件。\n（责任单位"
    assert [(mark.start, mark.end) for mark in breaks(text, (0, len(text)), "标题\n突发事件。")] == [(5, 7)]


def test_words_are_found_as_they_stand_whatever_they_hold() -> None:
    assert [(m.start, m.end) for m in found("a+b (c) A+B", ["a+b", "(c)", ""])] == [(0, 3), (4, 7), (8, 11)]


def test_words_are_found_whatever_signs_and_lines_the_notice_prints_them_in() -> None:
    text = "建设人工智能开源社区，AI 大模型"
    assert [text[m.start : m.end] for m in found(text, ["⼈⼯智能", "⼤\n模型", "ＡＩ"])] == [
        "人工智能",
        "AI",
        "大模型",
    ]


LONG = "推进甲，推进乙，推进丙。" * 20 + "实施黄河治理，保护湿地，" + "推进丁，推进戊，推进己。" * 20


def said(text: str, words: list[str], most: int, reach: int) -> str:
    return "".join(piece.text for piece in excerpt(segments(text, found(text, words)), most, reach))


def test_of_a_long_text_what_is_found_is_shown_with_what_stands_round_it() -> None:
    assert said(LONG, ["黄河", "湿地"], 100, 12) == "……推进乙，推进丙。实施黄河治理，保护湿地，推进丁，推进戊，……"
    assert said(LONG, ["黄河"], 100, 4) == "……实施黄河治理，……"


def test_a_short_text_is_shown_whole_and_one_with_nothing_found_from_its_beginning() -> None:
    assert said("实施黄河治理。", ["黄河"], 100, 12) == "实施黄河治理。"
    assert said(LONG, ["湖"], 12, 4) == "推进甲，推进乙，推进丙。……"


def test_the_end_of_a_page_is_an_end_of_a_line() -> None:
    assert [piece.text for piece in segments("甲\f乙", [])] == ["甲\n乙"]
