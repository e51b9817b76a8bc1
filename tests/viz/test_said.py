"""What a picture says of itself below its title and at its foot."""

import re
from pathlib import Path

from graph.store import open_store
from tests.contract.notices import M, notice
from viz.export import page


def test_a_picture_names_its_notices_by_number_or_title_and_never_by_a_checksum(tmp_path: Path) -> None:
    store = open_store(tmp_path / "said.db")
    unnumbered = notice("sha256/" + "0" * 64, M("水利 林草", "治理河道"), title="关于治理的意见")
    numbers = [f"甲府发〔2024〕{n}号" for n in range(1, 5)]
    list(store.replace([unnumbered, *(notice(one, M("水利 林草", "治理河道"), number=one) for one in numbers)]))
    for view in ("departments", "bipartite"):
        foot = page(store, view).split("<footer>")[1].split("</footer>")[0]
        assert "甲府发〔2024〕1号" in foot and "sha256/" not in foot
    small = open_store(tmp_path / "one.db")
    list(small.replace([unnumbered]))
    assert "关于治理的意见" in page(small, "bipartite").split("<footer>")[1]


def test_what_is_left_out_is_said_in_sentences(tmp_path: Path) -> None:
    store = open_store(tmp_path / "part.db")
    list(store.replace([notice("甲府发〔2024〕1号", *(M("水利 林草 财政", f"治理河道{n}") for n in range(9)))]))
    assert re.search(r"看原文。已显示 \d / 9。", page(store, "bipartite", limit=5))
    assert re.search(r"the words of the notice. Showing \d / 9\.", page(store, "bipartite", limit=5, lang="en"))
    assert "没有相符的举措。" in page(store, "search", query="卫星")
