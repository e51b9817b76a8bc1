"""Damaged files without number: `python -m tests.fuzz --runs 100000 --seed 1`.

Every input is a file of a format, made small and then cut, doubled, twisted and salted. Reading it must give documents
or an error of ours, and parsing what was read (every fifth time) a notice or an error of ours, each within the time.
The same seed gives the same inputs. Exit status 1 when one did not hold.
"""

import argparse
import io
import random
import re
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from graph.errors import JucuoError
from ingest.document import Document
from ingest.parse import parse
from ingest.readers import each
from ingest.workers import Lost, in_order
from tests.readers.layout import Block, pages
from tests.readers.make_files import docx, html, lists, numbered, ofd, pdf, zipped

SECONDS = 10.0
BATCH = 100
PARSED = 5
"""Every fifth document is parsed too."""
WEIGHTS = {"txt": 18, "html": 25, "docx": 25, "ofd": 20, "pdf": 4, "zip": 8}

NOTICE: list[Block] = [
    "某市人民政府关于印发算力行动方案的通知",
    "某政发〔2024〕5号",
    "各区人民政府，市直各部门：",
    "一、重点任务",
    "（一）建设算力中心。推动互联互通，到2025年底前建成。（责任单位：市发展改革委、市财政局；完成时限：2024年12月）",
    [["序号", "任务", "责任单位"], ["1", "建设平台。", "市工信局"], ["2", None, "市科技局、市教育局"]],
    "2024年5月6日",
]
SALT = [
    b"<", b">", b"</", b"<td rowspan=0 colspan=99999>", b"<table>", b"<tr>", b"]]>", b"<!--", b"&#xD800;",
    b"&#0;", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"%PDF-1.7", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"0 R",
    b"/Prev 9", b"/Kids[2 0 R]", b"stream", b"endobj", b"99999999999999999999", b"-1", b"1e999", b"NaN",
    b'<w:numId w:val="1"/>', b"<w:vMerge/>", b'<w:gridSpan w:val="9999"/>', b"g 999999 1",
    b'CTM="0 0 0 0 0 0"', b"M 0 0 L 9 9 C", b'DeltaX="g 9"', b"\xe2\x80\xa8", "（".encode(),
    "责任单位：".encode(), "一、".encode(), "《".encode(), "〔2024〕".encode(), "\u200d".encode(),
    "⼈⻓".encode(), b"\r", b"\n" * 50, b"(" * 300, b"[" * 300,
]  # fmt: skip


@dataclass(slots=True)
class Tally:
    """What became of inputs: how many of each outcome, the slowest, and what did not hold."""

    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0.0, "")
    wrong: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        self.outcomes += other.outcomes
        self.slowest = max(self.slowest, other.slowest)
        self.wrong += other.wrong


@cache
def seeds() -> dict[str, bytes]:
    """An unharmed file of each format."""
    text = "\n".join(b if isinstance(b, str) else "\n".join(c for r in b for c in r if c) for b in NOTICE)
    made = pages(NOTICE, centred=1)
    parts = {"word/numbering.xml": lists([("chineseCounting", "%1、"), ("decimal", "%2.")])}
    word = docx(NOTICE, body=numbered("甲", 1) + numbered("乙", 1, 1), parts=parts)
    return {
        "txt": text.encode(),
        "html": html(NOTICE),
        "docx": word,
        "ofd": ofd(made),
        "pdf": pdf(made, plain=True),
        "zip": zipped({"甲.txt": text, "乙.docx": word, "丙.html": html(NOTICE)}),
    }


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A file after one to eight accidents."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        at = chance.randrange(len(out) + 1)
        end = min(len(out), at + int(chance.expovariate(1 / 30)) + 1)
        match chance.randrange(8):
            case 0:
                out[at:at] = chance.choice(SALT)
            case 1:
                out[at:end] = chance.choice(SALT)
            case 2:
                del out[at:end]
            case 3:
                out[at:at] = out[at:end] * chance.choice((1, 2, 20))
            case 4 if at < len(out):
                out[at] ^= 1 << chance.randrange(8)
            case 5:
                out[at:end] = chance.randbytes(end - at)
            case 6 if chance.random() < 0.2:
                del out[at:]
            case _:
                other = chance.randrange(len(out) + 1)
                out[at:at] = out[other : other + end - at]
    return bytes(out)


ODD = [
    "",
    "0",
    "-1",
    "1",
    "9999",
    "99999999999",
    "1e300",
    "nan",
    "0 0 0 0",
    "1 0 0 1",
    "g 9 9",
    "../x",
    "/",
    "decimal",
    "好",
    "%1%9",
]


