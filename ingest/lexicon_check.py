"""Whether the tables of a folder are sound and every example in them holds, as `jucuo lexicon check` says it."""

from collections.abc import Callable
from pathlib import Path

from graph import words
from graph.errors import Words
from graph.lexicon import Row, check, departments, read, regions, using
from graph.lexicon import places as named_places
from graph.search import concepts, mentions
from ingest import form_examples, themes
from ingest.bodies import resolve
from ingest.places import places, scope
from ingest.places.scope import Scope
from ingest.projects import projects

# where a name of a level is used, unless its row says where
_HOMES = {"国": ("state", None), "省": ("province", "330000"), "市": ("city", "150200"), "县": ("county", "150222")}
_NOWHERE = Scope()


def examine(folder: Path) -> list[Words]:
    """Everything wrong with a folder's tables, with file and line; empty if nothing is."""
    problems = check.check(folder)
    if problems:
        return problems
    with using(folder):
        return [
            check.here(name, row.line, _does_not_hold(row["example"] or row["name"], wrong))
            for name, holds in EXAMPLES.items()
            if (folder / name).is_file()
            for row in read(folder / name)
            if (wrong := holds(row))
        ]


def _does_not_hold(example: str, wrong: Words) -> Words:
    return Words(f"例子“{example}”不成立，{wrong.zh}", f"the example “{example}” does not hold: {wrong.en}")


def _read_as(said: object) -> Words:
    return Words(f"读作了“{said}”", f"it is read as “{said}”")


def _not_read(said: str) -> Words:
    return Words(f"没有读出“{said}”", f"“{said}” is not read")


def _department(row: Row) -> Words | None:
    if departments.names(row["core"]):
        return None
    return Words(
        f"department_names.tsv 里没有“{row['core']}”的名称", f"department_names.tsv has no name of “{row['core']}”"
    )


def _name(row: Row) -> Words | None:
    """Read in a notice of the first level of the row, the example is the row's body under the row's full name."""
    level, code = _HOMES[row["levels"][0]]
    if row["where"]:
        inside = [r for r in regions.everything() if r.code.startswith(row.list("where"))]
        found = next((r for r in inside if row["levels"][0] in departments.level(r.code)), None)
        level, code = (found.level, found.code) if found else (level, code)
    (one,) = resolve.resolve([row["example"]], Scope(level, code), "例")
    if one.core != row["core"]:
        return Words(f"读作了“{one.resolved}”（{one.id}）", f"it is read as “{one.resolved}” ({one.id})")
    return (
        None
        if departments.body(row["core"])
        else Words("departments.tsv 里没有这个机构", "departments.tsv has no such body")
    )


def _enterprise(row: Row) -> Words | None:
    (one,) = resolve.resolve([row["example"]], _NOWHERE, "例")
    return None if one.kind == "enterprise" else _read_as(one.kind)


def _number(row: Row) -> Words | None:
    code = scope.of([], row["example"], None).region
    return None if (code or regions.STATE) == row["region"] else _read_as(code)


def _place(row: Row) -> Words | None:
    found = places.find(row["example"], _NOWHERE)
    if row["id"] not in {mention.id for mention in found}:
        return _not_read(row["name"])
    unknown = [code for code in row.list("members") if regions.by_code(code) is None]
    if not unknown:
        return None
    return Words(f"成员 {'、'.join(unknown)} 不是行政区划代码", f"members {', '.join(unknown)} are no codes of areas")


def _tail(row: Row) -> Words | None:
    found = places.find(row["example"], _NOWHERE)
    if any(m.name.endswith(row["tail"]) for m in found):
        return None
    return Words(f"没有读出以“{row['tail']}”结尾的地名", f"no place that ends in “{row['tail']}” is read")


def _before(row: Row) -> Words | None:
    """甲乙镇 is the place of the example, without the word in front of it."""
    found = [m.name for m in places.find(row["example"], _NOWHERE)]
    if any(row["example"].endswith(row["word"] + name) for name in found):
        return None
    return Words(f"没有从“{row['word']}”之后读起", f"no name is read that begins behind “{row['word']}”")


