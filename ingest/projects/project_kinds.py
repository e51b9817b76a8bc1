"""Whether a name means one thing or a kind of things: 省级算力监测调度平台 is one, 企业技术中试平台 among many is none.

One thing says which it is: by a place, a level, a code, a name of its own. What says none of these is a kind where its
company does: one of a list of kinds, what many build or take part in, what is not to be built any more.
"""

import re
from functools import cache, lru_cache
from pathlib import Path

from graph.lexicon import overrides, regions
from graph.lexicon.projects import Grammar, grammar, rest_of
from graph.records import Record
from ingest.bodies import resolved
from ingest.places.place_forms import at_home, begins, candidates, spots
from ingest.places.scope import Scope

# 昆玉|铁路扩能改造
_RAILS = ("铁路", "高铁", "高速", "客专")
_LINE = re.compile(f"(?:(?<=^)|(?<=[既现]有)|(?<=[、和与及]))[一-龥]{{2}}(?:高速公路|{'|'.join(_RAILS)})")
# 甲乙园|湿地提升改造 ; 甲乙城|内外雨污分流改造 ; 河西片区|水生态提升
_SPOT = re.compile(
    "(?P<own>(?!.?(?:幼儿|校园|公园|家园|田园|花园|果园|茶园|菜园|庄园|老城|新城|县城|古城|省城|主城|全城|入园|进园|产业|园区|重点|核心|中心|"
    "历史|文化|商业|居住|滨水|沿|棚户|工矿|城镇|城乡|低谷|河谷|山谷|峡谷|沟谷|城中|老旧|危旧|连片|集中|成片|相关|主要|部分|周边|湿地|重要|"
    "科技|工业|农业|物流|电商|创业|孵化|软件|化工|养老|体育|旅游|生态|森林|植物|动物|儿童|智慧|数字|美丽|城市|乡村|农村|红色|革命|名人|历代|传统))"
    "[一-龥]{2,3}?)(?:片区|城(?=[内外墙])|园(?!区|艺|林|丁|长)|谷(?!物|底)|湿地|故居|遗址|古城|老街|湾(?!区))(?=[一-龥]{2})"
)
QUOTED = re.compile(r"“[^”]{1,20}”|\"[^\"]{1,20}\"|「[^」]{1,20}」")
# G210, 2.0, 人工智能+
CODED = re.compile(
    r"\d+(?:\.\d+)?(?:万千瓦|兆瓦|千伏|万吨)(?!级?[以及])|[GSXY]\d{2,4}|\d\.\d|[A-Za-z]+\d+|[\u4e00-\u9fff]\+"
)
_MAY_BE_CODED = re.compile(r"[\d+]")
# 国家…中心, 省级…平台, 全国性…中心, 环首都…
_LEVEL = re.compile(
    r"国家|全国|中国|全球|世界|国际|亚洲|自治区|[全环](?:省|市|区|县|域|州|国)|^[省市区县](?![场民域镇乡外内政])|[省市县]级|中央|首都|部省"
)
# 建成|国际金融中心, 打造|全球贸易枢纽: what a city wants to be
_AIM = re.compile("(?:新型|重要|高能级|一流)?(?:国际|全球|世界|亚洲|亚太)")
# 杨村秦家庄…园, 东六环…公园, 南大街…片区, 浙江大学…基地: something with a name of its own stands inside
_OWN = re.compile(
    r"[一-龥](?:(?<![农乡新])村|庄|(?<![城乡集村市])镇|(?<![城返下回入])乡|屯|寨|堡|坪|坡|街|大道|[一二三四五六]环|峡|岭|(?<!沿)河|(?<![沿跨过])江|湖(?!草)|沟(?!通)|渠|洲|(?<!海)岛|湾|(?<![矿荒高])山(?![区地体林间]|水(?!库))|溪|潭|屿|寺|陵|(?<![山河平大四银])川(?!菜|剧|流)|"
    r"(?<![路道])桥|大学|学院|医院|集团|公司|[东西南北]站)(?![级型体经化务性间流道域网区梁])|[一-龥](?<![公铁道线网思出套电干支水陆旱路速次主])路(?![网径线由段演])|[一二三四五六][号期]"
)
_ANY = re.compile(
    r"互联网|智慧|数字|综合|专科|(?:公立|民营|县级|社区|乡镇|中医|三级|二级|职业|本科|骨干|国有|龙头|上市|大型|高等|技工|农业|物业|平台|保险|证券)(?:医院|大学|学院|集团|公司)"
)
# 鼓励企业建设…平台, 支持有条件的城市打造…基地: what many may build
_INVITED = re.compile(
    r"推广(?:建立|建设|设立)|(?:鼓励|支持|引导|推动|允许|吸引|动员|指导)[^，。；]{0,30}(?:企业|高校|院校|院所|机构|资本|力量|主体|地区|各地|城市|单位|园区|地方|协会)(?:[^，。；]{0,20})$|有条件的|符合条件的|各地|因地制宜|原则上|不再|不得|严禁|配套$|结合实际"
)
# 省级|冷链物流基地 after 培育 is a rank that many reach
_RANK = re.compile("(?:国家级|省级|市级|县级|区级|自治区级)")
_RANKED = ("培育", "扶持", "认定", "遴选", "评选")
# 全省|环境监测实验室 are those of all places, 全省…平台 is one
_ALL = re.compile("(?:全[省市区县域州]|各地)")
_MANY_PLACED = ("base", "center", "park", "project")
_LIST = re.compile("[、和与及]")
# 改建为算力达到一定规模的|算力中心
_BECOMES = re.compile("(?:改|转|升级|打造|建设|成)(?:造|建|型|变|设)?[为成]|达到|满足|具备")
_JOINING = ("参与", "承担", "参加", "引进", "组织", "列入", "纳入")
_THINGS = ("alliance", "base", "center", "park", "platform")
# 建立|营商服务|平台 is one; 搭建|政银企合作|平台, 建设|区域中试|中心, 打造|直播电商|基地 say what is wanted, and
# are one where they say it in full: 搭建|招商引资项目共享流转|平台
_MADE = ("建设", "加快建设", "建立", "上线", "开发", "构建")
_TRIED = ("试验区", "综合保税区", "保税物流中心")
_IN_FULL = 8
_PHASE = re.compile("[一二三四五六]期(?:工程|项目)?$")
# 实施|导游素质提升|工程 is a deed by its name, 建设|外部电力接入|工程 what many have
_DEEDS = ("实施", "启动实施", "开展", "谋划")
# 有条件地开展|…试点
_IF = re.compile("有条件[的地]|鼓励")
# 重点|农田水利|工程
_GREAT = re.compile(r"重[点大](?!示范)|骨干|主要")
_JOINT = re.compile(r"[、和与及]$")
_AFTER = re.compile(r"[、和与及]|以及|等(?:领域|方面|环节|技术)")
_LIST_ENDS = re.compile(r"等(?!级)|(?<=[一-龥])的")


