"""The words that say who has which part in a task, and by when: labels before a colon, verbs after the units.

Labels and verbs are built from named parts, because notices combine them freely: 牵头单位, 市级牵头部门.
"""

import re
from enum import StrEnum

from graph.model import Role


class Field(StrEnum):
    """What a label announces. `WHO` are units of a role, `TIME` is a limit, `OTHER` is neither (责任人：张三),
    `CONTENT` belongs to the task (工作目标：)."""

    WHO = "who"
    TIME = "time"
    OTHER = "other"
    CONTENT = "content"


# 牵头 责任 配合 … before 单位, 部门 …
LEAD = r"总?牵头|主办|主责|主要责任|第一责任|主要负责|首要责任"
SUPPORT = r"配合|参与|协办|协同|协作|协助|参加|支持|支撑|辅助|协调配合|协同配合|共同参与"
GUIDE = r"指导|督导|业务指导|督促指导|监督指导"
DUTY = (
    r"责任|落实|实施|承办|承担|负责|主管|执行|推进|完成|组织|主体|具体负责|具体落实|具体实施|组织实施|分工|任务|建设|管理|监管|监督|"
    r"工作责任"
)
BODY = r"责任单位|责任部门|单位|部门|主体|机构|企业|处室|科室|股室|处|科|方"
LEVEL = r"(?:国家|中央|自治区|省级|省直|省|市级|市直|市|县级|县区|区县|区级|区|旗县区|县|旗|属地|镇街|乡镇|各级)?"

# 完成时限：2024年12月 ; 时间节点： ; 办结时限：
TIME = (
    r"(?:计划|拟|预计|要求|任务|工作|整改|落实|推进|办理|办结|实施|建设|建成|完成|进度|时间|目标)*"
    r"(?:时限要求|时间要求|时间安排|时间节点|时间进度|完成时间|完成时限|完成期限|完成日期|完成节点|时序进度|进度安排|进度要求|节点要求|"
    r"时限|期限|限期|节点|时间)"
)
# periods of validity are no limits for a task: 实施期限, 有效期限, 执行期限
NOT_TIME = r"(?:有效|执行|实施|政策|适用|受理|申报|公示|试点|服务|征求意见)(?:期限|时限|时间)"
PERSON = (
    r"(?:牵头|责任|分管|包联|包抓|联系|挂钩|包保|主管|督办)(?:市|县|区|省|校|局|委|院)?(?:级)?(?:领导|人员?|同志)(?:及联系电话)?|"
    r"(?:[\u4e00-\u9fff]{0,4}(?:领导|责任人|负责人|联系人))|联系电话|备注"
)
# what else stands before a colon in such lists and is part of the task
CONTENT = r"成果形式|政策依据|工作依据|工作目标|具体措施|工作措施|主要措施|工作内容|目标任务"

_AND = r"(?:及|和|与|或|、|/|（)"
WHO = (
    rf"(?:(?P<guide>{LEVEL}(?:{GUIDE})(?:{BODY}))|"
    rf"(?P<lead>{LEVEL}(?:{LEAD})(?:{_AND}(?:{DUTY})）?)?(?:{BODY})|{LEVEL}(?:责任)?牵头(?:责任)?(?:{BODY})|(?:牵头|主办)(?=[：:]|$))|"
    rf"(?P<support>{LEVEL}(?:{SUPPORT})(?:{_AND}(?:{SUPPORT}|{DUTY})）?)?(?:{BODY})|(?:配合|协办|参与)(?=[：:]|$))|"
    rf"(?P<duty>{LEVEL}(?:{DUTY})(?:{_AND}(?:{SUPPORT}|{LEAD}|{GUIDE}|{DUTY})）?)*(?:{BODY})|(?:责任|承办)(?=[：:]|$)|(?P<share>(?:责任|任务|职责|工作)分工)))"
)
_LABEL = rf"(?:(?P<other>{PERSON})|(?P<content>{CONTENT}|{NOT_TIME})|{WHO}|(?P<time>{TIME}))"

# 责任单位为市司法局 ; 牵头部门市商务局 ; 责任单位——市发改委
_NO_COLON = r"(?:为|[—－-]{1,2})?(?=[省市区县旗州国各])"
# a label, perhaps with a remark of its own: 责任单位（列第一位的为牵头单位）：
LABEL = re.compile(rf"{_LABEL}(?P<remark>（[^（）\n]{{1,30}}）)? {{0,4}}(?:[：:】] {{0,4}}[：:]?|{_NO_COLON})")
# the same at the start of a line or a bracket, perhaps with a mark before it: ●责任单位：
MARKS = r"[【〔\[（(\s●•◆■▪*—\-]*"
OPENING = re.compile(
    rf"{MARKS}{_LABEL}(?P<remark>（[^（）\n]{{1,30}}）)? {{0,4}}[】〕]? {{0,4}}(?:[：:】]|{_NO_COLON})"
)
# 责任企业： ; 建设单位： : any short word for a body opens a new group within a clause
GROUP = re.compile(r"(?<=[；，。、 \n])[\u4e00-\u9fff]{2,6}(?:单位|部门|企业|主体)[：:]")
# （责任位：…） : a label with a character lost
DAMAGED = re.compile(
    r"(?!.{0,6}(?:发布|起草|来源|联系|咨询|主送|抄送|抄报|解释|印发|申报|受理|供稿|报送))"
    r"(?=.{0,6}(?:责|牵|单位|部门|主体))[\u4e00-\u9fff]{2,8}[：:]"
)
# the head of a table's column: 责任单位（第一个为牵头单位）
HEADER = re.compile(rf"{_LABEL}(?:及责任人|及负责人)?(?P<remark>（[^（）\n]{{1,30}}）)?[：:]?$")
# a cheap find before the patterns above are tried
HINT = re.compile(
    r"(?:单位|部门|主体|机构|分工|室|处|科|方|时限|期限|限期|节点|时间|安排|进度|要求|日期|领导|人|同志|备注)）?"
    r" {0,4}[】〕]? {0,4}[：:】为]"
    r"|(?:牵头|责任|配合|主办|协办|承办|参与)(?:[：:]|(?:单位|部门)[ —－-]{0,4}(?=[省市区县旗州国各]))"
)


