"""Where the development material lies; a user's clone does not have it, and what needs it then skips."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SAMPLE = ROOT / "samples" / "包府发〔2024〕5号.txt"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared (corpus and gold) is not here")
