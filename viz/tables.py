"""Tables to take away: CSV and XLSX in which no cell is ever a formula, and the same rows give the same bytes."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime

Cell = str | int | float | bool | None
Row = Sequence[Cell]

MOST = 32_767
"""Characters that a cell of Excel holds; what is longer ends in … there."""

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_FORMULA = re.compile(r"[\s\u200b\ufeff]*[=+\-@＝＋－＠]|[\t\r\n]")
A4 = 9
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_NOT_IN_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")


def safe(value: Cell) -> Cell:
    """A value no spreadsheet calculates: text that begins like a formula (=, +, -, @, also full-width as a Chinese
    Excel takes them) gets a leading apostrophe; numbers stay numbers."""
    if not isinstance(value, str):
        return value
    text = shown(value)
    return f"'{text[: MOST - 1]}" if _FORMULA.match(text) else text


def shown(text: str) -> str:
    """Text without characters that a file of Excel may not hold, at most as long as a cell."""
    text = _UNSEEN.sub("\ufffd", text)
    return text if len(text) <= MOST else text[: MOST - 1] + "…"


def csv_line(row: Row) -> bytes:
    """One line of CSV, ended by CRLF."""
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow([safe(value) for value in row])
    return line.getvalue().encode("utf-8")


BOM = b"\xef\xbb\xbf"
"""Without it a Chinese Excel reads CSV as GBK."""


def xlsx_bytes(headers: Sequence[str], rows: Iterable[Row], title: str = "举措图谱") -> bytes:
    """An XLSX file of one sheet: bold heads that stay in view, columns as wide as their words, text only as text."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_NOT_IN_A_SHEET_NAME.sub(" ", shown(title))[:31].strip() or "1")
    body: list[list[Cell]] = [list(row) for row in rows]
    lines: list[list[Cell]] = [list(headers), *body]
    for column, head in enumerate(headers):
        words = [head, *(str(row[column]) for row in body[:500] if row[column] is not None)]
        sheet.column_dimensions[get_column_letter(column + 1)].width = min(60, 2 + max(map(_width, words)))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headers))}{len(lines)}"
    # on paper: as wide as a lying sheet, the heads on every one
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    for number, row in enumerate(lines):
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=shown(value) if isinstance(value, str) else value)
            if isinstance(value, str):
                cell.data_type = "s"
                cell.alignment = Alignment(vertical="top", wrap_text=True)
            if number == 0:
                cell.font = Font(bold=True)
            cells.append(cell)
        sheet.append(cells)
    made = io.BytesIO()
    book.save(made)
    return _timeless(made)


def _width(words: str) -> int:
    return max(sum(2 if ord(c) > 0x2E80 else 1 for c in line) for line in words[:200].split("\n"))


def _timeless(made: io.BytesIO) -> bytes:
    """The same zip without the hour it was written at."""
    out = io.BytesIO()
    then = datetime(*_LONG_AGO).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z", then, content)
            new.writestr(dated(name), content)
    return out.getvalue()


def dated(name: str) -> zipfile.ZipInfo:
    """The head of a file in a zip, dated so that the same content gives the same bytes."""
    info = zipfile.ZipInfo(name, date_time=_LONG_AGO)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    info.create_system = 3
    return info
