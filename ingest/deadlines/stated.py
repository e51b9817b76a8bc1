"""The time limit that the sentences of a measure state. 自1月1日至3月31日 and 截至4月底 only look like one."""

import re
from collections.abc import Iterator

from graph.model import Limit, Span
from ingest.deadlines import rhythms
from ingest.deadlines.deadlines import DAY, Limited, dated, latest, read, year_of
from ingest.deadlines.targets import FACT, aimed, counted

# what a limit for the task is followed by: 2020年6月底前完成 ; 确保在2020年实现 ; 8月建成开放
_ADVERBS = (
    r"(?:，?(?:要|应|须|可|将|力争|争取|确保|全面|基本|全部|率先|正式|如期|陆续|分[两三四]?[批期步]|"
    r"必须|再|累计|计划|合计|总共|初步|努力|按期|集中|分别|各地?)*)"
)
_ENDS = (
    r"(?:(?:编制|修编|修订|制定|组织|启动[^，。；]{2,24}并(?:基本|全面)?)?完成|实现|建成|投产|投用|投入使用|投入运营|竣工|通车|见效|形成|交付|验收|消除|清零|开通|开放|上线|出台|印发|发布|公布|上报|报送|报批|"
    r"制定出台|提交|完工|落成|达标|投运|见成效|达产|并网|通航|通水|封顶|办结|销号|挂牌|开业|开园|兑现)"
)
_DOES = (
    r"(?:开工|启动|达到|达|确定|(?:研究)?明确(?!要求|规定|提出|了)|制定|运营|建立|取得|突破|培育|打造|建设|新增|力争|"
    r"基本)"
)
_DONE_BY = re.compile(rf"{_ADVERBS}(?:{_ENDS}|{_DOES})")
_ENDED_BY = re.compile(rf"{_ADVERBS}{_ENDS}(?![的了])")
_FULFILLED = re.compile(
    rf"{_ADVERBS}(?:(?:编制|修编|修订|制定|组织|启动[^，。；]{{2,24}}并(?:基本|全面)?)?完成|实现|建成)"
)
# 2018年出台。 ; 2018年上报国家旅游局。 : a year and what is done by then, and nothing else
_ALL_SAID = re.compile(rf"{_ADVERBS}{_ENDS}(?![的了后])[^，。；、]{{0,14}}(?:[。；]|$)")
# what a condition is followed by: 2020年5月1日前到期的贷款 ; 2月底前能够完成技改的企业 ; 1997年底前建成的老旧小区 ;
# a firm's duty is none of the unit's: 2022年2月5日前如数交还
_CONDITION = re.compile(
    r"(?:未|已|被|能|有望|可以|到期|成立|注册|登记|参保|入库|签订|缴纳|发生|购置|在建|取得.{0,20}的|如数|交还|，?对[^，。；]{0,30}(?:免征|免收|减征|减半|减免|给予|补贴|补助|奖励|贴息)|归还|返还|偿还|补缴|缴清|提出申请|向[^，。；]{1,16}提出申请|"
    r"[^，。；]{0,24}的(?:[^，。；]{0,8})(?:企业|项目|贷款|单位|个人|人员|车辆|产品|房屋|合同))"
)
# 2024年6月底前与职工签订一年以上合同且到岗满一个月的，给予补贴
_GIVEN = re.compile(r"[^。；\n，]{2,50}的，(?:由[^，。；]{1,10})?(?:给予|予以|按|可|享受|奖励|补助|补贴|视为|视同)")
_ATTRIBUTE = re.compile(
    r"[^，。；、\d]{0,4}(?:建成|竣工|投产|投用|成立|注册|完成|取得|签订|开工|立项|出台|发布|公布|印发|上报|报送)的(?!目标|要求|任务|时限|节点|安排|时间|总体)"
)
# 12月31日（含）前 ; 12月31日24时前
_BEFORE = re.compile(
    r"(?:（含[^（）]{0,4}）|(?:[上下]午)?\d{1,2}(?:[时点]|[:：]\d\d)|[上下]班)?(?:之前|以前|前)(?!期|后|往|沿|提(?![交供升高出质请前])|景|端|三|五|十|列|一(?![次律批]))"
)
_UNTIL = re.compile(r"(?:^|[，。；：、“\n]|力争|确保|争取|努力|预计|计划|目标)(?:到|至)$")
# 富营养化水平到2020年要有所好转
_AMID = re.compile(r"[^日月年底末初起从自\d—\-，。；延长缓达受收提迟]到$")
_REACHES = re.compile(
    r"(?:底|末)?，?(?:要|应|须|将|力争|基本|全面|全部|达到|实现|控制|下降|降至|降低|提高|增长|突破|超过|形成|建成)"
)
_NOT_LATER = re.compile(r"(?:不迟于|不晚于|最迟|最晚)(?:在|于)?$")
_UP_TO = re.compile(r"(?:截至|截止(?:到|至)?)$")
_ALREADY = re.compile(r"^[^。；\n]*(?:已|了)")
_STATE = re.compile(
    r"(?:自|从|截至|截止|截止到|延长至|延期至|顺延至|推迟至|缓缴至|延至|有效期至|(?<=[日月年])至|(?<=[日月年])到|较|比|同期|对)$"
)
# 5月至10月开展专项整治 ; 即日起至12月底开展检查: the measure's own time, not that of a benefit
_FROM = re.compile(r"[日月年起底旬初末始] ?(?:至|到|—|-|~)$")
_HELD = re.compile(
    r"(?:期间)?，?(?:在[^，。；]{0,12})?(?:集中|组织|统一|分批|全面|深入)*(?:开展|实施|进行)"
    r"(?!的|[^，。；\n]{0,24}(?:的政策|费率|减[征半免]|免[征收]|缓[缴征]|优惠))"
)
# 落实方案。 到2025年底: blanks between sentences
_BLANK = re.compile(r"(?:(?<=[，。；：、”\n])|^)[ \u3000]+")
# 2024年底，全市充电桩达到3万个 ; 2025年底城镇餐饮场所完成改造
_REACHED = re.compile(
    r"，?(?!已)[^，。；\n]{0,30}(?:达到|达|实现|建成|完成|超过|突破|形成)(?![的了]|[^，。；\n]{0,14}的，)"
)
_SURE = re.compile(r"(?:力争|确保|争取|计划|预计|努力)(?:在|于)?$")
_INSIDE = re.compile(r"(?:^|[，。；：\n]|做到|确保|实现|力争|争取|努力|[在于])$")
_EACH = re.compile(r"每(?:年|半年|两年)度?$")
_SPELL = r"[\d一二三四五六七八九十两]+ ?(?:个)? ?(?:工作日|日|天|周|月|年)(?:之内|以内|内)"
_HANDED_OUT = rf"(?:印发|发布|公布|实施|下发|施行|批准)(?:(?:之)?日[起后]|后) ?(?:的)? ?{_SPELL}"
_SINCE = re.compile(rf"(?:自|从)?(?:本|该|此)?[^，。；、（）\d]{{0,10}}{_HANDED_OUT}")
_MAYBE_SINCE = re.compile(_HANDED_OUT)  # found faster
# 用3年时间完成 ; 经过三年努力，… ; 三年内建成 ; 力争三年完成 ; 2024年起两年内建成
_SOME = r"(?:[\d一二三四五两][—–\-至到~])?[\d一二三四五两] ?"
_WITHIN = re.compile(
    rf"(?:用|利用|经过|通过) ?{_SOME}年(?:左右)?的?(?:时间|努力)(?!的)|"
    rf"(?:(?:用|利用|通过) ?{_SOME}个月(?:左右)?的?时间|"
    rf"(?:未来|今后|力争|争取|计划|确保) ?{_SOME}(?:年|个月)(?:之内|以内|内|时间)?|"
    rf"(?<![^，。；：争保取上起在于]) ?{_SOME}(?:年|个月)(?:之内|以内|内))"
    rf"(?=，?{_ADVERBS}{_ENDS})"
)
# 5年内引进100名专家 ; but 毕业5年内, 5年内享受补贴
_QUOTA = re.compile(
    r"(?:(?<=[，。；\n])|^)"
    r"(?P<spell>(?:力争|计划|争取|未来|今后)?(?:用)? ?[\d一二三四五两] ?年(?:之内|以内|内|左右)?(?:时间)?)，?"
    r"[^，。；\n的]{0,30}?(?:引进|培养|培训|选拔|资助|支持|扶持|建设|建成|新建|新增|打造|培育|改造|选派|遴选|认定|"
    r"组织|发动|举办)"
    r"(?:[^，。；\n元]{0,30}?|[^，。；\n元]{0,90}?(?:不少于|不低于|达到|至少) ?)"
    r"\d+ ?万?(?:多|余)?(?:名|家|个|人|所|座|项|套|户|亩|公里)"
)
# cheap finds before the patterns above and below are tried
_SPELLS = re.compile(
    r"[\d一二三四五六七八九十两] ?个? ?(?:工作日|[日天周月年])(?:之内|以内|内|左右|的?(?:时间|努力))|"
    r"(?:未来|今后|力争|争取|计划|确保) ?[\d一二三四五两]"
)
_AND = ("和", "、", "及", "与")
_DATED = re.compile("年|月|季|岁|Q|q|20\\d|十[三四五六]五|二[〇○零]")
_BEFORE_A_DAY = re.compile("[期季耕收学冬汛夏节庆秋午一旦幕开考临来始之以”]前")
_GOES_ON = re.compile(
    "持续|常态|长期|长效|坚持|常年|全年|滚动|不间断|不断|经常|长抓|常抓|贯穿|久久|即日|即刻|立即|马上"
)
_VALID = re.compile(r"(?:有效期|期限|执行期|试行|施行|有效)[^，。；]{0,12}$")
# 时间进度：2024年三季度
_LABEL = re.compile(
    r"(?:完成时[限间]|时限要求|时间(?:进度|节点|安排)|进度安排|办理时限)(?:：|为|是)(?P<said>[^，。；\n]{2,30})"
)
# 国庆节前 ; 2025年汛期前 : before a day that nobody has said
_OCCASION = re.compile(
    r"(?:20\d\d年|今年|明年)?(?:主?汛期|雪季|旺季|[供采]暖[季期]|雨季|冬季|春季|夏季|秋季|春耕|秋收|开学|学期开学|入冬|入汛|入夏|"
    r"汛|春节|国庆节?|“?五一”?|“十一”|元旦|中秋节?|端午节?|两节|[一-龥]{2,4}会(?:开幕|召开)|高考|中考)(?:来临|到来|开始)?(?:之|以)?前(?!后)"
)
# the predicate that closes a sentence: …，持续推进。 ; 按照“一村一策”持续推进。
_CLOSES = re.compile(
    r"(?:(?:(?<=[，。；：\n])|^)(?P<own>(?:并|要|且|坚持)?(?:(?:持续|常态化?|常态长效|长效|长期|常年|全年|滚动|不间断|不断|经常性?)(?:地|化)?"
    r"(?:推进|实施|开展|坚持|落实|进行|推动|抓好|执行|组织实施|保持|巩固|深化|发力)(?:落实|实施|不懈)?|[长常]抓不懈|坚持不懈抓下去|贯穿全年|久久为功))"
    r"|(?P<last>(?:持续|常态化|长期|全年|滚动|不间断)(?:推进|坚持|开展))"
    r"|(?P<once>(?:(?:即日|即刻|立即|马上)起?)(?:实施|执行|施行|启动|落实|开展|整改|生效|推行)))"
    r"(?=[。；\n]|\s*$)"
)
# 常态化开展岸线巡查
_ROUTINE = re.compile(r"(?:(?<=[，。；：\n是])|^)(?:要)?常态化(?:开展|推进|实施|组织)")


