"""An end to loops inside libraries. A PDF may refer to itself in ways that pdfminer follows for ever; where no process
of its own reads the file, this ends it."""

import ctypes
import sys
import threading
import time
from contextlib import suppress
from types import TracebackType


class OutOfPatience(BaseException):
    """Raised inside the library; no Exception, so that a library that catches those lets it through."""


class Patience:
    """`with Patience(8) as patience:` raises OutOfPatience in this thread when `patience.again()` was not called for
    so many seconds of work: on a busy machine, where work takes longer, it waits longer. It works between steps of
    Python code: one long step of compiled code is waited for."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.thread = threading.get_ident()
        self.end = 0.0
        self.sent = False
        self.over = threading.Event()
        self.lock = threading.Lock()
        self.watch = threading.Thread(target=self._watch, daemon=True)

    def again(self) -> None:
        """Something was done; the time starts anew."""
        self.end = time.process_time() + self.seconds

    def __enter__(self) -> "Patience":
        _say_nothing_of_lost_ones()
        self.again()
        self.watch.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self.lock:
            self.over.set()
        self.watch.join()
        if self.sent:
            with suppress(OutOfPatience):  # one that was sent and did not arrive yet arrives here
                time.sleep(0.01)
                time.sleep(0.01)

    def _watch(self) -> None:
        while not self.over.wait(max(0.05, self.end - time.process_time())):
            with self.lock:
                if not self.over.is_set() and time.process_time() >= self.end:
                    self.sent = True
                    _raise_in(self.thread)
                    self.end = time.process_time() + 1  # again, should it have been caught or lost


def _raise_in(thread: int) -> None:
    """Never called with NULL to take an exception back: CPython 3.11 then looks for one at every step, for ever."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(OutOfPatience))


def _say_nothing_of_lost_ones() -> None:
    """Where Python code is called that no code called (a finaliser, a callback of the garbage collector), Python loses
    what is raised and says so on the console. Another is sent, so there is nothing to say."""
    said = sys.unraisablehook
    if getattr(said, "of_patience", False):
        return

    def hook(lost: "sys.UnraisableHookArgs") -> None:
        if lost.exc_type is not OutOfPatience:
            said(lost)

    hook.of_patience = True  # type: ignore[attr-defined]
    sys.unraisablehook = hook
