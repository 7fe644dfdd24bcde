"""The kinds of field: each owns checking, reading, showing and converting its values, both ways.

Three forms of a value meet here. The *value* itself stands in a record (`Decimal`, `date`, a tuple of keys, "" or
None when blank). The *plain* form is JSON: it stands in changes, in the log and, with codes for ids, in the plan
format. The *text* form is what a person types and reads.
"""

from workbook.fields import Field
from workbook.kinds.base import Kind, Plain, Reading, Unacceptable, quoted
from workbook.kinds.choices import Choice, Choices, Flag
from workbook.kinds.links import Reference, References
from workbook.kinds.numbers import MOST_DIGITS, Amount, Number, Percent, Whole
from workbook.kinds.texts import Line, Text
from workbook.kinds.times import EARLIEST_YEAR, LATEST_YEAR, Day, Moment

__all__ = [
    "EARLIEST_YEAR",
    "KINDS",
    "LATEST_YEAR",
    "MOST_DIGITS",
    "Kind",
    "Plain",
    "Reading",
    "Unacceptable",
    "kind_of",
    "quoted",
]

_ALL: tuple[Kind, ...] = (
    Line(),
    Text(),
    Whole(),
    Number(),
    Amount(),
    Percent(),
    Day(),
    Moment(),
    Choice(),
    Choices(),
    Flag(),
    Reference(),
    References(),
)
KINDS: dict[str, Kind] = {kind.name: kind for kind in _ALL}


def kind_of(field: Field) -> Kind:
    """Return the kind that handles a field."""
    return KINDS[field.kind]