def field_of(found: "re.Match[str]") -> tuple[Field, Role | None]:
    """What a label found by `LABEL` or `OPENING` announces."""
    if found["time"]:
        return Field.TIME, None
    if found["content"]:
        return Field.CONTENT, None
    for group, role in (("lead", Role.LEAD), ("support", Role.SUPPORT), ("guide", Role.GUIDE)):
        if found[group]:
            return Field.WHO, role
    if found["duty"]:
        return Field.WHO, Role.RESPONSIBLE
    return Field.OTHER, None


# verbs after units, longest first: 省卫生健康委、教育厅牵头 ; 各市政府按职责分工负责 ; 试点城市政府负责落实
_MANNER = (
    r"(?:(?:按照|按|依|根据|依据|依照|结合)(?:照)?(?:各自|部门|本部门|自身)?(?:工作)?(?:职责|职能|分工)(?:范围|权限|任务|和?分工)*(?:要求)?|"
    r"分别|各自|共同|分工|具体|全面|统筹|联合|协同|密切|积极|会同|分头|同时|组织|负责|抓好|做好|主动|参与|认真)*"
)
VERBS: tuple[tuple[Role, str], ...] = (
    (Role.LEAD, r"(?:总|共同|联合|负责)?牵头(?:负责|落实|实施|推进|组织|组织实施|抓总|抓好|协调|统筹|总抓)*|主办|主责"),
    (
        Role.SUPPORT,
        r"(?:协同|积极|密切|共同|协作|参与|支持|协助|做好|予以|给予)*(?:配合|参与|协办|协助|协同|协作|参加|支持)(?:落实|实施|配合|做好|推进|办理)*",
    ),
    (Role.GUIDE, r"(?:负责|共同|加强|做好|督促|业务|监督)*(?:指导|督导)(?:督促|监督|落实)*"),
    (
        Role.RESPONSIBLE,
        r"负责(?:落实|实施|推进|组织实施|组织落实|组织|抓好|抓落实|执行|建设|办理|承办)*|(?:抓好|组织|推进|贯彻|推动|做好)?(?:落实|实施|推进|抓落实|承办|承担|执行|完成)|"
        r"(?:组织实施|抓好落实|抓落实|落实到位|组织落实|贯彻落实)|按职责(?:分工)?|分工负责|(?:负责)?(?:属地落实|监督(?:落实|检查)?|办理|组织办理)",
    ),
)
VERB = re.compile(
    rf"(?P<manner>{_MANNER})(?:"
    + "|".join(f"(?P<{role.value}>{verb})" for role, verb in VERBS)
    + r")(?:工作|该项工作|此项工作|相关工作)?$"
)


def verb_of(found: "re.Match[str]") -> Role:
    """The role that a verb found by `VERB` gives to the units before it."""
    return next(role for role, _ in VERBS if found[role.value])


# 列第一位的为牵头单位，下同 ; 排在第一位的部门为牵头部门 ; 第一位为牵头单位 ; 排名首位的是牵头单位
FIRST_LEADS = re.compile(
    r"(?:均?以?(?:排列?|列|位列|位居|居|位于|排名|排序|名列|处|标)?[在于]?(?:第一(?:位|名|个|顺位)?|首位?|最前面?|前列))(?:者|的)?"
    r"(?:责任)?(?:单位|部门|者)?(?:的)?(?:均?为|即?是|系|即为|作为)?(?:总)?(?:牵头|主办|主责|负总责)(?:责任)?(?:单位|部门|者|负责)?"
)
# 下同 ; 以下同 ; 以下均同
CARRIES_ON = re.compile(r"(?:以)?下(?:均|皆|列|面)?同")

# cheap finds before the patterns above are tried
VERB_WORD = re.compile(
    r"牵头|主[办责]|配合|参[与加]|协[办助同作]|支持|[指督]导|监督|办理|负责|落实|实施|承[办担]|执行|完成|推进|职责|分工"
)
VERB_HINT = re.compile(r"牵头|负责|配合|指导|参与|落实|会同|分工|主办|承办|协办|协助|组织实施|督导|主责|参加|办理")
FORMS = re.compile(
    r"(?:牵头|负责|配合|落实|组织实施|参与|参加|承办|实施|协办|协助|办理)(?:[落实实施推进组织抓好]{0,4})(?=[。，；\n]|$)"
)
