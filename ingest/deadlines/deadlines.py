"""Time limits: what their words say, of which kind they are, and their last day. No date is ever made up."""

import re
from calendar import monthrange
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from graph.lexicon import overrides
from graph.lexicon.clause_forms import either
from graph.model import Limit
from graph.records import Record

# a five-year plan ends with its fifth year
PLANS = {"十三五": 2020, "十四五": 2025, "十五五": 2030, "十六五": 2035}
LATER = {"明年": 1, "次年": 1, "后年": 2}

_NUM = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_TO = r"(?: ?(?:—|–|-|~|～|至|到){1,2} ?)"
# 2024年 ; 25年底 ; 2024—2026年 ; 二〇二四年 ; 今年 ; “十四五”期间
_WHEN = (
    rf"(?:(?P<years>20\d\d ?年?{_TO})?"
    rf"(?P<year>20\d\d|2\d(?=年(?:{_NUM}月|[底末]|[上下]半年|第?[一二三四]季度))|"
    r"二[〇○零][〇○零一二三四五六七八九]{2}) ?年度?|"
    r"(?P<rel>今年|本年度?|当年|明年|次年|后年)|“?(?P<plan>十[三四五六]五)”?(?:规划)?(?P<during>时期|期间)?)"
)
# 6月30日 ; 6月1日至15日 ; 6月底 ; 3月至9月 ; 6、7月 ; 9月上旬 ; 第三季度末 ; 第二、三季度 ; Q2 ; 上半年 ; 年底 ; 年内
_PART = (
    rf"(?:(?:(?P<months>{_NUM}月?{_TO})|(?<=年)(?:{_NUM}月?、)+)?(?P<month>{_NUM}) ?月(?:份)?"
    rf"(?: ?(?P<day>{_NUM}) ?[日号](?:{_TO}(?P<till>{_NUM}) ?[日号])?|(?P<third>上旬|中旬|下旬|初|中|底|末))?|"
    r"(?:(?:(?:第|(?<=年))[一二三](?:季度)?[、和])?第?(?P<quarter>[一二三四1-4])季度|[Qq](?P<q>[1-4]))(?:[末底]|内(?![需外地]))?|"
    r"(?P<half>上半年|下半年)(?:[末底]|内(?![需外地]))?|"
    r"(?P<end>(?<![一二两三四五六七八九十])年[底末终]|[底末终]|(?<![一二两三四五六七八九十几半近\d])年度?内|全年|年中|岁末|期?末|内))"
)
# 2024.12.31 ; 2024-12
_DOTTED = r"(?P<y>20\d\d)[./\-](?P<m>\d{1,2})(?:[./\-](?P<d>\d{1,2}))?(?![\d年])"
DAY = re.compile(
    rf"(?=[2今本当明次后“十\d一二三四五六七八九第上下年全岁Qq])(?<![\d.])(?:{_DOTTED}|{_WHEN} ?(?:{_PART})?|"
    + re.sub(r"\?P<(\w+)>", r"?P<\1_>", _PART)
    + ")"
)
BETWEEN = re.compile(rf"{_TO}$")
# 2025年汛期前 ; 2024年6月开学前 : before what happens then, on a day that nobody has said
EVENT = re.compile(
    r"(?:的)?(?!之前|以前|结束|终了|到来)[^，。；、：（）\d\s]{1,8}?(?<![底末])(?:之|以)?前(?=[，。；、）完]|$)"
)

RECURRING = re.compile(
    r"每(?:半?年度?|个?季度?|个?月|周|星期|日|天|旬|[\d两三]+年|学期)|逐[年月季]|按(?:年|季度?|月|周)度?|年度(?:推进|实施|开展)|定期|[半一]年一次"
)
_SPELL = r"[\d一二三四五六七八九十两]+ ?(?:个)? ?(?:工作日|小时|日|天|周|月|年)(?:之内|以内|内)"
# 2年 ; 半年 ; 6个月左右: all that is said of when
_ONLY_SPELL = re.compile(
    r"(?:[\d一二三四五六七八九十两半] ?年|[\d一二三四五六七八九十两]{1,2} ?(?:个月|个?工作日|天|周)|半 ?个?月)"
    r"(?:时间)?(?:左右)?"
)
RELATIVE = re.compile(
    rf"(?:自|从)?(?:[^，。；、（）]{{0,14}}之?日起|[^，。；、（）]{{0,10}}后)?(?:的)? ?{_SPELL}"
    r"(?:完成|办结|建成|到位|出台|落实)?"
    # 方案出台后3个月完成
    r"|[^，。；、（）]{2,10}后 ?[\d一二三四五六七八九十两]+ ?个?(?:工作日|日|天|周|月|年)"
    r"(?:完成|办结|建成|到位|出台|落实)"
)
DONE = re.compile(r"已(?:经)?(?:完成|办结|落实|建成|出台)")

# 2024 ; 2023-2025 : years alone in a cell
_YEARS = re.compile(rf"(?:20\d\d{_TO})?20\d\d")

_HAN = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"〇": 0, "○": 0}


class Limited(Record, frozen=True):
    """A time limit: text[start:end], its kind, its last day. `odd` says that its year or its day cannot be."""

    start: int
    end: int
    kind: Limit
    due: str | None
    odd: bool = False


def read(text: str, start: int, end: int, year: int | None) -> Limited | None:
    """The limit that a label announces or that ends a clause. `year` is the notice's own.

    A date wins over what goes on after it: 2019年12月取得阶段性成果并持续推进 is a date.
    """
    while start < end and text[start] in " \n，。；：":
        start += 1
    while start < end and text[end - 1] in " \n，。；：、":
        end -= 1
    if start >= end:
        return None
    said = text[start:end]
    if _YEARS.fullmatch(said):
        said += "年"
    return Limited(start, end, *(_known(said, year, overrides()) if len(said) <= 40 else _told(said, year)))


