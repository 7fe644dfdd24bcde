"""What stands in the room for one signature, the same in every format."""

from typing import NamedTuple

from exports.outline.blocks import Party


class SignatureLine(NamedTuple):
    """A name before a line on which to write, or before what is known already; `tall` leaves room for a hand."""

    name: str
    value: str
    tall: bool = False


def heading_of(party: Party) -> str:
    """Say for whom somebody signs here."""
    return f"For {party.organisation}"


def signature_lines(party: Party) -> tuple[SignatureLine, ...]:
    """Return the lines of a signature, from the top."""
    return (
        SignatureLine("Name", party.name),
        SignatureLine("Title", party.position),
        SignatureLine("Authority", party.authority),
        SignatureLine("Place, date", ", ".join(part for part in (party.place, party.date) if part)),
        SignatureLine("Signature, stamp", party.signed, tall=True),
        SignatureLine("Witness", party.witness),
    )
