"""Task tables printed one cell a line: tags were stripped, and every paragraph of a cell stands by itself.

序号 / 民生实事 / 责任单位 / 完成时限 / 1 / 新建人行天桥。 / 县住建局 / 县财政局 / 9月底前 / 2 / …
"""

import re
from collections.abc import Iterator, Sequence

from graph.model import Role, Span
from ingest import assign, short_rows, units
from ingest.bare_names import limits
from ingest.columns import DATE, Column, Head, head_of, heads
from ingest.flow import Flow
from ingest.glyphs import squeezed

Row = tuple[Span | None, ...]

_ROW_NUMBER = re.compile(r"（?\d{1,3}）?[.、]?$")
_SECTION = re.compile(r"[一二三四五六七八九十]{1,3}、.{2,40}$|（[一二三四五六七八九十]{1,3}）.{2,40}$")
_LONGEST = 16  # a head of a column
_MOST = 24  # lines of a row beyond its columns


def find(flow: Flow, taken: Sequence[Span]) -> Iterator[list[Row]]:
    """The lines of a head, then rows that begin with a number; `taken` is what other tables take up."""
    lines = [span for span in flow.paragraphs if span[1] > span[0]]
    texts = [squeezed(flow.text[start : min(end, start + 60)]) for start, end in lines]
    number, at = heads().number, 0
    while at < len(lines):
        short = len(texts[at]) <= 8 and at + 1 < len(lines) and len(texts[at + 1]) <= _LONGEST
        numbered = short and bool(number.match(texts[at]))
        if (numbered or (short and _headlike(texts[at]))) and not any(
            start <= lines[at][0] < end for start, end in taken
        ):
            size = _columns(texts, at) if numbered else _unnumbered(texts, at)
            if size:
                rows = _read_rows(flow, lines, texts, at, size) if numbered else _whole_rows(lines, texts, at, size)
                yield list(rows)
                at += size
                continue
        at += 1


def _headlike(text: str) -> bool:
    """Is it a few words that the head of a table may begin with?"""
    return len(text) > 1 and (heads().task.fullmatch(text) or heads().area.match(text)) is not None


def _unnumbered(texts: Sequence[str], at: int) -> int:
    """How many lines are a head without numbers, if two rows below have a line for each of its columns."""
    for size in range(2, 7):
        first, second = (at + size, at + 2 * size), (at + 2 * size, at + 3 * size)
        head = head_of(texts[at : at + size]) if len(texts) >= second[1] else None
        if (
            head
            and Column.OTHER not in head.columns
            and all(short_rows.whole(texts[slice(*row)], head) for row in (first, second))
        ):
            return size
    return 0


def _whole_rows(lines: Sequence[Span], texts: Sequence[str], at: int, size: int) -> Iterator[Row]:
    head = head_of(texts[at : at + size])
    assert head is not None
    yield tuple(lines[at : at + size])
    for place in range(at + size, len(lines) - size + 1, size):
        if not short_rows.whole(texts[place : place + size], head):
            return
        yield tuple(lines[place : place + size])


def _columns(texts: Sequence[str], at: int) -> int:
    """How many lines are the head that begins at a line 序号; 0 where they are none."""
    size = 1
    while at + size < len(texts) and size < 10:
        text = texts[at + size]
        if (
            len(text) > _LONGEST
            or _ROW_NUMBER.match(text)
            or _SECTION.match(text)
            or not re.match(r"[\u4e00-\u9fff（）/]+$", text)
        ):
            break
        size += 1
    return size if size >= 3 and head_of(texts[at : at + size]) else 0


def _read_rows(flow: Flow, lines: Sequence[Span], texts: Sequence[str], at: int, size: int) -> Iterator[Row]:
    yield tuple(lines[at : at + size])
    head = head_of(texts[at : at + size])
    assert head is not None
    place = at + size
    expected = 1
    above: Row = ()
    while place < len(lines):
        # a line of its own below the head, as what the rows belong to: 主要预期目标（15项）
        first = place == at + size and place + 1 < len(lines) and _ROW_NUMBER.match(texts[place + 1])
        if _SECTION.match(texts[place]) or (first and not _ROW_NUMBER.match(texts[place])):
            yield (lines[place], *[None] * (size - 1))
            place += 1
            continue
        if not _ROW_NUMBER.match(texts[place]):
            return
        number = int(re.sub(r"\D", "", texts[place]))
        if number < expected:
            return
        expected = number + 1
        end = place + 1
        while end < len(lines) and not (_ROW_NUMBER.match(texts[end]) or _SECTION.match(texts[end])):
            if end - place >= size + _MOST:
                break
            end += 1
        rows = _fit(flow, lines[place:end], head)
        used = max(cell[1] for cell in rows[-1] if cell) if rows else 0
        more = [line for line in lines[place:end] if line[0] >= used]
        rows += _merged(flow, more, head, rows[-1] if rows else above)
        yield from rows
        if not rows or (len(rows) > 1 and end == len(lines)):
            return
        above = rows[-1]
        used = max(cell[1] for cell in above if cell)
        place += 1
        while place < end and lines[place][0] < used:
            place += 1
        if place < end and not (end < len(lines) and _ROW_NUMBER.match(texts[end])):
            return
        place = end


