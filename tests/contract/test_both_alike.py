"""Whatever notices are loaded, replaced and removed, both stores answer every question alike, and as a fresh one."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import sqlite_count
from graph.model import NoticeGraph
from graph.store import Store, open_store
from tests.contract.drawn import notices, questions

Step = NoticeGraph | str
HEALTHY = tuple(HealthCheck)
loading = st.lists(notices(), min_size=1, max_size=5)
changing = st.lists(
    st.one_of(notices(), st.sampled_from(("甲〔2024〕1号", "乙〔2023〕2号", "𠮷〔2024〕3号"))), max_size=4
)
choosing = st.randoms(use_true_random=False)


def take(store: Store, steps: list[Step]) -> dict[str, NoticeGraph]:
    """The steps taken, a notice loaded or an id removed; what is loaded then."""
    loaded: dict[str, NoticeGraph] = {}
    for step in steps:
        if isinstance(step, NoticeGraph):
            list(store.replace([step]))
            loaded[step.id] = step
        elif loaded.pop(step, None):
            store.remove(step)
    return loaded


def compare(a: Store, b: Store, chance: random.Random, most: int) -> None:
    """Some of all questions, others each time."""
    asked = list(questions(a))
    for question in chance.sample(asked, min(most, len(asked))):
        assert question.of(a) == question.of(b), question


@given(first=loading, then=changing, chance=choosing)
@settings(max_examples=60, deadline=None, suppress_health_check=HEALTHY)
def test_changes_leave_what_a_fresh_store_holds(
    tmp_path_factory: pytest.TempPathFactory, first: list[NoticeGraph], then: list[Step], chance: random.Random
) -> None:
    folder: Path = tmp_path_factory.mktemp("changed")
    changed, new = open_store(folder / "changed.db"), open_store(folder / "new.db")
    try:
        loaded = take(changed, [*first, *then])
        list(new.replace(loaded.values()))
        compare(changed, new, chance, 150)
        assert changed.check() == ()
    finally:
        changed.close()
        new.close()


@given(first=loading)
@settings(max_examples=40, deadline=None, suppress_health_check=HEALTHY)
def test_very_many_measures_are_counted_as_few_are(
    tmp_path_factory: pytest.TempPathFactory, first: list[NoticeGraph]
) -> None:
    store = open_store(tmp_path_factory.mktemp("counted") / "store.db")
    try:
        list(store.replace(first))
        for question in questions(store):
            if question.verb == "facets":
                few = question.of(store)
                with pytest.MonkeyPatch.context() as patched:
                    patched.setattr(sqlite_count, "MANY", 0)
                    assert question.of(store) == few, question
    finally:
        store.close()


@given(first=loading, then=changing, chance=choosing)
@settings(max_examples=8, deadline=None, suppress_health_check=HEALTHY)
def test_both_stores_answer_alike(
    both: tuple[Store, Store], first: list[NoticeGraph], then: list[Step], chance: random.Random
) -> None:
    embedded, server = both
    for store in both:
        for each in store.notices():
            store.remove(each.id)
    assert list(embedded.replace(first)) == list(server.replace(first))
    compare(embedded, server, chance, 40)
    for store in both:
        take(store, then)
    compare(embedded, server, chance, 40)
    assert server.check() == ()
