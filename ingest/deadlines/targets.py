"""Targets of a time said without 前 or 到: 2024年新增30家 ; 2024年末营业额达到1200亿元 ; 上半年，各市印发方案."""

import re

_COUNT = (
    r"[\d.]+ ?[万亿]?[多余]?"
    r"(?:个|家|户|名|人|亩|项|所|座|条|处|公里|件|批|套|台|辆|张|场|期|次|平方米|元|公顷|吨|千瓦|%|％)"
)
_WHO = r"(?:全[省市区县州]|我[省市区县州]|每[个市县区乡镇村]+|[\u4e00-\u9fff]{2,10}内)?"
_MADE = (
    r"(?:新增|新建|改建|改扩建|扩建|创建|推动|培育|打造|引进|改造|完成|实施|建设|建成|培训|遴选|认定|整治|治理|修复|淘汰|更新|开通|"
    r"布局|配备|选派|推广|入库|形成|实现|落地|招引|引育)"
)
_UP = r"(?:达到?|稳定在|保持在|突破|超过?|高于|不低于|不少于|提升至|提高[到至]|增加到|增至|下降到|降至|控制在|压减至)"
_MANNER = r"(?:再|计划|预计|累计|共|全面|集中|重点|组织|继续|新|将)*"
# 2024年争取新增10个 ; 2024年，力争全市面积达300万亩 ; 2024年新增30名 ; but 2024年新增的贷款
_STRIVEN = re.compile(rf"，?{_WHO}(?:力争|争取)[^，。；\n\d]{{1,20}}{_COUNT}")
_ADDED = re.compile(rf"，?{_WHO}{_MANNER}{_MADE}(?!的)[^，。；\n的]{{0,20}}?{_COUNT}")
# what is paid to those of a year is no target: 2024年新增入库企业每家奖励10万元
_PAID = re.compile(r"[^。；\n]*(?:奖励|补助|补贴|奖补|给予|资助|贴息)")
# 力争2024年入库1750家 ; 争取2025年纳入国家规划 ; but 确保2024年信贷增长20%以上
_SURE = re.compile(r"(?:力争|争取)(?:在|到|于)?$")
_REACHED = re.compile(rf"{_WHO}(?:再|计划)?(?:新增|新建|创建|入库|建成|培育)(?!的)[^，。；\n\d的]{{0,20}}{_COUNT}")
_GRANTED = re.compile(r"(?:获批|纳入|列入|开工|启动|落地|入选|通过|创成|投产|投用|通车|开通|取得)(?!的)")
# 力争2025年改造率达100% ; 力争2025年收入10万元以上的村占比达50%
_RAISED = re.compile(rf"[^，。；\n]{{2,30}}{_UP} ?\d")
# 2027年全省所有县均建成一所 ; 2027年设区城市基本建成分类系统 ; 2026年60%以上社区达到创建要求
_OF_ALL = re.compile(
    r"，?(?:全[省市区县州][^，。；\n]{2,30}|[^，。；\n的已]{2,16}(?:全部|全面|基本|均|普遍)|\d+%以上[^，。；\n的已]{2,24})"
    r"(?:纳入|建成|完成|达到?|覆盖|实现|形成|消除)(?![的了])"
)
# 2027年形成一批示范样板, of a year to come
_BROUGHT = re.compile(
    r"，?(?:力争|争取)?(?:基本|全面|初步|率先)?(?:形成|打造|建立|构建|建设|培育|成为|进入|跻身|发展)(?!的|了|成果|工作)"
)
# what was: 2025年营收达46亿元，同比增长8%
FACT = re.compile(r"[^。；\n]*(?:同比|环比|居全|列全|全[国省市]第|占全[国省市]|首次|荣获|获评|已)")
# 2025年全面推广无纸化备案
_EVERYWHERE = re.compile(
    r"，?(?:在全[国省市区县州](?:范围)?(?:内)?)?全面(?:推广|推行|推开|实施|施行|铺开|启用|实行|取消|应用)(?![的了])"
)
_COMPARED = re.compile(r"(?:[由从自较比到至]|预计|有望)$")
_BEGINS = re.compile(r"(?:^|[，。；：\n])$")
# 全市改造率2026年达到100%, of a year to come
_REACHES = re.compile(rf"{_MANNER}(?:力争|争取|确保|基本|全部)?{_UP} ?\d")
# 2024年末网络货运营业额达到1200亿元 ; 2027年规模突破1000亿元
_AT_THE_END = re.compile(
    rf"，?(?![^，。；\n]*(?:已|有望|预计))[^，。；\n的]{{2,24}}"
    rf"(?:{_UP}|比20\d\d年(?:下降|降低|提高|增长|增加|减少)|(?:缩短|下降|降低|提升|提高|减少|增长)) ?\d"
)
# 2024年上半年，各试点城市印发实施方案
_HALF = re.compile(r"，(?!已)[^，。；、\n]{0,16}?(?:印发|出台|发布|制定|完成|建成|实现|形成|上线|启用)(?![的了后])")


def aimed(one: "re.Match[str]", before: str, after: str, later: bool) -> bool:
    """Is a date the time of a target? `before` and `after` are the words around it; `later`: its year is to come."""
    whole = bool(one["year"] or one["plan"] or one["rel"]) and not one["years"] and not _part(one)
    if whole and _SURE.search(before):
        return bool(_REACHED.match(after) or _RAISED.match(after) or _GRANTED.match(after))
    if whole and later and one["year"] and _REACHES.match(after) and not _COMPARED.search(before):
        return True
    if not _BEGINS.search(before):
        return False
    if whole:
        if _STRIVEN.match(after) or _OF_ALL.match(after) or _EVERYWHERE.match(after):
            return True
        if later and one["year"] and _BROUGHT.match(after):
            return True
        return bool(_ADDED.match(after) or (later and _AT_THE_END.match(after))) and not _PAID.match(after)
    if one["year"] and one["end"] and _AT_THE_END.match(after):
        return True
    return bool(one["half"] or one["half_"] or one["quarter"] or one["quarter_"]) and _HALF.match(after) is not None


def counted(before: str, after: str) -> bool:
    """全年引进企业10家以上 ; 2024—2026年新建100座 ; 全年力争完成投资100亿元, but not 全年开展培训10次."""
    return (
        (_BEGINS.search(before) or _SURE.search(before)) is not None
        and bool(_STRIVEN.match(after) or _ADDED.match(after))
        and not _PAID.match(after)
    )


def _part(one: "re.Match[str]") -> bool:
    """Is it less than the year? 全年 is the whole of it."""
    return any(one[name] for name in ("month", "quarter", "q", "half")) or one["end"] not in (None, "全年")
