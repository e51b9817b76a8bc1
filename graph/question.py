"""How a question in words is understood: cut into words, each taken for what the lexicons know it as.

`哪些举措涉及减免中小企业房租` asks for three things: 减免, 中小企业, 房租. Words that no lexicon has are sought as they
stand. The cut of a Chinese run is the one that leaves the fewest characters unknown, in the fewest words.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from graph import concepts, words
from graph.errors import BadValue, QueryTooLong
from graph.indexing import ALIKE, CONCEPT, DEPARTMENT, MAINLY, token
from graph.lexicon import ambiguous, departments, overrides, regions, table
from graph.plans import Clause, Plan, Term

LONGEST = 500
_WORD = 16
"""The longest Chinese word of a question that is looked up."""
_UNKNOWN, _KNOWN, _STOP = 4.0, 1.0, 1.2
_LEVELS = {
    level: letter
    for letter, levels in {"国": "国家 中央", "省": "省 自治区", "市": "市 盟 州", "县": "区 县 旗"}.items()
    for level in levels.split()
}
_DAY = re.compile(r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[底末初前起]|之前|以前|年底)*")
_BODIES = ("部门", "机关", "系统")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question. `kind`: stop, weak, concept, part, place, department, plain, english. `alone`: written by
    itself, between blanks; `loose`: a part of what is sought now."""

    text: str
    kind: str
    means: tuple[str, ...] = ()
    alone: bool = False
    loose: bool = False


def plan(text: str) -> Plan:
    """How a question is understood. `QueryTooLong` beyond 500 characters; `BadValue` when nothing is asked: an empty
    text, or one of punctuation or stop words alone."""
    if len(text) > LONGEST:
        raise QueryTooLong(length=len(text), most=LONGEST)
    asked = _sought(_words(words.normalise(text)))
    if not asked:
        raise BadValue(name="q", value=text, expected="要查的内容，如“黄河 生态”或“养老服务” / words to search for")
    strict = _plan(asked)
    loosened = [_loosened(word) for word in asked]
    parted = [part for word in loosened for part in _split(word)]
    steps = [strict]
    for words_of_step in (asked, loosened, parted, _listed(asked), _listed(parted)):
        step = _plan(words_of_step, loose=True)
        if all(step.clauses != before.clauses for before in steps):
            steps.append(step)
    looser: Plan | None = None
    for step in reversed(steps[1:]):
        looser = replace(step, looser=looser)
    return replace(strict, looser=looser)


def _words(normal: str) -> list[Word]:
    """The words of a question, in order; two neighbours that are one word of the lexicon together are it."""
    found: list[Word] = []
    # when something is due is a filter, and stands in few texts as the question has it
    undated = _DAY.sub(" ", normal)
    for piece in (undated if words.runs(undated) else normal).split():
        found += _piece(piece)
    found = _phrases(found)
    joined: list[Word] = []
    for word in found:
        before = joined[-1] if joined else None
        if before and word.kind != "english" and before.kind != "english":
            name = concepts.asked(before.text + word.text)
            # two concepts are two things asked for: 创业 信贷 is more than what is called 创业贷款
            if name and "stop" not in (before.kind, word.kind) and not (before.means and word.means):
                joined[-1] = Word(before.text + word.text, "concept", (name,))
                continue
        joined.append(word)
    return joined


def _piece(piece: str) -> list[Word]:
    found: list[Word] = []
    for run in words.runs(piece):
        if words.is_chinese(run):
            found += _cut(run)
        else:
            found.append(Word(run, "english"))
    if len(found) == 1 and found[0].kind == "weak" and found[0].means and _is_subject(found[0].means):
        # written by itself a word of little weight is meant: 资金 监督检查
        return [replace(found[0], kind="concept")]
    return [replace(found[0], alone=True)] if len(found) == 1 else found


def _is_subject(names: Iterable[str]) -> bool:
    return any(concepts.concepts()[name].kind != "weak" for name in names)


# Chinese