def _merged(flow: Flow, cells: Sequence[Span], head: Head, above: Row) -> list[Row]:
    """Rows that lack what is merged with the row above: a row ends with its units, its limit, or what else stands
    behind its task."""
    rows: list[Row] = []
    row: list[Span] = []
    ended = False
    for cell in [*cells, None]:
        kind = short_rows.kind_of(flow.text[slice(*cell)]) if cell else None
        if row and (cell is None or (ended and kind not in (Column.WHO, Column.TIME))):
            places = short_rows.columns_of([flow.text[slice(*one)] for one in row], head) if ended else None
            if places is None:
                break
            under = dict(zip(places, row, strict=True))
            above = tuple(under.get(at) or (above[at] if above else None) for at in range(len(head.columns)))
            rows.append(above)
            row, ended = [], False
        if cell:
            row.append(cell)
            ended = ended or kind in (Column.WHO, Column.TIME)
    return rows


def _fit(flow: Flow, cells: Sequence[Span], head: Head) -> list[Row]:
    """Lines of one row put under its columns: what is too many belongs to the column before the units, or to the units
    where it names some; what follows the last column is one more task of the same units."""
    size, who = len(head.columns), head.columns.index(Column.WHO)
    for at in range(who, max(len(cells) - size, 0) + who + 1):
        if at >= len(cells) or not _names(flow, cells[at], head):
            continue
        front: list[Span | None] = list(cells[:who])
        if at > who:
            front = [*cells[: who - 1], (cells[who - 1][0], cells[at - 1][1])]
        back, rest = _behind(flow, cells[at:], head)
        rows: list[Row] = [(*front, *back)]
        while rest and who == 2 and not _names(flow, rest[0], head):
            more: list[Span | None] = [None] * (size - who)
            timed = [place for place, column in enumerate(head.columns[who:]) if column is Column.TIME]
            if not timed or len(rest) < 2 or not _dated(flow, rest[1]):
                break
            more[timed[0]] = rest[1]
            rows.append((None, rest[0], *more))
            rest = rest[2:]
        return rows
    return []


def _behind(flow: Flow, cells: Sequence[Span], head: Head) -> tuple[list[Span | None], Sequence[Span]]:
    """Lines from the first unit on under their columns, and what is left: units go on as long as lines name some."""
    columns = head.columns[head.columns.index(Column.WHO) :]
    plain = list(cells[: len(columns)])
    timed = [cell for column, cell in zip(columns, plain, strict=False) if column is Column.TIME]
    if all(_dated(flow, cell) or (len(cells) == len(columns) and not _names(flow, cell, head)) for cell in timed) and (
        len(cells) <= len(columns) or not _names(flow, cells[len(columns)], head)
    ):
        return [*plain, *[None] * (len(columns) - len(plain))], cells[len(columns) :]
    found: list[Span | None] = []
    at = 0
    for place, column in enumerate(columns):
        if at >= len(cells):
            found.append(None)
            continue
        last = at
        if column is Column.WHO:
            others = sum(other is Column.WHO for other in columns[place + 1 :])
            while not others and last + 1 < len(cells) and _names(flow, cells[last + 1], head):
                last += 1
        elif column is Column.TIME and not _dated(flow, cells[at]):
            found.append(None)
            continue
        found.append((cells[at][0], cells[last][1]))
        at = last + 1
    return found, cells[at:]


def _names(flow: Flow, line: Span, head: Head) -> bool:
    """Are all that a line lists units?"""
    if re.search("[。：]", flow.text[slice(*line)]):
        return False
    role = head.roles[head.columns.index(Column.WHO)] or Role.RESPONSIBLE
    said = assign.listed(flow.text, *line, role)
    return bool(said.units) and all(units.organ(unit.part.name) for unit in said.units)


def _dated(flow: Flow, line: Span) -> bool:
    text = flow.text[slice(*line)].strip()
    return bool(DATE.match(text)) or limits(text)
