"""Projects that a notice treats one by one, each below its own name: 3.羊城企业家培养项目。… 4.高校合作项目。….

One such title may be a sentence without an end (抓紧谋划一批高质量项目); three that begin with no verb are a series.
"""

import re
from collections.abc import Sequence

from graph.lexicon.projects import grammar
from graph.model import Span
from ingest.items.measures import Found
from ingest.parsed import Project
from ingest.projects import projects
from ingest.tables import project_rows
from ingest.text.flow import Flow
from ingest.warn import Read

_LEAST = 3
"""So many titles are a series."""
_STOP = re.compile("[。\n]")
_TITLE = re.compile("[^，：；的]{3,28}(?:项目|行动|工程|计划|平台|基地|交流会|博览会|论坛)(?:（[^（）]*）)?")
_HEADS = re.compile("(?<!重点)(?<!重大)(?:项目|行动|工程|计划)(?:（[^（）]*）)?$")
_LED = re.compile(
    "引导|鼓励|优先|抓紧|抓实|稳妥|稳步|持续|全面|全力|积极|深入|大力|着力|充分|切实|严格|进一步|扎实|夯实|有序|丰富|做|促进|保障"
)


def read(flow: Flow, found: Sequence[Found], told: Sequence[Read]) -> list[Read]:
    """The measures, each with the project that its title names, where the notice is a series of such."""
    titles = [_title(flow.text, *where.words[0]) if where.words and not where.projects else None for where in found]
    if sum(1 for title in titles if title and _HEADS.search(flow.text[slice(*title)])) < _LEAST:
        return list(told)
    return [_with(flow, said, title) if title else said for said, title in zip(told, titles, strict=True)]


def _title(text: str, start: int, end: int) -> Span | None:
    stop = _STOP.search(text, start, end)
    name = project_rows.name(text, start, stop.start()) if stop else None
    if name is None or not _TITLE.fullmatch(text, *name):
        return None
    return None if _LED.match(text, *name) or grammar().verbs.match(text, *name) else name


def _with(flow: Flow, said: Read, title: Span) -> Read:
    """The measure with the project of its title, in the place of what was read of the same words."""
    span, name = flow.span(*title), flow.printed[slice(*title)]
    whole = Project(name, projects.identify(name), project_rows.kind(flow.text[slice(*title)]), None, span)
    others = [
        one
        for one in said.measure.projects
        if one.id != whole.id and not (one.span and one.span[0] < span[1] and span[0] < one.span[1])
    ]
    return said.replace(measure=said.measure.replace(projects=(whole, *others)))
