"""How the command line is asked for help, and what it says when it is used wrongly."""

import subprocess
import sys

import pytest

from api.main import COMMANDS
from api.settings import language
from tests.api.running import environment, jucuo

LANGUAGES = [
    ({}, "zh"),
    ({"LANG": "C"}, "zh"),
    ({"LANG": "POSIX"}, "zh"),
    ({"LANG": "C.UTF-8"}, "zh"),
    ({"LANG": "zh_CN.GBK"}, "zh"),
    ({"LANG": "de_DE.UTF-8"}, "zh"),
    ({"LANG": "en_GB.UTF-8"}, "en"),
    ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
    ({"LANG": "en_US.UTF-8", "LC_ALL": "C"}, "zh"),
    ({"LANG": "en_US.UTF-8", "JUCUO_LANG": "zh"}, "zh"),
    ({"LANG": "zh_CN.UTF-8", "JUCUO_LANG": "en"}, "en"),
]


@pytest.mark.parametrize(("environ", "lang"), LANGUAGES)
def test_the_language_is_chinese_unless_the_locale_says_english(environ: dict[str, str], lang: str) -> None:
    assert language(environ) == lang


def chinese(text: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in text)


def test_help_names_every_command_in_either_language() -> None:
    zh, en = jucuo("--help"), jucuo(JUCUO_LANG="en")
    assert zh.status == en.status == 0
    for name, (_, said, english) in COMMANDS.items():
        assert name in zh.out and said in zh.out
        assert name in en.out and english in en.out
    assert chinese(zh.out) and not chinese(en.out)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_has_help_of_its_own_in_either_language(name: str) -> None:
    zh, en = jucuo(name, "--help"), jucuo(name, "--help", JUCUO_LANG="en")
    assert zh.status == en.status == 0
    assert COMMANDS[name][1] in zh.out
    assert COMMANDS[name][2] in en.out and not chinese(en.out)


def test_help_imports_nothing_heavy() -> None:
    """The promise is a start under 0.3 s; what costs time is imports, and those can be tested on any machine."""
    script = """if True:
        import sys
        sys.argv = ["jucuo", "--help"]
        try:
            import api.main
            api.main.run()
        finally:
            print(*sys.modules)
    """
    done = subprocess.run([sys.executable, "-c", script], env=environment(), capture_output=True, check=False)
    loaded = set(done.stdout.decode().splitlines()[-1].split())
    heavy = {
        "rich",
        "networkx",
        "pyvis",
        "fastapi",
        "neo4j",
        "jieba",
        "pdfplumber",
        "lxml",
        "docx",
        "sqlite3",
        "pydantic",
    }
    assert "api.main" in loaded
    assert not loaded & heavy


WRONG = [
    (["serch"], "没有命令“serch”。是不是 search？用法见 jucuo --help。"),
    (["search"], "缺少“QUERY”。用法见 jucuo search --help。"),
    (["search", "a", "b"], "参数太多。用法见 jucuo search --help。"),
    (["search", "a", "--limt", "3"], "没有选项“--limt”。是不是 --limit？用法见 jucuo search --help。"),
    (["search", "a", "--limit", "0"], "“limit”只能是：1 到 1000 的整数。用法见 jucuo search --help。"),
    (["search", "a", "--year", "x"], "“year”只能是：整数。用法见 jucuo search --help。"),
    (
        ["search", "a", "--role", "boss"],
        "“role”只能是：lead、responsible、support、guide。用法见 jucuo search --help。",
    ),
    (["parse"], "缺少“FILE...”。用法见 jucuo parse --help。"),
    (["stats", "--store"], "选项“--store”用得不对。用法见 jucuo --help。"),
    (["stats", "--lexicon", "nowhere"], "“--lexicon”的值“nowhere”不对：应为一个文件夹。"),
]


@pytest.mark.parametrize(("args", "sentence"), WRONG)
def test_wrong_use_is_one_sentence_that_says_what_is_right(args: list[str], sentence: str) -> None:
    run = jucuo(*args)
    assert (run.status, run.out, run.err) == (2, "", sentence + "\n")


def test_wrong_use_is_said_in_english_by_locale() -> None:
    run = jucuo("search", "a", "--role", "boss", LANG="en_US.UTF-8")
    assert run.err == "“role” must be: lead、responsible、support、guide. See jucuo search --help.\n"
    assert run.status == 2


def test_options_may_stand_before_the_command() -> None:
    """Both places mean the same store, which is not there."""
    before, after = jucuo("--store", "no.db", "--json", "stats"), jucuo("stats", "--store", "no.db", "--json")
    assert before == after
    assert before.json()["error"]["code"] == "store-missing"
