"""What says that a word is a place and no other word: the places it stands beside, and the words around it.

资源 is a place in 龙胜、资源、全州三县, 固阳 in 白云鄂博至固阳至东河; by themselves both are words.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from graph.lexicon import regions
from graph.lexicon.ambiguous import ordinary
from ingest.places.place_forms import Candidate, at_home
from ingest.places.scope import Scope

# 至 ; 昆明（福德立交）至宜良 ; 玉溪（易门）至昆明
_LINK = re.compile(r"(?:（[^（）]{1,10}）|[）)])?(?:至|到|—+|－|–|-|、|和|与|及|以及|经)|[（(]")
_TAIL = re.compile(
    r"境内|城区|县城|段|一带|方向|片区|等地|[两二三四五六七八九]地|[等]?[两二三四五六七八九十]+[省市县区旗州盟]"
)
# what a route is of: 至延川|等公路, 至三穗|国家高速公路, 至融安|（黔桂界）
_ROUTE_AFTER = re.compile(
    r"(?:（[^（）]{0,6}界）)?(?:等)?(?:国家|省级|沿[江河海黄]|[一二三四]级|城际|普速|货运|客运)?(?:高速|高铁|铁路|公路|国道|省道|快速|客专|客运专线|航道|输[气油电水]|"
    r"段|线|通道|扩容|改扩建|界）)|（[^（）]{0,6}界）"
)
_ETC = re.compile(r"等地(?!方)|境内")
_HEAD = re.compile(r"(?:位于|途[经径]|前往|驻|赴|连接|联通|经过?|[自从]|对口(?:支援|帮扶|协作))$")
_APART_BEFORE = re.compile(
    r"(?:^|[、，。；：（“和与及在由以]|支持|推动|推进|依托|加快|鼓励|发挥|推广|借鉴|建设|打造|联动|聚焦|围绕|引导|指导|协同|学习|"
    r"实施|开展|提升|完善|整合|盘活|摸排|排查|改造|扩建|新建|谋划|启动|培育|做[强优大]|结合|通过|利用|巩固|优化|推介|发布)$"
)
_APART_AFTER = re.compile(
    r"$|[、，。；）”和与及等的]|先行|开展|建设|打造|发展|国际|国家|综合|综保|保税|高新|经开|试点|创建|加快|争创|积极|经验|模式|做法|产业"
)
# 依托柯桥|纺织印染产业 ; 建设秭归|翻坝物流产业园: what a place is known for, or what stands in it
_OF_PLACE = re.compile(
    r"[一-龥]{0,12}?(?:产业|集群|行业|市场|商圈|特色|品牌|工业园|科技园|产业园|物流园|园区|基地|小镇|港区|作业区|水库|灌区|机场|"
    r"电站|高速|铁路|公路|景区|古城|老城|新城|公司|项目|工程)"
)
# 富民|120万千瓦抽水蓄能项目
_ZONED = re.compile(
    r"(?:国家级?)?(?:高新区|经开区|高新技术产业(?:开发)?区|经济技术开发区|经济开发区|综合保税区|综保区|保税区|工业园区|产业园区)"
)
_CAPACITY = re.compile(r"\d+(?:\.\d+)? ?万?(?:千瓦|兆瓦|MW|千伏|吨|立方米|公里)")
# 支持太原、大同|打造区域中心 ; 办好大同|康养峰会 ; but 推动朝阳|产业发展
_MADE = re.compile(r"打造|建设|创建|争创|申报|申建|开展|加快|承接|发展|举办")
_REVIVED = re.compile(r"(?:全面|全方位)?振兴|老工业")
_STRIVES = re.compile(
    r"打造|创建|争创|申报|申建|承接|举办|率先|先行先试|抢占|争当|争做|深耕|聚焦|依托|发挥|做强|做大|擦亮"
)
_DOING = re.compile(
    r"落地|引进|招引|抢占|加快|加强|提升|聚焦|协同|联动|发展|建设|开展|试点|先行|打造|创建|实施|推进|布局|联合"
)
_URGED = re.compile(
    r"(?:支持|推动|推进|依托|加快|鼓励|结合|围绕|聚焦|建设|打造|办好|举办|做[强优大]|提升|指导|引导|重点推进)$"
)
_WORD = re.compile(r"纪念|产业|时数|条件|价格|市民|方向|世界")
_LISTED = re.compile(
    r"$|[、，。；）（(至到和与及等—－–-]|[两二三四五六七八九十]+[省市县区旗州盟地]|境内|[沿过]江|沿河|公路|铁路|高速|高铁|城际|[一二]级|通道|段"
)


def chains(found: Sequence[Candidate], text: str) -> list[list[Candidate]]:
    """Candidates that are tied by 至, 、, 和 … or stand right beside each other (包头市固阳) are one chain."""
    tied: list[list[Candidate]] = []
    for candidate in found:
        left = tied[-1][-1] if tied else None
        between = text[left.end : candidate.start] if left and candidate.start - left.end < 16 else None
        if left and between is not None and ((not between and contains(left, candidate)) or _LINK.fullmatch(between)):
            tied[-1].append(candidate)
        else:
            tied.append([candidate])
    return tied


def together(chain: list[Candidate], scope: Scope) -> bool:
    """Does the company in a chain say that all are places? One that needs no sign does; so do two at home, three where
    all of them are ordinary words."""
    if len(chain) < 2:
        return False
    if not all(candidate.weak for candidate in chain):
        return True
    return all(at_home(candidate, scope) for candidate in chain) and (
        len(chain) > 2 or not all(ordinary(candidate.form) for candidate in chain)
    )


def routed(chain: list[Candidate], text: str) -> bool:
    """绥德至延川公路, 洞口至三穗国家高速公路: a road, railway or stretch from one to the other, wherever they lie."""
    if len(chain) < 2:
        return False
    return any("至" in text[left.end : right.start] for left, right in pairwise(chain)) and (
        _ROUTE_AFTER.match(text, chain[-1].end) is not None
    )


def said(candidate: Candidate, together: bool, text: str, scope: Scope, chain: Sequence[Candidate] = ()) -> bool:
    """Do the words around say that 固阳, 资源 or 理县 is a place?

    Beside another place (白云鄂博至固阳至东河, 包头市固阳) or with 境内, 等地 …, 途经 …; an ordinary word only in
    a list of places, 城区 and 理县 by themselves only at home.
    """
    region = regions.nearest(candidate.form, scope.region)
    if region is not None and candidate.form == region.name and regions.within(region.code, scope.region):
        return not ordinary(candidate.form)
    before, after = text[max(0, candidate.start - 6) : candidate.start], text[candidate.end : candidate.end + 4]
    home = at_home(candidate, scope)
    if home and _APART_BEFORE.search(before) and _CAPACITY.match(text, candidate.end):
        return True
    # 肥西|经开区, near the issuer
    if _ZONED.match(text, candidate.end) and (near(candidate, scope) or not ordinary(candidate.form)):
        return True
    if ordinary(candidate.form):
        # 推动东北|全面振兴
        if candidate.named is not None and _REVIVED.match(text, candidate.end):
            return True
        # a city in a notice of its province
        city = home and region is not None and region.level == "city"
        urged = _URGED.search(before) and not _WORD.match(text, candidate.end)
        if city and (urged or (together and _MADE.match(text, candidate.end))):
            return True
        # 支持南山|打造高地, in a notice of the city that it is a district of
        if home and scope.level == "city" and urged and _STRIVES.match(text, candidate.end):
            return True
        # 三河、大厂、香河|协同 in a notice of their province
        if together and home and before.endswith("、") and _DOING.match(text, candidate.end):
            return True
        # 监利至石首至公安沿江公路, but 北京和|平安中国 ; 推动大同|等地 names a city
        if region is not None and region.level == "city" and _ETC.match(text, candidate.end):
            return True
        return together and _LISTED.match(text, candidate.end) is not None and _akin(candidate, chain, text, scope)
    if together or candidate.form in scope.names:
        return True
    close = region is not None and any(regions.within(region.code, outer) for outer in _around(scope))
    if _TAIL.match(after) or _HEAD.search(before):
        return close or len(regions.named(candidate.form)) == 1
    # 以固阳为重点, 建成崇明电站: an area of the issuer's own, whatever stands around it
    if home and candidate.form[-1] not in "县区市旗":
        return True
    # 支持|义乌|国际贸易, 推广昆山经验, 依托柯桥纺织印染产业: apart from other words, near the issuer, a county-level
    # city, or the only area of its name
    if _APART_BEFORE.search(before) is None:
        return False
    known = (
        region is not None
        and region.level == "county"
        and (region.name.endswith("市") or len(regions.named(candidate.form)) == 1)
    )
    if not (close or known):
        return False
    return bool(_OF_PLACE.match(text, candidate.end) or _APART_AFTER.match(after))


def _akin(candidate: Candidate, chain: Sequence[Candidate], text: str, scope: Scope) -> bool:
    """Is the ordinary word an area near the issuer, or of a province that its company names or lies in? 资源 is none
    beside 湛江湾."""
    if near(candidate, scope) or not regions.named(candidate.form) or "至" in text[chain[0].end : chain[-1].start]:
        return True
    provinces = {region.code[:2] for region in regions.named(candidate.form)}
    return any(
        region.code[:2] in provinces
        for other in chain
        if other is not candidate and other.form != candidate.form
        for region in regions.named(other.form)
    )


def near(candidate: Candidate, scope: Scope) -> bool:
    """Is an area of this name in the issuer's province, or is it a county-level city?"""
    return any(
        (region.name.endswith("市") and region.level == "county")
        or any(regions.within(region.code, outer) for outer in _around(scope))
        for region in regions.named(candidate.form)
    )


def _around(scope: Scope) -> tuple[str, ...]:
    """The issuer's province, or the issuer's own area."""
    return (regions.above(scope.region) or (scope.region,))[-1:] if scope.region else ()


def contains(left: Candidate, right: Candidate) -> bool:
    return any(
        regions.within(inner.code, outer.code)
        for outer in regions.named(left.form)
        for inner in regions.named(right.form)
        if inner.code != outer.code
    )
