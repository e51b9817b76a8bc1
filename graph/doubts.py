"""What reading did not understand, in sentences of either language: by code and the values it carries.

A warning is kept with its values, so that whoever looks at it later reads it in a language of their own. One kept
without them (by versions that made only the Chinese sentence) is taken apart by the pattern of its sentence.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_TABLE = Path(__file__).parent / "texts" / "doubts.tsv"
_LONGEST = 1000
_VALUE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence about these values in both languages, and what recognises the Chinese one."""

    zh: str
    en: str
    values: frozenset[str]
    pattern: re.Pattern[str]


def sentence(code: str, values: Mapping[str, Any], lang: str = "zh") -> str:
    """The words for a warning of ours.

    >>> sentence("unknown-unit", {"unit": "市林草办"}, "en")
    'It is not certain which unit “市林草办” is; it is kept as printed'
    """
    found = next(one for one in _sentences()[code] if one.values == values.keys())
    return (found.en if lang == "en" else found.zh).format_map(values)


def told(warning: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """A kept warning with its `message` in a language; one that nobody knows as it is."""
    known = _sentences().get(str(warning.get("code")), ())
    values = warning.get("values")
    if not isinstance(values, Mapping):
        values = next((found.groupdict() for one in known if (found := one.pattern.fullmatch(_message(warning)))), {})
    for one in known:
        if one.values == values.keys():
            return {**warning, "message": (one.en if lang == "en" else one.zh).format_map(values)}
    return dict(warning)


def _message(warning: Mapping[str, Any]) -> str:
    return str(warning.get("message") or "")[:_LONGEST]


@cache
def _sentences() -> Mapping[str, tuple[Sentence, ...]]:
    found: dict[str, tuple[Sentence, ...]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, zh, en = line.split("\t")
            found[code] = (*found.get(code, ()), Sentence(zh, en, frozenset(_VALUE.findall(zh)), _pattern(zh)))
    return found


def _pattern(zh: str) -> re.Pattern[str]:
    """What matches the sentence with any values: “(?P<unit>.*)”…"""
    pieces = _VALUE.split(zh)
    return re.compile(
        "".join(f"(?P<{piece}>.*?)" if at % 2 else re.escape(piece) for at, piece in enumerate(pieces)), re.DOTALL
    )
