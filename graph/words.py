"""How Chinese text is matched, decided once: normalised, and cut into terms that both stores index alike.

Terms are pairs of neighbouring characters, in order, so that a phrase of pairs finds every substring, also those that a
segmentation would hide; words of other scripts and numbers are terms whole. No term holds white space.
"""

import re
import unicodedata

_RADICALS = str.maketrans(
    dict(
        zip(
            "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⺎⺙",
            "母民西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟兀攵",
            strict=True,
        )
    )
)
_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+")


def normalise(text: str) -> str:
    """Full-width forms, radicals, case and white space made alike."""
    folded = unicodedata.normalize("NFKC", text).translate(_RADICALS).casefold()
    return " ".join(folded.split())


def terms(text: str) -> str:
    """The terms of a text in order, parted by blanks, as they are indexed."""
    found: list[str] = []
    for run in _RUN.findall(normalise(text)):
        if re.match(rf"[{_CJK}]", run):
            found += [run[i : i + 2] for i in range(len(run))]
        else:
            found.append(run)
    return " ".join(found)
