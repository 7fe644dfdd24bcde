"""Signature blocks and covers: the parts of a document with room to write in or to breathe."""

from typing import Any

from reportlab.platypus import Flowable, KeepTogether, Spacer
from reportlab.platypus import Table as PlatypusTable

from exports.outline import Cover, Party, SignatureBlock
from exports.outline.signing import heading_of, signature_lines
from exports.outline.text import bold as strong
from exports.pdf import fonts, styles
from exports.pdf.paragraphs import Ink, draw_words, paragraph

_SPACE_BETWEEN = 22.0
_NAMES = 66.0
_LOW, _TALL = 20.0, 46.0


class WritingLine(Flowable):
    """A name before a line on which to write, or before what is known already."""

    def __init__(self, name: str, value: str, right_to_left: bool, height: float = _LOW) -> None:
        super().__init__()
        self._name, self._value, self._rtl = name, value, right_to_left
        self._least = height
        self._words = paragraph(value, styles.style("cover-value"), right_to_left) if value else None

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        """Leave room for a hand."""
        needed = self._words.wrap(available - _NAMES, height)[1] + 5 if self._words else 0.0
        self.width, self.height = available, max(self._least, needed)
        return self.width, self.height

    def draw(self) -> None:
        """Draw name, line and value."""
        name_x = self.width if self._rtl else 0.0
        draw_words(self.canv, name_x, 4, self._name, Ink(7.4, styles.MUTED), "right" if self._rtl else "left")
        left, right = (0.0, self.width - _NAMES) if self._rtl else (_NAMES, self.width)
        self.canv.setStrokeColor(styles.RULE)
        self.canv.setLineWidth(0.6)
        self.canv.line(left, 1, right, 1)
        if self._words:
            self._words.drawOn(self.canv, left, 3)


def signatures(block: SignatureBlock, width: float, right_to_left: bool, language: str) -> list[Flowable]:
    """Return rooms for signatures, two beside each other; no page cuts one."""
    room = (width - _SPACE_BETWEEN) / 2
    found: list[Flowable] = []
    parties = [_party(party, right_to_left, language) for party in block.parties]
    for first in range(0, len(parties), 2):
        pair: list[Any] = _level(parties[first : first + 2], room)
        pair = [pair[0], "", pair[1] if len(pair) > 1 else ""]
        row = PlatypusTable([pair[::-1] if right_to_left else pair], colWidths=[room, _SPACE_BETWEEN, room])
        row.setStyle(
            [
                ("FONT", (0, 0), (-1, -1), fonts.face()),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 10),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
            ]
        )
        found.append(KeepTogether([row]))
    return found


def _level(pair: list[list[Flowable]], room: float) -> list[list[Flowable]]:
    """Begin the lines to write on at one height, however long the names above them are."""
    heads = [[line for line in lines if not isinstance(line, WritingLine)] for lines in pair]
    heights = [sum(line.wrap(room, 1000)[1] + line.getSpaceAfter() for line in head) for head in heads]
    return [
        [*head, Spacer(1, max(heights) - height), *lines[len(head) :]]
        for lines, head, height in zip(pair, heads, heights, strict=True)
    ]


def _party(party: Party, right_to_left: bool, language: str) -> list[Flowable]:
    lines: list[Flowable] = [
        paragraph(strong(heading_of(party, language)), styles.style("body"), right_to_left),
        *(
            WritingLine(line.name, line.value, right_to_left, _TALL if line.tall else _LOW)
            for line in signature_lines(party, language)
        ),
    ]
    if party.capacity:
        lines.insert(1, paragraph(party.capacity, styles.style("small"), right_to_left))
    return lines


def cover(model: Cover, width: float, height: float, right_to_left: bool) -> list[Flowable]:
    """Return the first page: a wide margin above, the title, and what it is about."""
    found: list[Flowable] = [
        Spacer(1, height * 0.1),
        paragraph(model.kind, styles.style("kind"), right_to_left),
        paragraph(model.title, styles.style("title"), right_to_left),
        Rule(width),
        Spacer(1, 14),
    ]
    if model.lines:
        rows = [
            [
                paragraph(name, styles.style("cover-name"), right_to_left),
                paragraph(value, styles.style("cover-value"), right_to_left),
            ]
            for name, value in model.lines
        ]
        widths = [width * 0.26, width * 0.74]
        if right_to_left:
            rows, widths = [row[::-1] for row in rows], widths[::-1]
        made = PlatypusTable(rows, colWidths=widths)
        made.setStyle(
            [
                ("FONT", (0, 0), (-1, -1), fonts.face()),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ]
        )
        found.append(made)
    if model.notice:
        found += [Spacer(1, 24), paragraph(model.notice, styles.style("small"), right_to_left)]
    return found


class Rule(Flowable):
    """A line in the accent colour."""

    def __init__(self, width: float, thickness: float = 1.6) -> None:
        super().__init__()
        self.width, self.height, self._thickness = width, thickness, thickness

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take only its own thickness."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        self.canv.setStrokeColor(styles.ACCENT)
        self.canv.setLineWidth(self._thickness)
        self.canv.line(0, 0, self.width, 0)
