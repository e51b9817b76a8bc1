"""What a notice adds to what the stores keep counted: measures a node, measures a pair of departments, tallies.

Pure functions of one notice graph, so that both stores count alike: what changes is `after - before`.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import TypeVar

from graph.model import Edge, Kind, Limit, NoticeGraph, Relation

COUNTED = (Relation.CONTAINS, Relation.ASSIGNED_TO, Relation.INVOLVES, Relation.ABOUT)
"""Relations of which a node counts its measures. TOUCHES is counted too, for a region and all that it lies in, which
one notice alone does not know."""

Pair = tuple[str, str]
T = TypeVar("T")


def measures_of(graph: NoticeGraph | None) -> Counter[str]:
    """Measures a notice, department, project or theme has in this notice."""
    if graph is None:
        return Counter()
    found = {(e.kind, e.source, e.target) for e in graph.edges if e.kind in COUNTED}
    return Counter(source if kind is Relation.CONTAINS else target for kind, source, target in found)


def touched(graph: NoticeGraph | None) -> dict[str, set[str]]:
    """The regions each measure names."""
    found: dict[str, set[str]] = {}
    for edge in graph.edges if graph else ():
        if edge.kind is Relation.TOUCHES:
            found.setdefault(edge.source, set()).add(edge.target)
    return found


def shares(graph: NoticeGraph | None) -> Counter[Pair]:
    """Measures that two departments share in this notice; the smaller id first."""
    return Counter(pair for _, pair in _shared(graph.edges if graph else ()))


def themed_shares(graph: NoticeGraph | None) -> Counter[tuple[str, str, str]]:
    """The same within each theme: (theme, a, b)."""
    if graph is None:
        return Counter()
    themes = _targets(graph.edges, Relation.ABOUT)
    return Counter((theme, *pair) for measure, pair in _shared(graph.edges) for theme in themes.get(measure, ()))


def relations(graph: NoticeGraph | None) -> Counter[Relation]:
    """Relations of the notice's own, as they are written (the shared ones are counted where they appear)."""
    return Counter(e.kind for e in graph.edges) if graph else Counter()


def deadlines(graph: NoticeGraph | None) -> Counter[Limit]:
    """Measures by kind of limit."""
    if graph is None:
        return Counter()
    kinds = (n.props.get("deadline_kind") for n in graph.nodes if n.kind is Kind.MEASURE)
    return Counter(Limit(str(kind)) for kind in kinds if kind is not None)


def difference(after: Counter[T], before: Counter[T]) -> dict[T, int]:
    """What changes, without what stays."""
    return {key: n for key in after.keys() | before.keys() if (n := after[key] - before[key])}


def _shared(edges: Iterable[Edge]) -> Iterable[tuple[str, Pair]]:
    for measure, departments in _targets(edges, Relation.ASSIGNED_TO).items():
        for a, b in combinations(sorted(departments), 2):
            yield measure, (a, b)


def _targets(edges: Iterable[Edge], kind: Relation) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for edge in edges:
        if edge.kind is kind:
            found.setdefault(edge.source, set()).add(edge.target)
    return found
