"""Whether the tables of a folder are sound and every example in them holds, as `jucuo lexicon check` says it."""

from collections.abc import Callable
from pathlib import Path

from graph import concepts, words
from graph.lexicon import Row, check, departments, read, regions, using
from graph.lexicon import places as named_places
from ingest import form_examples, places, projects, resolve, scope, themes
from ingest.scope import Scope

# where a name of a level is used, unless its row says where
_HOMES = {"国": ("state", None), "省": ("province", "330000"), "市": ("city", "150200"), "县": ("county", "150222")}
_NOWHERE = Scope()


def examine(folder: Path) -> list[str]:
    """Everything wrong with a folder's tables, in Chinese with file and line; empty if nothing is."""
    problems = check.check(folder)
    if problems:
        return problems
    with using(folder):
        return [
            f"{name} 第 {row.line} 行：例子“{row['example'] or row['name']}”不成立，{wrong}"
            for name, holds in EXAMPLES.items()
            if (folder / name).is_file()
            for row in read(folder / name)
            if (wrong := holds(row))
        ]


def _department(row: Row) -> str | None:
    return None if departments.names(row["core"]) else f"department_names.tsv 里没有“{row['core']}”的名称"


def _name(row: Row) -> str | None:
    """Read in a notice of the first level of the row, the example is the row's body under the row's full name."""
    level, code = _HOMES[row["levels"][0]]
    if row["where"]:
        inside = [r for r in regions.everything() if r.code.startswith(row.list("where"))]
        found = next((r for r in inside if row["levels"][0] in departments.level(r.code)), None)
        level, code = (found.level, found.code) if found else (level, code)
    (one,) = resolve.resolve([row["example"]], Scope(level, code), "例")
    if one.core != row["core"]:
        return f"读作了“{one.resolved}”（{one.id}）"
    return None if departments.body(row["core"]) else "departments.tsv 里没有这个机构"


def _enterprise(row: Row) -> str | None:
    (one,) = resolve.resolve([row["example"]], _NOWHERE, "例")
    return None if one.kind == "enterprise" else f"读作了“{one.kind}”"


def _number(row: Row) -> str | None:
    code = scope.of([], row["example"], None).region
    return None if (code or regions.STATE) == row["region"] else f"读作了 {code}"


def _place(row: Row) -> str | None:
    found = places.find(row["example"], _NOWHERE)
    if row["id"] not in {mention.id for mention in found}:
        return f"没有读出“{row['name']}”"
    unknown = [code for code in row.list("members") if regions.by_code(code) is None]
    return f"成员 {'、'.join(unknown)} 不是行政区划代码" if unknown else None


def _tail(row: Row) -> str | None:
    found = places.find(row["example"], _NOWHERE)
    return None if any(m.name.endswith(row["tail"]) for m in found) else f"没有读出以“{row['tail']}”结尾的地名"


def _no_place(row: Row) -> str | None:
    """A name that is an ordinary word, or there by chance, must not be read as a place."""
    if not regions.named(row["surface"]) and not named_places.named(row["surface"]):
        return "没有地名叫这个名字"
    found = [m.name for m in places.find(row["example"], _NOWHERE) if m.name.startswith(row["surface"])]
    return f"读出了地名“{found[0]}”" if found else None


def _head(row: Row) -> str | None:
    found = projects.find(row["example"], _NOWHERE)
    return None if any(m.kind == row["kind"] for m in found) else f"没有读出以“{row['head']}”结尾的名称"


def _named_project(row: Row) -> str | None:
    found = {m.id for m in projects.find(row["example"], _NOWHERE)}
    return None if projects.identify(row["name"]) in found else f"没有读出“{row['name']}”"


def _verb(row: Row) -> str | None:
    stages = [m.stage for m in projects.find(row["example"], _NOWHERE)]
    return None if stages == [row["stage"] or None] else f"读出的阶段是 {stages}"


def _generic(row: Row) -> str | None:
    found = projects.find(row["example"], _NOWHERE)
    return f"读出了“{found[0].name}”" if found else None


def _theme(row: Row) -> str | None:
    found = [name for name, _ in themes.find(None, row["example"])]
    return None if row["name"] in found else f"读出的主题是 {'、'.join(found) or '无'}"


def _concept(row: Row) -> str | None:
    found = {hit.concept for hit in concepts.find(words.normalise(row["example"]))}
    return None if row["concept"] in found else f"读出的概念是 {'、'.join(sorted(found)) or '无'}"


def _asked(row: Row) -> str | None:
    example = words.normalise(row["example"])
    wanted = row.list("words")
    unknown = [word for word in wanted if word[0] == "=" and word[1:] not in concepts.concepts()]
    if unknown:
        return f"没有“{unknown[0][1:]}”这个概念"
    found = {hit.concept for hit in concepts.find(example)}
    here = any(word[1:] in found if word[0] == "=" else words.normalise(word) in example for word in wanted)
    return None if here else "例句里没有这些词"


def _namesake(row: Row) -> str | None:
    found = {hit.concept for hit in concepts.find(words.normalise(row["example"]))}
    place = sorted(name for name in found if concepts.concepts()[name].kind == "place")
    return f"读出了地名“{place[0]}”" if place else None


def _region(row: Row) -> str | None:
    """The row itself is the example: every name and short form leads to the code."""
    missing = [n for n in (row["name"], *row.list("short")) if row["code"] not in {r.code for r in regions.named(n)}]
    parent = row["parent"]
    if parent and regions.by_code(parent) is None:
        return f"上级代码 {parent} 不存在"
    return f"“{missing[0]}”找不到代码 {row['code']}" if missing else None


EXAMPLES: dict[str, Callable[[Row], str | None]] = {
    "departments.tsv": _department,
    "department_names.tsv": _name,
    "regions.tsv": _region,
    "enterprises.tsv": _enterprise,
    "number_codes.tsv": _number,
    "places.tsv": _place,
    "place_tails.tsv": _tail,
    "ambiguous.tsv": _no_place,
    "crossing.tsv": _no_place,
    "meeting.tsv": _no_place,
    "named_projects.tsv": _named_project,
    "project_heads.tsv": _head,
    "project_verbs.tsv": _verb,
    "project_generic.tsv": _generic,
    "themes.tsv": _theme,
    "concepts.tsv": _concept,
    "concepts_places.tsv": _concept,
    "namesakes.tsv": _namesake,
    "asked.tsv": _asked,
    "department_english.tsv": _asked,
    "clause_forms.tsv": form_examples.wrong,
}
"""How the example of a table's row is run: None if it holds, else what came out instead."""
