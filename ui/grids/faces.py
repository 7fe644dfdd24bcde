"""What a model prepares for painting: roles and words, never colours or pixels."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Badge:
    """A letter or number in a small rounded box; `ink` and `ground` are roles of colours."""

    text: str
    ink: str = "text"
    ground: str = "sunken"


@dataclass(frozen=True, slots=True)
class Face:
    """What one cell shows: badges or an icon (`mark`) and words, and something small below them.

    `role` colours mark and words, `ground` the cell. What the colours mean must also be in the words or the mark.
    """

    words: str = ""
    badges: tuple[Badge, ...] = ()
    mark: str = ""
    small: str = ""
    role: str = "text"
    ground: str = ""
    strong: bool = False

    @property
    def plain(self) -> str:
        """Return what is copied out of the cell."""
        return ", ".join(badge.text for badge in self.badges) or self.words


@dataclass(frozen=True, slots=True)
class Title:
    """The head of a row or column.

    `under` is a second line (of a column) or stands behind the words (of a row); `mark` and `note` say how it stands
    with it, in the colour of `role`. A `strong` title heads a group.
    """

    words: str
    under: str = ""
    mark: str = ""
    note: str = ""
    role: str = "muted"
    tip: str = ""
    strong: bool = False

    @property
    def plain(self) -> str:
        return f"{self.words} {self.under}".strip()

    @property
    def said(self) -> str:
        """Return what a screen reader says and a tooltip shows."""
        return self.tip or ", ".join(part for part in (self.plain, self.note) if part)


NO_FACE = Face()
