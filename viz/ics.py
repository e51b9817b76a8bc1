"""Last days as a calendar file (RFC 5545) that the usual calendars open."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from hashlib import sha256

from graph.asking import MeasureItem

_ESCAPED = {ord("\\"): "\\\\", ord(";"): "\\;", ord(","): "\\,", ord("\n"): "\\n"}
_CONTROL = {code: None for code in range(32) if code != 10} | {127: None}


WORDS = {
    "zh": {
        "name": "举措完成时限",
        "units": "责任单位：{}",
        "none": "未写",
        "limit": "完成时限：{}",
        "title": "{}（{}）",
    },
    "en": {
        "name": "Time limits of measures",
        "units": "Departments: {}",
        "none": "none stated",
        "limit": "Time limit: {}",
        "title": "{} ({})",
    },
}


def calendar(items: Iterable[MeasureItem], as_of: str, lang: str = "zh") -> str:
    """A whole-day entry on the last day of each measure that has one; the same measures give the same file."""
    # no METHOD: with one, an entry without an organiser would be wrong (RFC 5546)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//jucuo//deadlines//ZH", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{WORDS[lang]['name']}")
    stamp = as_of.replace("-", "") + "T000000Z"
    for item in items:
        if item.due:
            lines += event(item, item.due, stamp, WORDS[lang])
    lines.append("END:VCALENDAR")
    return "".join(folded(line) + "\r\n" for line in lines)


def event(item: MeasureItem, due: str, stamp: str, say: Mapping[str, str]) -> list[str]:
    """One measure."""
    units = "、".join(unit.printed or unit.name for unit in item.departments)
    limit = item.deadline_text or due
    said = (item.text, say["units"].format(units or say["none"]), say["limit"].format(limit), item.notice_title)
    title = say["title"].format(f"{item.label or ''}{item.title}", limit)
    after = min(date.fromisoformat(due), date(9999, 12, 30)) + timedelta(days=1)
    return [
        "BEGIN:VEVENT",
        f"UID:{sha256(item.id.encode('utf-8', 'replace')).hexdigest()[:32]}@jucuo",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{due.replace('-', '')}",
        f"DTEND;VALUE=DATE:{after.isoformat().replace('-', '')}",
        f"SUMMARY:{text(title)}",
        f"DESCRIPTION:{text(chr(10).join(said))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def text(words: str) -> str:
    """Words as a value: nothing in them ends the line or the value."""
    plain = words.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROL)
    return plain.encode("utf-8", "replace").decode("utf-8").translate(_ESCAPED)


def folded(line: str, most: int = 75) -> str:
    """Lines of at most 75 octets, never broken within a character."""
    parts, part, size = [], "", 0
    for char in line:
        octets = len(char.encode("utf-8"))
        if size + octets > most:
            parts.append(part)
            part, size = " ", 1
        part += char
        size += octets
    return "\r\n".join([*parts, part])
