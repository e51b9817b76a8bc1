"""Task tables: rows of a grid with a column of units, and the same printed one cell a line."""

from ingest.document import Document


def cuts(document: Document) -> frozenset[int]:
    """Where cells end: no paragraph runs over from one cell into the next."""
    return frozenset(
        place for table in document.tables for row in table.rows for cell in row if cell for place in cell.span
    )
