"""Clauses that close several items at once: 以上三项由市农业农村局牵头 ; （1—3项责任单位：市市场监管局）."""

import re

from ingest.numbering import HAN, han_value

_NUMBER = rf"(?:[{HAN}两]{{1,3}}|\d{{1,2}})"
_KIND = r"(?:项|条|点|款|个方面)"
_WHAT = r"(?:具体|重点|主要)?(?:工作|任务|措施|举措|事项|内容)?的?"
_SEVERAL = re.compile(
    rf"[（〔【(]?(?:(?:以上|上述|前述)(?:(?P<count>{_NUMBER}){_KIND}|(?P<all>各{_KIND}|所有|全部)){_WHAT}"
    rf"|(?:以上|上述)?第?[（(]?(?P<first>{_NUMBER})[）)]?{_KIND}?(?:[—–－~～\-至到]{{1,2}})第?[（(]?(?P<last>{_NUMBER})[）)]?{_KIND}{_WHAT})"
    r"(?:，|均|都|统一)*由?"
)
_SIGNS = frozenset("（〔【(以上前第") | frozenset(HAN) | frozenset("0123456789")
ALL = 0


def of(text: str, start: int, end: int) -> tuple[int, int] | None:
    """How many items the clause text[start:end] says that it closes, `ALL` for all that are open, and where what it
    says of them begins; None where it says no such thing."""
    found = _SEVERAL.match(text, start, end) if text[start : start + 1] in _SIGNS else None
    if not found:
        return None
    if found["all"]:
        return ALL, found.end()
    if found["count"]:
        return _value(found["count"]), found.end()
    count = _value(found["last"]) - _value(found["first"]) + 1
    return (count, found.end()) if count > 1 else None


def _value(said: str) -> int:
    return int(said) if said.isdecimal() else han_value(said.replace("两", "二"))
