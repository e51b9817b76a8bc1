"""From a file to its text: one module a format, chosen by what the file is, not by what its name says it is.

read(path)              the documents of a file: one, or several of a zip
read_bytes(name, data)  the same of an upload
each(name, data)        the same, with what could not be read in its place: one bad file in a zip loses no other
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import cast

from graph.file_errors import FileEmpty, InputError
from ingest.document import Document
from ingest.readers.kinds import Kind, kind_of
from ingest.readers.opening import bytes_of, shown

Reader = Callable[[str, bytes], Document]
"""Name and bytes to a document; raises an InputError, and nothing else that a file could cause."""


READERS = {
    Kind.PLAIN: ("plain", "read_plain"),
    Kind.HTML: ("web", "read_html"),
    Kind.MHTML: ("web", "read_mhtml"),
    Kind.DOCX: ("word", "read_docx"),
    Kind.DOC: ("word97", "read_doc"),
    Kind.PDF: ("pdf", "read_pdf"),
    Kind.OFD: ("ofd", "read_ofd"),
}


def read(path: Path) -> list[Document]:
    """What `path` holds. Raises what is wrong with the file; for a zip, only when nothing in it could be read."""
    return read_bytes(shown(path.name), bytes_of(path))


def read_bytes(name: str, data: bytes) -> list[Document]:
    """As `read`, of a file that is already in memory; folders in `name` are left out."""
    documents: list[Document] = []
    first: InputError | None = None
    for got in each(name, data):
        if isinstance(got, Document):
            documents.append(got)
        elif first is None:
            first = got
    if first and not documents:
        raise first
    return documents


def each(name: str, data: bytes, depth: int = 0) -> Iterator[Document | InputError]:
    """Every document of a file, or the error that stands in its place, in the order of the file."""
    name = bare(name)
    try:
        if not data:
            raise FileEmpty(path=name)
        kind = kind_of(name, data)
        if kind is Kind.ZIP:
            from ingest.readers.archive import members

            some = False
            for member, inner in members(name, data, depth):
                for got in _inside(name, member, inner, depth):
                    some = True
                    yield got
            if not some:
                raise FileEmpty(path=name)
            return
        document = _reader(kind)(name, data)
        if not document.text.strip():
            raise FileEmpty(path=name)
        yield document
    except InputError as error:
        yield error


def _inside(name: str, member: str, inner: bytes | InputError, depth: int) -> Iterator[Document | InputError]:
    """The documents of one member; their source tells the zip and the place in it."""
    if isinstance(inner, InputError):
        yield inner
        return
    for got in each(member, inner, depth + 1):
        within = f"{name}/{member.replace(chr(92), '/')}"
        place = got.source if isinstance(got, Document) else str(got.params["path"])
        source = within + place.removeprefix(bare(member))
        yield replace(got, source=source) if isinstance(got, Document) else type(got)(**{**got.params, "path": source})


def _reader(kind: Kind) -> Reader:
    """The reader of a kind. Its libraries are imported when first needed: most runs read one kind."""
    module, function = READERS[kind]
    return cast(Reader, getattr(import_module(f"ingest.readers.{module}"), function))


def bare(name: str) -> str:
    """A name without folders, whichever system wrote it."""
    return name.replace("\\", "/").rstrip("/").rpartition("/")[2] or name