def _cut(run: str) -> list[Word]:
    """The words of a Chinese run; what is unknown is cut by jieba, unless it is short enough to be one word."""
    name = _bears_a_name(run)
    if name is not None:
        return [*(_cut(run[:name]) if name else ()), Word(run[name:], "plain")]
    found = _best(run)
    unknown = [word.text for word in found if word.kind == "plain"]
    if all(2 <= len(text) <= 4 for text in unknown) or len(run) == 1:
        return found
    pieces = words.segment(run, concepts.vocabulary())
    again = [_known(piece) or Word(piece, "plain") for piece in pieces]
    single = [word for word in again if word.kind != "plain" or len(word.text) > 1]
    return _merged(single or again)


def _bears_a_name(run: str) -> int | None:
    """Where the name begins that a run ends with, when it is called by a river's: 古城湾黄河大桥 is asked for as it
    stands."""
    for hit in concepts.alike(run):
        if hit.end == len(run) and concepts.concepts()[hit.concept].kind == "place":
            return concepts.name_begins(run, hit.start)
    return None


def _merged(found: Sequence[Word]) -> list[Word]:
    """Unknown words side by side are one while they are short: 幸福 走廊."""
    merged: list[Word] = []
    for word in found:
        if merged and word.kind == merged[-1].kind == "plain" and len(merged[-1].text + word.text) <= 4:
            merged[-1] = Word(merged[-1].text + word.text, "plain")
        else:
            merged.append(word)
    return merged


def _best(run: str) -> list[Word]:
    """The cheapest cut: known words cost little, unknown characters much."""
    costs: list[tuple[float, int, Word | None]] = [(0.0, 0, None)]
    for end in range(1, len(run) + 1):
        best: tuple[float, int, Word | None] = (costs[end - 1][0] + _UNKNOWN, end - 1, None)
        for start in range(max(0, end - _WORD), end):
            word = _known(run[start:end])
            if word is not None:
                cost = costs[start][0] + (_STOP if word.kind == "stop" else _KNOWN)
                if cost <= best[0]:
                    best = (cost, start, word)
                    if cost == costs[start][0] + _KNOWN and start < best[1]:
                        break
        costs.append(best)
    found: list[Word] = []
    end = len(run)
    while end:
        _, start, word = costs[end]
        if word is None and found and found[-1].kind == "plain":
            found[-1] = Word(run[start:end] + found[-1].text, "plain")
        else:
            found.append(word or Word(run[start:end], "plain"))
        end = start
    return found[::-1]


def _known(text: str) -> Word | None:
    """What the lexicons know a word as."""
    return _looked_up(text, overrides())


@cache
def _question_words(_folder: Path | None) -> dict[str, str]:
    return {words.normalise(row["word"]): row["kind"] for row in table("question_words.tsv")}


@cache
def _stemmed(folder: Path | None) -> dict[str, str]:
    return {words.stem(word): kind for word, kind in _question_words(folder).items() if word.isascii()}


def _looked_up(text: str, folder: Path | None) -> Word | None:
    kind = _question_words(folder).get(text)
    if kind == "stop":
        return Word(text, "stop")
    if len(text) > 1:
        name = concepts.asked(text)
        if name:
            return Word(text, "weak" if kind or concepts.concepts()[name].kind == "weak" else "concept", (name,))
        name = concepts.part_of(text)
        if name:
            return Word(text, "part", (name,))
        body = _department(text)
        if body:
            return body
        if regions.named(text) and not ambiguous.ordinary(text):
            return Word(text, "place")
    return Word(text, "weak") if kind else None


def looked_up(name: str) -> tuple[str, ...]:
    """The tokens of a department by its name, none when it is not known."""
    body = _department(name)
    return body.means if body else ()


def _department(text: str) -> Word | None:
    """A body by any of its names, with its level or its place in front or without: 林草局, 市林草局, 包头市林草局."""
    if text[-1] not in "局委厅部办会署院行社关统门队组":
        return None
    for ending in _BODIES:
        if text.endswith(ending) and len(text) > len(ending) + 1:
            stem = text[: -len(ending)]
            cores = [name.core for last in "局部委厅" for name in departments.called(stem + last)]
            if cores:
                return Word(text, "department", (token(DEPARTMENT, cores[0]),))
    for cut in range(len(text) - 1):
        called = departments.called(text[cut:])
        if not called:
            continue
        cores = list(dict.fromkeys(name.core for name in called))
        front = text[:cut]
        if not front:
            return Word(text, "department", tuple(token(DEPARTMENT, core) for core in cores))
        if front in _LEVELS:
            return Word(text, "department", tuple(token(DEPARTMENT, _LEVELS[front] + core) for core in cores))
        areas = regions.named(front)
        if areas:
            return Word(text, "department", tuple(token(DEPARTMENT, a.code + core) for a in areas for core in cores))
    return None