# 集中整治阶段（2024年4月1日至10月31日）。
_STAGE = re.compile(
    r"[^，。；：（）\n]{0,16}(?:阶段|步|期)[^，。；：（）\n]{0,12}（(?P<said>[^（），。；]{0,8}(?:20\d\d年|\d{1,2}月|年底)[^（），。；]{0,26})）"
)


def find(text: str, start: int, end: int, year: int | None) -> Limited | None:
    """The limit for the whole task that its sentences state: what a label announces, the latest date, a spell, what
    closes a sentence, what recurs. Periods of validity, states, conditions and names of programmes are none."""
    said = text[start:end]
    dates = list(_dates(said, year))
    limit = (
        _labelled(said, year)
        or max((one for one in dates if one.kind is not Limit.RECURRING), key=_by_day, default=None)
        or _spell(said)
        or _closing(said)
        or next(iter(dates), None)
        or rhythms.find(said)
        or _named(said)
    )
    return limit and limit.replace(start=start + limit.start, end=start + limit.end)


def _by_day(limit: Limited) -> tuple[str, int]:
    return limit.due or "", -limit.start


def _labelled(text: str, year: int | None) -> Limited | None:
    label = _LABEL.search(text) or _STAGE.match(text)
    return read(text, *label.span("said"), year) if label else None


