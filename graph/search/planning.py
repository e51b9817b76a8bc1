"""From the words of a question to what an index is asked: clauses, and looser ones where nothing answers."""

from collections.abc import Sequence
from dataclasses import replace

from graph import words
from graph.errors import BadValue, QueryTooLong, Words
from graph.search import concepts, question, question_words
from graph.search.clauses import is_place, planned
from graph.search.listing import listed
from graph.search.plans import Plan
from graph.search.question_words import Word

LONGEST = 500


def plan(text: str) -> Plan:
    """How a question is understood. `QueryTooLong` beyond 500 characters; `BadValue` when nothing is asked: an empty
    text, or one of punctuation or stop words alone."""
    if len(text) > LONGEST:
        raise QueryTooLong(length=len(text), most=LONGEST)
    normal = words.normalise(text)
    found = question.cut(normal)
    asked = _sought(listed(found))
    if not asked:
        sought = Words("要查的内容，如“黄河 生态”或“养老服务”", "words to search for, as “Yellow River ecology”")
        raise BadValue(name="q", value=text, expected=sought)
    strict = planned(asked)
    narrowed = [part for word in asked for part in _narrowed(word)]
    loosened = [_loosened(word) for word in asked]
    parted = [part for word in loosened for part in _split(word)]
    steps = [strict]
    either = _sought(listed(found, every=True))
    single = _sought(listed(question.cut(normal, whole=False)))
    # less than the phrase is not what was asked for
    single = single if len(single) > len(asked) else asked
    wanted = (asked, narrowed, loosened, single, parted, _listed(asked), _listed(parted))
    # many ways come to the same words, which are planned once
    ways = [
        replace(planned(each, loose=True), dropped=_dropped(asked, each))
        for each in dict.fromkeys(tuple(_sought(each)) for each in wanted)
    ]
    for step in ([planned(either)] if either != asked else []) + ways:
        if all(step.clauses != before.clauses for before in steps):
            steps.append(step)
    also = _also(found) if asked[0].kind != "weak" else ()
    sentence = len(asked) > len(normal.split()) or any(word.kind == "stop" for word in found)
    looser: Plan | None = None
    for step in reversed(steps[1:]):
        looser = replace(step, looser=looser, also=also, sentence=sentence)
    whole = _whole(asked)
    return replace(strict, looser=looser, whole=whole and replace(whole, also=also), also=also, sentence=sentence)


def _dropped(asked: Sequence[Word], way: Sequence[Word]) -> tuple[str, ...]:
    """The words that no lexicon has and that are not asked for in this way, nor is a half of them."""
    kept = [word.text for word in way]
    return tuple(word.text for word in asked if word.kind == "plain" and not any(each in word.text for each in kept))


def _also(found: Sequence[Word]) -> tuple[tuple[str, ...], ...]:
    """What is left out of a question, each with what texts have for it."""
    known = concepts.concepts()
    said = [
        (word.text, *word.same, *(each for name in word.means for each in known[name].words))
        for word in found
        if word.kind == "weak"
    ]
    return tuple(dict.fromkeys(tuple(filter(words.is_chinese, each)) for each in said))


def _whole(asked: Sequence[Word]) -> Plan | None:
    """Of two things and more the subjects that they are parts of: a court decides of 知识产权 where it does of 专利."""
    widened = [replace(word, kind="concept", loose=True) if word.kind == "part" else word for word in asked]
    things = {word.means or (word.text,) for word in widened if not is_place(word)}
    return planned(widened) if widened != [*asked] and len(things) > 1 else None


def _sought(found: Sequence[Word]) -> list[Word]:
    """What is asked for, each once; weak words only where there is nothing else, a thing that another is a case of not
    by itself."""
    strong = _told_apart([word for word in found if word.kind not in ("stop", "weak")])
    if any(word.kind != "plain" or len(word.text) > 1 for word in strong):
        strong = [word for word in strong if word.kind != "plain" or len(word.text) > 1]
    asked = strong or [word for word in found if word.kind == "weak"]
    wider = {name for word in asked for name in _wider(word)}
    kept: dict[tuple[str, ...], Word] = {}
    parts = {word.means for word in asked if word.kind == "part"}
    for word in asked:
        if word.kind == "part" or word.among:
            # two parts of one thing are two: 商标 侵权
            kept.setdefault((word.text,), word)
        elif word.means not in parts and not (word.means and len(asked) > 1 and wider.issuperset(word.means)):
            kept.setdefault(word.means or (word.text,), word)
    return list(kept.values())


def _wider(word: Word) -> set[str]:
    """What all is a case of that a word may mean: 缓交 is no case of 社会保险, though 社保费缓缴 is."""
    known = concepts.concepts()
    each = [set(known[name].wider) for name in word.means if name in known]
    if word.kind == "words":
        # driverless cars: 自动驾驶 and 无人驾驶 are cars
        names = [concepts.asked(said) or concepts.part_of(said) for said in word.same or (word.text,)]
        each = [{name, *known[name].wider} if name else set() for name in names]
    return set.intersection(*each) if each and not word.among else set()


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
    """The whole concept instead of a part of it; a body of any level instead of one."""
    if word.kind == "department":
        return question_words.of_any_level(word)
    return replace(word, kind="concept", loose=True) if word.kind == "part" else word


def _narrowed(word: Word) -> list[Word]:
    """A part of a concept under another name: for 冰雪运动 the texts about 体育 that have 冰雪."""
    if word.kind != "part" or len(word.text) != 4:
        return [word]
    telling = [
        half for half in (word.text[:2], word.text[2:]) if question_words.known(half) is None or not _says(half, word)
    ]
    return [replace(word, kind="concept", loose=True), Word(telling[0], "plain")] if telling else [word]


def _says(half: str, word: Word) -> bool:
    """Whether a half of a word says no more than its concept does."""
    known = concepts.concepts()
    return any(half in (*known[name].ask, *known[name].words) or half in name for name in word.means)


def _listed(asked: Sequence[Word]) -> list[Word]:
    """Without the words of a sentence that no lexicon has: they may be only a manner of asking. What was written by
    itself stays, and so do numbers and codes."""
    kept = [word for word in asked if word.kind != "plain" or word.alone]
    return kept or list(asked)


def _split(word: Word) -> list[Word]:
    """A word of four characters that no concept is for as the two that it mostly is: 幸福|走廊; one of questions only
    when both are known, since half of it is something else: 在线教育 is not all of 教育. What is to be paid for
    something as that: 注册|费."""
    if word.kind == "plain" and len(word.text) == 3 and word.text[-1] in "费税款":
        paid = word.text[:2]
        return [question_words.known(paid) or Word(paid, "plain")]
    if word.kind not in ("plain", "words") or len(word.text) != 4 or not words.is_chinese(word.text):
        return [word]
    halves = word.text[:2], word.text[2:]
    found = [known for half in halves if (known := question_words.known(half))]
    if word.kind == "words":
        return found if len(found) == len(halves) else [word]
    return [question_words.known(half) or Word(half, "plain") for half in halves]
