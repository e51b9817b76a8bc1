"""Pictures of every page, wide and narrow, light and dark, into ./pictures: `make pictures`.

    python -m tests.pictures [NAME ...] [--at URL]

Without an address the sample is served for it. `--docs` renews those that README and docs show.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterable
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import CHROMIUM
from tests.browser.serving import serving_notices
from tests.pages.addresses import FORESTRY, PAGES
from tests.shared import ROOT, SAMPLE

WIDTHS = (1440, 390)
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
EXPLORER = {"explore": f"/explore?id={FORESTRY}"}
TALLEST = 4000
SHOWN = ("overview", "measure", "department", "search", "matrix-cell", "deadlines", "explore")
"""Pages of which docs/pictures holds one, wide and light."""


def small(png: bytes) -> Image.Image:
    """The picture in so few colours that it weighs little in a repository, each the one it stands for most often."""
    picture = Image.open(BytesIO(png)).convert("RGB")
    made = picture.quantize(200, Image.Quantize.MAXCOVERAGE)
    parts = picture.tobytes()
    palette = made.getpalette() or []
    met = Counter(zip(made.tobytes(), parts[::3], parts[1::3], parts[2::3], strict=True))
    for (place, *colour), _ in reversed(met.most_common()):
        palette[3 * place : 3 * place + 3] = colour
    made.putpalette(palette)
    return made


def take(browser: Browser, address: str, names: Iterable[str], docs: bool) -> None:
    """All pictures of the named pages."""
    pages = {**PAGES, **EXPLORER}
    folder = ROOT / "pictures"
    folder.mkdir(exist_ok=True)
    for width in WIDTHS:
        for theme in THEMES:
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=theme, locale="zh-CN", reduced_motion="reduce"
            )
            page = context.new_page()
            for name in names:
                page.goto(address + pages[name])
                page.wait_for_selector("html[data-ready]")
                height = min(int(page.evaluate("document.documentElement.scrollHeight")), TALLEST)
                page.set_viewport_size({"width": width, "height": max(height, 600)})
                page.screenshot(path=folder / f"{name}-{width}-{theme}.png")
                page.set_viewport_size({"width": width, "height": 900})
                if docs and name in SHOWN and (width, theme) == (WIDTHS[0], THEMES[0]):
                    small(page.screenshot()).save(ROOT / "docs" / "pictures" / f"{name}.png", optimize=True)
            context.close()


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("names", nargs="*")
    asked.add_argument("--at")
    asked.add_argument("--docs", action="store_true")
    given = asked.parse_args()
    with ExitStack() as stack:
        address = given.at
        if address is None:
            from ingest.build import build
            from ingest.parse import parse
            from ingest.readers import read

            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            address = stack.enter_context(serving_notices(folder, [build(parse(one)) for one in read(SAMPLE)]))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        (ROOT / "docs" / "pictures").mkdir(parents=True, exist_ok=True)
        take(browser, address, given.names or [*PAGES, *EXPLORER], given.docs)
        browser.close()


if __name__ == "__main__":
    main()
