"""What the end or the beginning of a line tells: that it goes on, ends a sentence, stands alone, announces."""

import re

from ingest.units.roles import forms

JOINS = "、，,（(《“‘〔[［〈—"  # a line that ends so goes on
CLOSES = "，。、；：）》”,;:)]〕〉！？’%"  # a line that begins so belongs to the one before
# a line that ends so ends a sentence
TERMINAL = re.compile(r"[。！？；：;:!?…][”’）)」》]*$|[）)〕\]】]$")
TERMINAL_LAST = frozenset("。！？；：;:!?…”’）)」》〕]】")
OPENERS, CLOSERS = "（(《“〔[［", "）)》”〕]］"
# a title, a date and a number stand on lines of their own
ALONE = re.compile(
    r"(?:通知|意见|方案|办法|措施|决定|公告|通告|规划|计划|规定|细则|纲要|要点|条例|报告|批复|函|清单|政策)(?:[（(].{1,12}[）)])?$|"
    r"\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日(?:印发)?$|[〇○零一二三四五六七八九]年.{1,3}月.{1,3}日(?:印发)?$|"
    r"[〔\[﹝［]\d{4}[〕\]﹞］] ?第?\d+ ?号$"
)
ALONE_LAST = frozenset("知见案法施定告划则纲要点例复函单策）)日发号")

_BRACKETS = re.compile(r"[（(《“〔\[［）)》”〕\]］]")


def balance(text: str) -> int:
    """How many more brackets and quotes a line opens than it closes."""
    return sum([1 if mark in OPENERS else -1 for mark in marks]) if (marks := _BRACKETS.findall(text)) else 0


def ends(text: str) -> bool:
    """Does a line end like a sentence or an item? 完成。 ; 负责。） ; （下同）"""
    return text[-1] in TERMINAL_LAST and TERMINAL.search(text[-3:]) is not None


def alone(text: str) -> bool:
    """Does a line end like a title, a date or a number?"""
    return text[-1] in ALONE_LAST and ALONE.search(text[-20:]) is not None


def labelled(text: str) -> bool:
    """Does a line begin with a label: 责任单位："""
    head = text[:40]
    return ("：" in head or ":" in head or "】" in head) and bool(forms().opening.match(text))
