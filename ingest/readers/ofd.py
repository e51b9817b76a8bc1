"""OFD, the national standard of fixed-layout documents (GB/T 33190): a zip of XML, every glyph with its place in
millimetres. Read page by page in the order of Document.xml; signatures, attachments and scripts are left alone."""

import posixpath
from collections.abc import Iterator

from lxml import etree

from graph.file_errors import FileDamaged, ScannedPdf
from ingest.document import Document
from ingest.readers.packed import Packed, child, local, value
from ingest.readers.printed import Glyph, Rule, Sheet
from ingest.readers.printed_document import write
from ingest.readers.printed_lines import is_han
from ingest.readers.writing import Writing

POINTS = 72 / 25.4
MOST_PAGES = 2000
MOST_GLYPHS = 100_000
MOST_RULES = 20_000
A4 = (0.0, 0.0, 210.0, 297.0)
ASCENT = 0.86
"""Of a glyph's size so much stands above the line it is written on."""

Matrix = tuple[float, float, float, float, float, float]


def read_ofd(name: str, data: bytes) -> Document:
    """The text in reading order; a file of pictures only is a scan."""
    packed = Packed(name, data, "ofd")
    sheets: list[Sheet] = []
    pictures = False
    for place in _documents(packed):
        for sheet, pictured in _sheets(packed, place):
            sheets.append(sheet)
            pictures = pictures or pictured
    if not sheets:
        raise FileDamaged(path=name, format="ofd", reason="里面没有页面")
    if not any(sheet.glyphs for sheet in sheets) and pictures:
        raise ScannedPdf(path=name)
    writing = Writing()
    write(sheets, writing)
    return writing.document(name, "ofd")


def _documents(packed: Packed) -> Iterator[str]:
    """The documents of a file (nearly always one), as paths inside it."""
    root = packed.xml("OFD.xml")
    for body in root if root is not None else ():
        place = child(body, "DocRoot")
        if local(body) == "DocBody" and place is not None and place.text:
            yield _path("", place.text)


def _path(folder: str, place: str) -> str:
    """A place as a path inside the zip: beside the file that names it, or from the root."""
    place = place.strip().replace("\\", "/")
    return posixpath.normpath(place if place.startswith("/") else f"{folder}/{place}").lstrip("/.")


def _sheets(packed: Packed, place: str) -> Iterator[tuple[Sheet, bool]]:
    """Every page, and whether it holds a picture."""
    root = packed.xml(place)
    if root is None:
        raise packed.damaged(f"缺少 {place}")
    folder = posixpath.dirname(place)
    common = child(root, "CommonData")
    size = _box(child(common, "PageArea", "PhysicalBox"), A4)
    templates = {
        value(e, "ID") or "": _path(folder, value(e, "BaseLoc") or "")
        for e in (common if common is not None else ())
        if local(e) == "TemplatePage"
    }
    pages = child(root, "Pages")
    for page in list(pages if pages is not None else ())[:MOST_PAGES]:
        content = packed.xml(_path(folder, value(page, "BaseLoc") or ""))
        if content is None:
            continue
        roots = [packed.xml(templates[t]) for t in _templates(content) if t in templates]
        yield _sheet([content, *(r for r in roots if r is not None)], _box(child(content, "Area", "PhysicalBox"), size))


def _templates(content: etree._Element) -> list[str]:
    return [value(e, "TemplateID") or "" for e in content if local(e) == "Template"][:10]


def _sheet(roots: list[etree._Element], size: tuple[float, float, float, float]) -> tuple[Sheet, bool]:
    glyphs: list[Glyph] = []
    rules: list[Rule] = []
    pictured = False
    for root in roots:
        for element in root.iter():
            kind = local(element)
            if kind == "TextObject" and len(glyphs) < MOST_GLYPHS:
                glyphs.extend(_glyphs(element))
            elif kind == "PathObject" and len(rules) < MOST_RULES:
                rules.extend(_rules(element))
            elif kind == "ImageObject":
                pictured = True
    wide, high = size[2:] if min(size[2:]) > 1 else A4[2:]
    return Sheet(wide * POINTS, high * POINTS, glyphs[:MOST_GLYPHS], rules[:MOST_RULES]), pictured


