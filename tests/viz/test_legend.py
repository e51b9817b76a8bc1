import re

import pytest

from graph.model import Basis, Kind, Limit, Relation, Role
from viz.legend import LIMITS, RELATIONS, ROLES, SIGNS, SOURCES, source_of, word


def test_every_kind_relation_role_and_limit_has_a_look_and_two_names() -> None:
    assert set(SIGNS) == set(Kind)
    assert (set(RELATIONS), set(ROLES), set(LIMITS)) == (set(Relation), set(Role), set(Limit))
    for sign in SIGNS.values():
        assert re.fullmatch("#[0-9A-F]{6}", sign.colour)
        assert re.fullmatch("#[0-9A-F]{6}", sign.fill)
    for table in (RELATIONS, ROLES, LIMITS, SOURCES):
        assert all(zh and en for zh, en in table.values())


def test_no_two_kinds_share_a_colour_or_a_shape() -> None:
    assert len({sign.colour for sign in SIGNS.values()}) == len(Kind)
    assert len({sign.shape for sign in SIGNS.values()}) == len(Kind)


@pytest.mark.parametrize(
    ("relation", "props", "source"),
    [
        (Relation.ASSIGNED_TO, {"basis": Basis.STATED}, "stated"),
        (Relation.ASSIGNED_TO, {"basis": "first-listed"}, "derived"),
        (Relation.ASSIGNED_TO, {"basis": "default"}, "derived"),
        (Relation.ASSIGNED_TO, {"basis": "corrected"}, "corrected"),
        (Relation.TOUCHES, {"span": [1, 2]}, "stated"),
        (Relation.TOUCHES, {"span": None}, "derived"),
        (Relation.ABOUT, {"basis": ["section"]}, "derived"),
        (Relation.CONTAINS, {"ordinal": 1}, "stated"),
        (Relation.LOCATED_IN, {}, "derived"),
    ],
)
def test_every_relation_says_where_it_comes_from(relation: Relation, props: dict[str, object], source: str) -> None:
    assert source_of(relation, props) == source


def test_a_word_that_no_table_has_stays_as_it_is() -> None:
    assert word(ROLES, "lead", "zh") == "牵头"
    assert word(ROLES, "other", "en") == "other"
