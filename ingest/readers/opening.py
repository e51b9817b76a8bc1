"""The bytes of a file on disk, or the one sentence that says why not."""

import errno
import os
import stat
from pathlib import Path

from graph.file_errors import FileEmpty, FileMissing, FileTooLarge, FileUnreadable
from graph.reasons import of_reading

MOST = 100 * 1024 * 1024
"""No notice is larger; what is, was picked by mistake."""

MISSING = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL}


def bytes_of(path: Path) -> bytes:
    """All bytes of a regular file of at most `MOST`. A folder, a pipe or a device is refused before it is opened."""
    name = shown(path.name) or shown(str(path))
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FileUnreadable(path=name, reason="这是一个文件夹")
        if not stat.S_ISREG(status.st_mode):
            raise FileUnreadable(path=name, reason="这不是普通文件")
        check_size(name, status.st_size)
        with path.open("rb") as file:
            data = file.read(MOST + 1)
    except ValueError as error:  # a NUL in the name
        raise FileMissing(path=name) from error
    except OSError as error:
        if error.errno in MISSING:
            raise FileMissing(path=name) from error
        raise FileUnreadable(path=name, reason=of_reading(error)) from error
    check_size(name, len(data))
    if not data:
        raise FileEmpty(path=name)
    return data


def check_size(name: str, size: int) -> None:
    """Raises `FileTooLarge` above `MOST`."""
    if size > MOST:
        raise FileTooLarge(path=name, size=-(-size // (1024 * 1024)), most=MOST // (1024 * 1024))


def shown(name: str) -> str:
    """A file name as text that can be written anywhere: bytes that are no UTF-8 (Linux) are read as GB18030, half
    characters (Windows) become U+FFFD."""
    try:
        name.encode("utf-8")
        return name
    except UnicodeEncodeError:
        pass
    try:
        return os.fsencode(name).decode("gb18030")
    except UnicodeError:
        return name.encode("utf-8", "replace").decode("utf-8")
