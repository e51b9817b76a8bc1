"""Every span of every notice is exact, whatever the text; nothing is invented where nothing is assigned."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given

from graph.model import Span
from ingest.document import Document
from ingest.parse import parse
from ingest.parsed import Parsed, Place, Project, Responsible
from tests.ingest.test_flow import ODD
from tests.shared import SHARED, needs_shared

TEXTS = SHARED / "corpus" / "texts"
# kept back to measure with: see gold/GUIDE.md
KEPT = {path.stem for path in (SHARED / "gold" / "check").glob("*.json")}
NOTICES = sorted(path for path in TEXTS.glob("*.txt") if path.stem not in KEPT)

FURNITURE = re.compile(
    r"\n *[—–-]+ +[—–-]+ *\n *\d{0,4} *\n|\n *[—–-]* *\d{0,4} *[—–-]+ *\n|[\u200b-\u200f\u2060\ufeff*#\\]|[—－] ?\d{1,3} ?[—－]"
)
ALIKE = str.maketrans(
    "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⺎⺙",
    "母民西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟兀攵",
)


def plain(text: str) -> str:
    text = FURNITURE.sub("", text)
    return "".join(unicodedata.normalize("NFKC", text).translate(ALIKE).split())


def spans(parsed: Parsed) -> Iterator[tuple[str, Span]]:
    """What has a name and a place."""
    for measure in parsed.measures:
        named: list[Responsible | Place | Project] = [*measure.responsible, *measure.regions, *measure.projects]
        yield from ((item.name, item.span) for item in named if item.span is not None)
        if measure.deadline and measure.deadline.span:
            yield measure.deadline.text, measure.deadline.span


@needs_shared
@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem[:40])
def test_every_span_of_a_real_notice_holds_its_name(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    parsed = parse(Document(path.name, text, "txt", "utf-8"))
    assert parsed.text == text
    for name, (start, end) in spans(parsed):
        assert plain(text[start:end]) == plain(name)
    for measure in parsed.measures:
        start, end = measure.span
        assert 0 <= start < end <= len(text)
        assert plain(measure.text.split("\n")[0])[:30] in plain(text[start:end])
    for warning in parsed.warnings:
        assert warning.span is None or 0 <= warning.span[0] <= warning.span[1] <= len(text)


@needs_shared
@pytest.mark.parametrize(
    "path", [path for path in NOTICES if path.stem.startswith("n_")], ids=lambda path: path.stem[:40]
)
def test_nothing_is_invented_where_nothing_is_assigned(path: Path) -> None:
    parsed = parse(Document(path.name, path.read_text(encoding="utf-8"), "txt", "utf-8"))
    assert [measure.title for measure in parsed.measures if measure.responsible] == []


@given(ODD)
def test_any_text_can_be_read_and_its_spans_are_exact(text: str) -> None:
    parsed = parse(Document("任意.txt", text, "txt", "utf-8"))
    for name, (start, end) in spans(parsed):
        assert 0 <= start < end <= len(text)
        assert plain(name)[:1] == plain(text[start:end])[:1]
    for measure in parsed.measures:
        assert 0 <= measure.span[0] < measure.span[1] <= len(text)


LARGE = 200_000
HOSTILE = ["（", "）", "（）", "负责", "责任单位：", "（责任单位：市发改委", "市发改委牵头、", "2024年12月", "1", " ", "\n", "、", "一、甲\n",
           "序号\n", "序号\n任务\n责任单位\n", "*", "商商", "第一位的为牵头单位", "均由各", "《", "会同", "每年", "# ", "责任单位：市发改委\n",
           "由市发改委牵头。\n", "一、任务。（责任单位：市发改委）\n", "\\.", "“", "至", "自印发之日起"]  # fmt: skip


@pytest.mark.parametrize("part", HOSTILE, ids=[repr(part)[:16].encode("unicode_escape").decode() for part in HOSTILE])
def test_a_hostile_text_is_read_to_its_end(part: str) -> None:
    """A rule that went back over the text would not come to an end here."""
    text = part * (LARGE // len(part))
    assert parse(Document("大.txt", text, "txt", "utf-8")).text == text
