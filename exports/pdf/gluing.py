"""Spaces at which a line must not end: inside a date, an amount, a number or a registration."""

import re

_KEPT = "\N{NO-BREAK SPACE}"
_NARROW = "\N{NARROW NO-BREAK SPACE}"  # before French signs and inside French numbers; reportlab breaks lines at it
_UNITS = re.compile(
    r"\b\d{1,2}\.? [^\W\d_]{3,9}\.? \d{4}\b"
    r"|\b[^\W\d_]{3,9}\.? \d{1,2}, \d{4}\b"
    r"|\b(?:[A-Z]{3} )?\d{1,3}(?: \d{3})+\b"
    r"|\b[A-Z]{3} \d[\d.,]*"
    r"|\b\d[\d.,]* %"
)


def glued(text: str) -> str:
    """Return a text in which dates, amounts and numbers hold together."""
    return _UNITS.sub(lambda found: found[0].replace(" ", _KEPT), text.replace(_NARROW, _KEPT))
