"""Files and folders into parsed notices and into the store; what cannot be read is reported and passed over.

    parse_all(sources)      each notice parsed, in the order of the files
    load(sources, store)    the same, kept in the store, with what became of each

Both are generators that run as far as they are asked: to stop early (or by Ctrl-C) leaves the store whole and no
process behind.
"""

import logging
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple, TypeVar

from graph.door import Prepared
from graph.file_errors import FileDamaged, InputError, NotANotice, ReadingFailed, TooSlow
from graph.model import Loaded, NoticeGraph
from graph.store import Store
from ingest import readers, walk
from ingest.ahead import ahead
from ingest.document import Document
from ingest.parsed import Parsed, Warning
from ingest.readers.kinds import ENDINGS, Kind, ending
from ingest.readers.opening import bytes_of, shown
from ingest.warn import doubt
from ingest.workers import Lost, in_order

log = logging.getLogger(__name__)

SECONDS = 30.0
"""No notice takes as long; a file that does is broken, or made to."""

AHEAD = 32
"""Documents that are read before the store takes them."""
FEW, LIGHT = 8, 2 << 20
"""At most so many files of at most so many bytes together are read at once, here: a process takes longer to start."""
HEAVY = {Kind.PDF, Kind.DOC, Kind.ZIP}
"""Kinds that always have a process of their own: their readers stand on the most foreign code, or start a program."""

Progress = Callable[[int, int, str], None]
"""How many files are done, of how many, and the name of the last."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came over the network."""

    name: str
    data: bytes


Source = Path | Upload


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A document of a file: `parsed`, or the `error` that stands in its place. `encoding` only of plain text and
    pages."""

    source: str
    parsed: Parsed | None = None
    error: InputError | None = None
    format: str | None = None
    encoding: str | None = None


T = TypeVar("T")
Results = Generator[tuple[Source, T | None], None, None]
"""Files with their documents one by one, then with None when the file is done."""
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
    yield from _each(sources, parse_one, _unparsed, processes, seconds, progress)


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
    ready = _each(sources, partial(ready_one, store.prepare), _unread, processes, seconds, progress)

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


# which files, and where they are read


def _found(sources: Iterable[Source]) -> Iterator[Source]:
    for source in sources:
        if isinstance(source, Upload):
            yield source
        else:
            yield from walk.files([source])


def _name(source: Source) -> str:
    return readers.bare(source.name) if isinstance(source, Upload) else shown(source.name or str(source))


def _light(found: list[Source]) -> bool:
    """Few, small, and of a kind that cannot take long."""
    kinds = {ENDINGS.get(ending(_name(source))) for source in found}
    return len(found) <= FEW and not kinds & HEAVY and sum(map(_size, found)) <= LIGHT


def _size(source: Source) -> int:
    if isinstance(source, Upload):
        return len(source.data)
    try:
        return source.stat().st_size
    except (OSError, ValueError):
        return 0  # it will be reported when it is read


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return max(1, min(8, len(os.sched_getaffinity(0))))
    return max(1, min(8, os.cpu_count() or 1))


def _each(
    sources: Iterable[Source],
    work: Callable[[Source], Iterator[T]],
    failed: Callable[[str, InputError], T],
    processes: int | None,
    seconds: float,
    progress: Progress | None,
) -> Generator[T, None, None]:
    """What `work` makes of every file, in order; what `failed` makes of one whose reader was lost. `progress` hears of
    every file that is done."""
    found = list(_found(sources))
    if processes is None:
        processes = 0 if _light(found) else min(len(found), _processors())
    done = 0
    with closing(_there(found, work, failed, processes, seconds) if processes else _here(found, work)) as results:
        for source, result in results:
            if result is not None:
                yield result
                continue
            done += 1
            if progress is not None:
                progress(done, len(found), _name(source))


def _here(found: list[Source], work: Callable[[Source], Iterator[T]]) -> Results[T]:
    for source in found:
        for result in work(source):
            yield source, result
        yield source, None


def _there(
    found: list[Source],
    work: Callable[[Source], Iterator[T]],
    failed: Callable[[str, InputError], T],
    processes: int,
    seconds: float,
) -> Results[T]:
    def start(end: Connection) -> Generator[tuple[Source, T | Lost | None], None, None]:
        return in_order(found, work, processes=processes, seconds=seconds, ending=end)

    # in a thread: while the store writes what was read, the processes are given more to read
    with closing(ahead(start, AHEAD)) as results:
        for source, result in results:
            if not isinstance(result, Lost):
                yield source, result
                continue
            name = _name(source)
            error: InputError = TooSlow(path=name, seconds=round(seconds))
            if not result.slow:
                error = FileDamaged(path=name, format=ending(name) or "txt", reason="读取时程序意外终止")
            yield source, failed(name, error)


# one file


def parse_one(source: Source) -> Iterator[ParsedFile]:
    """The documents of one file, parsed. Raises nothing that a file could cause."""
    name = _name(source)
    try:
        data = source.data if isinstance(source, Upload) else bytes_of(source)
        for document in readers.each(name, data):
            if isinstance(document, Document):
                yield _parsed(document)
            else:
                yield ParsedFile(str(document.params.get("path", name)), error=document)
    except InputError as error:
        yield _unparsed(name, error)
    except Exception as error:
        yield _unparsed(name, _unforeseen(name, error))


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
