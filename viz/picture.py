"""A picture before it is drawn: nodes with their places, lines between them, and what a click on each tells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.model import Kind
from viz.layout import Position

Info = Mapping[str, Any]
"""What the panel shows: plain values, text only."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A node. `box` is its width when it is drawn as a box with its words inside; `size` grows with what it bears;
    `text` is the size of its label."""

    id: str
    kind: Kind
    label: str
    place: Position
    info: Info
    box: int | None = None
    size: int = 16
    text: int = 16
    centre: bool = False
    dim: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A relation, or what two departments share; `sort` names it in the legend, `strong` is solid and seen first."""

    source: str
    target: str
    sort: str
    info: Info
    width: float = 1.2
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """`said` tells in a sentence what is shown and what is left out; `heads` are words on the ground: x, y, text.

    `sorts` are the sorts of line in order, each with its name and whether it is strong. `curved` lines leave and arrive
    level, for columns.
    """

    view: str
    title: str
    said: str
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    sorts: tuple[tuple[str, str, bool], ...]
    heads: tuple[tuple[int, int, str], ...] = ()
    curved: bool = False
    measures: tuple[Info, ...] = field(default=())
