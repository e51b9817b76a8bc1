"""Notices that treat projects one by one, each below its own name."""

from tests.ingest.reading import read

HEAD = "关于实施人才工程的意见\n各区人民政府：\n"
SERIES = (
    "1.企业家培养项目。组织轮训。（市国资委负责）\n2.“菁英计划”留学项目。每年选派50名。（市教育局负责）\n"
    "3.农村实用人才开发项目。实施乡村振兴行动。（市农业农村局负责）\n"
)


def names(text: str) -> list[list[str]]:
    return [[one.name for one in measure.projects] for measure in read(HEAD + text).measures]


def test_titles_in_a_series_are_projects() -> None:
    last = "4.高技能人才实训基地。拓展服务。（市人社局负责）\n5.抓紧谋划一批高质量项目。（市发展改革委负责）\n"
    found = names(SERIES + last)
    assert [one[0] for one in found[:4]] == [
        "企业家培养项目",
        "“菁英计划”留学项目",
        "农村实用人才开发项目",
        "高技能人才实训基地",
    ]
    assert found[4] == []
    assert len(found[1]) == 1  # not “菁英计划” besides


def test_one_title_alone_is_none() -> None:
    assert names("1.人才培养项目。组织轮训。（市国资委负责）\n2.加强领导。压实责任。（市委组织部负责）\n") == [[], []]
