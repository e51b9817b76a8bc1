"""Plain text and Markdown: the file as decoded, unchanged."""

from graph.file_errors import FileBinary
from ingest.document import Document
from ingest.readers.encoding import NotText, decode
from ingest.readers.kinds import FORMATS, ending


def read_plain(name: str, data: bytes) -> Document:
    """Line ends and all characters stay as they are; a byte order mark is no character of the text."""
    try:
        text, encoding = decode(data)
    except NotText as error:
        raise FileBinary(path=name, formats=FORMATS) from error
    format = "md" if ending(name) in ("md", "markdown") else "txt"
    return Document(source=name, text=text, format=format, encoding=encoding)
