"""What an analysis of the graph finds, as values (graph.analysis finds it)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """How a department stands among the others.

    `partners` is how many share a measure with it. `betweenness` (0 to 1): how often it lies on the shortest way
    between two others. `eigenvector` (0 to 1, the highest has 1): being tied to those who are themselves well tied.
    `participation` (0 to 1): 0 when all its ties stay in one group, near 1 when they are spread evenly over many, each
    tie as heavy as the measures shared. `group` is the number of its group, None when it shares no measure.
    """

    id: str
    name: str
    measures: int
    partners: int
    betweenness: float
    eigenvector: float
    participation: float
    group: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """Departments that share more with each other than with the rest; largest group first, numbered from 1.

    `name` comes from the themes that are its own; `members` by measures, most first, then id; `themes` by how much the
    members have on them, most first; `pairs` is how many pairs of members share measures.
    """

    number: int
    name: str
    members: tuple[str, ...]
    themes: tuple[str, ...]
    pairs: int


@dataclass(frozen=True, slots=True)
class Bridge:
    """A department with ties into at least two groups; `ties` is (group, partners in it), most first."""

    id: str
    name: str
    group: int
    ties: tuple[tuple[int, int], ...]
    participation: float
    betweenness: float


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties two groups: how many pairs, one of each, share measures, and the ten that share most."""

    a: int
    b: int
    pairs: int
    strongest: tuple[tuple[str, str, int], ...]


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
