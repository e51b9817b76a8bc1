"""Wrong input of every kind, as a person meets it: one clear sentence, the right status, nothing half-written."""

import shlex
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.api.running import COMMAND, Run, environment, jucuo
from tests.shared import SAMPLE

Make = Callable[[Path], None]


def huge(path: Path) -> None:
    """200 MB that take no room on the disk."""
    with path.open("wb") as file:
        file.truncate(200 << 20)


FILES: list[tuple[str, Make, str, str]] = [
    ("没有.txt", lambda _: None, "file-missing", "找不到文件“{path}”。请核对路径和文件名。"),
    ("空.txt", lambda path: path.touch(), "file-empty", "文件“空.txt”是空的。请确认保存的是公文全文。"),
    ("空白.txt", lambda path: _write(path, " \n\n\t"), "file-empty", "文件“空白.txt”是空的。请确认保存的是公文全文。"),
    ("图.dat", lambda path: _bytes(path, bytes(range(256)) * 8), "file-binary", "文件“图.dat”不是文字文件。"),
    ("大.txt", huge, "file-too-large", "文件“大.txt”有 200 MB，超过上限"),
    (
        "闲话.txt",
        lambda path: _write(path, "今天天气很好，适合散步。"),
        "not-a-notice",
        "“闲话.txt”里没有找到公文的标题",
    ),
]


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _bytes(path: Path, data: bytes) -> None:
    path.write_bytes(data)


@pytest.mark.parametrize(("name", "make", "code", "sentence"), FILES, ids=[code for _, _, code, _ in FILES])
def test_a_file_that_cannot_be_read_is_said_and_the_others_are_done(
    tmp_path: Path, name: str, make: Make, code: str, sentence: str
) -> None:
    path = tmp_path / name
    make(path)
    parsed = jucuo("parse", path, SAMPLE, "--json")
    assert parsed.status == 1
    wrong, right = parsed.lines()
    assert wrong["source"] == name and wrong["error"]["code"] == code
    assert wrong["error"]["message"].startswith(sentence.format(path=name).split("“")[0])
    assert len(right["measures"]) == 22
    assert len(parsed.err.splitlines()) == 1 and wrong["error"]["message"] in parsed.err

    loaded = jucuo("load", path, SAMPLE, "--json", "--store", tmp_path / "s.db")
    assert loaded.status == 1
    assert [(one["outcome"], (one["error"] or {}).get("code")) for one in loaded.lines()] == [
        ("failed", code),
        ("loaded", None),
    ]
    english = jucuo("parse", path, JUCUO_LANG="en")
    assert (english.status, english.out) == (1, "") and ("file" in english.err or "notice" in english.err)


def test_a_folder_without_files_is_said(tmp_path: Path) -> None:
    (tmp_path / "收文").mkdir()
    run = jucuo("load", tmp_path / "收文", "--store", tmp_path / "s.db")
    one_sentence(run, 0, "这里没有文件可以载入。")


def test_a_file_without_permission_is_said(tmp_path: Path) -> None:
    path = tmp_path / "锁.txt"
    shutil.copy(SAMPLE, path)
    path.chmod(0)
    run = powerless("parse", path, "--json")
    assert run.status == 1
    assert run.json()["error"]["code"] == "file-unreadable"
    assert "权限" in run.err


WITHOUT_POWER = """if True:
    import ctypes, os, sys
    for power in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(24, power, 0, 0, 0)  # PR_CAPBSET_DROP
    os.execv(sys.argv[1], sys.argv[1:])
"""


def powerless(*args: str | Path) -> Run:
    """Run it without root's power to pass over permissions, which tests in a container often have."""
    if sys.platform != "linux":
        pytest.skip("permissions of this kind are Linux's")
    command = [sys.executable, "-c", WITHOUT_POWER, *COMMAND, *map(str, args)]
    done = subprocess.run(command, env=environment(), capture_output=True, timeout=120, check=False)
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())


# the store


def one_sentence(run: Run, status: int, start: str) -> None:
    assert run.err.startswith(start), run.err
    assert (run.status, run.out, run.err.count("\n")) == (status, "", 1)


ASKING = [
    ["search", "黄河"],
    ["stats"],
    ["check"],
    ["shared"],
    ["due"],
    ["show", "x"],
    ["remove", "x"],
    ["export", "x.json"],
]


