"""Records that this version cannot read, in words: what is stored of them, so that nothing is hidden from anybody."""

from collections.abc import Iterator

from workbook.answers import ANSWERS, WITHHELD, WITHHELD_FIELDS
from workbook.book import LockedRecord
from workbook.records import RECORD_TYPES


def told(record: LockedRecord) -> str:
    """Name a record, say why it is locked, and below that what is stored in its fields."""
    record_type = RECORD_TYPES[record.type]
    called = (str(record.raw.get(name) or "") for name in ("code", record_type.label))
    head = f"{record_type.title} {' '.join(dict.fromkeys(filter(None, called))) or record.id}: {record.reason}"
    return "\n".join((head, *_fields(record)))


def _fields(record: LockedRecord) -> Iterator[str]:
    for field in RECORD_TYPES[record.type].fields:
        stored = record.raw.get(field.name)
        if stored not in (None, ""):
            is_withheld = record.type == ANSWERS and field.name in WITHHELD_FIELDS
            yield f"    {field.title}: {WITHHELD if is_withheld else stored}"
