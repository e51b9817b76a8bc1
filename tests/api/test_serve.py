"""The real server in a process of its own: its address, a busy port, Ctrl-C, a question of 100,000 characters."""

import gc
import http.client
import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

from api.commands.serve import get_ready
from graph.store import Store
from tests.api.running import COMMAND, environment

WINDOWS = sys.platform == "win32"


@contextmanager
def serving(*args: str, cwd: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The process and its port, from the line it prints; ended at the end."""
    command = [*COMMAND, "serve", *args]
    process = subprocess.Popen(command, cwd=cwd, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        assert process.stdout is not None
        line = process.stdout.readline().decode()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        assert found, line + (process.stderr.read().decode() if process.stderr else "")
        yield process, int(found[1])
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def get(port: int, path: str, **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_serve_sample_answers_from_an_empty_folder(tmp_path: Path) -> None:
    with serving("--sample", "--port", "0", cwd=tmp_path) as (_, port):
        status, body = get(port, "/api/v1/stats")
        assert status == 200 and json.loads(body)["nodes"]["Measure"] == 22
        assert get(port, "/")[0] == 200
        assert get(port, "/readyz")[0] == 200
        assert (tmp_path / "jucuo.db").is_file()


def test_a_busy_port_is_said_and_the_next_free_one_taken(tmp_path: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        taken = busy.getsockname()[1]
        with serving("--port", str(taken), cwd=tmp_path) as (process, port):
            assert port != taken
            assert get(port, "/healthz")[0] == 200
            process.kill()
            assert process.stderr is not None
            assert process.stderr.read().decode() == f"端口 {taken} 已被占用，改用 {port}。\n"


def test_only_loopback_names_are_answered(tmp_path: Path) -> None:
    with serving("--port", "0", cwd=tmp_path) as (_, port):
        assert get(port, "/healthz", Host=f"localhost:{port}")[0] == 200
        assert get(port, "/healthz", Host="evil.example")[0] == 421


def test_a_question_of_100_000_characters_arrives_and_is_refused(tmp_path: Path) -> None:
    with serving("--port", "0", cwd=tmp_path) as (_, port):
        status, body = get(port, "/api/v1/search?q=" + quote("黄" * 100_000))
        assert (status, json.loads(body)["code"]) == (413, "query-too-long")


@pytest.mark.skipif(WINDOWS, reason="Ctrl-C to a single process is not a thing on Windows")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_when_told(tmp_path: Path, how: signal.Signals) -> None:
    with serving("--port", "0", cwd=tmp_path) as (process, port):
        assert get(port, "/healthz")[0] == 200
        process.send_signal(how)
        out, err = process.communicate(timeout=20)
        assert b"Traceback" not in out + err
        assert process.returncode in (0, -signal.SIGTERM)
    assert not (tmp_path / "jucuo.db-wal").exists()


def test_what_a_request_holds_is_one_line_of_the_log(tmp_path: Path) -> None:
    with serving("--port", "0", "--access-log", cwd=tmp_path) as (process, port):
        get(port, "/api/v1/departments/%0A2026-01-01%20ERROR%20forged%1B%5B31m")
        process.kill()
        assert process.stderr is not None
        said = process.stderr.read().decode()
        lines = said.splitlines()
        assert any("forged" in line for line in lines)
        assert all(re.match(r"\d{4}-\d\d-\d\d [\d:,]+ (INFO|WARNING) ", line) for line in lines), said
        assert "\x1b" not in said


def test_what_answers_need_is_in_memory_before_the_first_question(sample_store: Store) -> None:
    before = gc.get_freeze_count()
    try:
        get_ready(sample_store)
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
    sample_store.close()
    get_ready(sample_store)  # nobody is told here: who asks is
    gc.unfreeze()
