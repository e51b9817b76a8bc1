"""What the commands do and print on the sample notice; what they ask is tested over HTTP, which asks the same way."""

import json
import re
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.store import open_store
from tests.api.running import COMMAND, environment, jucuo
from tests.shared import DOUBT_EN, DOUBT_ZH, DOUBTFUL, ROOT, SAMPLE

N = "包府发〔2024〕5号"


# parse


def test_parse_json_is_a_line_a_notice_in_the_order_of_the_files(tmp_path: Path) -> None:
    other = tmp_path / "另一份.txt"
    other.write_text(SAMPLE.read_text(encoding="utf-8").replace("5号", "6号"), encoding="utf-8")
    run = jucuo("parse", other, SAMPLE, other, "--json")
    assert (run.status, run.err) == (0, "")
    assert [one["source"] for one in run.lines()] == ["另一份.txt", SAMPLE.name, "另一份.txt"]
    one = run.lines()[1]
    assert set(one) >= {"source", "notice", "text", "measures", "warnings"}
    assert one["text"] == SAMPLE.read_bytes().decode("utf-8")
    assert one["notice"]["id"] == N and len(one["measures"]) == 22


def test_parse_out_writes_a_file_a_notice_and_overwrites_none_of_its_own(tmp_path: Path) -> None:
    again = tmp_path / "又" / SAMPLE.name
    again.parent.mkdir()
    again.write_bytes(SAMPLE.read_bytes())
    run = jucuo("parse", SAMPLE, again, tmp_path / "没有.txt", "--out", tmp_path / "out")
    assert run.status == 1 and run.out == ""
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        [f"{N}.json", f"{N}-2.json", "没有.json"]
    )
    one = json.loads((tmp_path / "out" / f"{N}.json").read_text(encoding="utf-8"))
    assert one == jucuo("parse", SAMPLE, "--json").json()
    assert json.loads((tmp_path / "out" / "没有.json").read_text(encoding="utf-8"))["error"]["code"] == "file-missing"


def test_parse_for_people_names_every_measure() -> None:
    run = jucuo("parse", SAMPLE)
    assert run.status == 0
    assert N in run.out and "22 项举措，28 个责任单位" in run.out and "（二十二）" in run.out


# load and remove


def test_load_says_loaded_unchanged_replaced(tmp_path: Path) -> None:
    path = tmp_path / "份.txt"
    path.write_bytes(SAMPLE.read_bytes())
    outcomes = [jucuo("load", path, "--json", cwd=tmp_path).json()["outcome"] for _ in range(2)]
    path.write_text(SAMPLE.read_text(encoding="utf-8").replace("市农牧局", "市教育局"), encoding="utf-8")
    changed = jucuo("load", path, "--json", cwd=tmp_path).json()
    assert [*outcomes, changed["outcome"]] == ["loaded", "unchanged", "replaced"]
    assert (changed["source"], changed["notice"]) == ("份.txt", N)
    assert changed["counts"]["measures"] == 22 and changed["warnings"] == []
    assert jucuo("show", "市农牧局", cwd=tmp_path).status == 2
    removed = jucuo("remove", N, "--json", cwd=tmp_path)
    assert removed.json() == {"removed": N}
    assert jucuo("stats", "--json", cwd=tmp_path).json()["nodes"]["Measure"] == 0


def test_load_takes_folders(tmp_path: Path) -> None:
    run = jucuo("load", ROOT / "samples", "--json", cwd=tmp_path)
    assert [one["outcome"] for one in run.lines()] == ["loaded"]


def test_the_store_of_the_environment_is_taken(tmp_path: Path) -> None:
    assert jucuo("load", SAMPLE, cwd=tmp_path, JUCUO_STORE="那个.db").status == 0
    assert (tmp_path / "那个.db").is_file() and not (tmp_path / "jucuo.db").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C to a single process is not a thing on Windows")
