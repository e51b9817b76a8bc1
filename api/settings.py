"""What the program was told from outside: by options, by the environment, by the locale."""

import locale
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from graph.errors import NoSample

Lang = Literal["zh", "en"]

DEFAULT_STORE = "jucuo.db"
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")

REQUEST_MOST = 256 * 1024 * 1024
"""Bytes of one request. Several notices may come in one; each has its own limit in ingest.readers."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`hosts` are the names the service answers to; None is any."""

    store: str = DEFAULT_STORE
    lang: Lang = "zh"
    hosts: tuple[str, ...] | None = None
    json: bool = False
    debug: bool = False


def language(environ: Mapping[str, str] = os.environ) -> Lang:
    """Chinese, unless JUCUO_LANG or the locale says English; the C locale says nothing.

    >>> language({"LANG": "en_GB.UTF-8"}), language({"LANG": "C.UTF-8"}), language({"LANG": "en", "JUCUO_LANG": "zh"})
    ('en', 'zh', 'zh')
    """
    for name in ("JUCUO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        said = environ.get(name, "")
        if said:
            return "en" if said.lower().startswith("en") else "zh"
    if sys.platform == "win32":
        # no such variables there, but a locale that is called English_United States
        return "en" if (locale.getlocale()[0] or "").startswith("English") else "zh"
    return "zh"


def say(zh: str, en: str) -> str:
    """The one of two wordings that is in the language of this process."""
    return en if language() == "en" else zh


def samples() -> Path:
    """The folder of the sample notices: in the installed program, else in the work tree."""
    here = Path(__file__).resolve().parent
    for folder in (here / "samples", here.parent / "samples"):
        if folder.is_dir():
            return folder
    raise NoSample()
