"""Whose words a thing shows: nodes, and relations between nodes of no one notice, that several notices may say.

A loaded notice describes itself; of anything else the notice with the smallest id decides; what nobody says is gone.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from graph.door import SHARED_RELATIONS
from graph.model import Edge, Kind, Node, NoticeGraph

Thing = Node | Edge


@dataclass(slots=True)
class Told:
    """What is to be changed: things by key with the notice that tells them from now on."""

    new: dict[str, str] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)


def things(graph: NoticeGraph | None) -> dict[str, Thing]:
    """What of a notice others may say as well, by key. A node's is its id; no id holds a tab."""
    found: dict[str, Thing] = {}
    for node in graph.nodes if graph else ():
        if node.kind is not Kind.MEASURE:
            found[node.id] = node
    for edge in graph.edges if graph else ():
        if edge.kind in SHARED_RELATIONS:
            found.setdefault(f"{edge.kind}\t{edge.source}\t{edge.target}", edge)
    return found


def told(
    before: Mapping[str, Collection[str]],
    after: Mapping[str, Collection[str]],
    tellers: Mapping[str, str],
    others: Callable[[Collection[str]], Mapping[str, str]],
) -> Told:
    """What changes when these notices say `after` instead of `before` (keys by notice; nothing: not loaded).

    `tellers` are those of now; `others` finds the smallest other notice that says each of some things.
    """
    sayers: dict[str, list[str]] = {}
    for notice, keys in after.items():
        for key in keys:
            sayers.setdefault(key, []).append(notice)
    changed = {key for said in (before, after) for keys in said.values() for key in keys}
    lost = {key for key in changed if tellers.get(key) in after and tellers[key] not in sayers.get(key, ())}
    rest = others(sorted(lost)) if lost else {}
    result = Told()
    for key in sorted(changed):
        kept = rest.get(key) if key in lost else tellers.get(key)
        candidates = [*sayers.get(key, ()), *([kept] if kept is not None else [])]
        if not candidates:
            result.gone.append(key)
            continue
        teller = key if key in candidates else min(candidates)
        if key not in tellers:
            result.new[key] = teller
        elif teller != tellers[key] or teller in after:
            result.told[key] = teller
    return result
