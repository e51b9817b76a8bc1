"""What measures are found by: their terms put into FTS5, and taken out of it again.

What all measures of a notice have in common is indexed once, with the notice. FTS5 keeps no text of its own and must be
told what it is to forget, so the terms of a notice are kept beside it, packed.
"""

from collections.abc import Mapping
from typing import NamedTuple

from graph import blob, jsons, sql
from graph.model import NoticeGraph
from graph.search import search
from graph.sql import Rows

OF_NOTICE = "notice"
OWN = tuple(field for field in search.FIELDS if field != OF_NOTICE)

Terms = tuple[str, ...]


class Indexed(NamedTuple):
    """The terms of a notice, None when it has no measures, and of each measure by key, in the order of `OWN`."""

    notice: str | None
    measures: Mapping[int, Terms]


NOTHING = Indexed(None, {})


class Findable(NamedTuple):
    """What a notice is to be found by, and how it is shown: its terms and words, and of each measure the id, the terms,
    and the words for its departments and for what else it names."""

    notice: str
    shown: str
    measures: list[tuple[str, Terms, str, str]]


def taken(db: Rows, notice: int) -> Indexed:
    """What a notice is found by, taken from what is kept beside the index; the index itself is changed by `put`."""
    row = db.execute(sql.INDEXED, (notice,)).fetchone()
    if row is None:
        return NOTHING
    told, measures = jsons.read(blob.loose(row[0]))
    db.execute(sql.DROP_INDEXED, (notice,))
    db.executemany(sql.DROP_DOCUMENT, ((key,) for key, *_ in measures))
    return Indexed(told, {key: tuple(terms) for key, *terms in measures})


def findable(graph: NoticeGraph) -> Findable | None:
    """What is found of a notice, None where it has no measures."""
    made = search.documents(graph)
    if not made:
        return None
    shared = next(iter(made.values()))
    measures = [
        (id, tuple(map(each.terms.__getitem__, OWN)), each.shown["units"], each.shown["names"])
        for id, each in made.items()
    ]
    return Findable(shared.terms[OF_NOTICE], shared.shown[OF_NOTICE], measures)


def put(db: Rows, notice: int, before: Indexed, found: Findable | None, keys: Mapping[str, int]) -> None:
    """Let a notice be found by what it says now, instead of what it was found by."""
    now = NOTHING
    if found:
        now = Indexed(found.notice, {keys[id]: terms for id, terms, _, _ in found.measures})
        packed = blob.tight(jsons.one([now.notice, [(key, *terms) for key, terms in now.measures.items()]]))
        db.execute(sql.ADD_INDEXED, (notice, found.shown, packed))
        db.executemany(sql.ADD_DOCUMENT, [(keys[id], units, names) for id, _, units, names in found.measures])
    if now.notice != before.notice:
        db.executemany(sql.DROP_FOUND_NOTICE, [(notice, told) for told in before[:1] if told is not None])
        db.executemany(sql.ADD_FOUND_NOTICE, [(notice, told) for told in now[:1] if told is not None])
    db.executemany(sql.DROP_FOUND, _apart(before.measures, now.measures))
    db.executemany(sql.ADD_FOUND, _apart(now.measures, before.measures))


def _apart(some: Mapping[int, Terms], others: Mapping[int, Terms]) -> list[tuple[int | str, ...]]:
    """Those that are not the same among the others: the index is asked to do no more than it must."""
    return [(key, *terms) for key, terms in some.items() if others.get(key) != terms]
