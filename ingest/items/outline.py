"""The numbered paragraphs of a notice as a tree: which item stands under which heading."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.model import Span
from graph.records import Record
from ingest.numbering import ANNEX, KINDS, Number, glued, may_be_glued, number_of
from ingest.text.flow import Flow

RANK = {kind: rank for rank, kind in enumerate(KINDS)}
# a heading ends with its first sentence and is short
HEADING = 45
# 总体要求, 指导思想 … are numbered like measures and are none; so is what stands under them
NO_TASK = re.compile(
    r"(?:总体|工作|主要|发展|基本|指导|目标|总的)?(?:要求|思路|目标|原则|思想|考虑)$|总体要求|指导思想|基本原则|(?:工作|主要|总体|发展|重点|行动|年度)目标|"
    r"(?:组织|保障|工作|政策|要素|服务|推进|实施)*(?:保障|领导)(?:措施|机制|支撑|体系)?$|加强(?:组织)?领导|组织(?:领导|实施|保障)|有关(?:要求|说明)|工作(?:要求|机制|步骤)|"
    r"实施(?:步骤|时间|范围|期限)|附则|适用范围|明确范围|背景|意义|现状|时间安排|进度安排|方法步骤|责任追究|监督(?:检查|考核)|督(?:促检查|查考核|导检查)|总结|宣传(?:引导|教育)|"
    r"^本(?:办法|措施|方案|意见|规定|细则|政策|通知|文件)[^。]{0,12}自|起(?:施行|实施|执行|生效)|负责解释"
)


class Item(Record, frozen=True):
    """A numbered paragraph flow[start:end] with its number; `at` and `parent` are places in the outline."""

    at: int
    start: int
    end: int
    number: Number
    heading: str
    parent: int | None


@dataclass(frozen=True)
class Outline:
    """Numbered items in order. `starts` are where they begin; `breaks` are annexes, where numbering starts anew."""

    items: tuple[Item, ...]
    starts: tuple[int, ...]
    breaks: tuple[int, ...]

    @cached_property
    def families(self) -> tuple[tuple[int, ...], ...]:
        """Items of one kind under one heading, in order, each once; numbering that starts again makes a new family."""
        families: list[list[int]] = []
        last: dict[tuple[int | None, str], list[int]] = {}
        for item in self.items:
            key = (item.parent, item.number.kind)
            family = last.get(key)
            if family is None or self.items[family[-1]].number.value >= item.number.value:
                family = last[key] = []
                families.append(family)
            family.append(item.at)
        return tuple(map(tuple, families))

    @cached_property
    def _family_of(self) -> dict[int, tuple[int, ...]]:
        return {at: family for family in self.families for at in family}

    def siblings(self, item: Item) -> tuple[int, ...]:
        """The family of an item, as places in `items`."""
        return self._family_of[item.at]

    @cached_property
    def _next_outside(self) -> list[int]:
        """For each item the first later one that is not within it."""
        following = [len(self.items)] * len(self.items)
        open_items: list[int] = []
        for item in self.items:
            while open_items and open_items[-1] != item.parent:
                following[open_items.pop()] = item.at
            open_items.append(item.at)
        return following

    def end(self, item: Item, most: int) -> int:
        """Where the item ends: before the next one that is not within it, at `most` at the latest."""
        after = self._next_outside[item.at]
        stop = bisect_right(self.breaks, item.start)
        ends = [self.starts[after]] if after < len(self.items) else []
        return min([*ends, *self.breaks[stop : stop + 1], most])

    def within(self, item: Item) -> bool:
        """Do other items stand below it?"""
        return item.at + 1 < len(self.items) and self.items[item.at + 1].parent == item.at

    def at(self, place: int) -> Item | None:
        """The last item that begins at or before a place of the flow."""
        index = bisect_right(self.starts, place) - 1
        return self.items[index] if index >= 0 else None

    def section(self, item: Item) -> str | None:
        """The nearest heading above, as printed."""
        return None if item.parent is None else printed(self.items[item.parent])


def printed(item: Item) -> str:
    """Number and heading: 四、夯实一体化生态环保体系."""
    return item.number.printed + item.heading


def read(flow: Flow, taken: Sequence[Span] = ()) -> Outline:
    """The outline of a flow but for what tables take up. A kind of number that is open already closes what stands
    under it."""
    items: list[Item] = []
    stack: list[Item] = []
    breaks: list[int] = []
    whole = may_be_glued(flow.text)
    figures = glued([flow.text[slice(*paragraph)] for paragraph in flow.paragraphs]) if whole else frozenset()
    for at, (start, end) in enumerate(flow.paragraphs):
        text = flow.text[start : min(end, start + 240)]
        if taken and any(first <= start < last for first, last in taken):
            continue
        if text.startswith("附") and ANNEX.match(text):
            stack.clear()
            breaks.append(start)
            continue
        number = number_of(text, before_figure=at in figures)
        if not number or end - start <= number.end:
            continue
        kinds = [one.number.kind for one in stack]
        if number.kind in kinds:
            del stack[kinds.index(number.kind) :]
        else:
            while stack and RANK[stack[-1].number.kind] > RANK[number.kind]:
                stack.pop()
        parent = stack[-1].at if stack else None
        heading = heading_of(flow.printed[start + number.end : min(end, start + 240)], text[number.end :])
        item = Item(len(items), start, end, number, heading, parent)
        items.append(item)
        stack.append(item)
    return Outline(tuple(items), tuple(one.start for one in items), tuple(breaks))


_STOP = re.compile(r"。|：|；|！|？|\n|（(?=责任|牵头|.{0,30}负责）)")


def heading_of(shown: str, text: str) -> str:
    """The heading that a paragraph begins with, as printed: 积极帮助… after 一、帮助企业复工复产。 is none of it."""
    stop = _STOP.search(text)
    cut = stop.start() if stop else len(text)
    return shown[:cut].strip() if cut <= HEADING else ""
