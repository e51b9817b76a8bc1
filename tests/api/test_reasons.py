"""Errors have an English for every Chinese reason they carry."""

import ast
import re
from collections.abc import Iterator

import pytest

from graph.file_errors import FileDamaged
from graph.reasons import ENGLISH, english
from tests.shared import ROOT

CHINESE = re.compile("[\u4e00-\u9fff]")


def said() -> Iterator[tuple[str, str]]:
    """Every Chinese literal given as a reason or an expectation, and where; what varies in it as {}."""
    for room in ("graph", "ingest", "viz", "api"):
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    named = [one.value for one in node.keywords if one.arg in ("reason", "expected")]
                    called = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
                    for value in [*named, *(node.args if called in ("damaged", "_require") else [])]:
                        text = literal(value)
                        if CHINESE.search(text):
                            yield f"{path.relative_to(ROOT)}:{node.lineno}", text


def found_wrong() -> Iterator[str]:
    """Every sentence that a check of a store may say."""
    for name in ("recount.py", "sqlite_check.py", "neo4j_check.py"):
        for node in ast.walk(ast.parse((ROOT / "graph" / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) and CHINESE.search(literal(node)):
                yield literal(node)


def literal(value: ast.expr) -> str:
    if isinstance(value, ast.Constant):
        return str(value.value)
    if isinstance(value, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in value.values)
    return ""


def test_every_reason_has_an_english() -> None:
    assert {(where, text) for where, text in said() if text not in ENGLISH} == set()


def test_every_sentence_of_a_check_has_an_english() -> None:
    assert set(found_wrong()) - ENGLISH.keys() == set()
    assert english("“甲局”与“乙局”应有 3 项共同举措，记为 2 项。") == "“甲局” and “乙局” share 3 measures, 2 are kept."


@pytest.mark.parametrize("zh", sorted(ENGLISH))
def test_a_reason_is_said_in_english(zh: str) -> None:
    error = FileDamaged(path="a.txt", format="txt", reason=zh.format(*"345678"))
    assert not CHINESE.search(error.text("en")) and zh.format(*"345678") in error.text("zh")


def test_what_is_not_known_stands_as_it_is() -> None:
    assert english("别的") == "别的"