@pytest.mark.parametrize("ask", ASKING, ids=lambda ask: ask[0])
def test_a_store_that_is_not_there_is_not_made_by_asking(tmp_path: Path, ask: list[str]) -> None:
    one_sentence(jucuo(*ask, "--store", "no.db", cwd=tmp_path), 1, "还没有数据库“no.db”。先用 jucuo load 载入公文。")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["stats"], ["load", SAMPLE], ["serve", "--port", "0"]], ids=lambda c: str(c[0]))
@pytest.mark.parametrize("content", [b"not a database at all " * 100, b""], ids=["text", "of-another-program"])
def test_a_file_that_is_no_store_is_left_as_it_is(tmp_path: Path, command: list[str | Path], content: bytes) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(content)
    if not content:
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE recipes (name TEXT)")
        other.close()
    before = path.read_bytes()
    one_sentence(jucuo(*command, "--store", path), 1, f"“{path}”不是举措图谱的数据库")
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["other.db"]


def test_a_store_of_a_newer_version_is_left_as_it_is(tmp_path: Path, sample_path: Path) -> None:
    path = tmp_path / "newer.db"
    shutil.copy(sample_path, path)
    with sqlite3.connect(path) as other:
        (known,) = other.execute("PRAGMA user_version").fetchone()
        other.execute(f"PRAGMA user_version = {known + 7}")
    other.close()
    one_sentence(jucuo("stats", "--store", path), 1, f"数据库“{path}”由更新的版本建立")
    one_sentence(jucuo("load", SAMPLE, "--store", path), 1, f"数据库“{path}”由更新的版本建立")


def test_a_locked_store_is_said_and_left_as_it_is(tmp_path: Path, sample_path: Path) -> None:
    path = tmp_path / "locked.db"
    shutil.copy(sample_path, path)
    changed = tmp_path / "另一份.txt"
    changed.write_text(SAMPLE.read_text(encoding="utf-8").replace("5号", "6号"), encoding="utf-8")
    holder = sqlite3.connect(path)
    holder.execute("BEGIN IMMEDIATE")
    try:
        one_sentence(jucuo("load", changed, "--store", path), 1, f"数据库“{path}”正被另一个程序写入")
        assert jucuo("stats", "--store", path).status == 0
    finally:
        holder.rollback()
        holder.close()
    assert jucuo("stats", "--json", "--store", path).json()["nodes"]["Notice"] == 1


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o555)
    one_sentence(powerless("load", SAMPLE, "--store", folder / "s.db"), 1, f"数据库“{folder / 's.db'}”只能读取")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("sealed", ["file", "folder"])
def test_a_store_that_may_only_be_read_is_left_as_it_is(tmp_path: Path, sample_path: Path, sealed: str) -> None:
    folder = tmp_path / "给人看的 100%#?"
    folder.mkdir()
    path = folder / "s.db"
    shutil.copy(sample_path, path)
    before = path.read_bytes()
    (path if sealed == "file" else folder).chmod(0o444 if sealed == "file" else 0o555)
    for asked in (
        ("stats",), ("check",), ("due",), ("shared",), ("shared", "市林草局", "市财政局"), ("show", "市林草局"),
        ("search", "黄河 生态"), ("path", "市科技局", "市财政局"), ("export", tmp_path / "全部.json"),
    ):  # fmt: skip
        done = powerless(*asked, "--store", path)
        assert (done.status, done.err) == (0, ""), asked
    other = tmp_path / "另一份.txt"
    other.write_text(SAMPLE.read_text(encoding="utf-8").replace("5号", "6号"), encoding="utf-8")
    for wish in (("load", other), ("remove", "包府发〔2024〕5号"), ("reindex",)):
        refused = powerless(*wish, "--store", path)
        one_sentence(refused, 1, f"数据库“{path}”只能读取，文件或所在的文件夹不能写入")
    folder.chmod(0o755)
    assert (path.read_bytes(), [one.name for one in folder.iterdir()]) == (before, ["s.db"])


