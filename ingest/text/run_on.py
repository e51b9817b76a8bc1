"""Heads and feet that a page runs together in one line: where number, title, recipients, sign-off and plan begin.

…的意见渝府发〔2019〕17号各区县人民政府：近年来… ; …认真执行。青山区人民政府2025年3月1日青山区工作方案为深入…
"""

import re

from ingest.glyphs import ruled
from ingest.text.head_words import DATE, KINDS, addressed, groups, organs

_HEAD = 1500
"""A head is no longer; what stands below it cites the numbers of others."""

_NUMBER = re.compile(r" ?[〔（【〈]? ?(?:19|20)\d\d ?[〕）】〉] ?第? ?\d{1,5} ?号")
_OFFICE = re.compile(r"[\u4e00-\u9fff]{2,40}(?:（[\u4e00-\u9fff]{1,8}）)?$")
# 的通知|渝府发 ; 人民政府文件|青政发
_CODE = re.compile(rf"(?:{KINDS}|文件)(?:（[^（）]{{1,20}}）)?(?=[\u4e00-\u9fff]{{2,10}}$)")
_CODE_WORD = re.compile(r"的|关于|" + "|".join(KINDS.split("|")[:6]))
# where recipients may begin: behind a kind of document, a number, a blank
_BEHIND = re.compile(rf"(?:^|(?:{KINDS})》?(?:（[^（）]{{1,20}}）)?|号）?| )")
_NO_RECIPIENT = re.compile(
    r"[的》）及和与、]|责任|牵头|配合|参与|主管|主办|协办|成员|发文|发布|制定|报送|联系|抄送|附件|来源|索引|公开|信息"
)
_NO_NAME = re.compile(
    r"[。；《》]|关于|印发|转发|〕 ?\d|的(?:预备)?(?:通知|函|意见|报告|请示|通报|决定|批复|复函|公告|通告)"
)
_GOES_ON = re.compile("《|你[们省市区县乡镇街委局厅处校]|为(?!期)|根据|按照|依据|遵照|现|经|近|当前")
_ABOUT = re.compile("关于|印发|转发|批转|下达|征求《")
# a title at the beginning, and the words that open a notice
_TITLE = rf"[^。；：，！？]{{4,150}}?(?:{KINDS})》?(?:（[^（）]{{1,20}}）)?"
_OPENS = r"(?=为(?!期)|根据|按照|依据|遵照|近年来|当前|第一章|第一条|一、|（一）)"
_ABOVE_BODY = re.compile(rf"(?={_ABOUT.pattern}|[^。；：，]{{4,60}}(?:{_ABOUT.pattern})){_TITLE}(?:{_OPENS}|$)")
# 某市…工作方案|为贯彻落实… : a plan by itself
_PLAN = re.compile(
    r"[^。；：，！？《》]{6,60}?(?:方案|计划|措施|意见|办法|要点|规划)(?:（[^（）]{1,20}）)?"
    r"(?=为(?:深入|全面|进一步|贯彻|落实|加快|推动|推进|切实|做好|有效|加强)|根据[^。；，]{0,16}《)"
)
# what stands below a day: nothing, （此件公开发布）, or the title of the plan
_BELOW = re.compile(
    rf" *(?:$|(?=（(?:此件|联系|公开)|附件|抄送|主题词)|(?!.{{0,30}}(?:印发|出台|召开|下发|公布|起))"
    rf"(?P<title>{_TITLE})(?:$|(?= )|{_OPENS}))"
)
_WHO = re.compile(r"(?:^|[。！）】]”?) *(?P<who>[^，。；：、！？（）《》“”\d]{3,160}?) *$")
_ANNEXED = re.compile(
    r"附件 ?\d{0,2}：[^。；]{4,150}(?:" + KINDS + r")(?!表)》?(?P<who>[^，。；：、！？（）《》“”\d]{3,60}) *$"
)


