"""Why a measure answers a question, how well, and what one that nearly does lacks.

Evidence is looked for where the terms of a clause were found: in the measure's own words first, then in its headings,
its departments, its names, and the title and place of its notice.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph import concepts, question, words
from graph.indexing import ALIKE, lead, own_text
from graph.model import Near, Why
from graph.plans import Candidate, Clause, Plan, Scored

_WORTH = {"own": 0.6, "section": 0.45, "units": 0.5, "names": 0.4, "notice": 0.2}
"""What a clause is worth that is found in a field; the lead of the measure's own words is worth 1."""
_SHOWN = 20
_TOLD = 4
"""How many different words are told of one clause."""


_find = lru_cache(maxsize=4096)(concepts.find)
"""For titles, headings and names, which many measures share."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Words of a normalised text."""

    start: int
    end: int


def rank(plan: Plan, candidates: Sequence[Candidate]) -> list[Scored]:
    """The candidates of a plan they match, best first."""
    clauses = [clause for clause in plan.clauses if clause.concept]
    scored = [Scored(candidate, _score(clauses, candidate)) for candidate in candidates]
    return sorted(scored, key=lambda each: -each.score)


def _score(clauses: Sequence[Clause], candidate: Candidate) -> float:
    """Between 0 and 1: how telling the place of each clause's words is, how often and how near each other they
    stand."""
    own = words.normalise(own_text(candidate.measure.title, candidate.measure.text))
    end = lead(own)
    total = 0.0
    places: list[list[int]] = []
    for clause in clauses:
        found = _in(own, clause)
        if found:
            starts = sorted({each.start for each in found})
            worth = 1.0 if starts[0] < end else _WORTH["own"] + min(len(starts) - 1, 3) * 0.08
            worth += 0.1 * any(own[each.start : each.end] in clause.says for each in found)
            if not clause.place:
                places.append(starts)
        else:
            worth = max((_WORTH[field] for field, text in _others(candidate) if _holds(field, text, clause)), default=0)
        total += worth
    close = 0.0
    if len(places) > 1:
        apart = min(abs(a - b) for a in places[0] for b in places[1])
        close = 0.5 if apart < 15 else 0.3 if apart < 40 else 0.0
    return round((total + close) / (len(clauses) * 1.1 + 0.5), 4)


def _others(candidate: Candidate) -> list[tuple[str, str]]:
    section = candidate.measure.section or ""
    return [("section", section), *((field, candidate.shown.get(field, "")) for field in ("units", "names", "notice"))]


def _holds(field: str, text: str, clause: Clause) -> bool:
    return field in {term.field for term in clause.any_of} and bool(text) and bool(_told_by(field, text, clause))


def _in(normal: str, clause: Clause, find: Callable[..., list[concepts.Hit]] = concepts.find) -> list[_Found]:
    """Where a clause's words stand in a text, the longest at each place."""
    found = [_Found(hit.start, hit.end) for hit in find(normal, frozenset(clause.means))] if clause.means else []
    phrases = {term.terms for term in clause.any_of if term.field == "own"}
    for word in clause.says:
        if clause.means and words.phrase(word) not in phrases:
            continue
        pattern = re.escape(word) if words.is_chinese(word) else rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])"
        found += [_Found(at.start(), at.end()) for at in re.finditer(pattern, normal)]
    return sorted(found, key=lambda each: (each.start, -each.end))


def _told_by(field: str, text: str, clause: Clause) -> list[str]:
    """The words of another field that answer a clause."""
    normal = words.normalise(text)
    told = [normal[each.start : each.end] for each in _in(normal, clause, _find)]
    if not told and field == "units":
        sought = {term.terms for term in clause.any_of if term.field == "units"}
        told = [unit for unit in text.split("、") if sought & _unit_tokens(unit)]
    return told


def _unit_tokens(unit: str) -> set[str]:
    names = re.split("[（）]", unit)
    return {token for name in names if name for token in question.looked_up(words.normalise(name))}


