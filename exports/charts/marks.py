"""The few marks that every chart is drawn with. Lengths are points; y runs down from the top."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

Tone = Literal["accent", "soft", "paper", "ink", "muted", "rule", "off_track", "at_risk", "on_track", "no_data"]
Pattern = Literal["solid", "striped", "dotted", "hollow"]
Align = Literal["left", "right", "center"]

Measure = Callable[[str, float, bool], float]
"""The width of some words at a size, bold or not."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone
    pattern: Pattern = "solid"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    tone: Tone = "rule"
    width: float = 0.5
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A small symbol around its middle: a circle, triangle, square or diamond."""

    kind: Literal["circle", "triangle", "square", "diamond"]
    x: float
    y: float
    size: float
    tone: Tone = "accent"
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Words; (x, y) is where their base line begins, ends or has its middle."""

    x: float
    y: float
    text: str
    size: float = 7.5
    tone: Tone = "ink"
    bold: bool = False
    align: Align = "left"


Mark = Box | Stroke | Shape | Label


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart laid out for one width."""

    width: float
    height: float
    marks: tuple[Mark, ...]

    def mirrored(self) -> "Picture":
        """Return the picture as one reads it from right to left; words stay words, but begin at their other end."""
        return Picture(self.width, self.height, tuple(_mirrored(mark, self.width) for mark in self.marks))


_OTHER_END: dict[Align, Align] = {"left": "right", "right": "left", "center": "center"}


def _mirrored(mark: Mark, width: float) -> Mark:
    if isinstance(mark, Box):
        return replace(mark, x=width - mark.x - mark.width)
    if isinstance(mark, Stroke):
        return replace(mark, points=tuple((width - x, y) for x, y in mark.points))
    if isinstance(mark, Label):
        return replace(mark, x=width - mark.x, align=_OTHER_END[mark.align])
    return replace(mark, x=width - mark.x)


RATING_SHAPES: dict[str, Shape] = {
    "on_track": Shape("circle", 0, 0, 6.5, "on_track"),
    "at_risk": Shape("triangle", 0, 0, 7.5, "at_risk"),
    "off_track": Shape("square", 0, 0, 6.2, "off_track"),
    "no_data": Shape("circle", 0, 0, 6, "no_data", hollow=True),
}
"""The symbol of each rating: told apart by form first, by colour only second."""
