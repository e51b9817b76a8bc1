"""Contract section 3, counted by hand: the facts of 包府发〔2024〕5号."""

from collections import Counter
from itertools import combinations

import pytest

from ingest.document import Document
from ingest.parse import parse
from ingest.parsed import Parsed
from tests.ingest.reading import squeezed
from tests.shared import SAMPLE


@pytest.fixture(scope="module")
def sample() -> Parsed:
    return parse(Document(SAMPLE.name, SAMPLE.read_text(encoding="utf-8"), "txt", "utf-8"))


def test_head_and_foot(sample: Parsed) -> None:
    notice = sample.notice
    assert notice.id == notice.number == "包府发〔2024〕5号"
    assert notice.title == "包头市人民政府关于印发包头市贯彻落实自治区推动呼包鄂乌一体化发展若干举措工作方案的通知"
    assert notice.plan_title == "包头市贯彻落实自治区推动呼包鄂乌一体化发展若干举措工作方案"
    assert (notice.kind, notice.issuers, notice.region) == ("通知", ("包头市人民政府",), "150200")
    assert (notice.dated, notice.released, notice.publicity) == ("2024-02-03", "2024-02-04", "此件公开发布")
    assert notice.recipients == (
        "各旗、县、区人民政府",
        "稀土高新区管委会",
        "市直有关部门、单位",
        "中直、区直企事业单位",
    )
    assert notice.copied_to == ("市委办公室", "市人大常委会办公室", "政协办公室")
    assert next((cite.number, cite.relation) for cite in notice.cites) == ("内政发〔2023〕23号", "implements")


def test_measures_sections_and_limits(sample: Parsed) -> None:
    assert len(sample.measures) == 22
    assert len({measure.section for measure in sample.measures}) == 6
    limits = Counter(measure.deadline.text for measure in sample.measures if measure.deadline)
    assert limits == {"持续推进": 10, "2024年12月": 9, "长期坚持": 2, "2026年12月": 1}
    assert not sample.warnings


def test_units_and_what_they_share(sample: Parsed) -> None:
    named = [unit for measure in sample.measures for unit in measure.responsible]
    assert len(named) == 54
    assert len({unit.id for unit in named}) == 28
    assert len({unit.id for unit in named if unit.kind == "group"}) == 2
    load = Counter(unit.id.removeprefix("150200/") for unit in named)
    assert [load[core] for core in ("工业和信息化", "发展改革", "财政", "科学技术")] == [6, 5, 5, 4]
    assert sum(len(measure.responsible) == 1 for measure in sample.measures) == 7
    pairs = Counter(
        pair for measure in sample.measures for pair in combinations(sorted({u.id for u in measure.responsible}), 2)
    )
    assert len(pairs) == 43
    assert {tuple(sorted(core.removeprefix("150200/") for core in pair)) for pair, count in pairs.items() if count == 3} == {
        ("发展改革", "工业和信息化"), ("工业和信息化", "科学技术"), ("科学技术", "财政"), ("林业草原", "生态环境"),
    }  # fmt: skip


def test_measures_that_touch_the_yellow_river(sample: Parsed) -> None:
    touching = [m.label for m in sample.measures if any(place.id == "geo/黄河" for place in m.regions)]
    assert touching == ["（十二）", "（十三）"]


def test_page_breaks_are_mended_in_the_text_and_kept_in_the_span(sample: Parsed) -> None:
    eleventh = sample.measures[10]
    assert "“卡脖子”" in eleventh.text
    assert "卡\n\n脖子" in sample.text[slice(*eleventh.span)]
    assert sample.text[slice(*eleventh.span)].startswith("（十一）实施")
    assert sample.text[slice(*eleventh.span)].endswith("完成时限：2024年12月）")
    assert squeezed(sample.measures[0].text).endswith("前期工作。")
