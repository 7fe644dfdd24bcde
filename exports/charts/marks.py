"""The few marks that every chart is drawn with. Lengths are points; y runs down from the top."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Tone = Literal["accent", "soft", "paper", "ink", "muted", "rule", "off_track", "at_risk", "on_track", "no_data"]
Pattern = Literal["solid", "striped", "dotted", "hollow"]

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
    align: Literal["left", "right", "center"] = "left"


Mark = Box | Stroke | Shape | Label


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart laid out for one width."""

    width: float
    height: float
    marks: tuple[Mark, ...]


RATING_SHAPES: dict[str, Shape] = {
    "on_track": Shape("circle", 0, 0, 6.5, "on_track"),
    "at_risk": Shape("triangle", 0, 0, 7.5, "at_risk"),
    "off_track": Shape("square", 0, 0, 6.2, "off_track"),
    "no_data": Shape("circle", 0, 0, 6, "no_data", hollow=True),
}
"""The symbol of each rating: told apart by form first, by colour only second."""
