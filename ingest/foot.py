"""The end of a notice: who signed it when, copies, printing, publicity, annexes."""

import re
from datetime import date

from graph.model import Span
from ingest import units
from ingest.deadlines import number as han_number
from ingest.flow import Flow
from ingest.numbering import ANNEX, number_of
from ingest.title import ORGAN

_DIGITS = "〇○零一二三四五六七八九"
# 2024年2月3日 ; 二〇二四年二月三日
DATE = re.compile(
    rf"(?P<y>(?:19|20)\d\d|[{_DIGITS}]{{4}}) ?年 ?(?P<m>\d{{1,2}}|[一二三四五六七八九十]{{1,2}}) ?月 ?"
    r"(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3}) ?日"
)
_PUBLICITY = re.compile(
    r"（(?P<said>此件[^（）\n]{2,14})）|(?:信息)?公开(?:选项|属性|方式|类别)[：:] ?(?P<choice>[^\n ，。]{2,8})"
)
_COPIES = re.compile(r"(?:抄送|抄报|分送|抄送机关)[：: ]")
_ANNEX_LINE = re.compile(r"附件 ?\d{0,2} ?[：:]\s*(?=\S)")
_ANNEX_ITEM = re.compile(r"\d{1,2}[.、．] ?")


def day_of(found: "re.Match[str]") -> str | None:
    """A printed date as ISO date, None where there is no such day."""
    digits = "".join(c if c.isdigit() else str("〇一二三四五六七八九".find(c) % 10) for c in _plain(found["y"]))
    try:
        return date(int(digits), han_number(found["m"]), han_number(found["d"])).isoformat()
    except (ValueError, KeyError):
        return None


def _plain(year: str) -> str:
    return year.replace("零", "〇").replace("○", "〇")


def signed(flow: Flow, lines: list[Span], after: int) -> tuple[tuple[str, ...], str | None, Span] | None:
    """Issuers and date at the end of the notice: lines of bodies, then a line that is a date."""
    for at, (start, end) in enumerate(lines):
        if start < after or end - start > 60 or at == 0:
            continue
        line = flow.text[start:end]
        found = DATE.search(line)
        if not found or line[found.end() :].strip(" 。（）"):
            continue
        before = line[: found.start()].strip()
        if before and not all(ORGAN.match(part) for part in before.split()):
            continue
        names = before.split()
        for above in range(at - 1, 0, -1):
            said = flow.text[lines[above][0] : lines[above][1]].strip()
            parts = said.split()
            if lines[above][0] < after or len(said) > 60 or number_of(said):
                break
            if all(ORGAN.match(part) for part in parts):
                names = parts + names
            elif names and re.fullmatch(r"[^，。；：、（）《》\d]{4,40}[的和与及]", said):
                names[0] = said + names[0]
            else:
                break
        return tuple(names), day_of(found), (start + found.start(), start + found.end())
    return None


def under_title(flow: Flow, top: list[Span]) -> tuple[str | None, Span | None]:
    """（2018年12月6日） under the title."""
    for start, end in top:
        found = DATE.search(flow.text, start, end)
        if found and flow.text[start : found.start()].strip() in ("", "（") and end - found.end() <= 12:
            return day_of(found), found.span()
    return None, None


def released(flow: Flow, lines: list[Span]) -> str | None:
    """2024年2月4日印发."""
    for start, end in reversed(lines[-30:]):
        line = flow.text[start:end].strip()
        found = DATE.search(line)
        if found and line.endswith("印发") and found.end() >= len(line) - 4:
            return day_of(found)
    return None


def copies(flow: Flow, lines: list[Span]) -> tuple[str, ...]:
    """抄送：市委办公室。 and the lines below, up to the one that says who printed."""
    for at, (start, end) in enumerate(lines):
        found = _COPIES.match(flow.text, start, end)
        if not found:
            continue
        stretch = [(found.end(), end)]
        for below in lines[at + 1 : at + 8]:
            line = flow.text[below[0] : below[1]]
            if DATE.search(line) or not line.endswith(("。", "，", "、", "；")):
                break
            stretch.append(below)
        parts = [part for one in stretch for part in units.split(flow.text, *one)]
        return tuple(flow.printed[part.start : part.end] for part in parts)
    return ()


def publicity(flow: Flow) -> str | None:
    """此件公开发布 ; 主动公开."""
    for hint in ("此件", "公开"):
        if hint in flow.text:
            for found in _PUBLICITY.finditer(flow.text, max(flow.text.find(hint) - 4, 0)):
                said = found["said"] or found["choice"]
                if "公开" in said or "发" in said:
                    return said
    return None


def annexes(flow: Flow, lines: list[Span]) -> tuple[str, ...]:
    """附件：1.… and the lines below: 2.…"""
    for at, (start, end) in enumerate(lines):
        found = _ANNEX_LINE.match(flow.text, start, end)
        if not found or end - start > 120 or ANNEX.match(flow.text[start:end]):
            continue
        titles = [flow.printed[found.end() : end]]
        for below in lines[at + 1 : at + 20]:
            if not _ANNEX_ITEM.match(flow.text, *below) or below[1] - below[0] > 80:
                break
            titles.append(flow.printed[below[0] : below[1]])
        return tuple(re.sub(r"^\d{1,2}[.、．] ?", "", one).strip(" 。") for one in titles)
    return ()
