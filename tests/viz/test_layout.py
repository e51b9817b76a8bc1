import random

from viz import layout
from viz.layout import Position


def covering(places: dict[str, Position], wide: float, tall: float) -> list[tuple[str, str]]:
    ids = sorted(places)
    return [
        (a, b)
        for number, a in enumerate(ids)
        for b in ids[number + 1 :]
        if abs(places[a][0] - places[b][0]) < wide and abs(places[a][1] - places[b][1]) < tall
    ]


def test_columns_keep_the_order_of_the_notice_and_put_units_beside_their_measures() -> None:
    groups = [["一", "二"], ["三", "四"]]
    places = layout.columns(groups, [("一", "乙"), ("二", "乙"), ("三", "甲"), ("四", "甲")])
    assert [places[id][1] for id in "一二三四"] == [0, 48, 136, 184]
    assert places["乙"][1] < places["甲"][1]
    assert {places[id][0] for id in "甲乙"} == {layout.COLUMN}


def test_no_label_covers_another_however_many_departments_there_are() -> None:
    chance = random.Random(3)
    ids = [f"局{number}" for number in range(120)]
    weights = {(a, b): float(chance.randint(1, 9)) for a, b in (sorted(chance.sample(ids, 2)) for _ in range(260))}
    sizes = dict.fromkeys(ids, (120.0, 80.0))
    places = layout.spread(ids, weights, sizes)
    assert set(places) == set(ids)
    assert not covering(places, 118, 78)


def test_the_same_ties_stand_in_the_same_places_whatever_their_order() -> None:
    weights = {("甲", "乙"): 3.0, ("乙", "丙"): 1.0, ("丁", "戊"): 1.0}
    sizes = dict.fromkeys("甲乙丙丁戊己", (100.0, 80.0))
    one = layout.spread(list("甲乙丙丁戊己"), weights, sizes)
    other = layout.spread(list("己戊丁丙乙甲"), dict(reversed(weights.items())), sizes)
    assert one == other


def test_nothing_to_lay_out_is_no_error() -> None:
    assert layout.spread([], {}, {}) == {}
    assert layout.columns([], []) == {}
    assert layout.layers([], []) == {}
    assert layout.ring([]) == {}


def test_a_ring_leaves_every_node_room() -> None:
    for many in (1, 5, 15, 16, 60, 200):
        places = layout.ring([str(number) for number in range(many)])
        assert len(places) == many
        assert not covering(places, 150, 60)


def test_what_hangs_on_a_neighbour_stands_beyond_it() -> None:
    places = layout.radial("中", ["甲", "乙", "丙"], {"丁": ["乙"], "戊": ["乙"], "己": ["甲", "丙"]})
    assert places["中"] == (0, 0)
    assert places["丁"][0] > places["乙"][0]
    assert not covering(places, 150, 60)


def test_paths_run_from_left_to_right() -> None:
    places = layout.layers([["甲"], ["一", "二"], ["乙"]], [("一", "甲"), ("二", "甲"), ("一", "乙"), ("二", "乙")])
    assert places["甲"][0] < places["一"][0] == places["二"][0] < places["乙"][0]


def test_lines_of_a_ring_pass_no_other_node() -> None:
    second = {"a": ["1"], "b": ["1"], "c": ["1", "2"], "d": ["1", "3"], "e": ["2", "3"], "f": ["1", "2", "3"]}
    places = layout.radial("centre", ["1", "2", "3", "4"], second)
    over = [
        (id, parent, other)
        for id, parents in second.items()
        for parent in parents
        for other in places
        if other not in (id, parent) and layout._passes(places[id], places[parent], places[other], (40, 20))
    ]
    assert over == []


def test_very_many_stand_in_rows_none_behind_another() -> None:
    ids = [f"（{number}）" for number in range(158)]
    places = layout.rows("主题", ids)
    assert covering(places, 200, 60) == []
    others = [places[id] for id in ids]
    assert others == sorted(others, key=lambda place: (place[1], place[0]))
    assert all(x and y for x, y in others)
    assert layout.rows("主题", []) == {"主题": (0, 0)}


def test_a_short_column_is_spread_beside_a_long_one() -> None:
    places = layout.level(layout.columns([["甲", "乙"]], [("甲", f"{n}") for n in range(6)] + [("乙", "末")]))
    right = [place for id, place in places.items() if id not in ("甲", "乙")]
    assert covering(places, 10, layout.ROW) == []
    assert min(y for _, y in right) < places["甲"][1] < places["乙"][1] < max(y for _, y in right)
