"""Pages from values: a template, the words of one language, and nothing that asks a store."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from viz.legend import CITES, LIMITS, RELATIONS, ROLES, SIGNS, SOURCES
from viz.look import PLURAL, Look, list_url, node_url
from viz.questions import parts, said
from viz.views.ask import narrowing
from viz.views.overview import day_before

ROOM = Path(__file__).parent
STATIC = ROOM / "static"
_CHINESE = re.compile(r"([\u3400-\u9fff\u3000-\u303f\uff00-\uffef]+)")


def page(template: str, look: Look, /, **values: Any) -> str:
    """The page of a template as this reader sees it."""
    words = texts()[look.lang]
    return environment().get_template(template).render(look=look, t=Words(words), **values)


class Words:
    """The words of one language: `t('measures', n=3)`; `{s}` is the plural ending that `n` wants in English."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = words

    def __call__(self, key: str, **values: object) -> str:
        text = self._words[key]
        return text.format(**values, s="" if values.get("n") == 1 else "s") if values else text

    def has(self, key: str) -> bool:
        return key in self._words


@lru_cache(maxsize=1)
def texts() -> Mapping[str, Mapping[str, str]]:
    """All words of the pages by language: of texts/*.tsv (key, zh, en), and those of the legend."""
    found: dict[str, dict[str, str]] = {"zh": {}, "en": {}}
    for key, pair in _of_the_legend():
        found["zh"][key], found["en"][key] = pair
    for file in sorted((ROOM / "texts").glob("*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                key, zh, en = line.split("\t")
                found["zh"][key], found["en"][key] = zh, en
    return found


def _of_the_legend() -> Iterator[tuple[str, tuple[str, str]]]:
    for kind, sign in SIGNS.items():
        yield f"kind.{kind}", (sign.zh, sign.en)
        yield f"kinds.{kind}", (sign.zh, sign.plural)
    tables: tuple[tuple[str, Mapping[Any, tuple[str, str]]], ...] = (
        ("role", ROLES), ("limit", LIMITS), ("cites", CITES), ("from", SOURCES), ("relation", RELATIONS)
    )  # fmt: skip
    for name, table in tables:
        for key, pair in table.items():
            yield f"{name}.{key}", pair


@lru_cache(maxsize=1)
def environment() -> Environment:
    env = Environment(
        loader=FileSystemLoader(ROOM / "templates", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["mixed"] = mixed
    env.globals.update(asset=asset, node_url=node_url, list_url=list_url, PLURAL=PLURAL)
    env.globals.update(chips_asked=narrowing, day_before=day_before, parts=parts, filled=filled)
    return env


def mixed(text: str) -> Markup:
    """An English sentence that quotes a notice, with its Chinese marked as Chinese.

    >>> mixed("mentions “黄河大桥” (a bridge)")
    Markup('mentions “<bdi lang="zh-CN">黄河大桥</bdi>” (a bridge)')
    """
    said = Markup('<bdi lang="zh-CN">{}</bdi>')
    return Markup().join(said.format(part) if n % 2 else part for n, part in enumerate(_CHINESE.split(text)))


def filled(sentence: str, names: Mapping[str, str], words: Words) -> str:
    """A question with its blanks filled by names; a kind of limit has a word of its own in each language."""
    given = dict(names)
    if "deadline" in given:
        given["deadline"] = words(f"limit.{given['deadline']}")
    return said(sentence, given)


@lru_cache(maxsize=64)
def asset(name: str) -> str:
    """The address of a static file, which changes when the file does."""
    mark = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={mark}"
