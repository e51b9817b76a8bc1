"""`jucuo shared`: who shares measures with whom."""

from collections.abc import Sequence
from typing import Any

import click

from api import ask, console
from api.ask import Wanted
from api.commands.options import choice, filters, limit_of, listing, named, opened, units_of
from api.settings import Settings, say
from api.usage import command
from graph.asking import By


@command
@click.argument("a", required=False, metavar="[A")
@click.argument("b", required=False, metavar="[B]]")
@choice("--by", By, say("按什么排", "order by"), default=By.COUNT.value)
@filters
@listing()
def shared(
    settings: Settings, a: str | None, b: str | None, by: str, wanted: Wanted, limit: int, cursor: str | None
) -> None:
    with opened(settings) as store:
        answer: Any = ask.shared(store, a, b, By(by), wanted, limit, cursor)
    if settings.json:
        console.emit(answer)
        return
    items, total = answer["items"], answer["total"]
    if a and b:
        console.line((say(f"共同承担 {total} 项", f"{total} measures of both"), "bold"))
        measures(items)
    else:
        what = say(f"{total} 个伙伴", f"{total} partners") if a else say(f"{total} 对部门", f"{total} pairs")
        console.line((what, "bold"))
        pairs(items)
    console.more(len(items), total, answer["next"])


def measures(items: Sequence[Any]) -> None:
    heads = (say("举措", "measure"), say("通知", "notice"), say("责任单位", "responsible"), say("时限", "time limit"))
    console.table(heads, [(named(one), one["notice"], units_of(one), limit_of(one)) for one in items])


def pairs(items: Sequence[Any]) -> None:
    heads = (say("部门", "department"), say("部门", "department"), say("共同举措", "shared"), "Jaccard", "lift")
    rows = [
        (one["a_name"], one["b_name"], one["count"], f"{one['jaccard']:.2f}", f"{one['lift']:.2f}") for one in items
    ]
    console.table(heads, rows, numbers=(2, 3, 4))
