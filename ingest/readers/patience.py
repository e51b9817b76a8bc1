"""An end to loops inside libraries. A PDF may refer to itself in ways that pdfminer follows for ever; where no process
of its own reads the file, this ends it."""

import ctypes
import threading
import time
from types import TracebackType


class OutOfPatience(BaseException):
    """Raised inside the library; no Exception, so that a library that catches those lets it through."""


class Patience:
    """`with Patience(8) as patience:` raises OutOfPatience in this thread when `patience.again()` was not called for
    so many seconds. It works between steps of Python code: one long step of compiled code is waited for."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.thread = threading.get_ident()
        self.end = 0.0
        self.over = threading.Event()
        self.lock = threading.Lock()
        self.watch = threading.Thread(target=self._watch, daemon=True)

    def again(self) -> None:
        """Something was done; the time starts anew."""
        self.end = time.monotonic() + self.seconds

    def __enter__(self) -> "Patience":
        self.again()
        self.watch.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self.lock:
            self.over.set()
            _raise_in(self.thread, None)  # one that was sent and did not arrive yet is taken back
        self.watch.join()

    def _watch(self) -> None:
        while not self.over.wait(max(0.05, self.end - time.monotonic())):
            with self.lock:
                if not self.over.is_set() and time.monotonic() >= self.end:
                    _raise_in(self.thread, OutOfPatience)
                    self.end = time.monotonic() + 1  # again, should the library have caught it


def _raise_in(thread: int, kind: type[BaseException] | None) -> None:
    what = ctypes.py_object(kind) if kind is not None else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), what)
