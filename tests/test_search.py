"""What questions mean: over notices made up for it, over the sample, and over the judged queries."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from graph import words
from graph.errors import BadValue, QueryTooLong
from graph.model import Kind, Node, NoticeGraph, Relation
from graph.search import search
from graph.search.indexing import CONCEPT, token
from ingest.build import build
from ingest.document import Document
from ingest.parse import parse
from tests.invented import MEASURES, graphs
from tests.shared import SAMPLE, SHARED, needs_shared

Base = dict[str, tuple[search.Candidate, search.Document]]

# what is asked, and the measures of tests/invented.py that answer
QUESTIONS = [
    # one thing, by its name or another word for it
    ("贷款", "甲1 甲2"),
    ("信贷", "甲1 甲2"),
    ("融资担保", "甲2"),
    ("减税", "甲3"),
    ("房租", "甲4"),
    ("店租", "甲4"),
    ("减租", "甲4"),
    ("裁员", "丁1"),
    ("欠款", "甲5"),
    ("老赖", "甲7"),
    ("信用", "甲7"),
    ("政务服务", "甲6"),
    ("双创", "甲8"),
    ("校企合作", "甲9"),
    ("停车", "甲10"),
    ("土地", "甲11"),
    ("家政", ""),
    ("国有企业", ""),
    ("拖欠工资", "丁3"),
    ("治水", "乙1"),
    ("湿地", "乙5"),
    ("雾霾", "乙2"),
    ("植树", "乙3"),
    ("生态补偿", "乙4"),
    ("太阳能", "乙6"),
    ("新能源", "乙6"),
    ("节水", "乙7"),
    ("垃圾分类", "乙9"),
    ("考核", "乙10"),
    ("问责", "乙10"),
    ("无人车", "丙5"),
    ("算力", "丙3"),
    ("芯片", "丙1"),
    ("博物馆", "丙6"),
    ("开源社区", "丙7"),
    ("互联网医院", "丙4"),
    ("稳岗", "丁1"),
    ("下岗工人", "丁2"),
    ("养老", "丁4"),
    ("老人", "丁4"),
    ("养老金", "丁6"),
    ("带娃", "丁5"),
    ("补课", "丁5"),
    ("看病报销", "丁7"),
    ("低保", "丁8"),
    ("旧小区", "丁9"),
    ("诈骗", "丁11"),
    ("口罩", "丁12"),
    ("扶贫", "丁13"),
    ("厕所", "丁14"),
    ("粮食", "丁13"),
    ("心理健康", ""),
    ("黄河", "乙4"),
    ("银川黄河大桥", "乙8"),
    # a part of a concept under another name; two words of a run known together only
    ("冰雪运动", "丁15"),
    ("铅酸蓄电池", "丁15"),
    # a part beside its whole is the part; what has synonyms of its own is not all of what it is a case of
    ("人工智能 算法", "丙10"),
    ("养老机构", "丁4"),
    ("灌溉", "乙7"),
    ("防洪", ""),
    ("隐患排查", "丁10"),
    ("扫黑除恶", "丁11"),
    ("legal aid", ""),
    ("事业单位改革", ""),
    ("night school", ""),
    # everyday and English words for what texts say (asked.tsv); a phrase that no text says, word by word
    ("小店 房租", "甲4"),
    ("关店", "甲13"),
    ("打工人 工资", "丁3"),
    ("老楼加梯", "丁9"),
    ("臭水沟", "乙1"),
    ("low-income", "丁8"),
    ("online education", ""),
    ("industrial land", "甲11"),
    ("rural school toilets", ""),
    ("rural toilets", "丁14"),
    # things of one kind that are listed; what 和 joins of two kinds are two, of which with a third one is enough
    ("湿地或厕所", "乙5 丁14"),
    ("雾霾和污水如何治理", "乙1 乙2"),
    ("湿地和养老机构", ""),
    ("保护湿地和厕所的候鸟", "乙5"),
    ("口罩防护服 储备", "丁12"),
    # English words that have an ending in common only
    ("parking", "甲10"),
    ("parks", ""),
    ("trains", ""),
    # traditional characters, full-width forms
    ("養老機構", "丁4"),
    ("ＡＩ 芯片", "丙1"),
    ("信貸", "甲1 甲2"),
    # two things
    ("小微企业 贷款", "甲1"),
    # of two things, one of them a place, the title of the notice may say either
    ("银川 生态", "乙8"),
    # two words that are one name are not the first of them; what says nothing known is sought as it stands
    ("国家安全", ""),
    ("不存在的词", ""),
    ("生态 考核", "乙10"),
    ("黄河 生态", "乙4"),
    ("中小企业 算力", "丙3"),
    ("失业保险 返还", "丁1"),
    ("养老 社区", "丁4"),
    ("农民工 工资", "丁3"),
    ("人才 补贴", "丙8"),
    ("医院 人工智能", "丙4"),
    # English, and both
    ("loans for small companies", "甲1"),
    ("which measures concern elderly care", "丁4"),
    ("waste water", "乙1"),
    ("elevators in old buildings", "丁9"),
    ("toilets", "丁14"),
    ("straw", ""),
    ("air pollution", "乙2"),
    ("renewable energy", "乙6"),
    ("open source community", "丙7"),
    ("poverty", "丁13"),
    ("Yellow River ecology", "乙4"),
    ("affordable housing", "丁9"),
    ("unpaid wages", "丁3"),
    ("cybersecurity", "丙10"),
    ("autonomous driving", "丙5"),
    ("养老 services", "丁4"),
    ("黄河 ecology", "乙4"),
    ("industrial fund for AI", "丙9"),
    ("talent recruitment", "丙8"),
    ("school-enterprise cooperation", "甲9"),
    # a part is found as it stands, or by other words for it, and not by what it is a part of
    ("担保费率", "甲2"),
    ("银行", "甲1"),
    ("企业开办", "甲6"),
    ("企业注销", "甲13"),
    ("网上办事", "甲6"),
    ("个人信息", "丙10"),
    ("港口", "丙5"),
    ("rural cooperative", "甲13"),
    ("drone", ""),
    # two parts of one thing are two, a head is asked for with what it is the head of
    ("湿地公园 黑臭水体", ""),
    ("餐厨垃圾 垃圾分类", "乙9"),
    ("养老企业", "丁4"),
    # halves changed, a character left over, a word of questions within a word, two words that meet by chance
    ("职工安置", "甲13"),
    ("合作社", "甲13"),
    ("外国人", ""),
    ("化工", ""),
    # what is a case of another thing asked for is asked for alone
    ("driverless cars", "丙5"),
    ("无人车 汽车", "丙5"),
    # what is paid for something is it where no text has the word
    ("口罩 储备费", "丁12"),
    # place and topic
    ("宁夏 湿地", "乙5"),
    ("青岛 人才", "丙8"),
    ("山东 芯片", "丙1"),
    ("临河 停车", "甲10"),
    ("巴彦淖尔 停车", "甲10"),
    ("青岛 养老", ""),
    ("Ningxia wetlands", "乙5"),
    ("Qingdao talent", "丙8"),
    # department and topic
    ("林草局 湿地", "乙5"),
    ("民政部 养老", "丁4"),
    ("水利厅 黄河", "乙4"),
    ("数据局 算力", "丙3"),
    ("民政部门", "丁4 丁8"),
    ("财政局和科技局", ""),
    ("公安部", "丁11"),
    # questions
    ("哪些举措涉及减免房租", "甲4"),
    ("怎样帮助企业解决融资难", "甲1 甲2"),
    ("关于养老的举措有哪些", "丁4"),
    ("孩子上学怎么办", ""),
    ("如何治理雾霾", "乙2"),
    ("谁负责残疾人就业", "丁2"),
    ("哪些措施由住房城乡建设部负责", "丁9"),
    ("怎么防止电信诈骗", "丁11"),
    ("2025年底前要完成的湿地修复", "乙5"),
    ("企业用不起算力怎么办", "丙3"),
]


def base(notices: Iterable[NoticeGraph]) -> Base:
    """All measures with what a store would keep of them."""
    found: Base = {}
    for graph in notices:
        nodes = {node.id: node for node in graph.nodes}
        documents = search.documents(graph)
        for edge in graph.edges:
            if edge.kind is Relation.CONTAINS:
                props = nodes[edge.target].props
                span = props["span"]
                assert isinstance(span, list)
                start, end = int(span[0]), int(span[1])
                document = documents[edge.target]
                candidate = search.Candidate(
                    edge.target, str(props["title"]), str(props["text"]), str(props["section"] or ""),
                    document.shown, (start, end), graph.text[start:end],
                )  # fmt: skip
                found[edge.target] = (candidate, document)
    return found


def ask(text: str, over: Base) -> tuple[search.Plan, list[str], list[search.Missed]]:
    """What a store does, in memory: the plan that answered, the answers in order, and what nearly answers."""
    plan = search.plan(text)
    for step in plan.steps():
        found = [candidate for candidate, document in over.values() if search.matches(step.clauses, document)]
        if found:
            plan = step
            break
    near: list[search.Missed] = []
    for clauses in plan.near:
        nearly = [c for c, d in over.values() if search.matches(clauses, d) and not search.matches(plan.clauses, d)]
        if nearly:
            near = search.nearly(plan, nearly)
            break
    return plan, [each.candidate.id for each in search.rank(plan, found)], near


@pytest.fixture(scope="module")
def invented() -> Base:
    return base(graphs())


@pytest.fixture(scope="module")
def sample() -> Base:
    return base([build(parse(Document(SAMPLE.name, SAMPLE.read_text(encoding="utf-8"), "txt")))])


@pytest.mark.parametrize(("question", "expected"), QUESTIONS, ids=[question for question, _ in QUESTIONS])
def test_a_question_finds_what_answers_it(invented: Base, question: str, expected: str) -> None:
    plan, found, _ = ask(question, invented)
    assert sorted(found) == sorted(expected.split()), plan.concepts


@pytest.mark.parametrize("question", [question for question, expected in QUESTIONS if expected])
def test_every_answer_says_why_with_words_that_stand_where_it_says(invented: Base, question: str) -> None:
    texts = {node.id: graph.text for graph in graphs() for node in graph.nodes}
    plan, found, _ = ask(question, invented)
    for id in found:
        candidate = invented[id][0]
        (whys,) = search.explain(plan, [candidate])
        assert {why.concept for why in whys} == {clause.concept for clause in plan.clauses if clause.concept}
        for why in whys:
            assert (why.span is not None) == (why.field == "own")
            if why.span is not None:
                start, end = why.span
                assert texts[id][start:end] == why.words


@pytest.mark.parametrize(
    "question", ["黄河 ecology", "黄河 生态", "measures touching Yellow River ecology", "黃河 生態"]
)
def test_the_sample_has_two_measures_on_the_ecology_of_the_river_and_a_bridge(sample: Base, question: str) -> None:
    _, found, near = ask(question, sample)
    assert found == ["包府发〔2024〕5号/12", "包府发〔2024〕5号/13"]
    assert [each.candidate.id for each in near] == ["包府发〔2024〕5号/2"]
    assert near[0].why_not.startswith("提到“古城湾黄河大桥”（桥名），未涉及生态")
    assert near[0].why_not_en.startswith("mentions “古城湾黄河大桥” (a bridge); says nothing of ")
    text = SAMPLE.read_text(encoding="utf-8")
    assert [text[w.span[0] : w.span[1]] for w in near[0].why if w.span] == ["古城湾黄河大桥"]


def test_what_looks_like_it_is_told_as_nearly_and_by_what_it_says(invented: Base) -> None:
    _, _, near = ask("养老", invented)
    assert [(each.candidate.id, each.why_not) for each in near] == [("丁6", "提到“养老保险”，不是养老")]


def test_two_words_meeting_by_chance_are_not_even_near(invented: Base) -> None:
    _, found, near = ask("家政", invented)
    assert MEASURES["甲12"][1].startswith("贯彻国家政策")
    assert not found
    assert not near


def test_what_is_mainly_about_it_comes_first(invented: Base) -> None:
    _, found, _ = ask("贷款 担保", invented)
    assert found[0] == "甲2"


@pytest.mark.parametrize("text", ["", "  ", "，。！", "哪些举措涉及", "which measures are about"])
def test_a_question_that_asks_nothing_says_so(text: str) -> None:
    with pytest.raises(BadValue):
        search.plan(text)


def test_a_question_too_long_says_so() -> None:
    with pytest.raises(QueryTooLong):
        search.plan("黄" * 100_000)


@pytest.mark.parametrize(
    "text", ['"养老"', "养老 OR 1", "own: *", "'; DROP TABLE", "\x00养老", "NEAR(a b)", "🙂 养老", "鄂"]
)
def test_terms_hold_nothing_that_an_index_might_take_for_its_own(text: str) -> None:
    for step in search.plan(text).steps():
        for clause in (*step.clauses, *step.sharp, *(one for many in step.near for one in many)):
            for term in clause.any_of:
                assert term.field in search.FIELDS
                assert all(part.isalnum() for part in term.terms.split(" "))
                assert not term.prefix or " " not in term.terms


def test_any_piece_of_a_text_is_found_as_it_stands(sample: Base) -> None:
    candidate, document = sample["包府发〔2024〕5号/2"]
    own = words.normalise(candidate.text)
    for start in range(0, len(own) - 7, 5):
        piece = own[start : start + 7]
        if words.runs(piece) == [piece]:
            term = search.Term("own", words.phrase(piece))
            assert search.matches((search.Clause(piece, (piece,), (term,)),), document), piece


def test_a_group_of_places_is_where_a_measure_names_one_of_them() -> None:
    clause = search.plan("珠三角 试点").clauses[0]
    guangzhou = [term for term in clause.any_of if term.terms == words.phrase("广州")]
    assert clause.place and not clause.unknown
    assert [term.field for term in guangzhou] == ["own"]
    assert "珠江三角洲" in clause.words


def test_who_issued_a_notice_is_not_what_it_is_about() -> None:
    graph = graphs()[3]
    title = "国家医疗保障局关于做好养老服务工作的通知"
    notice = Node("丁", Kind.NOTICE, title, {"title": title, "issuers": ["国家医疗保障局"], "region": None})
    nodes = (notice, *(node for node in graph.nodes if node.id != "丁"))
    terms = search.documents(replace(graph, nodes=nodes))["丁1"].terms["notice"].split()
    assert token(CONCEPT, "养老服务") in terms
    assert token(CONCEPT, "医疗保险") not in terms
    assert words.phrase("医疗") in terms


@pytest.mark.parametrize(
    ("question", "dropped"),
    [
        ("zorbing in wetlands", "zorbing"),
        ("怎样彭彭乎地修复湿地", "彭彭乎地"),
        ("湿地", ""),
    ],
)
def test_a_word_that_is_not_asked_for_is_named(invented: Base, question: str, dropped: str) -> None:
    plan, found, _ = ask(question, invented)
    assert found == ["乙5"]
    assert " ".join(plan.dropped) == dropped


def test_a_plan_is_the_same_each_time() -> None:
    assert search.plan("黄河 ecology") == search.plan("黄河 ecology")


@needs_shared
def test_the_judged_queries_are_answered() -> None:
    judged = json.loads((SHARED / "gold" / "queries_dev.json").read_text(encoding="utf-8"))["queries"]
    texts = {p.stem: SHARED / "corpus" / "texts" / f"{p.stem}.txt" for p in (SHARED / "gold" / "dev").glob("*.json")}
    graphs = {stem: _read(path) for stem, path in texts.items()}
    over = base(graphs.values())
    f1, ap, near = 0.0, 0.0, 0
    for query in judged:
        sets = {key: _named(query[key], graphs) for key in ("relevant", "doubtful", "near")}
        found = [id for id in ask(query["q"], over)[1] if id not in sets["doubtful"]]
        right = sets["relevant"].intersection(found)
        f1 += 2 * len(right) / (len(found) + len(sets["relevant"]))
        ap += _average_precision(found, sets["relevant"])
        near += len(sets["near"].intersection(found))
    assert f1 / len(judged) >= 0.9
    assert ap / len(judged) >= 0.92
    assert near <= 8


def _read(path: Path) -> NoticeGraph:
    return build(parse(Document(path.name, path.read_text(encoding="utf-8"), "txt")))


def _named(judgements: Sequence[dict[str, str]], graphs: dict[str, NoticeGraph]) -> set[str]:
    found = set()
    for each in judgements:
        begins = "".join(words.normalise(each["start"]).split())[:12]
        for node in graphs[each["file"]].nodes:
            text = "".join(words.normalise(str(node.props.get("text"))).split())
            if node.kind is Kind.MEASURE and text.startswith(begins):
                found.add(node.id)
                break
    return found


def _average_precision(found: Sequence[str], relevant: set[str]) -> float:
    right, total = 0, 0.0
    for place, one in enumerate(found, 1):
        if one in relevant:
            right += 1
            total += right / place
    return total / len(relevant)
