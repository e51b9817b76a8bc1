"""A text as its author meant it to run, tied to the text as it stands.

Hard line breaks inside sentences, page furniture and invisible characters are taken out, radical look-alikes mended;
every character of the flow knows where it came from. Rules read the flow; spans go back to the text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.model import Span
from ingest.glyphs import printed, ruled
from ingest.text.lines import pieces


@dataclass(frozen=True)
class Flow:
    """`text` is what rules read: one paragraph a line, punctuation full-width, characters simplified.

    `printed` is the same, character by character, as the notice prints it. The character at `starts[i]` stands at
    `origins[i]` of the original, and so on up to the next start.
    """

    text: str
    printed: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def offset(self, at: int) -> int:
        """Where the character `at` of the flow stands in the original."""
        piece = bisect_right(self.starts, at) - 1  # the first starts at 0
        return self.origins[piece] + at - self.starts[piece]

    def span(self, start: int, end: int) -> Span:
        """Where flow[start:end] stands in the original; it may hold damage that the flow left out."""
        if start >= end:
            return self.offset(start), self.offset(start)
        starts = self.starts
        if len(starts) == 1:  # nothing was left out
            return start + self.origins[0], end + self.origins[0]
        piece = bisect_right(starts, start) - 1
        moved = self.origins[piece] - starts[piece]
        if piece + 1 == len(starts) or end <= starts[piece + 1]:  # most lie in one piece
            return start + moved, end + moved
        return start + moved, self.offset(end - 1) + 1

    def at(self, origin: int) -> int:
        """The first character of the flow that stands at `origin` or after it."""
        piece = bisect_left(self.origins, origin)  # of two that begin there, a break that was put in is the first
        if piece == len(self.origins) or self.origins[piece] != origin:
            piece = max(piece - 1, 0)
        at = self.starts[piece] + max(origin - self.origins[piece], 0)
        return min(at, self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text))

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Start and end of every paragraph in the flow."""
        found, start = [], 0
        for line in self.text.split("\n"):
            end = start + len(line)
            found.append((start, end))
            start = end + 1
        return tuple(found)

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    def paragraph(self, at: int) -> int:
        """Which paragraph holds the place `at`."""
        return max(bisect_right(self._paragraph_starts, at) - 1, 0)


def mend(text: str, cells: Sequence[Span] = (), *, pages: bool = True) -> Flow:
    """The flow of a text; `cells` are its table cells, in order, in which lines end for lack of room where the text was
    laid out in `pages`. Takes time in proportion to the length."""
    seen = printed(text)
    return _join(seen, pieces(seen, cells, printed=pages))


def _join(seen: str, kept: Iterable[tuple[int, int, str]]) -> Flow:
    """Kept stretches (start, end, what follows them) as one flow; what follows stands where the stretch ends."""
    parts: list[str] = []
    starts: list[int] = [0]
    origins: list[int] = [0]
    length = 0
    for start, end, after in kept:
        if origins[-1] + length - starts[-1] != start:
            if starts[-1] == length:
                origins[-1] = start
            else:
                starts.append(length)
                origins.append(start)
        parts.append(seen[start:end])
        length += end - start
        if after:
            if end >= len(seen) or seen[end] not in " \n":
                starts.append(length)
                origins.append(min(end, max(len(seen) - 1, 0)))
            parts.append(after)
            length += 1
    whole = "".join(parts)
    return Flow(ruled(whole), whole, tuple(starts), tuple(origins))
