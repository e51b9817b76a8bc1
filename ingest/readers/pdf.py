"""PDF with a text layer. A scan is told apart; nothing outside the file is opened."""

import io
import logging
from typing import Any

from graph.file_errors import FileDamaged, FileLocked, InputError, ScannedPdf, TooSlow
from ingest.document import Document
from ingest.readers.patience import OutOfPatience, Patience
from ingest.readers.printed import Glyph, Rule, Sheet
from ingest.readers.printed_document import write
from ingest.readers.writing import Writing

MOST_PAGES = 2000
MOST_GLYPHS = 100_000
"""On a page; no sheet of paper holds more."""
SECONDS = 6
"""No page takes as long."""
FEW = 20
"""Glyphs a page on average that a scan may have: its page numbers, a stamp."""


def read_pdf(name: str, data: bytes) -> Document:
    """The text in reading order. Damaged and endless files end as FileDamaged."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        with Patience(SECONDS) as patience:
            sheets, pictures = _sheets(name, data, patience)
    except OutOfPatience as error:
        raise TooSlow(path=name, seconds=SECONDS) from error
    except InputError:
        raise
    except MemoryError as error:
        raise FileDamaged(path=name, format="pdf", reason="展开后过大") from error
    except Exception as error:  # pdfminer lets everything through that a broken file makes happen in it
        raise FileDamaged(path=name, format="pdf", reason="内部结构无法解析") from error
    glyphs = sum(not glyph.text.isspace() for sheet in sheets for glyph in sheet.glyphs)
    if glyphs <= FEW * len(sheets) and pictures:
        raise ScannedPdf(path=name)
    writing = Writing()
    write(sheets, writing)
    return writing.document(name, "pdf")


def _sheets(name: str, data: bytes, patience: Patience) -> tuple[list[Sheet], bool]:
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        pdf = pdfplumber.open(io.BytesIO(data))
    except PdfminerException as error:
        if any(isinstance(arg, PDFPasswordIncorrect | PDFTextExtractionNotAllowed) for arg in error.args):
            raise FileLocked(path=name) from error
        raise
    sheets, pictures = [], False
    with pdf:
        for page in pdf.pages[:MOST_PAGES]:
            patience.again()
            sheets.append(_sheet(page))
            pictures = pictures or bool(page.images)
            page.close()
    if not sheets:
        raise FileDamaged(path=name, format="pdf", reason="里面没有页面")
    return sheets, pictures


def _sheet(page: Any) -> Sheet:
    """Glyphs and rules of a page. Slanted text is a watermark; where most runs upwards, the page lies on its side."""
    chars = [c for c in page.chars[:MOST_GLYPHS] if c["text"] and c["size"] > 0]
    level = [c for c in chars if abs(c["matrix"][1]) <= 0.1 * abs(c["matrix"][0])]
    turned = [c for c in chars if abs(c["matrix"][0]) <= 0.1 * abs(c["matrix"][1])]
    rules = [Rule(e["x0"], e["x1"], e["top"], e["bottom"]) for e in page.edges] if page.objects else []
    if len(turned) <= len(level):
        return Sheet(float(page.width), float(page.height), [_glyph(c) for c in level], rules)
    up = sum(c["matrix"][1] > 0 for c in turned) > len(turned) / 2
    width, height = float(page.width), float(page.height)

    def turn(x0: float, x1: float, top: float, bottom: float) -> tuple[float, float, float, float]:
        return (height - bottom, height - top, x0, x1) if up else (top, bottom, width - x1, width - x0)

    glyphs = [Glyph(g.text, *turn(g.x0, g.x1, g.top, g.bottom)) for g in map(_glyph, turned)]
    return Sheet(height, width, glyphs, [Rule(*turn(*rule)) for rule in rules])


def _glyph(char: dict[str, Any]) -> Glyph:
    return Glyph(char["text"], char["x0"], char["x1"], char["top"], char["bottom"])
