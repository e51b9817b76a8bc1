"""What forms offer, and how an English page quotes Chinese words."""

from urllib.parse import quote, unquote

from fastapi.testclient import TestClient

from tests.pages.addresses import ECOLOGY, FORESTRY

HTML = {"Accept": "text/html"}


def test_the_sample_is_offered_until_it_is_loaded(pages: TestClient) -> None:
    page = pages.get("/load", headers=HTML).text
    assert 'action="/sample"' not in page
    assert "docx、doc、wps、rtf" in page


def test_an_english_page_marks_the_chinese_it_quotes(pages: TestClient) -> None:
    near = pages.get(f"/search?lang=en&q={quote('黄河 生态')}", headers=HTML).text
    assert '“<bdi lang="zh-CN">古城湾黄河大桥</bdi>” (a bridge)' in near
    missing = pages.get(f"/departments/{quote('没有这个局')}?lang=en", headers=HTML).text
    assert 'The graph has no “<bdi lang="zh-CN">没有这个局</bdi>”.' in missing
    hostile = pages.get(f"/departments/{quote('<img src=x>局')}?lang=en", headers=HTML).text
    assert "<img" not in hostile


def test_the_form_of_deadlines_names_its_department_and_keeps_the_others(pages: TestClient) -> None:
    page = pages.get(f"/deadlines?department={FORESTRY}&department={ECOLOGY}&year=2024", headers=HTML).text
    form = page.partition('<form class="ask"')[2].partition("</form>")[0]
    assert 'name="department" value="包头市林业和草原局"' in form
    assert f'type="hidden" name="department" value="{unquote(ECOLOGY)}"' in form
    assert 'name="year" value="2024"' in form
