"""The terms that a measure is found by: its words, and tokens for what they mean.

Tokens are made of a Latin letter and Chinese, which no word of a text is: `c` and a concept that is found in the field,
or a case of it; `s` where the measure's own text is mainly about it; `n` for what only looks like it; `d` and the core
of a department, with its level (市) or its place (150200) in between.
"""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from graph import words
from graph.lexicon import departments, overrides, regions, table
from graph.model import Edge, Node, NoticeGraph, Relation
from graph.search import concepts, mentions
from graph.search.plans import Document

CONCEPT, MAINLY, ALIKE, DEPARTMENT = "c", "s", "n", "d"
RULES = 2
"""Goes up whenever this module makes other terms of the same tables; so `check` knows that older ones are outdated."""
TABLES = ("concepts.tsv", "concepts_places.tsv", "namesakes.tsv", "departments.tsv", "regions.tsv")
LEAD = 40
"""How many characters of a text say what it is about, when its first sentence is longer."""


def documents(graph: NoticeGraph) -> Mapping[str, Document]:
    """The document of each measure of a notice, by measure id."""
    nodes = {node.id: node for node in graph.nodes}
    out: dict[Relation, dict[str, list[Edge]]] = {relation: defaultdict(list) for relation in Relation}
    for edge in graph.edges:
        out[edge.kind][edge.source].append(edge)
    about, by = _of_notice(nodes.get(graph.id), nodes, out)
    notice = " ".join((*about, *by))
    # 医疗保障局 has issued much that is not about 医保
    notice_terms = " ".join((_terms(" ".join(about)), words.terms(" ".join(by))))
    measures = [nodes[edge.target] for edge in out[Relation.CONTAINS][graph.id]]
    owns = _owns([own_text(one.props.get("title") or one.name, one.props.get("text")) for one in measures])
    made: dict[str, Document] = {}
    for measure, own in zip(measures, owns, strict=True):
        units = _units(out[Relation.ASSIGNED_TO][measure.id], nodes)
        names = tuple(dict.fromkeys(_names(measure.id, nodes, out)))
        terms = {
            "own": own,
            "section": _terms(_text(measure.props.get("section"))),
            "notice": notice_terms,
            "units": " ".join([terms for _, terms in units]),
            "names": " ".join(map(_terms, names)),
        }
        shown = {"notice": notice, "units": "、".join(printed for printed, _ in units), "names": " ".join(names)}
        made[measure.id] = Document(terms, shown)
    return made


def made_by() -> str:
    """The fingerprint of what makes terms: these rules and the tables they read, the user's own among them."""
    return _made_by(overrides())


@cache
def _made_by(_folder: Path | None) -> str:
    rows = [[[*row.values.values()] for row in table(name)] for name in TABLES]
    return hashlib.sha256(json.dumps([RULES, rows], ensure_ascii=False).encode()).hexdigest()[:16]


def own_text(title: object, text: object) -> str:
    """Title and text of a measure as one, the title only where the text does not begin with it."""
    title, text = _text(title), _text(text)
    return text if title in text[: len(title) + LEAD] else f"{title}。{text}"


def lead(normal: str) -> int:
    """Where the words end that say what a text is about."""
    end = normal.find("。")
    return end if 0 < end < LEAD else min(LEAD, len(normal))


@lru_cache(maxsize=16384)
def token(kind: str, name: str) -> str:
    """A term for a meaning: no blank and no punctuation in it."""
    return kind + "".join(character for character in words.normalise(name) if character.isalnum())


def mainly(normal: str, found: Iterable[mentions.Hit]) -> set[str]:
    """The concepts that a text is mainly about: named where it begins, or at three places."""
    end = lead(normal)
    here: set[str] = set()
    later: list[tuple[str, int]] = []
    for start, _, concept in found:
        if start < end:
            here.add(concept)
        else:
            later.append((concept, start))
    if len(later) > 2:
        at = Counter(concept for concept, _ in set(later))
        here.update(concept for concept, places in at.items() if places > 2)
    known = concepts.concepts()
    return here.union(*(known[name].wider for name in here))