# what any may have: 专门招商信息|平台 ; 高能级科创|平台 ; 三级法律服务|平台 ; 农村日间照料|中心 ; 区域性国际科创|中心
_CLASS = re.compile(
    "(?:专门|专用|专业化|品牌化|高能级|高层次|高品质|高端|多层次|现代化|规范化|标准化)|"
    "(?:[省市区县乡镇村]{2,3}|[省市区县乡镇村](?:、[省市区县乡镇村])+)?[两二三四五]?级(?!甲|医院)|[省市县乡镇村]{2}[两三四]级|"
    "(?:全[市省县区])?(?:地方|农村|乡村|社区|镇街|乡镇|街道|村级|城乡|基层|各级|村镇)|"
    "(?:区域|国际|全国|世界|全球)(?:性|级|化)(?!大赛)"
)
_LEVELS = re.compile(
    "[省市县区乡镇村](?:、[省市县区乡镇村])+级?|[省市县区乡镇村]{2,3}[两三四五]级|[两三四五]级(?!甲|医院)"
)
_OWNER = re.compile("(?:[省市县区州](?![场民域镇乡级内外]|政(?!务)|区)|自治区|国家|全[省市县区州])[一-龥“A-Za-z]{2}")
_UNDER_WAY = re.compile("前期|核准|立项|可研|开工|竣工|投产|验收|选址")
# 加强与|甲研究院、乙发展中心|的合作: bodies
_WITH = re.compile("(?:加强|深化|强化|开展|推进|推动|扩大|密切)[与同和][^，；“]{0,80}$")
# 绿色|通道, 信贷审批|通道 are ways of doing
_WAY = re.compile(
    "(?:绿色|办理|服务|申请|受理|审批|投诉|举报|反馈|晋升|上升|就业|退出|融资|查询|维权|快速|转化|流动|诉求|上市|发展)”?$"
)
# 培育|…试点 ; 省级|…基地|创建
_RANKING = re.compile("创建|认定|评选|遴选|培育|申报")


