"""What a reader gives: the text of a file, and where its tables stand in it."""

from dataclasses import dataclass

from graph.model import Span


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its text is `document.text[span]`. A merged cell stands in every row and column it covers,
    with the same span."""

    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, row by row as printed; None where a row has no cell."""

    rows: tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file read. `source` is its name without folders; `format` the reader's name; `encoding` only of plain text."""

    source: str
    text: str
    format: str
    encoding: str | None = None
    tables: tuple[Table, ...] = ()
