"""Plain text as decoded, whatever it was saved in, and what a site puts around a notice, entry by entry."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.file_errors import FileBinary, FileEmpty, FileMissing, FileUnreadable, InputError
from ingest.document import Document
from ingest.readers import each, read, read_bytes
from ingest.readers.encoding import decode
from ingest.readers.furniture import NO_BODY, is_line, is_way
from ingest.readers.opening import shown
from ingest.readers.printed_pages import BROWSER, NUMBER
from ingest.readers.writing import Box, Writing, merged
from tests.shared import SAMPLE

TEXT = "关于印发《算力行动方案》的通知\r\n各市人民政府：\r\n一、推进“互联互通”，２０２４年底前完成。\n\n"
TRADITIONAL = "關於印發《算力行動方案》的通知\n各縣市政府：責任單位應於年底前完成，並報主管機關備查。\n"


@pytest.mark.parametrize(("saved", "found"), [
    ("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("gb18030", "gb18030"), ("gbk", "gb18030"), ("utf-16", "utf-16"),
    ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"), ("utf-32", "utf-32"),
])  # fmt: skip
def test_text_comes_out_unchanged_and_its_encoding_is_told(saved: str, found: str) -> None:
    (document,) = read_bytes("a.txt", TEXT.encode(saved))
    assert (document.text, document.encoding, document.format) == (TEXT, found, "txt")


def test_big5_is_told_from_gb18030() -> None:
    assert decode(TRADITIONAL.encode("big5")) == (TRADITIONAL, "big5hkscs")
    assert decode(TRADITIONAL.encode("gbk")) == (TRADITIONAL, "gb18030")


@pytest.mark.parametrize("cut", [1, 2])
def test_a_text_cut_inside_a_character_is_still_read(cut: int) -> None:
    whole = (TEXT.strip() * 5).encode()
    text, encoding = decode(whole[:-cut])
    assert encoding == "utf-8"
    assert text.startswith(TEXT[:20])


def test_markdown_is_text() -> None:
    (document,) = read_bytes("a.md", "## 一、总体要求\n".encode())
    assert (document.format, document.text) == ("md", "## 一、总体要求\n")


@pytest.mark.parametrize(("data", "error"), [
    (b"", FileEmpty), (b"\xef\xbb\xbf \r\n\t", FileEmpty), (bytes(range(256)) * 20, FileBinary),
    (b"\x00\x01", FileBinary),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", FileBinary), (b"MZ\x90\0\x03", FileBinary),
])  # fmt: skip
def test_what_is_no_text_is_said_to_be_none(data: bytes, error: type[InputError]) -> None:
    with pytest.raises(error):
        read_bytes("a.txt", data)


def test_a_folder_and_a_missing_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable, match="文件夹"):
        read(tmp_path)
    for name in ("没有.txt", "a\0b", "长" * 300):
        with pytest.raises(FileMissing):
            read(tmp_path / name)


def test_names_are_shown_as_text() -> None:
    assert shown("通知.txt") == "通知.txt"
    assert "\ud800" not in shown("\ud800.txt")


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1),
    st.sampled_from(["utf-8-sig", "utf-16"]),
)
def test_marked_texts_come_back_whatever_they_hold(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


@given(
    st.binary(max_size=400),
    st.sampled_from(["a.txt", "a.html", "a.docx", "a.pdf", "a.ofd", "a.zip", "a.mht", "a", "a.md"]),
)
def test_any_bytes_are_a_document_or_an_error_of_ours(data: bytes, name: str) -> None:
    assert all(isinstance(found, Document | InputError) for found in each(name, data))


@given(st.lists(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=5), max_size=6))
def test_merged_cells_never_overlap_or_lead_out(spans: list[list[tuple[int, int]]]) -> None:
    cells = [[(Box(f"{r}/{c}"), down, right) for c, (down, right) in enumerate(row)] for r, row in enumerate(spans)]
    grid = merged(cells)
    assert len(grid) == len(cells)
    assert {id(box) for row in grid for box in row if box} == {id(box) for row in cells for box, _, _ in row}
    writing = Writing()
    writing.table(grid)
    document = writing.document("a", "html")
    for table in document.tables:
        for row, boxes in zip(table.rows, grid, strict=True):
            assert [c and document.text[slice(*c.span)] for c in row] == [b and b.text for b in boxes]


@pytest.mark.parametrize("line", [
    "当前位置：首页 > 政务公开 > 文件", "您的位置：首页", "分享到：", "【字体：大 中 小】",
    "打印本页 关闭窗口", "【打印本页】【关闭窗口】", "浏览次数：1024", "扫一扫在手机打开当前页",
    "责任编辑：张三", "来源：市政府办公室", "发布时间：2024-02-04 16:20", "上一篇：关于某事的通知",
    "2023-02-27 18:43 来源：新华社", "版权所有：某市人民政府", "主办单位：某市人民政府办公室", "相关文档：",
    "返回顶部", "网站地图 联系我们",
])  # fmt: skip
def test_lines_of_a_site_are_known(line: str) -> None:
    assert is_line(line)


@pytest.mark.parametrize("line", [
    "责任单位：市发展改革委", "来源可查、去向可追，责任可究", "一、打印机等办公设备采购", "发布时间表和路线图",
    "分享经济发展行动", "2024年2月3日", "（此件公开发布）", "附件：相关文件", "相关部门按职责分工负责",
])  # fmt: skip
def test_lines_of_a_notice_are_kept(line: str) -> None:
    assert not is_line(line)
    assert not is_way(line)


@pytest.mark.parametrize(
    "name", ["share", "bdsharebuttonbox", "article-share", "breadcrumb", "xgwd", "pages-print", "nav", "qrcode"]
)
def test_names_of_what_surrounds_a_notice_are_known(name: str) -> None:
    assert NO_BODY.search(name)


@pytest.mark.parametrize(
    "name", ["TRS_Editor", "content", "article", "navigation-body", "MsoNormal", "zoom", "sharebox2"]
)
def test_names_of_what_holds_a_notice_are_kept(name: str) -> None:
    assert not NO_BODY.search(name)


@pytest.mark.parametrize(
    "line", ["— 1 —", "—12—", "- 3 -", "12", "第 3 页 共 10 页", "3/10", "Page 3 of 10", "第三页", "·5·"]
)
def test_page_numbers_are_known(line: str) -> None:
    assert NUMBER.fullmatch(line)


@pytest.mark.parametrize("line", ["2024年", "一、总体要求", "（3）", "第3条", "2024—2027年"])
def test_other_numbers_are_kept(line: str) -> None:
    assert not NUMBER.fullmatch(line)


def test_what_a_browser_prints_on_paper_is_known() -> None:
    assert BROWSER.fullmatch("https://www.gov.cn/zhengce/content_5743484.htm 1/6")
    assert BROWSER.fullmatch("2026/7/24 15:30 标题_中国政府网")
    assert not BROWSER.fullmatch("2026年7月24日")


def test_the_sample_is_read_as_it_stands() -> None:
    (document,) = read(SAMPLE)
    assert document.text.encode() == SAMPLE.read_bytes()
    assert document.source == SAMPLE.name
