"""By which words a node is found: all its names, normalised, and the pinyin initials of them."""

from collections.abc import Iterator

from graph import words
from graph.model import Kind, Node

_NAMED = ("aliases", "former_names", "plan_title", "number")


LONGEST = 300
"""Of longer names only so much is kept: an index of Neo4j holds no more."""


SHORT = 2
"""So few letters are found in pinyin only where it begins with them: AI is no part of caizheng."""


def asked(text: str) -> str:
    """What is looked for among names."""
    return words.normalise(text)[:LONGEST]


def names(node: Node) -> list[str]:
    """What it is called, each once, in the order they are told."""
    told = dict.fromkeys(asked(name) for name in _told(node))
    return [name for name in told if name]


def initials(node: Node) -> list[str]:
    """Pinyin of its names, initials and in full: lcj and lincaoju for 林草局."""
    if node.kind is Kind.MEASURE:
        return []
    told = names(node)
    return [each for each in dict.fromkeys([*map(words.initials, told), *map(words.spelt, told)]) if each]


def _told(node: Node) -> Iterator[str]:
    yield node.name
    for key in _NAMED:
        value = node.props.get(key)
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from (each for each in value if isinstance(each, str))
