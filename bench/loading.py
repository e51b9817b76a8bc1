"""How fast `jucuo load` takes a folder in: `python -m bench loading [--measures N]`, in seconds of the clock and of
processors. It is a table, never a test."""

import argparse
import random
import tempfile
import time
from pathlib import Path

import psutil

from bench.reading import measure
from bench.synthetic import A_NOTICE, CITIES
from graph.store import open_store
from ingest.pipeline import load


def folder(path: Path, measures: int, seed: int = 3) -> None:
    """Notices of 25 measures, a text file each."""
    chance = random.Random(seed)
    for number in range(measures // A_NOTICE):
        _, city = chance.choice(CITIES)
        year = chance.randint(2018, 2024)
        lines = [
            f"{city}人民政府关于印发第{number}号工作方案的通知",
            f"{city[:1]}府发〔{year}〕{number}号",
            "各旗、县、区人民政府：",
            "一、重点任务",
            *(measure(ordinal, chance) for ordinal in range(1, A_NOTICE + 1)),
            f"{city}人民政府",
            f"{year}年{chance.randint(1, 12)}月{chance.randint(1, 28)}日",
        ]
        (path / f"{number:06}.txt").write_text("\n".join(lines), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measures", type=int, default=10_000)
    parser.add_argument("--processes", type=int)
    options, _ = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as name:
        notices = Path(name) / "notices"
        notices.mkdir()
        folder(notices, options.measures)
        store = open_store(Path(name) / "bench.db")
        print("## A folder\n\n| what | measures | a second | processor, writing | processor, reading |")
        print("|---|---:|---:|---:|---:|")
        for what in ("loaded", "again, unchanged"):
            began, before = time.perf_counter(), psutil.Process().cpu_times()
            found = sum(file.measures for file in load([notices], store, processes=options.processes))
            took, after = time.perf_counter() - began, psutil.Process().cpu_times()
            here = after.user + after.system - before.user - before.system
            there = after.children_user + after.children_system - before.children_user - before.children_system
            print(f"| {what} | {found:,} | {found / took:,.0f} | {here:.1f} s | {there:.1f} s |", flush=True)
        store.close()


if __name__ == "__main__":
    main()
