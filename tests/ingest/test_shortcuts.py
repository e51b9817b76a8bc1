"""What is read faster is read the same: shortcuts left out change nothing."""

from collections.abc import Iterator

import pytest

from graph.lexicon import named_projects, place_forms, projects, sightings, theme_words
from ingest.document import Document
from ingest.parse import parse
from ingest.readers import read_bytes
from ingest.units import assign
from tests.ingest import test_clauses, test_loose_clauses, test_places, test_projects, test_resolve, test_units
from tests.shared import SAMPLE, SHARED

MADE = [test_clauses, test_loose_clauses, test_places, test_projects, test_resolve, test_units]


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from strings([*value, *value.values()])
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strings(one)


def sentences() -> list[str]:
    """All that the tables of other tests say."""
    found = [
        text for module in MADE for name, value in vars(module).items() if name.isupper() for text in strings(value)
    ]
    return list(dict.fromkeys(found))


def documents() -> list[Document]:
    """The sample, the corpus where it is here, and the sentences of tests as measures and as lists of units."""
    files = [SAMPLE, *sorted((SHARED / "corpus" / "texts").glob("*.txt"))]
    made = [f"（{at}）{text}。（责任单位：{text}）" for at, text in enumerate(sentences(), 1)]
    text = "包头市人民政府关于印发行动方案的通知\n" + "\n".join(made)
    return [*(read_bytes(file.name, file.read_bytes())[0] for file in files), Document("公文.txt", text, "txt")]


@pytest.fixture(scope="module")
def read() -> list[Document]:
    return documents()


def test_plain_lists_are_read_as_the_rules_of_all_lists_read_them(
    read: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [parse(document) for document in read]
    monkeypatch.setattr(assign, "_plain", lambda *_: None)
    assert [parse(document) for document in read] == before


def test_words_are_seen_where_they_stand(read: list[Document]) -> None:
    lexicons = (
        theme_words.words(),
        place_forms.forms(),
        projects.grammar().not_before,
        named_projects.beginnings(),
    )
    for document in read[-1:] + read[:2]:
        text = document.text[:20_000]
        for seen, lexicon in zip(sightings.of(text), lexicons, strict=True):
            assert [(start, end) for start, end, _ in seen] == sorted(
                ((at, at + len(word)) for word in lexicon for at in _places(text, word)),
                key=lambda one: (one[0], -one[1]),
            )


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def test_half_a_character_hides_no_word() -> None:
    seen = sightings.of("\ud800包头市\udc00青山区")
    assert [(start, end) for start, end, _ in seen.places if end - start == 3] == [(1, 4), (5, 8)]
