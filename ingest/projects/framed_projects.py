"""Projects known by their frame: what is built, put right or renewed is one where its name says where and what it is.

加快|青山湖片区、环城东路小学|建设 ; 推进|桂江北岸码头旧址|改造: no ending of `project_heads.tsv` is needed.
"""

import itertools
import re
from collections.abc import Iterator

from graph.lexicon.projects import grammar
from ingest.places.place_forms import spots
from ingest.places.scope import Scope
from ingest.projects import listed_projects, stages
from ingest.projects.project_kinds import QUOTED, own_name

_WORDS = (
    "建设|改造|改扩建|扩建|新建|迁建|拓宽|整治|治理|修复|更新|腾退更新|提升改造|提质改造|升级改造|"
    "前期|开工|建成|竣工|投产|投用|投运|通车|落地"
)
_FOLLOWED = "[、等和及]|工作|前期|项目|工程|建设|进度|力度|投用|投产|通车|任务|以及"
# 支持古城步行街|创建国家级旅游休闲街区
_SEEKS, _RANK, _BETTER = "创建|争创|申创", "(?=国家|全国|省级|[345]A)", "提升品质|提档升级"


def _each(words: str, after: str) -> str:
    """Each of the words with what comes after it: a pattern of words that all begin with a character is found fast."""
    return "|".join(word + after for word in words.split("|"))


_RANKED = f"{_each(_SEEKS, _RANK)}|复牌|{_BETTER}"
_LED = f"{_each('按序|积极|加快', f'(?:{_SEEKS}){_RANK}')}|等[一-龥]{{2,8}}(?:{_BETTER})"
_ENDED = f"(?=$|{_FOLLOWED})"
_BUILT = re.compile(f"{_each('主体|整体', f'(?:{_WORDS}){_ENDED}')}|{_each(_WORDS, _ENDED)}|{_LED}|{_RANKED}")
_VERB = re.compile(
    r"(?:加快|加速|推进|推动|启动|实施|建设|新建|扩建|改扩建|改建|迁建|续建|建成|开工|抓好|谋划|完成|打造|开展|统筹|做好|支持|指导|确保|力争|力促|争取)(?:好|了)?"
)
# 开工建设|青山野生动物园: what is done says that it is built, whatever follows
_STRONG = re.compile(
    _each(
        "开工建设|动工建设|启动建设|加快建设|规划建设|续建|新建|扩建|改扩建|迁建|改建|筹建|建成投用|建成启用|建成|开工|动工|建设",
        "(?:好|了)?(?=[^，。；、：]{2})",
    )
)
_REACH = 60
_LEAST = 4  # 中原大道 is as short as such a name may be
_OTHERS = re.compile(r"等(?!级)")
_LEAD = re.compile(
    r"(?:改造(?!项目)|提升|启用|投运|运营|好|积极|全面|深入|大力|协同|统筹|高标准|高水平|高质量|尽快|稳步|扎实|持续|重点|有序|继续|全力)+"
)
# a thing that can be built, by its last character
_THING = re.compile(
    r"(?:[园城镇路街桥站场馆院校厂库港闸坝塘渠沟线段廊谷圈楼厦寺塔庙祠仓池]|(?<!社)(?<!地)(?<!市)(?<!城)(?<!山)(?<!灾)(?<!库)区|大学|学院|[中小]学|医院|幼儿园|大道|码头|组团|总部|枢纽|"
    r"中心|广场|公寓|古街|老街|故居|旧址|遗址|酒店|煤矿|研究所|动车所|运用所|水道|东延|西延|南延|北延|[一二三四]期|基地|平台|小镇|河道|堤防|节点)$"
)
# 中原|大道 has a name of its own, no 康庄大道
_AVENUE = re.compile(r"(?!康庄|林荫|景观|城市|主要|迎宾景观|致富|发展|幸福)[一-龥]{2,4}大道")
_ROADS = r"路(?=$|[、，。；\n]|建成|通车|开工|贯通|拓宽|改造)"
_STREET = re.compile(
    "(?P<verb>建设|新建|续建|开工|打通|建成|扩建|拓宽|改造|实现|推动|推进|启动|加快)(?P<name>[一-龥]{2,3}路)(?:(?=$|[、，])|(?=建成|通车|开工|贯通|拓宽|改造))"
)
_NO_STREET = re.compile(
    "[公铁道线网思出套电干支水陆旱通马回退生后销门活断管丝头环速业源产村组户间区河江山城乡济游耕富福兴石泥油青面]路$|(?:的|等|各|条|有关|一批)|"
    "^(?:建设|推进|推动|加快|实施|主要|重点|城市|农村|市政|致富|幸福|振兴)"
)
_NO_THING = re.compile(
    r"行政村|中心村|^\d+(?:公里|[所个座条家处])|区镇|[校家田]园$|家园|高水平|不达标|认定|村镇$|[强名重]镇$|农村公路|道路$|管网$|乡村$|城镇$|市场$|现场$|立场$|广告|产业链|城市$|县城$|体系|机制|[的了等各类其]|企业|有关|部门|一批|重点|阶段$|手段$|路线$|战线$|一线$|在线$|热线$|数据库$|项目库$|人才库$|"
    r"[一两二三四五六七八九十\d]+[个条座处家]|高校$|院校$|学校$|政府|全[省市区县]"
)


