"""How fast the pages of a large base are there: `python -m bench pages [--measures N]`.

The service runs as `jucuo serve` in a process of its own; `first answer` is since the start of that. Of each page: how
long it answers, and how long a headless Chromium takes from the call until it has drawn it, medians in milliseconds and
the first time of all, beside the sample's. Of the explorer: from the double click on a node until its neighbours stand
there, and from the call of a picture with a thousand nodes until it is drawn. It is a table, never a test.
"""

import argparse
import contextlib
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

from bench.synthetic import notices
from graph.model import Kind
from graph.store import open_store
from ingest.build import build
from ingest.parse import parse
from ingest.readers import read
from tests.browser.conftest import CHROMIUM
from tests.shared import SAMPLE

DRAWN = """
    addEventListener('DOMContentLoaded', () => {
        const key = document.querySelector('#canvas') ? 'explorer' : 'ready';
        const root = document.documentElement;
        const done = () => {
            if (!(key in root.dataset)) return;
            seen.disconnect();
            requestAnimationFrame(() => setTimeout(() => { window.drawn = performance.now(); }));
        };
        const seen = new MutationObserver(done);
        seen.observe(root, { attributes: true });
        done();
    });
"""
"""Notes when a page said it was ready and the next frame was drawn, since its address was called."""

OPENED = """
    async id => {
        const began = performance.now();
        const drawn = new Promise(done => jucuo.network.once('afterDrawing', done));
        await jucuo.open(id, () => {});
        jucuo.network.redraw();
        await drawn;
        await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - began;
    }
"""


def addresses(store_path: Path) -> dict[str, str]:
    """One page of each kind, of what has the most measures; by name."""
    store = open_store(store_path)
    most = {
        kind: [quote(c.node.id) for c in store.list(kind, limit=2).items] for kind in Kind if kind is not Kind.MEASURE
    }
    one = quote(store.measures(limit=1).items[0].id)
    store.close()
    unit, other = most[Kind.DEPARTMENT]
    region, theme, notice = (most[kind][0] for kind in (Kind.REGION, Kind.THEME, Kind.NOTICE))
    found = {
        "overview": "/",
        "notices": "/notices",
        "notice": f"/notices/{notice}",
        "measures": "/measures",
        "measures of a department": f"/measures?department={unit}&order=due",
        "measure": f"/measures/{one}",
        "departments": "/departments",
        "department": f"/departments/{unit}",
        "projects": "/projects",
        "regions": "/regions",
        "region": f"/regions/{region}",
        "themes": "/themes",
        "theme": f"/themes/{theme}",
        "search": f"/search?q={quote('黄河 生态')}",
        "search, one word": f"/search?q={quote('养老')}",
        "matrix": "/matrix",
        "matrix, 120": "/matrix?top=120",
        "matrix, groups": "/matrix?top=groups",
        "matrix, a cell": f"/matrix?a={unit}&b={other}",
        "shared": "/shared",
        "partners": f"/shared?a={unit}&by=lift",
        "agenda": f"/shared?a={unit}&b={other}",
        "groups": "/groups",
        "deadlines": "/deadlines?as_of=2024-06-01",
        "deadlines of a department": f"/deadlines?as_of=2024-06-01&department={unit}",
        "questions": "/questions",
        "compare": "/compare",
        "explorer": f"/explore?id={unit}",
        "explorer, paths": f"/explore?from={unit}&to={other}",
    }
    if projects := most[Kind.PROJECT]:
        found["project"] = f"/projects/{projects[0]}"
    return found


@contextlib.contextmanager
def served(store_path: Path) -> Iterator[tuple[str, float]]:
    """The address of `jucuo serve` over a store, and after how many milliseconds its first page was there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "api.main", "serve", "--store", str(store_path), "--port", port]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as service:
        address = f"http://127.0.0.1:{port}"
        try:
            while service.poll() is None:
                with contextlib.suppress(URLError), urlopen(address) as page:
                    page.read()
                    break
                time.sleep(0.02)
            yield address, (time.perf_counter() - began) * 1000
        finally:
            service.terminate()


def answered(address: str, times: int) -> float:
    """Milliseconds until the whole answer is there."""

    def once() -> float:
        began = time.perf_counter()
        with urlopen(address) as answer:
            answer.read()
        return (time.perf_counter() - began) * 1000

    once()
    return median(once() for _ in range(times))


def seen(page: Page, call: Callable[[], object]) -> float:
    """Milliseconds from the call of a page until it is drawn."""
    call()
    page.wait_for_function("() => window.drawn")
    return float(page.evaluate("() => window.drawn"))


def opened(page: Page, address: str) -> float:
    """What a double click does (`jucuo.open`) on nodes of the picture, one after the other: the median of those that
    brought neighbours, in milliseconds."""
    page.goto(address)
    page.wait_for_selector("html[data-explorer]")
    took = []
    for one in page.evaluate("() => [...jucuo.shown.keys()].slice(1, 16)"):
        before = page.evaluate("() => jucuo.shown.size")
        ms = float(page.evaluate(OPENED, one))
        if page.evaluate("() => jucuo.shown.size") > before:
            took.append(ms)
    return median(took)


def thousand(page: Page, address: str) -> tuple[int, float]:
    """How many nodes the largest picture round a department has, and from the call of it until it is drawn."""
    page.goto(address)
    page.wait_for_selector("html[data-explorer]")
    buttons = page.locator("#pane [data-act=Measure]")
    if buttons.count() and buttons.first.is_enabled():
        before = page.evaluate("() => jucuo.shown.size")
        buttons.first.click()
        page.wait_for_function("before => jucuo.shown.size > before", arg=before)
    page.wait_for_timeout(1500)  # a picture is kept for the next call of it a moment after it was drawn
    count = int(page.evaluate("() => jucuo.shown.size"))
    return count, median(seen(page, page.reload) for _ in range(3))


def measured(browser: Browser, store_path: Path, times: int) -> dict[str, tuple[float, float, float]]:
    found: dict[str, tuple[float, float, float]] = {}
    with served(store_path) as (address, first):
        found["first answer"] = first, 0.0, 0.0
        context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
        context.add_init_script(DRAWN)
        page = context.new_page()
        pages = addresses(store_path)
        for name, path in pages.items():
            call = partial(page.goto, address + path)
            new = seen(page, call)
            drawn = median(seen(page, call) for _ in range(3))
            found[name] = answered(address + path, times), drawn, new
        found["explorer, a node opened"] = 0.0, opened(page, address + pages["explorer"]), 0.0
        count, drawn = thousand(page, address + pages["explorer"])
        found[f"explorer, {count:,} nodes"] = 0.0, drawn, 0.0
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--measures", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=5)
    options, _ = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        large, small = Path(folder) / "large.db", Path(folder) / "sample.db"
        for path, graphs in ((large, notices(options.measures)), (small, (build(parse(d)) for d in read(SAMPLE)))):
            store = open_store(path)
            for _ in store.replace(graphs):
                pass
            store.close()
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        print(f"## Pages, {options.measures:,} measures, beside the sample\n")
        print(
            "| page | answered ms | drawn ms | first time | sample: answered | drawn |\n|---|---:|---:|---:|---:|---:|",
            flush=True,
        )
        of_sample = measured(browser, small, options.times)
        for name, times in measured(browser, large, options.times).items():
            cells = (f"{ms:.0f}" if ms else "" for ms in (*times, *of_sample.get(name, (0.0, 0.0))[:2]))
            print(f"| {name} | {' | '.join(cells)} |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
