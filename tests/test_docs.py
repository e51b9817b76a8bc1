"""The pages of the documentation print what the program prints."""

from pathlib import Path

import pytest

from tests import docs
from tests.shared import ROOT


@pytest.mark.parametrize("path", docs.pages(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_of_the_page_prints_what_the_page_says(path: Path) -> None:
    assert docs.run_page(path) == path.read_text(encoding="utf-8"), "python -m tests.docs --update"


def test_the_two_languages_have_the_same_pages() -> None:
    zh, en = ({page.name for page in (ROOT / "docs" / lang).glob("*.md")} for lang in ("zh", "en"))
    assert zh == en
