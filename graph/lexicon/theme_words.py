"""The words of themes (`themes.tsv`)."""

from collections.abc import Mapping

from graph.lexicon import table


def words() -> Mapping[str, list[int]]:
    """By word: the numbers of the themes that it speaks for, and `~number` of those that it does not (生态 in
    产业生态)."""
    found: dict[str, list[int]] = {}
    for number, row in enumerate(table("themes.tsv")):
        for column, meant in (("words", True), ("not_words", False)):
            for word in row.list(column):
                found.setdefault(word, []).append(number if meant else ~number)
    return found
