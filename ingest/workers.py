"""Work done in processes of its own, so that a file that hangs or kills its reader costs that file and nothing else.

Processes are spawned, never forked: the same on Windows, macOS and Linux. They end when the work ends, when the one
who asked stops asking (Ctrl-C), and when the parent is killed.
"""

import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import connection, get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any, Generic, TypeVar

import psutil

Task = TypeVar("Task")
Result = TypeVar("Result")
Work = Callable[[Task], Iterable[Result]]
"""A function of a module (it is sent by name) that gives any number of results for a task and raises nothing."""

START_SECONDS = 60.0
BUSY = 6
AHEAD = 64
"""Results of one task that are kept before its process is made to wait."""
MEMORY = 4 << 30


@dataclass(frozen=True, slots=True)
class Lost:
    """A task whose process ended or was ended before it was done: `slow` or not."""

    slow: bool


@dataclass(slots=True)
class _Slot(Generic[Task, Result]):
    task: Task
    results: deque[Result | Lost] = field(default_factory=deque)
    done: bool = False


class _Worker:
    """A process and the pipe to it. `since` is when it was last heard of, in monotonic seconds, `worked` how many
    seconds of work it had done by then."""

    def __init__(self, work: Work[Any, Any]) -> None:
        context = get_context("spawn")
        self.pipe, other = context.Pipe()
        self.process: SpawnProcess = context.Process(target=_serve, args=(other, work), daemon=True)
        self.process.start()
        other.close()
        self.slot: _Slot[Any, Any] | None = None
        self.ready = False
        self.heard()

    def give(self, slot: _Slot[Any, Any]) -> None:
        self.slot = slot
        self.heard()
        with suppress(OSError):  # it has died: the next look at the pipe says so
            self.pipe.send(slot.task)

    def late(self, seconds: float) -> float:
        """Seconds past the limit; negative while there is time left. On a busy machine a process that gets little of it
        has more time, up to `BUSY` times as much."""
        limit = seconds if self.ready else START_SECONDS + seconds
        waited = time.monotonic() - self.since
        if waited < limit or waited >= BUSY * limit:
            return waited - limit
        return self.work() - self.worked - limit

    def heard(self) -> None:
        self.since, self.worked = time.monotonic(), self.work()

    def work(self) -> float:
        """Seconds of work that the process has done."""
        try:
            times = psutil.Process(self.process.pid).cpu_times()
        except psutil.Error:
            return 0.0
        return times.user + times.system

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()


def in_order(
    tasks: Iterable[Task],
    work: Work[Task, Result],
    *,
    processes: int,
    seconds: float,
    ending: Connection | None = None,
) -> Generator[tuple[Task, Result | Lost | None], None, None]:
    """Each task with its results one by one, then with None when it is done; in the order of the tasks.

    A result that takes more than `seconds` of work, or `BUSY` times as long, ends its task with `Lost`; others go on.
    Once `ending` can be read, nothing more is given.
    """
    coming = iter(tasks)
    begun: deque[_Slot[Task, Result]] = deque()
    workers: list[_Worker] = []
    more = True
    try:
        while True:
            while more and len(begun) < 3 * processes:
                worker = next((w for w in workers if w.slot is None), None)
                if worker is None and len(workers) == processes:
                    break
                try:
                    slot = _Slot[Task, Result](next(coming))
                except StopIteration:
                    more = False
                    break
                if worker is None:
                    worker = _Worker(work)
                    workers.append(worker)
                begun.append(slot)
                worker.give(slot)
            if not begun:
                return
            front = begun[0]
            while front.results:
                yield front.task, front.results.popleft()
            if front.done:
                begun.popleft()
                yield front.task, None
                continue
            if not _hear(workers, front, seconds, ending):
                return
    finally:
        for worker in workers:
            worker.end()


def _hear(workers: list[_Worker], front: _Slot[Any, Any], seconds: float, ending: Connection | None) -> bool:
    """Wait until a process has something to say, or its time is over, and take it down; False at the end."""
    heard = {
        worker.pipe: worker
        for worker in workers
        if worker.slot is not None and (worker.slot is front or len(worker.slot.results) < AHEAD)
    }
    patience = max(0.0, min(-worker.late(seconds) for worker in heard.values()))
    ready = connection.wait([*heard, *([ending] if ending else [])], timeout=patience)
    if ending in ready:
        return False
    for pipe in ready:
        worker = heard[pipe]  # type: ignore[index]
        if not _take(worker):
            _lose(workers, worker, slow=False)
    if not ready:
        for worker in heard.values():
            if worker.late(seconds) >= 0:
                _lose(workers, worker, slow=True)
    return True


def _take(worker: _Worker) -> bool:
    """One message of a process: it has started, a result, or it is done. False when it is dead."""
    try:
        what, value = worker.pipe.recv()
    except (EOFError, OSError):
        return False
    worker.heard()
    slot = worker.slot
    if what == "ready":
        worker.ready = True
    elif slot is not None and what == "result":
        slot.results.append(value)
    elif slot is not None:
        slot.done, worker.slot = True, None
    return True


def _lose(workers: list[_Worker], worker: _Worker, slow: bool) -> None:
    workers.remove(worker)
    worker.end()
    if worker.slot is not None:
        worker.slot.results.append(Lost(slow))
        worker.slot.done = True


def _serve(pipe: Connection, work: Work[Any, Any]) -> None:
    """What a process does: take a task, give its results, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    threading.Thread(target=_follow_parent, daemon=True).start()
    _bound_memory()
    try:
        pipe.send(("ready", None))
        while True:
            task = pipe.recv()
            for result in work(task):
                pipe.send(("result", result))
            pipe.send(("done", None))
    except (EOFError, OSError):
        return


def _follow_parent() -> None:
    """A parent that was killed cannot end its processes, and one in an endless loop would not notice."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _bound_memory() -> None:
    """A file that asks for all memory gets an error of its own instead (Linux only; elsewhere the system decides)."""
    if sys.platform == "linux":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        most = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
