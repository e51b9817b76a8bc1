"""Which files there are, and what is made of each: here, or by processes of their own where it is worth it."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from graph.file_errors import FileDamaged, InputError, TooSlow
from ingest import readers, walk
from ingest.ahead import ahead
from ingest.readers.kinds import ENDINGS, Kind, ending
from ingest.readers.opening import shown
from ingest.workers import Lost, in_order

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

T = TypeVar("T")
Results = Generator[tuple[Source, T | None], None, None]
"""Files with their documents one by one, then with None when the file is done."""


def _found(sources: Iterable[Source]) -> Iterator[Source]:
    for source in sources:
        if isinstance(source, Upload):
            yield source
        else:
            yield from walk.files([source])


def name_of(source: Source) -> str:
    return readers.bare(source.name) if isinstance(source, Upload) else shown(source.name or str(source))


def _light(found: list[Source]) -> bool:
    """Few, small, and of a kind that cannot take long."""
    kinds = {ENDINGS.get(ending(name_of(source))) for source in found}
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


def each(
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
                progress(done, len(found), name_of(source))


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
            name = name_of(source)
            error: InputError = TooSlow(path=name, seconds=round(seconds))
            if not result.slow:
                error = FileDamaged(path=name, format=ending(name) or "txt", reason="读取时程序意外终止")
            yield source, failed(name, error)
