"""The command line as click sees it, said in the language of the process, with options that every command has."""

import difflib
import inspect
import logging
import os
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar

import click

from api import console
from api.settings import DEFAULT_STORE, Settings, language, say
from graph.errors import BadValue, JucuoError, Words


class PipedAway(Exception):
    """Who read our output stopped reading. (Click ends the process with status 1 when it sees a BrokenPipeError.)"""


Called = Callable[..., int | None]


def common() -> list[click.Parameter]:
    """The options of every command; before the command's name they mean the same."""
    return [
        click.Option(["--json"], is_flag=True, help=say("以 JSON 回答", "answer in JSON")),
        click.Option(
            ["--store"],
            metavar="ADDRESS",
            help=say(
                f"数据库：文件路径，或 neo4j://、bolt:// 地址（默认 $JUCUO_STORE，再默认 {DEFAULT_STORE}）",
                f"a path, or a neo4j:// or bolt:// address ($JUCUO_STORE, else {DEFAULT_STORE})",
            ),
        ),
        click.Option(
            ["--lexicon"],
            metavar="DIR",
            help=say("另加的词表文件夹（默认 $JUCUO_LEXICON）", "a folder of more lexicons ($JUCUO_LEXICON)"),
        ),
        click.Option(["--debug"], is_flag=True, help=say("出错时显示详情", "show all of an error")),
    ]


def settings_of(ctx: click.Context, given: dict[str, Any]) -> Settings:
    """Settings from the options of the command, else of the group, else of the environment."""
    above = ctx.find_root().params

    def option(name: str) -> Any:
        return given.pop(name, None) or above.get(name)

    lexicon = option("lexicon")
    if lexicon:
        if not Path(lexicon).is_dir():
            raise BadValue(name="--lexicon", value=lexicon, expected=Words("应为一个文件夹", "a folder"))
        os.environ["JUCUO_LEXICON"] = lexicon  # where graph.lexicon looks, also in processes that read files
    return Settings(
        store=option("store") or os.environ.get("JUCUO_STORE") or DEFAULT_STORE,
        lang=language(),
        json=bool(option("json")),
        debug=bool(option("debug")),
    )


class Spoken(click.Command):
    """A command whose help is in the language of the process and keeps its columns with Chinese in them."""

    def get_help(self, ctx: click.Context) -> str:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        parts = [say("用法：", "Usage: ") + f"{ctx.command_path} {pieces}", self.help or ""]
        if isinstance(self, Commands):
            parts.append(columns(say("命令：", "Commands:"), [(name, say(*self.about(name))) for name in self.table]))
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [(", ".join(p.opts) + (f" {p.metavar}" if p.metavar else ""), p.help or "") for p in options]
        parts.append(columns(say("选项：", "Options:"), records))
        return "\n\n".join(part for part in parts if part)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        made = super().get_help_option(ctx)
        if made is not None:
            made.help = say("显示这个说明", "show this and exit")
        return made


class Commands(Spoken, click.Group):
    """Commands by name; a command's module is imported when it is called, so that starting costs nothing."""

    table: ClassVar[Mapping[str, tuple[str, str, str]]] = {}

    def __init__(self, name: str, help: str | None = None, params: list[click.Parameter] | None = None) -> None:
        super().__init__(
            name,
            help=help,
            params=params,
            callback=greet,
            no_args_is_help=False,
            invoke_without_command=True,
            options_metavar=say("[选项]", "[OPTIONS]"),
            subcommand_metavar=say("命令 …", "COMMAND …"),
        )

    def about(self, name: str) -> tuple[str, str]:
        """What the command does, in Chinese and English."""
        return self.table[name][1:]

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in self.table:
            return None
        found: click.Command = getattr(import_module(self.table[cmd_name][0]), cmd_name)
        found.help = say(*self.about(cmd_name))
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.table:
            like = difflib.get_close_matches(args[0], self.table, 1)
            hint = say(f"是不是 {like[0]}？", f"Did you mean {like[0]}?") if like else ""
            raise click.UsageError(say(f"没有命令“{args[0]}”。", f"There is no command “{args[0]}”. ") + hint, ctx)
        return super().resolve_command(ctx, args)


