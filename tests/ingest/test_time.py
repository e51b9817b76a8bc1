"""No text makes a rule slow: four times the text takes about four times as long."""

import time
from collections.abc import Callable

import pytest

from tests.ingest.reading import read

HEAD = "××市任务清单\n"
TABLE = "序号\t任务\t责任单位\n"

SHAPES: dict[str, Callable[[int], str]] = {
    "names parted by blanks": lambda n: "一、任务。（责任单位：" + "市财政局 " * n + "）",
    "numbers before figures": lambda n: "".join(f"{at % 9 + 1}.{at % 9}家企业上市。\n" for at in range(n)),
    "numbers of pages": lambda n: "各市（地）人\n1\n民政府\n" * n,
    "rows of tabs": lambda n: TABLE + "1\t建路\t市交通局\n" * n,
    "a row of tabs": lambda n: TABLE + "甲\t" * n,
    "heads of tables": lambda n: (TABLE + "\n\n") * n,
    "tables all in one line": lambda n: "序号 任务 责任单位 1 修路 " * 3 * n,
    "broken heads of tables": lambda n: "序号\n工作\n任务\n牵头\n单位\n" * n,
    "heads without numbers": lambda n: "重点任务\n责任单位\n" * n,
    "pipes": lambda n: "|" * n * 10,
    "columns of blanks": lambda n: "序号   任务   责任单位\n" + "1   建路   市交通局\n" * n,
    "sentences of who": lambda n: "由市发改委牵头，" * n,
    "labels without a colon": lambda n: "一、任务。责任单位市财政局；" * n,
    "brackets left open": lambda n: "一、任务（市财政局、市发改委；立即实施，" * n,
    "announcing lines": lambda n: "一、任务\n" + "具体举措：\n" * n + "（市财政局负责）",
    "bare names": lambda n: "1.任务。" + "市财政局 市发改委 " * n,
    "platforms with places in front": lambda n: "1.建设" + "昆明市能源大数据平台" * n + "。（责任单位：市教育局）",
    "airports": lambda n: "1.建设" + "昆明国际机场" * n + "。（责任单位：市教育局）",
    "rules for what follows": lambda n: "".join(
        f"{at + 1}.建路。（责任单位：市交通局，以下均需各区政府落实）\n" for at in range(n)
    ),
    "points under one heading": lambda n: "一、任务\n" + "1.甲。\n" * n + "2.乙。（市财政局负责）",
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_time_grows_with_the_text(shape: Callable[[int], str]) -> None:
    for _ in range(3):  # a busy machine may spoil one measurement
        few, many = _seconds(HEAD + shape(1000)), _seconds(HEAD + shape(4000))
        if many < 9 * max(few, 0.02):
            return
    pytest.fail(f"{few:.2f} s, then {many:.2f} s")


def _seconds(text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start
