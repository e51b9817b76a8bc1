"""Numbers before items, and what only looks like one."""

import pytest

from ingest.items.outline import read
from ingest.numbering import number_of
from ingest.text.flow import mend

NUMBERS = [
    ("一、总体要求", "一、", "han", 1), ("三十、对落实", "三十、", "han", 30), ("二十一、优化", "二十一、", "han", 21),
    ("（一）打造", "（一）", "bracket", 1), ("(十二)强化", "(十二)", "bracket", 12),
    ("1.完善", "1.", "arabic", 1), ("10．加大", "10．", "arabic", 10), ("2、落实", "2、", "arabic", 2),
    ("（3）推进", "（3）", "inner", 3), ("4）推进", "4）", "inner", 4), ("①建设", "①", "circled", 1),
    ("第一条 为了", "第一条", "article", 1), ("第二章　职责", "第二章", "part", 2), ("任务3：推进", "任务3：", "task", 3),
]  # fmt: skip


@pytest.mark.parametrize(("text", "printed", "kind", "value"), NUMBERS)
def test_a_number_is_read(text: str, printed: str, kind: str, value: int) -> None:
    number = number_of(text)
    assert number is not None
    assert (number.printed, number.kind, number.value) == (printed, kind, value)


@pytest.mark.parametrize(
    "text", ["一、二、三产业融合", "1.5万吨", "2024年底", "一是加强", "第一产业", "3项任务", "十堰市", "（含街道）"]
)
def test_a_figure_is_no_number(text: str) -> None:
    assert number_of(text) is None


def test_items_stand_under_their_headings_and_numbering_may_start_again() -> None:
    outline = read(mend("一、甲\n（一）子\n1.丑\n2.寅\n（二）卯\n1.辰\n二、乙\n（一）巳\n附件1\n一、丙\n1.午"))
    sections = {item.number.printed + item.heading: outline.section(item) for item in outline.items}
    assert sections["2.寅"] == "（一）子"
    assert sections["1.辰"] == "（二）卯"
    assert sections["（一）巳"] == "二、乙"
    assert sections["一、丙"] is None
    assert sections["1.午"] == "一、丙"
    first, second = (item for item in outline.items if item.heading in ("丑", "辰"))
    assert [outline.items[at].heading for at in outline.siblings(first)] == ["丑", "寅"]
    assert [outline.items[at].heading for at in outline.siblings(second)] == ["辰"]
