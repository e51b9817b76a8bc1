"""Where the development material lies; a user's clone does not have it, and what needs it then skips."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SAMPLE = ROOT / "samples" / "包府发〔2024〕5号.txt"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared (corpus and gold) is not here")

DOUBTFUL = (
    "包头市人民政府关于印发行动方案的通知\n包府发〔2031〕9号\n一、建设图书馆\n"
    "（一）改造馆舍。完善设施，提升服务能力。\n（二）延长开放时间。（责任单位：市财政局）\n"
)
"""A notice of one warning, on its fourth line."""
DOUBT_ZH = "“（一）改造馆舍”像是一项任务，但没有写明责任单位"
DOUBT_EN = "“（一）改造馆舍” looks like a task, but names no responsible unit"
