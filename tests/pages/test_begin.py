"""What is offered to begin with has an answer: a notice without measures is no beginning."""

import json
from pathlib import Path

from tests.contract.notices import M, notice
from tests.pages.conftest import serve


def test_the_newest_notice_with_measures_stands_in_the_questions_and_in_the_empty_explorer(tmp_path: Path) -> None:
    notices = [
        notice("批复〔2025〕1号", dated="2025-06-01", title="关于同意的批复"),
        notice("甲府发〔2024〕1号", M("水利", "治理河道"), dated="2024-06-01", title="关于治理的通知"),
    ]
    with serve(tmp_path, notices) as pages:
        asked = pages.get("/questions").text
        assert 'value="甲府发〔2024〕1号"' in asked and 'value="批复〔2025〕1号" ' not in asked
        start = json.loads(pages.get("/explore").text.split('id="start">')[1].split("</script>")[0])
        assert [one["id"] for one in start["begin"] if one["kind"] == "Notice"] == ["甲府发〔2024〕1号"]


def test_a_notice_with_a_number_goes_before_one_that_has_none(tmp_path: Path) -> None:
    unnumbered = notice("sha256/" + "0" * 64, M("水利", "治理河道"), dated="2025-06-01")
    with serve(tmp_path, [unnumbered, notice("甲府发〔2024〕1号", M("水利", "治理河道"))]) as pages:
        assert 'value="甲府发〔2024〕1号"' in pages.get("/questions").text


def test_a_notice_is_reached_by_its_title(tmp_path: Path) -> None:
    unnumbered = notice("sha256/" + "0" * 64, M("水利", "治理河道"), title="关于治理的意见")
    with serve(tmp_path, [unnumbered]) as pages:
        page = pages.get("/notices").text
        assert page.count(f'href="/notices/sha256/{"0" * 64}"') == 1
        assert "关于治理的意见</bdi></a>" in page


def test_what_one_can_ask_has_an_answer_in_this_base(tmp_path: Path) -> None:
    with serve(tmp_path, [notice("甲府发〔2024〕1号", M("教育", "办好学校教育", themes="教育"))]) as pages:
        for page in ("/", "/search", "/search?q=火星移民"):
            assert "哪些举措涉及“教育”？" in pages.get(page).text
            assert "黄河" not in pages.get(page).text.split("<main")[1]
        assert pages.get("/search.json?q=教育").json()["total"] == 1
    with serve(tmp_path / "empty", []) as pages:
        assert pages.get("/").text.split("<main")[1].count("？</li>") == 3


def test_the_kind_of_limit_asked_for_is_one_that_the_notice_has(tmp_path: Path) -> None:
    with serve(tmp_path, [notice("甲府发〔2024〕1号", M("水利", "治理河道", limit="long_term"))]) as pages:
        assert pages.get("/questions/notice-limit.json").json()["total"] == 1
    with serve(tmp_path / "none", [notice("甲府发〔2024〕1号", M("水利", "治理河道"))]) as pages:
        assert pages.get("/questions/notice-limit.json").json()["total"] == 1


def test_where_no_notice_says_who_leads_those_listed_first_are_named(tmp_path: Path) -> None:
    with serve(tmp_path, [notice("甲府发〔2024〕1号", M("水利", "治理河道"), M("水利 林草", "种树"))]) as pages:
        page = pages.get("/questions/lead?department=15/水利").text
        assert "公文没有写明由它牵头；列首位的举措：" in page
        assert 'data-count="2"' in page.split("没有写明")[1]
        other = pages.get("/questions/notice-limit?deadline=immediate")
        assert other.status_code == 200 and "没有答案。" in other.text and "没有写明由它牵头" not in other.text
