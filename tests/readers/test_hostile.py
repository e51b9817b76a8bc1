"""Files made to crash, to hang, to fill the memory or to reach for other files: each ends in text or in an error of
ours, soon, and touches nothing beside itself."""

import socket
import time
import zlib
from pathlib import Path

import pytest

from graph.file_errors import InputError
from ingest.document import Document
from ingest.readers import each
from tests.readers.layout import pages
from tests.readers.make_files import W, assembled, docx, html, ofd, paragraph, pdf, zipped

SECONDS = 10
N = 100_000
FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def outcome(name: str, data: bytes) -> list[Document | InputError]:
    """What reading gives, within the time there is: seconds of work, as other programs may keep the machine busy."""
    start = time.process_time()
    found = list(each(name, data))
    assert time.process_time() - start < SECONDS
    assert found
    return found


def stream(data: bytes, more: str = "") -> str:
    packed = zlib.compress(data, 9)
    return f"<</Length {len(packed)}/Filter/FlateDecode{more}>>stream\n{packed.decode('latin-1')}\nendstream"


CATALOGUE = "<</Type/Catalog/Pages 2 0 R>>"


def form(name: str, number: int) -> str:
    """A form that draws another twice."""
    resources = f"/Resources<</XObject<</{name} {number} 0 R>>>>"
    return f"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]{resources}/Length 11>>stream\n/{name} Do /{name} Do\nendstream"


LINES = b"".join(b"%d 0 m %d 800 l S 0 %d m 500 %d l S " % (n % 590, n % 590, n % 840, n % 840) for n in range(10_000))


def one_page(contents: str, resources: str = "", *more: str) -> bytes:
    return assembled(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            f"/Resources<</Font<</F1 5 0 R>>{resources}>>>>",
            contents,
            FONT,
            *more,
        ]
    )


LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(12)
)
BODY = f"<w:document {W}><w:body><w:p><w:r><w:t>&m;好</w:t></w:r></w:p></w:body></w:document>"

PAGES = {
    "nested 100,000 deep": "<div>" * N + "关于印发方案的通知，好。" + "</div>" * N,
    "never closed": "<font><p>" * N + "好",
    "tables in tables": "<table><tr><td>" * N + "好",
    "lists in lists": "<ul><li>" * N + "好",
    "tags closed in the wrong order": "<b><i></b>" * N + "好",
    "a tag of 100,000 attributes": "<div " + " ".join(f"a{i}=1" for i in range(N)) + ">好",
    "a million open brackets": "<" * 1_000_000,
    "comments in comments": "<!--" * N,
    "scripts in scripts": "<script>" * N,
    "a cell over everything": "<table>"
    + "<tr><td colspan=9999 rowspan=9999>好</td><td>x</td></tr>" * 2000
    + "</table>",
    "quotes without end": '<div x="' * N,
}


@pytest.mark.parametrize("markup", PAGES.values(), ids=PAGES.keys())
def test_a_page_made_to_hang_is_read_or_refused(markup: str) -> None:
    outcome("a.html", markup.encode())


def test_words_nested_deeper_than_the_parser_goes_are_still_read() -> None:
    (found,) = outcome("a.html", PAGES["nested 100,000 deep"].encode())
    assert isinstance(found, Document)
    assert found.text == "关于印发方案的通知，好。\n"


def test_a_million_brackets_of_text_are_text() -> None:
    (found,) = outcome("a.txt", "（".encode() * 1_000_000)
    assert isinstance(found, Document)


PDFS = {
    "a page tree that holds itself": assembled([CATALOGUE, "<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"]),
    "a reference to itself": assembled(["<</Type/Catalog/Pages 2 0 R>>", "2 0 R"]),
    "a form that draws itself": one_page(
        stream(b"/X Do"), "/XObject<</X 6 0 R>>",
        form("X", 6),
    ),
    "two forms that draw each other": one_page(
        stream(b"/X Do"), "/XObject<</X 6 0 R/Y 7 0 R>>",
        form("Y", 7),
        form("X", 6),
    ),
    "a cross-reference that leads back": assembled(["<</Type/Catalog/Pages 2 0 R>>"], "/Prev 60"),
    "a stream that unpacks to 200 MB": one_page(stream(b" " * 200_000_000)),
    "arrays in arrays": one_page(stream(b"[" * 200_000 + b"]" * 200_000 + b" TJ")),
    "numbers without sense": one_page(stream(b"BT /F1 1e300 Tf 1e308 -1e308 Td (a) Tj ET " * 1000)),
    "20,000 ruled lines": one_page(
        stream(LINES)
    ),
    "a million characters on a page": one_page(stream(b"BT /F1 9 Tf 1 1 Td " + b"(aaaaaaaaaa) Tj " * 30_000 + b"ET")),
    "a character table named like a path": one_page(
        stream(b"BT /F1 9 Tf <0001> Tj ET"), "",
        "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/..#2F..#2F..#2Fetc#2Fpasswd/DescendantFonts[]>>",
    ),
    "locked": assembled(
        ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 0/Kids[]>>"],
        f"/ID[<00><00>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{'ab' * 32}>/U<{'cd' * 32}>>>",
    ),
    "a head and nothing else": b"%PDF-1.7\n",
    "noise after the head": b"%PDF-1.7\n" + bytes(range(256)) * 2000,
}  # fmt: skip


