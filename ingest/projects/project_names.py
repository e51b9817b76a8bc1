"""Whether a stretch before a head is the name of a project, and where the name begins.

呼包鄂新能源装备|基地 says which one; 重点|项目 and 公共服务|平台 could be any.
"""

import re

from graph.lexicon.projects import Grammar, rest_of
from ingest.places.place_forms import spots
from ingest.places.scope import Scope
from ingest.projects import listed_projects, project_kinds
from ingest.projects.project_kinds import QUOTED, Stretch
from ingest.projects.stages import COMPLETE, START

_SO_MANY = re.compile(r"(?:一批|若干|多个|各类|一系列|更多)[一-龥]{0,4}$")
_LEAD = re.compile(
    r"^(?:好|使用|壮大|组织|一批|一[个座项]|加快|积极|全面|深入|大力|协同|优化|统筹|高标准|高水平|高质量|尽快|稳步|扎实|持续|共同|联合|合力|努力|探索|推进|推动|"
    r"实施|建设(?!路|大道|街|项目|用地|工程)|培育|扶持|打造|创建|组建|搭建|以及|[和与及了并再、]|我[省市县区]|继续|抓好|做好|确保|力争|实现|新一轮|用好|一流的?|现有|既有|完善|促进|加强|强化|提升|推广|每年|一届)+"
)
_MANY = re.compile(
    r"^(?:一批|各|若干|更多|多个|一系列|重[点大](?!行业|领域|产业)|一些|多种|其他|本|(?:\d+|[一二三四五六七八九十百]+)(?:个|项|家|处|座))"
)
_FEW = "两二三四五六七八九十"


def _each(words: str, after: str) -> str:
    """Each of the words with what comes after it."""
    return "|".join(word + after for word in words.split("|"))


def _first(words: str) -> str:
    """Each of the words at the beginning."""
    return "|".join(f"{word}(?<=^{word})" for word in words.split("|"))


def _behind(before: str, words: str) -> str:
    """Each of the words behind what comes before it, or, with `!`, not behind it."""
    sign, before = ("!", before[1:]) if before[0] == "!" else ("=", before)
    return "|".join(f"{word[0]}(?<{sign}{before}{word[0]}){word[1:]}" for word in words.split("|"))


