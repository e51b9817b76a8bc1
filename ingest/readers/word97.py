"""doc, wps and rtf through a program that can read them, if this machine has one."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from graph.file_errors import ConverterMissing, FileDamaged, TooSlow
from ingest.document import Document
from ingest.readers import antiword
from ingest.readers.kinds import ending
from ingest.readers.word import read_docx
from ingest.readers.writing import Writing, write_blocks

SECONDS = 25
"""Less than the pipeline waits, so that the program is ended with its reader."""
OFFICE = ("soffice", "libreoffice")
WINDOWS = r"C:\Program Files\LibreOffice\program\soffice.exe"


def read_doc(name: str, data: bytes) -> Document:
    """The text as LibreOffice or antiword gives it; numbering comes with LibreOffice only."""
    office = next(filter(None, map(shutil.which, OFFICE)), None) or (WINDOWS if Path(WINDOWS).exists() else None)
    printer = shutil.which("antiword") if data.startswith(b"\xd0\xcf") else None
    if office is None and printer is None:
        raise ConverterMissing(path=name, tools="LibreOffice、antiword")
    kind = ending(name) if ending(name) in ("doc", "wps", "rtf") else "doc"
    with tempfile.TemporaryDirectory(prefix="jucuo-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / f"notice.{kind}"
        source.write_bytes(data)
        if office is not None:
            return _by_office(name, office, source)
        return _by_antiword(name, str(printer), source)


def _by_office(name: str, office: str, source: Path) -> Document:
    folder = source.parent
    profile = (folder / "profile").as_uri()  # its own, so that an open LibreOffice of the user is left alone
    _run(name, [
        office, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck",
        "--convert-to", "docx", "--outdir", str(folder), str(source),
    ])  # fmt: skip
    made = source.with_suffix(".docx")
    if not made.exists():
        raise FileDamaged(path=name, format=source.suffix[1:], reason="LibreOffice 打不开它")
    document = read_docx(name, made.read_bytes())
    return Document(name, document.text, source.suffix[1:], None, document.tables)


def _by_antiword(name: str, program: str, source: Path) -> Document:
    text = _run(name, [program, "-m", "UTF-8.txt", "-w", "0", str(source)]).decode("utf-8", "replace")
    writing = Writing()
    write_blocks(antiword.blocks(text), writing)
    return writing.document(name, "doc")


def _run(name: str, command: list[str]) -> bytes:
    """What a program prints. It gets no input, no window, and a limit of time."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0) if os.name == "nt" else 0,
        )
    except subprocess.TimeoutExpired as error:
        raise TooSlow(path=name, seconds=SECONDS) from error
    except OSError as error:
        raise ConverterMissing(path=name, tools="LibreOffice、antiword") from error
    if done.returncode:
        raise FileDamaged(path=name, format="doc", reason="转换程序打不开它")
    return done.stdout
