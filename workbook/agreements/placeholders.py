"""Filling the {placeholders} of a wording: what is known is put in, what is not stays visibly blank."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from workbook.agreements.values import TITLES
from workbook.formats import Formats

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)(?:=([^{}]*))?\}")
_NUMBERED = re.compile(r"(\d{1,2})\.\s+(.*)", re.DOTALL)
BLANK = "__________"
_ASKED = "?"  # a default that only asks what is to be written there


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a clause: as written, filled from the plan, a free value, or a blank to be filled in."""

    text: str
    kind: Literal["written", "filled", "free", "blank"] = "written"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a clause; `number` is set where it is a point of a numbered list."""

    pieces: tuple[Piece, ...]
    number: int | None = None

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Filled:
    """A wording with everything put in, and the names of what was not known."""

    lines: tuple[Line, ...]
    missing: tuple[str, ...]


def free_values(wordings: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the value of each free placeholder for a whole document, from pairs of its wording and the library's.

    The same name has the same value everywhere: the first one that somebody edited, else the first default.
    """
    first: dict[str, str] = {}
    edited: dict[str, str] = {}
    for wording, original in wordings:
        for name, value in _free(wording):
            first.setdefault(name, value)
        for name, value in edited_values(wording, original).items():
            edited.setdefault(name, value)
    return first | edited


def edited_values(wording: str, original: str) -> dict[str, str]:
    """Return the free values of a wording that somebody gave in place of the library's."""
    defaults = dict(_free(original))
    found: dict[str, str] = {}
    for name, value in _free(wording):
        if name in defaults and defaults[name] != value:
            found.setdefault(name, value)
    return found


def with_values(wording: str, values: Mapping[str, str]) -> str:
    """Put other free values into a wording."""

    def given(match: re.Match[str]) -> str:
        return f"{{{match[1]}={values[match[1]]}}}" if match[2] is not None and match[1] in values else match[0]

    return _PLACEHOLDER.sub(given, wording)


def _free(wording: str) -> list[tuple[str, str]]:
    return [(match[1], match[2]) for match in _PLACEHOLDER.finditer(wording) if match[2] is not None]


def without_values(wording: str) -> str:
    """Return a wording without the values of its free placeholders, to tell whether its sentences were edited."""
    return _PLACEHOLDER.sub(lambda match: "{" + match[1] + "}", wording)


def names_in(wording: str) -> tuple[str, ...]:
    """Return the placeholders of a wording, each once, in order."""
    return tuple(dict.fromkeys(match[1] for match in _PLACEHOLDER.finditer(wording)))


def filled(wording: str, values: Mapping[str, str], free: Mapping[str, str], formats: Formats) -> Filled:
    """Fill a wording. `values` holds what the plan knows (empty: not yet); `formats` says what a blank is waiting for.

    A name that nobody knows stays as it is written, so that a typing mistake is seen and not lost.
    """
    lines: list[Line] = []
    missing: dict[str, None] = {}
    for row in wording.split("\n"):
        if not row.strip():
            continue
        numbered = _NUMBERED.fullmatch(row.strip())
        text = numbered[2] if numbered else row.strip()
        pieces = _pieces(text, values, free, formats, missing)
        lines += _paragraphs(pieces, int(numbered[1]) if numbered else None, formats)
    return Filled(tuple(lines), tuple(missing))


def _pieces(
    text: str,
    values: Mapping[str, str],
    free: Mapping[str, str],
    formats: Formats,
    missing: dict[str, None],
) -> list[Piece]:
    pieces: list[Piece] = []
    place = 0
    for match in _PLACEHOLDER.finditer(text):
        pieces.append(Piece(text[place : match.start()]))
        place = match.end()
        piece = _piece(match, values, free, formats)
        if piece.kind == "blank":
            missing[match[1]] = None
        if piece.text.endswith(".") and text[place:].startswith("."):
            place += 1
        if piece.kind != "blank" and _begins_sentence(pieces):
            piece = Piece(piece.text[:1].upper() + piece.text[1:], piece.kind)
        pieces.append(piece)
    pieces.append(Piece(text[place:]))
    return [piece for piece in pieces if piece.text]


def _begins_sentence(before: list[Piece]) -> bool:
    said = "".join(piece.text for piece in before).rstrip()
    return not said or said.endswith(".")


def _piece(match: re.Match[str], values: Mapping[str, str], free: Mapping[str, str], formats: Formats) -> Piece:
    name, default = match[1], match[2]
    known = values.get(name, "").strip()
    if known:
        return Piece(known, "filled")
    if default is not None:
        said = free.get(name, default)
        if not said.startswith(_ASKED):
            return Piece(said, "free")
        what = said.removeprefix(_ASKED)
        return Piece(formats.say("{blank} (still to be said: {what})", blank=BLANK, what=what), "blank")
    if name in values:
        what = formats.say(TITLES.get(name, name.replace("_", " ")))
        return Piece(formats.say("{blank} (not yet in the plan: {what})", blank=BLANK, what=what), "blank")
    return Piece(match[0])


def _paragraphs(pieces: list[Piece], number: int | None, formats: Formats) -> list[Line]:
    """Keep the paragraphs of a value that stands alone; elsewhere a value goes on in its sentence."""
    if len(pieces) == 1 and pieces[0].kind == "filled" and number is None:
        rows = [row for row in pieces[0].text.split("\n") if row.strip()]
        return [Line((Piece(row, "filled"),)) for row in rows]
    if len(pieces) == 1:
        return [Line((_in_one_line(pieces[0]),), number)]
    return [Line(tuple(_within(_in_one_line(piece), formats) for piece in pieces), number)]


def _in_one_line(piece: Piece) -> Piece:
    return Piece(" ".join(piece.text.split("\n")), piece.kind)


def _within(piece: Piece, formats: Formats) -> Piece:
    """What was put into a sentence does not turn the words around it."""
    return piece if piece.kind == "written" else Piece(formats.isolated(piece.text), piece.kind)
