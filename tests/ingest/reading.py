"""Short ways to read an invented notice in a table of tests."""

from ingest.document import Cell, Document, Table
from ingest.parse import parse
from ingest.parsed import Measure, Parsed


def read(text: str, tables: tuple[Table, ...] = ()) -> Parsed:
    return parse(Document("公文.txt", text, "txt", "utf-8", tables))


def units(measure: Measure) -> list[str]:
    """Printed names with roles: 市发改委 lead."""
    return [f"{unit.name} {unit.role.value}" for unit in measure.responsible]


def squeezed(text: str) -> str:
    return "".join(text.split())


MERGED_UP, MERGED_LEFT = "^", "<"


def with_tables(head: str, *grids: list[list[str | None]]) -> Parsed:
    """A document of rows of cells, one cell a line; ^ is merged with the cell above, < with the one to the left."""
    text = head
    tables = []
    for grid in grids:
        rows: list[tuple[Cell | None, ...]] = []
        for row in grid:
            cells: list[Cell | None] = []
            for at, said in enumerate(row):
                if said == MERGED_UP:
                    cells.append(rows[-1][at])
                elif said == MERGED_LEFT:
                    cells.append(cells[-1])
                elif said is None:
                    cells.append(None)
                else:
                    cells.append(Cell((len(text), len(text) + len(said))))
                    text += said + "\n"
            rows.append(tuple(cells))
        tables.append(Table(tuple(rows)))
    return read(text, tuple(tables))
