"""An end to loops in libraries, wherever the end finds them."""

import gc
import time
import weakref

import pytest

from ingest.readers.patience import OutOfPatience, Patience


def test_a_loop_ends() -> None:
    with pytest.raises(OutOfPatience), Patience(0.1):
        while True:
            pass


def test_who_says_again_has_more_time() -> None:
    with Patience(0.3) as patience:
        end = time.process_time() + 1
        while time.process_time() < end:
            patience.again()


def _busy(*_: object) -> None:
    end = time.process_time() + 0.2
    while time.process_time() < end:
        pass


class _Slow:
    pass


@pytest.mark.parametrize("where", ["collector", "finaliser"])
def test_an_end_that_is_lost_comes_again_without_a_word(where: str, capfd: pytest.CaptureFixture[str]) -> None:
    """In a callback of the garbage collector (hypothesis has one) and in a finaliser Python loses what is raised."""
    begun = time.process_time()
    if where == "collector":
        gc.callbacks.append(_busy)
    try:
        with pytest.raises(OutOfPatience), Patience(0.1):
            while True:
                if where == "finaliser" and time.process_time() < begun + 0.6:
                    thing = _Slow()
                    alive = weakref.ref(thing, _busy)
                    del thing
                    assert alive() is None
                elif where == "collector" and time.process_time() < begun + 0.6:
                    gc.collect(0)
    finally:
        if where == "collector":
            gc.callbacks.remove(_busy)
    assert capfd.readouterr().err == ""
