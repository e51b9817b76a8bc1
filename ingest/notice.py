"""Head and foot of a notice: number, title, issuers, recipients, dates, copies, publicity, annexes."""

import re
from dataclasses import dataclass
from datetime import date

from ingest import units
from ingest.deadlines import number as han_number
from ingest.flow import Flow
from ingest.numbering import ANNEX, number_of
from ingest.outline import Outline

# 包府发〔2024〕5号 ; 京政发[2019]3号 ; 明政办发明电〔2020〕1号
NUMBER = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{1,14}(?:（[\u4e00-\u9fff]{1,8}）)?[字发函令电办]?)[〔（《【]?(?P<year>(?:19|20)\d\d)[〕）》】] ?(?:第)? ?(?P<serial>\d{1,5}) ?号"
)
# 第706号 ; 2024年第5号
PLAIN_NUMBER = re.compile(r"(?:第 ?\d{1,5} ?号|\d{4}年第 ?\d{1,4} ?号|.{2,20}(?:令|公告) ?第 ?\d{1,5} ?号)$")
LABELLED_NUMBER = re.compile(r"(?:发文字号|发文号|文号|字号|文件编号)[：: ]{1,3}")

_KIND = (
    "通知 通告 公告 通报 意见 决定 决议 方案 办法 措施 规划 计划 规定 细则 纲要 要点 条例 报告 请示 批复 函 命令 令 公报 议案 纪要 指南 指引 清单 政策 举措 准则 "
    "规则 规范 制度 预案 标准 分工 目录 复函 任务 实施细则 若干政策 条 行动"
).split()
KIND = re.compile(rf"(?P<kind>{'|'.join(sorted(_KIND, key=len, reverse=True))})(?:（[^（）]{{1,20}}）)*$")
_ORGAN_LINE = re.compile(
    r"[^，。；：、！？（）《》]{2,40}(?:人民政府|政府|委员会|委|办公厅|办公室|国务院|局|厅|部|院|署|会|办|总局|银行|总社|法院|检察院|公司|指挥部|领导小组|分行|管委会)$"
)
_DIGITS = "〇○零一二三四五六七八九"
# 2024年2月3日 ; 二〇二四年二月三日
DATE = re.compile(
    rf"(?P<y>(?:19|20)\d\d|[{_DIGITS}]{{4}}) ?年 ?(?P<m>\d{{1,2}}|[一二三四五六七八九十]{{1,2}}) ?月 ?(?P<d>\d{{1,2}}|[一二三四五六七八九十]{{1,3}}) ?日"
)
_RELEASED = re.compile(r"印发$")
_RECIPIENT = re.compile(r"各|人民政府|委|办|局|厅|部|单位|企业|公司|机关|院|会|处")
_PUBLICITY = re.compile(
    r"（(?P<said>此件[^（）\n]{2,14}|本文[^（）\n]{2,8})）|(?:信息)?公开(?:选项|属性|方式|类别)[：:] ?(?P<choice>[^\n ，。]{2,8})"
)
_COPIES = re.compile(r"(?:抄送|抄报|分送)[：: ]")
_ISSUED = re.compile(r"(?P<who>.{2,60}?)(?:关于|转发|印发|批转)")
_PLAN = re.compile(r"(?:关于)?(?:印发|转发|批转)(?P<plan>.+?)(?:的)?(?:通知|函)$")
_QUOTED_PLAN = re.compile(
    r"(?:现将|现印发|将)?[^《。]{0,40}《(?P<plan>[^《》\n]{4,80}(?:〈[^〉]*〉[^《》\n]{0,40})?)》[^。]{0,40}(?:印发|转发|已经|发给)"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What head and foot state, and where the body begins and ends in the flow."""

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
    dated_at: tuple[int, int] | None = None


def read(flow: Flow, outline: Outline) -> Head:
    """Head and foot of the notice that the flow begins with."""
    lines = [(start, end) for start, end in flow.paragraphs if end > start]
    first = outline.starts[0] if outline.starts else len(flow.text)
    greeting = _greeting(flow, lines, first)
    top = _top(flow, lines, greeting, first)
    title = _title(flow, top)
    signed = _signed(flow, lines, greeting[1] if greeting else (top[-1][1] if top else 0))
    dated, dated_at = (signed[1], signed[2]) if signed else _printed_date(flow, top)
    issuers = signed[0] if signed else ()
    return Head(
        number=_number(flow, top),
        title=title,
        plan_title=_plan(title, flow.printed[: first or 4000]),
        kind=_kind(title),
        issuers=issuers or _issuers(title) or _letterhead(flow, top),
        dated=dated,
        released=_released(flow, lines),
        recipients=_recipients(flow, greeting),
        copied_to=_copies(flow, lines),
        publicity=_publicity(flow),
        annexes=_annexes(flow, lines),
        dated_at=dated_at,
    )


def year(head: Head) -> int | None:
    """The year that 年底前 means: that of the number, else that of the date."""
    numbered = re.search(r"〔(\d{4})〕", head.number or "")
    said = numbered[1] if numbered else (head.dated or head.released or "")[:4]
    return int(said) if said else None


def _greeting(flow: Flow, lines: list[tuple[int, int]], first: int) -> tuple[int, int] | None:
    """各旗、县、区人民政府，稀土高新区管委会： the line before the body that ends with a colon and names bodies."""
    for start, end in lines[:40]:
        if start >= first:
            return None
        line = flow.text[start:end]
        if (
            line.endswith("：")
            and len(line) < 400
            and _RECIPIENT.search(line)
            and not re.search(r"[。；]|如下：$|通知：$", line)
        ):
            return start, end
        inline = re.match(r"(?=各)([^。；：\n]{4,300})：", line)
        if inline:
            return start, start + inline.end()
    return None


def _top(
    flow: Flow, lines: list[tuple[int, int]], greeting: tuple[int, int] | None, first: int
) -> list[tuple[int, int]]:
    """The lines before recipients and body: letterhead, number, title."""
    top: list[tuple[int, int]] = []
    for start, end in lines[:40]:
        if start >= (greeting[0] if greeting else first):
            break
        line = flow.text[start:end]
        if not greeting and (len(line) > 60 or line.endswith(("。", "："))) and top:
            break
        top.append((start, end))
    return top


def _number(flow: Flow, top: list[tuple[int, int]]) -> str | None:
    """The number on a line of its own, or after its label; one cited in a sentence is another notice's."""
    for start, end in top:
        line = flow.text[start:end]
        label = LABELLED_NUMBER.search(line)
        found = NUMBER.search(line, label.end() if label else 0)
        if (
            found
            and (label or len(line) - len(found.group()) <= 14)
            and "《" not in line
            and not line.startswith("（根据")
        ):
            if not label and line[: found.start()].strip() and line[found.end() :].strip():
                continue
            return f"{found['code']}〔{found['year']}〕{found['serial']}号"
        if PLAIN_NUMBER.match(line):
            return line
    return None


def _title(flow: Flow, top: list[tuple[int, int]]) -> str | None:
    """The title, put together from its lines; of several the last with 关于, else the last."""
    titles: list[tuple[str, bool]] = []
    lines = [flow.printed[start:end].strip() for start, end in top if not _no_title(flow.text[start:end])]
    at = 0
    while at < len(lines):
        for till in range(min(len(lines), at + 6), at, -1):
            whole = "".join(lines[at:till])
            ends = KIND.search(_flat(whole))
            inner = any(
                KIND.search(_flat(lines[k])) and "关于" in "".join(lines[at : k + 1]) for k in range(at, till - 1)
            )
            if ends and not inner and 6 <= len(whole) <= 160 and (till - at == 1 or _goes_on(lines[at:till])):
                titles.append((whole, "关于" in whole))
                at = till
                break
        else:
            at += 1
    best = [one for one, about in titles if about] or [one for one, _ in titles]
    if not best:
        return None
    # the page's own title may stand above it: 进一步支持…若干措施 ; 北京市人民政府办公厅关于进一步支持…若干措施
    return re.sub(
        r"(?<=[\u4e00-\u9fff，、”》]) +(?=[\u4e00-\u9fff“《])",
        "",
        max(best[-2:], key=lambda one: (one in best[-1:], len(one))),
    )


_NOT_TITLE = re.compile(
    r"(?:\d{4}[-/.年]|（此件|来源|发布|时间|日期|浏览|字号|字体|打印|索引|分享|主题|名称|有效性|当前位置|首页|附件|.{0,20}文件$|签发|密级|[A-Za-z0-9 :/.—\-]+$)"
)


def _no_title(line: str) -> bool:
    return bool(_NOT_TITLE.match(line) or NUMBER.fullmatch(line) or PLAIN_NUMBER.fullmatch(line)) or line.startswith(
        ("（", "— ")
    )


def _goes_on(lines: list[str]) -> bool:
    """Lines are one title when the first names an issuer, or says 关于, or no line before the last is a title itself."""
    return "关于" in "".join(lines) or not any(KIND.search(_flat(line)) for line in lines[:-1])


def _flat(text: str) -> str:
    return text.translate(str.maketrans("()[]", "（）〔〕")).strip()


def _kind(title: str | None) -> str | None:
    found = KIND.search(_flat(title or ""))
    if not found:
        return None
    return {"若干政策": "政策", "条": "措施", "实施细则": "细则"}.get(found["kind"], found["kind"])


def _plan(title: str | None, opening: str) -> str | None:
    """关于印发…工作方案的通知 → …工作方案."""
    found = _PLAN.search(title or "")
    if not found:
        return None
    plan = found["plan"].strip("《》〈〉")
    quoted = _QUOTED_PLAN.search(opening)
    if quoted and KIND.search(_flat(quoted["plan"])):
        return re.sub(r"\s+", "", quoted["plan"])
    return plan


def _issuers(title: str | None) -> tuple[str, ...]:
    """包头市人民政府关于… ; 国家发展改革委 财政部关于…"""
    found = _ISSUED.match(title or "")
    if not found:
        return ()
    parts = [part for part in re.split(r"[ 、，]+", found["who"].strip()) if part]
    return tuple(parts) if all(_ORGAN_LINE.match(part) for part in parts) else ()


def _letterhead(flow: Flow, top: list[tuple[int, int]]) -> tuple[str, ...]:
    """浙江省数据局文件."""
    for start, end in top:
        found = re.fullmatch(r"(.{3,40}?)(?:文件|（通知）)", flow.text[start:end].replace(" ", ""))
        if found and _ORGAN_LINE.match(found[1]):
            return (found[1],)
    return ()


def day_of(found: "re.Match[str]") -> str | None:
    """A printed date as ISO date, None where there is no such day."""
    year = found["y"]
    digits = (
        year
        if year.isdigit()
        else "".join(str("〇一二三四五六七八九".find(c.replace("零", "〇").replace("○", "〇"))) for c in year)
    )
    try:
        return date(int(digits), han_number(found["m"]), han_number(found["d"])).isoformat()
    except (ValueError, KeyError):
        return None


def _signed(
    flow: Flow, lines: list[tuple[int, int]], after: int
) -> tuple[tuple[str, ...], str | None, tuple[int, int]] | None:
    """Issuers and date at the end of the notice: lines of bodies, then a line that is a date."""
    for at, (start, end) in enumerate(lines):
        line = flow.text[start:end]
        if start < after or len(line) > 60:
            continue
        found = DATE.search(line)
        if not found or line[found.end() :].strip(" 。（）") or at == 0:
            continue
        before = line[: found.start()].strip()
        names = [before] if before else []
        above = at - 1
        while above >= 0 and lines[above][0] >= after and (above > 0):
            said = flow.text[lines[above][0] : lines[above][1]].strip()
            parts = re.split(r" +", said)
            if len(said) > 60 or not all(_ORGAN_LINE.match(part) for part in parts) or number_of(said):
                break
            names = parts + names
            above -= 1
        if before and not _ORGAN_LINE.match(before):
            continue
        return tuple(names), day_of(found), (start + found.start(), start + found.end())
    return None


def _printed_date(flow: Flow, top: list[tuple[int, int]]) -> tuple[str | None, tuple[int, int] | None]:
    """（2018年12月6日） under the title."""
    for start, end in top:
        found = DATE.search(flow.text, start, end)
        if found and flow.text[start : found.start()].strip() in ("", "（") and len(flow.text[found.end() : end]) <= 12:
            return day_of(found), found.span()
    return None, None


def _released(flow: Flow, lines: list[tuple[int, int]]) -> str | None:
    """2024年2月4日印发."""
    for start, end in reversed(lines[-30:]):
        line = flow.text[start:end].strip()
        found = DATE.search(line)
        if found and _RELEASED.search(line) and found.end() >= len(line) - 4:
            return day_of(found)
    return None


def _recipients(flow: Flow, greeting: tuple[int, int] | None) -> tuple[str, ...]:
    """Groups between commas outside brackets: 各旗、县、区人民政府 is one."""
    if not greeting:
        return ()
    line = flow.printed[greeting[0] : greeting[1]].strip(" ：:")
    return tuple(part.strip() for part in re.split(r"[，,；;](?![^（(]*[）)])", line) if part.strip())


def _copies(flow: Flow, lines: list[tuple[int, int]]) -> tuple[str, ...]:
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
        return tuple(
            flow.printed[part.start : part.end] for one in stretch for part in units.split(flow.text, *one) if part.name
        )
    return ()


def _publicity(flow: Flow) -> str | None:
    for found in _PUBLICITY.finditer(flow.text):
        said = found["said"] or found["choice"]
        if "公开" in said:
            return said
    return None


_ANNEX_LINE = re.compile(r"附件 ?\d{0,2}[：:]\s*(?=\S)")
_ANNEX_ITEM = re.compile(r"\d{1,2}[.、．] ?")


def _annexes(flow: Flow, lines: list[tuple[int, int]]) -> tuple[str, ...]:
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
