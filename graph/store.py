"""The questions that can be asked of a store, whichever it is.

Order, ties, limits and errors written here are part of the answer; tests/contract holds every store to them.
Ids are compared by code point. `limit` is 1 to 1,000 for lists; outside it `BadValue`. A `cursor` is what `next` of the
same question gave; any other is `BadCursor`. A node that is not there is `Unknown`.
"""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from graph.asking import ANY, Answer, By, Counted, Facets, Filter, Graph, MeasureItem, Order, Page, Pair, Paths, Stats
from graph.door import Prepared
from graph.errors import Ambiguous, Unknown
from graph.model import Kind, Loaded, Node, NoticeGraph
from graph.store_errors import BadAddress

BOLT = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
"""What the address of a Neo4j begins with."""


class Store(Protocol):
    """A graph of notices, kept."""

    address: str
    """Where it is, without a password."""

    # what is in it

    @staticmethod
    def prepare(notice: NoticeGraph) -> Prepared:
        """What follows from a notice alone, for `replace` to take in its stead: made by a process that has time, for
        the one that writes. `BadValue` when no store can take it."""

    def replace(self, notices: Iterable[NoticeGraph | Prepared]) -> Iterator[Loaded]:
        """Make the graph say of each notice exactly this; one outcome a notice, in order, each durable when given.

        A notice is written whole or not at all. What it said before is gone, and so are nodes that no notice names
        any more.
        Where two notices describe a node differently, the notice with the smallest id decides; of a loaded notice its
        own words decide, whatever others that cite it say.
        """

    def remove(self, notice: str) -> None:
        """Take back exactly what that notice said. One that others cite stays as cited."""

    def notice(self, notice: str) -> NoticeGraph:
        """What a loaded notice said, exactly as it was given to `replace`. `Unknown` for one that is only cited."""

    def notices(self) -> Iterator[NoticeGraph]:
        """All loaded notices by id, one in memory at a time."""

    # finding nodes

    def node(self, id: str) -> Node:
        """The node of that id."""

    def named(self, text: str) -> tuple[Node, ...]:
        """All nodes but measures with that id or one of whose names is `text` once both are normalised; by kind in the
        order of `Kind`, then id."""

    def suggest(self, text: str, limit: int = 10, kinds: Collection[Kind] | None = None) -> tuple[Counted, ...]:
        """Nodes one of whose names, former names or pinyin initials begins with `text`, then those that contain it (two
        letters are sought in pinyin at its beginning only); in each by measures, most first, then id. Measures are not
        suggested."""

    def list(self, kind: Kind, text: str | None = None, limit: int = 50, cursor: str | None = None) -> Page[Counted]:
        """Nodes of a kind by measures, most first, then id; notices (loaded ones only) by `dated`, newest first,
        then id.
        `text` keeps those `suggest` would find. Measures have `measures` instead: `BadValue`."""

    # measures

    def measure(self, id: str) -> MeasureItem:
        """One measure as lists show it."""

    def measures(
        self, filter: Filter = ANY, order: Order = Order.NOTICE, limit: int = 50, cursor: str | None = None
    ) -> Page[MeasureItem]:
        """The measures meant."""

    def numbered(self, labels: Sequence[str], notices: Sequence[str] = (), limit: int = 10) -> tuple[MeasureItem, ...]:
        """The first measures with one of these numbers printed before them, in `Order.NOTICE`; of those notices alone
        where any are named."""

    def search(self, text: str, filter: Filter = ANY, limit: int = 50, cursor: str | None = None) -> Answer:
        """The measures that answer `text` within `filter`, best first, and up to 20 that nearly do (graph.search)."""

    def facets(self, filter: Filter = ANY, text: str | None = None, most: int = 20) -> Facets:
        """What the measures meant (and answering `text`) hang on; at most `most` nodes a kind."""

    # who works with whom

    def pairs(self, by: By = By.COUNT, filter: Filter = ANY, limit: int = 50, cursor: str | None = None) -> Page[Pair]:
        """Pairs of departments that share at least one of the measures meant; by `by`, largest first, then `a`, `b`."""

    def partners(
        self, department: str, by: By = By.COUNT, filter: Filter = ANY, limit: int = 50, cursor: str | None = None
    ) -> Page[Pair]:
        """The pairs of one department, which stands as `a`; order as in `pairs`."""

    # the graph around

    def around(self, id: str, depth: int = 1, limit: int = 100, kinds: Collection[Kind] | None = None) -> Graph:
        """The nearest `limit` nodes within `depth` steps (1 to 4), nearest first, ties by id; the node itself first.
        With `kinds`, only such nodes are entered (the node itself always is)."""

    def degrees(self, id: str) -> Mapping[Kind, int]:
        """How many neighbours a node has of each kind."""

    def edges_among(self, ids: Sequence[str]) -> Graph:
        """Those nodes, in the order given, and all relations between them; unknown ids are left out. At most 1,000."""

    def paths(self, a: str, b: str, longest: int = 6, limit: int = 50, kinds: Collection[Kind] | None = None) -> Paths:
        """All shortest ways from `a` to `b` of at most `longest` steps, whichever way relations point; in order of ids.
        With `kinds`, only such nodes are passed through. No way: an empty answer."""

    # the store itself

    def stats(self) -> Stats:
        """What is in the store."""

    def check(self) -> tuple[str, ...]:
        """What is wrong with it, a sentence each in Chinese; empty when it is sound. Reads everything."""

    def reindex(self) -> int:
        """Make the search terms anew from what is kept, as after a change of the concepts; how many measures."""

    def close(self) -> None:
        """Give back connections; a second call does nothing."""


def open_store(address: str | Path, *, create: bool = True) -> Store:
    """The store at an address: a path is SQLite; `neo4j://`, `neo4j+s://`, `neo4j+ssc://`, `bolt://…` is Neo4j
    (`/DATABASE` at its end names the database; user and password from JUCUO_NEO4J_USER and JUCUO_NEO4J_PASSWORD).
    An address of another kind is `BadAddress`.

    `create=False` raises `StoreMissing` instead of making a new file, or taking an empty database.
    """
    text = str(address)
    scheme, found, rest = text.partition("://")
    if found and scheme not in BOLT:
        raise BadAddress(store=f"{scheme}://{rest.rpartition('@')[2]}")
    if found:
        from graph.neo4j_store import Neo4jStore

        user, password = os.environ.get("JUCUO_NEO4J_USER", "neo4j"), os.environ.get("JUCUO_NEO4J_PASSWORD", "")
        return Neo4jStore(text, user, password, create=create)
    from graph.sqlite_store import SqliteStore

    return SqliteStore(Path(text), create=create)


def resolve(store: Store, text: str, kinds: Collection[Kind] | None = None) -> Node:
    """The one node that `text` names: an id first, else a name. Several: `Ambiguous`; none: `Unknown`."""
    try:
        node = store.node(text)
        if kinds is None or node.kind in kinds:
            return node
    except Unknown:
        pass
    found = [n for n in store.named(text) if kinds is None or n.kind in kinds]
    if not found:
        raise Unknown(name=text)
    if len(found) > 1:
        raise Ambiguous(name=text, candidates=[(n.id, n.name) for n in found])
    return found[0]
