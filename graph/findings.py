"""What an analysis of the graph finds, as values (graph.analysis finds it)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """How a department stands among the others.

    `partners` shares a measure with it; `shared` sums the measures over all partners. `betweenness` (0 to 1): how often
    it lies on the shortest way between two others. `eigenvector` (0 to 1, the highest has 1): being tied to those who
    are themselves well tied. `participation` (0 to 1): 0 when all its ties stay in one group, near 1 when they are
    spread evenly over many. `group` is the number of its group, None when it shares no measure.
    """

    id: str
    name: str
    measures: int
    partners: int
    shared: int
    betweenness: float
    eigenvector: float
    participation: float
    group: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """Departments that share more with each other than with the rest; largest group first, numbered from 1.

    `name` comes from the themes that are its own; `members` by measures, most first, then id; `within` sums the
    shared measures inside.
    """

    number: int
    name: str
    members: tuple[str, ...]
    themes: tuple[tuple[str, int], ...]
    within: int


@dataclass(frozen=True, slots=True)
class Bridge:
    """A department with ties into at least two groups; `ties` is (group, shared measures), most first."""

    id: str
    name: str
    group: int
    ties: tuple[tuple[int, int], ...]
    participation: float
    betweenness: float


@dataclass(frozen=True, slots=True)
class Tie:
    """What two groups have in common: shared measures between their members, and the pairs that carry most of them."""

    a: int
    b: int
    shared: int
    pairs: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All of it. `departments` by measures, most first, then id; `bridges` by betweenness, participation, id.

    `modularity` (−0.5 to 1) says how clearly the groups part; above 0.3 they are worth looking at. `exact` is False
    when betweenness is an estimate.
    """

    departments: tuple[Standing, ...]
    groups: tuple[Group, ...]
    bridges: tuple[Bridge, ...]
    ties: tuple[Tie, ...]
    pairs: int
    modularity: float
    exact: bool
