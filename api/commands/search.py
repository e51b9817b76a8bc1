"""`jucuo search`: measures, why each was found, near misses."""

from typing import Any

import click

from api import ask, console
from api.ask import Wanted
from api.commands.options import filters, limit_of, listing, named, opened, units_of
from api.settings import Settings, say
from api.usage import command


@command
@click.argument("query", metavar="QUERY")
@filters
@listing()
def search(settings: Settings, query: str, wanted: Wanted, limit: int, cursor: str | None) -> None:
    with opened(settings) as store:
        answer = ask.search(store, query, wanted, limit, cursor, settings.lang)
    if settings.json:
        console.emit(answer)
        return
    concepts = "、".join(concept["name"] for concept in answer["concepts"])
    total = answer["total"]
    console.line(
        (say(f"{total} 项举措", f"{total} measures"), "bold"),
        (say(f"，问的是：{concepts}", f" for: {concepts}"), "dim"),
    )
    if answer["aside"]:
        missing = say("、", ", ").join(answer["aside"])
        console.line(
            (
                say(f"没有举措同时涉及 {missing}，以下不计此项。", f"No measure says {missing} as well: set aside."),
                "bold",
            )
        )
    for item in answer["items"]:
        show(item)
    console.more(len(answer["items"]), total, answer["next"])
    if answer["near"]:
        number = len(answer["near"])
        console.line()
        console.line((say(f"另有 {number} 项有其中的词而不属于：", f"{number} more hold some of the words:"), "bold"))
        for one in answer["near"]:
            console.line("  ", named(one), "  ", (one["notice"], "dim"), "  ", one["why_not"])


def show(item: Any) -> None:
    """A measure that answers."""
    console.line()
    console.line((named(item), "bold"), "  ", (item["notice"], "dim"))
    console.line("  ", units_of(item), "  ", limit_of(item))
    found: dict[str, list[str]] = {}
    for why in item["why"]:
        found.setdefault(why["concept"], []).append(why["words"])
    reasons = "；".join(f"{concept} ← {'、'.join(words)}" for concept, words in found.items())
    console.line("  ", (say("因为 ", "because of ") + reasons, "dim"))
