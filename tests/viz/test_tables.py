import io

import openpyxl
import pytest

from tests.viz.notices import PAYLOADS
from viz.tables import BOM, MOST, Row, csv_line, safe, xlsx_bytes


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("市林草局", "市林草局"),
        ("=1+1", "'=1+1"),
        ("  @SUM(1)", "'  @SUM(1)"),
        ("＝1+1", "'＝1+1"),
        ("-2+3", "'-2+3"),
        ("\tx", "'\tx"),
        ("2024-12-31", "2024-12-31"),
        (-3, -3),
        (0.5, 0.5),
        (None, None),
        ("\x00黑", "\ufffd黑"),
        ("长" * 40_000, "长" * (MOST - 1) + "…"),
    ],
)
def test_a_cell_is_never_a_formula(value: str | int | float | None, cell: object) -> None:
    assert safe(value) == cell


def test_csv_is_what_a_chinese_excel_expects() -> None:
    rows: list[Row] = [["单位", "举措"], ["市林草局", 3], ['说"好"，\n行', None]]
    made = BOM + b"".join(map(csv_line, rows))
    assert made == '\ufeff单位,举措\r\n市林草局,3\r\n"说""好""，\n行",\r\n'.encode()


def test_xlsx_holds_text_as_text_and_numbers_as_numbers() -> None:
    made = xlsx_bytes(["单位", "举措"], [[payload, 3] for payload in PAYLOADS], "矩阵/2024:[*]?'")
    sheet = openpyxl.load_workbook(io.BytesIO(made)).active
    assert sheet is not None
    rows = list(sheet.iter_rows())
    assert [cell.value for cell in rows[0]] == ["单位", "举措"]
    assert {cell.data_type for row in rows for cell in row[:1]} == {"s"}
    assert {row[1].value for row in rows[1:]} == {3}
    assert sheet.title == "矩阵 2024"


def test_the_same_rows_give_the_same_workbook() -> None:
    assert xlsx_bytes(["甲"], [["乙"]]) == xlsx_bytes(["甲"], [["乙"]])


def test_a_sheet_is_filtered_and_printed_without_further_ado() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(["单位", "举措"], [["市林草局", 3], ["市水务局", 2]]))).active
    assert sheet is not None
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A1:B3", "A2")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
        "landscape",
        1,
        0,
    )
    assert (
        sheet.sheet_properties.pageSetUpPr
        and sheet.sheet_properties.pageSetUpPr.fitToPage
        and sheet.print_title_rows == "$1:$1"
    )