def test_ctrl_c_leaves_whole_notices_and_says_so(tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    text = SAMPLE.read_text(encoding="utf-8")
    for number in range(300):
        (many / f"{number}.txt").write_text(text.replace("〔2024〕5号", f"〔2024〕{number}号"), encoding="utf-8")
    command = [*COMMAND, "load", str(many), "--json"]
    env = environment(PYTHONUNBUFFERED="1")
    with subprocess.Popen(command, cwd=tmp_path, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.decode().strip() == "已中断。已经写入的都是完整的。"
    assert jucuo("check", cwd=tmp_path).status == 0
    stats = jucuo("stats", "--json", cwd=tmp_path).json()
    assert stats["nodes"]["Measure"] == 22 * stats["nodes"]["Notice"]
    assert 1 + len(out.splitlines()) <= stats["nodes"]["Notice"] < 300


# questions: the same objects as over HTTP

SAME: list[tuple[list[str], str]] = [
    (["search", "黄河 生态"], "/search?q=黄河 生态"),
    (["search", "工业", "--department", "市工信局", "--limit", "2"], "/search?q=工业&department=市工信局&limit=2"),
    (["shared"], "/shared"),
    (["shared", "--by", "lift", "--limit", "3"], "/shared?by=lift&limit=3"),
    (["shared", "市林草局"], "/shared?a=市林草局"),
    (["shared", "市林草局", "市生态环境局"], "/shared?a=市林草局&b=市生态环境局"),
    (["path", "市林草局", "市科技局"], "/paths?from=市林草局&to=市科技局"),
    (["due", "--as-of", "2024-06-01"], "/due?as_of=2024-06-01"),
    (["due", "--as-of", "2024-06-01", "--department", "市农牧局"], "/due?as_of=2024-06-01&department=市农牧局"),
    (["show", "市林草局"], "/departments/市林草局"),
    (["show", f"{N}/13"], f"/measures/{N}/13"),
    (["show", N], f"/notices/{N}"),
    (["show", "包头市"], "/regions/包头市"),
    (["analyse"], "/analysis"),
]


@pytest.mark.parametrize(
    ("args", "address"), SAME, ids=lambda value: " ".join(value) if isinstance(value, list) else None
)
def test_json_is_what_the_service_answers(sample_path: Path, args: list[str], address: str) -> None:
    store = open_store(sample_path, create=False)
    there: Any = TestClient(create_app(store)).get(f"/api/v1{address}").json()
    store.close()
    here = jucuo(*args, "--json", "--store", sample_path).json()
    assert here == there


def test_the_command_line_says_where_the_store_lies_and_the_service_does_not(sample_path: Path) -> None:
    store = open_store(sample_path, create=False)
    client = TestClient(create_app(store))
    there = client.get("/api/v1/stats").json()
    here = jucuo("stats", "--json", "--store", sample_path).json()
    assert here == {"address": str(sample_path), **there}
    for url in ("/api/v1/stats", "/readyz", "/healthz", "/openapi.json", "/", "/notices", "/load"):
        assert str(sample_path.parent) not in client.get(url).text, url
    store.close()


def test_search_for_people_says_why_and_names_what_is_near(sample_path: Path) -> None:
    run = jucuo("search", "黄河 ecology", "--store", sample_path)
    assert run.out.startswith("2 项举措")
    before, after = run.out.split("另有")
    assert "（十二）" in before and "（十三）" in before and "因为" in before
    assert "（二）" in after and "（十二）" not in after


def test_a_long_list_says_what_it_leaves_out_and_goes_on(sample_path: Path) -> None:
    first = jucuo("shared", "--limit", "40", "--store", sample_path)
    assert "已显示 40 / 43" in first.out
    cursor = jucuo("shared", "--limit", "40", "--json", "--store", sample_path).json()["next"]
    rest = jucuo("shared", "--limit", "40", "--cursor", cursor, "--json", "--store", sample_path).json()
    assert len(rest["items"]) == 3 and rest["next"] is None


def test_english_answers_have_no_chinese_of_ours(sample_path: Path) -> None:
    for ask in (["stats"], ["due", "--as-of", "2024-06-01", "--limit", "1"], ["shared", "--limit", "1"]):
        run = jucuo(*ask, "--store", sample_path, JUCUO_LANG="en")
        ours = run.out.splitlines()[1]
        assert not any("\u4e00" <= c <= "\u9fff" for c in ours), ours


# the store


def test_check_copy_and_reindex(sample_path: Path, tmp_path: Path) -> None:
    copied = jucuo("copy", sample_path, tmp_path / "副本.db", "--json").json()
    assert (copied["notices"], copied["loaded"]) == (1, 1)
    again = jucuo("copy", sample_path, tmp_path / "副本.db", "--json").json()
    assert (again["notices"], again["unchanged"]) == (1, 1)
    for ask in (["shared"], ["search", "黄河 生态"], ["show", N]):
        both = [jucuo(*ask, "--json", "--store", path).json() for path in (sample_path, tmp_path / "副本.db")]
        assert both[0] == both[1]
    assert jucuo("reindex", "--json", "--store", tmp_path / "副本.db").json() == {"measures": 22}
    assert jucuo("check", "--json", "--store", tmp_path / "副本.db").json() == {"sound": True, "wrong": []}


def test_copy_onto_itself_is_refused(sample_path: Path) -> None:
    assert jucuo("copy", sample_path, sample_path).status == 2


# files


@pytest.mark.parametrize(
    ("name", "args", "start"),
    [
        ("图.html", [], b"<!doctype html>"),
        ("图.html", ["--view", "bipartite"], b"<!doctype html>"),
        ("图.html", ["--id", "市林草局"], b"<!doctype html>"),
        ("图.html", ["--id", "市林草局", "--to", "市科技局"], b"<!doctype html>"),
        ("图.html", ["--query", "黄河 生态"], b"<!doctype html>"),
        ("谱.graphml", [], b"<?xml"),
        ("谱.GEXF", [], b"<?xml"),
        ("谱.json", [], b"{"),
        ("表.csv", [], b"PK"),
        ("表.zip", [], b"PK"),
    ],
)
def test_export_writes_what_the_ending_says(
    sample_path: Path, tmp_path: Path, name: str, args: list[str], start: bytes
) -> None:
    run = jucuo("export", tmp_path / name, *args, "--json", "--store", sample_path)
    assert run.status == 0, run.err
    data = (tmp_path / name).read_bytes()
    assert data.lower().startswith(start.lower()) and run.json()["bytes"] == len(data)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    again = jucuo("export", tmp_path / ("又" + name), *args, "--store", sample_path)
    assert again.status == 0 and (tmp_path / ("又" + name)).read_bytes() == data
    if start == b"PK":
        assert zipfile.ZipFile(tmp_path / name).testzip() is None


def test_the_language_of_an_export_may_be_named(sample_path: Path, tmp_path: Path) -> None:
    for lang, other in (("zh", "en"), ("en", "zh")):
        page, tables = tmp_path / f"{lang}.html", tmp_path / f"{lang}.zip"
        for file in (page, tables):
            run = jucuo("export", file, "--lang", lang, "--store", sample_path, JUCUO_LANG=other)
            assert run.status == 0, run.err
            assert ("已导出" if other == "zh" else "Written") in run.out
        assert f'<html lang="{"zh-CN" if lang == "zh" else "en"}"' in page.read_text(encoding="utf-8")
        assert ("举措.csv" if lang == "zh" else "measures.csv") in zipfile.ZipFile(tables).namelist()
    assert jucuo("export", tmp_path / "x.html", "--lang", "fr", "--store", sample_path).status == 2


# what a file is


def test_the_format_and_the_encoding_of_a_file_are_told(tmp_path: Path) -> None:
    old = tmp_path / "旧机.txt"
    old.write_bytes(DOUBTFUL.encode("gb18030"))
    new = tmp_path / "新机.md"
    new.write_text(DOUBTFUL, encoding="utf-8")
    parsed = jucuo("parse", old, new, "--json").lines()
    loaded = jucuo("load", old, new, "--json", "--store", tmp_path / "a.db").lines()
    for said in (parsed, loaded):
        assert [(one["format"], one["encoding"]) for one in said] == [("txt", "gb18030"), ("md", "utf-8")]
    assert "编码 GB18030" in jucuo("parse", old).out and "编码" not in jucuo("parse", new).out
    assert "encoding GB18030" in jucuo("load", old, "--store", tmp_path / "a.db", JUCUO_LANG="en").out


# lexicons


def test_lexicon_check_names_file_line_and_what_is_wrong(tmp_path: Path) -> None:
    assert jucuo("lexicon", "check", "--json").json()["sound"] is True
    (tmp_path / "departments.tsv").write_text("core\ttheme\tkind\tnote\texample\n林业\t\tunit\n", encoding="utf-8")
    run = jucuo("lexicon", "check", "--lexicon", tmp_path)
    assert run.status == 1 and "departments.tsv 第 2 行：“theme”不能为空" in run.err
    run = jucuo("lexicon", "check", "--lexicon", tmp_path, JUCUO_LANG="en")
    assert run.status == 1 and "departments.tsv line 2: “theme” must not be empty" in run.err
    assert not re.search("[\u4e00-\u9fff]", run.err)


def test_a_users_words_for_clauses_and_columns_are_read_with_the_override_folder(tmp_path: Path) -> None:
    notice = tmp_path / "方案.txt"
    notice.write_text(
        "某某市人民政府关于印发行动方案的通知\n一、建设图书馆。\n认领处室：市教育局\n了结期限：2024年6月底\n"
        "二、改造体育场。由市体育局挑头，市财政局配合。\n",
        encoding="utf-8",
    )
    words = tmp_path / "words"
    words.mkdir()
    (words / "clause_forms.tsv").write_text(
        "word\tpart\trole\twhere\texample\tgives\n"
        "认领处室\tlabel\tresponsible\t\t（认领处室：市教育局）\tresponsible:市教育局\n"
        "了结期限\tlabel\ttime\t\t（责任单位：市教育局；了结期限：长期）\tresponsible:市教育局,time:长期\n"
        "挑头\tverb\tlead\tbracket,sentence\t由市教育局挑头。\tlead:市教育局\n",
        encoding="utf-8",
    )

    def owners(*more: str, own: str = "") -> list[tuple[list[str], str | None]]:
        read = jucuo("parse", notice, "--json", *more, JUCUO_LEXICON=own).json()
        return [
            ([f"{one['name']} {one['role']}" for one in measure["responsible"]], (measure["deadline"] or {}).get("due"))
            for measure in read["measures"]
        ]

    wanted = [(["市教育局 responsible"], "2024-06-30"), (["市体育局 lead", "市财政局 support"], None)]
    assert owners() != wanted
    assert owners("--lexicon", str(words)) == wanted
    assert owners(own=str(words)) == wanted
    assert jucuo("lexicon", "check", "--lexicon", words).status == 0


def test_what_was_not_understood_is_said_with_its_line_in_either_language(tmp_path: Path) -> None:
    notice, store = tmp_path / "方案.txt", tmp_path / "a.db"
    notice.write_text(DOUBTFUL, encoding="utf-8")
    zh, en = DOUBT_ZH, DOUBT_EN
    assert jucuo("load", notice, "--store", store).status == 0
    for command in (("parse", notice), ("parse", notice, "--explain"), ("show", "包府发〔2031〕9号", "--store", store)):
        assert f"存疑  第 4 行：{zh}" in jucuo(*command).out
        assert f"doubtful  line 4: {en}" in jucuo(*command, JUCUO_LANG="en").out
    for lang, said in (("zh", zh), ("en", en)):
        parsed = jucuo("parse", notice, "--json", JUCUO_LANG=lang).json()
        assert [one["message"] for one in parsed["warnings"]] == [said]
        shown = jucuo("show", "包府发〔2031〕9号", "--store", store, "--json", JUCUO_LANG=lang).json()
        assert [one["message"] for one in shown["warnings"]] == [said]
    marked = tmp_path / "x.html"
    assert jucuo("parse", notice, "--explain", "--out", marked, JUCUO_LANG="en").status == 0
    assert en in marked.read_text(encoding="utf-8") and zh not in marked.read_text(encoding="utf-8")
