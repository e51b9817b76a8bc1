"""The words of a notice that say something: the clause round a span, short enough to read in passing."""

from dataclasses import dataclass

from graph.model import Span
from viz.marks import readable

_STOPS = "。\n（）()；;"
REACH = 90


@dataclass(frozen=True, slots=True)
class Quote:
    """`words` is what the span covers; `before` and `after` complete the clause, cut with … where it is long."""

    before: str
    words: str
    after: str


def clause(text: str, span: object) -> Quote | None:
    """The clause of `text` round `span`: from bracket to bracket, else the sentence. None for a span that is none.

    （责任单位：市林草局、[市财政局]、市水务局；完成时限：长期坚持）gives 责任单位：市林草局、[市财政局]、市水务局
    """
    ends = as_span(span)
    if ends is None or not 0 <= ends[0] < ends[1] <= len(text):
        return None
    start, end = ends
    left = max((text.rfind(stop, max(0, start - REACH), start) for stop in _STOPS), default=-1)
    rights = [at for at in (text.find(stop, end, end + REACH) for stop in _STOPS) if at >= 0]
    first = left + 1 if left >= 0 else max(0, start - REACH)
    last = min(rights) if rights else min(len(text), end + REACH)
    before, after = _plain(text, first, start), _plain(text, end, last)
    if left < 0 and first > 0:
        before = "…" + before
    if not rights and last < len(text):
        after += "…"
    return Quote(before.lstrip(), _plain(text, start, min(end, start + 400)), after.rstrip())


def as_span(value: object) -> Span | None:
    """A span as properties keep it: two whole numbers."""
    if isinstance(value, list | tuple) and len(value) == 2 and all(isinstance(part, int) for part in value):
        return int(value[0]), int(value[1])
    return None


def _plain(text: str, start: int, end: int) -> str:
    """Breaks of pages and lines inside a clause are furniture, and so are the signs of Markdown."""
    pieces = readable(text, (), start, end)
    return "".join(piece.text for piece in pieces).replace("\r", "").replace("\n", "")
