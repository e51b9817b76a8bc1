"""What a notice adds to what the stores keep counted: measures a node, shared measures a pair of departments, tallies.

Pure functions of one notice graph, so that both stores count alike: what changes is `after - before`.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeVar

from graph.model import Kind, Limit, NoticeGraph, Relation

T = TypeVar("T")

HANGING = (Relation.ASSIGNED_TO, Relation.INVOLVES, Relation.ABOUT, Relation.TOUCHES)
"""Relations from measures to what they hang on."""


@dataclass(slots=True)
class Counts:
    """Of one notice: measures of each notice, department, project and theme; of each pair of departments, and of each
    within each theme; of each kind of limit and each year of a last day; its relations by kind; and what each measure
    hangs on, by kind."""

    measures: Counter[str] = field(default_factory=Counter)
    shares: Counter[tuple[str, str]] = field(default_factory=Counter)
    themed: Counter[tuple[str, str]] = field(default_factory=Counter)
    themed_shares: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    limits: Counter[Limit] = field(default_factory=Counter)
    years: Counter[int] = field(default_factory=Counter)
    relations: Counter[Relation] = field(default_factory=Counter)
    targets: dict[Relation, dict[str, set[str]]] = field(default_factory=lambda: {kind: {} for kind in HANGING})

    @property
    def regions(self) -> dict[str, set[str]]:
        """What each measure touches. A region also has the measures of all that lies in it, which one notice alone
        does not know."""
        return self.targets[Relation.TOUCHES]


def counts(graph: NoticeGraph | None) -> Counts:
    """All counts of a notice; of none, nothing."""
    found = Counts()
    if graph is None:
        return found
    units, themes, projects = (
        found.targets[kind] for kind in (Relation.ASSIGNED_TO, Relation.ABOUT, Relation.INVOLVES)
    )
    found.relations.update(edge.kind for edge in graph.edges)
    for edge in graph.edges:
        targets = found.targets.get(edge.kind)
        if targets is not None:
            targets.setdefault(edge.source, set()).add(edge.target)
    measures = 0
    for node in graph.nodes:
        if node.kind is Kind.MEASURE:
            measures += 1
            limit = node.props.get("deadline_kind")
            if limit is not None:
                found.limits[Limit(str(limit))] += 1
            due = node.props.get("due")
            if due is not None:
                found.years[int(str(due)[:4])] += 1
    found.measures[graph.id] = measures
    for each in (units, themes, projects):
        for ids in each.values():
            for id in ids:
                found.measures[id] += 1
    for measure, ids in units.items():
        pairs = [*combinations(sorted(ids), 2)]
        for pair in pairs:
            found.shares[pair] += 1
        for theme in themes.get(measure, ()):
            for id in ids:
                found.themed[theme, id] += 1
            for a, b in pairs:
                found.themed_shares[theme, a, b] += 1
    return found


def difference(after: Mapping[T, int], before: Mapping[T, int]) -> dict[T, int]:
    """What changes, without what stays."""
    if not before:
        return {key: n for key, n in after.items() if n}
    return {key: n for key in after.keys() | before.keys() if (n := after.get(key, 0) - before.get(key, 0))}
