"""A record is what a frozen dataclass is."""

import pickle

import pytest

from ingest.parsed import Place

RIVER = Place("黄河", "geo/黄河", "geographic", (0, 2))


def test_a_record_is_never_changed() -> None:
    with pytest.raises(AttributeError):
        RIVER.name = "长江"  # type: ignore[misc]


def test_records_of_the_same_values_are_one_value() -> None:
    other = RIVER.replace(span=(5, 7))
    assert other != RIVER and len({RIVER, other, other.replace(span=(0, 2))}) == 2


def test_a_record_comes_back_from_another_process() -> None:
    assert pickle.loads(pickle.dumps(RIVER)) == RIVER


def test_a_record_is_told_in_plain_values() -> None:
    assert RIVER.plain() == {
        "name": "黄河",
        "id": "geo/黄河",
        "kind": "geographic",
        "span": (0, 2),
        "members": (),
    }
