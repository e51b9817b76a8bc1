"""The examples in docstrings run."""

import doctest

import pytest

from api import guard, problems, settings
from api.commands import serve
from graph import jsons, reasons


@pytest.mark.parametrize(
    "module", [guard, problems, serve, settings, jsons, reasons], ids=lambda module: module.__name__
)
def test_examples_of_the_module_hold(module: object) -> None:
    failed, tried = doctest.testmod(module)  # type: ignore[arg-type]
    assert tried and not failed
