"""How fast the stores answer: `python -m bench stores [--measures N] [--neo4j ADDRESS]` prints tables in Markdown.

Every question is asked with many arguments drawn from what is in the base; p50 and p95 are over all of them, after one
round that warms up. For Neo4j, a server of its own unless an address is given, the same statements are sent by hand
over the driver beside it: the ratio is our share.
"""

import argparse
import gc
import os
import pickle
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.synthetic import notices
from graph.asking import By, Filter, Order
from graph.model import Kind, Node, NoticeGraph
from graph.store import Store, open_store
from tests.neo4j_server import running

SEARCHES = (
    "黄河 生态",
    "稀土 产业",
    "创业 贷款",
    "养老",
    "yellow river ecology",
    "数据 要素",
    "农田",
    "营商环境 政务",
    "职业教育",
    "煤炭",
)
Ask = Callable[[Store], Any]


def load(store: Store, graphs: Sequence[NoticeGraph]) -> tuple[int, float]:
    """Measures, and how many a second. The notices made before are no garbage: looking through them is not loading."""
    gc.collect()
    gc.freeze()
    began = time.perf_counter()
    for _ in store.replace(graphs):
        pass
    seconds = time.perf_counter() - began
    return _measures(graphs), _measures(graphs) / seconds


def written(store: Store, graphs: Sequence[NoticeGraph], batch: int = 256) -> float:
    """How many measures a second are written that other processes have prepared, as `jucuo load` has it done."""
    seconds = 0.0
    for first in range(0, len(graphs), batch):
        prepared = [pickle.dumps(store.prepare(graph)) for graph in graphs[first : first + batch]]
        began = time.perf_counter()
        for _ in store.replace(map(pickle.loads, prepared)):
            pass
        seconds += time.perf_counter() - began
    return _measures(graphs) / seconds


def _measures(graphs: Sequence[NoticeGraph]) -> int:
    return sum(node.kind is Kind.MEASURE for graph in graphs for node in graph.nodes)


def questions(store: Store, chance: random.Random, times: int) -> Iterator[tuple[str, list[Ask]]]:
    """What is asked, each with many arguments."""
    ids = {kind: [c.node.id for c in store.list(kind, limit=1000).items] for kind in Kind if kind is not Kind.MEASURE}
    units, regions, themes = ids[Kind.DEPARTMENT], ids[Kind.REGION], ids[Kind.THEME]
    measures = [m.id for m in store.measures(limit=1000).items]

    def many(make: Callable[[], Ask]) -> list[Ask]:
        return [make() for _ in range(times)]

    def of(verb: str, *draw: Callable[[], Any], **options: Any) -> list[Ask]:
        def make() -> Ask:
            args = [each() for each in draw]
            return lambda s: getattr(s, verb)(*args, **options)

        return many(make)

    def one(things: Sequence[Any]) -> Callable[[], Any]:
        return lambda: chance.choice(things)

    def unit() -> Any:
        return chance.choice(units)

    yield "node", of("node", unit)
    yield "named", of("named", lambda: chance.choice(("市财政局", "包头市水务局", "黄河", "林业和草原局")))
    yield "suggest", of("suggest", one(("林", "财政", "包头", "lc", "黄", "示范基地", "市")))
    yield "list departments", of("list", lambda: Kind.DEPARTMENT)
    yield "list notices", of("list", lambda: Kind.NOTICE)
    yield "measure", of("measure", one(measures))
    yield "measures of all", of("measures", lambda: Filter(), one(list(Order)))
    yield "measures of a department", of("measures", lambda: Filter(departments=(unit(),)), one(list(Order)))
    yield "measures of two departments", of("measures", lambda: Filter(departments=(unit(), unit())))
    yield "measures of a region", of("measures", lambda: Filter(regions=(chance.choice(regions),)))
    yield (
        "measures due by a day",
        of("measures", lambda: Filter(departments=(unit(),), due_before="2024-12-31"), lambda: Order.DUE),
    )
    yield "search", of("search", one(SEARCHES))
    yield "search in a department", of("search", one(SEARCHES), lambda: Filter(departments=(unit(),)))
    yield "facets of all", of("facets")
    yield "facets of a department", of("facets", lambda: Filter(departments=(unit(),)))
    yield "facets of a search", of("facets", lambda: Filter(), one(SEARCHES))
    yield "pairs", of("pairs", one(list(By)))
    yield "pairs of a theme", of("pairs", one(list(By)), lambda: Filter(themes=(chance.choice(themes),)))
    yield "pairs of a notice", of("pairs", one(list(By)), lambda: Filter(notices=(chance.choice(ids[Kind.NOTICE]),)))
    yield "partners", of("partners", unit, one(list(By)))
    yield "around, 1 step", of("around", unit)
    yield "around a measure, 2 steps", of("around", one(measures), lambda: 2)
    yield "paths", of("paths", unit, unit)
    yield "degrees", of("degrees", unit)
    yield "stats", of("stats")


