"""Many things taken together, so that writing them costs one commit; never so many that anyone waits."""

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def batches(things: Iterable[T], most: int = 64, seconds: float = 0.2) -> Iterator[list[T]]:
    """Lists of up to `most` things, closed earlier when collecting takes long. What came before an error of the source
    is given before the error is."""
    batch: list[T] = []
    began = time.monotonic()
    source = iter(things)
    while True:
        try:
            batch.append(next(source))
        except StopIteration:
            break
        except BaseException:
            if batch:
                yield batch
            raise
        if len(batch) == most or time.monotonic() - began > seconds:
            yield batch
            batch, began = [], time.monotonic()
    if batch:
        yield batch