# English


def _phrases(found: Sequence[Word]) -> list[Word]:
    """English words as the longest phrases that the lexicon has."""
    table = concepts.english()
    stop = _stemmed(overrides())
    stems = [words.stem(word.text) if word.kind == "english" else "" for word in found]
    result: list[Word] = []
    at = 0
    while at < len(found):
        for size in range(min(5, len(found) - at), 0, -1):
            key = tuple(stems[at : at + size])
            if size == 2 and key not in table and all(key):
                # waste water is wastewater
                key = (words.stem(found[at].text + found[at + 1].text),)
            if all(key) and key in table and not (size == 1 and stop.get(key[0]) == "stop"):
                kind = "weak" if size == 1 and key[0] in stop else "concept"
                result.append(Word(" ".join(w.text for w in found[at : at + size]), kind, table[key]))
                at += size
                break
        else:
            word = found[at]
            if word.kind == "english":
                places = _spelt(overrides()).get(word.text, ())
                kind = stop.get(stems[at]) or ("place" if places else "plain")
                # the texts are Chinese: an English word that no lexicon has is hardly in them, a code may be
                code = len(word.text) < 4 or not word.text.isalpha()
                word = Word(places[0] if places and kind == "place" else word.text, kind, alone=code)
            result.append(word)
            at += 1
    return result


@cache
def _spelt(_folder: Path | None) -> dict[str, tuple[str, ...]]:
    """Short names of cities by their pinyin."""
    found: dict[str, tuple[str, ...]] = {}
    for region in regions.everything():
        if region.level in ("province", "city") and len(region.short) > 1:
            spelling = words.spelt(region.short)
            found[spelling] = (*found.get(spelling, ()), region.short)
    return found


# clauses


def _sought(found: Sequence[Word]) -> list[Word]:
    """What is asked for, each once; weak words only where there is nothing else, a thing that another is a case of not
    by itself."""
    strong = _told_apart([word for word in found if word.kind not in ("stop", "weak")])
    if any(word.kind != "plain" or len(word.text) > 1 for word in strong):
        strong = [word for word in strong if word.kind != "plain" or len(word.text) > 1]
    asked = strong or [word for word in found if word.kind == "weak"]
    known = concepts.concepts()
    wider = {name for word in asked for one in word.means if one in known for name in known[one].wider}
    kept: dict[tuple[str, ...], Word] = {}
    for word in asked:
        if not (word.means and len(asked) > 1 and wider.issuperset(word.means)):
            kept.setdefault(word.means or (word.text,), word)
    return list(kept.values())


def _told_apart(found: Sequence[Word]) -> list[Word]:
    """Of the things an English word may be, those that are a case of another thing asked for: recruitment beside 人才
    is 人才引进."""
    known = concepts.concepts()
    asked = {name for word in found for name in word.means}
    result = []
    for word in found:
        closer = tuple(
            n for n in word.means if n in known and not asked.difference(word.means).isdisjoint(known[n].wider)
        )
        result.append(replace(word, means=closer) if closer and len(word.means) > 1 else word)
    return result


def _loosened(word: Word) -> Word:
    return replace(word, kind="concept", loose=True) if word.kind == "part" else word


def _listed(asked: Sequence[Word]) -> list[Word]:
    """Without the words of a sentence that no lexicon has: they may be only a manner of asking. What was written by
    itself stays, and so do numbers and codes."""
    kept = [word for word in asked if word.kind != "plain" or word.alone]
    return kept or list(asked)


def _split(word: Word) -> list[Word]:
    """An unknown word as the words that it may be made of."""
    if word.kind != "plain" or len(word.text) < 4 or not words.is_chinese(word.text):
        return [word]
    parts = [piece for piece in words.segment(word.text, concepts.vocabulary()) if len(piece) > 1]
    return [_known(part) or Word(part, "plain") for part in parts] or [word]


