"""What follows from the graph as a whole: who stands in the middle, who belongs together, who ties groups.

Pure functions over networkx: the same graph gives the same answer, in the same order, on every machine. Departments
are tied by the measures they share; the ties are weighted by how many. Counting is the store's; here is only what
counting cannot say.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph import merge
from graph.asking import ANY, By, Filter, Pair
from graph.findings import Analysis, Bridge, Group, Standing, Tie
from graph.model import Kind, NoticeGraph
from graph.store import Store

if TYPE_CHECKING:  # where it is called it is imported: it takes a third of a second, and most questions do without
    import networkx as nx

PATIENCE = 1_500_000
"""Steps (nodes × edges) up to which betweenness is exact; above, it is estimated from evenly spread sources."""

THEMES = 40
"""So many of the most frequent themes are asked for when groups are named."""


def to_networkx(notices: Iterable[NoticeGraph]) -> "nx.MultiDiGraph[str]":
    """All that the notices say as one graph for notebooks: nodes by id with `kind`, `name` and their properties,
    edges keyed by (relation, notice) with `kind`, `notice` and theirs. A property named kind is `props_kind`."""
    import networkx as nx

    kept = sorted(notices, key=lambda notice: notice.id)
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in merge.nodes(lambda: kept):
        made.add_node(node.id, **_attributes(node.props), kind=node.kind.value, name=node.name)
    for notice in kept:
        for edge in notice.edges:
            key = (edge.kind.value, edge.notice)
            attributes = _attributes(edge.props) | {"kind": edge.kind.value, "notice": edge.notice}
            made.add_edge(edge.source, edge.target, key, **attributes)
    return made


def _attributes(props: Mapping[str, object]) -> dict[str, object]:
    return {("props_kind" if key == "kind" else key): value for key, value in props.items() if value is not None}


def department_graph(pairs: Iterable[Pair], alone: Iterable[str] = ()) -> "nx.Graph[str]":
    """Departments tied by the measures they share (`weight`), in order of their ids; `alone` share none."""
    import networkx as nx

    made: nx.Graph[str] = nx.Graph()
    ties = {(min(pair.a, pair.b), max(pair.a, pair.b)): pair.count for pair in pairs}
    made.add_nodes_from(sorted({id for ends in ties for id in ends} | set(alone)))
    for (a, b), count in sorted(ties.items()):
        made.add_edge(a, b, weight=count)
    return made


def weighted(ties: "nx.Graph[str]") -> list[tuple[str, str, int]]:
    """All ties with the number of shared measures."""
    return [(a, b, int(values["weight"])) for a, b, values in ties.edges(data=True)]


def groups_of(ties: "nx.Graph[str]") -> list[list[str]]:
    """The communities (Louvain, weighted), largest first, then by first id; who is tied to nobody is in none."""
    import networkx as nx

    numbered = _numbered(ties)
    tied = numbered.subgraph([node for node in numbered if numbered.degree(node)])
    if not tied:
        return []
    order = sorted(ties)
    # numbers instead of ids, and a graph made anew in their order: nothing rests on the hashes of strings
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(sorted(tied))
    plain.add_weighted_edges_from(sorted(tied.edges(data="weight")))
    found = nx.community.louvain_communities(plain, weight="weight", seed=7)
    return sorted(([order[node] for node in sorted(part)] for part in found), key=lambda part: (-len(part), part[0]))


def betweenness_of(ties: "nx.Graph[str]") -> tuple[dict[str, float], bool]:
    """How often each lies on shortest ways, each tie one step, and whether that is exact."""
    import networkx as nx

    numbered, order = _numbered(ties), sorted(ties)
    steps = max(1, numbered.number_of_nodes() * numbered.number_of_edges())
    exact = steps <= PATIENCE
    sources = None if exact else max(8, len(order) * PATIENCE // steps)
    values = nx.betweenness_centrality(numbered, k=sources, seed=7)
    return {order[node]: round(value, 6) for node, value in sorted(values.items())}, exact


def eigenvector_of(ties: "nx.Graph[str]") -> dict[str, float]:
    """Being tied to the well tied, the highest has 1; 0 for who is tied to nobody."""
    numbered, order = _numbered(ties), sorted(ties)
    if not numbered.number_of_edges():
        return dict.fromkeys(order, 0.0)
    values = _powers([[(other, tie["weight"]) for other, tie in numbered[node].items()] for node in range(len(order))])
    if values is None:  # two parts of the same weight; the ties themselves then decide
        values = {node: float(weight) for node, weight in numbered.degree(weight="weight")}
    most = max(values.values()) or 1.0
    return {order[node]: round(values[node] / most, 6) if numbered.degree(node) else 0.0 for node in sorted(values)}


def _powers(weights: Sequence[Sequence[tuple[int, float]]]) -> dict[int, float] | None:
    """What `networkx.eigenvector_centrality` gives for nodes 0, 1, …, each with its ties: over lists it takes a tenth
    of the time. None where it does not settle."""
    now = [1 / len(weights)] * len(weights)
    for _ in range(1000):
        last = now
        now = [mine + sum(last[other] * tie for other, tie in tied) for mine, tied in zip(last, weights, strict=True)]
        length = math.hypot(*now)
        now = [value / length for value in now]
        if sum(abs(one - other) for one, other in zip(now, last, strict=True)) < 1e-7 * len(now):
            return dict(enumerate(now))
    return None


def ties_into(ties: "nx.Graph[str]", group: Mapping[str, int]) -> dict[str, dict[int, int]]:
    """For each department, the shared measures with the members of each group."""
    into: dict[str, dict[int, int]] = {node: defaultdict(int) for node in ties}
    for a, b, weight in weighted(ties):
        into[a][group[b]] += weight
        into[b][group[a]] += weight
    return into


def participation(into: Mapping[int, int]) -> float:
    """1 − Σ (share of each group)²: 0 when all ties go into one group."""
    total = sum(into.values())
    return round(1 - sum((count / total) ** 2 for count in into.values()), 6) if total else 0.0


def names_of(groups: Sequence[Collection[str]], themes: Mapping[str, Mapping[str, int]]) -> list[str | None]:
    """A name for each group from its themes (`themes`: theme → department → measures): up to two that weigh most,
    where a theme weighs by its measures in the group times the share of that theme that lies there. None without."""
    named: list[str | None] = []
    for members in groups:
        weights = []
        for theme, counts in themes.items():
            inside = sum(counts.get(member, 0) for member in members)
            if inside:
                weights.append((-inside * inside / sum(counts.values()), theme))
        weights.sort()
        kept = [theme for weight, theme in weights[:2] if weight <= weights[0][0] / 2]
        named.append("、".join(kept) or None)
    return named


def analyse(store: Store, filter: Filter = ANY, most: int = 500) -> Analysis:
    """The departments of the measures meant, the `most` loaded of them at most, and how they hang together."""
    counted = store.facets(filter, most=most).nodes.get(Kind.DEPARTMENT, ())
    names = {item.node.id: item.node.name for item in counted}
    loads = {item.node.id: item.measures for item in counted}
    pairs = [pair for pair in all_pairs(store, filter) if pair.a in names and pair.b in names]
    frequent = store.facets(filter, most=THEMES).nodes.get(Kind.THEME, ())
    themes: dict[str, Mapping[str, int]] = {}
    for theme in frequent if not filter.themes else ():
        inside = store.facets(replace(filter, themes=(theme.node.id,)), most=most).nodes.get(Kind.DEPARTMENT, ())
        themes[theme.node.name] = {item.node.id: item.measures for item in inside}
    return analysis(names, loads, pairs, themes)


def all_pairs(store: Store, filter: Filter = ANY) -> list[Pair]:
    """All pages of the pairs by count."""
    found: list[Pair] = []
    cursor = None
    while True:
        page = store.pairs(By.COUNT, filter, limit=1000, cursor=cursor)
        found += page.items
        if page.next is None:
            return found
        cursor = page.next


def analysis(
    names: Mapping[str, str],
    loads: Mapping[str, int],
    pairs: Sequence[Pair],
    themes: Mapping[str, Mapping[str, int]],
) -> Analysis:
    """The same from values: names and measures by department, their pairs, measures by theme and department."""
    import networkx as nx

    ties = department_graph(pairs, names)
    parts = groups_of(ties)
    group = {member: number for number, part in enumerate(parts, start=1) for member in part}
    between, exact = betweenness_of(ties)
    eigen = eigenvector_of(ties)
    into = ties_into(ties, group)
    standings = tuple(
        Standing(
            id, names[id], loads.get(id, 0), ties.degree(id),
            between[id], eigen[id], participation(into[id]), group.get(id),
        )
        for id in sorted(names, key=lambda id: (-loads.get(id, 0), id))
    )  # fmt: skip
    rank = {standing.id: place for place, standing in enumerate(standings)}
    bridges = [
        Bridge(s.id, s.name, s.group, _partners(ties[s.id], group), s.participation, s.betweenness)
        for s in standings if s.group is not None and len(into[s.id]) > 1
    ]  # fmt: skip
    bridges.sort(key=lambda bridge: (-bridge.betweenness, -bridge.participation, bridge.id))
    parted = nx.community.modularity(ties.subgraph(group), [set(part) for part in parts]) if parts else 0.0
    return Analysis(
        departments=standings,
        groups=_groups(parts, rank, names, themes, ties),
        bridges=tuple(bridges),
        ties=_between(ties, group, rank),
        pairs=ties.number_of_edges(),
        modularity=round(parted, 6),
        exact=exact,
    )


def _groups(
    parts: Sequence[Sequence[str]],
    rank: Mapping[str, int],
    names: Mapping[str, str],
    themes: Mapping[str, Mapping[str, int]],
    ties: "nx.Graph[str]",
) -> tuple[Group, ...]:
    made: list[Group] = []
    taken: set[str] = set()
    for number, (part, theme) in enumerate(zip(parts, names_of(parts, themes), strict=True), start=1):
        members = sorted(part, key=rank.__getitem__)
        name = theme or names[members[0]]
        if name in taken:
            name = f"{name}（{names[members[0]]}）"
        taken.add(name)
        own = Counter({t: sum(counts.get(member, 0) for member in part) for t, counts in themes.items()})
        shown = tuple(sorted((t for t, n in own.items() if n), key=lambda t: (-own[t], t)))
        made.append(Group(number, name, tuple(members), shown, ties.subgraph(part).number_of_edges()))
    return tuple(made)


def _partners(near: Iterable[str], group: Mapping[str, int]) -> tuple[tuple[int, int], ...]:
    counts = Counter(group[id] for id in near)
    return tuple(sorted(counts.items(), key=lambda tie: (-tie[1], tie[0])))


def _between(ties: "nx.Graph[str]", group: Mapping[str, int], rank: Mapping[str, int]) -> tuple[Tie, ...]:
    carried: dict[tuple[int, int], list[tuple[str, str, int]]] = defaultdict(list)
    for a, b, weight in weighted(ties):
        first, second = sorted((a, b), key=lambda id: (group[id], rank[id]))
        if group[first] != group[second]:
            carried[group[first], group[second]].append((first, second, weight))
    made = []
    for (one, other), found in carried.items():
        found.sort(key=lambda pair: (-pair[2], rank[pair[0]], rank[pair[1]]))
        made.append(Tie(one, other, len(found), tuple(found[:10])))
    return tuple(sorted(made, key=lambda tie: (-tie.pairs, tie.a, tie.b)))


def _numbered(ties: "nx.Graph[str]") -> "nx.Graph[int]":
    """The same graph with numbers for ids, in their order."""
    import networkx as nx

    place = {id: number for number, id in enumerate(sorted(ties))}
    made: nx.Graph[int] = nx.Graph()
    made.add_nodes_from(range(len(place)))
    made.add_weighted_edges_from(sorted((place[a], place[b], weight) for a, b, weight in weighted(ties)))
    return made
