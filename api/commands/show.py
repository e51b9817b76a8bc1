"""`jucuo show`: a node and its relations."""

from collections.abc import Mapping
from typing import Any

import click

from api import ask, console
from api.commands.options import KINDS, opened, word
from api.settings import Settings, language, say
from api.usage import command
from graph.model import Kind, Relation
from viz import legend
from viz.files import COLUMN_WORDS
from viz.pages import texts

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
        answer = ask.shown(store, node, None, limit, settings.lang)
    if settings.json:
        console.emit(answer)
        return
    console.line((answer["name"], "bold"))
    console.line((f"{word(KINDS, answer['kind'])}  {answer['id']}", "dim"))
    console.table(("", ""), properties(answer))
    for kind in Relation:
        some = [one for one in answer["relations"] if one["kind"] == kind]
        if some:
            console.line()
            console.line((word(legend.RELATIONS, kind), "bold"))
            console.table(("", "", "", ""), [row(one, answer["id"]) for one in some])
    if answer["truncated"]:
        console.line((say("还有更多，用 --limit 增加。", "There is more: raise --limit."), "dim"))
    for warning in answer.get("warnings", ()):
        console.doubt(warning["line"], warning["message"])


def properties(answer: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What is known of the node itself; the text of a notice is too long for a console."""
    left_out = (*ELSEWHERE, "text") if answer["kind"] == Kind.NOTICE else ELSEWHERE
    shown = {key: value for key, value in answer.items() if key not in left_out and value not in (None, [], "")}
    return [(say(COLUMN_WORDS.get(key, key), key), plain(key, value)) for key, value in shown.items()]


def row(relation: Mapping[str, Any], id: str) -> tuple[object, ...]:
    """A relation: which way it points, the other node, and what the notice says of it."""
    other = relation["node"]
    said = [word(legend.ROLES, relation.get("role")), word(legend.CITES, relation.get("relation"))]
    said += [of_pages("stage", relation.get("stage")), relation.get("name") or ""]
    name = f"{other.get('label') or ''}{other['name']}"
    return "→" if relation["source"] == id else "←", name, other["id"], "  ".join(str(one) for one in said if one)


def plain(key: str, value: Any) -> str:
    if key == "deadline_kind":
        return word(legend.LIMITS, value)
    if key == "level" or key.endswith("_kind"):
        return of_pages("sort", value)
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def of_pages(kind: str, value: str | None) -> str:
    """The word that the pages have for a value, else the value."""
    return "" if value is None else texts()[language()].get(f"{kind}.{value}", value)
