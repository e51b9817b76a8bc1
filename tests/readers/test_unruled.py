"""Tables printed without ruled lines, told by the places that their columns leave free."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from ingest.parse import parse
from ingest.readers import read_bytes
from tests.ingest.reading import squeezed, units
from tests.readers.layout import LEFT, Page, put, width, wrapped
from tests.readers.make_files import ofd, pdf

EDGES = (48, 90, 270, 350, 460, 540)
HEAD = ("序号", "具体任务", "牵头单位", "配合单位", "完成时限")
ROWS = [
    ("1", "新建道路三十公里，打通断头路，提升通行能力。", "市交通局", "市住建局、市财政局、各区政府", "2025年6月底前"),
    ("2", "改造桥梁5座。", "市住建局", "市财政局", "长期坚持"),
    ("3", "新建幼儿园3所，增加普惠性学位九百个，缓解入园难问题。", "市教育局", "市自然资源和规划局", "2025年9月底前"),
]  # fmt: skip
TOLD = [
    ("1", ROWS[0][1], ["市交通局 lead", "市住建局 support", "市财政局 support", "各区政府 support"], "2025年6月底前"),
    ("2", ROWS[1][1], ["市住建局 lead", "市财政局 support"], "长期坚持"),
    ("3", ROWS[2][1], ["市教育局 lead", "市自然资源和规划局 support"], "2025年9月底前"),
]
NOTE = "注：以上任务按月报送进展情况，年底前由市政府督查室统一组织开展督查。"
SIZE, STEP = 10.5, 14


def page(rows: Sequence[tuple[str, ...]], gap: int = 0, centred: bool = False, title: str = "××市任务分解表") -> Page:
    """Cells on lines of their own, each at the left of its column; heads stand in the middle. `centred` puts cells at
    half the height of their row."""
    made = Page()
    if title:
        put(made, title, 200, 90)
    y = 120.0
    for row in rows:
        texts = [wrapped(cell, (b - a) / SIZE - 1.5) for cell, (a, b) in zip(row, pairwise(EDGES), strict=True)]
        high = max(map(len, texts))
        for lines, (left, right) in zip(texts, pairwise(EDGES), strict=True):
            top = y + (high - len(lines)) * STEP / 2 * centred
            for at, line in enumerate(lines):
                x = left + (right - left - SIZE - width(line, SIZE)) / 2 if row == HEAD else left
                put(made, line, x, top + at * STEP, SIZE)
        y += high * STEP + gap
    return made


def told(name: str, data: bytes) -> list[tuple[str | None, str, list[str], str]]:
    (document,) = read_bytes(name, data)
    measures = parse(document).measures
    return [(m.label, squeezed(m.text), units(m), m.deadline.text if m.deadline else "") for m in measures]


@pytest.mark.parametrize(("gap", "centred"), [(0, False), (10, False), (10, True)])
def test_columns_are_told_by_what_they_leave_free(gap: int, centred: bool) -> None:
    made = page([HEAD, *ROWS], gap, centred)
    put(made, NOTE, LEFT, 400, 12)
    assert told("a.pdf", pdf([made])) == TOLD
    assert told("a.ofd", ofd([made])) == TOLD


def test_such_a_table_may_go_on_over_a_page() -> None:
    first, second = page([HEAD, *ROWS[:2]]), page(ROWS[2:], title="")
    put(second, NOTE, LEFT, 400, 12)
    assert told("a.pdf", pdf([first, second])) == TOLD


def test_rows_that_cannot_be_told_apart_and_prose_below_words_that_stand_apart_are_no_table() -> None:
    assert not read_bytes("a.pdf", pdf([page([HEAD, *ROWS], 0, True)]))[0].tables
    made = Page()
    put(made, "任务    责任单位    时限", LEFT, 120)
    for at in range(6):
        put(made, "各责任单位要高度重视，加强领导，明确任务，落实责任，抓好推进。"[:28], LEFT, 150 + 28 * at)
    assert not read_bytes("a.pdf", pdf([made]))[0].tables
