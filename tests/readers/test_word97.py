"""Old Word files, read through the programs that this machine has."""

import shutil
import subprocess
from pathlib import Path

import pytest

from ingest.parse import parse
from ingest.readers import antiword, read_bytes, word97
from ingest.readers.writing import Box
from tests.ingest.reading import squeezed, units
from tests.readers.layout import Block
from tests.readers.make_files import docx
from tests.shared import SAMPLE, needs_shared

OFFICE = next(filter(None, map(shutil.which, word97.OFFICE)), None)
ANTIWORD = shutil.which("antiword")
TABLE: list[list[str | None]] = [
    ["序号", "领域", "具体任务", "责任单位", "完成时限"],
    ["1", "交通", "新建道路三十公里，其中城区道路十二公里，让群众出行便捷。", "市交通局、市住建局", "2025年6月底前"],
    ["2", None, "改造桥梁。", "市住建局", "长期坚持"],
]  # fmt: skip


def told(name: str, data: bytes) -> list[tuple[str | None, str, list[str], str]]:
    (document,) = read_bytes(name, data)
    return [
        (one.label, squeezed(one.text), units(one), one.deadline.text if one.deadline else "")
        for one in parse(document).measures
    ]


@needs_shared
@pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice (soffice) to write a .doc")
@pytest.mark.parametrize("reader", ["office", "antiword"])
def test_a_doc_says_what_its_docx_says(reader: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if reader == "antiword":
        if ANTIWORD is None:
            pytest.skip("needs antiword")
        monkeypatch.setattr(word97, "OFFICE", ())
        monkeypatch.setattr(word97, "WINDOWS", str(tmp_path / "none"))
    text: list[Block] = [line for line in SAMPLE.read_text(encoding="utf-8").split("\n") if line.strip()]
    made = docx([*text, TABLE, "注：按月报送进展情况。"])
    (tmp_path / "notice.docx").write_bytes(made)
    subprocess.run(
        [str(OFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--infilter=MS Word 2007 XML", "--convert-to", "doc:MS Word 97", "--outdir", str(tmp_path),
         str(tmp_path / "notice.docx")],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120, check=True,
    )  # fmt: skip
    monkeypatch.setattr(word97, "SECONDS", 100)  # this machine may be busy
    assert told("notice.doc", (tmp_path / "notice.doc").read_bytes()) == told("notice.docx", made)
    assert len(told("notice.docx", made)) == 24


PRINTED = """关于印发清单的通知

|序号|任务        |责任单位    |时限        |
|1   |新建道路30公|市交通局    |2025年6月底 |
|    |里。        |市住建局    |前          |
|    |改造桥梁。  |市住建局    |长期坚持    |

注：按月报送。
"""


def test_lines_of_one_row_are_put_together_again() -> None:
    blocks = antiword.blocks(PRINTED)
    table = next(block for block in blocks if isinstance(block, list))
    said = [[cell.text if isinstance(cell, Box) else None for cell in row] for row in table]
    assert said == [
        ["序号", "任务", "责任单位", "时限"],
        ["1", "新建道路30公里。", "市交通局\n市住建局", "2025年6月底前"],
        ["1", "改造桥梁。", "市住建局", "长期坚持"],
    ]
