"""Files of every format, made from paragraphs and tables by hand: `python -m tests.readers.make_files FOLDER`.

Written byte by byte where a library would hide what the readers must stand: PDFs with the fonts, page trees and loops
one likes, Word lists whose numbers stand only in numbering.xml, OFD as GB/T 33190 has it.
"""

import html as markup
import io
import sys
import zipfile
import zlib
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import escape

from tests.readers.layout import HEIGHT, WIDTH, Block, Page, half, pages, width

# html


def html(
    blocks: Sequence[Block], body: str = '<div class="TRS_Editor">{}</div>', charset: str = "utf-8", head: str = ""
) -> bytes:
    """A government site's page around the blocks; `{}` in `body` is where they stand."""
    inner = "".join(f"<p>　　{markup.escape(b)}</p>\n" if isinstance(b, str) else _html_table(b) for b in blocks)
    page = f"""<!DOCTYPE html><html><head><meta charset="{charset}"><title>某市人民政府</title>{head}
<style>.a{{color:red}}</style><script>var menu = "首页，政务公开，互动交流。";</script></head><body>
<div class="header nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li></ul></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a>政务公开</a> &gt; <a>政策文件</a></div>
{body.format(inner)}
<div class="bdsharebuttonbox">分享到：<a>微信</a><a>微博</a></div><div class="xgwd">相关文档：<a>政策解读</a></div>
<div class="footer">版权所有：某市人民政府　ICP备12345678号　网站标识码1234567890</div></body></html>"""
    return page.encode(charset, "xmlcharrefreplace")


