"""What a file is, by its first bytes; its name decides only where the bytes leave it open."""

import io
import re
import zipfile
from enum import StrEnum

from graph.file_errors import FileBinary, FileDamaged, FileLocked, FormatUnknown

FORMATS = "txt、md、html、docx、doc、wps、rtf、pdf、ofd、zip"


class Kind(StrEnum):
    """Formats by the reader that reads them."""

    PLAIN = "txt"
    HTML = "html"
    MHTML = "mhtml"
    DOCX = "docx"
    DOC = "doc"
    PDF = "pdf"
    OFD = "ofd"
    ZIP = "zip"


ENDINGS = {
    "htm": Kind.HTML, "html": Kind.HTML, "shtml": Kind.HTML, "xhtml": Kind.HTML, "mht": Kind.MHTML,
    "mhtml": Kind.MHTML, "docx": Kind.DOCX, "docm": Kind.DOCX, "doc": Kind.DOC, "wps": Kind.DOC, "rtf": Kind.DOC,
    "pdf": Kind.PDF, "ofd": Kind.OFD, "zip": Kind.ZIP,
}  # fmt: skip
"""Every other ending is read as text."""

PACKED = {Kind.DOCX, Kind.OFD, Kind.ZIP}
OTHER_OFFICE = {"xls", "et", "ppt", "dps", "xlsx", "pptx", "vsd", "msg"}

ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What an office file of today that has a password holds in place of its text."""
UNREADABLE_MARKS = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b",
    b"\x7fELF", b"MZ", b"SQLite format 3\x00", b"OggS", b"ID3", b"\x00\x00\x00",
)  # fmt: skip

HTML_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
MHTML_HEAD = re.compile(rb"(?:From:[^\n]*\n|Subject:|MIME-Version:|Snapshot-Content-Location:)", re.IGNORECASE)


def ending(name: str) -> str:
    """The ending of a name in small letters, without its dot; empty where there is none."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def kind_of(name: str, data: bytes) -> Kind:
    """Which reader is to read it. Raises for what is known to be no notice's format."""
    named = ENDINGS.get(ending(name), Kind.PLAIN)
    head = data[:4096]
    if head.startswith(ZIP_MARKS):
        return _packed(name, data)
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith(OLE_MARK):
        if ending(name) in OTHER_OFFICE:
            raise FormatUnknown(path=name, formats=FORMATS)
        if LOCKED in data:
            raise FileLocked(path=name)
        return Kind.DOC
    if head.startswith(b"{\\rtf") or b'progid="Word.Document"' in head:
        return Kind.DOC
    if named is Kind.PDF or named in PACKED:
        raise FileDamaged(path=name, format=named.value, reason="文件开头不是这种格式")
    if head.startswith(UNREADABLE_MARKS) and b"\x00" in head:
        raise FileBinary(path=name, formats=FORMATS)
    if named is Kind.MHTML or (MHTML_HEAD.match(head) and b"multipart/related" in head):
        return Kind.MHTML
    if named is Kind.HTML or HTML_HEAD.match(head):
        return Kind.HTML
    return Kind.PLAIN


def _packed(name: str, data: bytes) -> Kind:
    """A zip by what lies in it: a Word file, an OFD, another office file, or files packed together."""
    named = ENDINGS.get(ending(name), Kind.ZIP)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            inside = {item.replace("\\", "/").lstrip("/").lower() for item in packed.namelist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, OverflowError) as error:
        format = named.value if named in PACKED else "zip"
        raise FileDamaged(path=name, format=format, reason="压缩结构不完整") from error
    if "ofd.xml" in inside:
        return Kind.OFD
    if "word/document.xml" in inside or ("[content_types].xml" in inside and named is Kind.DOCX):
        return Kind.DOCX
    if "[content_types].xml" in inside:
        raise FormatUnknown(path=name, formats=FORMATS)
    return named if named in PACKED else Kind.ZIP