# 市|颐养院 ; 州|残疾人康复中心
_OWNED = re.compile(
    "(?:自治区|自治州|[省市州县])(?![级属直管辖内外域场政民际区县乡镇城])[一-龥]{2,16}(?:院|馆|中心|学校|中学|小学|幼儿园|厂|站|宫|基地|大厦|[一二三四五六七八九]中)$"
)


# 推进|甲低空装备项目、乙无人机项目|落地
_SINGLE = re.compile(
    "(?P<verb>推进|加快|推动|实施|启动|开工建设|开工|建成|确保|力促|抓好|建设|促进|力争)"
    "(?P<names>(?:(?:(?!推进|加快|推动|建设|等|的|项目|对|在)[一-龥A-Za-z\\d（）·/]){4,20}项目(?![库化制])[、和]?)+)"
)
_COMES = f"项目{listed_projects.OF_ONE.pattern}"
_EACH = re.compile("[一-龥A-Za-z\\d（）·/]{4,20}?项目")
# where clauses of a whole text may hold any of these
_LIKELY = re.compile(
    "|".join(
        (
            _each(_WORDS, rf"(?=$|[。；;，,：:！？!?\n]|{_FOLLOWED})"),
            _RANKED,
            _STRONG.pattern,
            _COMES,
            _ROADS,
        )
    )
)
# what any project may be
_ANY = re.compile(
    "重大|重点|拟|打造|形成|集聚|更多|签约|招商|合作|存量|在谈|在建|新建$|计划|全年|全[省市县区]|各|已|企业|高校|院所|首批|优质|示范$|试点|创新创业|[亿万]元|[个批项宗]|"
    "(?:产业|投资|开放|基础设施|技改|工程|建设|垃圾焚烧发电|发电|创新|发展|产业链|一体化|军民融合|更新)$"
)


def likely(text: str) -> list[int]:
    """Where clauses of a whole text may hold such a project."""
    return [match.start() for match in _LIKELY.finditer(text)]


