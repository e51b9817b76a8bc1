"""The same notice through every format, and what each format alone can do."""

import os
import sys
import zipfile
from pathlib import Path

import pytest

from graph.file_errors import ConverterMissing, FileDamaged, FileLocked, FormatUnknown, InputError, ScannedPdf, TooSlow
from ingest.document import Document
from ingest.parse import parse
from ingest.readers import each, read, read_bytes, word97
from ingest.readers.printed_tables import Ruled, goes_on, join
from ingest.readers.word_numbers import chinese, counted
from ingest.readers.writing import Box
from tests.readers import make_files
from tests.readers.layout import Block, pages, put
from tests.readers.make_files import W, docx, every, html, lists, numbered, ofd, paragraph, pdf, scan, zipped
from tests.shared import SAMPLE, SHARED, needs_shared

TASKS: list[list[str | None]] = [
    ["序号", "领域", "具体任务", "责任单位"],
    ["1", "算力", "建设省级算力中心，形成统一调度平台。" * 3, "省数据局、省发展改革委"],
    ["2", None, "推动算力互联互通。", "省通信管理局"],
    ["3", "数据", "建设高质量数据集。" * 9, "省数据局"],
    *([str(n), None, f"完成任务{n}并按时报送。" * 4, "省经信厅"] for n in range(4, 14)),
]
NOTICE: list[Block] = [
    "关于印发某省算力行动方案的通知",
    "各市人民政府：",
    "现将《某省算力行动方案》印发给你们，请结合实际认真组织实施，重大事项及时报告。",
    TASKS,
    "某省人民政府办公厅",
    "2024年5月6日",
]


def one(name: str, data: bytes) -> Document:
    (document,) = read_bytes(name, data)
    return document


def cells(document: Document, table: int = 0) -> list[list[str | None]]:
    """What the cells of a table say, a merged one in every place it covers."""
    return [
        [None if cell is None else document.text[slice(*cell.span)].replace("\n", "") for cell in row]
        for row in document.tables[table].rows
    ]


def full(table: list[list[str | None]]) -> list[list[str | None]]:
    """The table as it is meant: what goes on from above says the same."""
    rows: list[list[str | None]] = []
    for row in table:
        rows.append([rows[-1][at] if cell is None else cell for at, cell in enumerate(row)])
    return rows


@pytest.mark.parametrize("name", ["notice.html", "notice.docx", "notice.pdf", "notice.ofd"])
def test_a_table_keeps_its_cells_over_pages_and_merges(name: str) -> None:
    document = one(name, every(NOTICE, centred=1)[name])
    assert cells(document) == full(TASKS)
    assert document.text.startswith(
        "关于印发某省算力行动方案的通知\n各市人民政府：\n现将《某省算力行动方案》印发给你们"
    )
    assert document.text.endswith("某省人民政府办公厅\n2024年5月6日\n")
    assert "—" not in document.text


def test_lines_drawn_as_thin_boxes_are_lines_too() -> None:
    assert cells(one("a.pdf", pdf(pages(NOTICE, centred=1), filled=True))) == full(TASKS)


def boxes(*rows: str) -> Ruled:
    """A table of cells that stand for themselves."""
    made: list[list[Box | None]] = [[Box(cell) for cell in row.split("|")] for row in rows]
    return Ruled((0, 0, 100, 100), (0.0, 30.0, 60.0), made)


def test_a_table_goes_on_over_a_page_as_its_author_meant_it() -> None:
    above = boxes("序号|任务|责任单位", "1|建设平台|市工信局", "2|推动产业协同发展，完|市科技局")
    below = boxes("序号|任务|责任单位", "|善工作机制。|、市教育局", "3|建设园区|")
    assert goes_on(above, below)
    join(above, below)
    assert [[box and box.text for box in row] for row in above.rows] == [
        ["序号", "任务", "责任单位"], ["1", "建设平台", "市工信局"],
        ["2", "推动产业协同发展，完善工作机制。", "市科技局、市教育局"],
        ["3", "建设园区", ""],
    ]  # fmt: skip


def test_a_row_without_numbers_goes_on_over_a_page_in_the_middle_of_a_name() -> None:
    above = boxes("领域|任务|配合部门", "算力|建设平台|省市场监管（知识产")
    join(above, boxes("领域|任务|配合部门", "|与机制|权）局", "数据|开展标注|省公安"))
    join(above, boxes("|机制|厅、省法院"))
    assert [[box and box.text for box in row] for row in above.rows[1:]] == [
        ["算力", "建设平台与机制", "省市场监管（知识产权）局"],
        ["数据", "开展标注机制", "省公安厅、省法院"],
    ]  # fmt: skip