_NO_PARK = "校家田乐花儿庄果茶菜桑公陵开入进出扩退植博"


class Stretch(Record, frozen=True):
    """A stretch of a clause that may be a name: after `verb` (None: a quoted name alone), maybe `listed` after 、."""

    clause: str
    start: int
    end: int
    head: str
    verb: str | None
    listed: bool


def one(found: Stretch, name: str, own: str, there: list[tuple[int, int]], rules: Grammar, scope: Scope) -> bool:
    """May the name, `own` before its head, mean one thing? Campaigns and works need no more than words of their own."""
    kind = rules.kinds[found.head]
    if kind in _THINGS and own.endswith(("重大", "重要", "重点", "主要")) and not coined(own):
        return False  # 科技创新重大|平台
    if kind == "center" and _WITH.search(found.clause, 0, found.end - len(name)):
        return False
    if kind in _THINGS and kind != "alliance" and not there and (lead := _CLASS.match(own)) and not coined(own):
        # 市县三级|文物安全数智监管服务平台 says enough
        return lead[0].endswith("级") and len(rest_of(own[lead.end() :])) >= 6
    if kind != "platform" and _LEVELS.match(own):
        return False
    if (
        there
        or own_name(own)
        or (found.listed and kind != "project")
        or coined(own)
        or found.clause[found.end - 1] == "”"
    ):
        return True
    if kind == "project" and spot(own):
        return True
    if found.head.endswith("项目"):
        # 医疗服务|项目, but 加快翻坝转运设施|项目前期工作
        one_of_all = found.start <= found.end - len(name) and not _LIST.search(found.clause, found.start, found.end)
        return one_of_all and _UNDER_WAY.match(found.clause, found.end) is not None and len(rest_of(own)) >= 6
    if kind == "pilot" and found.verb in _RANKED:
        return False
    if kind == "pilot":
        # 公共数据授权运营|试点 ; what is tried is said in full: 增值税一般纳税人资格|试点
        if _IF.search(found.clause, 0, found.end - len(name)):
            return False
        return len(rest_of(own)) >= (4 if len(own) > 5 else 5) or own.startswith(("国家", "全国"))
    ranked = found.verb in _RANKED or _RANKING.match(found.clause, found.end) or kind in ("base", "center", "park")
    ranked = ranked and found.verb not in ("创建", "争创", "申创")
    if (ranked and _RANK.match(own)) or of_all(own, kind):
        return False
    if len(_LIST.findall(own)) > 2 or _BECOMES.search(found.clause, found.start, found.end - len(name)):
        return False  # 电力、热力、钢铁、…、|数据中心
    if _LEVEL.search(own) and not (kind == "center" and _AIM.match(own)):
        return True
    if kind == "project":
        deed = found.verb in _DEEDS or not found.head.endswith("工程")
        return deed and _GREAT.match(own) is None and not own.endswith(("重点", "骨干"))
    if kind == "center" and _AIM.match(own):
        return _PHASE.search(name) is not None
    # 加快|农村电子商务平台|升级 is for all there are, 建设|…平台 for one, as 推进|国土空间信息平台|建设
    if kind not in _THINGS:
        return True
    more = found.clause.startswith("建设", found.end) and len(rest_of(own)) >= 4
    made = (
        (found.verb in _MADE or (found.verb or "").endswith("建设") or more)
        if kind == "platform"
        else found.head in _TRIED or kind == "alliance" or _PHASE.search(name)
    )
    return (bool(made) or len(own) >= _IN_FULL) and not _among_kinds(found, found.end - len(name), rules, scope)


