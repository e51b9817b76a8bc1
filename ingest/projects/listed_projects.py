"""Projects in lists that share one head: 推进 A、B、C 等重大项目 ; 建设平南至武宣、柳州至覃塘、贵港西外环等高速公路.

Each member is a project where it says which one: a place, a route (X至Y), a code, or the name of a road or bridge.
"""

import re
from collections.abc import Iterator

from graph.lexicon.projects import grammar, rest_of
from ingest.places.place_forms import spots
from ingest.places.scope import Scope
from ingest.projects import stages
from ingest.projects.project_kinds import initials, own_name

# 等31个重大项目 ; 等铁路项目 ; 两个高铁配套项目 ; 等城市道路建设
SHARED = re.compile(
    r"[等两二三四五六七八九十](?:"  # a set at the beginning is found fast
    # 等灌区4个渠首工程 ; 等5条河道综合治理 : what the members are is said
    r"(?<=等)(?:[\d一二两三四五六七八九十]+[个座条处])?(?:重点|大型|中型|小型|主要)*"
    r"(?P<thing>灌区|水库|河道|河流|湖泊|泵站|电站|棚户区|片区|口岸|码头|港区|公园|景区|街区|园区|校区|院区|集聚区|道路|街道|桥梁|小流域|煤矿)"
    r"(?:[\d一二两三四五六七八九十]+[个座条处项])?[一-龥]{0,14}?(?:工程|项目|建设|改造|治理|整治|提升|修复|扩建|加固|搬迁|控规|规划)|"
    r"(?:(?<=等)(?:约?[\d一二两三四五六七八九十百]+[个项条座处家])?|(?<=[一-龥][^等])[个项条座])(?:一批)?"
    r"(?:国家|省级?|市级?|区级|县级)?(?:重大|重点|配套|标志性|支撑性|关键|在建|续建|新建|民生)*"
    r"[一-龥]{0,8}?(?:项目|工程|(?:铁路|高铁|公路|高速|道路|线路|机场|航道|桥梁|管网|水库|电站|路段)(?:网)?(?:$|(?=建设|改造|前期|建成|开工|通车|[、的]))))"
)
_JOINT = re.compile(r"[、与]|(?<![涉普波])及|和(?!高质量发展)|以及")
_JOINTS = "、与及和以"
_MAY_JOIN = re.compile(f"[{_JOINTS}]")
# 四道沙河 ; 黄河南岸 ; 建华路 : a member that reads like one of its kind
_ANCHOR = re.compile(r"[一-龥]{2,}(?:[河湖海江渠沟渡口湾滩泊山岭峡岸路街巷桥]|大道)$")
_ANCHOR_THING = re.compile(
    r"(?:新?[校院]区|学院|大学|医院|[中小]学|街|园区?|河|湖|渠|桥|小镇|大厦|中心|广场|总部|基地|场|馆|站|厂|枢纽|码头|片区|组团|道|路)$"
)
_ROUTE = re.compile(r"[一-龥]{2}(?:（[^（）]{1,12}）)?(?:经[一-龥]{2,12})?[至到—-][一-龥]{2}")
# 董梁高速公路|日照段 ; 沈海高速公路|两城至汾水段扩容
_PART = re.compile(r"[一-龥]{2}(?:高速公路|高速|铁路|高铁|客专|公路|国道|省道)[一-龥]{2,12}段")
# 新型疫苗研发及产业化集群|（一期）
_PHASED = re.compile(r"[（(]?[一二三四]期[）)]?$")
_CODED = re.compile(r"(?:[GSXY]|国道|省道|县道)\d{2,4}|\d+号线")
_NAMED = re.compile(
    r"(?:大道|[一-龥]{2}[东西南北中]?(?<![公铁道线网思出套电干支水陆旱])路|大桥|立交|隧道|环路|外环|内环|环线|快速路|连接线|客专|高铁|铁路|高速|高速公路|枢纽|水库|电站|机场|公园|水厂|港区|线)$"
)
_OF_BODY = re.compile("(?!.{0,6}(?:龙头|骨干|国有|大型))[一-龥]{2,6}?(?:大学|学院|医院|集团|公司)[一-龥]{3,14}")
_BUILDS = re.compile("(?:产业园|物流园|科技园|工厂|车间|研究院|总部|基地|科创城|艺术馆|生鲜港|改扩建|扩建|生产线)$")
# …等项目|加快投产 : what is said of single works, not of kinds
OF_ONE = re.compile("(?:建设)?[一-龥]{0,4}(?:投产|达产|达效|开工|动工|竣工|复工|签约|落地|封顶|投运|投用|建成)")
# kinds of works
_CLASS = re.compile(
    "(?:配套|附属|农村|城乡|城镇|城市|全民|老旧|中小|大中型|各|重要|清洁|国家级|中央|新型|绿色|跨境|内部|外围|退耕|[\\d一二三四五六七八九十]+条)"
)
_CLASS_ENDS = re.compile(
    "(?:治理|防治|整治|处理|升级|更新|保护|修复|设施|系统|体系|利用|管护|补奖|抚育|还林|还草|防护林|路径|置换|投资|管网|道路|处理厂|接收站|综合体)$"
)
_LINE = re.compile(
    "[一-龥]{2}(?:城际|快速|客运)?(?:快速|铁路|高铁|高速|公路|通道|航道)(?:扩能改造|扩容改造|改扩建|扩能|扩容|改造)?"
)
_NEAR = re.compile("等(?=地|县|市|区|企业|单位|领域|方面|部门)")
# 郑州南站及|相关配套工程
_BESIDE = re.compile("其|相关|有关|配套|附属")
_STRETCH = re.compile(r"（[A-Z一二三四五六七八九十\d]{1,3}(?:段|区|期|标段)）$")
_WATER = ("水库", "灌区", "泵站", "电站")
_WORKS = re.compile(
    r"(?:改扩建|扩建|改造|扩容|提升|扩能|整治|治理|修复|建设|延伸|西延|东延|南延|北延|一期|二期|三期|[一二三四]段|段|新院区|工程|项目|配套设施)+$"
)
_WHOLE_ROUTE = re.compile(r"[一-龥]{2,6}(?:（[^（）]{1,8}）)?(?:经[一-龥]{2,12})?至[一-龥]{2,8}(?:（[^（）]{1,8}）)?$")
_LOOP = re.compile("(?:[内外]环|环线|绕城|连接线|联络线|支线|复线)$")
_ROAD_CODE = re.compile(r"[GSXY]\d{2,4}|\d\.\d|[A-Za-z]+\d+|[\u4e00-\u9fff]\+")
_NO_MEMBER = re.compile(
    r"[：；。，]|^(?:中小型|大中型|[大中小]型)|有关|相关|一批|各类|各地|企业|部门|领域|行业|产业链|高质量发展|战略|方面|包括|为重点|技术|产品|人才|制度|体系|服务|政策|资金|集成电路"
)
_LEAD = re.compile(
    r"^(?:好|加快|积极|全面|深入|大力|协同|统筹|高标准|高水平|高质量|尽快|稳步|扎实|持续|重点|开展|实施|推进|推动|以及|[和与及、]|一批|"
    r"列入|包括|做好|抓好|力争|确保|继续|全力)+"
)


