"""Government bodies: what they are (`departments.tsv`) and what they are called (`department_names.tsv`)."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.lexicon import overrides, regions, table

PLACE, SHORT = "{地}", "{简}"


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of body, at whatever level: 林业草原. `kind` is unit or enterprise."""

    core: str
    theme: str
    kind: str


@dataclass(frozen=True, slots=True)
class Name:
    """One full name of a body without its place, and its short forms.

    `levels` holds 国, 省, 市, 县, and 专 where the name takes no place; `where` the first digits of the codes where
    alone it is used; `until` the last year of a former name. {地} or {简} in a name: the place, or its short form,
    stands there and not in front.
    """

    core: str
    full: str
    shorts: tuple[str, ...]
    levels: str
    where: tuple[str, ...]
    until: int | None

    def fits(self, level: str, code: str | None) -> bool:
        """Is it a name at this level (国, 省, 市, 县), at this place? 北京, 天津, 上海, 重庆 have no 厅 but 办公厅."""
        if "市" in level and "省" in level and self.full.endswith("厅") and not self.full.endswith("办公厅"):
            return False
        return any(letter in self.levels for letter in level) and self.local(code)

    def local(self, code: str | None) -> bool:
        return not self.where or (code or "").startswith(self.where)

    def at(self, code: str | None) -> str:
        """The full name with its place: 包头市林业和草原局, 国家税务总局包头市税务局."""
        region = regions.by_code(code)
        if "专" in self.levels:
            return self.full
        if "国" in self.levels and (region is None or len(self.levels) == 1):
            return self.full
        if region is None:
            return self.full.replace(PLACE, "").replace(SHORT, "")
        if PLACE in self.full:
            # 中共内蒙古自治区党委组织部, but 中共包头市委组织部
            party = self.full.startswith("中共") and region.name.endswith("自治区")
            return self.full.replace(PLACE, region.name + ("党" if party else ""))
        if SHORT in self.full:
            return self.full.replace(SHORT, region.short)
        return region.name + self.full


def level(code: str | None) -> str:
    """Which level's names the bodies of an area have; 市 too in 北京, 天津, 上海, 重庆 and their districts."""
    region = regions.by_code(code)
    if region is None:
        return "国"
    if region.level == "province":
        return "省市" if region.municipality else "省"
    return "市" if region.level == "city" else "县"


def body(core: str) -> Body | None:
    return _bodies(overrides()).get(core)


def bodies() -> Iterable[Body]:
    return _bodies(overrides()).values()


def names(core: str) -> tuple[Name, ...]:
    """All names of a body, in the order of the table."""
    return _by_core(overrides()).get(core, ())


def called(printed: str) -> tuple[Name, ...]:
    """The names that have exactly this full or short form, without its place."""
    return _by_form(overrides()).get(printed, ())


def joint() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The first and the second halves of names of one body that read like two: 科委、|中关村管委会."""
    return _joint(overrides())


def begins(text: str) -> bool:
    """Does any name begin with the first two characters? A quick look before `called`."""
    return text[:2] in _pairs(overrides())


def around() -> tuple[tuple[str, str, str, Name], ...]:
    """Forms with the place in the middle: (what stands before it, {地} or {简}, what stands after, the name)."""
    return _around(overrides())


def may_stand_around(name: str) -> bool:
    """Does the name begin or end as one with its place inside would? Most do not: a quick look before `around`."""
    befores, afters = _edges(overrides())
    return name.startswith(befores) or name.endswith(afters)


def aliases(core: str, code: str | None, full: str) -> tuple[str, ...]:
    """Forms that people write for the body of an area called `full` (市林草局, 林草局, 包头市林草局, 包头林草局).

    With them come those of its usual name, where that is another."""
    region = regions.by_code(code)
    fitting = [name for name in names(core) if name.fits(level(code), code)]
    own = [name for name in fitting if name.at(code) == full]
    usual = [name for name in fitting if name.until is None]
    return tuple(dict.fromkeys(form for name in (*own, *usual[:1]) for form in _forms(name, region)))


def former(core: str, code: str | None) -> tuple[str, ...]:
    """Full names it once had, with the last year: 包头市环境保护局（2018年前）."""
    return tuple(
        dict.fromkeys(
            f"{name.at(code)}（{name.until}年前）"
            for name in names(core)
            if name.until is not None and name.fits(level(code), code)
        )
    )


def _forms(name: Name, region: regions.Region | None) -> Iterable[str]:
    yield name.at(region.code if region else None)
    for form in (name.full, *name.shorts):
        if region is None:
            if PLACE not in form and SHORT not in form:
                yield form
        elif PLACE in form or SHORT in form:
            yield form.replace(PLACE, region.name).replace(SHORT, region.short)
            yield form.replace(PLACE, region.short).replace(SHORT, region.short)
        else:
            word = word_of(region)
            yield from (word + form, form, region.name + form)
            if region.short != region.name:
                yield region.short + form


def word_of(region: regions.Region) -> str:
    """How an area names itself in short: 市, 自治区, 旗."""
    for word in ("自治区", "自治州", "自治县", "自治旗", "地区"):
        if region.name.endswith(word):
            return {"自治州": "州", "自治县": "县", "自治旗": "旗"}.get(word, word)
    return "区" if region.level == "zone" else region.name[-1]


@cache
def _bodies(_folder: Path | None) -> dict[str, Body]:
    return {row["core"]: Body(row["core"], row["theme"], row["kind"]) for row in table("departments.tsv")}


@cache
def _all(_folder: Path | None) -> tuple[Name, ...]:
    return tuple(
        Name(
            row["core"],
            row["name"],
            row.list("shorts"),
            row["levels"],
            row.list("where"),
            int(row["until"]) if row["until"] else None,
        )
        for row in table("department_names.tsv")
    )


@cache
def _by_core(folder: Path | None) -> dict[str, tuple[Name, ...]]:
    found: dict[str, tuple[Name, ...]] = {}
    for name in _all(folder):
        found[name.core] = (*found.get(name.core, ()), name)
    return found


@cache
def _joint(_folder: Path | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    forms = {form for names in _by_core(_folder).values() for name in names for form in (name.full, *name.shorts)}
    halves = [form.split("、", 1) for form in sorted(forms) if "、" in form]
    return tuple(left for left, _ in halves), tuple(right for _, right in halves)


@cache
def _by_form(folder: Path | None) -> dict[str, tuple[Name, ...]]:
    found: dict[str, tuple[Name, ...]] = {}
    for name in _all(folder):
        for form in (name.full, *name.shorts):
            if PLACE not in form and SHORT not in form:
                found[form] = (*found.get(form, ()), name)
    return found


@cache
def _pairs(folder: Path | None) -> frozenset[str]:
    return frozenset(form[:2] for form in _by_form(folder))


@cache
def _around(folder: Path | None) -> tuple[tuple[str, str, str, Name], ...]:
    found = []
    for name in _all(folder):
        for form in (name.full, *name.shorts):
            for mark in (PLACE, SHORT):
                if form.count(mark) == 1:
                    before, after = form.split(mark)
                    found.append((before, mark, after, name))
    return tuple(sorted(found, key=lambda form: -len(form[0]) - len(form[2])))


@cache
def _edges(folder: Path | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    around = _around(folder)
    return (
        tuple({before for before, _, _, _ in around if before}),
        tuple({after for before, _, after, _ in around if after and not before}),
    )
