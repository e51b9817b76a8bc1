"""Order, ties, limits and cursors of every list, on both stores."""

from typing import Any

import pytest

from graph.asking import Filter, MeasureItem, Order
from graph.errors import BadCursor, BadValue, Unknown
from graph.model import Kind, Limit, Role
from graph.store import Store
from tests.contract.notices import M, notice


@pytest.fixture
def full(store: Store) -> Store:
    list(
        store.replace(
            [
                notice(
                    "乙", M("林草 发改", due="2024-12-31"), M("林草", limit="ongoing"), dated="2024-02-03", kind="通知"
                ),
                notice("甲", M("发改:lead 林草:support", due="2024-06-30"), M(), dated="2024-02-03", kind="意见"),
                notice("新", M("林草 财政", limit="long_term", regions="1502"), dated="2025-01-01", kind="𠮷"),
                notice("\uffff", M("财政", due="2024-12-31", themes="产业")),
                notice("𠮷", M("财政", due="2024-12-31"), dated="2024-02-03"),
                notice("无日期", M("财政 林草", due="2024-12-31", projects="项目"), dated=None),
            ]
        )
    )
    return store


def test_measures_come_by_notice_newest_first_then_id_then_ordinal(full: Store) -> None:
    ids = [m.id for m in full.measures().items]
    assert ids == ["新/1", "乙/1", "乙/2", "甲/1", "甲/2", "\uffff/1", "𠮷/1", "无日期/1"]


def test_measures_come_by_last_day_then_kind_of_limit_then_none(full: Store) -> None:
    ids = [m.id for m in full.measures(order=Order.DUE).items]
    assert ids == ["甲/1", "乙/1", "\uffff/1", "𠮷/1", "无日期/1", "乙/2", "新/1", "甲/2"]


def test_ordinals_are_numbers_not_words(store: Store) -> None:
    list(store.replace([notice("a", *[M()] * 12)]))
    assert [m.id for m in store.measures().items][-1] == "a/12"


@pytest.mark.parametrize("size", [1, 3, 8, 1000])
@pytest.mark.parametrize("order", list(Order))
def test_pages_joined_are_the_whole(full: Store, size: int, order: Order) -> None:
    found: list[MeasureItem] = []
    cursor = None
    while True:
        page = full.measures(order=order, limit=size, cursor=cursor)
        assert page.total == 8
        found += page.items
        cursor = page.next
        if cursor is None:
            break
    assert tuple(found) == full.measures(order=order).items


def test_a_cursor_of_another_question_is_refused(full: Store) -> None:
    cursor = full.measures(limit=1).next
    assert cursor
    for ask in (
        lambda: full.measures(order=Order.DUE, cursor=cursor),
        lambda: full.measures(Filter(years=(2024,)), cursor=cursor),
        lambda: full.pairs(cursor=cursor),
        lambda: full.list(Kind.NOTICE, cursor=cursor),
        lambda: full.search("黄河", cursor=cursor),
        lambda: full.measures(cursor="' OR 1=1 --"),
        lambda: full.measures(cursor="\ud800"),
        lambda: full.measures(cursor=""),
    ):
        with pytest.raises(BadCursor):
            ask()


@pytest.mark.parametrize("limit", [0, -1, 1001])
def test_a_limit_beyond_is_refused(full: Store, limit: int) -> None:
    for ask in (
        lambda: full.measures(limit=limit),
        lambda: full.list(Kind.THEME, limit=limit),
        lambda: full.pairs(limit=limit),
        lambda: full.partners("15/林草", limit=limit),
        lambda: full.search("黄河", limit=limit),
        lambda: full.suggest("林", limit=limit),
        lambda: full.around("15/林草", limit=limit),
        lambda: full.facets(most=limit),
        lambda: full.paths("15/林草", "15/发改", limit=limit),
    ):
        with pytest.raises(BadValue):
            ask()


def test_depth_length_and_number_of_nodes_are_bounded(full: Store) -> None:
    for ask in (
        lambda: full.around("15/林草", depth=5),
        lambda: full.around("15/林草", depth=0),
        lambda: full.paths("15/林草", "15/发改", longest=0),
        lambda: full.edges_among(["x"] * 1001),
        lambda: full.list(Kind.MEASURE),
        lambda: full.measures(Filter(due_before="2024-13-01")),
    ):
        with pytest.raises(BadValue):
            ask()


