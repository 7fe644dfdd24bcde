"""Links to other records, by their ids."""

from typing import Any

from workbook.fields import Field
from workbook.identity import is_id
from workbook.kinds.base import Kind, Plain, Reading, Unacceptable


class Reference(Kind):
    """A link to one record, by its id."""

    name = "reference"

    def accept(self, field: Field, value: Any) -> str | None:
        if value is None or value == "":
            return None
        if not is_id(value) or not isinstance(value, str):
            raise Unacceptable(f"“{value}” does not name a record")
        return value

    def _show(self, field: Field, value: Any, reading: Reading) -> str:
        return reading.label(field.target, value)

    def _read(self, field: Field, text: str, reading: Reading) -> str:
        found = reading.find(field.target, text)
        if found is None:
            raise Unacceptable(f"“{text}” is not in this workbook; choose from the list or use its code")
        return found


class References(Kind):
    """Links to several records."""

    name = "references"
    blank = ()

    def accept(self, field: Field, value: Any) -> tuple[str, ...]:
        if isinstance(value, str) or not isinstance(value, list | tuple):
            raise Unacceptable("has to be a list")
        return tuple(dict.fromkeys(ref for ref in (Reference().accept(field, item) for item in value) if ref))

    def to_plain(self, value: Any) -> Plain:
        return list(value)

    def _show(self, field: Field, value: Any, reading: Reading) -> str:
        return reading.join(reading.label(field.target, item) for item in value)

    def _read(self, field: Field, text: str, reading: Reading) -> tuple[str, ...]:
        return tuple(str(Reference().read(field, part, reading)) for part in text.split(";") if part.strip())

    def schema(self, field: Field) -> dict[str, Any]:
        return {"type": "array", "items": Reference().schema(field), "uniqueItems": True}
