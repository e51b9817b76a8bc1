"""The real `jucuo`, in a process of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.shared import ROOT

COMMAND = [sys.executable, "-m", "api.main"]


@dataclass(frozen=True, slots=True)
class Run:
    """How a call ended."""

    status: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)

    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


def environment(**more: str) -> dict[str, str]:
    """This process's, without what changes answers; `more` on top."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUCUO_", "LC_", "LANG"))}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "COLUMNS": "120"} | more


def jucuo(*args: str | Path, cwd: Path | None = None, encoding: str = "utf-8", **env: str) -> Run:
    """Run it; names in capitals go into its environment."""
    done = subprocess.run(
        [*COMMAND, *map(str, args)], cwd=cwd, env=environment(**env), capture_output=True, timeout=120, check=False
    )
    return Run(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))
