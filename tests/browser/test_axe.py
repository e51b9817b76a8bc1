"""WCAG 2.2 AA as axe sees it: every page, in both languages and themes, at both ends of the widths."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.pages.addresses import PAGES

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# the themes have the same page in other colours (tests/pages/test_words.py): of the second, the rules that see colours
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("lang", "theme"), [("zh", "light"), ("zh", "dark"), ("en", "light"), ("en", "dark")])
def test_a_page_is_clean(page: Page, name: str, lang: str, theme: str) -> None:
    url = PAGES[name]
    page.goto(f"{url}{'&' if '?' in url else '?'}lang={lang}&colours={theme}")
    page.wait_for_selector("html[data-ready]")
    # axe puts its script into the page, which the policy of the page forbids; the debugger may
    found = Axe().run(page, options=RULES if theme == "light" else COLOURS)
    seen = {
        violation["id"]: [node["html"][:160] for node in violation["nodes"][:3]]
        for violation in found.response["violations"]
    }
    assert seen == {}
