"""Projects that a table or a list names by its own frame: a row below 项目名称, 项目名称：… of a card, the heading of
an item below 重点项目清单.

There no verb stands before the name, and no place need stand in it: the frame says that it is a name.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from graph.lexicon.projects import grammar
from graph.model import Span
from ingest.glyphs import squeezed

_GREAT = (
    "(?:重[点大]|主要|标志性|支撑性|骨干|示范|拟建|在建|新建|续建|谋划|储备|年度|政府|投资|具体|配套|[省市县区]级|建设|民生|"
    "实事|基础设施)"
)
# 项目名称 ; 重点工程名称 ; 项目（工程）名称 ; 重大项目
_COLUMN = re.compile(
    rf"{_GREAT}*(?:子?项目|工程)(?:（(?:子?项目|工程)）|[/、及和与](?:子?项目|工程))?(?:名称|名)(?:（[^（）]*）)?|"
    rf"{_GREAT}*(?:重[点大]|标志性|支撑性|骨干|民生|实事){_GREAT}*(?:项目|工程)(?:（(?:项目|工程)）)?"
)
# 2026年市级重点项目清单 ; 重大工程（项目）表 ; 重点建设项目名单
_LIST = re.compile(
    rf"{_GREAT}[^。；，\n]{{0,12}}(?:项目|工程)(?:（(?:项目|工程)）)?(?:建设|推进|实施|投资|年度)?(?:计划)?"
    r"(?:清单|名单|一览|一览表|汇总表|计划表|安排表|任务表|台账|表)(?:（[^（）]*）)?$"
)
_NAMED = "名称"
_LABEL = re.compile(
    rf"(?:^|[\n。；])[\s\d.．、（）一二三四五六七八九十]*(?:项目|工程){_NAMED}[:：]\s*(?P<name>[^\n。；]{{3,60}})"
)
_MARK = re.compile(
    r"(?:[★☆▲△▪•●○■□◆◇※*＊]|\d{1,3}[.．、](?!\d)|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、)+\s*"
)
_NO_NAME = re.compile(r"[。；!！?？]|[：:].*[，,]|^(?:无|合计|小计|总计|共?\d+[个项]|同上|其他)")
# a name by its end, where the frame says less: 重点任务 below a list of projects
_LIKE = re.compile(
    r"(?:项目|工程|建设|改造|扩建|改扩建|迁建|整治|治理|修复|提升|更新|扩容|保护|利用|[一二三四五六]期|段|线|园|城|馆|站|厂|港|库|桥|路|道|院|校|区|基地|中心|平台)"
    r"(?:（[^（）]*）)?$"
)
_BUILDING = re.compile("(?:(?<!改造)(?<!能力)建设|建设实施)$")


def column(texts: Sequence[str]) -> int | None:
    """Which of the heads of a table announces names of projects."""
    return next((at for at, text in enumerate(texts) if _COLUMN.fullmatch(squeezed(text))), None)


@lru_cache(maxsize=256)  # many measures share a title
def listed(title: str | None) -> bool:
    """Is it the title of a list of projects?"""
    return title is not None and _LIST.search(squeezed(title)) is not None


def name(text: str, start: int, end: int) -> Span | None:
    """The name in a cell below such a head, without a number or a star before it, and without 建设 behind a head:
    中试验证平台|建设."""
    if mark := _MARK.match(text, start, end):
        start = mark.end()
    while end > start and text[end - 1] in " \n，、":
        end -= 1
    if not 3 <= end - start <= 70 or _NO_NAME.search(text, start, end) or not re.search("[一-龥]{2}", text[start:end]):
        return None
    built = _BUILDING.search(text, start, end)
    if built and _head(text[start : built.start()]):
        end = built.start()
    return start, end


def heading(text: str, start: int, end: int) -> Span | None:
    """The name that an item of a list of projects begins with, where it reads like one and is no sentence."""
    stop = re.search(r"[。：:\n]", text[start:end])
    found = name(text, start, start + stop.start() if stop else end)
    if found is None or found[1] - found[0] < 5 or "，" in text[slice(*found)]:
        return None
    words = text[slice(*found)]
    return found if _LIKE.search(words) and not grammar().verbs.match(words) else None


def labelled(text: str, start: int, end: int) -> list[Span]:
    """What 项目名称： announces in running text."""
    if text.find(_NAMED, start, end) < 0:
        return []
    told = (name(text, *match.span("name")) for match in _LABEL.finditer(text, start, end))
    return [span for span in told if span]


def kind(words: str) -> str:
    """The kind of a project by the end of its name, as in `project_heads.tsv`."""
    head = _head(words)
    return grammar().kinds[head] if head else "project"


def _head(words: str) -> str | None:
    """The last head that the words end with, brackets behind it left out."""
    words = re.sub(r"[”\"]$|（[^（）]*）$|\([^()]*\)$", "", words)
    last = None
    for match in grammar().heads.finditer(words):
        last = match
    return last[0] if last and last.end() == len(words) else None
