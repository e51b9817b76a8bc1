"""What a word of a question is known as: a concept, a part of one, a place, a department, a word of little weight."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from graph import words
from graph.lexicon import ambiguous, departments, overrides, places, regions, table
from graph.search import asked, concepts
from graph.search.indexing import DEPARTMENT, token

_LEVELS = {
    level: letter
    for letter, levels in {"国": "国家 中央", "省": "省 自治区", "市": "市 盟 州", "县": "区 县 旗"}.items()
    for level in levels.split()
}
_BODIES = ("部门", "机关", "系统")
_BODY_ENDS = "院会联团委"
"""What has such an ending and is the name of a body is first of all that body: 法院, 工会, 残联."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question. `kind`: stop, weak, concept, part, place, department, words (as they stand), plain (in no
    lexicon), english (before it is looked up). `alone`: written by itself, between blanks; `loose`: a part of what is
    sought now; `same`: other words for it; `tied`: half of a short compound that is said of one thing (执法|公示);
    `pairs`: it and the word before or after it, as one; `among`: the list that it is one of (`listing`)."""

    text: str
    kind: str
    means: tuple[str, ...] = ()
    alone: bool = False
    loose: bool = False
    same: tuple[str, ...] = ()
    tied: bool = False
    pairs: tuple[str, ...] = ()
    among: str = ""


def known(text: str) -> Word | None:
    """What the lexicons know a word as."""
    return _looked_up(text, overrides())


@cache
def _question_words(_folder: Path | None) -> dict[str, str]:
    return {words.normalise(row["word"]): row["kind"] for row in table("question_words.tsv")}


@cache
def stemmed(folder: Path | None) -> dict[str, str]:
    return {words.stem(word): kind for word, kind in _question_words(folder).items() if word.isascii()}


def _looked_up(text: str, folder: Path | None) -> Word | None:
    kind = _question_words(folder).get(text)
    if kind == "stop":
        return Word(text, "stop")
    if len(text) > 1:
        if text[-1] in _BODY_ENDS and departments.called(text):
            # a court is asked for as one who does something, not as all that is judged
            return _department(text)
        sought = asked.chinese(text)
        if sought and not kind:
            return meaning(text, sought)
        if sought:
            return Word(text, "weak", same=tuple(word for word in sought.said if word != text))
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
        if (place := places.named(text)) and not ambiguous.ordinary(text):
            return Word(text, "place", same=tuple(name for name in (place.name, *place.aliases) if name != text))
    return Word(text, "weak") if kind else None


def meaning(text: str, sought: asked.Sought) -> Word:
    """A word by what asked.tsv says is sought for it. One that names a part of a concept remains that part."""
    if sought.means:
        unlike = (each for name in sought.means for each in (*_concept(name).unlike, *_concept(name).chance))
        itself = () if any(text in each for each in unlike) or not words.is_chinese(text) else (text,)
        return Word(text, "concept", sought.means, same=tuple(dict.fromkeys((*itself, *sought.said))))
    part = concepts.part_of(text)
    same = tuple(word for word in sought.said if word != text)
    return Word(text, "part", (part,), same=same) if part else Word(text, "words", same=same)


def _concept(name: str) -> concepts.Concept:
    return concepts.concepts()[name]


def of_any_level(word: Word) -> Word:
    """A department whatever its level or place."""
    cores = (name.core for cut in range(len(word.text) - 1) for name in departments.called(word.text[cut:]))
    return replace(word, means=word.means + _body_word(word.text, cores).means)


@cache
def looked_up(name: str) -> tuple[str, ...]:
    """All tokens that questions may have for a department of this full name, none when it is not known."""
    body = _department(name)
    if body is None:
        return ()
    found = dict.fromkeys(body.means)
    for cut in range(len(name) - 1):
        areas = regions.named(name[:cut])
        levels = {level for area in areas for level in departments.level(area.code)}
        for called in departments.called(name[cut:]):
            for front in ("", *levels, *called.levels):
                found[token(DEPARTMENT, front + called.core)] = None
    return tuple(found)


def _department(text: str) -> Word | None:
    """A body by any of its names, with its level or its place in front or without: 林草局, 市林草局, 包头市林草局."""
    if text[-1] not in "局委厅部办会署院行社关统门队组联团":
        return None
    for ending in _BODIES:
        if text.endswith(ending) and len(text) > len(ending) + 1:
            stem = text[: -len(ending)]
            cores = [name.core for last in "局部委厅" for name in departments.called(stem + last)]
            if cores:
                return _body_word(text, cores[:1])
    for cut in range(len(text) - 1):
        called = departments.called(text[cut:])
        front = text[:cut]
        if called and not front:
            # a name says its level, too: 财政部 is not 财政局
            return _body_word(text, (level + name.core for name in called for level in name.levels))
        if called and front in _LEVELS:
            return _body_word(text, (_LEVELS[front] + name.core for name in called))
        if called and (areas := regions.named(front)):
            return _body_word(text, (area.code + name.core for area in areas for name in called))
    return None


def _body_word(text: str, names: Iterable[str]) -> Word:
    return Word(text, "department", tuple(dict.fromkeys(token(DEPARTMENT, name) for name in names)))
