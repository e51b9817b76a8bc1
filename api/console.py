"""Everything printed: it never breaks on a console of GBK or ASCII, and text of a notice never acts on a terminal."""

import json
import logging
import os
import sys
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

from api.settings import say
from graph.errors import one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from ingest.sources import Progress

PIPED_WIDTH = 1000
"""A pipe or a file has no width: nothing is wrapped there, unless COLUMNS says otherwise."""


def prepare() -> None:
    """What a console cannot show is written as an escape instead of an error; libraries do not write to it."""
    logging.getLogger().addHandler(logging.NullHandler())
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def utf8(stream: TextIO) -> bool:
    return (stream.encoding or "").lower().replace("-", "").replace("_", "") in ("utf8", "utf8sig")


def emit(value: Any) -> None:
    """A value as one line of JSON; pure ASCII where the stream could not take every character."""
    sys.stdout.write(json.dumps(value, ensure_ascii=not utf8(sys.stdout)) + "\n")


def safe(value: object) -> str:
    """Untrusted text for a terminal: on one line, without control characters, not shortened."""
    return one_line(value, sys.maxsize)


def tell(sentence: str) -> None:
    """A sentence of ours on standard error."""
    sys.stderr.write(safe(sentence) + "\n")


def console(stream: TextIO | None = None) -> "Console":
    """A rich console that takes nothing in a string for markup; colours only on a terminal."""
    from rich.console import Console

    class Quiet(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # rich would end the process with status 1

    file = stream or sys.stdout
    width = None if file.isatty() or os.environ.get("COLUMNS") else PIPED_WIDTH
    return Quiet(file=file, width=width, markup=False, emoji=False, highlight=False, soft_wrap=False)


def styled(*parts: tuple[object, str] | object) -> "Text":
    """One line of text: values, or pairs of a value and its style."""
    from rich.text import Text

    line = Text()
    for part in parts:
        value, style = part if isinstance(part, tuple) else (part, "")
        line.append(safe(value), style)
    return line


def line(*parts: tuple[object, str] | object) -> None:
    """The same, printed."""
    console().print(styled(*parts))


def table(heads: Sequence[str], rows: Iterable[Sequence[object]], numbers: Sequence[int] = ()) -> None:
    """A table without lines; the columns of `numbers` stand right."""
    from rich.table import Table

    made = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0), header_style="bold", show_header=any(heads))
    for column, head in enumerate(heads):
        made.add_column(head, justify="right" if column in numbers else "left", overflow="fold")
    for row in rows:
        made.add_row(*(styled("" if value is None else value) for value in row))
    if not made.row_count:
        return
    out = console()
    if out.is_terminal:
        out.print(made)
        return
    with out.capture() as printed:
        out.print(made)
    sys.stdout.writelines(line.rstrip() + "\n" for line in printed.get().splitlines())


def doubt(at: int | None, message: str) -> None:
    """What reading did not understand, with its line of the text."""
    place = say(f"第 {at} 行：", f"line {at}: ") if at else ""
    line((f"{say('存疑', 'doubtful')}  {place}{message}", "yellow"))


@contextmanager
def progress(what: str) -> Iterator["Progress | None"]:
    """A bar on standard error, where that is a terminal; the function it gives hears of every file that is done."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    shown = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console(sys.stderr),
        transient=True,
        redirect_stdout=sys.stdout.isatty(),  # else what goes into a file would go where the bar is
    )
    with shown:
        task = shown.add_task(what, total=None)

        def tell(done: int, total: int, name: str) -> None:
            shown.update(task, completed=done, total=total, description=f"{what} {one_line(name, 40)}")

        yield tell


def more(shown: int, total: int, next: str | None) -> None:
    """What a list leaves out, and how to see it."""
    if next is not None:
        line(
            (say(f"已显示 {shown} / {total}；后面的用 --cursor {next}", f"{shown} of {total}; --cursor {next}"), "dim")
        )
