import pytest

from tests.viz.notices import PAYLOADS
from viz.labels import NOT_FIRST, NOT_LAST, called, clean, lines, measure, short


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("种树", "种树"),
        ("打造1小时铁路经济圈，公交化、常态化运营", "打造1小时铁路经济圈"),
        ("合力打好黄河“几字弯”生态环境系统治理攻坚战，针对入黄泥沙减控", "黄河“几字弯”生态环…"),
        ("加快建设G210白云鄂博至固阳至东河通道", "G210白云鄂博至固…"),
        ("共同实施大青山生态保护综合治理。", "大青山生态保护综合治理"),
        ("创建“蒙科聚创新驱动平台建设分中心", "蒙科聚创新驱动平台…"),
        ("到2023年，淘汰老旧农业机械一万台", "淘汰老旧农业机械一万台"),
        ("a\u202eb\x00c", "abc"),
        ("", ""),
    ],
)
def test_a_title_is_short_enough_to_read_at_a_glance(title: str, label: str) -> None:
    assert short(title) == label
    assert len(short(title)) <= 11


def test_the_number_stands_on_its_own_line() -> None:
    assert measure("（十二）", "黄河“几字弯”治理") == "（十二）\n黄河“几字弯”治理"
    assert measure(None, "黄河") == "黄河"


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("市林草局", "市林草局"),
        ("包头市推动呼包鄂乌一体化发展领导小组各成员单位", "包头市推动呼包鄂乌\n一体化发展领导小组\n各成员单位"),
        ("市行政审批政务服务与数据管理局", "市行政审批政务服务\n与数据管理局"),
        ("推动形成的新的长效机制（试行），以及", "推动形成的新的长效机\n制（试行），以及"),
        ("推动形成机制（试行办法），以及其他", "推动形成机制（试行办\n法），以及其他"),
    ],
)
def test_lines_are_broken_where_a_printer_would(text: str, broken: str) -> None:
    assert lines(text, most=3) == broken


@pytest.mark.parametrize("payload", [*PAYLOADS, "，" * 300, "（" * 300, "一二三四五六七八九十，" * 40, "x" * 5000])
def test_no_line_starts_or_ends_wrongly_or_runs_on(payload: str) -> None:
    made = lines(payload, most=3).split("\n")
    assert len(made) <= 3
    assert all(len(line) <= 45 for line in made)
    for line in made[1:]:
        assert not line or line[0] not in NOT_FIRST or set(line) <= set(NOT_FIRST)
    for line in made[:-1]:
        assert line[-1] not in NOT_LAST


def test_marks_of_direction_and_controls_are_taken_out() -> None:
    assert clean("\u202e甲\u200f\x00 \n乙\u2066") == "甲 乙"


def test_a_department_is_called_as_notices_print_it_unless_two_are_printed_alike() -> None:
    full = {"a": "包头市发展和改革委员会", "b": "鄂尔多斯市发展和改革委员会", "c": "包头市林业和草原局", "d": "海关"}
    seen = [("a", "市发改委"), ("b", "市发改委"), ("c", "市林业和草原局"), ("c", "市林草局"), ("x", "别处")]
    assert called(full, seen) == full | {"c": "市林草局"}