# 龙头企业围绕AI芯片…平台 ; 机构在综合保税区: a name holds no such word. A pattern of which each word stands first, and
# then what must come before it, is found in a tenth of the time.
_ANY_NAME = (
    r"一批|其他|若干|条件的|进行|开展(?=.)|共建(?![共”])(?=.)|在(?![线校建职岗编])|将|把|到|使(?![用命])|"
    r"当地|围绕|聚焦|针对|面向|按照|根据|通过|运用|采取|提供|企业(?:间|与|和|依托|参与|承接|入驻|利用|开展)|列入|纳入|承担|依托|发挥|参加|鼓励|引导|支持|符合|具备|有关|相关|各[类大级种]|当年|本[单系地]|或|"
    r"级以上|个以上|期间$|(?<!分)类$|进(?:产业|园|社|校|乡|企)|一次[一-龥]{2}|人员全面|系统对接|对接(?=“)|率先|更好|多种|建设以",
    _each("建立|搭建|打造|构建|创建|设立|组建|承办|引进|牵头|谋划", "(?=.)"),
    _each("机构对接|企业对接|单位对接|部门对接", "(?!平台|服务|活动|洽谈)"),
    _each("商建设|业建设|司建设|构建设", "(?!项目|用地|平台)"),
    _first("对|向|从|以|拟|这|该|此|各|实际|个|项|存量"),
    "跨(?<=^跨)(?!境|区域|省|市|海|江|流域)",
    _behind("!植", "被"),
    _behind("!自", "由"),
    _behind("![转出]", "让"),
    _behind("![供补]", "给"),
    _behind("![行作]", "为"),
    _behind("![中高初均同平]", "等(?!级)"),
    _behind("![主重需纲概]", "要(?!素)"),
    _behind("![售背产疫]", "后(?=[共再即])"),
    _behind("![面方风导走定航流外内]", "向$|往$"),
    _behind(".", "现有(?!.?的)|既有(?!.?的)"),
    _behind(f"[{_FEW}]", "大$|条|座|项"),
    _behind(f"[一{_FEW}]", "个"),
    _behind(r"\d", "个|项|家|处|座|条|所|场"),
)
# 涉企收费|专项整治 says of a deed whom it means
_NO_DEED = re.compile("|".join(_ANY_NAME))
_NO_NAME = re.compile(f"{_NO_DEED.pattern}|{_first('涉')}")
_ANY_DEED = re.compile("^(?:重[点大]|相关|有关)|(?:专项|系列)$")
_SO_MANY_GREAT = re.compile("[一二三四五六七八九十两]大$")  # “六大|工程”
# “公园+” ; “苗圃+孵化器+加速器+产业园” are ways, not things
_WAYS = re.compile(
    r"“[一二三四五六七八九十两]大[一-龥]{2}”|“(?:[+＋][^”]*|[^”]*[+＋]|[^”+＋]*[+＋][^”+＋]*[+＋][^”]*)”"
)
# 嘉定区|重大|工程: any that the place has
_OF_PLACE = re.compile("[省市区县州盟旗]?(?:重[点大]|年度|民生|骨干|在建|续建|新建|储备|前期)+")
_MARKS = re.compile(r"[“”\"「」、]")
# 新型产业用地（M0）|试点 : a class of things
_CLASS = re.compile(r"[（(][A-Z]\d{1,2}[）)]$")
# 开源宁波（NBopen）城市级社区
_LATIN = re.compile(r"（[A-Za-z]{2,}）")
# 十链百场万企业对接活动
_COUNTS = re.compile(r"(?:[一二三四五六七八九十百千万双][\u4e00-\u9fff]){2}")
_SCALE = re.compile(
    r"(?:[A-Z]{3,}|全球|世界|中国|全国|国际|亚洲|丝路|东盟|亚太|环球|海峡|两岸|大湾区|首届|第[一二三四五六七八九十\d]+届|20\d\d年?)|"
    # 粤桂|经贸合作招商会
    r"(?:^|(?<=[、和与及]))[京津冀晋蒙辽黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘深穗甬蓉]{2,4}(?=[一-龥]{2})"
)
# 建设|低空智能融合系统（SILAS）: what has an abbreviation of its own
_ABBREVIATED = re.compile("(?:平台|系统)（[A-Z][A-Za-z]{2,}）$")
_MADE = ("建设", "加快建设", "打造", "构建", "建立", "搭建", "建成", "上线", "开发")
# 推进|甲乙山视频文创产业园|建设 : a place that was made for a purpose is a project as well
_MADE_PLACE = re.compile("(?:园|园区|科技城|科学城|产业城|通道|基地|中心|机场|[光药智数]谷)$")
_STRIVEN = ("创建", "争创", "申报", "申创")
_ZONES = ("示范区", "试验区", "实验区", "先行区", "先导区")
_OF_STATE = re.compile("国家(?!级)|全国(?!性)")
# 举办|未来产业创新创业大赛: said in full
_HELD = ("举办", "承办", "开展", "举行", "组织开展")
# 粤琼|低空物流通道
_PAIR = re.compile("[京津冀晋蒙辽黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘台港澳]{2,4}(?=[一-龥]{2})")
# 新建|南宁第二水厂 ; 推进|日照大剧院|建设, but 支持|北京天坛医院
_BUILDS = (
    "建设",
    "新建",
    "扩建",
    "加快建设",
    "规划建设",
    "开工",
    "开工建设",
    "启动建设",
    "建成",
    "建成投用",
    "动工",
    "筹建",
    "续建",
    "建好",
    "改建",
    "迁建",
)
_BUILT = re.compile(r"(?:[一二三]期)?(?:改扩建|扩建|改造|建设|新建|迁建|开工|建成|完工|竣工|投用|投入使用|开园|前期)")
_PHASE = re.compile("[二三四五六]期(?:工程|项目)?$")
# 安丰渠续建配套|与节水改造工程
_WORKS = re.compile(r"(?:续建|配套|改造|治理|修复|整治|扩建|加固|保护)$")


