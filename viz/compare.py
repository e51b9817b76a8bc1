"""Two notices, or two versions of one: what was added, dropped, reworded, and which units and limits moved."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from graph.asking import MeasureItem, Unit

ALIKE = 0.35
"""From this share of common pairs of characters on, two measures are taken for the same one reworded."""
LONG = 3000
"""Words beyond which they are not compared one by one."""
BRIEF = 2
"""What is the same for so few characters between two changes is part of them: confetti cannot be read."""
_WORD = re.compile(r"[0-9.%]+|[A-Za-z]+|.", re.DOTALL)
"""A number is one word: of 2024 and 2025 not only the last figure has changed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `what` is same, added or dropped."""

    what: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A measure that both have; empty tuples and None where nothing moved."""

    before: MeasureItem
    after: MeasureItem
    words: tuple[Piece, ...]
    joined: tuple[Unit, ...]
    left: tuple[Unit, ...]
    roles: tuple[tuple[Unit, Unit], ...]
    limit: tuple[str | None, str | None] | None
    label: tuple[str | None, str | None] | None = None
    section: tuple[str | None, str | None] | None = None

    @property
    def same(self) -> bool:
        """A new number or section alone is no change of the measure; `moved` says so."""
        return not (self.words or self.joined or self.left or self.roles or self.limit)

    @property
    def moved(self) -> bool:
        return bool(self.label or self.section)


@dataclass(frozen=True, slots=True)
class Comparison:
    added: tuple[MeasureItem, ...]
    dropped: tuple[MeasureItem, ...]
    changed: tuple[Change, ...]
    same: tuple[Change, ...]


def compare(before: Sequence[MeasureItem], after: Sequence[MeasureItem]) -> Comparison:
    """Each measure of one matched to at most one of the other, the most alike first."""
    pairs = matched(before, after)
    old, new = {a for a, _ in pairs}, {b for _, b in pairs}
    changes = [change(before[a], after[b]) for a, b in sorted(pairs, key=lambda pair: pair[1])]
    return Comparison(
        tuple(m for place, m in enumerate(after) if place not in new),
        tuple(m for place, m in enumerate(before) if place not in old),
        tuple(one for one in changes if not one.same),
        tuple(one for one in changes if one.same),
    )


def matched(before: Sequence[MeasureItem], after: Sequence[MeasureItem]) -> list[tuple[int, int]]:
    """Places of those that are the same measure: by pairs of neighbouring characters, ties by place."""
    first = [grams(m) for m in before]
    second = [grams(m) for m in after]
    where: dict[str, list[int]] = {}
    for place, found in enumerate(second):
        for gram in found:
            where.setdefault(gram, []).append(place)
    scored = []
    for a, found in enumerate(first):
        common: Counter[int] = Counter()
        for gram in found:
            common.update(where.get(gram, ()))
        for b, n in common.items():
            alike = n / max(len(found | second[b]), 1)
            if alike >= ALIKE:
                scored.append((-alike, abs(a - b), a, b))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    pairs = []
    for _, _, a, b in sorted(scored):
        if a not in taken_a and b not in taken_b:
            taken_a.add(a)
            taken_b.add(b)
            pairs.append((a, b))
    return pairs


def grams(measure: MeasureItem) -> set[str]:
    text = "".join(measure.text.split())
    return {text[i : i + 2] for i in range(len(text) - 1)} or {text}


def change(before: MeasureItem, after: MeasureItem) -> Change:
    """What moved between two forms of a measure. Units are the same by id, whatever they are called; a group by its
    name, for its id begins with its notice's (`包府发〔2024〕5号/group/各成员单位`)."""
    old = {unit.id.rpartition("/group/")[2]: unit for unit in before.departments}
    new = {unit.id.rpartition("/group/")[2]: unit for unit in after.departments}
    limits = (before.deadline_text, after.deadline_text)
    if limits[0] == limits[1]:  # the same words, another day: a notice of another year
        limits = (before.due, after.due)
    moved = (before.deadline_text, before.due) != (after.deadline_text, after.due)
    return Change(
        before,
        after,
        worded(before.text, after.text),
        tuple(unit for id, unit in new.items() if id not in old),
        tuple(unit for id, unit in old.items() if id not in new),
        tuple((old[id], unit) for id, unit in new.items() if id in old and old[id].role != unit.role),
        limits if moved else None,
        differing(before.label, after.label),
        differing(before.section, after.section),
    )


def differing(before: str | None, after: str | None) -> tuple[str | None, str | None] | None:
    """Both where they differ in more than blanks and the kind of brackets."""
    one, other = (unicodedata.normalize("NFKC", "".join((text or "").split())) for text in (before, after))
    return (before, after) if one != other else None


def worded(before: str, after: str) -> tuple[Piece, ...]:
    """The new text with what was added and what was dropped; empty when the words are the same.

    >>> [(p.what, p.text) for p in worded("加快建设大桥", "加快建成大桥")]
    [('same', '加快建'), ('dropped', '设'), ('added', '成'), ('same', '大桥')]
    >>> [(p.what, p.text) for p in worded("到2024年底", "到2025年底")]
    [('same', '到'), ('dropped', '2024'), ('added', '2025'), ('same', '年底')]
    """
    if before == after:
        return ()
    old, new = _WORD.findall(before), _WORD.findall(after)
    if len(old) + len(new) > LONG:
        return (Piece("dropped", before), Piece("added", after))
    found: list[Piece] = []
    dropped = added = ""
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for place, (what, a, b, c, d) in enumerate(steps):
        same = "".join(old[a:b])
        if what == "equal" and (place in (0, len(steps) - 1) or len(same) > BRIEF):
            found += [Piece(kind, text) for kind, text in (("dropped", dropped), ("added", added)) if text]
            found.append(Piece("same", same))
            dropped = added = ""
        else:
            dropped, added = dropped + same, added + "".join(new[c:d])
    return (*found, *(Piece(kind, text) for kind, text in (("dropped", dropped), ("added", added)) if text))
