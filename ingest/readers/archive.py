"""Files packed in a zip, without trusting what it says of itself. The zip is read in memory; nothing is unpacked to
disk, so a path inside it can lead nowhere."""

import zipfile
from collections.abc import Iterator

from graph.file_errors import FileDamaged, InputError
from ingest.readers.packed import Packed
from ingest.walk import PASSED_OVER

DEEPEST = 2
"""A zip in a zip is somebody's habit; one more is no folder of notices."""
UTF8_NAME = 0x800


def members(name: str, data: bytes, depth: int) -> Iterator[tuple[str, bytes | InputError]]:
    """Name and bytes of each file by name, or what is wrong with it. What folders hide is left out here too."""
    if depth >= DEEPEST:
        yield name, FileDamaged(path=name, format="zip", reason=f"压缩包里的压缩包超过 {DEEPEST} 层")
        return
    packed = Packed(name, data, "zip")
    for place, info in sorted(((_name(info), info) for info in packed.infos), key=lambda pair: pair[0]):
        parts = [part for part in place.split("/") if part]
        if info.is_dir() or not parts or any(PASSED_OVER.match(p) or p == "__MACOSX" for p in parts):
            continue
        try:
            yield place, packed.open(info)
        except InputError as error:
            yield place, type(error)(**{**error.params, "path": f"{name}/{place}"})


def _name(info: zipfile.ZipInfo) -> str:
    """A name that is not marked as UTF-8 was written by a Chinese Windows, in GBK; the standard library took it for
    code page 437. 通知.txt"""
    name = info.filename
    if not info.flag_bits & UTF8_NAME:
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            raw = b""
        for codec in ("utf-8", "gb18030"):
            try:
                said = raw.decode(codec)
            except UnicodeDecodeError:
                continue
            if said and (
                codec != "utf-8" or all(c.isascii() or c > "\u2e7f" for c in said)
            ):  # 通知 in GBK is UTF-8 too
                name = said
                break
    return name.replace("\\", "/").replace("\0", "").lstrip("/")
