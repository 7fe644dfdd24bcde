"""From text to placed glyphs: fonts chosen per character, shaped by HarfBuzz, kept in reading order per character."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr

from exports.outline.text import TICK_BOX
from exports.pdf import bidi, fonts
from workbook.isolating import END, ISOLATES

# One glyph for several letters is read back in the wrong order; the ligatures that Arabic cannot do without are others.
_FEATURES = {"liga": False}
# For a glyph whose letter another one tells; some readers show the code of a glyph that stands for nothing at all.
_UNSEEN = "\u200d"
_ORDERS = f"{ISOLATES}{END}"
_BOX_WIDTH = 820
"""Room for a box to tick, in thousandths of the size."""
_KEEPS_FONT = ("Mn", "Me", "Cf", "Zs")


class Styled(NamedTuple):
    """Some words and their manner; `blank` words are a place to be filled in."""

    text: str
    bold: bool = False
    italic: bool = False
    blank: bool = False


@dataclass(slots=True)
class Glyph:
    """One glyph: the code that draws it, and how far it moves the pen (thousandths of the size)."""

    code: str
    shape: ShapeData


@dataclass(slots=True)
class Shaped:
    """A text with the glyphs of each character. `advances` are points; `places` holds font and size of each one."""

    text: str
    right_to_left: bool
    levels: list[int]
    fonts: list[str]
    blanks: list[bool]
    size: float
    glyphs: list[list[Glyph]] = field(default_factory=list)
    advances: list[float] = field(default_factory=list)

    @property
    def width(self) -> float:
        return sum(self.advances)

    def line_width(self, start: int, end: int) -> float:
        """Measure a line without the white space at its end."""
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return sum(self.advances[start:end])

    def runs(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Return the runs of a line as (level, first, last + 1), in reading order; boxes to tick stand alone."""
        line = bidi.line_levels(self.text, self.levels, start, end, self.right_to_left)
        found = []

        def manner(place: int) -> tuple[int, str, bool, bool]:
            return line[place - start], self.fonts[place], self.blanks[place], self.text[place] == TICK_BOX

        for _, members in groupby(range(start, end), key=manner):
            places = list(members)
            found.append((line[places[0] - start], places[0], places[-1] + 1))
        return found

    def drawn(self, level: int, start: int, end: int) -> Any:
        """Return a run as reportlab draws it, from left to right."""
        order = range(end - 1, start - 1, -1) if level % 2 else range(start, end)
        glyphs = [glyph for place in order for glyph in self.glyphs[place]]
        shapes: Any = [glyph.shape for glyph in glyphs]
        return ShapedStr("".join(glyph.code for glyph in glyphs), shapes)


def shaped(pieces: Sequence[Styled], size: float, right_to_left: bool) -> Shaped:
    """Shape words of several manners as one text."""
    fonts.register()
    whole = "".join(piece.text for piece in pieces)
    names = [name for piece in pieces for name in _fonts_for(piece)]
    blank = [piece.blank for piece in pieces for _ in piece.text]
    levels = bidi.levels(whole, right_to_left)
    seen = [place for place, char in enumerate(whole) if char not in _ORDERS]  # isolates have done their work
    text = "".join(whole[place] for place in seen)
    chosen, blanks = [names[place] for place in seen], [blank[place] for place in seen]
    result = Shaped(text, right_to_left, [levels[place] for place in seen], chosen, blanks, size)
    result.glyphs = [[] for _ in text]
    result.advances = [0.0] * len(text)
    for level, start, end in result.runs(0, len(text)):
        _shape_run(result, level, start, end)
    return result


def _fonts_for(piece: Styled) -> list[str]:
    names: list[str] = []
    chain = fonts.chain(piece.bold, piece.italic)
    for char in piece.text:
        before = names[-1] if names else chain[0]
        if unicodedata.category(char) in _KEEPS_FONT and fonts.has(before, char):
            names.append(before)
        else:
            names.append(next((name for name in chain if fonts.has(name, char)), chain[0]))
    return names


def _shape_run(result: Shaped, level: int, start: int, end: int) -> None:
    font: Any = pdfmetrics.getFont(result.fonts[start])
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.CHARACTERS
    buffer.add_str(result.text[start:end])
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if level % 2 else "ltr"
    uharfbuzz.shape(_harfbuzz_font(font.fontName), buffer, _FEATURES)
    size = fonts.enlarged(font.fontName, result.size)
    glyphs = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    texts = _texts([info.cluster for info, _ in glyphs], result.text[start:end], bool(level % 2))
    for (info, position), text in zip(glyphs, texts, strict=True):
        if text == TICK_BOX:  # no font of ours has one: a letter that is not seen is read as a box, which is drawn
            code, move = font.code(font.face.charToGlyph[ord("o")], text), _BOX_WIDTH
        else:
            code = font.code(info.codepoint or font.unknown, text)
            move = font.pdfScale(position.x_advance) if info.codepoint else font.face.charWidths[code]
        shape = ShapeData(
            0, move, 0, font.pdfScale(position.x_offset), font.pdfScale(position.y_offset), font.face.charWidths[code]
        )
        place = start + info.cluster
        result.glyphs[place].append(Glyph(chr(code), shape))
        result.advances[place] += move * size / 1000


def _texts(clusters: list[int], text: str, right_to_left: bool) -> list[str]:
    """Return what each glyph stands for: the characters of its cluster, told once.

    A mark is told by the letter that bears it: readers sort glyphs by place, and would put it on a line of its own.
    They turn what runs right to left round letter by letter, so several letters of one glyph are given the other way.
    """
    starts = sorted(set(clusters))
    told = {first: text[first:last] for first, last in zip(starts, [*starts[1:], len(text)], strict=True)}
    bearer = -1
    for first in starts:
        if bearer >= 0 and all(unicodedata.category(char) == "Mn" for char in told[first]):
            told[bearer] += told[first]
            told[first] = ""
        else:
            bearer = first
    if right_to_left:
        told = {first: words[::-1] for first, words in told.items()}
    return [told.pop(cluster, "") or _UNSEEN for cluster in clusters]


@cache
def _harfbuzz_font(name: str) -> Any:
    font: Any = pdfmetrics.getFont(name)
    return uharfbuzz.Font(uharfbuzz.Face(font.face._ttf_data))  # noqa: SLF001 - the bytes that it has read already
