"""Whether the tables of a folder are sound: columns, empty cells, keys and names given twice, values nobody knows.

Sentences are for the person who edits the tables, in both languages. Examples are run by
`ingest.lexicon_check`, since that takes the rules of reading.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import Words
from graph.lexicon import OURS, key, read


@dataclass(frozen=True, slots=True)
class Shape:
    """What a table must hold: its columns in order, which may not be empty, which hold one of a few values, and which
    list names that no other row may have."""

    columns: tuple[str, ...]
    filled: tuple[str, ...]
    choices: dict[str, frozenset[str]] = field(default_factory=dict)
    names: tuple[str, ...] = ()


def _of(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CONCEPTS = Shape(
    ("concept", "kind", "words", "narrower", "ask", "english", "wider", "not", "chance", "example"),
    ("concept", "kind", "example"),
    {"kind": _of("topic place unit context act weak")},
)

_CLAUSE_PARTS = """label act body level time_before no_time_before person_before person no_label
    verb verb_before verb_after manner closer with column column_builder column_answers column_no_time
    rest limit"""

SHAPES = {
    "clause_forms.tsv": Shape(
        ("word", "part", "role", "where", "example", "gives"),
        ("word", "part", "example", "gives"),
        {"part": _of(_CLAUSE_PARTS)},
    ),
    "departments.tsv": Shape(
        ("core", "theme", "kind", "note", "example"),
        ("core", "theme", "kind", "example"),
        {"kind": _of("unit enterprise")},
    ),
    "department_names.tsv": Shape(
        ("core", "name", "shorts", "levels", "where", "until", "example"), ("core", "name", "levels", "example")
    ),
    "regions.tsv": Shape(
        ("code", "name", "short", "level", "parent", "lon", "lat"),
        ("code", "name", "level"),
        {"level": _of("province city county zone")},
    ),
    "number_codes.tsv": Shape(("code", "region", "example"), ("code", "region", "example")),
    "places.tsv": Shape(
        ("name", "aliases", "kind", "id", "members", "example"),
        ("name", "kind", "id", "example"),
        {"kind": _of("group geographic port zone")},
        ("name", "aliases"),
    ),
    "place_tails.tsv": Shape(
        ("tail", "kind", "least", "after", "not_after", "ordinary", "example"),
        ("tail", "kind", "least", "example"),
        {"kind": _of("admin geographic zone")},
    ),
    "place_before.tsv": Shape(("word", "example"), ("word", "example")),
    "ambiguous.tsv": Shape(("surface", "example"), ("surface", "example")),
    "crossing.tsv": Shape(("surface", "before", "after", "example"), ("surface", "example")),
    "meeting.tsv": Shape(("surface", "before", "after", "example"), ("surface", "before", "after", "example")),
    "named_projects.tsv": Shape(
        ("name", "aliases", "kind", "example"),
        ("name", "kind", "example"),
        {"kind": _of("project base center platform park campaign pilot alliance event")},
        ("name", "aliases"),
    ),
    "project_heads.tsv": Shape(
        ("head", "kind", "not_before", "needs", "example"),
        ("head", "kind", "example"),
        {
            "kind": _of("project base center platform park campaign pilot alliance event"),
            "needs": frozenset({"", "place", "launch", "event", "word", "own", "coined", "built", "said", "deed"}),
        },
    ),
    "project_verbs.tsv": Shape(
        ("verb", "stage", "example"),
        ("verb", "example"),
        {"stage": frozenset({"", "prepare", "start", "implement", "complete"})},
    ),
    "enterprises.tsv": Shape(("name", "example"), ("name", "example")),
    "project_generic.tsv": Shape(("word", "example"), ("word", "example")),
    "concepts.tsv": _CONCEPTS,
    "concepts_places.tsv": _CONCEPTS,
    "namesakes.tsv": Shape(("ending", "zh", "en", "example"), ("ending", "zh", "en", "example")),
    "asked.tsv": Shape(("asked", "words", "example"), ("asked", "words", "example"), {}, ("asked",)),
    "department_english.tsv": Shape(("english", "words", "example"), ("english", "words", "example"), {}, ("english",)),
    "question_words.tsv": Shape(("word", "kind"), ("word", "kind"), {"kind": _of("stop weak")}),
    "themes.tsv": Shape(("name", "words", "not_words", "example"), ("name", "words", "example")),
}


def here(file: str, line: int, said: Words) -> Words:
    """What is wrong, with file and line."""
    return Words(f"{file} 第 {line} 行：{said.zh}", f"{file} line {line}: {said.en}")


def check(folder: Path) -> list[Words]:
    """What is wrong with the tables of a folder (our own or a user's), each with file and line; empty if nothing."""
    files = sorted(folder.glob("*.tsv"))
    if not files:
        return [Words(f"{folder}：没有词表（*.tsv）", f"{folder}: there are no lexicons (*.tsv)")]
    return [problem for file in files for problem in _file(file)]


def _file(file: Path) -> Iterator[Words]:
    shape = SHAPES.get(file.name)
    if shape is None:
        if not (OURS / file.name).is_file():
            yield Words(
                f"{file.name}：不认识这个词表，文件名须与自带的词表相同",
                f"{file.name}: no such lexicon, the name of the file must be that of one of ours",
            )
        return
    try:
        rows = read(file)
    except UnicodeDecodeError:
        yield Words(f"{file.name}：不是 UTF-8 编码，请另存为 UTF-8", f"{file.name}: not in UTF-8, save it as UTF-8")
        return
    yield from _lines(file, shape)
    keys: dict[tuple[str, ...], int] = {}
    names: dict[str, int] = {}
    for row in rows:
        for column in shape.filled:
            if not row[column]:
                yield here(file.name, row.line, Words(f"“{column}”不能为空", f"“{column}” must not be empty"))
        for column, allowed in shape.choices.items():
            if row[column] not in allowed:
                known = sorted(filter(None, allowed))
                zh = f"“{column}”写作“{row[column]}”，只能是 {'、'.join(known)}"
                yield here(
                    file.name, row.line, Words(zh, f"“{column}” is “{row[column]}”, not one of {', '.join(known)}")
                )
        first = keys.setdefault(key(row), row.line)
        if first != row.line:
            zh, en = (
                f"“{'，'.join(key(row))}”与第 {first} 行重复",
                f"“{', '.join(key(row))}” stands in line {first} too",
            )
            yield here(file.name, row.line, Words(zh, en))
        for name in {name for column in shape.names for name in row.list(column)}:
            before = names.setdefault(name, row.line)
            if before != row.line:
                zh, en = f"名称“{name}”已在第 {before} 行用过", f"the name “{name}” is used in line {before} already"
                yield here(file.name, row.line, Words(zh, en))


def _lines(file: Path, shape: Shape) -> Iterator[Words]:
    """The header, and lines with more cells than it has."""
    header = True
    for number, line in enumerate(file.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header:
            header = False
            if tuple(cells) != shape.columns:
                zh = f"表头应为 {'、'.join(shape.columns)}（用制表符分开）"
                yield here(file.name, number, Words(zh, f"the head must be {', '.join(shape.columns)}, parted by tabs"))
        elif len(cells) > len(shape.columns):
            zh, en = (
                f"有 {len(cells)} 列，应不多于 {len(shape.columns)} 列",
                f"{len(cells)} columns, there are {len(shape.columns)}",
            )
            yield here(file.name, number, Words(zh, en))
        elif len(cells) == 1:
            zh, en = "只有一列，各列要用制表符（Tab）分开", "one column only, columns are parted by tabs"
            yield here(file.name, number, Words(zh, en))
