"""What one measure names for certain is named in the others of the notice as well."""

from tests.ingest.reading import read

HEAD = "甲乙县人民政府办公室关于印发水环境治理方案的通知\n各乡镇人民政府：\n"


def test_a_river_of_no_table_is_known_where_no_verb_stands_before_it() -> None:
    text = (
        HEAD
        + "1.整治响水河，修复两岸植被。（县水利局负责）\n2.每周巡河两次，响水河沿线企业达标。（县生态环境局负责）\n"
    )
    text += "3.响水河流清澈是目标。贯彻《响水河治理规划》。（县财政局负责）\n"
    assert [[place.name for place in measure.regions] for measure in read(text).measures] == [
        ["响水河"],
        ["响水河"],
        [],
    ]


def test_an_airport_that_one_measure_builds_is_no_project_where_others_name_it() -> None:
    text = HEAD + "1.新建包头东河机场。（县发展改革局负责）\n2.增加包头东河机场货运量。（县交通运输局负责）\n"
    named = [[one.name for one in measure.projects] for measure in read(text).measures]
    assert named == [["包头东河机场"], []]


def test_every_mention_stands_where_its_own_measure_has_it() -> None:
    text = HEAD + "1.整治响水河。（县水利局负责）\n2.每周一次，响水河断面达标。（县生态环境局负责）\n"
    for measure in read(text).measures:
        for place in measure.regions:
            assert place.span is not None and measure.span[0] <= place.span[0] < place.span[1] <= measure.span[1]
            assert text[slice(*place.span)] == place.name
