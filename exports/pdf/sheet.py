"""What a block has to know of its page and its document, and where it says what it consists of."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from exports.outline import Document, Runs, plain
from exports.pdf import styles
from exports.pdf.paragraphs import paragraph
from exports.pdf.tagging.languages import language_of, tag_of
from exports.pdf.tagging.structure import Element, HeadingLevels, Role


@dataclass
class Bookmarks:
    """Counts headings, and how deep the one before lies: a bookmark may be only one level deeper than it."""

    _next: int = 0
    _deepest: int = -1

    def add(self, level: int) -> tuple[int, int]:
        """Return the number of the next heading, from 0, and the level of its bookmark."""
        self._next, self._deepest = self._next + 1, min(level - 1, self._deepest + 1)
        return self._next - 1, self._deepest


@dataclass(frozen=True)
class Sheet:
    """The room on a page in points, the direction of the document, and the tree of its parts so far."""

    document: Document
    width: float
    height: float
    right_to_left: bool
    root: Element = field(default_factory=lambda: Element("Document"))
    levels: HeadingLevels = field(default_factory=HeadingLevels)
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    notes: Iterator[int] = field(default_factory=lambda: count(1))

    def speaking(self, language: str, width: float = 0.0) -> "Sheet":
        """Return the sheet for a part in another language, a part of the tree of its own; of its own width if told."""
        document = self.document.speaking(language)
        held = self.root.add("Div", tag_of(language))
        return replace(
            self, document=document, width=width or self.width, right_to_left=document.right_to_left, root=held
        )

    def part(self, role: Role, text: str | Runs = "", *, of: Element | None = None, language: str = "") -> Element:
        """Add a part to the document, or to one of its parts, in the language that its text is in."""
        spoken = tag_of(self.document.language)
        home = tag_of(self.document.home or self.document.language)
        told = tag_of(language) if language else language_of(plain(text), spoken, home) or spoken
        return (of or self.root).add(role, "" if told == spoken and not self.document.home else told)

    def heading(self, level: int, text: str | Runs) -> Element:
        """Add a heading; level 0 is the title of the document."""
        return self.part(self.levels.role(level), text)

    def figure(self, alt: str, *, of: Element | None = None) -> Element:
        """Add a figure and say in words what it shows (ISO 14289-1, 7.3)."""
        element = self.part("Figure", alt, of=of)
        element.alt = alt
        return element

    def note(self, text: str | Runs) -> Element:
        """Add a note, with a name of its own, as every note must have one (ISO 14289-1, 7.9)."""
        element = self.part("Note", text)
        element.identifier = f"note-{next(self.notes):05}"
        return element

    def words(
        self, text: str | Runs, style: str | ParagraphStyle, element: Element | None, *, own_edge: bool = False
    ) -> Flowable:
        """Return words in a style as content of an element."""
        chosen = styles.style(style) if isinstance(style, str) else style
        return paragraph(text, chosen, self.right_to_left, own_edge=own_edge, element=element)
