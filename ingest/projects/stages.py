"""How far a project is: the words around its name say it."""

import re

from graph.lexicon.projects import grammar

PREPARE, START, IMPLEMENT, COMPLETE = "prepare", "start", "implement", "complete"

# ……项目前期工作 ; ……建成投用 ; 配合……平台建设
_SOON = r"(?:全面|尽快|早日|正式|如期|按期)?"
_AFTER = re.compile(
    rf"(?P<{PREPARE}>(?:建设)?的?(?:前期|规划|可行性|立项|审批|核准|申报|创建|申建|招标|论证))|"
    rf"(?P<{START}>{_SOON}(?:全线)?(?:开工|启动|动工|破土))|"
    rf"(?P<{COMPLETE}>{_SOON}(?:成功|顺利|全线|基本)?"
    r"(?:建成|竣工|完工|投用|投运|投产|投入|通车|通过验收|验收|落成|合龙|贯通|通航|通水|开园))|"
    rf"(?P<{IMPLEMENT}>等?(?:加快|全面|提速)?(?:建设|实施|推进|改造|升级|扩建))"
)


_DONE = re.compile(
    r"(?:成功|顺利|全线|正式|基本|全面|主体|主桥|工程|力争|确保|年内|今年底?|年底前?|提前|如期|按期|尽快|早日|即将|项目|陆续|具备)*"
    r"(?P<done>合龙|通车|贯通|建成|完工|竣工|投产|投用|投入|投运|开工|开通|封顶|动工|通航|通水|试飞|开园|启用|复工|使用条件)"
)


def done(text: str, end: int, limit: int) -> str | None:
    """The stage where the name is what something is done with, no verb before it, in a clause that ends at `limit`:
    六枝特大桥|成功合龙."""
    found = _DONE.match(text, end, limit)
    return found and (START if found["done"] in ("开工", "动工", "复工") else COMPLETE)


def before(text: str, at: int) -> str | None:
    """The stage that the verb right in front says."""
    stages = grammar().stages
    return next((stages[text[at - size : at]] for size in (4, 3, 2) if text[at - size : at] in stages), None)


def after(clause: str, end: int, said: str | None) -> str | None:
    """The stage: what follows the name says it (前期工作, 建成投用), else the verb before it."""
    found = _AFTER.match(clause, end)
    stage = found and found.lastgroup
    return said or stage if stage == IMPLEMENT else stage or said
