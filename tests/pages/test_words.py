"""The words of the pages: every one in both languages, none left over, none missing, the same in both themes."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.pages.addresses import PAGES
from viz.pages import ROOM, texts

TEMPLATES = sorted((ROOM / "templates").glob("*.html"))
HAN = re.compile("[\u4e00-\u9fff]")
CHOICE = re.compile(r'data-theme="\w+"|colours=\w+| aria-current="true"')
USED = re.compile(r"\bt\('([a-z0-9A-Z_.]+)'[,)]")


def test_both_languages_have_the_same_words() -> None:
    words = texts()
    assert words["zh"].keys() == words["en"].keys()
    assert all(text.strip() for lang in words.values() for text in lang.values())


def test_no_chinese_stands_in_the_english_words_and_no_template_holds_words_of_its_own() -> None:
    assert {key: text for key, text in texts()["en"].items() if HAN.search(text) and key != "other.lang"} == {
        "find.hint": "Search: 黄河 ecology"
    }
    marks = re.compile(r"\{#.*?#\}|[、：；“”（）－]", re.DOTALL)
    assert [file.name for file in TEMPLATES if HAN.search(marks.sub("", file.read_text(encoding="utf-8")))] == []


def test_every_word_a_template_asks_for_is_there() -> None:
    asked = {key for file in TEMPLATES for key in USED.findall(file.read_text(encoding="utf-8"))}
    assert asked - texts()["zh"].keys() == set()
    assert len(asked) > 100


@pytest.mark.parametrize("name", PAGES)
def test_a_theme_changes_nothing_of_a_page_but_its_colours(pages: TestClient, name: str) -> None:
    url = PAGES[name]
    light, dark = (
        pages.get(f"{url}{'&' if '?' in url else '?'}colours={theme}", headers={"Accept": "text/html"}).text
        for theme in ("light", "dark")
    )
    assert 'data-theme="light"' in light and 'data-theme="dark"' in dark
    assert CHOICE.sub("", light) == CHOICE.sub("", dark)
