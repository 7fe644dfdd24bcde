"""Amounts of a need in words, each in the need's own unit."""

from decimal import Decimal

from workbook.formats import Formats
from workbook.measures.needs import NeedCoverage
from workbook.money import Money
from workbook.vocabularies import UNITS

_SEVERAL = {
    "hour": "hours",
    "day": "days",
    "month": "months",
    "m2_day": "m² days",
    "item": "items",
    "licence": "licences",
    "lump": "lump sums",
    "person": "people",
}


def in_unit(amount: Decimal, unit: str, formats: Formats) -> str:
    """Write an amount in a currency, in a unit of the vocabulary, or as a count of lines where there is no unit."""
    if unit in UNITS:
        word = UNITS.title(unit).lower() if amount == 1 else _SEVERAL.get(unit, UNITS.title(unit).lower())
        return f"{formats.number(amount)} {word}"
    if unit:
        return formats.money(Money(amount, unit))
    return f"{formats.number(amount)} {'line' if amount == 1 else 'lines'}"


def missing_in_words(coverage: NeedCoverage, formats: Formats) -> str:
    """Say what a need still lacks, and how firm the answers to it are."""
    if not coverage.unit:
        return _unmeasured(coverage)
    required = in_unit(coverage.required, coverage.unit, formats)
    firmness = _firmness(coverage, formats)
    if coverage.state == "over":
        surplus = in_unit(coverage.offered + coverage.committed - coverage.required, coverage.unit, formats)
        return f"Nothing is missing of {required}; {surplus} more than needed.{firmness}"
    if coverage.gap == 0:
        return f"Nothing is missing of {required}.{firmness}"
    return f"Missing: {in_unit(coverage.gap, coverage.unit, formats)} of {required}.{firmness}"


def _unmeasured(coverage: NeedCoverage) -> str:
    if not coverage.lines:
        return "Nobody has offered it yet. The need names no amount, so one line would be enough."
    if coverage.committed:
        return "It is answered. The need names no amount, so one line is enough."
    return "It is offered, and not committed yet. The need names no amount, so one line is enough."


def _firmness(coverage: NeedCoverage, formats: Formats) -> str:
    parts = [
        f"{in_unit(amount, coverage.unit, formats)} {word}"
        for amount, word in (
            (coverage.committed, "committed"),
            (coverage.offered, "only offered or pledged"),
            (coverage.delivered, "arrived"),
        )
        if amount
    ]
    return f" {', '.join(parts)}." if parts else ""
