"""How Chinese text is matched, decided once: normalised, and cut into terms that both stores index alike.

Terms are pairs of neighbouring characters, in order, so that a phrase of pairs finds every substring, also those that a
segmentation would hide; words of other scripts and numbers are terms whole. No term holds white space.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from operator import add
from typing import Any

_CJK = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+")
_CHINESE = re.compile(rf"[{_CJK}]+")
# Characters that stand between others and are not seen; radicals that NFKC does not mend, as pdfs print them; and
# 「馀」, which web copies have for 余 and OpenCC's table of traditional characters lacks
_MORE = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "") | {
    **dict(
        zip(
            "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⺎⺙",
            "母民西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟兀攵",
            strict=True,
        )
    ),
    "馀": "余",
}


class _Folding(dict[int, str]):
    """What each character is matched as, learned as characters are met: `str.translate` is fast only on what it
    finds."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKC", chr(code)).translate(_simplified()).casefold()
        self[code] = folded
        return folded


_FOLDING = _Folding()


@cache
def _simplified() -> dict[int, str]:
    """Each traditional character with the simplified one, from OpenCC's table; about 20 ms, once."""
    # opencc's own converter works phrase by phrase, a thousand times slower, and may change lengths
    table = resources.files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split() for line in table.splitlines())
    found = {ord(pair[0]): pair[1] for pair in pairs if len(pair) > 1 and len(pair[0]) == 1}
    return found | {ord(old): new for old, new in _MORE.items()}


_ALIKE: set[str] = set()
"""Characters met that are matched as themselves."""
_MANY = 64
"""From so many different characters on that are not, each is looked up."""


def folded(text: str) -> str:
    """Each character as it is matched; white space stays."""
    # most are matched as themselves: to change the few others is quicker than to look each up
    others = set(text) - _ALIKE
    if not others:
        return text
    told = {character: _FOLDING[ord(character)] for character in others}
    changed = {character: instead for character, instead in told.items() if character != instead}
    _ALIKE.update(told.keys() - changed.keys())
    if len(changed) > _MANY or not others.isdisjoint("".join(changed.values())):
        return text.translate(_FOLDING)
    for character, instead in changed.items():
        text = text.replace(character, instead)
    return text


def normalise(text: str) -> str:
    """Full-width forms, radicals, traditional characters, case and white space made alike, each character by itself."""
    return " ".join(folded(text).split())


def each_normalised(texts: Sequence[str]) -> list[str]:
    """Many texts normalised, which costs little more than one."""
    together = folded("\0".join(texts)).split("\0") if texts else []
    if len(together) != len(texts):
        return [*map(normalise, texts)]
    return [" ".join(text.split()) for text in together]


_EVEN: set[str] = set()
"""Characters met that are matched as one that is no white space."""


def _is_even(text: str) -> bool:
    if _EVEN.issuperset(text):
        return True
    told = ((character, _FOLDING[ord(character)]) for character in set(text))
    _EVEN.update(character for character, one in told if len(one) == 1 and not one.isspace())
    return _EVEN.issuperset(text)


def unspaced(text: str) -> str:
    """The normalised text without any white space."""
    return "".join(folded(text).split())


def aligned(text: str) -> tuple[str, Sequence[int]]:
    """The same, and where each of its characters stands in the original."""
    if _is_even(text):
        return folded(text), range(len(text))
    characters: list[str] = []
    places: list[int] = []
    for place, code in enumerate(map(ord, text)):
        instead = _FOLDING[code]
        if len(instead) == 1:
            if not instead.isspace():
                characters.append(instead)
                places.append(place)
        else:
            for each in "".join(instead.split()):
                characters.append(each)
                places.append(place)
    return "".join(characters), places


def each_aligned(texts: Sequence[str]) -> list[tuple[str, Sequence[int]]]:
    """Many texts aligned, which costs little more than one."""
    together = "\0".join(texts)
    told = folded(together).split("\0") if texts and _is_even(together) else []
    if len(told) != len(texts):
        return [*map(aligned, texts)]
    return [(normal, range(len(normal))) for normal in told]


def terms(text: str) -> str:
    """The terms of a text in order, parted by blanks, as they are indexed."""
    return " ".join(terms_of(normalise(text)))


