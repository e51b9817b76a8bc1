"""How far a project is: the words around its name say it."""

import re

from graph.lexicon.projects import grammar

PREPARE, START, IMPLEMENT, COMPLETE = "prepare", "start", "implement", "complete"

# ……项目前期工作 ; ……建成投用 ; 配合……平台建设
_SOON = r"(?:全面|尽快|早日|正式|如期|按期)?"
_STAGE_AFTER = (
    (PREPARE, re.compile(r"(?:建设)?的?(?:前期|规划|可行性|立项|审批|核准|申报|创建|申建|招标|论证)")),
    (START, re.compile(rf"{_SOON}(?:开工|启动|动工|破土)")),
    (COMPLETE, re.compile(rf"{_SOON}(?:建成|竣工|完工|投用|投运|投产|投入|通车|通过验收|验收|落成)")),
    (IMPLEMENT, re.compile(r"等?(?:加快|全面|提速)?(?:建设|实施|推进|改造|升级|扩建)")),
)


def before(text: str, at: int) -> str | None:
    """The stage that the verb right in front says."""
    stages = grammar().stages
    return next((stages[text[at - size : at]] for size in (4, 3, 2) if text[at - size : at] in stages), None)


def after(clause: str, end: int, said: str | None) -> str | None:
    """The stage: what follows the name says it (前期工作, 建成投用), else the verb before it."""
    for stage, pattern in _STAGE_AFTER:
        if pattern.match(clause, end):
            return said or stage if stage == IMPLEMENT else stage
    return said
