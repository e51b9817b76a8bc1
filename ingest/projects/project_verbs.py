"""The verbs that names of projects follow: 实施|包头至银川高铁项目."""

import re

from graph.lexicon.projects import grammar

_BEFORE = re.compile(
    r"(?:[、和并及与或“（来]|加快|积极|全面|深入|大力|协同|优化|统筹|高标准|高水平|高质量|尽快|稳步|扎实|持续|共同|联合|合力|努力|探索|继续|抓好|"
    r"推进|推动|支持|鼓励|引导|组织|开展|实施|通过|规划|研究|谋划|启动|参与|争取|企业|各地|机构|高校|[省市区县])$"
)
_WORD = re.compile("以[及内外上下来往前后]|[可予得足难给加所用]以|在[建线职岗校读编册]|[正现存旨所潜内实]在")
_NAMED = re.compile("路|大道|街|(?<=开发)区")


def find(clause: str) -> list[tuple[int, str]]:
    """Where each verb of a clause ends, and the verb."""
    # 建设路至青年路段, 南通开发区: a road or a zone may be called like a verb
    return [
        (one.end(), one[0])
        for one in grammar().verbs.finditer(clause)
        if not (_NAMED.match(clause, one.end()) or inside(clause, *one.span()))
    ]


def inside(clause: str, start: int, end: int) -> bool:
    """Is a preposition part of a word: 以|及, 正|在, 在|建?"""
    return end - start == 1 and _WORD.search(clause[max(0, start - 1) : end + 1]) is not None


def rank(clause: str, at: int, stage: str | None) -> int:
    """0 for a verb of a stage that starts a phrase (at the start, after 、 or after adverb or verb), 1 for another verb
    of a stage, 2 for the rest."""
    if stage is None:
        return 2
    return 0 if at == 0 or _BEFORE.search(clause, max(0, at - 4), at) else 1
