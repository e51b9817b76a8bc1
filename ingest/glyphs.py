"""Characters that stand for others: look-alikes, blanks, half-width punctuation, traditional forms; one for one."""

import re
import unicodedata
from functools import cache

# radicals that PDF fonts put for characters; NFKC mends those of the Kangxi block, not these
LOOK_ALIKES = dict(
    zip(
        "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⺎⺙",
        "母民西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟兀攵",
        strict=True,
    )
)
KANGXI = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
BLANKS = dict.fromkeys(
    "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)
BREAKS = dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n")
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\ufeff"

# 责任单位:市发改委;完成时限:持续推进 ; ６个月 ; 1．
WIDE = {
    "(": "（", ")": "）", "[": "〔", "]": "〕", "﹝": "〔", "﹞": "〕", "［": "〔", "］": "〕", "{": "〔", "}": "〕",
    "｛": "〔", "｝": "〕", "〖": "〔", "〗": "〕",
    ":": "：", "∶": "：", "︰": "：", ";": "；", ",": "，", "﹐": "，", "﹔": "；", "．": ".", "﹒": ".", "｡": "。",
    "､": "、", "﹑": "、", "?": "？", "!": "！", "％": "%", "～": "~", "〜": "~", "－": "-", "–": "—", "―": "—",
    "─": "—", "━": "—", "﹣": "-", "‐": "-", "‑": "-", "−": "-",
} | {chr(0xFF10 + i): str(i) for i in range(10)}  # fmt: skip

_SHOWN = LOOK_ALIKES | KANGXI | BLANKS | BREAKS
_ODD = re.compile("[⺀-⿟\t\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\x0b\x0c\x1c-\x1e\x85]")
_USUAL_BLANKS = "\u3000\t\u00a0"
_HALF = re.compile(f"[{re.escape(''.join(WIDE))}]")
# （…各市、县〈区〉政府） : brackets within brackets, printed in another kind
_MIXED = re.compile('“([^“”"\n]{1,60})"|"([^“”"\n]{1,60})”')
_LEVELS = re.compile("〈([市区县旗州盟师乡镇街道园、，]{1,14})〉")
# frequent characters of official prose that only traditional text has
_TRADITIONAL = re.compile("[責單門務業發為關實國會東員長開進區產資運過動應體與於機構傳質後餘馀]")


def squeezed(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def printed(text: str) -> str:
    """The text with look-alikes mended and every blank a space, every break a line feed; as long as before."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    for blank in _USUAL_BLANKS:  # indents, one by one far slower
        text = text.replace(blank, " ")
    return _ODD.sub(lambda found: _SHOWN.get(found.group(), found.group()), text)


def ruled(text: str) -> str:
    """The text as rules read it: punctuation full-width, characters simplified; as long as before."""
    for half in set(_HALF.findall(text)):  # one kind after the other, which costs less than one place after the other
        text = text.replace(half, WIDE[half])
    if '"' in text and ("“" in text or "”" in text):  # “蒙速办" : of two kinds, one mark was lost
        text = _MIXED.sub(lambda found: f"“{found[1] or found[2]}”", text)
    if "〈" in text:
        text = _LEVELS.sub(r"（\1）", text)
    if not _TRADITIONAL.search(text):
        return text
    pattern, plain = _simplified()
    return pattern.sub(lambda found: plain[found.group()], text)


@cache
def _simplified() -> tuple[re.Pattern[str], dict[str, str]]:
    """Traditional characters and their simplified forms, from OpenCC."""
    from opencc import OpenCC

    odd = [chr(code) for code in range(0x4E00, 0x9FA6)]
    forms = OpenCC("t2s").convert("\n".join(odd)).split("\n")
    plain = {a: b for a, b in zip(odd, forms, strict=True) if a != b} | {"馀": "余"}
    return re.compile(f"[{''.join(plain)}]"), plain
