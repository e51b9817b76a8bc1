"""What a clause says, put into words of our own, and where it stands."""

from graph.model import Role, Span
from graph.records import Record
from ingest.units.units import Part


class Assigned(Record, frozen=True):
    """A unit with its role. `stated` says that the words give the role, not the label of an open list; `beside` that
    it leads only in a notice that names others beside it (主责单位)."""

    part: Part
    role: Role
    stated: bool
    beside: bool = False


class Said(Record, frozen=True):
    """What a clause says: units, the place of its limit, whether its first leads (and so on: 下同), default units.

    `all_lead` says that only those are listed who lead. `leading_marks` are those that tell who leads: 标★的为牵头单位.
    `front` is how many units stand before the first comma of a list that has one; `front_leads` says that these lead.
    """

    units: tuple[Assigned, ...] = ()
    limit: Span | None = None
    first_leads: bool = False
    carries_on: bool = False
    defaults: tuple[tuple[str, Role], ...] = ()
    open: bool = False
    leading_marks: str = ""
    all_lead: bool = False
    front: int = 0
    front_leads: bool = False

    def then(self, other: "Said") -> "Said":
        """Both together; a unit named twice has its first role."""
        if other == _NOTHING:
            return self
        if self == _NOTHING:
            return other
        names = {unit.part.name for unit in self.units}
        return Said(
            self.units + tuple(unit for unit in other.units if unit.part.name not in names),
            self.limit or other.limit,
            self.first_leads or other.first_leads,
            self.carries_on or other.carries_on,
            self.defaults + other.defaults,
            self.open or other.open,
            self.leading_marks + other.leading_marks,
            self.all_lead or other.all_lead,
            self.front or (0 if self.units else other.front),
            self.front_leads or other.front_leads,
        )

    def as_role(self, role: Role) -> "Said":
        return self.replace(units=tuple(unit.replace(role=role) for unit in self.units))


_NOTHING = Said()


class Clause(Record, frozen=True):
    """A clause at flow[start:end]: units in order, the place of its limit, what it says for other clauses.

    `own` says that it stands in paragraphs of its own; `closed` that no bracket of it is missing. `above` is how many
    items it closes: the last ones before it, all that are open where it is 0 (`several.ALL`).
    """

    start: int
    end: int
    said: Said
    own: bool = False
    closed: bool = True
    above: int = 1

    @property
    def units(self) -> tuple[Assigned, ...]:
        return self.said.units
