"""The words of a question as clauses: what an index is asked, and what is shown of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph import words
from graph.lexicon import departments, places, regions
from graph.search import concepts
from graph.search.indexing import ALIKE, CONCEPT, DEPARTMENT, MAINLY, token
from graph.search.listing import united
from graph.search.plans import Clause, Plan, Term
from graph.search.question_words import Word


def planned(asked: Sequence[Word], loose: bool = False) -> Plan:
    known = concepts.concepts()
    clauses: list[Clause] = []
    topics = {word.among or at for at, word in enumerate(asked) if not is_place(word)}
    # 杭州 人工智能: what names the one may leave the other to the title of its notice
    several = len(topics) > 1 or loose or any(map(is_place, asked))
    for word in asked:
        if is_place(word):
            clauses.append(_place(word))
        elif word.kind == "department":
            clauses.append(_body(word))
        elif word.means and word.kind != "part":
            unit = any(known[name].kind == "unit" for name in word.means)
            fields = ["own", "section", *(["notice"] * (several and _widely(word, loose))), *(["units"] * unit)]
            clauses.append(_topic(word, fields, len(topics) > 1))
        else:
            clauses.append(
                _plain(word, ["own", "section", "units", "names", *(["notice"] * (several and _widely(word, loose)))])
            )
    clauses = [_as_written(clause, word) for clause, word in zip(clauses, asked, strict=True)]
    sharp = tuple(united([_sharp(clause, word) for clause, word in zip(clauses, asked, strict=True)], asked))
    clauses = united(clauses, asked)
    somewhere = tuple(
        term
        for clause in clauses
        for term in clause.any_of
        if (term.field in ("own", "section") if clause.place else term.field != "notice")
    )
    # the title of the notice may say all but one of the things: something must be said here
    extra = (Clause("", (), somewhere),) if len(clauses) > 1 else ()
    return Plan((*clauses, *extra), sharp, _near(clauses))


def _widely(word: Word, loose: bool) -> bool:
    """Whether the title of a notice may say it: half of a short compound is meant with the other half."""
    return loose or not word.tied


def is_place(word: Word) -> bool:
    known = concepts.concepts()
    return word.kind == "place" or (
        word.kind in ("concept", "part") and any(known[name].kind == "place" for name in word.means)
    )


def _place(word: Word) -> Clause:
    fields = ("own", "section", "notice", "units", "names")
    clause = replace(_topic(word, fields) if word.means else _plain(word, fields), place=True)
    group = places.named(word.text)
    if not group or not group.members:
        return clause
    # 珠三角 is where a measure names one of its cities, not where only its notice does
    names = tuple(area.short for code in group.members if (area := regions.by_code(code)))
    return replace(
        clause, any_of=(*clause.any_of, *(_phrase("own", name) for name in names)), says=(*clause.says, *names)
    )


def _as_written(clause: Clause, word: Word) -> Clause:
    """Found, too, where the text has the words side by side as the question has them (绿色采购), or other words."""
    other = word.same if word.kind == "concept" else ()
    if not word.pairs and not other:
        return clause
    terms = [_phrase("own", each) for each in (*word.pairs, *other)] + [_phrase("section", each) for each in other]
    return replace(
        clause,
        words=tuple(dict.fromkeys((*clause.words, *other))),
        any_of=(*clause.any_of, *terms),
        says=(*clause.says, *word.pairs, *other),
    )


def _topic(word: Word, fields: Iterable[str], several: bool = False) -> Clause:
    known = concepts.concepts()
    names = word.means
    terms = [Term(field, token(CONCEPT, name)) for name in names for field in fields]
    alike = any(word.text in each for name in names for each in known[name].unlike)
    says: tuple[str, ...] = (word.text,) if words.is_chinese(word.text) and not alike else ()
    if says and (several or len(word.text) > 2) and all(word.text in known[name].ask for name in names):
        # a word of questions is found as it stands, too; a short one, which says little, beside another only
        terms.append(Term("own", words.phrase(word.text)))
    elif several and not words.is_chinese(word.text):
        # an English word stands for the words of questions, too: industrial is 工业
        says = tuple(w for n in names for w in known[n].ask if not any(w in each for each in known[n].unlike))
        terms += [Term("own", words.phrase(each)) for each in says]
    near = tuple(Term("own", token(kind, name)) for name in names for kind in (ALIKE, CONCEPT))
    shown = word.text if words.is_chinese(word.text) and not word.loose else "/".join(names)
    stands = tuple(dict.fromkeys(w.replace("~", "…") for n in names for w in (*known[n].words, *known[n].narrower)))
    return Clause(shown, stands, tuple(terms), names, says, near=near)


def _plain(word: Word, fields: Iterable[str]) -> Clause:
    said = (word.text, *_turned(word.text), *word.same)
    terms = tuple(_phrase(field, text) for field in fields for text in said)
    near = tuple(_phrase("own", text) for text in said)
    return Clause(word.text, said, terms, (), said, near=near, unknown=word.kind in ("plain", "words"))


def _turned(text: str) -> tuple[str, ...]:
    """Four characters with their halves changed: 职工安置 is 安置职工."""
    return (text[2:] + text[:2],) if len(text) == 4 and words.is_chinese(text) and text[:2] != text[2:] else ()


def _body(word: Word) -> Clause:
    called = (re.sub(r"\{.\}", "", name.full) for name in departments.called(word.text))
    says = tuple(dict.fromkeys((word.text, *called)))
    terms = (
        *(Term("units", each) for each in word.means),
        *(_phrase(f, each) for f in ("own", "units") for each in says),
    )
    return Clause(word.text, (word.text,), terms, (), says, near=terms)


def _phrase(field: str, text: str) -> Term:
    return Term(field, words.phrase(text), prefix=len(text) == 1 and words.is_chinese(text))


def _sharp(clause: Clause, word: Word) -> Clause:
    """The clause, found in the measure's own words and, if it is a concept, as what they are mainly about."""
    if clause.place or any(term.field == "units" and term.terms.startswith(DEPARTMENT) for term in clause.any_of):
        return clause
    own = tuple(term for term in clause.any_of if term.field == "own")
    mainly = tuple(Term("own", token(MAINLY, name)) for name in clause.means)
    also = tuple(_phrase("own", each) for each in word.same)
    return replace(clause, any_of=(*mainly, *also) if mainly else own)


def _near(clauses: Sequence[Clause]) -> tuple[tuple[Clause, ...], ...]:
    """What nearly answers: one thing only, places first, then words outside the lexicon, then as they were asked; of
    one thing alone what looks like it."""
    if len(clauses) == 1:
        alike = tuple(term for term in clauses[0].near if term.terms.startswith(ALIKE))
        return ((replace(clauses[0], any_of=alike),),) if alike else ()
    order = sorted(clauses, key=lambda clause: (not clause.place, bool(clause.means)))
    return tuple((replace(clause, any_of=clause.near),) for clause in order if clause.near)
