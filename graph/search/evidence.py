"""Why a measure answers a question, and what one that nearly does lacks.

Evidence is looked for where the terms of a clause were found: in the measure's own words first, then in its headings,
its departments, its names, and the title and place of its notice.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from graph import words
from graph.asking import Why
from graph.search import concepts, mentions, question_words
from graph.search.indexing import ALIKE, own_text
from graph.search.mentions import Hit
from graph.search.plans import Candidate, Clause, Missed, Plan

_SHOWN = 20
_TOLD = 4
"""How many different words are told of one clause."""


_find = lru_cache(maxsize=4096)(mentions.find)
_normal = lru_cache(maxsize=4096)(words.normalise)
"""For titles, headings and names, which many measures share."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A clause, ready to be looked for in many texts: its concepts, the words that stand as they are, its fields, the
    tokens of its departments, and the words asked for."""

    clause: Clause
    means: frozenset[str]
    literal: tuple[re.Pattern[str], ...]
    fields: frozenset[str]
    units: frozenset[str]
    says: frozenset[str]


def sought_of(plan: Plan) -> list[Sought]:
    """The things asked for."""
    return [_ready(clause) for clause in plan.clauses if clause.concept]


def _ready(clause: Clause) -> Sought:
    own = {term.terms for term in clause.any_of if term.field == "own"}
    literal = (word for word in clause.says if not clause.means or words.phrase(word) in own)
    return Sought(
        clause,
        frozenset(clause.means),
        tuple(map(_pattern, literal)),
        frozenset(term.field for term in clause.any_of),
        frozenset(term.terms for term in clause.any_of if term.field == "units"),
        frozenset(clause.says),
    )


def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(re.escape(word) if words.is_chinese(word) else rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])")


def stand_in(texts: Sequence[str], clauses: Sequence[Sought]) -> Sequence[Sequence[list[Hit]]]:
    """Of each text where each clause's words stand in it."""
    return [*zip(*(_in_each(texts, sought) for sought in clauses), strict=True)] if clauses else [()] * len(texts)


def others(candidate: Candidate) -> list[tuple[str, str]]:
    section = candidate.section or ""
    return [("section", section), *((field, candidate.shown.get(field, "")) for field in ("units", "names", "notice"))]


def holds(field: str, text: str, sought: Sought) -> bool:
    return field in sought.fields and bool(text) and bool(_told_by(field, text, sought))


def _in_each(texts: Sequence[str], sought: Sought) -> list[list[Hit]]:
    """The same in many texts."""
    told = mentions.find_each(texts, sought.means) if sought.means else [[] for _ in texts]
    return [_with_literal(normal, found, sought) for normal, found in zip(texts, told, strict=True)]


def _in(normal: str, sought: Sought, find: Callable[..., list[Hit]] = mentions.find) -> list[Hit]:
    """Where a clause's words stand in a text, the longest at each place."""
    return _with_literal(normal, [*find(normal, sought.means)] if sought.means else [], sought)


def _with_literal(normal: str, found: list[Hit], sought: Sought) -> list[Hit]:
    for pattern in sought.literal:
        found += [Hit(at.start(), at.end(), "") for at in pattern.finditer(normal)]
    if len(found) > 1:
        found.sort(key=_longest_first)
    return found


def _longest_first(found: Hit) -> tuple[int, int]:
    return found.start, -found.end


def _told_by(field: str, text: str, sought: Sought) -> list[str]:
    """The words of another field that answer a clause."""
    normal = _normal(text)
    told = [normal[each.start : each.end] for each in _in(normal, sought, _find)]
    if not told and field == "units" and sought.units:
        told = [unit for unit in text.split("、") if not sought.units.isdisjoint(_unit_tokens(unit))]
    return told


@lru_cache(maxsize=4096)
def _unit_tokens(unit: str) -> frozenset[str]:
    names = re.split("[（）]", unit)
    return frozenset(token for name in names if name for token in question_words.looked_up(words.normalise(name)))


def explain(plan: Plan, candidates: Sequence[Candidate]) -> list[tuple[Why, ...]]:
    """Of each candidate which words answer each clause, where; in the order of the clauses, then of the text."""
    clauses = sought_of(plan)
    return [tuple(chain.from_iterable(whys)) for _, whys in _explained(clauses, candidates)]


def _explained(
    clauses: Sequence[Sought], candidates: Sequence[Candidate]
) -> Iterable[tuple["_Source", list[list[Why]]]]:
    """Of each candidate its words, and what they say to each clause."""
    printed = words.each_aligned([candidate.source for candidate in candidates])
    sources = [*map(_Source, candidates, printed)]
    told = stand_in([source.normal for source in sources], clauses)
    for candidate, source, found in zip(candidates, sources, told, strict=True):
        yield source, [_why(each, candidate, source, own) for each, own in zip(clauses, found, strict=True)]


