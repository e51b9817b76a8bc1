"""The documents that a text names in 《》, with their numbers and how this one stands to them.

The plan that a notice itself hands out (现将《…工作方案》印发给你们) is no other document and is not among them.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from ingest.glyphs import squeezed

IMPLEMENTS, CITES, REPEALS, FORWARDS = "implements", "cites", "repeals", "forwards"

# 《…的通知》（国办发〔2016〕82号） ; 《…规定》(工信部联企〔2011〕300号,以下简称《规定》) ; 肺炎机制发〔2020〕23号
_NUMBER = re.compile(
    r"\s*[（(](?:见|详见|即|参见)?(?P<number>[^（()）\s，,；;]{1,24}?[〔\[（(【]?\s*(?:19|20)\d{2}\s*[〕\]）)】]?\s*(?:第\s*)?\d{1,5}\s*号(?:令)?"
    r"|(?:[^（()），,；;《》]{2,16}令)?第?\s*\d{1,4}\s*号(?:令|公告)?)"
)
# 现将《…》印发给你们 ; 《…》已经…同意，现印发给你们
# …关于印发《…》的通知 as a title ; a title that stands alone in its line
_OWN_TITLE = re.compile(r"(?:印发|发布|公布|下发|颁布)(?:修订后的|新修订的)?$")
# 《专利代理条例》已经国务院第23次常务会议修订通过
_PASSED = re.compile(r"[^。，《》]{0,10}?已(?:经|于)[^。《》]{0,60}?(?:通过|同意|批准)(?!的)")
# 根据国务院印发《…》的通知（国发〔2018〕41号）要求: the notice of another
_CITED_TITLE = re.compile(r"\s*的?(?:通知|公告|决定|函|通告)\s*(?:[（(][^（()）]*号|要求|精神|规定|有关|明确)")
_OWN_BEFORE = re.compile(
    r"(?:现(?:就|将|把)?|(?:研究)?制定(?:了|本|出台)?|(?:起草|编制|修订|形成)(?:了)?)[^，。；《》]{0,12}$"
)
_OWN_AFTER = re.compile(
    r"^(?:（[^）]{0,40}）)?(?:[^。《》]{0,60}?(?:同意|通过|批准|审定)[^。《》]{0,20}?)?[，,]?\s*"
    r"(?:现)?(?:予以|一并)?(?:印发|下发|发布|公布|颁布)"
    r"(?:给你们|给你|各|，|,|。|实施|施行|如下|你们|执行)"
)
_FORWARDED = re.compile(r"(?:转发|批转|转批|翻印)[^，。；《》]{0,30}$")
_FORWARDS = re.compile(r"^[^。《》]{0,80}?(?:(?:现|一并)(?:予以)?转发|转发(?:给|你们|各))")
_REPEALED = re.compile(r"^[^。《》]{0,40}?(?:同时废止|予以废止|废止|停止执行|同时停止|失效|不再执行|作废)")
_REPEALING = re.compile(r"(?:废止|取代|替代|代替)[^，。；《》]{0,20}$")
_IMPLEMENTED = re.compile(r"(?:贯彻|落实|执行|根据|依据|依照|按照|遵照|按|对照|遵循)[^，。；：]{0,60}$")
_REMINDS = re.compile(r"(?:制定|拟定|研究制定|出台|编制|修订|起草|印发实施|完善|建立)[^，。；：《》]{0,10}$")
# papers of a case (《营业执照》, 《食品经营许可证》, 《诉讼要素表》) and newspapers are no documents of policy
_NO_DOCUMENT = re.compile(
    r"(?:平台|系统|日报|晚报|新闻联播|焦点访谈|杂志|周刊)$|^.{1,3}$"
    r"|(?:表|证|证书|执照|护照|合同|协议|协议书|承诺书|告知书|通知书|决定书|证明|证明书|报告书|意见书|申请书|登记书|确认书|回执|发票|单据)$"
)
# 《建筑设计防火规范》（GB50016—2014）: a standard of engineers
_STANDARD = re.compile(r"[（(]\s*(?:GB|DB|JGJ|JTG|CJJ|HJ|SL|DL|NY|WS|TD|CJ|JG|QX|AQ|SY|TSG)[A-Z/T\d .—\-]*\d")
# （以下简称《通用目录》）
_SHORT = re.compile(r"(?:以下|下)(?:均)?(?:简称|统称|称)(?:为)?[:：“\"]?$")


_LISTED = re.compile(r"(?:[、和及与]?《[^《》]{2,80}》(?:（[^（）]{1,30}）)?){1,12}(?=等?[^，。《》]{0,20}(?:已|现))")
_BETWEEN = re.compile(
    r"\s*(?:[（(][^（()）]*(?:[（(〔][^（()）]*[）)〕][^（()）]*)?[）)])?\s*(?:[、，,和及与]|以及)?(?:以及|[和及])?\s*"
)


@dataclass(frozen=True, slots=True)
class CiteMention:
    """`title` is `text[start + 1 : end - 1]` (《 and 》 left out), white space aside; `number` as printed, if any."""

    title: str
    number: str | None
    relation: str
    start: int
    end: int


def find(text: str, own: Collection[str] = ()) -> list[CiteMention]:
    """Every document cited, each once: where it stands first, with the number and the relation that any mention has.

    `own` are titles of the notice and its plan, where known: they count only where it forwards them."""
    found: dict[str, CiteMention] = {}
    other: set[str] = {squeezed(title).strip("《》") for title in own}
    plains: set[str] = set()
    chained = CITES
    last = -1
    for start, end in _titles(text):
        title = re.sub(r" +", " ", re.sub(r"\s*\n\s*", "", text[start + 1 : end - 1])).strip()
        before = text[max(0, start - 80) : start]
        after = text[end : end + 120]
        plain = squeezed(title)
        # 《A》《B》《C》等3个方案…现印发给你们: what is said of the last is said of all
        listed = _LISTED.match(text, end)
        if _SHORT.search(before) or _own(before, text[listed.end() : listed.end() + 120] if listed else after):
            other.add(plain)
        # 对照《工作方案》: how a title named before ends
        if 4 <= len(plain) <= 12 and any(len(one) > len(plain) + 4 and one.endswith(plain) for one in plains):
            last = -1
            continue
        plains.add(plain)
        forwarded = _FORWARDED.search(before) or _FORWARDS.match(after)
        if (plain in other and not forwarded) or _NO_DOCUMENT.search(title) or _STANDARD.match(after):
            last = -1
            continue
        number = _NUMBER.match(after)
        relation = _relation(before, after[number.end() :].lstrip("）)") if number else after)
        # 贯彻落实《A》（…）、《B》和《C》: what is said of the first is said of all
        if relation == CITES and last >= 0 and _joined(text[last:start]):
            relation = chained
        chained, last = relation, end
        mention = CiteMention(title, squeezed(number["number"]) if number else None, relation, start, end)
        known = found.get(title)
        if known is None:
            found[title] = mention
        elif (known.number is None and mention.number is not None) or known.relation == CITES != relation:
            found[title] = replace(
                known,
                number=known.number or mention.number,
                relation=relation if known.relation == CITES else known.relation,
            )
    return [m for m in found.values() if m.relation == FORWARDS or squeezed(m.title) not in other]


def _titles(text: str) -> list[tuple[int, int]]:
    """The spans of 《…》 with what stands in them: 《…印发〈…〉的通知》 and 《…《…》…》 are one each."""
    found: list[tuple[int, int]] = []
    depth, start, last = 0, 0, 0
    for match in _MARK.finditer(text):
        if depth and text.find("。", last, match.start()) >= 0:
            depth = 0
        last = match.end()
        if match[0] == "《":
            if depth == 0:
                start = match.start()
            depth += 1
        else:
            depth = max(0, depth - 1)
            if depth == 0 and last - start <= 300 and text[start] == "《":
                found.append((start, last))
    return found


_MARK = re.compile("[《》]")


def _own(before: str, after: str) -> bool:
    """Is it what this notice hands out itself?"""
    if _FORWARDED.search(before) or _FORWARDS.match(after):
        return False
    alone = before[before.rfind("\n") + 1 :].strip(" #*") == "" and after.partition("\n")[0].strip(" #*") == ""
    titled = _OWN_TITLE.search(before) is not None and re.match(
        r"\s*的?(?:通知|公告|决定|函|通告|命令|令|\n|_|$)", after
    )
    if titled and not _CITED_TITLE.match(after):
        return True
    handed_out = _OWN_AFTER.match(after) is not None
    return (
        alone
        or _PASSED.match(after) is not None
        or (handed_out and (_OWN_BEFORE.search(before) is not None or "现" in after[:90] or "给你们" in after[:20]))
    )


def _relation(before: str, after: str) -> str:
    if _FORWARDED.search(before) or _FORWARDS.match(after):
        return FORWARDS
    if _REPEALED.match(after) or _REPEALING.search(before):
        return REPEALS
    if _REMINDS.search(before):
        return CITES
    return IMPLEMENTS if _IMPLEMENTED.search(before) else CITES


def _joined(between: str) -> bool:
    """Does only a number and 、, 和 … stand between two titles?"""
    return _BETWEEN.fullmatch(between) is not None
