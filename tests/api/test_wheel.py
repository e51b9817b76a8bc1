"""The wheel, installed where nothing of ours is, works from any folder: it holds samples, pages, and lexicons."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.shared import ROOT, SAMPLE

UV = shutil.which("uv") or shutil.which("uv", path=ROOT / ".cache" / "uv" / "bin")
"""On the machine, or where the Makefile puts it."""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(UV is None, reason="uv is not here; it builds and installs the wheel"),
]


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {
        name: value for name, value in os.environ.items() if not name.startswith(("JUCUO_", "PYTHON", "VIRTUAL_ENV"))
    }
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    done = run(UV or "uv", "build", "--wheel", "--out-dir", out, ROOT, cwd=out)
    if done.returncode and ("dns" in done.stderr or "connect" in done.stderr or "fetch" in done.stderr):
        pytest.skip(f"no network for the build: {done.stderr[-300:]}")
    assert done.returncode == 0, done.stderr
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """The `jucuo` of a fresh environment with nothing else of ours."""
    folder = wheel.parent / "venv"
    assert run(UV or "uv", "venv", "--python", sys.executable, folder, cwd=wheel.parent).returncode == 0
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    done = run(UV or "uv", "pip", "install", "--python", scripts / "python", wheel, cwd=wheel.parent)
    assert done.returncode == 0, done.stderr
    return scripts / "jucuo"


def test_the_wheel_holds_what_is_no_code_and_nothing_of_the_workshop(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert f"api/samples/{SAMPLE.name}" in names
    for folder, ending in (
        ("viz/templates", ".html"),
        ("viz/static", ".css"),
        ("graph/lexicon", ".tsv"),
        ("graph/texts", ".tsv"),
        ("viz/texts", ".tsv"),
    ):
        ours = {str(path.relative_to(ROOT)).replace(os.sep, "/") for path in (ROOT / folder).rglob(f"*{ending}")}
        assert ours and ours <= names, folder
    assert {name.split("/")[0] for name in names} == {
        "api",
        "graph",
        "ingest",
        "viz",
        f"jucuo-{version(wheel)}.dist-info",
    }


def version(wheel: Path) -> str:
    return wheel.name.split("-")[1]


def test_it_parses_and_answers_from_another_folder(installed: Path, tmp_path: Path) -> None:
    parsed = run(installed, "parse", SAMPLE, "--json", cwd=tmp_path)
    assert parsed.returncode == 0, parsed.stderr
    assert len(json.loads(parsed.stdout)["measures"]) == 22
    assert run(installed, "load", SAMPLE, cwd=tmp_path).returncode == 0
    found = run(installed, "search", "黄河 ecology", "--json", cwd=tmp_path)
    assert [item["label"] for item in json.loads(found.stdout)["items"]] == ["（十二）", "（十三）"]
    assert run(installed, "export", "图.html", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("system", ["x86_64-pc-windows-msvc", "aarch64-apple-darwin", "x86_64-manylinux_2_28"])
def test_no_compiler_is_needed_on_any_desktop(wheel: Path, tmp_path: Path, system: str) -> None:
    """Every dependency has a ready wheel of the pinned version for the oldest Python; jieba is plain Python."""
    done = run(
        *(
            UV or "uv",
            "pip",
            "install",
            "--dry-run",
            "--target",
            tmp_path / "there",
            "--constraint",
            ROOT / "constraints.txt",
        ),
        *(
            "--python-platform",
            system,
            "--python-version",
            "3.11",
            "--only-binary",
            ":all:",
            "--no-binary",
            "jieba",
            wheel,
        ),
        cwd=tmp_path,
    )
    if done.returncode and ("dns" in done.stderr or "connect" in done.stderr):
        pytest.skip(f"no network: {done.stderr[-300:]}")
    assert done.returncode == 0, done.stderr


def test_serve_sample_works_without_the_work_tree(installed: Path, tmp_path: Path) -> None:
    import http.client

    process = subprocess.Popen(
        [str(installed), "serve", "--sample", "--port", "0", "--json"], cwd=tmp_path, stdout=subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        for path in ("/", "/docs", "/api/v1/stats"):
            connection = http.client.HTTPConnection("127.0.0.1", told["port"], timeout=30)
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read()
            assert answer.status == 200, path
            connection.close()
        assert json.loads(body)["nodes"]["Measure"] == 22
    finally:
        process.kill()
        process.communicate()
