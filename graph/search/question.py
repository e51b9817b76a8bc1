"""How a question in words is understood: cut into words, each taken for what it is known as (`question_words`).

`哪些举措涉及减免中小企业房租` asks for three things: 减免, 中小企业, 房租. Words that no lexicon has are sought as they
stand. The cut of a Chinese run is the one that leaves the fewest characters unknown, in the fewest words.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from graph import words
from graph.lexicon import overrides
from graph.search import asked, concepts, english, mentions
from graph.search.question_words import Word, known, meaning, stemmed

_WORD = 16
"""The longest Chinese word of a question that is looked up."""
_UNKNOWN, _KNOWN, _STOP = 4.0, 1.0, 1.2
_DAY = re.compile(r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[底末初前起]|之前|以前|年底)*")
_LISTING = re.compile(r"(?<=[\u4e00-\u9fff]{2})、(?=[\u4e00-\u9fff]{2})")
"""口罩、防护服; 专、精、特、新 is one word."""
_BETWEEN = "和与及或对在的了吗呢吧有把被将让谁请查找"
_ENDINGS = "费税价款率证员师工站厂场馆店车船码券"
"""What makes something else of the word before it, which 难 and 地 do not: 停车费, 快递员."""
_HEADS = ("产业", "企业", "机构", "经济", "行业")


def cut(normal: str, whole: bool = True) -> list[Word]:
    """The words of a normalised question, in order; two neighbours that are one word of the lexicon together are it.
    Not `whole`: English phrases word by word, rural logistics as what is rural and what logistics."""
    found: list[Word] = []
    # when something is due is a filter, and stands in few texts as the question has it
    undated = _LISTING.sub("和", _DAY.sub(" ", normal))
    for piece in (undated if words.runs(undated) else normal).split():
        found += _piece(piece)
    found = _phrases(found, whole)
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
    return _paired(joined)


def _paired(found: Sequence[Word]) -> list[Word]:
    """Side by side two words know each other: a text that has 铅酸蓄电池 need not speak of 储能 to have 电池."""
    pairs: list[tuple[str, ...]] = [() for _ in found]
    for at, (one, other) in enumerate(pairwise(found)):
        if "stop" not in (one.kind, other.kind) and words.is_chinese(one.text) and words.is_chinese(other.text):
            pairs[at] += (one.text + other.text,)
            pairs[at + 1] += (one.text + other.text,)
    return [replace(word, pairs=beside) for word, beside in zip(found, pairs, strict=True)]


def _piece(piece: str) -> list[Word]:
    found: list[Word] = []
    for run in words.runs(piece):
        if words.is_chinese(run):
            found += _run(run)
        else:
            found.append(Word(run, "english"))
    if len(found) == 1 and found[0].kind == "weak" and found[0].means and _is_subject(found[0].means):
        # written by itself a word of little weight is meant: 资金 监督检查
        return [replace(found[0], kind="concept")]
    if len(found) == 2 and len(piece) == 4 and all(word.kind not in ("stop", "weak", "english") for word in found):
        return [replace(word, tied=True) for word in found]
    if len(piece) == 4 and {word.kind for word in found} == {"plain", "weak"} and not any(word.same for word in found):
        # 国家安全 is asked for as it stands: what is about 国家 is not enough
        return [Word(piece, "plain")]
    if len(found) == 2 and len(piece) == 4 and found[1].text in _HEADS and found[0].kind in ("concept", "part"):
        # as it stands first, then without its head: 环保产业 is less than 环保
        return [Word(piece, "plain")]
    return [replace(found[0], alone=True)] if len(found) == 1 else found


def _is_subject(names: Iterable[str]) -> bool:
    return any(concepts.concepts()[name].kind != "weak" for name in names)


def get_ready() -> None:
    """Load all that a question may need: about a second, else spent on the first that has a word of no lexicon."""
    _segment("举措图谱")


def _segment(run: str) -> list[str]:
    return words.segment(run, concepts.vocabulary())


# Chinese


def _run(run: str) -> list[Word]:
    """The words of a Chinese run; what is unknown is cut by jieba, unless it is short enough to be one word."""
    name = _bears_a_name(run)
    if name is not None:
        return [*(_run(run[:name]) if name else ()), Word(run[name:], "plain")]
    found = _with_endings(_best(run))
    if len(run) <= 4 and _torn(found):
        return [Word(run, "plain")]
    unknown = [word.text for word in found if word.kind == "plain"]
    if all(2 <= len(text) <= 4 for text in unknown) or len(run) == 1:
        return found
    if len(unknown) == 1 == len(unknown[0]) and len(run) > 2:
        rest = [word for word in found if word.kind != "plain"]
        ends = run[-1] in _ENDINGS and found[-1].kind == "plain"
        if len(rest) == 1 and rest[0].kind in ("concept", "part") and (ends or found[0].kind == "plain"):
            # 配|电网, 停车|费 are first of all themselves
            return [Word(run, "part", rest[0].means)]
        # 撂荒|地, 停车|难: what is known says it, if it says anything
        return rest if any(word.kind != "stop" for word in rest) else [Word(run, "plain")]
    pieces = _segment(run)
    again = [word for piece in pieces for word in _known_within(piece)]
    merged = _merged(again)
    return [word for word in merged if word.kind != "plain" or len(word.text) > 1] or merged


def _known_within(piece: str) -> list[Word]:
    """A word of the segmenter's that no lexicon has, as the words of a lexicon that it is made of: 银行利息."""
    word = known(piece)
    found = _best(piece) if word is None and len(piece) > 3 else []
    return found if found and all(each.kind != "plain" for each in found) else [word or Word(piece, "plain")]


