"""The drawing library is the file its makers published: pinned by hash, with its licences beside it."""

import hashlib

from viz.export import PARTS, VIS
from viz.pages import STATIC

SHA256 = "39b9a36f17b4ca2e27d1e4327216860b042077b3307402ae315402ac826f878b"


def test_the_library_is_the_published_file() -> None:
    assert hashlib.sha256((STATIC / VIS).read_bytes()).hexdigest() == SHA256
    assert "@version 9.1.13" in (STATIC / VIS).read_text(encoding="utf-8")[:800]


def test_its_licences_stand_beside_it() -> None:
    assert "MIT" in (STATIC / "vendor/vis-network-LICENSE-MIT.txt").read_text(encoding="utf-8")
    assert "Apache License" in (STATIC / "vendor/vis-network-LICENSE-APACHE-2.0.txt").read_text(encoding="utf-8")


def test_what_stands_inline_cannot_end_its_own_script() -> None:
    for name in (VIS, *(f"export/{part}.js" for part in PARTS)):
        text = (STATIC / name).read_text(encoding="utf-8").lower()
        assert "</script" not in text
        assert "<!--" not in text
        assert "\r" not in text
