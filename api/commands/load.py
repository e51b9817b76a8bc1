"""`jucuo load` and `jucuo remove`: what goes into the store and what is taken back."""

from collections.abc import Mapping
from pathlib import Path

import click

from api import console, jsons
from api.commands.options import opened
from api.commands.parse import unusual
from api.settings import Settings, say
from api.usage import command
from graph.model import Kind
from graph.store import resolve
from ingest.pipeline import LoadedFile, Outcome
from ingest.pipeline import load as load_all

OUTCOMES: Mapping[str, tuple[str, str]] = {
    Outcome.LOADED: ("已载入", "loaded"),
    Outcome.UNCHANGED: ("未变", "unchanged"),
    Outcome.REPLACED: ("已更新", "replaced"),
    Outcome.FAILED: ("失败", "failed"),
}


@command
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
def load(settings: Settings, paths: tuple[str, ...]) -> int:
    bad = done = 0
    with opened(settings, create=True) as store, console.progress(say("载入", "Loading")) as progress:
        for file in load_all([Path(one) for one in paths], store, progress=progress):
            done += 1
            bad += file.error is not None
            if settings.json:
                console.emit(jsons.loaded(file, settings.lang))
            if file.error is not None:
                console.tell(f"{say(*OUTCOMES[file.outcome])}  {file.error.text(settings.lang)}")
            elif not settings.json:
                console.line((say(*OUTCOMES[file.outcome]), "bold"), "  ", *told(file))
    if not done:
        console.tell(say("这里没有文件可以载入。请核对文件夹。", "There are no files to load. Check the folder."))
    return int(bad > 0)


def told(file: LoadedFile) -> tuple[object, ...]:
    """The rest of a file's line."""
    zh = f"{file.measures} 项举措，{file.departments} 个责任单位，{file.deadlines} 个时限"
    en = f"{file.measures} measures, {file.departments} departments, {file.deadlines} time limits"
    doubts = len(file.warnings)
    doubt = say(f"，{doubts} 处存疑", f", {doubts} warnings") if doubts else ""
    return (
        file.notice,
        "  ",
        say(zh, en),
        doubt,
        unusual(file.encoding),
        "  ",
        (file.source if file.notice != Path(file.source).stem else "", "dim"),
    )


@command
@click.argument("notice", metavar="NOTICE")
def remove(settings: Settings, notice: str) -> None:
    with opened(settings) as store:
        found = resolve(store, notice, (Kind.NOTICE,))
        store.remove(found.id)
    if settings.json:
        console.emit({"removed": found.id})
    else:
        console.line((say("已撤回", "taken back"), "bold"), "  ", found.id)
