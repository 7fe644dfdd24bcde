"""The tree of what a document consists of, built in reading order while the story is told.

The order of this tree is the order in which a screen reader reads (ISO 14289-1, 7.2), whatever is drawn first.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Role = Literal[
    "Document", "Div", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody",
    "TR", "TH", "TD", "Caption", "Figure", "Note", "TOC", "TOCI", "Reference", "Link", "Span",
]  # fmt: skip
Scope = Literal["", "Row", "Column"]
Box = tuple[float, float, float, float]

_KEPT_EMPTY = ("TR", "TH", "TD", "Document")


class Mark(NamedTuple):
    """A piece of marked content: the number of its page, from 1, and its number on that page."""

    page: int
    number: int


class Annotation(NamedTuple):
    """An annotation on a page, both counted: the page from 1, the annotation from 0."""

    page: int
    place: int


@dataclass(slots=True, eq=False)
class Element:
    """One part of the document and what belongs to it, in reading order.

    `language` is told where it differs from what is around it; `alt` says in words what a figure shows; `box` is the
    place of a figure in points from the lower left corner of its page. What `repeats` is content the first time that
    it is drawn, and decoration from then on: the header of a table on its further pages.
    """

    role: Role
    language: str = ""
    alt: str = ""
    scope: Scope = ""
    span: int = 1
    numbering: Literal["", "Disc", "Decimal"] = ""
    identifier: str = ""
    repeats: bool = False
    box: Box | None = None
    kids: list["Element | Mark | Annotation"] = field(default_factory=list)

    def add(self, role: Role, language: str = "") -> "Element":
        """Add a part at the end and return it."""
        part = Element(role, language)
        self.kids.append(part)
        return part

    def parts(self) -> Iterator["Element"]:
        """The elements directly below this one."""
        return (kid for kid in self.kids if isinstance(kid, Element))

    def prune(self) -> bool:
        """Drop parts that came to hold nothing, and say whether anything is left; a table keeps its empty cells."""
        self.kids = [kid for kid in self.kids if not isinstance(kid, Element) or kid.prune()]
        return bool(self.kids) or self.role in _KEPT_EMPTY


_HEADINGS: tuple[Role, ...] = ("H1", "H2", "H3", "H4", "H5", "H6")


@dataclass(slots=True)
class HeadingLevels:
    """Numbers headings so that none skips a level (ISO 14289-1, 7.4.2), however the outline counts.

    The title of a document stands above all; an outline that goes from its first level to its third gets H1 and H2.
    """

    _open: list[int] = field(default_factory=list)

    def role(self, level: int) -> Role:
        """Return the role of the next heading; `level` is the outline's, 0 the title of the document."""
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        return _HEADINGS[min(len(self._open), len(_HEADINGS)) - 1]
