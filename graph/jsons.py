"""Values as JSON, as the stores keep them."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

_encoded = msgspec.json.Encoder().encode
read = msgspec.json.Decoder().decode
"""What was written here."""


def numbers(row: str | None) -> list[int]:
    """Those that SQLite's `group_concat` joined, None when there were none: many rows are read faster as one."""
    found: list[int] = read(f"[{row or ''}]")
    return found


def one(value: Any) -> str:
    """One value; properties are in the order they are given."""
    return _encoded(value).decode()


def told(some: Iterable[Mapping[str, Any]]) -> list[str]:
    """Many objects, each by itself.

    >>> told([{"a": [1, 2]}, {}, {"b": "}, {"}])
    ['{"a":[1,2]}', '{}', '{"b":"}, {"}']
    """
    return [_encoded(each).decode() for each in some]


_LEAST, _MOST = 1e-4, 1e16
"""Python writes numbers beyond with an exponent."""


def _mapping(value: object) -> dict[Any, Any]:
    if isinstance(value, Mapping):
        return dict(value)
    raise ValueError(f"{type(value).__name__} cannot be kept")


_sorted = msgspec.json.Encoder(enc_hook=_mapping, order="sorted").encode
_by_python = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, default=_mapping
).encode


def exact(value: Any, floats: Iterable[float] | None = None) -> bytes:
    """A value as Python's own encoder writes it, keys in order: fingerprints are made of it. Ten times as fast when all
    `floats` in it are named: only some are written otherwise.

    >>> exact({"b": 0.00001, "a": "林"}, [0.00001]).decode()
    '{"a":"林","b":1e-05}'
    """
    if floats is not None and all(number == 0 or _LEAST <= abs(number) < _MOST for number in floats):
        return _sorted(value)
    return _by_python(value).encode()
