"""`jucuo path`: the shortest ways between two nodes."""

import click

from api import ask, console
from api.commands.options import KINDS, opened, word
from api.settings import Settings, say
from api.usage import command


@command
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option(
    "--longest", type=click.IntRange(1, 12), default=6, metavar="N", help=say("最多几步（默认 6）", "steps (6)")
)
@click.option(
    "--limit", type=click.IntRange(1, 1000), default=50, metavar="N", help=say("最多几条（默认 50）", "ways (50)")
)
@click.option("--kinds", multiple=True, metavar="KIND", help=say("只经过这些种类的节点", "only through such nodes"))
def path(settings: Settings, a: str, b: str, longest: int, limit: int, kinds: tuple[str, ...]) -> None:
    with opened(settings) as store:
        answer = ask.paths(store, a, b, longest, limit, ask.kinds_of(kinds))
    if settings.json:
        console.emit(answer)
        return
    nodes = {node["id"]: node for node in answer["nodes"]}
    number = len(answer["paths"])
    if not number:
        console.line(say(f"{longest} 步之内没有路径。", f"There is no way of at most {longest} steps."))
        return
    more = "+" if answer["truncated"] else ""
    steps = len(answer["paths"][0]) - 1
    head = say(f"{number}{more} 条最短路径，各 {steps} 步", f"{number}{more} shortest ways of {steps} steps")
    console.line((head, "bold"))
    for way in answer["paths"]:
        shown: list[object] = []
        for id in way:
            shown += [
                ("  —  " if shown else "", "dim"),
                (word(KINDS, nodes[id]["kind"]) + " ", "dim"),
                nodes[id]["name"],
            ]
        console.line(*shown)
