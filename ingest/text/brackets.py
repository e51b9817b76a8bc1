"""Brackets of a paragraph, mismatched or left open as they may be."""

import re
from collections.abc import Iterator

from graph.records import Record

OPENERS, CLOSERS = "（〔【", "）〕】"
_MARK = re.compile(r"[（〔【）〕】\n]")


class Bracket(Record, frozen=True):
    """text[start:end] with its brackets; `closed` is false where the closing one is missing."""

    start: int
    end: int
    closed: bool = True


def outer(text: str) -> Iterator[Bracket]:
    """Outermost brackets, in order; any closing bracket closes any opening one, and a paragraph's end closes all.

    …各县（市、区）政府] is one bracket in another, though the outer one is closed by a mark of another kind.
    """
    stack: list[int] = []
    inner: list[Bracket] = []
    for found in _MARK.finditer(text):
        mark, at = found.group(), found.start()
        if mark in OPENERS:
            stack.append(at)
        elif mark == "\n":
            if stack:
                yield from _open(inner, stack, at)
            stack.clear()
            inner.clear()
        elif stack:
            begin = stack.pop()
            if stack:
                while inner and inner[-1].start > begin:
                    inner.pop()
                inner.append(Bracket(begin, at + 1))
            else:
                inner.clear()
                yield Bracket(begin, at + 1)
    if stack:
        yield from _open(inner, stack, len(text))


def _open(inner: list[Bracket], stack: list[int], end: int) -> Iterator[Bracket]:
    """Brackets inside one that is never closed, and that one itself, up to the end of the paragraph."""
    opened = [Bracket(at, end, False) for at in stack]
    yield from sorted([*inner, *opened], key=lambda one: one.start)
