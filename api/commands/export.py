"""`jucuo export`: a file by its ending."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import click

from api import ask, console
from api.ask import Wanted
from api.commands.options import choice, filters, opened
from api.settings import Settings, say
from api.usage import command
from graph.errors import BadValue, NotWritable, Words
from graph.reasons import of_writing
from viz import export as pictures
from viz import files
from viz.look import LANGS

FORMATS = {"html": "html", "graphml": "graphml", "gexf": "gexf", "json": "json", "csv": "csv", "zip": "csv"}


@command
@click.argument("file", metavar="FILE")
@choice("--view", pictures.VIEWS, say("html：哪种图", "html: which picture"))
@click.option(
    "--id", metavar="NODE", help=say("html：图的中心，或路径的起点", "html: its centre, or where a path begins")
)
@click.option("--to", metavar="NODE", help=say("html：路径的终点", "html: where a path ends"))
@click.option("--query", metavar="QUERY", help=say("html：查询", "html: a query"))
@choice("--lang", LANGS, say("html、csv：文件里的语言", "html, csv: the language in it"))
@filters
@click.option(
    "--limit", type=click.IntRange(1, 1000), default=300, metavar="N", help=say("html：最多几个节点", "nodes")
)
def export(
    settings: Settings,
    file: str,
    view: str | None,
    id: str | None,
    to: str | None,
    query: str | None,
    lang: str | None,
    wanted: Wanted,
    limit: int,
) -> None:
    path = Path(file)
    ending = path.suffix.lower().removeprefix(".")
    if ending not in FORMATS:
        endings = [f".{known}" for known in FORMATS]
        wanted_ending = Words(f"结尾应为 {'、'.join(endings)} 之一", f"it ends in one of {', '.join(endings)}")
        raise BadValue(name="FILE", value=file, expected=wanted_ending)
    with opened(settings) as store:
        if ending == "html":
            made = pictures.page(
                store,
                view or guessed(id, to, query),
                id=id,
                to=to,
                query=query,
                filter=ask.meant(store, wanted),
                lang=lang or settings.lang,
                limit=limit,
            )
            size = written(path, [made.encode("utf-8")])
        else:
            size = written(path, files.chunks(FORMATS[ending], store, lang or settings.lang))
    if settings.json:
        console.emit({"file": str(path), "format": FORMATS[ending], "bytes": size})
        return
    console.line(say("已导出", "Written"), "  ", path)
    if ending == "csv":
        hint = "它是装有各表的 zip；用 .zip 结尾更易打开。", "It is a zip of tables; name it .zip to open it at once."
        console.line((say(*hint), "dim"))


def guessed(id: str | None, to: str | None, query: str | None) -> str:
    """The view that the other options are about."""
    if query:
        return "search"
    if id:
        return "path" if to else "around"
    return "departments"


def written(path: Path, pieces: Iterable[bytes]) -> int:
    """All of it or nothing: the file is there when it is whole. The number of bytes."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            for piece in pieces:
                file.write(piece)
            size = file.tell()
        part.replace(path)
    except OSError as error:
        raise NotWritable(path=path, reason=of_writing(error)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return size
