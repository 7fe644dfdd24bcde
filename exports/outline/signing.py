"""What stands in the room for one signature, the same in every format."""

from typing import NamedTuple

from exports.languages import formats_in
from exports.outline.blocks import Party
from workbook.wording import source

_FOR = source("For {organisation}")
_AUTHORITY = source("Authority")
_NAMES = (source("Name"), source("Title"), _AUTHORITY, source("Place, date"))
_SIGNATURE, _WITNESS = source("Signature, stamp"), source("Witness")


class SignatureLine(NamedTuple):
    """A name before a line on which to write, or before what is known already; `tall` leaves room for a hand."""

    name: str
    value: str
    tall: bool = False


def heading_of(party: Party, language: str) -> str:
    """Say for whom somebody signs here."""
    return formats_in(language).say(_FOR, organisation=party.organisation)


def signature_lines(party: Party, language: str) -> tuple[SignatureLine, ...]:
    """Return the lines of a signature, from the top."""
    say = formats_in(language).say
    known = (party.name, party.position, party.authority, ", ".join(filter(None, (party.place, party.date))))
    asked = [
        (name, value) for name, value in zip(_NAMES, known, strict=True) if not (party.brief and name == _AUTHORITY)
    ]
    lines = [SignatureLine(say(name), value) for name, value in asked]
    lines.append(SignatureLine(say(_SIGNATURE), party.signed, tall=True))
    return tuple(lines if party.brief else [*lines, SignatureLine(say(_WITNESS), party.witness)])
