"""Sentences that say for many clauses who leads or takes part: 列第一位的为牵头单位，下同 ; 标★的为牵头单位 ;
以下均需各区政府落实，不再列出."""

import re

from graph.model import Role
from ingest.units import unit_lists
from ingest.units.roles import CARRIES_ON, FIRST_LEADS
from ingest.units.said import Said

# a cheap find before the patterns below are tried
HINT = re.compile(
    r"第一|首位|最前|逗号|下同|不再|均需|均由|下列|以下|均涉及|均包|均含|为牵头|为主办|为主责|所列|只列|仅列|括[号弧]"
)
# 以下均需试点城市政府落实，不再列出 ; 以下各项工作均需相关市、县（市、区）政府推进
# 各区政府为所有任务的责任单位 ; 具体任务均涉及相关市（州）政府，不再作分工
DEFAULT = re.compile(
    r"(?:以下|下列|下述|后续|其他|各项|上述|以上|所有)?(?:各项)?(?:工作|任务|措施|举措|事项|条款|内容)?(?:均|都|皆)(?:需要?|须|由|应由|要|请)(?P<who>[^，。；]{2,60}?(?:，[^，。；]{4,30}?)?)(?:共同|分别|按职责|具体|抓好|负责|配合|参与|协同|组织)*"
    r"(?P<verb>落实|推进|负责|配合|参与|实施|执行|支持|推动|开展)(?:落实|实施|推进)?(?=[，。；）]|$)"
    r"|(?P<who3>各[^，。；]{2,40}?)(?:均|都|皆)(?:为|是)(?P<verb3>责任|配合|落实|参与|实施)(?:单位|部门|主体)"
    r"|(?P<who2>各[^，。；]{2,40}?)(?:均)?(?:为|是|作为)(?:上述|以上|以下|各项|所有|全部|每项)[^，。；]{0,12}(?:的)?(?P<verb2>责任|配合|落实|参与|牵头|实施)(?:单位|部门|主体)"
    r"|(?:工作|任务|措施|举措|事项)?(?:均|都|皆)涉及(?P<who4>[^，。；]{2,40})(?=[，；。](?:下同|以下|不再|后续))"
    # 以下责任单位均包括各区政府，不再列出 ; 各项任务的配合单位均含各县（市、区）政府
    r"|(?:(?:以下|下列|下述|后续|其他|各项|各条|所有|上述|以上)(?:各项|各条)?(?:工作|任务|措施|举措|事项|条款|内容)?的?)"
    r"(?P<verb5>责任|牵头|配合|参与|协同|落实|实施)(?:单位|部门|主体)中?(?:均|都|皆)(?:还|应|需)?(?:包括|包含|含有?|涵盖|涉及|有|增加)"
    r"(?P<who5>[^，。；]{2,60})(?=[，。；）]|$)"
    # 省直各部门、各设区市人民政府均为责任单位，不再列出
    r"|(?P<who6>[^，。；：]{2,60}?)(?:均|都|皆)(?:为|是)(?:各项任务的?)?(?P<verb6>责任|配合|落实|参与|实施)(?:单位|部门|主体)"
    r"(?=，(?:以下|后面|后续|下文)?(?:均|将)?不再)"
)
# 标★的为牵头单位 ; 注：带*号的部门为牵头部门 ; ▲为牵头单位
MARKED_LEADS = re.compile(
    r"(?:标|带|加|打|注|有)?[“‘（]?(?P<mark>[★☆※*＊#△▲])[”’）]?(?:号|标记|标识|标志|符号)?(?:者|的)?(?:责任)?(?:单位|部门)?(?:的)?"
    r"(?:均?为|是|系|表示|代表|即为)(?:总)?(?:牵头|主办|主责)"
)
# 所列部门为主要牵头单位，参加单位不一一列出，下同 ; 括号内单位均为牵头单位 ; 仅列牵头部门
ALL_LEAD = re.compile(
    r"(?:(?:所列|[上下]列|列出|列明|列示|(?:括号|括弧)(?:里|内|中|中?所列)?|标注|注明|上述|以上|以下)的?(?:责任)?(?:单位|部门|者)?的?"
    r"(?:均|都|皆)?(?:为|是|系)|[仅只]列(?:出|明|示)?)(?:主要|主|总)?(?:牵头|主办)(?:责任)?(?:单位|部门)?(?=[，。；、）〕\n]|$)"
)
# 逗号前为牵头单位，未明确牵头单位的按职责分工负责，下同
FRONT_LEADS = re.compile(
    r"逗号(?:之|以)?前面?(?:所列|列出)?的?(?:责任)?(?:单位|部门|者)?(?:均|都|皆)?(?:为|是)(?:总)?(?:牵头|主办|主责)"
)
# …，其他有关单位按职责分工配合
_OTHERS_HELP = re.compile("其[他余][^，。；]{0,16}(?:配合|协同|参与|协助)")
WHO_LEADS = (FIRST_LEADS, FRONT_LEADS, MARKED_LEADS, ALL_LEAD)
PATTERNS = (*WHO_LEADS, DEFAULT)
# what speaks of other clauses in words that no pattern knows: …负责。以下各项由各区结合实际推进，不再赘述
OF_OTHERS = re.compile("[。；](?=以[上下]|[上下]列|[上下]述|所列|后续|其他各项|其余|各项任务|涉及.{2,30}不再)")
# 无牵头单位的，责任单位即为牵头单位
ALONE_LEADS = re.compile(
    r"(?:无|没有|未明确|未列|不设)牵头(?:单位|部门)的?，?(?:由)?责任(?:单位|部门)(?:即|均|就)?(?:为|是)牵头(?:单位|部门)"
)


def of(said: str) -> Said:
    """What a sentence says for this clause and those that follow."""
    defaults = []
    for found in DEFAULT.finditer(said):
        said_of = {name: value for name, value in found.groupdict().items() if value}
        who = next(value for name, value in said_of.items() if name.startswith("who")).lstrip("由请")
        verb = next((value for name, value in said_of.items() if name.startswith("verb")), "")
        role = (
            Role.SUPPORT
            if verb in ("配合", "参与", "支持", "协同")
            else Role.LEAD
            if verb == "牵头"
            else Role.RESPONSIBLE
        )
        defaults += [(part.name, role) for part in unit_lists.split(who)]
    first, front = bool(FIRST_LEADS.search(said)), bool(FRONT_LEADS.search(said))
    marks = "".join(found["mark"] for found in MARKED_LEADS.finditer(said))
    # where none stands behind a comma, nobody is left to help
    every = not first and bool(ALL_LEAD.search(said) or (front and _OTHERS_HELP.search(said)))
    carries_on = (first or front or every or bool(marks)) and bool(CARRIES_ON.search(said))
    return Said(
        first_leads=first,
        all_lead=every,
        carries_on=carries_on,
        defaults=tuple(defaults),
        leading_marks=marks,
        front_leads=front,
    )
