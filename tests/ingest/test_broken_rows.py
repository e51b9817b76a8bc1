"""Tables of pipes that a converter broke at their cells."""

import pytest

from tests.ingest.reading import read, units

HEAD = "某县2025年民生实事项目的通知\n\n附件：\n"
ROWS = [
    ("1", "建成东街道路。", "县住建局"),
    ("2", "改造学校3所，\n修复堰塘1座。", "县教育局\n、县水利局"),
]


def _broken(begin: str, end: str, title: str = "") -> str:
    """A table whose cells each stand on a line, with `begin` before a row and `end` behind each cell."""
    rows = [("序号", "建设\n内容", "责任单位"), *ROWS]
    return HEAD + title + "".join(begin + "".join(f"{cell}{end}" for cell in row) for row in rows)


@pytest.mark.parametrize(
    "text",
    [
        _broken("|\n", " |\n"),
        _broken("|\n", " |\n", "|\n民生实事清单 |\n|||\n"),
        _broken("| ", "\n|\n"),
        _broken("|", "\n\n|\n"),
        _broken("|\n", " |\n").replace("责任单位 |\n", "责任单位 |\n|---|---|---|\n"),
    ],
    ids=["pipe alone", "a title row", "pipes between lines", "blank lines in cells", "a rule"],
)
def test_rows_broken_at_their_cells(text: str) -> None:
    first, second = read(text).measures
    assert (first.label, first.text, units(first)) == ("1", "建成东街道路。", ["县住建局 responsible"])
    assert (second.text, units(second)) == (
        "改造学校3所，修复堰塘1座。",
        ["县教育局 responsible", "县水利局 responsible"],
    )


def test_text_behind_the_table_stays() -> None:
    text = _broken("|\n", " |\n") + "\n抄送：县委办公室。\n"
    assert [m.label for m in read(text).measures] == ["1", "2"]


def test_a_head_without_rows_stays_as_it_is() -> None:
    assert not read(HEAD + "|\n序号 |\n建设内容 |\n责任单位 |\n\n此表由县政府办公室填写。\n").measures
