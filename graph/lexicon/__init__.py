"""The one home of what is known about names: tables that an expert can extend without reading code.

A table is a TSV file with a header line; lines that begin with `#` and empty lines are left out. The first column is
the key, in some the first two. A folder of the user's own, named by JUCUO_LEXICON, may hold files of the same names:
its rows come first and replace all of our rows with the same key.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

OURS = Path(__file__).parent
VARIABLE = "JUCUO_LEXICON"
KEY_COLUMNS = {"clause_forms.tsv": 2, "department_names.tsv": 2}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: `row["name"]` is a column's value ("" where the line is short), `row.list("short")` a
    comma-separated one."""

    values: Mapping[str, str]
    file: Path
    line: int

    def __getitem__(self, column: str) -> str:
        return self.values.get(column, "")

    def list(self, column: str) -> tuple[str, ...]:
        return tuple(part for part in (piece.strip() for piece in self[column].split(",")) if part)


@cache
def overrides() -> Path | None:
    """The user's own folder, where one is set: asked once a process."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else None


@contextmanager
def using(folder: Path) -> Iterator[None]:
    """The user's folder for a while, whatever the environment says."""
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = str(folder)
    overrides.cache_clear()
    try:
        yield
    finally:
        if before is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = before
        overrides.cache_clear()


def table(name: str) -> tuple[Row, ...]:
    """All rows of a table (`regions.tsv`), the user's own first."""
    return _table(name, overrides())


@cache
def _table(name: str, folder: Path | None) -> tuple[Row, ...]:
    ours = read(OURS / name)
    if folder is None or not (folder / name).is_file():
        return ours
    own = read(folder / name)
    if not own:
        return ours
    replaced = {key(row) for row in own}
    return own + tuple(row for row in ours if key(row) not in replaced)


def key(row: Row) -> tuple[str, ...]:
    """What tells a row from the others of its table."""
    return tuple(row.values.values())[: KEY_COLUMNS.get(row.file.name, 1)]


def read(file: Path) -> tuple[Row, ...]:
    """The rows of one file."""
    columns: list[str] = []
    rows: list[Row] = []
    for number, line in enumerate(file.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not columns:
            columns = cells
        else:
            rows.append(Row(dict(zip(columns, cells, strict=False)), file, number))
    return tuple(rows)