def parts(line: str, *, head: bool) -> set[int]:
    """Where such a part begins within the line; `head` says that the head of the text may stand there."""
    begun = head and ("：" in line or ":" in line or "号" in line or _PLAN.match(line) is not None)
    ended = "日" in line and "月" in line
    if not (begun or ended):
        return set()
    said = ruled(line)
    found = (_of_head(said[:_HEAD]) if begun else set()) | (_of_foot(said) if ended else set())
    return {at for at in found if 0 < at < len(line)}


def _of_head(said: str) -> set[int]:
    recipients = _recipients(said)
    till = recipients[0] if recipients else len(said)
    found = set(recipients or ())
    number = _NUMBER.search(said, 0, till) if "号" in said else None
    alone = not recipients and (_PLAN.match(said) or (number is None and _ABOVE_BODY.match(said)))
    if alone:
        return {alone.end()}
    code = _OFFICE.search(said, max(0, number.start() - 50), number.start()) if number else None
    if number is None or code is None:
        return found
    start, end = code.start() + _before_code(code.group()), number.end()
    start += _named_again(said[start : number.start()], said[end:])
    if said[start - 1 : start] == "（" and said[end : end + 1] == "）" and end + 1 == till:
        return found | {start - 1}  # …的通知（青政发〔2025〕3号）各镇人民政府：
    above = said[:start]
    if re.search(r"[^ ]$", above) and start == code.start():
        return found  # behind a label, within a sentence
    if re.search(r"[（《][^）》]*$|。", above) or (above and not recipients and not _ABOUT.search(above)):
        return found  # another's
    title = _ABOVE_BODY.match(said, end) if not recipients else None
    own = above or recipients or title
    return found | {start, end} | ({title.end()} if title else set()) if own else found


def _before_code(code: str) -> int:
    """How much of the characters before a year belongs to a title: 的通知渝府发 → 3."""
    ends = [found.end() for found in _CODE.finditer(code) if not _CODE_WORD.search(code, found.end())]
    return ends[-1] if ends else max(0, len(code) - 14 if "的" in code else 0)


def _named_again(code: str, below: str) -> int:
    """The length of the letterhead that runs into a number: 某省教育厅|某教函〔2024〕3号某省教育厅关于…"""
    sizes = range(len(code) - 2, 3, -1)
    return next((size for size in sizes if below.startswith(code[:size]) and organs(code[:size])), 0)


def _recipients(said: str) -> tuple[int, int] | None:
    """…的通知|各区人民政府，市政府各部门：|近年来 : bodies and groups of them behind a title or a number."""
    numbered = "号" in said
    for colon in re.finditer("：", said):
        if not (
            _GOES_ON.match(said, colon.end())
            or _ABOUT.search(said, 0, colon.start())
            or (numbered and _NUMBER.search(said, 0, colon.start()))
        ):
            continue
        for behind in _BEHIND.finditer(said, max(0, colon.start() - 400), colon.start()):
            begin = behind.end()
            who = said[begin : colon.start()]
            if (
                len(who) >= 4
                and not _NO_NAME.search(who)
                and not _NO_RECIPIENT.match(who)
                and (_ABOUT.search(said, 0, begin) or _NUMBER.search(said, 0, begin) or _greets(said, who, colon.end()))
                and all(2 < len(group) <= 60 and addressed(group) for group in groups(who))
            ):
                return begin, colon.end()
    return None


def _greets(said: str, who: str, end: int) -> bool:
    """区直各单位，各镇人民政府：《…》已经同意: where a line begins, before a sentence that opens a notice."""
    return said.startswith(who) and "各" in who and bool(_GOES_ON.match(said, end))


def _of_foot(said: str) -> set[int]:
    found: set[int] = set()
    for day in DATE.finditer(said):
        below = _BELOW.match(said, day.end())
        if not below:
            continue
        before = said[max(0, day.start() - 300) : day.start()]
        signed = _WHO.search(before) or _ANNEXED.search(before)
        if signed and organs(signed["who"]):
            begin = day.start() - len(before) + signed.start("who")
        elif not before.strip() or re.search("[。！）] *$", before):
            begin = day.start()
        else:
            continue
        found |= {begin, day.end(), below.end() if below["title"] else begin}
    return found
