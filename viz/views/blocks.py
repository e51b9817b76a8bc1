"""The matrix of a large base by groups of departments that work together, and what lies within one and between two."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from graph import paging
from graph.asking import By, Counted, Filter, Page, Pair
from graph.model import Kind
from graph.store import Store, resolve
from viz.look import Look, list_url
from viz.matrix import step
from viz.tables import Row
from viz.views.ask import Asked, parts_of
from viz.views.view import Table, View


def communities(pairs: Sequence[Pair]) -> list[frozenset[str]]:
    """The groups, largest first (graph.analysis); who shares nothing is in none."""
    from graph.analysis import department_graph, groups_of

    return [frozenset(part) for part in groups_of(department_graph(pairs))]


def blocks(look: Look, meant: Asked, units: Sequence[Counted], pairs: Sequence[Pair], most_units: int) -> View:
    """How many pairs of departments share measures within each group and between each two. A group is named by its
    department with most measures, which also stands for it in addresses.
    Of `most_units` the page says that there may be more."""
    parts = communities(pairs)
    place = {id: number for number, part in enumerate(parts) for id in part}
    counts = Counter((min(ends), max(ends)) for p in pairs for ends in [(place[p.a], place[p.b])])
    heads: list[Counted] = [next(one for one in units if one.node.id in part) for part in parts]
    most = max((n for (a, b), n in counts.items() if a != b), default=0)
    narrowed = parts_of(meant.filter)

    def cell(a: int, b: int) -> dict[str, Any]:
        n = counts[min(a, b), max(a, b)]
        names = [heads[a].node.id, heads[b].node.id]
        if a == b:
            return {"n": n, "step": 0, "url": list_url("/matrix", group=names[0], **narrowed)}
        return {"n": n, "step": step(n, most) if n else 0, "url": list_url("/shared", group=names, **narrowed)}

    groups: list[dict[str, Any]] = [
        {"number": number + 1, "id": head.node.id, "name": head.node.name, "departments": len(parts[number])}
        for number, head in enumerate(heads)
    ]
    rows_of = [[counts[min(a, b), max(a, b)] for b in range(len(parts))] for a in range(len(parts))]
    values = {
        "groups": groups,
        "pairs_between": rows_of,
        "total": len(pairs),
        "of": len(units),
        "first": len(units) >= most_units,
        "alone": len(units) - len(place),
    }
    cells = [[cell(a, b) for b in range(len(parts))] for a in range(len(parts))]
    drawn = {"chips": meant.chips(look), "rows": list(zip(groups, cells, strict=True)), "narrowed": narrowed}

    def rows() -> Iterator[Row]:
        for group, line in zip(groups, rows_of, strict=True):
            yield (group["number"], group["name"], group["departments"], *line)

    columns = ("groups.group", "blocks.largest", "kinds.Department", *(f"={group['number']}" for group in groups))
    return View("blocks.html", values, drawn, Table("matrix-groups", columns, rows))


def group_of(store: Store, text: str, pairs: Sequence[Pair]) -> tuple[str, frozenset[str]]:
    """The group in which that department is, by its name; alone where it shares nothing."""
    node = resolve(store, text, [Kind.DEPARTMENT])
    return node.name, next((part for part in communities(pairs) if node.id in part), frozenset([node.id]))


def between(
    pairs: Sequence[Pair], one: frozenset[str], other: frozenset[str], by: By, filter: Filter, limit: int, cursor: Any
) -> Page[Pair]:
    """The pairs with an end in each; of a group with itself, those within."""
    question = "blocks", by, filter, tuple(sorted(one)), tuple(sorted(other))
    start = paging.start(question, cursor)
    found = [p for p in pairs if (p.a in one and p.b in other) or (p.b in one and p.a in other)]
    found.sort(key=lambda p: (-getattr(p, by.value), p.a, p.b))
    return Page(tuple(found[start : start + limit]), len(found), paging.following(question, start + limit, len(found)))