def named(found: Stretch, rules: Grammar, scope: Scope) -> list[tuple[int, int]]:
    """Where the names stand: one, or several that share the head; empty where it is no name.

    国家高新区“提质进位”、自治区级高新区“促优培育”|行动 are two ; 沙漠、戈壁、荒漠地区大型风电光伏|基地 is one."""
    clause, end, head = found.clause, found.end, found.head
    many = _MANY.match(clause[found.start : end]) is not None or (
        _SO_MANY.search(clause, max(0, found.start - 8), found.start) is not None
    )
    lead = _LEAD.match(clause[found.start : end])
    start = found.start + lead.end() if lead else found.start
    # 互联共享的|养老服务信息平台, but 连接……的高速公路
    own = clause.rfind("的", start, end - len(head))
    if clause.find("等", start, end) >= 0:
        own = max(own, _last(_FIELDS, clause, start, end - len(head)) - 1)
    if own >= 0 and not clause.startswith("连接", start):
        start = own + 1
    parts = listed_projects.members(clause, start, end, scope)
    if (
        len(parts) > 1
        and not _NO_NAME.search(clause[start : parts[-1][0]])
        and listed_projects.share_head([clause[a:b] for a, b in parts], scope)
    ):
        things = [part for part in parts if not is_way(clause[slice(*part)])]
        return things if _says(found, clause[start:end], many, rules, scope) else []
    if len(parts) > 1 and _NO_NAME.search(clause[start : parts[-1][0]]):
        return []
    starts = [start]
    if len(parts) > 1 and any(b - a > 2 for a, b in parts[:-1]) and not clause.startswith("连接", start):
        # 培训机构和|XX平台 ; 黄河流域生态保护和高质量发展|先行区 is one name, since 高质量发展先行区 alone says nothing
        starts = [parts[-1][0]]
        if _places(clause, parts, scope) or (rules.kinds[head] == "platform" and _of_quoted(clause, parts, head)):
            starts = [start]  # 青山区、昆区|老旧小区改造项目
        elif clause.startswith(("国家", "全国"), start) and rules.kinds[head] == "pilot" and len(parts) == 2:
            starts = [start]  # 国家生态环境与健康管理|试点
        elif len(parts) == 2 and _BODY.match(clause, *parts[0]):
            starts = [start, parts[-1][0]]
        elif _CAPACITY.search(clause, *parts[-2]) and project_kinds.own_name(clause[slice(*parts[0])]):
            starts = [start]
        elif _begins_with_place(clause, parts, scope) or _WORKS.search(clause, parts[-2][0], parts[-2][1]):
            starts = [parts[-1][0], start]
        elif rules.kinds[head] == "event" and len(parts) == 2 and _scaled(clause[slice(*parts[0])], scope):
            starts = [start, parts[-1][0]]  # 中国—东盟商务与|投资峰会 ; 珠三角与|粤东西北招商会
        elif len(parts) == 2 and rules.kinds[head] in _THINGS and _half(clause, parts, len(head)):
            starts = [start]
    for at in starts:
        if end - at <= 40 and _says(found, clause[at:end], many, rules, scope):
            return [(at, end)]
    return []


_THINGS = ("platform", "base", "center")


def _of_quoted(clause: str, parts: list[tuple[int, int]], head: str) -> bool:
    """Has “智眸火卫”预警与联动处置|系统 a name of its own for both deeds?"""
    (start, end), (last, stop) = parts[0], parts[-1]
    quoted = QUOTED.match(clause, start, end)
    one = len(parts) == 2 and clause[end] in "与和及" and 2 <= stop - last - len(head) <= 5
    return one and quoted is not None and quoted.end() < end - 1


def _half(clause: str, parts: list[tuple[int, int]], head: int) -> bool:
    """Says the second of A与B no more than a deed, so that both are one name: 标准制定与|验证平台?"""
    (start, end), (last, stop) = parts
    return clause[end] in "与及" and last == end + 1 and stop - last - head == 2 and 6 <= end - start <= 16