def find(clause: str, scope: Scope) -> Iterator[tuple[int, int, str, str | None]]:
    """(start, end, kind, stage) of the members of each such list in one clause."""
    floor = 0
    for shared in SHARED.finditer(clause):
        # 引导甲市、乙县等地布局|智能座舱、…等项目
        near = max((near.end() for near in _NEAR.finditer(clause, floor, shared.start())), default=floor)
        listed = _whole(clause, members(clause, near, shared.start(), scope), scope)
        floor = shared.end()
        if len(listed) < 2 and not shared[0].startswith("等"):
            continue
        begin, verb = _verb(clause, *listed[0]) if listed else (0, None)
        if listed:
            listed[0] = (begin, listed[0][1])
        listed = [_bare(clause, start, end) for start, end in listed]
        kind_of_thing = shared["thing"]
        alike = kind_of_thing is not None and _alike([clause[start:end] for start, end in listed], kind_of_thing, scope)
        works = len(listed) > 1 and shared[0].endswith("项目")
        names = [clause[start:end] for start, end in listed]
        sure = [alike or _tells(name, scope) or (works and _coined(name)) for name in names]
        if not all(sure) and any(_ROUTE.match(name) for name, told in zip(names, sure, strict=True) if told):
            sure = [told or _WHOLE_ROUTE.match(name) is not None for name, told in zip(names, sure, strict=True)]
        singled = shared[0].endswith(("项目", "工程")) and 2 * sum(sure) >= len(sure)
        if shared[0].endswith("项目") and not singled:
            singled = any(sure) or ("一批" not in shared[0] and OF_ONE.match(clause, shared.end()) is not None)
        for (start, end), name, told in zip(listed, names, sure, strict=True):
            if told or (singled and may_be_one(name)):
                yield start, end, kind(name), stages.after(clause, shared.end(), grammar().stages.get(verb or ""))


