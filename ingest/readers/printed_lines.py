"""Glyphs to lines: which stand on one line, where words part, what was printed twice, what stands in columns."""

from collections.abc import Iterable, Sequence

from ingest.glyphs import KANGXI, LOOK_ALIKES
from ingest.readers.printed import Glyph, Line

RADICALS = str.maketrans(LOOK_ALIKES | KANGXI)

SAME_LINE = 0.5
"""Glyphs whose middles are so many ems apart stand on one line: digits of another font sit higher or lower."""
WORD_GAP = 0.18
"""Between letters or digits a gap of so many ems is a space."""
HAN_GAP = 0.8
"""Beside a Chinese character it takes so many: 浙 江 省 (letterhead), 第一章 总 则; the air around digits is none."""
SPACE_GAP = 0.2
"""Where a space is printed between two Chinese characters so many ems are enough: 中共中央 国务院."""
PARTED, UNLIKE = 1.0, 1.3
COLUMN_GAP = 1.5
COLUMN_LINES = 6
COLUMN_EMS = 9


def lines_of(glyphs: Iterable[Glyph], page: int = 0) -> list[Line]:
    """The lines of a page or a cell, from top to bottom."""
    rows: list[list[Glyph]] = []
    middle = size = 0.0
    for glyph in sorted(glyphs, key=lambda g: (g.middle, g.x0)):
        if rows and glyph.middle - middle < SAME_LINE * max(min(size, glyph.size), 0.6 * max(size, glyph.size)):
            rows[-1].append(glyph)
            if glyph.size > size:
                middle, size = glyph.middle, glyph.size
        else:
            rows.append([glyph])
            middle, size = glyph.middle, glyph.size
    lines = (_once(row) for row in rows)
    return [Line(part, page) for line in lines for part in _parts(line) if not all(g.text.isspace() for g in part)]


def _parts(row: list[Glyph]) -> list[list[Glyph]]:
    """A line whose halves are of different size and far apart is two: 文件 stands large beside several issuers."""
    while row and row[-1].text.isspace():
        row.pop()
    for at in range(1, len(row)):
        a, b = row[at - 1], row[at]
        if b.x0 - a.x1 > PARTED * max(a.size, b.size) and max(a.size, b.size) > UNLIKE * min(a.size, b.size):
            return [row[:at], row[at:]]
    return [row]


def _once(row: list[Glyph]) -> list[Glyph]:
    """From left to right, without the second print of false bold: 商商务务部部."""
    kept: list[Glyph] = []
    for glyph in sorted(row, key=lambda g: g.x0):
        if glyph.text.isspace() and not kept:
            continue
        near = 0.5 * (glyph.x1 - glyph.x0)
        if not any(other.text == glyph.text and glyph.x0 - other.x0 < near for other in kept[-3:]):
            kept.append(glyph)
    return kept


def is_han(char: str) -> bool:
    """Chinese characters and full-width punctuation: no space stands between them."""
    return (
        "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uff60" or char in "“”‘’—…"
    )


def text_of(line: Line) -> str:
    """The words of a line, radicals that stand for characters mended."""
    parts: list[str] = []
    before: Glyph | None = None
    spaced = False
    em = line.em
    for glyph in line.glyphs:
        if glyph.text.isspace():
            spaced = True
            continue
        if before is not None:
            gap = glyph.x0 - before.x1
            han = is_han(glyph.text[0]), is_han(before.text[-1])
            wide = (SPACE_GAP if spaced and all(han) else HAN_GAP) if any(han) else WORD_GAP
            if gap > wide * em or (spaced and not any(han)):
                parts.append(" ")
        parts.append(glyph.text)
        before, spaced = glyph, False
    return "".join(parts).translate(RADICALS)


def in_columns(lines: Sequence[Line]) -> list[list[Line]]:
    """The blocks of a page in reading order: where lines part at one place all the way down, the left half first."""
    gutter = _gutter(lines)
    if gutter is None:
        return [list(lines)] if lines else []
    blocks: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    across: list[Line] = []

    def close() -> None:
        blocks.extend(block for block in (across, left, right) if block)

    for line in lines:
        a = [glyph for glyph in line.glyphs if glyph.x1 <= gutter + 0.1 * line.em]
        b = line.glyphs[len(a) :]
        if b and b[0].x0 < gutter - 0.1 * line.em:  # runs across
            if left or right:
                close()
                left, right, across = [], [], []
            across.append(line)
            continue
        if a:
            left.append(Line(a, line.page))
        if b:
            right.append(Line(b, line.page))
    close()
    return blocks


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where two columns of prose part: at one place in most lines, each side wide and mostly full."""
    if len(lines) < COLUMN_LINES:
        return None
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    gaps = []
    for line in lines:
        em = line.em
        for a, b in zip(line.glyphs, line.glyphs[1:], strict=False):
            if b.x0 - a.x1 > COLUMN_GAP * em and x0 + 0.3 * (x1 - x0) < (a.x1 + b.x0) / 2 < x0 + 0.7 * (x1 - x0):
                gaps.append((a.x1, b.x0, em))
    if len(gaps) < COLUMN_LINES:
        return None
    middles = sorted((a + b) / 2 for a, b, _ in gaps)
    at = middles[len(middles) // 2]
    agreed = [(a, b, em) for a, b, em in gaps if a <= at <= b]
    full = [1 for a, _, em in agreed if at - a < 3 * em]
    em = sorted(em for _, _, em in gaps)[len(gaps) // 2]
    wide = min(at - x0, x1 - at) > COLUMN_EMS * em
    enough = len(agreed) >= max(COLUMN_LINES, 0.5 * len(lines)) and len(full) >= 0.6 * len(agreed)
    return at if wide and enough else None
