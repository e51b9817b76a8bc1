"""The outline of a notice: sections, their measures, and measures that are themselves sections."""

from graph.model import Kind, Node
from viz.views.notice import Heading, outline


def measure(label: str, name: str, section: str | None) -> Node:
    return Node(f"甲/{label}{name}", Kind.MEASURE, name, {"label": label, "section": section})


def shown(some: list[Heading]) -> list[object]:
    return [[one.title, *shown(one.below)] if one.below else one.title for one in some]


def test_measures_stand_below_their_section_which_may_be_a_measure_itself() -> None:
    some = [
        measure("（一）", "强化引领", "二、任务"),
        measure("", "优化体制", "（一）强化引领"),
        measure("", "加强集成", "（一）强化引领"),
        measure("（二）", "绿色生产", "二、任务"),
        measure("", "开展设计", "（二）绿色生产"),
        measure("（三）", "保障", None),
    ]
    first = ["（一）强化引领", "优化体制", "加强集成"]
    assert shown(outline(some)) == [["二、任务", first, ["（二）绿色生产", "开展设计"]], ["", "（三）保障"]]
