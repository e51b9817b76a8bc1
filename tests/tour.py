"""The tasks of docs/*/tour.md, done from the start page as a planner would; their pictures:

python -m tests.tour --pictures
"""

import argparse
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect, sync_playwright

from tests.browser.conftest import CHROMIUM
from tests.browser.serving import serving_notices
from tests.pictures import small
from tests.shared import ROOT, SAMPLE
from viz.pages import Words, texts

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")
SIZE: ViewportSize = {"width": 1200, "height": 750}
RIVER = {"zh": "黄河 生态", "en": "Yellow River ecology"}


class Planner:
    """Someone before a page, with mouse and keyboard. Presses of the mouse are counted, a file dropped is one."""

    def __init__(self, page: Page, lang: Lang, folder: Path) -> None:
        self.page = page
        self.folder = folder
        self.clicks = 0
        self.t = Words(texts()[lang])
        self.lang = lang

    def click(self, what: Locator) -> None:
        self.clicks += 1
        what.click()

    def menu(self, key: str) -> None:
        """A word of the menu."""
        self.click(self.page.locator(".nav.wide").get_by_role("link", name=self.t(f"nav.{key}"), exact=True))

    def write(self, text: str, field: Locator | None = None) -> None:
        """Where the cursor stands; a field named is one that must have it already."""
        if field is not None:
            expect(field).to_be_focused()
        self.page.keyboard.type(text)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def take(self, what: Locator) -> Path:
        """A click that saves a file."""
        with self.page.expect_download() as waited:
            self.click(what)
        path = self.folder / waited.value.suggested_filename
        waited.value.save_as(path)
        return path

    def drop(self, path: Path) -> None:
        self.clicks += 1
        data = self.page.evaluate_handle(
            """([name, text]) => {
                const data = new DataTransfer();
                data.items.add(new File([text], name, { type: "text/plain" }));
                return data;
            }""",
            [path.name, path.read_text(encoding="utf-8")],
        )
        self.page.dispatch_event("#drop", "drop", {"dataTransfer": data})
        expect(self.page.locator("#progress")).to_have_attribute("data-done", "1")

    def field(self, key: str) -> Locator:
        return self.page.get_by_label(self.t(key), exact=True)


def partners(planner: Planner) -> None:
    planner.click(planner.page.locator("main").get_by_role("link", name="包头市林业和草原局", exact=True).first)


def river(planner: Planner) -> None:
    planner.click(planner.page.locator("#find"))
    planner.write(RIVER[planner.lang])
    planner.press("Enter")


def due(planner: Planner) -> None:
    planner.menu("deadlines")
    planner.click(planner.field("by.department"))
    planner.write("市工信局")
    planner.click(planner.field("by.due_before"))
    planner.write("2024-12-31")
    planner.press("Enter")


def path(planner: Planner) -> None:
    planner.menu("explore")
    planner.click(planner.page.locator("summary", has_text=planner.t("e.way")))
    planner.write("科技局", planner.page.locator("#way-from"))
    planner.press("Enter")
    planner.write("财政局", planner.page.locator("#way-to"))
    planner.press("Enter")
    planner.page.wait_for_selector('html[data-nodes="5"]')


def place(planner: Planner) -> None:
    planner.click(planner.page.locator("#find"))
    planner.write("达拉特旗")
    planner.press("Enter")
    planner.click(planner.page.get_by_role("link", name="达拉特旗", exact=True))


def agenda(planner: Planner) -> None:
    planner.menu("shared")
    planner.click(planner.field("meet.a"))
    for name in ("市林草局", "市生态环境局", "市水务局"):
        planner.write(name)
        planner.press("Tab" if name != "市水务局" else "Enter")


def bridges(planner: Planner) -> None:
    planner.menu("shared")
    planner.click(planner.page.locator(".lead").get_by_role("link", name=planner.t("groups.title")))


def matrix(planner: Planner) -> Path:
    planner.menu("matrix")
    return planner.take(planner.page.get_by_role("link", name="XLSX"))


def meeting(planner: Planner) -> Path:
    planner.click(planner.page.locator("main").get_by_role("link", name="包头市林业和草原局", exact=True).first)
    return planner.take(planner.page.get_by_role("link", name=planner.t("pyvis")))


def load(planner: Planner) -> None:
    planner.menu("load")
    planner.drop(revised(planner.lang, planner.folder))


def compare(planner: Planner) -> None:
    planner.menu("compare")
    planner.click(planner.page.locator("main").get_by_role("button", name=planner.t("compare.go")))


TASKS: tuple[Callable[[Planner], Path | None], ...] = (
    partners, river, due, path, place, agenda, bridges, matrix, meeting, load, compare
)  # fmt: skip
"""In the order of the tour: each needs what those before it have left."""


def tour(lang: Lang) -> str:
    return (ROOT / "docs" / lang / "tour.md").read_text(encoding="utf-8")


def stated(lang: Lang) -> list[int]:
    """The clicks that the page says each task takes: `| 3 | … | 2 |`."""
    rows = re.findall(r"^\| (\d+) \|.*\| (\d+) \|$", tour(lang), re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, len(TASKS) + 1))
    return [int(clicks) for _, clicks in rows]


def revised(lang: Lang, folder: Path) -> Path:
    """The sample with the edits of the page: `| `words` | `words instead` |`."""
    text = SAMPLE.read_text(encoding="utf-8")
    edits = re.findall(r"^\| `([^`]+)` \| (?:`([^`]+)`)?.* \|$", tour(lang), re.MULTILINE)
    assert edits
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    made = folder / {"zh": "修订稿.txt", "en": "revised.txt"}[lang]
    made.write_text(text, encoding="utf-8", newline="\n")
    return made


def begin(browser: Browser, address: str, lang: Lang, folder: Path) -> Planner:
    """One who has once chosen a language."""
    context = browser.new_context(viewport=SIZE, locale="zh-CN", reduced_motion="reduce", accept_downloads=True)
    context.add_cookies([{"name": "lang", "value": lang, "url": address}])
    return Planner(context.new_page(), lang, folder)


def picture(planner: Planner, task: Callable[[Planner], Path | None], address: str) -> None:
    """What one sees when the task is done; of a page taken away, that page."""
    planner.page.goto(address)
    taken = task(planner)
    if taken and taken.suffix == ".html":
        planner.page.goto(taken.as_uri())
    planner.page.wait_for_selector("html[data-ready]")
    planner.page.mouse.move(0, 0)
    planner.page.wait_for_timeout(500)
    name = f"tour-{planner.lang}-{task.__name__}.png"
    small(planner.page.screenshot()).save(ROOT / "docs" / "pictures" / name, optimize=True)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pictures", action="store_true", required=True)
    asked.parse_args()
    from ingest.build import build
    from ingest.parse import parse
    from ingest.readers import read

    notices = [build(parse(one)) for one in read(SAMPLE)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for lang in LANGS:
            with tempfile.TemporaryDirectory() as name, serving_notices(Path(name), notices) as address:
                for task in TASKS:
                    picture(begin(browser, address, lang, Path(name)), task, address)
        browser.close()


if __name__ == "__main__":
    main()
