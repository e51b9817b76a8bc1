"""`jucuo show`: a node and its relations."""

from collections.abc import Mapping
from typing import Any

import click

from api import ask, console
from api.commands.options import KINDS, ROLES, opened, word
from api.settings import Settings, say
from api.usage import command
from graph.model import Relation

RELATIONS: Mapping[str, tuple[str, str]] = {
    Relation.CONTAINS: ("包含", "contains"),
    Relation.ISSUED_BY: ("发文机关", "issued by"),
    Relation.CITES: ("引用", "cites"),
    Relation.ASSIGNED_TO: ("责任单位", "assigned to"),
    Relation.INVOLVES: ("涉及项目", "involves"),
    Relation.TOUCHES: ("涉及地区", "touches"),
    Relation.ABOUT: ("主题", "about"),
    Relation.PART_OF: ("属于", "part of"),
    Relation.LOCATED_IN: ("所在地", "located in"),
}
ELSEWHERE = (
    "id", "kind", "name", "title", "notice_title", "departments", "deadline", "span", "deadline_span", "relations",
    "neighbours", "truncated", "warnings", "loaded",
)  # fmt: skip
"""What is said by the other parts of the answer, or by nothing a person would read."""


@command
@click.argument("node", metavar="NODE")
@click.option("--limit", type=click.IntRange(1, 1000), default=100, metavar="N", help=say("最多几个关系", "relations"))
def show(settings: Settings, node: str, limit: int) -> None:
    with opened(settings) as store:
        answer = ask.shown(store, node, None, limit)
    if settings.json:
        console.emit(answer)
        return
    console.line((answer["name"], "bold"))
    console.line((f"{word(KINDS, answer['kind'])}  {answer['id']}", "dim"))
    long_text = answer["kind"] == "Notice"
    properties = [
        (key, plain(value)) for key, value in answer.items() if key not in ELSEWHERE and value not in (None, [], "")
    ]
    console.table(("", ""), [(key, value) for key, value in properties if not (long_text and key == "text")])
    for kind in Relation:
        some = [one for one in answer["relations"] if one["kind"] == kind]
        if some:
            console.line()
            console.line((say(*RELATIONS[kind]), "bold"))
            console.table(("", "", "", ""), [row(one, answer["id"]) for one in some])
    if answer["truncated"]:
        console.line((say("还有更多，用 --limit 增加。", "There is more: raise --limit."), "dim"))
    for warning in answer.get("warnings", ()):
        console.line((f"{say('存疑', 'doubtful')} {warning['code']}：{warning['message']}", "yellow"))


def row(relation: Mapping[str, Any], id: str) -> tuple[object, ...]:
    """A relation: which way it points, the other node, and what the notice says of it."""
    other = relation["node"]
    said = [word(ROLES, relation.get("role")), relation.get("relation"), relation.get("stage"), relation.get("name")]
    name = f"{other.get('label') or ''}{other['name']}"
    return "→" if relation["source"] == id else "←", name, other["id"], "  ".join(str(one) for one in said if one)


def plain(value: Any) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)