def test_an_empty_cell_atop_a_page_is_the_merged_one_above() -> None:
    above, below = boxes("1|算力|市工信局"), boxes("2||市科技局", "3|数据|市数据局")
    join(above, below)
    assert [[box and box.text for box in row] for row in above.rows] == [
        ["1", "算力", "市工信局"], ["2", "算力", "市科技局"], ["3", "数据", "市数据局"],
    ]  # fmt: skip


def said(document: Document) -> list[object]:
    """What does not depend on the format: measures with their units and deadlines."""
    return [
        (m.label, m.title, m.text, [(u.name, u.resolved, u.role, u.order) for u in m.responsible],
         m.deadline and (m.deadline.text, m.deadline.kind, m.deadline.due))
        for m in parse(document).measures
    ]  # fmt: skip


@pytest.fixture(scope="module")
def sample() -> list[Block]:
    return [line.strip() for line in SAMPLE.read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("name", ["notice.gbk.txt", "notice.html", "notice.docx", "notice.pdf", "notice.ofd"])
def test_the_sample_says_the_same_in_every_format(name: str, sample: list[Block]) -> None:
    files = every(sample)
    assert said(one(name, files[name])) == said(one("notice.txt", files["notice.txt"]))


def texts() -> list[Path]:
    """Notices of the corpus, without those that are kept to measure with."""
    kept = {path.stem for path in (SHARED / "gold" / "check").glob("*.json")}
    return [path for path in sorted((SHARED / "corpus" / "texts").glob("p_gwy*.txt")) if path.stem not in kept]


@needs_shared
@pytest.mark.parametrize("name", ["notice.html", "notice.docx", "notice.pdf", "notice.ofd"])
def test_notices_of_the_corpus_say_the_same_in_every_format(name: str) -> None:
    for path in texts():
        blocks: list[Block] = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        files = every(blocks)
        assert said(one(name, files[name])) == said(one("notice.txt", files["notice.txt"])), path.name


@needs_shared
def test_saved_pages_of_the_corpus_give_exactly_their_texts() -> None:
    kept = {path.stem for path in (SHARED / "gold" / "check").glob("*.json")}
    for path in sorted((SHARED / "corpus" / "originals").glob("*.html")):
        if path.stem not in kept:
            text = (SHARED / "corpus" / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8")
            (document,) = read(path)
            assert "".join(document.text.split()) == "".join(text.split()), path.name


# pages


@pytest.mark.parametrize("body", [
    '<div class="TRS_Editor">{}</div>', '<div id="zoom">{}</div>', '<td id="UCAP-CONTENT">{}</td>',
    '<div class="main"><div class="txt">{}</div></div>', "{}",
])  # fmt: skip
def test_a_page_gives_its_notice_without_the_site(body: str) -> None:
    document = one("a.html", html(NOTICE, body))
    assert document.text.splitlines()[0] == "关于印发某省算力行动方案的通知"
    assert document.text.splitlines()[-1] == "2024年5月6日"
    assert "分享" not in document.text and "menu" not in document.text and "版权" not in document.text


def test_title_and_number_beside_the_body_are_taken_in() -> None:
    head = '<meta name="ArticleTitle" content="某市人民政府关于印发某方案的通知">'
    page = '<table><tr><td>发文字号：</td><td>某政发〔2024〕5号</td></tr></table><div class="TRS_Editor">{}</div>'
    document = one("a.html", html(["各区人民政府：", "现将方案印发给你们，请认真执行，及时报告。"], page, head=head))
    assert document.text.splitlines()[:3] == ["某市人民政府关于印发某方案的通知", "某政发〔2024〕5号", "各区人民政府："]


def test_the_encoding_is_what_the_page_says_or_found_out() -> None:
    for charset, encoding in (("gb2312", "gb18030"), ("utf-8", "utf-8"), ("gb18030", "gb18030")):
        document = one("a.html", html(NOTICE, charset=charset))
        assert document.encoding == encoding
        assert "算力行动方案" in document.text


def test_breaks_are_breaks_and_lines_of_the_source_are_not() -> None:
    page = (
        "<div class=TRS_Editor><p>（一）推进改\n  革。<br>（二）加强\n领导，落实责任。</p>"
        "<ol start=3><li>甲<li>乙</ol></div>"
    )
    assert one("a.html", page.encode()).text == "（一）推进改革。\n（二）加强领导，落实责任。\n3. 甲\n4. 乙\n"


def test_a_page_saved_as_one_file_is_read() -> None:
    page = html(NOTICE).decode()
    mail = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
        f"{page}\r\n--x--\r\n"
    )
    assert one("a.mht", mail.encode()).text == one("a.html", page.encode()).text


# Word


def test_automatic_numbers_stand_where_word_prints_them() -> None:
    parts = {"word/numbering.xml": lists(
        [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")],
        [("decimal", "%1."), ("decimal", "%1.%2")],
        nums='<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>",
    )}  # fmt: skip
    body = "".join([
        numbered("总体要求", 1), numbered("重点任务", 1), numbered("算力", 1, 1), numbered("甲", 1, 2),
        numbered("乙", 1, 2),
        numbered("数据", 1, 1), numbered("丙", 1, 2), numbered("保障", 1), numbered("领导", 1, 1),
        numbered("总则", 2), numbered("目的", 2, 1), numbered("又一件", 9), paragraph("没有编号"),
    ])  # fmt: skip
    assert one("a.docx", docx(body=body, parts=parts)).text.splitlines() == [
        "一、总体要求", "二、重点任务", "（一）算力", "1.甲", "2.乙", "（二）数据", "1.丙", "三、保障", "（一）领导",
        "1.总则", "1.1 目的", "一、又一件", "没有编号",
    ]  # fmt: skip


def test_numbers_of_a_style_are_counted_too() -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="2"><w:name w:val="heading 2"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:styleId="x"><w:basedOn w:val="2"/></w:style></w:styles>'
    )
    parts = {"word/styles.xml": styles, "word/numbering.xml": lists([("chineseCountingThousand", "（%1）")])}
    body = paragraph("甲", '<w:pStyle w:val="2"/>') + paragraph("乙", '<w:pStyle w:val="x"/>')
    assert one("a.docx", docx(body=body, parts=parts)).text == "（一）甲\n（二）乙\n"


@pytest.mark.parametrize(("at", "format", "shown"), [
    (3, "chineseCounting", "三"), (10, "chineseCounting", "十"), (21, "japaneseCounting", "二十一"),
    (3, "decimalEnclosedCircle", "③"),
    (4, "upperRoman", "IV"), (28, "lowerLetter", "bb"), (7, "decimalZero", "07"),
    (12, "chineseLegalSimplified", "拾贰"),
    (2, "ideographTraditional", "乙"), (5, "decimalFullWidth", "５"),
])  # fmt: skip
def test_numbers_are_printed_as_word_prints_them(at: int, format: str, shown: str) -> None:
    assert counted(at, format) == shown


def test_chinese_numbers() -> None:
    assert [chinese(n) for n in (0, 1, 10, 11, 20, 99, 100, 105, 110, 1001, 10_000)] == [
        "零", "一", "十", "十一", "二十", "九十九", "一百", "一百零五", "一百一十", "一千零一", "10000",
    ]  # fmt: skip


def test_word_is_read_as_its_page_is_seen() -> None:
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    contents = paragraph("目录 1", '<w:pStyle w:val="TOC1"/>')
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('文本框')}</w:txbxContent></w:pict></w:r>"
    body = (
        f"<w:p>{run.format('推进')}<w:del>{'<w:r><w:delText>删去</w:delText></w:r>'}</w:del><w:ins>{run.format('改革')}</w:ins>"
        f'<w:r><w:softHyphen/></w:r>{run.format("。")}<w:r><w:footnoteReference w:id="2"/></w:r>{box}</w:p>'
        f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:hyperlink>{run.format('链接')}</w:hyperlink>"
        f"<w:r><w:instrText>HYPERLINK</w:instrText></w:r></w:p>{contents}"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run.format('上半')}</w:p>{paragraph('下半')}"
    )
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{paragraph("脚注")}</w:footnote></w:footnotes>'
    assert one("a.docx", docx(body=body, parts={"word/footnotes.xml": notes})).text.splitlines() == [
        "推进改革。", "文本框", "链接", "上半下半", "脚注",
    ]  # fmt: skip


