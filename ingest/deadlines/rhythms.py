"""What recurs: 每年遴选20个 ; 市教育局每季度开展检查. 每人每年补助 is what somebody gets."""

import re

from graph.model import Limit
from ingest.deadlines.deadlines import Limited

# 每年遴选20个 ; 每半年公布红黑榜 ; but not 每人每年补助, 每月不高于200元
_RHYTHM = re.compile(
    r"每(?:半年|[\d两三四五]年|学年|年|季度|(?P<often>个?月|周))度?(?:底|末|初|第?[一二三四]季度|[上下]半年|\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|末)?(?:[、和]\d{1,2}月)*)?前?"
    r"|[两三]年(?=(?:评选|评定|认定|修订|举办|评估|组织|开展)[^，。；]{0,6}一[次届轮])"
    r"|按(?:半年|季度?|年度?)(?=通报|调度|报送|报告|公布|发布|公开|考核|评估|评价|监测|分析|开展|组织|召开|总结)"
)
_LEADS = re.compile(
    r"(?:^|[，。；：、\n]|[一二三四]是|并|且|至少|20\d\d年|期间|力争|争取|确保|原则上|[应要须于]|应当|必须|(?:^|[，。；：、\n])(?:[全我][省市区县州]|各[省市区县镇乡地]{1,3}|[省市县区][级属]))$"
)
# 市教育局每季度开展检查 ; 省级监管部门每年对企业进行检查: a body that has tasks
_BODY = re.compile(r"[一-龥]{2}(?:部门|机关|政府|委员会|办公室|领导小组|专班|地区|[厅局委办])$|财政$")
_COUNTED = re.compile(
    r"[^，。；\d]{0,4}[^，。；]{0,26}?(?:不少于|至少|不低于|以上|[一二三两\d]次|完成|更新)|"
    r"[\d.]+ ?万?(?:人|名|家|个|场|次|项|列|班|期|户)"
)
_NOT_YEARLY = re.compile(
    r"(?:企业|个人|申请人|纳税人|学生|经营者|业主)(?:[应须可要]|应当|可以)?[于在]?$|(?:打破|按照|凡|每人|每家|每户|单家企业|每个|人均|单个|户均|每名|每位|最高|补贴|补助|奖励|给予|[按至达为])$"
)
# 每年每公里不低于5000元 is a rate, 每年灌溉周期结束后 an occasion
_GRANT = re.compile(
    r"[^，。；]{0,24}每(?:公里|亩|人|户|个|头|名|平方米|吨|床|学生|村)|[^，。；]{2,16}(?:后|前|期间|时)，|"
    r"[^，。；]{0,12}(?:(?:不超过|不高于)[\d.０-９]+ ?[万亿]*(?:元|%|％)|"
    r"最高|补贴|补助|奖励|给予|享受|资助)|[\d.]+ ?[万亿]?元|的|[，。；、]"
)
# 每年选拔资助不少于100名青年专家 : whom they choose, so many of them
_CHOSEN = re.compile(
    r"(?:(?:资助|奖励)?(?:选拔|遴选|评选|培养|引进|培训|选派)|重点资助)[^，。；\d元]{0,24}\d+ ?(?:名|人|家|个|项|支)"
)
# 每半年更新公示目录清单: how a list is kept
_RENEWED = re.compile(r"(?<!每年)(?:动态)?(?:更新|调整)")
# 新闻媒体，每年开展宣传: what others do, not the task
_OTHERS = re.compile(
    r"(?:^|[。，；：\n])(?!面向|针对|围绕|依托|支持|组织|会同|为|对|向)[^。，；：\n]*"
    r"(?:媒体|机构|单位|企业|学校|部门|场所|组织|人员|干部|院校|社区|公司|团体|个人)，$"
)


def find(text: str) -> Limited | None:
    """A rhythm that is the measure's own. What comes monthly or weekly amid a text is how a service is run."""
    last = text.rstrip("。\n ").rfind("。")
    for found in _RHYTHM.finditer(text):
        before = text[max(0, found.start() - 6) : found.start()]
        if _NOT_YEARLY.search(before) or (_GRANT.match(text, found.end()) and not _CHOSEN.match(text, found.end())):
            continue
        if _OTHERS.search(text, max(0, found.start() - 60), found.start()):
            continue
        if (found["often"] and (found.start() < last or text.startswith("按", found.end()))) or _RENEWED.match(
            text, found.end()
        ):
            continue
        if _LEADS.search(before) or _BODY.search(before) or _COUNTED.match(text, found.end()):
            return Limited(*found.span(), Limit.RECURRING, None)
    return None
