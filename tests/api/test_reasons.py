"""Errors have an English for every Chinese reason they carry."""

import ast
import re
from collections.abc import Iterator

import pytest

from graph.errors import FileDamaged
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


def literal(value: ast.expr) -> str:
    if isinstance(value, ast.Constant):
        return str(value.value)
    if isinstance(value, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in value.values)
    return ""


def test_every_reason_has_an_english() -> None:
    assert {(where, text) for where, text in said() if text not in ENGLISH} == set()


@pytest.mark.parametrize("zh", sorted(ENGLISH))
def test_a_reason_is_said_in_english(zh: str) -> None:
    error = FileDamaged(path="a.txt", format="txt", reason=zh.format("3"))
    assert not CHINESE.search(error.text("en")) and zh.format("3") in error.text("zh")


def test_what_is_not_known_stands_as_it_is() -> None:
    assert english("别的") == "别的"