def _owns(texts: Sequence[str]) -> list[str]:
    """The terms of the own texts of measures."""
    normal = words.each_normalised(texts)
    return [_own(text, *told) for text, told in zip(normal, mentions.scan_each(normal), strict=True)]


def _own(normal: str, found: Sequence[mentions.Hit], alike: Sequence[mentions.Hit]) -> str:
    tokens = [token(MAINLY, name) for name in mainly(normal, found)]
    tokens += {token(ALIKE, hit.concept) for hit in alike}
    tokens.sort()
    return " ".join([*words.terms_of(normal), *_tokens({concept for _, _, concept in found}), *tokens])


def _tokens(told: Iterable[str]) -> list[str]:
    tokens = _tokens_of(overrides())
    return sorted(set[str]().union(*map(tokens.__getitem__, told)))


@cache
def _tokens_of(_folder: Path | None) -> dict[str, tuple[str, ...]]:
    """Of each concept its token and those of all that it is a case of."""
    return {
        name: tuple(token(CONCEPT, each) for each in (name, *concept.wider))
        for name, concept in concepts.concepts().items()
    }


@lru_cache(maxsize=16384)
def _terms(text: str) -> str:
    """Terms and concept tokens of a text that many measures share: a section, a title, the name of a project."""
    return " ".join((words.terms(text), *_tokens({hit.concept for hit in mentions.find(words.normalise(text))})))


def _of_notice(
    notice: Node | None, nodes: Mapping[str, Node], out: Mapping[Relation, Mapping[str, list[Edge]]]
) -> tuple[list[str], list[str]]:
    """What it is about, and of: its title, number, and place, with the places around; and whose it is, as far as
    these do not say it."""
    if notice is None:
        return [], []
    issuers = notice.props.get("issuers")
    front, begins, rest = notice.name.partition("关于")
    by = [front] if begins else []
    by += map(str, issuers) if isinstance(issuers, list) else []
    by += [nodes[edge.target].name for edge in out[Relation.ISSUED_BY].get(notice.id, ()) if edge.target in nodes]
    about = [begins + rest or front, *(_text(notice.props.get(key)) for key in ("plan_title", "number"))]
    code = notice.props.get("region")
    if isinstance(code, str):
        about += [area.name for each in (code, *regions.above(code)) if (area := regions.by_code(each))]
    about = _apart(about)
    return about, _apart(by, about)


def _apart(texts: Iterable[str], others: Sequence[str] = ()) -> list[str]:
    """Texts that are not said by one before them."""
    seen: list[str] = []
    for text in texts:
        if text and not any(text in other for other in (*others, *seen)):
            seen.append(text)
    return seen


def _units(assigned: Iterable[Edge], nodes: Mapping[str, Node]) -> list[tuple[str, str]]:
    """Of each department how it is called here, and its terms."""
    return [_unit(edge.target, nodes[edge.target].name, _text(edge.props.get("name"))) for edge in assigned]


@lru_cache(maxsize=16384)
def _unit(id: str, name: str, printed: str) -> tuple[str, str]:
    home, _, core = id.rpartition("/")
    tokens = [token(DEPARTMENT, core), *(token(DEPARTMENT, level + core) for level in departments.level(_code(home)))]
    called = (printed if printed in name or not printed else f"{name}（{printed}）") or name
    return called, " ".join([_terms(called), *tokens, token(DEPARTMENT, home + core), words.terms(name)])


def _code(home: str) -> str | None:
    return None if home == regions.STATE else home


def _names(measure: str, nodes: Mapping[str, Node], out: Mapping[Relation, Mapping[str, list[Edge]]]) -> Iterable[str]:
    """Projects, themes, and places with what they lie in; a place in a group is not the group."""
    for relation in (Relation.INVOLVES, Relation.ABOUT):
        for edge in out[relation].get(measure, ()):
            yield nodes[edge.target].name
    todo = [edge.target for edge in out[Relation.TOUCHES].get(measure, ())]
    seen: set[str] = set()
    while todo:
        place = todo.pop(0)
        if place not in seen and place in nodes:
            seen.add(place)
            yield nodes[place].name
            todo += [
                edge.target
                for edge in out[Relation.PART_OF].get(place, ())
                if edge.target in nodes and nodes[edge.target].props.get("kind") != "group"
            ]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
