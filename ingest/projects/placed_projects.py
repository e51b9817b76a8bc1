"""Platforms, bases, centres, parks and events whose name begins with a place: whatever is said of 昆明市能源大数据平台.

Over all notices whose projects are known, a place in front of such a thing made a project of it in nearly every case,
so no verb need stand before it and nothing need follow: 统一记入|湖南省社会信用信息系统 ; 三亚市…平台|驻点.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from graph.lexicon.projects import grammar
from graph.model import Span
from ingest.places.place_forms import spots
from ingest.places.scope import Scope
from ingest.projects import stages
from ingest.projects.project_heads import Head

_KINDS = ("platform", "base", "event", "center")
# 湛江吴川国际|机场
_OF_AIRPORTS = ("国际", "直升")
# 推动与|省级低空飞行综合管理服务平台|对接, but 培育|省级…服务平台
_LEVEL = re.compile("(?<=[与和接])(?:省级|自治区级)(?=[一-龥]{8,20}(?:平台|系统))(?!重点|示范|优秀|公共|及以上|以上)")
# 依托|国家中小学智慧教育平台 ; 深化|省养老服务管理系统 : whose it is, behind a verb or another name
_OWNER = re.compile(
    "(?:国家(?!级)|全国(?!性)|自治区(?!级)|全[省市州区](?:统一的)?|[京津冀晋蒙辽黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘港澳深]{2,4}|[省市州](?![级直属市县区际场域民政内外辖委州]))(?=(?:(?!等|的|[省市州]级)[一-龥]){4,20}(?:平台|系统|数据库)(?!重点|示范|优秀|及以上|以上))"
)
_ACTS = ("行动", "专项行动")
_PARKS = ("产业园", "物流园", "科技园", "产业城", "科创城", "展示馆", "体验馆", "帮扶馆", "动物园", "植物园")
_LEAST, _MOST = 2, 34  # how far from the place its head may stand
_INSIDE = re.compile("“[^”]*”|（[^（）]*）|\\([^()]*\\)")
# what no such name holds: a verb, a joint, another name
_NO_NAME = re.compile(
    "[的、“”（）《》]|以及|及其|各|[现既]有|(?<!碳中)和(?!高质)|与|建设(?!项目|用地)|建立|推进|推动|加快|支持|开展|打造|对接(?!$|服务|活动|会)|接入|通过|依托|利用|落实|实施|举办|承办|创建|创办|引进|办好|"
    "组织|构建|参加|参与|纳入|加强|发挥|[在将把向从为由是等到]|对(?!接)|人民政府|有关|相关|企业(?!信用|开办|服务|注销|职工|出口|融资|上市)|(?:平台|系统|中心)及|\\d+[个家项]"
)
# 平台|公司 is another thing, 昆明市…平台|（一期） the same
_BEHIND = re.compile("[二三四]期|（[一二三四五]期）")


def heads(found: Sequence[Head]) -> list[Head]:
    """Those that such a thing may end with."""
    kinds = grammar().kinds
    return [
        head
        for head in found
        if (kinds[head.word] in _KINDS and head.word != "研究院")
        or head.word in (*_PARKS, *_ACTS)
        or head.word == "机场"
    ]


def find(clause: str, inside: Sequence[Head], scope: Scope) -> Iterator[tuple[int, int, str, str | None]]:
    """(start, end, kind, stage) of such names in one clause; `inside` are those of its heads."""
    kinds = grammar().kinds
    places = sorted([*spots(clause, scope), *(level.span() for level in _LEVEL.finditer(clause)), *_owners(clause)])
    floor = first = 0
    for head in inside:
        if head.word == "机场" and not clause.endswith(_OF_AIRPORTS, 0, head.start):
            continue
        while first < len(places) and (places[first][0] < floor or places[first][1] < head.start - _MOST):
            first += 1
        near = places[first : bisect_left(places, (head.start,))]
        begun = next((start for start, end in near if start >= floor and _goes_on(clause, start, end, head)), None)
        if begun is not None:
            more = _BEHIND.match(clause, head.end)
            floor = more.end() if more else head.end
            stage = stages.after(clause, floor, stages.before(clause, begun))
            yield begun, floor, kinds[head.word], stage or stages.done(clause, floor, len(clause))


def _owners(clause: str) -> Iterator[Span]:
    """Where such a name begins with whose it is, at the beginning, behind a verb or in a list."""
    if not any(map(clause.__contains__, ("平台", "系统", "数据库"))):
        return
    for owner in _OWNER.finditer(clause):
        start = owner.start()
        verbs = grammar().verbs
        if (
            start == 0
            or clause[start - 1] in "、和与"
            or any(verbs.fullmatch(clause, start - size, start) for size in (1, 2, 3, 4) if size <= start)
        ):
            yield owner.span()


def _goes_on(clause: str, start: int, end: int, head: Head) -> bool:
    """Does the name that begins with a place go on to the head? A laboratory may follow at once: 崖州湾|实验室."""
    return _joined(clause[end : head.start]) or (head.word == "实验室" and start + 2 < head.start <= end + 1)


def _joined(words: str) -> bool:
    """Do these words between a place and a head make one name of both?"""
    return _LEAST <= len(words) <= _MOST and not _NO_NAME.search(_INSIDE.sub("", words))
