"""A saved page of a government site: the notice without menus, scripts and share buttons; its tables kept.

Pages are walked, never recursed into: one nested 100,000 deep is read like any other.
"""

import email
import email.policy
import re
from html import unescape

from graph.file_errors import FileBinary, FileDamaged, FileEmpty
from ingest.document import Document
from ingest.readers.encoding import NotText, decode
from ingest.readers.kinds import FORMATS
from ingest.readers.page_blocks import write
from ingest.readers.page_body import bodies, head_lines
from ingest.readers.writing import Writing

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,20})", re.IGNORECASE)
TAG = re.compile(r"<[a-zA-Z](?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+>?")
LONGEST_TAG = 20_000
"""A longer tag holds a picture as text, or thousands of attributes, which the parser compares each with each."""
NO_PROSE = re.compile(r"(?is)<(script|style|head|noscript)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)")
BREAK = re.compile(r"(?i)</?(?:p|div|br|li|tr|td|th|h[1-6]|table|section)\b[^<>]*>?")
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def read_html(name: str, data: bytes) -> Document:
    """The notice of a page; the encoding by mark, by what the page says, or guessed."""
    said = CHARSET.search(data[:8192])
    try:
        page, encoding = decode(data, said[1].decode("ascii", "replace") if said else None)
    except NotText as error:
        raise FileBinary(path=name, formats=FORMATS) from error
    return _document(name, page, encoding, "html")


def read_mhtml(name: str, data: bytes) -> Document:
    """A page that a browser saved with its pictures as one mail-like file: its first html part."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    try:
        for part in message.walk():
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                inner = part.get_payload(decode=True)
                if isinstance(inner, bytes):
                    said = CHARSET.search(inner[:8192])
                    hint = part.get_content_charset() or (said[1].decode("ascii", "replace") if said else None)
                    page, encoding = decode(inner, hint)
                    return _document(name, page, encoding, "mhtml")
    except NotText as error:
        raise FileBinary(path=name, formats=FORMATS) from error
    except Exception as error:  # the mail parser of the standard library raises of many kinds
        raise FileDamaged(path=name, format="mhtml", reason="邮件结构不完整") from error
    raise FileDamaged(path=name, format="mhtml", reason="里面没有网页")


def _document(name: str, page: str, encoding: str, format: str) -> Document:
    from lxml import etree, html

    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8", huge_tree=True)
    try:
        root = html.document_fromstring(_short_tags(UNFIT.sub("", page)).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise FileEmpty(path=name) from error
    except (ValueError, AssertionError) as error:
        raise FileDamaged(path=name, format="html", reason="网页结构无法解析") from error
    writing = Writing()
    if any("depth" in entry.message for entry in parser.error_log):
        writing.paragraph(_stripped(page))
        return writing.document(name, format, encoding)
    etree.strip_elements(root, "script", "style", "noscript", "template", "svg", with_tail=False)
    found = bodies(root)
    write(found, writing, head_lines(root, found))
    return writing.document(name, format, encoding)


def _short_tags(page: str) -> str:
    """The page with the attributes of overlong tags left out."""
    parts, end = [], 0
    for tag in TAG.finditer(page):
        if tag.end() - tag.start() > LONGEST_TAG:
            name = re.match(r"<[a-zA-Z0-9]{1,20}", tag[0])
            parts += [page[end : tag.start()], name[0] if name else "<a", ">"]
            end = tag.end()
    return "".join(parts) + page[end:] if parts else page


def _stripped(page: str) -> str:
    """The words of a page that is nested deeper than the parser goes (tags left open by the thousand)."""
    words = re.sub(r"<[^<>]*>?", "", BREAK.sub("\u2028", NO_PROSE.sub("", page).replace("\n", " ")))
    return unescape(words)