def _spell(text: str) -> Limited | None:
    if not _SPELLS.search(text):
        return None
    for pattern in (_SINCE, _WITHIN) if _MAYBE_SINCE.search(text) else (_WITHIN,):
        for found in pattern.finditer(text):
            if not _VALID.search(text, max(0, found.start() - 16), found.start()):
                return Limited(*found.span(), Limit.RELATIVE, None)
    if quota := _QUOTA.search(text):
        return Limited(*quota.span("spell"), Limit.RELATIVE, None)
    return None


def _closing(text: str) -> Limited | None:
    """What goes on: the predicate that closes a sentence."""
    if not _GOES_ON.search(text) or not (found := _CLOSES.search(text)):
        return None
    kind = Limit.IMMEDIATE if found["once"] else Limit.LONG_TERM if "长期" in found.group() else Limit.ONGOING
    return Limited(*found.span(), kind, None)


def _named(text: str) -> Limited | None:
    """国庆节前 ; 常态化开展岸线巡查."""
    if _BEFORE_A_DAY.search(text) and (found := _OCCASION.search(text)):
        return Limited(*found.span(), Limit.OTHER, None)
    if "常态化" in text and (found := _ROUTINE.search(text)):
        return Limited(*found.span(), Limit.ONGOING, None)
    return None