def _glyphs(element: etree._Element) -> Iterator[Glyph]:
    """The characters of a text object. Turned text is a watermark or a seal."""
    left, top, _, _ = _box_of(value(element, "Boundary"), (0.0, 0.0, 0.0, 0.0))
    a, b, c, d, e, f = _matrix(element)
    size = (_numbers(value(element, "Size")) or [3.0])[0]
    scale = (_numbers(value(element, "HScale")) or [1.0])[0]
    if abs(b) > 0.1 * abs(a) or size <= 0:
        return
    x = y = 0.0
    for code in element:
        if local(code) != "TextCode" or not code.text:
            continue
        x = (_numbers(value(code, "X")) or [x])[0]
        y = (_numbers(value(code, "Y")) or [y])[0]
        text = code.text
        across, down = _deltas(value(code, "DeltaX"), len(text)), _deltas(value(code, "DeltaY"), len(text))
        for at, char in enumerate(text):
            if at:
                x += across[at - 1] if at <= len(across) else (0.0 if down else size * scale)
                y += down[at - 1] if at <= len(down) else 0.0
            width = size * scale * (1.0 if is_han(char) or char == "\u3000" else 0.5) * abs(a)
            gx, gy, high = left + a * x + c * y + e, top + b * x + d * y + f, size * abs(d)
            yield Glyph(
                char,
                gx * POINTS,
                (gx + width) * POINTS,
                (gy - ASCENT * high) * POINTS,
                (gy + (1 - ASCENT) * high) * POINTS,
            )


def _deltas(said: str | None, most: int) -> list[float]:
    """Distances from character to character; `g 3 4.2` says 4.2 three times."""
    found: list[float] = []
    words = (said or "")[: 20 * most + 100].split()
    at = 0
    while at < len(words) and len(found) < most:
        if words[at] == "g" and at + 2 < len(words):
            times, step = _numbers(words[at + 1]), _numbers(words[at + 2])
            found += (step or [0.0])[:1] * min(int((times or [0.0])[0]), most)
            at += 3
        else:
            found += _numbers(words[at])[:1]
            at += 1
    return found[:most]


def _rules(element: etree._Element) -> Iterator[Rule]:
    """The straight level and upright pieces of a path: `M 0 0 L 100 0`."""
    data = child(element, "AbbreviatedData")
    left, top, _, _ = _box_of(value(element, "Boundary"), (0.0, 0.0, 0.0, 0.0))
    a, b, c, d, e, f = _matrix(element)
    words = ((data.text if data is not None else None) or "")[:20_000].split()
    start = here = (0.0, 0.0)
    at = 0
    takes = {"M": 2, "L": 2, "S": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
    while at < len(words):
        kind = words[at]
        count = takes.get(kind, 0)
        found = [n for word in words[at + 1 : at + 1 + count] for n in _numbers(word)[:1]]
        at += 1 + count
        if len(found) < count:
            return
        there = start if kind == "C" else (found[-2], found[-1]) if count else here
        if kind in "LC" and there != here:
            (x0, y0), (x1, y1) = ((left + a * x + c * y + e, top + b * x + d * y + f) for x, y in (here, there))
            yield Rule(*(n * POINTS for n in (min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1))))
        if kind in "MS":
            start = there
        here = there


def _box(element: etree._Element | None, other: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    return _box_of(element.text if element is not None else None, other)


def _box_of(said: str | None, other: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    found = _numbers(said)
    return (found[0], found[1], found[2], found[3]) if len(found) >= 4 else other


def _matrix(element: etree._Element) -> Matrix:
    found = _numbers(value(element, "CTM"))
    return (found[0], found[1], found[2], found[3], found[4], found[5]) if len(found) >= 6 else (1, 0, 0, 1, 0, 0)


def _numbers(said: str | None) -> list[float]:
    """The numbers of an attribute, as far as they are numbers that a page can have."""
    found = []
    for word in (said or "")[:500].split():
        try:
            number = float(word)
        except ValueError:
            break
        if not -1e6 < number < 1e6:
            break
        found.append(number)
    return found
