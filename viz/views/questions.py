"""Named questions: the blanks filled, the answer, and the calls that give it."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from graph.asking import LIMITS, UNLIMITED, By, Filter, Order
from graph.errors import Unknown
from graph.model import Kind, Limit, Role
from graph.store import Store, resolve
from viz.look import Look, list_url
from viz.pictures import TIES
from viz.questions import QUESTIONS, Question, said
from viz.tables import Row
from viz.views.ask import LIMIT, MANY, NODES, cursor_of, day, one_of, parts_of, whole
from viz.views.names import of_pairs
from viz.views.view import Table, View, every, measure_table

OTHER = {**NODES, "other": Kind.DEPARTMENT}
CHOICES = 200
NEWEST = 50
"""So many notices are looked at for the newest that has measures."""


def questions(store: Store, as_of: str) -> View:
    """All ten, their blanks filled with what is most frequent."""
    filled = usual(store, as_of)
    rows = [(one.id, said(one.zh, filled), said(one.en, filled), one.api) for one in QUESTIONS]
    table = Table("questions", ("id", "=中文", "=English", "=API"), lambda: iter(rows))
    drawn = {"usual": filled, **choices(store)}
    return View("questions.html", {"questions": QUESTIONS, "total": len(QUESTIONS)}, drawn, table)


def question(store: Store, look: Look, id: str, as_of: str) -> View:
    """One, answered."""
    asked = next((one for one in QUESTIONS if one.id == id), None)
    if asked is None:
        raise Unknown(name=id)
    given, names = filled_in(store, look, asked, usual(store, as_of))
    values: dict[str, Any] = {
        "question": asked,
        "given": given,
        "names": names,
        "api": asked.api.format_map({key: quote(value, safe="") for key, value in given.items()}),
    }
    found, table = answered(store, asked, given, cursor_of(look))
    drawn = {"usual": names, "total": found.get("total"), "link": link(asked, given), **choices(store)}
    drawn |= {"picture": picture(asked, given), "first": 0}
    if asked.id == "lead" and not drawn["total"]:
        drawn["first"] = store.measures(Filter(departments=(given["department"],), first=True), limit=1).total
    if asked.gives == "pairs":
        drawn["printed"] = of_pairs(store, Filter(), found["page"].items)
    return View("question.html", {**values, **found}, drawn, table)


def usual(store: Store, as_of: str) -> dict[str, str]:
    """What stands in a blank until something else is chosen; empty where the base has nothing."""
    made = {}
    for key, kind in NODES.items():
        some = store.list(kind, limit=1 if key != "notice" else NEWEST).items
        made[key] = some[0].node.name if some else ""
        if key == "notice" and some:
            full = [one.node.id for one in some if one.measures]
            made[key] = next((id for id in full if not id.startswith("sha256/")), (full or [some[0].node.id])[0])
    made["other"] = ""
    if made["department"]:
        first = store.list(Kind.DEPARTMENT, limit=1).items[0].node.id
        partners = store.partners(first, limit=1).items
        made["other"] = partners[0].b_name if partners else ""
    limits = store.facets(Filter(notices=(made["notice"],))).deadlines if made["notice"] else {Limit.ONGOING.value: 1}
    deadline = max(limits, key=lambda kind: limits[kind]) if limits else UNLIMITED
    return {**made, "year": as_of[:4], "due_before": f"{as_of[:4]}-12-31", "deadline": deadline}


def choices(store: Store) -> dict[str, Any]:
    """What can be chosen for each kind of blank, most frequent first."""
    lists = {key: store.list(kind, limit=CHOICES).items for key, kind in NODES.items()}
    return {"choices": {**lists, "other": lists["department"]}, "limits": LIMITS}


def filled_in(
    store: Store, look: Look, asked: Question, usual: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """The blanks by value for the calls, and by name for the sentence."""
    given: dict[str, str] = {}
    names: dict[str, str] = {}
    for blank in asked.blanks:
        text = look.asked(blank).strip() or usual[blank]
        if blank in OTHER:
            node = resolve(store, text, [OTHER[blank]])
            given[blank], names[blank] = node.id, node.name if blank != "notice" else node.id
        elif blank == "year":
            given[blank] = names[blank] = str(whole(text, blank, 1900, 2999))
        elif blank == "deadline":
            given[blank] = names[blank] = one_of(LIMITS, blank, text)
        else:
            given[blank] = names[blank] = day(text, blank)
    return given, names


def answered(
    store: Store, asked: Question, given: Mapping[str, str], cursor: str | None
) -> tuple[dict[str, Any], Table | None]:
    """The answer as values, and its table."""
    if asked.gives == "measures":
        filter, order = meant(asked, given)
        page = store.measures(filter, order, LIMIT, cursor)
        table = measure_table(asked.id, lambda cursor: store.measures(filter, order, 1000, cursor))
        return {"page": page, "total": page.total}, table
    if asked.gives == "pairs":

        def ask(limit: int, cursor: str | None) -> Any:
            if "department" in given:
                return store.partners(given["department"], By.COUNT, limit=limit, cursor=cursor)
            return store.pairs(By.COUNT, Filter(themes=(given["theme"],)), limit, cursor)

        def pair_rows() -> Iterator[Row]:
            return ((p.a_name, p.b_name, p.count) for p in every(lambda cursor: ask(1000, cursor)))

        pairs = ask(LIMIT, cursor)
        heads = ("kind.Department", "kind.Department", "by.count")
        return {"page": pairs, "total": pairs.total}, Table(asked.id, heads, pair_rows)
    if asked.gives == "departments":
        found = store.facets(Filter(projects=(given["project"],)), most=200).nodes.get(Kind.DEPARTMENT, ())

        def rows() -> Iterator[Row]:
            return ((one.node.name, one.measures, one.node.id) for one in found)

        return {"departments": found, "total": len(found)}, Table(asked.id, ("name", "kinds.Measure", "id"), rows)
    ways = store.paths(given["department"], given["other"], kinds=TIES)
    nodes = {node.id: node for node in ways.graph.nodes}
    found_ways = [[nodes[id] for id in path] for path in ways.paths]
    lines = [
        (" → ".join(node.name or node.id for node in way), " → ".join(path))
        for way, path in zip(found_ways, ways.paths, strict=True)
    ]
    return {"ways": found_ways, "total": len(found_ways)}, Table(asked.id, ("name", "id"), lambda: iter(lines))


def meant(asked: Question, given: Mapping[str, str]) -> tuple[Filter, Order]:
    """The filter of a question that gives measures."""
    if asked.id == "both":
        return Filter(departments=(given["department"], given["other"])), Order.NOTICE
    made: dict[str, Any] = {MANY[key]: (given[key],) for key in NODES if key in given}
    if "due_before" in given:
        made["due_before"] = given["due_before"]
    if "deadline" in given:
        made["deadlines"] = (one_of(LIMITS, "deadline", given["deadline"]),)
    if asked.id == "lead":
        made["role"] = Role.LEAD
    if "year" in given:
        made["due_before"] = f"{given['year']}-12-31"
    return Filter(**made), Order.DUE if "due_before" in made else Order.NOTICE


def picture(asked: Question, given: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    """The picture of the answer: which view, of what."""
    if asked.gives == "paths":
        return "path", {"id": given["department"], "to": given["other"]}
    if asked.gives == "measures":
        filter, order = meant(asked, given)
        return "bipartite", {**parts_of(filter), "order": order.value}
    asked_for: dict[str, Any] = {key: given[key] for key in ("department", "theme", "project") if key in given}
    return "departments", asked_for | ({"tied": 1} if asked.gives == "pairs" else {})


def link(asked: Question, given: Mapping[str, str]) -> str:
    """The address that restores the answer."""
    return list_url(f"/questions/{asked.id}", **given)
