"""What a measure is called: its heading, or what its first sentence says. Names of entries (工作目标：) are no part."""

import re
from collections.abc import Sequence

from graph.model import Span
from ingest.items.outline import heading_of
from ingest.text.flow import Flow

# where a phrase ends, and where one may be broken off
_PHRASE = re.compile(r"[，。；：！？\n]")
_WHOLE = 44
_BREAK = re.compile(r"[、（]|(?<=[的和与及])")


# what a line of a ledger is called, not what it says: 问题：… ; 工作目标。… ; 具体举措：
_NAMED = (
    r"(?:存在|主要|重点|具体|工作|整改|年度|目标|突出)*(?:问题|目标|任务|举措|措施|内容|要求|事项|清单)"
    r"(?:任务|内容|要求|清单)?"
)
_ENTRY = re.compile(rf"{_NAMED}[：:。]\s*")
_ENTRY_ALONE = re.compile(rf"(?:(?<=\n)|(?<=。)){_NAMED}[：:](?:\n|$)")
# a line of signs alone, taken off its words by a converter: ＋
_SIGNS = re.compile(r"(?:[^\w\n]*\n)+")
# 2022年底前, : when, not what
_WHEN = re.compile(r"(?:到|至|在)?(?:20\d\d年)(?:\d{1,2}月)?(?:年?底|末|上半年|[一二三四]季度)?(?:之?前|内)?，")


def without_entries(text: str, start: int, end: int) -> list[Span]:
    """A stretch without lines that only announce what follows: 具体举措："""
    if (
        text.find("：\n", start, end) < 0
        and text.find(":\n", start, end) < 0
        and text[end - 1 : end] not in ("：", ":")
    ):
        return [(start, end)]
    found: list[Span] = []
    for entry in _ENTRY_ALONE.finditer(text, start, end):
        if entry.start() > start:
            found.append((start, entry.start()))
        start = entry.end()
    return [*found, (start, end)]


def title_of(flow: Flow, words: Sequence[Span]) -> str:
    """The heading if there is one, else the leading clause, whole up to forty or so; … says that more follows."""
    if not words:
        return ""
    start, end = words[0]
    if (signs := _SIGNS.match(flow.text, start, end)) and signs.end() < end:
        start = signs.end()
    while (entry := _ENTRY.match(flow.text, start, end)) and entry.end() < end:
        start = entry.end()
    shown, text = flow.printed[start : min(end, start + 120)], flow.text[start : min(end, start + 120)]
    heading = heading_of(shown, text.split("\n")[0])
    if heading and len(heading) <= 30:
        return heading
    when = _WHEN.match(text)
    if mark := _PHRASE.search(text, max(6, when.end() if when else 0)):
        text = text[: mark.start()]
    elif end - start <= _WHOLE:
        return shown.strip()
    if len(text) <= _WHOLE:
        return shown[: len(text)].strip()
    cut = max((one.start() for one in _BREAK.finditer(text, 12, 30)), default=30)
    return shown[:cut].strip() + "…"