def _told(said: str, year: int | None) -> tuple[Limit, str | None, bool]:
    """Kind, last day, and whether that cannot be."""
    found = [one for one in _days(said) if not _open(one, said)]
    recurring = RECURRING.search(said)
    if DONE.search(said):
        going = (kind for kind, pattern in _words(overrides()) if pattern.search(said))
        return next(going, Limit.OTHER), None, False
    if _ONLY_SPELL.fullmatch(said):
        return Limit.RELATIVE, None, False
    if found and not (recurring and not any(dated(one) for one in found)):
        return latest(said, found, year)
    for kind, pattern in (
        (Limit.RECURRING, RECURRING),
        (Limit.RELATIVE, RELATIVE),
        *_words(overrides()),
    ):
        if pattern.search(said):
            return kind, None, False
    return Limit.OTHER, None, False


@lru_cache(maxsize=4096)
def _known(said: str, year: int | None, _folder: Path | None) -> tuple[Limit, str | None, bool]:
    """2024年12月底前, 长期坚持: the measures of a notice share their limits."""
    return _told(said, year)


@cache
def _words(_folder: Path | None) -> tuple[tuple[Limit, re.Pattern[str]], ...]:
    """What says without a date how long it goes on: 长期坚持 ; 立行立改 ; 持续推进"""
    kinds = (Limit.LONG_TERM, Limit.IMMEDIATE, Limit.ONGOING)
    return tuple((kind, re.compile(either("limit", role=kind))) for kind in kinds)


def _days(text: str) -> list["re.Match[str]"]:
    """Dates in the text; 全年 is none where it says that a task goes on."""
    return [
        one
        for one in DAY.finditer(text)
        if one.end() > one.start()
        and one["end_"] not in ("内", "底", "末", "期末")
        and (one["end_"] != "全年" or re.match("完成|实现|建成|达到", text[one.end() :]))
    ]


def _open(one: "re.Match[str]", said: str) -> bool:
    """2024年起 ; 2025年汛期前 ; 2024年春季学期 ; 每年6月底前: it ends nothing, or on a day that nobody has said."""
    after = said[one.end() : one.end() + 12]
    return bool(re.match(r"起|以来|开始|[春夏秋冬]季|暑[假期]|寒假", after)) or (
        not (one["day"] or one["day_"] or one["d"]) and EVENT.match(after) is not None
    )


def dated(one: "re.Match[str]") -> bool:
    """Does it name its year?"""
    return bool(one["year"] or one["plan"] or one["rel"] or one["y"])


def latest(
    text: str, found: list["re.Match[str]"], own: int | None, spoken: int | None = None
) -> tuple[Limit, str | None, bool]:
    """Kind and last day of the latest among dates, and whether one cannot be; `spoken` is the year said before them."""
    days: list[date] = []
    odd = False
    span = any(
        one["years"] or one["months"] or one["months_"] or one["till"] or one["till_"] or one["during"] for one in found
    )
    year = spoken
    for at, one in enumerate(found):
        year = year_of(one, own) or year or own
        span = span or (at > 0 and bool(BETWEEN.match(text[found[at - 1].end() : one.start()])))
        try:
            day = _day(one, year) if year else None
        except ValueError:
            odd = True
            continue
        if day and own and not own <= day.year <= own + 40:
            odd = True
        elif day:
            days.append(day)
    return (Limit.SPAN if span else Limit.DATE), (max(days).isoformat() if days else None), odd


def year_of(one: "re.Match[str]", own: int | None) -> int | None:
    if one["y"]:
        return int(one["y"])
    if one["year"]:
        said = int("".join(str(_HAN.get(c, c)) for c in one["year"]))
        return said if said > 99 else 2000 + said
    if one["plan"]:
        return PLANS[one["plan"]]
    return own + LATER.get(one["rel"], 0) if own and one["rel"] else None


def number(text: str) -> int:
    """12 → 12; 十二 → 12; 三十 → 30; ValueError for what is no number."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return sum(_HAN[c] * 10**i for i, c in enumerate(reversed(text)))
    return (_HAN[tens] if len(tens) == 1 else 1 if not tens else 10) * 10 + (_HAN[ones] if len(ones) == 1 else 0)


def _day(one: "re.Match[str]", year: int) -> date:
    """The last day that the words leave; ValueError where there is no such day."""
    if one["y"]:
        month = int(one["m"])
        return date(year, month, int(one["d"]) if one["d"] else monthrange(year, month)[1])
    part = {
        name: one[name] or one[f"{name}_"] for name in ("month", "day", "till", "third", "quarter", "q", "half", "end")
    }
    part["quarter"] = part["quarter"] or part["q"]
    if part["month"]:
        month = number(part["month"])
        if not 1 <= month <= 12:
            raise ValueError(month)
        if part["day"]:
            return date(year, month, number(part["till"] or part["day"]))
        return date(
            year, month, {"上旬": 10, "初": 10, "中旬": 20, "中": 20}.get(part["third"], monthrange(year, month)[1])
        )
    if part["quarter"]:
        month = ("一二三四".find(part["quarter"]) + 1 or number(part["quarter"])) * 3
        return date(year, month, monthrange(year, month)[1])
    return date(year, 6, 30) if part["half"] == "上半年" or part["end"] == "年中" else date(year, 12, 31)
