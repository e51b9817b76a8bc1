"""By which words a node is found: all its names, normalised, and the pinyin initials of them."""

from collections.abc import Iterator

from graph import words
from graph.model import Kind, Node

_NAMED = ("aliases", "former_names", "plan_title", "number")


def names(node: Node) -> list[str]:
    """What it is called, each once, in the order they are told."""
    told = dict.fromkeys(words.normalise(name) for name in _told(node))
    return [name for name in told if name]


def initials(node: Node) -> list[str]:
    """Pinyin initials of its names: lcj for 林草局."""
    spelt = getattr(words, "initials", None)
    if spelt is None or node.kind is Kind.MEASURE:
        return []
    return [each for each in dict.fromkeys(spelt(name) for name in names(node)) if each]


def _told(node: Node) -> Iterator[str]:
    yield node.name
    for key in _NAMED:
        value = node.props.get(key)
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from (each for each in value if isinstance(each, str))
