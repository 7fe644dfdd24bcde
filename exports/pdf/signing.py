"""Signature blocks and covers: the parts of a document with room to write in or to breathe."""

from typing import Any

from reportlab.platypus import Flowable, KeepTogether, Spacer

from exports.outline import Cover, Party, SignatureBlock
from exports.outline.signing import heading_of, languages_of, signature_lines
from exports.outline.text import bold as strong
from exports.pdf import fonts, measuring, styles
from exports.pdf.marked_table import MarkedTable
from exports.pdf.paragraphs import Ink, draw_words
from exports.pdf.sheet import Sheet
from exports.pdf.tagging import Element

_SPACE_BETWEEN = 22.0
_NAMES = 66.0
_LOW, _TALL = 20.0, 46.0
_NAME_LEADING = 10.0
_NAME_SIZE, _NAME_GAP = 7.4, 4.0


class WritingLine(Flowable):
    """A name before a line on which to write, or before what is known already: a point of a list and its label."""

    def __init__(self, sheet: Sheet, listed: Element, name: str, value: str, height: float = _LOW) -> None:
        super().__init__()
        self._names, self._value, self._rtl = _broken(name), value, sheet.right_to_left
        self._least = max(height, _NAME_LEADING * len(self._names) + 8)
        point = sheet.part("LI", of=listed)
        self._label, body = sheet.part("Lbl", name, of=point), sheet.part("LBody", value, of=point)
        self._words = sheet.words(value, "cover-value", body) if value else None

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        """Leave room for a hand."""
        needed = self._words.wrap(available - _NAMES, height)[1] + 5 if self._words else 0.0
        self.width, self.height = available, max(self._least, needed)
        return self.width, self.height

    def draw(self) -> None:
        """Draw name, line and value."""
        canvas: Any = self.canv
        name_x = self.width if self._rtl else 0.0
        with canvas.content(self._label):
            for above, name in enumerate(reversed(self._names)):
                y = 4 + above * _NAME_LEADING
                draw_words(canvas, name_x, y, name, Ink(_NAME_SIZE, styles.MUTED), "right" if self._rtl else "left")
        left, right = (0.0, self.width - _NAMES) if self._rtl else (_NAMES, self.width)
        with canvas.artifact():
            canvas.setStrokeColor(styles.RULE)
            canvas.setLineWidth(0.6)
            canvas.line(left, 1, right, 1)
        if self._words:
            self._words.drawOn(canvas, left, 3)


def _broken(name: str) -> list[str]:
    """Break a name where it would run into what is written beside it."""
    found: list[str] = []
    for words in (row.split(" ") for row in name.split("\n")):
        found.append(words[0])
        for word in words[1:]:
            longer = f"{found[-1]} {word}"
            if measuring.width(longer, _NAME_SIZE) < _NAMES - _NAME_GAP:
                found[-1] = longer
            else:
                found.append(word)
    return found


def signatures(block: SignatureBlock, sheet: Sheet) -> list[Flowable]:
    """Return rooms for signatures, two beside each other; no page cuts one."""
    room = (sheet.width - _SPACE_BETWEEN) / 2
    found: list[Flowable] = []
    languages = languages_of(block, sheet.document.language)
    parties = [_party(party, languages, sheet) for party in block.parties]
    for first in range(0, len(parties), 2):
        pair: list[Any] = _level(parties[first : first + 2], room)
        pair = [pair[0], "", pair[1] if len(pair) > 1 else ""]
        row = MarkedTable([pair[::-1] if sheet.right_to_left else pair], colWidths=[room, _SPACE_BETWEEN, room])
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


def _party(party: Party, languages: tuple[str, ...], sheet: Sheet) -> list[Flowable]:
    held = sheet.part("Div")
    name = heading_of(party, languages)
    lines = [sheet.words(strong(name), "body", sheet.part("P", name, of=held))]
    if party.capacity:
        lines.append(sheet.words(party.capacity, "small", sheet.part("P", party.capacity, of=held)))
    listed = sheet.part("L", of=held)
    return [
        *lines,
        *(
            WritingLine(sheet, listed, line.name, line.value, _TALL if line.tall else _LOW)
            for line in signature_lines(party, languages)
        ),
    ]


def cover(model: Cover, sheet: Sheet) -> list[Flowable]:
    """Return the first page: a wide margin above, the title, and what it is about."""
    found: list[Flowable] = [
        Spacer(1, sheet.height * 0.1),
        sheet.words(model.kind, "kind", sheet.part("P", model.kind)),
        sheet.words(model.title, "title", sheet.heading(0, model.title)),
        Rule(sheet.width),
        Spacer(1, 14),
    ]
    if model.lines:
        found.append(_lines(model, sheet))
    if model.notice:
        found += [Spacer(1, 24), sheet.words(model.notice, "small", sheet.part("P", model.notice))]
    return found


def _lines(model: Cover, sheet: Sheet) -> Flowable:
    """Return names beside their values: a table in which the name heads its row."""
    body = sheet.part("TBody", of=sheet.part("Table"))
    rows = []
    for name, value in model.lines:
        row = sheet.part("TR", of=body)
        heads, says = sheet.part("TH", name, of=row), sheet.part("TD", value, of=row)
        heads.scope = "Row"
        rows.append([sheet.words(name, "cover-name", heads), sheet.words(value, "cover-value", says)])
    widths = [sheet.width * 0.26, sheet.width * 0.74]
    if sheet.right_to_left:
        rows, widths = [row[::-1] for row in rows], widths[::-1]
    made = MarkedTable(rows, colWidths=widths, splitInRow=1)
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
    return made


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
        canvas: Any = self.canv
        with canvas.artifact():
            canvas.setStrokeColor(styles.ACCENT)
            canvas.setLineWidth(self._thickness)
            canvas.line(0, 0, self.width, 0)
