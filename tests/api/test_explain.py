"""`jucuo parse --explain`: the text as it stands, marked; nothing of it acts."""

from pathlib import Path

from lxml import html

from tests.api.running import jucuo
from tests.shared import SAMPLE


def test_without_colours_the_text_stands_as_it_is() -> None:
    done = jucuo("parse", str(SAMPLE), "--explain")
    assert done.status == 0
    printed = [line.rstrip() for line in done.out.splitlines()]
    for line in SAMPLE.read_text(encoding="utf-8").splitlines():
        assert line.rstrip() in printed


def test_one_page_marks_what_was_read(tmp_path: Path) -> None:
    out = tmp_path / "读出了什么.html"
    assert jucuo("parse", str(SAMPLE), "--explain", "--out", str(out)).status == 0
    page = html.fromstring(out.read_text(encoding="utf-8"))
    assert len(page.xpath("//pre/span[@class='m-beginning']")) == 22
    assert "".join(page.xpath("//pre//text()")).strip() == SAMPLE.read_text(encoding="utf-8").strip()
    assert "包头市林业和草原局 · 责任" in page.xpath("//pre/span[contains(@class, 'm-Department')]/@title")


def test_hostile_text_is_text(tmp_path: Path) -> None:
    source = tmp_path / "通知.txt"
    item = "（一）<script>alert(1)</script>\x1b[31m推进工作。（责任单位：<img src=x onerror=alert(1)>市财政局）"
    source.write_text(f"关于印发工作方案的通知\n{item}\n", encoding="utf-8")
    out = tmp_path / "x.html"
    assert jucuo("parse", str(source), "--explain", "--out", str(out)).status == 0
    page = html.fromstring(out.read_text(encoding="utf-8"))
    assert not page.xpath("//script | //img | //*[@onerror]")
    assert "\x1b" not in jucuo("parse", str(source), "--explain").out


def test_a_file_that_cannot_be_read_is_told_of_and_the_rest_goes_on(tmp_path: Path) -> None:
    done = jucuo("parse", str(tmp_path / "没有.txt"), str(SAMPLE), "--explain")
    assert done.status == 1
    assert "没有.txt" in done.err
    assert "（二十二）" in done.out or "(二十二)" in done.out
