"""Zipped files read without trusting what they say of themselves: bounded sizes, no entities, nothing fetched."""

import io
import zipfile
import zlib

from lxml import etree

from graph.file_errors import FileDamaged, FileLocked

MOST_ONE = 64 * 1024 * 1024
MOST_ALL = 256 * 1024 * 1024
MOST_MEMBERS = 5000
MOST_RATIO = 200
SMALL = 4 * 1024 * 1024
"""Below this the ratio is no matter: a blank page packs well."""

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, MemoryError)
"""What the standard library raises of broken, locked or unusual zips (struct.error is a ValueError of none of them)."""


class Packed:
    """A zip file in memory. `format` and `name` are for messages."""

    def __init__(self, name: str, data: bytes, format: str) -> None:
        self.name, self.format = name, format
        self.left = MOST_ALL
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
            self.infos = self.zip.infolist()
        except Exception as error:  # struct.error, UnicodeError and the like beside `BROKEN`
            raise self.damaged("压缩结构不完整") from error
        if len(self.infos) > MOST_MEMBERS:
            raise self.damaged(f"里面的文件超过 {MOST_MEMBERS} 个")
        self.places = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in reversed(self.infos)}

    def damaged(self, reason: str) -> FileDamaged:
        return FileDamaged(path=self.name, format=self.format, reason=reason)

    def read(self, place: str) -> bytes | None:
        """The bytes at a path inside, however its name is written; None where there is none."""
        info = self.places.get(place.replace("\\", "/").lstrip("/").lower())
        return self.open(info) if info is not None else None

    def open(self, info: zipfile.ZipInfo) -> bytes:
        """The bytes of a member, not more than it may have."""
        if info.flag_bits & 1:
            raise FileLocked(path=self.name)
        most = min(MOST_ONE, self.left, max(SMALL, MOST_RATIO * info.compress_size))
        try:
            with self.zip.open(info) as file:
                data = file.read(most + 1)
        except BROKEN as error:
            raise self.damaged("压缩内容不完整") from error
        except Exception as error:
            raise self.damaged("压缩内容无法解开") from error
        if len(data) > most:
            raise self.damaged("解压后过大")
        self.left -= len(data)
        return data

    def xml(self, place: str) -> etree._Element | None:
        """The root of an XML member; None where there is none."""
        data = self.read(place)
        if data is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.damaged(f"{place} 不是完整的 XML") from error


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for what is none (an entity)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute by its local name."""
    if element is not None:
        for key, said in element.attrib.items():
            if str(key).rpartition("}")[2] == name:
                return str(said)
    return None


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first child of that name, and of it the first of the next."""
    for name in names:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element


def number(said: str | None, most: int = 100_000) -> int | None:
    """A whole number of at most `most` either way; None for anything else."""
    if said is None:
        return None
    try:
        found = int(said.strip()[:12])
    except ValueError:
        return None
    return found if abs(found) <= most else None