def way(own: str) -> bool:
    """Is it a 通道 only by comparison: 绿色|通道, 信贷审批|通道?"""
    return _WAY.search(own) is not None


def at_home_first(own: str, scope: Scope) -> bool:
    """Begins the name with an area of the issuer's own that reads like a word: 大同|康养峰会 in a notice of 山西?"""
    first = candidates(own[:6])[:1] if scope.region and begins(own) else []
    return bool(first) and first[0].start == 0 and first[0].end < len(own) - 1 and at_home(first[0], scope)


def no_park(own: str) -> bool:
    """Makes 园 another word of what stands before it: 校|园, 开|园?"""
    return own[-1:] in _NO_PARK


def owned(name: str) -> bool:
    """Begins the name with whose it is: 市|政务云, 省|中介超市?"""
    return _OWNER.match(name) is not None


def of_all(own: str, kind: str) -> bool:
    """Are all there are meant: 全省|环境监测实验室? 全省|政务数据共享平台 is one."""
    return kind in _MANY_PLACED and _ALL.match(own) is not None


def own_name(own: str) -> bool:
    """Is there a village, street, river, hospital … with a name of its own inside?"""
    return _own_name(own, overrides())


@lru_cache(maxsize=2048)  # several rules ask it of each name
def _own_name(own: str, _folder: Path | None) -> bool:
    # 中石化|输油管道迁改工程
    if own.startswith(resolved.enterprises()) or _OWN.search(_ANY.sub("", own)):
        return True
    return any(map(own.__contains__, _RAILS)) and any(initials(line[0][:2]) for line in _LINE.finditer(own))


def spot(own: str) -> bool:
    """Begins the name with an estate of its own, so that the rest says what is done there: 某某园|湿地提升改造?"""
    found = _SPOT.match(own)
    return found is not None and rest_of(found["own"]) == found["own"]


def initials(pair: str) -> bool:
    """Do two characters stand for the places at both ends of a line (大瑞, 昆玉), and spell no word (城际)?"""
    return len(pair) == 2 and all(map(_initial(overrides()).__contains__, pair)) and not ordinary_pair(pair)


def ordinary_pair(pair: str) -> bool:
    """Is it a word that any line may have?"""
    return grammar().generic.fullmatch(pair) is not None


@cache
def _initial(_folder: Path | None) -> frozenset[str]:
    return frozenset(short[0] for region in regions.everything() for short in region.shorts)


def coined(own: str) -> bool:
    """Is there a code, or a name in quotes that is no slogan?"""
    if _MAY_BE_CODED.search(own) and CODED.search(rest_of(own)):
        return True
    if not ("“" in own or '"' in own or "「" in own):
        return False
    # “抢”字项目 says no more than its character
    return any(len(quote[0]) > 3 and rest_of(quote[0][1:-1]) for quote in QUOTED.finditer(own))


def _identified(words: str, scope: Scope) -> bool:
    return bool(_LEVEL.search(words) or _OWN.search(words) or coined(words) or spots(words, scope))


def _among_kinds(found: Stretch, start: int, rules: Grammar, scope: Scope) -> bool:
    """Does the company of the name from `start` on say that it is a kind of things?"""
    clause, end, first = found.clause, found.end, min(found.start, start)
    if found.verb in _JOINING or any(_INVITED.search(clause, max(0, at - 60), at) for at in {first, start}):
        return True
    if _JOINT.search(clause, max(0, start - 1), start) or _AFTER.match(clause, end):
        stop = _LIST_ENDS.search(clause, end)
        begun = max((verb.end() for verb in rules.verbs.finditer(clause, 0, start)), default=0)
        others = clause[min(first, begun) : start], clause[end : stop.start() if stop else len(clause)]
        return not any(_identified(other, scope) for other in others)
    return False
