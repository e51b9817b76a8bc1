"""Named projects, bases, centres, platforms, parks, campaigns and events, with the stage that the words around say.

A name stands between a verb and a head: 实施|包头至银川高铁|项目, 打造|呼包鄂新能源装备|基地. It must say more than any
project would (重点项目, 公共服务平台 are none): a place, a quoted name, a code, or words of its own.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from graph.lexicon.projects import Grammar, grammar
from ingest import coined, listed_projects, stages
from ingest.place_forms import spots
from ingest.scope import Scope
from ingest.stages import COMPLETE, START


class ProjectMention(NamedTuple):
    """`name` is `text[start:end]`; `kind` as in `project_heads.tsv`; `stage` is None where nothing says it."""

    name: str
    id: str
    kind: str
    stage: str | None
    start: int
    end: int


_REACH = 60
"""How far before its head a name, with the verb and adverbs in front of it, may begin."""
_CLAUSE = re.compile(r"[^。；;，,：:！？!?\n]+")
# 包头至银川高铁|项目 ; 包头保税物流中心|（B型）
_MORE = re.compile(
    r"[一二三四五六]期(?:工程|项目)?|(?:改扩建|扩建|改造|整治|提升|迁建)(?:工程|项目)(?![库化制师])|(?<=[路速铁专])[一-龥]{2,4}(?:至[一-龥]{2,4})?段(?![落时])|(?:工程)?项目(?![库化制])|工程(?![师技])|（(?!以下|下称|简称)[^（）]{1,8}）|\((?!以下|下称|简称)[^()]{1,8}\)"
)
# what may follow a name: the end, 建设, 作用, 等 … (not 平台经济, 中心城区)
_AFTER = re.compile(
    r"$|[、（(”》]|[和与及等为在向的并将]|以及|建设|设立|前期|作用|开工|建成|投用|投运|投产|投入|落地|申报|创建|试点|工作|发展|实施|改造|高质量|开展|"
    r"综合效应|示范|推广|推进|运行|运营|升级|扩容|扩建|改扩建|迁建|竣工|完工|通车|验收|培育|功能|优势|资源|布局|提质|接入|对接|取得|力争|全面|加快|早日|尽快|"
    r"规划|可行性|立项|审批|核准|招标|正式|互联|服务能力|承载|辐射|引领|带动|牵引|支撑"
)
_LEAD = re.compile(
    r"^(?:好|一批|一[个座项]|加快|积极|全面|深入|大力|协同|优化|统筹|高标准|高水平|高质量|尽快|稳步|扎实|持续|共同|联合|合力|努力|探索|推进|推动|"
    r"实施|建设|培育|扶持|打造|创建|组建|搭建|以及|[和与及了并再、]|我[省市县区]|继续|抓好|做好|确保|力争|实现|新一轮|用好|一流的?|现有|既有|完善|促进|加强|强化|提升|推广|每年|一届)+"
)
_MANY = re.compile(
    r"^(?:一批|各|若干|更多|多个|一系列|重点|重大|一些|多种|其他|本|(?:\d+|[一二三四五六七八九十百]+)(?:个|项|家|处|座))"
)
# 龙头企业围绕AI芯片…平台 ; 机构在综合保税区: a name holds no such word
_NO_NAME = re.compile(
    r"^(?:[对向从以]|跨(?!境|区域|省|市|海|江|流域))|在(?![线校建职岗编])|[将把到]|(?<!植)被|(?<!自)由|(?<![转出])让|使(?![用命])|"
    r"(?<![供补])给|(?<![行作])为|(?<![中高初均同平])等(?!级)|当地|围绕|聚焦|针对|面向|按照|根据|通过|运用|采取|提供|企业(?:与|和|依托|参与)|列入|纳入|承担|依托|发挥|参加|鼓励|引导|支持|符合|具备|有关|相关|各[类大级种]|(?<![主重需纲概])要|当年|本[单系地]|或|^涉|^拟|"
    r"\d[个项家处座条]|个以上|(?:组建|搭建|承办|引进|牵头)(?=.)|[两二三四五六七八九十][个条座项]|^[这该此]"
)
_QUOTED = re.compile(r"“[^”]{1,20}”|\"[^\"]{1,20}\"|「[^」]{1,20}」")
_MARKS = re.compile(r"[“”\"「」]")
# G210, 2.0, 人工智能+
_CODED = re.compile(r"[GSXY]\d{2,4}|\d\.\d|[A-Za-z]+\d+|[\u4e00-\u9fff]\+")
# 开源宁波（NBopen）城市级社区
_LATIN = re.compile(r"（[A-Za-z]{2,}）")
# 十链百场万企业对接活动
_COUNTS = re.compile(r"(?:[一二三四五六七八九十百千万双][\u4e00-\u9fff]){2}")
_SCALE = re.compile(r"(?:全球|世界|中国|全国|国际|亚洲|丝路|东盟)")
# 浙江省数字政府2.0
_VERSION = re.compile(r"[\u4e00-\u9fff]{4,16} ?\d\.\d(?= ?(?:建设|升级|$))")
_BEFORE = re.compile(
    r"(?:[、和并及与或“（来]|加快|积极|全面|深入|大力|协同|优化|统筹|高标准|高水平|高质量|尽快|稳步|扎实|持续|共同|联合|合力|努力|探索|继续|抓好|"
    r"推进|推动|支持|鼓励|引导|组织|开展|实施|通过|规划|研究|谋划|启动|参与|争取|企业|各地|机构|高校|[省市区县])$"
)
_DOT = re.compile(r"\d\.\d")
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
_BUILT = re.compile(r"(?:[一二三]期)?(?:改扩建|扩建|改造|建设|新建|迁建|开工|建成|完工|竣工|投用|开园|前期)")
# 2025年底前，…大桥合龙 ; 力争…机场建成
_SUBJECT = re.compile(
    r"(?:(?:到|至)?(?:20\d\d年|今年|明年|年内)?(?:\d{1,2}月|年)?(?:底|末|上半年|下半年)?(?:前|之前)?|力争|确保|实现|其中|目前|[、和与及])*"
)
_WHERE = re.compile(r"[一-龥]{2}(?:[渠河江湖沟堰桥路段坝]|水库)")
# 安丰渠续建配套|与节水改造工程
_WORKS = re.compile(r"(?:续建|配套|改造|治理|修复|整治|扩建|加固|保护)$")
_JOINT = re.compile(r"以及|[、和与及]")


def find(text: str, scope: Scope) -> list[ProjectMention]:
    """The projects named, each name once, in order."""
    spans: list[tuple[int, int, str, str | None]] = []
    ended = -1  # where a clause ended with a name, and the next begins: 实施甲渠改造工程，|乙河堤防工程
    for clause in _telling(text):
        told = [
            *_clause(clause[0], scope, spans[-1][3] if spans else None, clause.start() == ended),
            *_versions(clause[0]),
            *listed_projects.find(clause[0], scope),
        ]
        spans += [(clause.start() + start, clause.start() + end, kind, stage) for start, end, kind, stage in told]
        whole = any(end == len(clause[0]) for _, end, _, _ in told) and text[clause.end() : clause.end() + 1] in "，,"
        ended = clause.end() + 1 if whole else -1
    names = [
        (start, end, kind, stages.after(text, end, stages.before(text, start)))
        for start, end, kind in coined.find(text)
    ]
    # “农村电商”“乡村工匠”重点行动 are two
    begun = sorted(name[0] for name in names)
    spans = [one for one in spans if bisect_left(begun, one[1]) - bisect_left(begun, one[0]) < 2] + names
    found: dict[str, ProjectMention] = {}
    last = 0
    # of two names in one place the longer is meant: 2022年北京冬奥会, not 冬奥会
    for start, end, kind, stage in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > last:
            name, last = text[start:end], end
            found.setdefault(identify(name), ProjectMention(name, identify(name), kind, stage, start, end))
    return list(found.values())


def _telling(text: str) -> Iterator[re.Match[str]]:
    """The clauses that hold a head or a version: most hold neither."""
    ends = sorted(
        [match.start() for match in grammar().heads.finditer(text)]
        + [match.start() for match in _DOT.finditer(text)]
        + [match.start() for match in listed_projects.SHARED.finditer(text)]
    )
    at = 0
    for clause in _CLAUSE.finditer(text) if ends else ():
        while at < len(ends) and ends[at] < clause.start():
            at += 1
        if at == len(ends):
            return
        if ends[at] < clause.end():
            yield clause


def identify(name: str) -> str:
    """The id of a project: its name without quotation marks, white space and the width of its characters."""
    return re.sub(r"[\s“”\"'‘’「」《》]", "", unicodedata.normalize("NFKC", name))


class _Try(NamedTuple):
    """A stretch of a clause that may be a name: after `verb` (None: a quoted name alone), maybe `listed` after 、."""

    clause: str
    start: int
    end: int
    head: str
    verb: str | None
    listed: bool


def _clause(clause: str, scope: Scope, before: str | None, carried: bool) -> Iterator[tuple[int, int, str, str | None]]:
    """(start, end, kind, stage) of the names in one clause. A name starts after the last verb that leaves it a name;
    after 、 and 和 the next one starts without a verb. `before` is the stage of the name that the clause before ended
    with, where it is `carried` over a comma."""
    rules = grammar()
    heads = list(rules.heads.finditer(clause))
    if not heads:
        return
    verbs = [(match.end(), match[0]) for match in rules.verbs.finditer(clause)]
    floor = 0
    # another name of a list whose commas part it: the whole clause is one, and says where
    whole = carried and heads[-1].end() == len(clause) and not rules.verbs.match(clause)
    listed = "" if whole and (spots(clause, scope) or _WHERE.search(clause)) else None
    for head in heads:
        more = _MORE.match(clause, head.end())
        end = more.end() if more else head.end()
        done = stages.done(clause, end)
        if head.start() < floor or not (_AFTER.match(clause, end) or done):
            continue
        quoted = _in_quotes(clause, head.start())
        if quoted:
            # 呼包鄂乌“幸福走廊” ; “一站式平台”服务 is none
            if clause[end : end + 1] != "”" or not _AFTER.match(clause, end + 1):
                continue
            end += 1
        first = bisect_left(verbs, (max(floor, head.start() - _REACH), ""))
        tries = verbs[first : bisect_right(verbs, (head.start(), "\uffff"))]
        # 建成|包头市稀土金属开发应用产学研基地: a verb inside a noun comes after those that begin a phrase ;
        # 支持高校共建|XX中心: last comes a verb that says nothing of a project's stage
        tries.sort(key=lambda one: (_rank(clause, one[0] - len(one[1]), rules.stages[one[1]]), -one[0]))
        if listed is not None:
            tries.append((floor, listed))
        named: list[tuple[int, int]] = []
        verb: str | None = None
        for at, verb in tries:
            named = _named(_Try(clause, at, end, head[0], verb, listed is not None), rules, scope)
            if named:
                break
        if not named and done and (subject := _SUBJECT.match(clause, floor, end)):
            # 六枝特大桥成功合龙: the name is what is done
            verb = ""
            named = _named(_Try(clause, subject.end(), end, head[0], verb, False), rules, scope)
        if not named:
            near = max(floor, head.start() - _REACH)
            quotes = [q for q in _QUOTED.finditer(clause, near, head.start()) if head.start() - q.end() <= 8]
            verb = None
            named = _named(_Try(clause, quotes[-1].start(), end, head[0], None, False), rules, scope) if quotes else []
        if quoted and not named:
            continue
        if quoted:
            # 完善“北京市…医生咨询平台”: a name that begins inside the quotes has all that stands in them
            opened = clause.rfind("“", 0, head.start())
            named = [(min(start, opened), stop) if opened >= floor else (start, stop) for start, stop in named]
        stage = (
            stages.after(clause, end, rules.stages.get(verb or ""))
            or done
            or (before if verb == "" and carried else None)
        )
        for start, stop in named:
            yield start, stop, rules.kinds[head[0]], stage
        joint = _JOINT.match(clause, end)
        if named or not more:  # 下浒山水库灌区|工程: the next head may be the one
            floor = joint.end() if joint else end
        # 推进平陆运河、|长洲水利枢纽: a place in the list does not end it
        listed = (verb if named else tries[0][1] if tries else None) if joint else None


def _rank(clause: str, at: int, stage: str | None) -> int:
    """0 for a verb of a stage that starts a phrase (at the start, after 、 or after adverb or verb), 1 for another verb
    of a stage, 2 for the rest."""
    if stage is None:
        return 2
    return 0 if at == 0 or _BEFORE.search(clause, max(0, at - 4), at) else 1


def _versions(clause: str) -> Iterator[tuple[int, int, str, str | None]]:
    """支撑浙江省数字政府2.0建设: a system whose name ends with its version."""
    for match in _VERSION.finditer(clause) if "." in clause else ():
        before = [
            verb.end() for verb in grammar().verbs.finditer(clause, match.start() - 4 if match.start() > 4 else 0)
        ]
        start = max((at for at in before if at <= match.start() + 4), default=match.start())
        yield max(start, match.start()), match.end(), "platform", stages.after(clause, match.end(), None)


def _in_quotes(clause: str, at: int) -> bool:
    near = max(0, at - _REACH)
    return any(clause.rfind(left, near, at) > clause.rfind(right, near, at) for left, right in ("“”", "《》"))


def _named(found: _Try, rules: Grammar, scope: Scope) -> list[tuple[int, int]]:
    """Where the names stand: one, or several that share the head; empty where it is no name.

    国家高新区“提质进位”、自治区级高新区“促优培育”|行动 are two ; 沙漠、戈壁、荒漠地区大型风电光伏|基地 is one."""
    clause, end, head = found.clause, found.end, found.head
    many = _MANY.match(clause[found.start : end]) is not None
    lead = _LEAD.match(clause[found.start : end])
    start = found.start + lead.end() if lead else found.start
    # 互联共享的|养老服务信息平台, but 连接……的高速公路
    own = clause.rfind("的", start, end - len(head))
    if own >= 0 and not clause.startswith("连接", start):
        start = own + 1
    parts = listed_projects.members(clause, start, end, scope)
    if (
        len(parts) > 1
        and not _NO_NAME.search(clause[start : parts[-1][0]])
        and listed_projects.share_head([clause[a:b] for a, b in parts], scope)
    ):
        return parts if _says(found, clause[start:end], many, rules, scope) else []
    if len(parts) > 1 and _NO_NAME.search(clause[start : parts[-1][0]]):
        return []
    starts = [start]
    if len(parts) > 1 and any(b - a > 2 for a, b in parts[:-1]) and not clause.startswith("连接", start):
        # 培训机构和|XX平台 ; 黄河流域生态保护和高质量发展|先行区 is one name, since 高质量发展先行区 alone says nothing
        starts = [parts[-1][0]]
        if _begins_with_place(clause, parts, scope) or _WORKS.search(clause, parts[-2][0], parts[-2][1]):
            starts = [parts[-1][0], start]
        elif rules.kinds[head] == "event" and len(parts) == 2 and _SCALE.match(clause, start):
            starts = [start, parts[-1][0]]  # 中国—东盟商务与|投资峰会
    for at in starts:
        if end - at <= 40 and _says(found, clause[at:end], many, rules, scope):
            return [(at, end)]
    return []


def _begins_with_place(clause: str, parts: list[tuple[int, int]], scope: Scope) -> bool:
    """Is the first of A和B a place with more, so that both may be one name?"""
    (start, end), last = parts[0], parts[-1]
    there = spots(clause[start:end], scope)
    return bool(there) and there[0][0] == 0 and there[0][1] < end - start and clause[last[0] - 1] in "和与及"


def _says(found: _Try, name: str, many: bool, rules: Grammar, scope: Scope) -> bool:
    """Does the name say more than its head and words that any project has?"""
    head, verb = found.head, found.verb
    own = name[: name.rfind(head)]
    needs = rules.needs[head]
    if name.count("（") != name.count("）"):
        return False
    if needs == "coined":
        return _LATIN.search(own) is not None or _QUOTED.search(own) is not None
    # 试点 of what is listed: 废铅酸蓄电池等危险废物收集经营许可证制度|试点
    if rules.kinds[head] == "pilot" and "、" not in own:
        own = own.replace("等", "")
    if _NO_NAME.search(own):
        return False
    if needs == "launch" and rules.stages.get(verb or "") is None:
        return False
    # “蒙科聚”创新驱动平台 has a name of its own, “双创”支撑平台 a slogan
    if _CODED.search(rules.generic.sub("", own)) or any(
        rules.generic.sub("", quote[0][1:-1]) for quote in _QUOTED.finditer(own)
    ):
        return True
    if verb is None:
        return False
    if not own:
        # 申报|综合保税区 is a project without more words, 支持|综合保税区 is none
        return needs != "own" and len(head) >= 5 and rules.stages.get(verb) is not None
    there = spots(name, scope)
    # 推动|长江经济带|发展: a place, not a project; 新建|丹江口水库 is one
    if (0, len(name)) in there and rules.stages.get(verb) not in (START, COMPLETE):
        return False
    rest = rules.generic.sub("", _MARKS.sub("", own))
    if needs == "own":
        return len(own) >= 4 and (len(rest) >= 2 or bool(there))
    if needs == "word":
        return len(rest) > 1 or bool(there)
    if needs == "event":
        return len(own) > 1 and (found.listed or bool(there) or bool(_COUNTS.search(own)) or bool(_SCALE.search(own)))
    if needs == "built":
        return bool(there) and len(own) >= 2 and (verb in _BUILDS or _BUILT.match(found.clause, found.end) is not None)
    if needs == "place" or many:
        return bool(there) and len(own) >= 2
    if there:
        return len(own) - sum(end - start for start, end in there) + len(head) >= 3
    return len(own) >= 4 and len(rest) >= 2
