"""Rows with fewer cells than the head has columns, put under the columns that their cells fit.

A cell merged over several rows is said once, in the first: what a row lacks stands above it.

序号 | 领域 | 任务 | 责任单位            领域 spans both rows
1 | 交通 | 修路 | 市交通局
2 | 架桥 | 市住建局
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from graph.lexicon import overrides
from graph.lexicon.departments import called
from graph.model import Role
from ingest.tables.columns import DATE, Column, Head
from ingest.units import unit_lists, units
from ingest.units.bare_names import limits

_NUMBER = re.compile(r"（?\d{1,3}）?[.、．]?$")
_SOME = re.compile("(?<![^、，；])\\d{1,3}个(?=[市县区旗乡镇街部单成])")
_NOTHING = re.compile(r"[—\-－–/／]+$|无$")
_NEVER = -9


def columns_of(texts: Sequence[str], head: Head, *, ragged: bool = False) -> list[int] | None:
    """The column of each cell, from left to right; None where they do not fit. A task is put under the last column of
    tasks that is free: the broader ones to the left are those that span rows. So are units, but those of a table that
    is `ragged`: where its rows end early, and the units that stand there are the first ones.
    """
    kinds = [kind_of(text) for text in texts]

    @cache
    def best(cell: int, column: int) -> tuple[int, tuple[int, ...]]:
        """The best score of the cells from `cell` on under the columns from `column` on, and where they go."""
        if cell == len(kinds):
            return 0, ()
        if len(head.columns) - column < len(kinds) - cell:
            return _NEVER * len(kinds), ()
        score, places = best(cell + 1, column + 1)
        here = score + _fit(kinds[cell], head.columns[column], texts[cell])
        later = best(cell, column + 1)
        left = ragged and kinds[cell] in (Column.WHO, Column.OTHER)
        return (here, (column, *places)) if here > later[0] or (left and here == later[0]) else later

    if not texts or len(texts) > len(head.columns):
        return None
    score, places = best(0, 0)
    if score <= 0 or len(places) != len(texts):
        return None
    sure = all(_fit(kind, head.columns[at], text) >= 0 for kind, at, text in zip(kinds, places, texts, strict=True))
    return list(places) if sure else None


def spread(texts: Sequence[str], head: Head) -> list[int] | None:
    """The same of cells some of which run over several lines: as many lines of what is to be done as there are, and of
    units, stand under one column. Every column of a row holds a line at least."""
    size, kinds = len(head.columns), [kind_of(text) for text in texts]

    @cache
    def best(line: int, column: int) -> tuple[int, tuple[int, ...]]:
        """The best score of the lines from `line` on, the first of which begins a column, and where they go."""
        if column == size or line == len(kinds):
            return (0 if column == size and line == len(kinds) else _NEVER * len(kinds)), ()
        found = (_NEVER * len(kinds), tuple[int, ...]())
        score = 0
        for end in range(line + 1, len(kinds) - (size - column) + 2):
            score += _fit(kinds[end - 1], head.columns[column], texts[end - 1]) - (end > line + 1)
            if end > line + 1 and head.columns[column] in (Column.NUMBER, Column.TIME, Column.OTHER):
                break
            later, places = best(end, column + 1)
            if score + later > found[0]:
                found = score + later, (*[column] * (end - line), *places)
        return found

    if not size <= len(texts) <= size + _RUNS_OVER:
        return None
    score, places = best(0, 0)
    return list(places) if score > 0 and len(places) == len(texts) else None


_RUNS_OVER = 12  # lines of a row beyond its columns


def implied(rows: Sequence[Sequence[str]]) -> Head | None:
    """The head that rows of a page tell that goes on from another, without one: a number, a task, who, by when, in all
    rows alike. Where two columns name bodies, nothing says who leads."""
    width = len(rows[0]) if rows else 0
    if len(rows) < _ALIKE or width < 4 or any(len(row) != width for row in rows):
        return None
    kinds = [{kind_of(row[at]) for row in rows if row[at]} for at in range(width)]
    numbers = [re.sub(r"\D", "", row[0]) for row in rows]
    if kinds[0] != {Column.NUMBER} or not all(numbers) or any(int(b) - int(a) != 1 for a, b in pairwise(numbers)):
        return None
    tasks = [at for at, kind in enumerate(kinds) if Column.TASK in kind and kind <= {Column.TASK, Column.AREA}]
    who = [at for at, kind in enumerate(kinds) if Column.WHO in kind and kind <= {Column.WHO, Column.OTHER}]
    if not tasks or not who or tasks[-1] > who[0] or kinds[-1] != {Column.TIME}:
        return None
    columns = [Column.TASK if at in tasks else Column.WHO if at in who else Column.OTHER for at in range(width)]
    columns[0], columns[-1] = Column.NUMBER, Column.TIME
    return Head(tuple(columns), tuple(Role.RESPONSIBLE if one is Column.WHO else None for one in columns), False)


_ALIKE = 2  # rows that tell a head


def ragged(rows: Sequence[Sequence[object | None]], head: Head) -> bool:
    """Do rows of a table end early that have nothing above them to be merged with: those right below its head, or below
    a line as broad as the table?"""
    who = [at for at, column in enumerate(head.columns) if column is Column.WHO]
    return len(who) > 1 and any(
        sum(cell is not None for cell in row) > 1 and row[who[0]] is not None and row[who[-1]] is None
        for above, row in pairwise(rows)
        if above is rows[0] or sum(cell is not None for cell in above) == 1
    )


def whole(texts: Sequence[str], head: Head) -> bool:
    """Has a row a cell that fits for each column, and units where the head says so?"""
    told = [text for text, column in zip(texts, head.columns, strict=True) if column is Column.WHO]
    return {kind_of(text) for text in told} == {Column.WHO} and columns_of(texts, head) == list(range(len(texts)))


def kind_of(text: str) -> Column:
    """What a cell reads like; `AREA` is a few words, which may be a task as well, `OTHER` a dash for nobody."""
    return _kind_of(text, overrides())


@lru_cache(maxsize=4096)
def _kind_of(text: str, _folder: Path | None) -> Column:
    """A line is tried under many columns, and as a cell of many rows."""
    text = re.sub(r"\s", "", text)
    if _NOTHING.match(text):
        return Column.OTHER
    if _NUMBER.match(text):
        return Column.NUMBER
    if DATE.match(text) or limits(text):
        return Column.TIME
    # 新建卫生所3所 is no body, 13个街道、镇 are some
    parts = () if re.search(r"[\d。；]", _SOME.sub("", text)) else unit_lists.split(text)
    if parts and all(units.organ(part.name) for part in parts):
        return Column.WHO
    return Column.AREA if len(text) <= 8 and text[-1:] not in "。；" else Column.TASK


# 市财政局, 各部门; 一网通办 ends like a body and may be a task
_BODY = re.compile("[省市区县旗州国各全有相属驻中]|\\d")


def _fit(kind: Column, column: Column, text: str) -> int:
    if kind is Column.OTHER:
        return 2 if column in (Column.WHO, Column.TIME) else 1
    if kind is column:
        return 4
    if kind is Column.AREA and column is Column.TASK:
        return 4
    if kind is Column.TASK and column is Column.AREA:
        return 1
    if kind is Column.WHO and column is Column.TASK and not _BODY.match(text) and not called(text):
        return 1
    return 0 if column is Column.OTHER else _NEVER
