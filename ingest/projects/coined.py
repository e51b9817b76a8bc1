"""Projects by a coined name: the known ones of the whole country (`named_projects.tsv`), names in quotes that say an
action by themselves or with others (“校源行”“开源之夏”等活动), and names with a point inside (健康人·安诊儿).

A quoted word alone is often a slogan (“放管服”改革, “一带一路”): it counts where something is done with it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from graph.lexicon import regions, sightings
from graph.lexicon.projects import rest_of

_QUOTES = r"“[^“”]{1,20}”"
# “粤菜师傅”“广东技工”“南粤家政”三大培训工程 ; “百行进万企”和“千企万户金融顾问服务”活动 ; “天目蓝云”等智能创作平台
_RUN = re.compile(
    rf"(?P<run>{_QUOTES}(?:[、和与及]?{_QUOTES}){{0,12}})(?P<others>等)?(?P<own>(?:(?![的等各对将把入开举]|进行|实施|参加|建设|期间)[一-龥]){{0,10}}?)"
    r"(?P<head>(?:专项|系列|主题|对接|培训)?(?:行动计划|行动|工程|计划|活动)|班列|专项(?!资金|借款|债|贷款|基金|规划|小组|考核|检查|整治|行动|治理)|大赛|竞赛|平台)"
    r"(?![师技力方者中量学单生上态])"
)
# “一锁到底”“组合港”等项目
_PROJECTS = re.compile(
    rf"(?P<run>{_QUOTES}(?:[、和与及]?{_QUOTES}){{0,12}})等(?:重[大点])?(?:项目|平台|应用|品牌项目)(?!库)"
)
_NO_PROJECT = re.compile("[+＋]|“[两三四五六七八九十]大|一体化")
# “桂通办” ; “鄂汇办”, but “川渝通办” is a way: the service of a province by the character that stands for it
_APP = re.compile(
    "“[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇云藏陕秦甘陇青宁新疆](?!渝)"
    "(?:[一-龥]{1,2}办|[一-龥]{0,2}(?<!一卡)(?<!直)通|[一-龥]?政易|[一-龥]?省事|里[一-龥]{2,6})”"
)
# “湾事通”平台 ; “粤医保”移动公共服务平台 : what ends like an app, whatever is said of it
_APPS = re.compile(
    "“(?!一|跨|全|掌|网|就近|多|直|高效|最多)(?P<name>[一-龥]{1,6}[通办码]|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇云藏陕秦甘陇青宁新疆][一-龥]{2,3})”"
    "(?:(?!的|等|和|与)[一-龥]){0,8}?平台"
)
# “甲农经管2.0”: a name with its version
_VERSION = re.compile(r"“[一-龥]{3,10} ?\d\.\d”")
# “云推介”“云洽谈”等活动 are ways to do it
_ONLINE = re.compile("“(?:云|线上)[一-龥]{2}”")
_ONE = re.compile(_QUOTES)
# “131”创新型人才培养工程, but not “一站式”平台: what a single quoted name is enough for
_ENOUGH = ("行动", "工程", "计划", "活动", "班列", "专项", "大赛", "竞赛")
# “百行进万企” ; “千人帮千企” ; “光盘行动” ; “开源之夏”: words that say an action
_DEED = re.compile(
    r"“(?:(?![两三四五六七八九十]大)[^“”]{1,12}(?:行动|工程|计划|专项|大赛|活动|之[春夏秋冬]|[月周日]活动)|[百千万双][^“”]{1,4}[进帮联访助走连入][^“”]{1,6}|"
    r"[百千万双][一-龥]{1,3}[百千万双][一-龥]{1,4}|[^“”]{2,6}进(?:万家|企业|校园|社区|乡村|园区)|[^“”]{1,4}[校企源村]行)”"
)
# “根治欠薪冬季专项行动” ; “南京国际消费节”: a name in full, whatever is done with it ; “半拉子工程” is short
_IN_FULL = re.compile(
    r"“(?![一两三四五六七八九十\d]+[大个])(?:(?![一三五两])[^“”、+＋，\d]{2,3}(?=行动”|计划”)|[^“”、+＋，]{4,26})(?P<head>行动|工程|计划|专项|大赛|活动|嘉年华|博览会|论坛|联赛|平台|系统|季|(?<!环)节|(?<!\d)年)”"
)
# 打造“一港三园” ; 建设“中国稀土谷” : built, not 布局 or 格局
# 将公路建设成为群众的“放心工程”和“满意工程”: what is said of it is no name
PRAISE = re.compile("(?:建设成|打造成|办成|建成|做成|成为|变成)[^，。；]{0,14}的(?:“[^”]*”[、和与])*$")
_PLACE_NAMED = (
    r"(?P<name>“(?:(?:[一二三四五六七八九十两双][港园谷城区带廊湾基]地?){2,4}|"
    r"[一-龥]{2,10}(?:谷|走廊|廊道|文化带|旅游带|经济带|科创带|产业园|小镇|港))”)(?=$|建设|[“、，。；）和与及等])"
)
_BUILT = re.compile(rf"(?:建设|打造|创建|共建|推进|加快建设)(?:好)?{_PLACE_NAMED}")
_BESIDE = re.compile(rf"[、和与]?{_PLACE_NAMED}")
_DOING = re.compile(
    r"(?:开展|深化|实施|倡导|发起|启动|举办|组织|推进|推广|参与|发挥|用好|打响|落实|争取)(?:好|了)?(?:[省市区县]|国家|全[国省市区县])?$"
)
# 打造杭州“中国数谷” ; 省“尖兵领雁”计划 ; 天津市“项目+团队”专项
_OWNER = re.compile(r"(?:国家|全[国省市区县]|自治区|[省市])$")
_ALL = re.compile(r"[两二三四五六七八九十]大")
_AFTER_NAME = re.compile(r"$|[、，。；）和与及等“]|活动|行动|工作|品牌|作用")
_POINTED = re.compile(
    r"(?:推广|打造|上线|迭代|开发|用好|运行|建设)+(?P<name>[一-龥]{2,8}·[一-龥]{2,6})(?=$|[、，。；）等和])"
)
# 西气东输|三线江西段 ; 南水北调|中线一期工程
_STRETCH = re.compile(r"(?:[一二三四五东中西]线)(?:[一二三四]期)?(?:[一-龥]{2,3}段)?(?:后续)?(?:工程)?")
_KIND_OF = dict.fromkeys(("行动", "工程", "计划", "专项"), "campaign") | dict.fromkeys(("平台", "系统"), "platform")
_KINDS = (("平台", "platform"), ("大赛", "event"), ("竞赛", "event"), ("活动", "event"))


def find(clause: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, kind) of the coined names in one clause."""
    known = list(_known(clause))
    yield from known
    if "·" in clause:
        yield from ((match.start("name"), match.end("name"), "platform") for match in _POINTED.finditer(clause))
    if "“" not in clause:
        return
    begun = {start for start, _, _ in known}
    yield from ((*match.span(), "platform") for match in _APP.finditer(clause) if match.start() not in begun)
    yield from ((*match.span(), "platform") for match in _VERSION.finditer(clause))
    for match in _APPS.finditer(clause):
        if rest_of(match["name"]):
            yield *match.span(), "platform"
    for match in _PROJECTS.finditer(clause):
        for one in _ONE.finditer(match["run"]):
            if rest_of(one[0][1:-1]) and not _NO_PROJECT.search(one[0]):
                yield match.start() + one.start(), match.start() + one.end(), "project"
    taken: list[tuple[int, int]] = []
    for match in _RUN.finditer(clause):
        names = list(_ONE.finditer(match["run"]))
        if match["others"] is None and len(names) == 1 and not match["head"].endswith(_ENOUGH):
            continue
        if all(_ONLINE.fullmatch(one[0]) for one in names):
            continue
        taken.append(match.span())
        kind = next((kind for head, kind in _KINDS if match["head"].endswith(head)), "campaign")
        for at, one in enumerate(names):
            start, end = match.start() + one.start(), match.start() + one.end()
            # 三大培训工程 is what all are, 活动 belongs to the last
            whole = match["others"] is None and at == len(names) - 1 and not _ALL.match(match["own"])
            yield start - _owner(clause, start), match.end() if whole else end, kind
    for match in _BUILT.finditer(clause):
        yield *match.span("name"), "park"
        end = match.end("name")
        while more := _BESIDE.match(clause, end):  # “中国甲谷”|“丙丁谷”
            yield *more.span("name"), "park"
            end = more.end("name")
    for match in _IN_FULL.finditer(clause):
        if not _inside(match.start(), taken) and not PRAISE.search(clause, max(0, match.start() - 40), match.start()):
            kind = _KIND_OF.get(match["head"], "event")
            yield match.start() - _owner(clause, match.start()), match.end(), kind
    for match in _DEED.finditer(clause):
        if not _inside(match.start(), taken) and _AFTER_NAME.match(clause, match.end()):
            before = clause[max(0, match.start() - 8) : match.start()]
            if _DOING.search(before):
                yield match.start(), match.end(), "campaign"


