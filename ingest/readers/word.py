"""Word files (docx): what a reader of the page sees, tracked changes accepted, automatic numbers in their place.

Read on the XML itself: what lies in text boxes, footnotes and content controls is not in the paragraphs that libraries
list. Nothing that the file links to is opened.
"""

from dataclasses import dataclass, field

from lxml import etree

from ingest.document import Document
from ingest.readers.packed import Packed, child, local, number, value
from ingest.readers.word_numbers import Numbering, numbering
from ingest.readers.writing import Box, Writing

_UNSEEN = "del moveFrom instrText delText delInstrText rPr pPr sdtPr tblPr trPr tcPr tblGrid rt Fallback fldData sectPr"
UNSEEN = frozenset(_UNSEEN.split())
"""Elements that hold nothing a reader sees: deleted text, field codes, properties, the second form of a drawing."""

SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

Row = list[Box | None]


@dataclass(slots=True)
class Style:
    """What of a paragraph style matters here."""

    name: str = ""
    based: str | None = None
    list_id: str | None = None
    level: int | None = None


@dataclass(slots=True)
class _Reading:
    """The parts of a file and where its reading stands."""

    numbers: Numbering
    styles: dict[str, Style]
    notes: dict[str, etree._Element]
    writing: Writing = field(default_factory=Writing)
    noted: list[str] = field(default_factory=list)
    carried: str = ""


def read_docx(name: str, data: bytes) -> Document:
    """Paragraphs and tables in order; footnotes at the end, in the order they are called."""
    packed = Packed(name, data, "docx")
    place = _main_part(packed)
    root = packed.xml(place)
    if root is None:
        raise packed.damaged("里面没有正文")
    folder = place.rpartition("/")[0]
    styles = _styles(packed.xml(f"{folder}/styles.xml"))
    reading = _Reading(_linked(numbering(packed.xml(f"{folder}/numbering.xml")), styles), styles, {})
    for part in ("footnotes", "endnotes"):
        notes = packed.xml(f"{folder}/{part}.xml")
        reading.notes |= (
            {f"{part} {value(note, 'id')}": note for note in notes if notes is not None} if notes is not None else {}
        )
    body = child(root, "body")
    _blocks(body if body is not None else root, reading)
    _write([reading.carried], reading)
    for note in reading.noted:
        found = reading.notes.get(note)
        if found is not None and value(found, "type") is None:
            reading.writing.paragraph("\n".join(_cell_lines(found, reading)))
    return reading.writing.document(name, "docx")


def _main_part(packed: Packed) -> str:
    """Where the text stands; nearly always word/document.xml, but the file may say otherwise."""
    relations = packed.xml("_rels/.rels")
    for relation in relations if relations is not None else ():
        if (value(relation, "Type") or "").endswith("/officeDocument"):
            target = (value(relation, "Target") or "").lstrip("/")
            if target.lower() in packed.places:
                return target
    return "word/document.xml"


def _styles(root: etree._Element | None) -> dict[str, Style]:
    found = {}
    for element in root if root is not None else ():
        if local(element) != "style":
            continue
        numbered = child(element, "pPr", "numPr")
        found[value(element, "styleId") or ""] = Style(
            name=(value(child(element, "name")) or "").lower(),
            based=value(child(element, "basedOn")),
            list_id=value(child(numbered, "numId")),
            level=number(value(child(numbered, "ilvl"))),
        )
    return found


def _linked(numbers: Numbering, styles: dict[str, Style]) -> Numbering:
    """Patterns that only point to a list style take its levels."""
    for name, link in numbers.links.items():
        style = styles.get(link)
        if style is not None and style.list_id in numbers.lists:
            numbers.patterns[name] = numbers.patterns.get(numbers.lists[style.list_id][0], [])
    return numbers


def _blocks(parent: etree._Element, reading: _Reading) -> None:
    for element in parent:
        kind = local(element)
        if kind == "p":
            _write(_paragraph(element, reading), reading)
        elif kind == "tbl":
            _write_table(element, reading)
        elif kind == "sdt" and "Table of Contents" in (
            value(child(element, "sdtPr", "docPartObj", "docPartGallery")) or ""
        ):
            continue
        elif kind and kind not in UNSEEN:
            _blocks(element, reading)


def _write(lines: list[str], reading: _Reading) -> None:
    for line in lines:
        reading.writing.paragraph(line)


