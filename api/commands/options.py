"""What several commands have in common: filters, lists, an open store, words for what is shown."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from typing import Any

import click

from api.ask import Wanted
from api.settings import Settings, say
from graph.model import Kind, Limit, Role
from graph.paging import MOST
from graph.store import Store, open_store

Function = Callable[..., Any]

KINDS: Mapping[str, tuple[str, str]] = {
    Kind.NOTICE: ("通知", "notice"),
    Kind.MEASURE: ("举措", "measure"),
    Kind.DEPARTMENT: ("部门", "department"),
    Kind.PROJECT: ("项目", "project"),
    Kind.REGION: ("地区", "region"),
    Kind.THEME: ("主题", "theme"),
}
ROLES: Mapping[str, tuple[str, str]] = {
    Role.LEAD: ("牵头", "lead"),
    Role.RESPONSIBLE: ("责任", "responsible"),
    Role.SUPPORT: ("配合", "support"),
    Role.GUIDE: ("指导", "guide"),
}
LIMITS: Mapping[str, tuple[str, str]] = {
    Limit.DATE: ("到某日", "date"),
    Limit.SPAN: ("一段时间", "span"),
    Limit.RECURRING: ("定期", "recurring"),
    Limit.RELATIVE: ("相对时限", "relative"),
    Limit.ONGOING: ("持续推进", "ongoing"),
    Limit.LONG_TERM: ("长期坚持", "long term"),
    Limit.IMMEDIATE: ("立即", "immediate"),
    Limit.OTHER: ("其他", "other"),
}


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
        click.option(
            "--department", multiple=True, metavar="NAME", help=say("部门，可重复", "a department; repeatable")
        ),
        choice("--role", Role, say("部门的责任", "its role")),
        click.option("--region", metavar="NAME", help=say("地区，含其下各地", "a region and what lies in it")),
        click.option("--project", metavar="NAME", help=say("项目", "a project")),
        click.option("--theme", metavar="NAME", help=say("主题", "a theme")),
        click.option("--notice", metavar="NUMBER", help=say("通知的文号", "a notice")),
        choice("--deadline", Limit, say("时限的种类", "kind of time limit")),
        click.option("--due-before", metavar="DATE", help=say("最后一天不晚于", "last day at the latest")),
        click.option("--due-after", metavar="DATE", help=say("最后一天不早于", "last day at the earliest")),
        click.option("--year", type=int, metavar="YEAR", help=say("最后一天所在的年份", "year of the last day")),
    )


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


def choice(name: str, values: Iterable[str], help: str, default: str | None = None) -> Callable[[Function], Function]:
    """An option that takes one of some values, and names them."""
    known = [str(value) for value in values]
    told = f"{help}：{'、'.join(known)}" if say("zh", "en") == "zh" else f"{help}: {', '.join(known)}"
    return click.option(name, type=click.Choice(known), default=default, metavar=name[2:].upper(), help=told)


def _with(function: Function, *options: Callable[[Function], Function]) -> Function:
    for option in reversed(options):
        function = option(function)
    return function


def word(words: Mapping[str, tuple[str, str]], key: str | None) -> str:
    """How a kind, a role or a limit is called; one not known stands as it is."""
    return "" if key is None else say(*words[key]) if key in words else key


def units_of(item: Mapping[str, Any]) -> str:
    """The departments of a measure as the notice prints them; a role that is not the usual one is said."""
    return "、".join(
        unit["printed"] + ("" if unit["role"] == Role.RESPONSIBLE else f"（{word(ROLES, unit['role'])}）")
        for unit in item["departments"]
    )


def limit_of(item: Mapping[str, Any]) -> str:
    """The time limit of a measure in the words of the notice."""
    limit = item["deadline"]
    return "" if limit is None else limit["text"] or word(LIMITS, limit["kind"])


def named(item: Mapping[str, Any]) -> str:
    """Label and title of a measure."""
    return f"{item['label'] or ''}{item['title']}"
