"""The key figures of the resources, in the order of reading, and how each is written."""

from decimal import Decimal

from workbook.book import Book
from workbook.formats import Formats
from workbook.measures import Figure
from workbook.measures.budget import cost_figures
from workbook.measures.resources import delivery_percent, in_kind_share, leverage, secured_percent
from workbook.money import Money


def key_figures(book: Book) -> dict[str, list[Figure]]:
    """Return the figures under a heading for each currency, and what training costs under one of its own."""
    found: dict[str, list[Figure]] = {}
    for figures in (secured_percent(book), delivery_percent(book), in_kind_share(book), leverage(book)):
        for code, figure in figures.items():
            found.setdefault(f"In {code}", []).append(figure)
    found = {heading: found[heading] for heading in sorted(found)}
    costs = list(cost_figures(book))
    return {**found, "What training costs": costs} if costs else found


def figure_in_words(figure: Figure, formats: Formats) -> str:
    """Write a figure as it is read; what cannot be known is said, and never shown as zero."""
    value = figure.value
    if value is None:
        return _unknown(figure)
    if isinstance(value, Money):
        return formats.money(Money(round(value.amount, 2), value.currency))
    if figure.unit == "%":
        return formats.percent(round(Decimal(value)) + 0)
    return f"{formats.number(round(Decimal(value), 2) + 0)} : 1"


_UNKNOWN = {
    "Secured": "no data: nothing is needed with a value",
    "Delivered": "no data: nobody has recorded a delivery",
    "Leverage": "no data: local government commits no cash",
}


def _unknown(figure: Figure) -> str:
    return _UNKNOWN.get(figure.title, "no data")
