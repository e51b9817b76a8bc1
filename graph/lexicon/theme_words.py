"""The words of themes (`themes.tsv`)."""

from collections.abc import Mapping

from graph.lexicon import table


def words() -> Mapping[str, list[tuple[int, bool]]]:
    """By word: the numbers of the themes that know it, and whether it speaks for the theme."""
    found: dict[str, list[tuple[int, bool]]] = {}
    for number, row in enumerate(table("themes.tsv")):
        for column, meant in (("words", True), ("not_words", False)):
            for word in row.list(column):
                found.setdefault(word, []).append((number, meant))
    return found
