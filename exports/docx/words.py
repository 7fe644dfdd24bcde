"""Runs of text: what XML allows of it, cut where the direction turns, each in its language."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from exports.docx.xml import Element, flag, make, text_of
from exports.outline import Document, Run, Runs, plain, runs
from exports.outline.blocks import runs_right_to_left as written_from_right
from exports.outline.text import TICK_BOX, printable
from exports.pdf import bidi
from workbook.isolating import END, ISOLATES, direction_in, without_isolates

_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
_PIECES = re.compile("(\n|\t|\N{NON-BREAKING HYPHEN})")
_BREAKS = {"\n": "w:br", "\t": "w:tab", "\N{NON-BREAKING HYPHEN}": "w:noBreakHyphen"}

_AMONG_LETTERS = 2
_PARTED = re.compile(r"\d[-/:\u2013]\d")
_ORDERS = f"{ISOLATES}{END}"

BLANK_STYLE = "Blank"
_FONT_WITH_BOX = "MS Gothic"
"""The font in which Word itself shows a box to tick; other programs take theirs."""
_BOXES = re.compile(f"({TICK_BOX})")


def runs_right_to_left(text: str | Runs, document_from_right: bool = False) -> bool | None:
    """Tell the direction of a text by its letters (UAX #9, P2), in a document of this direction; None without any."""
    return direction_in(plain(text), document_from_right)


def held(text: str | Runs, right_to_left: bool) -> Runs:
    """Return words whose signs at the ends stay where they belong in a paragraph of the other direction."""
    mark, other = ("\u200f", "\u200e") if right_to_left else ("\u200e", "\u200f")
    inner = (Run(run.text.replace(other, ""), run.bold, run.italic, run.blank) for run in runs(text))
    return (Run(mark), *inner, Run(mark))


class Tongue(NamedTuple):
    """The language of a document, and the one of some words in it where that is another."""

    home: str
    other: str = ""


def tongue_of(document: Document, language: str = "") -> Tongue:
    """Return the language of a file, and that of some words in it: of a part in another language, or told apart."""
    part = document.language if document.home else ""
    return Tongue(document.home or document.language, language or part)


def elements(text: str | Runs, right_to_left: bool, tongue: Tongue) -> list[Element]:
    """Return the runs of a paragraph that runs in this direction."""
    return [
        _element(run, piece, rtl, tongue)
        for run, pieces in _turned([_cleaned(run) for run in runs(text)], right_to_left)
        for turned, rtl in pieces
        for piece in filter(None, _BOXES.split(turned))
    ]


def _cleaned(run: Run) -> Run:
    return Run(printable(run.text), run.bold, run.italic, run.blank)


def _turned(words: list[Run], right_to_left: bool) -> Iterator[tuple[Run, list[tuple[str, bool]]]]:
    """Cut each run where the direction turns. The direction of a place depends on the whole paragraph."""
    whole = "".join(run.text for run in words)
    if not right_to_left and (whole.isascii() or not any(map(_is_right_to_left, whole))):
        yield from ((run, [(without_isolates(run.text), False)]) for run in words if run.text)
        return
    directions = _directions(whole, right_to_left)
    start = 0
    for run in words:
        yield run, _pieces(run.text, directions[start : start + len(run.text)])
        start += len(run.text)


def _is_right_to_left(char: str) -> bool:
    return unicodedata.bidirectional(char) in ("R", "AL")


def _directions(text: str, right_to_left: bool) -> list[bool]:
    """Say of each character whether it belongs to a run from the right: numbers among such letters do."""
    levels = bidi.levels(text, right_to_left)
    found = [bool(level % 2) for level in levels]
    start = 0
    while start < len(text):
        end = start
        while end < len(text) and levels[end] == levels[start]:
            end += 1
        if levels[start] and not levels[start] % 2 and _is_number(text[start:end], levels[start]):
            found[start:end] = [True] * (end - start)
        start = end
    return found


def _is_number(text: str, level: int) -> bool:
    """Say whether a stretch is a number among letters from the right; in an isolate one of several parts is none."""
    if any(unicodedata.bidirectional(char) == "L" for char in text):
        return False
    return level == _AMONG_LETTERS and not _PARTED.search(text)


def _pieces(text: str, directions: list[bool]) -> list[tuple[str, bool]]:
    pieces: list[tuple[str, bool]] = []
    for char, direction in zip(text, directions, strict=True):
        if char in _ORDERS:
            continue
        if pieces and pieces[-1][1] == direction:
            pieces[-1] = (pieces[-1][0] + char, direction)
        else:
            pieces.append((char, direction))
    return pieces


def _element(run: Run, text: str, right_to_left: bool, tongue: Tongue) -> Element:
    made = make("w:r", _properties(run, text, right_to_left, tongue))
    for piece in filter(None, _PIECES.split(text)):
        made.append(make(_BREAKS[piece]) if piece in _BREAKS else text_of("w:t", piece))
    return made


def _properties(run: Run, text: str, right_to_left: bool, tongue: Tongue) -> Element | None:
    made = make(
        "w:rPr",
        make("w:rStyle", val=BLANK_STYLE) if run.blank else None,
        make("w:rFonts", **dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), _FONT_WITH_BOX))
        if text == TICK_BOX
        else None,
        flag("w:b", run.bold),
        flag("w:bCs", run.bold),
        flag("w:i", run.italic),
        flag("w:iCs", run.italic),
        flag("w:rtl", right_to_left),
        _language(text, right_to_left, tongue),
    )
    return made if len(made) else None


def _language(text: str, right_to_left: bool, tongue: Tongue) -> Element | None:
    """Name the language of a run, unless it is the one that the document's styles name for its direction."""
    if not right_to_left:
        foreign = tongue.other and not written_from_right(tongue.other)
        return make("w:lang", val=tag(tongue.other)) if foreign else None
    if tongue.other and written_from_right(tongue.other):
        return make("w:lang", bidi=tag(tongue.other))
    if written_from_right(tongue.home):
        return None
    return make("w:lang", bidi="he" if _HEBREW.search(text) else "ar")


def tag(language: str) -> str:
    """Return a language tag as files write it."""
    return language.replace("_", "-")
