"""Task tables printed one cell a line: tags were stripped, and every paragraph of a cell stands by itself.

序号 / 民生实事 / 责任单位 / 完成时限 / 1 / 新建人行天桥。 / 县住建局 / 县财政局 / 9月底前 / 2 / …
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from graph.model import Span
from ingest.glyphs import squeezed
from ingest.items import flat_heads, flat_rows
from ingest.items.flat_heads import Columns
from ingest.items.flat_rows import Row
from ingest.numbering import number_of
from ingest.tables import short_rows
from ingest.tables.columns import Column, Head, head_of, heads
from ingest.text.flow import Flow

_LONGEST = 16  # a head of a column


def find(flow: Flow, taken: Sequence[Span]) -> Iterator[list[Row]]:
    """The lines of a head, then rows that begin with a number; `taken` is what other tables take up."""
    lines = [span for span in flow.paragraphs if span[1] > span[0]]
    texts = [squeezed(flow.text[start : min(end, start + 60)]) for start, end in lines]
    number, at = heads().number, 0
    while at < len(lines):
        short = len(texts[at]) <= 8 and at + 1 < len(lines) and len(texts[at + 1]) <= _LONGEST
        numbered = short and bool(number.match(texts[at]))
        if (numbered or (short and _headlike(texts[at]))) and not _taken(lines, at, taken):
            columns = _columns(flow, lines, texts, at) if numbered else _unnumbered(texts, at)
            if columns:
                rows = (
                    _read_rows(flow, lines, texts, at, columns) if numbered else _whole_rows(lines, texts, at, columns)
                )
                yield list(rows)
                at = flat_heads.end_of(columns)
                continue
        at += 1


# what a head without numbers may hold, and one of them must
_HEAD = re.compile(r"[\u4e00-\u9fff（）/、]{2,16}$")
_WHO = re.compile("单位|部门|主体|责任|牵头|负责|分工")


def _taken(lines: Sequence[Span], at: int, taken: Sequence[Span]) -> bool:
    """Does another table take up a line or the one below it?"""
    return any(start <= line[0] < end for line in lines[at : at + 2] for start, end in taken)


def _headlike(text: str) -> bool:
    """Is it a few words that the head of a table may begin with?"""
    return (
        len(text) > 1 and not number_of(text) and (heads().task.fullmatch(text) or heads().area.match(text)) is not None
    )


def _unnumbered(texts: Sequence[str], at: int) -> Columns:
    """The lines that are a head without numbers, if two rows stand below, one at least with a line for each column."""
    for size in range(2, 10):
        if (
            at + size > len(texts)
            or not _HEAD.match(texts[at + size - 1])
            or texts[at + size - 1] in texts[at : at + size - 1]
        ):
            return []
        for columns in flat_heads.joined(texts, at, at + size) if _WHO.search("".join(texts[at : at + size])) else ():
            head = head_of(flat_heads.texts_of(texts, columns)) if len(columns) > 1 else None
            if head is None or Column.NUMBER in head.columns or (Column.OTHER in head.columns and not _tells(head)):
                continue
            rows = list(islice(_blocks(texts, at + size, head), 2))
            if len(rows) > 1 and max(len(places) for _, places in rows) == len(columns):
                return columns
    return []


def _tells(head: Head) -> bool:
    """Do its columns tell rows from one another, though others may hold anything?"""
    return len(head.columns) > 3 and head.columns[-1] in (Column.WHO, Column.TIME)


def _blocks(texts: Sequence[str], place: int, head: Head) -> Iterator[tuple[int, list[int]]]:
    """Rows without numbers, as their first line and the columns of their lines: a row ends where its last column does,
    and may lack what spans it and others."""
    size = len(head.columns)
    fewest = 2 if _tells(head) else size
    while place < len(texts):
        for count in range(size, fewest - 1, -1):
            cells = texts[place : place + count]
            places = short_rows.columns_of(cells, head) if len(cells) == count else None
            if places is None or (count < size and places[-1] < size - 1):
                continue
            columns = [head.columns[at] for at in places]
            named = [
                short_rows.kind_of(cell) is Column.WHO
                for cell, column in zip(cells, columns, strict=True)
                if column is Column.WHO
            ]
            if Column.TASK in columns and any(named) and (count < size or all(named)):
                yield place, places
                place += count
                break
        else:
            return


def _whole_rows(lines: Sequence[Span], texts: Sequence[str], at: int, columns: Columns) -> Iterator[Row]:
    head = head_of(flat_heads.texts_of(texts, columns))
    assert head is not None
    yield flat_heads.row_of(lines, columns)
    place = flat_heads.end_of(columns)
    printed = texts[at:place]
    while place < len(lines):
        for first, places in _blocks(texts, place, head):
            under = dict(zip(places, lines[first : first + len(places)], strict=True))
            yield tuple(under.get(column) for column in range(len(head.columns)))
            place = first + len(places)
        if texts[place : place + len(printed)] != printed:  # once more, on the next page
            return
        place += len(printed)


def _columns(flow: Flow, lines: Sequence[Span], texts: Sequence[str], at: int) -> Columns:
    """The lines of the head that begins at a line 序号, those under which the first row fits; none where it is none."""
    end = at + 1
    while end < len(texts) and end - at < 14:
        text = texts[end]
        if (
            len(text) > _LONGEST
            or flat_rows.NUMBER.match(text)
            or flat_rows.SECTION.match(text)
            or not re.match(r"[\u4e00-\u9fff（）/]+$", text)
        ):
            break
        end += 1
    found = [
        (columns, head)
        for columns in flat_heads.joined(texts, at, end)
        if 3 <= len(columns) <= 10 and (head := head_of(flat_heads.texts_of(texts, columns)))
    ]
    for columns, head in found if len(found) > 1 else ():
        first = next(
            (place for place in range(end, min(end + 3, len(texts))) if flat_rows.NUMBER.match(texts[place])), end
        )
        beyond = min(first + len(columns) + 1, len(texts))  # what is longer is no first row of it
        last = next((place for place in range(first + 1, beyond) if flat_rows.NUMBER.match(texts[place])), beyond)
        cells = lines[first:last]
        if len(cells) <= len(columns) and short_rows.columns_of(flat_rows.texts_of(flow, cells), head):
            return columns
    return found[0][0] if found else []


def _read_rows(flow: Flow, lines: Sequence[Span], texts: Sequence[str], at: int, columns: Columns) -> Iterator[Row]:
    yield flat_heads.row_of(lines, columns)
    head = head_of(flat_heads.texts_of(texts, columns))
    assert head is not None
    size, place = len(columns), flat_heads.end_of(columns)
    printed = texts[at:place]
    expected = 1
    above: Row = ()
    while place < len(lines):
        if texts[place : place + len(printed)] == printed:  # once more, on the next page
            place += len(printed)
            continue
        # a line of its own below the head, as what the rows belong to: 主要预期目标（15项）
        first = place == at + len(printed) and place + 1 < len(lines) and flat_rows.NUMBER.match(texts[place + 1])
        if flat_rows.SECTION.match(texts[place]) or (first and not flat_rows.NUMBER.match(texts[place])):
            yield (lines[place], *[None] * (size - 1))
            place += 1
            continue
        if not flat_rows.NUMBER.match(texts[place]):
            return
        number = int(re.sub(r"\D", "", texts[place]))
        if number < expected:
            return
        expected = number + 1
        rows, end = flat_rows.row(flow, lines, texts, place, printed, head)
        used = max(cell[1] for cell in rows[-1] if cell) if rows else 0
        more = [line for line in lines[place:end] if line[0] >= used]
        rows += flat_rows.merged(flow, more, head, rows[-1] if rows else above)
        yield from rows
        if not rows or (len(rows) > 1 and end == len(lines)):
            return
        above = rows[-1]
        used = max(cell[1] for cell in above if cell)
        place += 1
        while place < end and lines[place][0] < used:
            place += 1
        if place < end and not (end < len(lines) and flat_rows.NUMBER.match(texts[end])):
            return
        place = end
