"""Tables pasted into plain text: the source of a page, comma-separated values, cells that a spreadsheet or a browser
copied with the breaks in them."""

import pytest

from tests.ingest.reading import read, squeezed, units
from tests.ingest.test_spans import plain, spans

HEAD = "××市2025年重点任务清单\n\n"
ROWS = [
    ("1", "新建道路30公里", ["市交通局 lead", "市财政局 support", "各县区 support"], "2025-06-30"),
    ("2", "改造桥梁5座", ["市住建局 lead", "市交通局 support"], "2025-12-31"),
    ("3", "新建幼儿园3所", ["市住建局 lead", "市教育局 support"], None),
]
TABLES = {
    "tags of a page": """<table border="1"><tbody>
<tr><td rowspan="2">序号</td><td rowspan='2'>重点任务</td><td colspan=2>责任分工</td><td rowspan="2">完成时限</td></tr>
<tr><td>牵头单位</td><td>配合单位</td></tr>
<tr><td>1</td><td>新建道路30公里</td><td>市交通局</td><td><p>市财政局</p><p style="text-indent:2em">各县区</p></td><td>2025年6月底前</td></tr>
<tr><td>2</td><td><span style="color:red">改造</span>桥梁5座</td><td rowspan="2">市<b>住建</b>局</td><td>市交通局</td><td>2025年12月底前</td></tr>
<tr><td>3</td><td>&nbsp;新建幼儿园3所</td><td>市教育局</td><td></td></tr>
</tbody></table>
""",
    "one line of tags": (
        "<html><body><table><tr><th>序号</th><th>重点任务</th><th>牵头单位</th><th>配合单位</th><th>完成时限</th></tr>"
        "<tr><td>1</td><td>新建道路30公里</td><td>市交通局</td><td>市财政局<br/>各县区</td><td>2025年6月底前</td></tr>"
        "<tr><td>2</td><td>改造桥梁5座</td><td rowspan=2>市住建局</td><td>市交通局</td><td>2025年12月底前</td></tr>"
        "<tr><td>3</td><td>新建幼儿园3所</td><td>市教育局</td><td></td></tr></table></body></html>\n"
    ),
    "commas": """序号,重点任务,牵头单位,配合单位,完成时限
1,新建道路30公里,市交通局,"市财政局,各县区",2025年6月底前
2,改造桥梁5座,市住建局,市交通局,2025年12月底前
3,新建幼儿园3所,市住建局,市教育局,——
""",
    "commas and breaks": """序号,重点任务,牵头单位,配合单位,完成时限
1,新建道路30公里,市交通局,"市财政局
各县区",2025年6月底前
2,"改造桥梁5座",市住建局,市交通局,2025年12月底前
3,新建幼儿园3所,市住建局,市教育局,
""",
    "a spreadsheet's copy": '序号\t重点任务\t牵头单位\t配合单位\t完成时限\n1\t新建道路30公里\t市交通局\t"市财政局\n各县区"\t2025年6月底前\n'
    "2\t改造桥梁5座\t市住建局\t市交通局\t2025年12月底前\n3\t新建幼儿园3所\t市住建局\t市教育局\t\n",
    "a browser's copy": "序号\t重点任务\t牵头\n单位\t配合\n单位\t完成\n时限\n1\t新建道路30公里\t市交通局\t市财政局\n各县区\t2025年\n6月底前\n"
    "2\t改造\n桥梁5座\t市住建局\t市交通局\t2025年12月底前\n3\t新建幼儿园3所\t市住建局\t市教育局\t\n",
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_pasted_table_is_read_row_by_row(table: str) -> None:
    found = read(f"{HEAD}{table}\n××市人民政府\n2025年1月2日\n")
    assert [
        (one.label, squeezed(one.text), units(one), one.deadline and one.deadline.due) for one in found.measures
    ] == ROWS
    assert found.text == f"{HEAD}{table}\n××市人民政府\n2025年1月2日\n"
    for name, (start, end) in spans(found):
        if "<" not in found.text[start:end]:  # 市<b>住建</b>局
            assert plain(found.text[start:end]) == plain(name)


def test_paragraphs_pasted_as_source_are_paragraphs() -> None:
    found = read(
        "<p>××市人民政府关于稳增长的通知</p><p>各县区：</p><p>一、新建道路30公里。（市交通局牵头）</p>"
        "<p>二、改造<span>桥梁</span>5座。（市住建局牵头）</p>"
    )
    assert [(one.label, one.text, units(one)) for one in found.measures] == [
        ("一、", "新建道路30公里。", ["市交通局 lead"]),
        ("二、", "改造桥梁5座。", ["市住建局 lead"]),
    ]


def test_commas_and_tags_that_are_no_table_are_text() -> None:
    assert read(HEAD + "甲,乙,丙\n单位,数量,备注\n1,2,3\n").measures == ()
    assert read(HEAD + "<table><tr><td>名称<td>数量<tr><td>甲<td>1</table>").measures == ()
    assert read(HEAD + "<table" * 3 + "<tr><td rowspan=999 colspan=999>" * 300).measures == ()
