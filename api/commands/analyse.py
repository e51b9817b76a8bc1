"""`jucuo analyse`: who stands in the middle, who belongs together, who ties groups."""

import click

from api import ask, console
from api.ask import Wanted
from api.commands.options import filters, opened
from api.settings import Settings, say
from api.usage import command


@command
@filters
@click.option("--most", type=click.IntRange(2, 2000), default=500, metavar="N", help=say("最多几个部门", "departments"))
def analyse(settings: Settings, wanted: Wanted, most: int) -> None:
    with opened(settings) as store:
        answer = ask.analysis(store, wanted, most)
    if settings.json:
        console.emit(answer)
        return
    names = {one["id"]: one["name"] for one in answer["departments"]}
    console.line((say("最居中的部门", "The most central departments"), "bold"))
    heads = (
        say("部门", "department"),
        say("举措", "measures"),
        say("伙伴", "partners"),
        say("中介度", "betweenness"),
        say("群组", "group"),
    )
    ranked = sorted(answer["departments"], key=lambda one: (-one["betweenness"], -one["measures"], one["id"]))
    rows = [
        (one["name"], one["measures"], one["partners"], f"{one['betweenness']:.3f}", one["group"])
        for one in ranked[:10]
    ]
    console.table(heads, rows, numbers=(1, 2, 3, 4))
    console.line()
    number = len(answer["groups"])
    console.line((say(f"{number} 个群组", f"{number} groups"), "bold"))
    for group in answer["groups"]:
        console.line(f"{group['number']}  {group['name']}  ", ("、".join(names[id] for id in group["members"]), "dim"))
    console.line()
    console.line(
        (say("群组之间的桥梁，和各组中的伙伴数", "Bridges between groups, with their partners in each"), "bold")
    )
    for bridge in answer["bridges"][:10]:
        ties = say("，", ", ").join(say(f"群组 {group}：{n}", f"group {group}: {n}") for group, n in bridge["ties"])
        console.line(bridge["name"], "  ", (ties, "dim"))
