"""Head and foot of a notice put together: number, title, issuers, recipients, dates, copies, publicity, annexes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise

from graph.model import Span
from ingest.glyphs import squeezed
from ingest.head import foot, portal, title
from ingest.items.outline import Outline
from ingest.text.flow import Flow
from ingest.text.head_words import DATE, KIND, addressed, day_in, groups, home, organs

# 包府发〔2024〕5号 ; 京政发[2019]3号 ; 明政办发明电〔2020〕1号
NUMBER = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{1,14}(?:（[\u4e00-\u9fff]{1,8}）)?) ?"
    r"[〔（《【〈]? ?(?P<year>(?:19|20)\d\d) ?[〕）》】〉] ?(?:第)? ?(?P<serial>\d{1,5}) ?号"
)
# 第706号 ; 2024年第5号 ; 〔2024〕5号 of minutes
_PLAIN = re.compile(r"(?:第 ?\d{1,5} ?号|〔(?:19|20)\d\d〕 ?第? ?\d{1,5} ?号|\d{4} ?年 ?第 ?\d{1,4} ?号)$")
# 包府发〔2024〕5 : a line of its own whose 号 is lost ; 包府发 above 〔2024〕5号
_UNENDED = re.compile(r"(?P<code>[\u4e00-\u9fff]{2,10})[〔【](?P<year>(?:19|20)\d\d)[〕】] ?(?P<serial>\d{1,5})")
_CODE = re.compile(r"[\u4e00-\u9fff]{2,8}")
_ANNOUNCED = re.compile(r"(?P<who>.{3,120}?) ?(?:公告|通告|令) ?(?:(?:19|20)\d\d ?年)? ?第 ?\d{1,5} ?号")
# 2025年重点任务 ; but not 2024—2026年, 到2030年, 2030年前
_ONE_LINE = re.compile("(?s).*[。；：].*|.{41,}")  # no title
_TITLE_YEAR = re.compile(r"(?<![\d—–\-~至到])(20\d\d) ?年(?!前|底|[至到—–\-~])")
# 各市、县人民政府，自治区各有关部门（单位）: bodies and groups of them, more than one, nothing else
_ADDRESSEE = (
    r"[^，；、。：（）《》]{0,30}(?:政府|行署|管委会|办事处|委员会|委|办|局|厅|部门|单位|机构|企业|公司|院校|学校|机关|团体)"
    r"(?:（[^（）]{1,20}）)?"
)
_ADDRESSEES = re.compile(rf"(?=各|.*[，、])(?:各[^，；、。：（）《》]{{1,12}}、)*{_ADDRESSEE}(?:[，；、]{_ADDRESSEE})*")
_OPENS = re.compile(r"(?:为|根据|按照|依据|现|经|近|当前|《)")
_NO_GREETING = re.compile(r"[。；]|如下：$|通知：$|(?:为|根据|按照|经|现|近|依据|随着|当前|鉴于|附件|关于|本|以)")


@dataclass(frozen=True, slots=True)
class Head:
    """What head and foot state; what they do not is None or empty. `dated_at` is where the date stands in the flow."""

    number: str | None = None
    title: str | None = None
    plan_title: str | None = None
    kind: str | None = None
    issuers: tuple[str, ...] = ()
    dated: str | None = None
    released: str | None = None
    recipients: tuple[str, ...] = ()
    copied_to: tuple[str, ...] = ()
    publicity: str | None = None
    annexes: tuple[str, ...] = ()
    dated_at: Span | None = None


def read(flow: Flow, outline: Outline, taken: Sequence[Span] = ()) -> Head:
    """Head and foot of the notice that the flow begins with; `taken` is what tables take up."""
    lines = [
        (start, end)
        for start, end in flow.paragraphs
        if end > start and not any(first <= start < last for first, last in taken)
    ]
    begins = [*outline.starts, *(start for start, _ in taken), len(flow.text)]
    first = min(begins)
    if below := title.below_menu(flow, lines, first, outline.starts):
        lines = [line for line in lines if line[0] >= below]
        first = min(start for start in begins if start > below)
    greeting = _greeting(flow, lines, first) or _greeting_without_colon(flow, lines, first)
    top = _top(flow, lines, greeting[0] if greeting else first, greeting is not None)
    beside = portal.read(flow, greeting[0] if greeting else first)
    named = title.find(flow, top) or beside.get("title")
    opening = flow.printed[greeting[1] :][:600] if greeting and not named else flow.printed[:4000]
    plan = title.plan(named, opening) if named or greeting else None
    titled = title.issuers(named)
    signed = foot.signed(flow, lines, greeting[1] if greeting else _after_first_words(flow, top), titled)
    under = foot.under_title(flow, top)
    order = None if signed else foot.promulgated(flow)
    dated, dated_at = (signed or under)[1:]
    return Head(
        number=_number(flow, top) or number_in(beside.get("number", "")) or (order[0] if order else None),
        title=named or plan,
        plan_title=plan,
        kind=title.kind(named or plan),
        issuers=_as_printed(
            flow,
            _whole(signed[0] if signed else (), titled)
            or under[0]
            or title.letterhead(flow, top)
            or organs(beside.get("issuer", ""))
            or (order[1] if order else ()),
        ),
        dated=dated or (None if dated_at else day_in(beside.get("dated", ""))) or (order[2] if order else None),
        released=foot.released(flow, lines),
        recipients=_recipients(flow, greeting),
        copied_to=foot.copies(flow, lines),
        publicity=foot.publicity(flow),
        annexes=tuple(one for one in foot.annexes(flow, lines) if one != named),  # a page's file of the notice itself
        dated_at=dated_at,
    )


def _after_first_words(flow: Flow, top: Sequence[Span]) -> int:
    """Where a sign-off may begin in a notice to nobody: after its first sentence, else after all that is above it."""
    sentences = (end for start, end in top if flow.text[start:end].rstrip().endswith("。"))
    return next(sentences, top[-1][1] if top else 0)


def id_of(head: Head, text: str) -> str:
    """The number, else what no other text has. 第15号 alone is every office's, every year: no id."""
    if head.number and not _PLAIN.match(head.number):
        return head.number
    return f"sha256/{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _as_printed(flow: Flow, names: tuple[str, ...]) -> tuple[str, ...]:
    """Names as the notice prints them: traditional characters stay."""
    if flow.text == flow.printed:
        return names
    places = [re.search(r"\s*".join(map(re.escape, name)), flow.text) for name in names]
    return tuple(
        squeezed(flow.printed[slice(*place.span())]) if place else name
        for name, place in zip(names, places, strict=True)
    )


