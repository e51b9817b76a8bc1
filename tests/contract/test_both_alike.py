"""Whatever notices are loaded, replaced and removed, both stores answer every question alike, and as a fresh one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import JucuoError
from graph.model import NoticeGraph
from graph.store import Store, open_store
from tests.contract.drawn import notices, questions
from tests.neo4j_server import Server

Step = NoticeGraph | str
FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
loading = st.lists(notices(), min_size=1, max_size=5)
changing = st.lists(
    st.one_of(notices(), st.sampled_from(("甲〔2024〕1号", "乙〔2023〕2号", "𠮷〔2024〕3号"))), max_size=4
)


def answered(ask: Callable[[Store], Any], store: Store) -> Any:
    try:
        return ask(store)
    except JucuoError as error:
        return type(error), error.params.get("name")


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


def compare(a: Store, b: Store) -> None:
    for asked, ask in questions(a):
        assert answered(ask, a) == answered(ask, b), asked


@given(first=loading, then=changing)
@MANY
def test_changes_leave_what_a_fresh_store_holds(
    tmp_path_factory: Any, first: list[NoticeGraph], then: list[Step]
) -> None:
    folder: Path = tmp_path_factory.mktemp("changed")
    changed, new = open_store(folder / "changed.db"), open_store(folder / "new.db")
    loaded = take(changed, [*first, *then])
    list(new.replace(loaded.values()))
    try:
        compare(changed, new)
        assert changed.check() == ()
    finally:
        changed.close()
        new.close()


@given(first=loading, then=changing)
@FEW
def test_both_stores_answer_alike(
    both: tuple[Store, Store], neo4j_server: Server, first: list[NoticeGraph], then: list[Step]
) -> None:
    embedded, server = both
    for each in embedded.notices():
        embedded.remove(each.id)
    for each in server.notices():
        server.remove(each.id)
    assert list(embedded.replace(first)) == list(server.replace(first))
    compare(embedded, server)
    take(embedded, [*first, *then])
    take(server, [*first, *then])
    compare(embedded, server)
    assert server.check() == ()
