"""The files that a person means by naming files and folders."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

PASSED_OVER = re.compile(r"\.|~\$|(?:thumbs\.db|desktop\.ini)$", re.IGNORECASE)
"""Hidden files, Word's lock files (`~$通知.docx`), what Windows puts beside pictures."""

SAVED_BESIDE = ("_files", ".files", "_file")
"""A browser saves `通知.html` with its scripts and pictures in `通知_files/`."""


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """Files as named, folders with all that lies in them, by name; no file of a folder twice, so no loop of links.
    A folder that cannot be listed stands for itself, to be reported when it is read."""
    for path in paths:
        if path.is_dir():
            yield from _inside(path, set())
        else:
            yield path


def _inside(folder: Path, seen: set[str]) -> Iterator[Path]:
    place = os.path.realpath(folder)
    if place in seen:
        return
    seen.add(place)
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    pages = {entry.stem for entry in entries if entry.suffix.lower() in (".htm", ".html")}
    for entry in entries:
        if PASSED_OVER.match(entry.name):
            continue
        if not entry.is_dir():
            yield entry
        elif not any(entry.name.endswith(end) and entry.name.removesuffix(end) in pages for end in SAVED_BESIDE):
            yield from _inside(entry, seen)