@pytest.mark.parametrize("id", ["nobody", "15/林草'", "\ud800", "a\0b", "项目/1"])
def test_what_is_not_there_is_unknown(full: Store, id: str) -> None:
    for ask in (
        lambda: full.node(id),
        lambda: full.measure(id),
        lambda: full.notice(id),
        lambda: full.partners(id),
        lambda: full.around(id),
        lambda: full.degrees(id),
        lambda: full.paths(id, "15/林草"),
        lambda: full.paths("15/林草", id),
        lambda: full.measures(Filter(departments=(id,))),
        lambda: full.measures(Filter(regions=(id,))),
        lambda: full.facets(Filter(themes=(id,))),
        lambda: full.pairs(filter=Filter(notices=(id,))),
        lambda: full.search("黄河", Filter(projects=(id,))),
    ):
        with pytest.raises(Unknown):
            ask()


def test_a_node_of_another_kind_is_unknown_in_a_filter(full: Store) -> None:
    with pytest.raises(Unknown):
        full.measures(Filter(themes=("15/林草",)))
    with pytest.raises(Unknown):
        full.partners("项目")
    with pytest.raises(Unknown):
        full.measure("15/林草")


@pytest.mark.parametrize(
    ("filter", "ids"),
    [
        (Filter(departments=("15/林草",)), ["新/1", "乙/1", "乙/2", "甲/1", "无日期/1"]),
        (Filter(departments=("15/林草", "15/发改")), ["乙/1", "甲/1"]),
        (Filter(departments=("15/林草", "15/林草")), ["新/1", "乙/1", "乙/2", "甲/1", "无日期/1"]),
        (Filter(departments=("15/林草",), role=Role.SUPPORT), ["甲/1"]),
        (Filter(departments=("15/林草",), role=Role.LEAD), []),
        (Filter(departments=("15/财政",), first=True), ["\uffff/1", "𠮷/1", "无日期/1"]),
        (Filter(role=Role.LEAD), ["甲/1"]),
        (Filter(first=True, projects=("项目",)), ["无日期/1"]),
        (Filter(regions=("15",)), ["新/1"]),
        (Filter(themes=("主题产业",)), ["\uffff/1"]),
        (Filter(notices=("乙",)), ["乙/1", "乙/2"]),
        (Filter(deadlines=(Limit.ONGOING,)), ["乙/2"]),
        (Filter(deadlines=("none",), notices=("甲", "无日期")), ["甲/2"]),
        (Filter(deadlines=(Limit.ONGOING, "none"), notices=("乙", "甲")), ["乙/2", "甲/2"]),
        (Filter(due_before="2024-06-30"), ["甲/1"]),
        (Filter(due_after="2024-12-31", notices=("乙",)), ["乙/1"]),
        (Filter(years=(2024,), departments=("15/林草",)), ["乙/1", "甲/1", "无日期/1"]),
        (Filter(years=(12024,)), []),
        (Filter(departments=("15/林草", "15/财政")), ["新/1", "无日期/1"]),
        (
            Filter(departments=("15/林草", "15/财政"), any_department=True),
            ["新/1", "乙/1", "乙/2", "甲/1", "\uffff/1", "𠮷/1", "无日期/1"],
        ),
        (Filter(departments=("15/林草", "15/财政"), any_department=True, role=Role.SUPPORT), ["甲/1"]),
        (
            Filter(departments=("15/林草", "15/财政"), any_department=True, first=True),
            ["新/1", "乙/1", "乙/2", "\uffff/1", "𠮷/1", "无日期/1"],
        ),
        (Filter(notices=("甲", "乙")), ["乙/1", "乙/2", "甲/1", "甲/2"]),
        (Filter(notices=("甲", "甲")), ["甲/1", "甲/2"]),
        (Filter(deadlines=(Limit.ONGOING, Limit.LONG_TERM)), ["新/1", "乙/2"]),
        (Filter(years=(2024, 2031), notices=("甲", "乙")), ["乙/1", "甲/1"]),
        (Filter(regions=("15", "1502")), ["新/1"]),
        (Filter(themes=("主题产业",), notices=("甲", "\uffff")), ["\uffff/1"]),
        (Filter(projects=("项目", "项目")), ["无日期/1"]),
        (Filter(kinds=("意见",)), ["甲/1", "甲/2"]),
        (Filter(kinds=("通知", "意见"), departments=("15/林草",)), ["乙/1", "乙/2", "甲/1"]),
        (Filter(kinds=("通知",), notices=("乙", "甲")), ["乙/1", "乙/2"]),
        (Filter(kinds=("意见", "x' OR 1=1 --")), ["甲/1", "甲/2"]),
        (Filter(kinds=("方案",)), []),
    ],
)
def test_a_filter_keeps_exactly_these(full: Store, filter: Filter, ids: list[str]) -> None:
    page = full.measures(filter)
    assert ([m.id for m in page.items], page.total) == (ids, len(ids))
    assert full.facets(filter).total == len(ids)


