"""Many notices as one graph: each node once, by the rule of `Store.replace`."""

from collections.abc import Callable, Iterable, Iterator

from graph.model import Node, NoticeGraph

Again = Callable[[], Iterable[NoticeGraph]]
"""Gives the notices, in order of their ids, as often as one asks: `store.notices` is one."""


def nodes(notices: Again) -> Iterator[Node]:
    """Each node once. Where two notices describe it differently the first decides, of a loaded notice itself only
    its own words."""
    loaded = {notice.id for notice in notices()}
    seen: set[str] = set()
    for notice in notices():
        for node in notice.nodes:
            if node.id not in seen and (node.id == notice.id or node.id not in loaded):
                seen.add(node.id)
                yield node
