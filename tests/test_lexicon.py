"""Every example of every table holds; a user's folder wins over ours and is checked like ours."""

import re
from pathlib import Path

import pytest

from graph.lexicon import OURS, check, departments, read, regions, table, using
from graph.model import Limit
from ingest.bodies import resolve
from ingest.deadlines import deadlines
from ingest.items import clauses
from ingest.lexicon_check import EXAMPLES, examine
from ingest.places import places, scope
from ingest.text.flow import mend


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_every_example_of_our_tables_holds(name: str) -> None:
    wrong = {f"{name}:{row.line}": said for row in read(OURS / name) if (said := EXAMPLES[name](row)) is not None}
    assert wrong == {}


def test_our_tables_are_sound() -> None:
    assert check.check(OURS) == []


def test_every_area_lies_in_one_that_is_there() -> None:
    assert [r.code for r in regions.everything() if r.parent and regions.by_code(r.parent) is None] == []
    assert len([r for r in regions.everything() if r.level == "province"]) == 34


def test_every_body_has_a_name_at_some_level() -> None:
    assert [body.core for body in departments.bodies() if not departments.names(body.core)] == []


def write(folder: Path, name: str, *lines: str) -> None:
    (folder / name).write_text("\n".join("\t".join(line.split("|")) for line in lines) + "\n", encoding="utf-8")


def test_a_users_department_is_known_beside_ours(tmp_path: Path) -> None:
    write(tmp_path, "departments.tsv", "core|theme|kind|note|example", "羊绒产业|现代产业|unit||市羊绒办")
    write(
        tmp_path,
        "department_names.tsv",
        "core|name|shorts|levels|where|until|example",
        "羊绒产业|羊绒产业发展办公室|羊绒办|市|||市羊绒办",
    )
    whose = scope.of(["鄂尔多斯市人民政府"], None, None)
    with using(tmp_path):
        cashmere, forest = resolve.resolve(["市羊绒办", "市林草局"], whose, "某号")
    assert (cashmere.id, cashmere.resolved) == ("150600/羊绒产业", "鄂尔多斯市羊绒产业发展办公室")
    assert forest.id == "150600/林业草原"
    assert not resolve.resolve(["市羊绒办"], whose, "某号")[0].sure
    assert examine(tmp_path) == []


def test_a_users_row_replaces_ours_of_the_same_key(tmp_path: Path) -> None:
    write(
        tmp_path,
        "places.tsv",
        "name|aliases|kind|id|members|example",
        "呼包鄂乌|呼包鄂乌经济圈|group|group/呼包鄂乌|150100,150200|推动呼包鄂乌协同发展",
    )
    with using(tmp_path):
        (mention,) = places.find("推动呼包鄂乌发展", scope.Scope())
    assert mention.members == ("150100", "150200")
    assert examine(tmp_path) == []


FORMS = "word|part|role|where|example|gives"


def test_the_words_of_clauses_are_a_users_to_add_and_to_change(tmp_path: Path) -> None:
    write(
        tmp_path,
        "clause_forms.tsv",
        FORMS,
        "认领|act|responsible||（认领单位：市教育局）|responsible:市教育局",
        "配合|act|lead||（配合单位：市教育局）|lead:市教育局",
        "承办处室|label|lead||承办处室：市教育局|lead:市教育局",
        "挂图作战|limit|ongoing||（责任单位：市教育局；完成时限：挂图作战）|responsible:市教育局,time:挂图作战,kind:ongoing",
        "联盟校|rest|||（责任单位：市教育局等5所联盟校）|responsible:市教育局",
    )
    assert examine(tmp_path) == []
    clause = "（市级认领部门：市体育局；配合部门：市民政局；承办处室：市教育局）"
    before = [("市民政局", "support"), ("市教育局", "responsible")]
    after = [("市体育局", "responsible"), ("市民政局", "lead"), ("市教育局", "lead")]
    assert units_of(clause) == before
    with using(tmp_path):
        assert units_of(clause) == after
        assert units_of("（责任单位：市教育局、市体育局等联盟校）") == [
            (u, "responsible") for u in ("市教育局", "市体育局")
        ]
        assert read_limit("挂图作战") is Limit.ONGOING
    assert ("市教育局", "lead") not in units_of(clause)
    assert ("市体育局", "responsible") not in units_of("（责任单位：市教育局、市体育局等联盟校）")
    assert read_limit("挂图作战") is Limit.OTHER