def kind(name: str) -> str:
    """What a name without a verb is, by its head."""
    head = re.search(rf"(?:{grammar().heads.pattern})$", name)
    return grammar().kinds[head[0]] if head else "project"


def _whole(clause: str, listed: list[tuple[int, int]], scope: Scope) -> list[tuple[int, int]]:
    """The members with those put together that a 与 inside of a name parts: 甲大学金融发展|与人才培养基地. Where
    、 parts the list, 与 and 及 before its last member do so as well: 宝禾绿氢|与煤化工耦合、…."""
    told: list[tuple[int, int]] = []
    last = clause.rfind("、", listed[0][0], listed[-1][1]) if listed else -1
    for start, end in listed:
        joined = told and start < last and clause[start - 1] in "与及" and told[-1][1] == start - 1
        if joined and not _BESIDE.match(clause, start):
            parted = (clause[slice(*told[-1])], clause[start:end])
            if not all(_tells(part, scope) for part in parted):
                told[-1] = (told[-1][0], end)
                continue
        if told and clause[start - 1] in "与和" and told[-1][1] == start - 1:
            left = clause[told[-1][0] : told[-1][1]]
            if _OF_BODY.match(left) and not _NAMED.search(left) and not _tells(clause[start:end], scope):
                told[-1] = (told[-1][0], end)
                continue
        told.append((start, end))
    return told


def _bare(clause: str, start: int, end: int) -> tuple[int, int]:
    """A member without the words that lead to it: 横跨北部湾的|广西龙门跨海大桥."""
    lead = _LEAD.match(clause[start:end])
    start += lead.end() if lead else 0
    return max(start, clause.rfind("的", start, end) + 1), end


def _alike(names: list[str], thing: str, scope: Scope) -> bool:
    """Are the members of a list names of such things? 供水、排水等|泵站 are kinds, 镫口、黄河南岸等|灌区 names."""
    if len(names) < 2 or not all(re.fullmatch(r"[一-龥]{2,10}", name) for name in names):
        return False
    if any(_NO_MEMBER.search(name) or name[0] == "沿" or not rest_of(name) for name in names):
        return False
    return any(name.endswith(thing) or _ANCHOR.match(name) or spots(name, scope) for name in names)


def _coined(name: str) -> bool:
    """Is it what one company builds: 安图生物体外诊断|产业园, 普莱柯生物制品|改扩建?"""
    thing = _BUILDS.search(name)
    return (
        thing is not None
        and 7 <= len(name) <= 24
        and not _NO_MEMBER.search(name)
        and len(rest_of(name[: thing.start()])) >= 4
    )


