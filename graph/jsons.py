"""Properties as JSON, as the embedded store keeps them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

one = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""One value."""

_read = json.JSONDecoder().raw_decode

_BETWEEN, _PARTED = ",\x1f", "\x1e"
_all = json.JSONEncoder(ensure_ascii=False, separators=(_BETWEEN, ":")).encode


def read(text: str) -> Any:
    """What was written by `one` or `each`, and nothing else: no white space around it is looked for."""
    return _read(text)[0]


def each(some: Sequence[Mapping[str, Any]]) -> list[str]:
    """Many flat objects, each by itself: one call, as a call costs more than what it writes.

    Within a string JSON has no control characters, so the marks between things are only that.

    >>> each([{"a": [1, 2]}, {}, {"b": "}, {"}])
    ['{"a":[1,2]}', '{}', '{"b":"}, {"}']
    """
    if not some:
        return []
    joined = _all(some)[1:-1].replace(f"}}{_BETWEEN}{{", f"}}{_PARTED}{{")
    return joined.replace(_BETWEEN[1:], "").split(_PARTED)
