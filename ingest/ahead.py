"""A generator that goes on while the one who asks is busy with what it gave."""

import threading
from collections.abc import Callable, Generator
from contextlib import closing
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from queue import Empty, Full, Queue
from typing import TypeVar

T = TypeVar("T")

LOOK = 0.2
"""Seconds after which a wait is looked at again: Windows hears no Ctrl-C in a longer one."""


class _End:
    """That no more comes, and the error that ended it."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error


def ahead(start: Callable[[Connection], Generator[T, None, None]], most: int) -> Generator[T, None, None]:
    """What `start` gives, run in a thread up to `most` things ahead. It is given a pipe that can be read once nobody
    asks any more; then it has to end."""
    given: Queue[T | _End] = Queue(most)
    ending, end = Pipe(duplex=False)
    stopped = threading.Event()

    def run() -> None:
        try:
            with closing(start(ending)) as things:
                for thing in things:
                    if not _put(given, thing, stopped):
                        return
            _put(given, _End(None), stopped)
        except BaseException as error:
            _put(given, _End(error), stopped)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        while True:
            try:
                thing = given.get(timeout=LOOK)
            except Empty:
                continue
            if isinstance(thing, _End):
                if thing.error is not None:
                    raise thing.error
                return
            yield thing
    finally:
        stopped.set()
        end.close()  # what is closed can be read: its end
        thread.join()
        ending.close()


def _put(given: "Queue[T | _End]", thing: T | _End, stopped: threading.Event) -> bool:
    """False when nobody asks any more."""
    while not stopped.is_set():
        try:
            given.put(thing, timeout=LOOK)
        except Full:
            continue
        return True
    return False
