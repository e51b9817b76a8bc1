"""How fast notices are read and parsed: `python -m bench.reading`. Medians of CPU time, never a test."""

import random
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from bench.synthetic import OBJECTS, PLACES, TAILS, UNITS, VERBS
from ingest.document import Document
from ingest.parse import parse
from ingest.readers import read_bytes
from tests.readers.layout import Block, pages
from tests.readers.make_files import docx, html, ofd, pdf

MB = 1_000_000


def notice(measures: int, seed: int = 7) -> list[Block]:
    """A notice of so many measures, about 870 bytes each (those of governments have some 1,100), no two the same."""
    chance = random.Random(seed)
    head: list[Block] = [
        "包头市人民政府关于印发某某工作方案的通知",
        "包府发〔2024〕5号",
        "各旗、县、区人民政府：",
        "一、重点任务",
    ]
    return head + [measure(n, chance) for n in range(1, measures + 1)]


def measure(n: int, chance: random.Random) -> str:
    said = "".join(_sentence(chance) for _ in range(chance.randint(6, 10)))
    units = "、".join(f"市{unit}" for unit in chance.sample(UNITS, chance.randint(1, 6)))
    limit = chance.choice((f"{chance.randint(2024, 2030)}年{chance.randint(1, 12)}月", "持续推进", "长期坚持"))
    return f"（{n}）{chance.choice(VERBS)}{chance.choice(OBJECTS)}。{said}（责任单位：{units}；完成时限：{limit}）"


def _sentence(chance: random.Random) -> str:
    place = chance.choice(("", "", "", f"在{chance.choice(PLACES)}"))
    return f"{place}{chance.choice(VERBS)}{chance.choice(OBJECTS)}，{chance.choice(TAILS)}，{chance.choice(TAILS)}。"


def text(measures: int) -> bytes:
    return "\n".join(str(block) for block in notice(measures)).encode()


def timed(work: Callable[[], object], times: int = 5) -> float:
    """The median of a few runs, in seconds of one core, after one that warms up."""
    work()
    took = []
    for _ in range(times):
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return median(took)


def one(name: str, data: bytes) -> Document:
    return read_bytes(name, data)[0]


def both(data: bytes) -> object:
    """Read and parse a text."""
    return parse(one("a.txt", data))


def rows() -> list[tuple[str, str, str]]:
    """What was measured, how much of it, how fast."""
    found = []
    plain = text(1000)
    kinds = {
        "txt": plain,
        "txt, GB18030": plain.decode().encode("gb18030"),
        "html": html(notice(1000)),
        "docx": docx(notice(200)),
    }
    for name, data in kinds.items():
        file = f"a.{name[:4].strip(',')}"
        document = one(file, data)
        size = len(document.text.encode())
        reading = timed(lambda file=file, data=data: one(file, data))  # type: ignore[misc]
        whole = timed(lambda file=file, data=data: parse(one(file, data)), 3)  # type: ignore[misc]
        found.append(
            (
                name,
                f"{size / MB:.2f} MB text",
                f"read {size / MB / reading:.1f} MB/s, parsed too {size / MB / whole:.1f} MB/s",
            )
        )
    made = pages(notice(120))[:20]
    for name, data in {"pdf": pdf(made), "ofd": ofd(made)}.items():
        took = timed(lambda name=name, data=data: one(f"a.{name}", data), 3)  # type: ignore[misc]
        found.append((name, f"{len(made)} pages", f"{took:.2f} s"))
    found += growth()
    for name, size in (("10 MB text", 11_500), ("small text", 10)):
        found.append((f"memory, {name}", f"{len(text(size)) / MB:.1f} MB", memory(size)))
    return found


def growth() -> list[tuple[str, str, str]]:
    """Twice as much must take about twice as long, whatever it is."""
    shapes: dict[str, Callable[[int], bytes]] = {
        "measures": lambda n: text(n * 800),
        "one line": lambda n: text(n * 500).replace(b"\n", b" "),
        "brackets": lambda n: "（".encode() * (n * 250_000),
    }
    found = []
    for name, make in shapes.items():
        small, large = (timed(partial(both, make(n)), 1) for n in (2, 4))
        found.append(
            (f"twice the {name}", f"{len(make(4)) / MB:.1f} MB", f"{large:.2f} s, {large / small:.1f} times as long")
        )
    return found


def memory(measures: int) -> str:
    """The most memory a process has that reads and parses such a text (Linux tells)."""
    code = (
        f"from pathlib import Path; from bench.reading import both, text; both(text({measures}))\n"
        "lines = Path('/proc/self/status').read_text().splitlines()\n"
        "print(next(int(line.split()[1]) // 1024 for line in lines if line.startswith('VmHWM')))"
    )
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    return f"{done.stdout.strip()} MB" if done.returncode == 0 else "not known here"


def main() -> None:
    """Print the table."""
    print("## Reading\n\n| what | how much | how fast |\n|---|---|---|")
    for row in rows():
        print(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main()
