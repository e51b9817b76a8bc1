"""Tables drawn with characters in plain text: pipes of Markdown, tabs, columns set apart by blanks.

| 序号 | 重点任务 | 牵头单位 |      序号<tab>任务名称<tab>责任单位      序号    任务名称        责任单位

A web page's table without its tags may have one blank between cells, and then only its numbered rows tell it.

序号 工 作 任 务 牵头部门
1 新增就业1000万人 人力资源社会保障部
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from graph.model import Span
from ingest.document import Cell, Document, Table

Lines = list[Span]
IsHead = Callable[[Sequence[str]], bool]

# |---|:---:| ; ┌──┬──┐
RULE = re.compile(r"[\s|:+=\-—─━│┃┆┼├┤┌┐└┘┬┴╋]{3,}")
_PIPE = re.compile(r"(?<!\\)[|│┃┆]")
_GAP = re.compile(r"\t+|[ \u3000]{2,}")
# 序号 工 作 任 务 牵头部门
_NUMBERED = re.compile(r"(?m)^[ \u3000]*序 ?号[ \u3000]\S")
_SPREAD = re.compile(r"(?<![^ \u3000])\S(?:[ \u3000]\S)+(?![^ \u3000])|\S+")
_ROW_NUMBER = re.compile(r"\d{1,3}[.、]?")
# what any drawn table holds; a pattern that begins with a set is found fast, one that begins with a run is not
_DRAWN = re.compile(r"[|│┃┆\t \u3000](?:(?<=[|│┃┆\t])|[ \u3000])")


def drawn(document: Document, is_head: IsHead) -> Document:
    """The document with its drawn tables, where it has no others. `is_head` tells the head of a task table."""
    text = document.text
    if document.tables or not (_DRAWN.search(text) or _NUMBERED.search(text)):
        return document
    found: list[Table] = []
    lines = list(lines_of(text))
    at = 0
    while at < len(lines):
        line = text[slice(*lines[at])]
        cuts = (_piped, _tabbed, spaced) if _DRAWN.search(line.strip(" \u3000")) else ()
        for cut in (*cuts, _blank) if _NUMBERED.match(line) else cuts:
            head = cut(text, lines[at]) if _MAYBE[cut].search(line) else []
            if len(head) >= 2 and is_head([text[slice(*cell)].strip() for cell in head]):
                table, after = _rows(text, lines, at, head, cut)
                if len(table.rows) > 1:
                    found.append(table)
                    at = after - 1
                    break
        at += 1
    return replace(document, tables=tuple(found)) if found else document


def lines_of(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _rows(text: str, lines: Lines, at: int, head: Lines, cut: "Cut") -> tuple[Table, int]:
    """The head and the rows below it, and the line after them. A blank line ends a table only before other text."""
    rows: list[tuple[Cell | None, ...]] = [_cells(text, head)]
    end = place = at + 1
    while place < len(lines):
        line = text[slice(*lines[place])]
        if line.strip() and not RULE.fullmatch(line):
            parts = cut(text, lines[place]) if _MAYBE[cut].search(line) else [lines[place]]
            row = _under(text, parts, head, cut)
            if row is None:
                break
            rows.append(_cells(text, row))
            end = place + 1
        elif not line.strip() and place > end:
            break
        place += 1
    return Table(tuple(rows)), end


def _cells(text: str, spans: Sequence[Span]) -> tuple[Cell | None, ...]:
    trimmed = [_trimmed(text, *span) for span in spans]
    return tuple(Cell(span) if span[1] > span[0] else None for span in trimmed)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _under(text: str, parts: Lines, head: Lines, cut: "Cut") -> Lines | None:
    """Parts of a line put under the columns of a head; None where they are no row of it."""
    if cut is _blank:
        return _numbered_row(text, parts, len(head))
    if len(parts) == len(head):
        return parts
    if cut is not spaced:
        short = len(parts) >= 2 and len(parts) < len(head)
        return [*parts, *[(parts[-1][1],) * 2] * (len(head) - len(parts))] if short else None
    if len(parts) < 2 or len(parts) > len(head):
        return None
    row: Lines = [(parts[0][0],) * 2] * len(head)
    columns = [column(text, head[0][0], cell[0]) for cell in head]
    last = -1
    begin = text.rfind("\n", 0, parts[0][0]) + 1
    for part in parts:
        place = column(text, begin, part[0])
        nearest = min(range(len(head)), key=lambda at: abs(columns[at] - columns[0] - place))
        if nearest <= last:
            return None
        row[nearest], last = part, nearest
    return row


def _numbered_row(text: str, parts: Lines, size: int) -> Lines | None:
    """A number, what is to be done, which may hold blanks, and a word for each column behind it."""
    if len(parts) < size or not _ROW_NUMBER.fullmatch(text, *parts[0]):
        return None
    behind = len(parts) - (size - 2)
    return [parts[0], (parts[1][0], parts[behind - 1][1]), *parts[behind:]]


def column(text: str, start: int, at: int) -> int:
    """At which column of the screen a place is printed."""
    return sum(2 if ord(c) > 0x2E7F else 1 for c in text[start:at])


Cut = Callable[[str, Span], Lines]


def _piped(text: str, line: Span) -> Lines:
    """Cells between pipes; one that is escaped is text."""
    start, end = _trimmed(text, *line)
    marks = [found.start() for found in _PIPE.finditer(text, start, end)]
    places = [start - 1, *marks, end]
    spans = [(a + 1, b) for a, b in pairwise(places)]
    if marks and marks[0] == start:
        spans = spans[1:]
    if marks and marks[-1] == end - 1:
        spans = spans[:-1]
    return spans


def _tabbed(text: str, line: Span) -> Lines:
    start, end = line[0], line[0] + len(text[slice(*line)].rstrip("\r"))
    places = [start - 1, *(at for at in range(start, end) if text[at] == "\t"), end]
    return [(a + 1, b) for a, b in pairwise(places)]


def spaced(text: str, line: Span) -> Lines:
    start, end = _trimmed(text, *line)
    spans, at = [], start
    for gap in _GAP.finditer(text, start, end):
        spans.append((at, gap.start()))
        at = gap.end()
    return [*spans, (at, end)]


def _blank(text: str, line: Span) -> Lines:
    """Words parted by single blanks; one that is spread, 工 作 任 务, is one."""
    return [found.span() for found in _SPREAD.finditer(text, *line)]


_MAYBE: dict[Cut, re.Pattern[str]] = {
    _piped: re.compile(r"[|│┃┆]"),
    _tabbed: re.compile(r"\t"),
    spaced: _GAP,
    _blank: re.compile(r"[ \u3000]"),
}