def _plan(asked: Sequence[Word], loose: bool = False) -> Plan:
    known = concepts.concepts()
    clauses: list[Clause] = []
    topics = [word for word in asked if not _is_place(word)]
    several = len(topics) > 1 or loose
    for word in asked:
        if _is_place(word):
            clauses.append(_place(word))
        elif word.kind == "department":
            clauses.append(_body(word))
        elif word.means and word.kind != "part":
            unit = any(known[name].kind == "unit" for name in word.means)
            clauses.append(_topic(word, ["own", "section", *(["notice"] * several), *(["units"] * unit)]))
        else:
            clauses.append(_plain(word, ["own", "section", "units", "names", *(["notice"] * several)]))
    here = [c for c, word in zip(clauses, asked, strict=True) if not _is_place(word)]
    somewhere = tuple(term for clause in here for term in clause.any_of if term.field != "notice")
    extra = (Clause("", (), somewhere),) if len(here) > 1 else ()
    sharp = tuple(_sharp(clause) for clause in clauses)
    return Plan((*clauses, *extra), sharp, _near(clauses))


def _is_place(word: Word) -> bool:
    known = concepts.concepts()
    return word.kind == "place" or (
        word.kind in ("concept", "part") and any(known[name].kind == "place" for name in word.means)
    )


def _place(word: Word) -> Clause:
    fields = ("own", "section", "notice", "names")
    if word.means:
        clause = _topic(word, fields)
        said = tuple(Term(field, words.phrase(name)) for name in word.means for field in ("notice", "names"))
        return replace(clause, any_of=(*clause.any_of, *said), place=True)
    return replace(_plain(word, fields), place=True)


def _topic(word: Word, fields: Iterable[str]) -> Clause:
    known = concepts.concepts()
    names = word.means
    terms = [Term(field, token(CONCEPT, name)) for name in names for field in fields]
    says: tuple[str, ...] = ()
    # a word of questions that no look-alike holds is found as it stands, too
    if (
        words.is_chinese(word.text)
        and len(word.text) > 1
        and not any(word.text in u for n in names for u in known[n].unlike)
    ):
        says = (word.text,)
        if (
            all(word.text in known[name].ask and word.text not in known[name].words for name in names)
            and len(word.text) > 2
        ):
            terms.append(Term("own", words.phrase(word.text)))
    near = tuple(Term("own", token(kind, name)) for name in names for kind in (ALIKE, CONCEPT))
    shown = word.text if words.is_chinese(word.text) and not word.loose else "/".join(names)
    stands = tuple(dict.fromkeys(w.replace("~", "…") for n in names for w in (*known[n].words, *known[n].narrower)))
    return Clause(shown, stands, tuple(terms), names, says, near=near)


def _plain(word: Word, fields: Iterable[str]) -> Clause:
    terms = tuple(_phrase(field, word.text) for field in fields)
    return Clause(word.text, (word.text,), terms, (), (word.text,), near=(_phrase("own", word.text),))


def _body(word: Word) -> Clause:
    terms = (*(Term("units", each) for each in word.means), _phrase("own", word.text), _phrase("units", word.text))
    return Clause(word.text, (word.text,), terms, (), (word.text,), near=terms)


def _phrase(field: str, text: str) -> Term:
    return Term(field, words.phrase(text), prefix=len(text) == 1 and words.is_chinese(text))


def _sharp(clause: Clause) -> Clause:
    """The clause, found in the measure's own words and, if it is a concept, as what they are mainly about."""
    if clause.place or any(term.field == "units" and term.terms.startswith(DEPARTMENT) for term in clause.any_of):
        return clause
    own = tuple(term for term in clause.any_of if term.field == "own")
    mainly = tuple(Term("own", token(MAINLY, name)) for name in clause.means)
    return replace(clause, any_of=mainly or own)


def _near(clauses: Sequence[Clause]) -> tuple[tuple[Clause, ...], ...]:
    """What nearly answers: one thing only, places first, then words outside the lexicon, then as they were asked; of
    one thing alone what looks like it."""
    if len(clauses) == 1:
        alike = tuple(term for term in clauses[0].near if term.terms.startswith(ALIKE))
        return ((replace(clauses[0], any_of=alike),),) if alike else ()
    order = sorted(clauses, key=lambda clause: (not clause.place, bool(clause.means)))
    return tuple((replace(clause, any_of=clause.near),) for clause in order if clause.near)
