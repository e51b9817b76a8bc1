"""Output on consoles of every kind: GBK, ASCII, closed pipes; hostile text in a notice."""

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from graph.model import Edge, Kind, Node, NoticeGraph, Relation
from graph.store import open_store
from tests.api.running import COMMAND, environment, jucuo
from tests.shared import SAMPLE

ASKING = [
    ["stats"],
    ["shared"],
    ["shared", "市林草局", "市生态环境局"],
    ["search", "黄河 生态"],
    ["show", "市林草局"],
    ["due", "--as-of", "2024-06-01"],
    ["path", "市科技局", "市林草局"],
    ["analyse"],
    ["check"],
]
ids = [ask[0] for ask in ASKING]


@pytest.mark.parametrize("ask", ASKING, ids=ids)
@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_no_console_breaks_the_output(sample_path: Path, ask: list[str], encoding: str) -> None:
    run = jucuo(*ask, "--store", sample_path, encoding=encoding, PYTHONUTF8="0", PYTHONIOENCODING=encoding)
    assert (run.status, run.err) == (0, "")
    assert run.out


@pytest.mark.parametrize("ask", ASKING, ids=ids)
def test_json_is_the_same_on_every_console(sample_path: Path, ask: list[str]) -> None:
    there = jucuo(*ask, "--json", "--store", sample_path, PYTHONUTF8="0", PYTHONIOENCODING="gbk")
    here = jucuo(*ask, "--json", "--store", sample_path)
    assert there.out.isascii() and there.json() == here.json()
    assert here.out.count("\n") == 1


@pytest.mark.parametrize("ask", ASKING, ids=ids)
def test_nothing_but_text_goes_into_a_pipe(sample_path: Path, ask: list[str]) -> None:
    """No colours, no lines of boxes, nothing wrapped or cut."""
    wide = jucuo(*ask, "--store", sample_path, COLUMNS="")
    assert "\x1b" not in wide.out and "…" not in wide.out
    assert not {c for c in wide.out if "\u2500" <= c <= "\u257f"}


@pytest.mark.parametrize("ask", [["shared", "--json"], ["shared"], ["stats"]])
def test_a_reader_that_stops_reading_is_no_error(sample_path: Path, ask: list[str]) -> None:
    command = [*COMMAND, *ask, "--store", str(sample_path)]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
        status = process.wait(60)
    assert (status, said) == (141, b"")


HOSTILE = "\x1b[31m红\x1b]0;title\x07\u202e倒\r\n[bold]x[/bold][link=http://evil]y[/link]:smile:\u2028=1+1"


@pytest.fixture
def hostile_store(tmp_path: Path) -> Path:
    """A notice with such text wherever text may be."""
    notice = Node("坏[bold]x[/bold]", Kind.NOTICE, HOSTILE, {"title": HOSTILE, "dated": "2024-01-01"})
    measure = Node(
        f"{notice.id}/1", Kind.MEASURE, HOSTILE,
        {"label": HOSTILE, "title": HOSTILE, "text": HOSTILE, "deadline_text": HOSTILE, "deadline_kind": "other"},
    )  # fmt: skip
    units = [Node(f"坏/{name}", Kind.DEPARTMENT, HOSTILE + name, {"aliases": [HOSTILE]}) for name in "甲乙"]
    edges = [Edge(Relation.CONTAINS, notice.id, measure.id, notice.id, {"ordinal": 1})]
    edges += [
        Edge(Relation.ASSIGNED_TO, measure.id, unit.id, notice.id,
             {"role": "responsible", "basis": "stated", "order": 1, "name": HOSTILE})
        for unit in units
    ]  # fmt: skip
    path = tmp_path / "hostile.db"
    store = open_store(path)
    list(store.replace([NoticeGraph(notice.id, (notice, measure, *units), tuple(edges), HOSTILE)]))
    store.close()
    return path


@pytest.mark.parametrize(
    "ask",
    [
        ["shared"],
        ["shared", "坏/甲", "坏/乙"],
        ["show", "坏/甲"],
        ["due"],
        ["search", "红"],
        ["path", "坏/甲", "坏/乙"],
        ["analyse"],
    ],
)
def test_text_of_a_notice_does_nothing_to_a_terminal(hostile_store: Path, ask: list[str]) -> None:
    run = jucuo(*ask, "--store", hostile_store, FORCE_COLOR="1", TERM="xterm-256color", COLUMNS="400")
    assert run.status == 0
    styles = run.out.replace("\x1b[0m", "").replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[33m", "")
    assert not {c for c in styles if not c.isprintable()} - {"\n"}
    assert "[bold]x[/bold]" in styles and ":smile:" in styles
    json.loads(jucuo(*ask, "--json", "--store", hostile_store).out)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
def test_the_bar_stays_out_of_what_is_written_to_a_file(tmp_path: Path) -> None:
    """Standard error is a terminal, standard output is a file."""
    import pty

    ours, theirs = pty.openpty()
    with (tmp_path / "out.txt").open("wb") as out:
        command = [*COMMAND, "load", str(SAMPLE), "--json"]
        loading = subprocess.Popen(command, cwd=tmp_path, env=environment(), stdout=out, stderr=theirs)
    os.close(theirs)
    drawn = drained(ours)
    assert loading.wait(60) == 0
    assert json.loads((tmp_path / "out.txt").read_text(encoding="utf-8"))["outcome"] == "loaded"
    assert "载入".encode() in drawn


def drained(terminal: int) -> bytes:
    """All that is written to a terminal until its other side is closed: a writer waits for room in it."""
    drawn = b""
    with suppress(OSError):  # Linux says so that the other side is closed
        while piece := os.read(terminal, 1 << 12):
            drawn += piece
    os.close(terminal)
    return drawn
