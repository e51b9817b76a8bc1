"""Task tables: a row is a measure, its units stand in a column of their own.

序号 | 改革举措 | 主要内容 | 指导部门 | 推广范围
Read from the tables of a document, and from text where every cell is a line of its own (`flat_tables`).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.model import Role, Span
from ingest.document import Document, Table
from ingest.items import cards, flat_tables
from ingest.items.flat_rows import Row
from ingest.items.measure_title import title_of
from ingest.items.measures import Found
from ingest.numbering import number_of
from ingest.tables import project_rows, short_rows
from ingest.tables.columns import DATE, Column, Head, bare, head_of, numbered, two_rows
from ingest.text.flow import Flow
from ingest.units import assign
from ingest.units.labels import fields
from ingest.units.roles import forms
from ingest.units.said import Clause, Said
from ingest.units.unit_lists import split
from ingest.units.units import organ


@dataclass(frozen=True, slots=True)
class Tasks:
    """Measures of tables, and the stretches of the flow that the tables take up."""

    found: tuple[Found, ...]
    taken: tuple[Span, ...]


def cells(document: Document) -> list[Span]:
    """All cells of a document that hold text, each once, in the order of the text."""
    spans = {cell.span for table in document.tables for row in table.rows for cell in row if cell}
    kept: list[Span] = []
    for span in sorted(span for span in spans if span[1] > span[0]):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def find(flow: Flow, document: Document) -> Tasks:
    """The measures of all task tables. A table without a head goes on with that of the one before it."""
    found: list[Found] = []
    taken: list[Span] = []
    head: Head | None = None
    grids = [_rows(flow, table) for table in document.tables]
    for rows in grids:
        got, head = _measures(flow, rows, head)
        got = _of_list(flow, rows, got)
        got = got or cards.find(flow, rows, taken)
        if got:
            found += got
            taken.append(_extent(rows))
    for rows in flat_tables.find(flow, taken):
        got, _ = _measures(flow, rows, None)
        if got:
            found += got
            taken.append(_extent(rows))
    return Tasks(tuple(found), tuple(taken))


def _extent(rows: Sequence[Row]) -> Span:
    spans = [cell for row in rows for cell in row if cell]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _rows(flow: Flow, table: Table) -> list[Row]:
    """Cells as stretches of the flow; None where there is no text."""
    rows: list[Row] = []
    for row in table.rows:
        spans = [(flow.at(cell.span[0]), flow.at(cell.span[1])) if cell else None for cell in row]
        rows.append(tuple(_trimmed(flow.text, *span) if span else None for span in spans))
    return rows


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in " \n":
        start += 1
    while start < end and text[end - 1] in " \n":
        end -= 1
    return (start, end) if start < end else None


def _measures(flow: Flow, rows: Sequence[Row], head: Head | None) -> tuple[list[Found], Head | None]:
    """A measure a row, and the head that holds at the end of the table. What a merged cell or one left empty below
    does not repeat carries on from above."""
    found: list[Found] = []
    section: str | None = None
    above: dict[int, Span] = {}
    area: Span | None = None
    before: list[str] = []  # the head, right below it
    known: dict[tuple[str, ...], Head] = {}  # heads that pages repeat
    if head is None:
        head = short_rows.implied([[flow.text[slice(*cell)] if cell else "" for cell in row] for row in rows])
    for at, row in enumerate(rows):
        texts = [flow.text[slice(*cell)] if cell else "" for cell in row]
        if len(before) == len(texts) and (both := two_rows(before, texts)):
            texts = [(before, texts)[line][place] for line, place in both]
        elif at == 0 and (bodies := _by_body(flow, texts, rows)):
            texts = list(bodies)
        before = []
        if (said := head_of(texts)) and sum(map(len, texts)) < 120:
            before = texts
            head, above, area = known.get(tuple(texts), said), {}, None
            if tuple(texts) not in known and len(known) < _MOST_HEADS:
                head = _dated(flow, _grouped(flow, _pointed(flow, said, rows[at + 1 :]), rows), rows)
                known[tuple(texts)] = head
            continue
        if numbered(texts):  # the head of another table, which says nothing of who: 序号 | 企业名称 | 总投资
            head = None
        if head is None or len(row) != len(head.columns):
            continue
        if len(row) > 1 and (over := _heading(row, head) or _chapter(texts, row, head, rows, flow)):
            section, above, area = _line(flow, over), {}, None
            continue
        for cell, column in zip(row, head.columns, strict=True):
            if column is Column.AREA and cell and cell != area:
                area, above = cell, {}
        made = _measure(flow, row, head, above, area, section)
        if made:
            found.append(made)
    return found, head


_MOST_HEADS = 20  # kinds of rows in one table, each with heads of its own


def _heading(row: Row, head: Head) -> Span | None:
    """The cell that fills a row, beside its number if it has one: what the rows below it belong to."""
    spans = {cell for cell in row if cell}
    if len(spans) == 1:
        return spans.pop()
    beside = [(cell, column) for cell, column in zip(row, head.columns, strict=True) if column is not Column.NUMBER]
    over = {cell for cell, _ in beside if cell}
    broad = {Column.TASK, Column.WHO} <= {column for cell, column in beside if cell}
    return over.pop() if len(over) == 1 and broad else None


# 一 ; 二、 above 1 ; 2
_CHAPTER = re.compile("[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?")
_DIGITS = re.compile(r"\d{1,3}[、.．]?")


def _chapter(texts: Sequence[str], row: Row, head: Head, rows: Sequence[Row], flow: Flow) -> Span | None:
    """The heading in a row that names nobody, numbered as chapters where tasks have digits: 一 | 巩固成果 | 31分."""
    if Column.NUMBER not in head.columns:
        return None
    at = head.columns.index(Column.NUMBER)
    told = {column for cell, column in zip(row, head.columns, strict=True) if cell}
    if not _CHAPTER.fullmatch(texts[at]) or told & {Column.WHO, Column.TIME}:
        return None
    numbers = [flow.text[slice(*cell)] for one in rows if len(one) == len(row) and (cell := one[at])]
    if sum(bool(_DIGITS.fullmatch(number)) for number in numbers) <= sum(map(bool, map(_CHAPTER.fullmatch, numbers))):
        return None
    named = [
        cell for cell, column in zip(row, head.columns, strict=True) if cell and column in (Column.TASK, Column.AREA)
    ]
    return named[0] if named else None


def _by_body(flow: Flow, texts: Sequence[str], rows: Sequence[Row]) -> tuple[str, ...] | None:
    """The heads of a table of what each body does: 部门 | 重点领域. The cells below name bodies, and tell deeds."""
    named = bare(texts)
    known = head_of(named) if named else None
    below = [row for row in rows if len(row) == len(texts)][1:]
    if named is None or known is None or not below:
        return None
    who = known.columns.index(Column.WHO)
    cells = [[flow.text[slice(*cell)] if cell else "" for cell in row] for row in below]
    bodies = sum(bool(parts) and all(organ(one.name) for one in parts) for parts in (split(row[who]) for row in cells))
    deeds = sum(
        any(len(row[at]) >= 10 for at, kind in enumerate(known.columns) if kind is Column.TASK) for row in cells
    )
    return named if min(bodies, deeds) >= max(2, 0.8 * len(below)) else None


# （一） ; 3 : a cell that points to an item
_POINTS = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[）)]?[、.．]?")


def _pointed(flow: Flow, head: Head, rows: Sequence[Row]) -> Head:
    """The head with columns of tasks that hold numbers alone as those of numbers: 对应任务 | （一）."""
    columns = list(head.columns)
    for at, column in enumerate(columns):
        texts = [flow.text[slice(*cell)] for row in rows if len(row) == len(columns) and (cell := row[at])]
        if column is Column.TASK and columns.count(Column.TASK) > 1 and texts and all(map(_POINTS.fullmatch, texts)):
            columns[at] = Column.NUMBER if Column.NUMBER not in columns else Column.OTHER
    return replace(head, columns=tuple(columns))


def _grouped(flow: Flow, head: Head, rows: Sequence[Row]) -> Head:
    """The head with columns of tasks that hold merged cells, or many cells that repeat the one above, beside others
    that do not, as what rows belong to."""
    often = Counter(cell for row in rows for cell in set(row) if cell)
    tasks = [at for at, column in enumerate(head.columns) if column is Column.TASK]
    merged = {
        at
        for at in tasks
        for row in rows
        if len(row) > at and (cell := row[at]) and often[cell] > 1 and len(set(row)) > 2
    }
    pairs = [(before, row) for before, row in pairwise(rows) if len(before) == len(row) == len(head.columns)]
    repeated = Counter(at for before, row in pairs for at in tasks if _repeated(flow, before[at], row[at]))
    merged |= {at for at, times in repeated.items() if times > 0.1 * len(pairs)}
    if not merged or len(merged) == len(tasks):
        return head
    columns = tuple(Column.AREA if at in merged else column for at, column in enumerate(head.columns))
    return replace(head, columns=columns)


def _repeated(flow: Flow, above: Span | None, cell: Span | None) -> bool:
    """Does a cell say once more what stands above it?"""
    if above is None or cell is None or above[1] - above[0] != cell[1] - cell[0]:
        return False
    return above != cell and flow.text[slice(*above)] == flow.text[slice(*cell)]


def _dated(flow: Flow, head: Head, rows: Sequence[Row]) -> Head:
    """The head with a column of dates as that of the limits, where no other is."""
    if Column.TIME in head.columns:
        return head
    for at, column in enumerate(head.columns):
        broad = [row for row in rows[1:] if len(set(row)) > 1]
        texts = [flow.text[slice(*cell)] for row in broad if len(row) > at and (cell := row[at])]
        others = column is Column.OTHER or (column is Column.TASK and head.columns.count(column) > 1)
        if others and texts and sum(bool(DATE.match(text)) for text in texts) > 0.6 * len(texts):
            return replace(head, columns=(*head.columns[:at], Column.TIME, *head.columns[at + 1 :]))
    return head


def _line(flow: Flow, cell: Span) -> str:
    return flow.printed[slice(*cell)].replace("\n", "")


# a cell that repeats the one above
_SAME = re.compile('同上|同前|〃|″|〞|”|“|"')


def _listed(text: str, cell: Span, role: Role) -> Said:
    """The units of a cell, which may have labels of its own: 牵头单位：市教育局 / 配合单位：市财政局."""
    labelled = fields(text, *cell) if forms().opening.match(text, *cell) else None
    return labelled if labelled and labelled.units else assign.listed(text, *cell, role)


def _measure(
    flow: Flow, row: Row, head: Head, above: dict[int, Span], area: Span | None, section: str | None
) -> Found | None:
    words: list[Span] = []
    said = Said(first_leads=head.first_leads)
    label = None
    clause: list[Span] = []
    named = [at for at, column in enumerate(head.columns) if column is Column.WHO and row[at]]
    for at, (cell, column) in enumerate(zip(row, head.columns, strict=True)):
        if column is Column.NUMBER and cell:
            label = _line(flow, cell)
        elif column is Column.TASK and cell and cell not in words and cell != area:
            words.append(cell)
        elif column in (Column.WHO, Column.TIME):
            if cell is None or _SAME.fullmatch(flow.text[slice(*cell)]):
                cell = above.get(at) if cell or not named else None
            if cell:
                above[at] = cell
                clause.append(cell)
                role = head.roles[at]
                said = said.then(_listed(flow.text, cell, role) if role else Said(limit=cell))
    if not words:
        return None
    if area:
        section = re.split(r"（(?:牵头|责任)", _line(flow, area))[0]
        if inside := re.search(r"（[^（）]*：[^（）]*）", flow.text[slice(*area)]):
            led = fields(flow.text, area[0] + inside.start() + 1, area[0] + inside.end() - 1)
            said = (led or Said()).then(said)
    start, end = min(words)[0], max(one[1] for one in [*words, *(c for c in clause if c in row)])
    if label is None and Column.NUMBER not in head.columns and (number := number_of(flow.text[slice(*words[0])])):
        label, words[0] = number.printed, (words[0][0] + number.end, words[0][1])
    place = (min(clause)[0], max(one[1] for one in clause)) if clause else (end, end)
    return Found(
        start,
        end,
        tuple(words),
        label,
        section,
        title_of(flow, words),
        (Clause(*place, said, own=True),) if said.units or said.limit else (),
        _project(flow, row, head),
        where=row[head.place] if head.place is not None else None,
    )


def _of_list(flow: Flow, rows: Sequence[Row], found: list[Found]) -> list[Found]:
    """The measures of a table with the projects that their first words name, where the title above says that it lists
    projects: 2026年重点项目清单."""
    if not found or any(one.projects for one in found):
        return found
    at = flow.paragraph(_extent(rows)[0])
    near = (flow.text[slice(*flow.paragraphs[above])] for above in range(max(0, at - 4), at))
    if not any(map(project_rows.listed, near)):
        return found
    return [
        one.replace(projects=(name,) if (name := project_rows.heading(flow.text, *one.words[0])) else ())
        for one in found
    ]


def _project(flow: Flow, row: Row, head: Head) -> tuple[Span, ...]:
    """The name of the project that a row of a table of projects is."""
    cell = row[head.project] if head.project is not None else None
    name = project_rows.name(flow.text, *cell) if cell else None
    return (name,) if name else ()
