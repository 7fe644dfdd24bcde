"""How each kind of change after signing is weighed: the usual way, unless a workbook has its own (`drift_classes`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from workbook.book import Book
from workbook.records import DriftClass
from workbook.vocabularies import DRIFT_CLASSES


@dataclass(frozen=True, slots=True)
class Weight:
    """What one kind of change means; `threshold` is a percentage of what was agreed, where it applies."""

    name: str
    title: str
    materiality: str
    asks: str
    threshold: Decimal | None = None


def _usual(name: str, materiality: str, asks: str, threshold: int | None = None) -> Weight:
    limit = None if threshold is None else Decimal(threshold)
    return Weight(name, DRIFT_CLASSES.title(name), materiality, asks, limit)


DEFAULTS: Mapping[str, Weight] = {
    weight.name: weight
    for weight in (
        _usual("correction", "none", "nothing"),
        _usual("contribution_small", "minor", "note", 20),
        _usual("contribution_large", "material", "amendment"),
        _usual("results", "material", "amendment"),
        _usual("extension", "material", "amendment"),
        _usual("party", "material", "council_decision"),
        _usual("roles", "minor", "note"),
        _usual("dates", "minor", "note"),
        _usual("governance", "material", "amendment"),
        _usual("wording", "material", "amendment"),
        _usual("other", "minor", "note"),
    )
}
"""The usual weights. Twenty per cent is a convention of funders' rules; who signs may agree on another limit."""


def weights(book: Book) -> dict[str, Weight]:
    """Return the weight of every kind of change in this workbook."""
    own = {one.name: _own(one) for one in book.all(DriftClass) if one.name in DEFAULTS}
    return {**DEFAULTS, **{name: weight for name, weight in own.items() if name is not None}}


def _own(one: DriftClass) -> Weight:
    usual = DEFAULTS[one.name or "other"]
    return Weight(
        usual.name,
        one.title or usual.title,
        one.materiality or usual.materiality,
        one.asks or usual.asks,
        usual.threshold if one.threshold is None else one.threshold,
    )