def _whole(signed: tuple[str, ...], titled: tuple[str, ...]) -> tuple[str, ...]:
    """Who signed, else who stands in the title; that too where the sign-off breaks off the beginning of its names."""
    broken = all(any(whole != one and whole.endswith(one) for whole in titled) for one in signed)
    # 市交通委 市公安局, and in the title 上海市交通委员会 上海市公安局
    short = len(signed) == len(titled) and all(
        one[0] in "省市区县旗州盟" and one[1:3] in whole and len(whole) > len(one)
        for one, whole in zip(signed, titled, strict=True)
    )
    return titled if broken or short else signed


def year(head: Head, top: str = "") -> int | None:
    """The year that 年底前 means: that of the number, else of the date, else the one in the title, else in the line at
    the top, where no title was found: 2018年为民办18件实事.

    Next year's list goes out before the year begins: 2025年工作要点 with a number of 2024 means 2025.
    """
    numbered = re.search(r"〔(\d{4})〕", head.number or "")
    said = numbered[1] if numbered else (head.dated or head.released or "")[:4]
    titled = {int(one) for one in _TITLE_YEAR.findall(head.title or _ONE_LINE.sub("", top))}
    if len(titled) == 1 and (not said or titled == {int(said) + 1}):
        return titled.pop()
    return int(said) if said else None


def _greeting(flow: Flow, lines: list[Span], first: int) -> Span | None:
    """各旗、县、区人民政府，稀土高新区管委会： the line before the body that ends with a colon and names bodies."""
    for start, end in lines[:40]:
        if start >= first:
            return None
        start += portal.past(flow.text[start : min(end, start + 500)])
        colon = flow.text.find("：", start, min(end, start + 500))
        if colon < 0 or _NO_GREETING.match(flow.text, start):
            continue
        said = flow.text[start:colon]
        if (
            not re.search("[。；《]", said)
            and all(addressed(part) for part in groups(said))
            and (colon + 1 == end or said.startswith("各") or flow.text[colon + 1] == "你")
        ):
            return start, colon + 1
    return None


def _greeting_without_colon(flow: Flow, lines: list[Span], first: int) -> Span | None:
    """五市人民政府、自治区有关部门（单位） between the title and a line that opens the body, its colon forgotten."""
    titled = False
    for (start, end), (below, stop) in pairwise(lines[:40]):
        if below > first:
            return None
        line = flow.text[start:end]
        if titled and len(line) <= 200 and _OPENS.match(flow.text, below, stop) and _ADDRESSEES.fullmatch(line):
            return start, end
        titled = titled or KIND.search(line) is not None
    return None


def _top(flow: Flow, lines: list[Span], till: int, greeted: bool) -> list[Span]:
    """The lines before recipients and body: letterhead, number, title."""
    top: list[Span] = []
    for start, end in lines[:40]:
        if start >= till:
            break
        end = start + portal.before(flow.text[start : min(end, till, start + 1200)])
        if end - start > 1000:  # no line of a head is so long
            break
        line = flow.text[start:end]
        if not line:
            continue
        if not greeted and top and (len(line) > 80 or line.endswith(("。", "："))):
            break
        top.append((start, end))
    return top


def _number(flow: Flow, top: list[Span]) -> str | None:
    """The number on a line of its own; one cited in a sentence is another notice's."""
    above = ""
    for start, end in top:
        line = flow.text[start:end]
        split = NUMBER.fullmatch(above + line) if _PLAIN.match(line) and _CODE.fullmatch(above) else None
        if split and not (KIND.search(above) or home(above)):
            return _printed(split)
        above = line
        bare = DATE.sub("", line)  # （2003年11月12日内政字〔2003〕374号）
        found = NUMBER.search(bare) if "号" in bare else None
        if found and "《" not in bare[: found.start()]:
            around = (bare[: found.start()] + bare[found.end() :]).strip(" （）")
            if not around or (len(around) <= 14 and re.match(r"(?:特急|急件|加急|平急|签发|密|机密|秘密|\d)", around)):
                return _printed(found)
        if unended := _UNENDED.fullmatch(line):
            return _printed(unended)
        if _PLAIN.match(line):
            return line.replace(" ", "")
        # 财政部 税务总局公告2023年第7号 ; 贵阳市人民政府令第90号
        announced = _ANNOUNCED.fullmatch(line)
        if announced and organs(announced["who"]):
            return flow.printed[start:end].strip()
    return None


def number_in(said: str) -> str | None:
    """The number that a label gives."""
    found = NUMBER.match(said.strip())
    return _printed(found) if found else None


def _printed(found: "re.Match[str]") -> str:
    return f"{found['code']}〔{found['year']}〕{found['serial']}号"


def _recipients(flow: Flow, greeting: Span | None) -> tuple[str, ...]:
    return tuple(groups(flow.printed[greeting[0] : greeting[1]].strip(" ：:"))) if greeting else ()
