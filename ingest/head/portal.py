"""What the page of a portal says beside a notice: [发文机构] 北京市人民政府办公厅, 文 号：浙卫发〔2025〕13号.

It is evidence where the notice itself is silent. The day of publication is not the day of the notice.
"""

import re
from itertools import zip_longest

from ingest.text.flow import Flow

_SAID = {
    "number": "发文字号|发文文号|发文号|公文字号|文件编号|文件字号|文件号|文号",
    "issuer": "发文机关|发文机构|发文单位|发布机构|发布机关|发布单位|制发机关|制发单位|公布机关",
    "dated": "成文日期|成文时间|发文日期|发文时间|制发日期|签发日期",
    "title": "信息名称|文件名称|公文名称|标题",
    "other": "索引号|主题分类|组配分类|统一编号|信息索取号|公开日期|公开时间|公开方式|公开范围|发布日期|发布时间|"
    "生成日期|生效日期|实施日期|废止日期|失效日期|有效性|时效性|效力状态|服务对象|信息来源|文章来源|浏览次数|浏览量|点击数|点击次数|责任编辑|"
    "关键词|内容概述|是否有效",
}
# 文 号： ; [成文日期] ; between blanks no colon is needed
_LABEL = re.compile(
    r"(?P<clear>(?<![^ |]))?(?:[〔【] ?)?(?:"
    + "|".join(
        f"(?P<{kind}>{'|'.join(' ?'.join(word) for word in sorted(words.split('|'), key=len, reverse=True))})"
        for kind, words in _SAID.items()
    )
    + r")(?: ?[〕】] ?[：:]?| ?[：:]|(?(clear)(?=[ |\d]|$)|(?!)))"
)
# a cheap find before the pattern above is tried
_WORD = re.compile("|".join(" ?".join(word) for words in _SAID.values() for word in words.split("|")))
# 【发布部门】财政部 【发布日期】2017.06.14: a collection of laws gives a notice's own day so, not that of a page
_COLLECTED = re.compile(
    r"【(?:(?P<number>发文字号|文号|字号)|(?P<issuer>制定机关|发布部门|颁布单位|发布单位|发文机关)|"
    r"(?P<dated>公布日期|发布日期|颁布日期|颁布时间|发布时间)|(?P<title>标题)|(?P<other>[^【】]{2,8}))】"
)
_COLLECTION = re.compile("【(?:法宝引证码|法规类别|效力级别|效力等级|时效性)】")
_LONGEST = 60
_CLOCK = re.compile(r"\d{1,2}：\d\d")


def read(flow: Flow, till: int) -> dict[str, str]:
    """Number, issuer, date and title beside the notice, from what stands before `till`, else from the card at the end;
    each as said first."""
    above = _said([flow.text[start:end] for start, end in flow.paragraphs[:60] if start < till])
    below = [flow.text[start:end] for start, end in flow.paragraphs[-20:] if start >= till and end - start <= 200]
    card = _said(below) if sum(labelled(line) for line in below) > 2 else {}
    return {kind: value for kind, value in card.items() if kind != "title"} | above


def _said(lines: list[str]) -> dict[str, str]:
    pattern = _COLLECTED if any(_COLLECTION.search(line[:1000]) for line in lines) else _LABEL
    said: dict[str, str] = {}
    for at, line in enumerate(lines):
        if pattern is _LABEL and not _WORD.search(line, 0, 1000):
            continue
        labels = list(pattern.finditer(line[:1000]))
        for label, after in zip_longest(labels, labels[1:]):
            kind = label.lastgroup or "other"
            value = line[label.end() : after.start() if after else len(line)].strip(" |•·")
            if not value and after is None and at + 1 < len(lines) and not labelled(lines[at + 1]):
                value = lines[at + 1].strip(" |")
            if kind == "other" or not value.strip("-—/ 无") or len(value) > _LONGEST:
                continue
            if kind == "dated" and _CLOCK.search(value):  # when the page was put up
                continue
            if kind == "dated" and label.group().lstrip("〔【 ").startswith("成"):
                said[kind] = value
            said.setdefault(kind, value)
    return said


def labelled(line: str) -> bool:
    """Does a line say such a thing?"""
    said = line.lstrip(" |•")
    return (_COLLECTED if said.startswith("【") else _LABEL).match(said) is not None


def before(line: str) -> int:
    """Where the first such label of a line begins: 鄂府办发〔2023〕87号 | 发布日期：2023-06-09."""
    pattern = _COLLECTED if "【" in line and _COLLECTION.search(line) else _LABEL
    found = pattern.search(line) if pattern is _COLLECTED or _WORD.search(line) else None
    return len(line[: found.start()].rstrip(" •·").removesuffix("文章属性")) if found else len(line)


def past(line: str) -> int:
    """Where what the last such label says ends, if it is a figure: 浏览次数：1 | 各市人民政府："""
    last = 0
    for found in _LABEL.finditer(line) if _WORD.search(line) else ():
        last = found.end()
    return last + len(re.match(r"[\d \-:：]*", line[last:])[0]) if last else 0  # type: ignore[index]
