"""Files packed in a zip, without trusting what it says of itself."""

from collections.abc import Iterator

from graph.errors import FormatUnknown, InputError
from ingest.readers.kinds import FORMATS


def members(name: str, data: bytes, depth: int) -> Iterator[tuple[str, bytes | InputError]]:
    """Name and bytes of each file."""
    raise FormatUnknown(path=name, formats=FORMATS)
    yield