def twisted(markup: str, chance: random.Random) -> str:
    """XML that is still whole, with values and words of it taken for others."""
    for _ in range(chance.choice((1, 2, 4, 8))):
        places = list(re.finditer(r'"([^"<>]*)"|>([^<>]+)<', markup))
        if places:
            found = chance.choice(places)
            at = 1 if found[1] is not None else 2
            markup = markup[: found.start(at)] + chance.choice(ODD) + markup[found.end(at) :]
    return markup


def made(seed: int, number: int) -> tuple[str, bytes]:
    """Input `number` of a run: its name and bytes. What is packed is mostly harmed inside, where it hurts."""
    chance = random.Random(f"{seed}/{number}")
    kind = chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
    data = seeds()[kind]
    if kind in ("docx", "ofd", "zip") and chance.random() < 0.8:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            inner: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
        name = chance.choice(list(inner))
        whole = inner[name]
        raw = whole if isinstance(whole, bytes) else whole.encode()
        harmed = (
            twisted(raw.decode(), chance).encode()
            if name.endswith("xml") and chance.random() < 0.6
            else mutated(raw, chance)
        )
        inner[name] = harmed
        return f"a.{kind}", zipped(inner, zipfile.ZIP_STORED)
    if kind == "txt" and chance.random() < 0.3:
        data = data.decode().encode(
            chance.choice(("gb18030", "utf-16", "utf-16-le", "big5hkscs", "utf-8-sig")), "replace"
        )
    return f"a.{kind}", mutated(data, chance)


def tried(seed: int, number: int, tally: Tally) -> None:
    """Read and parse one input."""
    name, data = made(seed, number)
    start = time.monotonic()
    try:
        for found in each(name, data):
            if isinstance(found, Document):
                tally.outcomes[f"{found.format}: read"] += 1
                _sound(found)
                if number % PARSED == 0:
                    _parsed(found, tally)
            else:
                tally.outcomes[f"{name[2:]}: {found.code}"] += 1
    except Exception:
        tally.wrong.append(f"--seed {seed}, input {number} ({name}):\n{traceback.format_exc(limit=-4)}")
    took = time.monotonic() - start
    if took > SECONDS:
        tally.wrong.append(f"--seed {seed}, input {number} ({name}): {took:.1f} s")
    tally.slowest = max(tally.slowest, (took, f"{name} {number}"))


def _parsed(document: Document, tally: Tally) -> None:
    tally.outcomes["parsed"] += 1
    try:
        parse(document)
    except JucuoError as error:
        tally.outcomes[f"parsed: {error.code}"] += 1


def _sound(document: Document) -> None:
    """A document that others can rely on: text that can be written, cells that lie in it."""
    document.text.encode()
    assert "\0" not in document.text
    for table in document.tables:
        for row in table.rows:
            for cell in row:
                assert cell is None or 0 <= cell.span[0] <= cell.span[1] <= len(document.text)


def batch(task: tuple[int, int, int]) -> Iterator[Tally]:
    """Inputs from one number to another of a run, a tally each ten."""
    seed, first, last = task
    for start in range(first, last, 10):
        tally = Tally()
        for number in range(start, min(start + 10, last)):
            tried(seed, number, tally)
        yield tally


def main() -> int:
    """Run, say how it goes, and what did not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=1)
    given = parser.parse_args()
    tasks = [(given.seed, at, min(at + BATCH, given.runs)) for at in range(0, given.runs, BATCH)]
    total, done, start = Tally(), 0, time.monotonic()
    for task, result in in_order(tasks, batch, processes=given.processes, seconds=10 * SECONDS):
        if isinstance(result, Lost):
            total.wrong.append(f"inputs {task[1]} to {task[2]}: the process {'hung' if result.slow else 'died'}")
            print(total.wrong[-1], flush=True)
        elif result is not None:
            total.add(result)
            if result.wrong:
                print("\n".join(result.wrong), flush=True)
        else:
            done = task[2]
            if done % (BATCH * 50) == 0:
                print(f"{done} inputs, {time.monotonic() - start:.0f} s, {len(total.wrong)} wrong", flush=True)
    for what, times in sorted(total.outcomes.items()):
        print(f"{times:8}  {what}")
    print(
        f"{given.runs} inputs in {time.monotonic() - start:.0f} s; "
        f"slowest {total.slowest[0]:.2f} s ({total.slowest[1]})"
    )
    print(f"{len(total.wrong)} did not hold" if total.wrong else "all held")
    return 1 if total.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
