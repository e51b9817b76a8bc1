"""Printed pages to one text: furniture out, columns in order, paragraphs whole, tables with their cells."""

from collections.abc import Sequence

from ingest.readers.printed import Line, Sheet
from ingest.readers.printed_columns import with_tables
from ingest.readers.printed_lines import in_columns, lines_of, text_of
from ingest.readers.printed_pages import without_furniture
from ingest.readers.printed_tables import Ruled, goes_on, join, tables_of
from ingest.readers.printed_text import paragraphs, set_margins
from ingest.readers.writing import Block, Writing, write_blocks

Item = Line | Ruled


def write(sheets: Sequence[Sheet], writing: Writing) -> None:
    """All pages, one after the other."""
    tables = [tables_of(sheet) for sheet in sheets]
    lines = [
        lines_of((g for g in sheet.glyphs if not any(table.holds(g) for table in found)), page)
        for page, (sheet, found) in enumerate(zip(sheets, tables, strict=True))
    ]
    lines = [[line for line in page if text_of(line).strip()] for page in lines]
    blocks: list[list[Line]] = []
    items: list[Item] = []
    unruled: Ruled | None = None  # that ended the page before
    for page, found in zip(without_furniture(sheets, lines), tables, strict=True):
        waiting = list(found)
        part: list[Line] = []
        for line in with_tables(page, unruled):
            unruled = line if isinstance(line, Ruled) and line.bounds[3] >= page[-1].bottom else None
            if isinstance(line, Ruled):
                items += _ordered(part, blocks)
                part = []
                _add(items, line)
                continue
            if waiting and line.top >= waiting[0].bounds[1]:
                items += _ordered(part, blocks)
                part = []
                while waiting and line.top >= waiting[0].bounds[1]:
                    _add(items, waiting.pop(0))
            part.append(line)
        items += _ordered(part, blocks)
        for table in waiting:
            _add(items, table)
    set_margins(blocks)
    write_blocks(_blocks(items), writing)


def _ordered(lines: Sequence[Line], blocks: list[list[Line]]) -> list[Line]:
    found = in_columns(lines)
    blocks.extend(found)
    return [line for block in found for line in block]


def _add(items: list[Item], table: Ruled) -> None:
    if items and isinstance(items[-1], Ruled) and goes_on(items[-1], table):
        join(items[-1], table)
    else:
        items.append(table)


def _blocks(items: Sequence[Item]) -> list[Block]:
    """Paragraphs and the rows of tables."""
    blocks: list[Block] = []
    run: list[Line] = []
    for item in items:
        if isinstance(item, Line):
            run.append(item)
            continue
        blocks += [*paragraphs(run), item.rows]
        run = []
    return blocks + list(paragraphs(run))
