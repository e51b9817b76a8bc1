"""Tables drawn with characters in plain text: pipes of Markdown, tabs, columns set apart by blanks.

| 序号 | 重点任务 | 牵头单位 |      序号<tab>任务名称<tab>责任单位      序号    任务名称        责任单位

A web page's table without its tags may have one blank between cells, and then only its numbered rows tell it, or rows
that all have a cell that fits for each column.

序号 工 作 任 务 牵头部门
1 新增就业1000万人 人力资源社会保障部
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from graph.model import Span
from ingest.document import Cell, Document, Table
from ingest.tables import row_lines, short_rows
from ingest.tables.columns import head_of, is_head, two_rows

Lines = list[Span]
Row = tuple[Cell | None, ...]

# |---|:---:| ; ┌──┬──┐
RULE = re.compile(r"[\s|:+=\-—─━│┃┆┼├┤┌┐└┘┬┴╋]{3,}")
_PIPE = re.compile(r"(?<!\\)[|│┃┆]")
_GAP = re.compile(r"\t+|[ \u3000]{2,}")
# 序号 工 作 任 务 牵头部门 ; 工作任务 责任单位 完成时限
_WORDS = re.compile(
    r"(?m)^[ \u3000]*(?:序 ?号[ \u3000]\S|"
    r"(?:[^\s，。；：、]{2,8}[ \u3000]){1,5}[^\s，。；：、]{0,6}(?:单位|部门)(?:[ \u3000]|$))"
)
_NUMBER = re.compile(r"序 ?号")
_SPREAD = re.compile(r"(?<![^ \u3000])\S(?:[ \u3000]\S)+(?![^ \u3000])|\S+")
_ROW_NUMBER = re.compile(r"\d{1,3}[.、]?")
# what any drawn table holds; a pattern that begins with a set is found fast, one that begins with a run is not
_COMMAS = re.compile(r"(?m)^[^,\n。；]{1,20},[^,\n。；]{1,20},[^\n。；]{2,80}$")
_DRAWN = re.compile(r"[|│┃┆\t \u3000](?:(?<=[|│┃┆\t])|[ \u3000])")


def drawn(document: Document) -> Document:
    """The document with its drawn tables, where it has no others."""
    text = document.text
    if document.tables or not (_DRAWN.search(text) or _WORDS.search(text) or ("," in text and _COMMAS.search(text))):
        return document
    found: list[Table] = []
    lines = list(lines_of(text))
    at = tried = 0
    while at < len(lines):
        line = text[slice(*lines[at])]
        cuts: tuple[Cut, ...] = (piped, _tabbed, spaced) if _DRAWN.search(line.strip(" \u3000")) else ()
        if line.count(",") > 1:
            cuts = (*cuts, _commas)
        for cut in (*cuts, _blank) if _WORDS.match(line) else cuts:
            last = row_lines.head(text, lines, at) if cut is _tabbed else at
            head = cut(text, (lines[at][0], lines[last][1])) if _MAYBE[cut].search(line) else []
            if len(head) >= 2 and is_head(_texts(text, head)):
                table, after = _rows(text, lines, last, head, cut)
                if len(table.rows) > 1:
                    found.append(table)
                    at = after - 1
                    break
        else:
            if at >= tried and not found and cuts and line.lstrip(" |│┃")[:1].isdecimal():
                rows, tried = _headless(text, lines, at)
                if rows:
                    found.append(Table(tuple(rows)))
                    at = tried - 1
        at += 1
    return replace(document, tables=tuple(found)) if found else document


def _headless(text: str, lines: Lines, at: int) -> tuple[list[Row], int]:
    """The rows of a table that a page begins in the middle of, none where they do not tell what its columns hold, and
    the line after them."""
    cut = piped if _MAYBE[piped].search(text, *lines[at]) else _tabbed
    spans: list[Lines] = []
    for line in lines[at:]:
        parts = cut(text, line) if _MAYBE[cut].search(text, *line) else []
        if not parts or (spans and len(parts) != len(spans[0])):
            break
        spans.append(parts)
    told = short_rows.implied([_texts(text, parts) for parts in spans])
    return [_cells(text, parts) for parts in spans] if told else [], at + max(len(spans), 1)


def lines_of(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        yield start, end
        start = end + 1


def _rows(text: str, lines: Lines, at: int, head: Lines, cut: "Cut") -> tuple[Table, int]:
    """The head and the rows below it, and the line after them. A blank line ends a table only before other text."""
    rows = [_cells(text, head)]
    end = place = at + 1
    shut = cut is piped and text[slice(*lines[at])].rstrip().endswith("|")
    while place < len(lines):
        line = text[slice(*lines[place])]
        if line.strip() and not RULE.fullmatch(line):
            last = _shut(text, lines, place, len(head)) if shut else _last(text, lines, place, len(head), cut)
            parts = cut(text, (lines[place][0], lines[last][1])) if _MAYBE[cut].search(line) else [lines[place]]
            if len(rows) == 1 and cut is not _blank and (under := _second(text, head, parts)):
                head = under
                rows = [_cells(text, head)]
            elif _MAYBE[cut].search(line) and (row := _under(text, parts, head, cut, rows)):
                rows.append(row)
            elif not (_SECTION.match(line.strip()) and _goes_on(text, lines, place + 1, head, cut)):
                break
            else:
                rows.append(_alone(text, parts[0], head))
            place = last
            end = place + 1
        elif not line.strip() and place > end:
            break
        place += 1
    if cut is _blank and _runs_over(text, lines, place, rows):
        rows = rows[:1]
    return Table(tuple(rows)), end


def _last(text: str, lines: Lines, place: int, size: int, cut: "Cut") -> int:
    """The last line of a row whose cells hold breaks."""
    if cut is _commas:
        return row_lines.quoted(text, lines, place, ",")
    if cut is _tabbed:
        last = row_lines.quoted(text, lines, place, "\t")
        return last if last > place else row_lines.tabbed(text, lines, place, size)
    return place


_NEAR = 8  # lines that a row may run over


def _shut(text: str, lines: Lines, place: int, size: int) -> int:
    """The last line of a row, where every row ends with a pipe: 1 | 修路 | 市交通局⏎市财政局 | 9月底前 |"""
    pipes = 0
    for last in range(place, min(place + _NEAR, len(lines))):
        line = text[slice(*lines[last])].strip()
        pipes += line.count("|")
        if not line or pipes > size + 1 or (last == place and not pipes):
            break
        if line.endswith("|"):
            return last
    return place


def _runs_over(text: str, lines: Lines, place: int, rows: Sequence[Row]) -> bool:
    """Does the number after that of the last row begin a line near below? Then cells run over lines, and single blanks
    tell no more where they go on."""
    number = text[slice(*rows[-1][0].span)].rstrip(".、") if rows[-1][0] else ""
    if not number.isdecimal():
        return False
    following = re.compile(rf"{int(number) + 1}[.、]?[ \u3000]+\S+[ \u3000]")
    return any(following.match(text, *line) for line in lines[place : place + _NEAR])


_SECTION = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^。；\t]{2,40}$")


def _goes_on(text: str, lines: Lines, place: int, head: Lines, cut: "Cut") -> bool:
    """Does the next line below hold cells of the table?"""
    line = text[slice(*lines[place])] if place < len(lines) else ""
    return bool(_MAYBE[cut].search(line)) and _under(text, cut(text, lines[place]), head, cut, []) is not None


def _second(text: str, head: Lines, parts: Lines) -> Lines | None:
    """The heads of the columns where the line below tells what one of them holds: 责任分工, below it 牵头单位 and
    配合单位."""
    found = two_rows(_texts(text, head), _texts(text, parts))
    return found and [(head, parts)[row][at] for row, at in found]


def _texts(text: str, spans: Sequence[Span]) -> list[str]:
    return [text[slice(*_trimmed(text, *span))] for span in spans]


def _cells(text: str, spans: Sequence[Span]) -> Row:
    trimmed = [_trimmed(text, *span) for span in spans]
    return tuple(Cell(span) if span[1] > span[0] else None for span in trimmed)


def _alone(text: str, part: Span, head: Lines) -> Row:
    """A line of its own, as what the rows below belong to."""
    return *_cells(text, [part]), *[None] * (len(head) - 1)


def _trimmed(text: str, start: int, end: int) -> Span:
    """A cell without blanks, **marks** and the quotation marks of a spreadsheet around it."""
    while start < end and (text[start].isspace() or text.startswith("**", start)):
        start += 1 + text.startswith("**", start)
    while start < end and (text[end - 1].isspace() or text.startswith("**", end - 2)):
        end -= 1 + text.startswith("**", end - 2)
    if end - start > 1 and text[start] == text[end - 1] == '"':
        start, end = start + 1, end - 1
    return start, max(start, end)


_FIRST = 50  # rows that show how a table is made

# kramdown and others: merged with the cell above
_MERGED = re.compile(r"\^{1,2}")


def _under(text: str, parts: Lines, head: Lines, cut: "Cut", rows: Sequence[Row]) -> Row | None:
    """Parts of a line put under the columns of a head; None where they are no row of it. `rows` are those above."""
    above = rows[-1] if len(rows) > 1 and sum(cell is not None for cell in rows[-1]) > 1 else (None,) * len(head)
    if cut is spaced and len(parts) < len(head):
        spread = _spread(text, parts, head)
        return _cells(text, spread) if spread else None
    if cut is _blank and not _NUMBER.match(text, head[0][0]):
        known = head_of(_texts(text, head)) if len(parts) == len(head) else None
        return _cells(text, parts) if known and short_rows.whole(_texts(text, parts), known) else None
    if cut is _blank and len(parts) >= len(head):
        numbered = _numbered_row(text, parts, len(head))
        return _cells(text, numbered) if numbered else None
    if len(parts) > len(head):
        return None
    texts = _texts(text, parts)
    cells = _cells(text, parts)
    if len(parts) == len(head):
        if len(head) > 1 and len(set(texts)) == 1:  # a cell as broad as the table, repeated
            return _alone(text, parts[0], head)
        own = next((at for at, cell in enumerate(cells) if cell), 0)
        merged = [_MERGED.fullmatch(said) is not None or at < own for at, said in enumerate(texts)]
        return tuple(over if same else cell for cell, over, same in zip(cells, above, merged, strict=True))
    if len(parts) == 1 and (cut is not piped or texts[0][-1:] not in "。；"):
        return _alone(text, parts[0], head) if cut is piped else None
    known = head_of(_texts(text, head))
    ragged = known is not None and (not any(above) or short_rows.ragged(rows[:_FIRST], known))
    places = short_rows.columns_of(texts, known, ragged=ragged) if known else None
    if places is None:
        return None if cut is _blank else (*cells, *[None] * (len(head) - len(parts)))
    under_ = dict(zip(places, cells, strict=True))
    last = places[-1] if ragged else len(head)
    return tuple(under_[at] if at in under_ else above[at] if at < last else None for at in range(len(head)))


def _spread(text: str, parts: Lines, head: Lines) -> Lines | None:
    """Parts that stand below the columns, on the screen."""
    if len(parts) < 2:
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


def piped(text: str, line: Span) -> Lines:
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


def _commas(text: str, line: Span) -> Lines:
    """Cells of comma-separated values; one that holds commas or breaks stands between quotation marks."""
    start, end = line
    places = [start - 1]
    within = False
    for sign in _COMMA.finditer(text, start, end):
        if sign.group() == '"':
            within = not within
        elif not within:
            places.append(sign.start())
    return [(a + 1, b) for a, b in pairwise([*places, end])]


_COMMA = re.compile('[,"]')


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
    piped: re.compile(r"[|│┃┆]"),
    _tabbed: re.compile(r"\t"),
    _commas: re.compile(","),
    spaced: _GAP,
    _blank: re.compile(r"[ \u3000]"),
}
