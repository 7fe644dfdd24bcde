"""Certificates: one sheet each, its words in the middle, a frame round it, lines to sign on at its foot."""

from dataclasses import replace
from typing import Any

from reportlab.platypus import Flowable, Spacer
from reportlab.platypus import PageBreak as NewPage

from exports.outline import Certificate
from exports.pdf import styles
from exports.pdf.logo import LogoFlowable
from exports.pdf.paragraphs import Ink, draw_words
from exports.pdf.sheet import Sheet
from exports.pdf.tagging import Element

_LONG_TITLE, _VERY_LONG_TITLE = 60, 130
_LONG_NAME = 36
_FOOT = 62.0
_LINE = 210.0
_NAME_LINE = 360.0
_OUTSIDE = 30.0
_BETWEEN_FRAMES = 5.0
_AIR = 24.0


class Line(Flowable):
    """A line to write on, in the middle of the sheet."""

    def __init__(self, caption: str, element: Element, height: float = 44.0) -> None:
        super().__init__()
        self._caption, self._element, self.height = caption, element, height

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Leave room for a hand."""
        self.width = available
        return available, self.height

    def draw(self) -> None:
        """Draw the line, and below it what belongs on it."""
        canvas: Any = self.canv
        left = (self.width - _NAME_LINE) / 2
        with canvas.artifact():
            canvas.setStrokeColor(styles.MUTED)
            canvas.setLineWidth(0.8)
            canvas.line(left, 12, left + _NAME_LINE, 12)
        with canvas.content(self._element):
            draw_words(canvas, self.width / 2, 2, self._caption, Ink(7.6, styles.MUTED), "center")


class Signers(Flowable):
    """Lines to sign on beside each other, each with who signs there; the first where one begins to read."""

    def __init__(self, sheet: Sheet, signers: tuple[str, ...]) -> None:
        super().__init__()
        listed = [(sheet.part("P", one), one) for one in signers]
        self._signers = [(element, sheet.words(one, "certificate-signer", element)) for element, one in listed]
        self._rtl = sheet.right_to_left

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        """Leave room for a hand above each line."""
        self.width = available
        self._below = [words.wrap(_LINE, height)[1] for _, words in self._signers]
        self.height = _FOOT + max(self._below, default=0.0) - 12
        return available, self.height

    def draw(self) -> None:
        """Draw each line, and the name below it."""
        canvas: Any = self.canv
        apart = self.width / len(self._signers)
        top = max(self._below) + 4
        for place, (_, words) in enumerate(self._signers[::-1] if self._rtl else self._signers):
            left = apart * place + (apart - _LINE) / 2
            with canvas.artifact():
                canvas.setStrokeColor(styles.MUTED)
                canvas.setLineWidth(0.8)
                canvas.line(left, top, left + _LINE, top)
            words.drawOn(canvas, left, top - 4 - words.height)


def certificate(block: Certificate, sheet: Sheet) -> list[Flowable]:
    """Return one sheet; what it taught gives way where the rest needs the room."""
    top, taught, bottom = _parts(block, Sheet(sheet.document, sheet.width, sheet.height, sheet.right_to_left))
    room = sheet.height - _height(top, sheet) - _height(bottom, sheet) - _AIR
    while taught and _height(taught, sheet) > room:
        taught = taught[:-1] if len(taught) > 2 else []  # a heading alone would say nothing
    air = max(room - _height(taught, sheet), 0.0)
    kept = replace(block, learned=block.learned[: max(len(taught) - 1, 0)])
    top, taught, bottom = _parts(kept, sheet, air)
    return [Spacer(1, air * 0.18), *top, Spacer(1, air * 0.12), *taught, Spacer(1, air * 0.3), *bottom, NewPage()]


def _parts(block: Certificate, sheet: Sheet, air: float = 0.0) -> tuple[list[Flowable], list[Flowable], list[Flowable]]:
    """Return what stands above, in the middle and at the foot, in reading order; two fifths of the air are above."""
    return _top(block, sheet, air), _taught(block, sheet), _bottom(block, sheet)


def _top(block: Certificate, sheet: Sheet, air: float) -> list[Flowable]:
    found: list[Flowable] = []
    if block.logo is not None:
        found.append(LogoFlowable(block.logo, sheet.figure(block.logo.alt), sheet.right_to_left, centered=True))
    found.append(sheet.words(block.heads, "certificate-heads", sheet.heading(1, block.heads)))
    found += [Spacer(1, air * 0.14), _said(block.opening, "certificate-said", sheet)]
    found += [*_name(block, sheet), Spacer(1, air * 0.1), _said(block.said, "certificate-said", sheet)]
    size = "long-" if len(block.title) > _LONG_TITLE else ""
    size = "longest-" if len(block.title) > _VERY_LONG_TITLE else size
    found += [Spacer(1, air * 0.03), _said(block.title, f"certificate-{size}title", sheet), Spacer(1, air * 0.03)]
    if block.facts:
        found.append(_said("   ·   ".join(block.facts), "certificate-fact", sheet))
    return found


def _name(block: Certificate, sheet: Sheet) -> list[Flowable]:
    if not block.name:
        return [Line(block.blank, sheet.part("P", block.blank)), Spacer(1, 10)]
    is_long = len(block.name) > _LONG_NAME
    return [_said(block.name, "certificate-long-name" if is_long else "certificate-name", sheet)]


def _taught(block: Certificate, sheet: Sheet) -> list[Flowable]:
    if not block.learned:
        return []
    return [
        _said(block.about, "certificate-about", sheet),
        *(_said(point, "certificate-learned", sheet) for point in block.learned),
    ]


def _bottom(block: Certificate, sheet: Sheet) -> list[Flowable]:
    return [Signers(sheet, block.signers), Spacer(1, 10), _said(block.foot, "certificate-foot", sheet)]


def _said(text: str, style: str, sheet: Sheet) -> Flowable:
    return sheet.words(text, style, sheet.part("P", text))


def _height(flowables: list[Flowable], sheet: Sheet) -> float:
    return sum(
        each.wrap(sheet.width, sheet.height)[1] + each.getSpaceBefore() + each.getSpaceAfter() for each in flowables
    )


def draw_frame(canvas: Any, size: tuple[float, float]) -> None:
    """Draw the frame of a sheet: a strong line, and a fine one within."""
    with canvas.artifact():
        for inset, weight in ((_OUTSIDE, 2.2), (_OUTSIDE + _BETWEEN_FRAMES, 0.6)):
            canvas.setStrokeColor(styles.ACCENT)
            canvas.setLineWidth(weight)
            canvas.rect(inset, inset, size[0] - 2 * inset, size[1] - 2 * inset)
