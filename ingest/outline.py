"""The numbered paragraphs of a notice as a tree: which item stands under which heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.model import Span
from ingest.flow import Flow
from ingest.numbering import ANNEX, KINDS, Number, number_of

RANK = {kind: rank for rank, kind in enumerate(KINDS)}
# a heading ends with its first sentence and is short
HEADING = 45
# 总体要求, 指导思想 … are numbered like measures and are none; so is what stands under them
NO_TASK = re.compile(
    r"(?:总体|工作|主要|发展|基本|指导|目标|总的)?(?:要求|思路|目标|原则|思想|考虑)$|总体要求|指导思想|基本原则|(?:工作|主要|总体|发展|重点|行动|年度)目标|"
    r"(?:组织|保障|工作|政策|要素|服务|推进|实施)*(?:保障|领导)(?:措施|机制|支撑|体系)?$|加强(?:组织)?领导|组织(?:领导|实施|保障)|有关(?:要求|说明)|工作(?:要求|机制|步骤)|"
    r"实施(?:步骤|时间|范围|期限)|附则|适用范围|明确范围|背景|意义|现状|时间安排|进度安排|方法步骤|责任追究|监督(?:检查|考核)|督(?:促检查|查考核|导检查)|总结|宣传(?:引导|教育)"
)


@dataclass(slots=True)
class Item:
    """A numbered paragraph flow[start:end] with its number; `parent` and `children` are places in the outline."""

    at: int
    start: int
    end: int
    number: Number
    heading: str
    parent: int | None
    paragraph: int
    children: list[int] = field(default_factory=list)

    @property
    def bare(self) -> bool:
        """Is there nothing but a heading?"""
        return len(self.heading) + self.number.end >= self.end - self.start - 1


@dataclass(frozen=True, slots=True)
class Outline:
    """Numbered items in order. `starts` are where they begin; `breaks` are annexes, where numbering starts anew."""

    items: tuple[Item, ...]
    starts: tuple[int, ...]
    breaks: tuple[int, ...]

    def siblings(self, item: Item) -> list[Item]:
        """Items of one kind under one heading, in order; numbering that starts again makes a new family."""
        if item.parent is None:
            family = [one for one in self.items if one.parent is None and one.number.kind == item.number.kind]
        else:
            family = [self.items[at] for at in self.items[item.parent].children]
        family = [one for one in family if one.number.kind == item.number.kind]
        here = family.index(item)
        first, last = here, here
        while first > 0 and family[first - 1].number.value < family[first].number.value:
            first -= 1
        while last + 1 < len(family) and family[last + 1].number.value > family[last].number.value:
            last += 1
        return family[first : last + 1]

    def end(self, item: Item, most: int) -> int:
        """Where the item ends: before the next one that is not within it, at `most` at the latest."""
        for other in self.items[item.at + 1 :]:
            if not self.within(other, item):
                return other.start
        return most

    def within(self, item: Item, of: Item) -> bool:
        parent = item.parent
        while parent is not None:
            if parent == of.at:
                return True
            parent = self.items[parent].parent
        return False

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
    for index, (start, end) in enumerate(flow.paragraphs):
        text = flow.text[start : min(end, start + 240)]
        if any(first <= start < last for first, last in taken):
            continue
        if ANNEX.match(text):
            stack.clear()
            breaks.append(start)
            continue
        number = number_of(text)
        if not number or end - start <= number.end:
            continue
        same = next((at for at, one in enumerate(stack) if one.number.kind == number.kind), None)
        if same is not None:
            del stack[same:]
        else:
            while stack and RANK[stack[-1].number.kind] > RANK[number.kind]:
                stack.pop()
        parent = stack[-1].at if stack else None
        heading = heading_of(flow.printed[start + number.end : min(end, start + 240)], text[number.end :])
        item = Item(len(items), start, end, number, heading, parent, index)
        if parent is not None:
            items[parent].children.append(item.at)
        items.append(item)
        stack.append(item)
    return Outline(tuple(items), tuple(one.start for one in items), tuple(breaks))


_STOP = re.compile(r"[。：；！？\n]|（(?=责任|牵头|.{0,30}负责）)")


def heading_of(shown: str, text: str) -> str:
    """The heading that a paragraph begins with, as printed: 积极帮助… after 一、帮助企业复工复产。 is none of it."""
    stop = _STOP.search(text)
    cut = stop.start() if stop else len(text)
    return shown[:cut].strip() if cut <= HEADING else ""
