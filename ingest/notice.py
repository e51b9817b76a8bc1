"""Head and foot of a notice put together: number, title, issuers, recipients, dates, copies, publicity, annexes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Span
from ingest import foot, title, units
from ingest.flow import Flow
from ingest.outline import Outline

# 包府发〔2024〕5号 ; 京政发[2019]3号 ; 明政办发明电〔2020〕1号
NUMBER = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{1,14}(?:（[\u4e00-\u9fff]{1,8}）)?)[〔（《【]?(?P<year>(?:19|20)\d\d)[〕）》】]"
    r" ?(?:第)? ?(?P<serial>\d{1,5}) ?号"
)
# 第706号 ; 2024年第5号
_PLAIN = re.compile(r"(?:第 ?\d{1,5} ?号|\d{4}年第 ?\d{1,4} ?号)$")
_LABELLED = re.compile(r"(?:发文字号|发文号|文号|文件编号|文 号)[：: ]{1,3}")
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
    lines = [(start, end) for start, end in flow.paragraphs if end > start]
    first = min([*outline.starts[:1], *(start for start, _ in taken), len(flow.text)])
    greeting = _greeting(flow, lines, first)
    top = _top(flow, lines, greeting[0] if greeting else first, greeting is not None)
    named = title.find(flow, top)
    signed = foot.signed(flow, lines, greeting[1] if greeting else (top[-1][1] if top else 0))
    dated, dated_at = (signed[1], signed[2]) if signed else foot.under_title(flow, top)
    return Head(
        number=_number(flow, top),
        title=named,
        plan_title=title.plan(named, flow.printed[:4000]),
        kind=title.kind(named),
        issuers=(signed[0] if signed else ()) or title.issuers(named) or title.letterhead(flow, top),
        dated=dated,
        released=foot.released(flow, lines),
        recipients=_recipients(flow, greeting),
        copied_to=foot.copies(flow, lines),
        publicity=foot.publicity(flow),
        annexes=foot.annexes(flow, lines),
        dated_at=dated_at,
    )


def year(head: Head) -> int | None:
    """The year that 年底前 means: that of the number, else that of the date."""
    numbered = re.search(r"〔(\d{4})〕", head.number or "")
    said = numbered[1] if numbered else (head.dated or head.released or "")[:4]
    return int(said) if said else None


def _greeting(flow: Flow, lines: list[Span], first: int) -> Span | None:
    """各旗、县、区人民政府，稀土高新区管委会： the line before the body that ends with a colon and names bodies."""
    for start, end in lines[:40]:
        if start >= first:
            return None
        colon = flow.text.find("：", start, min(end, start + 500))
        if colon < 0 or _NO_GREETING.match(flow.text, start):
            continue
        said = flow.text[start:colon]
        if (
            not re.search("[。；《]", said)
            and all(_addressed(part) for part in _groups(said))
            and (colon + 1 == end or said.startswith("各"))
        ):
            return start, colon + 1
    return None


def _groups(said: str) -> list[str]:
    return [part.strip() for part in re.split(r"[，；,;](?![^（(]*[）)])", said) if part.strip()]


def _addressed(group: str) -> bool:
    """各区人民政府 ; 市直各单位 ; 科技部、新疆维吾尔自治区人民政府 ; 各人民团体."""
    return bool(re.match("各|有关|相关", group)) or all(
        units.ORGAN.match(part.strip()) or part.strip().endswith(("机关", "公司", "室"))
        for part in group.split("、")[-1:]
    )


def _top(flow: Flow, lines: list[Span], till: int, greeted: bool) -> list[Span]:
    """The lines before recipients and body: letterhead, number, title."""
    top: list[Span] = []
    for start, end in lines[:40]:
        if start >= till:
            break
        if end - start > 400:  # no line of a head is so long
            break
        line = flow.text[start:end]
        if not greeted and top and (len(line) > 80 or line.endswith(("。", "："))):
            break
        top.append((start, end))
    return top


def _number(flow: Flow, top: list[Span]) -> str | None:
    """The number on a line of its own, or after its label; one cited in a sentence is another notice's."""
    for start, end in top:
        line = flow.text[start:end]
        label = _LABELLED.search(line)
        found = NUMBER.search(line, label.end() if label else 0)
        if found and "《" not in line[: found.start()]:
            around = (line[: found.start()] + line[found.end() :]).strip()
            if (
                label
                or not around
                or (len(around) <= 14 and re.match(r"(?:特急|急件|加急|平急|签发|密|机密|秘密|\d)", around))
            ):
                return f"{found['code']}〔{found['year']}〕{found['serial']}号"
        if _PLAIN.match(line):
            return line
    return None


def _recipients(flow: Flow, greeting: Span | None) -> tuple[str, ...]:
    """Groups between commas outside brackets: 各旗、县、区人民政府 is one."""
    return tuple(_groups(flow.printed[greeting[0] : greeting[1]].strip(" ：:"))) if greeting else ()