def test_a_full_disk_is_said_and_what_was_there_stays(tmp_path: Path, sample_path: Path) -> None:
    """On a real file system with no room: a tmpfs in a namespace of its own, which ends with the processes in it."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rm", "true"], capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a small file system here")
    many = tmp_path / "many"
    many.mkdir()
    text = SAMPLE.read_text(encoding="utf-8")
    for number in range(100, 160):
        (many / f"{number}.txt").write_text(text.replace("〔2024〕5号", f"〔2024〕{number}号"), encoding="utf-8")
    small = tmp_path / "small"
    small.mkdir()
    run, size = shlex.join(COMMAND), (sample_path.stat().st_size >> 10) + 1500
    script = f"""mount -t tmpfs -o size={size}k tmpfs {small} && cd {small}
        {run} load {SAMPLE} --store s.db >/dev/null || exit 90
        {run} load {many} --store s.db >/dev/null; echo status $?
        rm -f filler; {run} check --store s.db && {run} stats --json --store s.db"""
    done = subprocess.run([unshare, "-rm", "sh", "-c", script], env=environment(), capture_output=True, check=False)
    out, err = done.stdout.decode(), done.stderr.decode()
    assert out.startswith("status 1\n数据库完好。\n"), out + err
    assert err.count("\n") == 1 and err.startswith("磁盘已满"), err


def test_standard_output_on_a_full_disk_is_said(sample_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("/dev/full is Linux's")
    with full.open("wb") as nowhere:
        done = subprocess.run(
            [*COMMAND, "shared", "--json", "--store", str(sample_path)],
            env=environment(), stdout=nowhere, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.decode().startswith("不能写入“标准输出”：磁盘已满。") and done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "address", ["bolt://127.0.0.1:{port}", "neo4j://127.0.0.1:{port}", "bolt://[::1]:{port}/notices"]
)
def test_a_neo4j_that_is_down_is_said(address: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    store = address.format(port=port)
    run = jucuo("stats", "--store", store, JUCUO_NEO4J_PASSWORD="very secret")
    one_sentence(run, 1, "连不上 Neo4j")
    assert "very secret" not in run.err


@pytest.mark.parametrize("address", ["http://127.0.0.1:7474", "sqlite:///a.db", "http://me:very-secret@host"])
def test_an_address_of_another_kind_is_no_name_of_a_file(tmp_path: Path, address: str) -> None:
    run = jucuo("load", SAMPLE, "--store", address, cwd=tmp_path)
    one_sentence(run, 2, f"“{address.replace('me:very-secret@', '')}”不是数据库的地址。")
    assert list(tmp_path.iterdir()) == []


def test_a_password_in_the_address_is_not_printed() -> None:
    run = jucuo("stats", "--store", "bolt://neo4j:very-secret@127.0.0.1:1", "--debug")
    assert run.status in (1, 2) and "very-secret" not in run.out + run.err


# questions


@pytest.mark.parametrize(
    ("args", "status", "start"),
    [
        (["show", "没有这个局"], 2, "图谱里没有“没有这个局”。"),
        (["remove", "没有"], 2, "图谱里没有“没有”。"),
        (["shared", "没有"], 2, "图谱里没有“没有”。"),
        (["path", "市林草局", "没有"], 2, "图谱里没有“没有”。"),
        (["search", "工业", "--theme", "没有"], 2, "图谱里没有“没有”。"),
        (["search", "工业", "--due-before", "明天"], 2, "“due_before”的值“明天”不对：应为 2024-12-31 这样的日期。"),
        (["due", "--as-of", "2024-02-30"], 2, "“as_of”的值“2024-02-30”不对：应为 2024-12-31 这样的日期。"),
        (["due", "--cursor", "abc"], 2, "翻页标记“abc”不属于这个查询。请从第一页重新开始。"),
        (["search", "a" * 100_000], 2, "查询有 100000 个字，上限是"),
        (["export", "图.exe"], 2, "“FILE”的值“图.exe”不对：结尾应为 .html、"),
        (["export", "x.html", "--view", "around"], 2, "缺少“id”。"),
        (["export", "/no/such/folder/x.json"], 1, "不能写入“/no/such/folder/x.json”：没有这个文件夹。"),
        (["path", "市林草局", "市科技局", "--kinds", "Planet"], 2, "“kinds”的值“Planet”不对：应为 Notice、"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_a_wrong_question_is_one_sentence(sample_path: Path, args: list[str], status: int, start: str) -> None:
    one_sentence(jucuo(*args, "--store", sample_path), status, start)
    run = jucuo(*args, "--store", sample_path, "--json")
    assert run.status == status and set(run.json()["error"]) >= {"code", "message"}


def test_bytes_that_are_no_text_are_a_name_like_any_other(sample_path: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "show", b"\xff\xfe", "--store", str(sample_path)],
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2 and done.stderr.decode().startswith("图谱里没有")


def test_a_failed_export_leaves_the_old_file(sample_path: Path, tmp_path: Path) -> None:
    old = tmp_path / "图.html"
    old.write_text("old", encoding="utf-8")
    run = jucuo("export", old, "--view", "around", "--id", "没有", "--store", sample_path)
    assert run.status == 2 and old.read_text(encoding="utf-8") == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["图.html"]