class _Source:
    """A measure's own words as the notice prints them, without its responsibility clause, ready to be searched."""

    def __init__(self, candidate: Candidate, printed: tuple[str, Sequence[int]]) -> None:
        normal, places = printed
        own = normal if candidate.text == candidate.source else words.unspaced(candidate.text)
        self.printed, self.first = candidate.source, candidate.span[0]
        at = normal.find(own)
        end = at + len(own) if at >= 0 else normal.rfind(own[-12:]) + len(own[-12:]) if own[-12:] in normal else 0
        self.normal, self.places = (normal[:end], places) if normal and end else ("", ())
        self._candidate = candidate

    @property
    def fallback(self) -> str:
        """Title and text, where they are not printed so."""
        return self._candidate.own or words.normalise(own_text(self._candidate.title, self._candidate.text))

    def told(self, start: int, end: int) -> tuple[str, tuple[int, int]]:
        """The printed words of normal[start:end], and their span in the notice."""
        first, last = self.places[start], self.places[end - 1] + 1
        return "".join(self.printed[first:last].split()), (self.first + first, self.first + last)


def _why(sought: Sought, candidate: Candidate, source: _Source, own: Sequence[Hit]) -> list[Why]:
    whys: dict[str, Why] = {}
    concept = sought.clause.concept
    for each in _longest(own):
        printed, span = source.told(each.start, each.end)
        whys.setdefault(printed, Why(concept, printed, "own", span))
    if not whys and source.fallback != source.normal:
        for each in _longest(_in(source.fallback, sought)):
            said = source.fallback[each.start : each.end]
            whys.setdefault(said, Why(concept, said, "own"))
    if not whys:
        for field, text in others(candidate):
            if field in sought.fields and text:
                for said in dict.fromkeys(_told_by(field, text, sought)):
                    whys.setdefault(said, Why(concept, said, field))
    return list(whys.values())[:_TOLD]


def _longest(found: Sequence[Hit]) -> Iterable[Hit]:
    """One of those that overlap, the one that begins first, the longest of them."""
    end = -1
    for each in found:
        if each.start >= end:
            end = each.end
            yield each


def nearly(plan: Plan, candidates: Sequence[Candidate]) -> list[Missed]:
    """Up to 20 of the candidates, nearest first, each with what it lacks."""
    ready = sought_of(plan)
    clauses = [sought.clause for sought in ready]
    found: list[tuple[int, Candidate, list[list[Why]], list[list[_Look]]]] = []
    for candidate, (source, whys) in zip(candidates, _explained(ready, candidates), strict=True):
        looks = [_looks(clause, source) if not why else [] for clause, why in zip(clauses, whys, strict=True)]
        held = 2 * sum(map(bool, whys)) + sum(map(bool, looks))
        if held:
            found.append((held, candidate, whys, looks))
    nearest = sorted(found, key=lambda each: -each[0])[:_SHOWN]
    return [_missed(clauses, candidate, whys, looks) for _, candidate, whys, looks in nearest]


def _missed(
    clauses: Sequence[Clause], candidate: Candidate, whys: Sequence[Sequence[Why]], looks: "Sequence[Sequence[_Look]]"
) -> Missed:
    told = [why for each in whys for why in each]
    told += [
        Why(clause.concept, said, "own", span)
        for clause, each in zip(clauses, looks, strict=True)
        for said, span, _, _ in each
    ]
    return Missed(candidate, tuple(told), *_lack(clauses, whys, looks))


_Look = tuple[str, tuple[int, int] | None, str, str]
"""The words that look like a concept, their span, and what they are in Chinese and English ("" if not known)."""


def _looks(clause: Clause, source: _Source) -> list[_Look]:
    if not any(term.terms.startswith(ALIKE) for term in clause.near):
        return []
    normal = source.normal or source.fallback
    looks: dict[str, _Look] = {}
    for hit in mentions.alike(normal, frozenset(clause.means)):
        ending = next((n for e, n in mentions.namesakes().items() if normal[hit.start : hit.end].endswith(e)), None)
        place = concepts.concepts()[hit.concept].kind == "place"
        start = mentions.name_begins(normal, hit.start) if place and ending else hit.start
        said, span = source.told(start, hit.end) if source.normal else (normal[start : hit.end], None)
        looks.setdefault(said, (said, span, ending.zh, ending.en) if place and ending else (said, span, "", ""))
    return list(looks.values())[:2]


def _lack(
    clauses: Sequence[Clause], whys: Sequence[Sequence[Why]], looks: Sequence[Sequence[_Look]]
) -> tuple[str, str]:
    """What it has, what that is, and what it lacks, in Chinese and in English."""
    has = [why.words for each in whys for why in each[:1]]
    zh, en = [], []
    if has:
        zh.append("提到" + "、".join(f"“{said}”" for said in has))
        en.append("mentions " + ", ".join(f"“{said}”" for said in has))
    for clause, each in zip(clauses, looks, strict=True):
        for said, _, kind, kind_en in each[:1]:
            zh.append(f"提到“{said}”" + (f"（{kind}）" if kind else f"，不是{clause.concept}"))
            en.append(f"mentions “{said}”" + (f" ({kind_en})" if kind_en else f", which is not {clause.concept}"))
    missing = [c.concept for c, why, look in zip(clauses, whys, looks, strict=True) if not why and not look]
    if missing:
        zh.append("未涉及" + "、".join(missing))
        en.append("says nothing of " + ", ".join(missing))
    return "，".join(zh), "; ".join(en)
