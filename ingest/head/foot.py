"""The end of a notice: who signed it when, copies, printing, publicity, annexes."""

import re

from graph.model import Span
from ingest.head import title
from ingest.numbering import ANNEX, number_of
from ingest.text.flow import Flow
from ingest.text.head_words import DATE, KIND, day_in, day_of, home, organs
from ingest.units import unit_lists

# issuers, date, where the date stands in the flow
Signed = tuple[tuple[str, ...], str | None, Span | None]

# 2025.3.1, 2025-03-01 under who signs
_FIGURES = re.compile(r"(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}")
_MONTH = re.compile(r"(?:19|20)\d\d ?年 ?\d{1,2} ?月")
# （浙江省数据局代章）
_SEALED = re.compile(r"（[^（）]{0,24}(?:代章|章|印)）")
_TAIL_ONLY = re.compile(r".{0,8}(?:领导小组|指挥部|联席会议|委员会|办公室|专班)")
# what the name of a body begins with: its place, or the body it belongs to
_OPENS = re.compile(r"[\u4e00-\u9fff×]{1,8}?[省市区县州盟旗部局委厅]")
_LAST_WORDS = re.compile(r"[^，。；：、！？（）《》〈〉“”\x00-\x7f]+$")
_PUBLICITY = re.compile(
    r"（(?P<said>此件[^（）\n]{2,14})）|(?:信息)?公开(?:选项|属性|方式|类别)[：:] ?(?P<choice>[^\n ，。]{2,8})"
)
_COPIES = re.compile(r"(?:抄送|抄报|分送|抄送机关)[：: ]")
_ANNEX_LINE = re.compile(r"附件 ?\d{0,2} ?[：:]\s*(?=\S)")
_ANNEX_ITEM = re.compile(r"\d{1,2}[.、．] ?")
# 附件： and the files of the page below it
_ANNEX_ALONE = re.compile("附件[：:]")
_FILE = re.compile(r"\.(?:docx?|pdf|xlsx?|wps|et|ofd|zip|rar|jpe?g|png)$", re.IGNORECASE)


def signed(flow: Flow, lines: list[Span], after: int, titled: tuple[str, ...]) -> Signed | None:
    """Issuers and date at the end of the notice: lines of bodies, then a line that is a date; a month is enough where
    a body of the title signs."""
    for at, (start, end) in enumerate(lines):
        if start < after or at == 0:
            continue
        line = flow.text[start:end]
        if end - start > 60:
            if run := _run_on(line):
                return run[0], day_of(run[1]), (start + run[1].start(), start + run[1].end())
            continue
        found = DATE.search(line) if "日" in line else None
        if not found and _FIGURES.fullmatch(line.strip()) and (above := _above(flow, lines, at, after)):
            return above, day_in(line.strip()), (start, end)
        if not found:
            if _MONTH.fullmatch(line.strip()) and set(above := _above(flow, lines, at, after)) & set(titled):
                return above, None, None
            continue
        if line[found.end() :].strip(" 。（）"):
            continue
        before = _SEALED.sub("", line[: found.start()]).strip()
        names = organs(before)
        if before and not names:
            continue
        return (
            (*_above(flow, lines, at, after), *names),
            day_of(found),
            (start + found.start(), start + found.end()),
        )
    return None


def _run_on(line: str) -> tuple[tuple[str, ...], "re.Match[str]"] | None:
    """….pdf浙江省教育厅浙江省财政厅2026年6月25日附件: bodies and date run together with what stands around."""
    for found in DATE.finditer(line) if "日" in line else ():
        bodies = _LAST_WORDS.search(line, max(0, found.start() - 400), found.start())
        if bodies and line[found.end() :].lstrip(" ）").startswith(("附件", "（此件", "抄送")) | (
            found.end() == len(line)
        ):
            names = organs(bodies[0])
            if len(names) > 1:
                return names, found
    return None


