"""Days and moments."""

import datetime
from typing import Any

from workbook.fields import Field
from workbook.kinds.base import Kind, Plain, Reading, Unacceptable, quoted

EARLIEST_YEAR = 1500
LATEST_YEAR = 2500


class Day(Kind):
    """A calendar day."""

    name = "date"

    def accept(self, field: Field, value: Any) -> datetime.date | None:
        if value is None or value == "":
            return None
        if isinstance(value, str):
            try:
                value = datetime.date.fromisoformat(value)
            except ValueError:
                raise Unacceptable("has to be a date, such as 2027-03-31") from None
        if isinstance(value, datetime.datetime) or not isinstance(value, datetime.date):
            raise Unacceptable("has to be a date, such as 2027-03-31")
        if not EARLIEST_YEAR <= value.year <= LATEST_YEAR:
            raise Unacceptable(f"has the year {value.year}; check the date")
        return value

    def to_plain(self, value: Any) -> Plain:
        return None if value is None else value.isoformat()

    def _show(self, field: Field, value: Any, reading: Reading) -> str:
        return reading.formats.date(value)

    def _read(self, field: Field, text: str, reading: Reading) -> datetime.date:
        try:
            return reading.formats.read_date(text)
        except ValueError:
            example = reading.formats.date(datetime.date(2027, 3, 31))
            raise Unacceptable(f"{quoted(text)} is not a date; write it like {example} or 2027-03-31") from None

    def schema(self, field: Field) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


class Moment(Kind):
    """A moment in UTC, to the second."""

    name = "moment"

    def accept(self, field: Field, value: Any) -> datetime.datetime | None:
        if value is None or value == "":
            return None
        if isinstance(value, str):
            try:
                value = datetime.datetime.fromisoformat(value)
            except ValueError:
                raise Unacceptable("has to be a date and time, such as 2027-03-31T14:30:00+00:00") from None
        if not isinstance(value, datetime.datetime) or value.tzinfo is None:
            raise Unacceptable("has to be a date and time with its zone")
        return value.astimezone(datetime.UTC).replace(microsecond=0)

    def to_plain(self, value: Any) -> Plain:
        return None if value is None else value.isoformat()

    def _show(self, field: Field, value: Any, reading: Reading) -> str:
        return reading.formats.moment(value)

    def schema(self, field: Field) -> dict[str, Any]:
        return {"type": "string", "format": "date-time"}
