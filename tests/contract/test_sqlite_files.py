"""Files that are no store, or cannot be one just now: each said in one sentence, nothing changed."""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import pytest

from graph import sql, sqlite_file
from graph.asking import Filter
from graph.model import Loaded, NoticeGraph
from graph.search import search
from graph.search.search import Candidate
from graph.sqlite_memory import Candidates
from graph.sqlite_store import SqliteStore
from graph.store import Store, open_store
from graph.store_errors import (
    DiskFull,
    NotAStore,
    StoreError,
    StoreLocked,
    StoreMissing,
    StoreNewer,
    StoreReadOnly,
    StoreUnreadable,
)
from tests.contract.notices import M, notice
from tests.shared import ROOT


def test_a_store_that_is_not_there_is_only_made_when_wished(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        open_store(tmp_path / "none.db", create=False)
    assert list(tmp_path.iterdir()) == []
    open_store(tmp_path / "new" / "folder" / "举措.db").close()


@pytest.mark.parametrize(
    "content", [b"not a database, only some text" * 50, b"\x00" * 4096, b"SQLite format 3\0" + b"x" * 4080]
)
def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notice.txt"
    path.write_bytes(content)
    with pytest.raises(NotAStore):
        open_store(path)
    assert path.read_bytes() == content


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(NotAStore):
        open_store(tmp_path)


def test_another_programs_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t(x)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(NotAStore):
        open_store(path)
    assert path.read_bytes() == before


def test_a_store_of_a_newer_version_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    open_store(path).close()
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(StoreNewer) as error:
        open_store(path)
    assert (error.value.params["found"], error.value.params["known"]) == (99, sql.SCHEMA)


THIRD = (
    "DROP TABLE found",
    "DROP TABLE found_notice",
    "DROP TABLE document",
    "DROP TABLE indexed",
    """CREATE TABLE document(
        key INTEGER PRIMARY KEY REFERENCES measure(key), own TEXT NOT NULL, section TEXT NOT NULL,
        notice TEXT NOT NULL, units TEXT NOT NULL, names TEXT NOT NULL, shown TEXT NOT NULL)""",
    """CREATE VIRTUAL TABLE found USING fts5(
        own, section, notice, units, names, content='document', content_rowid='key', tokenize='ascii')""",
    "PRAGMA user_version = 3",
)
FIRST = (
    "ALTER TABLE notice DROP COLUMN terms",
    "DROP TABLE outline",
    "PRAGMA user_version = 1",
)
"""What makes a file as older versions had it, from the next version's."""


def aged(path: Path, graphs: Sequence[NoticeGraph], *versions: Sequence[str]) -> None:
    with sqlite3.connect(path) as older:
        keys = dict(older.execute("SELECT id, key FROM node").fetchall())
        for statement in versions[0]:
            older.execute(statement)
        for graph in graphs:
            for id, document in search.documents(graph).items():
                row = (keys[id], *map(document.terms.__getitem__, search.FIELDS), json.dumps(dict(document.shown)))
                older.execute("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?)", row)
                older.execute(
                    "INSERT INTO found(rowid, own, section, notice, units, names) VALUES (?, ?, ?, ?, ?, ?)", row[:-1]
                )
        for statement in chain.from_iterable(versions[1:]):
            older.execute(statement)
    older.close()


@pytest.mark.parametrize("versions", [(THIRD,), (THIRD, FIRST)], ids=["3", "1"])
def test_a_store_of_an_older_version_is_made_one_of_ours(tmp_path: Path, versions: Sequence[Sequence[str]]) -> None:
    path = tmp_path / "store.db"
    graphs = [
        notice("a", M("林草", "治理黄河")),
        notice("b", M("林草", "造林"), M("发改 财政", "黄河生态")),
        notice("c"),
    ]
    store = open_store(path)
    list(store.replace(graphs))
    asked = ("黄河", "林业和草原局", "黄河 生态", "包头 黄河")
    before = [store.search(text) for text in asked]
    store.close()
    aged(path, graphs, *versions)
    store = open_store(path)
    assert store.measures().total == 3
    assert ["reindex" in line for line in store.check()] == [True] * (len(versions) - 1)
    assert [store.search(text) for text in asked] == before
    assert store.facets(Filter(notices=("a",))).total == 1
    assert list(store.replace([notice("d", M("林草")), graphs[1], notice("a", M("财政", "河岸"))])) == [
        Loaded.LOADED, Loaded.UNCHANGED, Loaded.REPLACED
    ]  # fmt: skip
    store.remove("b")
    assert [hit.measure.id for hit in store.search("河岸").items] == ["a/1"]
    assert store.search("黄河").total == 0
    assert ["reindex" in line for line in store.check()] == [True] * (len(versions) - 1)
    store.close()


def test_what_is_kept_in_memory_is_never_older_than_the_file(tmp_path: Path) -> None:
    asking, writing = open_store(tmp_path / "store.db"), open_store(tmp_path / "store.db")

    def asked(store: Store) -> list[object]:
        found = [store.search(text, limit=limit) for text in ("黄河", "治理") for limit in (5, 50)]
        facets = [store.facets(text="黄河"), store.facets(Filter(notices=("n1",)))]
        ways = [store.around("黄河", 3), store.paths("n1/1", "n2/1"), store.pairs(filter=Filter(notices=("n1",)))]
        return [*found, *facets, *ways]

    for words in ("黄河", "河岸 黄河", "大桥 稀土"):
        measures = M("林草 发改", f"治理{words}", regions="黄河"), M("财政 林草", words, regions="黄河")
        list(writing.replace([notice(f"n{i}", *measures, dated=f"2024-01-0{i + 1}") for i in range(4)]))
        assert asked(asking) == asked(writing) == asked(open_store(tmp_path / "store.db"))
        writing.remove("n0")
        assert asked(asking) == asked(writing) == asked(open_store(tmp_path / "store.db"))
    assert writing.check() == ()


def test_lists_and_answers_are_the_same_once_measures_are_in_memory(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store.db")
    texts = ("治理黄河", "", "黄河两岸造林", "治理黄河" + "长" * Candidates.LONG)
    list(
        store.replace(
            [notice(f"n{i}", *[M("林草", text) for text in texts], dated=f"2024-01-0{i + 1}") for i in (1, 2)]
        )
    )
    asked = [(filter, size) for filter in (Filter(), Filter(notices=("n1",))) for size in (1, 3, 50)]

    def pages() -> list[object]:
        told: list[object] = []
        for filter, size in asked:
            page = store.measures(filter, limit=size)
            told += [page, store.measures(filter, limit=size, cursor=page.next) if page.next else None]
        return told

    before = pages()
    first = [store.search("黄河", filter, size) for filter, size in asked]
    assert pages() == before
    assert [store.search("黄河", filter, size) for filter, size in asked] == first
    assert first[2].total == 6


def test_what_was_read_last_is_kept_and_not_too_much_of_it() -> None:
    kept, asked = Candidates(), list[int]()

    def read(keys: Sequence[int]) -> dict[int, Candidate]:
        asked.extend(keys)
        words = {key: "长" * (Candidates.LONG if key == 3 else 1) for key in keys if key != 4}
        return {key: Candidate(f"n/{key}", "", text, "", {}, (0, len(text))) for key, text in words.items()}

    assert [*kept.each([2, 1, 3, 4], read)] == [2, 1, 3]
    assert [*kept.each([4, 3, 2, 1], read)] == [3, 2, 1]
    assert asked == [2, 1, 3, 4, 4, 3]
    kept.each(range(10, Candidates.MOST + 20), read)
    asked.clear()
    kept.each([1], read)
    kept.each([1], read)
    assert asked == []
    kept.each([0], read)
    kept.each([1], read)
    assert asked == [0, 1]


def test_a_damaged_store_is_said(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store = open_store(path)
    list(store.replace([notice(f"n{i}", *[M("林草 发改")] * 20) for i in range(20)]))
    store.close()
    content = bytearray(path.read_bytes())
    content[4096 * 3 :] = os.urandom(len(content) - 4096 * 3)
    path.write_bytes(content)
    with pytest.raises(NotAStore):
        damaged = open_store(path)
        damaged.measures()


def test_a_store_that_another_writes_is_locked_for_writing_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_file, "WAIT", 0.2)
    store = open_store(tmp_path / "store.db")
    list(store.replace([notice("a", M("林草"))]))
    writer = sqlite3.connect(store.address, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    locked = open_store(tmp_path / "store.db")
    with pytest.raises(StoreLocked):
        list(locked.replace([notice("b", M())]))
    assert locked.measures().total == 1
    writer.execute("ROLLBACK")
    writer.close()
    list(locked.replace([notice("b", M())]))
    store.close()
    locked.close()


def test_threads_that_end_leave_no_file_open(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store.db")
    list(store.replace([notice("a", M("林草"))]))
    files = Path("/proc/self/fd")
    if not files.exists():
        pytest.skip("only Linux lists the open files of a process")
    before = len(list(files.iterdir()))
    for _ in range(20):
        thread = threading.Thread(target=store.measures)
        thread.start()
        thread.join()
    assert len(list(files.iterdir())) < before + 10  # SQLite keeps a few, and takes them for the next
    assert store.measures().total == 1
    store.close()


def test_a_full_disk_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "store.db")
    list(store.replace([notice("a", M("林草"))]))
    connection = store._file.connection()
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull):
        list(store.replace([notice("b", *[M("发改", "长" * 1000)] * 100)]))
    assert [graph.id for graph in store.notices()] == ["a"]
    assert store.check() == ()
    store.close()


READ_ONLY = """
import os, sys, tempfile
from pathlib import Path
from graph.store_errors import StoreError
from graph.store import Store, open_store
from tests.contract.notices import M, notice
with tempfile.TemporaryDirectory() as folder:  # all that is imported, while we may read it
    store = open_store(Path(folder) / "other.db")
    list(store.replace([notice("a", M())]))
    store.close()
if os.getuid() == 0:
    os.setuid(65534)
try:
    list(open_store(Path(sys.argv[1])).replace([notice("b", M())]))
except StoreError as error:
    print(error.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders are protected otherwise there")
@pytest.mark.parametrize(
    ("there", "file_mode", "folder_mode", "error"),
    [
        (True, 0o444, 0o555, StoreReadOnly),
        (False, 0, 0o555, StoreReadOnly),
        (True, 0o000, 0o755, StoreUnreadable),
        (True, 0o644, 0o600, StoreUnreadable),
        (False, 0, 0o000, StoreUnreadable),
    ],
)
def test_a_folder_or_file_without_permission_is_said(
    there: bool, file_mode: int, folder_mode: int, error: type[StoreError]
) -> None:
    with tempfile.TemporaryDirectory() as above:  # pytest's own folders are closed to others
        Path(above).chmod(0o755)
        folder = Path(above) / "locked"
        folder.mkdir()
        if there:
            open_store(folder / "store.db").close()
            (folder / "store.db").chmod(file_mode)
        folder.chmod(folder_mode)
        said = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(folder / "store.db")],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        folder.chmod(0o755)
    assert said.stdout.strip() == error.code, said.stderr


def test_a_name_that_no_file_can_have_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotAStore):
        open_store(tmp_path / ("长" * 1000))


WATCHING = """
import os, sys, tempfile
from pathlib import Path
from graph.store import open_store
with tempfile.TemporaryDirectory() as folder:  # all that is imported, while we may read it
    open_store(Path(folder) / "other.db").stats()
if os.getuid() == 0:
    os.setuid(65534)
store = open_store(Path(sys.argv[1]), create=False)
for _ in range(3):
    print(sum(store.stats().nodes.values()), flush=True)
    sys.stdin.readline()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders are protected otherwise there")
def test_who_may_only_read_sees_what_others_write_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store = open_store(path)
    list(store.replace([notice("a", M())]))
    store.close()
    for above in (tmp_path, *tmp_path.parents):
        if above.name.startswith(("pytest-", "popen-", "test_")):
            above.chmod(above.stat().st_mode & ~0o022 | 0o055)
    path.chmod(0o644)
    if os.getuid() != 0:
        pytest.skip("only root has another user to read as")
    with subprocess.Popen(
        [sys.executable, "-c", WATCHING, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as watching:
        assert watching.stdin is not None and watching.stdout is not None
        seen = [watching.stdout.readline()]
        store = open_store(path)
        list(store.replace([notice("b", M(), M())]))
        store.close()
        watching.stdin.write("\n")
        watching.stdin.flush()
        seen.append(watching.stdout.readline())
        watching.stdin.write("\n\n")
        watching.stdin.flush()
        seen.append(watching.stdout.readline())
        watching.stdin.close()
    assert int(seen[0]) < int(seen[1]) == int(seen[2])


def test_threads_each_ask_with_their_own_connection(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store.db")
    list(store.replace([notice(f"n{i}", M("林草 发改")) for i in range(20)]))
    answers: list[tuple[bool, int]] = []

    def ask() -> None:
        answers.extend((store.measures().total >= 20, len(store.pairs().items)) for _ in range(20))

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    list(store.replace([notice(f"m{i}", M("林草 发改")) for i in range(20)]))
    for thread in threads:
        thread.join()
    assert answers == [(True, 1)] * 120
    store.close()