def _with_endings(found: Sequence[Word]) -> list[Word]:
    """A character left over after a word of little weight makes another word of it: 合作|社, 服务|区."""
    joined: list[Word] = []
    for word in found:
        before = joined[-1] if joined else None
        if before and before.kind == "weak" and word.kind == "plain" and len(word.text) == 1:
            joined[-1] = Word(before.text + word.text, "plain")
        else:
            joined.append(word)
    return joined


def _torn(found: Sequence[Word]) -> bool:
    """Whether a short word that no lexicon has was cut only because a word of questions is in it: 外国|人, 许|可."""
    return any(word.kind == "plain" for word in found) and any(
        word.kind == "stop" and len(word.text) == 1 and word.text not in _BETWEEN for word in found
    )


def _bears_a_name(run: str) -> int | None:
    """Where the name begins that a run ends with, when it is called by a river's: 古城湾黄河大桥 is asked for as it
    stands."""
    for hit in mentions.alike(run):
        if hit.end == len(run) and concepts.concepts()[hit.concept].kind == "place":
            return mentions.name_begins(run, hit.start)
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
            word = known(run[start:end])
            if word is not None:
                cost = costs[start][0] + (_STOP if word.kind == "stop" else _KNOWN)
                if cost < best[0]:
                    best = (cost, start, word)
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


# English


def _phrases(found: Sequence[Word], whole: bool) -> list[Word]:
    """English words as the longest phrases that the lexicons have."""
    stop = stemmed(overrides())
    result: list[Word] = []
    at = 0
    while at < len(found):
        run = [word.text for word in takewhile(lambda word: word.kind == "english", found[at : at + 8])]
        kind = stop.get(words.stem(run[0])) if run else None
        phrase = english.longest(run if whole else run[:1]) if run else None
        if phrase and not (phrase.size == 1 and kind == "stop"):
            text = " ".join(run[: phrase.size])
            weak = kind == "weak" and phrase.size == 1
            result.append(_phrase(text, phrase, weak))
            at += phrase.size
        else:
            result.append(_foreign(run[0], kind) if run else found[at])
            at += 1
    return result


def _phrase(text: str, phrase: english.Phrase, weak: bool) -> Word:
    if len(phrase.said) == 1 and not phrase.means and (one := known(phrase.said[0])):
        return one
    if phrase.said and not phrase.means:
        word = meaning(phrase.said[0], asked.Sought((), phrase.said))
        return replace(word, kind="weak") if weak else word
    return Word(text, "weak" if weak else "concept", phrase.means, same=phrase.said)


def _foreign(text: str, kind: str | None) -> Word:
    city = english.city(text)
    if city and kind is None:
        return Word(city, "place")
    # the texts are Chinese: an English word that no lexicon has is hardly in them, a code may be
    return Word(text, kind or "plain", alone=len(text) < 4 or not text.isalpha())