def _dates(text: str, year: int | None) -> Iterator[Limited]:
    """Every date that ends something; one without a year is of the year said before it in its sentence."""
    spoken, until, ended = None, 0, -1
    for one in DAY.finditer(text) if _DATED.search(text) else ():
        if one.end() == one.start() or one["end_"] in ("内", "底", "末", "期末"):
            continue
        if one.start() > until:
            spoken = None
        found = _limit(text, one, year)
        if not found and ended >= 0 and text[ended : one.start()] in _AND:
            found = one.span()  # 到2025年和2030年
        ended = one.end() if found else -1
        said = year_of(one, year)
        if said and not re.match("起|以来", text[one.end() : one.end() + 2]) and not (year and said < year):
            spoken = said
            if one.end() > until:
                stop = text.find("。", one.end())
                until = stop if stop >= 0 else len(text)
        if not found or (year and said and said < year and not _BEFORE.match(text, one.end())):
            continue
        begin, finish = found
        if each := _EACH.search(text, max(0, begin - 4), begin):
            yield Limited(each.start(), finish, Limit.RECURRING, None)
        elif _FROM.search(text, max(0, begin - 3), begin):
            yield Limited(begin, finish, Limit.SPAN, *latest(text, [one], year, spoken)[1:])
        else:
            yield Limited(begin, finish, *latest(text, [one], year, spoken))


