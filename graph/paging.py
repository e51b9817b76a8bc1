"""Cursors: where an ordered answer goes on, bound to the question it belongs to."""

import base64
import hashlib
import json

from graph.errors import BadCursor, BadValue, between

MOST = 1000


def start(question: object, cursor: str | None) -> int:
    """The offset a cursor of this question stands for; 0 without one."""
    if cursor is None:
        return 0
    try:
        mark, offset = json.loads(base64.urlsafe_b64decode(cursor.encode("ascii")))
    except (ValueError, TypeError) as error:
        raise BadCursor(cursor=cursor) from error
    if mark != _mark(question) or not isinstance(offset, int) or isinstance(offset, bool) or offset < 0:
        raise BadCursor(cursor=cursor)
    return offset


def following(question: object, offset: int, total: int) -> str | None:
    """The cursor of the page that begins at `offset`, or None when there is none."""
    if offset >= total:
        return None
    return base64.urlsafe_b64encode(json.dumps([_mark(question), offset]).encode()).decode()


def checked(limit: int, most: int = MOST, name: str = "limit") -> int:
    """The limit, when it is one."""
    if not 1 <= limit <= most:
        raise BadValue(name=name, value=limit, expected=between(1, most))
    return limit


def _mark(question: object) -> str:
    return hashlib.sha256(repr(question).encode("utf-8", "surrogatepass")).hexdigest()[:12]