def test_of_one_condition_any_value_will_do(store: Store) -> None:
    list(
        store.replace(
            [
                notice("甲", M("", "治理", "1502", "一", "水利 林草", "2024-12-31"), M(text="治理", themes="教育")),
                notice("乙", M(themes="水利", projects="二 一"), M(regions="1506", projects="二", due="2026-12-31")),
            ]
        )
    )

    def found(**given: Any) -> list[str]:
        page = store.measures(Filter(**given))
        assert page.total == len(page.items) == store.facets(Filter(**given)).total
        return [item.id for item in page.items]

    assert found(themes=("主题水利", "主题林草", "主题教育")) == ["乙/1", "甲/1", "甲/2"]
    assert found(projects=("一", "二")) == ["乙/1", "乙/2", "甲/1"]
    assert found(regions=("1502", "1506")) == found(regions=("15", "1502")) == ["乙/2", "甲/1"]
    assert found(years=(2024, 2026)) == ["乙/2", "甲/1"]
    assert found(themes=("主题水利", "主题教育"), projects=("一", "二"), regions=("1502", "1506")) == ["甲/1"]
    answer = store.search("治理", Filter(themes=("主题水利", "主题教育")))
    assert [hit.measure.id for hit in answer.items] == ["甲/1", "甲/2"]


def test_lists_come_by_measures_then_id_and_notices_by_day(full: Store) -> None:
    assert [(c.node.id, c.measures) for c in full.list(Kind.DEPARTMENT).items] == [
        ("15/林草", 5), ("15/财政", 4), ("15/发改", 2),
    ]  # fmt: skip
    assert [c.node.id for c in full.list(Kind.NOTICE).items] == ["新", "乙", "甲", "\uffff", "𠮷", "无日期"]
    page = full.list(Kind.DEPARTMENT, "财", limit=1)
    assert ([c.node.id for c in page.items], page.total, page.next) == (["15/财政"], 1, None)
    assert full.list(Kind.DEPARTMENT, "没有").total == 0
    assert full.list(Kind.DEPARTMENT, "\0").total == 0


def test_suggestions_begin_with_the_text_then_contain_it(full: Store) -> None:
    assert [c.node.id for c in full.suggest("林草")] == ["15/林草"]
    assert [c.node.id for c in full.suggest("市")] == ["15/林草", "15/财政", "15/发改"]
    assert [c.node.id for c in full.suggest("局", limit=2)] == ["15/林草", "15/财政"]
    assert [c.node.id for c in full.suggest("czj")] == ["15/财政"]
    assert [c.node.id for c in full.suggest("aizhe")] == [c.node.id for c in full.suggest("cz")] == ["15/财政"]
    assert full.suggest("ai") == () and full.list(Kind.DEPARTMENT, "ai").total == 0  # no part of caizheng
    assert [c.node.id for c in full.suggest("林草", kinds=[Kind.REGION])] == []
    assert full.suggest("") == full.suggest(" \0") == ()
    for hostile in ("%", "_", "*", "'", '"', "\\", "[a-z]"):
        assert full.suggest(hostile) == ()


