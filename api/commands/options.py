"""What several commands have in common: filters, lists, an open store, words for what is shown."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from typing import Any

import click

from api.ask import Wanted
from api.settings import Settings, language, say
from graph.asking import LIMITS
from graph.model import Role
from graph.paging import MOST
from graph.store import Store, open_store
from viz import legend

Function = Callable[..., Any]

KINDS: Mapping[str, tuple[str, str]] = {kind: (sign.zh, sign.en) for kind, sign in legend.SIGNS.items()}


@contextmanager
def opened(settings: Settings, *, create: bool = False) -> Iterator[Store]:
    """The store of the settings, closed at the end."""
    store = open_store(settings.store, create=create)
    try:
        yield store
    finally:
        store.close()


def filters(function: Function) -> Function:
    """Options that say which measures are meant; the function gets them as `wanted`."""

    @wraps(function)
    def called(*args: Any, **given: Any) -> Any:
        wanted = Wanted(**{name: given.pop(name) for name in Wanted.__dataclass_fields__ if name in given})
        return function(*args, wanted=wanted, **given)

    return _with(
        called,
        several("--department", "NAME", say("部门，可重复：都要承担", "a department; several must all have it")),
        click.option(
            "--any-department", is_flag=True, help=say("部门任一个承担即可", "any of the departments will do")
        ),
        choice("--role", Role, say("部门的责任", "its role")),
        several(
            "--region", "NAME", say("地区，含其下各地，可重复：任一处", "a region and what lies in it; repeatable")
        ),
        several("--project", "NAME", say("项目，可重复：任一个", "a project; repeatable")),
        several("--theme", "NAME", say("主题，可重复：任一个", "a theme; repeatable")),
        several("--notice", "NUMBER", say("通知的文号，可重复：任一份", "a notice; repeatable")),
        choice(
            "--deadline",
            LIMITS,
            say("时限的种类，可重复：任一种；none 为未写时限", "kind of time limit; none: those without; repeatable"),
            multiple=True,
        ),
        click.option("--due-before", metavar="DATE", help=say("最后一天不晚于", "last day at the latest")),
        click.option("--due-after", metavar="DATE", help=say("最后一天不早于", "last day at the earliest")),
        several("--year", "YEAR", say("最后一天所在的年份，可重复：任一年", "year of the last day; repeatable"), int),
        several(
            "--kind", "KIND", say("文种，如 通知、意见，可重复：任一种", "kind of notice, in its own word; repeatable")
        ),
    )


def several(name: str, metavar: str, help: str, type: type = str) -> Callable[[Function], Function]:
    """An option that may be given several times."""
    return click.option(name, multiple=True, type=type, metavar=metavar, help=help)


def listing(limit: int = 50) -> Callable[[Function], Function]:
    """Options of a list: how many, and from where."""

    def wrap(function: Function) -> Function:
        return _with(
            function,
            click.option(
                "--limit",
                type=click.IntRange(1, MOST),
                default=limit,
                metavar="N",
                help=say(f"最多几项（默认 {limit}）", f"at most so many ({limit})"),
            ),
            click.option("--cursor", metavar="NEXT", help=say("从上一页的 next 继续", "go on from `next` of a page")),
        )

    return wrap


def choice(
    name: str, values: Iterable[str], help: str, default: str | None = None, multiple: bool = False
) -> Callable[[Function], Function]:
    """An option that takes one of some values, and names them."""
    known = [str(value) for value in values]
    told = f"{help}：{'、'.join(known)}" if say("zh", "en") == "zh" else f"{help}: {', '.join(known)}"
    return click.option(
        name, type=click.Choice(known), default=default, multiple=multiple, metavar=name[2:].upper(), help=told
    )


def _with(function: Function, *options: Callable[[Function], Function]) -> Function:
    for option in reversed(options):
        function = option(function)
    return function


def word(words: Mapping[Any, tuple[str, str]], key: str | None) -> str:
    """How a kind, a role or a limit is called; one not known stands as it is."""
    return "" if key is None else legend.word(words, key, language())


def units_of(item: Mapping[str, Any]) -> str:
    """The departments of a measure as the notice prints them; a role that is not the usual one is said."""
    return "、".join(unit["printed"] + role(unit["role"]) for unit in item["departments"])


def role(role: str) -> str:
    """A role that is not the usual one, to stand behind a name."""
    return "" if role == Role.RESPONSIBLE else f"（{word(legend.ROLES, role)}）"


def limit_of(item: Mapping[str, Any]) -> str:
    """The time limit of a measure in the words of the notice."""
    limit = item["deadline"]
    return "" if limit is None else limit["text"] or word(legend.LIMITS, limit["kind"])


def named(item: Mapping[str, Any]) -> str:
    """Label and title of a measure."""
    return f"{item['label'] or ''}{item['title']}"