@pytest.mark.parametrize("data", PDFS.values(), ids=PDFS.keys())
def test_a_pdf_made_to_hang_is_read_or_refused(data: bytes) -> None:
    outcome("a.pdf", data)


PACKED = {
    "zip that unpacks to 300 MB": ("a.zip", zipped({"a.txt": b"0" * 300_000_000})),
    "zip of many such": ("a.zip", zipped({f"{i}.txt": b"0" * 4_000_000 for i in range(200)})),
    "zip of 6,000 files": ("a.zip", zipped({f"{i}.txt": "好" for i in range(6000)})),
    "Word file with entities in entities": ("a.docx", docx(parts={"word/document.xml": LAUGHS + "]>" + BODY})),
    "Word file nested 100,000 deep": ("a.docx", docx(body="<w:smartTag>" * N + "</w:smartTag>" * N)),
    "Word file that unpacks to 48 MB": ("a.docx", docx(body="<w:p/>" * 8_000_000)),
    "OFD without pages": ("a.ofd", zipped({"OFD.xml": "<a/>"})),
    "OFD that is its own page": ("a.ofd", zipped({
        "OFD.xml": "<OFD><DocBody><DocRoot>OFD.xml</DocRoot></DocBody>"
        "<Pages><Page BaseLoc='OFD.xml'/></Pages></OFD>"})),
    "OFD whose paths lead out": ("a.ofd", zipped({
        "OFD.xml": "<OFD><DocBody><DocRoot>../../../../etc/passwd</DocRoot></DocBody></OFD>"})),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data"), PACKED.values(), ids=PACKED.keys())
def test_a_bomb_is_refused(name: str, data: bytes) -> None:
    for found in outcome(name, data)[-3:]:
        assert isinstance(found, InputError) or "0000" in found.text


def test_zips_in_zips_end_at_the_second() -> None:
    data = zipped({"a.txt": "关于印发方案的通知"})
    for _ in range(6):
        data = zipped({"b.zip": data})
    (found,) = outcome("a.zip", data)
    assert isinstance(found, InputError)
    assert found.code == "file-damaged"


def test_an_entity_that_names_a_file_brings_nothing_of_it(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    head = f'<!DOCTYPE a [<!ENTITY m SYSTEM "{secret.as_uri()}">]>'
    for found in outcome("a.docx", docx(parts={"word/document.xml": head + BODY})):
        assert not isinstance(found, Document) or "机密" not in found.text


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a reader called an address")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("no_network")
def test_addresses_in_a_file_are_not_called() -> None:
    link = '<Relationship Id="r9" Type="x/attachedTemplate" Target="http://127.0.0.1:9/t.dotm" TargetMode="External"/>'
    word = docx(
        ["关于印发方案的通知"], parts={"word/_rels/document.xml.rels": f"<Relationships>{link}</Relationships>"}
    )
    page = html(["关于印发方案的通知"], head='<base href="http://127.0.0.1:9/"><link rel="stylesheet" href="x.css">')
    dtd = '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">' + BODY.replace("&m;", "")
    for name, data in (("a.docx", word), ("a.html", page), ("b.docx", docx(parts={"word/document.xml": dtd}))):
        (found,) = outcome(name, data)
        assert isinstance(found, Document)


def test_a_path_in_a_zip_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    outcome("a.zip", zipped({"../out.txt": "关于印发方案的通知", "/abs.txt": "关于印发方案的通知"}))
    assert not list(tmp_path.iterdir())


def test_unseen_characters_of_a_file_do_not_reach_the_text() -> None:
    odd = "责任\u200d单位\u00ad：\ufeff市\u202e财政局"
    body = paragraph(odd)
    for name, data in (
        ("a.docx", docx(body=body)),
        ("a.html", html([odd])),
        ("a.ofd", ofd(pages([odd]))),
        ("a.pdf", pdf(pages([odd]))),
    ):
        (found,) = outcome(name, data)
        assert isinstance(found, Document)
        assert "责任单位：市财政局" in found.text, name
