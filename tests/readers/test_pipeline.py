"""Files and folders into the store: what is read, what is passed over, and that nothing stops the run."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from graph.file_errors import FileDamaged, FileEmpty, FileMissing, FileTooLarge, FileUnreadable, NotANotice, TooSlow
from graph.sqlite_store import SqliteStore
from ingest import pipeline, sources, walk
from ingest.ahead import ahead
from ingest.pipeline import Outcome, ParsedFile, load, parse_all
from ingest.sources import Upload
from ingest.workers import Lost, in_order
from tests.readers.make_files import every, html, zipped
from tests.shared import ROOT, SAMPLE


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    kept = SqliteStore(tmp_path / "store" / "test.db")
    yield kept
    kept.close()


@pytest.fixture(scope="module")
def text() -> str:
    return SAMPLE.read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, text: str) -> Path:
    """A folder as people have them: notices of several formats, and what lies beside."""
    here = tmp_path / "公文"
    (here / "市级").mkdir(parents=True)
    (here / "通知_files").mkdir()
    (here / "a.txt").write_text(text, encoding="utf-8", newline="")
    (here / "市级" / "b.html").write_bytes(
        html([line for line in text.replace("5号", "6号").splitlines() if line.strip()])
    )
    (here / "通知.html").write_bytes(html([line for line in text.replace("5号", "7号").splitlines() if line.strip()]))
    (here / "通知_files" / "share.js").write_text("var a", encoding="utf-8")
    (here / ".hidden.txt").write_text("x", encoding="utf-8")
    (here / "~$a.docx").write_bytes(b"x")
    (here / "空.txt").write_bytes(b"")
    (here / "坏.docx").write_bytes(b"PK\x03\x04")
    (here / "菜谱.txt").write_text("红烧肉要用小火慢炖。\n", encoding="utf-8")
    return here


def test_a_folder_is_taken_in_by_name_without_what_lies_beside(folder: Path) -> None:
    assert [path.name for path in walk.files([folder])] == [
        "a.txt",
        "坏.docx",
        "b.html",
        "空.txt",
        "菜谱.txt",
        "通知.html",
    ]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_that_lead_back_end(folder: Path) -> None:
    before = list(walk.files([folder]))
    (folder / "市级" / "回").symlink_to(folder, target_is_directory=True)
    (folder / "自己.txt").symlink_to(folder / "自己.txt")
    assert len(list(walk.files([folder]))) == len(before) + 1
    (found,) = parse_all([folder / "自己.txt"])
    assert isinstance(found.error, FileUnreadable | FileMissing)


def test_each_file_is_loaded_and_a_bad_one_stops_nothing(folder: Path, store: SqliteStore) -> None:
    heard: list[tuple[int, int, str]] = []
    found = {file.source: file for file in load([folder], store, progress=lambda *said: heard.append(said))}
    assert {name: file.outcome for name, file in found.items()} == {
        "a.txt": Outcome.LOADED, "坏.docx": Outcome.FAILED, "b.html": Outcome.LOADED, "空.txt": Outcome.FAILED,
        "菜谱.txt": Outcome.FAILED, "通知.html": Outcome.LOADED,
    }  # fmt: skip
    assert isinstance(found["坏.docx"].error, FileDamaged)
    assert isinstance(found["空.txt"].error, FileEmpty)
    assert isinstance(found["菜谱.txt"].error, NotANotice)
    assert (found["a.txt"].notice, found["a.txt"].measures, found["a.txt"].departments) == ("包府发〔2024〕5号", 22, 28)
    assert [(done, of) for done, of, _ in heard] == [(n, 6) for n in range(1, 7)]
    assert {file.outcome for file in load([folder], store) if not file.error} == {Outcome.UNCHANGED}


def test_of_two_files_of_one_notice_the_later_stays_with_a_warning(
    tmp_path: Path, text: str, store: SqliteStore
) -> None:
    for name, data in (("a.txt", text), ("b.txt", text.replace("市发改委", "市财政局"))):
        (tmp_path / name).write_text(data, encoding="utf-8", newline="")
    first, second = load([tmp_path / "a.txt", tmp_path / "b.txt"], store)
    assert (first.outcome, second.outcome) == (Outcome.LOADED, Outcome.REPLACED)
    assert "same-notice" in {warning.code for warning in second.warnings}
    assert store.notice("包府发〔2024〕5号").text == text.replace("市发改委", "市财政局")


def test_a_zip_that_holds_nothing_is_said_to_be_empty() -> None:
    for data in (zipped({}), zipped({"__MACOSX/甲.txt": b"1"})):
        assert [type(got.error) for got in parse_all([Upload("空.zip", data)])] == [FileEmpty]


def test_uploads_and_zips_give_a_result_for_each_notice(text: str) -> None:
    data = zipped({"甲.txt": text, "乙.txt": b"", "丙.html": html(["关于印发某某工作方案的通知"])})
    found = list(parse_all([Upload("C:\\文件\\包.zip", data)]))
    assert [(file.source, type(file.error)) for file in found] == [
        ("包.zip/丙.html", type(None)), ("包.zip/乙.txt", FileEmpty), ("包.zip/甲.txt", type(None)),
    ]  # fmt: skip


def test_every_format_goes_through_processes(tmp_path: Path, text: str) -> None:
    for name, data in every([line.strip() for line in text.splitlines() if line.strip()]).items():
        (tmp_path / name).write_bytes(data)
    found = list(parse_all([tmp_path], processes=2))
    assert [len(file.parsed.measures) if file.parsed else file.error for file in found] == [22] * 6


def test_few_small_texts_are_read_without_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "in_order", None)
    (file,) = parse_all([SAMPLE])
    assert file.parsed is not None
    assert (file.format, file.encoding) == ("txt", "utf-8")


@pytest.mark.parametrize(("make", "error"), [
    (Path.exists, FileMissing),
    (lambda path: path.write_bytes(b""), FileEmpty),
    (lambda path: path.mkdir(), None),
    (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0"), Exception),
])  # fmt: skip
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, make: object, error: type[Exception] | None) -> None:
    path = tmp_path / "通知.txt"
    make(path)  # type: ignore[operator]
    found = list(parse_all([path]))
    assert [isinstance(file.error, error) for file in found] == [True] if error else not found


def test_200_mb_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    (found,) = parse_all([path])
    assert isinstance(found.error, FileTooLarge)
    assert "200" in str(found.error)


@pytest.mark.skipif(os.name == "nt" or getattr(os, "geteuid", lambda: 1)() == 0, reason="root reads everything")
def test_a_file_without_rights_is_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")
    path.chmod(0)
    (found,) = parse_all([path])
    assert isinstance(found.error, FileUnreadable)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are no text")
def test_a_name_that_is_no_utf8_is_shown_and_read(tmp_path: Path, text: str) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + "方案".encode("gbk") + b".txt"))
    path.write_text(text, encoding="utf-8")
    (found,) = parse_all([path])
    assert found.source == "方案.txt"
    assert found.parsed is not None


# processes


def act(task: str) -> Iterator[str]:
    """Work that misbehaves as told."""
    yield f"{task} begun"
    if task == "die":
        os._exit(3)
    if task == "hang":
        while True:
            pass
    yield f"{task} done"


def test_a_task_that_dies_or_hangs_costs_only_itself() -> None:
    tasks = ["a", "die", "b", "hang", "c"]
    found = list(in_order(tasks, act, processes=2, seconds=2))
    assert [task for task, result in found if result is None] == tasks
    assert [(task, result.slow) for task, result in found if isinstance(result, Lost)] == [
        ("die", False),
        ("hang", True),
    ]
    assert [r for _, r in found if isinstance(r, str)] == [
        "a begun", "a done", "die begun", "b begun", "b done", "hang begun", "c begun", "c done",
    ]  # fmt: skip


def test_what_is_read_ahead_comes_in_order_with_its_error_and_ends_when_nobody_asks() -> None:
    made: list[int] = []

    def numbers(end: Connection) -> Generator[int, None, None]:
        try:
            while not end.poll():
                made.append(len(made))
                yield made[-1]
                if len(made) == 100:
                    raise KeyError("hundred")
        finally:
            made.append(-1)

    run = ahead(numbers, 3)
    assert [next(run) for _ in range(5)] == [0, 1, 2, 3, 4]
    run.close()
    assert made[-1] == -1
    assert len(made) < 20
    made.clear()
    with pytest.raises(KeyError, match="hundred"):
        list(ahead(numbers, 200))
    assert made == [*range(100), -1]


def test_a_lost_file_is_reported_as_slow_or_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(tasks: list[Path], *_: object, **__: object) -> Iterator[tuple[Path, Lost | None]]:
        for task, slow in zip(tasks, (True, False), strict=True):
            yield task, Lost(slow)
            yield task, None

    monkeypatch.setattr(sources, "in_order", lost)
    found = list(parse_all([tmp_path / "a.pdf", tmp_path / "b.pdf"]))
    assert [type(file.error) for file in found] == [TooSlow, FileDamaged]
    assert all(isinstance(file, ParsedFile) and file.parsed is None for file in found)


def test_stopping_early_leaves_no_process_behind(folder: Path) -> None:
    run = parse_all([folder], processes=2)
    next(run)
    run.close()
    assert not _children()


def _children() -> list[int]:
    from multiprocessing import active_children

    return [child.pid or 0 for child in active_children()]


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent as a signal here")
def test_ctrl_c_leaves_the_store_whole_and_no_process(folder: Path, tmp_path: Path) -> None:
    for number in range(40):
        (folder / f"n{number}.html").write_bytes((folder / "通知.html").read_bytes())
    code = (
        "import sys; from pathlib import Path\n"
        "from graph.sqlite_store import SqliteStore; from ingest.pipeline import load\n"
        "for file in load([Path(sys.argv[1])], SqliteStore(Path(sys.argv[2])), processes=2):\n"
        "    print(file.outcome, flush=True)"
    )
    database = tmp_path / "stopped.db"
    command = [sys.executable, "-c", code, str(folder), str(database)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    ) as run:
        assert run.stdout is not None
        assert run.stdout.readline()
        os.killpg(run.pid, signal.SIGINT)
        run.stdout.read()
        assert run.wait(20) != 0
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.killpg(run.pid, 0)
            time.sleep(0.1)
        except ProcessLookupError:
            break
    else:
        pytest.fail("a process was left")
    kept = SqliteStore(database)
    assert kept.check() == ()
    kept.close()


def test_a_fault_of_ours_is_not_told_as_a_broken_file() -> None:
    error = pipeline._unforeseen("甲.txt", IndexError("list index out of range"))
    assert (error.code, error.text("zh")) == (
        "internal",
        "读取“甲.txt”时程序出错（IndexError）。请把文件和日志交给维护者；其余文件不受影响。",
    )
    assert "maintainers" in error.text("en")
