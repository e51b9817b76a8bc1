"""`jucuo due`: measures by time limit, as seen on a day."""

from typing import Any

import click

from api import ask, console
from api.ask import Wanted
from api.commands.options import filters, limit_of, listing, named, opened, units_of
from api.settings import Settings, say
from api.usage import command


@command
@click.option("--as-of", metavar="DATE", help=say("从哪一天看（默认今天）", "as seen on that day (today)"))
@filters
@listing()
def due(settings: Settings, as_of: str | None, wanted: Wanted, limit: int, cursor: str | None) -> None:
    with opened(settings) as store:
        answer = ask.due(store, as_of, wanted, limit, cursor)
    if settings.json:
        console.emit(answer)
        return
    passed, coming, without = (answer["states"][state] for state in ("passed", "coming", "without_day"))
    zh = f"：{passed} 项时限已过，{coming} 项未到，{without} 项没有最后一天"
    en = f": {passed} passed, {coming} to come, {without} without a day"
    console.line((answer["as_of"] + say(zh, en), "bold"))
    heads = (
        say("最后一天", "last day"),
        say("时限", "time limit"),
        "",
        say("举措", "measure"),
        say("责任单位", "responsible"),
    )
    rows = [
        (one["deadline"] and one["deadline"]["due"], limit_of(one), away(one), named(one), units_of(one))
        for one in answer["items"]
    ]
    console.table(heads, rows)
    console.more(len(rows), answer["total"], answer["next"])


def away(item: Any) -> str:
    """How far the last day is. A day that is over says nothing of the work."""
    if item["days"] is None:
        return ""
    if item["days"] < 0:
        return say("时限已过", "passed")
    return say(f"还有 {item['days']} 天", f"in {item['days']} days") if item["days"] else say("今天", "today")
