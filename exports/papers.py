"""Paper: A4, or Letter in the countries where that is what lies in the printers."""

PAPERS = ("A4", "Letter")
_LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "CO", "CL", "PH", "VE", "CR", "GT", "PA", "DO", "SV", "NI"})


def usual_paper(country: str) -> str:
    """Return the paper of a country by its code of two letters; A4 where none is named."""
    return "Letter" if country.upper() in _LETTER_COUNTRIES else "A4"