def test_measures_are_found_by_the_number_before_them(full: Store) -> None:
    assert [item.id for item in full.numbered(["（2）", "二、"])] == ["乙/2", "甲/2"]
    assert [item.id for item in full.numbered(["（2）"], limit=1)] == ["乙/2"]
    assert [item.id for item in full.numbered(["（1）", "（2）"], ["甲"])] == ["甲/1", "甲/2"]
    assert full.numbered(["（二）"]) == full.numbered([]) == full.numbered(["（1）"], ["没有"]) == ()


def test_names_are_found_normalised(full: Store) -> None:
    assert [n.id for n in full.named("林草局")] == ["15/林草"]
    assert [n.id for n in full.named("市林艸局")] == []
    assert [n.id for n in full.named("15/林草")] == ["15/林草"]
    assert [n.id for n in full.named("地区１５０２")] == ["1502"]
    assert full.named("czj") == ()  # initials are no names
    assert full.named("新/1") == ()  # measures have no names


def test_units_stand_in_the_order_of_the_notice(full: Store) -> None:
    units = full.measure("甲/1").departments
    assert [(u.name, u.printed, u.role, u.order) for u in units] == [
        ("市发改局", "发改", Role.LEAD, 1), ("市林草局", "林草", Role.SUPPORT, 2),
    ]  # fmt: skip


def test_facets_count_what_the_filter_would_give(full: Store) -> None:
    for facets in (full.facets(), full.facets(Filter(departments=("15/林草",)))):
        filter = Filter(departments=("15/林草",)) if facets.total == 5 else Filter()
        for counted in facets.nodes[Kind.REGION]:
            more = Filter(departments=filter.departments, regions=(counted.node.id,))
            assert full.measures(more).total == counted.measures
        for limit, n in facets.deadlines.items():
            assert full.measures(Filter(departments=filter.departments, deadlines=(Limit(limit),))).total == n
        without = full.measures(Filter(departments=filter.departments, deadlines=("none",))).total
        assert without == facets.total - sum(facets.deadlines.values())
        for year, n in facets.years.items():
            assert full.measures(Filter(departments=filter.departments, years=(year,))).total == n
        for kind, n in facets.kinds.items():
            assert full.measures(Filter(departments=filter.departments, kinds=(kind,))).total == n
    assert full.facets(most=1).nodes[Kind.DEPARTMENT][0].node.id == "15/林草"


def test_kinds_of_notices_are_counted_most_first_then_by_name(full: Store) -> None:
    assert [*full.facets().kinds.items()] == [("意见", 2), ("通知", 2), ("𠮷", 1)]
    assert [*full.facets(Filter(departments=("15/林草",))).kinds.items()] == [("通知", 2), ("意见", 1), ("𠮷", 1)]
    full.remove("甲")
    assert [*full.facets().kinds.items()] == [("通知", 2), ("𠮷", 1)]
    assert full.measures(Filter(kinds=("意见",))).total == 0


def test_pairs_keep_to_a_kind_of_notice(full: Store) -> None:
    assert [(p.a, p.b, p.count) for p in full.pairs(filter=Filter(kinds=("意见",))).items] == [
        ("15/发改", "15/林草", 1)
    ]
    assert [p.b for p in full.partners("15/林草", filter=Filter(kinds=("𠮷",))).items] == ["15/财政"]


def test_answers_keep_to_a_kind_of_notice(store: Store) -> None:
    graphs = [notice(kind, M(text="治理河道"), M(text="治理沙地"), kind=kind) for kind in ("通知", "意见")]
    list(store.replace([*graphs, notice("无", M(text="治理河道"))]))
    assert store.search("治理").total == 5
    assert [hit.measure.id for hit in store.search("治理", Filter(kinds=("意见",))).items] == ["意见/1", "意见/2"]
    facets = store.facets(text="沙地")
    assert (facets.total, [*facets.kinds.items()]) == (2, [("意见", 1), ("通知", 1)])


