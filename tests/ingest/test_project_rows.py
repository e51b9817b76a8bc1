"""Projects that a table or a list names by its frame: rows below 项目名称, cards, items of 重点项目清单."""

import pytest

from ingest.tables import project_rows
from tests.ingest.reading import read, with_tables

HEAD = "某某市人民政府关于做好2026年市级重点项目实施工作的通知\n各区县人民政府：\n现通知如下。\n"


def projects(*grids: list[list[str | None]], head: str = HEAD) -> list[list[str]]:
    return [[one.name for one in measure.projects] for measure in with_tables(head, *grids).measures]


@pytest.mark.parametrize("column", ["项目名称", "重点工程名称", "项目（工程）名称", "重大建设项目", "市级重点项目"])
def test_a_row_of_a_table_of_projects_is_a_project(column: str) -> None:
    grid: list[list[str | None]] = [
        ["序号", column, "主要建设内容及规模", "牵头单位"],
        ["1", "★甲山水厂迁建项目", "建设取水泵站、净水厂等", "市水务局"],
        ["2", "乙江“云上渔港”", "打造渔业博物馆和休闲广场", "市农业农村局"],
        ["3", "低温甲醇中试验证平台建设", "总建筑面积3万平方米", "市科技局"],
    ]
    assert projects(grid) == [["甲山水厂迁建项目"], ["乙江“云上渔港”"], ["低温甲醇中试验证平台"]]


def test_a_column_of_tasks_names_no_project_unless_its_title_says_list_of_projects() -> None:
    grid: list[list[str | None]] = [
        ["序号", "名称", "牵头单位"],
        ["1", "丙湖片区雨污分流改造工程", "市住房城乡建设局"],
        ["2", "推进项目审批提速", "市行政审批局"],
    ]
    assert projects(grid, head=HEAD + "2026年市级重点项目清单\n") == [["丙湖片区雨污分流改造工程"], []]
    assert projects(grid)[1] == []


def test_a_card_names_its_project() -> None:
    grid: list[list[str | None]] = [
        ["项目名称", "丁港智慧渔港综合体"],
        ["任务内容", "建设码头和冷库"],
        ["责任单位", "市农业农村局"],
    ]
    assert projects(grid) == [["丁港智慧渔港综合体"]]


def test_an_item_of_a_list_of_projects_is_named_by_its_heading() -> None:
    text = HEAD + "三、重点项目清单\n（一）戊溪流域水环境提升项目。新建管网12公里。（责任单位：市水务局）\n"
    text += "（二）加快前期工作。做好要素保障。（责任单位：市发展改革委）\n"
    assert [[one.name for one in measure.projects] for measure in read(text).measures] == [
        ["戊溪流域水环境提升项目"],
        [],
    ]


def test_a_label_in_running_text_announces_a_name() -> None:
    text = "1.项目名称：己岭储能电站；建设内容：储能20万千瓦"
    spans = project_rows.labelled(text, 0, len(text))
    assert [text[a:b] for a, b in spans] == ["己岭储能电站"]


@pytest.mark.parametrize("cell", ["合计", "无", "完成投资5亿元。推进建设", "12", "总计"])
def test_what_is_no_name_in_such_a_column_is_none(cell: str) -> None:
    assert project_rows.name(cell, 0, len(cell)) is None
