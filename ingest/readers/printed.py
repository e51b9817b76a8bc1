"""What is printed on a page, whichever format it comes from: glyphs with their places, and ruled lines.

All measures run from the top left corner, in the unit of the format; what depends on size is counted in ems.
"""

from dataclasses import dataclass, field
from typing import NamedTuple


class Glyph(NamedTuple):
    """A character where it stands."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def size(self) -> float:
        return self.bottom - self.top


class Rule(NamedTuple):
    """A straight ruled line, level or upright."""

    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is printed."""

    width: float
    height: float
    glyphs: list[Glyph]
    rules: list[Rule] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """Glyphs on one line, from left to right; `left` and `right` are the margins of the column it stands in."""

    glyphs: list[Glyph]
    page: int = 0
    left: float = 0.0
    right: float = 0.0

    @property
    def x0(self) -> float:
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        return max(glyph.x1 for glyph in self.glyphs[-3:])

    @property
    def top(self) -> float:
        return min(self.glyphs[0].top, self.glyphs[-1].top)

    @property
    def bottom(self) -> float:
        return max(self.glyphs[0].bottom, self.glyphs[-1].bottom)

    @property
    def em(self) -> float:
        """The size most of its glyphs have."""
        return sorted(glyph.size for glyph in self.glyphs)[len(self.glyphs) // 2]
