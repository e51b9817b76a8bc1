"""Time limits by kind with their last day. All are said in a notice of 2024."""

import pytest

from ingest import deadlines

LABELLED = [
    ("持续推进", "ongoing", None), ("全年持续", "ongoing", None), ("常态化推进", "ongoing", None),
    ("长期坚持", "long_term", None), ("长期", "long_term", None),
    ("2024年12月", "date", "2024-12-31"), ("2024年12月底前", "date", "2024-12-31"), ("12月底", "date", "2024-12-31"),
    ("2024年底前", "date", "2024-12-31"), ("年底前", "date", "2024-12-31"), ("年内持续推进", "date", "2024-12-31"),
    ("2025年6月30日前", "date", "2025-06-30"), ("2024年上半年", "date", "2024-06-30"), ("明年6月底", "date", "2025-06-30"),
    ("第三季度", "date", "2024-09-30"), ("三季度末前", "date", "2024-09-30"), ("9月上旬", "date", "2024-09-10"),
    ("2024年2月", "date", "2024-02-29"), ("二〇二四年十二月", "date", "2024-12-31"), ("2024.12", "date", "2024-12-31"),
    ("2024-11-15", "date", "2024-11-15"), ("“十四五”末", "date", "2025-12-31"), ("2024年全年", "date", "2024-12-31"),
    ("2024年12月取得阶段性成果并持续推进", "date", "2024-12-31"), ("2024年7月底前，以后每年持续实施", "date", "2024-07-31"),
    ("立行立改，2024年6月底前完成", "date", "2024-06-30"), ("2024年9月启动，2025年6月底前完成", "date", "2025-06-30"),
    ("2024—2026年", "span", "2026-12-31"), ("2024年3月至9月", "span", "2024-09-30"), ("2024年1-6月", "span", "2024-06-30"),
    ("“十四五”期间", "span", "2025-12-31"), ("2024年至2026年", "span", "2026-12-31"),
    ("每季度末", "recurring", None), ("每年6月底前", "recurring", None), ("2024年起每年实施", "recurring", None),
    ("自印发之日起30日内", "relative", None), ("6个月内", "relative", None), ("收到申请后3个工作日内", "relative", None),
    ("立行立改", "immediate", None), ("即时", "immediate", None),
    ("已完成", "other", None), ("按国家部署", "other", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "due"), LABELLED)
def test_a_labelled_limit_has_a_kind_and_a_last_day(text: str, kind: str, due: str | None) -> None:
    limit = deadlines.read(text, 0, len(text), 2024)
    assert limit is not None
    assert (limit.kind.value, limit.due, limit.odd) == (kind, due, False)


@pytest.mark.parametrize("text", ["2024年13月", "2024年2月30日", "2018年底前", "2099年底前"])
def test_a_date_that_cannot_be_is_said_and_not_mended(text: str) -> None:
    limit = deadlines.read(text, 0, len(text), 2024)
    assert limit is not None
    assert (limit.due, limit.odd) == (None, True)


def test_no_year_is_made_up() -> None:
    limit = deadlines.read("年底前", 0, 3, None)
    assert limit is not None
    assert (limit.kind.value, limit.due) == ("date", None)


SENTENCES = [
    ("2024年6月底前完成自查，2024年12月底前完成整改。", "2024年12月底前", "date", "2024-12-31"),
    ("到2025年，建成50个示范基地。", "到2025年", "date", "2025-12-31"),
    ("年底前全部投入使用。", "年底前", "date", "2024-12-31"),
    ("9月底前，完成2条生产线淘汰。", "9月底前", "date", "2024-09-30"),
    ("至2024年末综合融资成本至少降低0.5个百分点。", "至2024年末", "date", "2024-12-31"),
    ("确保在2024年实现“清零”。", "2024年", "date", "2024-12-31"),
    ("力争2025年底前建成投用。", "2025年底前", "date", "2025-12-31"),
    ("在本意见印发之日起30日内，制定实施办法。", "在本意见印发之日起30日内", "relative", None),
    ("每年遴选不少于2个场景开展试点。", "每年", "recurring", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "kind", "due"), SENTENCES)
def test_a_sentence_states_the_limit_of_its_task(text: str, words: str, kind: str, due: str | None) -> None:
    limit = deadlines.find(text, 0, len(text), 2024)
    assert limit is not None
    assert (text[limit.start : limit.end], limit.kind.value, limit.due) == (words, kind, due)


@pytest.mark.parametrize(
    "text",
    [
        "自2024年1月1日至3月31日，免征进口关税。", "截至4月底，已建成10个。", "2024年5月1日前到期的贷款采取续保措施。",
        "2024年第一季度房租免收。", "征收期延长至3月底。", "2月底前能够完成技改的企业给予补助。",
        "单家企业每年最高补贴不超过800万元。", "执行期限自发布之日起3个月止。", "实施行动计划（2025—2027年）。",
        "从2024年1月1日起，实施三年计划。", "每人每年只享受一次。", "列入2024年度预算。", "确保2024年信贷增长20%以上。",
        "持续加大投入力度，长期坚持。", "公共数据7个工作日内完成授权。",
    ],
)  # fmt: skip
def test_validity_states_and_conditions_are_no_limits(text: str) -> None:
    assert deadlines.find(text, 0, len(text), 2024) is None