# 甲乙大学|金融发展与人才培养基地
# 开展水电气暖、金融银行等领域|涉企违规收费专项整治
_FIELDS = re.compile("等(?:重[点大])?(?:领域|行业|方面|环节|地区)")
# …学院能力建设及教育合作项目
_CAPACITY = re.compile("(?:能力|体系|队伍)建设$")
_BODY = re.compile("[一-龥]{2,6}?(?:大学|学院|医院|集团|公司)(?=[一-龥]{2})")
_AREA = re.compile(r"[一-龥]{1,6}[市区县旗](?![一-龥]?$)")


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where the last match ends, or -1."""
    return max((match.end() for match in pattern.finditer(text, start, end)), default=-1)


def _places(clause: str, parts: list[tuple[int, int]], scope: Scope) -> bool:
    """Are all but the last of A、B、C administrative areas, and does the last begin with one, so that they share it?"""
    alone = all(
        clause[b - 1] in "市区县旗" and any(end == b - a for _, end in spots(clause[a:b], scope)) for a, b in parts[:-1]
    )
    return alone and _AREA.match(clause, *parts[-1]) is not None


def _begins_with_place(clause: str, parts: list[tuple[int, int]], scope: Scope) -> bool:
    """Is the first of A和B a place with more, so that both may be one name?"""
    (start, end), last = parts[0], parts[-1]
    there = spots(clause[start:end], scope)
    return bool(there) and there[0][0] == 0 and there[0][1] < end - start and clause[last[0] - 1] in "和与及"


def _scaled(words: str, scope: Scope) -> bool:
    return _SCALE.match(words) is not None or (0, len(words)) in spots(words, scope)


def is_way(name: str) -> bool:
    """Is it a formula in marks: “公园+”, “苗圃+孵化器+加速器”?"""
    return _WAYS.fullmatch(name) is not None


def _says(found: Stretch, name: str, many: bool, rules: Grammar, scope: Scope) -> bool:
    """Does the name say more than its head and words that any project has?"""
    head, verb = found.head, found.verb
    own = name[: name.rfind(head)]
    needs, kind = rules.needs[head], rules.kinds[head]
    if is_way(name) or _SO_MANY_GREAT.search(own) or (head.endswith("通道") and project_kinds.way(own)):
        return False
    if own.count("“") > own.count("”") and found.clause[found.end - 1 : found.end + 1] != "”（":
        own += "”"  # “江淮英才|计划”: the whole name in marks
    if name.count("（") != name.count("）"):
        return False
    if head == "园" and (project_kinds.no_park(own) or "“" in own):
        return False
    if needs == "coined":
        return _LATIN.search(own) is not None or QUOTED.search(own) is not None
    # 试点 of what is listed: 废铅酸蓄电池等危险废物收集经营许可证制度|试点
    if kind == "pilot" and "、" not in own:
        own = own.replace("等", "")
    # “一批一策”… ; 涉企收费专项整治
    if (_NO_NAME if kind != "campaign" else _NO_DEED).search(QUOTED.sub("", own)):
        return False
    if kind == "pilot":
        own = _CLASS.sub("", own)
    there = spots(name, scope) if own else []
    if not there and project_kinds.at_home_first(own, scope):
        there = [(0, 2)]
    if there and there[0][0] == 0 and _OF_PLACE.fullmatch(name, there[0][1], len(name) - 2):
        return False
    # “蒙科聚”创新驱动平台 has a name of its own, “双创”支撑平台 a slogan
    coined = not many and project_kinds.coined(own)
    if verb == "围绕" and rules.verbs.search(own):
        return False  # 围绕某某产业|培育平台
    if needs in ("launch", "deed") and rules.stages.get(verb or "") is None and not coined:
        return False
    if coined:
        return True
    if verb is None:
        return False
    if kind == "platform" and verb in _MADE and len(own) >= 4 and _ABBREVIATED.search(name):
        return True
    if not own:
        # 申报|综合保税区 is a project without more words, 支持|综合保税区 is none
        return needs != "own" and len(head) >= 5 and rules.stages.get(verb) is not None
    if needs != "word" and not project_kinds.one(found, name, own, there, rules, scope):
        return False
    # 推动|长江经济带|发展: a place, not a project; 新建|丹江口水库 is one
    if (0, len(name)) in there and rules.stages.get(verb) not in (START, COMPLETE):
        return _MADE_PLACE.search(name) is not None
    rest = rest_of(_MARKS.sub("", own))
    if verb in _STRIVEN and head in _ZONES and _OF_STATE.match(own) and len(own) >= 6:
        return True  # 创建|国家公共文化服务体系示范区
    if needs in ("said", "deed") and len(_ANY_DEED.sub("", own)) >= 4:
        return True  # 智能制造|专项行动: what is done is said, however common its words
    if needs == "own":
        return len(own) >= 4 and (len(rest) >= 2 or bool(there))
    if needs == "word" and kind in ("campaign", "event") and len(_ANY_DEED.sub("", own)) >= 4:
        return True
    if needs == "word":
        # 大瑞|铁路: a character that stands for a place may be one of any name (大型)
        if head == "号线" and own.isdigit():
            return True
        lone = kind == "project" and project_kinds.initials(own)
        return (len(rest) > 1 or bool(there) or lone) and not project_kinds.of_all(own, kind)
    if needs == "event":
        told = found.listed or bool(there) or bool(_COUNTS.search(own)) or bool(_SCALE.search(own))
        return len(own) > 1 and (told or (verb in _HELD and len(own) >= 6 and len(rest) >= 2))
    where = bool(there) or project_kinds.own_name(own) or project_kinds.spot(own)
    # 主题公园|二期: what has a second phase is one
    where = where or (kind == "platform" and not found.listed and project_kinds.owned(name))
    if kind == "platform" and project_kinds.owned(name) and QUOTED.search(own) and not many:
        return True  # 国家“互联网+监管”|系统
    where = (
        where
        or own.startswith(("中国—", "中国-"))
        or (found.listed and kind in ("park", "base", "center", "event") and len(rest) >= 2)
    )
    where = where or (_PHASE.search(name) is not None and len(rest) >= 2) or _PAIR.match(own) is not None
    if needs == "built":
        # 建设金井湾污水处理厂、|三松再生水厂: another of a list whose first says where
        where = where or (bool(found.listed) and len(rest) >= 2)
        return where and len(own) >= 2 and (verb in _BUILDS or _BUILT.match(found.clause, found.end) is not None)
    if needs == "place" or many:
        return where and len(own) >= (1 if project_kinds.owned(name) else 2)
    if there:
        return len(own) - sum(end - start for start, end in there) + len(head) >= 3
    return len(rest) >= 2 and (where or len(own) >= 4)
