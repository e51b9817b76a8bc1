"""`jucuo stats`, `check`, `copy`, `reindex`: the store itself."""

from collections import Counter

import click

from api import ask, console
from api.commands.options import KINDS, opened, word
from api.settings import Settings, say
from api.usage import command
from graph.errors import BadValue, Words
from graph.model import Kind, Loaded
from graph.reasons import english
from graph.store import open_store
from viz import legend


@command
def stats(settings: Settings) -> None:
    with opened(settings) as store:
        address, answer = store.address, ask.stats(store)
    if settings.json:
        console.emit({"address": address, **answer})
        return
    console.line((address, "bold"), "  ", (answer["store"], "dim"))
    rows = [(word(KINDS, kind), number) for kind, number in answer["nodes"].items()]
    rows += [(say("仅被引用的通知", "notices only cited"), answer["cited"])]
    rows += [(word(legend.RELATIONS, kind), number) for kind, number in answer["relations"].items()]
    rows += [
        (f"{say('时限', 'time limit')} {word(legend.LIMITS, kind)}", number)
        for kind, number in answer["deadlines"].items()
    ]
    rows += [
        (say("共同承担举措的部门对", "pairs that share"), answer["pairs"]),
        (say("存疑", "warnings"), answer["warnings"]),
    ]
    console.table(("", ""), rows, numbers=(1,))


@command
def check(settings: Settings) -> int:
    with opened(settings) as store:
        wrong = [english(one) if settings.lang == "en" else one for one in store.check()]
    if settings.json:
        console.emit({"sound": not wrong, "wrong": wrong})
    elif not wrong:
        console.line(say("数据库完好。", "The store is sound."))
    for one in wrong:
        console.tell(one)
    return int(bool(wrong))


@command
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
def copy(settings: Settings, source: str, target: str) -> None:
    if source == target:
        raise BadValue(name="TO", value=target, expected=Words("应与 FROM 不同", "another than FROM"))
    outcomes: Counter[str] = Counter()
    old = open_store(source, create=False)
    try:
        total = old.stats().nodes.get(Kind.NOTICE, 0)
        new = open_store(target)
        try:
            with console.progress(say("复制", "Copying")) as progress:
                for done, outcome in enumerate(new.replace(old.notices()), 1):
                    outcomes[outcome] += 1
                    if progress is not None:
                        progress(done, total, "")
            answer = {"from": old.address, "to": new.address, "notices": outcomes.total()}
        finally:
            new.close()
    finally:
        old.close()
    answer |= {str(kind): outcomes[kind] for kind in Loaded}
    if settings.json:
        console.emit(answer)
    else:
        number, same = outcomes.total(), outcomes[Loaded.UNCHANGED]
        zh, en = (
            f"已复制 {number} 份公文，其中 {same} 份原已相同",
            f"{number} notices copied, {same} of them were there already",
        )
        console.line(say(zh, en), "  ", (f"{answer['from']} → {answer['to']}", "dim"))


@command
def reindex(settings: Settings) -> None:
    with opened(settings) as store:
        number = store.reindex()
    if settings.json:
        console.emit({"measures": number})
    else:
        console.line(say(f"已重做 {number} 项举措的检索词。", f"The search terms of {number} measures were made anew."))