def terms_of(normal: str) -> list[str]:
    """The terms of a normalised text."""
    found: list[str] = []
    for run in _RUN.findall(normal):
        if is_chinese(run):
            # the last character is a term of its own: one character is found as the beginning of a term
            found += map(add, run, run[1:])
            found.append(run[-1])
        else:
            found.append(run)
    return found


def phrase(text: str) -> str:
    """The terms that stand side by side wherever `text` stands; a single Chinese character gives itself, to be found
    as the beginning of a term."""
    found: list[str] = []
    for run in _RUN.findall(normalise(text)):
        if is_chinese(run) and len(run) > 1:
            found += map(add, run, run[1:])
        else:
            found.append(run)
    return " ".join(found)


def runs(normal: str) -> list[str]:
    """The stretches of a normalised text that are of one script."""
    return _RUN.findall(normal)


def is_chinese(run: str) -> bool:
    """Whether a run (all of one script) is Chinese."""
    return (
        "\u3400" <= run[0] <= "\u9fff" or run[0] == "\u3007" or "\uf900" <= run[0] <= "\ufaff" or run[0] > "\U0001ffff"
    )


@cache
def _segmenter() -> Any:
    """jieba with its own dictionary; 0.9 s, once, and only when a question holds words that no lexicon has."""
    import logging

    import jieba

    jieba.setLogLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    # by hand what initialize() does, without its cache: a marshal file in the common temporary folder could be
    # another's, and reading it is no faster
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


@cache
def segmenter(known: frozenset[str]) -> Any:
    """The segmenter with more words, each as usual as it must be to stay whole."""
    tokenizer = _segmenter()
    for word in sorted(known):
        if word not in tokenizer.FREQ or not tokenizer.FREQ[word]:
            tokenizer.add_word(word)
    return tokenizer


def segment(run: str, known: frozenset[str] = frozenset()) -> list[str]:
    """The words of a Chinese run. `known` are the lexicons' words, always the same set."""
    return list(segmenter(known).cut(run, HMM=False))


_NUMBER = (("ies", "y", 5), ("sses", "ss", 5), ("ches", "ch", 5), ("shes", "sh", 5), ("xes", "x", 4), ("s", "", 4))
_TENSE = (("ing", "", 6), ("ed", "", 5))
"""Endings of English words, what stands instead, and the shortest word that has one."""


@cache
def singular(word: str) -> str:
    """An English word without the ending of number: parks → park, which is not parking."""
    return _without(word.casefold(), _NUMBER)


@cache
def stem(word: str) -> str:
    """An English word without the endings of number and tense: loans → loan, policies → policy, recruiting → recruit.

    Crude on purpose: lexicon and question are stemmed alike, so a stem need not be a word.
    """
    word = _without(singular(word), _TENSE)
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def _without(word: str, endings: Sequence[tuple[str, str, int]]) -> str:
    for ending, instead, least in endings:
        if len(word) >= least and word.endswith(ending) and not word.endswith(("ss", "us", "is")):
            return word[: len(word) - len(ending)] + instead
    return word


_NAME = 60
"""So much of a name is spelt: nobody types more, and a hostile title may be very long."""


@cache
def _speller() -> tuple[Any, Any]:
    """What cuts a Chinese run into words of which the readings are known, and what reads a word."""
    import pypinyin
    from pypinyin.seg import mmseg

    return mmseg.seg.cut, pypinyin.lazy_pinyin


@lru_cache(maxsize=65536)
def _read(word: str) -> tuple[str, ...]:
    return tuple(_speller()[1](word))


@lru_cache(maxsize=4096)
def _syllables(run: str) -> tuple[str, ...]:
    """The pinyin of a Chinese run. 0.2 s at first; names are made of the same few words, so those are kept."""
    return tuple(syllable for word in _speller()[0](run) for syllable in _read(word))


@lru_cache(maxsize=65536)
def spelt(text: str) -> str:
    """The pinyin of a name without tones and blanks: 林草局 → lincaoju."""
    told = normalise(text)[:_NAME]
    return _CHINESE.sub(lambda run: "".join(_syllables(run[0])), told).replace(" ", "")


@lru_cache(maxsize=65536)
def initials(text: str) -> str:
    """The pinyin initials of a name, other characters as they are: 林草局 → lcj."""
    found: list[str] = []
    for run in runs(normalise(text)[:_NAME]):
        found += [syllable[0] for syllable in _syllables(run) if syllable] if is_chinese(run) else [run]
    return "".join(found)