def _paragraph(element: etree._Element, reading: _Reading) -> list[str]:
    """The paragraph, then the text boxes that hang on it. One whose mark was deleted runs into the next."""
    properties = child(element, "pPr")
    style = value(child(properties, "pStyle")) or ""
    if reading.styles.get(style, Style()).name.startswith("toc ") or style.upper().startswith("TOC"):
        return []
    parts: list[str] = []
    boxes: list[str] = []
    _inline(element, reading, parts, boxes)
    text = "".join(parts)
    if text.strip():
        text = _label(properties, style, reading) + text.strip(" \t\u3000")
    text, reading.carried = reading.carried + text, ""
    if child(properties, "rPr", "del") is not None:
        reading.carried = text
        return boxes
    return [text, *boxes]


def _label(properties: etree._Element | None, style: str, reading: _Reading) -> str:
    """The automatic number: by the paragraph's own list, else by that of its style. List 0 takes a number away."""
    own = child(properties, "numPr")
    list_id, level = value(child(own, "numId")), number(value(child(own, "ilvl")))
    seen: set[str] = set()
    at: str | None = style
    while list_id is None and at and at in reading.styles and at not in seen:
        seen.add(at)
        known = reading.styles[at]
        list_id = known.list_id
        if list_id is not None and level is None:
            level = known.level if known.level is not None else reading.numbers.level_of_style(list_id, at)
        at = known.based
    if list_id is None or list_id == "0":
        return ""
    return reading.numbers.label(list_id, level or 0)


def _inline(parent: etree._Element, reading: _Reading, parts: list[str], boxes: list[str]) -> None:
    """The words of a paragraph, in order."""
    for element in parent:
        kind = local(element)
        if kind == "t":
            parts.append(element.text or "")
        elif kind in SIGNS:
            parts.append(SIGNS[kind])
        elif kind == "sym":
            parts.append(_symbol(value(element, "char")))
        elif kind in ("footnoteReference", "endnoteReference"):
            reading.noted.append(f"{kind.removesuffix('Reference')}s {value(element, 'id')}")
        elif kind == "txbxContent":
            boxes.extend(_cell_lines(element, reading))
        elif kind == "r" and _hidden(child(element, "rPr", "vanish")):
            continue
        elif kind and kind not in UNSEEN:
            _inline(element, reading, parts, boxes)


def _hidden(vanish: etree._Element | None) -> bool:
    return vanish is not None and value(vanish) not in ("0", "false", "off")


def _symbol(code: str | None) -> str:
    """A character of a symbol font; those beyond the private area are what they are."""
    try:
        char = chr(int(code or "", 16))
    except (ValueError, OverflowError):
        return ""
    return char if not "\ue000" <= char <= "\uf8ff" else ""


def _write_table(table: etree._Element, reading: _Reading) -> None:
    """A table of one row or one column only arranges the page."""
    rows = _rows(table, reading)
    if len(rows) > 1 and max(len(row) for row in rows) > 1:
        reading.writing.table(rows)
        return
    for row in rows:
        for box in row:
            if box is not None:
                reading.writing.paragraph(box.text)


def _rows(table: etree._Element, reading: _Reading) -> list[Row]:
    """Rows of cells; one that goes on from above (vMerge) is that cell, one over several columns stands in each."""
    rows: list[Row] = []
    for line in _within(table, "tr"):
        if child(line, "trPr", "del") is not None:
            continue
        before = number(value(child(line, "trPr", "gridBefore")), 63) or 0
        row: Row = [None] * max(0, before)
        for cell in _within(line, "tc"):
            properties = child(cell, "tcPr")
            merge = child(properties, "vMerge")
            above = rows[-1][len(row)] if rows and len(row) < len(rows[-1]) else None
            if merge is not None and value(merge) != "restart" and above is not None:
                box = above
            else:
                box = Box("\n".join(_cell_lines(cell, reading)))
            across = number(value(child(properties, "gridSpan")), 63) or 1
            row.extend([box] * max(1, across))
        if row:
            rows.append(row)
    return rows


def _within(parent: etree._Element, name: str) -> list[etree._Element]:
    """Rows of a table or cells of a row, through the content controls and insertions around them."""
    found = []
    for element in parent:
        kind = local(element)
        if kind == name:
            found.append(element)
        elif kind in ("sdt", "sdtContent", "ins", "moveTo", "customXml"):
            found.extend(_within(element, name))
    return found


def _cell_lines(cell: etree._Element, reading: _Reading) -> list[str]:
    """The paragraphs of a cell, a text box or a note; a table in it gives its cells."""
    lines: list[str] = []
    for element in cell:
        kind = local(element)
        if kind == "p":
            lines += _paragraph(element, reading)
        elif kind == "tbl":
            seen = {id(box): box for row in _rows(element, reading) for box in row if box is not None}
            lines += [box.text for box in seen.values()]
        elif kind and kind not in UNSEEN:
            lines += _cell_lines(element, reading)
    return lines
