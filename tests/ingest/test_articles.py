"""Laws and regulations say whose office something is; they are no lists of tasks."""

from tests.ingest.reading import read, units

ARTICLES = "\n".join(
    f"第{n}条 {said}"
    for n, said in zip(
        "一二三四五六",
        [
            "为了加强绿化管理，制定本条例。",
            "公共绿地由城市管理部门负责。",
            "城市管理部门负责编制绿化规划。",
            "防护绿地由林业部门负责，交通部门配合。",
            "单位附属绿地，由本单位负责。",
            "本条例自2024年1月1日起施行。",
        ],
        strict=True,
    )
)


def test_sentences_of_who_in_a_law_are_no_measures() -> None:
    assert read(f"某市城市绿化条例\n{ARTICLES}").measures == ()
    assert read(f"某市人民政府关于印发某市绿化管理办法的通知\n各区：\n某市绿化管理办法\n{ARTICLES}").measures == ()


def test_tasks_numbered_as_articles_are_measures() -> None:
    tasks = "\n".join(f"第{n}条 新建绿地{n}处。由市园林局牵头，市财政局配合。" for n in "一二三四五六")
    assert len(read(f"某市绿化工作方案\n{tasks}").measures) == 6


def test_a_label_in_an_article_is_a_clause() -> None:
    tasks = "\n".join(f"第{n}条 新建绿地{n}处。（责任单位：市园林局）" for n in "一二三四五六")
    assert [units(one) for one in read(f"某市绿化管理办法\n{tasks}").measures] == [["市园林局 responsible"]] * 6