def test_cells_over_several_columns_stand_in_each() -> None:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr>{}</w:tc>'
    first, *rest = (cell.format(n, paragraph(text)) for n, text in ((2, "甲"), (1, "乙"), (1, "丙")))
    rows = f"<w:tr>{first}</w:tr><w:tr>{''.join(rest)}</w:tr>"
    assert cells(one("a.docx", docx(body=f"<w:tbl>{rows}</w:tbl>"))) == [["甲", "甲"], ["乙", "丙"]]


def test_doc_without_a_converter_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ConverterMissing, match="LibreOffice"):
        read_bytes("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512)


# printed pages

PROSE = "推动高质量发展，深化区域协同，统筹推进基础设施互联互通，建立健全长效机制。"


def test_lines_of_a_paragraph_are_one_over_pages() -> None:
    blocks: list[Block] = [f"（{n}）" + PROSE * 4 for n in range(1, 14)]
    for name, data in (("a.pdf", pdf(pages(blocks))), ("a.ofd", ofd(pages(blocks)))):
        assert one(name, data).text.splitlines() == blocks


def test_running_heads_and_page_numbers_are_gone() -> None:
    text = one("a.pdf", pdf(pages([PROSE * 30], head="某省人民政府公报 2024年第3期"))).text
    assert text == PROSE * 30 + "\n"


def test_false_bold_is_printed_once_and_radicals_are_characters() -> None:
    assert (
        one("a.pdf", pdf(pages(["⼀、加快⼯业⾰新，培育⻓期⼈才。"]), bold=8)).text
        == "一、加快工业革新，培育长期人才。\n"
    )


def test_columns_are_read_one_after_the_other() -> None:
    made = pages([], numbered=False)
    lines = [PROSE[at : at + 14] for at in range(0, 28, 14)] * 8
    for at, line in enumerate(lines):
        put(made[0], line, 60.0, 100.0 + 28 * at)
        put(made[0], "乙" * 14, 330.0, 100.0 + 28 * at)
    text = one("a.pdf", pdf(made)).text
    assert "".join(text.split()) == "".join(lines) + "乙" * 14 * 16


def test_a_scan_is_called_one() -> None:
    with pytest.raises(ScannedPdf):
        read_bytes("a.pdf", scan())


# packed


def test_a_zip_gives_its_files_and_one_bad_file_loses_no_other() -> None:
    data = zipped({
        "通知/甲.txt": "关于印发甲方案的通知", "乙.docx": docx(["关于印发乙方案的通知"]), "丙.pdf": b"%PDF-1.7",
        "__MACOSX/x": "x",
        "丁.zip": zipped({"戊.txt": "关于印发戊方案的通知".encode("gb18030")}),
    })  # fmt: skip
    found = list(each("包.zip", data))
    assert {got.source: got.text.strip() for got in found if isinstance(got, Document)} == {
        "包.zip/通知/甲.txt": "关于印发甲方案的通知",
        "包.zip/乙.docx": "关于印发乙方案的通知",
        "包.zip/丁.zip/戊.txt": "关于印发戊方案的通知",
    }
    (bad,) = [got for got in found if isinstance(got, InputError)]
    assert bad.params["path"] == "包.zip/丙.pdf"


def test_names_of_a_chinese_windows_are_read() -> None:
    data = zipped({"xxxx.txt": "关于印发甲方案的通知"}).replace(b"xxxx.txt", "通知".encode("gbk") + b".txt")
    assert one("a.zip", data).source == "a.zip/通知.txt"


@pytest.mark.parametrize(("name", "data", "error"), [
    ("a.xlsx", zipped({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}), FormatUnknown),
    ("a.docx", b"PK\x03\x04 and nothing", FileDamaged), ("a.pdf", "不是 PDF".encode(), FileDamaged),
    ("a.zip", b"PK\x03\x04", FileDamaged),
    ("a.ofd", zipped({"x": "y"}), FileDamaged),
])  # fmt: skip
def test_what_cannot_be_read_says_why(name: str, data: bytes, error: type[InputError]) -> None:
    with pytest.raises(error):
        read_bytes(name, data)


def test_the_script_writes_a_file_of_each_format(tmp_path: Path) -> None:
    make_files.main(tmp_path, SAMPLE)
    assert {path.suffix for path in tmp_path.iterdir()} == {".txt", ".html", ".docx", ".pdf", ".ofd"}
    assert zipfile.is_zipfile(tmp_path / "notice.ofd")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_doc_is_read_through_a_converter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in that does what LibreOffice does with these arguments: the file in `--outdir`, named .docx."""
    (tmp_path / "made.docx").write_bytes(docx(["关于印发某方案的通知", TASKS]))
    script = f'#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\ncp "{tmp_path}/made.docx" "$2/notice.docx"\n'
    (tmp_path / "soffice").write_text(script, encoding="utf-8")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    document = one("通知.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512)
    assert (document.source, document.format, cells(document)) == ("通知.doc", "doc", full(TASKS))


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_converter_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "soffice").write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(word97, "SECONDS", 1)
    with pytest.raises(TooSlow):
        read_bytes("通知.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512)


def test_a_file_with_a_password_is_said_to_be_locked() -> None:
    word = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    with pytest.raises(FileLocked, match="密码"):
        read_bytes("方案.docx", word)


def test_what_is_wrong_in_a_zip_within_a_zip_is_told_with_its_whole_place() -> None:
    [error] = each("外.zip", zipped({"内.zip": zipped({"坏.pdf": b"%PDF-1.4 nothing"})}))
    assert isinstance(error, FileDamaged) and error.params["path"] == "外.zip/内.zip/坏.pdf"