def _limit(text: str, one: "re.Match[str]", own: int | None) -> Span | None:
    """Where the words of the limit stand, if the date is one; `own` is the year of the notice."""
    before = _BLANK.sub("", text[max(0, one.start() - 8) : one.start()]).rstrip()
    later = own is None or (year_of(one, own) or 0) > own
    after = text[one.end() : one.end() + 40]
    by = _BEFORE.match(text, one.end())
    if _of_a_case(text, one) or re.search("可(?:以)?(?:在|于)?$", before):
        return None
    if one["rel"] in ("当年", "次年", "后年"):
        return None
    if one["years"] or one["months"] or one["months_"] or one["till"] or one["till_"]:
        held = _HELD.match(after) if not one["years"] else counted(before, after)
        return one.span() if (_ENDED_BY.match(after) or held) and not _STATE.search(before) else None
    if _FROM.search(before):
        return one.span() if _HELD.match(after) else None
    if late := _NOT_LATER.search(before):
        return text.rfind(late[0], 0, one.start()), by.end() if by else one.end()
    rest = text[by.end() : by.end() + 40] if by else ""
    up_to = _UP_TO.search(before) and (by or later) and not _ALREADY.search(after)
    if _STATE.search(before) and not (up_to and _DONE_BY.match(rest or after.lstrip("，"))):
        return None
    if by:
        if _ATTRIBUTE.match(rest) or _GIVEN.match(rest) or (_CONDITION.match(rest) and not _DONE_BY.match(rest)):
            return None
        return one.start(), by.end()
    until = _UNTIL.search(before) or (_AMID.search(before) and one["year"] and _REACHES.match(after))
    if until and (dated(one) or one["end_"]):
        return text.rfind(before[-1], 0, one.start()), one.end()
    return one.span() if _bare(one, before, after, later) else None


# 对经营主体年内新增的贷款，按2%予以贴息 ; 对2025年6月底前未完成整改的企业，依法处罚 : whom a rule is for
_CASE = re.compile(r"(?:^|[，。；：\n）*])(?:对于?|凡是?)[^，。；：\n]{0,40}$")
_RULED = re.compile(
    r"[^，。；\n]*，[^。；\n]*(?:给予|予以|奖励|奖补|补助|补贴|贴息|资助|减免|减半|免征|免收|处罚|罚款|约谈|问责|追责|通报|不再|取消|收回)"
)


def _of_a_case(text: str, one: "re.Match[str]") -> bool:
    """Does a date belong to whom a rule is for, not to what is to be done?"""
    if (
        text.rfind("对", max(0, one.start() - 40), one.start()) < 0
        and text.rfind("凡", max(0, one.start() - 40), one.start()) < 0
    ):
        return False
    return _CASE.search(text, max(0, one.start() - 44), one.start()) is not None and bool(_RULED.match(text, one.end()))


def _bare(one: "re.Match[str]", before: str, after: str, later: bool) -> bool:
    """Is a date without 前 or 到 a limit? 8月建成开放 ; 二季度实现量产 ; 年内应交尽交 ; 全年完成800口."""
    if (
        re.match("起|以来|度|印发(?:$|[ \n])", after)
        or re.search("已(?:经|于|在)?$", before)
        or _ATTRIBUTE.match(after)
        or (one["year"] and FACT.match(after))
    ):
        return False
    if one["end_"] == "全年":
        return bool(re.match("完成|实现", after)) or counted(before, after)
    if aimed(one, before, after, later):
        return True
    if "年内" in (one["end"], one["end_"]) and _INSIDE.search(before) and after and after[0] not in "，。；、":
        return not _CONDITION.match(after)
    if _INSIDE.search(before) and (one["end"] or one["end_"] or one["third_"]) and _REACHED.match(after):
        return True
    begun = re.match("开工|启动", after) and not _FULFILLED.match(after) and not _SURE.search(before)
    if begun or not _DONE_BY.match(after):
        return False
    named = dated(one) or one["end_"] or (one["month_"] and one["third_"])
    ends = one["end"] or one["end_"] or one["month"] or one["quarter"] or one["q"] or one["half"] or one["third_"]
    if named and (ends or _SURE.search(before)):
        return True
    if dated(one) and _INSIDE.search(before) and _ALL_SAID.match(after):
        return True
    return bool(_FULFILLED.match(after) if dated(one) else _ENDED_BY.match(after))
