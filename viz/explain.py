"""How a notice was read, as its own text with what was found in it marked: one HTML file, or pieces for a terminal."""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Kind
from viz.legend import FONT, QUIET, SIGNS, TEXT
from viz.marks import Mark, Segment, segments
from viz.pages import Words, environment, texts

BEGINNING = "beginning"
LIMIT = "Limit"
WARNING = "warning"
PAINT = {
    BEGINNING: SIGNS[Kind.MEASURE].fill,
    Kind.DEPARTMENT: SIGNS[Kind.DEPARTMENT].fill,
    Kind.REGION: SIGNS[Kind.REGION].fill,
    Kind.PROJECT: SIGNS[Kind.PROJECT].fill,
    LIMIT: "#FFF3A3",
    WARNING: "#FBD5D5",
}
"""Kinds of mark and their ground; `beginning` is where a measure begins."""
NAMES = {
    BEGINNING: ("举措", "measure"),
    LIMIT: ("时限", "time limit"),
    WARNING: ("存疑", "doubtful"),
}


@dataclass(frozen=True, slots=True)
class Explained:
    """A notice: its title, its text with marks, and its warnings as (line number or None, message)."""

    title: str
    text: str
    marks: Sequence[Mark]
    warnings: Sequence[tuple[int | None, str]]

    def pieces(self) -> list[Segment]:
        return segments(self.text, self.marks)


def page(notices: Sequence[Explained], lang: str) -> str:
    """All notices as one file that opens from disk: no script, no address, nothing of a notice but its text."""
    style = _style()
    made = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    legend = [(kind, _name(kind, lang)) for kind in PAINT]
    return (
        environment()
        .get_template("explain.html")
        .render(
            notices=notices,
            lang=lang,
            t=Words(texts()[lang]),
            style=style,
            legend=legend,
            csp=f"default-src 'none'; style-src 'sha256-{made}'",
        )
    )


def _name(kind: Kind | str, lang: str) -> str:
    return SIGNS[kind].name(lang) if isinstance(kind, Kind) else NAMES[kind][lang == "en"]


def _style() -> str:
    return "\n".join(_rules())


def _rules() -> Iterator[str]:
    yield f"body{{font:16px/1.8 {FONT};color:{TEXT};background:#fff;max-width:46rem;margin:2rem auto;padding:0 1rem}}"
    yield "pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere}h1{font-size:1.25rem}"
    yield f".legend,.warnings{{color:{QUIET};font-size:.875rem}}.legend span{{margin-right:1rem;padding:0 .25rem}}"
    yield from (f".m-{kind},.{kind}{{background:{colour};border-radius:2px}}" for kind, colour in PAINT.items())
