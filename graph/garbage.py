"""When Python looks for garbage that points at itself."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Not now: very many small values are being made and no cycles of them, so that to look for cycles all the while
    would take a tenth of the time, or most of it where they are kept."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