def _html_table(table: list[list[str | None]]) -> str:
    rows = []
    for at, row in enumerate(table):
        cells = []
        for column, cell in enumerate(row):
            if cell is not None:
                down = 1
                while at + down < len(table) and table[at + down][column] is None:
                    down += 1
                cells.append(f'<td rowspan="{down}"><p>{markup.escape(cell)}</p></td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(rows)}</table>"


# docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/>'
    "</Relationships>"
)


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of Word."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def numbered(text: str, list_id: int, level: int = 0) -> str:
    """A paragraph whose number Word counts."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def docx(blocks: Sequence[Block] = (), body: str = "", parts: dict[str, str] | None = None) -> bytes:
    """A Word file of the blocks and of a body given as XML; `parts` are further files of the package."""
    inner = "".join(paragraph(b) if isinstance(b, str) else _docx_table(b) for b in blocks)
    document = f"<w:document {W}><w:body>{inner}{body}<w:sectPr/></w:body></w:document>"
    return zipped(
        {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document, **(parts or {})}
    )


def _docx_table(table: list[list[str | None]]) -> str:
    rows = []
    for at, row in enumerate(table):
        cells = []
        for column, cell in enumerate(row):
            goes_on = at + 1 < len(table) and table[at + 1][column] is None
            merge = "<w:vMerge/>" if cell is None else '<w:vMerge w:val="restart"/>' if goes_on else ""
            cells.append(f"<w:tc><w:tcPr>{merge}</w:tcPr>{paragraph(cell or '')}</w:tc>")
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def lists(*patterns: Sequence[tuple[str, str]], nums: str = "") -> str:
    """numbering.xml with a list (numId 1, 2, …) for each pattern of levels (format, text); `nums` adds lists as XML."""
    made = ""
    for at, levels in enumerate(patterns):
        inner = "".join(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for n, (kind, text) in enumerate(levels)
        )
        made += f'<w:abstractNum w:abstractNumId="{at}">{inner}</w:abstractNum>'
    for at in range(len(patterns)):
        made += f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>'
    return f"<w:numbering {W}>{made}{nums}</w:numbering>"


def zipped(members: dict[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of the members, the same bytes every time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as packed:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, (2024, 2, 3, 0, 0, 0))
            info.compress_type = packing
            packed.writestr(info, data)
    return buffer.getvalue()


# ofd

MM = 25.4 / 72
OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def ofd(made: Sequence[Page]) -> bytes:
    """The pages as OFD: a text object a line, distances as DeltaX, ruled lines as paths."""
    members: dict[str, str | bytes] = {
        "OFD.xml": f'<ofd:OFD {OFD} Version="1.0" DocType="OFD"><ofd:DocBody>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
        "</ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {OFD}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>"
        f"0 0 {WIDTH * MM:.2f} "
        f"{HEIGHT * MM:.2f}</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
        + "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(made)))
        + "</ofd:Pages></ofd:Document>",
    }
    for number, page in enumerate(made):
        inner = "".join(_ofd_line(line) for line in runs(page))
        for x0, y0, x1, y1 in page.rules:
            inner += (
                f'<ofd:PathObject Boundary="{x0 * MM:.3f} {y0 * MM:.3f} {(x1 - x0) * MM:.3f} {(y1 - y0) * MM:.3f}">'
                f"<ofd:AbbreviatedData>M 0 0 L {(x1 - x0) * MM:.3f} {(y1 - y0) * MM:.3f}</ofd:AbbreviatedData>"
                "</ofd:PathObject>"
            )
        content = f"<ofd:Page {OFD}><ofd:Content><ofd:Layer>{inner}</ofd:Layer></ofd:Content></ofd:Page>"
        members[f"Doc_0/Pages/Page_{number}/Content.xml"] = content
    return zipped(members)


def runs(page: Page) -> list[list[tuple[str, float, float, float]]]:
    """Characters that follow each other on a line, in the order they were put."""
    found: list[list[tuple[str, float, float, float]]] = []
    for char in page.chars:
        last = found[-1][-1] if found else None
        if (
            last is not None
            and last[2] == char[2]
            and last[3] == char[3]
            and abs(char[1] - last[1] - width(last[0], last[3])) < 0.01
        ):
            found[-1].append(char)
        else:
            found.append([char])
    return found


def _ofd_line(line: list[tuple[str, float, float, float]]) -> str:
    _, x, y, size = line[0]
    steps = " ".join(f"{(b[1] - a[1]) * MM:.3f}" for a, b in pairwise(line))
    text = escape("".join(char for char, *_ in line))
    delta = f' DeltaX="{steps}"' if steps else ""
    return (
        f'<ofd:TextObject Boundary="{x * MM:.3f} {(y - size) * MM:.3f} 150 {size * MM:.3f}" '
        f'Size="{size * MM:.3f}" Font="1">'
        f'<ofd:TextCode X="0" Y="{size * MM:.3f}"{delta}>{text}</ofd:TextCode></ofd:TextObject>'
    )


# pdf


def pdf(made: Sequence[Page], bold: int = 0, plain: bool = False, filled: bool = False) -> bytes:
    """The pages as PDF, every character through a ToUnicode table; the first `bold` of a page are printed twice.
    `plain` leaves the streams unpacked; `filled` draws ruled lines as thin boxes, as Word does."""
    used = sorted({char for page in made for char, *_ in page.chars})
    ids = {char: at + 1 for at, char in enumerate(used)}
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(made)}/Kids[{' '.join(f'{6 + 2 * n} 0 R' for n in range(len(made)))}]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        "/FontDescriptor<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -140 1000 860]/Ascent 860/Descent -140"
        "/ItalicAngle 0/StemV 80/CapHeight 800>>/DW 1000/W["
        + " ".join(f"{ids[c]}[500]" for c in used if half(c))
        + "]>>",
        _stream(_to_unicode(ids), plain),
    ]
    for number, page in enumerate(made):
        drawn = []
        for char, x, y, size in page.chars[:bold]:
            drawn += [
                f"BT /F1 {size} Tf {x + shift:.2f} {HEIGHT - y:.2f} Td <{ids[char]:04X}> Tj ET" for shift in (0.0, 0.4)
            ]
        for line in runs(Page(page.chars[bold:])):
            _, x, y, size = line[0]
            words = "".join(f"{ids[char]:04X}" for char, *_ in line)
            drawn.append(f"BT /F1 {size} Tf {x:.2f} {HEIGHT - y:.2f} Td <{words}> Tj ET")
        for x0, y0, x1, y1 in page.rules:
            box = f"{x0} {HEIGHT - y1 - 0.25} {max(x1 - x0, 0.5)} {max(y1 - y0, 0.5)} re f"
            drawn.append(box if filled else f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {7 + 2 * number} 0 R>>"
        )
        objects.append(_stream("\n".join(drawn), plain))
    return assembled(objects)


def _to_unicode(ids: dict[str, int]) -> str:
    lines = [f"<{number:04X}> <{char.encode('utf-16-be').hex()}>" for char, number in ids.items()]
    parts = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    middle = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{middle}\nendcmap end end"
    )


def _stream(text: str, plain: bool = False) -> str:
    if plain:
        return f"<</Length {len(text)}>>stream\n{text}\nendstream"
    data = zlib.compress(text.encode())
    return f"<</Length {len(data)}/Filter/FlateDecode>>stream\n{data.decode('latin-1')}\nendstream"


def assembled(objects: Sequence[str], trailer: str = "") -> bytes:
    """Numbered objects as a PDF file; the first is its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def scan() -> bytes:
    """A page that is a picture."""
    picture = (
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
        "/Length 1>>stream\n0\nendstream"
    )
    return assembled(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources<</XObject<</P 5 0 R>>>>"
            "/Contents 4 0 R>>",
            _stream(f"{WIDTH} 0 0 {HEIGHT} 0 0 cm /P Do"),
            picture,
        ]
    )


def every(blocks: Sequence[Block], centred: int = 0) -> dict[str, bytes]:
    """One file a format, all of the same notice."""
    text = "\n".join(b if isinstance(b, str) else "\n".join(c for row in b for c in row if c) for b in blocks) + "\n"
    made = pages(blocks, centred)
    return {
        "notice.txt": text.encode(),
        "notice.gbk.txt": text.encode("gb18030"),
        "notice.html": html(blocks),
        "notice.docx": docx(blocks),
        "notice.pdf": pdf(made),
        "notice.ofd": ofd(made),
    }


def main(folder: Path, source: Path) -> None:
    """Write one of each, made from a text."""
    folder.mkdir(parents=True, exist_ok=True)
    blocks = [line.strip() for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    for name, data in every(blocks).items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    from tests.shared import SAMPLE

    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else SAMPLE)
