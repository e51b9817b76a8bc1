"""Counting very many measures at once: a number for each thing, in it a bit for each measure that hangs on it."""

from array import array
from collections.abc import Hashable, Iterable
from heapq import heappush, heappushpop
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)

_DIGITS = bytes.maketrans(b"\0\1", b"01")


def packed(marks: bytes | bytearray) -> int:
    """A bit for each byte of 0 or 1, the first of them the highest."""
    return int(marks.translate(_DIGITS), 2) if marks else 0


class Sets(Generic[K]):
    """What the measures of a column hang on."""

    def __init__(self, column: Iterable[Iterable[K]], length: int) -> None:
        self._length = length
        self._places: dict[K, array[int]] = {}
        for place, things in enumerate(column):
            for thing in things:
                if thing not in self._places:
                    self._places[thing] = array("L")
                self._places[thing].append(place)
        self._largest_first = sorted(self._places, key=lambda thing: -len(self._places[thing]))
        self._sets: dict[K, int] = {}

    def most(self, meant: int, most: int) -> dict[K, int]:
        """How many of those measures (`packed`) hang on what, for the things with the most of them at least: what has
        fewer measures in all than those have of the meant ones is not looked at."""
        found: dict[K, int] = {}
        best: list[int] = []
        for thing in self._largest_first:
            if len(best) == most and len(self._places[thing]) < best[0]:
                break
            n = (self._set(thing) & meant).bit_count()
            if n:
                found[thing] = n
                if len(best) < most:
                    heappush(best, n)
                else:
                    heappushpop(best, n)
        return found

    def _set(self, thing: K) -> int:
        if thing not in self._sets:
            marks = bytearray(self._length)
            for place in self._places[thing]:
                marks[place] = 1
            self._sets[thing] = packed(marks)
        return self._sets[thing]
