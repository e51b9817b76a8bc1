"""`jucuo parse`: section 1 of the contract."""

import json
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from api import console, jsons
from api.commands.explain import explaining
from api.commands.options import role
from api.settings import Settings, say
from api.usage import command
from graph.errors import NotWritable
from graph.reasons import of_writing
from ingest.parsed import Parsed
from ingest.pipeline import ParsedFile, parse_all

NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


@command
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--out", metavar="DIR", help=say("每份写成 DIR/<文件名>.json", "write DIR/<file stem>.json instead"))
@click.option(
    "--explain",
    is_flag=True,
    help=say(
        "在原文上标出读到的内容；加 --out X.html 则写成一个网页",
        "mark what was read in the text; --out X.html makes one page",
    ),
)
def parse(settings: Settings, files: tuple[str, ...], out: str | None, explain: bool) -> int:
    if explain:
        return explaining(settings, files, out)
    bad = False
    folder = Out(Path(out)) if out else None
    with console.progress(say("读取", "Reading")) as progress:
        for file in parse_all([Path(one) for one in files], progress=progress):
            if file.error is not None:
                bad = True
                console.tell(file.error.text(settings.lang))
            if folder is not None:
                folder.write(file.source, jsons.parsed(file, settings.lang))
            elif settings.json:
                console.emit(jsons.parsed(file, settings.lang))
            else:
                show(file, settings.lang)
    return int(bad)


class Out:
    """A folder that gets one file a notice; two of the same name in one run do not overwrite each other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.taken: set[str] = set()

    def write(self, source: str, value: dict[str, Any]) -> None:
        path = self.folder / f"{self.free(source)}.json"
        part = path.with_name(path.name + ".part")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            text = json.dumps(value, ensure_ascii=False)
            part.write_text(text + "\n", encoding="utf-8", errors="backslashreplace", newline="\n")
            part.replace(path)
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise NotWritable(path=path, reason=of_writing(error)) from error

    def free(self, source: str) -> str:
        stem = NOT_IN_A_NAME.sub("_", Path(source.replace("\\", "/")).stem)[:80].rstrip(" .") or "_"
        name, number = stem, 1
        while name.casefold() in self.taken:
            number += 1
            name = f"{stem}-{number}"
        self.taken.add(name.casefold())
        return name


def show(file: ParsedFile, lang: str) -> None:
    """A notice for people: its head, its measures, what was not understood."""
    if file.parsed is None:
        return
    parsed = file.parsed
    notice = parsed.notice
    console.line((notice.number or file.source, "bold"), "  ", notice.title or notice.plan_title or "")
    console.line((counts(parsed) + unusual(file.encoding), "dim"))
    if parsed.measures:
        heads = (say("序号", "no."), say("举措", "measure"), say("责任单位", "responsible"), say("时限", "time limit"))
        console.table(
            heads,
            [
                (
                    one.label or one.ordinal,
                    one.title,
                    "、".join(unit.name + role(unit.role) for unit in one.responsible),
                    one.deadline.text if one.deadline else "",
                )
                for one in parsed.measures
            ],
        )
    for one in parsed.warnings:
        console.doubt(one.line, jsons.warning(one, lang)["message"])


def unusual(encoding: str | None) -> str:
    """The encoding of a text, where it had to be found out: a reader who sees wrong characters knows why."""
    if encoding is None or encoding.startswith("utf-8"):
        return ""
    return say(f"，编码 {encoding.upper()}", f", encoding {encoding.upper()}")


def counts(parsed: Parsed) -> str:
    units = {unit.id for measure in parsed.measures for unit in measure.responsible}
    number = len(parsed.measures)
    zh = f"{number} 项举措，{len(units)} 个责任单位，{len(parsed.warnings)} 处存疑"
    en = f"{number} measures, {len(units)} departments, {len(parsed.warnings)} warnings"
    dated = parsed.notice.dated
    return (f"{dated}  " if dated else "") + say(zh, en)