def read_limit(text: str) -> Limit | None:
    found = deadlines.read(text, 0, len(text), None)
    return found.kind if found else None


def units_of(clause: str) -> list[tuple[str, str]]:
    found = clauses.find(mend(f"一、加快推进项目建设。{clause}"))
    return [(unit.part.name, unit.role.value) for one in found for unit in one.units]


@pytest.mark.parametrize(
    ("name", "lines", "said"),
    [
        ("places.tsv", ["name|kind|id"], "表头应为"),
        ("places.tsv", ["name|aliases|kind|id|members|example", "某湖||lake|geo/某湖||保护某湖"], "只能是"),
        ("places.tsv", ["name|aliases|kind|id|members|example", "某湖||geographic|||保护某湖"], "不能为空"),
        ("ambiguous.tsv", ["surface|example", "资源|开发资源", "资源|节约资源"], "与第 2 行重复"),
        ("ambiguous.tsv", ["surface|example", "资源"], "只有一列"),
        ("ambiguous.tsv", ["surface|example", "资源|支持资源县|多余"], "应不多于"),
        ("ambiguous.tsv", ["surface|example", "咖啡|喝咖啡"], "没有地名叫这个名字"),
        ("places.tsv", ["name|aliases|kind|id|members|example", "某湖||geographic|geo/某湖||保护另一湖"], "没有读出"),
        ("mine.tsv", ["a|b"], "不认识这个词表"),
        (
            "clause_forms.tsv",
            [FORMS, "挑头|verb|boss||（市教育局挑头）|lead:市教育局"],
            "第 2 行：例子“（市教育局挑头）”不成立，“role”",
        ),
        ("clause_forms.tsv", [FORMS, "挑头|verb|lead|here|（市教育局挑头）|lead:市教育局"], "“where”写作“here”"),
        ("clause_forms.tsv", [FORMS, "挑头|verb|lead||（市教育局牵头）|lead:市教育局"], "例子里没有“挑头”"),
        ("clause_forms.tsv", [FORMS, "挑头|predicate|lead||（市教育局挑头）|lead:市教育局"], "只能是"),
        (
            "clause_forms.tsv",
            [FORMS, "挑头|verb|lead|bracket|（市教育局挑头）|support:市教育局"],
            "读出的是 lead:市教育局",
        ),
        ("clause_forms.tsv", [FORMS, "挑头|verb|lead||（市教育局挑头）|lead:市教育局"], "读出的是 none"),
    ],
)
def test_a_wrong_table_is_named_with_its_line(tmp_path: Path, name: str, lines: list[str], said: str) -> None:
    write(tmp_path, name, *lines)
    problems = examine(tmp_path)
    assert any(said in problem.zh and name in problem.zh for problem in problems), problems
    for problem in problems:
        own = re.sub("“.*?”|[(（].*?[)）]", "", problem.en)
        assert name in problem.en and ("line" in problem.en or "no such lexicon" in problem.en)
        assert not any(word in own for word in ("行：", "例子", "不能", "应为", "读出", "没有")), problem.en


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    assert examine(tmp_path) == [(f"{tmp_path}：没有词表（*.tsv）", f"{tmp_path}: there are no lexicons (*.tsv)")]


def test_a_table_in_another_encoding_is_said(tmp_path: Path) -> None:
    (tmp_path / "ambiguous.tsv").write_bytes("surface\texample\n资源\t节约资源\n".encode("gb18030"))
    assert "不是 UTF-8" in examine(tmp_path)[0].zh


def test_our_tables_are_read_once() -> None:
    assert table("places.tsv") is table("places.tsv")
