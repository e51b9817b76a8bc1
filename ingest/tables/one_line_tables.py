"""Task tables all in one line, a blank between cells: 序号 任务 责任单位 1 修路。 市交通局 2 建桥。 市住建局 …"""

import re
from collections.abc import Sequence
from itertools import islice, zip_longest

from ingest.glyphs import ruled
from ingest.tables import short_rows
from ingest.tables.columns import Column, Head, head_of

# 序号 任务 责任单位 1 …
_NUMBERED = re.compile(r" ?序号(?P<heads>(?: +[^\s\d]{2,10}){2,9}?) +1 +(?=\S)")
_BLANKS = re.compile(" +")
# 任务 责任单位 … in the middle of a line
_LAST_HEADS = ("单位 ", "部门 ")
_HEADS = re.compile(
    rf"(?:(?<=[ \n])|^)(?:[^\s\d，。；：、]{{2,10}} +){{1,8}}[^\s\d，。；：、]{{0,8}}(?:{'|'.join(_LAST_HEADS)})"
)
_CELL = re.compile(r"\S+")
_FEWEST, _MOST = 3, 9  # columns
_TRIES = 100  # in a text


def parted(seen: str) -> str:
    """The text with the blanks between the cells of such tables made breaks; as long as before."""
    if "序号 " in seen:
        seen = _numbered(seen)
    done = 0
    for _ in range(_TRIES) if any(map(seen.__contains__, _LAST_HEADS)) else ():
        heads = _HEADS.search(seen, done)
        if heads is None:
            break
        place = _unnumbered(seen, heads.start(), _line_end(seen, heads.start(), len(seen)))
        done = place[1] if place else heads.end()
        if place:
            seen = seen[: place[0]] + _broken(seen[slice(*place)]) + seen[place[1] :]
    return seen


def _broken(table: str) -> str:
    return table.replace(" ", "\n")


def _line_end(seen: str, at: int, stop: int) -> int:
    """Where the line that holds a place ends, at `stop` at the latest."""
    end = seen.find("\n", at, stop)
    return stop if end < 0 else end


def _numbered(seen: str) -> str:
    tables = [found for found in _NUMBERED.finditer(seen) if re.search("单位|部门", found["heads"])]
    kept: list[str] = []
    at = 0
    for table, below in zip_longest(tables, tables[1:]):
        stop = _line_end(seen, table.end(), below.start() if below else len(seen))
        end = _last(seen, table.end(), stop, len(table["heads"].split()))
        kept += [seen[at : table.start()], _broken(seen[table.start() : end])]
        at = end
    return "".join([*kept, seen[at:]])


def _last(seen: str, end: int, stop: int, columns: int) -> int:
    """Where the last of the rows ends, before `stop`, that are numbered one after the other; the first of them is at
    `end`."""
    number = 2
    while more := re.compile(rf" {number} +(?=\S)").search(seen, end, stop):
        end, number = more.end(), number + 1
    for _ in range(columns - 1):
        blank = _BLANKS.search(seen, end, stop)
        end = blank.end() if blank else stop
    row = _BLANKS.search(seen, end, stop)
    return row.end() if row else stop


def _unnumbered(seen: str, start: int, stop: int) -> tuple[int, int] | None:
    """Where a table without numbers begins and ends, two rows of which at least have a cell that fits for each
    column."""
    first = list(islice(_CELL.finditer(seen, start, stop), 3 * _MOST))
    texts = [ruled(cell.group()) for cell in first]
    for size in range(min(_MOST, len(texts) // 3), _FEWEST - 1, -1):
        named = len(set(texts[:size])) == size and all(len(text) <= 10 for text in texts[:size])
        head = head_of(texts[:size]) if named else None
        if (
            head is None
            or head.columns[-1] not in (Column.WHO, Column.TIME)
            or not (_whole(texts[size : 2 * size], head) and _whole(texts[2 * size : 3 * size], head))
        ):
            continue
        end = first[size].start()
        cells = _CELL.finditer(seen, end, stop)
        while row := tuple(islice(cells, size)):
            if not _whole([ruled(cell.group()) for cell in row], head):
                return start, row[0].start()
        return start, stop
    return None


def _whole(texts: Sequence[str], head: Head) -> bool:
    return len(texts) == len(head.columns) and short_rows.whole(texts, head)
