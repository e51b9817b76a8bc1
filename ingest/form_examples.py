"""Whether the example of a word of clauses (`clause_forms.tsv`) gives what its row says."""

from graph.errors import Words
from graph.lexicon import Row
from graph.model import Limit, Role
from ingest.deadlines import deadlines
from ingest.items import clauses
from ingest.tables.columns import Column, head_of
from ingest.text.flow import mend

_UNITS = frozenset(Role)
# what `role` and `where` may say of a part; of the parts that are not named here, nothing
_ROLES: dict[str, frozenset[str]] = {
    "label": _UNITS | {"time", "other", "content"},
    "act": _UNITS,
    "verb": _UNITS,
    "verb_before": _UNITS,
    "verb_after": _UNITS,
    "column": frozenset(Column) - {Column.WHO},
    "limit": frozenset({Limit.LONG_TERM, Limit.ONGOING, Limit.IMMEDIATE}),
}
_WHERE: dict[str, frozenset[str]] = {
    "act": frozenset({"beside"}),
    "body": frozenset({"any", "column"}),
    "person": frozenset({"any"}),
    "verb": frozenset({"bracket", "sentence"}),
    "with": frozenset({"bracket", "unit"}),
    "column": frozenset({"start"}),
}


def wrong(row: Row) -> Words | None:
    """What comes out of the example instead; None where it gives what it should."""
    roles, where = _ROLES.get(row["part"], frozenset()), _WHERE.get(row["part"], frozenset())
    if not set(row.list("role")) <= roles or bool(roles) != bool(row["role"]):
        zh = f"“role”写作“{row['role']}”，应为 {'、'.join(sorted(roles)) or '空'}"
        return Words(zh, f"“role” is “{row['role']}”, not {', '.join(sorted(roles)) or 'empty'}")
    if not set(row.list("where")) <= where:
        zh = f"“where”写作“{row['where']}”，应为空或 {'、'.join(sorted(where))}"
        return Words(zh, f"“where” is “{row['where']}”, neither empty nor {', '.join(sorted(where))}")
    if row["word"] not in row["example"]:
        return Words(f"例子里没有“{row['word']}”", f"the example has no “{row['word']}”")
    given = _columns(row["example"]) if "|" in row["example"] else _clause(row["example"], kind=row["part"] == "limit")
    if given == ",".join(row.list("gives")):
        return None
    return Words(f"读出的是 {given}，不是 {row['gives']}", f"it gives {given}, not {row['gives']}")


def _columns(example: str) -> str:
    """序号|任务|责任单位 → number,task,who"""
    head = head_of(example.split("|"))
    return ",".join(head.columns) if head else "none"


def _clause(example: str, *, kind: bool) -> str:
    """（牵头单位：市教育局；完成时限：2024年底） → lead:市教育局,time:2024年底 ; with its kind, kind:date"""
    flow = mend(f"一、加快推进项目建设。{example}")
    found = [clause.said for clause in clauses.find(flow)]
    units = [f"{unit.role}:{unit.part.name}" for said in found for unit in said.units]
    limits = [f"time:{flow.text[slice(*said.limit)].strip()}" for said in found if said.limit]
    kinds = [one.kind for said in found if said.limit and (one := deadlines.read(flow.text, *said.limit, None))]
    return ",".join(units + limits + [f"kind:{one}" for one in kinds if kind]) or "none"