def explain(plan: Plan, candidate: Candidate) -> tuple[Why, ...]:
    """Which words answer each clause, where; in the order of the clauses, then of the text."""
    source = _Source(candidate)
    return tuple(why for clause in plan.clauses if clause.concept for why in _why(clause, candidate, source))


class _Source:
    """A measure's own words as the notice prints them, without its responsibility clause, ready to be searched."""

    def __init__(self, candidate: Candidate) -> None:
        own = "".join(words.normalise(candidate.measure.text).split())
        normal, places = words.aligned(candidate.source)
        self.printed, self.first = candidate.source, candidate.span[0]
        at = normal.find(own)
        end = at + len(own) if at >= 0 else normal.rfind(own[-12:]) + len(own[-12:]) if own[-12:] in normal else 0
        self.normal, self.places = (normal[:end], places) if normal and end else ("", [])
        self.fallback = words.normalise(own_text(candidate.measure.title, candidate.measure.text))

    def told(self, start: int, end: int) -> tuple[str, tuple[int, int]]:
        """The printed words of normal[start:end], and their span in the notice."""
        first, last = self.places[start], self.places[end - 1] + 1
        return "".join(self.printed[first:last].split()), (self.first + first, self.first + last)


def _why(clause: Clause, candidate: Candidate, source: _Source) -> Iterable[Why]:
    whys: dict[str, Why] = {}
    for each in _longest(_in(source.normal, clause)):
        printed, span = source.told(each.start, each.end)
        whys.setdefault(printed, Why(clause.concept, printed, "own", span))
    if not whys:
        for each in _longest(_in(source.fallback, clause)):
            said = source.fallback[each.start : each.end]
            whys.setdefault(said, Why(clause.concept, said, "own"))
    if not whys:
        fields = {term.field for term in clause.any_of}
        for field, text in _others(candidate):
            if field in fields and text:
                for said in dict.fromkeys(_told_by(field, text, clause)):
                    whys.setdefault(said, Why(clause.concept, said, field))
    return list(whys.values())[:_TOLD]


def _longest(found: Sequence[_Found]) -> Iterable[_Found]:
    """One of those that overlap, the one that begins first, the longest of them."""
    end = -1
    for each in found:
        if each.start >= end:
            end = each.end
            yield each


def nearly(plan: Plan, candidates: Sequence[Candidate]) -> list[Near]:
    """Up to 20 of the candidates, nearest first, each with what it lacks."""
    clauses = [clause for clause in plan.clauses if clause.concept]
    made: list[tuple[int, Near]] = []
    for candidate in candidates:
        source = _Source(candidate)
        whys = [list(_why(clause, candidate, source)) for clause in clauses]
        looks = [_looks(clause, source) if not why else [] for clause, why in zip(clauses, whys, strict=True)]
        if not any(whys) and not any(looks):
            continue
        zh, en = _lack(clauses, whys, looks)
        told = [why for each in whys for why in each]
        told += [Why(clause.concept, said, "own", span) for clause, each in zip(clauses, looks, strict=True)
                 for said, span, _, _ in each]  # fmt: skip
        made.append((-2 * sum(map(bool, whys)) - sum(map(bool, looks)), Near(candidate.measure, tuple(told), zh, en)))
    return [near for _, near in sorted(made, key=lambda each: each[0])][:_SHOWN]


_Look = tuple[str, tuple[int, int] | None, str, str]
"""The words that look like a concept, their span, and what they are in Chinese and English ("" if not known)."""


def _looks(clause: Clause, source: _Source) -> list[_Look]:
    if not any(term.terms.startswith(ALIKE) for term in clause.near):
        return []
    normal = source.normal or source.fallback
    looks: dict[str, _Look] = {}
    for hit in concepts.alike(normal, frozenset(clause.means)):
        ending = next((n for e, n in concepts.namesakes().items() if normal[hit.start : hit.end].endswith(e)), None)
        place = concepts.concepts()[hit.concept].kind == "place"
        start = concepts.name_begins(normal, hit.start) if place and ending else hit.start
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
