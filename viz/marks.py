"""A text with marks on it, cut so that marks may overlap."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_UP_TO_STOP, _FROM_STOP = re.compile(r"(?<=[，。；、])[^，。；、]*$"), re.compile(r"^[^，。；、]*[，。；、]")
_BREAK = re.compile(r"[ \t\u3000]*\n\s*")
# ## 一、… ; **责任单位** ; 1\. of Markdown, but not the stars of 李**、王**, who want no name
_SIGNS = re.compile(
    r"^#{1,6}[ \t]+(?=\S)|\\(?=[.#*_\[\]()\-+!])"
    r"|(?P<open>(?<![\w*])\*{2,3}(?=[^\s*])|(?<=\w)\*\*(?=\w))[^*\n]+(?P<close>(?<=[^\s*])\*{2,3}(?![\w*])|(?<=\w)\*\*(?=\w))",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that something is said of. `kind` is a kind of node, `Limit`, `hit`, `warning`, or `Measure`."""

    start: int
    end: int
    kind: str
    href: str | None = None
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text under the same marks, the widest first."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def href(self) -> str | None:
        """Where it leads: the narrowest mark that leads anywhere."""
        return next((mark.href for mark in reversed(self.marks) if mark.href), None)

    @property
    def kinds(self) -> str:
        """As classes: `m-` the narrowest mark, which gives the ground, `o-` the widest other one, the line below."""
        kinds = list(dict.fromkeys(mark.kind for mark in reversed(self.marks) if mark.kind != "Measure"))
        return " ".join([f"m-{kind}" for kind in kinds[:1]] + [f"o-{kind}" for kind in kinds[1:][-1:]])

    @property
    def note(self) -> str:
        return "；".join(dict.fromkeys(mark.note for mark in self.marks if mark.note))


def segments(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> list[Segment]:
    """`text[start:end]` in pieces; marks reaching outside are cut, empty ones left out."""
    end = len(text) if end is None else min(end, len(text))
    kept = sorted((m for m in marks if m.start < min(m.end, end) and m.end > start), key=lambda m: (m.start, -m.end))
    edges = sorted({start, end, *(max(m.start, start) for m in kept), *(min(m.end, end) for m in kept)})
    found: list[Segment] = []
    open_: list[Mark] = []
    coming = iter(kept)
    following = next(coming, None)
    for left, right in pairwise(edges):
        open_ = [mark for mark in open_ if mark.end > left]
        while following is not None and max(following.start, start) <= left:
            open_.append(following)
            following = next(coming, None)
        piece = text[left:right].replace("\f", "\n")  # the end of a page, for which fonts have no sign
        found.append(Segment(piece, tuple(sorted(open_, key=lambda m: (m.start - m.end, m.start)))))
    return found


def breaks(text: str, span: tuple[int, int], mended: str) -> list[Mark]:
    """Line breaks that the mended words of a measure do not have, as pages of a printed notice leave them inside a
    sentence: 突发⏎⏎事件 is 突发事件."""
    start, end = span
    raw = text[start:end]
    return [
        Mark(start + found.start(), start + found.end(), "break")
        for found in _BREAK.finditer(raw)
        if raw[: found.start()][-2:] + raw[found.end() :][:2] in mended
    ]


def readable(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> list[Segment]:
    """The same as `segments`, without the signs of Markdown."""
    end = len(text) if end is None else min(end, len(text))
    pieces = segments(text, [*marks, *_signs(text, start, end)], start, end)
    return [piece for piece in pieces if all(mark.kind != "sign" for mark in piece.marks)]


def words(text: str, start: int, end: int) -> str:
    """`text[start:end]` on one line, without the signs of Markdown."""
    return " ".join("".join(piece.text for piece in readable(text, (), start, end)).split())


def _signs(text: str, start: int, end: int) -> Iterator[Mark]:
    """In the lines that the stretch touches."""
    last = text.find("\n", end)
    for hit in _SIGNS.finditer(text, text.rfind("\n", 0, start) + 1, last if last >= 0 else len(text)):
        for part in ("open", "close") if hit["open"] else (0,):
            yield Mark(*hit.span(part), "sign")


def found(text: str, words: Sequence[str]) -> list[Mark]:
    """Every place where one of the words stands, the longest word first where two begin together; also where the notice
    prints it over two lines, or with other signs for the same characters, as a PDF may: ⼈⼯智能 is 人工智能."""
    wanted = sorted({word for word in map(plain, words) if word}, key=lambda word: (-len(word), word))
    if not wanted:
        return []
    pattern = re.compile("|".join(r"\s*".join(map(re.escape, word)) for word in wanted), re.IGNORECASE)
    return [Mark(hit.start(), hit.end(), "hit") for hit in pattern.finditer(same_length(text))]


def excerpt(pieces: Sequence[Segment], most: int, reach: int) -> list[Segment]:
    """What is marked, with so many characters round it, where the whole would have more than `most`; else all of it.
    What is left out is ……."""
    if sum(len(piece.text) for piece in pieces) <= most:
        return list(pieces)
    kept: list[Segment] = []
    for n, piece in enumerate(pieces):
        if piece.marks:
            kept.append(piece)
            continue
        before = _UP_TO_STOP.sub("", piece.text[:reach]) if n else ""
        after = _FROM_STOP.sub("", piece.text[-reach:]) if n + 1 < len(pieces) else ""
        whole = len(piece.text) <= len(before) + len(after)
        kept.append(piece if whole else Segment(f"{before}……{after}"))
    if not any(piece.marks for piece in kept):
        return [Segment("".join(piece.text for piece in pieces)[:most] + "……")]
    return kept


def plain(word: str) -> str:
    return "".join(same_length(word).split())


def same_length(text: str) -> str:
    """The text with the usual sign for each character, none more and none less."""
    usual = (unicodedata.normalize("NFKC", c) for c in text)
    return "".join(new if len(new) == 1 else old for new, old in zip(usual, text, strict=True))
