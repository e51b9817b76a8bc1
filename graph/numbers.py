"""Numbers of measures as one types them (12, （十二）, 5号 十二), and how notices may print the same number."""

import re
from functools import cache
from typing import NamedTuple

from graph import words

MOST = 299
"""Higher numbers are of no measure: 2024 is a year."""

_DIGITS = "零一二三四五六七八九"


class Number(NamedTuple):
    """What may be printed before the measure, and the words typed before the number, which name its notice."""

    labels: tuple[str, ...]
    notice: str


def han(value: int) -> str:
    """12 → 十二; 110 → 一百一十."""
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    said = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        said += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        said += "零"
    return said + (_DIGITS[ones] if ones else "")


@cache
def _values() -> dict[str, int]:
    return {said: value for value in range(1, MOST + 1) for said in (han(value), str(value))}


_NUMERAL = r"(?:\d{1,3}|[一二三四五六七八九十百零〇]{1,6})"
# （十二） ; (12) ; 12) ; 第十二条 ; 十二、 ; 12. ; 12
_TYPED = re.compile(
    rf"(?:(?P<bracket>[(]\s?(?P<inner>{_NUMERAL})\s?[)])|第(?P<article>{_NUMERAL})条"
    rf"|(?<![\d一二三四五六七八九十百零〇])(?P<bare>{_NUMERAL})(?P<point>[、.)])?)$"
)
# 5号 十二 : after a blank, 号 or a bracket; 8月12 is no number of a measure
_BEFORE = re.compile(r"(?:[\s号)\]〕》,，:：]|^)$")


def typed(text: str) -> Number | None:
    """The number of a measure that a text ends with."""
    text = words.normalise(text)
    found = _TYPED.search(text)
    if not found:
        return None
    before = text[: found.start()]
    said = found["inner"] or found["article"] or found["bare"]
    value = _values().get(said.replace("〇", "零"))
    if value is None or not (found["bracket"] or found["article"] or _BEFORE.search(before)):
        return None
    both = han(value), str(value)
    forms = [f"（{one}）" for one in both] + [f"({one})" for one in both] + [f"{one}）" for one in both]
    pointed = [one + point for one in both for point in "、.．"]
    article = [f"第{one}条" for one in both]
    if found["article"]:
        forms = article
    elif found["point"] and found["point"] != ")":
        forms = pointed
    elif not found["bracket"] and not found["point"]:
        circled = [chr(ord("①") + value - 1)] if value <= 20 else []
        forms += [*pointed, *both, *article, *circled]
    return Number(tuple(forms), before.strip(" ,，:："))