def may_be_one(name: str) -> bool:
    """May a member of a list, of which others are single works, be one: 隆辰绿能光伏组件, but not 污水处理?"""
    if _LINE.fullmatch(name) and initials(name[:2]):
        return True  # 哈佳|快速
    if not 4 <= len(name) <= 24 or _NO_MEMBER.search(name) or _CLASS.match(name):
        return False
    if _PHASED.search(name) or own_name(name):
        return True
    if _CLASS_ENDS.search(name):
        return False
    return len(rest_of(name)) >= 3


def _verb(clause: str, start: int, end: int) -> tuple[int, str | None]:
    """Where the first member begins, after the last verb in front of it that leaves two characters, and that verb."""
    found = list(grammar().verbs.finditer(clause, start, end - 2))
    # 坪岚铁路扩能|改造: a verb that ends a name is part of it
    found = [match for match in found if not _WORKS.fullmatch(clause[match.start() : end])]
    return (found[-1].end(), found[-1][0]) if found else (start, None)


def members(clause: str, start: int, end: int, scope: Scope) -> list[tuple[int, int]]:
    """The members of A、B和C, outside of quotes, brackets and names of places (呼和浩特)."""
    if start < end and not _MAY_JOIN.search(clause, start, end):
        return [(start, end)]
    inside = {index for a, b in spots(clause[start:end], scope) for index in range(start + a, start + b)}
    found: list[tuple[int, int]] = []
    at, depth = start, 0
    for index in range(start, end):
        depth += clause[index] in "“（(「"
        depth -= clause[index] in "”）)」"
        if clause[index] not in _JOINTS or depth or index < at or index in inside:
            continue
        if joint := _JOINT.match(clause, index):
            if index > at:
                found.append((at, index))
            at = joint.end()
    return [*found, (at, end)] if at < end else found


def share_head(parts: list[str], scope: Scope) -> bool:
    """Have the members of a list their head from the last one? 国家高新区“提质进位”, G210白云鄂博至固阳 ;
    平南至武宣、贵港西外环、…|高速公路."""
    # 古城湾（B段）、三道河、石拐|水库
    if parts[-1].endswith(_WATER) and all(_ANCHOR.match(_STRETCH.sub("", part)) for part in parts[:-1]):
        return True
    there = [spots(part, scope) for part in parts]
    routed = any(found for part, found in zip(parts, there, strict=True) if "至" in part)
    return all(
        part.endswith(("”", "」"))
        or _ROAD_CODE.match(part) is not None
        or (routed and _WHOLE_ROUTE.match(part) is not None)
        or (bool(found) and _LOOP.search(part) is not None)
        for part, found in zip(parts[:-1], there, strict=False)
    )


def _tells(name: str, scope: Scope) -> bool:
    """Does a member say which one it is?"""
    if not 3 <= len(name) <= 40 or _NO_MEMBER.search(name) or name.count("（") != name.count("）"):
        return False
    if _CODED.search(name):
        return len(name) >= 5 or name.endswith("号线")
    own = _WORKS.sub("", name)
    if _PART.search(name) or (_PHASED.search(name) and len(name) >= 6):
        return True
    if _ROUTE.match(own):
        return bool(spots(own, scope)) or own != name or _NAMED.search(own) is not None
    there = spots(own, scope)
    if there:
        # 北京、上海 are places; 南宁机场改扩建, 平南二桥至大安 are works
        rest = len(own) - sum(end - start for start, end in there)
        return rest >= 2 or (own != name and len(own) > 3) or (rest < 2 and own.endswith("港") and len(own) > 2)
    if len(own) >= 4 and own_name(own) and _ANCHOR_THING.search(own):
        return True  # 医科大学新校区, 温潮减河
    if _OF_BODY.fullmatch(own):
        return True  # 甲集团煤制油
    kind = _NAMED.search(own)
    return kind is not None and len(own) >= 4 and len(rest_of(own[: kind.start() + 2])) >= 2
