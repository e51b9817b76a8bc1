"""The documentation in docs/ is true: every block of it that shows a command or a request is run and compared.

    ```console
    $ jucuo stats
    …what it prints…
    ```

A page is run from top to bottom in a folder of its own that holds `samples/`, in the language of its folder (docs/en
is English). A block of `http` is a request to the service over the store that the page has loaded.
`python -m tests.docs --update` writes what is printed now into the pages.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.api.running import COMMAND, environment
from tests.shared import ROOT

BLOCK = re.compile(r"^```(console|http)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WIDTH = "110"


def pages() -> list[Path]:
    """The pages that show commands or requests with what they print."""
    found = sorted((ROOT / "docs").rglob("*.md"))
    return [page for page in found if BLOCK.search(page.read_text(encoding="utf-8"))]


def run_page(page: Path) -> str:
    """The text of a page as it would be with what is printed now."""
    lang = "en" if "en" in page.relative_to(ROOT).parts else "zh"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "samples", folder / "samples")
        runners: dict[str, Callable[[str], str]] = {
            "console": lambda block: console(block, folder, lang),
            "http": lambda block: http(block, folder, lang),
        }
        text = page.read_text(encoding="utf-8")
        return BLOCK.sub(lambda found: f"```{found[1]}\n{runners[found[1]](found[2])}```", text)


def console(block: str, folder: Path, lang: str) -> str:
    """The commands of a block, each with its output; those that are not `jucuo` stand as they are."""
    lines = block.splitlines()
    commands = [line for line in lines if line.startswith("$ ")]
    if not all(command.startswith("$ jucuo ") for command in commands):
        return block
    return "".join(f"{command}\n{output(command, folder, lang)}" for command in commands)


def output(command: str, folder: Path, lang: str) -> str:
    """What a command prints on both streams, and its exit status where it is not 0."""
    done = subprocess.run(
        [*COMMAND, *shlex.split(command)[2:]],
        cwd=folder,
        env=environment(JUCUO_LANG=lang, COLUMNS=WIDTH),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=False,
    )
    text = "".join(line.rstrip() + "\n" for line in done.stdout.decode("utf-8").splitlines())
    return text + (f"[{done.returncode}]\n" if done.returncode else "")


def http(block: str, folder: Path, lang: str) -> str:
    """A request and the JSON of its answer."""
    from fastapi.testclient import TestClient

    from api.app import create_app
    from api.settings import Settings
    from graph.store import open_store

    request = block.splitlines()[0]
    method, address = request.split(" ", 1)
    store = open_store(folder / "jucuo.db", create=False)
    try:
        client = TestClient(create_app(store, Settings(lang="en" if lang == "en" else "zh")))
        answer = client.request(method, address)
    finally:
        store.close()
    status = "" if answer.status_code == 200 else f"HTTP {answer.status_code}\n"
    said = laid_out(json.loads(answer.text.replace(f"{folder}{os.sep}", "")))  # as served from that folder
    return f"{request}\n\n{status}{said}\n"


def laid_out(value: object, indent: str = "") -> str:
    """JSON in which what fits on a line stands on one."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + len(indent) <= int(WIDTH) or not isinstance(value, dict | list):
        return line
    deeper = indent + "  "
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {laid_out(inner, deeper)}" for key, inner in value.items()]
    else:
        parts = [laid_out(inner, deeper) for inner in value]
    start, end = ("{", "}") if isinstance(value, dict) else ("[", "]")
    return start + ",".join(f"\n{deeper}{part}" for part in parts) + f"\n{indent}{end}"


def main() -> int:
    """Compare, or update."""
    stale = 0
    for page in pages():
        made = run_page(page)
        if made != page.read_text(encoding="utf-8"):
            stale += 1
            if "--update" in sys.argv:
                page.write_text(made, encoding="utf-8", newline="\n")
            print(f"{'updated' if '--update' in sys.argv else 'stale'}: {os.path.relpath(page)}")
    return int(bool(stale) and "--update" not in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
