"""Targets of a time said without 前 or 到: 2024年新增30家 ; 2024年末营业额达到1200亿元 ; 上半年，各市印发方案."""

import re

_COUNT = r"[\d.]+ ?万?[多余]?(?:个|家|户|名|人|亩|项|所|座|条|处|公里|件|亿元)"
_WHO = r"(?:全[省市区县州]|我[省市区县州])?"
# 2024年争取新增10个 ; 2024年，力争全市面积达300万亩 ; 2024年新增30名 ; but 2024年新增的贷款
_STRIVEN = re.compile(rf"，?{_WHO}(?:力争|争取)[^，。；\n\d]{{1,20}}{_COUNT}")
_ADDED = re.compile(
    rf"，?{_WHO}(?:再|计划)?(?:新增|新建|创建|推动|培育|打造|引进|改造)(?!的)[^，。；\n\d的]{{0,20}}{_COUNT}"
)
# 力争2024年入库1750家 ; but 确保2024年信贷增长20%以上
_SURE = re.compile(r"(?:力争|争取)(?:在|到)?$")
_REACHED = re.compile(rf"{_WHO}(?:再|计划)?(?:新增|新建|创建|入库|建成|培育)(?!的)[^，。；\n\d的]{{0,20}}{_COUNT}")
# 力争2025年改造率达100% ; 力争2025年全省企业达26家
_RAISED = re.compile(r"[^，。；\n的]{2,30}(?:达到?|突破|超过|提升至|提高到) ?\d")
# 2027年全省所有县均建成一所
_OF_ALL = re.compile(r"，?全[省市区县州][^，。；\n]{2,30}(?:纳入|建成|达到?|覆盖|实现|形成)")
_BEGINS = re.compile(r"(?:^|[，。；：\n])$")
# 2024年末网络货运营业额达到1200亿元
_AT_THE_END = re.compile(r"(?!已)[^，。；\n的]{2,20}(?:达到|突破|超过) ?\d")
# 2024年上半年，各试点城市印发实施方案
_HALF = re.compile(r"，(?!已)[^，。；、\n]{0,16}?(?:印发|出台|发布|制定|完成|建成|实现|形成|上线|启用)(?![的了后])")


def aimed(one: "re.Match[str]", before: str, after: str) -> bool:
    """Is a date the time of a target? `before` and `after` are the words around it."""
    whole = bool(one["year"]) and not one["years"] and not _part(one)
    if whole and _SURE.search(before):
        return bool(_REACHED.match(after) or _RAISED.match(after))
    if not _BEGINS.search(before):
        return False
    if whole:
        return bool(_STRIVEN.match(after) or _ADDED.match(after) or _OF_ALL.match(after))
    if one["year"] and one["end"] and _AT_THE_END.match(after):
        return True
    return bool(one["half"] or one["half_"] or one["quarter"] or one["quarter_"]) and _HALF.match(after) is not None


def _part(one: "re.Match[str]") -> bool:
    return any(one[name] for name in ("month", "quarter", "q", "half", "end"))