def _no_place(row: Row) -> Words | None:
    """A name that is an ordinary word, or there by chance, must not be read as a place."""
    if not regions.named(row["surface"]) and not named_places.named(row["surface"]):
        return Words("没有地名叫这个名字", "no place is called so")
    found = [m.name for m in places.find(row["example"], _NOWHERE) if m.name.startswith(row["surface"])]
    return _place_read(found)


def _place_read(found: list[str]) -> Words | None:
    return Words(f"读出了地名“{found[0]}”", f"the place “{found[0]}” is read") if found else None


def _head(row: Row) -> Words | None:
    found = projects.find(row["example"], _NOWHERE)
    if any(m.kind == row["kind"] for m in found):
        return None
    return Words(f"没有读出以“{row['head']}”结尾的名称", f"no name that ends in “{row['head']}” is read")


def _named_project(row: Row) -> Words | None:
    found = {m.id for m in projects.find(row["example"], _NOWHERE)}
    return None if projects.identify(row["name"]) in found else _not_read(row["name"])


def _verb(row: Row) -> Words | None:
    stages = [m.stage for m in projects.find(row["example"], _NOWHERE)]
    return (
        None if stages == [row["stage"] or None] else Words(f"读出的阶段是 {stages}", f"the stages read are {stages}")
    )


def _generic(row: Row) -> Words | None:
    found = projects.find(row["example"], _NOWHERE)
    return Words(f"读出了“{found[0].name}”", f"“{found[0].name}” is read") if found else None


def _theme(row: Row) -> Words | None:
    found = [theme.name for theme in themes.find(None, row["example"])]
    if row["name"] in found:
        return None
    return Words(f"读出的主题是 {'、'.join(found) or '无'}", f"the themes read are {', '.join(found) or 'none'}")


def _concept(row: Row) -> Words | None:
    found = {hit.concept for hit in mentions.find(words.normalise(row["example"]))}
    if row["concept"] in found:
        return None
    said = sorted(found)
    return Words(f"读出的概念是 {'、'.join(said) or '无'}", f"the concepts read are {', '.join(said) or 'none'}")


def _asked(row: Row) -> Words | None:
    example = words.normalise(row["example"])
    wanted = row.list("words")
    unknown = [word for word in wanted if word[0] == "=" and word[1:] not in concepts.concepts()]
    if unknown:
        return Words(f"没有“{unknown[0][1:]}”这个概念", f"there is no concept “{unknown[0][1:]}”")
    found = {hit.concept for hit in mentions.find(example)}
    here = any(word[1:] in found if word[0] == "=" else words.normalise(word) in example for word in wanted)
    return None if here else Words("例句里没有这些词", "the example has none of the words")


def _namesake(row: Row) -> Words | None:
    found = {hit.concept for hit in mentions.find(words.normalise(row["example"]))}
    place = sorted(name for name in found if concepts.concepts()[name].kind == "place")
    return _place_read(place)


def _region(row: Row) -> Words | None:
    """The row itself is the example: every name and short form leads to the code."""
    missing = [n for n in (row["name"], *row.list("short")) if row["code"] not in {r.code for r in regions.named(n)}]
    parent = row["parent"]
    if parent and regions.by_code(parent) is None:
        return Words(f"上级代码 {parent} 不存在", f"there is no code {parent} above it")
    if not missing:
        return None
    return Words(f"“{missing[0]}”找不到代码 {row['code']}", f"“{missing[0]}” does not lead to the code {row['code']}")


EXAMPLES: dict[str, Callable[[Row], Words | None]] = {
    "departments.tsv": _department,
    "department_names.tsv": _name,
    "regions.tsv": _region,
    "enterprises.tsv": _enterprise,
    "number_codes.tsv": _number,
    "places.tsv": _place,
    "place_tails.tsv": _tail,
    "place_before.tsv": _before,
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
