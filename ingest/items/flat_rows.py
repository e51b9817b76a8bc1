"""One row of a table printed one cell a line: which lines belong to it, and under which columns they stand."""

import re
from collections.abc import Sequence

from graph.model import Role, Span
from ingest.tables import short_rows
from ingest.tables.columns import DATE, Column, Head
from ingest.text.flow import Flow
from ingest.units import assign, units
from ingest.units.bare_names import limits

Row = tuple[Span | None, ...]

NUMBER = re.compile(r"（?\d{1,3}）?[.、]?$")
SECTION = re.compile(r"[一二三四五六七八九十]{1,3}、.{2,40}$|（[一二三四五六七八九十]{1,3}）.{2,40}$")
_MOST = 24  # lines of a row beyond its columns


def texts_of(flow: Flow, cells: Sequence[Span]) -> list[str]:
    """What stands in cells."""
    return [flow.text[slice(*cell)] for cell in cells]


def row(
    flow: Flow, lines: Sequence[Span], texts: Sequence[str], place: int, printed: Sequence[str], head: Head
) -> tuple[list[Row], int]:
    """The rows from a number on and the line after them: up to the next number, or the one after that where what
    stands before it is no row (it was a score)."""
    last = min(place + len(head.columns) + _MOST, len(lines))
    number = int(re.sub(r"\D", "", texts[place]))
    ends: list[int] = []
    for end in range(place + 1, last + 1):
        if (
            end == last
            or SECTION.match(texts[end])
            or texts[end : end + len(printed)] == printed
            or (end - place >= len(head.columns) and _signed(texts, end, head))
        ):
            ends.append(end)
            break
        if NUMBER.match(texts[end]):
            ends.append(end)
    found: list[tuple[int, int]] = []
    for end in ends if len(ends) > 1 else ():
        after = int(re.sub(r"\D", "", texts[end])) if end < len(texts) and NUMBER.match(texts[end]) else 0
        if not after or after > number:
            found.append((_sound(flow, lines[place:end], head, follows=after == number + 1), -end))
            if found[-1][0] == _SURE:
                break
    end = -max(found, default=(0, -ends[0]))[1]
    return _read_row(flow, lines[place:end], head), end


# 市政府办公室 / 2022年5月6日
_DAY = re.compile(r"20\d\d年\d{1,2}月\d{1,2}日$")


def _signed(texts: Sequence[str], at: int, head: Head) -> bool:
    """Do a body and a day sign the notice, right behind the last cell of a row?"""
    return (
        at + 1 < len(texts)
        and _DAY.match(texts[at + 1]) is not None
        and short_rows.kind_of(texts[at]) is Column.WHO
        and (Column.TIME not in head.columns or short_rows.kind_of(texts[at - 1]) is Column.TIME)
    )


_SURE = 3


def _sound(flow: Flow, cells: Sequence[Span], head: Head, *, follows: bool) -> int:
    """How surely lines are a row; `follows` says that the number below comes right after its own."""
    size, texts = len(head.columns), texts_of(flow, cells)
    if (len(cells) >= size and short_rows.whole(texts[:size], head)) or short_rows.spread(texts, head):
        return _SURE
    places = short_rows.columns_of(texts, head)
    if places is not None:
        who = any(head.columns[at] is Column.WHO for at in places)
        return _SURE if who and len(cells) > 2 else 2 * follows
    return 1 if _fit(flow, cells, head) else 0


def _read_row(flow: Flow, cells: Sequence[Span], head: Head) -> list[Row]:
    return _short(flow, cells, head) or _over(flow, cells, head) or _fit(flow, cells, head)


def _over(flow: Flow, cells: Sequence[Span], head: Head) -> list[Row]:
    """A row with a column of scores or the like before its units, whose cells run over several lines."""
    who = head.columns.index(Column.WHO)
    if len(cells) <= len(head.columns) or Column.OTHER not in head.columns[:who]:
        return []
    places = short_rows.spread(texts_of(flow, cells), head)
    under: dict[int, Span] = {}
    for at, cell in zip(places or (), cells, strict=False):
        under[at] = (under.get(at, cell)[0], cell[1])
    return [tuple(under[at] for at in range(len(head.columns)))] if under else []


def _short(flow: Flow, cells: Sequence[Span], head: Head) -> list[Row]:
    """A row that lacks cells, which span it and others, under the columns that its cells fit."""
    if len(cells) >= len(head.columns) or len(cells) < 3:
        return []
    places = short_rows.columns_of(texts_of(flow, cells), head)
    if places is None or not any(head.columns[at] is Column.WHO for at in places):
        return []
    under = dict(zip(places, cells, strict=True))
    tasks = [at for at, column in enumerate(head.columns) if column is Column.TASK]
    return [tuple(under.get(at) for at in range(len(head.columns)))] if under.keys() & set(tasks) else []


def merged(flow: Flow, cells: Sequence[Span], head: Head, above: Row) -> list[Row]:
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
