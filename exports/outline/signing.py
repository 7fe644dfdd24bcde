"""What stands in the room for one signature, the same in every format."""

from typing import NamedTuple

from exports.languages import formats_in
from exports.outline.blocks import Party, SignatureBlock
from workbook.wording import source

_FOR = source("For {organisation}")
_AUTHORITY = source("Authority")
_NAMES = (source("Name"), source("Function"), _AUTHORITY, source("Place, date"))
_SIGNATURE, _WITNESS = source("Signature, stamp"), source("Witness")


class SignatureLine(NamedTuple):
    """A name before a line on which to write, or before what is known already; `tall` leaves room for a hand."""

    name: str
    value: str
    tall: bool = False


def heading_of(party: Party, languages: tuple[str, ...]) -> str:
    """Say for whom somebody signs here, a line for each language."""
    return _said(_FOR, languages, organisation=party.organisation)


def signature_lines(party: Party, languages: tuple[str, ...]) -> tuple[SignatureLine, ...]:
    """Return the lines of a signature, from the top; their names have a line for each language."""
    apart = [formats_in(languages[0]).isolated(part) for part in (party.place, party.date) if part]
    known = (party.name, party.position, party.authority, ", ".join(apart))
    asked = [
        (name, value) for name, value in zip(_NAMES, known, strict=True) if not (party.brief and name == _AUTHORITY)
    ]
    lines = [SignatureLine(_said(name, languages), value) for name, value in asked]
    lines.append(SignatureLine(_said(_SIGNATURE, languages), party.signed, tall=True))
    return tuple(lines if party.brief else [*lines, SignatureLine(_said(_WITNESS, languages), party.witness)])


def languages_of(block: SignatureBlock, language: str) -> tuple[str, ...]:
    """Return the languages in which a block is labelled, in a document of this language."""
    return tuple(filter(None, (language, block.second_language)))


def _said(source: str, languages: tuple[str, ...], **values: str) -> str:
    said = (formats_in(language).say(source, **values) for language in languages)
    return "\n".join(dict.fromkeys(said))
