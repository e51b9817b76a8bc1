"""Which encoding a text was saved in. Chinese offices write UTF-8, GB18030 (and its subsets GBK, GB2312), UTF-16 with
a mark (Windows Notepad "Unicode"), and Big5 on pages for Hong Kong and Taiwan readers."""

import codecs
import re

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BROKEN = 0.02
"""Of a text at most this share may be undecodable: more is no text, or none of these encodings."""

SAMPLE = 20_000
"""Characters that are looked at to tell GB18030 from Big5."""

TRICKS = {"utf-7", "punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined"}
KNOWN = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "hz-gb-2312": "hz", "big5-hkscs": "big5hkscs"}
"""What files call an encoding, where a wider one reads the same bytes and more."""

USUAL = re.compile(r"[\t-\r -~\u2010-\u203b\u2460-\u249b\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class NotText(ValueError):
    """The bytes are no text in any encoding that is looked for."""


def decode(data: bytes, hint: str | None = None) -> tuple[str, str]:
    """The text and the name of its encoding; `hint` is what the file says of itself (an html charset).

    A text with a few broken bytes (a download cut inside a character) is given with U+FFFD in their place.
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            text = _strict(data, name)
            if text is not None:
                return _checked(text), name
    if b"\x00" in data:
        return _unmarked_utf16(data)
    hinted = _codec(hint)
    for likely in ("utf-8", hinted):
        text = _strict(data, likely) if likely else None
        if likely and text is not None:
            return _checked(text), likely
    return _by_share(data) or _mended(data, hinted)


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeError, ValueError):
        return None


def _codec(hint: str | None) -> str | None:
    """The Python codec that a file's own word for its encoding means; None for none, or one that is no text's."""
    if not hint:
        return None
    name = KNOWN.get(hint.strip().lower(), hint.strip().lower())
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return info.name if info._is_text_encoding and info.name not in TRICKS else None


def _by_share(data: bytes) -> tuple[str, str] | None:
    """GB18030 or Big5: the right one gives mostly characters of its everyday half. None where neither fits."""
    gb, big = _strict(data, "gb18030"), _strict(data, "big5hkscs")
    if gb is not None and (big is None or _share(gb, "gb2312", 0xB0, 0xD7) >= _share(big, "big5", 0xA4, 0xC6)):
        return _checked(gb), "gb18030"
    return (_checked(big), "big5hkscs") if big is not None else None


def _share(text: str, codec: str, first: int, last: int) -> float:
    """Which share of the characters beyond ASCII has a lead byte from `first` to `last` in the codec."""
    beyond = [c for c in text[:SAMPLE] if c > "\x7f"]
    everyday = sum(first <= (c.encode(codec, "ignore") or b"\0")[0] <= last for c in beyond)
    return everyday / len(beyond) if beyond else 1.0


def _unmarked_utf16(data: bytes) -> tuple[str, str]:
    """UTF-16 whose mark was lost shows by its line ends and digits: every second byte of them is NUL."""
    even, odd = data[:4096:2].count(0), data[1:4096:2].count(0)
    name = "utf-16-le" if odd > even else "utf-16-be"
    text = _strict(data, name)
    if text is None:
        raise NotText
    usual = len(USUAL.findall(text[:SAMPLE]))
    if usual < 0.9 * len(text[:SAMPLE]):
        raise NotText
    return _checked(text), name


def _mended(data: bytes, hinted: str | None) -> tuple[str, str]:
    """The encoding that leaves the fewest bytes undecoded, where those are few."""
    names = [name for name in ("utf-8", hinted, "gb18030", "big5hkscs") if name]
    tried = [(data.decode(name, "replace"), name) for name in dict.fromkeys(names)]
    text, name = min(tried, key=lambda pair: pair[0].count("\ufffd"))
    if text.count("\ufffd") > max(2, BROKEN * len(text)):
        raise NotText
    return _checked(text), name


def _checked(text: str) -> str:
    """The text, where control characters do not show that it never was one."""
    if "\0" in text or len(CONTROL.findall(text[: 10 * SAMPLE])) > len(text[: 10 * SAMPLE]) // 1000:
        raise NotText
    return text
