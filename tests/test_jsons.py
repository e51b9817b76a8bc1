"""Fingerprints are made of what Python's own encoder writes; a faster one must write the same."""

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import jsons

_scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
_objects = st.dictionaries(st.text(), _scalars | st.lists(st.text() | st.integers()))


@given(st.lists(_objects))
def test_the_fast_encoder_writes_the_bytes_of_the_slow_one(some: list[dict[str, Any]]) -> None:
    floats = [value for each in some for value in each.values() if isinstance(value, float)]
    plain = json.dumps(some, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert jsons.exact(some, floats) == jsons.exact(some) == plain
    assert [jsons.read(each) for each in jsons.told(some)] == some


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_written_alike_and_read_back(number: float) -> None:
    assert jsons.exact({"lon": number}, [number]).decode() == f'{{"lon":{number!r}}}'
    assert jsons.read(jsons.one(number)) == number


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_not_written(number: float) -> None:
    with pytest.raises(ValueError):
        jsons.exact({"lon": number}, [number])