def find(clause: str, scope: Scope) -> Iterator[tuple[int, int, str, str | None]]:
    """(start, end, kind, stage) of the projects in one clause."""
    floor = 0
    told: list[tuple[int, int]] = []
    if "路" in clause:
        yield from _roads(clause)
    for built in _BUILT.finditer(clause):
        if built.start() - floor < 2 + _LEAST:  # no room for a verb and a name
            floor = built.end()
            continue
        verbs = list(_VERB.finditer(clause, max(floor, built.start() - _REACH), built.start()))
        begin = verbs[0].end() if verbs else -1
        # 加快推进|…: verbs side by side, the last before the name
        for left, right in itertools.pairwise(verbs):
            if right.start() == left.end():
                begin = right.end()
            else:
                break
        if not verbs and clause[built.start() - 1] not in "区圈城谷":
            # 做细|青山大桥|改造
            there = spots(clause[floor : built.start()], scope)
            begin = floor + there[0][0] if there and clause[floor + there[0][0] - 1] not in "—-（“" else -1
        floor = built.end()
        if built.start() - begin < _LEAST or begin < 0:
            continue
        others = _OTHERS.search(clause, begin, built.start())
        for start, end in listed_projects.members(clause, begin, others.start() if others else built.start(), scope):
            lead = _LEAD.match(clause, start, end)
            start = lead.end() if lead else start
            if _definite(clause[start:end], scope):
                stage = grammar().stages.get(verbs[0][0]) if verbs else None
                yield start, end, listed_projects.kind(clause[start:end]), stages.after(clause, end, stage)
                told.append((start, end))
    for one in [*_begun(clause, scope), *(_singles(clause) if "项目" in clause else ())]:
        if not any(one[0] < end and start < one[1] for start, end in told):
            yield one


def _begun(clause: str, scope: Scope) -> Iterator[tuple[int, int, str, str | None]]:
    """开工建设|青山野生动物园、市福利院: the projects after a verb of building, to the end of the clause."""
    verbs = list(_STRONG.finditer(clause))
    for verb, after in itertools.zip_longest(verbs, verbs[1:]):
        stop = after.start() if after else len(clause)
        others = _OTHERS.search(clause, verb.end(), stop)
        stop = others.start() if others else stop
        if verb.end() == stop:
            continue
        for start, end in listed_projects.members(clause, verb.end(), stop, scope):
            lead = _LEAD.match(clause, start, end)
            start = lead.end() if lead else start
            if _definite(clause[start:end], scope):
                stage = grammar().stages.get(verb[0])
                yield start, end, listed_projects.kind(clause[start:end]), stages.after(clause, end, stage)


def _singles(clause: str) -> Iterator[tuple[int, int, str, str | None]]:
    """推动|宝禾低空装备项目|落地: what is said of single works makes one of a name that any project could not have."""
    for one in _SINGLE.finditer(clause):
        if listed_projects.OF_ONE.match(clause, one.end()) is None:
            continue
        for name in _EACH.finditer(clause, *one.span("names")):
            lead = _LEAD.match(clause, *name.span())
            start = lead.end() if lead else name.start()
            words = clause[start : name.end() - len("项目")]
            if listed_projects.may_be_one(words) and not _ANY.search(words):
                yield start, name.end(), "project", stages.after(clause, one.end(), grammar().stages.get(one["verb"]))


def _roads(clause: str) -> Iterator[tuple[int, int, str, str | None]]:
    """建设|石小路 ; 实现|厂通路|建成通车: a road of the town by its name."""
    for road in _STREET.finditer(clause):
        if not _NO_STREET.search(road["name"]):
            yield *road.span("name"), "project", stages.after(clause, road.end(), grammar().stages.get(road["verb"]))


def _definite(name: str, scope: Scope) -> bool:
    """Does the name say where it is, and that it is a thing to be built?"""
    if _AVENUE.fullmatch(name):
        return True
    if name.count("（") != name.count("）"):
        return False
    owned = _OWNED.match(name) is not None
    if not (5 <= len(name) <= 25 or owned) or not _THING.search(name) or _NO_THING.search(name):
        return False
    if owned:
        return True
    there = spots(name, scope)
    rest = len(name) - sum(end - start for start, end in there)
    return (bool(there) or own_name(QUOTED.sub("", name))) and rest >= 2
