"""`jucuo parse --explain`: the text of a notice with what was read in it marked, on the terminal or as one page."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from api import console, jsons
from api.settings import Settings, say
from api.shapes import WarningJson
from graph.errors import NotWritable
from graph.model import Kind, Span
from graph.reasons import of_writing
from ingest.parsed import Parsed
from ingest.pipeline import parse_all
from viz.explain import BEGINNING, LIMIT, PAINT, WARNING, Explained, page
from viz.legend import LIMITS, ROLES, word
from viz.marks import Mark


def explaining(settings: Settings, files: Sequence[str], out: str | None) -> int:
    """Every notice in order; files that could not be read are told of and passed over."""
    found: list[Explained] = []
    bad = False
    with console.progress(say("读取", "Reading")) as progress:
        for file in parse_all([Path(one) for one in files], progress=progress):
            if file.error is not None:
                bad = True
                console.tell(file.error.text(settings.lang))
            if file.parsed is not None and out is not None:
                found.append(explained(file.parsed, settings.lang))
            elif file.parsed is not None:
                show(explained(file.parsed, settings.lang))
    if out is not None:
        try:
            Path(out).write_text(page(found, settings.lang), encoding="utf-8", newline="\n")
        except OSError as error:
            raise NotWritable(path=out, reason=of_writing(error)) from error
        console.line(say("已写入", "Written"), "  ", out)
    return int(bad)


def explained(parsed: Parsed, lang: str) -> Explained:
    """What was read, as marks on the text it was read from, with remarks in a language."""
    notice = parsed.notice
    doubts = [jsons.warning(one, lang) for one in parsed.warnings]
    warnings = [(one["line"], one["message"]) for one in doubts]
    title = "  ".join(filter(None, (notice.number, notice.title or notice.plan_title))) or parsed.source
    return Explained(title, parsed.text, list(_marks(parsed, doubts, lang)), warnings)


def _marks(parsed: Parsed, doubts: Sequence[WarningJson], lang: str) -> Iterator[Mark]:
    for one in parsed.measures:
        start = one.span[0]
        yield Mark(start, start + max(len(one.label or ""), 1), BEGINNING, note=f"{one.ordinal} {one.title}")
        for unit in one.responsible:
            yield from _mark(unit.span, Kind.DEPARTMENT, f"{unit.resolved} · {word(ROLES, unit.role, lang)}")
        if one.deadline:
            yield from _mark(one.deadline.span, LIMIT, one.deadline.due or word(LIMITS, one.deadline.kind, lang))
        for place in one.regions:
            yield from _mark(place.span, Kind.REGION, place.id)
        for project in one.projects:
            yield from _mark(project.span, Kind.PROJECT, project.name)
    for doubt in doubts:
        yield from _mark(doubt["span"], WARNING, doubt["message"])


def _mark(span: Span | None, kind: str, note: str) -> Iterator[Mark]:
    if span is not None:
        yield Mark(*span, kind, note=note)


def show(one: Explained) -> None:
    """On a terminal by colour; where there is none, the text as it stands and then what is doubtful."""
    from rich.text import Text

    console.line((one.title, "bold"))
    text = Text()
    for piece in one.pieces():
        kind = piece.marks[-1].kind if piece.marks else None
        lines = "\n".join(console.safe(line) for line in piece.text.splitlines()) + "\n" * piece.text.endswith("\n")
        text.append(lines, f"black on {PAINT[kind]}" if kind else "")
    console.console().print(text, soft_wrap=True)
    for line, message in one.warnings:
        console.doubt(line, message)
