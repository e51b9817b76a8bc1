"""Projects that the whole country knows by their names (`named_projects.tsv`)."""

import re
from collections.abc import Mapping

from graph.lexicon import table


def beginnings() -> Mapping[str, list[tuple[re.Pattern[str], str]]]:
    """By the first two characters of names: the names that begin so, the longest first, and their kinds. Quotation
    marks may stand anywhere inside (国际贸易“单一窗口”)."""
    found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for row in sorted(table("named_projects.tsv"), key=lambda row: -len(row["name"])):
        for name in (row["name"], *row.list("aliases")):
            pattern = re.compile("[“”]?".join(map(re.escape, name)))
            found.setdefault(name[:2], []).append((pattern, row["kind"]))
    return found
