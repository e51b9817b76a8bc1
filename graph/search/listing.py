"""Things of one kind that a question lists: 古迹和非遗靠什么保护 asks for what is about either."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from graph.search import concepts
from graph.search.plans import Clause
from graph.search.question_words import Word

_AND = ("和", "与", "及", "以及", "和各类", "还有", "and")
_OR = ("或", "或者", "还是", "or")
_THINGS = ("concept", "part", "words", "plain")


def listed(found: Sequence[Word], every: bool = False) -> list[Word]:
    """The words of a question, those `among` one list marked: what 或 joins, what 和 joins if it is of one kind, and
    names of parts of one thing side by side (口罩防护服). `every`: whatever 和 joins, if something else is asked, too:
    协会和垄断企业乱收费."""
    lists = [word.among for word in found]
    for at, other in _joined(found, every):
        lists[other] = lists[at] = lists[at] or f"{found[at].text}{at}"
    return [replace(word, among=among) if among else word for word, among in zip(found, lists, strict=True)]


def _joined(found: Sequence[Word], every: bool) -> Iterator[tuple[int, int]]:
    topics = sum(word.kind in _THINGS for word in found)
    for at, (one, other) in enumerate(pairwise(found)):
        if {one.kind, other.kind} == {"concept", "part"} and _parts_of_one(one, other):
            yield at, at + 1
        elif other.kind == "stop" and at + 2 < len(found):
            last = found[at + 2]
            things = one.kind in _THINGS and last.kind in _THINGS
            alike = things and (_alike(one, last) or (every and topics > 2))
            places = every and topics > 0 and one.kind == last.kind == "place"
            if (other.text in _OR and (things or places)) or (other.text in _AND and (alike or places)):
                yield at, at + 2


def _parts_of_one(one: Word, other: Word) -> bool:
    """Of one concept, and neither its name: a part beside the name is that part (知识产权 商标)."""
    return (
        one.means == other.means and not {one.text, other.text}.intersection(one.means) and _says(one) and _says(other)
    )


def _says(word: Word) -> bool:
    """Whether texts have the word for its concept; what only questions have may be its name: 版权 侵权."""
    known = concepts.concepts()
    return any(word.text in (*known[name].words, *known[name].narrower) for name in word.means)


def _alike(one: Word, other: Word) -> bool:
    """Whether both are a case of one thing."""
    return not _kinds(one).isdisjoint(_kinds(other))


def _kinds(word: Word) -> set[str]:
    known = concepts.concepts()
    return {kind for name in word.means if name in known for kind in (name, *known[name].wider)}


def united(clauses: Sequence[Clause], asked: Sequence[Word]) -> list[Clause]:
    """The clauses of the words, one for each list."""
    lists: dict[object, list[Clause]] = {}
    for at, (clause, word) in enumerate(zip(clauses, asked, strict=True)):
        lists.setdefault(word.among or at, []).append(clause)
    return [_united(some) if len(some) > 1 else some[0] for some in lists.values()]


def _united(some: Sequence[Clause]) -> Clause:
    return Clause(
        "/".join(dict.fromkeys(clause.concept for clause in some)),
        tuple(dict.fromkeys(word for clause in some for word in clause.words)),
        tuple(dict.fromkeys(term for clause in some for term in clause.any_of)),
        tuple(dict.fromkeys(name for clause in some for name in clause.means)),
        tuple(dict.fromkeys(said for clause in some for said in clause.says)),
        place=all(clause.place for clause in some),
        near=tuple(dict.fromkeys(term for clause in some for term in clause.near)),
    )