def test_what_no_measure_says_with_the_rest_is_set_aside_and_told(store: Store) -> None:
    measures = (M("水务", "缓解交通拥堵"), M("水务", "建设水库"), M("教育", "发展养老服务"), M("水务", "推广除湿机"))
    list(store.replace([notice("通1", *measures)]))

    def asked(question: str) -> tuple[list[str], tuple[str, ...]]:
        answer = store.search(question)
        assert answer.total == len(answer.items)
        return [hit.measure.id for hit in answer.items], answer.aside

    assert asked("水库 加湿器") == (["通1/2"], ("加湿器",))
    # of two that are said apart what no lexicon has may be said otherwise; two subjects are both meant
    assert asked("养老服务 除湿机") == (["通1/3"], ("除湿机",))
    assert asked("养老服务 堵车") == (["通1/3"], ("堵车",))
    # the rarer of the two says more
    list(store.replace([notice("通4", M("民政", "发展养老服务产业"))]))
    assert asked("养老服务 堵车") == (["通1/1"], ("养老服务",))
    store.remove("通4")
    assert asked("水库 养老服务") == asked("市水务局 养老服务") == ([], ())
    assert store.search("水库 养老服务").near
    # a measure is of the place whose departments are to do it
    list(store.replace([notice("通2", M("温州教育", "发展养老服务"), M("宁波教育", "发展养老服务"))]))
    assert asked("温州 养老服务") == (["通2/1"], ())
    # a place alone answers nothing
    assert asked("黄河 加湿器") == ([], ())
    # what one character makes something else of is that first, and else what it is a kind of
    assert asked("微水库") == (["通1/2"], ())
    list(store.replace([notice("通3", M("水务", "建设微水库"))]))
    assert asked("微水库") == (["通3/1"], ())
    # an everyday word is what texts say for it
    assert asked("堵车") == (["通1/1"], ())


def test_where_few_answer_parts_of_subjects_the_subjects_do(store: Store) -> None:
    texts = ["知识产权案件审判引入技术调查官", "审判专利案件", "保护知识产权", "发展养老服务"]
    list(store.replace([notice("通1", *(M("法院", text) for text in texts))]))

    def found(question: str) -> list[str]:
        return [hit.measure.id for hit in store.search(question).items]

    # the one that says the part comes first; a part asked for alone is that part
    assert found("专利 审判") == ["通1/2", "通1/1"]
    assert found("专利") == ["通1/2"]
    list(store.replace([notice("通2", *(M("法院", f"审判专利案件{n}") for n in range(2)))]))
    assert sorted(found("专利 审判")) == ["通1/2", "通2/1", "通2/2"]


def test_of_a_sentence_of_many_things_all_but_one_do_where_hardly_anything_says_all(store: Store) -> None:
    texts = ["拓宽农产品销售渠道，解决滞销", "拓宽农产品销售渠道，解决农民的滞销产品", "发展养老服务"]
    list(store.replace([notice("通1", *(M("农业", text) for text in texts))]))

    def found(question: str) -> tuple[list[str], tuple[str, ...]]:
        answer = store.search(question)
        return [hit.measure.id for hit in answer.items], answer.aside

    assert found("怎样帮农民把卖不掉的农产品卖出去") == (["通1/2", "通1/1"], ())
    assert found("农民 滞销 农产品 销售") == (["通1/2"], ())
    # of what nothing says with the rest two may be set aside
    assert found("怎样帮老师把卖不掉的茶叶卖出去") == (["通1/1", "通1/2"], ("老师", "茶叶"))
    # what no lexicon has is told when it is left out
    assert found("怎样彭彭乎地发展养老服务") == (["通1/3"], ("彭彭乎地",))
    # beside what nothing says, what is said only elsewhere
    list(store.replace([notice("通2", M("教育", "培训教师"))]))
    assert found("怎样帮老师把卖不掉的茶叶卖出去") == (["通1/1", "通1/2"], ("茶叶", "老师"))


def test_words_of_little_weight_put_one_answer_before_another(store: Store) -> None:
    texts = ["组织招聘", "组织招聘，推行在线面试", "组织招聘"]
    list(store.replace([notice("通1", *(M("人社", text) for text in texts))]))
    assert [hit.measure.id for hit in store.search("网上招聘").items] == ["通1/2", "通1/1", "通1/3"]
    # and what says it several times before what says it once
    list(store.replace([notice("通1", M("人社", "组织招聘"), M("人社", "组织招聘，扩大招聘，宣传招聘"))]))
    assert [hit.measure.id for hit in store.search("招聘").items] == ["通1/2", "通1/1"]