def _inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Stands `at` in one of the spans, which are in order?"""
    near = bisect_right(spans, (at, at)) - 1
    return any(start <= at < end for start, end in spans[max(near, 0) : near + 2])


def _owner(clause: str, at: int) -> int:
    """How much of the words in front belongs to the name: 省“尖兵领雁”…, 天津市“项目+团队”…."""
    for size in range(min(8, at), 1, -1):
        if regions.named(clause[at - size : at]):
            return size
    owner = _OWNER.search(clause, max(0, at - 5), at)
    return len(owner[0]) if owner else 0


def _known(clause: str) -> Iterator[tuple[int, int, str]]:
    last = 0
    for at, _, names in sightings.of(clause).projects:
        for pattern, kind in names if at >= last else ():
            match = pattern.match(clause, at)
            if match is not None:
                # “三支一扶”计划 ; 国际贸易“单一窗口”
                start = at - (at > 0 and clause[at - 1] == "“" and "”" in clause[at : match.end() + 1])
                if more := _STRETCH.match(clause, match.end()):
                    yield start, more.end(), kind
                    last = more.end()
                    break
                open_still = clause.count("“", start, match.end()) > clause.count("”", start, match.end())
                last = match.end() + (open_still and clause.startswith("”", match.end()))
                yield start, last, kind
                break
