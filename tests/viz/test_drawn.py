"""Order of the matrix, bars of time, calendar, comparison, map: values from values."""

import doctest
from dataclasses import replace

import pytest

import viz.compare
import viz.matrix
import viz.questions
from graph.asking import MeasureItem, Unit
from graph.model import Basis, Kind, Limit, Node, Role
from viz import gantt, ics, places
from viz.compare import compare
from viz.matrix import clustered

UNIT = Unit("150200/林业草原", "包头市林业和草原局", "市林草局", Role.RESPONSIBLE, Basis.STATED, 1)
BRIDGE = MeasureItem(
    "n/1",
    "（一）",
    "建设大桥",
    "加快建设古城湾黄河大桥。",
    None,
    "n",
    "通知",
    (UNIT,),
    "2024年12月",
    Limit.DATE,
    "2024-12-31",
)
FOREVER = replace(BRIDGE, id="n/2", deadline_text="长期坚持", deadline_kind=Limit.LONG_TERM, due=None)


@pytest.mark.parametrize("module", [viz.matrix, viz.compare, viz.questions])
def test_what_docstrings_say_is_so(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


def test_blocks_stand_together_in_the_matrix() -> None:
    weights = {("a", "d"): 3.0, ("d", "f"): 2.0, ("a", "f"): 2.0, ("b", "e"): 1.0}
    order = clustered(["a", "b", "c", "d", "e", "f"], weights)
    assert {*order[:3]} == {"a", "d", "f"} and {*order[3:5]} == {"b", "e"} and order[5] == "c"


def test_a_bar_without_a_last_day_fades_and_one_behind_is_gone() -> None:
    chart = gantt.chart([BRIDGE, FOREVER], {"n": "2024-02-03"}, "2025-06-01")
    assert chart is not None
    assert [(bar.fading, bar.gone) for bar in chart.bars] == [(False, True), (True, False)]
    assert chart.bars[0].x + chart.bars[0].width < chart.now <= 100


def test_without_any_limit_there_is_no_chart() -> None:
    assert gantt.chart([replace(BRIDGE, deadline_kind=None, due=None)], {}, "2025-06-01") is None


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_time_can_be_drawn(day: str) -> None:
    assert gantt.chart([BRIDGE, replace(BRIDGE, due=day)], {"n": None}, day) is not None
    assert "DTSTART" in ics.calendar([replace(BRIDGE, due=day)], "2025-01-01")


def test_nothing_in_a_title_ends_the_line_of_a_calendar() -> None:
    text = ics.calendar([replace(BRIDGE, title="a\r\nEND:VCALENDAR;b,c\\d")], "2025-01-01")
    assert text.count("\r\nEND:VCALENDAR\r\n") == 1
    assert "a\\nEND:VCALENDAR\\;b\\,c\\\\d" in text.replace("\r\n ", "")


def test_a_reworded_measure_is_changed_and_a_new_one_added() -> None:
    after = replace(
        BRIDGE, text="加快建成古城湾黄河大桥。", departments=(), deadline_text="2025年12月", due="2025-12-31"
    )
    new = replace(BRIDGE, id="n/9", text="发展低空经济。")
    result = compare([BRIDGE], [new, after])
    assert [m.id for m in result.added] == ["n/9"] and not result.dropped and not result.same
    (change,) = result.changed
    assert [(p.what, p.text) for p in change.words if p.what != "same"] == [("dropped", "设"), ("added", "成")]
    assert change.left == (UNIT,) and change.limit == ("2024年12月", "2025年12月")


def test_the_same_notice_has_no_changes() -> None:
    result = compare([BRIDGE, FOREVER], [BRIDGE, FOREVER])
    assert not (result.added or result.dropped or result.changed) and len(result.same) == 2


def test_north_is_up_and_east_is_right() -> None:
    def region(id: str, lon: float, lat: float) -> Node:
        return Node(id, Kind.REGION, id, {"lon": lon, "lat": lat})

    drawn = places.spots(
        [region("包头", 109.8, 40.6), region("呼和浩特", 111.7, 40.8), region("鄂尔多斯", 109.8, 39.6)]
    )
    assert drawn is not None
    by_name = {spot.node.id: spot for spot in drawn.spots}
    assert by_name["包头"].x < by_name["呼和浩特"].x and by_name["包头"].y < by_name["鄂尔多斯"].y
    assert places.spots([Node("x", Kind.REGION, "x")]) is None
