"""The calendar file by the letter of RFC 5545, whatever the texts are."""

import re
from collections.abc import Iterator

import pytest

from graph.asking import MeasureItem, Unit
from graph.model import Basis, Limit, Role
from viz.ics import calendar

HOSTILE = (
    '逗号,分号;反斜线\\换行\n引号"冒号:',
    "\r\nEND:VCALENDAR\r\nBEGIN:VEVENT",
    "长" * 3000,
    "a" * 74 + "黄",
    "😀" * 40,
    "\x00\x07铃",
)
LINE = re.compile(r"(?P<name>[A-Z][A-Z-]*)(?P<params>(;[A-Z]+=[^\";:,]+)*):(?P<value>.*)", re.DOTALL)


def item(number: int, text: str, due: str | None, limit: str | None = "2024年12月") -> MeasureItem:
    unit = Unit("150200/水务", "包头市水务局", text[:50], Role.RESPONSIBLE, Basis.STATED, 1)
    kind = Limit.DATE if due else Limit.ONGOING
    return MeasureItem(f"甲/{number}", "（一）", text[:60], text, None, "甲", text, (unit,), limit, kind, due)


def content_lines(text: str) -> Iterator[tuple[str, str, str]]:
    """Name, parameters and value of each line, unfolded."""
    assert text.endswith("\r\n")
    physical = text[:-2].split("\r\n")
    assert all(len(line.encode()) <= 75 for line in physical)
    assert not any("\n" in line or "\r" in line for line in physical)
    for line in text[:-2].replace("\r\n ", "").split("\r\n"):
        found = LINE.fullmatch(line)
        assert found, line[:80]
        yield found["name"], found["params"], found["value"]


def unescaped(value: str) -> str:
    assert not re.search(r"(?<!\\)(\\\\)*[,;]", value)
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


@pytest.mark.parametrize("words", HOSTILE)
def test_every_entry_is_whole_and_says_the_words(words: str) -> None:
    lines = list(content_lines(calendar([item(1, words, "2024-12-31"), item(2, words, None)], "2024-06-01")))
    names = [name for name, _, _ in lines]
    assert names[:4] == ["BEGIN", "VERSION", "PRODID", "CALSCALE"]
    assert [value for name, _, value in lines if name in ("BEGIN", "END")] == [
        "VCALENDAR", "VEVENT", "VEVENT", "VCALENDAR"
    ]  # fmt: skip
    entry = {name: (params, value) for name, params, value in lines}
    assert entry["DTSTART"] == (";VALUE=DATE", "20241231")
    assert entry["DTEND"] == (";VALUE=DATE", "20250101")
    assert re.fullmatch(r"\d{8}T\d{6}Z", entry["DTSTAMP"][1])
    plain = words.replace("\r\n", "\n").replace("\x00", "").replace("\x07", "")
    assert unescaped(entry["DESCRIPTION"][1]).startswith(plain)


def test_the_same_measures_give_the_same_file_and_each_entry_keeps_its_name() -> None:
    two = [item(1, "治水", "2024-12-31"), item(2, "治沙", "2025-06-30")]
    assert calendar(two, "2024-06-01") == calendar(two, "2024-06-01")

    def uids(items: list[MeasureItem], as_of: str) -> list[str]:
        return [value for name, _, value in content_lines(calendar(items, as_of)) if name == "UID"]

    assert uids(two, "2024-06-01") == uids([item(1, "治水（改）", "2026-01-01"), two[1]], "2025-01-01")
    assert len(set(uids(two, "2024-06-01"))) == 2


def test_a_calendar_speaks_one_language() -> None:
    chinese, english = (calendar([item(1, "a", "2024-12-31", None)], "2024-06-01", lang) for lang in ("zh", "en"))
    assert "责任单位：a" in chinese.replace("\r\n ", "")
    assert "Departments: a\\nTime limit: 2024-12-31" in english.replace("\r\n ", "")
    assert re.findall("[\u4e00-\u9fff]+", english.replace("\r\n ", "")) == ["一"]  # the number of the measure


def test_a_limit_without_words_is_said_by_its_day() -> None:
    text = calendar([item(1, "治水", "9999-12-31", None)], "2024-06-01")
    assert "None" not in text
    assert "DTSTART;VALUE=DATE:99991231" in text
