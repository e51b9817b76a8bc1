"""What the panel beside a picture tells of a node, a relation, a measure: plain values in one language."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from graph.asking import MeasureItem, Near
from graph.errors import Unknown
from graph.model import Edge, Kind, Node, Relation
from graph.store import Store
from viz.legend import CITES, LIMITS, RELATIONS, ROLES, SIGNS, SOURCES, source_of, word
from viz.pages import texts
from viz.quote import clause

FACTS: Mapping[Kind, tuple[str, ...]] = {
    Kind.NOTICE: ("number", "issuers", "dated", "released", "recipients", "copied_to"),
    Kind.MEASURE: ("label", "section", "deadline_text", "due"),
    Kind.DEPARTMENT: ("aliases", "former_names"),
    Kind.PROJECT: (),
    Kind.REGION: (),
    Kind.THEME: (),
}


class Panel:
    """Details in one language, with the texts of the notices they quote at hand."""

    def __init__(self, store: Store, lang: str) -> None:
        self.store = store
        self.lang = lang
        self.words = texts()[lang]
        self._texts: dict[str, str] = {}
        self._called: dict[str, str] = {}

    def text_of(self, notice: str) -> str:
        """The text of a loaded notice; nothing for one that is only cited."""
        if notice not in self._texts:
            try:
                self._texts[notice] = self.store.notice(notice).text
            except Unknown:
                self._texts[notice] = ""
        return self._texts[notice]

    def learn(self, notices: Collection[str]) -> None:
        """What many notices are called, with one question."""
        new = [id for id in notices if id not in self._called]
        for start in range(0, len(new), 1000):
            for node in self.store.edges_among(new[start : start + 1000]).nodes:
                self._called[node.id] = str(node.props.get("number") or node.name or node.id)

    def called(self, notice: str) -> str:
        """A notice by its number, else by its title."""
        self.learn([notice])
        return self._called.get(notice, notice)

    def node(self, node: Node, more: Sequence[tuple[str, str]] = ()) -> dict[str, Any]:
        """A node: its name, facts, and its own words."""
        facts = [*more]
        for key in FACTS[node.kind]:
            value = node.props.get(key)
            if value:
                shown = _listed(value) if isinstance(value, list | tuple) else str(value)
                facts.append((self.words[f"x.fact.{key}"], shown))
        text = node.props.get("text")
        return {
            "kind": SIGNS[node.kind].name(self.lang),
            "name": node.name,
            "facts": facts,
            "text": text if isinstance(text, str) else "",
        }

    def near(self, near: Near) -> dict[str, Any]:
        """A measure that holds the words and does not answer, with the reason."""
        item = near.measure
        facts = [(self.words["x.fact.whynot"], near.why_not_en if self.lang == "en" else near.why_not)]
        facts += [(self.words["x.fact.section"], item.section)] if item.section else []
        return {"kind": SIGNS[Kind.MEASURE].name(self.lang), "name": item.title, "facts": facts, "text": item.text}

    def edge(self, edge: Edge) -> dict[str, Any]:
        """A relation: what it is, where that comes from, and the clause that says it."""
        made: dict[str, Any] = {
            "says": self.relation(edge),
            "source": word(SOURCES, source_of(edge.kind, edge.props), self.lang),
            "notice": edge.notice,
        }
        found = clause(self.text_of(edge.notice), edge.props.get("span"))
        if found is not None:
            made["quote"] = [found.before, found.words, found.after]
        return made

    def relation(self, edge: Edge) -> str:
        """What a relation is called: for a unit its role, for a cited notice how it is cited."""
        if edge.kind is Relation.ASSIGNED_TO:
            role = str(edge.props.get("role") or "responsible")
            said = word(ROLES, role, self.lang)
            if edge.props.get("order") == 1 and role == "responsible":
                return said + self.words["x.first"]
            return said
        if edge.kind is Relation.CITES:
            return word(CITES, str(edge.props.get("relation") or "cites"), self.lang)
        return word(RELATIONS, edge.kind, self.lang)

    def measure(self, item: MeasureItem) -> dict[str, Any]:
        """A measure as a list shows it: who has it, by when, in its own words."""
        units = [
            [unit.printed or unit.name, "" if unit.role == "responsible" else word(ROLES, unit.role, self.lang)]
            for unit in item.departments
        ]
        limit = item.deadline_text or (word(LIMITS, item.deadline_kind, self.lang) if item.deadline_kind else "")
        title = f"{item.label or ''}{item.title}"
        return {
            "id": item.id, "title": title, "text": item.text, "units": units, "limit": limit,
            "notice": item.notice_title, "number": item.notice,
        }  # fmt: skip


def _listed(values: Sequence[object], most: int = 6) -> str:
    shown = "、".join(str(value) for value in values[:most])
    return f"{shown} …" if len(values) > most else shown