def _above(flow: Flow, lines: list[Span], at: int, after: int) -> tuple[str, ...]:
    """The bodies in the lines above a date."""
    names: list[str] = []
    for above in range(at - 1, 0, -1):
        said = _SEALED.sub("", flow.text[lines[above][0] : lines[above][1]]).strip()
        if lines[above][0] < after or len(said) > 60 or number_of(said):
            break
        if not said:  # （浙江省数据局代章）
            continue
        if parts := organs(said) or _cut_in_print(said):
            names[:0] = parts
        elif names and _reads_on(said, names[0]):
            names[0] = said + names[0]
        else:
            break
    return tuple(names)


def _reads_on(line: str, name: str) -> bool:
    """Is a name broken over two lines? 教育部应对新型冠状病毒肺炎疫情工作 ⏎ 领导小组办公室 ; …综合治理和 ⏎ …办公室"""
    if not re.fullmatch(r"[^，。；：、（）《》\d ]{4,40}(?:（[\u4e00-\u9fff]{2,14}）)?", line):
        return False
    return line[-1] in "的和与及" or bool(_TAIL_ONLY.match(name) and not home(name) and _OPENS.match(line))


def _cut_in_print(said: str) -> tuple[str, ...]:
    """浙江省科学技术厅 浙江省财: two columns, the right one cut off; what is cut off names nobody."""
    parts = [part for part in said.split() if not title.thrown_in(part)]
    whole = [part for part in parts if organs(part)]
    place = home(parts[0]) if len(parts) > 1 else None
    return tuple(whole) if place and whole and all(part.startswith(place) for part in parts) else ()


# （2017年10月27日广西壮族自治区人民政府令第119号公布　自2017年12月1日起施行）
_PROMULGATED = re.compile(
    rf"（{DATE.pattern} ?(?P<number>(?P<who>[^，。；：、（）《》\d ]{{3,30}}?)令 ?第 ?\d{{1,4}} ?号)(?:公布|发布)"
)


def promulgated(flow: Flow) -> tuple[str, tuple[str, ...], str | None] | None:
    """Number, issuer and day of the order that made a regulation public, from the bracket under its title."""
    found = _PROMULGATED.search(flow.text, 0, 2000)
    names = organs(found["who"]) if found else ()
    return (found["number"].replace(" ", ""), names, day_of(found)) if found and names else None


def under_title(flow: Flow, top: list[Span]) -> Signed:
    """（2018年12月6日） under the title, bodies before it in its bracket, its line, or the line above."""
    names: tuple[str, ...] = ()
    titled = False
    for start, end in top:
        line = flow.text[start:end].strip().strip("（）")
        found = DATE.search(line)
        before = line[: found.start()].strip() if found else ""
        here = organs(before or line)
        if found and found.end() == len(line) and (not before or here):
            at = flow.text.index(found[0], start)
            return here or names, day_of(found), (at, at + len(found[0]))
        if KIND.search(line):
            titled, names = True, ()
        elif titled and here and not names:
            names = here
        elif titled and not title.numbered(line):
            break
    return names, None, None


def released(flow: Flow, lines: list[Span]) -> str | None:
    """2024年2月4日印发."""
    for start, end in reversed(lines[-30:]):
        line = flow.text[start:end].strip()
        found = DATE.search(line) if line.endswith("印发") else None
        if found and found.end() >= len(line) - 4:
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
        parts = [part for one in stretch for part in unit_lists.split(flow.text, *one)]
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
        alone = _ANNEX_ALONE.fullmatch(flow.text[start:end].strip()) is not None
        if not (alone or found) or end - start > 120 or (not alone and ANNEX.match(flow.text[start:end])):
            continue
        titles = [flow.printed[found.end() : end]] if found else []
        for below in lines[at + 1 : at + 20]:
            if not _ANNEX_ITEM.match(flow.text, *below) or below[1] - below[0] > 80:
                break
            if alone and not (_FILE.search(said := flow.text[slice(*below)].strip()) or KIND.search(said)):
                break
            titles.append(flow.printed[below[0] : below[1]])
        if titles:
            return tuple(_FILE.sub("", re.sub(r"^\d{1,2}[.、．] ?", "", one).strip(" 。")) for one in titles)
    return ()
