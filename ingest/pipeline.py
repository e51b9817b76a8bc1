"""Files and folders into parsed notices and into the store; what cannot be read is reported and passed over.

    parse_all(sources)      each notice parsed, in the order of the files
    load(sources, store)    the same, kept in the store, with what became of each

Both are generators that run as far as they are asked: to stop early (or by Ctrl-C) leaves the store whole and no
process behind.
"""

import logging
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import NamedTuple

from graph.door import Prepared
from graph.file_errors import InputError, NotANotice, ReadingFailed
from graph.model import Loaded, NoticeGraph
from graph.store import Store
from ingest import readers
from ingest.document import Document
from ingest.parsed import Parsed, Warning
from ingest.readers.opening import bytes_of, check_size
from ingest.sources import SECONDS, Progress, Source, Upload, each, name_of
from ingest.warn import doubt

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A document of a file: `parsed`, or the `error` that stands in its place. `encoding` only of plain text and
    pages."""

    source: str
    parsed: Parsed | None = None
    error: InputError | None = None
    format: str | None = None
    encoding: str | None = None


Prepare = Callable[[NoticeGraph], Prepared]


class Outcome(StrEnum):
    """What became of a file."""

    LOADED = "loaded"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """What became of a document: its notice, how much it says, and what was not understood."""

    source: str
    outcome: Outcome
    notice: str | None = None
    title: str | None = None
    measures: int = 0
    departments: int = 0
    deadlines: int = 0
    warnings: tuple[Warning, ...] = ()
    error: InputError | None = None
    format: str | None = None
    encoding: str | None = None


class Ready(NamedTuple):
    """A document of a file as the store takes it, and what will be said of it; None where it failed."""

    file: LoadedFile
    prepared: Prepared | None


def parse_all(
    sources: Iterable[Source],
    *,
    processes: int | None = None,
    seconds: float = SECONDS,
    progress: Progress | None = None,
) -> Generator[ParsedFile, None, None]:
    """Every document of the files and folders, in order; folders are taken in by name.

    `processes` 0 reads everything here, without a limit of time; None takes what the machine has, where it is worth it.
    """
    yield from each(sources, parse_one, _unparsed, processes, seconds, progress)


def load(
    sources: Iterable[Source],
    store: Store,
    *,
    processes: int | None = None,
    seconds: float = SECONDS,
    progress: Progress | None = None,
) -> Iterator[LoadedFile]:
    """The same, each kept in the store before it is given. Of two files of one notice the later stays, with a warning.

    Raises a StoreError when the store cannot go on; what was given before is kept.
    """
    waiting: deque[LoadedFile] = deque()
    before: dict[str, str] = {}
    # whatever follows from a notice alone is made where it is read: this process only writes
    ready = each(sources, partial(ready_one, store.prepare), _unread, processes, seconds, progress)

    def given() -> Generator[Prepared, None, None]:
        for file, prepared in ready:
            waiting.append(file)
            if prepared is not None:
                yield prepared

    with closing(ready), closing(given()) as coming, closing(_replaced(store, coming)) as outcomes:
        for outcome in outcomes:
            while waiting[0].error is not None:
                yield waiting.popleft()
            yield _kept(waiting.popleft(), outcome, before)
        yield from waiting


def _replaced(store: Store, notices: Iterable[Prepared]) -> Generator[Loaded, None, None]:
    yield from store.replace(notices)


def _kept(file: LoadedFile, outcome: Loaded, before: dict[str, str]) -> LoadedFile:
    assert file.notice is not None
    warnings = file.warnings
    if file.notice in before:
        same = doubt("same-notice", before=before[file.notice], after=file.source, notice=file.notice)
        warnings = (*warnings, same)
    before[file.notice] = file.source
    return replace(file, outcome=Outcome(outcome.value), warnings=warnings)


# one file


def parse_one(source: Source) -> Iterator[ParsedFile]:
    """The documents of one file, parsed. Raises nothing that a file could cause."""
    name = name_of(source)
    try:
        data = bytes_of(source) if isinstance(source, Path) else sent(source, name)
        for document in readers.each(name, data):
            if isinstance(document, Document):
                yield _parsed(document)
            else:
                yield ParsedFile(str(document.params.get("path", name)), error=document)
    except InputError as error:
        yield _unparsed(name, error)
    except Exception as error:
        yield _unparsed(name, _unforeseen(name, error))


def sent(upload: Upload, name: str) -> bytes:
    """The bytes of a file that came over the network: the limit is that of files on disk."""
    check_size(name, len(upload.data))
    return upload.data


def _parsed(document: Document) -> ParsedFile:
    from ingest.parse import parse

    try:
        parsed = parse(document)
        if not (parsed.notice.number or parsed.notice.title or parsed.measures):
            raise NotANotice(path=document.source)
        return ParsedFile(document.source, parsed, None, document.format, document.encoding)
    except InputError as error:
        return _unparsed(document.source, error)
    except Exception as error:
        return _unparsed(document.source, _unforeseen(document.source, error))


def _unparsed(name: str, error: InputError) -> ParsedFile:
    return ParsedFile(name, error=error)


def ready_one(prepare: Prepare, source: Source) -> Iterator[Ready]:
    """The documents of one file, as a store takes them. Raises nothing that a file could cause."""
    for file in parse_one(source):
        if file.parsed is None:
            assert file.error is not None
            yield _unread(file.source, file.error)
            continue
        try:
            yield _ready(file, file.parsed, prepare)
        except Exception as error:
            yield _unread(file.source, _unforeseen(file.source, error))


def _ready(file: ParsedFile, parsed: Parsed, prepare: Prepare) -> Ready:
    from ingest.build import build

    notice, measures = parsed.notice, parsed.measures
    told = LoadedFile(
        source=file.source,
        outcome=Outcome.LOADED,
        notice=notice.id,
        title=notice.title or notice.plan_title,
        measures=len(measures),
        departments=len({unit.id for measure in measures for unit in measure.responsible}),
        deadlines=sum(measure.deadline is not None for measure in measures),
        warnings=parsed.warnings,
        format=file.format,
        encoding=file.encoding,
    )
    return Ready(told, prepare(build(parsed)))


def _unread(name: str, error: InputError) -> Ready:
    return Ready(LoadedFile(name, Outcome.FAILED, error=error), None)


def _unforeseen(name: str, error: Exception) -> InputError:
    """A fault of ours that a file finds is told as one, not as a broken file; the run goes on."""
    log.debug("reading failed", exc_info=error)
    return ReadingFailed(path=name, reason=type(error).__name__)