def timed(store: Store, asks: Sequence[Ask]) -> list[float]:
    """Milliseconds of each."""
    found = []
    for ask in asks:
        began = time.perf_counter()
        ask(store)
        found.append((time.perf_counter() - began) * 1000)
    return sorted(found)


def changed(graph: NoticeGraph, round: int) -> NoticeGraph:
    """The notice with one measure put in other words."""
    nodes = list(graph.nodes)
    i = next(i for i, node in enumerate(nodes) if node.kind is Kind.MEASURE)
    nodes[i] = Node(nodes[i].id, nodes[i].kind, nodes[i].name, {**nodes[i].props, "title": f"改动{round}"})
    return replace(graph, nodes=tuple(nodes))


def report(name: str, store: Store, graphs: Sequence[NoticeGraph], times: int) -> None:
    measures, rate = load(store, graphs)
    print(f"\n## {name}, {measures:,} measures in {len(graphs):,} notices\n")
    print(f"Loaded {rate:,.0f} measures a second.\n")
    print("| question | p50 ms | p95 ms |\n|---|---:|---:|", flush=True)
    for asked, asks in questions(store, random.Random(7), times):
        timed(store, asks[: max(3, times // 5)])
        row(asked, timed(store, asks))
    some = graphs[:: max(1, len(graphs) // 30)][:30]
    row("one notice replaced", timed(store, [_replacing(changed(graph, 1)) for graph in some]))
    row("one notice again, unchanged", timed(store, [_replacing(changed(graph, 1)) for graph in some]))


def _replacing(graph: NoticeGraph) -> Ask:
    return lambda store: list(store.replace([graph]))


def row(asked: str, found: list[float]) -> None:
    print(f"| {asked} | {statistics.median(found):.1f} | {found[int(len(found) * 0.95)]:.1f} |", flush=True)


def beside_by_hand(address: str, store: Store, times: int) -> None:
    """Each question through the store, and the statements it sends, sent again by hand over the driver."""
    from bench import by_hand

    print("\n| question | ours p50 ms | by hand p50 ms | ratio |\n|---|---:|---:|---:|", flush=True)
    with by_hand.driver(address) as driver:
        for asked, asks in questions(store, random.Random(7), times):
            ours, hand = by_hand.compare(store, driver, asks)
            print(f"| {asked} | {ours:.1f} | {hand:.1f} | {ours / hand:.2f} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measures", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=60)
    parser.add_argument(
        "--neo4j", help="an empty database, user and password as for jucuo; without it a server is started"
    )
    options, _ = parser.parse_known_args()
    graphs = list(notices(options.measures))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        store = open_store(path)
        report("SQLite", store, graphs, options.times)
        print(f"\n{path.stat().st_size / 1e6:,.0f} MB.")
        store.close()
        another = open_store(Path(folder) / "prepared.db")
        print(f"\nWritten {written(another, graphs):,.0f} a second of those that other processes prepare.")
        another.close()
    with ExitStack() as stack:
        address = options.neo4j
        if address is None:
            own = stack.enter_context(running(Path(stack.enter_context(tempfile.TemporaryDirectory()))))
            os.environ.update(JUCUO_NEO4J_USER=own.user, JUCUO_NEO4J_PASSWORD=own.password)
            address = own.address
        server = open_store(address)
        report("Neo4j", server, graphs, options.times)
        beside_by_hand(address, server, options.times)
        server.close()


if __name__ == "__main__":
    main()
