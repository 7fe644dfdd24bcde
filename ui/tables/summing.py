"""What is chosen in a table, in words: how many rows, and the sums of what can be added up."""

from collections.abc import Sequence
from decimal import Decimal

from ui.tables.view import RecordView
from workbook.fields import Field
from workbook.measures.figure import total_by_currency
from workbook.money import Money
from workbook.records import Record

_SUMMED = ("money", "whole", "number")
_MOST_ROWS = 20_000
_MOST_COLUMNS = 2


def choice_in_words(view: RecordView) -> str:
    """Say what is chosen; nothing where it is one row or none. Amounts are added within a currency only."""
    rows = view.chosen_rows()
    if len(rows) < 2:
        return ""
    formats = view.records.bridge.formats
    words = [f"{formats.number(len(rows))} rows chosen"]
    if len(rows) <= _MOST_ROWS:
        records = [record for record in map(view.records.rows.record, rows) if record is not None]
        fields = [view.records.rows.fields[column] for column in view.chosen_columns()]
        sums = [summed for field in fields if field.kind in _SUMMED and (summed := _sum(view, field, records))]
        words += sums[:_MOST_COLUMNS]
    return "  ·  ".join(words)


def _sum(view: RecordView, field: Field, records: Sequence[Record]) -> str:
    formats = view.records.bridge.formats
    values = [value for record in records if (value := getattr(record, field.name)) is not None]
    if not values:
        return ""
    if field.kind == "money":
        totals = total_by_currency(values)
        written = " + ".join(formats.money(Money(amount, code)) for code, amount in sorted(totals.items()))
    else:
        written = formats.number(sum(values, Decimal(0)))
    return f"{field.title}: {written}"
