"""What docs/zh/lexicon.md tells an expert to write is accepted as it stands there."""

import re
from pathlib import Path

from graph.lexicon import departments, places, using
from ingest.lexicon_check import examine
from tests.shared import ROOT

BLOCK = re.compile(r"^```tsv (?P<file>\S+)\n(?P<rows>.*?)^```$", re.MULTILINE | re.DOTALL)


def rows_of(language: str) -> list[tuple[str, str]]:
    return BLOCK.findall((ROOT / "docs" / language / "lexicon.md").read_text(encoding="utf-8"))


def test_the_rows_of_the_documentation_are_sound_and_take_effect(tmp_path: Path) -> None:
    blocks = rows_of("zh")
    assert [file for file, _ in blocks] == [
        "departments.tsv",
        "department_names.tsv",
        "places.tsv",
        "clause_forms.tsv",
    ]
    assert set(rows_of("en")) <= set(blocks)
    for file, rows in blocks:
        (tmp_path / file).write_text(rows, encoding="utf-8")
    assert examine(tmp_path) == []
    with using(tmp_path):
        assert departments.called("低空办")
        assert places.named("昆河")