def greet(**_: object) -> None:
    """A group without a command: its help."""
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def columns(head: str, rows: Sequence[tuple[str, str]]) -> str:
    """A list in two columns; a Chinese character is as wide as two others."""
    edge = min(26, max((width(left) for left, _ in rows), default=0))
    lines = [head]
    for left, right in rows:
        gap = " " * max(2, edge - width(left) + 2)
        lines.append(f"  {left}{gap}{right}".rstrip())
    return "\n".join(lines)


def width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def command(function: Called) -> Spoken:
    """A command of the function's name. The function gets the settings first; what it returns is the exit status."""

    @wraps(function)
    def called(**given: Any) -> int:
        ctx = click.get_current_context()
        settings = Settings(lang=language())
        try:
            settings = settings_of(ctx, given)
            if settings.debug:
                logging.basicConfig(level=logging.WARNING, force=True)
            return function(settings, **{name: storable(value) for name, value in given.items()}) or 0
        except JucuoError as error:
            failed(error, settings)
            return error.exit
        except BrokenPipeError as error:
            raise PipedAway from error

    params = list(reversed(getattr(function, "__click_params__", [])))
    return Spoken(
        name=function.__name__.strip("_"),
        callback=called,
        params=[*params, *common()],
        help=inspect.getdoc(function),
        options_metavar=say("[选项]", "[OPTIONS]"),
    )


def storable(value: Any) -> Any:
    """Bytes that are no text in the encoding of the console come as half characters, which nothing can keep."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    return tuple(map(storable, value)) if isinstance(value, tuple) else value


def failed(error: JucuoError, settings: Settings) -> None:
    """An error as a sentence, and as an object where JSON was asked for."""
    if settings.debug:
        import traceback

        traceback.print_exception(error)
    if settings.json:
        from api import jsons

        console.emit({"error": jsons.error(error, settings.lang)})
    console.tell(error.text(settings.lang))


def wrong_use(error: click.UsageError) -> str:
    """What was wrong with the call, and where the right way stands."""
    path = error.ctx.command_path if error.ctx else "jucuo"
    return said(error) + say(f"用法见 {path} --help。", f" See {path} --help.")


def said(error: click.UsageError) -> str:
    name = error.param.human_readable_name if isinstance(error, click.BadParameter) and error.param else ""
    if isinstance(error, click.MissingParameter):
        return say(f"缺少“{name}”。", f"“{name}” is missing.")
    if isinstance(error, click.NoSuchOption):
        like = difflib.get_close_matches(error.option_name, error.possibilities or (), 1)
        hint = say(f"是不是 {like[0]}？", f" Did you mean {like[0]}?") if like else ""
        return say(f"没有选项“{error.option_name}”。", f"There is no option “{error.option_name}”.") + hint
    if isinstance(error, click.BadParameter) and error.param is not None:
        wanted = acceptable(error.param.type)
        return say(f"“{name}”只能是：{wanted}。", f"“{name}” must be: {wanted}.")
    if isinstance(error, click.BadOptionUsage):
        return say(f"选项“{error.option_name}”用得不对。", f"The option “{error.option_name}” is not used right.")
    if error.message.startswith("Got unexpected extra"):
        return say("参数太多。", error.message)
    return error.message


def acceptable(type: click.ParamType[Any]) -> str:
    """What a parameter takes, in words."""
    if isinstance(type, click.Choice):
        return "、".join(map(str, type.choices))
    if isinstance(type, click.IntRange):
        return say(f"{type.min} 到 {type.max} 的整数", f"a whole number from {type.min} to {type.max}")
    return say("整数", "a whole number") if isinstance(type, click.types.IntParamType) else type.name
