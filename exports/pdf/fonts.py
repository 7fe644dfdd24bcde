"""The fonts that every document embeds, and which of them draws which character."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from exports.pdf.characters import ordered
from resources.lookup import font
from workbook.isolating import without_isolates

_OURS = "Document-"
_LATIN = {
    (False, False): f"{_OURS}NotoSans-Regular",
    (True, False): f"{_OURS}NotoSans-Bold",
    (False, True): f"{_OURS}NotoSans-Italic",
    (True, True): f"{_OURS}NotoSans-BoldItalic",
}
_ARABIC = {False: f"{_OURS}NotoNaskhArabic-Regular", True: f"{_OURS}NotoNaskhArabic-Bold"}
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

# Common signs that Noto Sans lacks, and what a typist would write for them.
_SUBSTITUTES = str.maketrans(
    {
        "→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "−": "–", "×": "x",
        "✓": "yes", "✔": "yes", "✗": "no", "✘": "no", "■": "•", "●": "•", "▪": "•", "◦": "•", "☑": "[x]",
        "\u00ad": "", "\u200b": "", "\ufeff": "", "\t": " ",
    }
)  # fmt: skip


_FIRST_PRIVATE = 0xF0000
_MOST_REMEMBERED = 50_000


class DocumentFont(TTFont):
    """A font whose shaped glyphs can be read back as the letters they came from.

    reportlab names glyphs by characters. A glyph that shaping chose has no character of its own, so it gets a private
    code for each text that it stands for; the codes never reach the file, because the map from codes to text
    (ToUnicode) is written from `_texts`.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name, str(font(name.removeprefix(_OURS))))
        # reportlab keeps one font for each face name, and gives the first one to all who register it.
        self.face.name = name.encode()
        self._codes: dict[tuple[int, str], int] = {}
        self._texts: dict[int, str] = {}
        self._widths: dict[str, float] = {}

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802 - reportlab's name
        """Measure words; documents say the same words over and over, so they are remembered."""
        known = self._widths.get(text)
        if known is None:
            if len(self._widths) > _MOST_REMEMBERED:
                self._widths.clear()
            known = self._widths[text] = float(super().stringWidth(text, 1000, encoding))
        return known * size / 1000

    @property
    def unknown(self) -> int:
        """The glyph for what no font has; the empty first one may not be shown (ISO 14289-1, 7.21.8)."""
        return int(self.face.charToGlyph.get(0xFFFD) or self.face.charToGlyph[ord("?")])

    def code(self, glyph: int, text: str) -> int:
        """Return the code under which a glyph is drawn where it stands for this text."""
        face: Any = self.face
        if len(text) == 1 and face.charToGlyph.get(ord(text)) == glyph and text != "\u00a0":
            return ord(text)
        known = self._codes.get((glyph, text))
        if known is None:
            known = self._codes[glyph, text] = _FIRST_PRIVATE + len(self._codes)
            self._texts[known] = text
            face.charToGlyph[known] = glyph
            face.charWidths[known] = face._pdfScale(face.hmetrics[glyph][0])  # noqa: SLF001 - no public name for it
        return known

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
        """Write the subsets, then put our map to text in place of reportlab's, which knows only its own codes."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            internal = doc.fontMapping[self.fontName][1:]
            base = doc.idToObject["BasicFonts"].dict[f"{internal}+{number}"].BaseFont
            doc.idToObject[f"toUnicodeCMap:{base}"].content = _to_unicode(subset, self._texts)


def _to_unicode(subset: list[int], texts: dict[int, str]) -> str:
    entries = [(place, texts.get(code, chr(code))) for place, code in enumerate(subset) if code]
    lines = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def", "/CMapType 2 def",
        "1 begincodespacerange", "<00> <FF>", "endcodespacerange",
    ]  # fmt: skip
    for first in range(0, len(entries), 100):
        block = entries[first : first + 100]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{place:02X}> <{text.encode('utf-16-be').hex().upper()}>" for place, text in block]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


@cache
def register() -> None:
    """Make the fonts known to reportlab, once in the life of the program; no file of ours needs 7-bit streams."""
    rl_config.useA85 = 0
    for name in (*_LATIN.values(), *_ARABIC.values()):
        pdfmetrics.registerFont(DocumentFont(name))
    regular, bold, italic, both = _LATIN.values()
    pdfmetrics.registerFontFamily(regular, regular, bold, italic, both)


def face(bold: bool = False, italic: bool = False) -> str:
    """Return the name of the font for words in this manner."""
    return _LATIN[bold, italic]


def chain(bold: bool = False, italic: bool = False) -> tuple[str, ...]:
    """Return the fonts to try in order; the first one draws what none of them has."""
    return _LATIN[bold, italic], _ARABIC[bold]


@cache
def _characters(name: str) -> frozenset[int]:
    register()
    font: Any = pdfmetrics.getFont(name)
    return frozenset(code for code in font.face.charToGlyph if code < _FIRST_PRIVATE)


def has(name: str, character: str) -> bool:
    """Say whether a font can draw a character."""
    return ord(character) in _characters(name)


@lru_cache(maxsize=20_000)
def is_simple(text: str) -> bool:
    """Say whether text runs left to right and our Latin font has all of it, so that no shaping is needed."""
    if text.isascii():
        return True
    if _RIGHT_TO_LEFT.search(text):
        return False
    known = _characters(face())
    return all(ord(char) in known or char == "\n" for char in text) and not any(map(unicodedata.combining, text))


def enlarged(name: str, size: float) -> float:
    """Return the size at which a font looks as large as the others; Naskh draws small beside Noto Sans."""
    return size * 1.15 if name in _ARABIC.values() else size


def drawable(text: str) -> str:
    """Return text with common signs that the fonts lack written in other ways."""
    return without_isolates(in_order(text))


def in_order(text: str) -> str:
    """Return the same with the isolates still in it, for whoever puts its letters into their order."""
    text = ordered(text)
    return text.replace("\t", " ") if text.isascii() else unicodedata.normalize("NFC", text).translate(_SUBSTITUTES)


def one_line(text: str) -> str:
    """Return text as it can be drawn on a single line."""
    return drawable(text).replace("\n", " ")
