"""A text as its author meant it to run, tied to the text as it stands.

Hard line breaks inside sentences, page furniture and invisible characters are taken out, radical look-alikes mended;
every character of the flow knows where it came from. Rules read the flow; spans go back to the text.
"""

from dataclasses import dataclass

from graph.model import Span


@dataclass(frozen=True, slots=True)
class Flow:
    """`text` without damage; `offsets[i]` is where character i stands in the original, one more entry ends it."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Where flow[start:end] stands in the original; it may hold damage that the flow left out."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1
